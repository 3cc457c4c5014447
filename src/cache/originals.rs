//! Original texts: finding those of a sign-in, reading them back, and merging what they tell.

use std::collections::HashMap;
use std::io::Read;
use std::rc::Rc;

use rusqlite::{Connection, OptionalExtension, Row};

use super::event::{UniqueIdSql, unique_id_from_sql};
use super::{Cache, CacheError, Detail, OriginalText, SourceId, names};
use crate::clock::Millis;
use crate::fields::{Field, Log};
use crate::import::{Decoded, Decoder, Format, Shape};
use crate::record::{Detail as StepDetail, DirectoryEntry, EventId, Record, UniqueId, is_made_id};

/// Where a source tells of a sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Occurrence {
    pub(super) source: SourceId,
    pub(super) block: i64,
    pub(super) start: u32,
    pub(super) length: u32,
    pub(super) step: bool,
}

impl Occurrence {
    /// What a row tells from this column on: source, block, start, length.
    pub(super) fn of(row: &Row<'_>, from: usize, step: bool) -> rusqlite::Result<Self> {
        Ok(Self {
            source: SourceId(row.get(from)?),
            block: row.get(from + 1)?,
            start: row.get(from + 2)?,
            length: row.get(from + 3)?,
            step,
        })
    }
}

/// The order of exports: by time, and among files of the same time by name and size, so that merging does
/// not depend on the order of import.
pub(super) type ExportOrder = (i64, String, i64, i64);

/// What must be known of a source to read its originals.
#[derive(Debug)]
pub(super) struct SourceReader {
    name: String,
    shape: Shape,
    imported: Millis,
    pub(super) order: ExportOrder,
    decoder: Decoder,
}

/// Reads originals; keeps the sources met and the last blocks uncompressed.
#[derive(Debug)]
pub(super) struct Originals<'c> {
    connection: &'c Connection,
    sources: HashMap<SourceId, Rc<SourceReader>>,
    blocks: HashMap<i64, Rc<Vec<u8>>>,
}

/// A sign-in as all its originals tell it.
#[derive(Debug)]
pub(super) struct Merged {
    pub(super) record: Record<'static>,
    pub(super) first_source: SourceId,
    pub(super) last_source: SourceId,
}

/// No block holds so many bytes: a record that is longer than half of it is a reject, and few records follow it.
const MOST_BYTES: u64 = 128 << 20;

/// The originals of a block. Of a damaged one there could be any amount.
pub(super) fn uncompressed(block: &[u8]) -> Result<Vec<u8>, CacheError> {
    let damaged = |error: std::io::Error| CacheError::Damaged(error.to_string());
    let mut text = Vec::new();
    let stream = zstd::stream::Decoder::with_buffer(block).map_err(damaged)?;
    stream.take(MOST_BYTES).read_to_end(&mut text).map_err(damaged)?;
    Ok(text)
}

/// How many uncompressed blocks are kept: enough for neighbouring sign-ins, little memory.
const BLOCKS_KEPT: usize = 16;

impl<'c> Originals<'c> {
    pub(super) fn new(connection: &'c Connection) -> Self {
        Self { connection, sources: HashMap::new(), blocks: HashMap::new() }
    }

    /// The occurrences of a sign-in, its authentication details included, earliest export first, those of
    /// one file in the file's order.
    pub(super) fn occurrences(&mut self, event: EventId) -> Result<Vec<Occurrence>, CacheError> {
        let mut statement =
            self.connection.prepare_cached("SELECT source, block, start, length FROM occurrence WHERE event = ?1")?;
        let mut found: Vec<Occurrence> =
            statement.query_map([event.0], |row| Occurrence::of(row, 0, false))?.collect::<Result<_, _>>()?;
        let mut statement = self
            .connection
            .prepare_cached("SELECT source, block, start, length FROM step_row WHERE key = ?1 AND request_id = ?2")?;
        for name in self.names_in_details(event)? {
            let steps = statement
                .query_map((name.lookup_key(), UniqueIdSql(Some(&name))), |row| Occurrence::of(row, 0, true))?;
            found.extend(steps.collect::<Result<Vec<_>, _>>()?);
        }
        let mut orders = HashMap::new();
        for occurrence in &found {
            orders.insert(occurrence.source, self.source(occurrence.source)?.order.clone());
        }
        found.sort_by(|a, b| orders[&a.source].cmp(&orders[&b.source]).then(a.cmp(b)));
        Ok(found)
    }

    /// By what details files call an event.
    fn names_in_details(&self, event: EventId) -> Result<Vec<UniqueId>, CacheError> {
        let mut statement = self.connection.prepare_cached("SELECT log, request_id FROM event WHERE id = ?1")?;
        let told = statement
            .query_row([event.0], |row| Ok((row.get::<_, u8>(0)?, unique_id_from_sql(row.get_ref(1)?))))
            .optional()?;
        let Some((number, id)) = told else { return Ok(Vec::new()) };
        let Some(log) = Log::from_number(number) else { return Ok(Vec::new()) };
        names::in_details(self.connection, event, log, id)
    }

