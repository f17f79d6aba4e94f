//! The real window, driven by WebDriver.

use crate::binaries;
use crate::desk::Pc;
use crate::terminal::NOW;
use anyhow::Context as _;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The longest that anything on the screen may take before a journey gives up.
pub const PATIENCE: Duration = Duration::from_secs(20);
/// The longest from the start of a process to its window.
const START: Duration = Duration::from_secs(60);
/// How often a condition is looked at.
const LOOK: Duration = Duration::from_millis(20);

/// What the page says, and why it stopped if it did.
const SHOWN: &str =
    "return document.body.innerText + (document.getElementById('stopped-why')?.textContent ?? '')";

/// An open window with the driver that moves it.
#[derive(Debug)]
pub struct Window {
    /// The WebDriver session.
    pub client: Client,
    /// The program's processes, as folders of `/proc`.
    programs: Vec<PathBuf>,
    _driver: Driver,
}

impl Window {
    /// Opens the program on a PC and waits until the page stands.
    ///
    /// # Errors
    /// The driver or the program does not start.
    pub async fn open(pc: &Pc) -> anyhow::Result<Self> {
        Self::open_at(pc, NOW).await
    }

    /// The same at another instant of the program's clock.
    ///
    /// # Errors
    /// The driver or the program does not start.
    pub async fn open_at(pc: &Pc, now: &str) -> anyhow::Result<Self> {
        Self::open_program(pc, now, &binaries::window()?).await
    }

    /// The same for another program with a window of Tauri's and a heading in it.
    ///
    /// # Errors
    /// The driver or the program does not start.
    pub async fn open_program(pc: &Pc, now: &str, program: &Path) -> anyhow::Result<Self> {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let driver = Driver(
            Command::new("WebKitWebDriver")
                .arg(format!("--port={port}"))
                .envs(pc.environment())
                .env("KINERJA_NOW", now)
                .env("TAURI_AUTOMATION", "true")
                .env("TAURI_WEBVIEW_AUTOMATION", "true")
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .context("WebKitWebDriver (package webkit2gtk-driver)")?,
        );
        let mut capabilities = Map::new();
        capabilities.insert(
            "webkitgtk:browserOptions".to_owned(),
            json!({ "binary": program, "args": [] }),
        );
        let address = format!("http://127.0.0.1:{port}");
        let client = patiently(async || {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(capabilities.clone());
            // The driver itself waits without end for a program that ended at its start.
            tokio::time::timeout(START, builder.connect(&address))
                .await
                .context("the program ended, or hangs, before it had a window")
                .map(|opened| opened.context("the window does not open"))
        })
        .await?;
        let window = Self {
            client,
            programs: programs_of(pc, program)?,
            _driver: driver,
        };
        anyhow::ensure!(
            !window.programs.is_empty(),
            "no process of the window was found"
        );
        window.see("h1").await?;
        Ok(window)
    }

