//! A page's parts as they are drawn.

use super::markup::{Block, Document, Span, Text};
use super::page;
use crate::components::Keys;
use leptos::prelude::*;
use leptos_router::components::A;

/// Draws a page; its title stands in the head of the screen.
pub fn article(document: Document<'static>) -> AnyView {
    let blocks: Vec<_> = document.blocks.into_iter().map(block).collect();
    view! { <article class="card help-page">{blocks}</article> }.into_any()
}

fn block(block: Block<'static>) -> AnyView {
    match block {
        Block::Heading(words) => view! { <h2>{text(words)}</h2> }.into_any(),
        Block::Subheading(words) => view! { <h3>{text(words)}</h3> }.into_any(),
        Block::Paragraph(words) => view! { <p>{text(words)}</p> }.into_any(),
        Block::Bullets(items) => view! { <ul>{list(items)}</ul> }.into_any(),
        Block::Steps(items) => view! { <ol>{list(items)}</ol> }.into_any(),
        Block::Table { head, rows } => table(head, rows),
        Block::Code(code) => view! { <pre translate="no"><code>{code}</code></pre> }.into_any(),
    }
}

fn list(items: Vec<Text<'static>>) -> Vec<AnyView> {
    items
        .into_iter()
        .map(|item| view! { <li>{text(item)}</li> }.into_any())
        .collect()
}

fn table(head: Vec<Text<'static>>, rows: Vec<Vec<Text<'static>>>) -> AnyView {
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

fn text(spans: Text<'static>) -> Vec<AnyView> {
    spans.into_iter().map(span).collect()
}

fn span(span: Span<'static>) -> AnyView {
    match span {
        Span::Plain(words) => words.into_any(),
        Span::Bold(words) => view! { <b>{words}</b> }.into_any(),
        Span::Code(words) => view! { <code translate="no">{words}</code> }.into_any(),
        Span::Keys(of) => view! { <Keys of /> }.into_any(),
        Span::Link { words, target } => {
            view! { <A href=page::address(target)>{words}</A> }.into_any()
        }
    }
}
