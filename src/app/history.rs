//! Undo and redo of view changes: filter, sort, columns, grouping, tab and saved views.
//!
//! After every command the state's snapshot is compared with the one before; where they differ, the one before is
//! a step back. What is typed in one go is one step.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use super::command::View;
use super::insights::{PageOptions, PagePath};
use super::saved_views::SavedViews;
use super::settings::{TableColumn, TableLayout};
use super::state::State;
use crate::fields::Log;
use crate::query::Query;
use crate::texts::text;

/// How many steps are kept.
const STEPS: usize = 100;

/// What is typed, or dragged, after a longer pause is a step of its own.
const TOGETHER: Duration = Duration::from_secs(3);

/// All that undo brings back.
#[derive(Clone, Debug, PartialEq)]
struct Snapshot {
    view: View,
    log: Log,
    query: Query,
    tables: [TableLayout; Log::ALL.len()],
    aggregate_hours: u8,
    views: SavedViews,
    page: PageOptions,
    /// The pages to which back and forward lead from there.
    page_path: PagePath,
}

/// What differs between two snapshots, in the words of the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    SavedViews,
    Switch,
    Filter,
    Sort,
    Columns,
    Widths,
    Grouping,
    Layout,
    Page,
    Choice,
    Tab,
}

impl Change {
    fn between(old: &Snapshot, new: &Snapshot) -> Option<Self> {
        let differs = |part: fn(&TableLayout, &TableLayout) -> bool| {
            old.tables.iter().zip(&new.tables).any(|(old, new)| part(old, new))
        };
        Some(if (&old.views.own, &old.views.hidden) != (&new.views.own, &new.views.hidden) {
            Self::SavedViews
        } else if old.views.active != new.views.active {
            Self::Switch
        } else if old.query != new.query {
            Self::Filter
        } else if differs(|old, new| old.sort != new.sort) {
            Self::Sort
        } else if differs(|old, new| (&old.columns, &old.pinned) != (&new.columns, &new.pinned)) {
            Self::Columns
        } else if differs(groups_otherwise) || old.aggregate_hours != new.aggregate_hours {
            Self::Grouping
        } else if differs(|old, new| old.widths != new.widths) {
            Self::Widths
        } else if differs(|old, new| old != new) {
            Self::Layout
        } else if old.page.place != new.page.place && new.view == View::Insights {
            Self::Page
        } else if old.page != new.page && new.view == View::Insights && old.view == new.view {
            Self::Choice
        } else if old.view != new.view {
            Self::Tab
        } else {
            return None;
        })
    }

    fn title(self) -> &'static str {
        match self {
            Self::SavedViews => text!("action-change-saved-views"),
            Self::Switch => text!("action-change-switch"),
            Self::Filter => text!("action-change-filter"),
            Self::Sort => text!("action-change-sort"),
            Self::Columns => text!("action-change-columns"),
            Self::Widths => text!("action-change-widths"),
            Self::Grouping => text!("action-change-grouping"),
            Self::Layout => text!("action-change-layout"),
            Self::Page => text!("action-change-page"),
            Self::Choice => text!("action-change-choice"),
            Self::Tab => text!("action-change-tab"),
        }
    }
}

fn groups_otherwise(old: &TableLayout, new: &TableLayout) -> bool {
    (old.grouped, &old.group_by, old.group_order) != (new.grouped, &new.group_by, new.group_order)
}

/// The columns that have another width, each with the place of its table.
fn widened(old: &Snapshot, new: &Snapshot) -> Vec<(usize, TableColumn)> {
    let tables = old.tables.iter().zip(&new.tables).enumerate();
    let columns = tables.flat_map(|(place, (old, new))| {
        let known: BTreeSet<TableColumn> = old.widths.keys().chain(new.widths.keys()).copied().collect();
        let differs = |column: &TableColumn| old.widths.get(column) != new.widths.get(column);
        known.into_iter().filter(differs).map(move |column| (place, column)).collect::<Vec<_>>()
    });
    columns.collect()
}

