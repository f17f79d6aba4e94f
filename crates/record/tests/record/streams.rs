//! Whatever is done to a stream is found, and the first place is named.

use crate::arbitrary;
use crate::writer::Writer;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use record::{
    Broken, Fault, Head, Header, Link, MAX_BODY_BYTES, Record, RecordError, Stream, decode_record,
    encode_record, verify_stream,
};

fn written() -> impl Strategy<Value = Writer> {
    vec((arbitrary::document(), any::<bool>()), 2..6).prop_map(|documents| {
        let mut writer = Writer::new(1);
        let mut base = None;
        for (document, upon) in documents {
            let revision = writer.seal(&document, base.filter(|_| upon));
            base = Some(revision);
        }
        writer
    })
}

fn verify(writer: &Writer, links: Vec<Link>) -> Result<(), Broken> {
    verify_stream(&writer.start, &writer.head, links)
}

fn without_chains(links: Vec<Link>) -> Vec<Link> {
    links
        .into_iter()
        .map(|link| Link {
            chain: None,
            ..link
        })
        .collect()
}

impl std::fmt::Debug for Writer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(&self.links).finish()
    }
}

proptest! {
    #[test]
    fn an_untouched_stream_is_whole(writer in written()) {
        prop_assert_eq!(verify(&writer, writer.links.clone()), Ok(()));
        prop_assert_eq!(verify(&writer, without_chains(writer.links.clone())), Ok(()));
    }

    #[test]
    fn a_record_comes_back(writer in written()) {
        for link in writer.links {
            let redacted = link.record.clone().redacted();
            prop_assert_eq!(decode_record(&encode_record(&link.record)).unwrap(), link.record);
            prop_assert_eq!(decode_record(&encode_record(&redacted)).unwrap(), redacted);
        }
    }

    #[test]
    fn any_flipped_bit_is_found(writer in written(), which: Index, at: Index, bit in 0..8_u8, erase: bool) {
        let which = which.index(writer.links.len());
        let mut links = writer.links.clone();
        if erase {
            links[which].record = links[which].record.clone().redacted();
            prop_assert_eq!(verify(&writer, links.clone()), Ok(()));
        }
        let mut bytes = encode_record(&links[which].record);
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        if let Ok(record) = decode_record(&bytes) {
            links[which].record = record;
            let broken = verify(&writer, links.clone()).unwrap_err();
            prop_assert_eq!(broken.seq, which as u64 + 1);
            prop_assert!(verify(&writer, without_chains(links)).is_err());
        }
    }

    #[test]
    fn a_changed_body_or_salt_is_found(writer in written(), which: Index, at: Index, in_salt: bool) {
        let which = which.index(writer.links.len());
        let mut links = writer.links.clone();
        let record = &mut links[which].record;
        if in_salt {
            record.salt[at.index(16)] ^= 1;
        } else {
            let body = record.body.as_mut().unwrap();
            let at = at.index(body.len());
            body[at] ^= 1;
        }
        let expected = Broken { seq: which as u64 + 1, fault: Fault::Body };
        prop_assert_eq!(verify(&writer, without_chains(links)), Err(expected));
    }

    #[test]
    fn a_removed_record_is_found(writer in written(), which: Index) {
        let which = which.index(writer.links.len());
        let mut links = writer.links.clone();
        links.remove(which);
        let broken = verify(&writer, without_chains(links)).unwrap_err();
        prop_assert_eq!(broken.seq, which as u64 + 1);
    }

    #[test]
    fn two_exchanged_records_are_found(writer in written(), which: Index) {
        let which = which.index(writer.links.len() - 1);
        let mut links = writer.links.clone();
        links.swap(which, which + 1);
        let fault = Fault::Sequence { found: which as u64 + 2 };
        let expected = Broken { seq: which as u64 + 1, fault };
        prop_assert_eq!(verify(&writer, links), Err(expected));
    }

    #[test]
    fn a_renumbered_exchange_is_found(writer in written()) {
        let mut links = without_chains(writer.links.clone());
        links.swap(0, 1);
        links[0].record.header.seq = 1;
        links[1].record.header.seq = 2;
        let last = writer.head.seq;
        prop_assert_eq!(verify(&writer, links), Err(Broken { seq: last, fault: Fault::Chain }));
    }

    #[test]
    fn a_doubled_record_is_found(writer in written(), which: Index) {
        let which = which.index(writer.links.len());
        let mut links = writer.links.clone();
        links.insert(which, links[which].clone());
        prop_assert_eq!(verify(&writer, links).unwrap_err().seq, which as u64 + 2);
    }

    #[test]
    fn a_cut_stream_is_found(writer in written(), keep: Index) {
        let keep = keep.index(writer.links.len());
        let links = writer.links[..keep].to_vec();
        let expected = Broken { seq: keep as u64 + 1, fault: Fault::Truncated };
        prop_assert_eq!(verify(&writer, links), Err(expected));
    }

    #[test]
    fn a_header_comes_back(writer in written()) {
        for Link { record, .. } in writer.links {
            prop_assert_eq!(Header::from_bytes(&record.header.bytes()).unwrap(), record.header);
        }
    }
}

fn three() -> Writer {
    let mut writer = Writer::new(1);
    for (_, document) in crate::samples::documents().iter().take(3) {
        writer.seal(document, None);
    }
    writer
}

#[test]
fn a_record_behind_the_head_is_found() {
    let writer = three();
    let end = Head::start(writer.start.stream, writer.start.chain).after(&writer.links[0].record);
    let broken = verify_stream(&writer.start, &end, writer.links.clone()).expect_err("longer");
    assert_eq!(
        broken,
        Broken {
            seq: 2,
            fault: Fault::Sequence { found: 3 }
        }
    );
}

#[test]
fn a_record_of_another_device_is_found() {
    let (writer, other) = (three(), Writer { ..other_device() });
    let mut links = writer.links.clone();
    links[1] = other.links[1].clone();
    let found = other.head.stream;
    assert_eq!(
        verify(&writer, links),
        Err(Broken {
            seq: 2,
            fault: Fault::Stream { found }
        })
    );
}

fn other_device() -> Writer {
    let mut writer = Writer::new(2);
    for (_, document) in crate::samples::documents().iter().take(3) {
        writer.seal(document, None);
    }
    writer
}

#[test]
fn the_same_records_of_another_database_are_another_chain() {
    let writer = three();
    let device = writer.start.stream.device_id();
    let incarnation = writer.start.stream.incarnation();
    let zero = record::chain_zero(&[2; 16], &device, &[1; 32], &incarnation);
    let start = Head::start(writer.start.stream, zero);
    assert!(verify_stream(&start, &writer.head, without_chains(writer.links)).is_err());
}

#[test]
fn a_stream_names_its_device_and_incarnation() {
    let stream = Stream::new(&[1; 16], &[2; 16]);
    assert_eq!(
        (stream.device_id(), stream.incarnation()),
        ([1; 16], [2; 16])
    );
}

#[test]
fn an_erased_body_leaves_no_trace_and_the_chain_whole() {
    let writer = three();
    let mut links = writer.links.clone();
    links[1].record = links[1].record.clone().redacted();
    let Record { salt, body, .. } = &links[1].record;
    assert_eq!((salt, body), (&[0; 16], &None));
    assert_eq!(verify(&writer, links), Ok(()));
}

#[test]
fn a_body_that_is_too_large_does_not_travel() {
    let mut record = three().links.remove(0).record;
    record.body = Some(vec![0; MAX_BODY_BYTES + 1]);
    let error = decode_record(&encode_record(&record)).expect_err("too large");
    assert!(matches!(error, RecordError::TooLarge));
}
