//! The browser's few things that the page touches, each safe to call without one.

use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AddEventListenerOptions, Element, FocusOptions, HtmlElement, HtmlInputElement,
    HtmlTextAreaElement, Navigator, Response, ScrollIntoViewOptions, ScrollLogicalPosition,
    Storage,
};

/// Reads what was remembered on this PC. A browser that forbids storage remembers nothing.
#[must_use]
pub fn remembered(key: &str) -> Option<String> {
    storage()?.get_item(&storage_key(key)).ok().flatten()
}

/// Remembers a small thing on this PC: a choice, a draft. Never a rating, never a name list.
pub fn remember(key: &str, value: &str) {
    if let Some(storage) = storage() {
        // A full or forbidden storage loses a convenience, not data.
        let _full = storage.set_item(&storage_key(key), value);
    }
}

/// Forgets it.
pub fn forget(key: &str) {
    if let Some(storage) = storage() {
        let _forbidden = storage.remove_item(&storage_key(key));
    }
}

fn storage() -> Option<Storage> {
    // Outside a browser there is no window to ask.
    if cfg!(not(target_arch = "wasm32")) {
        return None;
    }
    web_sys::window()?.local_storage().ok().flatten()
}

fn storage_key(key: &str) -> String {
    format!("kinerja.{key}")
}

/// Reads a text file that lies beside the page.
pub async fn read_text(address: &str) -> Option<String> {
    let answer = JsFuture::from(web_sys::window()?.fetch_with_str(address)).await;
    let answer: Response = answer.ok()?.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
}

/// The element with this id.
#[must_use]
pub fn element(id: &str) -> Option<HtmlElement> {
    web_sys::window()?
        .document()?
        .get_element_by_id(id)?
        .dyn_into()
        .ok()
}

/// The first element that a CSS selector names.
#[must_use]
pub fn first(selector: &str) -> Option<HtmlElement> {
    web_sys::window()?
        .document()?
        .query_selector(selector)
        .ok()??
        .dyn_into()
        .ok()
}

/// Moves the focus to the element with this id.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _detached = element.focus();
    }
}

/// Moves the focus to the element with this id, inside of the part of the page that a selector
/// finds. When it is out of sight there, it comes to where most of what follows is seen, too: a slow
/// PC draws the whole part anew once in a while, not at every step.
///
/// `covered` is the height at the top, in pixels, where something lies over what is scrolled.
pub fn focus_amid(id: &str, part: &str, covered: f64) {
    let (Some(element), Some(part)) = (element(id), first(part)) else {
        return;
    };
    focus_without_scrolling(&element);
    let (here, seen) = (
        element.get_bounding_client_rect(),
        part.get_bounding_client_rect(),
    );
    let top = here.top() - seen.top() - covered;
    let room = seen.height() - covered;
    if let Some(further) = further(top, here.height(), room) {
        part.set_scroll_top(part.scroll_top() + further);
    }
    let options = ScrollIntoViewOptions::new();
    options.set_inline(ScrollLogicalPosition::Nearest);
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// How much further to scroll, in pixels, until something of this height has most of the room before
/// it in the direction in which it lies. Nothing while it is in sight; `top` is below the room's.
fn further(top: f64, height: f64, room: f64) -> Option<i32> {
    let wanted = if top < 0.0 {
        room * 0.75 - height
    } else if top + height > room {
        room * 0.25
    } else {
        return None;
    };
    Some((top - wanted) as i32)
}

/// Sets an attribute of the element with this id.
pub fn set_attribute(id: &str, name: &str, value: &str) {
    if let Some(element) = element(id) {
        let _detached = element.set_attribute(name, value);
    }
}

/// Takes an attribute of the element with this id away.
pub fn remove_attribute(id: &str, name: &str) {
    if let Some(element) = element(id) {
        let _detached = element.remove_attribute(name);
    }
}

/// The element that has the focus.
#[must_use]
pub fn focused() -> Option<HtmlElement> {
    web_sys::window()?
        .document()?
        .active_element()?
        .dyn_into()
        .ok()
}

/// Whether keys are being typed into a text: there Ctrl+Z belongs to the text.
#[must_use]
pub fn is_typing() -> bool {
    focused().is_some_and(|element| {
        if element.tag_name().eq_ignore_ascii_case("textarea") || element.is_content_editable() {
            return true;
        }
        element.dyn_ref::<HtmlInputElement>().is_some_and(|input| {
            !matches!(
                input.type_().as_str(),
                "checkbox" | "radio" | "button" | "file" | "submit"
            )
        })
    })
}

/// Whether no text is marked: then Ctrl+C and a click on a row mean the row.
#[must_use]
pub fn nothing_is_marked() -> bool {
    web_sys::window()
        .and_then(|window| window.get_selection().ok().flatten())
        .is_none_or(|marked| marked.is_collapsed())
}

/// Writes an attribute of `<html>`.
pub fn set_root(name: &str, value: &str) {
    if let Some(root) = root() {
        let _impossible = root.set_attribute(name, value);
    }
}

/// Takes an attribute of `<html>` away.
pub fn clear_root(name: &str) {
    if let Some(root) = root() {
        let _impossible = root.remove_attribute(name);
    }
}

/// The title of the window.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// The text on the clipboard; `None` where the browser does not let a page read it.
pub async fn paste() -> Option<String> {
    let navigator = web_sys::window()?.navigator();
    if !has_clipboard(&navigator) {
        return None;
    }
    JsFuture::from(navigator.clipboard().read_text())
        .await
        .ok()?
        .as_string()
}

/// Puts text on the clipboard; `false` means that the browser does not let the page.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let navigator = window.navigator();
    if has_clipboard(&navigator) {
        let written = JsFuture::from(navigator.clipboard().write_text(text)).await;
        if written.is_ok() {
            return true;
        }
    }
    copy_from_a_field(text).unwrap_or(false)
}

