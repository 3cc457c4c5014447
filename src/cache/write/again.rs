//! Reading anew what an older program wrote of logs whose events it found by less.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::super::names::NAMED;
use super::super::originals::{Occurrence, Originals};
use super::super::{CacheError, SourceId, event};
use super::Writer;
use super::rebuild::rebuild_events;
use crate::record::EventId;
use crate::record::batch::{Batch, Original};

/// Finds the events of these logs anew by their originals, as if they were imported again in the same order. Which records
/// could not be read before can't be read now.
pub(in super::super) fn add_named_again(connection: &Connection) -> Result<(), CacheError> {
    let mut events: Vec<EventId> = Vec::new();
    event::for_each(connection, |row| {
        if NAMED.contains(row.log) {
            events.push(row.event);
        }
    })?;
    let mut originals = Originals::new(connection);
    let mut told: BTreeMap<SourceId, Vec<Occurrence>> = BTreeMap::new();
    for event in events {
        let mut own = originals.occurrences(event)?;
        own.retain(|occurrence| !occurrence.step);
        // What can't be read any more stays as it is.
        if originals.records(event)?.len() < own.len() {
            continue;
        }
        for statement in ["DELETE FROM occurrence WHERE event = ?1", "DELETE FROM event WHERE id = ?1"] {
            connection.prepare_cached(statement)?.execute([event.0])?;
        }
        for occurrence in own {
            told.entry(occurrence.source).or_default().push(occurrence);
        }
    }
    if told.is_empty() {
        return Ok(());
    }
    connection.execute("DELETE FROM event_key WHERE event NOT IN (SELECT id FROM event)", [])?;
    for (source, mut occurrences) in told {
        occurrences.sort_unstable_by_key(|occurrence| (occurrence.block, occurrence.start));
        let (shape, _) = originals.shape(source)?;
        let mut writer = Writer::of(connection, source, shape.whole_minutes)?;
        for occurrence in occurrences {
            let Some(record) = originals.record(&occurrence)? else { continue };
            let mut batch = Batch::default();
            batch.push(&record, Original { block: 0, start: occurrence.start, length: occurrence.length });
            writer.add_rows(&batch, &[occurrence.block])?;
        }
        let rebuild = writer.settle()?;
        rebuild_events(connection, rebuild.into_keys(), |_, _| {})?;
    }
    Ok(())
}