/// A way back or forward.
#[derive(Clone, Debug)]
struct Turn {
    to: Snapshot,
    change: Change,
}

/// The steps back and forward from where the state is.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    present: Option<Snapshot>,
    back: Vec<Turn>,
    forward: Vec<Turn>,
    /// When the last step was typed, unless another command came after.
    typed: Option<Instant>,
    /// When edges were last dragged, and those of which columns, unless another command came after.
    dragged: Option<(Instant, Vec<(usize, TableColumn)>)>,
}

impl History {
    fn record(&mut self, new: Snapshot, is_typed: bool) {
        let typed_on = self.typed.is_some_and(|since| since.elapsed() < TOGETHER);
        // What comes after an emptied line is typed anew.
        self.typed = (is_typed && !new.query.is_empty()).then(Instant::now);
        let dragged = self.dragged.take();
        let Some(old) = self.present.as_ref() else {
            self.present = Some(new);
            return;
        };
        let Some(change) = Change::between(old, &new) else {
            // What undo shows no word for (the log behind another view) is no step.
            self.present = Some(new);
            return;
        };
        let widened = (change == Change::Widths).then(|| widened(old, &new));
        let dragged_on = dragged.is_some_and(|(since, edges)| since.elapsed() < TOGETHER && Some(edges) == widened);
        self.dragged = widened.map(|edges| (Instant::now(), edges));
        let last = self.back.last().map(|turn| turn.change);
        let continues = last == Some(change)
            && match change {
                Change::Filter => is_typed && typed_on,
                // An edge that is dragged sends many widths.
                Change::Widths => dragged_on,
                _ => false,
            };
        if !continues {
            self.back.push(Turn { to: old.clone(), change });
            if self.back.len() > STEPS {
                self.back.remove(0);
            }
        }
        self.forward.clear();
        self.present = Some(new);
    }
}

