//! Taking what can be read of a damaged cache into a new one.
//!
//! The truth of a cache are its sources and originals. They are read as far as the file allows: tables from both ends, and
//! between these by their keys, since a damaged page hides only what is beneath it. Events are made anew from them, as if
//! the files were imported again in the same order.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, Row, TransactionBehavior, params_from_iter};

use super::aside::Mended;
use super::originals::{Occurrence, Originals, uncompressed};
use super::write::again::add_again;
use super::{Cache, CacheError, Passphrase, SourceId, directory, encryption, sources};
use crate::clock::Millis;

/// What came of a rescue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rescued {
    /// Sources that were taken over.
    pub sources: u64,
    /// Records of all kinds that were taken over, rejected ones included.
    pub records: u64,
    /// Records of these sources that could not be read.
    pub lost: u64,
    /// The sources of which records are lost: importing their files again brings these back.
    pub incomplete: Vec<SourceId>,
}

/// How a table is read.
struct Table {
    name: &'static str,
    /// The column by which it is ordered.
    key: &'static str,
    /// How many numbers are tried as keys behind the last one that can be read, where keys are numbers without large gaps;
    /// otherwise 0.
    tried: i64,
}

const SOURCE: Table = Table { name: "source", key: "id", tried: 10_000 };
const OCCURRENCE: Table = Table { name: "occurrence", key: "event", tried: 2_000_000 };
const STEP_ROW: Table = Table { name: "step_row", key: "key", tried: 0 };
const DIRECTORY_ENTRY: Table = Table { name: "directory_entry", key: "source", tried: 10_000 };

/// What is taken over as it is, before events are made.
const COPIED: [Table; 8] = [
    SOURCE,
    STEP_ROW,
    DIRECTORY_ENTRY,
    Table { name: "directory_group", key: "source", tried: 10_000 },
    Table { name: "reject", key: "rowid", tried: 100_000 },
    Table { name: "annotation", key: "key", tried: 0 },
    Table { name: "annotation_alias", key: "made", tried: 0 },
    Table { name: "column_mapping", key: "fingerprint", tried: 0 },
];

/// Between two keys that can be read, so many are tried at most: either may be damaged, too.
const MOST_BETWEEN: i64 = 20_000_000;

/// What SQLite's words about a damaged file are worth: nothing more can be read there.
enum End {
    Whole,
    Damaged,
}

impl Cache {
    /// Numbers the events of this cache, which must be empty, behind those of another file, so that what shows one of that
    /// can't come to show another person's.
    pub(super) fn number_behind(&mut self, other: &Path, passphrase: Option<&Passphrase>) -> Result<(), CacheError> {
        let next = open_damaged(other, passphrase).ok().and_then(|old| next_event(&old));
        // More than any cache has had, where it can't be read.
        let next = next.unwrap_or(Millis::now().0);
        self.connection.execute("UPDATE next_event SET id = max(id, ?1)", [next])?;
        Ok(())
    }

    /// Takes what can be read of a damaged cache into this one, which must be empty; `told` hears how many records were
    /// taken over so far. The damaged file is only read.
    pub(super) fn rescue(
        &mut self,
        damaged: &Path,
        passphrase: Option<&Passphrase>,
        told: &mut dyn FnMut(u64),
    ) -> Result<Rescued, CacheError> {
        // The header of an encrypted one is encrypted, too.
        let mended = if passphrase.is_some() { Ok(None) } else { Mended::of(damaged) };
        let mended = mended
            .map_err(|error| CacheError::Open { path: damaged.display().to_string(), reason: error.to_string() })?;
        let old = open_damaged(mended.as_ref().map_or(damaged, Mended::path), passphrase)?;
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for table in &COPIED {
            copy(&old, &transaction, table)?;
        }
        let sources: BTreeSet<i64> =
            transaction.prepare("SELECT id FROM source")?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let mut occurrences: BTreeMap<i64, Vec<Occurrence>> = BTreeMap::new();
        let known = next_event(&old).map_or(OCCURRENCE, |next| Table { tried: next, ..OCCURRENCE });
        each_row(&old, &known, "source, block, start, length", &mut |row| {
            // What can't be one is none.
            if let Ok(occurrence) = Occurrence::of(row, 0, false)
                && sources.contains(&occurrence.source.0)
            {
                occurrences.entry(occurrence.source.0).or_default().push(occurrence);
            }
            Ok(())
        })?;
        let blocks = copy_blocks(&old, &transaction, &occurrences)?;
        for (table, key) in [("step_row", "key"), ("directory_entry", "number")] {
            delete_unreadable(&transaction, table, key, &blocks)?;
        }
        directory::tell_again(&transaction)?;
        for table in ["directory_group", "reject"] {
            transaction.execute(&format!("DELETE FROM {table} WHERE source NOT IN (SELECT id FROM source)"), [])?;
        }
        let mut rescued = Rescued { sources: sources.len() as u64, ..Rescued::default() };
        for (source, occurrences) in &mut occurrences {
            occurrences.retain(|place| fits(&blocks, place.block, place.start.into(), place.length.into()));
            occurrences.sort_unstable_by_key(|place| (place.block, place.start));
            occurrences.dedup_by_key(|place| (place.block, place.start));
            let mut originals = Originals::new(&transaction);
            // A source whose description is damaged can't be read at all; the others can.
            if originals.source(SourceId(*source)).is_ok() {
                add_again(&transaction, &mut originals, SourceId(*source), occurrences, &mut |records| {
                    told(rescued.records + records);
                })?;
            }
            rescued.records += occurrences.len() as u64;
        }
        let taken = taken_over(&transaction)?;
        rescued.records = taken.values().sum();
        for source in &sources {
            let lost = note_loss(&transaction, SourceId(*source), taken.get(source).copied().unwrap_or_default())?;
            if lost > 0 {
                rescued.lost += lost;
                rescued.incomplete.push(SourceId(*source));
            }
        }
        transaction.commit()?;
        Ok(rescued)
    }
}

