//! Opening the office beside the start of the window: the web view needs the window's own thread
//! meanwhile, and a key store may take its time.

use app::{Host, Office};
use std::sync::{Arc, LazyLock};

type Opened = LazyLock<Arc<Office>, Box<dyn FnOnce() -> Arc<Office> + Send>>;

/// The office, open as soon as somebody has asked for it.
#[derive(Clone)]
pub(crate) struct Opening(Arc<Opened>);

impl Opening {
    /// Nothing is opened yet.
    pub(crate) fn over(host: Arc<dyn Host>) -> Self {
        let open = move || Arc::new(Office::start(host));
        Self(Arc::new(LazyLock::new(Box::new(open))))
    }

    /// The office. Whoever asks first opens it, and the others wait until it is open.
    pub(crate) fn office(&self) -> Arc<Office> {
        Arc::clone(&self.0)
    }
}
