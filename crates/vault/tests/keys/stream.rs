use std::io::{self, Read, Write};

use proptest::prelude::*;
use rstest::rstest;
use vault::{
    CHUNK, NONCE_PREFIX, OpenReader, SealWriter, StreamError, StreamKey, open_stream, seal_stream,
};

use crate::bytes_of;

const HEADER: usize = 8 + NONCE_PREFIX;
const SEALED_CHUNK: usize = CHUNK + 16;
const PREFIX: [u8; NONCE_PREFIX] = [3; NONCE_PREFIX];

fn key() -> StreamKey {
    StreamKey::new(&[5; 32], b"bukti 1")
}

fn content(length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    bytes_of(length as u64)(&mut bytes);
    bytes
}

fn seal(content: &[u8]) -> Vec<u8> {
    let mut sealed = Vec::new();
    let length = seal_stream(content, &mut sealed, &key(), &PREFIX).unwrap();
    assert_eq!(length, content.len() as u64);
    sealed
}

fn open(sealed: &[u8]) -> Result<Vec<u8>, StreamError> {
    let mut opened = Vec::new();
    open_stream(sealed, &mut opened, &key())?;
    Ok(opened)
}

#[rstest]
#[case::empty(0)]
#[case::one(1)]
#[case::just_below(CHUNK - 1)]
#[case::exactly_one_chunk(CHUNK)]
#[case::just_above(CHUNK + 1)]
#[case::exactly_two_chunks(2 * CHUNK)]
#[case::several(3 * CHUNK + 777)]
fn content_comes_back(#[case] length: usize) {
    let content = content(length);
    let sealed = seal(&content);
    let chunks = length.div_ceil(CHUNK).max(1);
    assert_eq!(sealed.len(), HEADER + length + chunks * 16);
    assert!(open(&sealed).unwrap() == content);

    let mut read = Vec::new();
    OpenReader::new(sealed.as_slice(), &key())
        .unwrap()
        .read_to_end(&mut read)
        .unwrap();
    assert!(read == content);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// However the content is handed over and fetched, the file is the same.
    #[test]
    fn pieces_do_not_matter(length in 0..200_000_usize, pieces in prop::collection::vec(1..90_000_usize, 1..9)) {
        let content = content(length);
        let mut writer = SealWriter::new(Vec::new(), &key(), &PREFIX).unwrap();
        let mut rest = content.as_slice();
        for piece in pieces.iter().cycle() {
            let (now, later) = rest.split_at(rest.len().min(*piece));
            writer.write_all(now).unwrap();
            rest = later;
            if rest.is_empty() {
                break;
            }
        }
        let sealed = writer.finish().unwrap();
        prop_assert!(sealed == seal(&content));

        let mut reader = OpenReader::new(sealed.as_slice(), &key()).unwrap();
        let mut read = Vec::new();
        for piece in pieces.iter().cycle() {
            let mut buffer = vec![0; *piece];
            let got = reader.read(&mut buffer).unwrap();
            if got == 0 {
                break;
            }
            read.extend_from_slice(&buffer[..got]);
        }
        prop_assert!(read == content);
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes: Vec<u8>, sealed_header: bool) {
        let header = seal(b"")[..HEADER].to_vec();
        let whole = if sealed_header { [header, bytes].concat() } else { bytes };
        prop_assert!(open(&whole).is_err());
    }
}

#[test]
fn each_flipped_bit_is_refused() {
    let sealed = seal(b"daftar hadir bulan Oktober");
    for bit in 0..sealed.len() * 8 {
        let mut changed = sealed.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        let error = open(&changed).unwrap_err();
        let expected = if bit < 8 * 8 {
            matches!(error, StreamError::NotSealed | StreamError::NewerFormat)
        } else {
            matches!(error, StreamError::Damaged { chunk: 0 })
        };
        assert!(expected, "bit {bit}: {error:?}");
    }
}

#[rstest]
#[case::first_chunk(HEADER, 0)]
#[case::tag_of_first(HEADER + CHUNK, 0)]
#[case::second_chunk(HEADER + SEALED_CHUNK, 1)]
#[case::last_chunk(HEADER + 2 * SEALED_CHUNK + 10, 2)]
fn the_damaged_chunk_is_named(#[case] at: usize, #[case] number: u64) {
    let mut sealed = seal(&content(2 * CHUNK + 100));
    sealed[at] ^= 1;
    let error = open(&sealed).unwrap_err();
    assert!(
        matches!(error, StreamError::Damaged { chunk } if chunk == number),
        "{error:?}"
    );
}

/// Every length of a small file, and of a large one the places where a cut could go unseen.
#[test]
fn a_cut_file_is_refused() {
    let small = seal(b"surat tugas");
    for length in 0..small.len() {
        assert!(open(&small[..length]).is_err(), "{length} bytes");
    }
    let large = seal(&content(3 * CHUNK));
    for chunks in 0..3 {
        for near in [-1_isize, 0, 1, 15, 16, 17] {
            let length = (HEADER + chunks * SEALED_CHUNK)
                .checked_add_signed(near)
                .unwrap();
            let error = open(&large[..length]).unwrap_err();
            assert!(
                matches!(error, StreamError::Damaged { .. } | StreamError::NotSealed),
                "{length} bytes: {error:?}"
            );
        }
    }
}

