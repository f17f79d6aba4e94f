//! Adding somebody.

use crate::centre::acts::use_acts;
use crate::centre::carried::carry;
use crate::components::{
    Button, ButtonKind, Card, ChoiceField, IconName, TextField, forget_when_changed,
};
use crate::language::use_language;
use api::ErrorCode;
use api::central::staff::{AddStaff, StaffLink};
use api::central::{CentreTrouble, Role};
use catalogue::{Language, centre_access as words, centre_data, centre_frame};
use leptos::prelude::*;

/// The form.
#[component]
pub fn AddStaffForm(
    /// Where the link is shown.
    link: RwSignal<Option<StaffLink>>,
) -> impl IntoView {
    let language = use_language();
    let acts = use_acts();
    let account = RwSignal::new(String::new());
    let name = RwSignal::new(String::new());
    let role = RwSignal::new(Role::Verifikator);
    carry("staff.account", account);
    carry("staff.name", name);
    carry("staff.role", role);
    let wrong_account = RwSignal::new(None::<String>);
    let wrong_name = RwSignal::new(None::<String>);
    forget_when_changed(wrong_account, move || account.track());
    forget_when_changed(wrong_name, move || name.track());
    let add = move || {
        let command = AddStaff {
            account: account.get_untracked(),
            name: name.get_untracked(),
            role: role.get_untracked(),
        };
        acts.attempt(command, move |answer| match answer {
            Ok(made) => {
                link.set(Some(made));
                account.set(String::new());
                name.set(String::new());
            }
            Err(refusal) => match refusal.code {
                ErrorCode::Field(field) if field == "name" => {
                    wrong_name.set(Some(centre_data::missing(language).to_owned()));
                }
                ErrorCode::Field(_) => {
                    wrong_account.set(Some(words::staff_account_wrong(language).to_owned()));
                }
                ErrorCode::Centre(CentreTrouble::AccountTaken) => {
                    wrong_account.set(Some(refusal.code.sentence(language)));
                }
                other => acts.say(other.sentence(language)),
            },
        });
    };
    let roles = Role::ALL
        .into_iter()
        .map(|role| (role, role.name().to_owned()))
        .collect();
    let role_hint = Signal::derive(move || about(language, role.get()).to_owned());
    view! {
        <Card title=words::add_staff(language)>
            <form
                class="card-body stack"
                on:submit=move |event| {
                    event.prevent_default();
                    add();
                }
            >
                <TextField label=centre_frame::name(language) value=name error=wrong_name />
                <TextField
                    label=centre_frame::account(language)
                    value=account
                    hint=words::staff_account_hint(language)
                    error=wrong_account
                />
                <ChoiceField label=words::role(language) options=roles value=role hint=role_hint />
                <div class="row-buttons">
                    <Button
                        kind=ButtonKind::Primary
                        icon=IconName::Plus
                        busy=acts.is_busy()
                        on_press=add
                    >
                        {words::add_staff(language)}
                    </Button>
                </div>
            </form>
        </Card>
    }
}

/// What a role is for.
const fn about(language: Language, role: Role) -> &'static str {
    match role {
        Role::Verifikator => words::role_verifikator(language),
        Role::Analis => words::role_analis(language),
        Role::Admin => words::role_admin(language),
    }
}
