//! One exhaustive match: a command without a handler does not compile.

use crate::office::State;
use crate::{
    Desk, Office, Trouble, backup, employees, home, import, notes, organisation, reports, saved,
    sending, session, settings, sheet, undo,
};
use api::error::ErrorCode;
use api::{Envelope, OfficeRequest, Tag};
use serde::Serialize;

type Answered = Result<(serde_json::Value, Vec<Tag>), Trouble>;

impl Office {
    /// Answers one command. Never panics on purpose, never blocks a reader behind a writer.
    #[must_use]
    pub fn call(&self, request: OfficeRequest) -> Envelope {
        let name = request.name();
        match self.dispatch(request) {
            Ok((value, stale)) => Envelope::Answer { value, stale },
            Err(trouble) => {
                tracing::debug!(command = name, ?trouble, "refused");
                Envelope::Refused(trouble.refusal())
            }
        }
    }

    fn dispatch(&self, request: OfficeRequest) -> Answered {
        use OfficeRequest as R;
        match request {
            R::GetSession(_) => answer(session::get_session(self)?, Vec::new()),
            R::FirstRun(it) => everything(session::first_run(self, &it)?),
            R::EnterPractice(_) => everything(session::enter_practice(self)?),
            R::LeavePractice(_) => everything(session::leave_practice(self)?),
            R::ListBackups(_) => answer(backup::list_backups(self)?, Vec::new()),
            R::Restore(it) => everything(backup::restore(self, &it)?),
            R::AddUser(it) => self.at_desk(|desk| session::add_user(desk, &it)),
            R::SwitchUser(it) => self.at_desk(|desk| session::switch_user(desk, &it)),
            R::SetPreferences(it) => self.at_desk(|desk| session::set_preferences(desk, &it)),
            R::GetStatus(it) => self.at_desk(|desk| session::get_status(desk, &it)),

            R::GetHome(it) => self.at_desk(|desk| home::get_home(desk, &it)),
            R::PreviewFinish(it) => self.at_desk(|desk| home::preview_finish(desk, &it)),
            R::Finish(it) => self.at_desk(|desk| home::finish(desk, &it)),

            R::ListEmployees(it) => self.at_desk(|desk| employees::list_employees(desk, &it)),
            R::GetEmployee(it) => self.at_desk(|desk| employees::get_employee(desk, &it)),
            R::SaveEmployee(it) => self.at_desk(|desk| employees::save_employee(desk, &it)),
            R::SaveAssignment(it) => self.at_desk(|desk| employees::save_assignment(desk, &it)),
            R::SaveException(it) => self.at_desk(|desk| employees::save_exception(desk, &it)),
            R::SetAppraiser(it) => self.at_desk(|desk| employees::set_appraiser(desk, &it)),
            R::Search(it) => self.at_desk(|desk| employees::search(desk, &it)),
            R::ListAppraisers(it) => self.at_desk(|desk| employees::list_appraisers(desk, &it)),

            R::PreviewImport(it) => self.at_desk(|desk| import::preview_import(desk, &it)),
            R::ApplyImport(it) => self.at_desk(|desk| import::apply_import(desk, &it)),
            R::SaveProblemRows(it) => self.at_desk(|desk| import::save_problem_rows(desk, &it)),
            R::SaveTemplate(_) => self.at_desk(import::save_template),

            R::GetSheet(it) => self.at_desk(|desk| sheet::get_sheet(desk, &it)),
            R::SaveCells(it) => self.at_desk(|desk| sheet::save_cells(desk, &it)),
            R::FillSesuai(it) => self.at_desk(|desk| sheet::fill_sesuai(desk, &it)),
            R::ReviewCells(it) => self.at_desk(|desk| sheet::review_cells(desk, &it)),
            R::SaveReason(it) => self.at_desk(|desk| sheet::save_reason(desk, &it)),
            R::GetPanel(it) => self.at_desk(|desk| sheet::get_panel(desk, &it)),
            R::GetRubric(it) => self.at_desk(|desk| sheet::get_rubric(desk, &it)),

            R::ListNotes(it) => self.at_desk(|desk| notes::list_notes(desk, &it)),
            R::SaveNote(it) => self.at_desk(|desk| notes::save_note(desk, &it)),
            R::WithdrawNote(it) => self.at_desk(|desk| notes::withdraw_note(desk, &it)),
            R::AttachEvidence(it) => self.at_desk(|desk| notes::attach_evidence(desk, &it)),
            R::WithdrawEvidence(it) => self.at_desk(|desk| notes::withdraw_evidence(desk, &it)),
            R::OpenEvidence(it) => self.at_desk(|desk| notes::open_evidence(desk, &it)),

            R::GetOrganisation(it) => {
                self.at_desk(|desk| organisation::get_organisation(desk, &it))
            }
            R::SetOrganisation(it) => {
                self.at_desk(|desk| organisation::set_organisation(desk, &it))
            }

            R::PreviewExport(it) => self.at_desk(|desk| reports::preview_export(desk, &it)),
            R::Export(it) => self.at_desk(|desk| reports::export(desk, &it)),
            R::OpenSaved(it) => self.at_desk(|desk| saved::open_saved(desk, &it)),
            R::GetCopySheet(it) => self.at_desk(|desk| reports::get_copy_sheet(desk, &it)),
            R::GetRecap(it) => self.at_desk(|desk| reports::get_recap(desk, &it)),

            R::MakeBackup(it) => self.at_desk(|desk| backup::make_backup(desk, &it)),
            R::GetRecovery(_) => self.at_desk(backup::get_recovery),
            R::ConfirmRecovery(_) => self.at_desk(backup::confirm_recovery),
            R::Verify(_) => self.at_desk(backup::verify),

            R::GetSettings(_) => self.at_desk(settings::get_settings),
            R::SaveUnit(it) => self.at_desk(|desk| settings::save_unit(desk, &it)),
            R::SaveSignatory(it) => self.at_desk(|desk| settings::save_signatory(desk, &it)),

            R::GetSync(_) => self.at_desk(sending::get_sync),
            R::Join(it) => self.at_desk(|desk| sending::join(desk, &it)),
            R::SaveJoinRequest(it) => self.at_desk(|desk| sending::save_join_request(desk, &it)),
            R::SyncNow(_) => self.at_desk(sending::sync_now),
            R::PauseSync(_) => self.at_desk(sending::pause_sync),
            R::ResumeSync(_) => self.at_desk(sending::resume_sync),
            R::WriteStick(it) => self.at_desk(|desk| sending::write_stick(desk, &it)),
            R::ReadStick(it) => self.at_desk(|desk| sending::read_stick(desk, &it)),
            R::Decide(it) => self.at_desk(|desk| sending::decide(desk, &it)),

            R::Undo(it) => self.at_desk(|desk| undo::undo(desk, &it)),
            R::Redo(it) => self.at_desk(|desk| undo::redo(desk, &it)),
        }
    }

    /// Runs a handler at the open place.
    ///
    /// # Errors
    /// [`ErrorCode::NeedsFirstRun`] or what locked the place, and whatever the handler gives.
    pub fn with_desk<T>(
        &self,
        handler: impl FnOnce(&Desk<'_>) -> Result<T, Trouble>,
    ) -> Result<T, Trouble> {
        match &*self.state() {
            State::Open(place) => handler(&Desk::new(self, place)?),
            State::Empty => Err(ErrorCode::NeedsFirstRun.into()),
            State::Locked(code) => Err(code.clone().into()),
        }
    }

    fn at_desk<T: Serialize>(
        &self,
        handler: impl FnOnce(&Desk<'_>) -> Result<T, Trouble>,
    ) -> Answered {
        self.with_desk(|desk| {
            let value = handler(desk)?;
            answer(value, desk.take_stale())
        })
    }
}

fn answer<T: Serialize>(value: T, stale: Vec<Tag>) -> Answered {
    Ok((serde_json::to_value(value)?, stale))
}

/// After a change of place nothing that the page knows holds.
fn everything<T: Serialize>(value: T) -> Answered {
    answer(value, Tag::ALL.to_vec())
}
