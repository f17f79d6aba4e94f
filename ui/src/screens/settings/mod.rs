//! Pengaturan: language and theme, units, signatories, protection, rules, practice.

mod about;
mod appearance;
mod practice;
mod protection;
mod rules;
mod signatory;
mod unit_form;
mod units;

use crate::components::PageHead;
use crate::language::use_language;
use crate::query::use_query;
use api::settings::GetSettings;
use catalogue::page_settings as words;
use leptos::prelude::*;

/// Everything that is set once.
#[component]
pub fn SettingsScreen() -> impl IntoView {
    let language = use_language();
    let settings = use_query(|| Some(GetSettings {}));
    view! {
        <PageHead title=words::title(language) sub=words::sub(language) />
        <div class="two">
            <div class="stack">
                <units::UnitsCard settings />
                <rules::RulesCard settings />
            </div>
            <div class="stack">
                <appearance::AppearanceCard />
                <protection::ProtectionCard />
                <practice::PracticeCard />
                <about::AboutCard />
            </div>
        </div>
    }
}
