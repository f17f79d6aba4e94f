//! A centre with pages, and browsers that visit it.

use crate::support::bed::{Bed, Kind};
use api::central::Role;
use api::central::session::{ChoosePassword, Password, SignIn};
use api::central::staff::AddStaff;
use api::{Call, CentralRequest, Command};
use central::http::{Limits, Serving, Site, Transport, serve};
use reqwest::{Client, RequestBuilder};
use serde_json::Value;
use tempfile::TempDir;
use tokio::sync::oneshot;

pub const PASSWORD: &str = "kuda hijau empat";

/// A centre that serves pages until the test ends.
pub struct Pages {
    pub bed: Bed,
    pub url: String,
    client: Client,
    _page: TempDir,
}

impl Pages {
    pub async fn new(kind: Kind) -> Self {
        let bed = Bed::new(kind).await;
        let page = tempfile::tempdir().unwrap();
        let index = "<html><head><title>x</title></head><body></body></html>";
        std::fs::write(page.path().join("index.html"), index).unwrap();
        let url = started(&bed.centre, &page).await;
        Self {
            bed,
            url,
            client: Client::builder().build().unwrap(),
            _page: page,
        }
    }

    /// One more process on the same database.
    pub async fn another(&self) -> String {
        started(&self.bed.another().await, &self._page).await
    }

    pub fn visitor(&self) -> Visitor<'_> {
        Visitor {
            pages: self,
            url: self.url.clone(),
            origin: self.url.clone(),
            cookie: String::new(),
            proof: String::new(),
        }
    }

    pub fn get(&self, path: &str) -> RequestBuilder {
        self.client.get(format!("{}{path}", self.url))
    }

    /// The first admin, signed in by the link of the terminal.
    pub async fn admin(&self) -> Visitor<'_> {
        let link = self.bed.centre.invite_admin("sari").await.unwrap();
        let mut admin = self.visitor();
        admin.choose(&link.path).await;
        admin
    }

    /// Somebody whom an admin added.
    pub async fn staff(&self, admin: &Visitor<'_>, role: Role) -> Visitor<'_> {
        let name = role.name().to_lowercase();
        let made = admin
            .ask(AddStaff {
                account: name.clone(),
                name,
                role,
            })
            .await;
        let mut person = self.visitor();
        person
            .choose(made["answer"]["value"]["path"].as_str().unwrap())
            .await;
        person
    }
}

async fn started(centre: &central::Centre, page: &TempDir) -> String {
    let _chosen = rustls::crypto::ring::default_provider().install_default();
    let site = Site::new(centre.clone(), Limits::default());
    let serving = Serving {
        listen: "127.0.0.1:0".parse().unwrap(),
        transport: Transport::Plain,
        public_url: None,
        page: Some(page.path().to_owned()),
    };
    let (told, address) = oneshot::channel();
    tokio::spawn(async move {
        let announce = |address: &str| told.send(address.to_owned()).unwrap();
        serve(site, serving, announce, std::future::pending()).await
    });
    address.await.unwrap()
}

/// A browser with a cookie.
#[derive(Clone)]
pub struct Visitor<'p> {
    pub pages: &'p Pages,
    pub url: String,
    pub origin: String,
    pub cookie: String,
    pub proof: String,
}

impl Visitor<'_> {
    /// Asks; answers the envelope, and the cookie when one was set.
    pub async fn send(&self, request: CentralRequest) -> (u16, Value, Option<String>) {
        let response = self
            .pages
            .client
            .post(format!("{}/rpc", self.url))
            .header("origin", &self.origin)
            .header("content-type", "application/json")
            .header("cookie", &self.cookie)
            .header("x-kinerja-proof", &self.proof)
            .body(serde_json::to_string(&Call { request }).unwrap())
            .send()
            .await
            .unwrap();
        let status = response.status().as_u16();
        let cookie = response.headers().get("set-cookie").map(|cookie| {
            let cookie = cookie.to_str().unwrap();
            assert!(cookie.contains("HttpOnly; SameSite=Strict"), "{cookie}");
            cookie.split(';').next().unwrap().to_owned()
        });
        let text = response.text().await.unwrap();
        (status, serde_json::from_str(&text).unwrap(), cookie)
    }

    pub async fn ask<C>(&self, command: C) -> Value
    where
        C: Command<Set = CentralRequest>,
    {
        self.send(command.request()).await.1
    }

    /// Comes in; answers the envelope.
    pub async fn enter<C>(&mut self, command: C) -> Value
    where
        C: Command<Set = CentralRequest>,
    {
        let (_, envelope, cookie) = self.send(command.request()).await;
        if let Some(cookie) = cookie {
            self.cookie = cookie;
            let proof = envelope["answer"]["value"]["proof"].as_str();
            self.proof = proof.unwrap_or_default().to_owned();
        }
        envelope
    }

    async fn choose(&mut self, path: &str) {
        let (_, link) = path.split_once('#').unwrap();
        let entered = self
            .enter(ChoosePassword {
                link: Password(link.to_owned()),
                password: Password(PASSWORD.to_owned()),
            })
            .await;
        assert!(entered["answer"].is_object(), "{entered}");
    }

    pub async fn sign_in(&mut self, account: &str, password: &str) -> Value {
        self.enter(SignIn {
            account: account.to_owned(),
            password: Password(password.to_owned()),
        })
        .await
    }
}

/// Why something was refused: `signed_out` of the centre's own reasons, `stale` of all.
pub fn refused(envelope: &Value) -> &str {
    let refused = &envelope["refused"];
    match refused["code"].as_str() {
        Some("centre") => refused["about"].as_str().unwrap_or_default(),
        code => code.unwrap_or_default(),
    }
}