    /// Opens an address in Debian's Chromium instead, for pages that people open in a browser.
    ///
    /// # Errors
    /// The driver or the browser does not start.
    pub async fn in_browser(address: &str) -> anyhow::Result<Self> {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let driver = Driver(
            Command::new("chromedriver")
                .arg(format!("--port={port}"))
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .context("chromedriver (package chromium-driver)")?,
        );
        let mut capabilities = Map::new();
        capabilities.insert(
            "goog:chromeOptions".to_owned(),
            // Whoever tests in a container has no room for its sandbox.
            json!({ "args": ["--headless=new", "--no-sandbox", "--window-size=1366,900"] }),
        );
        let driven = format!("http://127.0.0.1:{port}");
        let client = patiently(async || {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(capabilities.clone());
            Ok(builder.connect(&driven).await.context("no browser"))
        })
        .await?;
        client.goto(address).await?;
        Ok(Self {
            client,
            programs: Vec::new(),
            _driver: driver,
        })
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
        let held = patiently(async || {
            let is_so = self.run(script).await? == Value::Bool(true);
            Ok(is_so.then_some(()).context("never"))
        });
        let Err(problem) = held.await else {
            return Ok(());
        };
        let text = self.run(SHOWN).await?;
        anyhow::bail!("{what}: {problem:#}. The page says: {text}");
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
    /// for again. What lies under a heading that stays is scrolled into the middle, as a person
    /// would.
    async fn click_at(&self, locator: Locator<'_>) -> anyhow::Result<()> {
        patiently(async || {
            let clicked = match self.client.find(locator).await {
                Ok(element) => {
                    let clicked = element.click().await;
                    if clicked.is_err() {
                        let script = "arguments[0].scrollIntoView({ block: 'center' })";
                        let found = vec![serde_json::to_value(&element)?];
                        // It may be gone; then it is looked for again.
                        let _scrolled = self.client.execute(script, found).await;
                    }
                    clicked
                }
                Err(error) => Err(error),
            };
            // WebKit's driver often leaves the message empty; the kind of error says more.
            Ok(clicked.map_err(|error| anyhow::anyhow!("{error:?}")))
        })
        .await
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
        let field = patiently(async || {
            let found = self.client.execute(&script, Vec::new()).await?;
            Ok(element_id(&found).with_context(|| format!("no field “{label}”")))
        })
        .await?;
        let element =
            fantoccini::elements::Element::from_element_id(self.client.clone(), field.into());
        element.clear().await?;
        Ok(element.send_keys(text).await?)
    }

    /// How long ago the program was started, to a hundredth of a second.
    ///
    /// # Errors
    /// The system does not tell.
    pub fn age(&self) -> anyhow::Result<Duration> {
        /// Ticks of a second in `/proc`, the same on every Linux.
        const TICKS: f64 = 100.0;
        let process = self.programs.first().context("no process")?;
        let stat = std::fs::read_to_string(process.join("stat"))?;
        let started: f64 = stat
            .rsplit_once(") ")
            .and_then(|(_, rest)| rest.split(' ').nth(19))
            .context("no time of start")?
            .parse()?;
        let uptime = std::fs::read_to_string("/proc/uptime")?;
        let now: f64 = uptime.split(' ').next().context("no uptime")?.parse()?;
        Ok(Duration::from_secs_f64((now - started / TICKS).max(0.0)))
    }

    /// Ends the window the ordinary way, and returns when its program has ended.
    ///
    /// # Errors
    /// The driver does not answer, or the program stays.
    pub async fn close(self) -> anyhow::Result<()> {
        self.client.clone().close().await?;
        until_dead(&self.programs)
    }

    /// `kill -9` for the program, as a power cut would; returns when it is dead.
    ///
    /// # Errors
    /// It cannot be killed.
    pub fn cut_power(self) -> anyhow::Result<()> {
        kill(&self.programs)?;
        until_dead(&self.programs)
    }
}

impl Drop for Window {
    /// A journey that fails leaves no window behind.
    fn drop(&mut self) {
        let _ended = kill(&self.programs).and_then(|()| until_dead(&self.programs));
    }
}

/// Looks again and again until there is what is looked for, at most for [`PATIENCE`]. The inner
/// error is "not yet", the outer one ends the waiting.
async fn patiently<T>(
    mut look: impl AsyncFnMut() -> anyhow::Result<anyhow::Result<T>>,
) -> anyhow::Result<T> {
    let deadline = Instant::now() + PATIENCE;
    let mut looks = tokio::time::interval(LOOK);
    loop {
        looks.tick().await;
        match look().await? {
            Err(_) if Instant::now() < deadline => {}
            last => return last,
        }
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

/// The processes of a program on this PC, as folders of `/proc`.
fn programs_of(pc: &Pc, program: &Path) -> anyhow::Result<Vec<PathBuf>> {
    Ok(processes_of(pc)?
        .into_iter()
        .filter(|process| std::fs::read_link(process.join("exe")).is_ok_and(|exe| exe == program))
        .collect())
}

/// Every process whose environment names this PC's data folder, as folders of `/proc`.
fn processes_of(pc: &Pc) -> std::io::Result<Vec<PathBuf>> {
    let marker = format!("KINERJA_DATA={}", pc.data().display());
    let mut found = Vec::new();
    for entry in std::fs::read_dir("/proc")? {
        let path = entry?.path();
        let Ok(environment) = std::fs::read(path.join("environ")) else {
            continue;
        };
        if environment
            .split(|byte| *byte == 0)
            .any(|it| it == marker.as_bytes())
        {
            found.push(path);
        }
    }
    Ok(found)
}

/// `kill -9` for those that still run.
fn kill(processes: &[PathBuf]) -> anyhow::Result<()> {
    for process in processes.iter().filter(|process| is_alive(process)) {
        let pid = process.file_name().unwrap_or_default();
        let killed = Command::new("kill").arg("-9").arg(pid).status()?;
        anyhow::ensure!(killed.success() || !is_alive(process), "kill");
    }
    Ok(())
}

/// Waits for the end of processes. A dying program still holds the name by which a second start
/// finds the first: the next start would hand over to it, and end with it.
fn until_dead(processes: &[PathBuf]) -> anyhow::Result<()> {
    let deadline = Instant::now() + PATIENCE;
    while processes.iter().any(|process| is_alive(process)) {
        anyhow::ensure!(Instant::now() < deadline, "the program does not end");
        std::thread::sleep(LOOK);
    }
    Ok(())
}

/// Whether a process still holds files and connections: its first thread may be over, and seen as
/// waiting for its parent, while others are still being ended.
fn is_alive(process: &Path) -> bool {
    let Ok(stat) = std::fs::read_to_string(process.join("stat")) else {
        return false;
    };
    let over = stat
        .rsplit_once(") ")
        .is_some_and(|(_, state)| state.starts_with(['Z', 'X']));
    let threads = std::fs::read_dir(process.join("task")).map_or(0, Iterator::count);
    !over || threads > 1
}

/// WebKit's driver; it ends with this value, also when a start fails half-way.
#[derive(Debug)]
struct Driver(Child);

impl Drop for Driver {
    fn drop(&mut self) {
        let _gone = self.0.kill();
        let _status = self.0.wait();
    }
}

/// Proportional memory of the window's processes on a PC, in bytes: the program and what the web
/// view started.
#[must_use]
pub fn memory(pc: &Pc) -> Option<u64> {
    let mut bytes = 0;
    for path in processes_of(pc).ok()? {
        let name = std::fs::read_link(path.join("exe")).unwrap_or_default();
        if name.to_string_lossy().contains("WebKitWebDriver") {
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
