//! What was imported, and what could not be read.

use rusqlite::{Connection, Params};

use super::{Cache, CacheError, Counts, RejectedRecord, Source, SourceId};
use crate::clock::Millis;
use crate::fields::Log;

impl Cache {
    /// Every source, latest import first.
    pub fn sources(&self) -> Result<Vec<Source>, CacheError> {
        self.sources_where("true", [])
    }

    pub(super) fn sources_where(&self, condition: &str, params: impl Params) -> Result<Vec<Source>, CacheError> {
        let mut statement = self.connection.prepare(&format!(
            "SELECT id, place, name, bytes, format, log, exported, imported, records, new, merged, known, rejected,
                    (SELECT g.name FROM directory_group AS g WHERE g.source = source.id), notes
             FROM source WHERE {condition} ORDER BY imported DESC, id DESC"
        ))?;
        let sources = statement.query_map(params, |row| {
            let count = |column: usize| row.get::<_, i64>(column).map(i64::unsigned_abs);
            Ok(Source {
                id: SourceId(row.get(0)?),
                place: row.get(1)?,
                name: row.get(2)?,
                bytes: count(3)?,
                format: row.get(4)?,
                log: row.get::<_, Option<String>>(5)?.as_deref().and_then(Log::from_key),
                group: row.get(13)?,
                // What a newer program wrote in another form says nothing to this one.
                notes: serde_json::from_str(row.get_ref(14)?.as_str().unwrap_or_default()).unwrap_or_default(),
                exported: Millis(row.get(6)?),
                imported: Millis(row.get(7)?),
                counts: Counts {
                    records: count(8)?,
                    new: count(9)?,
                    merged: count(10)?,
                    known: count(11)?,
                    rejected: count(12)?,
                },
            })
        })?;
        Ok(sources.collect::<Result<_, _>>()?)
    }

    /// The first records that could not be read, at most `limit`: of one source, or of all.
    pub fn rejects(&self, source: Option<SourceId>, limit: usize) -> Result<Vec<RejectedRecord>, CacheError> {
        let mut statement = self.connection.prepare(
            "SELECT reject.source, source.name, reject.number, reject.at, reject.reason, reject.text
             FROM reject JOIN source ON source.id = reject.source
             WHERE ?1 IS NULL OR reject.source = ?1
             ORDER BY reject.source, reject.number
             LIMIT ?2",
        )?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rejects = statement.query_map((source.map(|source| source.0), limit), |row| {
            Ok(RejectedRecord {
                source: SourceId(row.get(0)?),
                source_name: row.get(1)?,
                number: row.get::<_, i64>(2)?.unsigned_abs(),
                offset: row.get::<_, i64>(3)?.unsigned_abs(),
                reason: row.get(4)?,
                text: row.get(5)?,
            })
        })?;
        Ok(rejects.collect::<Result<_, _>>()?)
    }
}

/// Notes that records of a source are not here any more, and why.
pub(super) fn note_missing(
    connection: &Connection,
    source: SourceId,
    missing: u64,
    why: &str,
) -> Result<(), CacheError> {
    let mut select = connection.prepare_cached("SELECT records, notes FROM source WHERE id = ?1")?;
    let (records, notes) =
        select.query_row([source.0], |row| Ok((row.get::<_, i64>(0)?.unsigned_abs(), row.get::<_, String>(1)?)))?;
    let mut notes: Vec<String> = serde_json::from_str(&notes).unwrap_or_default();
    let ending = format!(" records were {why}; importing the file again brings them back");
    // Together with those that were missing before for the same reason.
    let before: u64 = notes
        .iter()
        .filter(|note| note.ends_with(&ending))
        .filter_map(|note| note.split(' ').next().and_then(|number| number.parse::<u64>().ok()))
        .sum();
    notes.retain(|note| !note.ends_with(&ending));
    notes.push(format!("{} of its {records}{ending}", before + missing));
    connection.prepare_cached("UPDATE source SET missing = missing + ?2, notes = ?3 WHERE id = ?1")?.execute((
        source.0,
        missing as i64,
        serde_json::Value::from(notes).to_string(),
    ))?;
    Ok(())
}