#[rstest]
#[case::exchanged(&[1, 0, 2])]
#[case::repeated(&[0, 0, 1, 2])]
#[case::left_out(&[0, 2])]
#[case::last_first(&[2, 0, 1])]
#[case::last_twice(&[0, 1, 2, 2])]
#[case::only_the_last(&[2])]
fn chunks_in_another_order_are_refused(#[case] order: &[usize]) {
    let sealed = seal(&content(3 * CHUNK));
    let (header, body) = sealed.split_at(HEADER);
    let chunks: Vec<&[u8]> = body.chunks(SEALED_CHUNK).collect();
    assert_eq!(chunks.len(), 3);
    let mut mixed = header.to_vec();
    for at in order {
        mixed.extend_from_slice(chunks[*at]);
    }
    assert!(matches!(open(&mixed), Err(StreamError::Damaged { .. })));
}

#[test]
fn something_behind_the_end_is_refused() {
    let mut sealed = seal(b"isi");
    sealed.push(0);
    assert!(matches!(
        open(&sealed),
        Err(StreamError::Damaged { chunk: 0 })
    ));
}

#[rstest]
#[case::another_key(StreamKey::new(&[6; 32], b"bukti 1"))]
#[case::another_owner(StreamKey::new(&[5; 32], b"bukti 2"))]
fn another_key_or_owner_opens_nothing(#[case] other: StreamKey) {
    let mut opened = Vec::new();
    let result = open_stream(seal(b"isi").as_slice(), &mut opened, &other);
    assert!(matches!(result, Err(StreamError::Damaged { chunk: 0 })));
    assert!(opened.is_empty());
}

#[test]
fn a_newer_file_is_named() {
    let mut sealed = seal(b"isi");
    sealed[7] = b'2';
    assert!(matches!(open(&sealed), Err(StreamError::NewerFormat)));
}

#[test]
fn a_file_without_its_end_is_refused() {
    let mut sealed = Vec::new();
    let mut writer = SealWriter::new(&mut sealed, &key(), &PREFIX).unwrap();
    writer.write_all(&content(2 * CHUNK + 5)).unwrap();
    drop(writer);
    assert!(matches!(
        open(&sealed),
        Err(StreamError::Damaged { chunk: 1 })
    ));
}

/// A full disk, or a cable pulled: accepts so many bytes, then fails once and would accept more.
struct FailsOnce {
    left: usize,
    failed: bool,
}

impl Write for FailsOnce {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.left == 0 && !self.failed {
            self.failed = true;
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.left = self.left.saturating_sub(bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn after_a_failed_write_the_file_cannot_be_finished() {
    let disk = FailsOnce {
        left: HEADER,
        failed: false,
    };
    let mut writer = SealWriter::new(disk, &key(), &PREFIX).unwrap();
    let error = writer.write_all(&content(2 * CHUNK)).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::StorageFull);
    assert!(matches!(writer.finish(), Err(StreamError::Broken)));
}

#[test]
fn which_side_failed_is_told() {
    struct Unreadable;
    impl Read for Unreadable {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::ErrorKind::TimedOut.into())
        }
    }
    assert!(matches!(
        seal_stream(Unreadable, io::sink(), &key(), &PREFIX),
        Err(StreamError::Read(_))
    ));
    let disk = FailsOnce {
        left: HEADER,
        failed: false,
    };
    assert!(matches!(
        seal_stream(content(CHUNK).as_slice(), disk, &key(), &PREFIX),
        Err(StreamError::Write(_))
    ));
    let header = &seal(b"")[..HEADER];
    assert!(matches!(
        open_stream(header.chain(Unreadable), io::sink(), &key()),
        Err(StreamError::Read(_))
    ));
}

/// After a chunk that does not open, a reader that asks again gets neither its bytes nor an end.
#[test]
fn a_broken_reader_stays_broken() {
    let mut sealed = seal(&content(2 * CHUNK));
    sealed[HEADER + SEALED_CHUNK] ^= 1;
    let mut reader = OpenReader::new(sealed.as_slice(), &key()).unwrap();
    let mut first = vec![0; CHUNK];
    reader.read_exact(&mut first).unwrap();
    for _ in 0..3 {
        let mut more = [0; 10];
        assert!(reader.read(&mut more).is_err());
        assert_eq!(more, [0; 10]);
    }
}

/// 8 MiB go through while the reader never looks further ahead than one chunk and one byte.
#[test]
fn memory_stays_at_one_chunk() {
    struct Counted<'a> {
        inner: &'a mut dyn Read,
        taken: std::rc::Rc<std::cell::Cell<usize>>,
    }
    impl Read for Counted<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let read = self.inner.read(buffer)?;
            self.taken.set(self.taken.get() + read);
            Ok(read)
        }
    }
    let mut sealed = Vec::new();
    let length = 8 * 1024 * 1024;
    seal_stream(io::repeat(7).take(length), &mut sealed, &key(), &PREFIX).unwrap();

    let taken = std::rc::Rc::default();
    let counted = Counted {
        inner: &mut sealed.as_slice(),
        taken: std::rc::Rc::clone(&taken),
    };
    let mut reader = OpenReader::new(counted, &key()).unwrap();
    let mut given = 0;
    let mut buffer = [0; 4096];
    loop {
        let read = reader.read(&mut buffer).unwrap();
        if read == 0 {
            break;
        }
        given += read;
        let chunks = given.div_ceil(CHUNK);
        assert!(taken.get() <= HEADER + chunks * SEALED_CHUNK + 1);
    }
    assert_eq!(given as u64, length);
}
