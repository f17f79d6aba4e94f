//! Who may have the database at the same time.

use crate::office::{Office, identity, key};
use store::{LockError, OpenError, Places, Store};

#[test]
fn several_may_work_but_only_one_alone() {
    let office = Office::empty();
    let other = Store::open(&office.places(), &key()).expect("open beside the other");
    let refused = office.store.exclusive("practice");
    let Err(LockError::Busy {
        holder: Some(holder),
    }) = refused
    else {
        panic!("{refused:?}")
    };
    assert_eq!(holder.pid, std::process::id());
    assert!(holder.program.starts_with("stories"));
    assert!(holder.since.is_some());
    drop(other);
    let alone = office.store.exclusive("practice").expect("alone now");
    let refused = Store::open(&office.places(), &key());
    let Err(OpenError::Busy {
        holder: Some(holder),
    }) = refused
    else {
        panic!("{refused:?}")
    };
    assert_eq!(holder.purpose.as_deref(), Some("practice"));
    drop(alone);
    Store::open(&office.places(), &key()).expect("open again");
}

#[test]
fn what_a_dead_process_left_keeps_nobody_out() {
    let (_folder, places) = Office::empty().close();
    let holders = places.data.join("holders");
    std::fs::write(holders.join("999999-0.open"), "").expect("a file without a lock");
    let note = r#"{"program":"kinerja","pid":999999,"purpose":null}"#;
    std::fs::write(holders.join("999999-0.json"), note).expect("its note");
    let store = Store::open(&places, &key()).expect("open");
    store.exclusive("practice").expect("alone");
    assert!(!holders.join("999999-0.open").exists());
}

#[test]
fn a_second_database_is_not_made_over_the_first() {
    let (_folder, places) = Office::empty().close();
    let refused = Store::create(&places, &key(), &identity());
    assert!(matches!(refused, Err(OpenError::AlreadyExists)));
    Store::open(&places, &key()).expect("the first one is as it was");
    assert!(!Store::exists(&Places::new(places.data.join("elsewhere"))));
}
