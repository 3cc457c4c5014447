//! What is done to the table of a log beyond sorting and choosing columns: selecting, copying, grouping.

use std::sync::Arc;

use super::clipboard::{MOST_COPIED, rows_text};
use super::command::Step;
use super::jobs::{Question, TableQuestion, TableReport};
use super::listing::{Expanded, Grouping, Line, Listing, Rows};
use super::settings::{GroupOrder, MOST_LEVELS, folds, may_group};
use super::state::{Effect, Notice, Selected, State, TableState};
use super::summary::{Summary, selected_size};
use crate::fields::{Field, Log};
use crate::record::EventId;
use crate::texts::text;

/// Something the user wants done with the present table.
#[derive(Clone, Debug, PartialEq)]
pub enum TableCommand {
    /// Select a line besides the others, or no longer.
    ToggleLine(u64),
    /// Select the lines from the one last selected by itself to this one.
    SelectTo(u64),
    /// Select the lines from the one last selected by itself to this step from the present one.
    Extend(Step),
    /// Select every line.
    SelectAll,
    /// Select no line.
    ClearSelection,
    /// Make this column the one that keys act on; `None` for none.
    SetCell(Option<usize>),
    /// Put the selected rows on the clipboard, with a row of headers or without.
    Copy {
        /// Whether headers come first.
        with_headers: bool,
    },
    /// Fold rows so; fields that the log can't be grouped by are left out.
    SetGrouping(Grouping),
    /// Order groups by fields so.
    SetGroupOrder(GroupOrder),
    /// Keep the column of a field at the left while others scroll, or no longer.
    Pin(Field, bool),
    /// Make columns as wide as what they show, and wait for it in the next frame.
    FitColumns,
}

/// A selection of more lines is given up when the table gets other rows.
const KEPT_LINES: u64 = 10_000;

/// So many lines, with so many sign-ins at most, are summed up and copied at once; more take a job.
const AT_ONCE: u64 = 1_000;

/// A table's lines stand at exact heights up to so many.
const MOST_LINES: usize = 2_000_000;

impl TableState {
    pub(super) fn select(&mut self, number: u64) -> Option<Selected> {
        let selected = self.set_cursor(number)?;
        self.selection.only(number);
        Some(selected)
    }

    fn set_cursor(&mut self, number: u64) -> Option<Selected> {
        let listing = self.listing.as_ref()?;
        let line = listing.line(number, &self.expanded)?;
        let event = listing.columns.event(listing.row(line)?);
        self.selected = Some(Selected { line: number, event, depth: listing.depth(line) });
        self.revision += 1;
        self.selected
    }

    /// The line a step away from the present one.
    pub(super) fn stepped(&self, step: Step) -> Option<u64> {
        let last = self.line_count().checked_sub(1)?;
        Some(match (step, self.selected) {
            (Step::First, _) | (Step::By(_), None) => 0,
            (Step::Last, _) => last,
            (Step::By(lines), Some(selected)) => selected.line.saturating_add_signed(lines).min(last),
        })
    }

    fn extend_to(&mut self, line: u64) {
        if self.selected.is_none() {
            self.select(line);
        } else if self.set_cursor(line).is_some() {
            self.selection.extend_to(line);
        }
    }

    pub(super) fn clear_selection(&mut self) {
        self.selected = None;
        self.cell = None;
        self.selection.clear();
        self.revision += 1;
    }

    /// Expands or folds a group and keeps the rest of the selection where it is.
    pub(super) fn toggle_group(&mut self, place: usize) {
        let Some(listing) = self.listing.clone() else { return };
        let Rows::Grouped(groups) = &listing.rows else { return };
        let before = self.line_count();
        Arc::make_mut(&mut self.expanded).toggle(place, groups);
        let after = self.line_count();
        let Some(line) = self.expanded.line_of_group(place, groups) else { return };
        if self.selection.count() > 1 {
            match after.checked_sub(before) {
                Some(added) => self.selection.insert_lines(line + 1, added),
                None => self.selection.remove_lines(&(line + 1..line + 1 + before - after)),
            }
            self.set_cursor(line);
        } else {
            self.select(line);
        }
    }

