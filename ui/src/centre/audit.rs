//! Jejak: who of the staff did what.

use super::access::use_access;
use super::acts::use_acts;
use super::carried::carry;
use super::parts::SearchField;
use crate::components::{Banner, BannerKind, Button, IconName, PageHead, Pagination, QueryView};
use crate::format;
use crate::language::use_language;
use crate::query::use_query;
use api::central::PAGE;
use api::central::audit::{Act, AuditChecked, AuditLine, AuditPage, CheckAudit, ListAudit};
use catalogue::{Language, centre_access as words, centre_frame};
use leptos::prelude::*;

/// The trail, newest first.
#[component]
pub fn AuditScreen() -> impl IntoView {
    let language = use_language();
    let acts = use_acts();
    let search = RwSignal::new(String::new());
    carry("search.audit", search);
    let skip = RwSignal::new(0_u32);
    let found = use_query(move || {
        Some(ListAudit {
            search: search.get(),
            skip: skip.get(),
        })
    });
    let total = Signal::derive(move || found.with(|found| found.map_or(0, |it| it.total)));
    let checked = RwSignal::new(None::<AuditChecked>);
    view! {
        <PageHead title=centre_frame::audit(language) sub=words::audit_sub(language)>
            <Button
                icon=IconName::Shield
                busy=acts.is_busy()
                on_press=move || acts.run(CheckAudit {}, move |found| checked.set(Some(found)))
            >
                {words::check_trail(language)}
            </Button>
        </PageHead>
        {move || checked.get().map(verdict)}
        <QueryView
            query=found
            show=move || {
                view! {
                    <section class="card centre-table">
                        <header>
                            <SearchField label=words::find_in_trail(language) text=search skip />
                        </header>
                        <div class="rows">{move || found.get().map(table)}</div>
                        <Pagination skip take=PAGE total />
                    </section>
                }
                    .into_any()
            }
        />
    }
}

fn verdict(checked: AuditChecked) -> AnyView {
    let language = use_language();
    let number = |count| format::number(language, count);
    let (kind, text) = match checked.broken_at {
        None => (
            BannerKind::Good,
            words::trail_intact(language, number(checked.entries)),
        ),
        Some(seq) => (
            BannerKind::Attention,
            words::trail_broken(language, number(seq)),
        ),
    };
    view! { <Banner kind text /> }.into_any()
}

fn table(found: AuditPage) -> AnyView {
    let language = use_language();
    if found.rows.is_empty() {
        return view! { <p class="centre-none sub">{words::no_entries(language)}</p> }.into_any();
    }
    let lines: Vec<_> = found.rows.into_iter().map(line).collect();
    view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col" class="num">"#"</th>
                    <th scope="col">{words::when(language)}</th>
                    <th scope="col">{words::who(language)}</th>
                    <th scope="col">{words::what(language)}</th>
                    <th scope="col">{words::about(language)}</th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}

fn line(row: AuditLine) -> AnyView {
    let language = use_language();
    let access = use_access();
    view! {
        <tr>
            <td class="num">{format::number(language, row.seq)}</td>
            <td class="centre-when">{format::moment(language, access.local(row.at))}</td>
            <td>{row.who}</td>
            <td>{act(language, row.act)}</td>
            <td>{row.about}</td>
        </tr>
    }
    .into_any()
}

const fn act(language: Language, act: Act) -> &'static str {
    match act {
        Act::SignedIn => words::act_signed_in(language),
        Act::SignInRefused => words::act_sign_in_refused(language),
        Act::SignedOut => words::act_signed_out(language),
        Act::PasswordChosen => words::act_password_chosen(language),
        Act::StaffAdded => words::act_staff_added(language),
        Act::RoleChanged => words::act_role_changed(language),
        Act::StaffBarred => words::act_staff_barred(language),
        Act::StaffAdmitted => words::act_staff_admitted(language),
        Act::PasswordReset => words::act_password_reset(language),
        Act::PersonCorrected => words::act_person_corrected(language),
        Act::PostCorrected => words::act_post_corrected(language),
        Act::UnitCorrected => words::act_unit_corrected(language),
        Act::PeriodClosed => words::act_period_closed(language),
        Act::RulesPublished => words::act_rules_published(language),
        Act::CodeMade => words::act_code_made(language),
        Act::CodeCancelled => words::act_code_cancelled(language),
        Act::DeviceRevoked => words::act_device_revoked(language),
        Act::LetThrough => words::act_let_through(language),
        Act::LeftWaiting => words::act_left_waiting(language),
        Act::Exported => words::act_exported(language),
        Act::Returned => words::act_returned(language),
        Act::MadeFinal => words::act_made_final(language),
    }
}
