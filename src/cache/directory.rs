//! What look-ups in the directory told, and the names of the groups whose members they list.

use rusqlite::{Connection, Row, TransactionBehavior, params};
use serde_json::{Map, Value};

use super::originals::{Occurrence, Originals};
use super::{Cache, CacheError, Counts, SourceId};
use crate::fields::Field;
use crate::import::{Format, Input, group_of_file};
use crate::record::batch::EntryRow;
use crate::record::{Directory, DirectoryEntry, DirectoryExport, EntryKind, LookupSummary};

/// The sources that are look-ups, latest export first; among files of the same time as merging of events orders them.
const SOURCES: &str = "SELECT source.id, directory_group.name, source.format
    FROM source LEFT JOIN directory_group ON directory_group.source = source.id
    WHERE source.format GLOB 'directory-*'
    ORDER BY source.exported DESC, source.name DESC, source.bytes DESC, source.id DESC";

impl Cache {
    /// What all look-ups in the directory tell together.
    pub fn directory(&self) -> Result<Directory, CacheError> {
        merged_but(&self.connection, None)
    }

    /// Calls the group whose members a source lists by another name. Whether there is such a source.
    pub fn name_group(&mut self, source: SourceId, name: &str) -> Result<bool, CacheError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let renamed = transaction
            .execute("UPDATE directory_group SET name = ?2 WHERE source = ?1", params![source.0, name.trim()])?;
        transaction.commit()?;
        Ok(renamed > 0)
    }

    /// How many entries of the directory a source brought.
    pub(super) fn entries_of(&self, source: SourceId) -> Result<u64, CacheError> {
        let query = "SELECT count(*) FROM directory_entry WHERE source = ?1";
        Ok(self.connection.query_row(query, [source.0], |row| row.get::<_, i64>(0))?.unsigned_abs())
    }
}

/// What all look-ups but one tell together.
fn merged_but(connection: &Connection, left_out: Option<SourceId>) -> Result<Directory, CacheError> {
    let mut statement = connection.prepare_cached(SOURCES)?;
    let sources = statement.query_map([], |row| Ok((SourceId(row.get(0)?), row.get(1)?, row.get(2)?)))?;
    let sources: Vec<(SourceId, Option<String>, String)> = sources.collect::<Result<_, _>>()?;
    let mut exports = Vec::with_capacity(sources.len());
    for (source, group, format) in sources.into_iter().filter(|(source, ..)| Some(*source) != left_out) {
        let group = group.filter(|_| Format::from_key(&format).is_some_and(Format::is_of_group));
        exports.push(DirectoryExport { group, entries: entries(connection, source)? });
    }
    Ok(Directory::merged(exports))
}

/// The entries of a source in the order of its file.
fn entries(connection: &Connection, source: SourceId) -> Result<Vec<DirectoryEntry>, CacheError> {
    let mut statement = connection.prepare_cached(
        "SELECT kind, id, username, name, told FROM directory_entry WHERE source = ?1 ORDER BY number",
    )?;
    let mut rows = statement.query([source.0])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        let (kind, told) = (row.get_ref(0)?.as_str(), row.get_ref(4)?.as_str());
        let damaged = |error: &dyn std::fmt::Display| CacheError::Damaged(error.to_string());
        let mut entry = DirectoryEntry {
            kind: EntryKind::from_key(kind.map_err(|error| damaged(&error))?),
            id: row.get(1)?,
            username: row.get(2)?,
            name: row.get(3)?,
            values: Vec::new(),
        };
        let told = told.map_err(|error| damaged(&error))?;
        let told: Map<String, Value> = serde_json::from_str(told).map_err(|error| damaged(&error))?;
        for (key, value) in &told {
            // What a newer program wrote and this one does not know is left alone.
            if let (Some(field), Some(text)) = (Field::from_key(key), value.as_str())
                && field.spec().is_of_directory()
            {
                entry.set(field, text);
            }
        }
        entries.push(entry);
    }
    Ok(entries)
}

