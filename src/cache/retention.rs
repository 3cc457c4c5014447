//! Forgetting records by their age: the analyst's rule of how long traces of people are kept.
//!
//! What goes is every record of before a moment, whatever told of it: its originals are cut out of their blocks, its
//! bookmarks and notes go, and files of which nothing is left go as sources. Look-ups in the directory tell no moment; they
//! go with their sources alone.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, TransactionBehavior};

use super::names::IS_STEP_OF_EVENT;
use super::originals::{Occurrence, Originals};
use super::{Cache, CacheError, SourceId, forget, kept_columns, sources};
use crate::clock::Millis;
use crate::import;

/// What went with everything of before a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outdated {
    /// Sign-ins and other records; summaries count as the sign-ins that they stand for.
    pub records: u64,
    /// Sources of which nothing is left.
    pub sources: u64,
}

impl Cache {
    /// Forgets everything of before this moment, and tells what went.
    pub fn forget_older(&mut self, before: Millis) -> Result<Outdated, CacheError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let outdated = forget_within(&transaction, before)?;
        transaction.commit()?;
        if outdated != Outdated::default() {
            self.leave_no_trace();
        }
        Ok(outdated)
    }
}

fn forget_within(connection: &Connection, before: Millis) -> Result<Outdated, CacheError> {
    let records = "SELECT coalesce(sum(sign_ins), 0) FROM event WHERE time < ?1";
    let records: i64 = connection.query_row(records, [before.0], |row| row.get(0))?;
    let steps = old_steps(connection, before)?;
    let mut missing: BTreeMap<SourceId, u64> = BTreeMap::new();
    let mut blocks: BTreeSet<i64> = BTreeSet::new();
    for (_, step) in &steps {
        *missing.entry(step.source).or_default() += 1;
        blocks.insert(step.block);
    }
    let mut select = connection.prepare(
        "SELECT occurrence.source, occurrence.block FROM event JOIN occurrence ON occurrence.event = event.id
         WHERE event.time < ?1",
    )?;
    let mut rows = select.query([before.0])?;
    while let Some(row) = rows.next()? {
        *missing.entry(SourceId(row.get(0)?)).or_default() += 1;
        blocks.insert(row.get(1)?);
    }
    if missing.is_empty() {
        return Ok(Outdated::default());
    }
    // They hold what is to be forgotten.
    kept_columns::drop_all(connection)?;
    let mut delete =
        connection.prepare("DELETE FROM step_row WHERE key = ?1 AND source = ?2 AND block = ?3 AND start = ?4")?;
    for (key, step) in &steps {
        delete.execute((key, step.source.0, step.block, step.start))?;
    }
    connection.execute("DELETE FROM occurrence WHERE event IN (SELECT id FROM event WHERE time < ?1)", [before.0])?;
    connection.execute("DELETE FROM event WHERE time < ?1", [before.0])?;
    for table in ["event_key", "event_name"] {
        connection.execute(&format!("DELETE FROM {table} WHERE event NOT IN (SELECT id FROM event)"), [])?;
    }
    for table in ["annotation", "annotation_alias"] {
        connection.execute(&format!("DELETE FROM {table} WHERE second < ?1"), [before.second()])?;
    }
    cut_out(connection, &blocks)?;
    let mut gone = 0;
    for (source, missing) in missing {
        if is_empty(connection, source)? {
            // What could not be read of it goes with it, and nothing else is left.
            for table in ["reject", "directory_group"] {
                connection.execute(&format!("DELETE FROM {table} WHERE source = ?1"), [source.0])?;
            }
            connection.execute("DELETE FROM source WHERE id = ?1", [source.0])?;
            gone += 1;
        } else {
            sources::note_missing(connection, source, missing, "forgotten for their age")?;
        }
    }
    forget::forget_unused_texts(connection)?;
    Ok(Outdated { records: records.unsigned_abs(), sources: gone })
}

