//! *Siap dikirim*: seals every rating that nothing blocks, with the notes and the evidence that it
//! rests on. Said twice, the second time seals nothing.

use super::progress::count;
use super::standings_of;
use crate::roster::Asked;
use crate::sheet::Standing;
use crate::{Desk, Operation, Trouble};
use api::home::{Blocked, Finish, FinishPreview, Finished, PreviewFinish};
use domain::evaluation::EvaluationState;
use domain::missing::MissingCode;
use domain::rules::bundle;
use domain::{Document, EmployeeId, Kind};
use std::collections::{BTreeSet, HashSet};
use store::{Act, View};
use uuid::Uuid;

pub(crate) fn preview_finish(
    desk: &Desk<'_>,
    request: &PreviewFinish,
) -> Result<FinishPreview, Trouble> {
    desk.read(|view| {
        let asked = Asked::at(desk, Some(request.unit), request.period, &request.appraiser);
        let people = standings_of(desk, view, &asked)?;
        let exempt: HashSet<EmployeeId> = people
            .iter()
            .filter(|standing| standing.is_exempt())
            .map(|standing| standing.row.employee.id)
            .collect();
        let advice = advice(&people);
        let sorted = Sorted::of(people);
        let (notes, evidence) = travelling(view, &sorted.to_seal)?;
        Ok::<_, Trouble>(FinishPreview {
            to_seal: sorted.to_seal.iter().map(Standing::person).collect(),
            sealed: sorted.sealed,
            blocked: sorted.blocked,
            exempt: count(exempt.len()),
            notes,
            evidence,
            advice,
        })
    })
}

pub(crate) fn finish(desk: &Desk<'_>, request: &Finish) -> Result<Finished, Trouble> {
    desk.transact(Operation::Finish, |act| {
        let asked = Asked::at(desk, request.unit, request.period, &request.appraiser);
        let sorted = Sorted::of(standings_of(desk, act, &asked)?);
        let sealed = count(sorted.to_seal.len());
        let rules_version = desk.rules.at(request.period).version;
        for standing in sorted.to_seal {
            seal(act, standing, rules_version)?;
        }
        Ok(Finished {
            sealed,
            blocked: sorted.blocked,
        })
    })
}

/// What becomes of each row.
struct Sorted {
    to_seal: Vec<Standing>,
    sealed: u32,
    blocked: Vec<Blocked>,
}

impl Sorted {
    fn of(people: Vec<Standing>) -> Self {
        let mut sorted = Self {
            to_seal: Vec::new(),
            sealed: 0,
            blocked: Vec::new(),
        };
        for standing in people {
            if standing.is_exempt() {
                continue;
            }
            // What is final is with the centre, whatever was typed here meanwhile.
            if standing.is_ready() || standing.is_final() {
                sorted.sealed += 1;
                continue;
            }
            let codes = standing.blocks();
            if codes.is_empty() {
                sorted.to_seal.push(standing);
            } else {
                sorted.blocked.push(Blocked {
                    person: standing.person(),
                    codes,
                });
            }
        }
        sorted
    }
}

/// Seals the rating after what it rests on, so that whoever reads the records in order knows every
/// document that a rating names.
fn seal(act: &mut Act<'_>, standing: Standing, rules_version: u32) -> Result<(), Trouble> {
    let (notes, evidence) = ground(&standing);
    let is_returned = standing.is_returned();
    let Some(mut evaluation) = standing.evaluation else {
        return Ok(());
    };
    for (kind, ids) in [(Kind::Evidence, evidence), (Kind::Note, notes)] {
        for id in ids {
            act.seal(kind, id)?;
        }
    }
    evaluation.notes = standing.notes.iter().rev().map(|note| note.id).collect();
    evaluation.state = EvaluationState::Ready;
    evaluation.rules_version = rules_version;
    let id = evaluation.id.0;
    act.put(Document::Evaluation(Box::new(evaluation)))?;
    if is_returned {
        // The centre waits for an answer, also when the office stands by what it said.
        act.seal_again(Kind::Evaluation, id)?;
    } else {
        act.seal(Kind::Evaluation, id)?;
    }
    Ok(())
}

/// Notes and evidence that a rating rests on. What an earlier sealing named travels again when it
/// changed: that a note was withdrawn must be known wherever the note is.
fn ground(standing: &Standing) -> (BTreeSet<Uuid>, BTreeSet<Uuid>) {
    let evaluation = standing.evaluation.as_ref();
    let mut notes: BTreeSet<Uuid> = standing.notes.iter().map(|note| note.id.0).collect();
    let mut evidence: BTreeSet<Uuid> = standing.evidence.iter().map(|id| id.0).collect();
    notes.extend(
        evaluation
            .into_iter()
            .flat_map(|it| &it.notes)
            .map(|id| id.0),
    );
    evidence.extend(
        evaluation
            .into_iter()
            .flat_map(|it| &it.evidence)
            .map(|id| id.0),
    );
    (notes, evidence)
}

/// How many notes and files are not sealed as they are now.
fn travelling(view: &View<'_>, to_seal: &[Standing]) -> Result<(u32, u32), Trouble> {
    let (mut notes, mut evidence) = (BTreeSet::new(), BTreeSet::new());
    for standing in to_seal {
        let ground = ground(standing);
        notes.extend(ground.0);
        evidence.extend(ground.1);
    }
    let unsealed = |kind: Kind, ids: BTreeSet<Uuid>| -> Result<u32, Trouble> {
        let mut found = 0;
        for id in ids {
            if !view.sealed_equals_current(kind, id)? {
                found += 1;
            }
        }
        Ok(found)
    };
    Ok((
        unsealed(Kind::Note, notes)?,
        unsealed(Kind::Evidence, evidence)?,
    ))
}

/// What stops nothing, with how many people.
fn advice(people: &[Standing]) -> Vec<(MissingCode, u32)> {
    let advising = bundle().missing.codes().filter(|(_, blocks)| !blocks);
    advising
        .filter_map(|(code, _)| {
            let lacking: HashSet<EmployeeId> = people
                .iter()
                .filter(|standing| standing.missing().contains(&code))
                .map(|standing| standing.row.employee.id)
                .collect();
            (!lacking.is_empty()).then(|| (code, count(lacking.len())))
        })
        .collect()
}
