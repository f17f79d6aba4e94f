//! What can be wrong with a NIP.

use crate::Language;
use domain::nip::NipError;

crate::messages! {
    empty => "NIP kosong.", "The NIP is empty.";
    damaged_by_excel => "Excel merusak NIP ini. Format kolom sebagai Teks lalu tempel ulang.", "Excel damaged this NIP. Format the column as Text and paste again.";
    not_digits => "NIP hanya boleh berisi angka.", "A NIP holds digits only.";
    length => "NIP harus 18 angka.", "A NIP has 18 digits.";
    birth_date => "Angka 1–8 bukan tanggal lahir yang ada.", "Digits 1–8 are no birth date that exists.";
    appointment_year => "Angka 9–12 bukan tahun pengangkatan yang wajar.", "Digits 9–12 are no plausible year of appointment.";
    month => "Angka 13–14 harus 01–12 (PNS) atau 21–29 (PPPK).", "Digits 13–14 must be 01–12 (PNS) or 21–29 (PPPK).";
    sex => "Angka 15 harus 1 (laki-laki) atau 2 (perempuan).", "Digit 15 must be 1 (male) or 2 (female).";
    serial => "Angka 16–18 tidak boleh 000.", "Digits 16–18 may not be 000.";
    too_young => "Menurut NIP ini, orangnya diangkat sebelum cukup umur.", "By this NIP the person was appointed before coming of age.";
}

/// The sentence of one reason.
#[must_use]
pub const fn reason(language: Language, error: NipError) -> &'static str {
    match error {
        NipError::Empty => empty(language),
        NipError::ScientificNotation | NipError::NumberCell => damaged_by_excel(language),
        NipError::NotDigits => not_digits(language),
        NipError::Length => length(language),
        NipError::BirthDate => birth_date(language),
        NipError::AppointmentYear => appointment_year(language),
        NipError::Month => month(language),
        NipError::Sex => sex(language),
        NipError::Serial => serial(language),
        NipError::TooYoung => too_young(language),
    }
}
