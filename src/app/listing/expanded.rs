//! Which groups are expanded, and the lines that follow from it.

use std::ops::Range;

use super::{Groups, Line};

/// The expanded groups of a listing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expanded {
    /// A bit for each group.
    open: Vec<u64>,
    count: usize,
    /// The expanded groups that are on a line, in the order of the lines.
    blocks: Vec<Block>,
    /// How many lines there are if any group is expanded.
    lines: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Block {
    place: usize,
    line: u64,
}

impl Expanded {
    /// The groups of these places.
    #[must_use]
    pub fn of(places: impl IntoIterator<Item = usize>, groups: &Groups) -> Self {
        let mut this = Self::default();
        for place in places {
            if place < groups.len() && !this.contains(place) {
                this.flip(place, groups);
            }
        }
        this.lay_out(groups);
        this
    }

    /// Every group.
    #[must_use]
    pub fn all(groups: &Groups) -> Self {
        Self::of(0..groups.len(), groups)
    }

    /// Whether none is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// How many are, also within folded ones.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether the group of a place is expanded.
    #[must_use]
    pub fn contains(&self, place: usize) -> bool {
        self.open.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1)
    }

    /// The places of the expanded groups.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        self.within(0..self.open.len() * 64)
    }

    /// Expands a group, or folds it again. What is expanded within it stays so.
    pub fn toggle(&mut self, place: usize, groups: &Groups) {
        if place < groups.len() {
            self.flip(place, groups);
            self.lay_out(groups);
        }
    }

    /// How many lines there are.
    #[must_use]
    pub fn line_count(&self, groups: &Groups) -> u64 {
        if self.count == 0 { groups.roots().len() as u64 } else { self.lines }
    }

    /// What stands on a line.
    #[must_use]
    pub fn line(&self, number: u64, groups: &Groups) -> Option<Line> {
        let after = self.blocks.partition_point(|block| block.line <= number);
        let Some(block) = after.checked_sub(1).and_then(|at| self.blocks.get(at)) else {
            let place = number as usize;
            return groups.roots().contains(&place).then_some(Line::Group(place));
        };
        let mut place = block.place;
        let mut rest = (number - block.line) as usize;
        if rest == 0 {
            return Some(Line::Group(place));
        }
        rest -= 1;
        // Since this is the last expanded group above the line, every other up to it takes one line.
        if groups.is_innermost(place) {
            let group = groups.get(place)?;
            if let Some(row) = group.rows.get(rest) {
                return Some(Line::Member(place, *row));
            }
            rest -= group.rows.len();
        } else {
            let children = groups.children(place);
            if rest < children.len() {
                return Some(Line::Group(children.start + rest));
            }
            rest -= children.len();
        }
        loop {
            let behind = groups.siblings(place).end - place - 1;
            if rest < behind {
                return Some(Line::Group(place + 1 + rest));
            }
            rest -= behind;
            place = groups.parent(place)?;
        }
    }

    /// The line of a group; `None` if it is within a folded one.
    #[must_use]
    pub fn line_of_group(&self, place: usize, groups: &Groups) -> Option<u64> {
        groups.get(place)?;
        let mut parent = groups.parent(place);
        while let Some(above) = parent {
            if !self.contains(above) {
                return None;
            }
            parent = groups.parent(above);
        }
        let after = self.blocks.partition_point(|block| comes_not_after(block.place, place, groups));
        let Some(block) = after.checked_sub(1).and_then(|at| self.blocks.get(at)) else { return Some(place as u64) };
        if block.place == place {
            return Some(block.line);
        }
        if groups.parent(place) == Some(block.place) {
            return Some(block.line + 1 + (place - groups.children(block.place).start) as u64);
        }
        let mut at = block.place;
        let mut line = block.line + 1 + own_lines(at, groups);
        loop {
            let siblings = groups.siblings(at);
            if siblings.contains(&place) {
                return Some(line + (place - at - 1) as u64);
            }
            line += (siblings.end - at - 1) as u64;
            at = groups.parent(at)?;
        }
    }

    /// The line of the sign-in at a position; `None` if a group that holds it is folded.
    #[must_use]
    pub fn line_of_position(&self, position: usize, groups: &Groups) -> Option<u64> {
        let place = groups.at(position, groups.depth().checked_sub(1)?)?;
        let line = self.line_of_group(place, groups)?;
        self.contains(place).then(|| line + 1 + (position - groups.positions(place).start) as u64)
    }

    fn flip(&mut self, place: usize, groups: &Groups) {
        self.open.resize(groups.len().div_ceil(64), 0);
        if let Some(word) = self.open.get_mut(place / 64) {
            *word ^= 1 << (place % 64);
            if *word >> (place % 64) & 1 == 1 { self.count += 1 } else { self.count -= 1 }
        }
    }

    /// The expanded groups of a range of places.
    fn within(&self, range: Range<usize>) -> impl Iterator<Item = usize> {
        let words = range.start / 64..range.end.div_ceil(64).min(self.open.len());
        words.flat_map(move |word| Ones(self.open[word], word * 64)).filter(move |place| range.contains(place))
    }

    fn lay_out(&mut self, groups: &Groups) {
        let mut blocks = Vec::with_capacity(self.count);
        self.lines = self.lay_out_range(groups.roots(), 0, groups, &mut blocks);
        self.blocks = blocks;
    }

    /// Lays out neighbours from this line on; returns the line behind them.
    fn lay_out_range(&self, range: Range<usize>, line: u64, groups: &Groups, blocks: &mut Vec<Block>) -> u64 {
        let (mut line, mut next) = (line, range.start);
        for place in self.within(range.clone()) {
            line += (place - next) as u64;
            blocks.push(Block { place, line });
            line += 1;
            line = if groups.is_innermost(place) {
                line + groups.positions(place).len() as u64
            } else {
                self.lay_out_range(groups.children(place), line, groups, blocks)
            };
            next = place + 1;
        }
        line + (range.end - next) as u64
    }
}

/// The set bits of a word, as numbers from its first on.
struct Ones(u64, usize);

impl Iterator for Ones {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        (self.0 != 0).then(|| {
            let bit = self.0.trailing_zeros() as usize;
            self.0 &= self.0 - 1;
            self.1 + bit
        })
    }
}

/// The lines that an expanded group adds if nothing within it is expanded.
fn own_lines(place: usize, groups: &Groups) -> u64 {
    if groups.is_innermost(place) { groups.positions(place).len() as u64 } else { groups.children(place).len() as u64 }
}

/// Whether a group stands on the line of another or above it.
fn comes_not_after(one: usize, other: usize, groups: &Groups) -> bool {
    // Sign-ins of any group are neighbours in the order of the lines; a group begins with those of its first child.
    let (first, second) = (groups.positions(one).start, groups.positions(other).start);
    // Of two that begin alike the outer one comes first, and outer levels have smaller places.
    (first, one) <= (second, other)
}
