//! Exceptions: why somebody is not rated, from when to when, by which letter.

use super::exception_form::ExceptionForm;
use super::words as names;
use crate::browser;
use crate::components::{Button, ButtonKind, Card, Chip, IconName};
use crate::language::use_language;
use crate::query::Query;
use api::employees::EmployeeDetail;
use catalogue::page_employee as words;
use domain::{Exception, ExceptionId};
use leptos::prelude::*;

/// Which form is open: a new one, or one that is changed.
pub type OpenForm = RwSignal<Option<Option<ExceptionId>>>;

/// The card.
#[component]
pub fn Exceptions(
    /// The person.
    detail: Query<EmployeeDetail>,
) -> impl IntoView {
    let language = use_language();
    let form: OpenForm = RwSignal::new(None);
    let exceptions = Memo::new(move |_| {
        detail.with(|detail| detail.map(|it| it.exceptions.clone()).unwrap_or_default())
    });
    let actions = view! {
        <Button
            kind=ButtonKind::Small
            icon=IconName::Plus
            on_press=move || open(form, None)
            attr:id="add-exception"
        >
            {words::exception_add(language)}
        </Button>
    };
    view! {
        <Card title=words::exceptions(language) actions=actions.into_any()>
            {move || (form.get() == Some(None)).then(|| view! {
                <ExceptionForm detail before=None form />
            })}
            {move || (exceptions.with(Vec::is_empty) && form.get().is_none()).then(|| view! {
                <p class="card-body sub">{words::exceptions_none(language)}</p>
            })}
            <ol class="employee-posts">
                <For
                    each=move || exceptions.get()
                    key=|it| (it.id, it.kind, it.from, it.to, it.letter.clone())
                    children=move |exception| view! { <Entry detail exception form /> }
                />
            </ol>
        </Card>
    }
}

#[component]
fn Entry(detail: Query<EmployeeDetail>, exception: Exception, form: OpenForm) -> impl IntoView {
    let language = use_language();
    let id = exception.id;
    let letter = match exception.letter.as_str() {
        "" => words::exception_letter_none(language).to_owned(),
        letter => letter.to_owned(),
    };
    let kind = names::exception(language, exception.kind);
    let span = names::span(language, exception.from, exception.to);
    view! {
        <li class="employee-post">
            <div class="employee-post-head">
                <h3><Chip>{kind}</Chip> {span}</h3>
                <div class="row-buttons employee-post-acts">
                    <Button
                        kind=ButtonKind::SmallQuiet
                        on_press=move || open(form, Some(id))
                        attr:aria-label=format!("{} {kind}", catalogue::common::edit(language))
                    >
                        {catalogue::common::edit(language)}
                    </Button>
                </div>
                <p class="employee-post-about sub">{letter}</p>
            </div>
            {move || (form.get() == Some(Some(id))).then(|| view! {
                <ExceptionForm detail before=Some(exception.clone()) form />
            })}
        </li>
    }
}

fn open(form: OpenForm, exception: Option<ExceptionId>) {
    form.set(Some(exception));
    browser::after_paint(|| {
        if let Some(field) = browser::first(".employee-exception-form select") {
            let _detached = field.focus();
        }
    });
}
