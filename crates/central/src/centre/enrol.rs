//! How a device becomes one of an office.

use super::random;
use crate::database::Sql;
use crate::tables::code::Code;
use crate::tables::feed::feed_of;
use crate::tables::office::Office;
use crate::{Centre, Trouble, tables};
use ciphers::{SealedTo, Signatures};
use domain::Timestamp;
use sync::joining::EnrolmentCode;
use sync::message::{
    AdminEntry, Beacon, DeviceCertificate, EnrolmentAnswer, EnrolmentOutcome, EnrolmentRefusal,
    EnrolmentRequest, Epoch, FeedEntry, FeedItem, OfficeId, SECRET_BYTES, Signature, code_name,
    proof_key,
};
use uuid::{Builder, Uuid};

/// How long a code is good, in microseconds: 30 days.
const GOOD_FOR: i64 = 30 * 24 * 60 * 60 * 1_000_000;
/// The longest name of a PC that is kept, in characters.
const NAME: usize = 100;

/// An office with a fresh code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnrolledOffice {
    /// The office.
    pub office: OfficeId,
    /// The code, for one device.
    pub code: String,
    /// Whether the code says where the centre is: it does once the centre has served.
    pub has_address: bool,
}

/// What was decided inside of the transaction.
struct Decided {
    certificate: DeviceCertificate,
    office_name: String,
    epoch: Epoch,
}

impl Centre {
    /// Makes a code for an office; the office too when there is none of this name.
    ///
    /// # Errors
    /// When the database fails or there are no random bytes.
    pub async fn new_code(&self, name: &str) -> Result<EnrolledOffice, Trouble> {
        let secret: [u8; SECRET_BYTES] = random()?;
        let now = self.now();
        let fresh = OfficeId(time_ordered(now, random()?).into_bytes());
        let name = name.trim().to_owned();
        let (office, address) = self
            .database()
            .write(move |sql| {
                Box::pin(async move {
                    let office = match tables::office::named(sql, &name).await? {
                        Some(office) => office,
                        None => {
                            let office = Office { id: fresh, name };
                            tables::office::add(sql, &office, now).await?;
                            fresh
                        }
                    };
                    let code = Code {
                        office,
                        name: code_name(&secret),
                        proof_key: proof_key(&secret),
                        expires_at: Timestamp(now.0.saturating_add(GOOD_FOR)),
                        used_by: None,
                    };
                    tables::code::add(sql, &code, now).await?;
                    Ok::<_, Trouble>((office, tables::centre::address(sql).await?))
                })
            })
            .await?;
        let certificate = address.certificate.as_deref().map(fingerprint);
        let has_address = !address.url.is_empty();
        let code = EnrolmentCode {
            secret,
            office,
            centre: self.key().fingerprint(),
            certificate,
            server: address.url,
        };
        Ok(EnrolledOffice {
            office,
            code: code.to_string(),
            has_address,
        })
    }

    /// Takes a device in, or says why not. The same request again gets the same answer.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn enrol(&self, request: EnrolmentRequest) -> Result<EnrolmentOutcome, Trouble> {
        let now = self.now();
        let decided = self
            .database()
            .write(move |sql| Box::pin(decide(sql, request, now)))
            .await?;
        Ok(match decided {
            Ok(decided) => EnrolmentOutcome::Enrolled(Box::new(self.certify(decided))),
            Err(refusal) => EnrolmentOutcome::Refused(refusal),
        })
    }

    fn certify(&self, decided: Decided) -> EnrolmentAnswer {
        EnrolmentAnswer {
            certificate: decided.certificate,
            office_name: decided.office_name,
            centre: self.key(),
            seal_to: self.seal_to(),
            epoch: decided.epoch,
            beacon: self.beacon(),
            signature: Signature([0; 64]),
        }
        .unsigned()
        .sign(self.keys())
    }

    fn beacon(&self) -> Beacon {
        let time = self.now();
        Beacon::at(time).sign(self.keys())
    }
}

async fn decide(
    sql: &mut dyn Sql,
    request: EnrolmentRequest,
    now: Timestamp,
) -> Result<Result<Decided, EnrolmentRefusal>, Trouble> {
    let Some(code) = tables::code::lock(sql, request.code).await? else {
        return Ok(Err(EnrolmentRefusal::UnknownCode));
    };
    let is_proved = request.is_proved(&code.proof_key, &Signatures);
    if !is_proved || SealedTo::parse(&request.seal_to).is_err() {
        return Ok(Err(EnrolmentRefusal::WrongProof));
    }
    if code.used_by.is_some_and(|device| device != request.device) {
        return Ok(Err(EnrolmentRefusal::UsedCode));
    }
    if code.used_by.is_none() && now > code.expires_at {
        return Ok(Err(EnrolmentRefusal::ExpiredCode));
    }
    let found = tables::device::find(sql, request.device).await?;
    let certificate = match found.map(|device| device.certificate) {
        Some(known) => {
            let is_same = known.office == code.office
                && known.key == request.key
                && known.database == request.database;
            if !is_same {
                return Ok(Err(EnrolmentRefusal::OtherDevice));
            }
            known
        }
        None => add(sql, &code, (&request, now)).await?,
    };
    tables::code::used(sql, &code, (request.device, now)).await?;
    Ok(Ok(Decided {
        office_name: tables::office::name(sql, code.office).await?,
        epoch: tables::centre::epoch(sql).await?,
        certificate,
    }))
}

async fn add(
    sql: &mut dyn Sql,
    code: &Code,
    (request, now): (&EnrolmentRequest, Timestamp),
) -> Result<DeviceCertificate, Trouble> {
    let certificate = DeviceCertificate {
        device: request.device,
        office: code.office,
        database: request.database,
        key: request.key,
        at: now,
    };
    let name: String = request.name.chars().take(NAME).collect();
    tables::device::add(sql, &certificate, (&request.seal_to, &name)).await?;
    tell(sql, code.office, AdminEntry::Enrolled(certificate)).await?;
    Ok(certificate)
}

/// Adds a line to the office's admin log.
pub(super) async fn tell(
    sql: &mut dyn Sql,
    office: OfficeId,
    entry: AdminEntry,
) -> Result<(), Trouble> {
    let feed = feed_of(office);
    let before = tables::feed::lock(sql, feed).await?;
    let entry = FeedEntry {
        seq: before.seq + 1,
        item: FeedItem::Admin(entry),
    };
    tables::feed::add(sql, (feed, before), vec![entry]).await
}

/// The first 16 bytes of the SHA-256 hash of a certificate.
fn fingerprint(certificate: &[u8]) -> [u8; 16] {
    crate::http::certificate_fingerprint(certificate)
}

/// A UUIDv7 of this time.
pub(super) fn time_ordered(now: Timestamp, random: [u8; 10]) -> Uuid {
    let millis = u64::try_from(now.0.div_euclid(1000)).unwrap_or(0);
    Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}
