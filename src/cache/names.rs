//! What else than its identifier an event is found by; see `event_name` in the tables.

use rusqlite::{CachedStatement, Connection, params};

use super::event::{self, EventRow, UniqueIdSql, unique_id_from_sql};
use super::kept_columns::KeptMarks;
use super::keys::Keys;
use super::{CacheError, SourceId};
use crate::clock::Millis;
use crate::fields::{Log, Logs};
use crate::record::{EventId, UniqueId, is_made_id};

/// Logs whose events are found by more than their identifiers, which not every form of theirs tells. Sign-ins tell theirs
/// in every form.
pub(super) const NAMED: Logs = Logs::AUDIT.and(Logs::PROVISIONING).and(Logs::RISK);

/// Whether a row of a details file is one of an event, as a condition of a statement that joins both: [`in_details`] in SQL.
pub(super) const IS_STEP_OF_EVENT: &str = "(event.request_id = step_row.request_id OR EXISTS (
         SELECT 1 FROM event_name WHERE event_name.event = event.id AND event_name.name = step_row.request_id))";

/// A name as a source tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) id: UniqueId,
    pub(super) source: SourceId,
    /// When the event was, as that source tells it.
    pub(super) time: Millis,
}

/// Lets events be found by names; prepared once for many.
pub(super) struct NameWriter<'c> {
    connection: &'c Connection,
    /// The first adds one name, the next two, and so on.
    inserts: [CachedStatement<'c>; MOST_AT_ONCE],
}

/// Most records have no more names.
const MOST_AT_ONCE: usize = 3;

impl<'c> NameWriter<'c> {
    pub(super) fn new(connection: &'c Connection) -> Result<Self, CacheError> {
        let insert = |names: usize| {
            let rows: Vec<String> = (4..).take(names).map(|name| format!("(?1, ?2, ?3, ?{name})")).collect();
            connection.prepare_cached(&format!(
                "INSERT OR IGNORE INTO event_name (event, source, time, name) VALUES {}",
                rows.join(", ")
            ))
        };
        Ok(Self { connection, inserts: [insert(1)?, insert(2)?, insert(3)?] })
    }

    /// Lets an event be found by the names that a source tells.
    pub(super) fn add(
        &mut self,
        keys: &mut Keys,
        event: EventId,
        names: &[&UniqueId],
        (source, time): (SourceId, Millis),
    ) -> Result<(), CacheError> {
        for names in names.chunks(MOST_AT_ONCE) {
            let insert = &mut self.inserts[names.len() - 1];
            insert.raw_bind_parameter(1, event.0)?;
            insert.raw_bind_parameter(2, source.0)?;
            insert.raw_bind_parameter(3, time.0)?;
            for (place, name) in (4..).zip(names) {
                insert.raw_bind_parameter(place, UniqueIdSql(Some(name)))?;
            }
            insert.raw_execute()?;
        }
        names.iter().try_for_each(|name| keys.add(self.connection, name.lookup_key(), event))
    }
}

/// The names of an event, in their order, each as often as sources tell it.
pub(super) fn of(connection: &Connection, event: EventId) -> Result<Vec<Name>, CacheError> {
    let mut statement = connection
        .prepare_cached("SELECT name, source, time FROM event_name WHERE event = ?1 ORDER BY name, source")?;
    let mut rows = statement.query([event.0])?;
    let mut names = Vec::new();
    while let Some(row) = rows.next()? {
        if let Some(name) = unique_id_from_sql(row.get_ref(0)?) {
            names.push(Name { id: name, source: SourceId(row.get(1)?), time: Millis(row.get(2)?) });
        }
    }
    Ok(names)
}

/// The first of the identifiers that were made for records of an event, whether or not it has a told one too.
pub(super) fn first_made(connection: &Connection, event: EventId) -> Result<Option<UniqueId>, CacheError> {
    Ok(of(connection, event)?.into_iter().map(|name| name.id).find(is_made))
}

