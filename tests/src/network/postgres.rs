//! A PostgreSQL of the tests' own.

use anyhow::Context as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// It must be up after so long.
const BEGINS_WITHIN: Duration = Duration::from_secs(60);

/// A running cluster. It ends when dropped, and also when the process dies in any way: the shell
/// that started it waits for the end of a pipe.
#[derive(Debug)]
pub struct Cluster {
    shell: Child,
    programs: PathBuf,
    folder: TempDir,
}

impl Cluster {
    /// A fresh one, reached by a socket in its own folder only.
    ///
    /// # Errors
    /// PostgreSQL is not installed, or does not start.
    pub fn start() -> anyhow::Result<Self> {
        let programs = programs().context("PostgreSQL is not installed: run `cargo xtask test`")?;
        let folder = tempfile::Builder::new().prefix("kinerja-pg").tempdir()?;
        let user = user_for_postgres()?;
        give_to(folder.path(), user)?;
        let data = folder.path().join("data");
        let mut initdb = as_user(&programs.join("initdb"), user);
        initdb
            .args(["--auth=trust", "--username=kinerja", "--encoding=UTF8"])
            .args(["--locale=C", "--no-sync", "-D"])
            .arg(&data);
        let output = initdb.current_dir("/").output()?;
        anyhow::ensure!(output.status.success(), "initdb: {output:?}");
        let script = format!(
            "'{}' -D '{}' -k '{}' -c listen_addresses= -c max_connections=100 & \
             server=$!; read _; kill -INT $server; wait $server",
            programs.join("postgres").display(),
            data.display(),
            folder.path().display()
        );
        let mut shell = as_user(Path::new("sh"), user);
        shell.arg("-c").arg(script).current_dir("/");
        shell
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let cluster = Self {
            shell: shell.spawn()?,
            programs,
            folder,
        };
        cluster.wait()?;
        Ok(cluster)
    }

    /// A fresh database; its address.
    ///
    /// # Errors
    /// The cluster refused.
    pub fn database(&self, name: &str) -> anyhow::Result<String> {
        let host = self.folder.path();
        let output = Command::new(self.programs.join("createdb"))
            .arg("-h")
            .arg(host)
            .args(["-U", "kinerja", name])
            .output()?;
        anyhow::ensure!(output.status.success(), "createdb: {output:?}");
        Ok(format!(
            "host={} user=kinerja dbname={name}",
            host.display()
        ))
    }

    /// Asks until it answers; each question waits for itself.
    fn wait(&self) -> anyhow::Result<()> {
        let until = Instant::now() + BEGINS_WITHIN;
        while Instant::now() < until {
            let asked = Command::new(self.programs.join("pg_isready"))
                .args(["-q", "-t", "1", "-h"])
                .arg(self.folder.path())
                .status()?;
            if asked.success() {
                return Ok(());
            }
        }
        anyhow::bail!("the private PostgreSQL did not begin")
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        let _ended = self.shell.wait();
    }
}

/// Where Debian and others put the programs.
fn programs() -> Option<PathBuf> {
    let known = (14..=19)
        .rev()
        .map(|version| PathBuf::from(format!("/usr/lib/postgresql/{version}/bin")));
    let path = std::env::var_os("PATH").unwrap_or_default();
    known
        .chain(std::env::split_paths(&path))
        .find(|folder| folder.join("initdb").exists() && folder.join("pg_isready").exists())
}

/// PostgreSQL refuses to run as root; then it runs as the user that its package made.
fn user_for_postgres() -> anyhow::Result<Option<(u32, u32)>> {
    let number = |arguments: &[&str]| -> anyhow::Result<u32> {
        let output = Command::new("id").args(arguments).output()?;
        Ok(String::from_utf8(output.stdout)?.trim().parse()?)
    };
    if number(&["-u"])? != 0 {
        return Ok(None);
    }
    let found = ["postgres", "nobody"]
        .iter()
        .find_map(|user| Some((number(&["-u", user]).ok()?, number(&["-g", user]).ok()?)));
    Ok(Some(found.context("no user that PostgreSQL could run as")?))
}

#[cfg(unix)]
fn give_to(folder: &Path, user: Option<(u32, u32)>) -> anyhow::Result<()> {
    if let Some((user, group)) = user {
        std::os::unix::fs::chown(folder, Some(user), Some(group))?;
    }
    Ok(())
}

#[cfg(unix)]
fn as_user(program: &Path, user: Option<(u32, u32)>) -> Command {
    use std::os::unix::process::CommandExt as _;
    let mut command = Command::new(program);
    if let Some((user, group)) = user {
        command.uid(user).gid(group);
    }
    command
}

#[cfg(not(unix))]
fn give_to(_folder: &Path, _user: Option<(u32, u32)>) -> anyhow::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
fn as_user(program: &Path, _user: Option<(u32, u32)>) -> Command {
    Command::new(program)
}
