use domain::Kind;

#[test]
fn every_number_names_its_kind() {
    let known: Vec<Kind> = (0..=u8::MAX).filter_map(Kind::from_number).collect();
    assert!(
        known
            .iter()
            .all(|kind| Kind::from_number(kind.number()) == Some(*kind))
    );
    assert!(Kind::DOCUMENTS.iter().all(|kind| known.contains(kind)));
    assert_eq!(known.len(), 13);
}

#[test]
fn evaluations_notes_evidence_and_users_do_not_seal_when_saved() {
    let unsealed: Vec<Kind> = Kind::DOCUMENTS
        .into_iter()
        .filter(|kind| !kind.seals_when_saved())
        .collect();
    assert_eq!(
        unsealed,
        [Kind::Evaluation, Kind::Note, Kind::Evidence, Kind::User]
    );
}
