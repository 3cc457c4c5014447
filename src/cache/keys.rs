//! The keys by which events are found, as they are added: kept in memory for a while and written in their order.
//!
//! Keys are as good as random. Written one by one, each would change another page of the index; written in their order,
//! those of a whole import fill one page after the other.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use foldhash::fast::FixedState;
use rusqlite::Connection;

use super::CacheError;
use crate::record::EventId;

/// So many keys are kept before they are written: about 20 MB.
const MOST: usize = 500_000;

/// Adds keys and finds events by them.
#[derive(Debug)]
pub(super) struct Keys {
    added: HashMap<i64, EventId, FixedState>,
    /// Further events of keys that are in `added` already.
    more: HashMap<i64, Vec<EventId>, FixedState>,
    /// How many pairs both hold.
    count: usize,
    /// Whether the cache has keys that are not kept here.
    are_written: bool,
}

impl Keys {
    /// Those of a cache, none of them read.
    pub(super) fn new(connection: &Connection) -> Result<Self, CacheError> {
        let are_written = connection.prepare_cached("SELECT 1 FROM event_key LIMIT 1")?.exists([])?;
        Ok(Self { added: HashMap::default(), more: HashMap::default(), count: 0, are_written })
    }

    /// Lets an event be found by a key. [`Self::write`] must follow, before other connections or statements ask for keys.
    pub(super) fn add(&mut self, connection: &Connection, key: i64, event: EventId) -> Result<(), CacheError> {
        match self.added.entry(key) {
            Entry::Vacant(entry) => {
                entry.insert(event);
            }
            Entry::Occupied(known) if *known.get() == event => return Ok(()),
            Entry::Occupied(_) => self.more.entry(key).or_default().push(event),
        }
        self.count += 1;
        if self.count >= MOST { self.write(connection) } else { Ok(()) }
    }

    /// The events that may have an identifier or a name with this key, in the order of their numbers.
    pub(super) fn events(&self, connection: &Connection, key: i64) -> Result<Vec<EventId>, CacheError> {
        let mut events = Vec::new();
        if self.are_written {
            let mut statement = connection.prepare_cached("SELECT event FROM event_key WHERE key = ?1")?;
            let mut rows = statement.query([key])?;
            while let Some(row) = rows.next()? {
                events.push(EventId(row.get(0)?));
            }
        }
        if let Some(event) = self.added.get(&key) {
            events.push(*event);
            events.extend(self.more.get(&key).into_iter().flatten());
            events.sort_unstable();
            events.dedup();
        }
        Ok(events)
    }

    /// Whether an event below a number may have an identifier or a name with this key, among those that are written.
    pub(super) fn is_any_below(&self, connection: &Connection, key: i64, event: EventId) -> Result<bool, CacheError> {
        if !self.are_written {
            return Ok(false);
        }
        let mut statement = connection.prepare_cached("SELECT 1 FROM event_key WHERE key = ?1 AND event < ?2")?;
        Ok(statement.exists((key, event.0))?)
    }

    /// Writes what was added.
    pub(super) fn write(&mut self, connection: &Connection) -> Result<(), CacheError> {
        let mut all: Vec<(i64, EventId)> = self.added.drain().collect();
        all.extend(self.more.drain().flat_map(|(key, events)| events.into_iter().map(move |event| (key, event))));
        all.sort_unstable();
        self.count = 0;
        self.are_written |= !all.is_empty();
        let mut insert = connection.prepare_cached("INSERT OR IGNORE INTO event_key (key, event) VALUES (?1, ?2)")?;
        for (key, event) in all {
            insert.execute((key, event.0))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::schema;
    use super::*;

    #[test]
    fn keys_are_found_before_and_after_they_are_written() {
        let mut connection = Connection::open_in_memory().expect("a database in memory");
        schema::prepare(&mut connection, std::path::Path::new("")).expect("the tables are made");
        let mut keys = Keys::new(&connection).expect("it is asked");
        for (key, event) in [(7, 1), (7, 2), (7, 1), (8, 2)] {
            keys.add(&connection, key, EventId(event)).expect("room for it");
        }
        let found = |keys: &Keys, key| keys.events(&connection, key).expect("it is asked");
        assert_eq!(found(&keys, 7), [EventId(1), EventId(2)]);
        keys.write(&connection).expect("they are written");
        assert_eq!(found(&keys, 7), [EventId(1), EventId(2)]);
        assert_eq!(found(&Keys::new(&connection).expect("it is asked"), 8), [EventId(2)]);
        assert_eq!(found(&keys, 9), []);
    }
}
