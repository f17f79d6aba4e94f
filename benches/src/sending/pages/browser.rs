//! A centre's pages, and a browser in which an admin is signed in.

use crate::sending::site::Site;
use anyhow::{Context as _, anyhow};
use api::central::session::{ChoosePassword, Password};
use api::{Call, CentralRequest, Command};
use central::http::{Limits, Serving, Transport, serve};
use reqwest::{Client, Response};
use serde_json::Value;
use std::net::SocketAddr;
use tokio::sync::oneshot;

/// A signed-in browser.
pub(super) struct Browser {
    client: Client,
    url: String,
    cookie: String,
    proof: String,
}

impl Browser {
    /// Serves the centre until this program ends, and signs its first admin in.
    pub(super) async fn signed_in(site: &Site) -> anyhow::Result<Self> {
        let _chosen = rustls::crypto::ring::default_provider().install_default();
        let mut browser = Self {
            client: Client::new(),
            url: served(site).await?,
            cookie: String::new(),
            proof: String::new(),
        };
        let link = site.centre.invite_admin("sari").await?.path;
        let (_, link) = link.split_once('#').context("no link")?;
        let choice = ChoosePassword {
            link: Password(link.to_owned()),
            password: Password("kuda hijau empat".to_owned()),
        };
        let response = browser.send(choice.request()).await?;
        let cookie = response.headers().get("set-cookie").context("no cookie")?;
        let cookie = cookie.to_str()?.split(';').next().unwrap_or_default();
        cookie.clone_into(&mut browser.cookie);
        let session = answer(response).await?;
        session["proof"]
            .as_str()
            .context("no proof")?
            .clone_into(&mut browser.proof);
        Ok(browser)
    }

    /// Asks; the answer's value.
    pub(super) async fn ask<C>(&self, command: C) -> anyhow::Result<Value>
    where
        C: Command<Set = CentralRequest>,
    {
        answer(self.send(command.request()).await?).await
    }

    async fn send(&self, request: CentralRequest) -> anyhow::Result<Response> {
        let asked = self
            .client
            .post(format!("{}/rpc", self.url))
            .header("origin", &self.url)
            .header("content-type", "application/json")
            .header("cookie", &self.cookie)
            .header("x-kinerja-proof", &self.proof)
            .body(serde_json::to_string(&Call { request })?);
        Ok(asked.send().await?)
    }
}

async fn answer(response: Response) -> anyhow::Result<Value> {
    let mut envelope: Value = serde_json::from_slice(&response.bytes().await?)?;
    match envelope["answer"]["value"].take() {
        Value::Null => Err(anyhow!("refused: {envelope}")),
        value => Ok(value),
    }
}

/// Serves the centre with a page of nothing.
async fn served(site: &Site) -> anyhow::Result<String> {
    let page = site.folder.path().join("page");
    std::fs::create_dir(&page)?;
    std::fs::write(page.join("index.html"), "<html><head></head></html>")?;
    let serving = Serving {
        listen: SocketAddr::from(([127, 0, 0, 1], 0)),
        transport: Transport::Plain,
        public_url: None,
        page: Some(page),
    };
    let (told, address) = oneshot::channel();
    let centre = central::http::Site::new(site.centre.clone(), Limits::default());
    tokio::spawn(async move {
        let announce = |address: &str| {
            // Whoever waits is there: it waits right below.
            let _heard = told.send(address.to_owned());
        };
        serve(centre, serving, announce, std::future::pending()).await
    });
    Ok(address.await?)
}
