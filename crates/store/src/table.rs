//! One module per table: the row's columns, and every question that is asked of it.

pub(crate) mod assignment;
pub(crate) mod centre;
pub(crate) mod employee;
pub(crate) mod evaluation;
pub(crate) mod evidence;
pub(crate) mod exception;
pub(crate) mod feed;
pub(crate) mod identity;
pub(crate) mod journal;
pub(crate) mod note;
pub(crate) mod organisation_result;
pub(crate) mod outcome;
pub(crate) mod outgoing;
pub(crate) mod record;
pub(crate) mod rules;
pub(crate) mod ruling;
pub(crate) mod search;
pub(crate) mod setting;
pub(crate) mod signatory;
pub(crate) mod unit;
pub(crate) mod user;

/// Makes a document type readable from its table.
macro_rules! stored {
    ($type:ident) => {
        impl crate::view::Stored for domain::$type {
            const KIND: domain::Kind = domain::Kind::$type;

            fn from_document(document: domain::Document) -> Option<Self> {
                match document {
                    domain::Document::$type(found) => Some(found.into()),
                    _ => None,
                }
            }
        }
    };
}
use stored;
