//! Folding rows into groups, by the portal's rules or by any fields.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use foldhash::fast::FixedState;

use super::Scope;
use super::order::{Numbering, Ordinals, sorted};
use super::sort::sort;
use crate::clock::{Every, Millis};
use crate::columns::{Columns, RowId};
use crate::fields::{Field, Kind, Log, is_zero_id};

/// Which rows fold into one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Fold {
    /// As the portal folds this log (Microsoft's documentation of each sign-in log):
    ///
    /// - non-interactive: application, user, IP address, status, resource ID;
    /// - service principal: service principal, IP address, status, resource;
    /// - managed identity: managed identity, status, resource, whatever the IP address.
    ///
    /// An application, user, service principal, managed identity or resource is known by its ID, and by
    /// its name only in rows without an ID (or with one of zeros, which identifies nobody). The interactive and the AD FS log have no such rule: every
    /// row is then a group of its own.
    Portal(Log),
    /// Rows with the same values, or with none. Rows without a unique identifier that is asked for stay
    /// apart, since nothing says that they belong together.
    By(Vec<Field>),
}

/// Rows that were folded into one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The window that holds them, its end exclusive, if windows were asked for.
    pub window: Option<(Millis, Millis)>,
    /// The time of the oldest row.
    pub first: Millis,
    /// The time of the newest row.
    pub last: Millis,
    /// The rows, newest first; at least one.
    pub rows: Vec<RowId>,
}

/// What the rows of a group have in common in one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// No row knows a value.
    Missing,
    /// All rows that know a value know the same; this is the newest of them.
    Same(RowId),
    /// There are so many different values.
    Several(usize),
}

impl Group {
    /// How many sign-ins it holds.
    #[must_use]
    pub fn count(&self) -> usize {
        self.rows.len()
    }

    /// The newest row, which stands for the group.
    #[must_use]
    pub fn representative(&self) -> RowId {
        self.rows.first().copied().unwrap_or(RowId(0))
    }

    /// What the rows have in common in a field. Rows that know no value do not count.
    #[must_use]
    pub fn shared(&self, columns: &Columns, field: Field) -> Shared {
        let rows = self.rows.iter().copied();
        if field.kind() == Kind::Time {
            return shared(rows.map(|row| (row, Some(columns.time(row)))));
        }
        if let Some(ids) = columns.unique_id_column(field) {
            return shared(rows.map(|row| (row, ids.get(row))));
        }
        let column = columns.text_column(field);
        shared(rows.map(|row| (row, Some(column.code(row)).filter(|code| *code != 0))))
    }
}

fn shared<T: Eq + Hash>(values: impl Iterator<Item = (RowId, Option<T>)>) -> Shared {
    let mut known = values.filter_map(|(row, value)| Some((row, value?)));
    let Some((newest, value)) = known.next() else {
        return Shared::Missing;
    };
    let Some((_, other)) = known.find(|(_, other)| *other != value) else {
        return Shared::Same(newest);
    };
    let different: HashSet<T, FixedState> = [value, other].into_iter().chain(known.map(|(_, value)| value)).collect();
    Shared::Several(different.len())
}

/// Folds rows, within windows of time if asked for. Groups come newest last time first.
#[must_use]
pub fn group(scope: &Scope<'_>, rows: &[RowId], fold: &Fold, window: Option<Every>) -> Vec<Group> {
    let mut sorted_rows = Vec::new();
    // Rows newest first make groups newest first, and groups whose rows are newest first.
    let newest_first = |pair: &[RowId]| {
        let place = |row: RowId| (scope.columns.time(row), row);
        place(pair[0]) >= place(pair[1])
    };
    let rows = if rows.windows(2).all(newest_first) {
        rows
    } else {
        sorted_rows.extend_from_slice(rows);
        sort(scope, &mut sorted_rows, &[]);
        &sorted_rows
    };
    let mut key = Key::new(rows.len());
    for part in parts_of(scope.columns, rows, fold) {
        key.append(&part);
    }
    let windows = window.map(|every| Windows::of(scope, rows, every));
    if let Some(windows) = &windows {
        key.append(&windows.of_rows);
    }
    let mut groups: Vec<Group> = Vec::new();
    let (number_of_row, count) = key.numbers();
    let mut sizes = vec![0_usize; count];
    for number in &number_of_row {
        sizes[*number as usize] += 1;
    }
    for (place, (row, number)) in rows.iter().zip(&number_of_row).enumerate() {
        let number = *number as usize;
        let time = scope.columns.time(*row);
        if number == groups.len() {
            let window = windows.as_ref().map(|windows| windows.bounds[windows.of_rows.codes[place] as usize]);
            groups.push(Group { window, first: time, last: time, rows: Vec::with_capacity(sizes[number]) });
        }
        groups[number].first = time;
        groups[number].rows.push(*row);
    }
    groups
}

