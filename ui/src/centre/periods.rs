//! Periode: closing, in one office or in all.

use super::access::use_access;
use super::acts::use_acts;
use super::carried::carry;
use super::parts::SearchField;
use super::routes::Screen;
use crate::components::{
    Button, ButtonKind, Chip, ChipTone, Dialog, IconName, LinkButton, PageHead, Pagination,
    QueryView,
};
use crate::format;
use crate::language::use_language;
use crate::query::use_query;
use api::central::periods::{
    ClosePeriod, GetPeriods, ListPeriodOffices, PeriodLine, PeriodOffice, Periods,
};
use api::central::{Need, OfficeId, PAGE};
use catalogue::{centre_data as words, centre_frame, common};
use domain::Period;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

/// What somebody is about to close.
#[derive(Clone, Debug, PartialEq)]
struct Closing {
    period: Period,
    /// One office with its name, or how many there are.
    place: Result<(OfficeId, String), u32>,
}

/// The periods.
#[component]
pub fn PeriodsScreen() -> impl IntoView {
    let language = use_language();
    let found = use_query(move || Some(GetPeriods {}));
    let closing = RwSignal::new(None::<Closing>);
    view! {
        <PageHead title=centre_frame::periods(language) sub=words::periods_sub(language) />
        <QueryView
            query=found
            show=move || {
                view! {
                    <section class="card centre-table">
                        <div class="rows">{move || found.get().map(|it| table(it, closing))}</div>
                    </section>
                }
                    .into_any()
            }
        />
        <CloseDialog closing />
    }
}

fn table(found: Periods, closing: RwSignal<Option<Closing>>) -> AnyView {
    let language = use_language();
    let offices = found.offices;
    let lines: Vec<_> = found
        .periods
        .into_iter()
        .map(|it| line(it, offices, closing))
        .collect();
    view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{words::period(language)}</th>
                    <th scope="col">{words::status(language)}</th>
                    <th scope="col" class="num">{words::rated(language)}</th>
                    <th scope="col">
                        <span class="visually-hidden">{words::close_here(language)}</span>
                    </th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}

fn line(it: PeriodLine, offices: u32, closing: RwSignal<Option<Closing>>) -> AnyView {
    let language = use_language();
    let access = use_access();
    let period = it.period;
    let is_whole = offices > 0 && it.closed >= offices;
    let (tone, state) = if is_whole {
        (
            ChipTone::Good,
            words::closed_everywhere(language).to_owned(),
        )
    } else if it.closed > 0 {
        (
            ChipTone::Accent,
            words::closed_in(language, it.closed, offices),
        )
    } else {
        (ChipTone::Plain, words::open(language).to_owned())
    };
    let at = it.closed_at.map(|at| {
        let when = format::short_moment(language, access.local(at), access.today());
        words::closed_at(language, when)
    });
    let may_close = access.may(Need::Administering) && offices > 0 && !is_whole;
    view! {
        <tr>
            <th scope="row">
                <A href=format!("/periode/{period}")>{format::period(language, period)}</A>
            </th>
            <td><Chip tone>{state}</Chip> " " <span class="sub">{at}</span></td>
            <td class="num">{format::number(language, it.rated.into())}</td>
            <td class="centre-acts">
                {may_close.then(|| view! {
                    <Button
                        kind=ButtonKind::SmallQuiet
                        icon=IconName::Lock
                        on_press=move || closing.set(Some(Closing { period, place: Err(offices) }))
                    >
                        {words::close_everywhere(language)}
                    </Button>
                })}
            </td>
        </tr>
    }
    .into_any()
}

