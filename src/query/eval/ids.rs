//! Terms about identifiers, which differ in nearly every row: found by their order, not one by one.

use std::fmt::Write as _;
use std::ops::RangeInclusive;

use crate::columns::UniqueIds;
use crate::fields::{Field, lower};
use crate::query::bits::Bits;
use crate::query::matcher::Matchers;
use crate::query::pattern::{Pattern, Piece};
use crate::record::UniqueId;

/// The rows whose identifier fits one of these patterns, of so many rows; the empty text fits none.
pub(super) fn rows(rows: usize, field: Field, ids: &UniqueIds, patterns: &[Pattern]) -> Bits {
    let mut bits = Bits::none(rows);
    let mut rest: Vec<Pattern> = Vec::new();
    for pattern in patterns {
        match pattern {
            Pattern::Exact(value) if value.is_empty() => {}
            Pattern::Exact(value) => bits.insert(ids.rows_with(&UniqueId::parse(value))),
            _ => match beginning(pattern) {
                Some((start, text)) => {
                    bits.insert(ids.rows_of_guids(start.guids()));
                    let begins = |id: &UniqueId| lower(&id.to_string()).starts_with(&text);
                    for row in ids.others().iter().filter(|row| ids.get(**row).is_some_and(|id| begins(&id))) {
                        bits.insert(&[*row]);
                    }
                }
                None => rest.push(pattern.clone()),
            },
        }
    }
    if !rest.is_empty() {
        bits.or(&written_rows(rows, field, ids, &rest));
    }
    bits
}

/// The beginning of GUIDs that a pattern asks for, and the same in lower case, if it asks for nothing else.
fn beginning(pattern: &Pattern) -> Option<(GuidStart, String)> {
    let Pattern::Wildcard(pieces) = pattern else { return None };
    let [Piece::Text(text), Piece::Run] = pieces.as_slice() else { return None };
    Some((GuidStart::of(text)?, lower(text)))
}

/// The rows whose identifier, written out, fits one of these patterns.
fn written_rows(rows: usize, field: Field, ids: &UniqueIds, patterns: &[Pattern]) -> Bits {
    let matchers = Matchers::of(field, patterns);
    let may_be_guid = patterns.iter().any(may_be_guid);
    Bits::scan_with(rows, String::new, |text, row| {
        let Some(id) = ids.get(row) else { return false };
        let is_guid = matches!(id, UniqueId::Guid(_));
        if is_guid && !may_be_guid {
            return false;
        }
        text.clear();
        // Writing to a String can't fail.
        let _ = write!(text, "{id}");
        // GUIDs are written in lower case.
        if is_guid { matchers.fits(field, text, text) } else { matchers.fits(field, text, &lower(text)) }
    })
}

/// Whether a GUID can fit: a pattern with another letter needs no look at millions of them.
fn may_be_guid(pattern: &Pattern) -> bool {
    let Pattern::Wildcard(pieces) = pattern else { return true };
    pieces.iter().all(|piece| match piece {
        Piece::Text(text) => text.chars().all(|c| c.is_ascii_hexdigit() || c == '-'),
        Piece::One | Piece::Run => true,
    })
}

/// The beginning of a GUID: its digits, at the top of the number.
#[derive(Clone, Copy)]
pub(super) struct GuidStart {
    bits: u128,
    digits: usize,
}

impl GuidStart {
    /// The beginning that a text spells, its dashes where a GUID has them.
    pub fn of(text: &str) -> Option<Self> {
        let mut start = Self { bits: 0, digits: 0 };
        for (place, c) in text.chars().enumerate() {
            if matches!(place, 8 | 13 | 18 | 23) {
                if c != '-' {
                    return None;
                }
            } else {
                let shift = 124_usize.checked_sub(4 * start.digits)?;
                start.bits |= u128::from(c.to_digit(16)?) << shift;
                start.digits += 1;
            }
        }
        (start.digits > 0).then_some(start)
    }

    /// How many digits it has.
    pub fn digits(self) -> usize {
        self.digits
    }

    /// The GUIDs that begin so: from zeros behind the beginning to ones.
    pub fn guids(self) -> RangeInclusive<u128> {
        self.bits..=self.bits | u128::MAX.checked_shr(4 * self.digits as u32).unwrap_or(0)
    }
}
