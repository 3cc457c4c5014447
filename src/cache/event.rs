//! Rows of the table `event`: from records to rows and back.

use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, Row, Statement, ToSql};

use super::schema::{self, EVENT_HEAD_LEN};
use super::texts::{TextId, Texts};
use super::{Cache, CacheError, SourceId};
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
        for field in schema::event_fields() {
            row.texts[field as usize] = match (field.kind(), record.get(field)) {
                (Kind::UniqueId, _) => 0,
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
        for field in schema::event_fields() {
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
        let mut unique = event.unique_ids.iter_mut();
        for (place, field) in schema::event_fields().enumerate() {
            let value = row.get_ref(EVENT_HEAD_LEN + place)?;
            if field.kind() == Kind::UniqueId {
                if let Some(slot) = unique.next() {
                    *slot = unique_id_from_sql(value);
                }
            } else if let ValueRef::Integer(id) = value {
                event.texts[field as usize] = id;
            }
        }
        Ok(event)
    }
}

/// Writes rows; prepared once per import.
pub(super) struct EventWriter<'c> {
    insert: Statement<'c>,
    replace: Statement<'c>,
}

impl<'c> EventWriter<'c> {
    pub(super) fn new(connection: &'c Connection) -> Result<Self, CacheError> {
        let places = vec!["?"; EVENT_HEAD_LEN + schema::event_fields().count()].join(", ");
        let into = format!("INTO event ({}, {}) VALUES ({places})", schema::EVENT_HEAD, schema::event_columns());
        Ok(Self {
            insert: connection.prepare(&format!("INSERT {into}"))?,
            replace: connection.prepare(&format!("REPLACE {into}"))?,
        })
    }

    /// Adds a row, whose number must be free.
    pub(super) fn insert(&mut self, row: &EventRow) -> Result<(), CacheError> {
        bind(&mut self.insert, row)?;
        self.insert.raw_execute()?;
        Ok(())
    }

    /// Replaces the row of that number.
    pub(super) fn replace(&mut self, row: &EventRow) -> Result<(), CacheError> {
        bind(&mut self.replace, row)?;
        self.replace.raw_execute()?;
        Ok(())
    }
}

fn bind(statement: &mut Statement<'_>, row: &EventRow) -> Result<(), CacheError> {
    statement.raw_bind_parameter(1, row.event.0)?;
    statement.raw_bind_parameter(2, row.log as u8)?;
    statement.raw_bind_parameter(3, row.time.0)?;
    statement.raw_bind_parameter(4, row.first_source.0)?;
    statement.raw_bind_parameter(5, row.last_source.0)?;
    let mut unique = row.unique_ids.iter();
    for (place, field) in schema::event_fields().enumerate() {
        let parameter = EVENT_HEAD_LEN + place + 1;
        if field.kind() == Kind::UniqueId {
            statement.raw_bind_parameter(parameter, UniqueIdSql(unique.next().and_then(Option::as_ref)))?;
        } else {
            let id: TextId = row.texts[field as usize];
            statement.raw_bind_parameter(parameter, (id != 0).then_some(id))?;
        }
    }
    Ok(())
}

/// A unique identifier as SQLite keeps it: 16 bytes for a GUID, text for anything else, null for none.
pub(super) struct UniqueIdSql<'a>(pub(super) Option<&'a UniqueId>);

impl ToSql for UniqueIdSql<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Owned(match self.0 {
            None => Value::Null,
            Some(UniqueId::Guid(bits)) => Value::Blob(bits.to_be_bytes().to_vec()),
            Some(id @ (UniqueId::Token(_) | UniqueId::Text(_))) => Value::Text(id.to_string()),
        }))
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
    /// Every sign-in, in the order of their numbers, for loading columns.
    pub fn for_each_event(&self, each: impl FnMut(&EventRow)) -> Result<(), CacheError> {
        for_each(&self.connection, each)
    }
}

/// Every row, in the order of their numbers.
pub(super) fn for_each(connection: &Connection, mut each: impl FnMut(&EventRow)) -> Result<(), CacheError> {
    let select = format!("SELECT {}, {} FROM event ORDER BY id", schema::EVENT_HEAD, schema::event_columns());
    let mut statement = connection.prepare(&select)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(&EventRow::read(row)?);
    }
    Ok(())
}

/// The row of a number.
pub(super) fn find(connection: &Connection, event: EventId) -> Result<Option<EventRow>, CacheError> {
    let select = format!("SELECT {}, {} FROM event WHERE id = ?1", schema::EVENT_HEAD, schema::event_columns());
    let mut statement = connection.prepare_cached(&select)?;
    let mut rows = statement.query([event.0])?;
    rows.next()?.map(EventRow::read).transpose()
}

/// The sign-ins with this request ID, in whatever log and second.
pub(super) fn with_request_id(connection: &Connection, id: &UniqueId) -> Result<Vec<EventRow>, CacheError> {
    let mut found = with_key(connection, id.lookup_key())?;
    found.retain(|row| row.unique_ids[0].as_ref() == Some(id));
    Ok(found)
}

/// The events that may have an identifier or a name with this lookup key.
pub(super) fn with_key(connection: &Connection, key: i64) -> Result<Vec<EventRow>, CacheError> {
    let mut statement = connection.prepare_cached("SELECT event FROM event_key WHERE key = ?1")?;
    let events: Vec<i64> = statement.query_map([key], |row| row.get(0))?.collect::<Result<_, rusqlite::Error>>()?;
    events.into_iter().filter_map(|event| find(connection, EventId(event)).transpose()).collect()
}
