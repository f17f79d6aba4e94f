//! Ruling about ratings: returned to the office, or final.

crate::messages! {
    give_back => "Kembalikan", "Return";
    give_back_of(period) => "Kembalikan nilai {period}", "Return the rating {period}";
    give_back_title(name) => "Kembalikan nilai {name}?", "Return the rating of {name}?";
    give_back_text => "Kantor melihat alasan ini, memeriksa lagi, lalu mengirim ulang. Nilai yang ada tetap berlaku sampai kantor mengirim lagi.", "The office reads this reason, looks again and sends once more. The rating stays valid until it does.";
    give_back_final => "Nilai ini sudah final. Mengembalikannya membuka nilai itu lagi, dan itu tercatat di Jejak.", "This rating is final. Returning it opens it again, and the trail keeps that.";
    reason => "Alasan", "Reason";
    reason_hint => "Sebutkan apa yang perlu diperiksa. Kepala kantor membacanya persis seperti ini.", "Say what should be looked at. The head of the office reads it exactly as it stands here.";
    gave_back => "Dikembalikan. Kantor melihatnya saat tersambung berikutnya.", "Returned. The office sees it with its next connection.";

    make_final => "Nyatakan final", "Make final";
    make_final_of(period) => "Nyatakan final: nilai {period}", "Make final: the rating of {period}";
    made_final => "Dinyatakan final.", "Made final.";
    make_all_final => "Nyatakan semua final", "Make all final";
    make_all_title(period) => "Nyatakan nilai {period} final?", "Make the ratings of {period} final?";
    make_all_text => "Semua nilai yang utuh dan tidak bermasalah tidak dapat diubah lagi oleh kantor. Yang belum utuh, dikembalikan atau punya versi lain dibiarkan.", "The office cannot change any rating any more that is whole and undisputed. Those that are not whole, were returned or have another version are left as they are.";
    all_made_final(done, left) => "{done} nilai dinyatakan final, {left} dibiarkan.", "{done} ratings made final, {left} left as they are.";

    is_returned => "dikembalikan", "returned";
    is_final => "final", "final";
    returned_by(by, at) => "Dikembalikan oleh {by}, {at}", "Returned by {by}, {at}";
    answered => "sudah dikirim ulang", "sent again since";
    final_by(by, at) => "Final: {by}, {at}", "Final: {by}, {at}";
}
