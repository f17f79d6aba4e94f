//! Two finished periods, and a third that somebody began on a busy morning.

use super::Placed;
use crate::{Desk, Trouble};
use domain::evaluation::{Cell, EvaluationState};
use domain::{Capaian, Document, Evaluation, EvaluationId, Kind, Period, Rating};
use store::Act;

/// Every third person of the waiting period has a draft already.
const BEGUN: usize = 3;

pub(super) fn put(
    desk: &Desk<'_>,
    act: &mut Act<'_>,
    placed: &[Placed<'_>],
    period: Period,
) -> Result<(), Trouble> {
    let earlier = period.previous();
    for past in [earlier.previous(), earlier] {
        for (number, person) in placed.iter().enumerate() {
            finished(desk, act, (number, person), past)?;
        }
    }
    for (number, person) in placed.iter().enumerate() {
        begun(desk, act, (number, person), period)?;
    }
    Ok(())
}

/// A finished, sealed evaluation: everybody *sesuai* but the few whose attainment stands out.
fn finished(
    desk: &Desk<'_>,
    act: &mut Act<'_>,
    (number, person): (usize, &Placed<'_>),
    period: Period,
) -> Result<(), Trouble> {
    let Some(post) = person.posts.first().filter(|post| post.touches(period)) else {
        return Ok(());
    };
    if person.member.head || person.member.exception.is_some() {
        return Ok(());
    }
    let mut evaluation = Evaluation::empty(EvaluationId(desk.new_id()?), post, period);
    let change = u32::try_from(number % 5).unwrap_or(0) * 100;
    evaluation.capaian = person
        .member
        .capaian
        .map(|it| Capaian(it.0.saturating_sub(change)));
    evaluation.hasil_kerja = rated(suggested(evaluation.capaian));
    evaluation.perilaku = rated(Rating::Sesuai);
    if evaluation.needs_reason() {
        "Menurut capaian dan catatan bulan itu.".clone_into(&mut evaluation.reason);
    }
    evaluation.state = EvaluationState::Ready;
    let id = evaluation.id.0;
    act.put(Document::Evaluation(Box::new(evaluation)))?;
    act.seal(Kind::Evaluation, id)?;
    Ok(())
}

/// A draft with the attainment typed in, and a rating here and there.
fn begun(
    desk: &Desk<'_>,
    act: &mut Act<'_>,
    (number, person): (usize, &Placed<'_>),
    period: Period,
) -> Result<(), Trouble> {
    let (Some(post), Some(capaian)) = (person.posts.first(), person.member.capaian) else {
        return Ok(());
    };
    if !post.touches(period) {
        return Ok(());
    }
    let mut evaluation = Evaluation::empty(EvaluationId(desk.new_id()?), post, period);
    evaluation.capaian = Some(capaian);
    if number % BEGUN == 1 {
        evaluation.hasil_kerja = rated(suggested(Some(capaian)));
        if number % (2 * BEGUN) == 1 {
            evaluation.perilaku = rated(Rating::Sesuai);
        }
    }
    act.put(Document::Evaluation(Box::new(evaluation)))?;
    Ok(())
}

const fn rated(rating: Rating) -> Cell {
    Cell {
        rating: Some(rating),
        bulk: false,
    }
}

fn suggested(capaian: Option<Capaian>) -> Rating {
    match capaian {
        Some(it) if it >= Capaian(11_000) => Rating::DiAtas,
        Some(it) if it < Capaian(8_000) => Rating::DiBawah,
        _ => Rating::Sesuai,
    }
}