/// Rows of details files that only events of before this moment have, and those of none that tell an earlier time
/// themselves; each with its key.
fn old_steps(connection: &Connection, before: Millis) -> Result<Vec<(i64, Occurrence)>, CacheError> {
    let of_event = |condition: &str| {
        format!(
            "EXISTS (SELECT 1 FROM event_key JOIN event ON event.id = event_key.event AND {IS_STEP_OF_EVENT}
                     WHERE event_key.key = step_row.key AND {condition})"
        )
    };
    let mut select = connection.prepare(&format!(
        "SELECT key, source, block, start, length, {} FROM step_row WHERE NOT {} ORDER BY block, start",
        of_event("true"),
        of_event("event.time >= ?1")
    ))?;
    let mut originals = Originals::new(connection);
    let mut old = Vec::new();
    let mut rows = select.query([before.0])?;
    while let Some(row) = rows.next()? {
        let step = Occurrence::of(row, 1, true)?;
        let has_event = row.get::<_, bool>(5)?;
        if has_event || originals.step_time(&step)?.is_some_and(|time| time < before) {
            old.push((row.get(0)?, step));
        }
    }
    Ok(old)
}

/// Whether nothing is left of a source but what could not be read.
fn is_empty(connection: &Connection, source: SourceId) -> Result<bool, CacheError> {
    let mut select = connection.prepare_cached("SELECT 1 FROM block WHERE source = ?1 LIMIT 1")?;
    Ok(!select.exists([source.0])?)
}

/// The tables that tell where in its block an original is.
const PLACES: [&str; 3] = ["occurrence", "step_row", "directory_entry"];

/// Takes out of these blocks whatever no table tells of any more; blocks of which nothing is left go.
fn cut_out(connection: &Connection, blocks: &BTreeSet<i64>) -> Result<(), CacheError> {
    let mut staying: BTreeMap<i64, BTreeSet<(u32, u32)>> = BTreeMap::new();
    for table in PLACES {
        let mut select = connection.prepare(&format!("SELECT block, start, length FROM {table}"))?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            let block = row.get(0)?;
            if blocks.contains(&block) {
                staying.entry(block).or_default().insert((row.get(1)?, row.get(2)?));
            }
        }
    }
    // Where what stays begins in its block from now on.
    let mut moved: BTreeMap<(i64, u32), u32> = BTreeMap::new();
    let mut originals = Originals::new(connection);
    for block in blocks {
        let Some(staying) = staying.get(block) else {
            connection.prepare_cached("DELETE FROM block WHERE id = ?1")?.execute([block])?;
            continue;
        };
        let mut text = Vec::new();
        for (start, length) in staying {
            let place = Occurrence { source: SourceId(0), block: *block, start: *start, length: *length, step: false };
            moved.insert((*block, *start), u32::try_from(text.len()).unwrap_or(u32::MAX));
            text.extend(originals.text(&place)?);
        }
        let data = import::new_compressor().and_then(|mut compressor| compressor.compress(&text));
        let data = data.map_err(|error| CacheError::Damaged(error.to_string()))?;
        connection.prepare_cached("UPDATE block SET data = ?2 WHERE id = ?1")?.execute((block, data))?;
    }
    for table in PLACES {
        move_places(connection, table, &moved)?;
    }
    Ok(())
}

/// Writes where originals begin now. Those of a block move to its begin, in their order, so that none takes the place of
/// another that has not moved yet.
fn move_places(connection: &Connection, table: &str, moved: &BTreeMap<(i64, u32), u32>) -> Result<(), CacheError> {
    let key = if table == "occurrence" {
        "event"
    } else if table == "step_row" {
        "key"
    } else {
        "number"
    };
    let mut select = connection.prepare(&format!("SELECT {key}, source, block, start FROM {table}"))?;
    let mut rows = select.query([])?;
    let mut places: Vec<(i64, u32, i64, i64)> = Vec::new();
    while let Some(row) = rows.next()? {
        let (block, start) = (row.get(2)?, row.get(3)?);
        if moved.get(&(block, start)).is_some_and(|now| *now != start) {
            places.push((block, start, row.get(0)?, row.get(1)?));
        }
    }
    places.sort_unstable();
    let mut update = connection.prepare(&format!(
        "UPDATE {table} SET start = ?5 WHERE {key} = ?1 AND source = ?2 AND block = ?3 AND start = ?4"
    ))?;
    for (block, start, key, source) in places {
        update.execute((key, source, block, start, moved[&(block, start)]))?;
    }
    Ok(())
}
