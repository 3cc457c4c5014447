//! The selected lines of a table, kept as ranges: all of a million cost as much as one.

use std::ops::Range;

/// Selected lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// In order, apart from each other, none empty.
    ranges: Vec<Range<u64>>,
    /// The line from which a range is drawn.
    anchor: u64,
}

impl Selection {
    /// The lines of a list, which need not be in order.
    #[must_use]
    pub fn of(mut lines: Vec<u64>) -> Self {
        lines.sort_unstable();
        let mut this = Self { anchor: lines.first().copied().unwrap_or(0), ..Self::default() };
        for line in lines {
            match this.ranges.last_mut() {
                Some(last) if line < last.end => {}
                Some(last) if line == last.end => last.end += 1,
                _ => this.ranges.push(line..line + 1),
            }
        }
        this
    }

    /// The line from which a range is drawn.
    #[must_use]
    pub fn anchor(&self) -> u64 {
        self.anchor
    }

    /// Draws further ranges from `wanted` if the selected lines are those between it and the line that keys act on,
    /// and otherwise from that line.
    pub fn anchor_at(&mut self, wanted: Option<u64>, cursor: u64) {
        let is_range = |anchor: &u64| {
            let range = (*anchor).min(cursor)..(*anchor).max(cursor) + 1;
            self.ranges.as_slice() == std::slice::from_ref(&range)
        };
        self.anchor = wanted.filter(is_range).unwrap_or(cursor);
    }

