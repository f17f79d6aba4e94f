//! Ctrl+J: a note without leaving the screen.

crate::messages! {
    title => "Catatan cepat", "Quick note";
    person => "Tentang siapa", "About whom";
    person_missing => "Pilih pegawainya dahulu.", "Choose the employee first.";
    text => "Catatan", "Note";
    text_hint => "Apa yang terjadi, apa hasilnya. Fakta, bukan pendapat.", "What happened and what came of it. Facts, not opinion.";
    date_missing => "Isi tanggal kejadiannya.", "Enter the day it happened.";
    text_missing => "Tulis satu kalimat dahulu.", "Write a sentence first.";
    date => "Tanggal kejadian", "Day it happened";
    source => "Sumber", "Source";
    source_observation => "Pengamatan langsung", "Observation";
    source_interview => "Wawancara", "Interview";
    source_survey => "Survei", "Survey";
    source_daily_progress => "Progres harian", "Daily progress";
    save => "Simpan catatan", "Save the note";
    saved(name) => "Catatan tentang {name} tersimpan.", "The note about {name} is saved.";
    draft_kept => "Konsep tersimpan di komputer ini.", "The draft is kept on this computer.";
    clear => "Kosongkan", "Clear";
}