/// One part of what must be the same: a small number per row.
struct Part {
    codes: Vec<u32>,
    /// One more than the greatest code.
    size: usize,
}

/// The windows that hold the rows.
struct Windows {
    of_rows: Part,
    bounds: Vec<(Millis, Millis)>,
}

impl Windows {
    /// `rows` are newest first, so a window is left once and for all: the clock is asked once per window.
    fn of(scope: &Scope<'_>, rows: &[RowId], every: Every) -> Self {
        let mut bounds: Vec<(Millis, Millis)> = Vec::new();
        let mut codes = Vec::with_capacity(rows.len());
        for row in rows {
            let time = scope.columns.time(*row);
            if bounds.last().is_none_or(|window| time < window.0) {
                let start = scope.clock.floor(time, every);
                bounds.push((start, scope.clock.next(start, every)));
            }
            codes.push(bounds.len() as u32 - 1);
        }
        Self { of_rows: Part { codes, size: bounds.len() }, bounds }
    }
}

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
        Log::Interactive | Log::AdFs => None,
    }
}

/// The fields that show what the rows of a group have in common when a log is folded by the portal's
/// rules; `None` for the logs that the portal does not fold.
#[must_use]
pub fn portal_fold_fields(log: Log) -> Option<Vec<Field>> {
    Some(portal_keys(log)?.iter().flat_map(|key| key.shown).copied().collect())
}

fn parts_of(columns: &Columns, rows: &[RowId], fold: &Fold) -> Vec<Part> {
    match fold {
        Fold::Portal(log) => match portal_keys(*log) {
            None => vec![Part { codes: (0..rows.len() as u32).collect(), size: rows.len() }],
            Some(keys) => keys
                .iter()
                .map(|key| match key.compared {
                    Compared::Field(field) => field_part(columns, rows, field),
                    Compared::IdOrName(id, name) => id_or_name_part(columns, rows, id, name),
                })
                .collect(),
        },
        Fold::By(fields) => fields.iter().map(|field| field_part(columns, rows, *field)).collect(),
    }
}

fn field_part(columns: &Columns, rows: &[RowId], field: Field) -> Part {
    if field.kind() == Kind::Time {
        let mut times = Numbering::default();
        let codes = rows.iter().map(|row| times.number(columns.time(*row))).collect();
        return Part { codes, size: times.len() };
    }
    if let Some(ids) = columns.unique_id_column(field) {
        let mut values = Numbering::default();
        // A row without an identifier is like no other.
        let codes = rows.iter().map(|row| values.number(ids.get(*row).ok_or(*row))).collect();
        return Part { codes, size: values.len() };
    }
    let column = columns.text_column(field);
    Part { codes: rows.iter().map(|row| column.code(*row)).collect(), size: column.dictionary.len() + 1 }
}

/// The ID where a row has one that identifies, else the name; the two never count as the same.
fn id_or_name_part(columns: &Columns, rows: &[RowId], id: Field, name: Field) -> Part {
    let (ids, names) = (columns.text_column(id), columns.text_column(name));
    let behind_ids = ids.dictionary.len() as u32;
    let known = |(code, text): (u32, &str)| if is_zero_id(text) { 0 } else { code };
    let id_of_code: Vec<u32> = std::iter::once(0).chain(ids.dictionary.iter().map(known)).collect();
    let code = |row: &RowId| match (id_of_code[ids.code(*row) as usize], names.code(*row)) {
        (0, 0) => 0,
        (0, name) => behind_ids + name,
        (id, _) => id,
    };
    Part { codes: rows.iter().map(code).collect(), size: ids.dictionary.len() + names.dictionary.len() + 1 }
}

/// The parts of each row, packed into one integer as long as they fit.
struct Key {
    packed: Vec<u64>,
    bits: u32,
}

impl Key {
    fn new(rows: usize) -> Self {
        Self { packed: vec![0; rows], bits: 0 }
    }

    fn append(&mut self, part: &Part) {
        let bits = usize::BITS - part.size.saturating_sub(1).leading_zeros();
        if self.bits + bits > u64::BITS {
            // What is packed so far becomes a small number again: never more than there are rows.
            let (numbers, count) = self.numbers();
            self.packed = numbers.into_iter().map(u64::from).collect();
            self.bits = usize::BITS - count.leading_zeros();
        }
        for (packed, code) in self.packed.iter_mut().zip(&part.codes) {
            *packed = *packed << bits | u64::from(*code);
        }
        self.bits += bits;
    }

