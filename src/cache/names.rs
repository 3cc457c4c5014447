//! What else than its identifier an event is found by; see `event_name` in the tables.

use rusqlite::Connection;

use super::CacheError;
use super::event::{self, EventRow, UniqueIdSql, unique_id_from_sql};
use super::keys::Keys;
use crate::clock::Millis;
use crate::record::{EventId, UniqueId, is_made_id};

/// Whether a row of a details file is one of an event, as a condition of a statement that joins both.
pub(super) const IS_STEP_OF_EVENT: &str = "(event.request_id = step_row.request_id OR EXISTS (
         SELECT 1 FROM event_name WHERE event_name.event = event.id AND event_name.name = step_row.request_id))";

/// Lets an event be found by a name.
pub(super) fn add(connection: &Connection, keys: &mut Keys, event: EventId, name: &UniqueId) -> Result<(), CacheError> {
    connection
        .prepare_cached("INSERT OR IGNORE INTO event_name (event, name) VALUES (?1, ?2)")?
        .execute((event.0, UniqueIdSql(Some(name))))?;
    keys.add(connection, name.lookup_key(), event)
}

/// The names of an event.
pub(super) fn of(connection: &Connection, event: EventId) -> Result<Vec<UniqueId>, CacheError> {
    let mut statement = connection.prepare_cached("SELECT name FROM event_name WHERE event = ?1")?;
    let names = statement.query_map([event.0], |row| Ok(unique_id_from_sql(row.get_ref(0)?)))?;
    Ok(names.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

/// The identifier that was made for an event, whether or not it has a told one too.
pub(super) fn made_id(connection: &Connection, event: EventId) -> Result<Option<UniqueId>, CacheError> {
    Ok(of(connection, event)?.into_iter().find(is_made))
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
    let mut is_name = connection.prepare_cached("SELECT 1 FROM event_name WHERE event = ?1 AND name = ?2")?;
    let mut found = Vec::new();
    for row in event::with_key(connection, keys, name.lookup_key())? {
        if row.unique_ids[0].as_ref() == Some(name) || is_name.exists((row.event.0, UniqueIdSql(Some(name))))? {
            found.push(row);
        }
    }
    Ok(found)
}

/// Gives an event another identifier; what the analyst says of it goes with it, to the moment that comes with it.
pub(super) fn rename(
    connection: &Connection,
    keys: &mut Keys,
    row: &EventRow,
    id: &UniqueId,
    time: Millis,
) -> Result<(), CacheError> {
    connection
        .prepare_cached("UPDATE event SET request_id = ?2 WHERE id = ?1")?
        .execute((row.event.0, UniqueIdSql(Some(id))))?;
    keys.add(connection, id.lookup_key(), row.event)?;
    let Some(before) = &row.unique_ids[0] else { return Ok(()) };
    connection
        .prepare_cached(
            "UPDATE OR REPLACE annotation SET key = ?1, request_id = ?2, second = ?3
             WHERE key = ?4 AND log = ?5 AND second = ?6 AND request_id = ?7",
        )?
        .execute((
            id.lookup_key(),
            UniqueIdSql(Some(id)),
            time.second(),
            before.lookup_key(),
            row.log as u8,
            row.time.second(),
            UniqueIdSql(Some(before)),
        ))?;
    Ok(())
}

/// Takes the identifier away that was made for an event, once nothing that needed one tells of it any more.
pub(super) fn forget_made_id(connection: &Connection, event: EventId) -> Result<(), CacheError> {
    if let Some(made) = made_id(connection, event)? {
        connection
            .prepare_cached("DELETE FROM event_name WHERE event = ?1 AND name = ?2")?
            .execute((event.0, UniqueIdSql(Some(&made))))?;
    }
    Ok(())
}
