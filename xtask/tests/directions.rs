//! The directions between the packages of this workspace: what ARCHITECTURE.md draws is what
//! cargo resolves.

#![expect(clippy::unwrap_used, reason = "a test may break off")]

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    process::Command,
};

use rstest::rstest;
use serde_json::Value;

/// For every package, the packages of this workspace that it may use in what it ships.
const ALLOWED: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("vault", &[]),
    ("catalogue", &["domain"]),
    ("record", &["domain"]),
    ("sync", &["domain", "record"]),
    ("ciphers", &["sync", "vault"]),
    ("line", &["sync"]),
    ("api", &["domain", "catalogue"]),
    ("store", &["domain", "record", "catalogue", "vault"]),
    ("reports", &["domain", "catalogue"]),
    ("ui", &["domain", "api", "catalogue"]),
    (
        "app",
        &[
            "domain",
            "record",
            "catalogue",
            "api",
            "store",
            "reports",
            "vault",
            "sync",
            "ciphers",
            "line",
        ],
    ),
    (
        "central",
        &[
            "domain",
            "record",
            "catalogue",
            "api",
            "sync",
            "ciphers",
            "reports",
        ],
    ),
    ("loopback", &["app", "api", "catalogue", "domain"]),
    (
        "kinerja-cli",
        &["app", "api", "catalogue", "domain", "reports"],
    ),
    ("kinerja-luring", &["app", "api", "catalogue", "domain"]),
    (
        "testkit",
        &[
            "domain",
            "record",
            "catalogue",
            "api",
            "store",
            "reports",
            "vault",
            "app",
        ],
    ),
    ("corpus", &["domain"]),
    ("xtask", &[]),
    ("page-bindgen", &[]),
];

/// Packages that only measure or drive the others; they may use any of them.
const ABOVE_ALL: &[&str] = &["journeys", "benches"];

/// The workspace's packages, and who uses whom in what is shipped (tests and build scripts apart).
type Uses = BTreeMap<String, BTreeSet<String>>;

fn cargo(arguments: &[&str]) -> Vec<u8> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(root)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

fn uses(metadata: &Value) -> Uses {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let names: BTreeMap<String, String> = list(&metadata["packages"])
        .iter()
        .map(|package| (text(&package["id"]), text(&package["name"])))
        .collect();
    let members: BTreeSet<String> = list(&metadata["workspace_members"])
        .iter()
        .map(text)
        .collect();
    let mut uses = Uses::new();
    for node in list(&metadata["resolve"]["nodes"]) {
        if !members.contains(&text(&node["id"])) {
            continue;
        }
        let user = uses.entry(names[&text(&node["id"])].clone()).or_default();
        for used in list(&node["deps"]) {
            let ships = list(&used["dep_kinds"])
                .iter()
                .any(|kind| kind["kind"].is_null());
            if ships && members.contains(&text(&used["pkg"])) {
                user.insert(names[&text(&used["pkg"])].clone());
            }
        }
    }
    uses
}

/// Every use that the list does not allow, in words.
fn offences(uses: &Uses) -> Vec<String> {
    let mut offences = Vec::new();
    for (member, used) in uses
        .iter()
        .filter(|(name, _)| !ABOVE_ALL.contains(&name.as_str()))
    {
        let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| name == member) else {
            offences.push(format!("{member} stands in no list"));
            continue;
        };
        for used in used.iter().filter(|used| !allowed.contains(&used.as_str())) {
            offences.push(format!("{member} uses {used}"));
        }
    }
    offences
}

#[test]
fn packages_use_each_other_in_the_drawn_directions_only() {
    let metadata = cargo(&[
        "metadata",
        "--format-version=1",
        "--locked",
        "--all-features",
    ]);
    let uses = uses(&serde_json::from_slice(&metadata).unwrap());
    for (name, _) in ALLOWED {
        assert!(
            uses.contains_key(*name),
            "{name} is no package of this workspace"
        );
    }
    let offences = offences(&uses);
    assert!(offences.is_empty(), "\n{}", offences.join("\n"));
}

#[test]
fn a_use_against_the_direction_and_an_unknown_package_are_found() {
    let uses: Uses = [
        ("domain", vec!["store"]),
        ("store", vec!["domain"]),
        ("novelty", vec![]),
    ]
    .into_iter()
    .map(|(name, used)| {
        (
            name.to_owned(),
            used.into_iter().map(str::to_owned).collect(),
        )
    })
    .collect();
    assert_eq!(
        offences(&uses),
        ["domain uses store", "novelty stands in no list"]
    );
}

/// What must not be reached by any path. Asked of `cargo tree`, which turns on no more features
/// than the package has by itself.
#[rstest]
#[case::types_and_rules("domain", &["rusqlite", "tokio", "getrandom", "rand", "tempfile"])]
#[case::sealed_documents("record", &["rusqlite", "tokio", "getrandom", "rand", "tempfile"])]
#[case::the_protocol_without_io("sync", &["rusqlite", "tokio", "getrandom", "rand", "tempfile"])]
#[case::pure_tables("reports", &["rusqlite", "tokio"])]
#[case::the_core_without_a_window("app", &["tauri", "leptos", "axum"])]
#[case::the_terminal_without_a_window("kinerja-cli", &["tauri", "leptos", "axum"])]
#[case::the_contract_only("ui", &["rusqlite", "tauri", "tokio", "store", "app"])]
#[case::quick_to_compile("xtask", &["clap", "tokio", "serde_derive", "syn"])]
fn out_of_reach(#[case] package: &str, #[case] forbidden: &[&str]) {
    let mut question = vec!["tree", "--locked", "--package", package, "--prefix=none"];
    question.extend(["--edges=normal,no-proc-macro", "--format={p}"]);
    if package == "ui" {
        question.push("--target=wasm32-unknown-unknown");
    }
    let answer = String::from_utf8(cargo(&question)).unwrap();
    let reached: BTreeSet<&str> = answer
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(reached.contains(package), "{answer}");
    for name in forbidden {
        assert!(!reached.contains(name), "{package} reaches {name}");
    }
}
