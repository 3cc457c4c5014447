//! By what a window knows that another one, or a command line, has changed what it shows.

use std::hash::{DefaultHasher, Hash, Hasher};

use rusqlite::types::ValueRef;

use super::{Cache, CacheError};

/// Stands for what the cache holds, and is another one once that is something else. The columns that are kept for the
/// next start do not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    /// Of what was imported.
    pub sources: u64,
    /// Of bookmarks and notes.
    pub notes: u64,
}

/// Every import, whatever else it does, adds a row here; forgetting takes one away, or counts what is missing of it.
const SOURCES: &str = "SELECT source.id, imported, records, missing, name_of.name
    FROM source LEFT JOIN directory_group AS name_of ON name_of.source = source.id ORDER BY source.id";

const NOTES: &str = "SELECT key, log, second, request_id, deed, bookmarked, note FROM annotation";

impl Cache {
    /// What the cache holds now, in short.
    pub fn marks(&self) -> Result<Marks, CacheError> {
        self.at_one_moment(|| Ok(Marks { sources: self.hash_of(SOURCES)?, notes: self.hash_of(NOTES)? }))?
    }

    fn hash_of(&self, query: &str) -> Result<u64, CacheError> {
        let mut statement = self.connection.prepare_cached(query)?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        let mut hasher = DefaultHasher::new();
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                match row.get_ref(column)? {
                    ValueRef::Null => 0.hash(&mut hasher),
                    ValueRef::Integer(number) => (1, number).hash(&mut hasher),
                    ValueRef::Real(number) => (2, number.to_bits()).hash(&mut hasher),
                    ValueRef::Text(text) => (3, text).hash(&mut hasher),
                    ValueRef::Blob(bytes) => (4, bytes).hash(&mut hasher),
                }
            }
        }
        Ok(hasher.finish())
    }
}
