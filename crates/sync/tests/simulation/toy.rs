//! A toy signer and an envelope without compression, behind the traits of the real ones; and the
//! choice between the two.

use record::journal::JournalChain;
use record::{Chain, Checkpoint, Record, Stream, decode_record, encode_record};
use std::rc::Rc;
use sync::centre::ReceivedBatch;
use sync::message::{PublicKey, Refusal, Signature, UploadId};
use sync::{SignatureCheck, Signer, Statement};
use vault::DeviceKey;

/// Which ciphers, envelope and compressor a run has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ciphers {
    /// Quick ones, for thousands of seeds.
    Toy,
    /// Those that ship.
    Real,
}

/// The key of one side.
#[derive(Clone, Copy, Debug)]
pub struct SimulatedKey {
    pub public: PublicKey,
    secret: Option<[u8; 32]>,
}

impl SimulatedKey {
    /// The key of 32 random bytes. A toy key is its own public half.
    pub fn new(random: [u8; 32], ciphers: Ciphers) -> Self {
        match ciphers {
            Ciphers::Toy => Self {
                public: PublicKey(random),
                secret: None,
            },
            Ciphers::Real => Self {
                public: PublicKey(DeviceKey::from_secret(&random).public()),
                secret: Some(random),
            },
        }
    }

    pub const fn ciphers(&self) -> Ciphers {
        match self.secret {
            None => Ciphers::Toy,
            Some(_) => Ciphers::Real,
        }
    }
}

fn signature(key: &PublicKey, statement: Statement<'_>) -> Signature {
    let mut hasher = blake3::Hasher::new_derive_key(statement.context);
    hasher.update(&key.0).update(statement.message);
    let mut signature = [0; 64];
    hasher.finalize_xof().fill(&mut signature);
    Signature(signature)
}

impl Signer for SimulatedKey {
    fn sign(&self, statement: Statement<'_>) -> Signature {
        match &self.secret {
            None => signature(&self.public, statement),
            Some(secret) => {
                let key = DeviceKey::from_secret(secret);
                Signature(key.sign(statement.context, statement.message))
            }
        }
    }
}

/// Checks signatures of a run.
pub struct Check(pub Ciphers);

impl SignatureCheck for Check {
    fn fits(&self, key: &PublicKey, statement: Statement<'_>, found: &Signature) -> bool {
        match self.0 {
            Ciphers::Toy => signature(key, statement) == *found,
            Ciphers::Real => {
                vault::verify(&key.0, statement.context, statement.message, &found.0).is_ok()
            }
        }
    }
}

/// A batch as bytes, and its name.
pub fn seal_batch(
    before: Chain,
    records: &[(Record, Chain)],
    key: SimulatedKey,
) -> (UploadId, Rc<[u8]>) {
    let (last, chain) = records.last().expect("a batch has records");
    let checkpoint = Checkpoint {
        stream: last.header.stream,
        through_seq: last.header.seq,
        chain: *chain,
        journal_seq: 0,
        journal_chain: JournalChain([0; 32]),
    };
    let message = checkpoint.signing_bytes();
    let signature = key.sign(Statement {
        context: "kinerja checkpoint v1",
        message: &message,
    });
    let mut bytes = Vec::with_capacity(256);
    bytes.extend_from_slice(&checkpoint.stream.0);
    bytes.extend_from_slice(&before.0);
    bytes.extend_from_slice(&checkpoint.through_seq.to_be_bytes());
    bytes.extend_from_slice(&checkpoint.chain.0);
    bytes.extend_from_slice(&signature.0);
    for (record, _) in records {
        let record = encode_record(record);
        bytes.extend_from_slice(&(record.len() as u32).to_be_bytes());
        bytes.extend_from_slice(&record);
    }
    (name(&bytes), bytes.into())
}

/// The name that these bytes have in a run; `None` when they are no batch.
pub fn name_of(ciphers: Ciphers, bytes: &[u8]) -> Option<UploadId> {
    match ciphers {
        Ciphers::Toy => Some(name(bytes)),
        Ciphers::Real => Some(sync::batch::Batch::parse(bytes.to_vec()).ok()?.upload()),
    }
}

/// The name of a batch of these bytes.
pub fn name(bytes: &[u8]) -> UploadId {
    let mut id = [0; 16];
    id.copy_from_slice(&blake3::hash(bytes).as_bytes()[..16]);
    UploadId(id)
}

/// The batch of these bytes.
pub fn open_batch(upload: UploadId, bytes: &[u8]) -> Result<ReceivedBatch, Refusal> {
    if name(bytes) != upload {
        return Err(Refusal::Damaged);
    }
    let mut rest = bytes;
    let stream = Stream(take(&mut rest)?);
    let chain_before = Chain(take(&mut rest)?);
    let through_seq = u64::from_be_bytes(take(&mut rest)?);
    let chain = Chain(take(&mut rest)?);
    let signature = Signature(take(&mut rest)?);
    let mut records = Vec::new();
    while !rest.is_empty() {
        let length = u32::from_be_bytes(take(&mut rest)?) as usize;
        let (record, behind) = rest.split_at_checked(length).ok_or(Refusal::Damaged)?;
        records.push(decode_record(record).map_err(|_| Refusal::Damaged)?);
        rest = behind;
    }
    Ok(ReceivedBatch {
        upload,
        chain_before,
        checkpoint: Checkpoint {
            stream,
            through_seq,
            chain,
            journal_seq: 0,
            journal_chain: JournalChain([0; 32]),
        },
        signature,
        records,
    })
}

fn take<const N: usize>(rest: &mut &[u8]) -> Result<[u8; N], Refusal> {
    let (part, behind) = rest.split_first_chunk().ok_or(Refusal::Damaged)?;
    *rest = behind;
    Ok(*part)
}
