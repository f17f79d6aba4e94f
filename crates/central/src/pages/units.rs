//! Data induk: units.

use super::answer::PageTrouble;
use super::desk::Desk;
use super::master::{publish, revision};
use super::people::{body, office_of, one};
use crate::Trouble;
use crate::database::Sql;
use crate::tables::document;
use api::ErrorCode;
use api::central::OfficeId as Key;
use api::central::audit::Act;
use api::central::master::{SaveUnit, UnitFields, UnitLine, Units};
use domain::{Document, Kind, Unit, UnitId};
use record::Folded;
use std::collections::HashMap;
use sync::message::OfficeId;

/// The units of an office, by name.
pub(super) async fn list(desk: &Desk, office: Key) -> Result<Units, PageTrouble> {
    desk.database()
        .read(move |sql| Box::pin(all(sql, office_of(office))))
        .await
        .map_err(|error: Trouble| error.into())
}

async fn all(sql: &mut dyn Sql, office: OfficeId) -> Result<Units, Trouble> {
    let rows = sql
        .query(
            "SELECT unit_id, people FROM unit_now WHERE office_id = $1",
            &[office.0.into()],
        )
        .await?;
    let people = rows
        .iter()
        .map(|row| Ok((UnitId::from_bytes(row.array(0)?), row.small(1)?)))
        .collect::<Result<HashMap<UnitId, u32>, Trouble>>()?;
    let mut units: Vec<UnitLine> = document::of_kind(sql, office, Kind::Unit)
        .await?
        .iter()
        .filter_map(|folded| {
            let Some(Document::Unit(unit)) = body(folded) else {
                return None;
            };
            Some(UnitLine {
                unit: unit.id,
                rhythm: unit.rhythm,
                people: people.get(&unit.id).copied().unwrap_or(0),
                revision: revision(folded),
                fields: UnitFields {
                    name: unit.name,
                    instansi: unit.instansi,
                    siasn_id: unit.siasn_unor_id.unwrap_or_default(),
                },
            })
        })
        .collect();
    units.sort_by_key(|unit| unit.fields.name.to_lowercase());
    Ok(Units {
        office_name: crate::tables::office::name(sql, office).await?,
        units,
    })
}

/// Corrects a unit.
pub(super) async fn save(desk: &Desk, request: SaveUnit) -> Result<Units, PageTrouble> {
    let (office, id) = (office_of(request.office), request.unit);
    let (folded, before) = desk
        .database()
        .read(move |sql| Box::pin(find(sql, office, id)))
        .await?;
    if revision(&folded) != request.revision {
        return Err(ErrorCode::Stale.into());
    }
    let after = corrected(before.clone(), &request.fields)?;
    if after != before {
        desk.note(Act::UnitCorrected, after.name.clone()).await?;
        let upon = folded.revision().ok_or(ErrorCode::NotFound)?;
        publish(desk, office, &[(Document::Unit(after), Some(upon))]).await?;
    }
    list(desk, request.office).await
}

async fn find(sql: &mut dyn Sql, office: OfficeId, id: UnitId) -> Result<(Folded, Unit), Trouble> {
    let found = one(sql, office, (Kind::Unit, id.0)).await?;
    let folded = found.ok_or(Trouble::NotFound("unit"))?;
    match body(&folded) {
        Some(Document::Unit(unit)) => Ok((folded, unit)),
        _ => Err(Trouble::NotFound("unit")),
    }
}

fn corrected(before: Unit, fields: &UnitFields) -> Result<Unit, ErrorCode> {
    let name = fields.name.trim();
    if name.is_empty() {
        return Err(ErrorCode::Field("name".to_owned()));
    }
    let siasn_id = fields.siasn_id.trim();
    Ok(Unit {
        name: name.to_owned(),
        instansi: fields.instansi.trim().to_owned(),
        siasn_unor_id: (!siasn_id.is_empty()).then(|| siasn_id.to_owned()),
        ..before
    })
}
