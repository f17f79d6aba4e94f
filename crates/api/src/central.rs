//! The contract between the centre's pages and the centre.

pub mod audit;
pub mod completeness;
pub mod export;
pub mod held;
pub mod joining;
pub mod master;
pub mod periods;
pub mod posts;
pub mod results;
mod role;
pub mod rules;
pub mod ruling;
pub mod session;
pub mod staff;
mod trouble;

pub use role::{Need, Role};
pub use trouble::CentreTrouble;

use crate::set::commands;

/// An office, by the id that the centre gave it.
pub type OfficeId = domain::DocumentId;

/// Rows of a page of a long list.
pub const PAGE: u32 = 50;

/// A command was carried out; there is nothing else to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Done {}

commands! {
    /// Every command of the centre's pages.
    CentralRequest;

    /// Who is signed in: the first call of the page.
    session::GetStaffSession => session::StaffSession, Read [StaffSession];
    /// Signs in.
    session::SignIn => session::StaffSession, Write [];
    /// Signs out.
    session::SignOut => session::StaffSession, Write [];
    /// Chooses a password by a link that is good once, and signs in.
    session::ChoosePassword => session::StaffSession, Write [];
    /// Changes one's own password.
    session::ChangePassword => Done, Write [];

    /// Offices and weeks: who is complete, late, partial, silent.
    completeness::GetCompleteness => completeness::Completeness, Read [Arrivals, Held];
    /// The units of an office and weeks.
    completeness::GetOfficeCompleteness => completeness::OfficeCompleteness, Read [Arrivals, Held];

    /// Counts per predikat of every office.
    results::GetResults => results::Results, Read [Arrivals];
    /// Counts per predikat of an office's units, and its people.
    results::GetOfficeResults => results::OfficeResults, Read [Arrivals, MasterData];
    /// One person's ratings through the periods.
    results::GetPersonResults => results::PersonResults, Read [Arrivals, MasterData];

    /// Returns a rating to its office, or makes it final.
    ruling::RuleRating => Done, Write [];
    /// Makes everything of a period final that is whole and undisputed.
    ruling::FinaliseRatings => ruling::Finalised, Write [];

    /// Finds people: by NIP in all offices, by name in one.
    master::ListPeople => master::People, Read [MasterData];
    /// What is known of a person.
    master::GetPerson => master::PersonSheet, Read [MasterData];
    /// Corrects a person; the office gets it with its next connection.
    master::SavePerson => master::PersonSheet, Write [];
    /// Adds, corrects, changes or ends a post; the office gets it with its next connection.
    posts::SavePost => master::PersonSheet, Write [];
    /// The units of an office.
    master::ListUnits => master::Units, Read [MasterData];
    /// Corrects a unit; the office gets it with its next connection.
    master::SaveUnit => master::Units, Write [];

    /// Periods, and in how many offices each is closed.
    periods::GetPeriods => periods::Periods, Read [Closings];
    /// The offices of a period.
    periods::ListPeriodOffices => periods::PeriodOffices, Read [Closings];
    /// Closes a period, in one office or in all.
    periods::ClosePeriod => Done, Write [];

    /// Rules that were published, newest first.
    rules::ListRules => rules::RulesList, Read [Rules];
    /// Looks a package of rules over; nothing is written.
    rules::CheckRules => rules::CheckedRules, Read [];
    /// Publishes a package of rules to every office.
    rules::PublishRules => rules::PublishedRules, Write [];

    /// Enrolment codes, newest first.
    joining::ListCodes => joining::Codes, Read [Joining];
    /// Makes a code; it is shown once.
    joining::MakeCode => joining::MadeCode, Write [];
    /// Takes a code back that nobody has used.
    joining::CancelCode => Done, Write [];
    /// Computers, newest first.
    joining::ListDevices => joining::Devices, Read [Joining];
    /// Revokes a computer.
    joining::RevokeDevice => Done, Write [];

    /// What waits for a decision, oldest first.
    held::ListHeld => held::HeldPage, Read [Held];
    /// Lets a rating through that came late or from a revoked computer.
    held::LetThrough => Done, Write [];
    /// Leaves it waiting, with a reason.
    held::Leave => Done, Write [];
    /// Documents with edits made beside each other.
    held::ListBranched => held::BranchedPage, Read [Held];
    /// The versions of one, side by side.
    held::GetBranched => held::Branched, Read [Held];

    /// What the workbook of a period would hold.
    export::GetExport => export::ExportFacts, Read [Arrivals];

    /// What the staff did, newest first.
    audit::ListAudit => audit::AuditPage, Read [Audit];
    /// Checks the chain of the whole trail.
    audit::CheckAudit => audit::AuditChecked, Read [];

    /// Everybody who may sign in.
    staff::ListStaff => staff::StaffList, Read [Staff];
    /// Adds somebody; the answer has the link for the first password.
    staff::AddStaff => staff::StaffLink, Write [];
    /// Gives somebody another role.
    staff::SetRole => Done, Write [];
    /// Lets somebody in no more, or again.
    staff::SetAdmission => Done, Write [];
    /// Makes a link for a new password; the old one is good no more.
    staff::ResetPassword => staff::StaffLink, Write [];
}

impl CentralRequest {
    /// Who may ask this.
    #[must_use]
    pub const fn needs(&self) -> Need {
        match self {
            Self::GetStaffSession(_) | Self::SignIn(_) | Self::ChoosePassword(_) => Need::Nothing,
            Self::SignOut(_)
            | Self::ChangePassword(_)
            | Self::GetCompleteness(_)
            | Self::GetOfficeCompleteness(_)
            | Self::GetResults(_)
            | Self::GetOfficeResults(_)
            | Self::GetPersonResults(_)
            | Self::ListPeople(_)
            | Self::GetPerson(_)
            | Self::ListUnits(_)
            | Self::GetPeriods(_)
            | Self::ListPeriodOffices(_)
            | Self::ListHeld(_)
            | Self::ListBranched(_)
            | Self::GetBranched(_) => Need::SignedIn,
            Self::LetThrough(_)
            | Self::Leave(_)
            | Self::RuleRating(_)
            | Self::FinaliseRatings(_) => Need::Deciding,
            Self::GetExport(_) => Need::Exporting,
            Self::SavePerson(_)
            | Self::SavePost(_)
            | Self::SaveUnit(_)
            | Self::ClosePeriod(_)
            | Self::ListRules(_)
            | Self::CheckRules(_)
            | Self::PublishRules(_)
            | Self::ListCodes(_)
            | Self::MakeCode(_)
            | Self::CancelCode(_)
            | Self::ListDevices(_)
            | Self::RevokeDevice(_)
            | Self::ListAudit(_)
            | Self::CheckAudit(_)
            | Self::ListStaff(_)
            | Self::AddStaff(_)
            | Self::SetRole(_)
            | Self::SetAdmission(_)
            | Self::ResetPassword(_) => Need::Administering,
        }
    }
}