    /// Expands these groups and no others. What is selected stays so if it is a group that is still shown.
    fn expand(&mut self, expanded: Expanded) {
        self.expanded = Arc::new(expanded);
        let line = self.selected.and_then(|selected| {
            let listing = self.listing.as_ref()?;
            let row = listing.columns.row_of(selected.event)?;
            listing.line_of_group(row, selected.depth?, &self.expanded)
        });
        match line {
            Some(line) => {
                self.select(line);
            }
            None => self.clear_selection(),
        }
    }

    /// Takes over an answer; returns a sentence if there was too much selected or expanded to be found in it.
    pub(super) fn show(&mut self, listing: Arc<Listing>) -> Option<&'static str> {
        let Some(old) = self.listing.take() else {
            self.listing = Some(listing);
            return None;
        };
        let given_up = if listing.has_lines_of(&old) { None } else { self.carry_over(&old, &listing) };
        let asked = |listing: &Listing| {
            let key = &listing.key;
            (key.query.clone(), key.sort.clone(), key.grouping.clone(), key.group_order, key.clock)
        };
        if asked(&old) != asked(&listing) {
            // Another filter or order begins at its top; what an import adds leaves the place as it is.
            self.scroll_to = Some(0);
        }
        self.shared.clear();
        self.listing = Some(listing);
        self.revision += 1;
        given_up
    }

    /// Finds what is selected and expanded on the lines of another listing; returns a sentence if it is too much for
    /// that.
    fn carry_over(&mut self, old: &Listing, listing: &Listing) -> Option<&'static str> {
        let carried = listing.carry_over(old, &self.expanded);
        let is_folded = carried.is_none();
        let expanded = carried.unwrap_or_default();
        let is_large = self.selection.count() > KEPT_LINES;
        let kept = |line: u64| {
            let line = old.line(line, &self.expanded)?;
            Some((listing.columns.row_of(old.columns.event(old.row(line)?))?, old.depth(line)))
        };
        let anchor = kept(self.selection.anchor());
        let wanted: Vec<_> = if is_large { Vec::new() } else { self.selection.lines().filter_map(kept).collect() };
        let lines = if wanted.is_empty() { Vec::new() } else { listing.lines_of(&wanted, &expanded) };
        self.selection = super::selection::Selection::of(lines);
        self.selected = self.selected.and_then(|selected| {
            let row = listing.columns.row_of(selected.event)?;
            let line = match selected.depth {
                Some(depth) => listing.line_of_group(row, depth, &expanded),
                None => listing.line_of(row, &expanded),
            }?;
            // The newest sign-in of a group may be another one now.
            let event = listing.columns.event(listing.row(listing.line(line, &expanded)?)?);
            Some(Selected { line, event, ..selected })
        });
        // A range is drawn on from the line that the user sees as the present one, unless it still begins where it did.
        if let Some(selected) = self.selected {
            let anchor = anchor.and_then(|row| listing.lines_of(&[row], &expanded).first().copied());
            self.selection.anchor_at(anchor, selected.line);
        }
        self.expanded = Arc::new(expanded);
        match (is_large, is_folded) {
            (false, false) => None,
            (true, false) => Some(text!("notice-selection-given-up")),
            (false, true) => Some(text!("notice-groups-folded")),
            (true, true) => Some(text!("notice-selection-and-groups")),
        }
    }
}

impl State {
    /// How the rows of a log fold at the moment.
    #[must_use]
    pub fn grouping(&self, log: Log) -> Grouping {
        let layout = self.settings.table(log);
        if !layout.group_by.is_empty() {
            Grouping::By(layout.group_by.clone())
        } else if folds(log) && layout.grouped {
            Grouping::Portal(self.settings.aggregate_hours)
        } else {
            Grouping::Off
        }
    }

