//! Folded rows, in one level or several.

use std::ops::Range;

use crate::clock::Millis;
use crate::columns::{Columns, RowId};
use crate::fields::Field;
use crate::query::{self, Fold, GroupKey, GroupSort, Scope};

use super::super::settings::{GroupOrder, GroupOrderKey};

/// The groups of a listing. They are numbered level by level from the outermost, and within a level in the
/// order of their lines, so that the groups within a group are neighbours. Their sign-ins stand in one list in the order
/// of the lines, so that those of any group are neighbours, too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groups {
    nodes: Vec<Node>,
    /// The place of the first group of each level.
    levels: Vec<usize>,
    fields: Vec<Field>,
    rows: Vec<RowId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Node {
    newest: RowId,
    oldest: RowId,
    rows: Range<u32>,
    children: Range<u32>,
    parent: u32,
    sign_ins: u64,
}

/// The parent of groups that are in no other.
const NONE: u32 = u32::MAX;

/// A group of a listing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group<'a> {
    /// Its place among all groups.
    pub place: usize,
    /// How many groups it is in.
    pub depth: usize,
    /// The field whose value its sign-ins share; `None` if they fold as in the portal.
    pub field: Option<Field>,
    /// Its sign-ins in the order of the lines; at least one.
    pub rows: &'a [RowId],
    /// How many sign-ins those stand for.
    pub sign_ins: u64,
    /// Its newest sign-in, which stands for it.
    pub newest: RowId,
    /// Its oldest sign-in.
    pub oldest: RowId,
}

impl<'a> Group<'a> {
    /// The same rows as the query floor folds them.
    #[must_use]
    pub fn as_folded(&self, columns: &Columns) -> query::Group<'a> {
        let (first, last) = self.period(columns);
        query::Group { window: None, first, last, rows: self.rows }
    }

    /// Time of the oldest and of the newest sign-in.
    #[must_use]
    pub fn period(&self, columns: &Columns) -> (Millis, Millis) {
        (columns.time(self.oldest), columns.time(self.newest))
    }
}

impl Groups {
    /// One level of groups, in this order.
    #[must_use]
    pub fn flat(columns: &Columns, groups: &query::Groups) -> Self {
        let mut this = Self { levels: vec![0], ..Self::default() };
        for group in groups.iter() {
            this.push(columns, &group, NONE);
            this.rows.extend_from_slice(group.rows);
        }
        this.set_leaf_rows(0);
        this
    }

    /// Groups by the values of each of these fields in turn. `rows` come newest first; `sorted` are the same
    /// rows in the order they are to have within their groups, if that is another.
    #[must_use]
    pub fn nested(
        scope: &Scope<'_>,
        rows: &[RowId],
        sorted: Option<&[RowId]>,
        fields: &[Field],
        order: GroupOrder,
    ) -> Self {
        let mut this = Self { fields: fields.to_vec(), ..Self::default() };
        let greatest = rows.iter().map(|row| row.index() + 1).max().unwrap_or(0);
        // The group of each row on the level before, then on this one.
        let mut group_of_row = vec![NONE; greatest];
        for depth in 0..fields.len() {
            let mut groups = query::group(scope, rows, &Fold::By(fields[..=depth].to_vec()), None);
            query::sort_groups(scope, &mut groups, &[group_sort(order, fields[depth])]);
            let mut level: Vec<query::Group<'_>> = groups.iter().collect();
            let parent = |group: &query::Group<'_>| group_of_row[group.representative().index()];
            // A stable sort keeps the order among the groups of one group.
            level.sort_by_key(parent);
            let parents: Vec<u32> = level.iter().map(parent).collect();
            let start = this.nodes.len();
            this.levels.push(start);
            for (group, parent) in level.iter().zip(parents) {
                let place = this.nodes.len() as u32;
                this.push(scope.columns, group, parent);
                for row in group.rows {
                    group_of_row[row.index()] = place;
                }
            }
            if depth + 1 == fields.len() {
                if sorted.is_none() {
                    this.rows.reserve(rows.len());
                    this.rows.extend(level.iter().flat_map(|group| group.rows.iter().copied()));
                }
                this.set_leaf_rows(start);
            }
        }
        if let Some(sorted) = sorted {
            this.rows = vec![RowId(0); rows.len()];
            let mut next: Vec<u32> = this.nodes.iter().map(|node| node.rows.start).collect();
            for row in sorted {
                let at = &mut next[group_of_row[row.index()] as usize];
                this.rows[*at as usize] = *row;
                *at += 1;
            }
        }
        this.set_inner_rows();
        this
    }

