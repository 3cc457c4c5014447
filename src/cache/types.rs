//! What the cache hands out.

use crate::clock::Millis;
use crate::fields::{Field, Log};
use crate::record::{EventId, Record};

/// The number of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub i64);

/// One file that was imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its number.
    pub id: SourceId,
    /// Where it was, zip members behind `›`.
    pub place: String,
    /// Its name for people.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Key of its [`crate::import::Format`].
    pub format: String,
    /// The log of its sign-ins; `None` if each record tells or it holds no events.
    pub log: Option<Log>,
    /// The group whose members it lists, if it does.
    pub group: Option<String>,
    /// When the file was written, as far as the file system tells: later exports win over earlier ones.
    pub exported: Millis,
    /// When it was imported.
    pub imported: Millis,
    /// What came of its records.
    pub counts: Counts,
    /// What was taken for granted when it was read, as sentences without a full stop.
    pub notes: Vec<String>,
}

/// What came of the records of a file. `records` is the sum of the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Records in the file, read or rejected.
    pub records: u64,
    /// Sign-ins not known before, and authentication steps that wait for their sign-in.
    pub new: u64,
    /// Records that told more of a known sign-in.
    pub merged: u64,
    /// Records that told nothing new.
    pub known: u64,
    /// Records that could not be read.
    pub rejected: u64,
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.records += other.records;
        self.new += other.new;
        self.merged += other.merged;
        self.known += other.known;
        self.rejected += other.rejected;
    }
}

/// A record that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RejectedRecord {
    /// The file it is in.
    pub source: SourceId,
    /// Name of that file.
    pub source_name: String,
    /// Number of the record in the file, from 1.
    pub number: u64,
    /// Byte at which it begins.
    pub offset: u64,
    /// What is wrong with it.
    pub reason: String,
    /// Its text, perhaps cut.
    pub text: String,
}

/// Everything known of one sign-in: the merged record, and every original text that told of it.
#[derive(Clone, Debug)]
pub struct Detail {
    /// Its number in the cache.
    pub event: EventId,
    /// All values, with the times of the authentication steps.
    pub record: Record<'static>,
    /// The originals, earliest export first.
    pub originals: Vec<OriginalText>,
}

/// The original text of a record, byte for byte, with where it came from.
#[derive(Clone, Debug)]
pub struct OriginalText {
    /// The file.
    pub source: SourceId,
    /// Name of the file.
    pub source_name: String,
    /// Title of its format.
    pub format: &'static str,
    /// When the file was imported.
    pub imported: Millis,
    /// The text. Bytes that are no UTF-8 are replaced for display.
    pub text: String,
    /// Whether none was replaced: the text is what the file held.
    pub is_exact: bool,
    /// For CSV, every cell with its header, unknown columns included.
    pub cells: Vec<(String, String)>,
    /// Whether it is a row of an authentication details file.
    pub is_step: bool,
}

impl Detail {
    /// The stored form of a value, log and time included.
    #[must_use]
    pub fn value(&self, field: Field) -> Option<String> {
        match field {
            Field::Time => Some(self.record.time.iso()),
            Field::Log => Some(self.record.log.key().to_owned()),
            _ => self.record.get(field).map(str::to_owned),
        }
    }
}