    /// A number for each row, the same for the same key and counted from 0 as they are met; and how many there are.
    fn numbers(&self) -> (Vec<u32>, usize) {
        let mut count = 0;
        let mut number_of = |known: &mut u32| {
            if *known == UNKNOWN {
                *known = count;
                count += 1;
            }
            *known
        };
        let numbers = if self.bits <= TABLE_BITS {
            let mut known = vec![UNKNOWN; 1 << self.bits];
            self.packed.iter().map(|key| number_of(&mut known[*key as usize])).collect()
        } else {
            let mut known: HashMap<u64, u32, FixedState> = HashMap::default();
            self.packed.iter().map(|key| number_of(known.entry(*key).or_insert(UNKNOWN))).collect()
        };
        (numbers, count as usize)
    }
}

/// No number yet: rows are counted in 32 bits, so none has this one.
const UNKNOWN: u32 = u32::MAX;

/// Keys of so many bits are looked up in a table, longer ones by their hash.
const TABLE_BITS: u32 = 20;

/// What groups are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GroupKey {
    /// The value of the representative.
    Field(Field),
    /// The number of sign-ins.
    Count,
    /// The time of the oldest sign-in.
    First,
    /// The time of the newest sign-in.
    Last,
}

/// One key of the order of groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct GroupSort {
    /// What is compared.
    pub key: GroupKey,
    /// Whether the greatest comes first.
    pub descending: bool,
}

