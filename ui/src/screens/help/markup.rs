//! The little markup that help pages are written in: headings, paragraphs, lists, tables, bold,
//! code, keys such as `[Ctrl+K]`, and links. A page is plain Markdown, so it reads well without
//! the program too; what is not part of this subset stays text.

mod inline;

pub use inline::{Span, Text};

/// A parsed page. Everything borrows from its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document<'a> {
    /// The line that begins with `# `.
    pub title: &'a str,
    /// What stands below it.
    pub blocks: Vec<Block<'a>>,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block<'a> {
    /// `## `.
    Heading(Text<'a>),
    /// `### `.
    Subheading(Text<'a>),
    /// Lines up to the next blank one.
    Paragraph(Text<'a>),
    /// Lines with `- `.
    Bullets(Vec<Text<'a>>),
    /// Lines with `1. `.
    Steps(Vec<Text<'a>>),
    /// Lines with `|`; the line of dashes below the head is only for other readers.
    Table {
        /// The first line.
        head: Vec<Text<'a>>,
        /// The others.
        rows: Vec<Vec<Text<'a>>>,
    },
    /// Lines between fences, as they are.
    Code(&'a str),
}

/// Parses a page.
#[must_use]
pub fn parse(source: &str) -> Document<'_> {
    let lines = Lines::of(source);
    let mut title = "";
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let begin = at;
        at = match Kind::of(lines.text(at)) {
            Kind::Blank => at + 1,
            Kind::Title(text) => {
                title = text;
                at + 1
            }
            Kind::Heading(text) => {
                blocks.push(Block::Heading(inline::parse(text)));
                at + 1
            }
            Kind::Subheading(text) => {
                blocks.push(Block::Subheading(inline::parse(text)));
                at + 1
            }
            Kind::Fence => {
                let end = lines.until(at + 1, |kind| matches!(kind, Kind::Fence));
                blocks.push(Block::Code(lines.slice(at + 1, end)));
                end + 1
            }
            Kind::Row => {
                at = lines.until(at, |kind| !matches!(kind, Kind::Row));
                blocks.push(table(&lines, begin, at));
                at
            }
            Kind::Bullet(_) => {
                at = lines.until(at, |kind| {
                    !matches!(kind, Kind::Bullet(_) | Kind::Continued)
                });
                blocks.push(Block::Bullets(items(&lines, begin, at)));
                at
            }
            Kind::Step(_) => {
                at = lines.until(at, |kind| !matches!(kind, Kind::Step(_) | Kind::Continued));
                blocks.push(Block::Steps(items(&lines, begin, at)));
                at
            }
            Kind::Plain | Kind::Continued => {
                at = lines.until(at, |kind| !matches!(kind, Kind::Plain | Kind::Continued));
                blocks.push(Block::Paragraph(inline::parse(lines.slice(begin, at))));
                at
            }
        };
    }
    Document { title, blocks }
}

/// What a line begins.
enum Kind<'a> {
    Blank,
    Title(&'a str),
    Heading(&'a str),
    Subheading(&'a str),
    Fence,
    Row,
    Bullet(&'a str),
    Step(&'a str),
    /// Indented: it goes on with the item above.
    Continued,
    Plain,
}

impl<'a> Kind<'a> {
    fn of(line: &'a str) -> Self {
        if line.trim().is_empty() {
            return Self::Blank;
        }
        if line.starts_with(' ') {
            return Self::Continued;
        }
        if line.starts_with("```") {
            return Self::Fence;
        }
        if line.starts_with('|') {
            return Self::Row;
        }
        let begun = [
            line.strip_prefix("# ").map(Self::Title),
            line.strip_prefix("## ").map(Self::Heading),
            line.strip_prefix("### ").map(Self::Subheading),
            line.strip_prefix("- ").map(Self::Bullet),
            step(line).map(Self::Step),
        ];
        begun.into_iter().flatten().next().unwrap_or(Self::Plain)
    }
}

/// What follows `12. `.
fn step(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
    (rest.len() < line.len())
        .then(|| rest.strip_prefix(". "))
        .flatten()
}

/// A list's items, each with the lines that go on with it.
fn items<'a>(lines: &Lines<'a>, begin: usize, end: usize) -> Vec<Text<'a>> {
    let mut items = Vec::new();
    let mut at = begin;
    while at < end {
        let next = lines
            .until(at + 1, |kind| !matches!(kind, Kind::Continued))
            .min(end);
        let whole = lines.slice(at, next);
        let (Kind::Bullet(text) | Kind::Step(text)) = Kind::of(whole) else {
            return items;
        };
        items.push(inline::parse(text));
        at = next;
    }
    items
}

fn table<'a>(lines: &Lines<'a>, begin: usize, end: usize) -> Block<'a> {
    let mut rows = (begin..end)
        .map(|at| lines.text(at))
        .filter(|line| {
            line.chars()
                .any(|sign| !matches!(sign, '|' | '-' | ':' | ' '))
        })
        .map(cells);
    let head = rows.next().unwrap_or_default();
    Block::Table {
        head,
        rows: rows.collect(),
    }
}

fn cells(line: &str) -> Vec<Text<'_>> {
    line.trim()
        .trim_matches('|')
        .split('|')
        .map(|cell| inline::parse(cell.trim()))
        .collect()
}

/// The lines of a page, and where each one lies in it.
struct Lines<'a> {
    source: &'a str,
    ends: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn of(source: &'a str) -> Self {
        let ends = source
            .split_inclusive('\n')
            .scan(0, |end, line| {
                *end += line.len();
                Some(*end)
            })
            .collect();
        Self { source, ends }
    }

    fn len(&self) -> usize {
        self.ends.len()
    }

    fn text(&self, at: usize) -> &'a str {
        self.slice(at, at + 1)
    }

    /// The lines from one to before another, without the end of the last.
    fn slice(&self, from: usize, to: usize) -> &'a str {
        let end = |before: usize| match before.checked_sub(1) {
            Some(last) => self.ends.get(last).copied().unwrap_or(self.source.len()),
            None => 0,
        };
        self.source
            .get(end(from)..end(to))
            .unwrap_or_default()
            .trim_end()
    }

    /// The first line from here on for which this holds, or the end.
    fn until(&self, from: usize, found: impl Fn(Kind<'_>) -> bool) -> usize {
        (from..self.len())
            .find(|at| found(Kind::of(self.text(*at))))
            .unwrap_or(self.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn blocks(source: &str) -> Vec<Block<'_>> {
        parse(source).blocks
    }

    fn text(words: &str) -> Text<'_> {
        vec![Span::Plain(words)]
    }

    #[test]
    fn a_page_has_a_title_and_parts() {
        let page = parse("# Pegawai\n\nSatu\nparagraf.\n\n## Mencari\n### Cepat\n");
        assert_eq!(page.title, "Pegawai");
        assert_eq!(
            page.blocks,
            [
                Block::Paragraph(text("Satu\nparagraf.")),
                Block::Heading(text("Mencari")),
                Block::Subheading(text("Cepat")),
            ]
        );
    }

    #[rstest]
    #[case("- satu\n- dua\n  lanjut\n", &["satu", "dua\n  lanjut"])]
    #[case("1. satu\n   lanjut\n2. dua", &["satu\n   lanjut", "dua"])]
    #[case("10. sepuluh", &["sepuluh"])]
    fn an_item_goes_on_in_indented_lines(#[case] source: &str, #[case] expected: &[&str]) {
        let expected: Vec<_> = expected.iter().copied().map(text).collect();
        match &blocks(source)[..] {
            [Block::Bullets(items) | Block::Steps(items)] => assert_eq!(*items, expected),
            other => panic!("no list: {other:?}"),
        }
    }

    #[test]
    fn a_list_ends_where_another_part_begins() {
        let kinds = blocks("Teks:\n- satu\n\n- dua\n## Judul\n1. tiga\nTeks.");
        assert_eq!(
            kinds,
            [
                Block::Paragraph(text("Teks:")),
                Block::Bullets(vec![text("satu")]),
                Block::Bullets(vec![text("dua")]),
                Block::Heading(text("Judul")),
                Block::Steps(vec![text("tiga")]),
                Block::Paragraph(text("Teks.")),
            ]
        );
    }

    #[test]
    fn a_table_has_a_head_and_rows() {
        let source = "| Tombol | Arti |\n|---|:--|\n| [F2] | mengubah |\n| [Esc] | |\n";
        let expected = Block::Table {
            head: vec![text("Tombol"), text("Arti")],
            rows: vec![
                vec![vec![Span::Keys("F2")], text("mengubah")],
                vec![vec![Span::Keys("Esc")], Vec::new()],
            ],
        };
        assert_eq!(blocks(source), [expected]);
    }

    #[rstest]
    #[case("```\na  b\n- c\n\nd\n```\n", "a  b\n- c\n\nd")]
    #[case("```\nnot closed", "not closed")]
    #[case("```\n```", "")]
    fn code_stays_as_it_is(#[case] source: &str, #[case] expected: &str) {
        assert_eq!(blocks(source), [Block::Code(expected)]);
    }

    #[rstest]
    #[case("#Judul")]
    #[case("-satu")]
    #[case("1.satu")]
    #[case("1) satu")]
    #[case("2026 adalah tahun")]
    fn what_only_looks_like_markup_is_text(#[case] source: &str) {
        assert_eq!(blocks(source), [Block::Paragraph(text(source))]);
    }

    #[test]
    fn line_ends_of_windows_make_no_difference() {
        let unix = "# Judul\n\nTeks.\n\n- satu\n- dua\n\n| a | b |\n|---|---|\n| c | d |\n";
        let windows = unix.replace('\n', "\r\n");
        assert_eq!(parse(unix), parse(&windows));
    }

    #[test]
    fn nothing_is_a_page_of_nothing() {
        assert_eq!(
            parse(""),
            Document {
                title: "",
                blocks: Vec::new()
            }
        );
    }
}
