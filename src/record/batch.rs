//! Many records on their way from a reader to the cache, every text once.
//!
//! Sign-ins repeat themselves: a batch of a thousand records holds a few thousand different texts, not
//! fifty thousand. Readers find the repetitions in parallel, so that the one writer of the cache looks up
//! each text once per batch and otherwise moves integers.

use std::borrow::Cow;
use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::{Detail, DirectoryEntry, Record, UniqueId, decode_steps, encode_steps, names};
use crate::clock::Millis;
use crate::fields::{Field, Kind, Log};

/// Where an original text lies in its batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Original {
    /// Which of [`Batch::blocks`].
    pub block: u32,
    /// First byte within the uncompressed block.
    pub start: u32,
    /// Length in bytes.
    pub length: u32,
}

/// One row of a details file: what belongs to the event of that request ID.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepRow {
    /// The event's request ID.
    pub request_id: UniqueId,
    /// What it tells.
    pub detail: Detail,
    /// Its original text.
    pub original: Original,
}

/// One record of a look-up in the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryRow {
    /// What it tells.
    pub entry: DirectoryEntry,
    /// Its original text.
    pub original: Original,
}

/// A row that could not be read, kept with its place and the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reject {
    /// Number of the record in the file, from 1.
    pub number: u64,
    /// Byte at which it begins.
    pub offset: u64,
    /// What is wrong with it, as a sentence without a full stop.
    pub reason: String,
    /// Its text, cut after [`Reject::MAX_TEXT`] bytes.
    pub text: String,
}

impl Reject {
    /// How much of a rejected row's text is kept, in bytes.
    pub const MAX_TEXT: usize = 64 * 1024;
}

/// One sign-in of a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The log it belongs to.
    pub log: Log,
    /// When it happened.
    pub time: Millis,
    /// Its original text.
    pub original: Original,
}

/// Records with their texts, in the order of the file.
#[derive(Debug, Default)]
pub struct Batch {
    /// Compressed original texts (zstd frames).
    pub blocks: Vec<Vec<u8>>,
    /// Rows that could not be read.
    pub rejects: Vec<Reject>,
    /// Rows of a details file.
    pub step_rows: Vec<StepRow>,
    /// Records of a look-up in the directory.
    pub entries: Vec<EntryRow>,
    texts: Vec<Box<str>>,
    codes: HashMap<Box<str>, u32, FixedState>,
    rows: Vec<Row>,
    cells: Vec<u32>,
    unique_ids: Vec<Option<UniqueId>>,
    names: Vec<UniqueId>,
    /// Where the names of each row end.
    named: Vec<usize>,
}

/// The fields that hold a [`UniqueId`], in the order of the table.
pub const UNIQUE_ID_FIELDS: [Field; 5] =
    [Field::RequestId, Field::CorrelationId, Field::UniqueTokenId, Field::SessionId, Field::OriginalRequestId];

impl Batch {
    /// How many sign-ins it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether it holds no sign-in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Records of the file that this batch stands for, read or rejected.
    #[must_use]
    pub fn records(&self) -> u64 {
        (self.rows.len() + self.step_rows.len() + self.entries.len() + self.rejects.len()) as u64
    }

    /// Adds a sign-in whose original text lies at `original`.
    pub fn push(&mut self, record: &Record<'_>, original: Original) {
        self.rows.push(Row { log: record.log, time: record.time, original });
        let first = self.cells.len();
        self.cells.resize(first + Field::COUNT, 0);
        for (field, text) in record.values() {
            if !matches!(field.kind(), Kind::UniqueId | Kind::Time | Kind::Steps) {
                self.cells[first + field as usize] = self.code(field, text);
            }
        }
        if !record.steps.is_empty() {
            self.cells[first + Field::Steps as usize] = self.code(Field::Steps, &encode_steps(&record.steps));
        }
        for field in UNIQUE_ID_FIELDS {
            self.unique_ids.push(record.get(field).map(UniqueId::parse));
        }
        self.names.extend(names(record));
        self.named.push(self.names.len());
    }

    /// The code of a text in the row that is added.
    fn code(&mut self, field: Field, text: &str) -> u32 {
        // Many fields say the same as in the row before.
        let before = self.cells.len().checked_sub(2 * Field::COUNT).map_or(0, |row| self.cells[row + field as usize]);
        if let Some(at) = before.checked_sub(1)
            && *self.texts[at as usize] == *text
        {
            return before;
        }
        if let Some(code) = self.codes.get(text) {
            return *code;
        }
        self.texts.push(text.into());
        let code = self.texts.len() as u32;
        self.codes.insert(text.into(), code);
        code
    }

    /// The different texts; the text of code `c` is `texts()[c - 1]`.
    #[must_use]
    pub fn texts(&self) -> &[Box<str>] {
        &self.texts
    }

    /// The sign-ins in the order of the file.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Codes of a sign-in's texts by field; 0 where nothing is known.
    #[must_use]
    pub fn cells(&self, row: usize) -> &[u32] {
        &self.cells[row * Field::COUNT..][..Field::COUNT]
    }

    /// A sign-in's unique identifiers, in the order of [`UNIQUE_ID_FIELDS`].
    #[must_use]
    pub fn unique_ids(&self, row: usize) -> &[Option<UniqueId>] {
        &self.unique_ids[row * UNIQUE_ID_FIELDS.len()..][..UNIQUE_ID_FIELDS.len()]
    }

    /// What else than its identifier a record is found by; see [`names`].
    #[must_use]
    pub fn names(&self, row: usize) -> &[UniqueId] {
        let start = row.checked_sub(1).map_or(0, |before| self.named[before]);
        &self.names[start..self.named[row]]
    }

    /// A sign-in as a record again (its steps without their times).
    #[must_use]
    pub fn record(&self, row: usize) -> Record<'_> {
        let Row { log, time, .. } = self.rows[row];
        let mut record = Record::new(log, time);
        for (field, code) in Field::ALL.into_iter().zip(self.cells(row)) {
            let Some(text) = code.checked_sub(1).map(|at| &*self.texts[at as usize]) else { continue };
            if field.kind() == Kind::Steps {
                record.steps = decode_steps(text);
            } else {
                record.set(field, Cow::Borrowed(text));
            }
        }
        for (field, id) in UNIQUE_ID_FIELDS.into_iter().zip(self.unique_ids(row)) {
            if let Some(id) = id {
                record.set(field, id.to_string());
            }
        }
        record
    }
}

#[cfg(test)]
mod tests {
    use super::super::AuthStep;
    use super::*;

    #[test]
    fn unique_id_fields_are_those_of_that_kind() {
        let of_kind: Vec<Field> = Field::ALL.into_iter().filter(|field| field.kind() == Kind::UniqueId).collect();
        assert_eq!(of_kind, UNIQUE_ID_FIELDS);
    }

    #[test]
    fn a_record_comes_out_as_it_went_in() {
        let mut record = Record::new(Log::Interactive, Millis(1_700_000_000_123));
        record.set(Field::RequestId, "acf98e2d-8adf-4fe4-9944-bce982548600");
        record.set(Field::User, "Zo\u{eb}");
        record.set(Field::App, "Portal");
        record.set(Field::Resource, "Portal");
        record.steps = vec![AuthStep { method: "Password".into(), ..AuthStep::default() }];
        let mut batch = Batch::default();
        let place = Original { block: 0, start: 0, length: 3 };
        batch.push(&record, place);
        assert_eq!(batch.record(0), record);
        // One text for application and resource, one for the user, one for the steps.
        assert_eq!(batch.texts().len(), 3);
        assert_eq!(batch.records(), 1);
    }
}
