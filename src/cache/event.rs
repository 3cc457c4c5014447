//! Rows of the table `event`: from records to rows and back.

use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, Row, Statement, ToSql};

use super::kept_columns::KeptMarks;
use super::keys::Keys;
use super::texts::Texts;
use super::{Cache, CacheError, SourceId, cells};
use crate::clock::Millis;
use crate::fields::{Field, Kind, Log};
use crate::record::batch::UNIQUE_ID_FIELDS;
use crate::record::{EventId, Record, UniqueId, decode_steps, encode_steps};

/// A sign-in as the table holds it: numbers of texts by field, and its unique identifiers.
#[derive(Clone, Debug, PartialEq)]
pub struct EventRow {
    /// Its number.
    pub event: EventId,
    /// Its log.
    pub log: Log,
    /// When it happened.
    pub time: Millis,
    /// Numbers of its texts by field; 0 where nothing is known.
    pub texts: [i64; Field::COUNT],
    /// Its unique identifiers, in the order of [`UNIQUE_ID_FIELDS`].
    pub unique_ids: [Option<UniqueId>; UNIQUE_ID_FIELDS.len()],
    /// The earliest export that tells of it.
    pub(super) first_source: SourceId,
    /// The latest export that tells of it.
    pub(super) last_source: SourceId,
}

impl EventRow {
    /// Whether both rows say the same of a sign-in, whoever told it.
    pub(super) fn tells_the_same(&self, other: &Self) -> bool {
        (self.log, self.time, &self.texts, &self.unique_ids) == (other.log, other.time, &other.texts, &other.unique_ids)
    }

    /// The row of a record.
    pub(super) fn from_record(
        connection: &Connection,
        texts: &mut Texts,
        event: EventId,
        record: &Record<'_>,
        sources: (SourceId, SourceId),
    ) -> Result<Self, CacheError> {
        let mut row = Self {
            event,
            log: record.log,
            time: record.time,
            texts: [0; Field::COUNT],
            unique_ids: UNIQUE_ID_FIELDS.map(|field| record.get(field).map(UniqueId::parse)),
            first_source: sources.0,
            last_source: sources.1,
        };
        for field in cells::fields() {
            row.texts[field as usize] = match (field.kind(), record.get(field)) {
                (Kind::Steps, _) if !record.steps.is_empty() => texts.id(connection, &encode_steps(&record.steps))?,
                (_, Some(text)) => texts.id(connection, text)?,
                (_, None) => 0,
            };
        }
        Ok(row)
    }

    /// The record of the row; its authentication steps have no times, which only the originals tell.
    pub(super) fn to_record(&self, connection: &Connection, texts: &mut Texts) -> Result<Record<'static>, CacheError> {
        let mut record = Record::new(self.log, self.time);
        for field in cells::fields() {
            let id = self.texts[field as usize];
            if id == 0 {
                continue;
            }
            let text = texts.value(connection, id)?;
            if field.kind() == Kind::Steps {
                record.steps = decode_steps(&text).into_iter().map(crate::record::AuthStep::into_owned).collect();
            } else {
                record.set(field, text.into_string());
            }
        }
        for (field, id) in UNIQUE_ID_FIELDS.into_iter().zip(&self.unique_ids) {
            if let Some(id) = id {
                record.set(field, id.to_string());
            }
        }
        Ok(record)
    }

    fn read(row: &Row<'_>) -> Result<Self, CacheError> {
        let mut event = Self::read_head(row)?;
        let texts = row.get_ref(TEXTS_AT)?.as_blob().map_err(|error| CacheError::Damaged(error.to_string()))?;
        cells::decode(texts, |field, id| event.texts[field as usize] = id)?;
        Ok(event)
    }

    /// Reads what stands before the texts, which tables of every version have in this order.
    pub(super) fn read_head(row: &Row<'_>) -> Result<Self, CacheError> {
        let log: u8 = row.get(1)?;
        let mut event = Self {
            event: EventId(row.get(0)?),
            log: Log::from_number(log).ok_or_else(|| CacheError::Damaged(format!("log {log} is unknown")))?,
            time: Millis(row.get(2)?),
            texts: [0; Field::COUNT],
            unique_ids: [const { None }; UNIQUE_ID_FIELDS.len()],
            first_source: SourceId(row.get(3)?),
            last_source: SourceId(row.get(4)?),
        };
        for (place, id) in event.unique_ids.iter_mut().enumerate() {
            *id = unique_id_from_sql(row.get_ref(UNIQUE_IDS_AT + place)?);
        }
        Ok(event)
    }

    /// How many sign-ins it stands for: summaries stand for several.
    fn sign_ins(&self, connection: &Connection, texts: &mut Texts) -> Result<i64, CacheError> {
        let id = self.texts[Field::SignInCount as usize];
        if id == 0 {
            return Ok(1);
        }
        Ok(texts.value(connection, id)?.parse().map_or(1, |count: i64| count.max(1)))
    }
}

