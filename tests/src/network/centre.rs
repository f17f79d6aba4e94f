//! `kinerja-pusat`, served and called.

use super::proxy::{Manner, Proxy};
use crate::binaries;
use crate::terminal::Called;
use anyhow::Context as _;
use serde_json::Value;
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// The office of most stories.
pub const OFFICE: &str = "Dinas Pendidikan";

/// A centre with data of its own. Its server is killed when dropped.
#[derive(Debug)]
pub struct Centre {
    folder: TempDir,
    data: PathBuf,
    database: Option<String>,
    transport: Transport,
    server: Option<Child>,
    address: Option<SocketAddr>,
}

/// With TLS or without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    /// TLS by the centre's own certificate.
    Tls,
    /// Plain, as behind a proxy.
    Plain,
}

impl Centre {
    /// One on an SQLite file, serving.
    ///
    /// # Errors
    /// It does not start.
    pub fn start() -> anyhow::Result<Self> {
        Self::begin(Transport::Tls, None, None)
    }

    /// One whose data is in this folder, serving.
    ///
    /// # Errors
    /// It does not start.
    pub fn in_folder(data: &Path) -> anyhow::Result<Self> {
        Self::begin(Transport::Tls, None, Some(data))
    }

    /// One without TLS, serving.
    ///
    /// # Errors
    /// It does not start.
    pub fn plain() -> anyhow::Result<Self> {
        Self::begin(Transport::Plain, None, None)
    }

    /// One on this PostgreSQL, serving.
    ///
    /// # Errors
    /// It does not start.
    pub fn on(database: String) -> anyhow::Result<Self> {
        Self::begin(Transport::Tls, Some(database), None)
    }

    fn begin(
        transport: Transport,
        database: Option<String>,
        data: Option<&Path>,
    ) -> anyhow::Result<Self> {
        let folder = tempfile::Builder::new()
            .prefix("kinerja-pusat-")
            .tempdir()?;
        let data = data.map_or_else(|| folder.path().join("data"), Path::to_owned);
        let mut centre = Self {
            folder,
            data,
            database,
            transport,
            server: None,
            address: None,
        };
        centre.serve()?;
        Ok(centre)
    }

    /// Serves, at the address of before if it did before.
    ///
    /// # Errors
    /// It does not start.
    pub fn serve(&mut self) -> anyhow::Result<()> {
        let listen = self
            .address
            .unwrap_or(SocketAddr::from(([127, 0, 0, 1], 0)));
        let log = File::options().create(true).append(true).open(self.log())?;
        let mut command = self.command()?;
        command.args(["serve", "--listen", &listen.to_string()]);
        if self.transport == Transport::Plain {
            command.arg("--http");
        }
        let mut server = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()?;
        let mut line = String::new();
        let words = server.stdout.take().context("no output")?;
        self.server = Some(server);
        BufReader::new(words).read_line(&mut line)?;
        let said: Value = serde_json::from_str(&line)
            .with_context(|| format!("it does not serve: {line} {}", self.last_words()))?;
        let address = said["address"].as_str().context("no address")?;
        let (_, address) = address.split_once("//").context("no address")?;
        self.address = Some(address.parse()?);
        Ok(())
    }

    /// `kill -9`.
    ///
    /// # Errors
    /// It was not running.
    pub fn kill(&mut self) -> anyhow::Result<()> {
        let mut server = self.server.take().context("the centre does not run")?;
        server.kill()?;
        server.wait()?;
        Ok(())
    }

    /// Whether it was killed and does not serve.
    #[must_use]
    pub const fn is_dead(&self) -> bool {
        self.server.is_none()
    }

    /// Where it serves.
    ///
    /// # Errors
    /// It never did.
    pub fn address(&self) -> anyhow::Result<SocketAddr> {
        self.address.context("the centre never served")
    }

    /// A line to it.
    ///
    /// # Errors
    /// It never served, or the system has no port.
    pub fn line(&self, manner: Manner) -> anyhow::Result<Proxy> {
        Proxy::to(self.address()?, manner)
    }

    /// Where an office that goes over this line finds it.
    #[must_use]
    pub fn url_over(&self, line: &Proxy) -> String {
        line.url(match self.transport {
            Transport::Tls => "https",
            Transport::Plain => "http",
        })
    }

    /// Calls `kinerja-pusat --json …` on its data.
    ///
    /// # Errors
    /// It could not be started, was killed, or printed something that is not one JSON value.
    pub fn call(&self, arguments: &[&str]) -> anyhow::Result<Called> {
        let output = self.command()?.args(arguments).output()?;
        let complaint = String::from_utf8_lossy(&output.stderr);
        anyhow::ensure!(complaint.is_empty(), "on standard error: {complaint}");
        let text = String::from_utf8(output.stdout)?;
        let value =
            serde_json::from_str(&text).with_context(|| format!("not one JSON value: {text:?}"))?;
        let status = output.status.code().context("killed")?;
        Ok(Called { status, value })
    }

    /// A fresh code for an office.
    ///
    /// # Errors
    /// The centre refused.
    pub fn code(&self, office: &str) -> anyhow::Result<String> {
        let made = self.call(&["enrol", "--office", office])?.with(0)?;
        Ok(made["code"].as_str().context("no code")?.to_owned())
    }

    /// What it says of an office.
    ///
    /// # Errors
    /// It does not know it.
    pub fn office(&self, name: &str) -> anyhow::Result<Value> {
        let offices = self.call(&["offices"])?.with(0)?;
        let found = offices
            .as_array()
            .and_then(|it| it.iter().find(|it| it["name"] == name));
        found.cloned().context("no such office")
    }

    /// Records that it has of the office of most stories.
    ///
    /// # Errors
    /// It does not know it.
    pub fn records(&self) -> anyhow::Result<u64> {
        self.office(OFFICE)?["records"]
            .as_u64()
            .context("no number")
    }

    /// Checks everything that it has; answers the hash of it.
    ///
    /// # Errors
    /// Something is not sound.
    pub fn verify(&self) -> anyhow::Result<String> {
        let checked = self.call(&["verify"])?.with(0)?;
        anyhow::ensure!(checked["ok"] == true, "not sound: {checked}");
        let hash = checked["state_hash"].as_str().context("no hash")?;
        Ok(hash.to_owned())
    }

    /// Its data.
    #[must_use]
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// A file beside its data.
    #[must_use]
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What the server said last.
    #[must_use]
    pub fn last_words(&self) -> String {
        std::fs::read_to_string(self.log()).unwrap_or_default()
    }

    fn log(&self) -> PathBuf {
        self.file("serve.log")
    }

    fn command(&self) -> anyhow::Result<Command> {
        let mut command = Command::new(binaries::centre()?);
        command
            .env_remove("KINERJA_LOG")
            .env_remove("KINERJA_PUSAT_DATA")
            .env_remove("KINERJA_PUSAT_DATABASE")
            .env_remove("KINERJA_PUSAT_FILES")
            .current_dir(self.folder.path())
            .arg("--json")
            .arg("--data")
            .arg(&self.data);
        if let Some(database) = &self.database {
            command.args(["--database", database]);
        }
        Ok(command)
    }
}

impl Drop for Centre {
    fn drop(&mut self) {
        if self.server.is_some() {
            let _gone = self.kill();
        }
    }
}
