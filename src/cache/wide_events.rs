//! The table of events as it was before version 5, with a column for each field, and the way to the present one.

use std::collections::HashSet;

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use super::event::{EventRow, EventWriter, TEXTS_AT};
use super::texts::Texts;
use super::{CacheError, cells, schema};
use crate::fields::Field;
use crate::record::batch::UNIQUE_ID_FIELDS;

/// Columns before those of the fields.
const HEAD: &str = "id, log, time, first_source, last_source";

/// Moves the rows of the wide table into the present one.
pub(super) fn narrow(connection: &Connection) -> Result<(), CacheError> {
    connection.execute_batch("ALTER TABLE event RENAME TO wide_event")?;
    connection.execute_batch(&schema::event_table())?;
    copy(connection)?;
    connection.execute_batch("DROP TABLE wide_event")?;
    Ok(())
}

fn copy(connection: &Connection) -> Result<(), CacheError> {
    let known: HashSet<String> = connection
        .prepare("SELECT name FROM pragma_table_info('wide_event')")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let fields: Vec<Field> = cells::fields().filter(|field| known.contains(field.key())).collect();
    let columns: Vec<String> =
        UNIQUE_ID_FIELDS.iter().chain(&fields).map(|field| format!("\"{}\"", field.key())).collect();
    let mut select =
        connection.prepare(&format!("SELECT {HEAD}, {} FROM wide_event ORDER BY id", columns.join(", ")))?;
    let mut rows = select.query([])?;
    let mut writer = EventWriter::new(connection)?;
    let mut texts = Texts::default();
    while let Some(row) = rows.next()? {
        let mut event = EventRow::read_head(row)?;
        for (place, field) in fields.iter().enumerate() {
            if let ValueRef::Integer(id) = row.get_ref(TEXTS_AT + place)? {
                event.texts[*field as usize] = id;
            }
        }
        writer.insert(&event, &mut texts)?;
    }
    Ok(())
}

/// Makes a cache what a program of an older version would have left, without what that did not know.
#[cfg(test)]
pub(super) fn make_old(connection: &Connection, version: i32) {
    let key = |field: &Field| format!("\"{}\"", field.key());
    let fields: Vec<Field> = cells::fields().collect();
    let ids: Vec<String> = UNIQUE_ID_FIELDS.iter().map(key).collect();
    let columns: Vec<String> = fields.iter().map(|field| format!("{} INTEGER", key(field))).collect();
    let make = format!(
        "ALTER TABLE event RENAME TO narrow_event;
         CREATE TABLE event (id INTEGER PRIMARY KEY, log, time, first_source, last_source, {ids}, {columns});
         INSERT INTO event ({HEAD}, {ids}) SELECT {HEAD}, {ids} FROM narrow_event;",
        ids = ids.join(", "),
        columns = columns.join(", ")
    );
    connection.execute_batch(&make).expect("the wide table is made");
    let rows: Vec<(i64, Vec<u8>)> = connection
        .prepare("SELECT id, texts FROM narrow_event")
        .and_then(|mut select| select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
        .expect("the rows are read");
    for (event, texts) in rows {
        cells::decode(&texts, |field, id| {
            let set = format!("UPDATE event SET {} = ?2 WHERE id = ?1", key(&field));
            connection.execute(&set, (event, id)).expect("the text is set");
        })
        .expect("the texts are read");
    }
    connection.execute_batch("DROP TABLE narrow_event").expect("the rows moved");
    let later = [
        "ALTER TABLE source DROP COLUMN notes; ALTER TABLE source DROP COLUMN whole_minutes",
        "DROP TABLE directory_entry; DROP TABLE directory_group",
        "DROP TABLE annotation",
    ];
    connection
        .execute_batch(
            "DROP TABLE event_name; DROP TABLE annotation_alias; DROP TABLE kept_columns; DROP TABLE kept_changed;
             ALTER TABLE source DROP COLUMN missing",
        )
        .expect("what came later goes");
    for (of, drop) in (1..=3).rev().zip(later) {
        if version <= of {
            connection.execute_batch(drop).expect("what came later goes");
        }
    }
    connection.pragma_update(None, "user_version", version).expect("the version is set");
}
