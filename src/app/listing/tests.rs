use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::app::settings::GroupOrderKey;
use crate::columns::Builder;
use crate::query::{self, Scope, SortKey};
use crate::record::{EventId, Record};

const FIELDS: [Field; 3] = [Field::App, Field::User, Field::CorrelationId];

/// The non-interactive sign-ins of these second values, each with an application, a user and an attempt.
fn columns(sign_ins: &[(u8, u8, u8)]) -> Arc<Columns> {
    let mut builder = Builder::default();
    for (number, (app, user, attempt)) in sign_ins.iter().enumerate() {
        let mut record = Record::new(Log::NonInteractive, Millis(number as i64 * Millis::SECOND));
        for (field, value) in FIELDS.into_iter().zip([app, user, attempt]) {
            // 0 stands for a value that is not known.
            if *value > 0 {
                record.set(field, format!("value {value}"));
            }
        }
        builder.push(EventId(number as i64), &record);
    }
    Arc::new(builder.finish())
}

fn listing(columns: &Arc<Columns>, fields: &[Field], order: GroupOrder, sorted: Option<Field>) -> Listing {
    let scope = Scope::new(columns, Clock::default());
    let rows = columns.rows_of(Log::NonInteractive);
    let sorted = sorted.map(|field| {
        let mut sorted = rows.to_vec();
        query::sort(&scope, &mut sorted, &[SortKey { field, descending: false }]);
        sorted
    });
    let groups = Groups::nested(&scope, rows, sorted.as_deref(), fields, order);
    let key = RowsKey {
        version: 0,
        clock: Clock::default(),
        log: Log::NonInteractive,
        query: Query::default(),
        sort: Vec::new(),
        grouping: Grouping::By(fields.to_vec()),
        group_order: order,
        end_at_now: false,
    };
    let sign_ins = rows.len() as u64;
    Listing { key, columns: columns.clone(), rows: Rows::Grouped(groups), sign_ins, period: None }
}

fn groups(listing: &Listing) -> &Groups {
    match &listing.rows {
        Rows::Grouped(groups) => groups,
        Rows::Single(_) => panic!("not grouped"),
    }
}

/// Groups of these sizes, one level of them, the first holding the newest sign-ins.
fn flat(sizes: &[u8]) -> Listing {
    let sign_ins: Vec<(u8, u8, u8)> =
        sizes.iter().enumerate().rev().flat_map(|(app, size)| vec![(app as u8 + 1, 1, 1); *size as usize]).collect();
    let order = GroupOrder { key: GroupOrderKey::Last, descending: true };
    listing(&columns(&sign_ins), &[Field::App], order, None)
}

fn lines(listing: &Listing, expanded: &Expanded) -> Vec<Line> {
    (0..listing.line_count(expanded)).filter_map(|number| listing.line(number, expanded)).collect()
}

/// The lines by walking through the tree, as a reader of the definition would.
fn walked(groups: &Groups, range: std::ops::Range<usize>, expanded: &Expanded, lines: &mut Vec<Line>) {
    for place in range {
        lines.push(Line::Group(place));
        if !expanded.contains(place) {
            continue;
        }
        if groups.is_innermost(place) {
            let group = groups.get(place).expect("a group");
            lines.extend(group.rows.iter().map(|row| Line::Member(place, *row)));
        } else {
            walked(groups, groups.children(place), expanded, lines);
        }
    }
}

#[test]
fn an_expanded_group_is_followed_by_its_sign_ins() {
    let listing = flat(&[2, 1, 3]);
    let groups = groups(&listing);
    let mut expanded = Expanded::default();
    assert_eq!(lines(&listing, &expanded), [Line::Group(0), Line::Group(1), Line::Group(2)]);
    expanded.toggle(0, groups);
    expanded.toggle(2, groups);
    let member = |place, row| Line::Member(place, RowId(row));
    assert_eq!(
        lines(&listing, &expanded),
        [
            Line::Group(0),
            member(0, 5),
            member(0, 4),
            Line::Group(1),
            Line::Group(2),
            member(2, 2),
            member(2, 1),
            member(2, 0)
        ]
    );
    assert_eq!(listing.line_of(RowId(1), &expanded), Some(6));
    assert_eq!(listing.line_of(RowId(3), &expanded), None, "its group is folded");
    assert_eq!(listing.line_of_group(RowId(1), 0, &expanded), Some(4));
    assert_eq!(listing.line(8, &expanded), None);
    expanded.toggle(0, groups);
    assert_eq!(lines(&listing, &expanded).len(), 6);
}

#[test]
fn groups_stay_expanded_when_others_go_and_when_they_grow() {
    let old = flat(&[2, 1, 3]);
    let expanded = Expanded::of([2], groups(&old));
    // The application of the third group has a newer sign-in now, and the first is gone.
    let mut sign_ins = vec![(3, 1, 1); 3];
    sign_ins.extend([(2, 1, 1), (3, 1, 1)]);
    let order = GroupOrder { key: GroupOrderKey::Last, descending: true };
    let new = listing(&columns(&sign_ins), &[Field::App], order, None);
    let carried = new.carry_over(&old, &expanded).expect("few groups");
    assert!(carried.contains(0) && !carried.contains(1));
    assert_eq!(new.line_count(&carried), 6);
    let by_user = listing(&columns(&sign_ins), &[Field::User], order, None);
    assert_eq!(by_user.carry_over(&old, &expanded), Some(Expanded::default()), "other fields make other groups");
}