/// Sorts groups. Missing values come last in both directions; what is equal comes newest first.
pub fn sort_groups(scope: &Scope<'_>, groups: &mut [Group], keys: &[GroupSort]) {
    let representatives: Vec<RowId> = groups.iter().map(Group::representative).collect();
    let numbers = |number: &dyn Fn(&Group) -> i64, descending| {
        Ordinals::of_numbers(&groups.iter().map(number).collect::<Vec<_>>(), descending)
    };
    let newest = [GroupSort { key: GroupKey::Last, descending: true }];
    let mut orders: Vec<Ordinals> = keys
        .iter()
        .chain(&newest)
        .map(|GroupSort { key, descending }| match key {
            GroupKey::Field(field) => Ordinals::of_field(scope.columns, &representatives, *field, *descending),
            GroupKey::Count => numbers(&|group| group.count() as i64, *descending),
            GroupKey::First => numbers(&|group| group.first.0, *descending),
            GroupKey::Last => numbers(&|group| group.last.0, *descending),
        })
        .collect();
    orders.push(numbers(&|group| i64::from(group.representative().0), true));
    let places: Vec<u32> = (0..groups.len() as u32).collect();
    let mut target = vec![0_usize; groups.len()];
    for (to, from) in sorted(&places, orders).into_iter().enumerate() {
        target[from as usize] = to;
    }
    for place in 0..groups.len() {
        while target[place] != place {
            let to = target[place];
            groups.swap(place, to);
            target.swap(place, to);
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::*;
    use crate::clock::{Clock, Zone};
    use crate::fields::Logs;
    use crate::query::fixtures::{columns, sign_in};
    use crate::record::Record;

    /// The rows of each group.
    fn folded(records: &[Record<'_>], fold: &Fold, window: Option<Every>) -> Vec<Vec<u32>> {
        let columns = columns(records);
        let clock = Clock::new(Zone::from_name("Asia/Kolkata").expect("a known zone"), Weekday::Mon);
        let scope = Scope::new(&columns, clock);
        group(&scope, &columns.rows_of_all(Logs::ALL), fold, window)
            .iter()
            .map(|group| group.rows.iter().map(|row| row.0).collect())
            .collect()
    }

    #[test]
    fn managed_identities_fold_whatever_the_address_and_service_principals_do_not() {
        let row = |log, second, ip| {
            sign_in(log, second, &[(Field::ServicePrincipal, "Backup"), (Field::Status, "success"), (Field::Ip, ip)])
        };
        let records = |log| [row(log, 1, "203.0.113.1"), row(log, 2, "203.0.113.2"), row(log, 3, "203.0.113.1")];
        let log = Log::ManagedIdentity;
        assert_eq!(folded(&records(log), &Fold::Portal(log), None), [vec![2, 1, 0]]);
        let log = Log::ServicePrincipal;
        assert_eq!(folded(&records(log), &Fold::Portal(log), None), [vec![2, 0], vec![1]]);
    }

    #[test]
    fn non_interactive_rows_fold_by_id_where_there_is_one_and_apart_by_status() {
        let log = Log::NonInteractive;
        let records = [
            sign_in(log, 1, &[(Field::AppId, "1"), (Field::App, "Old name"), (Field::Status, "success")]),
            sign_in(log, 2, &[(Field::AppId, "1"), (Field::App, "New name"), (Field::Status, "success")]),
            sign_in(log, 3, &[(Field::App, "New name"), (Field::Status, "success")]),
            sign_in(log, 4, &[(Field::AppId, "1"), (Field::Status, "failure"), (Field::ErrorCode, "50126")]),
            sign_in(log, 5, &[(Field::AppId, "1"), (Field::Status, "failure"), (Field::ErrorCode, "50053")]),
        ];
        assert_eq!(folded(&records, &Fold::Portal(log), None), [vec![4, 3], vec![2], vec![1, 0]]);
    }

    #[test]
    fn rows_with_an_identifier_of_zeros_fold_by_name() {
        let row = |second, name| {
            let nobody = "00000000-0000-0000-0000-000000000000";
            sign_in(Log::ServicePrincipal, second, &[(Field::ResourceId, nobody), (Field::Resource, name)])
        };
        let records = [row(1, "Graph"), row(2, "Vault"), row(3, "Graph")];
        assert_eq!(folded(&records, &Fold::Portal(Log::ServicePrincipal), None), [vec![2, 0], vec![1]]);
    }

    #[test]
    fn windows_follow_the_clock_of_the_zone() {
        // Kolkata is 5:30 ahead: its hours begin at half past.
        let log = Log::NonInteractive;
        let records: Vec<Record<'_>> = [1_700, 1_900, 5_300, 5_500].map(|second| sign_in(log, second, &[])).into();
        assert_eq!(folded(&records, &Fold::Portal(log), Some(Every::Hours(1))), [vec![3], vec![2, 1], vec![0]]);
        assert_eq!(folded(&records, &Fold::Portal(log), Some(Every::Hours(24))), [vec![3, 2, 1, 0]]);
    }

    #[test]
    fn interactive_rows_stay_apart_unless_a_conversation_is_asked_for() {
        let id = |second, id| sign_in(Log::Interactive, second, &[(Field::CorrelationId, id)]);
        let same = "dddddddd-2222-4333-8444-555555555501";
        let records = [id(1, same), id(2, "odd"), id(3, same), id(4, ""), id(5, "")];
        assert_eq!(folded(&records, &Fold::Portal(Log::Interactive), None).len(), 5);
        let conversations = folded(&records, &Fold::By(vec![Field::CorrelationId]), None);
        assert_eq!(conversations, [vec![4], vec![3], vec![2, 0], vec![1]]);
    }

    #[test]
    fn a_group_knows_what_its_rows_share() {
        let columns = columns(&[
            sign_in(Log::Interactive, 1, &[(Field::ErrorCode, "50126"), (Field::App, "Teams")]),
            sign_in(Log::Interactive, 2, &[(Field::ErrorCode, "50053"), (Field::App, "Teams")]),
            sign_in(Log::Interactive, 3, &[(Field::ErrorCode, "50126")]),
        ]);
        let scope = Scope::new(&columns, Clock::default());
        let all = group(&scope, &columns.rows_of_all(Logs::ALL), &Fold::By(vec![]), None);
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].shared(&columns, Field::ErrorCode), Shared::Several(2));
        assert_eq!(all[0].shared(&columns, Field::App), Shared::Same(RowId(1)));
        assert_eq!(all[0].shared(&columns, Field::User), Shared::Missing);
        assert_eq!(all[0].shared(&columns, Field::Time), Shared::Several(3));
    }

    #[test]
    fn groups_sort_by_count_and_by_value_with_the_newest_first_among_equals() {
        let app = |second, app| sign_in(Log::Interactive, second, &[(Field::App, app)]);
        let columns = columns(&[app(1, "b"), app(2, "b"), app(3, "a"), app(4, ""), app(5, "c")]);
        let scope = Scope::new(&columns, Clock::default());
        let mut groups = group(&scope, &columns.rows_of_all(Logs::ALL), &Fold::By(vec![Field::App]), None);
        let mut order = |key, descending| {
            sort_groups(&scope, &mut groups, &[GroupSort { key, descending }]);
            groups
                .iter()
                .map(|group| columns.value(Field::App, group.representative()).unwrap_or_default())
                .collect::<String>()
        };
        assert_eq!(order(GroupKey::Count, true), "bca");
        assert_eq!(order(GroupKey::Field(Field::App), true), "cba");
        assert_eq!(order(GroupKey::Field(Field::App), false), "abc");
        assert_eq!(order(GroupKey::First, false), "bac");
        assert_eq!(order(GroupKey::Last, true), "cab");
    }
}
