//! Daftar Kurang on paper: A4, legible in grey, a box to tick.

use super::wording;
use crate::format;
use crate::language::use_language;
use crate::place::use_office;
use crate::query::Query;
use api::home::{Home, MissingPerson};
use catalogue::{Language, page_frame, page_home as words};
use leptos::prelude::*;

/// What the printer gets in the place of the screen.
#[component]
pub fn PrintedList(home: Query<Home>) -> impl IntoView {
    let language = use_language();
    let office = use_office();
    view! {
        <section class="print-only home-print">
            {move || {
                let place = office.place()?;
                let unit = office.unit()?;
                let made = format::date(language, office.today());
                let period = format::period(language, place.period);
                home.with(|home| home.map(|home| {
                    let due = format::weekday_date(language, home.deadline);
                    let left = format::days_left(language, home.days_left);
                    let done = words::done(language, home.complete, home.total);
                    let returned: Vec<_> =
                        home.returned.iter().map(|it| (&it.person, it.reason.as_str())).collect();
                    let groups: Vec<_> = home
                        .missing
                        .iter()
                        .map(|group| {
                            let people: Vec<_> = group.people.iter().map(|it| (it, "")).collect();
                            table(language, wording::line(language, group.code), &people)
                        })
                        .collect();
                    view! {
                        <h1>{words::print_title(language, period)}</h1>
                        <p>{unit.name} " · " {unit.instansi}</p>
                        <p>
                            {done} " " {words::done_word(language)} " · "
                            {words::due(language, due, left)}
                        </p>
                        {table(language, words::returned(language), &returned)}
                        {groups}
                        <p class="home-print-made">{words::print_made(language, made)}</p>
                    }
                }))
            }}
        </section>
    }
}

/// People with a box to tick; what the centre said about somebody stands below the name. Nobody is no
/// table.
fn table(
    language: Language,
    says: &'static str,
    people: &[(&MissingPerson, &str)],
) -> Option<AnyView> {
    if people.is_empty() {
        return None;
    }
    let rows: Vec<_> = people
        .iter()
        .zip(1_u32..)
        .map(|((person, reason), number)| {
            let reason = (!reason.is_empty())
                .then(|| view! { <div class="home-print-reason">{(*reason).to_owned()}</div> });
            view! {
                <tr>
                    <td class="num">{number}</td>
                    <td>{person.name.clone()} {reason}</td>
                    <td>{person.nip.grouped()}</td>
                    <td class="home-print-box">"☐"</td>
                </tr>
            }
        })
        .collect();
    let table = view! {
        <h2>{people.len()} " " {says}</h2>
        <table>
            <thead>
                <tr>
                    <th>{words::print_number(language)}</th>
                    <th>{words::print_name(language)}</th>
                    <th>{page_frame::nip(language)}</th>
                    <th>{words::print_done(language)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    Some(table.into_any())
}