#[test]
fn so_many_groups_stay_expanded_and_of_more_all_or_none() {
    let sign_ins: Vec<(u8, u8, u8)> = (1..=101).flat_map(|app| (1..=100).map(move |user| (app, user, 0))).collect();
    let order = GroupOrder { key: GroupOrderKey::Last, descending: true };
    let listing = listing(&columns(&sign_ins), &[Field::App, Field::User], order, None);
    let carried = |count: usize| {
        let expanded = Expanded::of(0..count, groups(&listing));
        listing.carry_over(&listing, &expanded).map(|carried| carried.len())
    };
    assert_eq!(carried(KEPT_GROUPS), Some(KEPT_GROUPS));
    assert_eq!(carried(KEPT_GROUPS + 1), None);
    assert_eq!(carried(groups(&listing).len()), Some(101 + 101 * 100));
}

#[test]
fn levels_nest_and_what_is_within_a_folded_group_has_no_line() {
    let columns = columns(&[(1, 1, 0), (1, 2, 0), (2, 1, 0), (1, 2, 0)]);
    let listing = listing(&columns, &[Field::App, Field::User], GroupOrder::default(), None);
    let groups = groups(&listing);
    let size = |place| groups.get(place).expect("a group").rows.len();
    assert_eq!((groups.roots(), groups.len(), groups.depth()), (0..2, 5, 2));
    assert_eq!([0, 1, 2, 3, 4].map(size), [3, 1, 2, 1, 1], "the largest first on each level");
    let mut expanded = Expanded::of([2], groups);
    assert_eq!(listing.line_count(&expanded), 2);
    assert_eq!(expanded.line_of_group(2, groups), None);
    expanded.toggle(0, groups);
    let member = |row| Line::Member(2, RowId(row));
    assert_eq!(
        lines(&listing, &expanded),
        [Line::Group(0), Line::Group(2), member(3), member(1), Line::Group(3), Line::Group(1)]
    );
}

#[test]
fn sign_ins_within_a_group_keep_the_order_of_the_table() {
    let columns = columns(&[(1, 3, 0), (1, 1, 0), (2, 2, 0), (1, 2, 0)]);
    let listing = listing(&columns, &[Field::App], GroupOrder::default(), Some(Field::User));
    let rows = groups(&listing).get(0).expect("a group").rows;
    assert_eq!(rows, [RowId(1), RowId(3), RowId(0)]);
    assert_eq!(groups(&listing).get(0).map(|group| (group.newest, group.oldest)), Some((RowId(3), RowId(0))));
}

fn order() -> impl Strategy<Value = GroupOrder> {
    (prop::sample::select(GroupOrderKey::ALL.to_vec()), any::<bool>())
        .prop_map(|(key, descending)| GroupOrder { key, descending })
}

proptest! {
    #[test]
    fn everything_expanded_shows_each_sign_in_once_and_counts_sum_up(
        sign_ins in prop::collection::vec((0..4_u8, 0..4_u8, 0..6_u8), 1..60),
        fields in prop::sample::subsequence(FIELDS.to_vec(), 1..=3),
        order in order(),
        sorted in prop::option::of(prop::sample::select(FIELDS.to_vec())),
    ) {
        let listing = listing(&columns(&sign_ins), &fields, order, sorted);
        let groups = groups(&listing);
        let expanded = Expanded::all(groups);
        let mut shown: Vec<RowId> = lines(&listing, &expanded)
            .into_iter()
            .filter_map(|line| match line {
                Line::Single(row) | Line::Member(_, row) => Some(row),
                Line::Group(_) => None,
            })
            .collect();
        prop_assert_eq!(&shown, listing.all_rows());
        shown.sort_unstable();
        prop_assert_eq!(shown, (0..sign_ins.len() as u32).map(RowId).collect::<Vec<_>>());
        let size = |place: usize| groups.get(place).map_or(0, |group| group.rows.len());
        prop_assert_eq!(groups.roots().map(size).sum::<usize>(), sign_ins.len());
        for place in 0..groups.len() {
            let group = groups.get(place).expect("a group");
            if !groups.is_innermost(place) {
                prop_assert_eq!(groups.children(place).map(size).sum::<usize>(), size(place));
            }
            let times = group.rows.iter().map(|row| listing.columns.time(*row));
            prop_assert_eq!(group.period(&listing.columns), (times.clone().min().unwrap(), times.max().unwrap()));
            for field in &fields[..=group.depth] {
                let value = |row| listing.columns.value(*field, row);
                prop_assert!(group.rows.iter().all(|row| value(*row) == value(group.newest)));
            }
        }
    }

    #[test]
    fn lines_are_those_of_a_walk_through_the_groups(
        sign_ins in prop::collection::vec((0..4_u8, 0..4_u8, 0..6_u8), 1..60),
        fields in prop::sample::subsequence(FIELDS.to_vec(), 1..=3),
        order in order(),
        open in prop::collection::vec(any::<bool>(), 150),
    ) {
        let listing = listing(&columns(&sign_ins), &fields, order, None);
        let groups = groups(&listing);
        let mut expanded = Expanded::of((0..groups.len()).filter(|place| open[*place]), groups);
        expanded.toggle(0, groups);
        let mut expected = Vec::new();
        walked(groups, groups.roots(), &expanded, &mut expected);
        prop_assert_eq!(&lines(&listing, &expanded), &expected);
        prop_assert_eq!(listing.line_count(&expanded), expected.len() as u64);
        prop_assert_eq!(listing.line(expected.len() as u64, &expanded), None);
        for place in 0..groups.len() {
            let line = expected.iter().position(|line| *line == Line::Group(place)).map(|line| line as u64);
            prop_assert_eq!(expanded.line_of_group(place, groups), line);
        }
        for row in (0..sign_ins.len() as u32).map(RowId) {
            let is_it = |line: &Line| matches!(line, Line::Member(_, member) if *member == row);
            let line = expected.iter().position(is_it).map(|line| line as u64);
            prop_assert_eq!(listing.line_of(row, &expanded), line);
        }
    }
}
