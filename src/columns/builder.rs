//! Making columns, row by row.

mod names;

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use foldhash::fast::FixedState;
use rayon::prelude::*;

use super::codes::retain;
use super::sign_in_counts::Summaries;
use super::{Codes, Columns, Dictionary, RowId, TextColumn, UniqueIds};
use crate::clock::Millis;
use crate::fields::{Field, Kind, Log};
use crate::record::batch::UNIQUE_ID_FIELDS;
use crate::record::{EventId, Record, UniqueId, encode_steps};

/// Gathers rows into [`Columns`]. Events must come in ascending order.
///
/// Texts are handed over either as such or by a key of the caller's (the cache's number of a text), so
/// that loading a cache compares no text at all.
#[derive(Debug)]
pub struct Builder {
    pub(super) events: Vec<EventId>,
    pub(super) times: Vec<Millis>,
    pub(super) texts: Vec<TextBuilder>,
    pub(super) unique_ids: Vec<UniqueIds>,
}

#[derive(Debug, Default)]
pub(super) struct TextBuilder {
    pub(super) codes: Codes,
    pub(super) texts: Vec<Box<str>>,
    /// The caller's keys of the texts, where they came by keys.
    pub(super) keys: Vec<u32>,
    /// The code of each key; 0 where it was not met.
    by_key: Vec<u32>,
    by_text: HashMap<Box<str>, u32, FixedState>,
}

impl TextBuilder {
    fn code_of_text(&mut self, text: &str) -> u32 {
        lookup_or_add(&mut self.by_text, &mut self.texts, text)
    }

    /// The code of a key of the caller's; `text` is asked for only when the key is new.
    pub(super) fn code_of_key(&mut self, key: u32, text: impl FnOnce() -> Box<str>) -> u32 {
        let place = key as usize;
        if place >= self.by_key.len() {
            self.by_key.resize(place + 1, 0);
        }
        if self.by_key[place] == 0 {
            self.texts.push(text());
            self.keys.push(key);
            self.by_key[place] = self.texts.len() as u32;
        }
        self.by_key[place]
    }
}

fn lookup_or_add(known: &mut HashMap<Box<str>, u32, FixedState>, texts: &mut Vec<Box<str>>, text: &str) -> u32 {
    if let Some(code) = known.get(text) {
        return *code;
    }
    texts.push(text.into());
    known.insert(text.into(), texts.len() as u32);
    texts.len() as u32
}

impl Default for Builder {
    fn default() -> Self {
        let mut texts: Vec<TextBuilder> = std::iter::repeat_with(TextBuilder::default).take(Field::COUNT).collect();
        for log in Log::ALL {
            texts[Field::Log as usize].code_of_text(log.key());
        }
        Self {
            events: Vec::new(),
            times: Vec::new(),
            texts,
            unique_ids: std::iter::repeat_with(UniqueIds::default).take(UNIQUE_ID_FIELDS.len()).collect(),
        }
    }
}

impl Builder {
    /// Adds a record.
    pub fn push(&mut self, event: EventId, record: &Record<'_>) {
        let row = self.add_row(event);
        self.set_row(
            row,
            record.log,
            record.time,
            UNIQUE_ID_FIELDS.map(|field| record.get(field).map(UniqueId::parse)),
        );
        for field in Field::ALL {
            if field.kind() == Kind::Steps && !record.steps.is_empty() {
                self.set_text(row, field, &encode_steps(&record.steps));
            } else if let Some(text) = record.get(field)
                && !matches!(field.kind(), Kind::UniqueId | Kind::Time)
            {
                self.set_text(row, field, text);
            }
        }
    }

    /// Whether there is no row.
    pub(super) fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// The event of the last row.
    pub(super) fn last(&self) -> Option<EventId> {
        self.events.last().copied()
    }

    /// The row of an event.
    pub(super) fn row_of(&self, event: EventId) -> Option<usize> {
        self.events.binary_search(&event).ok()
    }

