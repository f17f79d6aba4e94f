//! The real window, driven by WebDriver.

use crate::binaries;
use crate::desk::Pc;
use anyhow::Context as _;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The longest that anything on the screen may take before a journey gives up.
pub const PATIENCE: Duration = Duration::from_secs(20);
/// How often a condition is looked at.
const LOOK: Duration = Duration::from_millis(20);

/// An open window with the driver that moves it.
#[derive(Debug)]
pub struct Window {
    /// The WebDriver session.
    pub client: Client,
    driver: Child,
}

impl Window {
    /// Opens the program on a PC and waits until the page stands.
    ///
    /// # Errors
    /// The driver or the program does not start.
    pub async fn open(pc: &Pc) -> anyhow::Result<Self> {
        Self::open_at(pc, "2026-10-28T02:00:00Z").await
    }

    /// The same at another instant of the program's clock.
    ///
    /// # Errors
    /// The driver or the program does not start.
    pub async fn open_at(pc: &Pc, now: &str) -> anyhow::Result<Self> {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let driver = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .envs(pc.environment())
            .env("KINERJA_NOW", now)
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("WebKitWebDriver (package webkit2gtk-driver)")?;
        let mut guard = DriverGuard(Some(driver));
        let mut capabilities = Map::new();
        capabilities.insert(
            "webkitgtk:browserOptions".to_owned(),
            json!({ "binary": binaries::window()?, "args": [] }),
        );
        let deadline = Instant::now() + PATIENCE;
        let client = loop {
            let tried = ClientBuilder::new(HttpConnector::new())
                .capabilities(capabilities.clone())
                .connect(&format!("http://127.0.0.1:{port}"))
                .await;
            match tried {
                Ok(client) => break client,
                Err(_) if Instant::now() < deadline => tokio::time::sleep(LOOK).await,
                Err(error) => return Err(error).context("the window does not open"),
            }
        };
        let driver = guard.0.take().context("the driver is gone")?;
        let window = Self { client, driver };
        window.see("h1").await?;
        Ok(window)
    }

    /// Waits for an element that matches a CSS selector.
    ///
    /// # Errors
    /// It does not appear.
    pub async fn see(&self, css: &str) -> anyhow::Result<fantoccini::elements::Element> {
        self.client
            .wait()
            .at_most(PATIENCE)
            .every(LOOK)
            .for_element(Locator::Css(css))
            .await
            .with_context(|| format!("{css} does not appear"))
    }

