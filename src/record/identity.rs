//! What makes a sign-in the same in every export.

use super::UniqueId;
use crate::fields::Log;

/// The identity of a sign-in: its log, its request ID and its second. Unlike the number under which a cache keeps
/// it, it outlives forgetting the source and importing it again. A file that lost its seconds tells the minute alone: its
/// records are those of the same minute, as far as there is only one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identity {
    /// The log it belongs to.
    pub log: Log,
    /// Its request ID.
    pub request_id: UniqueId,
    /// When it happened, in whole seconds since 1970 (UTC): CSV downloads carry no fractions.
    pub second: i64,
}
