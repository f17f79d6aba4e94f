//! The page of the central office: a root of its own beside the desktop's.
//!
//! The server says in the head of `index.html` that the page is the centre's. Everything that the
//! centre shows stands in a wasm file of its own, which the desktop never loads.

mod access;
mod acts;
mod app;
mod arrivals;
mod audit;
mod carried;
mod export;
mod frame;
mod heat;
mod held;
mod help;
mod joining;
mod lapse;
mod master;
mod nav;
mod parts;
mod password_field;
mod periods;
mod person;
mod results;
mod routes;
mod rules;
mod sign_in;
mod staff;
mod units;
mod user_menu;
mod way;
mod weeks;

use crate::browser;
use crate::components::{Banner, BannerKind};
use crate::language::use_language;
use catalogue::page_frame as words;
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Whether the server says that this page is the centre's.
#[must_use]
pub fn is_wanted() -> bool {
    browser::first("meta[name=\"kinerja-root\"][content=\"centre\"]").is_some()
}

/// The whole page of the centre, as soon as its file was read.
#[component]
pub fn CentreRoot() -> impl IntoView {
    let arrived = StoredValue::new_local(None::<AnyView>);
    let is_there = RwSignal::new(false);
    // What the file makes belongs to this component.
    spawn_local(ScopedFuture::new(async move {
        let view = view().await.unwrap_or_else(|_| unread());
        arrived.set_value(Some(view));
        is_there.set(true);
    }));
    move || {
        is_there.get();
        arrived.try_update_value(Option::take).flatten()
    }
}

/// Where the page is cut.
#[wasm_split(centre, wasm_split_path = leptos::wasm_split, fallible)]
fn view() -> Result<AnyView, SplitLoaderError> {
    Ok(view! { <app::CentreApp /> }.into_any())
}

fn unread() -> AnyView {
    let language = use_language();
    view! { <Banner kind=BannerKind::Attention text=words::screen_unread(language) /> }.into_any()
}
