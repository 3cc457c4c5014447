//! Folding rows into groups, by the portal's rules or by any fields.

use std::ops::Range;

use rayon::prelude::*;

use super::Scope;
use super::fold_key::{FoldKeys, fold_keys};
use super::groups::{Groups, Span};
use super::order::newest_first;
use crate::clock::{Every, Millis};
use crate::columns::{Columns, RowId, sort_by_bits};
use crate::fields::{Field, Log};

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

/// Folds rows, each of which is there once, within windows of time if asked for. Groups come newest last time first.
#[must_use]
pub fn group(scope: &Scope<'_>, rows: &[RowId], fold: &Fold, window: Option<Every>) -> Groups {
    let columns = scope.columns;
    // Rows newest first make groups newest first, and groups whose rows are newest first.
    let rows = newest_first(columns, rows);
    let Some(keys) = fold_keys(columns, &rows, fold) else {
        return one_each(scope, rows.into_owned(), window);
    };
    let windows = window.map(|every| windows(scope, &rows, every)).unwrap_or_default();
    let bounds: Vec<(Millis, Millis)> = windows.iter().map(|window| window.bounds).collect();
    let parts: Vec<Folded> = if windows.is_empty() {
        vec![if rows.len() < LEAST_APART { Folded::of(&rows, &keys.packed, keys.bits) } else { apart(&rows, &keys) }]
    } else {
        // What is in different windows never folds.
        let rows_of = |window: &Window| &rows[window.rows.clone()];
        windows
            .par_iter()
            .map(|window| Folded::of(rows_of(window), &keys.packed[window.rows.clone()], keys.bits))
            .collect()
    };
    joined(columns, parts, bounds)
}

/// Fewer rows fold fastest in one go.
const LEAST_APART: usize = 1 << 16;

/// A stretch of time and the places of its rows.
struct Window {
    rows: Range<usize>,
    bounds: (Millis, Millis),
}

/// The windows that hold the rows, which are newest first: the clock is asked once for each.
fn windows(scope: &Scope<'_>, rows: &[RowId], every: Every) -> Vec<Window> {
    let mut windows = Vec::new();
    let mut place = 0;
    while let Some(row) = rows.get(place) {
        let start = scope.clock.floor(scope.columns.time(*row), every);
        let length = rows[place..].partition_point(|row| scope.columns.time(*row) >= start);
        // At least the row itself, whatever a zone's history holds.
        let end = place + length.max(1);
        windows.push(Window { rows: place..end, bounds: (start, scope.clock.next(start, every)) });
        place = end;
    }
    windows
}

/// Every row as a group of its own.
fn one_each(scope: &Scope<'_>, rows: Vec<RowId>, window: Option<Every>) -> Groups {
    let windows = window.map(|every| windows(scope, &rows, every)).unwrap_or_default();
    let mut of_rows = vec![u32::MAX; rows.len()];
    for (place, window) in windows.iter().enumerate() {
        of_rows[window.rows.clone()].fill(place as u32);
    }
    let span = |(place, (row, window)): (usize, (&RowId, u32))| {
        let time = scope.columns.time(*row);
        Span { start: place as u32, end: place as u32 + 1, window, first: time, last: time }
    };
    let spans = rows.iter().zip(of_rows).enumerate().map(span).collect();
    Groups { rows, spans, windows: windows.into_iter().map(|window| window.bounds).collect() }
}

/// Rows group by group; groups in the order in which the first row of each was met.
#[derive(Default)]
struct Folded {
    rows: Vec<RowId>,
    /// Where each group ends.
    ends: Vec<u32>,
}

impl Folded {
    /// Folds rows by their keys, which have so many bits.
    fn of(rows: &[RowId], keys: &[u64], bits: u32) -> Self {
        let (numbers, mut counts) = numbered(keys, bits);
        let mut next = 0;
        for count in &mut counts {
            next += std::mem::replace(count, next);
        }
        let mut places = counts;
        let mut grouped = vec![RowId(0); rows.len()];
        for (row, number) in rows.iter().zip(numbers) {
            let place = &mut places[number as usize];
            grouped[*place as usize] = *row;
            *place += 1;
        }
        // Each place has come to the end of its group.
        Self { rows: grouped, ends: places }
    }

    /// Folds places in the lower halves of integers, which are sorted by the keys in the upper halves.
    fn of_sorted(items: &[u64]) -> Self {
        let key = |item: &u64| item >> u32::BITS;
        let followed = items.windows(2).map(|pair| key(&pair[0]) != key(&pair[1]));
        let is_end = followed.chain(items.last().map(|_| true));
        Self {
            rows: items.par_iter().map(|item| RowId(*item as u32)).collect(),
            ends: kept(items.len(), (1..).zip(is_end)),
        }
    }

    /// The rows of each group.
    fn groups(&self) -> impl Iterator<Item = &[RowId]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.rows[start as usize..*end as usize])
    }
}