    /// Adds a row in which nothing is known yet; its place.
    pub(super) fn add_row(&mut self, event: EventId) -> usize {
        self.events.push(event);
        self.times.push(Millis(0));
        for column in &mut self.unique_ids {
            column.push(None);
        }
        self.events.len() - 1
    }

    /// Says of which log a row is, when it was and what identifies it, in the order of [`UNIQUE_ID_FIELDS`].
    pub(super) fn set_row(
        &mut self,
        row: usize,
        log: Log,
        time: Millis,
        ids: [Option<UniqueId>; UNIQUE_ID_FIELDS.len()],
    ) {
        self.times[row] = time;
        self.texts[Field::Log as usize].codes.set(row, log as u32 + 1);
        for (column, id) in self.unique_ids.iter_mut().zip(ids) {
            column.set(row, id);
        }
    }

    /// Takes all texts from a row.
    pub(super) fn clear_row(&mut self, row: usize) {
        for column in &mut self.texts {
            column.codes.set(row, 0);
        }
    }

    /// Takes rows away.
    pub(super) fn remove(&mut self, rows: &[usize]) {
        if rows.is_empty() {
            return;
        }
        let mut is_kept = vec![true; self.events.len()];
        for row in rows {
            is_kept[*row] = false;
        }
        for column in &mut self.texts {
            column.codes.fit(is_kept.len());
            column.codes.retain(&is_kept);
        }
        for column in &mut self.unique_ids {
            column.retain(&is_kept);
        }
        retain(&mut self.events, &is_kept);
        retain(&mut self.times, &is_kept);
    }

    /// Sets a text of a row by the caller's key for it, such as its place in a list; `text` is asked for only when the
    /// key is new to the field.
    pub(super) fn set_text_by_key(&mut self, row: usize, field: Field, key: u32, text: impl FnOnce() -> Box<str>) {
        let column = &mut self.texts[field as usize];
        let code = column.code_of_key(key, text);
        column.codes.set(row, code);
    }

    fn set_text(&mut self, row: usize, field: Field, text: &str) {
        let column = &mut self.texts[field as usize];
        let code = column.code_of_text(text);
        column.codes.set(row, code);
    }