/// Writes the entries of one file.
#[derive(Debug)]
pub(super) struct DirectoryWriter {
    source: SourceId,
    summary: LookupSummary,
    written: u64,
}

impl DirectoryWriter {
    /// A writer for a file of this format; `None` if it is no look-up.
    pub(super) fn of(
        connection: &Connection,
        source: SourceId,
        input: &Input,
        format: Format,
    ) -> Result<Option<Self>, CacheError> {
        if !format.is_directory() {
            return Ok(None);
        }
        let group = if format.is_of_group() { Some(group_name(connection, &input.name())?) } else { None };
        if let Some(name) = &group {
            connection
                .execute("INSERT INTO directory_group (source, name) VALUES (?1, ?2)", params![source.0, name])?;
        }
        Ok(Some(Self { source, summary: LookupSummary { group, ..LookupSummary::default() }, written: 0 }))
    }

    /// Adds entries of the file, in its order.
    pub(super) fn add(&mut self, connection: &Connection, rows: &[EntryRow], blocks: &[i64]) -> Result<(), CacheError> {
        for EntryRow { entry, original } in rows {
            self.written += 1;
            self.summary.count(entry);
            let place = Occurrence {
                source: self.source,
                block: blocks[original.block as usize],
                start: original.start,
                length: original.length,
                step: false,
            };
            write_entry(connection, self.written as i64, entry, &place)?;
        }
        Ok(())
    }

    /// What came of the entries, once all are written: new ones, those that told more, and those that told nothing. Of
    /// a group's members those are new that were none before.
    pub(super) fn counts(&self, connection: &Connection) -> Result<Counts, CacheError> {
        let before = merged_but(connection, Some(self.source))?;
        let after = merged_but(connection, None)?;
        let group_before = self.summary.group.as_deref().and_then(|name| before.group(name));
        let mut counts = Counts::default();
        let mut met = vec![false; after.entries().len()];
        for entry in entries(connection, self.source)? {
            let place = after.place_of(&entry).unwrap_or(u32::MAX);
            // A second record of the same one in a file is nothing new.
            if met.get_mut(place as usize).is_none_or(|met| std::mem::replace(met, true)) {
                counts.known += 1;
                continue;
            }
            let known = before.place_of(&entry);
            let is_new = match (&self.summary.group, known) {
                (_, None) => true,
                (None, Some(_)) => false,
                (Some(_), Some(known)) => group_before.is_none_or(|group| !group.members.contains(&known)),
            };
            let told = |directory: &Directory, place: u32| directory.entries().get(place as usize).cloned();
            if is_new {
                counts.new += 1;
            } else if known.and_then(|known| told(&before, known)).map(sorted) == told(&after, place).map(sorted) {
                counts.known += 1;
            } else {
                counts.merged += 1;
            }
        }
        Ok(counts)
    }

    /// What the file brought.
    pub(super) fn into_summary(self) -> LookupSummary {
        self.summary
    }
}

/// Writes an entry, which has this number in its file, in place of what may be written of it.
fn write_entry(
    connection: &Connection,
    number: i64,
    entry: &DirectoryEntry,
    place: &Occurrence,
) -> Result<(), CacheError> {
    let told = entry.values.iter().map(|(field, text)| (field.key().to_owned(), Value::from(text.as_str())));
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO directory_entry
                 (source, number, kind, id, username, name, told, block, start, length)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute(params![
            place.source.0,
            number,
            entry.kind.key(),
            entry.id,
            entry.username,
            entry.name,
            Value::Object(told.collect()).to_string(),
            place.block,
            place.start,
            place.length,
        ])?;
    Ok(())
}

/// What is wrong with entries whose originals can't be read.
pub(super) fn unreadable(connection: &Connection) -> Result<Vec<String>, CacheError> {
    let mut originals = Originals::new(connection);
    let mut problems = Vec::new();
    for (number, place) in places(connection)? {
        let reason = match originals.entry(&place) {
            Ok(Some(_)) => continue,
            Ok(None) => "it tells no entry".to_owned(),
            Err(CacheError::Damaged(reason)) => reason,
            Err(error) => return Err(error),
        };
        problems.push(format!("The original of entry {number} in source {} can't be read: {reason}", place.source.0));
    }
    Ok(problems)
}

