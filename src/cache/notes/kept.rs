//! Bookmarks and notes in the tables, under the identities of their events, and how they follow when these change.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::super::event::{EventRow, UniqueIdSql, unique_id_from_sql};
use super::super::texts::Texts;
use super::super::{CacheError, names};
use super::Annotation;
use crate::clock::Millis;
use crate::fields::{Field, Log};
use crate::record::{Deed, Identity, UniqueId};

/// Selects what is said of an event, whatever was done in it.
const OF_MOMENT: &str = "key = ?1 AND log = ?2 AND second = ?3 AND request_id = ?4";

/// The identity of an event as the cache tells it now.
pub(super) fn identity_of(
    connection: &Connection,
    texts: &mut Texts,
    row: &EventRow,
) -> Result<Option<Identity>, CacheError> {
    let Some(request_id) = row.unique_ids[0].clone() else { return Ok(None) };
    let mut text = |field: Field| match row.texts[field as usize] {
        id if id == 0 || row.log != Log::Audit => Ok(None),
        id => texts.value(connection, id).map(Some),
    };
    let (activity, targets) = (text(Field::Activity)?, text(Field::TargetId)?);
    let deed = Deed::of(row.log, activity.as_deref(), targets.as_deref());
    Ok(Some(Identity { log: row.log, request_id, second: row.time.second(), deed }))
}

fn identity(row: &Row<'_>) -> rusqlite::Result<Option<Identity>> {
    let (log, second, deed): (u8, i64, i64) = (row.get(0)?, row.get(1)?, row.get(3)?);
    let request_id = unique_id_from_sql(row.get_ref(2)?);
    Ok(Log::from_number(log).zip(request_id).map(|(log, request_id)| Identity {
        log,
        request_id,
        second,
        deed: Deed(deed),
    }))
}

/// Everything that is kept.
pub(super) fn all(connection: &Connection) -> Result<Vec<(Identity, Annotation)>, CacheError> {
    let mut statement =
        connection.prepare_cached("SELECT log, second, request_id, deed, bookmarked, note FROM annotation")?;
    let mut rows = statement.query([])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        if let Some(identity) = identity(row)? {
            all.push((identity, Annotation { bookmarked: row.get(4)?, note: row.get(5)? }));
        }
    }
    Ok(all)
}

