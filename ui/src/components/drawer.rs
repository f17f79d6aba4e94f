//! A panel at the right edge. It does not block the screen: entry goes on beside it.

use super::{Icon, IconName, unique_id};
use crate::browser;
use crate::language::use_language;
use catalogue::common;
use leptos::prelude::*;

/// A side panel. Escape closes it; the focus goes in when it opens – to the part marked `data-begin`,
/// if there is one – and back when it closes.
#[component]
pub fn Drawer(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Its name.
    #[prop(into)]
    title: String,
    /// Its content, built when it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let language = use_language();
    let id = unique_id("drawer");
    let panel = format!("{id}-panel");
    let from = StoredValue::new_local(None::<web_sys::HtmlElement>);
    let target = panel.clone();
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        match (was_open.unwrap_or(false), is_open) {
            (false, true) => {
                from.set_value(browser::focused());
                let selector = format!(
                    "#{target} :is(input,textarea,select,.drawer-body button,.drawer-body a)"
                );
                let begin = format!("#{target} [data-begin] :is(input,textarea)");
                // What is only read has nothing but the way out of it.
                let way_out = format!("#{target} > header button");
                browser::after_paint(move || {
                    let places = [&begin, &selector, &way_out];
                    let first = places.into_iter().find_map(|it| browser::first(it));
                    if let Some(first) = first {
                        let _detached = first.focus();
                    }
                });
            }
            (true, false) => {
                if let Some(element) = from.get_value() {
                    let _detached = element.focus();
                }
            }
            _ => {}
        }
        is_open
    });
    move || {
        open.get().then(|| {
            view! {
                <aside
                    class="drawer"
                    id=panel.clone()
                    aria-labelledby=id.clone()
                    on:keydown=move |event| {
                        if event.key() == "Escape" && !event.default_prevented() {
                            event.stop_propagation();
                            open.set(false);
                        }
                    }
                >
                    <header>
                        <h2 id=id.clone()>{title.clone()}</h2>
                        <button
                            type="button"
                            class="btn small quiet icon-only push"
                            aria-label=common::close(language)
                            on:click=move |_| open.set(false)
                        >
                            <Icon name=IconName::Close />
                        </button>
                    </header>
                    <div class="drawer-body">{children()}</div>
                </aside>
            }
        })
    }
}
