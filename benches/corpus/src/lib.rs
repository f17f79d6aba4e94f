//! Synthetic evaluations, one JSON document a line: the same work for every measurement of bytes on
//! the wire, and what an office would have typed to get them.
//!
//! | JSON | document |
//! |---|---|
//! | `pegawai.unit`, `unit_id` | `unit`: name, SIASN UNOR id (master) |
//! | `pegawai.nip`, `nama`, `gol` | `employee`: NIP, name, golongan (master) |
//! | `pegawai.jabatan`, `penilai.*` | `assignment`: jabatan, employee, unit, golongan, appraiser (master) |
//! | `id` | `evaluation`: its id |
//! | `periode`, `rating_hasil`, `rating_perilaku` | `evaluation`: period, two ratings |
//! | `hasil_kerja[]` | `evaluation`: items; target and realisasi are text there |
//! | `perilaku[]` | `evaluation`: the seven values with rating and feedback |
//! | `catatan` | `evaluation`: reason |
//! | `status` | `evaluation`: state; submitted is ready |
//! | `dibuat` | the clock when it was sealed |
//! | `predikat` | computed from the two ratings |
//! | `type` | the document's kind |

mod line;
mod office;

pub use line::{HasilKerja, Line, Pegawai, Penilai, Perilaku};
pub use office::{CorpusError, Office};

/// A week of an office.
pub const WEEK: &str = include_str!("../evaluations-60.jsonl");
/// A quarter of a large one.
pub const QUARTER: &str = include_str!("../evaluations-1000.jsonl");

/// The evaluations of a text.
///
/// # Errors
/// A line is none.
pub fn lines(text: &str) -> Result<Vec<Line>, CorpusError> {
    let lines = text.lines().map(serde_json::from_str);
    Ok(lines.collect::<Result<_, _>>()?)
}
