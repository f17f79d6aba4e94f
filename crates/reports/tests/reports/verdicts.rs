//! What becomes of a row.

use crate::support::{
    ANDI, HASAN, NURAINI, SITI, entries, names, parsed, pasted, problems, put, warnings, xlsx,
};
use domain::assignment::Tenure;
use domain::nip::{NipError, NipKind, Sex};
use domain::{Capaian, JabatanKind, Jenjang};
use reports::import::{ImportReason, ImportWarning, Verdict, reason_text};
use rstest::rstest;

#[rstest]
#[case("198504122010011005")]
#[case("'198504122010011005")]
#[case("  19850412 201001 1 005 ")]
#[case("19850412.201001.1.005")]
#[case("\u{202d}198504122010011005\u{202c}")]
fn formatting_comes_off_a_nip(#[case] written: &str) {
    let list = pasted(&format!("NIP\tNama\n{written}\tAndi"));
    assert_eq!(entries(&list)[0].nip.digits(), ANDI);
}

#[rstest]
#[case("19850412201001100", &[NipError::Length])]
#[case("1.98609262015051E+17", &[NipError::ScientificNotation])]
#[case("1985O4122010011005", &[NipError::NotDigits])]
#[case("NIP 198504122010011005", &[NipError::NotDigits])]
#[case("198513322010131000", &[NipError::BirthDate, NipError::Month, NipError::Serial])]
fn nothing_else_is_repaired(#[case] written: &str, #[case] errors: &[NipError]) {
    let list = pasted(&format!(
        "NIP\tNama\tGol\n{written}\tAndi\tIII/c\n{HASAN}\tHasan\tIII/d"
    ));
    let expected: Vec<_> = errors
        .iter()
        .map(|it| (2, "NIP", ImportReason::Nip(*it)))
        .collect();
    assert_eq!(problems(&list), expected);
    assert_eq!(names(&list), ["Hasan"]);
}

#[test]
fn a_number_cell_is_refused_even_where_its_digits_would_pass() {
    let bytes = xlsx(|sheet| {
        put(sheet, 0, &[&["NIP", "Nama", "Gol"]]);
        sheet
            .write_number(1, 0, 198_504_122_010_011_005_f64)
            .expect("a cell");
        put(
            sheet,
            1,
            &[&["", "Andi", "III/c"], &[HASAN, "Hasan", "III/d"]],
        );
    });
    let list = parsed(bytes);
    assert_eq!(
        problems(&list),
        [(2, "NIP", ImportReason::Nip(NipError::NumberCell))]
    );
    let problem = list.problems().next().expect("a problem");
    assert_eq!(problem.value, "1.98504122010011E+17");
    assert_eq!(
        reason_text(catalogue::Language::Indonesian, &problem.reason),
        "Excel merusak NIP ini. Format kolom sebagai Teks lalu tempel ulang."
    );
}

#[test]
fn all_problems_of_a_row_are_told_at_once() {
    let list = pasted(&format!(
        "NIP\tNama\tTgl Lahir\tGol\tCapaian\tNIP Atasan\n\
         123\t\t31-02-1985\tIII/z\tbaik\t99\n\
         {ANDI}\tAndi\t\t\t5000\t-"
    ));
    assert_eq!(
        problems(&list),
        [
            (2, "NIP", ImportReason::Nip(NipError::Length)),
            (2, "Nama", ImportReason::NameMissing),
            (2, "Gol", ImportReason::GolonganUnreadable),
            (2, "Tgl Lahir", ImportReason::DateUnreadable),
            (2, "Capaian", ImportReason::CapaianUnreadable),
            (2, "NIP Atasan", ImportReason::Nip(NipError::Length)),
            (3, "Capaian", ImportReason::CapaianTooLarge),
        ]
    );
}

#[test]
fn the_same_nip_twice_counts_once() {
    let list = pasted(&format!(
        "NIP\tNama\tJabatan\n\
         {ANDI}\tAndi\tCamat\n\
         {HASAN}\tHasan\tPengelola Data\n\
         {ANDI}\tAndi\tCamat\n\
         {ANDI}\tAndi Saputra\tCamat\n\
         19850412 201001 1 005\tAndi\tCamat"
    ));
    assert_eq!(names(&list), ["Andi", "Hasan"]);
    assert_eq!(
        problems(&list),
        [(5, "NIP", ImportReason::DuplicateNip { first_row: 2 })]
    );
    let again = ImportWarning::SameRowAgain { first_row: 2 };
    assert_eq!(warnings(&list), [(4, again), (6, again)]);
    assert_eq!(list.rows[2].verdict, Verdict::Repeated { first_row: 2 });
}

#[test]
fn the_same_name_with_another_nip_is_another_person() {
    let list = pasted(&format!("NIP\tNama\n{ANDI}\tAndi\n{HASAN}\tAndi"));
    assert_eq!(entries(&list).len(), 2);
}

#[test]
fn what_differs_from_the_nip_is_kept_and_said() {
    let list = pasted(&format!(
        "NIP\tNama\tTanggal Lahir\tL/P\tJenis Pegawai\tGolongan\n\
         {ANDI}\tAndi\t13-04-1985\tP\tPPPK\tIII/c\n\
         {NURAINI}\tNur'aini\t21 April 1975\tPerempuan\tPNS\tIV/b"
    ));
    assert_eq!(
        warnings(&list),
        [
            (2, ImportWarning::KindDiffersFromNip),
            (2, ImportWarning::GolonganOfOtherKind),
            (2, ImportWarning::SexDiffersFromNip),
            (2, ImportWarning::BirthDateDiffersFromNip),
        ]
    );
    let andi = entries(&list)[0];
    assert_eq!((andi.sex, andi.kind), (Some(Sex::Female), NipKind::Pppk));
}