/// Opens a damaged cache for reading, whatever its header says of its size.
fn open_damaged(path: &Path, passphrase: Option<&Passphrase>) -> Result<Connection, CacheError> {
    let old = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    if let Some(passphrase) = passphrase {
        encryption::unlock(&old, passphrase)?;
    }
    // As SQLite's own shell does it before it recovers: a file that is too short is read as far as it goes.
    old.set_db_config(DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, true)?;
    // Many small questions: the file is locked once for all of them.
    old.execute_batch("PRAGMA cell_size_check = ON; PRAGMA cache_size = -65536; BEGIN")?;
    if passphrase.is_some() {
        encryption::read_beyond_damage(&old)?;
    }
    Ok(old)
}

/// Hands on every row of a table that can be read, some perhaps twice.
fn each_row(
    old: &Connection,
    table: &Table,
    columns: &str,
    take: &mut dyn FnMut(&Row<'_>) -> Result<(), CacheError>,
) -> Result<(), CacheError> {
    let Table { name, key, tried } = table;
    let select = |rest: &str| format!("SELECT {columns}, {key} AS key_of_row FROM {name} {rest}");
    let mut last = None;
    let mut walk = |order: &str, until: Option<i64>, last: &mut Option<i64>| {
        let Ok(mut statement) = old.prepare(&select(&format!("ORDER BY {key} {order}"))) else {
            return Ok(End::Damaged);
        };
        let Ok(mut rows) = statement.query([]) else { return Ok(End::Damaged) };
        loop {
            match rows.next() {
                Ok(Some(row)) => {
                    take(row)?;
                    let number = row.get::<_, i64>("key_of_row").ok();
                    if until.is_some() && number < until {
                        return Ok(End::Whole);
                    }
                    *last = number.or(*last);
                }
                Ok(None) => return Ok(End::Whole),
                Err(error) => {
                    tracing::warn!("the table {name} can't be read behind {last:?}: {error}");
                    return Ok::<_, CacheError>(End::Damaged);
                }
            }
        }
    };
    if matches!(walk("ASC", None, &mut last)?, End::Whole) {
        return Ok(());
    }
    let mut first_behind = None;
    if matches!(walk("DESC", last, &mut first_behind)?, End::Whole) || *tried == 0 {
        return Ok(());
    }
    let from = last.unwrap_or_default();
    let until = first_behind.unwrap_or(from.saturating_add(*tried)).min(from.saturating_add(MOST_BETWEEN));
    let Ok(mut one) = old.prepare(&select(&format!("WHERE {key} = ?1"))) else { return Ok(()) };
    for number in from..=until {
        let Ok(mut rows) = one.query([number]) else { continue };
        while let Ok(Some(row)) = rows.next() {
            take(row)?;
        }
    }
    Ok(())
}

/// Copies the rows of a table that can be read, in the columns that both files have.
fn copy(old: &Connection, new: &Connection, table: &Table) -> Result<(), CacheError> {
    let columns = |connection: &Connection| -> rusqlite::Result<Vec<String>> {
        let mut statement = connection.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
        statement.query_map([table.name], |row| row.get(0))?.collect()
    };
    let known = columns(old).unwrap_or_default();
    let mut both = columns(new)?;
    both.retain(|column| known.contains(column));
    if both.is_empty() {
        return Ok(());
    }
    if table.key == "rowid" {
        both.push("rowid".to_owned());
    }
    let list = both.join(", ");
    let places = vec!["?"; both.len()].join(", ");
    // What is damaged may break a rule of the table; then it is left out.
    let mut insert = new.prepare(&format!("INSERT OR IGNORE INTO {} ({list}) VALUES ({places})", table.name))?;
    each_row(old, table, &list, &mut |row| {
        let values: Result<Vec<Value>, _> = (0..both.len()).map(|column| row.get(column)).collect();
        if let Ok(values) = values {
            insert.execute(params_from_iter(values))?;
        }
        Ok(())
    })
}

/// Copies the blocks of these originals, and of what else was copied, that can be unpacked; their lengths in bytes.
fn copy_blocks(
    old: &Connection,
    new: &Connection,
    occurrences: &BTreeMap<i64, Vec<Occurrence>>,
) -> Result<HashMap<i64, u64>, CacheError> {
    let mut wanted: BTreeSet<i64> = occurrences.values().flatten().map(|occurrence| occurrence.block).collect();
    for table in [STEP_ROW, DIRECTORY_ENTRY] {
        let mut statement = new.prepare(&format!("SELECT DISTINCT block FROM {}", table.name))?;
        for block in statement.query_map([], |row| row.get::<_, i64>(0))? {
            wanted.insert(block?);
        }
    }
    let mut copied = HashMap::new();
    let Ok(mut select) = old.prepare("SELECT source, data FROM block WHERE id = ?1") else { return Ok(copied) };
    let mut insert = new.prepare("INSERT INTO block (id, source, data) VALUES (?1, ?2, ?3)")?;
    for block in wanted {
        let read = select.query_row([block], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?)));
        if let Ok((source, data)) = read
            && let Ok(text) = uncompressed(&data)
        {
            insert.execute((block, source, data))?;
            copied.insert(block, text.len() as u64);
        }
    }
    Ok(copied)
}

