//! The missing list as a message that somebody pastes into WhatsApp: whose appraisal is open, and
//! nothing from which a rating could be guessed. `*…*` is WhatsApp's bold.

crate::messages! {
    title(period) => "*Pengingat penilaian kinerja {period}*", "*Reminder: performance appraisal {period}*";
    greeting(open, total) => "Bapak/Ibu yang kami hormati, penilaian {open} dari {total} pegawai belum lengkap:", "Dear colleagues, the appraisal of {open} out of {total} people is not complete yet:";
    complete(total) => "Bapak/Ibu yang kami hormati, penilaian {total} pegawai sudah lengkap. Terima kasih atas kerja samanya.", "Dear colleagues, the appraisal of all {total} people is complete. Thank you for your help.";
    nobody => "Tidak ada pegawai yang perlu dinilai pada periode ini.", "Nobody needs to be rated in this period.";
    due_later(deadline, days) => "Mohon dilengkapi paling lambat {deadline} ({days} hari lagi). Terima kasih.", "Please complete it by {deadline} (days left: {days}). Thank you.";
    due_today(deadline) => "Mohon dilengkapi hari ini, {deadline}. Terima kasih.", "Please complete it today, {deadline}. Thank you.";
    due_passed(deadline, days) => "Batasnya {deadline}, sudah lewat {days} hari. Mohon segera dilengkapi. Terima kasih.", "It was due on {deadline} (days ago: {days}). Please complete it soon. Thank you.";
}
