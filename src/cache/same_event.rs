//! Which of the events that are known a record tells of.

use rusqlite::{Connection, params};

use super::CacheError;
use super::event::{self, EventRow, UniqueIdSql};
use super::keys::Keys;
use crate::clock::Millis;
use crate::fields::Log;
use crate::record::{EventId, UniqueId};

/// The known event of a record: that of the same log, request ID and second. Where either of the two is told by files alone
/// whose times have no seconds, as spreadsheets leave them out, the only event of the same minute is meant; if there are
/// several, nothing tells which.
pub(super) fn find(
    connection: &Connection,
    keys: &Keys,
    request_id: &UniqueId,
    log: Log,
    time: Millis,
    whole_minutes: bool,
) -> Result<Option<EventRow>, CacheError> {
    let mut same = event::with_request_id(connection, keys, request_id)?;
    same.retain(|known| known.log == log && known.time.minute() == time.minute());
    if let Some(at) = same.iter().position(|known| known.time.second() == time.second()) {
        return Ok(Some(same.swap_remove(at)));
    }
    let Some(only) = same.pop().filter(|_| same.is_empty()) else { return Ok(None) };
    let lacks_seconds = whole_minutes && time.is_whole_minute()
        || only.time.is_whole_minute() && is_told_in_minutes(connection, only.event)?;
    Ok(lacks_seconds.then_some(only))
}

/// Whether all that tell of an event have no seconds.
fn is_told_in_minutes(connection: &Connection, event: EventId) -> Result<bool, CacheError> {
    let has_seconds = connection
        .prepare_cached(
            "SELECT 1 FROM occurrence JOIN source ON source.id = occurrence.source
             WHERE occurrence.event = ?1 AND NOT source.whole_minutes",
        )?
        .exists([event.0])?;
    Ok(!has_seconds)
}

/// Lets what the analyst said of an event follow it to another second.
pub(super) fn follow(connection: &Connection, before: &EventRow, after: &EventRow) -> Result<(), CacheError> {
    let Some(request_id) = after.unique_ids.first().and_then(Option::as_ref) else { return Ok(()) };
    if before.time.second() != after.time.second() {
        connection
            .prepare_cached(
                "UPDATE OR REPLACE annotation SET second = ?1
                 WHERE key = ?2 AND log = ?3 AND second = ?4 AND request_id = ?5",
            )?
            .execute(params![
                after.time.second(),
                request_id.lookup_key(),
                after.log as u8,
                before.time.second(),
                UniqueIdSql(Some(request_id)),
            ])?;
    }
    Ok(())
}