    /// The columns of all rows added. A name missing in one row is taken from the newest other row with
    /// the same identifier, and a user of whom no row tells a display name is called by the user principal name.
    #[must_use]
    pub fn finish(mut self) -> Columns {
        let rows = self.times.len();
        for column in &mut self.texts {
            column.codes.fit(rows);
        }
        names::fill(&mut self.texts, &self.times);
        let mut by_log: [Vec<RowId>; Log::ALL.len()] = std::array::from_fn(|_| Vec::new());
        let logs = &self.texts[Field::Log as usize].codes;
        for row in 0..rows {
            by_log[(logs.get(row) as usize).saturating_sub(1).min(Log::ALL.len() - 1)].push(RowId(row as u32));
        }
        let times = &self.times;
        for rows in &mut by_log {
            rows.par_sort_unstable_by_key(|row| std::cmp::Reverse((times[row.index()], *row)));
        }
        let texts: Vec<Arc<TextColumn>> = self
            .texts
            .into_iter()
            .map(|column| TextColumn::new(column.codes, Dictionary::new(column.texts)))
            .map(Arc::new)
            .collect();
        let summaries = Summaries::of(&texts[Field::SignInCount as usize], rows, &by_log);
        Columns {
            events: self.events.into(),
            times: self.times.into(),
            texts,
            unique_ids: self.unique_ids.into(),
            by_log: Arc::new(by_log),
            recency: Arc::new(OnceLock::new()),
            log_order: Arc::new(OnceLock::new()),
            users_by_name: Arc::new(OnceLock::new()),
            directory: Arc::default(),
            pseudonyms: None,
            summaries,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;
    use crate::fields::ZERO_ID;

    const APP: &str = "11111111-2222-4333-8444-555555555555";

    fn record(log: Log, second: i64, values: &[(Field, &'static str)]) -> Record<'static> {
        let mut record = Record::new(log, Millis(second * 1_000));
        for (field, value) in values {
            record.set(*field, *value);
        }
        record
    }

    fn columns(records: &[Record<'_>]) -> Columns {
        let mut builder = Builder::default();
        for (at, record) in records.iter().enumerate() {
            builder.push(EventId(at as i64 + 1), record);
        }
        builder.finish()
    }

    #[test]
    fn names_come_from_the_newest_record_that_knows_them() {
        let columns = columns(&[
            record(Log::Interactive, 1, &[(Field::AppId, APP), (Field::App, "Old name")]),
            record(Log::NonInteractive, 3, &[(Field::AppId, APP)]),
            record(Log::Interactive, 2, &[(Field::AppId, APP), (Field::App, "New name")]),
            record(Log::ServicePrincipal, 4, &[(Field::AppId, APP), (Field::App, APP)]),
            record(Log::Interactive, 5, &[]),
        ]);
        let name = |row| columns.value(Field::App, RowId(row)).map(std::borrow::Cow::into_owned);
        assert_eq!(name(0).as_deref(), Some("Old name"));
        assert_eq!(name(1).as_deref(), Some("New name"));
        assert_eq!(name(3).as_deref(), Some("New name"), "a GUID is no name");
        assert_eq!(name(4), None);
    }

    #[test]
    fn the_zero_identifier_names_nobody() {
        let columns = columns(&[
            record(Log::Interactive, 1, &[(Field::UserId, ZERO_ID), (Field::User, "Mallory")]),
            record(Log::Interactive, 2, &[(Field::UserId, ZERO_ID)]),
        ]);
        assert_eq!(columns.value(Field::User, RowId(1)), None);
    }

    #[test]
    fn rows_of_a_log_come_newest_first() {
        let columns = columns(&[
            record(Log::Interactive, 1, &[]),
            record(Log::Interactive, 9, &[]),
            record(Log::ManagedIdentity, 5, &[]),
            record(Log::Interactive, 4, &[]),
        ]);
        assert_eq!(columns.rows_of(Log::Interactive), [RowId(1), RowId(3), RowId(0)]);
        assert_eq!(columns.rows_of(Log::ManagedIdentity), [RowId(2)]);
        assert_eq!(columns.log(RowId(2)), Log::ManagedIdentity);
        assert_eq!(columns.newest(), Some(Millis(9_000)));
        assert_eq!(columns.oldest(), Some(Millis(1_000)));
        assert_eq!(columns.row_of(EventId(3)), Some(RowId(2)));
        assert_eq!(columns.row_of(EventId(30)), None);
    }

    #[test]
    fn values_are_stored_forms_and_displays_are_the_portals_words() {
        let columns = columns(&[record(
            Log::Interactive,
            0,
            &[
                (Field::ConditionalAccess, "notApplied"),
                (Field::RequestId, APP),
                (Field::Network, "A\nB"),
                (Field::Managed, "true"),
            ],
        )]);
        let clock = Clock::default();
        let row = RowId(0);
        assert_eq!(columns.value(Field::ConditionalAccess, row).as_deref(), Some("notApplied"));
        assert_eq!(columns.display(Field::ConditionalAccess, row, &clock), "Not applied");
        assert_eq!(columns.display(Field::Managed, row, &clock), "Yes");
        assert_eq!(columns.display(Field::Network, row, &clock), "A, B");
        assert_eq!(columns.value(Field::RequestId, row).as_deref(), Some(APP));
        assert_eq!(columns.value(Field::Time, row).as_deref(), Some("1970-01-01T00:00:00Z"));
        assert_eq!(columns.value(Field::User, row), None);
    }
}
