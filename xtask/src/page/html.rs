//! Putting the page together: names with a hash of the content, and an index that knows them.

use anyhow::{Context, Result};

use super::files::{Files, digest, digest_all};

/// Counts up when the same sources are to be put together in another way.
pub const LAYOUT: &str = "layout 4";

/// The files of `ui/dist`.
///
/// `source` holds `index.html`, `start.js`, `styles/*.css` (joined in the order of their names) and
/// `public/` (taken over as it is); `bound` what page-bindgen wrote. Those files name each other, in circles
/// too, so they keep their names, and their folder carries the hash of them all and of `start.js`. There is no inline
/// script: the policy of the window forbids it.
///
/// # Errors
/// When a part is missing.
pub fn assemble(source: &Files, help: &Files, bound: &Files) -> Result<Files> {
    let mut page = Files::default();
    for (name, content) in &source.0 {
        if let Some(name) = name.strip_prefix("public/") {
            page.0.insert(name.to_owned(), content.clone());
        }
    }
    for (name, content) in &help.0 {
        page.0.insert(format!("help/{name}"), content.clone());
    }

    for needed in ["ui.js", "ui_bg.wasm"] {
        part(bound, needed)?;
    }
    let styles = styles(source);
    let style = format!("ui-{}.css", digest(&styles));
    page.0.insert(style.clone(), styles);
    let start = part(source, "start.js")?;
    let program = format!("ui-{}", digest_all([bound.digest().as_bytes(), start]));
    for (name, content) in &bound.0 {
        page.0.insert(format!("{program}/{name}"), content.clone());
    }
    page.0.insert(
        format!("{program}/start.js"),
        part(source, "start.js")?.to_vec(),
    );

    let mut head = format!("<link rel=\"stylesheet\" href=\"/{style}\">\n");
    for name in bound.0.keys().filter(|name| name.ends_with(".js")) {
        head += &format!("<link rel=\"modulepreload\" href=\"/{program}/{name}\">\n");
    }
    // At once, and not only after the style sheet.
    head += &format!("<script type=\"module\" async src=\"/{program}/start.js\"></script>\n");
    let index = std::str::from_utf8(part(source, "index.html")?)?;
    let end = index
        .find("</head>")
        .context("ui/index.html has no </head>")?;
    let (before, after) = index.split_at(end);
    page.0.insert(
        "index.html".to_owned(),
        format!("{before}{head}{after}").into_bytes(),
    );
    Ok(page)
}

fn part<'a>(files: &'a Files, name: &str) -> Result<&'a [u8]> {
    files
        .0
        .get(name)
        .map(Vec::as_slice)
        .with_context(|| format!("{name} is missing"))
}

fn styles(source: &Files) -> Vec<u8> {
    let mut joined = Vec::new();
    for (name, content) in &source.0 {
        if name.starts_with("styles/") && name.ends_with(".css") {
            joined.extend_from_slice(content);
            joined.push(b'\n');
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn files(list: &[(&str, &str)]) -> Files {
        Files(
            list.iter()
                .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
                .collect(),
        )
    }

    fn source(style: &str) -> Files {
        files(&[
            (
                "index.html",
                "<html><head><title>x</title></head><body></body></html>",
            ),
            ("start.js", "import"),
            ("styles/20-grid.css", style),
            ("styles/10-tokens.css", ":root{}"),
            ("styles/NOTES.md", "not a style"),
            ("public/fonts/inter.woff2", "font"),
        ])
    }

    fn help() -> Files {
        files(&[("mulai.md", "# Mulai"), ("en/mulai.md", "# Start")])
    }

    fn bound() -> Files {
        files(&[
            ("on_demand.js", "loader"),
            ("split_screens.wasm", "rest"),
            ("ui.js", "js"),
            ("ui_bg.wasm", "wasm"),
            ("snippets/a/inline0.js", "snippet"),
        ])
    }

    fn text(page: &Files, ending: &str) -> String {
        let (_, content) = page
            .0
            .iter()
            .find(|(name, _)| name.ends_with(ending))
            .unwrap();
        String::from_utf8(content.clone()).unwrap()
    }

    #[test]
    fn styles_are_joined_in_the_order_of_their_names() {
        let page = assemble(&source("table{}"), &help(), &bound()).unwrap();
        assert_eq!(text(&page, ".css"), ":root{}\ntable{}\n");
    }

    #[test]
    fn every_file_that_the_page_names_is_there() {
        let page = assemble(&source("table{}"), &help(), &bound()).unwrap();
        let index = text(&page, "index.html");
        let named: Vec<&str> = index
            .split('"')
            .filter(|text| text.starts_with("/ui-"))
            .collect();
        assert_eq!(named.len(), 5, "{index}");
        for name in named {
            assert!(page.0.contains_key(&name[1..]), "{name}");
        }
    }

    #[test]
    fn files_that_name_each_other_lie_together_under_their_own_names() {
        let page = assemble(&source("table{}"), &help(), &bound()).unwrap();
        let folders: BTreeSet<&str> = ["/start.js", "/ui.js", "/ui_bg.wasm", "/split_screens.wasm"]
            .into_iter()
            .filter_map(|ending| page.0.keys().find_map(|name| name.strip_suffix(ending)))
            .collect();
        assert_eq!(folders.len(), 1, "{folders:?}");
    }

    #[test]
    fn a_program_without_a_part_is_refused() {
        for missing in ["ui.js", "ui_bg.wasm"] {
            let mut bound = bound();
            bound.0.remove(missing);
            assert!(assemble(&source("table{}"), &help(), &bound).is_err());
        }
    }

    #[test]
    fn scripts_are_files_and_fonts_and_snippets_keep_their_names() {
        let page = assemble(&source("table{}"), &help(), &bound()).unwrap();
        assert!(!text(&page, "index.html").contains("<script>"));
        assert_eq!(text(&page, "fonts/inter.woff2"), "font");
        assert_eq!(text(&page, "snippets/a/inline0.js"), "snippet");
    }

    #[test]
    fn help_pages_lie_beside_the_page() {
        let page = assemble(&source("table{}"), &help(), &bound()).unwrap();
        assert_eq!(text(&page, "help/mulai.md"), "# Mulai");
        assert_eq!(text(&page, "help/en/mulai.md"), "# Start");
    }

    #[test]
    fn a_changed_style_gets_a_new_name_and_the_program_keeps_its_own() {
        let (one, two) = (
            assemble(&source("table{}"), &help(), &bound()).unwrap(),
            assemble(&source("tr{}"), &help(), &bound()).unwrap(),
        );
        let name = |page: &Files, ending: &str| {
            page.0
                .keys()
                .find(|name| name.ends_with(ending))
                .cloned()
                .unwrap()
        };
        assert_ne!(name(&one, ".css"), name(&two, ".css"));
        assert_eq!(name(&one, ".wasm"), name(&two, ".wasm"));
    }

    #[test]
    fn a_page_without_a_head_or_a_start_is_refused() {
        let broken = files(&[("index.html", "<html></html>"), ("start.js", "import")]);
        assert!(assemble(&broken, &help(), &bound()).is_err());
        let mut without_start = source("table{}");
        without_start.0.remove("start.js");
        assert!(assemble(&without_start, &help(), &bound()).is_err());
    }
}
