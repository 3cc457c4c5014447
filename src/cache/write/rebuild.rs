//! Merging events anew from all their originals.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::super::event::{self, EventRow, EventWriter};
use super::super::keys::Keys;
use super::super::originals::Originals;
use super::super::same_event::{self, Minute};
use super::super::settle::{self, Settled};
use super::super::texts::Texts;
use super::super::{CacheError, names, notes};
use crate::record::EventId;

/// Merges events anew from all their originals, and tells of each whether that changed anything.
pub(in super::super) fn rebuild_events(
    connection: &Connection,
    events: impl Iterator<Item = EventId>,
    mut rebuilt: impl FnMut(EventId, bool),
) -> Result<(), CacheError> {
    let mut writer = EventWriter::new(connection)?;
    let mut keys = Keys::new(connection)?;
    let mut originals = Originals::new(connection);
    let mut texts = Texts::default();
    for event in events {
        if let Some(merged) = originals.merged(event)? {
            let sources = (merged.first_source, merged.last_source);
            let row = EventRow::from_record(connection, &mut texts, event, &merged.record, sources)?;
            let before = event::find(connection, event)?;
            if let Some(id) = &row.unique_ids[0] {
                keys.add(connection, id.lookup_key(), event)?;
            }
            rebuilt(event, before.as_ref().is_none_or(|before| !before.tells_the_same(&row)));
            writer.replace(&row, &mut texts)?;
            if let Some(before) = before {
                notes::follow(connection, &mut texts, &before, &row)?;
            }
            if names::NAMED.contains(row.log) {
                notes::know_by_made_ids(connection, &mut texts, &row)?;
            }
        }
    }
    keys.write(connection)
}

/// Settles which records are of which events, where not every source tells that: `alike` has the lookup keys of the ways in
/// which they are alike. The events that changed are to be merged anew.
pub(in super::super) fn settle_all(
    connection: &Connection,
    keys: &mut Keys,
    alike: &BTreeSet<i64>,
    minutes: &BTreeSet<Minute>,
    next_event: &mut i64,
) -> Result<Settled, CacheError> {
    keys.write(connection)?;
    let mut settled = settle::settle(connection, keys, alike, next_event)?;
    same_event::settle_minutes(connection, keys, minutes, next_event, &mut settled)?;
    keys.write(connection)?;
    connection.execute("UPDATE next_event SET id = ?1", [*next_event])?;
    Ok(settled)
}

/// The number of the next event.
pub(in super::super) fn next_event(connection: &Connection) -> Result<i64, CacheError> {
    Ok(connection.query_row("SELECT id FROM next_event", [], |row| row.get(0))?)
}