    /// Waits until a script answers `true`.
    ///
    /// # Errors
    /// It never does; the message shows the page's text.
    pub async fn until(&self, what: &str, script: &str) -> anyhow::Result<()> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if self.run(script).await? == Value::Bool(true) {
                return Ok(());
            }
            if Instant::now() > deadline {
                let text = self.run("return document.body.innerText").await?;
                anyhow::bail!("{what}: never. The page says: {text}");
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Waits until the page holds a text.
    ///
    /// # Errors
    /// It never does.
    pub async fn read(&self, text: &str) -> anyhow::Result<()> {
        let script = format!(
            "return document.body.innerText.includes({})",
            serde_json::to_string(text)?
        );
        self.until(&format!("the text “{text}”"), &script).await
    }

    /// Goes to an address of the page, as a link would, and waits until the screen stands still:
    /// its heading is there and nothing says that it is loading.
    ///
    /// # Errors
    /// The screen does not come.
    pub async fn go(&self, path: &str) -> anyhow::Result<()> {
        let script = format!(
            "history.pushState(null, '', {0}); dispatchEvent(new PopStateEvent('popstate')); return true",
            serde_json::to_string(path)?
        );
        self.run(&script).await?;
        self.until(
            &format!("the screen {path}"),
            "return !!document.querySelector('main h1') && !document.querySelector('.loading')",
        )
        .await
    }

    /// Runs a script in the page.
    ///
    /// # Errors
    /// The script throws.
    pub async fn run(&self, script: &str) -> anyhow::Result<Value> {
        Ok(self.client.execute(script, Vec::new()).await?)
    }

    /// Clicks what matches.
    ///
    /// # Errors
    /// It is not there, or cannot be clicked.
    pub async fn click(&self, css: &str) -> anyhow::Result<()> {
        self.click_at(Locator::Css(css))
            .await
            .with_context(|| format!("click {css}"))
    }

    /// Clicks the button or link with this text.
    ///
    /// # Errors
    /// There is none.
    pub async fn press(&self, text: &str) -> anyhow::Result<()> {
        let xpath = format!(
            "//*[self::button or self::a][contains(normalize-space(.), '{text}')][not(@aria-disabled)]"
        );
        self.click_at(Locator::XPath(&xpath))
            .await
            .with_context(|| format!("press “{text}”"))
    }

    /// Clicks once. What was found may be drawn anew before the click reaches it: then it is looked
    /// for again.
    async fn click_at(&self, locator: Locator<'_>) -> anyhow::Result<()> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let tried = match self.client.find(locator).await {
                Ok(element) => element.click().await,
                Err(error) => Err(error),
            };
            match tried {
                Ok(()) => return Ok(()),
                Err(_) if Instant::now() < deadline => tokio::time::sleep(LOOK).await,
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Types into what has the focus.
    ///
    /// # Errors
    /// Nothing has it.
    pub async fn keys(&self, keys: &str) -> anyhow::Result<()> {
        Ok(self.client.active_element().await?.send_keys(keys).await?)
    }

    /// Fills the field with this label.
    ///
    /// # Errors
    /// There is none.
    pub async fn fill(&self, label: &str, text: &str) -> anyhow::Result<()> {
        let script = format!(
            "const label = [...document.querySelectorAll('label')]
                 .find(it => it.textContent.trim().startsWith({}));
             if (!label) return null;
             return label.control || document.getElementById(label.htmlFor);",
            serde_json::to_string(label)?
        );
        let deadline = Instant::now() + PATIENCE;
        loop {
            let found = self.client.execute(&script, Vec::new()).await?;
            if !found.is_null() {
                let element: fantoccini::elements::Element =
                    fantoccini::elements::Element::from_element_id(
                        self.client.clone(),
                        element_id(&found)?.into(),
                    );
                element.clear().await?;
                return Ok(element.send_keys(text).await?);
            }
            anyhow::ensure!(Instant::now() < deadline, "no field “{label}”");
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Ends the window the ordinary way.
    ///
    /// # Errors
    /// The driver does not answer.
    pub async fn close(mut self) -> anyhow::Result<()> {
        let closed = self.client.clone().close().await;
        self.driver.kill()?;
        self.driver.wait()?;
        Ok(closed?)
    }

    /// `kill -9` for the program, as a power cut would.
    ///
    /// # Errors
    /// No process of the program is there.
    pub async fn cut_power(mut self, pc: &Pc) -> anyhow::Result<()> {
        kill_all_of(pc)?;
        self.driver.kill()?;
        self.driver.wait()?;
        drop(self.client);
        Ok(())
    }
}

/// The id that WebDriver gives an element.
fn element_id(value: &Value) -> anyhow::Result<String> {
    let object = value.as_object().context("no element")?;
    let id = object
        .values()
        .next()
        .and_then(Value::as_str)
        .context("no element id")?;
    Ok(id.to_owned())
}

/// Kills every process whose environment names this PC's data folder, this one excepted.
fn kill_all_of(pc: &Pc) -> anyhow::Result<()> {
    let marker = format!("KINERJA_DATA={}", pc.data().display());
    let binary = binaries::window()?;
    let mut killed = 0;
    for entry in std::fs::read_dir("/proc")? {
        let path = entry?.path();
        let Ok(environment) = std::fs::read(path.join("environ")) else {
            continue;
        };
        let is_program = std::fs::read_link(path.join("exe")).is_ok_and(|exe| exe == binary);
        let belongs = environment
            .split(|byte| *byte == 0)
            .any(|it| it == marker.as_bytes());
        if is_program && belongs {
            let pid = path.file_name().unwrap_or_default().to_owned();
            anyhow::ensure!(
                Command::new("kill").arg("-9").arg(pid).status()?.success(),
                "kill"
            );
            killed += 1;
        }
    }
    anyhow::ensure!(killed > 0, "no process of the window was found");
    Ok(())
}

/// Ends the driver when a start fails half-way.
struct DriverGuard(Option<Child>);

impl Drop for DriverGuard {
    fn drop(&mut self) {
        if let Some(mut driver) = self.0.take() {
            let _gone = driver.kill();
            let _status = driver.wait();
        }
    }
}

/// Proportional memory of the window's processes on a PC, in bytes: the program and what the web
/// view started.
#[must_use]
pub fn memory(pc: &Pc) -> Option<u64> {
    let marker = format!("KINERJA_DATA={}", pc.data().display());
    let mut bytes = 0;
    for entry in std::fs::read_dir("/proc").ok()? {
        let path = entry.ok()?.path();
        let Ok(environment) = std::fs::read(path.join("environ")) else {
            continue;
        };
        let belongs = environment
            .split(|byte| *byte == 0)
            .any(|it| it == marker.as_bytes());
        let name = std::fs::read_link(path.join("exe")).unwrap_or_default();
        let is_driver = name.to_string_lossy().contains("WebKitWebDriver");
        if !belongs || is_driver {
            continue;
        }
        let Ok(rollup) = std::fs::read_to_string(path.join("smaps_rollup")) else {
            continue;
        };
        bytes += rollup
            .lines()
            .find(|line| line.starts_with("Pss:"))
            .and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok())
            .unwrap_or(0)
            * 1024;
    }
    Some(bytes)
}
