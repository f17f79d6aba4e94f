//! Messages over the line: what is read can be written, and is read as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::fmt::Debug;
use sync::message::{
    AppendAnswer, EnrolmentOutcome, EnrolmentRequest, FeedQuery, Health, Hello, HelloAnswer,
    PackOffer, Receipt, Receipts, ReceiptsQuery,
};
use sync::wire::{Message, SignedHello};

fn read<M: Message + Debug + PartialEq>(bytes: &[u8]) {
    if let Ok(message) = M::from_bytes(bytes) {
        let again = message.to_bytes();
        // A message that was as large as one may be can be larger when it is written.
        if again.len() <= sync::wire::MAX_MESSAGE_BYTES {
            assert_eq!(M::from_bytes(&again).expect("what was written"), message);
        }
    }
}

fuzz_target!(|bytes: &[u8]| {
    read::<Hello>(bytes);
    read::<SignedHello>(bytes);
    read::<HelloAnswer>(bytes);
    read::<Receipt>(bytes);
    read::<Receipts>(bytes);
    read::<ReceiptsQuery>(bytes);
    read::<AppendAnswer>(bytes);
    read::<PackOffer>(bytes);
    read::<FeedQuery>(bytes);
    read::<EnrolmentRequest>(bytes);
    read::<EnrolmentOutcome>(bytes);
    read::<Health>(bytes);
});