/// A page that the browser does not count as secure has no clipboard object at all.
fn has_clipboard(navigator: &Navigator) -> bool {
    Reflect::get(navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object())
}

/// The older way: a field out of sight, its text chosen, and the command that every browser knows.
fn copy_from_a_field(text: &str) -> Option<bool> {
    let document = web_sys::window()?.document()?;
    let body = document.body()?;
    let before = focused();
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_value(text);
    field.set_class_name("visually-hidden");
    // Inside an open dialog only what lies in it can be chosen.
    let place = first("dialog[open]").unwrap_or_else(|| body.unchecked_into());
    place.append_child(&field).ok()?;
    field.select();
    let command: Function = Reflect::get(&document, &"execCommand".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let copied = command.call1(&document, &"copy".into()).ok()?.as_bool();
    field.remove();
    if let Some(before) = before {
        focus_without_scrolling(&before);
    }
    copied
}

/// Hands a file to whoever sits at the browser, as a download.
pub fn save(file: &web_sys::Blob, name: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.and_then(|document| document.create_element("a").ok());
    let link = link.and_then(|link| link.dyn_into::<HtmlElement>().ok());
    let address = web_sys::Url::create_object_url_with_blob(file).ok();
    let (Some(link), Some(address)) = (link, address) else {
        return;
    };
    let _refused = link.set_attribute("href", &address);
    let _refused = link.set_attribute("download", name);
    link.click();
    let _refused = web_sys::Url::revoke_object_url(&address);
}

/// Opens the print dialog for what the print styles show.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _refused = window.print();
    }
}

/// Runs something once the browser has drawn.
pub fn after_paint(action: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(action);
}

/// Scrolls the element with this id into sight, and no further than needed.
pub fn reveal(id: &str) {
    if let Some(element) = element(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Whether there is a screen to go back to.
#[must_use]
pub fn can_go_back() -> bool {
    web_sys::window()
        .and_then(|window| window.history().ok())
        .and_then(|history| history.length().ok())
        .is_some_and(|length| length > 1)
}

/// Goes back to the screen before.
pub fn go_back() {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _nowhere = history.back();
    }
}

/// The height of the window, in CSS pixels.
#[must_use]
pub fn height() -> Option<f64> {
    web_sys::window()?.inner_height().ok()?.as_f64()
}

/// Whether the window is in sight; one behind others need not ask anything.
#[must_use]
pub fn is_in_sight() -> bool {
    web_sys::window()
        .and_then(|window| window.document())
        .is_some_and(|document| !document.hidden())
}

/// Moves the focus without the browser scrolling there.
pub fn focus_without_scrolling(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _detached = element.focus_with_options(&options);
}

/// Calls back whenever anything on the page scrolls, until the listener is dropped.
pub fn listen_to_scrolling(action: impl Fn() + 'static) -> ScrollListener {
    let callback = Closure::<dyn Fn()>::new(action);
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        let options = AddEventListenerOptions::new();
        // Scrolling of a part does not rise to the document; on the way down it passes by.
        options.set_capture(true);
        options.set_passive(true);
        let _impossible = document.add_event_listener_with_callback_and_add_event_listener_options(
            "scroll",
            callback.as_ref().unchecked_ref(),
            &options,
        );
    }
    ScrollListener { callback }
}

/// See [`listen_to_scrolling`].
#[derive(Debug)]
pub struct ScrollListener {
    callback: Closure<dyn Fn()>,
}

impl Drop for ScrollListener {
    fn drop(&mut self) {
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            let _gone = document.remove_event_listener_with_callback_and_bool(
                "scroll",
                self.callback.as_ref().unchecked_ref(),
                true,
            );
        }
    }
}

/// The one-time token has done its work when the page is there: it does not stay in the address.
pub fn drop_token_from_address() {
    let Some(window) = web_sys::window() else {
        return;
    };
    let has_token = window
        .location()
        .search()
        .is_ok_and(|search| search.contains("token="));
    if let (true, Ok(history)) = (has_token, window.history()) {
        let _refused = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some("/"));
    }
}

/// Puts another address in place of the one that is shown, without going there.
pub fn replace_address(address: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        let nothing = wasm_bindgen::JsValue::NULL;
        let _refused = history.replace_state_with_url(&nothing, "", Some(address));
    }
}

/// When the page itself fails, the words in `index.html` appear, with a way to go on and what failed
/// where in the program, which holds nothing about anybody.
pub fn show_a_notice_when_the_page_stops() {
    std::panic::set_hook(Box::new(|panic| {
        let why = panic.to_string();
        web_sys::console::error_1(&why.as_str().into());
        // What fails after it fails because of it.
        let first =
            element("stopped-why").filter(|it| it.text_content().is_none_or(|it| it.is_empty()));
        if let Some(place) = first {
            place.set_text_content(Some(&why));
        }
        if let Some(notice) = element("stopped") {
            notice.set_hidden(false);
        }
    }));
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

#[cfg(test)]
mod tests {
    use super::further;
    use rstest::rstest;

    #[rstest]
    #[case::in_sight(0.0, None)]
    #[case::the_last_in_sight(364.0, None)]
    #[case::one_below(400.0, Some(300))]
    #[case::one_above(-36.0, Some(-300))]
    fn what_is_out_of_sight_comes_where_most_of_what_follows_is_seen(
        #[case] top: f64,
        #[case] expected: Option<i32>,
    ) {
        assert_eq!(further(top, 36.0, 400.0), expected);
    }
}
