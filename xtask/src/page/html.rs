//! Putting the page together: names with a hash of the content, and an index that knows them.

use anyhow::{Context, Result};

use super::files::{Files, digest};

/// Counts up when the same sources are to be put together in another way.
pub const LAYOUT: &str = "layout 2";

/// The files of `ui/dist`.
///
/// `source` holds `index.html`, `styles/*.css` (joined in the order of their names) and `public/`
/// (taken over as it is); `bound` what wasm-bindgen wrote. There is no inline script: the policy
/// of the window forbids it.
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
    for (name, content) in &bound.0 {
        if name.starts_with("snippets/") {
            page.0.insert(name.clone(), content.clone());
        }
    }

    let styles = add(&mut page, "css", styles(source));
    let wasm = add(&mut page, "wasm", part(bound, "ui_bg.wasm")?.to_vec());
    let script = add(&mut page, "js", part(bound, "ui.js")?.to_vec());
    let start =
        format!("import start from \"/{script}\";\n\nstart({{ module_or_path: \"/{wasm}\" }});\n");
    let start = add(&mut page, "start.js", start.into_bytes());

    let head = format!(
        "<link rel=\"stylesheet\" href=\"/{styles}\">\n\
         <link rel=\"modulepreload\" href=\"/{script}\">\n\
         <script type=\"module\" src=\"/{start}\"></script>\n"
    );
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

fn add(page: &mut Files, ending: &str, content: Vec<u8>) -> String {
    let name = format!("ui-{}.{ending}", digest(&content));
    page.0.insert(name.clone(), content);
    name
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let start = text(&page, ".start.js");
        let named: Vec<&str> = index
            .split('"')
            .chain(start.split('"'))
            .filter_map(|text| text.strip_prefix("/ui-"))
            .collect();
        assert_eq!(named.len(), 5, "{index}{start}");
        for name in named {
            assert!(page.0.contains_key(&format!("ui-{name}")), "{name}");
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
    fn a_page_without_a_head_is_refused() {
        let broken = files(&[("index.html", "<html></html>")]);
        assert!(assemble(&broken, &help(), &bound()).is_err());
    }
}
