//! What rows must have in common to fold: the portal's rules, and a key per row that says it in one integer.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use super::group::Fold;
use crate::columns::{Codes, Columns, RowId, TextColumn};
use crate::fields::{Field, Kind, Log, is_zero_id};

/// One thing that rows must have in common to fold by the portal's rules.
struct PortalKey {
    /// The fields compared: one, or an ID with the name that counts in rows without the ID.
    compared: Compared,
    /// The fields that show it.
    shown: &'static [Field],
}

enum Compared {
    Field(Field),
    IdOrName(Field, Field),
}

const USER: PortalKey = PortalKey {
    compared: Compared::IdOrName(Field::UserId, Field::User),
    shown: &[Field::User, Field::Username, Field::UserId],
};
const APP: PortalKey =
    PortalKey { compared: Compared::IdOrName(Field::AppId, Field::App), shown: &[Field::App, Field::AppId] };
const PRINCIPAL: PortalKey = PortalKey {
    compared: Compared::IdOrName(Field::ServicePrincipalId, Field::ServicePrincipal),
    shown: &[Field::ServicePrincipal, Field::ServicePrincipalId],
};
const STATUS: PortalKey =
    PortalKey { compared: Compared::Field(Field::Status), shown: &[Field::Status, Field::ErrorCode] };
const IP: PortalKey = PortalKey { compared: Compared::Field(Field::Ip), shown: &[Field::Ip] };
const RESOURCE: PortalKey = PortalKey {
    compared: Compared::IdOrName(Field::ResourceId, Field::Resource),
    shown: &[Field::Resource, Field::ResourceId],
};
const RESOURCE_ID: PortalKey =
    PortalKey { compared: Compared::Field(Field::ResourceId), shown: &[Field::Resource, Field::ResourceId] };

/// The portal's rules, log by log; see [`Fold::Portal`]. `None` for the logs it does not fold.
fn portal_keys(log: Log) -> Option<&'static [PortalKey]> {
    match log {
        Log::NonInteractive => Some(&[USER, APP, STATUS, IP, RESOURCE_ID]),
        Log::ServicePrincipal => Some(&[PRINCIPAL, STATUS, IP, RESOURCE]),
        Log::ManagedIdentity => Some(&[PRINCIPAL, STATUS, RESOURCE]),
        Log::Interactive
        | Log::AdFs
        | Log::Audit
        | Log::Provisioning
        | Log::RiskyUsers
        | Log::RiskyWorkloads
        | Log::RiskDetections
        | Log::Activity
        | Log::ActivitySignIns => None,
    }
}

/// The fields that show what the rows of a group have in common when a log is folded by the portal's
/// rules; `None` for the logs that the portal does not fold.
#[must_use]
pub fn portal_fold_fields(log: Log) -> Option<Vec<Field>> {
    Some(portal_keys(log)?.iter().flat_map(|key| key.shown).copied().collect())
}

/// A key per row: the same where all that must be the same is.
pub(super) struct FoldKeys {
    pub packed: Vec<u64>,
    pub bits: u32,
}

/// The keys of rows; `None` if every row is a group of its own.
pub(super) fn fold_keys(columns: &Columns, rows: &[RowId], fold: &Fold) -> Option<FoldKeys> {
    let parts: Vec<Part<'_>> = match fold {
        Fold::Portal(log) => portal_keys(*log)?
            .iter()
            .map(|key| match key.compared {
                Compared::Field(field) => Part::of_field(columns, field),
                Compared::IdOrName(id, name) => Part::of_id_or_name(columns, id, name),
            })
            .collect(),
        Fold::By(fields) => fields.iter().map(|field| Part::of_field(columns, *field)).collect(),
    };
    let mut keys = FoldKeys { packed: vec![0; rows.len()], bits: 0 };
    for part in &parts {
        let bits = usize::BITS - part.size().saturating_sub(1).leading_zeros();
        if keys.bits + bits > u64::BITS {
            keys.shorten();
        }
        part.append(rows, &mut keys.packed, bits);
        keys.bits += bits;
    }
    Some(keys)
}

