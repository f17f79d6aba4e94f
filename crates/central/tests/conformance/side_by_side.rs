//! Several servers on one database, and two databases that must agree.

use crate::on_both;
use crate::support::bed::{Bed, Kind};
use crate::support::documents::{evaluation, master_data, october, unit};
use crate::support::pc::Pc;
use ciphers::SealedTo;
use sync::message::Receipt;
use sync::packet::{self, Holds, Packet, PacketHead, Part, PartKind};
use sync::wire::Message as _;

on_both!(
    two_servers_take_in_at_once,
    a_stick_is_taken_in_and_answered,
    the_workbook_holds_every_office,
    changes_behind_the_back_are_found,
    the_centre_is_well,
);

async fn two_servers_take_in_at_once(kind: Kind) {
    let bed = Bed::new(kind).await;
    let second_server = bed.another().await;
    let mut pcs = Vec::new();
    for number in 1..=6 {
        let mut pc = bed.enrolled(number, "Dinas Pendidikan").await;
        for document in master_data(10) {
            pc.seal(&document);
        }
        pcs.push(pc);
    }
    let running = pcs.iter().enumerate().map(|(number, pc)| {
        let sent = pc.batch_behind(0);
        let centre = if number % 2 == 0 {
            &bed.centre
        } else {
            &second_server
        };
        let (centre, other) = (centre.clone(), second_server.clone());
        let office = pc.office;
        tokio::spawn(async move {
            // The same batch on both servers at the same time counts once.
            let (one, two) = tokio::join!(
                centre.ingest(office, sent.bytes.clone()),
                other.ingest(office, sent.bytes.clone()),
            );
            assert_eq!(one.unwrap().unwrap().through, two.unwrap().unwrap().through);
        })
    });
    for task in running.collect::<Vec<_>>() {
        task.await.unwrap();
    }
    assert_eq!(bed.count("SELECT count(*) FROM record").await, 6 * 21);
    assert_eq!(
        bed.count("SELECT feed_seq FROM office_head ORDER BY feed_seq DESC")
            .await,
        6 + 6 * 21
    );
    assert_eq!(bed.centre.verify().await.unwrap().faults, []);
}

/// The same history on both databases gives the same hash.
#[tokio::test(flavor = "multi_thread")]
async fn both_databases_give_the_same_state_hash() {
    let mut hashes = Vec::new();
    for kind in [Kind::Sqlite, Kind::Postgres] {
        let bed = Bed::new(kind).await;
        let code = bed.code("Dinas Pendidikan").await;
        let mut pc = Pc::new(1);
        pc.office = bed.enrol(&pc, &code).await.unwrap().office();
        for document in master_data(40) {
            pc.seal(&document);
        }
        bed.ingest(pc.office, &pc.batch_behind(0)).await.unwrap();
        let mut clone = pc.cloned();
        for number in 1..=40 {
            pc.seal(&evaluation(number, "satu"));
            clone.seal(&evaluation(number, "dua"));
        }
        bed.ingest(pc.office, &clone.batch_behind(81))
            .await
            .unwrap();
        bed.ingest(pc.office, &pc.batch_behind(81)).await.unwrap();
        let verified = bed.centre.verify().await.unwrap();
        assert_eq!(verified.faults, []);
        let office = verified.offices.iter().find(|it| it.office == pc.office);
        hashes.push(office.unwrap().sealed_hash);
    }
    assert_eq!(hashes[0], hashes[1]);
}