/// By what rows of details files call an event of this log and identifier.
pub(super) fn in_details(
    connection: &Connection,
    event: EventId,
    log: Log,
    id: Option<UniqueId>,
) -> Result<Vec<UniqueId>, CacheError> {
    if !Logs::DETAILED.contains(log) {
        return Ok(Vec::new());
    }
    let mut called: Vec<UniqueId> = id.into_iter().collect();
    if Logs::PROVISIONING.contains(log) {
        called.extend(of(connection, event)?.into_iter().map(|name| name.id));
        called.sort();
        called.dedup();
    }
    Ok(called)
}

/// Whether an identifier was made and not told.
pub(super) fn is_made(id: &UniqueId) -> bool {
    matches!(id, UniqueId::Text(text) if is_made_id(text))
}

/// The events that have this identifier or this name, in whatever log and second.
pub(super) fn events_called(
    connection: &Connection,
    keys: &Keys,
    name: &UniqueId,
) -> Result<Vec<EventRow>, CacheError> {
    let is_name = |event: EventId| -> Result<bool, CacheError> {
        let mut find = connection.prepare_cached("SELECT 1 FROM event_name WHERE event = ?1 AND name = ?2")?;
        Ok(find.exists((event.0, UniqueIdSql(Some(name))))?)
    };
    let mut found = Vec::new();
    for row in event::with_key(connection, keys, name.lookup_key())? {
        if row.unique_ids[0].as_ref() == Some(name) || is_name(row.event)? {
            found.push(row);
        }
    }
    Ok(found)
}

/// Hands what a source calls an event over to another one; what remains of the source there keeps its name.
pub(super) fn hand_over(
    connection: &Connection,
    keys: &mut Keys,
    (from, to): (EventId, EventId),
    name: &UniqueId,
    source: SourceId,
) -> Result<(), CacheError> {
    let remains = connection
        .prepare_cached("SELECT 1 FROM occurrence WHERE event = ?1 AND source = ?2")?
        .exists((from.0, source.0))?;
    let mut writer = NameWriter::new(connection)?;
    for told in of(connection, from)?.into_iter().filter(|told| told.source == source) {
        if told.id == *name || !is_made(&told.id) {
            writer.add(keys, to, &[&told.id], (source, told.time))?;
        }
        if told.id == *name || !remains {
            connection
                .prepare_cached("DELETE FROM event_name WHERE event = ?1 AND name = ?2 AND source = ?3")?
                .execute(params![from.0, UniqueIdSql(Some(&told.id)), source.0])?;
        }
    }
    Ok(())
}

/// Makes two events one: the originals and the names of the first become the second's.
pub(super) fn merge_events(
    connection: &Connection,
    keys: &mut Keys,
    from: EventId,
    to: EventId,
) -> Result<(), CacheError> {
    let names = of(connection, from)?;
    let mut calls: Vec<i64> = names.iter().map(|name| name.id.lookup_key()).collect();
    if let Some(id) = event::find(connection, from)?.and_then(|row| row.unique_ids[0].clone()) {
        calls.push(id.lookup_key());
        if !is_made(&id) {
            keys.add(connection, id.lookup_key(), to)?;
        }
    }
    let mut writer = NameWriter::new(connection)?;
    for name in &names {
        writer.add(keys, to, &[&name.id], (name.source, name.time))?;
    }
    connection.prepare_cached("UPDATE occurrence SET event = ?2 WHERE event = ?1")?.execute((from.0, to.0))?;
    remove(connection, keys, from, &calls)
}

/// Takes an event away that no original tells of any more, with the keys by which it was found.
pub(super) fn remove(
    connection: &Connection,
    keys: &mut Keys,
    event: EventId,
    calls: &[i64],
) -> Result<(), CacheError> {
    keys.write(connection)?;
    for key in calls {
        connection.prepare_cached("DELETE FROM event_key WHERE key = ?1 AND event = ?2")?.execute((key, event.0))?;
    }
    connection.prepare_cached("DELETE FROM event_name WHERE event = ?1")?.execute([event.0])?;
    connection.prepare_cached("DELETE FROM event WHERE id = ?1")?.execute([event.0])?;
    KeptMarks::new(connection)?.mark(event)
}