/// The offices of a period.
#[component]
pub fn PeriodScreen() -> impl IntoView {
    let language = use_language();
    let params = use_params_map();
    let period =
        Memo::new(move |_| params.with(|params| params.get("period")?.parse::<Period>().ok()));
    let search = RwSignal::new(String::new());
    carry("search.periods", search);
    let skip = RwSignal::new(0_u32);
    let found = use_query(move || {
        period.get().map(|period| ListPeriodOffices {
            period,
            search: search.get(),
            skip: skip.get(),
        })
    });
    let closing = RwSignal::new(None::<Closing>);
    let title = Signal::derive(move || {
        period
            .get()
            .map(|it| format::period(language, it))
            .unwrap_or_default()
    });
    let total = Signal::derive(move || found.with(|found| found.map_or(0, |it| it.total)));
    view! {
        <PageHead title sub=words::periods_sub(language)>
            <LinkButton href=Screen::Periods.path() icon=IconName::ChevronLeft>
                {centre_frame::periods(language)}
            </LinkButton>
        </PageHead>
        <QueryView
            query=found
            show=move || {
                view! {
                    <section class="card centre-table">
                        <header>
                            <SearchField
                                label=centre_frame::search_offices(language)
                                text=search
                                skip
                            />
                        </header>
                        <div class="rows">
                            {move || {
                                let period = period.get()?;
                                found.get().map(|it| offices(it.rows, (period, closing)))
                            }}
                        </div>
                        <Pagination skip take=PAGE total />
                    </section>
                }
                    .into_any()
            }
        />
        <CloseDialog closing />
    }
}

fn offices(
    rows: Vec<PeriodOffice>,
    (period, closing): (Period, RwSignal<Option<Closing>>),
) -> AnyView {
    let language = use_language();
    let access = use_access();
    if rows.is_empty() {
        return view! { <p class="centre-none sub">{centre_frame::nothing_found(language)}</p> }
            .into_any();
    }
    let may_close = access.may(Need::Administering);
    let lines: Vec<_> = rows
        .into_iter()
        .map(|row| {
            let state = match row.closed_at {
                Some(at) => {
                    let when = format::short_moment(language, access.local(at), access.today());
                    view! {
                        <Chip tone=ChipTone::Good>{words::closed(language)}</Chip> " "
                        <span class="sub">{when}</span>
                    }
                    .into_any()
                }
                None => view! { <Chip>{words::open(language)}</Chip> }.into_any(),
            };
            let close = (may_close && row.closed_at.is_none()).then(|| {
                let place = StoredValue::new((row.office, row.name.clone()));
                let ask = move || {
                    closing.set(Some(Closing {
                        period,
                        place: Ok(place.get_value()),
                    }));
                };
                view! {
                    <Button kind=ButtonKind::SmallQuiet icon=IconName::Lock on_press=ask>
                        {words::close_here(language)}
                    </Button>
                }
            });
            view! {
                <tr>
                    <th scope="row">{row.name}</th>
                    <td>{state}</td>
                    <td class="centre-acts">{close}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! { <table class="table"><tbody>{lines}</tbody></table> }.into_any()
}

/// What closing means, before it is done.
#[component]
fn CloseDialog(closing: RwSignal<Option<Closing>>) -> impl IntoView {
    move || {
        let about = closing.get()?;
        Some(view! { <CloseQuestion closing about /> })
    }
}

#[component]
fn CloseQuestion(closing: RwSignal<Option<Closing>>, about: Closing) -> impl IntoView {
    let language = use_language();
    let acts = use_acts();
    let open = RwSignal::new(true);
    crate::components::when_changed(
        move || open.track(),
        move || {
            if !open.get_untracked() {
                closing.set(None);
            }
        },
    );
    let named = format::period(language, about.period);
    let place = match &about.place {
        Ok((_, name)) => name.clone(),
        Err(count) => words::close_where_all(language, format::number(language, (*count).into())),
    };
    let title = words::close_title(language, &named);
    let (place, named) = (StoredValue::new(place), StoredValue::new(named));
    let command = StoredValue::new(ClosePeriod {
        period: about.period,
        office: about.place.ok().map(|(office, _)| office),
    });
    let close = move || {
        acts.run(command.get_value(), move |_| {
            acts.say(words::period_closed(language, named.get_value()));
            closing.set(None);
        });
    };
    view! {
        <Dialog open title>
            <div class="stack">
                <p><b>{place.get_value()}</b></p>
                <p>{words::close_text(language)}</p>
                <div class="row-buttons">
                    <Button kind=ButtonKind::Primary busy=acts.is_busy() on_press=close>
                        {words::close_here(language)}
                    </Button>
                    <Button on_press=move || open.set(false)>{common::cancel(language)}</Button>
                </div>
            </div>
        </Dialog>
    }
}