    /// How many sign-ins the selected row folds, if a sign-in stands for it; `None` for a row of its own.
    #[must_use]
    pub fn folded_count(&self, event: EventId) -> Option<u64> {
        let table = self.present_table();
        let selected = table.selected.filter(|selected| selected.event == event)?;
        let Line::Group(place) = table.line(selected.line)? else { return None };
        let count = table.listing.as_ref()?.group(place)?.sign_ins;
        (count > 1).then_some(count)
    }

    /// Asks for what the folded rows of a log share in these fields, unless it was asked already: the view knows
    /// only once it has drawn which it lacks.
    pub fn want_shared(&mut self, log: Log, cells: Vec<(usize, Field)>) {
        let Some(listing) = &self.table(log).listing else { return };
        let is_asked = self.asked_shared.as_ref().is_some_and(|asked| Arc::ptr_eq(asked, listing));
        if !cells.is_empty() && !is_asked {
            let listing = listing.clone();
            self.asked_shared = Some(listing.clone());
            self.jobs.ask(Question::Table(TableQuestion::Shared { listing, cells }));
        }
    }

    pub(super) fn apply_table(&mut self, command: TableCommand) {
        let log = self.log;
        match command {
            TableCommand::ToggleLine(line) => {
                let table = self.present_table_mut();
                if table.set_cursor(line).is_some() {
                    table.selection.toggle(line);
                }
            }
            TableCommand::SelectTo(line) => self.present_table_mut().extend_to(line),
            TableCommand::Extend(step) => {
                let table = self.present_table_mut();
                if let Some(line) = table.stepped(step) {
                    table.scroll_to = Some(line);
                    table.extend_to(line);
                }
            }
            TableCommand::SelectAll => {
                let table = self.present_table_mut();
                if table.selected.is_none() {
                    table.set_cursor(0);
                }
                let lines = table.line_count();
                table.selection.all(lines);
                table.revision += 1;
            }
            TableCommand::ClearSelection => self.present_table_mut().clear_selection(),
            TableCommand::SetCell(column) => self.present_table_mut().cell = column,
            TableCommand::Copy { with_headers } => self.copy_rows(with_headers),
            TableCommand::SetGrouping(grouping) => self.set_grouping(log, grouping),
            TableCommand::SetGroupOrder(order) => self.settings.table_mut(log).group_order = order,
            TableCommand::Pin(field, is_pinned) => {
                let layout = self.settings.table_mut(log);
                layout.pinned.retain(|known| *known != field);
                if is_pinned {
                    layout.pinned.push(field);
                }
                layout.tidy();
            }
            TableCommand::FitColumns => self.present_table_mut().fit_columns = true,
        }
    }

    fn set_grouping(&mut self, log: Log, grouping: Grouping) {
        let layout = self.settings.table_mut(log);
        match grouping {
            Grouping::Off => {
                layout.group_by.clear();
                layout.grouped = false;
            }
            Grouping::Portal(hours) => {
                layout.group_by.clear();
                layout.grouped = folds(log);
                self.settings.aggregate_hours = hours;
            }
            Grouping::By(fields) => {
                layout.group_by.clear();
                for field in fields {
                    if may_group(field, log) && !layout.group_by.contains(&field) {
                        layout.group_by.push(field);
                    }
                }
                layout.group_by.truncate(MOST_LEVELS);
            }
        }
    }

    /// Folds rows as they are folded most naturally in a log, or shows each sign-in.
    pub(super) fn toggle_grouping(&mut self) {
        let log = self.log;
        let grouping = if self.grouping(log).is_on() {
            Grouping::Off
        } else if folds(log) {
            Grouping::Portal(self.settings.aggregate_hours)
        } else {
            Grouping::By(vec![Field::CorrelationId])
        };
        self.set_grouping(log, grouping);
    }

