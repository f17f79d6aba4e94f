//! What a file is, judged by its content: a name can say anything.

use domain::evidence::EvidenceType;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Where an Office document says what it is.
const CONTENT_TYPES: &str = "[Content_Types].xml";
/// That list is a few kilobytes; a longer one is no document that Office wrote.
const LONGEST_LIST: u64 = 1024 * 1024;
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
const LETTER: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/// The type, if it is one that is taken.
pub(super) fn of(content: &[u8]) -> Option<EvidenceType> {
    match infer::get(content)?.mime_type() {
        "application/pdf" => Some(EvidenceType::Pdf),
        "image/jpeg" => Some(EvidenceType::Jpeg),
        "image/png" => Some(EvidenceType::Png),
        // A guess from the first entries; the document's own list decides.
        "application/zip"
        | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => {
            office_document(content)
        }
        _ => None,
    }
}

fn office_document(content: &[u8]) -> Option<EvidenceType> {
    let mut archive = ZipArchive::new(Cursor::new(content)).ok()?;
    let entry = archive.by_name(CONTENT_TYPES).ok()?;
    let mut list = String::new();
    entry.take(LONGEST_LIST).read_to_string(&mut list).ok()?;
    if list.contains(WORKBOOK) {
        Some(EvidenceType::Xlsx)
    } else if list.contains(LETTER) {
        Some(EvidenceType::Docx)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{CONTENT_TYPES, LETTER, WORKBOOK, of};
    use domain::evidence::EvidenceType;
    use rstest::rstest;
    use std::io::{Cursor, Write};
    use zip::{ZipWriter, write::SimpleFileOptions};

    fn archive(entries: &[(&str, &str)]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in entries {
            writer
                .start_file(*name, SimpleFileOptions::default())
                .expect("entry");
            writer.write_all(content.as_bytes()).expect("content");
        }
        writer.finish().expect("archive").into_inner()
    }

    fn list(main: &str) -> String {
        format!("<Types><Override PartName=\"/part\" ContentType=\"{main}\"/></Types>")
    }

    #[rstest]
    #[case::pdf(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec(), Some(EvidenceType::Pdf))]
    #[case::jpeg(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01".to_vec(), Some(EvidenceType::Jpeg))]
    #[case::png(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR".to_vec(), Some(EvidenceType::Png))]
    #[case::text(b"Laporan kegiatan".to_vec(), None)]
    #[case::program(b"MZ\x90\x00\x03\x00\x00\x00".to_vec(), None)]
    #[case::old_workbook(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), None)]
    #[case::cut_archive(b"PK\x03\x04\x14\x00".to_vec(), None)]
    fn files_are_known_by_their_beginning(
        #[case] content: Vec<u8>,
        #[case] expected: Option<EvidenceType>,
    ) {
        assert_eq!(of(&content), expected);
    }

    #[rstest]
    #[case::workbook(WORKBOOK, Some(EvidenceType::Xlsx))]
    #[case::letter(LETTER, Some(EvidenceType::Docx))]
    #[case::presentation("application/vnd.ms-powerpoint.main+xml", None)]
    #[case::macros("application/vnd.ms-excel.sheet.macroEnabled.main+xml", None)]
    fn office_documents_are_known_by_their_list(
        #[case] main: &str,
        #[case] expected: Option<EvidenceType>,
    ) {
        assert_eq!(of(&archive(&[(CONTENT_TYPES, &list(main))])), expected);
        // Other programs write the list last, behind entries with any name.
        let last = archive(&[
            ("xl/a.xml", "<a/>"),
            ("word/b.xml", "<b/>"),
            (CONTENT_TYPES, &list(main)),
        ]);
        assert_eq!(of(&last), expected);
    }

    #[test]
    fn a_plain_archive_is_not_taken() {
        assert_eq!(of(&archive(&[("laporan.txt", "isi")])), None);
    }
}