    fn push(&mut self, columns: &Columns, group: &query::Group<'_>, parent: u32) {
        let place = self.nodes.len() as u32;
        let newest = group.representative();
        let oldest = group.rows.last().copied().unwrap_or(newest);
        let (size, sign_ins) = (group.rows.len() as u32, group.count(columns));
        // Where the rows begin is told when the order of all leaves is known.
        self.nodes.push(Node { newest, oldest, rows: 0..size, children: 0..0, parent, sign_ins });
        if let Some(parent) = self.nodes.get_mut(parent as usize) {
            let start = if parent.children.is_empty() { place } else { parent.children.start };
            parent.children = start..place + 1;
        }
    }

    /// Lays the rows of the innermost groups, which begin at this place, one after the other.
    fn set_leaf_rows(&mut self, start: usize) {
        let mut at = 0;
        for node in self.nodes.iter_mut().skip(start) {
            let size = node.rows.len() as u32;
            node.rows = at..at + size;
            at += size;
        }
    }

    fn set_inner_rows(&mut self) {
        let leaves = self.levels.last().copied().unwrap_or(0);
        for place in (0..leaves).rev() {
            let children = self.nodes[place].children.clone();
            let start = self.nodes[children.start as usize].rows.start;
            let end = self.nodes[children.end as usize - 1].rows.end;
            self.nodes[place].rows = start..end;
        }
    }

    /// How many groups there are on all levels.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// How many levels there are.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.levels.len()
    }

    /// The places of the outermost groups.
    #[must_use]
    pub fn roots(&self) -> Range<usize> {
        0..self.levels.get(1).copied().unwrap_or(self.nodes.len())
    }

    /// The group of a place.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<Group<'_>> {
        let node = self.nodes.get(place)?;
        let depth = self.levels.partition_point(|start| *start <= place).saturating_sub(1);
        Some(Group {
            place,
            depth,
            field: self.fields.get(depth).copied(),
            rows: &self.rows[node.rows.start as usize..node.rows.end as usize],
            sign_ins: node.sign_ins,
            newest: node.newest,
            oldest: node.oldest,
        })
    }

    /// The groups that hold sign-ins and no further groups, in the order of the lines.
    pub fn innermost(&self) -> impl Iterator<Item = Group<'_>> {
        let start = self.levels.last().copied().unwrap_or(0);
        (start..self.nodes.len()).filter_map(|place| self.get(place))
    }

    /// How many groups hold sign-ins and no further groups.
    #[must_use]
    pub fn innermost_count(&self) -> u64 {
        (self.nodes.len() - self.levels.last().copied().unwrap_or(0)) as u64
    }

    /// The sign-ins of all groups in the order of the lines.
    #[must_use]
    pub fn all_rows(&self) -> &[RowId] {
        &self.rows
    }

    /// The group that holds the group of a place.
    #[must_use]
    pub fn parent(&self, place: usize) -> Option<usize> {
        self.nodes.get(place).map(|node| node.parent).filter(|parent| *parent != NONE).map(|parent| parent as usize)
    }

    /// The places of the groups within a group.
    #[must_use]
    pub fn children(&self, place: usize) -> Range<usize> {
        self.nodes.get(place).map_or(0..0, |node| node.children.start as usize..node.children.end as usize)
    }

    /// Where the sign-ins of a group stand in [`Self::all_rows`].
    #[must_use]
    pub fn positions(&self, place: usize) -> Range<usize> {
        self.nodes.get(place).map_or(0..0, |node| node.rows.start as usize..node.rows.end as usize)
    }

    /// Whether a group holds sign-ins and no further groups.
    #[must_use]
    pub fn is_innermost(&self, place: usize) -> bool {
        self.levels.last().is_some_and(|start| place >= *start)
    }

    /// The group at a depth that holds the sign-in of a position.
    #[must_use]
    pub fn at(&self, position: usize, depth: usize) -> Option<usize> {
        let start = *self.levels.get(depth)?;
        let end = self.levels.get(depth + 1).copied().unwrap_or(self.nodes.len());
        let level = self.nodes.get(start..end)?;
        let within = level.partition_point(|node| (node.rows.end as usize) <= position);
        (start + within < end).then_some(start + within)
    }

    /// The places of the groups beside a group: those with the same parent.
    pub(super) fn siblings(&self, place: usize) -> Range<usize> {
        self.parent(place).map_or_else(|| self.roots(), |parent| self.children(parent))
    }
}

fn group_sort(order: GroupOrder, field: Field) -> GroupSort {
    let key = match order.key {
        GroupOrderKey::Count => GroupKey::Count,
        GroupOrderKey::Value => GroupKey::Field(field),
        GroupOrderKey::First => GroupKey::First,
        GroupOrderKey::Last => GroupKey::Last,
    };
    GroupSort { key, descending: order.descending }
}
