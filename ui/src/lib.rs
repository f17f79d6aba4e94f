//! The page: Leptos, compiled to wasm; it runs in the desktop window and in a plain browser.
//!
//! One screen is one module of [`screens`], one component is one file. Whatever can be said
//! without a browser (reading dates, windows over long lists, routes) compiles natively too and
//! is tested there.

pub mod app;
pub mod backend;
pub mod browser;
pub mod centre;
pub mod components;
pub mod effect;
pub mod format;
pub mod frame;
pub mod language;
pub mod place;
pub mod query;
pub mod routes;
pub mod screens;
pub mod tags;
pub mod toast;

use leptos::prelude::*;

/// Puts the page into the element `page` of `index.html`.
pub fn mount() {
    browser::show_a_notice_when_the_page_stops();
    let Some(root) = browser::element("page") else {
        return;
    };
    if centre::is_wanted() {
        mount_to(root, centre::CentreRoot).forget();
    } else {
        mount_to(root, app::App).forget();
    }
}