/// Whether a piece lies within its block.
fn fits(blocks: &HashMap<i64, u64>, block: i64, start: i64, length: i64) -> bool {
    let within = u32::try_from(start).ok().zip(u32::try_from(length).ok());
    within.is_some_and(|(start, length)| {
        blocks.get(&block).is_some_and(|bytes| u64::from(start) + u64::from(length) <= *bytes)
    })
}

/// Takes the rows out of a table whose originals are not in any of these blocks, or are of a source that can't be read.
fn delete_unreadable(
    connection: &Connection,
    table: &str,
    key: &str,
    blocks: &HashMap<i64, u64>,
) -> Result<(), CacheError> {
    let mut select = connection.prepare(&format!("SELECT {key}, source, block, start, length FROM {table}"))?;
    let read = |row: &Row<'_>| -> rusqlite::Result<[i64; 5]> {
        Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?])
    };
    let rows: Vec<Option<[i64; 5]>> = select.query_map([], |row| Ok(read(row).ok()))?.collect::<Result<_, _>>()?;
    // What is no number is none of ours.
    connection.execute(
        &format!(
            "DELETE FROM {table} WHERE typeof({key}) <> 'integer' OR typeof(source) <> 'integer' OR typeof(block) <> 'integer'
                 OR typeof(start) <> 'integer' OR typeof(length) <> 'integer'"
        ),
        [],
    )?;
    let mut originals = Originals::new(connection);
    let mut delete = connection
        .prepare(&format!("DELETE FROM {table} WHERE {key} = ?1 AND source = ?2 AND block = ?3 AND start = ?4"))?;
    for [key, source, block, start, length] in rows.into_iter().flatten() {
        if !fits(blocks, block, start, length) || originals.source(SourceId(source)).is_err() {
            delete.execute((key, source, block, start))?;
        }
    }
    Ok(())
}

/// The number of the event that would have been next, if that can be read.
fn next_event(old: &Connection) -> Option<i64> {
    old.query_row("SELECT id FROM next_event", [], |row| row.get(0)).ok().filter(|next| *next > 0)
}

/// How many records there are of each source.
fn taken_over(connection: &Connection) -> Result<HashMap<i64, u64>, CacheError> {
    let mut taken: HashMap<i64, u64> = HashMap::new();
    for table in ["occurrence", "step_row", "directory_entry", "reject"] {
        let mut count = connection.prepare(&format!("SELECT source, count(*) FROM {table} GROUP BY source"))?;
        let mut rows = count.query([])?;
        while let Some(row) = rows.next()? {
            *taken.entry(row.get(0)?).or_default() += row.get::<_, i64>(1)?.unsigned_abs();
        }
    }
    Ok(taken)
}

/// Notes what a source lacks beside what was missing before, and tells how many records that are.
fn note_loss(connection: &Connection, source: SourceId, taken: u64) -> Result<u64, CacheError> {
    let mut select = connection.prepare_cached("SELECT records - missing FROM source WHERE id = ?1")?;
    let expected: i64 = select.query_row([source.0], |row| row.get(0))?;
    let lost = u64::try_from(expected).unwrap_or_default().saturating_sub(taken);
    if lost > 0 {
        sources::note_missing(connection, source, lost, "lost with a damaged cache")?;
    }
    Ok(lost)
}
