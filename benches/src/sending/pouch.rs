//! The peer: PouchDB replicates the same documents to express-pouchdb over a line that counts.

use anyhow::Context as _;
use journeys::network::{Manner, Proxy};
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};

/// Bytes that go both ways when PouchDB replicates these lines.
pub(super) fn replicated(lines: &str) -> anyhow::Result<u64> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("evaluations.jsonl");
    std::fs::write(&file, lines)?;
    let server = Server::start()?;
    let line = Proxy::to(server.address, Manner::default())?;
    let output = node()?
        .arg("send")
        .arg(line.url("http"))
        .arg(&file)
        .output()?;
    let said = String::from_utf8_lossy(&output.stdout);
    let complaint = String::from_utf8_lossy(&output.stderr);
    let written: usize = said
        .trim()
        .parse()
        .with_context(|| complaint.into_owned())?;
    anyhow::ensure!(written == lines.lines().count(), "{written} arrived");
    let carried = line.carried();
    Ok(carried.up + carried.down)
}

/// The one who receives. It is killed when dropped.
struct Server {
    child: Child,
    address: SocketAddr,
}

impl Server {
    fn start() -> anyhow::Result<Self> {
        let mut child = node()?
            .arg("serve")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut said = String::new();
        let words = child.stdout.take().context("no output")?;
        let mut server = Self {
            child,
            address: SocketAddr::from(([127, 0, 0, 1], 0)),
        };
        BufReader::new(words).read_line(&mut said)?;
        let port = said
            .trim()
            .parse()
            .context("express-pouchdb serves nowhere")?;
        server.address.set_port(port);
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _gone = self.child.wait();
    }
}

/// Node.js with the script, in the folder with the packages.
fn node() -> anyhow::Result<Command> {
    let folder = std::env::var_os("KINERJA_POUCHDB").context("no Node.js with PouchDB")?;
    let mut node = Command::new("node");
    node.args(["-e", SCRIPT]).current_dir(folder);
    Ok(node)
}

const SCRIPT: &str = "
const [, verb, url, file] = process.argv;
const Pouch = require('pouchdb-node').plugin(require('pouchdb-adapter-memory'));
const Memory = Pouch.defaults({ adapter: 'memory' });
if (verb === 'serve') {
    const options = { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: '/dev/null' };
    const app = require('express')();
    app.use('/', require('express-pouchdb')(Memory, options));
    const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port));
} else {
    const lines = require('fs').readFileSync(file, 'utf8').trim().split('\\n');
    const documents = lines.map(line => {
        const { id, ...document } = JSON.parse(line);
        return { _id: id, ...document };
    });
    const office = new Memory('kantor');
    office.bulkDocs(documents)
        .then(() => office.replicate.to(new Pouch(url + '/pusat')))
        .then(result => { console.log(result.docs_written); process.exit(); });
}
";
