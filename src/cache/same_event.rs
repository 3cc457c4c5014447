//! Which of the events that are known a record tells of whose identifier is told, as sign-ins always have one.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::CacheError;
use super::event::{self, EventRow};
use super::keys::Keys;
use super::names;
use super::originals::{Occurrence, Originals};
use super::settle::Settled;
use crate::clock::Millis;
use crate::fields::Log;
use crate::record::{EventId, UniqueId};

/// Events of one log and identifier in one minute.
pub(super) type Minute = (Log, UniqueId, i64);

/// What is known of a record's event.
#[derive(Debug, PartialEq)]
pub(super) enum Found {
    /// It is this one.
    Same(Box<EventRow>),
    /// There are others of its identifier in its minute.
    Beside,
    /// Nothing.
    New,
}

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
) -> Result<Found, CacheError> {
    let mut same = of_minute(connection, keys, &(log, request_id.clone(), time.minute()))?;
    if let Some(at) = same.iter().position(|known| known.time.second() == time.second()) {
        return Ok(Found::Same(Box::new(same.swap_remove(at))));
    }
    let is_any = !same.is_empty();
    if let Some(only) = same.pop().filter(|_| same.is_empty())
        && lack_seconds(connection, &only, time, whole_minutes)?
    {
        return Ok(Found::Same(Box::new(only)));
    }
    Ok(if is_any { Found::Beside } else { Found::New })
}

/// Whether the minute alone tells that a record is of an event, for lack of seconds in either.
pub(super) fn lack_seconds(
    connection: &Connection,
    known: &EventRow,
    time: Millis,
    whole_minutes: bool,
) -> Result<bool, CacheError> {
    Ok(known.time.minute() == time.minute()
        && (whole_minutes && time.is_whole_minute()
            || known.time.is_whole_minute() && is_told_in_minutes(connection, known.event)?))
}

fn of_minute(connection: &Connection, keys: &Keys, minute: &Minute) -> Result<Vec<EventRow>, CacheError> {
    let mut found = event::with_request_id(connection, keys, &minute.1)?;
    found.retain(|known| known.log == minute.0 && known.time.minute() == minute.2);
    Ok(found)
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

/// Whether the times of any source have no seconds.
pub(super) fn is_any_in_minutes(connection: &Connection) -> Result<bool, CacheError> {
    Ok(connection.prepare_cached("SELECT 1 FROM source WHERE whole_minutes")?.exists([])?)
}

/// The log, identifier and minute of an event, unless the log has other rules.
pub(super) fn minute_of(row: &EventRow) -> Option<Minute> {
    let id = row.unique_ids[0].clone().filter(|id| row.log != Log::Audit && !names::is_made(id))?;
    Some((row.log, id, row.time.minute()))
}

/// Decides anew which records without seconds are of which events of one minute: of the only one whose second is told; of
/// several, only of one that is on the minute itself. Else they are an event of their own.
pub(super) fn settle_minutes(
    connection: &Connection,
    keys: &mut Keys,
    minutes: &BTreeSet<Minute>,
    next_event: &mut i64,
    settled: &mut Settled,
) -> Result<(), CacheError> {
    let mut originals = Originals::new(connection);
    for minute in minutes {
        let events = of_minute(connection, keys, minute)?;
        if events.len() < 2 {
            continue;
        }
        let mut pieces: Vec<(EventId, Occurrence, Option<i64>)> = Vec::new();
        for known in &events {
            for (occurrence, record) in originals.records(known.event)? {
                let (shape, _) = originals.shape(occurrence.source)?;
                let lacks_seconds = shape.whole_minutes && record.time.is_whole_minute();
                pieces.push((known.event, occurrence, (!lacks_seconds).then(|| record.time.second())));
            }
        }
        let told: BTreeSet<i64> = pieces.iter().filter_map(|(_, _, second)| *second).collect();
        let on_minute = minute.2 * 60;
        let meant = told.first().copied().filter(|_| told.len() == 1).unwrap_or(on_minute);
        let mut by_second: BTreeMap<i64, Vec<(EventId, Occurrence, bool)>> = BTreeMap::new();
        for (event, occurrence, second) in pieces {
            by_second.entry(second.unwrap_or(meant)).or_default().push((event, occurrence, second.is_some()));
        }
        // Each keeps the number of those of its originals that tell the second.
        let mut used = BTreeSet::new();
        let mut moved = BTreeMap::new();
        for pieces in by_second.values() {
            let numbers = |surely| pieces.iter().filter(move |piece| piece.2 == surely).map(|piece| piece.0);
            let kept = numbers(true).chain(numbers(false)).find(|event| !used.contains(event)).unwrap_or_else(|| {
                *next_event += 1;
                EventId(*next_event - 1)
            });
            used.insert(kept);
            for (from, occurrence, _) in pieces.iter().filter(|piece| piece.0 != kept) {
                event::copy(connection, *from, kept, &minute.1)?;
                originals.give(occurrence, *from, kept)?;
                moved.insert(*from, kept);
                settled.changed.extend([*from, kept]);
            }
        }
        for (gone, into) in moved.into_iter().filter(|(from, _)| !used.contains(from)) {
            settled.changed.remove(&gone);
            settled.merged.push((gone, into));
            names::remove(connection, keys, gone, &[minute.1.lookup_key()])?;
        }
        for event in used {
            keys.add(connection, minute.1.lookup_key(), event)?;
        }
    }
    Ok(())
}