/// Where the originals of all entries are, with their numbers.
fn places(connection: &Connection) -> Result<Vec<(i64, Occurrence)>, CacheError> {
    let mut select = connection.prepare("SELECT number, source, block, start, length FROM directory_entry")?;
    let read = |row: &Row<'_>| Ok((row.get(0)?, Occurrence::of(row, 1, false)?));
    Ok(select.query_map([], read)?.collect::<Result<_, _>>()?)
}

/// Writes all entries anew as their originals tell them; those whose originals can't be read go.
pub(super) fn tell_again(connection: &Connection) -> Result<(), CacheError> {
    let mut originals = Originals::new(connection);
    for (number, place) in places(connection)? {
        match originals.entry(&place) {
            Ok(Some(entry)) => write_entry(connection, number, &entry, &place)?,
            Ok(None) | Err(CacheError::Damaged(_)) => {
                connection
                    .prepare_cached("DELETE FROM directory_entry WHERE source = ?1 AND number = ?2")?
                    .execute((place.source.0, number))?;
            }
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// What the group is called whose members a file lists, until a person names it. Files whose names tell none may list
/// any groups: those of equal names stay apart.
fn group_name(connection: &Connection, file: &str) -> Result<String, CacheError> {
    if let Some(told) = group_of_file(file) {
        return Ok(told);
    }
    let first = format!("Group of {file}");
    let mut is_taken = connection.prepare_cached("SELECT 1 FROM directory_group WHERE name = ?1 COLLATE NOCASE")?;
    let mut name = first.clone();
    let mut number = 1_u64;
    while is_taken.exists([&name])? {
        number += 1;
        name = format!("{first} ({number})");
    }
    Ok(name)
}

fn sorted(mut entry: DirectoryEntry) -> DirectoryEntry {
    entry.values.sort();
    entry
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::wide_events;
    use super::*;
    use crate::import::{Options, Progress, find_inputs};

    fn import(cache: &mut Cache, folder: &Path, name: &str, text: &str) {
        let path = folder.join(name);
        std::fs::write(&path, text).expect("room for a small file");
        let input = find_inputs(&[path]).remove(0).expect("the file is there");
        cache.import(&input, &Options::default(), &Progress::default()).expect("it imports");
    }

    const SIGN_INS: &str = "Date (UTC),Request ID,User,Application,Status,Sign-in error code,IP address\n\
        2026-10-05T08:00:00Z,00000000-0000-4000-8000-000000000001,Anna,Mail,Success,0,203.0.113.1\n";
    const USERS: &str =
        "id,userPrincipalName,displayName,department,accountEnabled\na,anna@a.example,Anna,Looms,true\n";

    #[test]
    fn a_cache_of_the_second_version_keeps_its_sign_ins_and_takes_look_ups() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("cache.sqlite");
        let mut cache = Cache::open(&path).expect("a new cache");
        import(&mut cache, folder.path(), "InteractiveSignIns.csv", SIGN_INS);
        drop(cache);
        let old = Connection::open(&path).expect("the cache is a database");
        wide_events::make_old(&old, 2);
        drop(old);
        let mut cache = Cache::open(&path).expect("an older cache opens");
        assert_eq!(cache.len().expect("it counts"), 1);
        assert!(cache.directory().expect("it is read").is_empty());
        import(&mut cache, folder.path(), "exportUsers_2026-11-1.csv", USERS);
        drop(cache);
        let cache = Cache::open(&path).expect("it opens again");
        let directory = cache.directory().expect("it is read");
        assert_eq!(directory.entries().len(), 1);
        assert_eq!(directory.entries()[0].value(Field::Department), Some("Looms"));
    }
}
