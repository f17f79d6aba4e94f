//! Daftar Kurang on paper: A4, legible in grey, a box to tick.

use super::wording;
use crate::format;
use crate::language::use_language;
use crate::place::use_office;
use crate::query::Query;
use api::home::{Home, MissingGroup};
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
                    let groups: Vec<_> =
                        home.missing.iter().map(|group| table(language, group)).collect();
                    view! {
                        <h1>{words::print_title(language, period)}</h1>
                        <p>{unit.name} " · " {unit.instansi}</p>
                        <p>
                            {done} " " {words::done_word(language)} " · "
                            {words::due(language, due, left)}
                        </p>
                        {groups}
                        <p class="home-print-made">{words::print_made(language, made)}</p>
                    }
                }))
            }}
        </section>
    }
}

fn table(language: Language, group: &MissingGroup) -> AnyView {
    let rows: Vec<_> = group
        .people
        .iter()
        .zip(1_u32..)
        .map(|(person, number)| {
            view! {
                <tr>
                    <td class="num">{number}</td>
                    <td>{person.name.clone()}</td>
                    <td>{person.nip.grouped()}</td>
                    <td class="home-print-box">"☐"</td>
                </tr>
            }
        })
        .collect();
    view! {
        <h2>{group.people.len()} " " {wording::line(language, group.code)}</h2>
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
    }
    .into_any()
}