/// A number for each key, the same for the same and counted from 0 as they are met; and how many keys have each.
fn numbered(keys: &[u64], bits: u32) -> (Vec<u32>, Vec<u32>) {
    let mut counts: Vec<u32> = Vec::new();
    if bits < usize::BITS && 1 << bits <= 4 * keys.len() + 256 {
        let mut known = vec![UNKNOWN; 1 << bits];
        let number = |key: &u64| {
            let number = &mut known[*key as usize];
            if *number == UNKNOWN {
                *number = counts.len() as u32;
                counts.push(0);
            }
            counts[*number as usize] += 1;
            *number
        };
        return (keys.iter().map(number).collect(), counts);
    }
    // Looked up by their hash, in the next free place behind it. Places hold numbers, which are small, so that
    // the caches hold many.
    let mut known = vec![UNKNOWN; (2 * keys.len()).next_power_of_two().max(2)];
    let mut key_of_number: Vec<u64> = Vec::new();
    let mask = known.len() - 1;
    let shift = u64::BITS - known.len().trailing_zeros();
    let number = |key: &u64| {
        let mut place = (spread(*key) >> shift) as usize;
        loop {
            let number = known[place];
            if number == UNKNOWN {
                known[place] = counts.len() as u32;
                key_of_number.push(*key);
                counts.push(1);
                return known[place];
            }
            if key_of_number[number as usize] == *key {
                counts[number as usize] += 1;
                return number;
            }
            place = (place + 1) & mask;
        }
    };
    (keys.iter().map(number).collect(), counts)
}

/// No number yet: rows are counted in 32 bits, so none has this one.
const UNKNOWN: u32 = u32::MAX;