/// Where something is kept under an identifier that was made, which tells the moment, too.
fn of_made(connection: &Connection, log: Log, made: &UniqueId) -> Result<Vec<Identity>, CacheError> {
    let mut statement = connection.prepare_cached(
        "SELECT log, second, request_id, deed FROM annotation WHERE key = ?1 AND log = ?2 AND request_id = ?3",
    )?;
    let found = statement.query_map(params![made.lookup_key(), log as u8, UniqueIdSql(Some(made))], identity)?;
    Ok(found.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

/// What is kept of an event: under which deeds, and all of it together.
fn of(connection: &Connection, identity: &Identity) -> Result<(Vec<i64>, Annotation), CacheError> {
    let select = format!("SELECT deed, bookmarked, note FROM annotation WHERE {OF_MOMENT}");
    let mut statement = connection.prepare_cached(&select)?;
    let id = UniqueIdSql(Some(&identity.request_id));
    let mut rows =
        statement.query(params![identity.request_id.lookup_key(), identity.log as u8, identity.second, id])?;
    let (mut deeds, mut said) = (Vec::new(), Annotation::default());
    while let Some(row) = rows.next()? {
        let deed: i64 = row.get(0)?;
        if identity.deed.may_be(Deed(deed)) {
            deeds.push(deed);
            said = said.joined(&Annotation { bookmarked: row.get(1)?, note: row.get(2)? });
        }
    }
    Ok((deeds, said))
}

/// Keeps what is said of an event in place of what was.
pub(super) fn replace(connection: &Connection, identity: &Identity, annotation: &Annotation) -> Result<(), CacheError> {
    let key = identity.request_id.lookup_key();
    let id = || UniqueIdSql(Some(&identity.request_id));
    for deed in of(connection, identity)?.0 {
        connection
            .prepare_cached(&format!("DELETE FROM annotation WHERE {OF_MOMENT} AND deed = ?5"))?
            .execute(params![key, identity.log as u8, identity.second, id(), deed])?;
    }
    if !annotation.is_empty() {
        connection
            .prepare_cached(
                "INSERT INTO annotation (key, log, second, request_id, deed, bookmarked, note, changed)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute(params![
                key,
                identity.log as u8,
                identity.second,
                id(),
                identity.deed.0,
                annotation.bookmarked,
                annotation.note,
                Millis::now().0
            ])?;
    }
    Ok(())
}

/// Lets what is said of an event follow it to another identity. What was said under that already stays, too. From a told
/// identifier to one that was made nothing moves: the event is known by both.
pub(in super::super) fn follow(
    connection: &Connection,
    texts: &mut Texts,
    before: &EventRow,
    after: &EventRow,
) -> Result<(), CacheError> {
    let may_differ = before.unique_ids[0] != after.unique_ids[0]
        || before.time.second() != after.time.second()
        || before.log == Log::Audit
            && [Field::Activity, Field::TargetId]
                .iter()
                .any(|field| before.texts[*field as usize] != after.texts[*field as usize]);
    if !may_differ {
        return Ok(());
    }
    let (before, after) = (identity_of(connection, texts, before)?, identity_of(connection, texts, after)?);
    let Some((before, after)) = before.zip(after).filter(|(before, after)| before != after) else { return Ok(()) };
    let (deeds, said) = of(connection, &before)?;
    if deeds.is_empty() {
        return Ok(());
    }
    if names::is_made(&after.request_id) && !names::is_made(&before.request_id) {
        return know_by(connection, &after.request_id, &before);
    }
    replace(connection, &before, &Annotation::default())?;
    let said = of(connection, &after)?.1.joined(&said);
    replace(connection, &after, &said)?;
    if names::is_made(&before.request_id) {
        know_by(connection, &before.request_id, &after)?;
    }
    connection
        .prepare_cached(
            "UPDATE annotation_alias SET second = ?4, request_id = ?5, deed = ?6
             WHERE log = ?1 AND second = ?2 AND request_id = ?3",
        )?
        .execute(params![
            before.log as u8,
            before.second,
            UniqueIdSql(Some(&before.request_id)),
            after.second,
            UniqueIdSql(Some(&after.request_id)),
            after.deed.0
        ])?;
    Ok(())
}

/// Lets what is said of an event be found by the identifiers that were made for records of it, too.
pub(in super::super) fn know_by_made_ids(
    connection: &Connection,
    texts: &mut Texts,
    row: &EventRow,
) -> Result<(), CacheError> {
    let Some(identity) = identity_of(connection, texts, row)? else { return Ok(()) };
    if names::is_made(&identity.request_id) {
        return Ok(());
    }
    for made in names::of(connection, row.event)?.into_iter().map(|name| name.id).filter(names::is_made) {
        // What was said of it while nothing told that it is this event.
        for own in of_made(connection, row.log, &made)? {
            let said = of(connection, &own)?.1;
            replace(connection, &own, &Annotation::default())?;
            let said = of(connection, &identity)?.1.joined(&said);
            replace(connection, &identity, &said)?;
        }
        if !of(connection, &identity)?.0.is_empty() {
            know_by(connection, &made, &identity)?;
        }
    }
    Ok(())
}

fn know_by(connection: &Connection, made: &UniqueId, identity: &Identity) -> Result<(), CacheError> {
    connection
        .prepare_cached(
            "REPLACE INTO annotation_alias (made, log, second, request_id, deed) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            made.to_string(),
            identity.log as u8,
            identity.second,
            UniqueIdSql(Some(&identity.request_id)),
            identity.deed.0
        ])?;
    Ok(())
}

/// Under what is kept what is said of an event that is shown by an identifier that was made.
pub(super) fn alias(connection: &Connection, made: &Identity) -> Result<Option<Identity>, CacheError> {
    if !names::is_made(&made.request_id) {
        return Ok(None);
    }
    let mut select = connection
        .prepare_cached("SELECT log, second, request_id, deed FROM annotation_alias WHERE made = ?1 AND log = ?2")?;
    Ok(select.query_row(params![made.request_id.to_string(), made.log as u8], identity).optional()?.flatten())
}

/// The identifiers that were made for records of an event of this identity.
pub(super) fn aliases_of(connection: &Connection, identity: &Identity) -> Result<Vec<UniqueId>, CacheError> {
    let mut select = connection.prepare_cached(
        "SELECT made, deed FROM annotation_alias WHERE log = ?1 AND second = ?2 AND request_id = ?3 ORDER BY made",
    )?;
    let id = UniqueIdSql(Some(&identity.request_id));
    let mut rows = select.query(params![identity.log as u8, identity.second, id])?;
    let mut made = Vec::new();
    while let Some(row) = rows.next()? {
        if identity.deed.may_be(Deed(row.get(1)?)) {
            made.push(UniqueId::parse(&row.get::<_, String>(0)?));
        }
    }
    Ok(made)
}