    /// Expands the first so many groups, the outermost first.
    pub(super) fn expand_groups(&mut self, count: usize) {
        let table = self.present_table_mut();
        let Some(listing) = table.listing.clone() else { return };
        let Rows::Grouped(groups) = &listing.rows else { return };
        let mut count = count.min(groups.len());
        let is_too_much = count == groups.len() && groups.len() + groups.all_rows().len() > MOST_LINES;
        if is_too_much {
            // All groups, but not the sign-ins of the innermost.
            count = (0..groups.len()).find(|place| groups.is_innermost(*place)).unwrap_or(0);
        }
        table.expand(Expanded::of(0..count, groups));
        if is_too_much {
            self.notice = Some(Notice { text: text!("notice-too-many-groups").to_owned(), is_error: false });
        }
    }

    fn copy_rows(&mut self, with_headers: bool) {
        let table = self.present_table();
        let Some(listing) = table.listing.clone() else { return };
        if table.selection.is_empty() {
            return;
        }
        let fields = self.settings.table(self.log).columns.clone();
        let (expanded, selection) = (table.expanded.clone(), table.selection.clone());
        if selected_size(&listing, &expanded, &selection, AT_ONCE) as u64 <= AT_ONCE {
            self.copy(rows_text(&listing, &expanded, selection.lines(), &fields, with_headers));
        } else {
            let turn = self.copies.next();
            let question = TableQuestion::Copy { listing, expanded, selection, fields, with_headers, turn };
            self.jobs.ask(Question::Table(question));
        }
    }

    /// Puts a text on the clipboard; a copy that is still being made does not come after it.
    pub(super) fn copy(&mut self, text: String) {
        self.copies.end_all();
        self.effects.push(Effect::Copy(text));
    }

    /// Asks for what the selected rows add up to, if it is not known yet.
    pub(super) fn ask_summary(&mut self) {
        let log = self.log;
        let revision = self.present_table().revision;
        if self.asked_summary == Some((log, revision)) {
            return;
        }
        self.asked_summary = Some((log, revision));
        let table = self.present_table();
        let Some(listing) = table.listing.clone() else { return };
        let (expanded, selection) = (table.expanded.clone(), table.selection.clone());
        let is_single = table.selected.is_none_or(|selected| selected.depth.is_none());
        let is_plain = selection.is_empty() || (selection.count() == 1 && is_single);
        if is_plain {
            self.present_table_mut().summary = None;
        } else if selected_size(&listing, &expanded, &selection, AT_ONCE) as u64 <= AT_ONCE {
            self.present_table_mut().summary = Some(Summary::of(&listing, &expanded, &selection));
        } else {
            let question = TableQuestion::Summary { listing, expanded, selection, revision };
            self.jobs.ask(Question::Table(question));
        }
    }

    pub(super) fn take_table(&mut self, report: TableReport) {
        match report {
            TableReport::Shared(listing, cells) => {
                self.asked_shared = None;
                let table = self.table_mut(listing.key.log);
                if table.listing.as_ref().is_some_and(|shown| Arc::ptr_eq(shown, &listing)) {
                    table.shared.extend(cells);
                }
            }
            TableReport::Summary(log, revision, summary) => {
                let table = self.table_mut(log);
                if table.revision == revision {
                    table.summary = Some(summary);
                }
            }
            // Something else was copied since.
            TableReport::Copied { turn, .. } if !turn.is_last() => {}
            TableReport::Copied { text, rows, .. } => {
                let told = if rows > MOST_COPIED as u64 {
                    text!("notice-copied-first-rows", most = MOST_COPIED, rows = rows)
                } else {
                    text!("notice-copied-rows", rows = rows)
                };
                self.effects.push(Effect::Copy(text));
                self.notice = Some(Notice { text: told, is_error: false });
            }
        }
    }
}
