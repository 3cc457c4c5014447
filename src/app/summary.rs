//! What the selected rows of a table add up to.

use super::listing::{Expanded, Line, Listing, Rows};
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
            Log::Interactive | Log::NonInteractive | Log::AdFs => (Field::UserId, Field::User),
            Log::ServicePrincipal | Log::ManagedIdentity => (Field::ServicePrincipalId, Field::ServicePrincipal),
        };
        let times = rows.iter().map(|row| columns.time(*row));
        Self {
            lines: selection.count(),
            sign_ins: rows.len() as u64,
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

fn selected_rows(listing: &Listing, expanded: &Expanded, selection: &Selection) -> Vec<RowId> {
    let all = listing.all_rows();
    let mut is_selected = vec![false; all.len()];
    match &listing.rows {
        Rows::Single(_) => {
            for range in selection.ranges() {
                let end = (range.end as usize).min(all.len());
                is_selected[(range.start as usize).min(end)..end].fill(true);
            }
        }
        Rows::Grouped(groups) => {
            let mut member = None;
            for number in selection.lines() {
                match listing.line(number, expanded) {
                    Some(Line::Group(place)) => {
                        is_selected[groups.positions(place)].fill(true);
                        member = None;
                    }
                    Some(Line::Member(place, row)) => {
                        // Members of a group follow each other, so only the first is looked for.
                        let position = match member {
                            Some((of, line, position)) if of == place => position + (number - line) as usize,
                            _ => {
                                let positions = groups.positions(place);
                                let within = all[positions.clone()].iter().position(|known| *known == row);
                                positions.start + within.unwrap_or(0)
                            }
                        };
                        member = Some((place, number, position));
                        is_selected[position] = true;
                    }
                    Some(Line::Single(_)) | None => {}
                }
            }
        }
    }
    all.iter().zip(is_selected).filter(|(_, selected)| *selected).map(|(row, _)| *row).collect()
}

/// How many different things rows name, each by its identifier, or by its name in rows without one.
fn different(columns: &Columns, rows: &[RowId], id: Field, name: Field) -> u64 {
    let (ids, names) = (columns.text_column(id), columns.text_column(name));
    let mut known_ids = vec![false; ids.dictionary.len() + 1];
    let mut known_names = vec![false; names.dictionary.len() + 1];
    for row in rows {
        known_ids[ids.code(*row) as usize] = true;
    }
    let nobody: Vec<u32> = ids.dictionary.iter().filter(|(_, text)| is_zero_id(text)).map(|(code, _)| code).collect();
    for code in nobody.iter().chain(&[0]) {
        known_ids[*code as usize] = false;
    }
    for row in rows {
        let id = ids.code(*row);
        if id == 0 || nobody.contains(&id) {
            known_names[names.code(*row) as usize] = true;
        }
    }
    known_names[0] = false;
    known_ids.into_iter().chain(known_names).filter(|known| *known).count() as u64
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
