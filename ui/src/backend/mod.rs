//! The program behind the page.
//!
//! One function, [`Backend::call`], and two ways to travel: the window's own channel, or HTTP to
//! the same machine when the page runs in a plain browser. The page does not know which.
//!
//! Answers are read straight from the browser's own objects: the browser has a reader for JSON,
//! and a second one for every kind of answer would double the page.

mod envelope;
mod loopback;
mod reader;
mod window;

use crate::tags::Tags;
use api::central::CentreTrouble;
use api::import::UploadToken;
use api::{Call, Command, ErrorCode, Refusal, Tag};
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::pin::Pin;
use wasm_bindgen::JsValue;

/// How requests travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Transport {
    /// Inside the desktop window.
    Window,
    /// HTTP on loopback.
    Loopback,
    /// HTTP to the centre.
    Centre,
}

/// The program behind the page. A copyable handle, from [`use_backend`].
#[derive(Clone, Copy, Debug)]
pub struct Backend {
    transport: Transport,
    tags: Tags,
    /// What the centre takes for a sign that a request comes from its own page.
    proof: StoredValue<String>,
    /// Whether the last request got no answer.
    away: RwSignal<bool>,
}

/// A call, written for its way.
pub(crate) struct Written {
    text: Result<String, TransportFailure>,
    /// What it makes stale is said later, by whoever asks.
    is_quiet: bool,
}

impl Written {
    /// Writes a request.
    pub(crate) fn new(request: impl Serialize) -> Self {
        let written = serde_json::to_string(&Call { request });
        Self {
            text: written.map_err(TransportFailure::from),
            is_quiet: false,
        }
    }
}

/// What never arrived or came back unreadable: a defect, not the person's doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct TransportFailure;

impl From<JsValue> for TransportFailure {
    fn from(_: JsValue) -> Self {
        Self
    }
}

impl From<serde_json::Error> for TransportFailure {
    fn from(_: serde_json::Error) -> Self {
        Self
    }
}

/// An answer that nobody has read yet.
pub(crate) struct Unread(JsValue);

impl Unread {
    /// Reads it.
    ///
    /// # Errors
    /// [`ErrorCode::Internal`] when it is not what was asked for.
    pub(crate) fn read<A: DeserializeOwned>(self) -> Result<A, Refusal> {
        reader::read(self.0).map_err(|_| ErrorCode::Internal.into())
    }
}

/// A request under way: its answer, and what it made stale.
pub(crate) type Asked = Pin<Box<dyn Future<Output = Result<(Unread, Vec<Tag>), Refusal>>>>;

impl Backend {
    /// Finds the way to the program and offers it to every component below.
    #[must_use]
    pub fn provide(tags: Tags) -> Self {
        let transport = if window::is_there() {
            Transport::Window
        } else {
            Transport::Loopback
        };
        Self::over(transport, tags)
    }

    /// The same for the centre's own page.
    #[must_use]
    pub fn provide_centre(tags: Tags) -> Self {
        Self::over(Transport::Centre, tags)
    }

    fn over(transport: Transport, tags: Tags) -> Self {
        let backend = Self {
            transport,
            tags,
            proof: StoredValue::new(String::new()),
            away: RwSignal::new(false),
        };
        provide_context(backend);
        backend
    }

    /// From now on every request carries this.
    pub fn set_proof(self, proof: String) {
        self.proof.set_value(proof);
    }

    /// Whether the last request got no answer. Listens.
    #[must_use]
    pub fn is_away(self) -> bool {
        self.away.get()
    }

    /// Fetches a file that the centre makes.
    ///
    /// # Errors
    /// As [`Self::call`].
    pub async fn fetch(self, path: &str) -> Result<web_sys::Blob, Refusal> {
        let fetched = loopback::fetch(path).await;
        self.away.set(fetched.is_err());
        match fetched {
            Ok(Ok(file)) => Ok(file),
            Ok(Err(envelope)) => match envelope::open(&envelope) {
                Ok(Err(refusal)) => {
                    self.heed(&refusal);
                    Err(refusal)
                }
                _ => Err(self.unanswered()),
            },
            Err(TransportFailure) => Err(self.unanswered()),
        }
    }

