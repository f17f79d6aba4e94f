//! A PostgreSQL of the tests' own.

use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use tempfile::TempDir;

/// A running cluster. It ends when the last test that uses it does, and also when the process dies
/// in any way: the shell that started it waits for the end of a pipe.
pub struct Cluster {
    server: Child,
    folder: TempDir,
    databases: AtomicU32,
}

static SHARED: Mutex<Weak<Cluster>> = Mutex::new(Weak::new());

impl Cluster {
    /// The cluster that runs, or a new one.
    pub fn shared() -> Arc<Self> {
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(running) = shared.upgrade() {
            return running;
        }
        let started = Arc::new(Self::start());
        *shared = Arc::downgrade(&started);
        started
    }

    fn start() -> Self {
        let programs = programs();
        let folder = tempfile::Builder::new()
            .prefix("kinerja-pg")
            .tempdir()
            .unwrap();
        let user = user_for_postgres();
        if let Some((user, group)) = user {
            chown(folder.path(), Some(user), Some(group)).unwrap();
        }
        let data = folder.path().join("data");
        let mut initdb = as_user(Command::new(programs.join("initdb")), user);
        initdb.args(["--auth=trust", "--username=kinerja", "--encoding=UTF8"]);
        initdb.args(["--locale=C", "--no-sync", "-D"]).arg(&data);
        let output = initdb.current_dir("/").output().unwrap();
        assert!(output.status.success(), "initdb: {output:?}");
        let postgres = programs.join("postgres");
        let script = format!(
            "'{}' -D '{}' -k '{}' -c listen_addresses= -c max_connections=200 & \
             server=$!; read _; kill -INT $server; wait $server",
            postgres.display(),
            data.display(),
            folder.path().display()
        );
        let mut shell = as_user(Command::new("sh"), user);
        shell.arg("-c").arg(script).current_dir("/");
        shell
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        let mut server = shell.spawn().unwrap();
        wait(server.stderr.take().unwrap());
        Self {
            server,
            folder,
            databases: AtomicU32::new(0),
        }
    }

    /// The address of a fresh database.
    pub async fn database(&self) -> String {
        let number = self.databases.fetch_add(1, Ordering::Relaxed);
        let host = self.folder.path().display();
        let (client, connection) = tokio_postgres::connect(
            &format!("host={host} user=kinerja dbname=postgres"),
            tokio_postgres::NoTls,
        )
        .await
        .unwrap();
        let running = tokio::spawn(connection);
        let name = format!("pusat{number}");
        // With the order of letters of an ordinary installation, not that of bytes: what the
        // program says must not hang on it.
        let made = format!(
            "CREATE DATABASE {name} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'id'"
        );
        client.batch_execute(&made).await.unwrap();
        drop(client);
        running.await.unwrap().unwrap();
        format!("host={host} user=kinerja dbname={name}")
    }
}

/// Waits until it says that it is ready; from then on its words are read and dropped.
fn wait(words: ChildStderr) {
    let mut lines = BufReader::new(words).lines();
    let mut said = Vec::new();
    let is_ready = lines.by_ref().map_while(Result::ok).any(|line| {
        let is_ready = line.contains("ready to accept connections");
        said.push(line);
        is_ready
    });
    assert!(is_ready, "the private PostgreSQL did not begin: {said:#?}");
    std::thread::spawn(move || lines.for_each(drop));
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.server.stdin.take());
        let _ended = self.server.wait();
    }
}

/// Where Debian and others put the programs.
fn programs() -> PathBuf {
    let versions = ["18", "17", "16", "15", "14"].map(|it| format!("/usr/lib/postgresql/{it}/bin"));
    let known = versions.into_iter().map(PathBuf::from);
    let on_path = std::env::var_os("PATH").unwrap_or_default();
    let found = known
        .chain(std::env::split_paths(&on_path).collect::<Vec<_>>())
        .find(|folder| folder.join("initdb").exists());
    found.expect("PostgreSQL is not installed: `cargo xtask setup` installs Debian's `postgresql`")
}

/// PostgreSQL refuses to run as root; then it runs as the user that its package made.
fn user_for_postgres() -> Option<(u32, u32)> {
    let number = |arguments: &[&str]| {
        let output = Command::new("id").args(arguments).output().unwrap();
        String::from_utf8(output.stdout)
            .unwrap()
            .trim()
            .parse()
            .ok()
    };
    if number(&["-u"]) != Some(0) {
        return None;
    }
    ["postgres", "nobody"]
        .iter()
        .find_map(|user| Some((number(&["-u", user])?, number(&["-g", user])?)))
}

fn as_user(mut command: Command, user: Option<(u32, u32)>) -> Command {
    if let Some((user, group)) = user {
        command.uid(user).gid(group);
    }
    command
}
