//! What the screen may say. The sentences are the catalogue's.

use domain::Timestamp;

/// Where synchronisation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// The centre is being greeted.
    Connecting,
    /// Records are on their way up. Only bytes that the centre confirmed count.
    Sending {
        /// Bytes of this batch that the centre confirmed.
        confirmed: u64,
        /// The batch's length in bytes.
        total: u64,
    },
    /// Something comes down.
    Receiving,
    /// The session is over.
    Finished(Report),
    /// It did not work, and will be tried again by itself.
    Waiting {
        /// Why.
        trouble: Trouble,
        /// In how many milliseconds.
        retry_in: u64,
    },
    /// It does not work until a person does something.
    Stopped(Trouble),
    /// The user paused it.
    Paused,
}

/// What a finished session reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// Records that are sealed and have no verified receipt. 0 is the only way to be done.
    pub unsent: u64,
    /// The centre's time at the end.
    pub server_time: Option<Timestamp>,
}

/// Why synchronisation does not go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trouble {
    /// The line is down or too slow to move a byte.
    NoLine,
    /// Something answers that is not the centre: a sign-in page of the network, most likely.
    NotTheCentre,
    /// The centre did not accept a batch, because it knows less or the bytes were damaged. What
    /// it has is asked again.
    Misunderstood,
    /// The centre answers as a database that is older than one seen before.
    OlderCentre,
    /// The device was revoked. Its records stay here and can be brought by hand.
    Revoked,
    /// The centre does not know the device, or its key.
    NotEnrolled,
    /// The centre found the device's own stream broken.
    BrokenStream,
    /// The program is too new for the centre.
    CentreTooOld,
}
