//! Clocks that are ten years off: the outcomes are the same, the difference is shown, and nothing
//! hangs on it.

use api::sync::{GetSync, SyncNow};
use app::{Host, HostPlaces, Office, SaveRequest, SystemHost};
use domain::Timestamp;
use journeys::desk::Pc;
use journeys::network::Manner;
use journeys::network::centre::{Centre, OFFICE};
use journeys::network::sending::{PERIOD, join, office_of, rate, records, seal};
use journeys::terminal::kinerja_at;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const TEN_YEARS: i64 = 3_653 * 24 * 60 * 60;

#[test]
fn a_clock_ten_years_off_changes_no_outcome() -> anyhow::Result<()> {
    let mut told = Vec::new();
    for now in [
        "2016-10-28T02:00:00Z",
        "2026-10-28T02:00:00Z",
        "2036-10-28T02:00:00Z",
        "1970-01-01T00:00:00Z",
    ] {
        let centre = Centre::start()?;
        let office = office_of(10)?;
        rate(&office)?;
        seal(&office)?;
        let (code, line) = (centre.code(OFFICE)?, centre.line(Manner::default())?);
        let server = centre.url_over(&line);
        kinerja_at(&office, now, &["gabung", &code, "--server", &server])?.with(0)?;
        let call = [&["organisasi", "Baik"], &PERIOD[..]].concat();
        kinerja_at(&office, now, &call)?.with(0)?;
        let sent = kinerja_at(&office, now, &["sinkron"])?.with(0)?;
        let again = kinerja_at(&office, now, &["sinkron"])?.with(0)?;
        let status = kinerja_at(&office, now, &["status"])?.with(0)?;
        assert_eq!(status["condition"], "all_received", "{now}: {status}");
        assert_eq!(records(&office)?, centre.records()?, "{now}");
        told.push(
            ["sealed", "sent", "accepted", "held"].map(|it| (sent[it].clone(), again[it].clone())),
        );
    }
    for it in &told {
        assert_eq!(it, &told[0], "{told:?}");
    }
    Ok(())
}

#[test]
fn the_difference_is_shown() -> anyhow::Result<()> {
    let centre = Centre::start()?;
    for seconds in [TEN_YEARS, -TEN_YEARS] {
        let pc = office_of(5)?;
        join(&pc, &centre, None)?;
        let refused = |trouble| anyhow::anyhow!("{trouble:?}");
        let office = Office::start(Arc::new(Shifted::of(&pc, seconds)));
        let report = office.send_now().map_err(|it| anyhow::anyhow!("{it:?}"))?;
        assert!(report.is_done, "{report:?}");
        office.ask(SyncNow {}).map_err(refused)?;
        let screen = office.ask(GetSync {}).map_err(refused)?;
        let shown = screen.skew_seconds.unwrap_or_default();
        assert!((shown - seconds).abs() < 600, "{shown} for {seconds}");
        assert!(screen.troubles.is_empty(), "{:?}", screen.troubles);
    }
    Ok(())
}

/// A PC whose clock is wrong.
struct Shifted {
    true_host: SystemHost,
    seconds: i64,
}

impl Shifted {
    fn of(pc: &Pc, seconds: i64) -> Self {
        let mut places = app::default_places(Some(pc.data()));
        places.key_directory = Some(pc.keys());
        Self {
            true_host: SystemHost::new(places, "penguji"),
            seconds,
        }
    }
}

impl Host for Shifted {
    fn now(&self) -> Timestamp {
        Timestamp(self.true_host.now().0 + self.seconds * 1_000_000)
    }

    fn random(&self, bytes: &mut [u8]) -> io::Result<()> {
        self.true_host.random(bytes)
    }

    fn places(&self) -> &HostPlaces {
        self.true_host.places()
    }

    fn program(&self) -> &'static str {
        self.true_host.program()
    }

    fn pick_save(&self, request: &SaveRequest) -> Option<PathBuf> {
        self.true_host.pick_save(request)
    }

    fn open(&self, path: &Path) -> io::Result<()> {
        self.true_host.open(path)
    }
}