/// The upper bits of the result depend on all bits of the key.
fn spread(key: u64) -> u64 {
    // The golden ratio, as Knuth multiplies; twice, since packed keys differ in few bits.
    let once = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (once ^ once >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Folds many rows: those of one key go to one of many parts, each small enough for the caches of a core.
fn apart(rows: &[RowId], keys: &FoldKeys) -> Folded {
    if 1 << keys.bits.min(63) <= LEAST_APART as u64 {
        return Folded::of(rows, &keys.packed, keys.bits);
    }
    if keys.bits <= MOST_SORTED_BITS {
        let items = keys.packed.par_iter().enumerate().map(|(place, key)| key << u32::BITS | place as u64).collect();
        return in_order(rows, &[Folded::of_sorted(&sort_by_bits(items, u32::BITS, keys.bits))]);
    }
    let bits = (rows.len() / PART).max(2).ilog2();
    let items: Vec<u64> = keys
        .packed
        .par_iter()
        .enumerate()
        // The lower bits choose the part: the upper ones look up within it.
        .map(|(place, key)| (spread(*key) & ((1 << bits) - 1)) << u32::BITS | place as u64)
        .collect();
    let items = sort_by_bits(items, u32::BITS, bits);
    let parts: Vec<Folded> = items
        .chunk_by(|a, b| a >> u32::BITS == b >> u32::BITS)
        .collect::<Vec<_>>()
        .into_par_iter()
        .map(|items| {
            // Places stand in for rows until the groups are put in order.
            let places: Vec<RowId> = items.iter().map(|item| RowId(*item as u32)).collect();
            let of_part: Vec<u64> = places.iter().map(|place| keys.packed[place.index()]).collect();
            Folded::of(&places, &of_part, keys.bits)
        })
        .collect();
    in_order(rows, &parts)
}

/// Keys of so many bits are sorted in two passes, which is faster than looking them up.
const MOST_SORTED_BITS: u32 = 24;

/// So many rows are a part.
const PART: usize = 1 << 14;

/// Those of so many numbers that are to be kept. Each is written down and counts only then: nothing for a core to guess.
fn kept(most: usize, numbers: impl Iterator<Item = (u32, bool)>) -> Vec<u32> {
    let mut kept = vec![0; most + 1];
    let mut count = 0;
    for (number, is_kept) in numbers {
        kept[count] = number;
        count += usize::from(is_kept);
    }
    kept.truncate(count);
    kept
}

/// The lists one behind the other; a single one is taken as it is.
fn concat<T: Clone>(lists: Vec<Vec<T>>) -> Vec<T> {
    <[Vec<T>; 1]>::try_from(lists).map_or_else(|lists| lists.concat(), |[list]| list)
}

/// The groups of all parts in the order of the first place of each, with the rows of their places.
fn in_order(rows: &[RowId], parts: &[Folded]) -> Folded {
    let groups = concat(parts.par_iter().map(|part| part.groups().collect()).collect::<Vec<Vec<&[RowId]>>>());
    let mut of_first = vec![UNKNOWN; rows.len()];
    for (group, places) in groups.iter().enumerate() {
        of_first[places[0].index()] = group as u32;
    }
    let order = kept(rows.len(), of_first.into_iter().map(|group| (group, group != UNKNOWN)));
    let stretches: Vec<(Vec<RowId>, Vec<u32>)> = order
        .par_chunks(PART)
        .map(|order| {
            let mut of_groups = Vec::with_capacity(2 * PART);
            let mut ends = Vec::with_capacity(order.len());
            for group in order {
                of_groups.extend(groups[*group as usize].iter().map(|place| rows[place.index()]));
                ends.push(of_groups.len() as u32);
            }
            (of_groups, ends)
        })
        .collect();
    let mut folded = Folded { rows: Vec::with_capacity(rows.len()), ends: Vec::with_capacity(order.len()) };
    for (rows, ends) in stretches {
        let start = folded.rows.len() as u32;
        folded.rows.extend(rows);
        folded.ends.extend(ends.into_iter().map(|end| start + end));
    }
    folded
}

/// So many groups are worth a task of their own.
const LEAST_SPANS: usize = 1 << 12;

/// The groups of all parts, one part after the other; each part has its window if there are any.
fn joined(columns: &Columns, parts: Vec<Folded>, windows: Vec<(Millis, Millis)>) -> Groups {
    let mut end = 0;
    let start_of = |part: &Folded| {
        end += part.rows.len() as u32;
        end - part.rows.len() as u32
    };
    let starts: Vec<u32> = parts.iter().map(start_of).collect();
    let spans: Vec<Vec<Span>> = parts
        .par_iter()
        .enumerate()
        .map(|(window, part)| {
            let span = |group: usize| {
                let (start, end) = (if group == 0 { 0 } else { part.ends[group - 1] }, part.ends[group]);
                let (first, last) = (part.rows[end as usize - 1], part.rows[start as usize]);
                Span {
                    start: starts[window] + start,
                    end: starts[window] + end,
                    window: window as u32,
                    first: columns.time(first),
                    last: columns.time(last),
                }
            };
            (0..part.ends.len()).into_par_iter().with_min_len(LEAST_SPANS).map(span).collect()
        })
        .collect();
    let rows = parts.into_iter().map(|part| part.rows).collect();
    Groups { rows: concat(rows), spans: concat(spans), windows }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use chrono::Weekday;

    use super::*;
    use crate::clock::{Clock, Zone};
    use crate::columns::Builder;
    use crate::fields::Logs;
    use crate::query::fixtures::{columns, sign_in};
    use crate::query::groups::{GroupKey, GroupSort, sort_groups};
    use crate::query::shared::{Shared, shared};
    use crate::record::{EventId, Record};

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
    fn seventy_thousand_rows_fold_as_a_few_do() {
        let fields = [Field::App, Field::CorrelationId, Field::User, Field::Ip];
        // Three values, some that only two rows share, and many.
        let values = |number: i64| [number % 3, number / 2, number * 31 % 40_001, number * 17 % 9_999];
        let mut builder = Builder::default();
        for number in 0..70_000 {
            let mut record = sign_in(Log::Interactive, number * 7_919 % 50_021, &[]);
            for (field, value) in fields.into_iter().zip(values(number)) {
                record.set(field, format!("dddddddd-2222-4333-8444-{value:012}"));
            }
            builder.push(EventId(number + 1), &record);
        }
        let columns = builder.finish();
        let scope = Scope::new(&columns, Clock::default());
        let rows = columns.rows_of_all(Logs::ALL);
        for (fold, window) in [
            (0..1, None),
            (1..2, None),
            (2..3, None),
            (0..4, None),
            (0..1, Some(Every::Hours(1))),
            (2..4, Some(Every::Day)),
        ] {
            let mut expected: HashMap<(Option<Millis>, Vec<i64>), Vec<RowId>> = HashMap::new();
            let mut order = Vec::new();
            for row in &rows {
                let start = window.map(|every| scope.clock.floor(columns.time(*row), every));
                let key = (start, values(i64::from(row.0))[fold.clone()].to_vec());
                let members = expected.entry(key.clone()).or_default();
                if members.is_empty() {
                    order.push(key);
                }
                members.push(*row);
            }
            let groups = group(&scope, &rows, &Fold::By(fields[fold.clone()].into()), window);
            let found = groups.iter().map(|group| group.rows);
            assert!(found.eq(order.iter().map(|key| expected[key].as_slice())), "{fold:?} {window:?}");
        }
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
        assert_eq!(shared(&columns, all.get(0).expect("a group").rows, Field::ErrorCode), Shared::Several(2));
        assert_eq!(shared(&columns, all.get(0).expect("a group").rows, Field::App), Shared::Same(RowId(1)));
        assert_eq!(shared(&columns, all.get(0).expect("a group").rows, Field::User), Shared::Missing);
        assert_eq!(shared(&columns, all.get(0).expect("a group").rows, Field::Time), Shared::Several(3));
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
