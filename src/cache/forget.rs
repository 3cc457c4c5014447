//! Taking a source out again: what only it brought goes, the rest stays.

use std::collections::HashSet;

use rusqlite::{Connection, TransactionBehavior};

use super::write::rebuild_events;
use super::{Cache, CacheError, SourceId};
use crate::record::EventId;

impl Cache {
    /// Forgets a source. Sign-ins that only it told of are gone, texts that only they used with them; sign-ins that
    /// other sources tell of keep what those tell. Whether there was such a source.
    pub fn forget(&mut self, source: SourceId) -> Result<bool, CacheError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let found = transaction.execute("DELETE FROM source WHERE id = ?1", [source.0])? > 0;
        if found {
            forget_within(&transaction, source)?;
        }
        transaction.commit()?;
        if found {
            // Deleting only unlinks: people's traces are gone once the file is written anew, which also shrinks it.
            // Forgotten is forgotten even if there is no room for that now.
            if let Err(error) = self.connection.execute_batch("VACUUM") {
                tracing::warn!("the cache could not be written anew after forgetting ({error})");
            }
            self.empty_log();
        }
        Ok(found)
    }
}

fn forget_within(connection: &Connection, source: SourceId) -> Result<(), CacheError> {
    // Sign-ins the source told of, directly or by authentication details.
    let told: HashSet<i64> = connection
        .prepare(
            "SELECT event FROM occurrence WHERE source = ?1
             UNION
             SELECT event.id FROM step_row
             JOIN event_key ON event_key.key = step_row.key
             JOIN event ON event.id = event_key.event AND event.request_id = step_row.request_id
             WHERE step_row.source = ?1",
        )?
        .query_map([source.0], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for table in ["occurrence", "step_row", "reject", "block"] {
        connection.execute(&format!("DELETE FROM {table} WHERE source = ?1"), [source.0])?;
    }
    let mut kept = Vec::new();
    for event in told {
        let remains =
            connection.prepare_cached("SELECT 1 FROM occurrence WHERE event = ?1 LIMIT 1")?.exists([event])?;
        if remains {
            kept.push(EventId(event));
        } else {
            connection.prepare_cached("DELETE FROM event WHERE id = ?1")?.execute([event])?;
        }
    }
    connection.execute("DELETE FROM event_key WHERE event NOT IN (SELECT id FROM event)", [])?;
    // In the order of their numbers, which is that of the blocks: each block is read about once.
    kept.sort_unstable();
    rebuild_events(connection, kept.into_iter(), |_, _| {})?;
    forget_unused_texts(connection)
}

fn forget_unused_texts(connection: &Connection) -> Result<(), CacheError> {
    let mut used = HashSet::new();
    super::event::for_each(connection, |row| used.extend(row.texts.iter().copied()))?;
    let all: Vec<i64> =
        connection.prepare("SELECT id FROM text")?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for id in all.into_iter().filter(|id| !used.contains(id)) {
        connection.prepare_cached("DELETE FROM text WHERE id = ?1")?.execute([id])?;
    }
    Ok(())
}
