//! The centre's end. Everything is a plan: the host loads what [`needs`] names, asks for the plan
//! and writes it in one transaction. Nothing leaves before that transaction is durable.

mod change;
mod down;
mod epoch;
mod greet;
mod line;
mod loaded;
mod needs;
mod plan;
mod release;
mod upload;
mod verified_batch;

pub use change::{Change, Plan, StoredRecord};
pub use down::{PackPage, page};
pub use epoch::next_epoch;
pub use greet::{Greeted, Grounds, greet, receipt_of};
pub use line::{KnownRecord, Line, Lines};
pub use loaded::{FeedWriter, Loaded};
pub use needs::{Needs, needs};
pub use plan::plan;
pub use release::release;
pub use upload::{Attempt, Kept, Upload};
pub use verified_batch::{ReceivedBatch, VerifiedBatch};
