//! A centre that serves, and a client.

use crate::support::bed::{Bed, Kind};
use crate::support::pc::Pc;
use central::http::{Limits, Serving, Site, Transport, serve};
use reqwest::{Client, Method, RequestBuilder, Response};
use std::sync::Arc;
use std::sync::Mutex;
use tokio::sync::{Notify, oneshot};
use tokio::task::JoinHandle;

pub struct Served {
    pub bed: Bed,
    pub url: String,
    pub client: Client,
    stop: Arc<Notify>,
    running: Mutex<Option<JoinHandle<()>>>,
}

impl Served {
    pub async fn new() -> Self {
        Self::with(Limits::default(), Transport::Plain).await
    }

    pub async fn with(limits: Limits, transport: Transport) -> Self {
        let _chosen = rustls::crypto::ring::default_provider().install_default();
        let bed = Bed::new(Kind::Sqlite).await;
        let site = Site::new(bed.centre.clone(), limits);
        let serving = Serving {
            listen: "127.0.0.1:0".parse().unwrap(),
            transport,
            public_url: None,
            page: None,
        };
        let (told, address) = oneshot::channel();
        let stop = Arc::new(Notify::new());
        let stopped = stop.clone();
        let running = tokio::spawn(async move {
            let announce = |address: &str| told.send(address.to_owned()).unwrap();
            serve(site, serving, announce, stopped.notified())
                .await
                .unwrap();
        });
        Self {
            bed,
            url: address.await.unwrap(),
            client: Client::builder()
                .danger_accept_invalid_certs(true)
                .build()
                .unwrap(),
            stop,
            running: Mutex::new(Some(running)),
        }
    }

    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.url))
    }

    pub async fn post(&self, path: &str, token: &str, body: Vec<u8>) -> Response {
        self.request(Method::POST, path)
            .bearer_auth(token)
            .body(body)
            .send()
            .await
            .unwrap()
    }

    /// Greets; answers the token.
    pub async fn greet(&self, pc: &Pc) -> String {
        use sync::wire::Message as _;
        let hello = pc.hello(&[], (sync::message::Epoch(1), vec![])).to_bytes();
        let response = self.post("/v1/hello", "", hello).await;
        assert_eq!(response.status(), 200);
        response.headers()["kinerja-token"]
            .to_str()
            .unwrap()
            .to_owned()
    }

    pub fn host(&self) -> &str {
        self.url.split_once("//").unwrap().1
    }

    /// Tells it to stop and waits.
    pub async fn stop(&self) {
        self.stop.notify_one();
        let running = self.running.lock().unwrap().take();
        running.unwrap().await.unwrap();
    }
}
