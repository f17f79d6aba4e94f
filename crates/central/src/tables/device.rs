//! Devices.

use crate::Trouble;
use crate::database::{Question, Row, Sql, SqlError, Value, number, plain};
use domain::Timestamp;
use record::{Chain, Stream, chain_zero};
use sync::message::{DeviceCertificate, DeviceId, OfficeId, PublicKey, Revocation, ValidThrough};

/// A device that was enrolled.
#[derive(Clone, Debug)]
pub(crate) struct Device {
    pub(crate) certificate: DeviceCertificate,
    pub(crate) seal_to: String,
    pub(crate) revocation: Option<Revocation>,
}

impl Device {
    /// The chain before the first record of a stream of this device.
    pub(crate) fn start_of(&self, stream: Stream) -> Chain {
        let it = &self.certificate;
        chain_zero(
            &it.database,
            &stream.device_id(),
            &it.key.0,
            &stream.incarnation(),
        )
    }
}

/// A stream and a number: 40 bytes.
const TRUSTED_BYTES: usize = 40;

/// The device, whatever its office.
pub(crate) async fn find(sql: &mut dyn Sql, id: DeviceId) -> Result<Option<Device>, Trouble> {
    let asked = [ask(id)];
    let answers = sql.queries(&asked).await?;
    read(answers.first().map_or(&[], Vec::as_slice), id)
}

/// Asks for a device.
pub(crate) fn ask(id: DeviceId) -> Question {
    Question::new(
        "SELECT d.office_id, d.database_id, d.public_key, d.seal_to, d.enrolled_at, \
         d.revoked_at, d.valid_through FROM device_office o \
         JOIN device d ON d.office_id = o.office_id AND d.device_id = o.device_id \
         WHERE o.device_id = $1",
        vec![id.0.into()],
    )
}

/// Reads a device.
pub(crate) fn read(rows: &[Row], id: DeviceId) -> Result<Option<Device>, Trouble> {
    Ok(rows.first().map(|row| device(row, id)).transpose()?)
}

fn device(row: &Row, id: DeviceId) -> Result<Device, SqlError> {
    let revoked_at = row.optional(5, Row::int)?;
    let valid_through = row.optional(6, Row::bytes)?.unwrap_or_default();
    let (trusted, _) = valid_through.as_chunks::<TRUSTED_BYTES>();
    Ok(Device {
        certificate: DeviceCertificate {
            device: id,
            office: OfficeId(row.array(0)?),
            database: row.array(1)?,
            key: PublicKey(row.array(2)?),
            at: Timestamp(row.int(4)?),
        },
        seal_to: row.text(3)?.to_owned(),
        revocation: revoked_at.map(|at| Revocation {
            device: id,
            valid_through: trusted.iter().map(read_trusted).collect(),
            at: Timestamp(at),
        }),
    })
}

fn read_trusted(bytes: &[u8; TRUSTED_BYTES]) -> ValidThrough {
    let (mut stream, mut seq) = ([0; 32], [0; 8]);
    stream.copy_from_slice(&bytes[..32]);
    seq.copy_from_slice(&bytes[32..]);
    ValidThrough {
        stream: Stream(stream),
        seq: u64::from_be_bytes(seq),
    }
}

/// Adds a device. That it is new was asked in the same transaction.
pub(crate) async fn add(
    sql: &mut dyn Sql,
    certificate: &DeviceCertificate,
    (seal_to, name): (&str, &str),
) -> Result<(), Trouble> {
    let (device, office) = (certificate.device.0, certificate.office.0);
    sql.execute(
        "INSERT INTO device_office (device_id, office_id) VALUES ($1, $2)",
        &[device.into(), office.into()],
    )
    .await?;
    let values: [Value; 7] = [
        office.into(),
        device.into(),
        certificate.database.into(),
        certificate.key.0.into(),
        plain(seal_to),
        plain(name),
        certificate.at.0.into(),
    ];
    sql.execute(
        "INSERT INTO device (office_id, device_id, database_id, public_key, seal_to, name, \
         enrolled_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &values,
    )
    .await?;
    Ok(())
}

/// Notes that the device was here.
pub(crate) async fn seen(
    sql: &mut dyn Sql,
    (office, device): (OfficeId, DeviceId),
    now: Timestamp,
) -> Result<(), Trouble> {
    sql.execute(
        "UPDATE device SET seen_at = $3 WHERE office_id = $1 AND device_id = $2",
        &[office.0.into(), device.0.into(), now.0.into()],
    )
    .await?;
    Ok(())
}

/// Notes a revocation.
pub(crate) async fn revoke(
    sql: &mut dyn Sql,
    office: OfficeId,
    revocation: &Revocation,
) -> Result<(), Trouble> {
    let trusted: Vec<u8> = revocation
        .valid_through
        .iter()
        .flat_map(|it| [it.stream.0.as_slice(), &it.seq.to_be_bytes()].concat())
        .collect();
    sql.execute(
        "UPDATE device SET revoked_at = $3, valid_through = $4 \
         WHERE office_id = $1 AND device_id = $2",
        &[
            office.0.into(),
            revocation.device.0.into(),
            revocation.at.0.into(),
            trusted.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Up to where the centre holds each stream of a device, on the line that came first.
pub(crate) async fn held_through(
    sql: &mut dyn Sql,
    (office, device): (OfficeId, DeviceId),
) -> Result<Vec<ValidThrough>, Trouble> {
    // The streams of a device begin with its id, so they lie between these two.
    let (first, last) = (
        Stream::new(&device.0, &[0; 16]),
        Stream::new(&device.0, &[0xff; 16]),
    );
    let rows = sql
        .query(
            "SELECT stream, head_seq FROM stream_head WHERE office_id = $1 AND line = $4 \
             AND stream BETWEEN $2 AND $3 ORDER BY stream",
            &[office.0.into(), first.0.into(), last.0.into(), number(0)],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(ValidThrough {
                stream: Stream(row.array(0)?),
                seq: row.count(1)?,
            })
        })
        .collect()
}
