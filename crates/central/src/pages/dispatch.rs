//! Which use case answers which command.

use super::answer::{PageTrouble, Reply, read, wrote};
use super::desk::Desk;
use super::{
    audit, branched, completeness, export, held, joining, master, periods, person, results, rules,
    ruling, session, staff, units,
};
use api::central::Done;
use api::{CentralRequest, Tag};

/// Carries a command out. Whether it may be is settled.
pub(super) async fn carry_out(desk: &Desk, request: CentralRequest) -> Result<Reply, PageTrouble> {
    use CentralRequest as R;
    match request {
        R::GetStaffSession(_) => read(session::view(&desk.pages, desk.signed_in.as_ref()).await?),
        R::SignIn(it) => session::sign_in(desk, it).await,
        R::SignOut(_) => session::sign_out(desk).await,
        R::ChoosePassword(it) => session::choose(desk, it).await,
        R::ChangePassword(it) => session::change(desk, it).await,

        R::GetCompleteness(it) => read(completeness::offices(desk, it).await?),
        R::GetOfficeCompleteness(it) => read(completeness::units(desk, it).await?),

        R::GetResults(it) => read(results::offices(desk, it).await?),
        R::GetOfficeResults(it) => read(results::office(desk, it).await?),
        R::GetPersonResults(it) => read(person::results(desk, it).await?),

        R::RuleRating(it) => {
            ruling::rule(desk, it).await?;
            wrote(Done {}, &[Tag::Arrivals, Tag::Audit])
        }
        R::FinaliseRatings(it) => wrote(
            ruling::finalise(desk, it).await?,
            &[Tag::Arrivals, Tag::Audit],
        ),

        R::ListPeople(it) => read(master::list(desk, it).await?),
        R::GetPerson(it) => read(master::get(desk, it).await?),
        R::SavePerson(it) => wrote(
            master::save(desk, it).await?,
            &[Tag::MasterData, Tag::Arrivals, Tag::Audit],
        ),
        R::SavePost(it) => wrote(
            master::save_post(desk, it).await?,
            &[Tag::MasterData, Tag::Arrivals, Tag::Audit],
        ),
        R::ListUnits(it) => read(units::list(desk, it.office).await?),
        R::SaveUnit(it) => wrote(
            units::save(desk, it).await?,
            &[Tag::MasterData, Tag::Arrivals, Tag::Audit],
        ),

        R::GetPeriods(_) => read(periods::all(desk).await?),
        R::ListPeriodOffices(it) => read(periods::offices(desk, it).await?),
        R::ClosePeriod(it) => {
            periods::close(desk, it).await?;
            wrote(Done {}, &[Tag::Closings, Tag::Arrivals, Tag::Audit])
        }

        R::ListRules(_) => read(rules::list(desk).await?),
        R::CheckRules(it) => read(rules::check(desk, it.package).await?),
        R::PublishRules(it) => wrote(
            rules::publish(desk, it.package).await?,
            &[Tag::Rules, Tag::Audit],
        ),

        R::ListCodes(it) => read(joining::codes(desk, it).await?),
        R::MakeCode(it) => wrote(
            joining::make(desk, it).await?,
            &[Tag::Joining, Tag::Arrivals, Tag::MasterData, Tag::Audit],
        ),
        R::CancelCode(it) => {
            joining::cancel(desk, it).await?;
            wrote(Done {}, &[Tag::Joining, Tag::Audit])
        }
        R::ListDevices(it) => read(joining::devices(desk, it).await?),
        R::RevokeDevice(it) => {
            joining::revoke(desk, it).await?;
            wrote(Done {}, &[Tag::Joining, Tag::Audit])
        }

        R::ListHeld(it) => read(held::list(desk, it).await?),
        R::LetThrough(it) => {
            held::let_through(desk, it).await?;
            wrote(Done {}, &[Tag::Held, Tag::Arrivals, Tag::Audit])
        }
        R::Leave(it) => {
            held::leave(desk, it).await?;
            wrote(Done {}, &[Tag::Held, Tag::Audit])
        }
        R::ListBranched(it) => read(branched::list(desk, it).await?),
        R::GetBranched(it) => read(branched::get(desk, it).await?),

        R::GetExport(it) => read(export::facts(desk, it.period).await?),

        R::ListAudit(it) => read(audit::list(desk, it).await?),
        R::CheckAudit(_) => read(audit::check(desk).await?),

        R::ListStaff(_) => read(staff::list(desk).await?),
        R::AddStaff(it) => wrote(staff::add(desk, it).await?, &[Tag::Staff, Tag::Audit]),
        R::SetRole(it) => {
            staff::set_role(desk, it).await?;
            wrote(Done {}, &[Tag::Staff, Tag::Audit])
        }
        R::SetAdmission(it) => {
            staff::set_admission(desk, it).await?;
            wrote(Done {}, &[Tag::Staff, Tag::Audit])
        }
        R::ResetPassword(it) => wrote(staff::reset(desk, it).await?, &[Tag::Staff, Tag::Audit]),
    }
}
