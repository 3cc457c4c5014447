//! What the selected rows of a table add up to.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use foldhash::fast::FixedState;

use super::listing::{Expanded, Groups, Line, Listing, Rows};
use super::selection::Selection;
use crate::clock::Millis;
use crate::columns::{Columns, RowId};
use crate::fields::{Field, Log, is_zero_id};

/// What the selected lines of a table add up to. A sign-in counts once, also if its folded row is selected, too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Selected lines.
    pub lines: u64,
    /// Sign-ins on these lines; a folded row has all of its own.
    pub sign_ins: u64,
    /// Different users; service principals and managed identities in their logs.
    pub identities: u64,
    /// Different applications.
    pub applications: u64,
    /// Time of the oldest and the newest sign-in.
    pub period: Option<(Millis, Millis)>,
}

impl Summary {
    /// Adds up the selected lines. Takes as long as there are selected lines and sign-ins.
    #[must_use]
    pub fn of(listing: &Listing, expanded: &Expanded, selection: &Selection) -> Self {
        let rows = selected_rows(listing, expanded, selection);
        let columns = &listing.columns;
        let (id, name) = match listing.key.log {
            Log::Interactive
            | Log::NonInteractive
            | Log::AdFs
            | Log::RiskyUsers
            | Log::RiskDetections
            | Log::ActivitySignIns => (Field::UserId, Field::User),
            Log::ServicePrincipal | Log::ManagedIdentity | Log::RiskyWorkloads => {
                (Field::ServicePrincipalId, Field::ServicePrincipal)
            }
            Log::Audit => (Field::Actor, Field::Actor),
            Log::Provisioning => (Field::SourceIdentityId, Field::SourceIdentity),
            Log::Activity => (Field::UserId, Field::Username),
        };
        let times = rows.iter().map(|row| columns.time(*row));
        Self {
            lines: selection.count(),
            sign_ins: columns.sign_ins(&rows),
            identities: different(columns, &rows, id, name),
            applications: different(columns, &rows, Field::AppId, Field::App),
            period: times.clone().min().zip(times.max()),
        }
    }
}

/// How many sign-ins the selected lines hold at most, counted no further than `limit` lines.
pub(super) fn selected_size(listing: &Listing, expanded: &Expanded, selection: &Selection, limit: u64) -> usize {
    if selection.count() > limit {
        return usize::MAX;
    }
    let size = |line| match listing.line(line, expanded) {
        Some(Line::Group(place)) => listing.group(place).map_or(0, |group| group.rows.len()),
        Some(Line::Single(_) | Line::Member(..)) => 1,
        None => 0,
    };
    selection.lines().map(size).sum()
}

/// The sign-ins on the selected lines, each once.
pub(super) fn selected_rows(listing: &Listing, expanded: &Expanded, selection: &Selection) -> Vec<RowId> {
    let all = listing.all_rows();
    let mut ranges = match &listing.rows {
        Rows::Single(_) => selection.ranges().iter().map(|lines| lines.start as usize..lines.end as usize).collect(),
        Rows::Grouped(groups) => selected_positions(listing, groups, expanded, selection),
    };
    ranges.sort_unstable_by_key(|range| range.start);
    let mut rows = Vec::new();
    let mut taken = 0;
    for range in ranges {
        let end = range.end.min(all.len());
        rows.extend_from_slice(all.get(range.start.max(taken)..end).unwrap_or_default());
        taken = taken.max(end);
    }
    rows
}

/// The positions of the sign-ins on the selected lines, in any order; some of them may overlap.
fn selected_positions(
    listing: &Listing,
    groups: &Groups,
    expanded: &Expanded,
    selection: &Selection,
) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut member = None;
    for number in selection.lines() {
        match listing.line(number, expanded) {
            Some(Line::Group(place)) => {
                ranges.push(groups.positions(place));
                member = None;
            }
            Some(Line::Member(place, row)) => {
                // Members of a group follow each other, so only the first is looked for.
                let position = match member {
                    Some((of, line, position)) if of == place => position + (number - line) as usize,
                    _ => {
                        let start = groups.positions(place).start;
                        let members = groups.get(place).map_or(&[][..], |group| group.rows);
                        start + members.iter().position(|known| *known == row).unwrap_or(0)
                    }
                };
                member = Some((place, number, position));
                match ranges.last_mut() {
                    Some(last) if last.end == position => last.end += 1,
                    _ => ranges.push(position..position + 1),
                }
            }
            Some(Line::Single(_)) | None => {}
        }
    }
    ranges
}

