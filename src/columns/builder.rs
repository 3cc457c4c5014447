//! Making columns, row by row.

mod names;

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, OnceLock};

use foldhash::fast::FixedState;

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
    events: Vec<EventId>,
    times: Vec<Millis>,
    texts: Vec<TextBuilder>,
    unique_ids: Vec<UniqueIds>,
}

#[derive(Debug, Default)]
struct TextBuilder {
    codes: Vec<u32>,
    texts: Vec<Box<str>>,
    by_key: HashMap<i64, u32, FixedState>,
    by_text: HashMap<Box<str>, u32, FixedState>,
}

impl TextBuilder {
    fn code_of_text(&mut self, text: &str) -> u32 {
        lookup_or_add(&mut self.by_text, &mut self.texts, text.into(), || text.into())
    }
}

fn lookup_or_add<K: Hash + Eq>(
    known: &mut HashMap<K, u32, FixedState>,
    texts: &mut Vec<Box<str>>,
    key: K,
    text: impl FnOnce() -> Box<str>,
) -> u32 {
    *known.entry(key).or_insert_with(|| {
        texts.push(text());
        texts.len() as u32
    })
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
        self.begin_row(event, record.log, record.time);
        for field in Field::ALL {
            if field.kind() == Kind::Steps && !record.steps.is_empty() {
                self.set_text(field, &encode_steps(&record.steps));
            } else if let Some(text) = record.get(field)
                && !matches!(field.kind(), Kind::UniqueId | Kind::Time)
            {
                self.set_text(field, text);
            }
        }
        self.push_unique_ids(UNIQUE_ID_FIELDS.map(|field| record.get(field).map(UniqueId::parse)));
    }

    /// Starts a row in which nothing but log and time is known yet; [`Self::push_unique_ids`] ends it.
    pub fn begin_row(&mut self, event: EventId, log: Log, time: Millis) {
        self.events.push(event);
        self.times.push(time);
        for column in &mut self.texts {
            column.codes.push(0);
        }
        self.set_code(Field::Log, log as u32 + 1);
    }

    /// Sets a text of the row by the caller's key for it; `text` is asked for only when the key is new to the field.
    pub fn set_text_by_key(&mut self, field: Field, key: i64, text: impl FnOnce() -> Box<str>) {
        let column = &mut self.texts[field as usize];
        let code = lookup_or_add(&mut column.by_key, &mut column.texts, key, text);
        self.set_code(field, code);
    }

    /// Ends the row with its identifiers, in the order of [`UNIQUE_ID_FIELDS`].
    pub fn push_unique_ids(&mut self, ids: [Option<UniqueId>; UNIQUE_ID_FIELDS.len()]) {
        for (column, id) in self.unique_ids.iter_mut().zip(ids) {
            column.push(id);
        }
    }

    fn set_text(&mut self, field: Field, text: &str) {
        let code = self.texts[field as usize].code_of_text(text);
        self.set_code(field, code);
    }

    fn set_code(&mut self, field: Field, code: u32) {
        if let Some(last) = self.texts[field as usize].codes.last_mut() {
            *last = code;
        }
    }

    /// The columns of all rows added. A name missing in one row is taken from the newest other row with
    /// the same identifier, and a user of whom no row tells a display name is called by the user principal name.
    #[must_use]
    pub fn finish(mut self) -> Columns {
        names::fill(&mut self.texts, &self.times);
        let mut by_log: [Vec<RowId>; Log::ALL.len()] = std::array::from_fn(|_| Vec::new());
        for (row, code) in self.texts[Field::Log as usize].codes.iter().enumerate() {
            by_log[(*code as usize).saturating_sub(1).min(Log::ALL.len() - 1)].push(RowId(row as u32));
        }
        let times = &self.times;
        for rows in &mut by_log {
            rows.sort_by_key(|row| std::cmp::Reverse((times[row.index()], *row)));
        }
        let rows = self.times.len();
        let texts: Vec<Arc<TextColumn>> = self
            .texts
            .into_iter()
            .map(|column| TextColumn::new(Codes::pack(column.codes), Dictionary::new(column.texts)))
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
