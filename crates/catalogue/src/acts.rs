//! What was done, as the end of a sentence: “Diurungkan: catatan.”

use crate::Language;

crate::messages! {
    import => "impor pegawai", "the import of employees";
    save_employee => "data pegawai", "the employee's data";
    save_assignment => "perubahan jabatan", "the change of post";
    save_exception => "pengecualian", "the exception";
    set_appraiser => "pejabat penilai", "the appraiser";
    rate => "nilai", "the rating";
    fill_cells => "isian beberapa sel", "the filled cells";
    paste_cells => "tempelan", "the pasted cells";
    bulk_sesuai => "isian Sesuai untuk banyak pegawai", "Meets for many employees";
    review_cells => "tinjauan nilai", "the review of ratings";
    save_reason => "alasan nilai", "the reason for a rating";
    save_note => "catatan", "the note";
    withdraw_note => "penarikan catatan", "the withdrawal of a note";
    attach_evidence => "bukti", "the evidence";
    withdraw_evidence => "penarikan bukti", "the withdrawal of evidence";
    set_organisation => "predikat kinerja organisasi", "the organisation's predikat";
    save_unit => "data unit", "the unit's data";
    save_signatory => "penandatangan", "the signatory";
    other => "perubahan terakhir", "the last change";
}

/// The words for the code of an act, as it stands in the journal.
#[must_use]
pub fn name(language: Language, code: &str) -> &'static str {
    match code {
        "import" => import(language),
        "save-employee" => save_employee(language),
        "save-assignment" => save_assignment(language),
        "save-exception" => save_exception(language),
        "set-appraiser" => set_appraiser(language),
        "rate" => rate(language),
        "fill-cells" => fill_cells(language),
        "paste-cells" => paste_cells(language),
        "bulk-sesuai" => bulk_sesuai(language),
        "review-cells" => review_cells(language),
        "save-reason" => save_reason(language),
        "save-note" => save_note(language),
        "withdraw-note" => withdraw_note(language),
        "attach-evidence" => attach_evidence(language),
        "withdraw-evidence" => withdraw_evidence(language),
        "set-organisation" => set_organisation(language),
        "save-unit" => save_unit(language),
        "save-signatory" => save_signatory(language),
        _ => other(language),
    }
}
