//! The program as a person or a script starts it.

#![expect(clippy::unwrap_used, reason = "a test may break off")]

use serde_json::Value;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

fn program(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kinerja-pusat"));
    command.arg("--data").arg(data).arg("--json");
    command
}

/// Runs a verb; answers its exit status and its JSON.
fn run(data: &Path, arguments: &[&str]) -> (i32, Value) {
    let output = program(data).args(arguments).output().unwrap();
    let value = serde_json::from_slice(&output.stdout).unwrap();
    (output.status.code().unwrap(), value)
}

/// Starts serving; answers the process and its address.
fn serve(data: &Path, arguments: &[&str]) -> (Child, String) {
    let mut command = program(data);
    command
        .args(["serve", "--listen", "127.0.0.1:0"])
        .args(arguments);
    let mut server = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    let mut words = BufReader::new(server.stdout.take().unwrap());
    words.read_line(&mut line).unwrap();
    let line: Value = serde_json::from_str(&line).unwrap();
    (server, line["address"].as_str().unwrap().to_owned())
}

#[test]
fn a_centre_begins_is_backed_up_and_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let (mut server, address) = serve(&data, &[]);
    assert!(address.starts_with("https://127.0.0.1:"), "{address}");
    let (status, enrolled) = run(&data, &["enrol", "--office", "Dinas Pendidikan"]);
    assert_eq!(status, 0);
    let code: sync::joining::EnrolmentCode = enrolled["code"].as_str().unwrap().parse().unwrap();
    assert_eq!(code.server, address);
    assert!(code.certificate.is_some());
    let (_, offices) = run(&data, &["offices"]);
    assert_eq!(offices[0]["name"], "Dinas Pendidikan");
    assert_eq!(offices[0]["office_id"], enrolled["office_id"]);
    assert_eq!(offices[0]["last_sync"], Value::Null);
    let (_, verified) = run(&data, &["verify"]);
    assert_eq!(verified["ok"], true);
    let backup = folder.path().join("cadangan");
    let backup = backup.to_str().unwrap();
    assert_eq!(run(&data, &["backup", backup]).0, 0);
    // Never over something.
    assert_eq!(run(&data, &["backup", backup]).0, 1);
    let (status, refused) = run(&data, &["restore", backup]);
    assert_eq!((status, &refused["error"]["code"]), (1, &"in_use".into()));
    server.kill().unwrap();
    server.wait().unwrap();
    run(&data, &["enrol", "--office", "Dinas Kesehatan"]);
    assert_eq!(run(&data, &["offices"]).1.as_array().unwrap().len(), 2);
    let (status, restored) = run(&data, &["restore", backup]);
    assert_eq!(status, 0);
    assert!(restored["epoch"].as_u64().unwrap() > 1);
    let (_, after) = run(&data, &["offices"]);
    assert_eq!(after.as_array().unwrap().len(), 1);
    let (_, again) = run(&data, &["verify"]);
    assert_eq!(again["state_hash"], verified["state_hash"]);
    assert_eq!(run(&data, &["doctor"]).1["ok"], true);
}

#[test]
fn rules_are_published_from_a_file_and_listed() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let text = std::fs::read_to_string("../../assets/rules/tenggat.json").unwrap();
    let mut tenggat: Value = serde_json::from_str(&text).unwrap();
    tenggat["send_days_after_period"] = 10.into();
    let write = |name: &str, version: u32| {
        let package = serde_json::json!({
            "version": version,
            "valid_from": "2027-01-01",
            "source": "Keputusan Bupati 12/2026",
            "files": { "tenggat": tenggat },
        });
        let file = folder.path().join(name);
        std::fs::write(&file, package.to_string()).unwrap();
        file.to_str().unwrap().to_owned()
    };
    assert_eq!(run(&data, &["rules"]), (0, Value::Array(Vec::new())));
    let file = write("aturan.json", 2);
    let (status, published) = run(&data, &["rules", &file]);
    assert_eq!(status, 0);
    assert_eq!(published["published"], true);
    assert_eq!(published["files"], serde_json::json!(["tenggat"]));
    // Again, by its Indonesian name: nothing changes.
    let (status, again) = run(&data, &["aturan", &file]);
    assert_eq!((status, &again["published"]), (0, &false.into()));
    let (status, refused) = run(&data, &["rules", &write("lama.json", 1)]);
    assert_eq!(status, 1);
    assert_eq!(refused["error"]["code"], "rules_refused");
    let message = refused["error"]["message"].as_str().unwrap();
    assert!(message.contains("harus di atas versi terbaru"), "{message}");
    let (status, missing) = run(&data, &["rules", "tidak-ada.json"]);
    assert_eq!(
        (status, &missing["error"]["code"]),
        (1, &"unreadable".into())
    );
    let (_, listed) = run(&data, &["rules"]);
    assert_eq!(listed[0]["version"], 2);
    assert_eq!(listed[0]["by"], "kinerja-pusat");
}

