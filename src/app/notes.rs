//! Bookmarks and notes: what the analyst changes shows at once, and jobs keep it in the cache.
//!
//! A note is written a moment after the last letter, when its editor is left, and at the latest when the program
//! ends. Until a snapshot tells it, what was changed waits here, by the sign-in's number for the views and with
//! its identity for the cache: a sign-in whose source is forgotten meanwhile keeps its note.

use std::collections::{BTreeMap, BTreeSet};
use std::thread;
use std::time::{Duration, Instant};

use super::command::View;
use super::jobs::Task;
use super::listing::Line;
use super::state::{Notice, State};
use super::summary::selected_rows;
use crate::cache::Annotation;
use crate::columns::{Columns, RowId};
use crate::fields::Field;
use crate::record::{EventId, Identity};
use crate::texts::text;

/// After a pause of so long a note is written.
const NOTE_PAUSE: Duration = Duration::from_millis(800);

/// So many sign-ins are marked at once at most: whoever marks more wants a filter.
const MOST_MARKED: usize = 10_000;

/// How far the keeping of a change is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Changed at this moment, and not yet handed to a job.
    Changed(Instant),
    /// A job writes it, or has written it, and no snapshot tells it yet.
    Written,
    /// The cache could not be written.
    Failed,
}

#[derive(Clone, Debug)]
struct Change {
    identity: Identity,
    annotation: Annotation,
    stage: Stage,
}

/// What was changed and is not in the snapshot yet.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    changes: BTreeMap<EventId, Change>,
    writing: usize,
    /// Whether the next frame puts the cursor into the note of the side panel.
    pub wants_focus: bool,
}

/// What the editor says of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteState {
    /// It is in the cache, or there is nothing to keep.
    Kept,
    /// It is about to be written.
    Changed,
    /// It could not be written; the next change or the end of the program tries again.
    Failed,
}

impl State {
    /// What the analyst says of a sign-in.
    #[must_use]
    pub fn annotation(&self, event: EventId) -> Annotation {
        match self.notes.changes.get(&event) {
            Some(change) => change.annotation.clone(),
            None => kept(self.real_columns(), event).unwrap_or_default(),
        }
    }

    /// Whether the note of a sign-in is in the cache.
    #[must_use]
    pub fn note_state(&self, event: EventId) -> NoteState {
        match self.notes.changes.get(&event).map(|change| change.stage) {
            None => NoteState::Kept,
            Some(Stage::Written) if self.notes.writing == 0 => NoteState::Kept,
            Some(Stage::Written | Stage::Changed(_)) => NoteState::Changed,
            Some(Stage::Failed) => NoteState::Failed,
        }
    }

    /// Marks the selected sign-ins, or takes their marks away if all of them have one.
    pub(super) fn toggle_bookmark(&mut self) {
        let (events, selected) = self.meant_events();
        if events.is_empty() {
            let text = text!("detail-note-select-to-bookmark", record = self.log.noun().shown_one());
            self.notice = Some(Notice { text, is_error: false });
            return;
        }
        let all = events.iter().all(|event| self.annotation(*event).bookmarked);
        self.set_bookmarks(&events, !all);
        if selected > events.len() {
            let (marked, records) = (events.len(), self.log.noun().shown_many());
            let text = if all {
                text!("detail-note-unmarked-first", marked = marked, count = selected, records = records)
            } else {
                text!("detail-note-marked-first", marked = marked, count = selected, records = records)
            };
            self.notice = Some(Notice { text, is_error: false });
        }
    }

    /// Marks sign-ins, or takes their marks away.
    pub(super) fn set_bookmarks(&mut self, events: &[EventId], bookmarked: bool) {
        for event in events {
            self.change_annotation(*event, |annotation| annotation.bookmarked = bookmarked);
        }
        self.write_notes();
    }

    /// Takes a note as it is typed.
    pub(super) fn edit_note(&mut self, event: EventId, note: String) {
        self.change_annotation(event, |annotation| annotation.note = note);
    }

    /// Opens the selected sign-in with the cursor in its note.
    pub(super) fn write_note(&mut self) {
        if self.is_private() {
            let text = text!("detail-note-hidden").to_owned();
            self.notice = Some(Notice { text, is_error: false });
            return;
        }
        let shown = self.detail.as_ref().map(|open| open.event);
        let Some(event) = self.present_event().or(shown) else {
            let text = text!("detail-note-select-to-write", record = self.log.noun().shown_one());
            self.notice = Some(Notice { text, is_error: false });
            return;
        };
        if !matches!(self.view, View::Log(_)) {
            self.show(View::Log(self.log));
        }
        self.open_detail(event);
        self.notes.wants_focus = true;
    }

    /// The selected sign-in of the table that is shown.
    fn present_event(&self) -> Option<EventId> {
        matches!(self.view, View::Log(_)).then(|| self.present_table().selected).flatten().map(|line| line.event)
    }

