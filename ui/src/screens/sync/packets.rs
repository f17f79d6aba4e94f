//! Packets on sticks whose answer has not come back.

use super::desk::Desk;
use super::wording;
use crate::format;
use api::sync::PacketLine;
use catalogue::page_sync as words;
use leptos::prelude::*;

/// The list; nothing while none is under way.
#[component]
pub fn Packets(desk: Desk) -> impl IntoView {
    let packets = Memo::new(move |_| {
        desk.view
            .with(|view| view.map(|view| view.packets.clone()).unwrap_or_default())
    });
    move || {
        let lines: Vec<_> = packets
            .get()
            .iter()
            .map(|packet| line(desk, packet))
            .collect();
        (!lines.is_empty()).then(|| {
            view! {
                <div>
                    <h3 class="sync-list-title">{words::packets(desk.language)}</h3>
                    <ul class="sync-list">{lines}</ul>
                </div>
            }
        })
    }
}

fn line(desk: Desk, packet: &PacketLine) -> AnyView {
    let language = desk.language;
    let content = words::packet_line(
        language,
        format::number(language, packet.documents),
        format::size(language, packet.size),
    );
    let place = words::packet_where(language, &packet.file_name, &packet.folder);
    let name = packet.name.clone();
    view! {
        <li>
            <div class="sync-line">
                <b>{name}</b>
                <span class="sub">{content}</span>
                <span class="push">{wording::moment(desk, packet.at)}</span>
            </div>
            <small class="sync-file">{place}</small>
        </li>
    }
    .into_any()
}
