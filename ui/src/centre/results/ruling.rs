//! Ruling about ratings: Kembalikan with a reason, Nyatakan final for one or for all.

use crate::centre::access::use_access;
use crate::centre::acts::use_acts;
use crate::components::{Button, ButtonKind, Dialog, TextArea};
use crate::format;
use crate::language::use_language;
use api::central::results::RatingLine;
use api::central::ruling::{FinaliseRatings, RuleRating, Ruling, VerdictLine};
use api::central::{Need, OfficeId};
use catalogue::{Language, centre_data, centre_ruling as words, common};
use domain::UnitId;
use leptos::prelude::*;

/// What the buttons beside a rating may do.
#[component]
pub fn RulingActs(office: OfficeId, rated: RatingLine) -> impl IntoView {
    let language = use_language();
    let access = use_access();
    let acts = use_acts();
    let returning = RwSignal::new(false);
    let standing = rated.verdict.as_ref().filter(|it| !it.is_answered);
    let ruling = standing.map(|verdict| verdict.ruling);
    let may_rule = access.may(Need::Deciding);
    let may_return = may_rule && ruling != Some(Ruling::Returned);
    let may_finalise =
        may_rule && ruling.is_none() && rated.predikat.is_some() && rated.branches == 0;
    let period = format::period(language, rated.period);
    let return_name = words::give_back_of(language, &period);
    let final_name = words::make_final_of(language, &period);
    let rated = StoredValue::new(rated);
    let finalise = move || {
        let command = rated.with_value(|rated| rule(office, rated, (Ruling::Final, String::new())));
        acts.run(command, move |_| acts.say(words::made_final(language)));
    };
    view! {
        {may_finalise.then(|| view! {
            <Button
                kind=ButtonKind::Small
                busy=acts.is_busy()
                on_press=finalise
                attr:aria-label=final_name
            >
                {words::make_final(language)}
            </Button>
        })}
        {may_return.then(|| view! {
            <Button
                kind=ButtonKind::SmallQuiet
                on_press=move || returning.set(true)
                attr:aria-label=return_name
            >
                {words::give_back(language)}
            </Button>
        })}
        {move || returning.get().then(|| view! { <ReturnDialog office rated returning /> })}
    }
}

fn rule(office: OfficeId, rated: &RatingLine, (ruling, reason): (Ruling, String)) -> RuleRating {
    RuleRating {
        office,
        evaluation: rated.evaluation,
        revision: rated.revision.clone(),
        ruling,
        reason,
    }
}

#[component]
fn ReturnDialog(
    office: OfficeId,
    rated: StoredValue<RatingLine>,
    returning: RwSignal<bool>,
) -> impl IntoView {
    let language = use_language();
    let acts = use_acts();
    let reason = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    crate::components::forget_when_changed(wrong, move || reason.track());
    let is_final = rated.with_value(|rated| {
        let verdict = rated.verdict.as_ref();
        verdict.is_some_and(|it| it.ruling == Ruling::Final && !it.is_answered)
    });
    let title = words::give_back_title(
        language,
        format::period(language, rated.with_value(|rated| rated.period)),
    );
    let send = move || {
        if reason.with_untracked(|reason| reason.trim().is_empty()) {
            wrong.set(Some(centre_data::missing(language).to_owned()));
            return;
        }
        let reason = reason.get_untracked();
        let command = rated.with_value(|rated| rule(office, rated, (Ruling::Returned, reason)));
        acts.run(command, move |_| {
            acts.say(words::gave_back(language));
            returning.set(false);
        });
    };
    view! {
        <Dialog open=returning title>
            <div class="stack">
                <p>{words::give_back_text(language)}</p>
                {is_final.then(|| view! { <p>{words::give_back_final(language)}</p> })}
                <TextArea
                    label=words::reason(language)
                    value=reason
                    hint=words::reason_hint(language)
                    error=wrong
                />
                <div class="row-buttons">
                    <Button kind=ButtonKind::Primary busy=acts.is_busy() on_press=send>
                        {words::give_back(language)}
                    </Button>
                    <Button on_press=move || returning.set(false)>{common::cancel(language)}</Button>
                </div>
            </div>
        </Dialog>
    }
}

/// What was ruled about a rating last, in small words.
pub fn verdict(language: Language, verdict: &VerdictLine) -> AnyView {
    let access = use_access();
    let at = format::short_moment(language, access.local(verdict.at), access.today());
    let said = match verdict.ruling {
        Ruling::Returned => words::returned_by(language, &verdict.by, at),
        Ruling::Final => words::final_by(language, &verdict.by, at),
    };
    let reason = (!verdict.reason.is_empty()).then(|| format!(": {}", verdict.reason));
    let answered = verdict
        .is_answered
        .then(|| format!(" – {}", words::answered(language)));
    view! { <small class="centre-verdict">{said} {reason} {answered}</small> }.into_any()
}

/// What was ruled, in one word.
pub const fn ruling(language: Language, ruling: Ruling) -> &'static str {
    match ruling {
        Ruling::Returned => words::is_returned(language),
        Ruling::Final => words::is_final(language),
    }
}

/// Makes all ratings of the office's period final, or those of a unit, after a question.
#[component]
pub fn FinaliseAll(
    office: Memo<Option<OfficeId>>,
    unit: RwSignal<Option<UnitId>>,
) -> impl IntoView {
    let language = use_language();
    let access = use_access();
    let acts = use_acts();
    let asking = RwSignal::new(false);
    let finalise = move || {
        let Some(office) = office.get_untracked() else {
            return;
        };
        let command = FinaliseRatings {
            office,
            period: access.period(),
            unit: unit.get_untracked(),
        };
        acts.run(command, move |done| {
            let (finalised, left) = (done.finalised, done.left);
            acts.say(words::all_made_final(
                language,
                format::number(language, finalised.into()),
                format::number(language, left.into()),
            ));
            asking.set(false);
        });
    };
    let title = Signal::derive(move || {
        words::make_all_title(language, format::period(language, access.period()))
    });
    access.may(Need::Deciding).then(|| {
        view! {
            <Button on_press=move || asking.set(true)>{words::make_all_final(language)}</Button>
            <Dialog open=asking title>
                <div class="stack">
                    <p>{words::make_all_text(language)}</p>
                    <div class="row-buttons">
                        <Button kind=ButtonKind::Primary busy=acts.is_busy() on_press=finalise>
                            {words::make_final(language)}
                        </Button>
                        <Button on_press=move || asking.set(false)>
                            {common::cancel(language)}
                        </Button>
                    </div>
                </div>
            </Dialog>
        }
    })
}
