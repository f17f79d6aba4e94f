//! Kode gabung dan komputer.

use super::OfficeId;
use domain::{DocumentId, Timestamp};
use serde::{Deserialize, Serialize};

/// A computer, by the id that it gave itself.
pub type DeviceId = DocumentId;

/// See [`crate::CentralRequest::ListCodes`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListCodes {
    /// The first row, from nought.
    pub skip: u32,
}

/// A page of codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Codes {
    /// Newest first.
    pub rows: Vec<CodeLine>,
    /// Codes in all.
    pub total: u32,
}

/// A code. Its secret is not kept anywhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeLine {
    /// Whose.
    pub office: OfficeId,
    /// The office's name.
    pub office_name: String,
    /// What tells codes apart, hexadecimal.
    pub code: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// Until when it is good.
    pub expires_at: Timestamp,
    /// How it stands.
    pub state: CodeState,
}

/// How a code stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeState {
    /// It can be used.
    Good,
    /// A computer of this name used it.
    Used(String),
    /// It is too old, or was taken back.
    Over,
}

/// See [`crate::CentralRequest::MakeCode`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MakeCode {
    /// The office's name; the office is made when there is none of this name.
    pub office: String,
}

/// A code that is shown once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeCode {
    /// The office's name.
    pub office_name: String,
    /// The code.
    pub code: String,
}

/// See [`crate::CentralRequest::CancelCode`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CancelCode {
    /// Whose.
    pub office: OfficeId,
    /// [`CodeLine::code`].
    pub code: String,
}

/// See [`crate::CentralRequest::ListDevices`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListDevices {
    /// A part of the office's or the computer's name; empty for all.
    pub search: String,
    /// The first row, from nought.
    pub skip: u32,
}

/// A page of computers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Devices {
    /// Newest first.
    pub rows: Vec<DeviceLine>,
    /// Computers that match.
    pub total: u32,
}

/// A computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceLine {
    /// Which.
    pub device: DeviceId,
    /// The office's name.
    pub office_name: String,
    /// What the office calls it.
    pub name: String,
    /// Since when it may write.
    pub enrolled_at: Timestamp,
    /// When it was here last.
    pub seen_at: Option<Timestamp>,
    /// Since when it may write no more.
    pub revoked_at: Option<Timestamp>,
    /// Whether its disk was seen twice.
    pub is_cloned: bool,
}

/// See [`crate::CentralRequest::RevokeDevice`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevokeDevice {
    /// Which.
    pub device: DeviceId,
}
