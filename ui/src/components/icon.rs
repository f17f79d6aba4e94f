//! The page's own signs: lines of 1.7 on a grid of 24, drawn for this program.

use leptos::prelude::*;

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each name says what is drawn")]
pub enum IconName {
    Home,
    People,
    Person,
    Note,
    Grid,
    Chart,
    Report,
    Archive,
    Sliders,
    Search,
    Plus,
    Close,
    Check,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    ArrowRight,
    Undo,
    Redo,
    Copy,
    Print,
    File,
    FileIn,
    FileOut,
    Folder,
    Paperclip,
    Calendar,
    Clock,
    Flag,
    Warning,
    Info,
    Lock,
    Key,
    Shield,
    Help,
    Sun,
    Moon,
    Pencil,
    Trash,
    Filter,
    Columns,
    Paste,
    Send,
    Building,
    Practice,
    Exit,
    Message,
    External,
    Sort,
    More,
    Refresh,
    Pause,
    Stick,
}

impl IconName {
    const fn lines(self) -> &'static str {
        match self {
            Self::Home => {
                r#"<path d="M3 11.5 12 4l9 7.5V20a1 1 0 0 1-1 1h-5v-6H9v6H4a1 1 0 0 1-1-1z"/>"#
            }
            Self::People => {
                r#"<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20a6.5 6.5 0 0 1 13 0M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.2a6.5 6.5 0 0 1 3.5 5.8"/>"#
            }
            Self::Person => {
                r#"<circle cx="12" cy="8" r="3.7"/><path d="M4.8 20.5a7.2 7.2 0 0 1 14.4 0"/>"#
            }
            Self::Note => r#"<path d="M5 3h10l4 4v14H5zM15 3v4h4M8.5 12h7M8.5 16h5"/>"#,
            Self::Grid => r#"<path d="M3 5h18v14H3zM3 10h18M3 15h18M9 5v14"/>"#,
            Self::Chart => r#"<path d="M4 4v16h16M8 15l3.5-4.5 3 2.5L20 7"/>"#,
            Self::Report => r#"<path d="M4 20h16M7 20v-7M12 20V8M17 20v-4"/>"#,
            Self::Archive => r#"<path d="M3.5 4.5h17v4h-17zM5 8.5V20h14V8.5M10 12.5h4"/>"#,
            Self::Sliders => {
                r#"<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2.3"/><circle cx="9" cy="17" r="2.3"/>"#
            }
            Self::Search => r#"<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>"#,
            Self::Plus => r#"<path d="M12 5v14M5 12h14"/>"#,
            Self::Close => r#"<path d="m6 6 12 12M18 6 6 18"/>"#,
            Self::Check => r#"<path d="m4.5 12.5 5 5 10-11"/>"#,
            Self::ChevronDown => r#"<path d="m6 9.5 6 6 6-6"/>"#,
            Self::ChevronLeft => r#"<path d="m14.5 6-6 6 6 6"/>"#,
            Self::ChevronRight => r#"<path d="m9.5 6 6 6-6 6"/>"#,
            Self::ArrowRight => r#"<path d="M4 12h15M13.5 6.5 19 12l-5.5 5.5"/>"#,
            Self::Undo => r#"<path d="M8.5 5 4 9.5 8.5 14M4.5 9.5H14a5.5 5.5 0 0 1 0 11h-3"/>"#,
            Self::Redo => r#"<path d="M15.5 5 20 9.5 15.5 14M19.5 9.5H10a5.5 5.5 0 0 0 0 11h3"/>"#,
            Self::Copy => {
                r#"<rect x="8.5" y="8.5" width="12" height="12" rx="2"/><path d="M15.5 8.500V5.500a2 2 0 0 0-2-2h-8a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h3"/>"#
            }
            Self::Print => {
                r#"<path d="M7 8.500V3.500h10v5M7 17.500H3.500v-9h17v9H17M7 14h10v6.500H7z"/>"#
            }
            Self::File => r#"<path d="M6 3h8l5 5v13H6zM14 3v5h5"/>"#,
            Self::FileIn => {
                r#"<path d="M6 3h8l5 5v13H6zM14 3v5h5M12.5 18v-6.500M9.5 15l3 3 3-3"/>"#
            }
            Self::FileOut => {
                r#"<path d="M6 3h8l5 5v13H6zM14 3v5h5M12.5 11.500V18M9.5 14.500l3-3 3 3"/>"#
            }
            Self::Folder => r#"<path d="M3 5.500h6.500l2 2.500H21v11.500H3z"/>"#,
            Self::Paperclip => {
                r#"<path d="m20 11.5-8.3 8.300a5 5 0 0 1-7-7l8.8-8.800a3.3 3.3 0 0 1 4.7 4.700l-8.7 8.700a1.6 1.6 0 0 1-2.3-2.300l7.8-7.8"/>"#
            }
            Self::Calendar => r#"<path d="M4 5.500h16v15H4zM4 10h16M8.5 3v4M15.5 3v4"/>"#,
            Self::Clock => r#"<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.300l3.5 2"/>"#,
            Self::Flag => r#"<path d="M6 21V4M6 4.500c4-2 7 2 12 0v9c-5 2-8-2-12 0"/>"#,
            Self::Warning => r#"<path d="M12 4 2.5 20h19zM12 10v4.500M12 17.300v.2"/>"#,
            Self::Info => {
                r#"<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.500M12 7.600v.2"/>"#
            }
            Self::Lock => {
                r#"<rect x="5" y="10.5" width="14" height="10" rx="2"/><path d="M8 10.500V8a4 4 0 0 1 8 0v2.5"/>"#
            }
            Self::Key => {
                r#"<circle cx="8" cy="15.5" r="4"/><path d="m11 12.5 8.5-8.500M16 7.500l3 3M13.5 10l2 2"/>"#
            }
            Self::Shield => {
                r#"<path d="M12 3 4.5 6v6c0 4.5 3 7.5 7.5 9 4.5-1.5 7.5-4.5 7.5-9V6zM8.5 12l2.5 2.5 4.5-5"/>"#
            }
            Self::Help => {
                r#"<circle cx="12" cy="12" r="8.5"/><path d="M9.5 9.700a2.6 2.6 0 1 1 3.7 2.300c-.8.4-1.2 1-1.2 1.900M12 16.700v.2"/>"#
            }
            Self::Sun => {
                r#"<circle cx="12" cy="12" r="4"/><path d="M12 2.500v2M12 19.500v2M2.5 12h2M19.5 12h2M5.3 5.300l1.4 1.400M17.3 17.300l1.4 1.400M18.7 5.300l-1.4 1.400M6.7 17.300l-1.4 1.4"/>"#
            }
            Self::Moon => r#"<path d="M20 14.500A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.500z"/>"#,
            Self::Pencil => r#"<path d="M4 20v-4L15.5 4.500l4 4L8 20zM13 7l4 4"/>"#,
            Self::Trash => {
                r#"<path d="M4 6.500h16M9 6.500V4h6v2.500M6 6.5 7 20.500h10l1-14M10 10.500v6M14 10.500v6"/>"#
            }
            Self::Filter => r#"<path d="M3.5 5h17l-6.5 8v6.500l-4-2V13z"/>"#,
            Self::Columns => r#"<path d="M3.5 4.500h17v15h-17zM9.2 4.500v15M14.8 4.500v15"/>"#,
            Self::Paste => r#"<path d="M8 5H5v16h14V5h-3M8.5 3.500h7V7h-7zM8.5 12h7M8.5 16h5"/>"#,
            Self::Send => r#"<path d="M21 3.5 3 10.500l7 3 3 7zM10 13.500l4.5-4.5"/>"#,
            Self::Building => {
                r#"<path d="M4 21V9l8-5.500L20 9v12M2.5 21h19M8.5 21v-4.500h7V21M8.5 12.500h.2M12 12.500h.2M15.5 12.500h.2"/>"#
            }
            Self::Practice => {
                r#"<path d="M12 4 1.5 9 12 14l10.5-5zM6 11.500V17c3.5 2.7 8.5 2.7 12 0v-5.5"/>"#
            }
            Self::Exit => r#"<path d="M10 4H4.500v16H10M9.5 12H20M15.5 7.5 20 12l-4.5 4.5"/>"#,
            Self::Message => r#"<path d="M4 4.500h16v12H10L5.5 20.500v-4H4zM8 9h8M8 12.500h5"/>"#,
            Self::External => r#"<path d="M14 4h6v6M20 4l-9 9M17.5 13.500V20h-14V6H10"/>"#,
            Self::Sort => {
                r#"<path d="M8 4v16M8 20l-3.5-3.500M8 20l3.5-3.500M16 20V4M16 4l-3.5 3.500M16 4l3.5 3.5"/>"#
            }
            Self::More => r#"<path d="M5.5 12h.2M12 12h.2M18.5 12h.2"/>"#,
            Self::Refresh => {
                r#"<path d="M20 10.500a8.2 8.2 0 0 0-15-2.800V4M4.5 8.500h4.2M4 13.500a8.2 8.2 0 0 0 15 2.800V20M19.5 15.500h-4.2"/>"#
            }
            Self::Pause => r#"<path d="M8.5 5v14M15.5 5v14"/>"#,
            Self::Stick => {
                r#"<path d="M8 9.500V3.500h8v6M6 9.500h12V19a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2zM10.700 6.500h.2M13.200 6.500h.2"/>"#
            }
        }
    }
}

/// A sign. It is decoration: the words beside it, or the name of its button, say the same.
#[component]
pub fn Icon(
    /// Which.
    name: IconName,
) -> impl IntoView {
    view! {
        <svg
            class="icon"
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            stroke-width="1.7"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
            inner_html=name.lines()
        />
    }
}