/// The columns that [`EventRow::read`] reads, in its order.
const COLUMNS: &str = "id, log, time, first_source, last_source, request_id, correlation_id, unique_token_id, session_id, \
                       original_request_id, texts";
/// The place of the first of [`UNIQUE_ID_FIELDS`] among them, and that of the texts.
const UNIQUE_IDS_AT: usize = 5;
pub(super) const TEXTS_AT: usize = UNIQUE_IDS_AT + UNIQUE_ID_FIELDS.len();

/// Writes rows; prepared once per import.
pub(super) struct EventWriter<'c> {
    connection: &'c Connection,
    insert: Statement<'c>,
    replace: Statement<'c>,
    kept: KeptMarks<'c>,
    /// The texts of the row that is written.
    texts: Vec<u8>,
}

impl<'c> EventWriter<'c> {
    pub(super) fn new(connection: &'c Connection) -> Result<Self, CacheError> {
        let places = ["?"; TEXTS_AT + 2].join(", ");
        let into = format!("INTO event ({COLUMNS}, sign_ins) VALUES ({places})");
        Ok(Self {
            connection,
            insert: connection.prepare(&format!("INSERT {into}"))?,
            replace: connection.prepare(&format!("REPLACE {into}"))?,
            kept: KeptMarks::new(connection)?,
            texts: Vec::new(),
        })
    }

    /// Adds a row, whose number must be free.
    pub(super) fn insert(&mut self, row: &EventRow, texts: &mut Texts) -> Result<(), CacheError> {
        cells::encode(&row.texts, &mut self.texts);
        bind(&mut self.insert, row, &self.texts, row.sign_ins(self.connection, texts)?)?;
        self.insert.raw_execute()?;
        Ok(())
    }

    /// Replaces the row of that number.
    pub(super) fn replace(&mut self, row: &EventRow, texts: &mut Texts) -> Result<(), CacheError> {
        cells::encode(&row.texts, &mut self.texts);
        bind(&mut self.replace, row, &self.texts, row.sign_ins(self.connection, texts)?)?;
        self.replace.raw_execute()?;
        self.kept.mark(row.event)
    }
}

fn bind(statement: &mut Statement<'_>, row: &EventRow, texts: &[u8], sign_ins: i64) -> Result<(), CacheError> {
    statement.raw_bind_parameter(1, row.event.0)?;
    statement.raw_bind_parameter(2, row.log as u8)?;
    statement.raw_bind_parameter(3, row.time.0)?;
    statement.raw_bind_parameter(4, row.first_source.0)?;
    statement.raw_bind_parameter(5, row.last_source.0)?;
    for (place, id) in (UNIQUE_IDS_AT + 1..).zip(&row.unique_ids) {
        statement.raw_bind_parameter(place, UniqueIdSql(id.as_ref()))?;
    }
    statement.raw_bind_parameter(TEXTS_AT + 1, texts)?;
    statement.raw_bind_parameter(TEXTS_AT + 2, sign_ins)?;
    Ok(())
}

/// A unique identifier as SQLite keeps it: 16 bytes for a GUID, text for anything else, null for none.
pub(super) struct UniqueIdSql<'a>(pub(super) Option<&'a UniqueId>);

impl ToSql for UniqueIdSql<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self.0 {
            None => ToSqlOutput::Owned(Value::Null),
            Some(UniqueId::Guid(bits)) => ToSqlOutput::Owned(Value::Blob(bits.to_be_bytes().to_vec())),
            Some(id @ UniqueId::Token(_)) => ToSqlOutput::Owned(Value::Text(id.to_string())),
            Some(UniqueId::Text(text)) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
        })
    }
}

pub(super) fn unique_id_from_sql(value: ValueRef<'_>) -> Option<UniqueId> {
    match value {
        ValueRef::Blob(bytes) => {
            <[u8; 16]>::try_from(bytes).ok().map(|bytes| UniqueId::Guid(u128::from_be_bytes(bytes)))
        }
        ValueRef::Text(text) => Some(UniqueId::parse(&String::from_utf8_lossy(text))),
        ValueRef::Null | ValueRef::Integer(_) | ValueRef::Real(_) => None,
    }
}

impl Cache {
    /// Every sign-in, in the order of their numbers.
    pub fn for_each_event(&self, each: impl FnMut(&EventRow)) -> Result<(), CacheError> {
        for_each(&self.connection, each)
    }

