//! Laws that hold for every list.

use crate::people::{import, listed, preview};
use api::employees::EmployeeFilter;
use api::undo::Undo;
use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;
use proptest::test_runner::Config;
use testkit::{TestOffice, nip};

const COLUMNS: [(&str, &[&str]); 6] = [
    (
        "Nama",
        &["Budi Santoso", "Siti Aminah", "Suharto", "I Gusti Ayu P."],
    ),
    ("Golongan", &["III/a", "IV/b", "", "II/c"]),
    (
        "Jabatan",
        &["Pengelola Data", "Guru Ahli Muda", "Kepala Seksi Data", ""],
    ),
    (
        "Unit Kerja",
        &["Dinas Pendidikan", "Sekretariat", "Bidang Data"],
    ),
    ("TMT Jabatan", &["01-03-2024", "15-10-2026", ""]),
    ("Pendidikan", &["S-1", "SMA", ""]),
];

/// Rows of a few people, some of them twice, some columns left out.
fn lists() -> impl Strategy<Value = Vec<Vec<String>>> {
    let row = (
        0_u32..6,
        vec(any::<proptest::sample::Index>(), COLUMNS.len()),
    );
    let kept = vec(any::<bool>(), COLUMNS.len());
    let broken = select(vec!["", "1.98609262015051E+17", "12345"]);
    (vec((row, 0_u8..10), 1..8), kept, broken).prop_map(|(rows, kept, broken)| {
        let keeps = |column: &usize| *column == 0 || kept[*column];
        let columns: Vec<usize> = (0..COLUMNS.len()).filter(keeps).collect();
        let head = columns.iter().map(|column| COLUMNS[*column].0.to_owned());
        let mut list = vec![std::iter::once("NIP".to_owned()).chain(head).collect()];
        for ((person, cells), damage) in rows {
            let nip = if damage == 0 {
                broken.to_owned()
            } else {
                nip(person).digits().to_owned()
            };
            let cells = columns
                .iter()
                .map(|it| cells[*it].get(COLUMNS[*it].1).to_string());
            list.push(std::iter::once(nip).chain(cells).collect());
        }
        list
    })
}

proptest! {
    #![proptest_config(Config { cases: 24, failure_persistence: None, ..Config::default() })]

    /// After any list was let in, the same list says nothing new; and what was let in is taken
    /// back in one step.
    #[test]
    fn letting_in_is_letting_in_once(lists in vec(lists(), 1..4)) {
        let office = TestOffice::ready();
        for list in &lists {
            let before = listed(&office, "2026-12", EmployeeFilter::Everybody);
            let promised = preview(&office, list).counts;
            let imported = import(&office, list, "2026-11-01").counts;
            prop_assert_eq!(promised, imported);
            let again = preview(&office, list).counts;
            prop_assert_eq!((again.new, again.changed), (0, 0));
            prop_assert_eq!(again.same, imported.new + imported.changed + imported.same);
            if imported.new + imported.changed > 0 {
                office.ask(Undo {}).expect("an undo");
                prop_assert_eq!(before, listed(&office, "2026-12", EmployeeFilter::Everybody));
                import(&office, list, "2026-11-01");
            }
        }
    }

    /// Nobody is in two posts held for good on one day.
    #[test]
    fn posts_follow_each_other(lists in vec(lists(), 1..4)) {
        let office = TestOffice::ready();
        for (month, list) in lists.iter().enumerate() {
            import(&office, list, &format!("2026-{:02}-01", 9 + month));
        }
        for line in listed(&office, "2026-12", EmployeeFilter::Everybody).lines {
            let request = api::employees::GetEmployee { employee: line.employee };
            let posts = office.ask(request).expect("a person").assignments;
            for pair in posts.windows(2) {
                let (newer, older) = (&pair[0].assignment, &pair[1].assignment);
                prop_assert!(older.to.is_some_and(|to| to < newer.from));
            }
        }
    }
}