    /// Asks the program. What a write made stale is fetched again by whoever shows it.
    ///
    /// # Errors
    /// The refusal; [`ErrorCode::Internal`] when the program could not be reached.
    pub async fn call<C: Command>(self, command: C) -> Result<C::Answer, Refusal> {
        self.ask(command.request()).await?.0.read()
    }

    /// Hands a file to the program, which keeps it until it ends.
    ///
    /// # Errors
    /// As [`Self::call`].
    pub async fn upload(self, file: web_sys::File) -> Result<UploadToken, Refusal> {
        let sent = match self.transport {
            Transport::Window => window::upload(&file).await,
            Transport::Loopback | Transport::Centre => loopback::upload(&file).await,
        };
        sent.map(UploadToken)
            .map_err(|_| ErrorCode::Internal.into())
    }

    /// Listens for what other windows and the terminal changed.
    pub fn listen(self) {
        if self.transport == Transport::Window {
            window::listen(move |stale| self.tags.bump(&stale));
        }
    }

    /// As [`Self::call`], and hands over what became stale: whoever asks says it later, with
    /// [`Self::tell`].
    ///
    /// # Errors
    /// As [`Self::call`].
    pub(crate) async fn call_quietly<C: Command>(
        self,
        command: C,
    ) -> Result<(C::Answer, Vec<Tag>), Refusal> {
        let mut call = Written::new(command.request());
        call.is_quiet = true;
        let (answer, stale) = self.send(call).await?;
        Ok((answer.read()?, stale))
    }

    /// As [`Self::call`], before the answer is read.
    pub(crate) fn ask(self, request: impl Serialize) -> Asked {
        self.send(Written::new(request))
    }

    /// Sends what was written. Boxed, so that every command shares it.
    pub(crate) fn send(self, call: Written) -> Asked {
        Box::pin(async move {
            let is_quiet = call.is_quiet;
            let answer = self.exchange(call).await;
            match answer {
                Ok(Ok((answer, stale))) => {
                    if !stale.is_empty() {
                        self.tags.own_write();
                    }
                    if !is_quiet {
                        self.tell(&stale);
                    }
                    Ok((answer, stale))
                }
                Ok(Err(refusal)) => {
                    self.heed(&refusal);
                    Err(refusal)
                }
                Err(TransportFailure) => Err(self.unanswered()),
            }
        })
    }

    /// Says what is stale to whoever shows it.
    pub(crate) fn tell(self, stale: &[Tag]) {
        if stale.is_empty() {
            return;
        }
        if Tag::ALL.iter().all(|tag| stale.contains(tag)) {
            self.tags.bump_place();
        } else {
            self.tags.bump(stale);
        }
    }

    /// What a refusal says of the whole page.
    fn heed(self, refusal: &Refusal) {
        match refusal.code {
            ErrorCode::Stale => self.tags.bump(&Tag::ALL),
            // Once: what is asked without a session is refused again, and so on.
            ErrorCode::Centre(CentreTrouble::SignedOut)
                if !self.proof.with_value(String::is_empty) =>
            {
                self.proof.set_value(String::new());
                self.tags.bump_place();
            }
            _ => {}
        }
    }

    fn unanswered(self) -> Refusal {
        match self.transport {
            Transport::Centre => ErrorCode::Centre(CentreTrouble::Away).into(),
            Transport::Window | Transport::Loopback => ErrorCode::Internal.into(),
        }
    }

    /// How often the page wrote. Listens.
    #[must_use]
    pub fn own_writes(self) -> u32 {
        self.tags.own_writes()
    }

    /// As [`Self::own_writes`], without listening.
    #[must_use]
    pub fn own_writes_now(self) -> u32 {
        self.tags.own_writes_now()
    }

    async fn exchange(
        self,
        call: Written,
    ) -> Result<Result<(Unread, Vec<Tag>), Refusal>, TransportFailure> {
        let call = call.text?;
        let answer = match self.transport {
            Transport::Window => window::exchange(&call).await,
            Transport::Loopback | Transport::Centre => {
                loopback::exchange(&call, &self.proof.get_value()).await
            }
        };
        if self.away.get_untracked() != answer.is_err() {
            self.away.set(answer.is_err());
        }
        envelope::open(&answer?)
    }
}

/// The way to the program.
#[must_use]
pub fn use_backend() -> Backend {
    expect_context()
}