impl State {
    /// What undo would take back, such as `filter change`.
    #[must_use]
    pub fn undo_title(&self) -> Option<&'static str> {
        self.history.back.last().map(|turn| turn.change.title())
    }

    /// What redo would bring again.
    #[must_use]
    pub fn redo_title(&self) -> Option<&'static str> {
        self.history.forward.last().map(|turn| turn.change.title())
    }

    /// Makes a step of whatever has changed since the last one.
    pub(super) fn record_step(&mut self, is_typed: bool) {
        let snapshot = self.snapshot();
        self.history.record(snapshot, is_typed);
    }

    /// What was typed so far comes into force as it is, and what is typed from now on is a step of its own.
    pub(super) fn end_typing(&mut self) {
        if let Some((_, query)) = self.search.typed.take() {
            self.put_in_force(query);
            self.record_step(true);
        }
        self.part_typing();
    }

    /// What is typed from now on is a step of its own.
    pub(super) fn part_typing(&mut self) {
        self.history.typed = None;
    }

    /// Takes what the state is now as given, with no way back from it.
    pub(super) fn begin_history(&mut self) {
        self.history = History { present: Some(self.snapshot()), ..History::default() };
    }

    /// Takes the last change back.
    pub(super) fn undo(&mut self) {
        // What was just typed is the last change.
        self.end_typing();
        let present = self.snapshot();
        if let Some(Turn { to, change }) = self.history.back.pop() {
            self.history.forward.push(Turn { to: present, change });
            self.restore(to);
        }
    }

    /// Brings the last change that was taken back again.
    pub(super) fn redo(&mut self) {
        let present = self.snapshot();
        if let Some(Turn { to, change }) = self.history.forward.pop() {
            self.history.back.push(Turn { to: present, change });
            self.restore(to);
        }
    }

    fn snapshot(&self) -> Snapshot {
        Snapshot {
            view: self.view,
            log: self.log,
            query: self.query.clone(),
            tables: Log::ALL.map(|log| self.settings.table(log).clone()),
            aggregate_hours: self.settings.aggregate_hours,
            views: self.settings.views.clone(),
            page: self.insights.options.clone(),
            page_path: self.insights.path(),
        }
    }

    fn restore(&mut self, snapshot: Snapshot) {
        for (log, layout) in Log::ALL.into_iter().zip(&snapshot.tables) {
            self.settings.table_mut(log).clone_from(layout);
        }
        self.settings.aggregate_hours = snapshot.aggregate_hours;
        self.settings.views.clone_from(&snapshot.views);
        if self.query != snapshot.query || self.search.error.is_some() {
            self.filter(snapshot.query.clone());
        }
        self.insights.restore(&snapshot.page, &snapshot.page_path);
        self.show(snapshot.view);
        self.log = snapshot.log;
        self.history.typed = None;
        self.history.dragged = None;
        self.history.present = Some(snapshot);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::app::command::Command;
    use crate::app::settings::Settings;
    use crate::fields::Field;

    fn state() -> (tempfile::TempDir, State) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let cache = folder.path().join("cache.sqlite");
        (folder, State::new(Settings::default(), cache, Arc::new(|| {})))
    }

    fn query(text: &str) -> Query {
        text.parse().expect("a filter")
    }

    #[test]
    fn each_change_is_taken_back_and_brought_again_in_its_order() {
        let (_folder, mut state) = state();
        assert_eq!(state.undo_title(), None);
        let user = TableColumn::Field(Field::User);
        let steps = [
            (Command::SetQuery(query("status:failure")), "filter change"),
            (Command::Sort(user, false), "sort"),
            (Command::SetColumns(Log::Interactive, vec![Field::User, Field::Time]), "column change"),
            (Command::Show(View::Log(Log::NonInteractive)), "change of tab"),
            (Command::ToggleGrouping, "grouping"),
        ];
        let mut seen = vec![state.snapshot()];
        for (command, title) in steps {
            state.apply(command);
            assert_eq!(state.undo_title(), Some(title));
            seen.push(state.snapshot());
        }
        for snapshot in seen.iter().rev().skip(1) {
            state.apply(Command::Undo);
            assert_eq!(state.snapshot(), *snapshot);
        }
        assert_eq!((state.undo_title(), state.search.text.as_str()), (None, ""));
        for snapshot in &seen[1..] {
            state.apply(Command::Redo);
            assert_eq!(state.snapshot(), *snapshot);
        }
        assert_eq!((state.redo_title(), state.search.text.as_str()), (None, "status:failure"));
    }

    #[test]
    fn a_new_change_ends_the_way_forward() {
        let (_folder, mut state) = state();
        state.apply(Command::SetQuery(query("anna")));
        state.apply(Command::Undo);
        assert_eq!(state.redo_title(), Some("filter change"));
        state.apply(Command::SetQuery(query("boris")));
        assert_eq!(state.redo_title(), None);
        state.apply(Command::Redo);
        assert_eq!(state.query, query("boris"));
    }

    #[test]
    fn what_is_typed_in_one_go_is_one_step() {
        let (_folder, mut state) = state();
        for text in ["a", "an", "ann", "anna"] {
            state.apply(Command::TypeQuery(text.to_owned()));
            let (_, typed) = state.search.typed.take().expect("a query waits");
            state.put_in_force(typed);
            state.record_step(true);
        }
        state.apply(Command::Undo);
        assert!(state.query.is_empty());
        state.apply(Command::Redo);
        assert_eq!(state.query, query("anna"));
    }

    /// Types a text into the line as if the pause after it were over.
    fn type_on(state: &mut State, text: &str) {
        state.apply(Command::TypeQuery(text.to_owned()));
        if let Some((_, typed)) = state.search.typed.take() {
            state.put_in_force(typed);
            state.record_step(true);
        }
    }

    /// The filters that undo brings back, one step after the other.
    fn way_back(state: &mut State) -> Vec<String> {
        let mut filters = Vec::new();
        while state.undo_title().is_some() {
            state.apply(Command::Undo);
            filters.push(state.query.to_string());
        }
        filters
    }

    #[test]
    fn what_is_typed_after_the_cursor_was_elsewhere_is_a_step_of_its_own() {
        let (_folder, mut state) = state();
        for text in ["anna", "anna app:Mail"] {
            state.set_completing(Some((text.to_owned(), 0)));
            type_on(&mut state, text);
            state.set_completing(None);
        }
        assert_eq!(way_back(&mut state), ["anna", ""]);
    }

    #[test]
    fn what_was_typed_is_in_force_as_soon_as_the_cursor_leaves_the_line() {
        let (_folder, mut state) = state();
        state.set_completing(Some(("ann".to_owned(), 3)));
        type_on(&mut state, "ann");
        state.apply(Command::TypeQuery("anna".to_owned()));
        state.set_completing(None);
        assert_eq!(state.query, query("anna"));
        assert_eq!(way_back(&mut state), [""], "it was typed in one go");
    }

    #[test]
    fn an_emptied_line_ends_a_step_and_begins_another() {
        let (_folder, mut state) = state();
        for text in ["an", "anna", "", "bo", "boris"] {
            type_on(&mut state, text);
        }
        assert_eq!(way_back(&mut state), ["", "anna", ""]);
    }

    #[test]
    fn a_line_that_was_empty_for_a_moment_ends_a_step() {
        let (_folder, mut state) = state();
        type_on(&mut state, "anna");
        state.apply(Command::TypeQuery(String::new()));
        type_on(&mut state, "boris");
        assert_eq!(way_back(&mut state), ["anna", ""]);
    }

    #[test]
    fn a_completion_that_was_taken_ends_a_step() {
        let (_folder, mut state) = state();
        state.apply(Command::TypeQuery("status:failure".to_owned()));
        state.apply(Command::EndTyping);
        assert_eq!(state.query, query("status:failure"));
        type_on(&mut state, "status:failure anna");
        assert_eq!(way_back(&mut state), ["status:failure", ""]);
    }

    #[test]
    fn what_was_typed_a_moment_ago_is_taken_back_too() {
        let (_folder, mut state) = state();
        state.apply(Command::TypeQuery("anna".to_owned()));
        state.apply(Command::Undo);
        assert!(state.query.is_empty() && state.search.text.is_empty());
        state.apply(Command::Redo);
        assert_eq!(state.query, query("anna"));
    }

    #[test]
    fn a_dragged_edge_is_one_step() {
        let (_folder, mut state) = state();
        let user = TableColumn::Field(Field::User);
        for width in [100.0, 120.0, 140.0] {
            state.apply(Command::SetWidths(Log::Interactive, vec![(user, width)]));
        }
        assert_eq!(state.undo_title(), Some("column width"));
        state.apply(Command::Undo);
        assert!(state.settings.table(Log::Interactive).widths.is_empty());
        assert_eq!(state.undo_title(), None);
    }

    #[test]
    fn edges_of_two_columns_and_drags_with_a_pause_between_are_steps_of_their_own() {
        let (_folder, mut state) = state();
        let (user, app) = (TableColumn::Field(Field::User), TableColumn::Field(Field::App));
        let widths = |state: &State| {
            let layout = state.settings.table(Log::Interactive);
            [user, app].map(|column| layout.widths.get(&column).copied())
        };
        for (column, width) in [(user, 100.0), (user, 120.0), (app, 90.0), (app, 95.0)] {
            state.apply(Command::SetWidths(Log::Interactive, vec![(column, width)]));
        }
        if let Some((since, _)) = &mut state.history.dragged {
            *since = since.checked_sub(TOGETHER).expect("a moment ago");
        }
        state.apply(Command::SetWidths(Log::Interactive, vec![(app, 99.0)]));
        for expected in [[Some(120.0), Some(95.0)], [Some(120.0), None], [None, None]] {
            state.apply(Command::Undo);
            assert_eq!(widths(&state), expected);
        }
        assert_eq!(state.undo_title(), None);
    }
}