    /// The sign-ins that a bookmark is meant for: those of the selected lines, the first [`MOST_MARKED`] of them at
    /// most, else the one of the side panel. With them, how many are selected.
    fn meant_events(&self) -> (Vec<EventId>, usize) {
        let table = self.present_table();
        let selected = table.selected.filter(|_| matches!(self.view, View::Log(_)));
        let (Some(selected), Some(listing)) = (selected, &table.listing) else {
            let shown: Vec<EventId> = self.detail.iter().map(|open| open.event).collect();
            let count = shown.len();
            return (shown, count);
        };
        let events_of = |line: u64| match table.line(line) {
            Some(Line::Group(place)) => listing.group(place).map(|group| group.rows.to_vec()).unwrap_or_default(),
            Some(Line::Single(row) | Line::Member(_, row)) => vec![row],
            None => Vec::new(),
        };
        let mut selection = table.selection.clone();
        if selection.is_empty() {
            selection.only(selected.line);
        }
        let mut rows: BTreeSet<RowId> = BTreeSet::new();
        let mut is_cut = false;
        for row in selection.lines().flat_map(events_of) {
            is_cut = rows.len() == MOST_MARKED && !rows.contains(&row);
            if is_cut {
                break;
            }
            rows.insert(row);
        }
        let count = if is_cut { selected_rows(listing, &table.expanded, &selection).len() } else { rows.len() };
        (rows.into_iter().map(|row| listing.columns.event(row)).collect(), count)
    }

    fn change_annotation(&mut self, event: EventId, change: impl FnOnce(&mut Annotation)) {
        let before = self.annotation(event);
        let mut annotation = before.clone();
        change(&mut annotation);
        if annotation == before {
            return;
        }
        let stage = Stage::Changed(Instant::now());
        if let Some(known) = self.notes.changes.get_mut(&event) {
            (known.annotation, known.stage) = (annotation, stage);
            return;
        }
        let columns = self.real_columns();
        if let Some(identity) = columns.row_of(event).and_then(|row| columns.identity(row)) {
            self.notes.changes.insert(event, Change { identity, annotation, stage });
        }
    }

    /// Hands every change to a job.
    pub(super) fn write_notes(&mut self) {
        let mut due = Vec::new();
        for change in self.notes.changes.values_mut().filter(|change| change.stage != Stage::Written) {
            if change.annotation.note.trim().is_empty() {
                change.annotation.note.clear();
            }
            change.stage = Stage::Written;
            due.push((change.identity.clone(), change.annotation.clone()));
        }
        if !due.is_empty() {
            self.notes.writing += 1;
            self.jobs.run(Task::Annotate(due));
        }
    }

    /// Writes what has not changed for a moment. Call it once per frame.
    pub(super) fn write_settled_notes(&mut self) {
        if self.notes.next_write().is_some_and(|soon| soon.is_zero()) {
            self.write_notes();
        }
    }

    /// Takes in what came of writing.
    pub(super) fn notes_written(&mut self, result: Result<(), String>) {
        self.notes.writing = self.notes.writing.saturating_sub(1);
        match result {
            Ok(()) => self.jobs.run(Task::LoadAnnotations),
            Err(problem) => {
                for change in self.notes.changes.values_mut().filter(|change| change.stage == Stage::Written) {
                    change.stage = Stage::Failed;
                }
                self.tell_failure(text!("detail-note-failed", problem = problem));
            }
        }
    }

    /// Lets go of what the new snapshot tells.
    pub(super) fn settle_notes(&mut self) {
        let columns = self.real_columns().clone();
        self.notes.changes.retain(|event, change| {
            change.stage != Stage::Written
                || kept(&columns, *event).is_some_and(|annotation| annotation != change.annotation)
        });
    }

    /// Writes every note before the program ends, for which a running import is given up. Waits at most so long.
    pub fn finish_notes(&mut self, patience: Duration) {
        self.write_notes();
        if self.notes.writing == 0 {
            return;
        }
        let running: Vec<u64> =
            self.imports.files().iter().filter(|file| file.is_running()).map(|file| file.number).collect();
        for number in running {
            self.imports.cancel(number);
        }
        let until = Instant::now() + patience;
        while self.notes.writing > 0 && Instant::now() < until {
            thread::sleep(Duration::from_millis(5));
            self.collect();
        }
    }
}

impl Notes {
    /// How long until a note is to be written; `None` if there is none to write.
    pub(super) fn next_write(&self) -> Option<Duration> {
        let since = |change: &Change| match change.stage {
            Stage::Changed(since) => Some(since),
            Stage::Written | Stage::Failed => None,
        };
        let last = self.changes.values().filter_map(since).max()?;
        Some(NOTE_PAUSE.saturating_sub(last.elapsed()))
    }
}

/// What a snapshot tells of a sign-in; `None` if it does not have it.
fn kept(columns: &Columns, event: EventId) -> Option<Annotation> {
    let row = columns.row_of(event)?;
    let text = |field| columns.text_column(field).text(row).unwrap_or_default();
    Some(Annotation { bookmarked: text(Field::Bookmarked) == "true", note: text(Field::Note).to_owned() })
}
