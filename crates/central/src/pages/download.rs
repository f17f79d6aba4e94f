//! The workbook for BKN, streamed. It is written to a file first: a hundred thousand rows take a
//! while, and a line that breaks off should not leave half of a table that looks whole.

use super::Pages;
use super::answer::PageTrouble;
use super::desk::Desk;
use super::{guard, session};
use crate::Trouble;
use api::ErrorCode;
use api::central::audit::Act;
use api::central::{CentreTrouble, Need};
use axum::Json;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use domain::Period;
use futures_util::stream;
use std::fs::File;
use std::io::Read as _;

/// What is read from the file at a time, in bytes.
const PIECE: usize = 64 * 1024;
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The workbook of a period.
pub(super) async fn workbook(
    State(pages): State<Pages>,
    Path(period): Path<String>,
    request: Request,
) -> Response {
    match make(pages, &period, request).await {
        Ok((name, file)) => {
            let headers = [
                (header::CONTENT_TYPE, XLSX.to_owned()),
                (
                    header::CONTENT_DISPOSITION,
                    format!("attachment; filename=\"{name}\""),
                ),
                (header::CACHE_CONTROL, "no-store".to_owned()),
            ];
            (headers, pieces(file)).into_response()
        }
        Err(trouble) => {
            let status = match &trouble {
                PageTrouble::Refused(ErrorCode::NotFound) => StatusCode::NOT_FOUND,
                PageTrouble::Refused(ErrorCode::Centre(CentreTrouble::WrongRole)) => {
                    StatusCode::FORBIDDEN
                }
                PageTrouble::Refused(_) => StatusCode::UNAUTHORIZED,
                PageTrouble::Centre(_) => StatusCode::INTERNAL_SERVER_ERROR,
            };
            (status, Json(trouble.envelope())).into_response()
        }
    }
}

async fn make(pages: Pages, period: &str, request: Request) -> Result<(String, File), PageTrouble> {
    let period: Period = period.parse().map_err(|_| ErrorCode::NotFound)?;
    let (parts, _) = request.into_parts();
    // A link on another site must not set the centre to work.
    let from = guard::text(&parts.headers, "sec-fetch-site");
    if from.is_some_and(|from| from != "same-origin" && from != "none") {
        return Err(CentreTrouble::NotFromThePage.into());
    }
    let cookies = guard::text(&parts.headers, header::COOKIE.as_str());
    let signed_in = session::find(&pages, cookies).await?;
    let Some((person, _)) = &signed_in else {
        return Err(CentreTrouble::SignedOut.into());
    };
    if !person.role.suffices(Need::Exporting) {
        return Err(CentreTrouble::WrongRole.into());
    }
    let desk = Desk {
        address: guard::address(&parts),
        pages,
        signed_in,
    };
    desk.note(Act::Exported, period.label()).await?;
    let folder = tempfile::tempdir().map_err(Trouble::from)?;
    let place = folder.path().join("bkn.xlsx");
    desk.centre().export_bkn(period, &place).await?;
    let file = File::open(&place).map_err(Trouble::from)?;
    let name = format!("BKN-{period}.xlsx");
    let file = kept(file, folder)?;
    Ok((name, file))
}

/// The open file outlives its folder where the system lets it; elsewhere its bytes move to one
/// without a name.
fn kept(mut file: File, folder: tempfile::TempDir) -> Result<File, Trouble> {
    if cfg!(unix) {
        drop(folder);
        return Ok(file);
    }
    let mut nameless = tempfile::tempfile()?;
    std::io::copy(&mut file, &mut nameless)?;
    std::io::Seek::rewind(&mut nameless)?;
    Ok(nameless)
}

fn pieces(file: File) -> Body {
    Body::from_stream(stream::try_unfold(file, |mut file| async {
        let reading = tokio::task::spawn_blocking(move || {
            let mut piece = vec![0; PIECE];
            let count = file.read(&mut piece)?;
            piece.truncate(count);
            Ok::<_, std::io::Error>((Bytes::from(piece), file))
        });
        let (piece, file) = reading.await.map_err(std::io::Error::other)??;
        Ok::<_, std::io::Error>((!piece.is_empty()).then_some((piece, file)))
    }))
}
