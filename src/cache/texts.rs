//! The dictionary of texts: from texts to numbers and back, each looked up in SQLite only once.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use rusqlite::{Connection, OptionalExtension};

use super::CacheError;

/// The number of a text; 0 stands for no text.
pub(super) type TextId = i64;

/// The texts met so far in one import.
#[derive(Debug, Default)]
pub(super) struct Texts {
    ids: HashMap<Box<str>, TextId, FixedState>,
    values: HashMap<TextId, Box<str>, FixedState>,
    /// Whether the cache has no others.
    are_all: bool,
}

impl Texts {
    /// None of them met. While texts are added to this one, nothing else may add any.
    pub(super) fn new(connection: &Connection) -> Result<Self, CacheError> {
        let is_any = connection.prepare_cached("SELECT 1 FROM text LIMIT 1")?.exists([])?;
        Ok(Self { are_all: !is_any, ..Self::default() })
    }

    /// The number of a text, which is added if the cache does not have it.
    pub(super) fn id(&mut self, connection: &Connection, text: &str) -> Result<TextId, CacheError> {
        if let Some(id) = self.ids.get(text) {
            return Ok(*id);
        }
        let hash = hash_of(text);
        let known = if self.are_all {
            None
        } else {
            let mut find = connection.prepare_cached("SELECT id FROM text WHERE hash = ?1 AND value = ?2")?;
            find.query_row((hash, text), |row| row.get(0)).optional()?
        };
        let id = match known {
            Some(id) => id,
            None => {
                connection.prepare_cached("INSERT INTO text (hash, value) VALUES (?1, ?2)")?.insert((hash, text))?
            }
        };
        self.ids.insert(text.into(), id);
        Ok(id)
    }

    /// The text of a number.
    pub(super) fn value(&mut self, connection: &Connection, id: TextId) -> Result<Box<str>, CacheError> {
        if let Some(text) = self.values.get(&id) {
            return Ok(text.clone());
        }
        let text: String =
            connection.prepare_cached("SELECT value FROM text WHERE id = ?1")?.query_row([id], |row| row.get(0))?;
        self.values.insert(id, text.as_str().into());
        Ok(text.into())
    }
}

/// A hash that is the same on every machine and in every version of the program, since it is stored:
/// FNV-1a over words of eight bytes, spread well enough for an index.
fn hash_of(text: &str) -> i64 {
    let hash = text.as_bytes().chunks(8).fold(0xcbf2_9ce4_8422_2325_u64, |hash, word| {
        let mut padded = [0; 8];
        padded[..word.len()].copy_from_slice(word);
        (hash ^ u64::from_le_bytes(padded)).wrapping_mul(0x0100_0000_01b3).rotate_left(23)
    });
    (hash ^ (hash >> 29)) as i64
}

impl super::Cache {
    /// Every text of the cache with its number, for loading columns.
    pub fn for_each_text(&self, mut each: impl FnMut(i64, &str)) -> Result<(), CacheError> {
        let mut statement = self.connection.prepare("SELECT id, value FROM text")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let value = row.get_ref(1)?.as_str().map_err(|error| CacheError::Damaged(error.to_string()))?;
            each(row.get(0)?, value);
        }
        Ok(())
    }
}
