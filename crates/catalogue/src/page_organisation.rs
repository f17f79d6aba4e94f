//! Kinerja Unit: the organisation's predikat and the pattern, which names nobody.

crate::messages! {
    title => "Kinerja Unit", "Unit performance";
    predikat => "Predikat kinerja organisasi", "The organisation's predikat";
    predikat_sub => "ditetapkan pimpinan satu tingkat di atas unit ini", "set by the leader one level above this unit";
    choose_first => "Pilih predikatnya dahulu. Isian lain tersimpan bersamanya.", "Choose the predikat first. The other fields are saved with it.";
    basis => "Dasar penetapan", "What it rests on";
    document => "Nomor dokumen", "Document number";
    document_hint => "Misalnya 800/123/2026.", "Such as 800/123/2026.";
    date => "Tanggal penetapan", "Date of the decision";
    set_by => "Ditetapkan oleh", "Set by";
    set_by_hint => "Boleh orang di luar daftar, misalnya Sekretaris Daerah.", "May be somebody outside the list, such as the regional secretary.";
    saved => "Tersimpan", "Saved";
    saving => "Menyimpan…", "Saving…";

    pattern => "Sebaran predikat pegawai", "How the predikat are spread";
    pattern_sub(rated) => "{rated} orang dinilai", "rated: {rated}";
    pattern_none => "Belum ada orang yang punya predikat pada periode ini.", "Nobody has a predikat in this period yet.";
    unrated(count) => "{count} orang belum punya predikat.", "Without a predikat yet: {count}.";
    bar(name, people, percent) => "{name}: {people} orang, {percent}", "{name}: {people} ({percent})";
    fits => "Sebaran ini sejalan dengan pola untuk predikat kinerja organisasi.", "This spread follows the pattern for the organisation's predikat.";
    departs => "Sebaran ini berbeda dari pola", "This spread differs from the pattern";
    departs_text => "Ini saran, bukan larangan. Tinjau kembali bila perlu, atau tulis alasannya di bawah.", "This is advice, not a ban. Look again where needed, or write the reason below.";
    after_choice => "Saran muncul setelah predikat kinerja organisasi dipilih.", "Advice appears once the organisation's predikat is chosen.";
    names_nobody => "Panel ini hanya menghitung; tidak menyebut nama siapa pun.", "This panel only counts; it names nobody.";
    reason => "Alasan bila berbeda dari pola", "Reason when it differs from the pattern";
    reason_hint => "Misalnya: unit baru dibentuk, enam orang pindahan.", "Such as: the unit is new, six people were transferred in.";
    to_sheet => "Ke Lembar Penilaian", "Go to the appraisal sheet";
}
