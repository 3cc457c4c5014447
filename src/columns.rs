//! The loaded cache as typed columns with dictionaries: what every query runs on.
//!
//! A column of texts is a dictionary of its different texts and one small integer per row; times are
//! integers; unique identifiers are 16 bytes. [`Columns`] is an immutable snapshot: views and jobs share
//! it, and a new import makes a new one. What only the detail window needs is not here but in the cache.
//!
//! This floor knows the table of fields, records and the cache, but no query and no window.

mod annotations;
mod builder;
mod codes;
mod dictionary;
mod directory;
mod kept;
mod load;
mod log_order;
mod parts;
mod private;
mod radix;
mod recency;
mod sign_in_counts;
mod texts;
mod unique_ids;
mod users_by_name;

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

pub use builder::Builder;
pub use codes::Codes;
pub use dictionary::Dictionary;
pub use directory::LoadedDirectory;
pub use kept::{is_worth_keeping, keep};
pub use load::load;
pub use log_order::LogOrder;
pub use parts::{PartTable, PartText};
pub use private::Pseudonyms;
pub(crate) use radix::sort_by_bits;
pub use recency::Recency;
pub use unique_ids::{IdOrder, UniqueIds};
pub use users_by_name::UsersByName;

use self::sign_in_counts::Summaries;
use crate::clock::{Clock, Millis};
use crate::fields::{Field, Kind, Log, Logs, Noun};
use crate::record::{Deed, EventId, Identity, is_made_id};
use private::names_somebody;

/// A row of one [`Columns`] snapshot; not valid in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId(pub u32);

impl RowId {
    /// Its place in a column.
    #[inline]
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A field's texts over all rows: a code per row, and the texts the codes stand for.
#[derive(Debug, Default)]
pub struct TextColumn {
    /// A code per row; 0 where nothing is known.
    pub codes: Codes,
    /// The different texts; code `c` stands for the text of place `c - 1`.
    pub dictionary: Dictionary,
    counts: OnceLock<Vec<u32>>,
}

impl TextColumn {
    /// A column of these codes and their texts.
    #[must_use]
    pub fn new(codes: Codes, dictionary: Dictionary) -> Self {
        Self { codes, dictionary, counts: OnceLock::new() }
    }

    /// How many rows have each code; counted once.
    #[must_use]
    pub fn counts(&self) -> &[u32] {
        self.counts.get_or_init(|| self.codes.counts(self.dictionary.len() + 1))
    }

    /// The code of a row; 0 where nothing is known.
    #[inline]
    #[must_use]
    pub fn code(&self, row: RowId) -> u32 {
        self.codes.get(row.index())
    }

    /// The text of a row in its stored form.
    #[must_use]
    pub fn text(&self, row: RowId) -> Option<&str> {
        self.dictionary.text(self.code(row))
    }
}

/// All sign-ins of a cache, column by column. Snapshots share the columns in which they do not differ.
#[derive(Clone, Debug)]
pub struct Columns {
    events: Arc<[EventId]>,
    times: Arc<[Millis]>,
    texts: Vec<Arc<TextColumn>>,
    unique_ids: Arc<[UniqueIds]>,
    by_log: Arc<[Vec<RowId>; Log::ALL.len()]>,
    recency: Arc<OnceLock<Recency>>,
    log_order: Arc<OnceLock<LogOrder>>,
    users_by_name: Arc<OnceLock<UsersByName>>,
    /// What look-ups tell of users, and whom each event is about.
    directory: Arc<LoadedDirectory>,
    /// What stands for whom, if these columns name nobody.
    pseudonyms: Option<Arc<Pseudonyms>>,
    /// What rows stand for several sign-ins, if any does.
    summaries: Option<Arc<Summaries>>,
}

impl Default for Columns {
    fn default() -> Self {
        Builder::default().finish()
    }
}

impl Columns {
    /// How many sign-ins there are, over all logs.
    #[must_use]
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether there is no sign-in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// The number under which the cache keeps the sign-in of a row.
    #[must_use]
    pub fn event(&self, row: RowId) -> EventId {
        self.events[row.index()]
    }

    /// The row of a sign-in, if it is in this snapshot.
    #[must_use]
    pub fn row_of(&self, event: EventId) -> Option<RowId> {
        self.events.binary_search(&event).ok().map(|at| RowId(at as u32))
    }

    /// When the sign-in happened.
    #[inline]
    #[must_use]
    pub fn time(&self, row: RowId) -> Millis {
        self.times[row.index()]
    }

    /// When each sign-in happened, row by row.
    #[must_use]
    pub fn times(&self) -> &[Millis] {
        &self.times
    }

    /// The log of the sign-in.
    #[must_use]
    pub fn log(&self, row: RowId) -> Log {
        // The dictionary of this column is the list of logs, in its order.
        Log::from_number(self.text_column(Field::Log).code(row).saturating_sub(1) as u8).unwrap_or(Log::Interactive)
    }

    /// The logs that have records.
    #[must_use]
    pub fn logs(&self) -> Logs {
        let loaded: Vec<Log> = Log::ALL.into_iter().filter(|log| !self.rows_of(*log).is_empty()).collect();
        Logs::of(&loaded)
    }

    /// What all records together are called within a sentence.
    #[must_use]
    pub fn noun(&self) -> Noun {
        self.logs().noun()
    }

    /// The rows of a log, newest first.
    #[must_use]
    pub fn rows_of(&self, log: Log) -> &[RowId] {
        &self.by_log[log as usize]
    }

