//! Aturan at the centre: packages of rules, and what is wrong with one.

use crate::Language;
use domain::rules::{Flaw, PackageError};

crate::messages! {
    title => "Aturan", "Rules";
    sub => "Paket aturan turun ke semua kantor. Periode sebelum tanggal berlaku tetap memakai aturan lama.", "A package of rules goes down to every office. Periods before its first day keep the rules before it.";
    version => "Versi", "Version";
    valid_from => "Berlaku sejak", "Valid from";
    changes => "Mengubah", "Changes";
    source => "Sumber", "Source";
    published => "Diterbitkan", "Published";
    published_by(who, when) => "{who}, {when}", "{who}, {when}";
    carried(version) => "Versi {version} dibawa program ini", "Version {version} came with this program";
    none => "Belum ada paket aturan. Semua kantor memakai aturan yang dibawa program.", "No package yet. Every office goes by the rules that came with the program.";
    in_force => "dipakai", "in use";
    later => "belum berlaku", "not yet valid";
    earlier => "untuk periode lama", "for past periods";
    bring => "Terbitkan paket aturan", "Publish a package of rules";
    choose => "Berkas paket (.json)", "The package's file (.json)";
    drop_here => "Seret berkas ke sini, atau", "Drag the file here, or";
    choose_hint => "Isi berkas diperiksa dahulu; belum ada yang dikirim.", "The file is checked first; nothing is sent yet.";
    checked(version, day) => "Versi {version}, berlaku sejak {day}", "Version {version}, valid from {day}";
    publish => "Terbitkan ke semua kantor", "Publish to every office";
    publish_hint => "Terbitan tidak dapat ditarik. Kesalahan diperbaiki dengan versi berikutnya.", "What was published cannot be taken back. A mistake is put right by the next version.";
    was_published(version) => "Aturan versi {version} diterbitkan. Kantor menerimanya pada sambungan berikutnya.", "Rules version {version} were published. Offices get them with their next connection.";
    was_there(version) => "Aturan versi {version} sudah diterbitkan sebelumnya; tidak ada yang berubah.", "Rules version {version} were published before; nothing changed.";

    too_long(kilobytes) => "Paket aturan terlalu besar: paling banyak {kilobytes} KB.", "The package is too large: at most {kilobytes} KB.";
    unreadable(detail) => "Berkas ini bukan paket aturan: {detail}.", "This file is no package of rules: {detail}.";
    newer_form => "Paket ini dibuat untuk program yang lebih baru. Perbarui program ini dahulu.", "This package was made for a newer program. Update this program first.";
    no_source => "Sumber paket kosong. Tulis peraturan atau keputusan yang mendasarinya.", "The package's source is empty. Write the regulation or decision behind it.";
    no_files => "Paket ini tidak mengubah satu aturan pun.", "This package changes no rule.";
    unknown_file(name) => "Tidak ada aturan bernama {name}.", "There is no rule named {name}.";
    fixed(name) => "Aturan {name} tidak dapat diganti lewat paket, karena halaman memakainya langsung saat orang mengetik. Aturan ini hanya berubah bersama pembaruan program.", "The rule {name} cannot be replaced by a package, because the page uses it while somebody types. It changes only with an update of the program.";
    in_file(name, flaw) => "Aturan {name}: {flaw}", "Rule {name}: {flaw}";
    not_above(version, newest) => "Versi {version} harus di atas versi terbaru, yaitu {newest}.", "Version {version} has to be above the newest, which is {newest}.";
    too_early(day, newest, newest_day) => "Paket berlaku sejak {day}, padahal versi {newest} baru berlaku sejak {newest_day}. Paket melanjutkan versi sebelumnya, jadi tidak dapat berlaku lebih dahulu.", "The package is valid from {day}, but version {newest} only from {newest_day}. A package goes on from the version before and cannot be valid earlier.";

    flaw_unreadable(detail) => "bentuknya tidak sesuai: {detail}.", "it has not the right form: {detail}.";
    flaw_other_name(id) => "di dalamnya tertulis id {id}.", "it says that its id is {id}.";
    flaw_outside(field, value, least, most) => "{field} bernilai {value}, seharusnya {least} sampai {most}.", "{field} is {value}, but should be {least} to {most}.";
    flaw_twice(field, value) => "{value} muncul dua kali pada {field}.", "{value} stands twice in {field}.";
    flaw_lacking(field, value) => "{value} tidak ada pada {field}.", "{value} is not in {field}.";
    flaw_empty(field) => "{field} kosong.", "{field} is empty.";
    flaw_spelling(field, value) => "{value} pada {field} harus huruf kecil tanpa tanda baca, dengan satu spasi.", "{value} in {field} has to be in small letters without signs, with single spaces.";
    flaw_personal(field, word) => "{field} memuat {word}. Data pribadi itu tidak pernah dibaca.", "{field} has {word}. That personal data is never read.";
    flaw_order(field) => "batas pada {field} harus menurun dari atas ke bawah sampai 0.", "the limits in {field} have to fall from top to bottom, down to 0.";
}

/// What is wrong with a package, as a sentence.
#[must_use]
pub fn refusal(language: Language, error: &PackageError) -> String {
    match error {
        PackageError::TooLong { most } => too_long(language, most / 1024),
        PackageError::Unreadable { detail } => unreadable(language, detail),
        PackageError::NewerForm { .. } => newer_form(language).to_owned(),
        PackageError::NoSource => no_source(language).to_owned(),
        PackageError::NoFiles => no_files(language).to_owned(),
        PackageError::UnknownFile { file } => unknown_file(language, file),
        PackageError::Fixed { file } => fixed(language, file.name()),
        PackageError::File { file, flaw } => {
            in_file(language, file.name(), flaw_sentence(language, flaw))
        }
        PackageError::NotAbove { version, newest } => not_above(language, version, newest),
        PackageError::TooEarly {
            valid_from,
            newest,
            newest_from,
        } => too_early(language, valid_from, newest, newest_from),
    }
}

fn flaw_sentence(language: Language, flaw: &Flaw) -> String {
    match flaw {
        Flaw::Unreadable { detail } => flaw_unreadable(language, detail),
        Flaw::OtherName { id } => flaw_other_name(language, id),
        Flaw::Outside {
            field,
            value,
            least,
            most,
        } => flaw_outside(language, field, value, least, most),
        Flaw::Twice { field, value } => flaw_twice(language, field, value),
        Flaw::Lacking { field, value } => flaw_lacking(language, field, value),
        Flaw::Empty { field } => flaw_empty(language, field),
        Flaw::Spelling { field, value } => flaw_spelling(language, field, value),
        Flaw::Personal { field, word } => flaw_personal(language, field, word),
        Flaw::Order { field } => flaw_order(language, field),
    }
}