/// How many different things rows name, each by its identifier, or by its name in rows without one.
fn different(columns: &Columns, rows: &[RowId], id: Field, name: Field) -> u64 {
    let (ids, names) = (columns.text_column(id), columns.text_column(name));
    let mut known_ids: HashMap<u32, bool, FixedState> = HashMap::default();
    let mut known_names: HashSet<u32, FixedState> = HashSet::default();
    for row in rows {
        let code = ids.code(*row);
        let identifies =
            known_ids.entry(code).or_insert_with(|| ids.dictionary.text(code).is_some_and(|text| !is_zero_id(text)));
        if !*identifies {
            known_names.insert(names.code(*row));
        }
    }
    known_names.remove(&0);
    (known_ids.into_values().filter(|identifies| *identifies).count() + known_names.len()) as u64
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::app::listing::{Grouping, Groups, RowsKey};
    use crate::app::settings::GroupOrder;
    use crate::clock::Clock;
    use crate::columns::Builder;
    use crate::query::{Query, Scope};
    use crate::record::{EventId, Record};

    fn listing(is_grouped: bool) -> Listing {
        let mut builder = Builder::default();
        let people = [("1", "Anna", "Mail"), ("1", "Anna B.", "Files"), ("", "Anna", "Mail"), ("2", "Ben", "Mail")];
        for (number, (id, user, app)) in people.into_iter().enumerate() {
            let mut record = Record::new(Log::Interactive, Millis(number as i64));
            record.set(Field::UserId, id);
            record.set(Field::User, user);
            record.set(Field::App, app);
            builder.push(EventId(number as i64), &record);
        }
        let columns = Arc::new(builder.finish());
        let rows = columns.rows_of(Log::Interactive).to_vec();
        let scope = Scope::new(&columns, Clock::default());
        let key = RowsKey {
            version: 0,
            clock: Clock::default(),
            log: Log::Interactive,
            query: Query::default(),
            sort: Vec::new(),
            grouping: Grouping::Off,
            group_order: GroupOrder::default(),
            end_at_now: false,
        };
        let rows = if is_grouped {
            Rows::Grouped(Groups::nested(&scope, &rows, None, &[Field::App], GroupOrder::default()))
        } else {
            Rows::Single(rows)
        };
        Listing { key, columns: columns.clone(), rows, sign_ins: 4, period: None }
    }

    #[test]
    fn people_count_by_identifier_and_by_name_where_there_is_none() {
        let mut selection = Selection::default();
        selection.all(4);
        let summary = Summary::of(&listing(false), &Expanded::default(), &selection);
        let period = Some((Millis(0), Millis(3)));
        assert_eq!(summary, Summary { lines: 4, sign_ins: 4, identities: 3, applications: 2, period });
        selection.only(0);
        assert_eq!(Summary::of(&listing(false), &Expanded::default(), &selection).identities, 1);
    }

    #[test]
    fn a_folded_row_counts_its_sign_ins_and_none_of_them_twice() {
        let listing = listing(true);
        let Rows::Grouped(groups) = &listing.rows else { panic!("grouped") };
        let expanded = Expanded::of([0], groups);
        // The group of Mail with three sign-ins, two of which are selected by themselves as well.
        let summary = Summary::of(&listing, &expanded, &Selection::of(vec![0, 2, 3]));
        assert_eq!((summary.lines, summary.sign_ins, summary.applications), (3, 3, 1));
        let summary = Summary::of(&listing, &expanded, &Selection::of(vec![2, 3, 4]));
        assert_eq!((summary.lines, summary.sign_ins, summary.applications), (3, 3, 2));
    }
}