    /// Every sign-in behind this number, in the order of their numbers, for loading columns.
    pub fn for_each_event_after(
        &self,
        after: EventId,
        mut each: impl FnMut(StoredEvent<'_>) -> Result<(), CacheError>,
    ) -> Result<(), CacheError> {
        let mut statement =
            self.connection.prepare(&format!("SELECT {COLUMNS} FROM event WHERE id > ?1 ORDER BY id"))?;
        let mut rows = statement.query([after.0])?;
        while let Some(row) = rows.next()? {
            each(StoredEvent::read(row)?)?;
        }
        Ok(())
    }

    /// Hands over the sign-in of this number, for loading columns. Whether there is one.
    pub fn stored_event(
        &self,
        event: EventId,
        found: impl FnOnce(StoredEvent<'_>) -> Result<(), CacheError>,
    ) -> Result<bool, CacheError> {
        let mut statement = self.connection.prepare_cached(&format!("SELECT {COLUMNS} FROM event WHERE id = ?1"))?;
        let mut rows = statement.query([event.0])?;
        let Some(row) = rows.next()? else { return Ok(false) };
        found(StoredEvent::read(row)?)?;
        Ok(true)
    }
}

/// A sign-in as it stands in the table, its texts not taken apart.
#[derive(Debug)]
pub struct StoredEvent<'r> {
    /// Its number.
    pub event: EventId,
    /// Its log.
    pub log: Log,
    /// When it happened.
    pub time: Millis,
    /// Its unique identifiers, in the order of [`UNIQUE_ID_FIELDS`].
    pub unique_ids: [Option<UniqueId>; UNIQUE_ID_FIELDS.len()],
    texts: &'r [u8],
}

impl<'r> StoredEvent<'r> {
    fn read(row: &'r Row<'_>) -> Result<Self, CacheError> {
        let log: u8 = row.get(1)?;
        let mut unique_ids = [const { None }; UNIQUE_ID_FIELDS.len()];
        for (place, id) in unique_ids.iter_mut().enumerate() {
            *id = unique_id_from_sql(row.get_ref(UNIQUE_IDS_AT + place)?);
        }
        Ok(Self {
            event: EventId(row.get(0)?),
            log: Log::from_number(log).ok_or_else(|| CacheError::Damaged(format!("log {log} is unknown")))?,
            time: Millis(row.get(2)?).in_calendar(),
            unique_ids,
            texts: row.get_ref(TEXTS_AT)?.as_blob().map_err(|error| CacheError::Damaged(error.to_string()))?,
        })
    }

    /// Hands out the numbers of its texts by field.
    pub fn each_text(&self, each: impl FnMut(Field, i64)) -> Result<(), CacheError> {
        cells::decode(self.texts, each)
    }
}

/// Every row, in the order of their numbers.
pub(super) fn for_each(connection: &Connection, mut each: impl FnMut(&EventRow)) -> Result<(), CacheError> {
    let mut statement = connection.prepare(&format!("SELECT {COLUMNS} FROM event ORDER BY id"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(&EventRow::read(row)?);
    }
    Ok(())
}

/// Begins a new event as a copy of another one, until it is merged from its own originals; leaves one that is there.
pub(super) fn copy(connection: &Connection, from: EventId, to: EventId, id: &UniqueId) -> Result<(), CacheError> {
    connection
        .prepare_cached(
            "INSERT OR IGNORE INTO event (id, log, time, sign_ins, first_source, last_source, request_id, texts)
             SELECT ?2, log, time, sign_ins, first_source, last_source, ?3, texts FROM event WHERE id = ?1",
        )?
        .execute((from.0, to.0, UniqueIdSql(Some(id))))?;
    Ok(())
}

/// The row of a number.
pub(super) fn find(connection: &Connection, event: EventId) -> Result<Option<EventRow>, CacheError> {
    let mut statement = connection.prepare_cached(&format!("SELECT {COLUMNS} FROM event WHERE id = ?1"))?;
    let mut rows = statement.query([event.0])?;
    rows.next()?.map(EventRow::read).transpose()
}

/// The sign-ins with this request ID, in whatever log and second.
pub(super) fn with_request_id(
    connection: &Connection,
    keys: &Keys,
    id: &UniqueId,
) -> Result<Vec<EventRow>, CacheError> {
    let mut found = with_key(connection, keys, id.lookup_key())?;
    found.retain(|row| row.unique_ids[0].as_ref() == Some(id));
    Ok(found)
}

/// The events that may have an identifier or a name with this lookup key.
pub(super) fn with_key(connection: &Connection, keys: &Keys, key: i64) -> Result<Vec<EventRow>, CacheError> {
    let events = keys.events(connection, key)?;
    events.into_iter().filter_map(|event| find(connection, event).transpose()).collect()
}