#[test]
#[cfg(unix)]
fn a_centre_that_is_told_to_stop_stops() {
    let folder = tempfile::tempdir().unwrap();
    let (mut server, address) = serve(folder.path(), &["--http"]);
    assert!(address.starts_with("http://127.0.0.1:"), "{address}");
    let id = server.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-TERM", &id])
            .status()
            .unwrap()
            .success()
    );
    assert_eq!(server.wait().unwrap().code(), Some(0));
}

#[test]
fn mistakes_are_told_in_json() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let (status, error) = run(&data, &["serve", "--listen", "nowhere"]);
    assert_eq!((status, &error["error"]["code"]), (2, &"usage".into()));
    let nobody = "01923456-0000-7000-8000-000000000000";
    let (status, error) = run(&data, &["revoke", nobody]);
    assert_eq!((status, &error["error"]["code"]), (1, &"not_found".into()));
    let file = folder.path().join("bukan-paket");
    std::fs::write(&file, "halo").unwrap();
    let answer = folder.path().join("jawaban");
    let arguments = [
        "import-usb",
        file.to_str().unwrap(),
        "--answer",
        answer.to_str().unwrap(),
    ];
    let (status, error) = run(&data, &arguments);
    assert_eq!((status, &error["error"]["code"]), (1, &"wrong_file".into()));
    assert!(!answer.exists());
    let (status, error) = run(&data, &["restore", file.to_str().unwrap()]);
    assert_eq!(
        (status, &error["error"]["code"]),
        (1, &"not_a_backup".into())
    );
}

/// A store that knows as much of S3 as a doctor asks: objects are put, fetched, looked at, removed.
async fn store_of_objects(listener: tokio::net::TcpListener) {
    use axum::body::Bytes;
    use axum::extract::{Path as Key, State};
    use axum::http::{Method, StatusCode, header};
    use axum::response::IntoResponse as _;
    use std::collections::BTreeMap;
    use std::sync::{Arc, Mutex};

    type Objects = Arc<Mutex<BTreeMap<String, Bytes>>>;
    let object = |method: Method,
                  Key(key): Key<String>,
                  State(all): State<Objects>,
                  body: Bytes| async move {
        let mut all = all.lock().unwrap();
        let tags = [
            (header::ETAG, "\"1\""),
            (header::LAST_MODIFIED, "Mon, 30 Nov 2026 10:00:00 GMT"),
        ];
        match method {
            Method::PUT => {
                all.insert(key, body);
                (tags, Bytes::new()).into_response()
            }
            // Several are removed by one request.
            Method::POST => {
                "<DeleteResult><Deleted><Key>k</Key></Deleted></DeleteResult>".into_response()
            }
            Method::DELETE => {
                all.remove(&key);
                StatusCode::NO_CONTENT.into_response()
            }
            _ => match all.get(&key) {
                Some(bytes) => (tags, bytes.clone()).into_response(),
                None => StatusCode::NOT_FOUND.into_response(),
            },
        }
    };
    let router = axum::Router::new()
        .route("/{*key}", axum::routing::any(object))
        .with_state(Objects::default());
    axum::serve(listener, router).await.unwrap();
}

#[test]
fn files_may_lie_in_a_store_of_objects() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let listener = runtime
        .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
        .unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    runtime.spawn(store_of_objects(listener));
    let folder = tempfile::tempdir().unwrap();
    let doctor = |endpoint: &str| {
        let output = program(folder.path())
            .args(["--files", "s3://kinerja", "doctor"])
            .env("AWS_ACCESS_KEY_ID", "kinerja")
            .env("AWS_SECRET_ACCESS_KEY", "kinerja")
            .env("AWS_REGION", "id-1")
            .env("AWS_ENDPOINT", endpoint)
            .output()
            .unwrap();
        let found: Value = serde_json::from_slice(&output.stdout).unwrap();
        let mut checks = found["checks"].as_array().unwrap().iter();
        let files = checks.find(|check| check["check"] == "files").unwrap();
        (files["ok"] == true, files["found"].to_string())
    };
    let (is_well, found) = doctor(&endpoint);
    assert!(is_well, "{found}");
    // Nobody listens at a port that was given back.
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let nobody = format!("http://{}", gone.local_addr().unwrap());
    drop(gone);
    let (is_well, found) = doctor(&nobody);
    assert!(!is_well, "{found}");
}