async fn a_stick_is_taken_in_and_answered(kind: Kind) {
    let bed = Bed::new(kind).await;
    let mut pc = bed.enrolled(1, "Dinas Pendidikan").await;
    pc.seal(&unit(1));
    pc.seal(&unit(2));
    let epoch = bed.centre.epoch().await.unwrap();
    let seal = SealedTo::parse(&bed.centre.seal_to()).unwrap();
    let head = PacketHead {
        holds: Holds::Records,
        office: pc.office,
        device: pc.device,
        recipient: seal.name(),
        first_seq: 1,
        last_seq: 2,
    };
    let parts = [
        Part {
            kind: PartKind::Batch,
            bytes: pc.batch_behind(0).bytes,
        },
        Part {
            kind: PartKind::Hello,
            bytes: pc.hello(&[], (epoch, vec![])).to_bytes(),
        },
    ];
    let file = packet::write(&head, &parts, &seal).unwrap().bytes;
    for _ in 0..2 {
        let imported = bed.centre.import(&file).await.unwrap();
        assert_eq!(
            (imported.content.batches, imported.content.accepted),
            (1, 2)
        );
        let answer = Packet::parse(&imported.answer).unwrap();
        assert_eq!(
            (answer.head().holds, answer.head().device),
            (Holds::Answer, pc.device)
        );
        let parts = answer.open(&pc.keys).unwrap();
        let receipt = parts
            .iter()
            .find(|part| part.kind == PartKind::Receipt)
            .unwrap();
        let receipt = Receipt::from_bytes(&receipt.bytes).unwrap();
        assert_eq!(receipt.through, pc.head.into());
        assert!(parts.iter().any(|part| part.kind == PartKind::Pack));
    }
    assert_eq!(bed.count("SELECT count(*) FROM record").await, 2);
    let mut damaged = file.clone();
    damaged[file.len() / 2] ^= 1;
    assert!(bed.centre.import(&damaged).await.is_err());
    assert!(bed.centre.import(&file[..file.len() - 9]).await.is_err());
    // A request to join, from a PC that has no line either.
    let other = Pc::new(9);
    let code = bed.code("Dinas Kesehatan").await;
    let request = sync::joining::write_request(&other.request(&code));
    let imported = bed.centre.import(&request).await.unwrap();
    assert_eq!(imported.content.office, Some(code.office));
    assert!(sync::joining::read_answer(&imported.answer).is_ok());
}

async fn the_workbook_holds_every_office(kind: Kind) {
    let bed = Bed::new(kind).await;
    for (number, name) in [(1, "Dinas Pendidikan"), (2, "Dinas Kesehatan")] {
        let mut pc = bed.enrolled(number, name).await;
        for document in master_data(5) {
            pc.seal(&document);
        }
        for number in 1..=4 {
            pc.seal(&evaluation(number, "baik"));
        }
        bed.ingest(pc.office, &pc.batch_behind(0)).await.unwrap();
    }
    let file = bed.folder.path().join("bkn.xlsx");
    let exported = bed.centre.export_bkn(october(), &file).await.unwrap();
    // Whoever is not rated is there too.
    assert_eq!((exported.rows, exported.left_out.len()), (10, 0));
    assert!(file.exists());
    let none = bed.folder.path().join("kosong.xlsx");
    let before = domain::Period::month(2025, 12).unwrap();
    assert_eq!(bed.centre.export_bkn(before, &none).await.unwrap().rows, 0);
}

async fn changes_behind_the_back_are_found(kind: Kind) {
    for change in [
        "UPDATE record SET chain = $1 WHERE seq = 2",
        "DELETE FROM record WHERE seq = 2 AND chain <> $1",
        "UPDATE batch SET bytes = $1",
        "UPDATE feed SET item = (SELECT f.item FROM feed f WHERE f.seq = 2 AND f.record_seq = 1) \
         WHERE seq = 3 AND chain <> $1",
        "DELETE FROM doc WHERE doc_id <> $1",
        "UPDATE stream_head SET head_chain = $1",
    ] {
        let bed = Bed::new(kind).await;
        let mut pc = bed.enrolled(1, "Dinas Pendidikan").await;
        for document in master_data(3) {
            pc.seal(&document);
        }
        bed.ingest(pc.office, &pc.batch_behind(0)).await.unwrap();
        assert_eq!(bed.centre.verify().await.unwrap().faults, []);
        let changed = bed
            .centre
            .database()
            .write(move |sql| {
                Box::pin(async move {
                    let value = [[7_u8; 32].into()];
                    sql.execute(change, &value).await
                })
            })
            .await;
        assert!(changed.unwrap() > 0, "{change}");
        assert_ne!(bed.centre.verify().await.unwrap().faults, [], "{change}");
    }
}

async fn the_centre_is_well(kind: Kind) {
    let bed = Bed::new(kind).await;
    let _pc = bed.enrolled(1, "Dinas Pendidikan").await;
    let checks = bed.centre.doctor().await.unwrap();
    let unwell: Vec<_> = checks
        .iter()
        .filter(|it| !it.is_well)
        .map(|it| it.what)
        .collect();
    // It never served.
    assert_eq!(unwell, ["address"]);
}