    /// The rows of several logs: log by log, each newest first.
    #[must_use]
    pub fn rows_of_all(&self, logs: Logs) -> Vec<RowId> {
        logs.iter().flat_map(|log| self.rows_of(log).iter().copied()).collect()
    }

    /// The rows of all logs in the order of time. Made once, when it is first asked for.
    #[must_use]
    pub fn recency(&self) -> &Recency {
        self.recency.get_or_init(|| Recency::new(&self.times, self.by_log.iter().map(Vec::as_slice)))
    }

    /// The places of the rows when one log stands behind the other, each newest first. Made once, when it is first
    /// asked for.
    #[must_use]
    pub fn log_order(&self) -> &LogOrder {
        self.log_order.get_or_init(|| LogOrder::new(self.len(), &self.by_log))
    }

    /// Whom user principal names stand for. Made once, when it is first asked for.
    #[must_use]
    pub fn users_by_name(&self) -> &UsersByName {
        self.users_by_name.get_or_init(|| UsersByName::new(self))
    }

    /// Makes the orders that are otherwise made when they are first asked for, so that no question waits for them.
    pub fn make_orders(&self) {
        let _ = self.recency();
        let _ = self.log_order();
        for ids in self.unique_ids.iter() {
            let _ = ids.order();
        }
    }

    /// The time of the newest sign-in of any log: where "last 7 days" ends, since downloads are often old.
    #[must_use]
    pub fn newest(&self) -> Option<Millis> {
        self.by_log.iter().filter_map(|rows| rows.first()).map(|row| self.time(*row)).max()
    }

    /// The time of the oldest sign-in of any log.
    #[must_use]
    pub fn oldest(&self) -> Option<Millis> {
        self.by_log.iter().filter_map(|rows| rows.last()).map(|row| self.time(*row)).min()
    }

    /// What makes the sign-in of a row the same in every export; every sign-in has a request ID.
    #[must_use]
    pub fn identity(&self, row: RowId) -> Option<Identity> {
        let request_id = self.unique_id_column(Field::RequestId)?.get(row)?;
        let log = self.log(row);
        let text = |field| self.text_column(field).text(row);
        let deed = Deed::of(log, text(Field::Activity), text(Field::TargetId));
        Some(Identity { log, request_id, second: self.time(row).second(), deed })
    }

    /// The texts of a field; of one that is only a part of another, the texts of that one. Empty for times
    /// and unique identifiers, which have no dictionary.
    #[must_use]
    pub fn text_column(&self, field: Field) -> &TextColumn {
        &self.texts[field.stored_in() as usize]
    }

    /// The texts of [`Self::text_column`] taken apart; see [`crate::fields::Part`].
    #[must_use]
    pub fn parts(&self, field: Field) -> &PartTable {
        let stored = field.stored_in();
        self.texts[stored as usize].dictionary.parts(stored)
    }

    /// The identifiers of a [`Kind::UniqueId`] field; `None` for any other.
    #[must_use]
    pub fn unique_id_column(&self, field: Field) -> Option<&UniqueIds> {
        let place = crate::record::batch::UNIQUE_ID_FIELDS.iter().position(|of| *of == field)?;
        Some(&self.unique_ids[place])
    }

    /// A value in its stored form, as scripts get it; times in ISO 8601, UTC.
    #[must_use]
    pub fn value(&self, field: Field, row: RowId) -> Option<Cow<'_, str>> {
        match field.kind() {
            Kind::Time => Some(Cow::Owned(self.time(row).iso())),
            Kind::UniqueId if self.is_private() && names_somebody(field, self.log(row)) => None,
            Kind::UniqueId => self.unique_id_column(field)?.get(row).map(|id| Cow::Owned(id.to_string())),
            Kind::List if !field.spec().is_stored() && field.spec().part().is_some() => {
                let texts = self.parts(field).texts_of(self.text_column(field).code(row), field.spec().part()?);
                (!texts.is_empty()).then(|| Cow::Owned(texts.join("\n")))
            }
            _ => self.text_column(field).text(row).map(Cow::Borrowed),
        }
    }

    /// The value that is shown, in its stored form: an identifier that was made for a record that tells none is not.
    #[must_use]
    pub fn shown(&self, field: Field, row: RowId) -> Option<Cow<'_, str>> {
        let value = self.value(field, row);
        match field {
            Field::RequestId => value.filter(|id| !is_made_id(id)),
            _ => value,
        }
    }

    /// A value as the window shows it: the portal's words, times in the clock's zone, several texts in one
    /// line. Empty where nothing is known.
    #[must_use]
    pub fn display(&self, field: Field, row: RowId, clock: &Clock) -> Cow<'_, str> {
        match field.kind() {
            Kind::Time => Cow::Owned(clock.date_time(self.time(row))),
            Kind::UniqueId => self.shown(field, row).unwrap_or_default(),
            Kind::List => {
                let items = self.value(field, row).unwrap_or_default();
                Cow::Owned(items.lines().map(|item| field.spec().display(item)).collect::<Vec<_>>().join(", "))
            }
            Kind::Text if field.is_moment() => {
                let text = self.text_column(field).text(row).unwrap_or_default();
                Millis::from_iso(text).map_or(Cow::Borrowed(text), |at| Cow::Owned(clock.date_time(at)))
            }
            _ => Cow::Borrowed(self.text_column(field).text(row).map_or("", |text| field.spec().display(text))),
        }
    }
}
