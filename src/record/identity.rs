//! What makes a sign-in the same in every export.

use super::UniqueId;
use crate::fields::{Log, lower};

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
    /// What was done in it, since several events of the audit log can have one identifier and second.
    pub deed: Deed,
}

/// A hash of what was done to what; the same on every machine and in every version. Of no event but those of the audit log
/// anything is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Deed(pub i64);

impl Deed {
    /// What was done in an event of a log: its activity, and the first of its targets, which every form tells first.
    #[must_use]
    pub fn of(log: Log, activity: Option<&str>, targets: Option<&str>) -> Self {
        if log != Log::Audit {
            return Self::default();
        }
        let target = targets.and_then(|targets| targets.lines().next());
        Self((half(activity) << 32 | half(target)) as i64)
    }

    /// Whether both can be the same: what one does not know, the other may tell.
    #[must_use]
    pub fn may_be(self, other: Self) -> bool {
        let differs = |one: u32, other: u32| one != other && one != 0 && other != 0;
        !differs((self.0 >> 32) as u32, (other.0 >> 32) as u32) && !differs(self.0 as u32, other.0 as u32)
    }
}

/// 32 bits for a text, whatever the case of its letters; 0 for none.
fn half(text: Option<&str>) -> u64 {
    let Some(text) = text else { return 0 };
    let hash = lower(text)
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    ((hash ^ (hash >> 32)) & 0xffff_ffff).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deeds_are_told_apart_by_activity_and_first_target() {
        let deed = |activity, targets| Deed::of(Log::Audit, Some(activity), targets);
        let one = deed("Add user", Some("u1\nu2"));
        assert!(one.may_be(deed("add user", Some("u1"))) && one.may_be(deed("Add user", None)));
        assert!(!one.may_be(deed("Update user", Some("u1"))) && !one.may_be(deed("Add user", Some("u2"))));
        assert!(one.may_be(Deed::default()), "nothing is known");
        assert_eq!(Deed::of(Log::Interactive, Some("Add user"), None), Deed::default());
    }
}