    /// Whether no line is selected.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// How many lines are selected.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.ranges.iter().map(|range| range.end - range.start).sum()
    }

    /// Whether a line is selected.
    #[must_use]
    pub fn contains(&self, line: u64) -> bool {
        let after = self.ranges.partition_point(|range| range.start <= line);
        after.checked_sub(1).and_then(|at| self.ranges.get(at)).is_some_and(|range| line < range.end)
    }

    /// The selected lines as ranges, in order.
    #[must_use]
    pub fn ranges(&self) -> &[Range<u64>] {
        &self.ranges
    }

    /// The selected lines, in order.
    pub fn lines(&self) -> impl Iterator<Item = u64> {
        self.ranges.iter().cloned().flatten()
    }

    /// Selects a line alone.
    pub fn only(&mut self, line: u64) {
        self.anchor = line;
        self.set(line..line + 1);
    }

    /// Selects a line besides the others, or no longer.
    pub fn toggle(&mut self, line: u64) {
        self.anchor = line;
        let was_selected = self.contains(line);
        self.cut(line);
        self.cut(line + 1);
        if was_selected {
            self.ranges.retain(|range| *range != (line..line + 1));
        } else {
            let at = self.ranges.partition_point(|range| range.start < line);
            self.ranges.insert(at, line..line + 1);
        }
        self.join();
    }

    /// Selects the lines between the one that was last selected by itself and this one, and no others.
    pub fn extend_to(&mut self, line: u64) {
        self.set(self.anchor.min(line)..self.anchor.max(line) + 1);
    }

    /// Selects every line of so many.
    pub fn all(&mut self, lines: u64) {
        self.set(0..lines);
        self.anchor = 0;
    }

    /// Selects no line.
    pub fn clear(&mut self) {
        self.ranges.clear();
    }

    /// So many lines were put in before a line; they are not selected.
    pub fn insert_lines(&mut self, before: u64, lines: u64) {
        self.cut(before);
        let moved = |at: u64| if at >= before { at + lines } else { at };
        for range in self.ranges.iter_mut().filter(|range| range.start >= before) {
            *range = range.start + lines..range.end + lines;
        }
        self.anchor = moved(self.anchor);
    }

    /// These lines were taken out.
    pub fn remove_lines(&mut self, gone: &Range<u64>) {
        let moved = |at: u64| if at >= gone.end { at - (gone.end - gone.start) } else { at.min(gone.start) };
        for range in &mut self.ranges {
            *range = moved(range.start)..moved(range.end);
        }
        self.ranges.retain(|range| !range.is_empty());
        self.anchor = moved(self.anchor);
        self.join();
    }

    fn set(&mut self, range: Range<u64>) {
        self.ranges.clear();
        self.ranges.extend(Some(range).filter(|range| !range.is_empty()));
    }

    /// Cuts the range that spans the edge above a line in two.
    fn cut(&mut self, line: u64) {
        if let Some(at) = self.ranges.iter().position(|range| range.start < line && line < range.end) {
            let end = self.ranges[at].end;
            self.ranges[at].end = line;
            self.ranges.insert(at + 1, line..end);
        }
    }

    /// Makes one range of those that touch.
    fn join(&mut self) {
        self.ranges.dedup_by(|next, range| {
            let touches = range.end == next.start;
            if touches {
                range.end = next.end;
            }
            touches
        });
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    #[derive(Clone, Debug)]
    enum Deed {
        Only(u64),
        Toggle(u64),
        ExtendTo(u64),
        All(u64),
        Insert(u64, u64),
        Remove(u64, u64),
    }

    fn deed() -> impl Strategy<Value = Deed> {
        let line = 0..30_u64;
        prop_oneof![
            line.clone().prop_map(Deed::Only),
            line.clone().prop_map(Deed::Toggle),
            line.clone().prop_map(Deed::Toggle),
            line.clone().prop_map(Deed::ExtendTo),
            line.clone().prop_map(Deed::All),
            (line.clone(), 1..5_u64).prop_map(|(at, lines)| Deed::Insert(at, lines)),
            (line, 1..5_u64).prop_map(|(at, lines)| Deed::Remove(at, lines)),
        ]
    }

    proptest! {
        #[test]
        fn ranges_hold_what_a_set_of_lines_would(deeds in prop::collection::vec(deed(), 0..40)) {
            let mut selection = Selection::default();
            let mut set: BTreeSet<u64> = BTreeSet::new();
            for deed in deeds {
                let anchor = selection.anchor;
                match deed {
                    Deed::Only(line) => {
                        selection.only(line);
                        set = [line].into();
                    }
                    Deed::Toggle(line) => {
                        selection.toggle(line);
                        if !set.remove(&line) {
                            set.insert(line);
                        }
                    }
                    Deed::ExtendTo(line) => {
                        selection.extend_to(line);
                        set = (anchor.min(line)..=anchor.max(line)).collect();
                    }
                    Deed::All(lines) => {
                        selection.all(lines);
                        set = (0..lines).collect();
                    }
                    Deed::Insert(before, lines) => {
                        selection.insert_lines(before, lines);
                        set = set.into_iter().map(|at| if at >= before { at + lines } else { at }).collect();
                    }
                    Deed::Remove(start, lines) => {
                        selection.remove_lines(&(start..start + lines));
                        set.retain(|at| !(start..start + lines).contains(at));
                        set = set.into_iter().map(|at| if at >= start { at - lines } else { at }).collect();
                    }
                }
                prop_assert_eq!(selection.lines().collect::<BTreeSet<_>>(), set.clone());
                prop_assert_eq!(selection.count(), set.len() as u64);
                prop_assert_eq!((0..60).filter(|line| selection.contains(*line)).collect::<BTreeSet<_>>(), set.clone());
                for pair in selection.ranges.windows(2) {
                    prop_assert!(pair[0].end <= pair[1].start);
                }
            }
        }
    }

    #[test]
    fn lines_of_a_list_become_ranges() {
        assert_eq!(Selection::of(vec![7, 2, 3, 3, 4]).ranges(), [2..5, 7..8]);
    }

    #[test]
    fn a_range_is_drawn_on_from_the_line_of_the_cursor_unless_the_old_one_is_whole() {
        let mut selection = Selection::of(vec![4, 5, 6]);
        selection.anchor_at(Some(6), 4);
        selection.extend_to(3);
        assert_eq!(selection.lines().collect::<Vec<_>>(), [3, 4, 5, 6]);
        let mut selection = Selection::of(vec![1, 5, 9]);
        selection.anchor_at(Some(1), 5);
        selection.extend_to(6);
        assert_eq!(selection.lines().collect::<Vec<_>>(), [5, 6]);
    }
}
