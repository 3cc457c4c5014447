//! The original texts of many sign-ins, in the order in which they lie in the cache, and the sources that told them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use super::names::IS_STEP_OF_EVENT;
use super::originals::{ExportOrder, Occurrence, Originals};
use super::{Cache, CacheError, Source, SourceId};
use crate::clock::Millis;
use crate::fields::{Log, Logs};
use crate::import::{Progress, Shape, Standing};
use crate::record::EventId;

/// A source that tells of some sign-ins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// Its number.
    pub source: SourceId,
    /// How its originals are to be read.
    pub shape: Shape,
    /// When the file was written.
    pub exported: Millis,
    /// The logs of those sign-ins.
    pub logs: BTreeSet<Log>,
    /// How many of its records tell of them.
    pub records: u64,
}

/// Where the originals of some sign-ins lie: 40 bytes for each.
#[derive(Debug, Default)]
pub struct Places {
    /// The sources, earliest export first.
    tellings: Vec<Telling>,
    by_source: BTreeMap<SourceId, Vec<Place>>,
}

#[derive(Clone, Copy, Debug)]
struct Place {
    event: EventId,
    occurrence: Occurrence,
}

impl Places {
    /// The sources, earliest export first: the order in which their records are merged.
    #[must_use]
    pub fn tellings(&self) -> &[Telling] {
        &self.tellings
    }
}

/// Where an original is found: its sign-in with its log, and its place.
type Found<'a> = &'a mut dyn FnMut(EventId, Occurrence);

impl Cache {
    /// Reads several times from the cache as it is at the first of them, whatever is imported or forgotten meanwhile.
    /// Nothing may be written within. Such a stretch within another one is of the moment of that.
    pub fn at_one_moment<T>(&self, read: impl FnOnce() -> T) -> Result<T, CacheError> {
        if !self.connection.is_autocommit() {
            return Ok(read());
        }
        let _snapshot = self.connection.unchecked_transaction()?;
        Ok(read())
    }

    /// Finds the originals of the sign-ins that `log_of` gives a log for, their authentication details included.
    /// `None` if `is_cancelled` said so meanwhile.
    pub fn originals_of(
        &self,
        log_of: &dyn Fn(EventId) -> Option<Log>,
        is_cancelled: &dyn Fn() -> bool,
    ) -> Result<Option<Places>, CacheError> {
        let mut by_source: BTreeMap<SourceId, Vec<Place>> = BTreeMap::new();
        let tellings = self.tellings_with(log_of, is_cancelled, &mut |event, occurrence| {
            by_source.entry(occurrence.source).or_default().push(Place { event, occurrence });
        })?;
        let Some(mut tellings) = tellings else { return Ok(None) };
        for telling in &mut tellings {
            let places = by_source.entry(telling.source).or_default();
            places.sort_unstable_by_key(|place| (place.occurrence.block, place.occurrence.start, place.event));
            // Rows of details belong to every sign-in of their request ID; each is taken once.
            places.dedup_by_key(|place| (place.occurrence.block, place.occurrence.start));
            telling.records = places.len() as u64;
        }
        Ok(Some(Places { tellings, by_source }))
    }

    /// The sources that tell of the sign-ins that `log_of` gives a log for, earliest export first. `None` if
    /// `is_cancelled` said so meanwhile.
    pub fn tellings_of(
        &self,
        log_of: &dyn Fn(EventId) -> Option<Log>,
        is_cancelled: &dyn Fn() -> bool,
    ) -> Result<Option<Vec<Telling>>, CacheError> {
        self.tellings_with(log_of, is_cancelled, &mut |_, _| {})
    }

    fn tellings_with(
        &self,
        log_of: &dyn Fn(EventId) -> Option<Log>,
        is_cancelled: &dyn Fn() -> bool,
        found: Found<'_>,
    ) -> Result<Option<Vec<Telling>>, CacheError> {
        let mut told: BTreeMap<SourceId, (BTreeSet<Log>, u64)> = BTreeMap::new();
        let detailed_logs: Vec<String> = Logs::DETAILED.iter().map(|log| (log as u8).to_string()).collect();
        let queries = [
            "SELECT event, source, block, start, length FROM occurrence".to_owned(),
            format!(
                "SELECT event.id, step_row.source, step_row.block, step_row.start, step_row.length
                 FROM step_row
                 JOIN event_key ON event_key.key = step_row.key
                 JOIN event ON event.id = event_key.event AND {IS_STEP_OF_EVENT}
                 WHERE event.log IN ({})",
                detailed_logs.join(", ")
            ),
        ];
        for (step, query) in [false, true].into_iter().zip(queries) {
            let mut statement = self.connection.prepare(&query)?;
            let mut rows = statement.query([])?;
            let mut count = 0_u32;
            while let Some(row) = rows.next()? {
                count = count.wrapping_add(1);
                if count.is_multiple_of(1_024) && is_cancelled() {
                    return Ok(None);
                }
                let event = EventId(row.get(0)?);
                let Some(log) = log_of(event) else { continue };
                let source = SourceId(row.get(1)?);
                let (logs, records) = told.entry(source).or_default();
                logs.insert(log);
                *records += 1;
                let (block, start, length) = (row.get(2)?, row.get(3)?, row.get(4)?);
                found(event, Occurrence { source, block, start, length, step });
            }
        }
        let mut reader = Originals::new(&self.connection);
        let mut tellings: Vec<(ExportOrder, Telling)> = Vec::with_capacity(told.len());
        for (source, (logs, records)) in told {
            let (shape, order) = reader.shape(source)?;
            tellings.push((order.clone(), Telling { source, shape, exported: Millis(order.0), logs, records }));
        }
        tellings.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(Some(tellings.into_iter().map(|(_, telling)| telling).collect()))
    }

    /// Hands out the originals of a source byte for byte, each with one of its sign-ins, in the order of the file.
    pub fn for_each_original(
        &self,
        places: &Places,
        source: SourceId,
        each: &mut dyn FnMut(EventId, &[u8]) -> ControlFlow<()>,
    ) -> Result<(), CacheError> {
        let mut reader = Originals::new(&self.connection);
        for place in places.by_source.get(&source).into_iter().flatten() {
            let text = reader.text(&place.occurrence)?;
            if each(place.event, &text).is_break() {
                break;
            }
        }
        Ok(())
    }

    /// How the file of a source stands to what is at its place now; `None` if there is no such source any more, or if
    /// `progress` was cancelled.
    pub fn standing(&self, source: &Source, progress: &Progress) -> Result<Option<Standing>, CacheError> {
        let mut statement = self.connection.prepare_cached("SELECT sha256 FROM source WHERE id = ?1")?;
        let mut rows = statement.query([source.id.0])?;
        let sha256: Option<[u8; 32]> = rows.next()?.map(|row| row.get(0)).transpose()?;
        Ok(sha256.and_then(|sha256| Standing::of(&source.place, &sha256, progress)))
    }

    /// The SHA-256 of a source's file in hexadecimal digits, if there is such a source.
    pub fn sha256(&self, source: SourceId) -> Result<Option<String>, CacheError> {
        let mut statement = self.connection.prepare_cached("SELECT lower(hex(sha256)) FROM source WHERE id = ?1")?;
        let mut rows = statement.query([source.0])?;
        Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
    }
}