impl FoldKeys {
    /// Makes what is packed so far a small number again: never more than there are rows.
    fn shorten(&mut self) {
        let mut numbers: HashMap<u64, u64, FixedState> = HashMap::default();
        for key in &mut self.packed {
            let next = numbers.len() as u64;
            *key = *numbers.entry(*key).or_insert(next);
        }
        self.bits = usize::BITS - numbers.len().leading_zeros();
    }
}

/// One thing that must be the same, as a small number per row.
enum Part<'a> {
    /// The same text.
    Text(&'a TextColumn),
    /// The same moment.
    Time(&'a [u32]),
    /// The same identifier; rows without one are like no other.
    UniqueId { ranks: &'a [u32], different: u32 },
    /// The ID where a row has one that identifies, else the name; the two never count as the same.
    IdOrName { ids: &'a TextColumn, names: &'a TextColumn, id_of_code: Vec<u32> },
}

impl<'a> Part<'a> {
    fn of_field(columns: &'a Columns, field: Field) -> Self {
        if field.kind() == Kind::Time {
            return Self::Time(columns.recency().ranks());
        }
        if let Some(ids) = columns.unique_id_column(field) {
            let order = ids.order();
            return Self::UniqueId { ranks: order.ranks(), different: order.different() };
        }
        Self::Text(columns.text_column(field))
    }

    fn of_id_or_name(columns: &'a Columns, id: Field, name: Field) -> Self {
        let (ids, names) = (columns.text_column(id), columns.text_column(name));
        let known = |(code, text): (u32, &str)| if is_zero_id(text) { 0 } else { code };
        let id_of_code = std::iter::once(0).chain(ids.dictionary.iter().map(known)).collect();
        Self::IdOrName { ids, names, id_of_code }
    }

    /// One more than the greatest number.
    fn size(&self) -> usize {
        match self {
            Self::Text(column) => column.dictionary.len() + 1,
            Self::Time(ranks) => ranks.len(),
            Self::UniqueId { ranks, different } => *different as usize + ranks.len(),
            Self::IdOrName { ids, names, .. } => ids.dictionary.len() + names.dictionary.len() + 1,
        }
    }

    /// Puts the number of each row behind what is packed so far.
    fn append(&self, rows: &[RowId], packed: &mut [u64], bits: u32) {
        if bits == 0 {
            return;
        }
        packed.par_chunks_mut(STRETCH).zip(rows.par_chunks(STRETCH)).for_each(|(packed, rows)| match self {
            Self::Text(TextColumn { codes: Codes::Zero, .. }) => append(rows, packed, bits, |_| 0),
            Self::Text(TextColumn { codes: Codes::Byte(codes), .. }) => {
                append(rows, packed, bits, |row| codes[row.index()].into());
            }
            Self::Text(TextColumn { codes: Codes::Short(codes), .. }) => {
                append(rows, packed, bits, |row| codes[row.index()].into());
            }
            Self::Text(TextColumn { codes: Codes::Wide(codes), .. }) => {
                append(rows, packed, bits, |row| codes[row.index()]);
            }
            Self::Time(ranks) => append(rows, packed, bits, |row| ranks[row.index()]),
            Self::UniqueId { ranks, different } => append(rows, packed, bits, |row| match ranks[row.index()] {
                rank if rank < *different => rank,
                _ => *different + row.0,
            }),
            Self::IdOrName { ids, names, id_of_code } => {
                let behind_ids = ids.dictionary.len() as u32;
                append(rows, packed, bits, |row| match id_of_code[ids.code(row) as usize] {
                    0 => match names.code(row) {
                        0 => 0,
                        name => behind_ids + name,
                    },
                    id => id,
                });
            }
        });
    }
}

/// So many rows are worth a task of their own.
const STRETCH: usize = 1 << 14;

fn append(rows: &[RowId], packed: &mut [u64], bits: u32, number: impl Fn(RowId) -> u32) {
    for (packed, row) in packed.iter_mut().zip(rows) {
        *packed = packed.checked_shl(bits).unwrap_or(0) | u64::from(number(*row));
    }
}
