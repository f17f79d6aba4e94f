//! A page's parts as they are drawn.

use super::markup::{Block, Document, Span, Text};
use super::page;
use crate::components::keys;
use leptos::prelude::*;
use leptos_router::components::A;

/// Draws a page; its title stands in the head of the screen.
pub fn article(document: Document<'_>) -> AnyView {
    let blocks: Vec<_> = document.blocks.into_iter().map(block).collect();
    view! { <article class="card help-page">{blocks}</article> }.into_any()
}

fn block(block: Block<'_>) -> AnyView {
    match block {
        Block::Heading(words) => view! { <h2>{text(words)}</h2> }.into_any(),
        Block::Subheading(words) => view! { <h3>{text(words)}</h3> }.into_any(),
        Block::Paragraph(words) => view! { <p>{text(words)}</p> }.into_any(),
        Block::Bullets(items) => view! { <ul>{list(items)}</ul> }.into_any(),
        Block::Steps(items) => view! { <ol>{list(items)}</ol> }.into_any(),
        Block::Table { head, rows } => table(head, rows),
        Block::Code(code) => {
            view! { <pre translate="no"><code>{code.to_owned()}</code></pre> }.into_any()
        }
    }
}

fn list(items: Vec<Text<'_>>) -> Vec<AnyView> {
    items
        .into_iter()
        .map(|item| view! { <li>{text(item)}</li> }.into_any())
        .collect()
}

fn table(head: Vec<Text<'_>>, rows: Vec<Vec<Text<'_>>>) -> AnyView {
    let head: Vec<_> = head
        .into_iter()
        .map(|cell| view! { <th scope="col">{text(cell)}</th> })
        .collect();
    let rows: Vec<_> = rows
        .into_iter()
        .map(|cells| {
            let cells: Vec<_> = cells
                .into_iter()
                .map(|cell| view! { <td>{text(cell)}</td> })
                .collect();
            view! { <tr>{cells}</tr> }
        })
        .collect();
    view! {
        <table class="help-table">
            <thead><tr>{head}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn text(spans: Text<'_>) -> Vec<AnyView> {
    spans.into_iter().map(span).collect()
}

fn span(span: Span<'_>) -> AnyView {
    match span {
        Span::Plain(words) => words.to_owned().into_any(),
        Span::Bold(words) => view! { <b>{words.to_owned()}</b> }.into_any(),
        Span::Code(words) => view! { <code translate="no">{words.to_owned()}</code> }.into_any(),
        Span::Keys(of) => keys(of),
        Span::Link { words, target } => {
            let words = words.to_owned();
            view! { <A href=page::address(target)>{words}</A> }.into_any()
        }
    }
}