    /// What each of the originals of an event tells, without its authentication details.
    pub(super) fn records(&mut self, event: EventId) -> Result<Vec<(Occurrence, Record<'static>)>, CacheError> {
        let mut records = Vec::new();
        for occurrence in self.occurrences(event)?.into_iter().filter(|occurrence| !occurrence.step) {
            if let Some(record) = self.record(&occurrence)? {
                records.push((occurrence, record));
            }
        }
        Ok(records)
    }

    /// What an original tells; `None` if it can't be read, or is a row of a details file.
    pub(super) fn record(&mut self, occurrence: &Occurrence) -> Result<Option<Record<'static>>, CacheError> {
        let text = self.text(occurrence)?;
        Ok(match self.source(occurrence.source)?.decoder.decode(&text) {
            Ok(Decoded::SignIn(record)) => Some(record.into_owned()),
            Ok(Decoded::Step { .. } | Decoded::Entry(_)) | Err(_) => None,
        })
    }

    /// The entry of the directory that an original tells, if it does.
    pub(super) fn entry(&mut self, occurrence: &Occurrence) -> Result<Option<DirectoryEntry>, CacheError> {
        let text = self.text(occurrence)?;
        Ok(match self.source(occurrence.source)?.decoder.decode(&text) {
            Ok(Decoded::Entry(entry)) => Some(entry),
            Ok(_) | Err(_) => None,
        })
    }

    /// The time of an authentication step, if its original tells one.
    pub(super) fn step_time(&mut self, occurrence: &Occurrence) -> Result<Option<Millis>, CacheError> {
        let text = self.text(occurrence)?;
        Ok(match self.source(occurrence.source)?.decoder.decode(&text) {
            Ok(Decoded::Step { detail: StepDetail::Step(step), .. }) => step.time,
            Ok(_) | Err(_) => None,
        })
    }

    /// The original of an event in a source for which this identifier was made, whatever its number.
    pub(super) fn of_made(
        &mut self,
        event: EventId,
        source: SourceId,
        made: &UniqueId,
    ) -> Result<Option<Occurrence>, CacheError> {
        let made = made.to_string();
        let is_base = |id: &str| {
            is_made_id(id) && made.strip_prefix(id).is_some_and(|number| number.is_empty() || number.starts_with('-'))
        };
        let mut records = self.records(event)?;
        records.retain(|(occurrence, record)| {
            occurrence.source == source && record.get(Field::RequestId).is_some_and(is_base)
        });
        Ok(records.pop().map(|(occurrence, _)| occurrence))
    }

    /// What all originals of a sign-in tell together; `None` if only authentication details are left of it.
    pub(super) fn merged(&mut self, event: EventId) -> Result<Option<Merged>, CacheError> {
        let occurrences = self.occurrences(event)?;
        self.merged_of(event, &occurrences)
    }

    fn merged_of(&mut self, event: EventId, occurrences: &[Occurrence]) -> Result<Option<Merged>, CacheError> {
        let mut merged = self.merge(occurrences)?;
        if let Some(Merged { record, .. }) = &mut merged
            && record.get(Field::RequestId).is_some_and(is_made_id)
            && let Some(id) = self.numbered(event)?
        {
            // Among records that tell the same it has a number, which its originals do not tell.
            record.set(Field::RequestId, id);
        }
        Ok(merged)
    }

    /// The identifier that was made for an event, with its number.
    fn numbered(&self, event: EventId) -> Result<Option<String>, CacheError> {
        if let Some(made) = names::first_made(self.connection, event)? {
            return Ok(Some(made.to_string()));
        }
        let mut select = self.connection.prepare_cached("SELECT request_id FROM event WHERE id = ?1")?;
        let id = select.query_row([event.0], |row| Ok(unique_id_from_sql(row.get_ref(0)?))).optional()?.flatten();
        Ok(id.filter(names::is_made).map(|id| id.to_string()))
    }

    fn merge(&mut self, occurrences: &[Occurrence]) -> Result<Option<Merged>, CacheError> {
        let mut merged: Option<Record<'static>> = None;
        let mut unreadable = None;
        // Rows of one authentication details file make one list of steps.
        let mut steps: Vec<(SourceId, Record<'static>)> = Vec::new();
        for occurrence in occurrences {
            let text = self.text(occurrence)?;
            let source = self.source(occurrence.source)?;
            let decoded = match source.decoder.decode(&text) {
                Ok(decoded) => decoded,
                // What a damaged block or an older reader left behind must not hide what the others tell.
                Err(reason) => {
                    tracing::warn!("an original of {} can't be read: {reason}", source.name);
                    unreadable = Some(reason);
                    continue;
                }
            };
            match decoded {
                Decoded::SignIn(record) => match &mut merged {
                    None => merged = Some(record.into_owned()),
                    Some(merged) => merged.absorb(&record.into_owned(), true),
                },
                Decoded::Step { detail, .. } => {
                    if steps.last().is_none_or(|(of, _)| *of != occurrence.source) {
                        steps.push((occurrence.source, Record::new(Log::Interactive, Millis(0))));
                    }
                    if let Some((_, record)) = steps.last_mut() {
                        detail.add_to(record);
                    }
                }
                // No event has an entry of the directory among its originals.
                Decoded::Entry(_) => {}
            }
        }
        let Some(mut record) = merged else {
            return unreadable.map_or(Ok(None), |reason| Err(CacheError::Damaged(reason)));
        };
        for (_, mut of_file) in steps {
            of_file.derive();
            // A details file is no export of the sign-in itself: only its steps count.
            of_file.time = record.time;
            record.absorb(&of_file, true);
        }
        let sources = || occurrences.iter().filter(|occurrence| !occurrence.step).map(|occurrence| occurrence.source);
        Ok(sources().next().zip(sources().next_back()).map(|(first_source, last_source)| Merged {
            record,
            first_source,
            last_source,
        }))
    }

    /// Makes an original one of another event.
    pub(super) fn give(&self, original: &Occurrence, from: EventId, to: EventId) -> Result<(), CacheError> {
        self.connection
            .prepare_cached(
                "UPDATE occurrence SET event = ?2 WHERE event = ?1 AND source = ?3 AND block = ?4 AND start = ?5",
            )?
            .execute((from.0, to.0, original.source.0, original.block, original.start))?;
        Ok(())
    }

    /// What must be known of a source to read its originals.
    pub(super) fn source(&mut self, id: SourceId) -> Result<Rc<SourceReader>, CacheError> {
        if let Some(source) = self.sources.get(&id) {
            return Ok(Rc::clone(source));
        }
        let mut statement = self.connection.prepare_cached(
            "SELECT name, format, log, header, day_first, exported, imported, bytes, whole_minutes
             FROM source WHERE id = ?1",
        )?;
        let mut rows = statement.query([id.0])?;
        let row = rows.next()?.ok_or_else(|| CacheError::Damaged(format!("source {} is missing", id.0)))?;
        let (name, format, log): (String, String, Option<String>) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let format =
            Format::from_key(&format).ok_or_else(|| CacheError::Damaged(format!("format {format} is unknown")))?;
        let shape = Shape {
            format,
            log: log.as_deref().and_then(Log::from_key),
            header: row.get(3)?,
            day_first: row.get(4)?,
            whole_minutes: row.get(8)?,
        };
        let decoder = Decoder::new(&shape).map_err(|error| CacheError::Damaged(error.to_string()))?;
        let order = (row.get(5)?, name.clone(), row.get(7)?, id.0);
        let source = Rc::new(SourceReader { name, shape, imported: Millis(row.get(6)?), order, decoder });
        self.sources.insert(id, Rc::clone(&source));
        Ok(source)
    }

    /// How the originals of a source are to be read, and its place among the exports.
    pub(super) fn shape(&mut self, id: SourceId) -> Result<(Shape, ExportOrder), CacheError> {
        let source = self.source(id)?;
        Ok((source.shape.clone(), source.order.clone()))
    }

    /// The text of an occurrence.
    pub(super) fn text(&mut self, occurrence: &Occurrence) -> Result<Vec<u8>, CacheError> {
        let block = self.block(occurrence.block)?;
        let start = occurrence.start as usize;
        block
            .get(start..start + occurrence.length as usize)
            .map(<[u8]>::to_vec)
            .ok_or_else(|| CacheError::Damaged(format!("block {} is too short", occurrence.block)))
    }

    fn block(&mut self, id: i64) -> Result<Rc<Vec<u8>>, CacheError> {
        if let Some(block) = self.blocks.get(&id) {
            return Ok(Rc::clone(block));
        }
        let data: Vec<u8> = self
            .connection
            .prepare_cached("SELECT data FROM block WHERE id = ?1")?
            .query_row([id], |row| row.get(0))
            .optional()?
            .ok_or_else(|| CacheError::Damaged(format!("block {id} is missing")))?;
        let text = Rc::new(uncompressed(&data)?);
        if self.blocks.len() >= BLOCKS_KEPT {
            self.blocks.clear();
        }
        self.blocks.insert(id, Rc::clone(&text));
        Ok(text)
    }
}

impl Cache {
    /// Everything known of a sign-in, its original texts included; `None` if the cache does not hold it.
    pub fn detail(&self, event: EventId) -> Result<Option<Detail>, CacheError> {
        let mut reader = Originals::new(&self.connection);
        let occurrences = reader.occurrences(event)?;
        let Some(merged) = reader.merged_of(event, &occurrences)? else { return Ok(None) };
        let mut originals = Vec::with_capacity(occurrences.len());
        for occurrence in &occurrences {
            let text = reader.text(occurrence)?;
            let source = reader.source(occurrence.source)?;
            originals.push(OriginalText {
                source: occurrence.source,
                source_name: source.name.clone(),
                format: source.shape.format.title(),
                imported: source.imported,
                cells: source.decoder.cells(&text),
                is_exact: str::from_utf8(&text).is_ok(),
                text: String::from_utf8_lossy(&text).into_owned(),
                is_step: occurrence.step,
            });
        }
        Ok(Some(Detail { event, record: merged.record, originals }))
    }
}