#[test]
fn what_is_not_understood_is_left_out_and_said() {
    let list = pasted(&format!(
        "NIP\tNama\tJK\tJenis Pegawai\tJenis Jabatan\tJenjang\tPlt/Plh\tGol\tKedudukan Hukum\tCapaian\n\
         {SITI}\tSiti\tX\tHonorer\tLain\tTinggi\tmungkin\tXX\tCuti di Luar Tanggungan Negara\t90\n\
         {ANDI}\tAndi\t-\t-\tStruktural\t-\t-\t-\tAktif\t-"
    ));
    assert_eq!(problems(&list), []);
    assert_eq!(
        warnings(&list),
        [
            (2, ImportWarning::KindUnreadable),
            (2, ImportWarning::GolonganUnreadable),
            (2, ImportWarning::SexUnreadable),
            (2, ImportWarning::TenureUnreadable),
            (2, ImportWarning::NotActive),
            (2, ImportWarning::JabatanKindUnreadable),
            (2, ImportWarning::JenjangUnreadable),
            (3, ImportWarning::EselonMissing),
        ]
    );
    let siti = entries(&list)[0];
    assert_eq!(
        (siti.kind, siti.golongan, siti.tenure),
        (NipKind::Pppk, None, Tenure::Definitif)
    );
    assert_eq!(siti.capaian, Some(Capaian(9_000)));
}

#[test]
fn a_small_bare_number_is_no_attainment() {
    let bytes = xlsx(|sheet| {
        put(sheet, 0, &[&["NIP", "Nama", "Capaian"], &[ANDI, "Andi"]]);
        sheet.write_number(1, 2, 0.9).expect("a cell");
    });
    let list = parsed(bytes);
    assert_eq!(warnings(&list), [(2, ImportWarning::CapaianAmbiguous)]);
    assert_eq!(entries(&list)[0].capaian, None);
}

#[test]
fn names_stay_as_people_write_them() {
    let list = pasted(&format!(
        "NIP\tNama\n{ANDI}\t=cmd|' /C calc'!A0\n{NURAINI}\tNur'aini 🌺\n{HASAN}\t\u{200f}Hasan\n{SITI}\tSiti\u{202e}itiS"
    ));
    assert_eq!(
        names(&list),
        [
            "=cmd|' /C calc'!A0",
            "Nur'aini 🌺",
            "\u{200f}Hasan",
            "SitiitiS"
        ]
    );
    assert_eq!(
        warnings(&list),
        [(5, ImportWarning::DirectionControlsRemoved)]
    );
}

#[test]
fn posts_tell_their_kind_and_level() {
    let list = pasted(&format!(
        "NIP\tNama\tJabatan\tJenis Jabatan\tEselon\tPlt/Plh\n\
         {ANDI}\tAndi\tCamat\tStruktural\tIII.a\tPlt\n\
         {SITI}\tSiti\tBidan Ahli Pertama\t\t\t\n\
         {HASAN}\tHasan\tPengelola Data\tFungsional Umum\t\t0"
    ));
    let read: Vec<_> = entries(&list)
        .iter()
        .map(|it| (it.jabatan_kind, it.jenjang, it.tenure))
        .collect();
    assert_eq!(
        read,
        [
            (Some(JabatanKind::Administrator), None, Tenure::Plt),
            (
                Some(JabatanKind::Fungsional),
                Some(Jenjang::AhliPertama),
                Tenure::Definitif
            ),
            (Some(JabatanKind::Pelaksana), None, Tenure::Definitif),
        ]
    );
}

#[test]
fn a_text_from_a_wrong_column_is_refused() {
    let long = "a".repeat(201);
    let list = pasted(&format!("NIP\tNama\n{ANDI}\t{long}"));
    assert_eq!(
        problems(&list),
        [(2, "Nama", ImportReason::TooLong { limit: 200 })]
    );
}

#[test]
fn somebody_without_a_nip_is_a_problem_and_no_footer() {
    let list = pasted(&format!(
        "No\tNama\tNIP\tGol\n1\tAndi\t{ANDI}\tIII/c\n2\tBudi\t\t\n3\tHasan\t{HASAN}\tIII/d\n\tJumlah\t\t3"
    ));
    assert_eq!(
        problems(&list),
        [(3, "NIP", ImportReason::Nip(NipError::Empty))]
    );
    assert_eq!(names(&list), ["Andi", "Hasan"]);
}

#[test]
fn people_who_follow_a_remark_are_not_passed_over() {
    let list = pasted(&format!(
        "No\tNama\tNIP\tGol\n1\tAndi\t{ANDI}\tIII/c\nCatatan: NIP berikut menyusul\n\
         2\tAni\t\tIII/a\n3\tOno\tbelum ada\tIII/a\n\tMengetahui\t\tKepala Dinas\n\tSiti, S.E."
    ));
    let rows: Vec<u32> = problems(&list).into_iter().map(|(row, ..)| row).collect();
    assert_eq!(rows, [4, 5]);
    assert_eq!(names(&list), ["Andi"]);
}
