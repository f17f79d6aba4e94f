//! Catatan & Bukti: the timeline, writing, evidence.

crate::messages! {
    summary(total) => "{total} catatan dan bukti", "notes and evidence: {total}";
    write => "Tulis catatan", "Write a note";
    person => "Tentang siapa", "About whom";
    person_missing => "Pilih pegawainya dahulu.", "Choose the employee first.";
    date => "Tanggal kejadian", "Day it happened";
    date_missing => "Isi tanggal kejadian, misalnya 21/11/2026.", "Enter the day it happened, such as 21/11/2026.";
    source => "Sumber", "Source";
    text => "Catatan", "Note";
    text_missing => "Tulis satu kalimat, atau lampirkan bukti.", "Write a sentence, or attach evidence.";
    tags => "Kata kunci", "Keywords";
    tags_hint => "Pisahkan dengan koma: loket, akta.", "Separated by commas: counter, certificate.";
    files => "Bukti", "Evidence";
    files_hint => "PDF, JPG, PNG, Excel, atau Word, paling besar 20 MB.", "PDF, JPG, PNG, Excel or Word, at most 20 MB.";
    file_waiting => "disimpan bersama catatan", "kept together with the note";
    file_kept => "tersimpan", "kept";
    file_remove(name) => "Lepas {name}", "Remove {name}";
    save => "Simpan catatan", "Save the note";
    save_evidence => "Simpan bukti", "Save the evidence";
    saved(name) => "Catatan tentang {name} tersimpan.", "The note about {name} is saved.";
    evidence_saved(name) => "Bukti tentang {name} tersimpan.", "The evidence about {name} is saved.";
    draft_kept => "Konsep tersimpan di komputer ini.", "The draft is kept on this computer.";
    clear => "Kosongkan", "Clear";

    prompts => "Bantuan menulis", "Writing help";
    prompt_situation => "Situasi", "Situation";
    prompt_situation_hint => "Kapan dan di mana terjadi? Misalnya: Senin pagi di loket, antrean 40 orang.", "When and where? Such as: Monday morning at the counter, forty people waiting.";
    prompt_behaviour => "Perilaku", "Behaviour";
    prompt_behaviour_hint => "Apa yang dilakukan, seperti terlihat? Fakta, bukan sifat orang.", "What was done, as seen? Facts, not traits.";
    prompt_impact => "Dampak", "Impact";
    prompt_impact_hint => "Apa hasilnya bagi warga, rekan, atau pekerjaan? Sebut angka bila ada.", "What came of it for citizens, colleagues or the work? With figures where there are any.";
    prompt_hope => "Harapan", "Hope";
    prompt_hope_hint => "Apa yang diharapkan berikutnya, dan dukungan apa yang disediakan?", "What is hoped for next, and which support is given?";

    filter => "Saring", "Filter";
    filter_person => "Pegawai", "Employee";
    filter_period => "Periode", "Period";
    filter_period_all => "Semua periode", "All periods";
    filter_words => "Cari isi, kata kunci, nama", "Find text, keywords, names";
    filter_clear => "Hapus saringan", "Clear the filter";
    timeline => "Linimasa", "Timeline";
    more(count) => "Tampilkan {count} lagi", "Show {count} more";
    evidence_only => "Bukti", "Evidence";
    evidence_open(name) => "Buka {name}", "Open {name}";
    evidence_withdraw(name) => "Tarik bukti {name}", "Withdraw the evidence {name}";
    evidence_withdrawn(name) => "Bukti {name} ditarik.", "The evidence {name} is withdrawn.";
    note_withdraw => "Tarik", "Withdraw";
    note_withdraw_about(name) => "Tarik catatan tentang {name}", "Withdraw the note about {name}";
    note_edit_about(name) => "Ubah catatan tentang {name}", "Edit the note about {name}";
    note_withdrawn(name) => "Catatan tentang {name} ditarik.", "The note about {name} is withdrawn.";
    tag_filter(tag) => "Tampilkan yang berkata kunci {tag}", "Show what has the keyword {tag}";
    written(moment) => "ditulis {moment}", "written {moment}";
    edit_save => "Simpan perubahan", "Save the changes";
    edited => "Catatan diperbarui.", "The note is updated.";

    empty_title => "Belum ada catatan", "No notes yet";
    empty_text => "Catat kejadian kecil saat terjadi: satu kalimat, sepuluh detik. Saat menilai nanti, faktanya sudah ada. Ctrl+J membuka catatan cepat dari layar mana pun.", "Note small events as they happen: one sentence, ten seconds. When you rate, the facts are there. Ctrl+J opens a quick note from any screen.";
    empty_write => "Tulis catatan pertama", "Write the first note";
    nothing_title => "Tidak ada yang cocok", "Nothing matches";
    nothing_text => "Tidak ada catatan atau bukti dengan saringan ini.", "No note or evidence passes this filter.";
}
