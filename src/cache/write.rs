//! Importing a file: one transaction that adds its sign-ins, or merges them with those known.

pub(super) mod again;
mod finding;
pub(super) mod rebuild;
mod steps;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::convert::Infallible;

use foldhash::fast::FixedState;
use rusqlite::{Connection, Statement, Transaction, params};

use super::directory::DirectoryWriter;
use super::event::{EventRow, EventWriter};
use super::keys::Keys;
use super::names::NameWriter;
use super::originals::{ExportOrder, Originals};
use super::same_event::{self, Minute};
use super::texts::{TextId, Texts};
use super::{Cache, CacheError, Counts, SourceId, names, notes};
use crate::clock::Millis;
use crate::fields::{Field, Log};
use crate::import::{self, Format, ImportError, Input, Options, Progress, ReadError, Reader, Shape, Totals};
use crate::record::batch::{Batch, Original, StepRow};
use crate::record::{EventId, LookupSummary, UniqueId, is_made_id};

use finding::Whose;
use rebuild::rebuild_events;
use steps::has_details;

/// What came of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Its source: a new one, or that of its first import.
    pub source: SourceId,
    /// Its format.
    pub format: Format,
    /// The log of its sign-ins, where all of them are in one.
    pub log: Option<Log>,
    /// What came of its records.
    pub counts: Counts,
    /// The very same file was imported before; nothing was done.
    pub already_known: bool,
    /// What was taken for granted, as sentences.
    pub notes: Vec<String>,
    /// What a look-up in the directory brought.
    pub lookup: Option<LookupSummary>,
}

/// Why a file was not imported. The cache is as it was before.
#[derive(Debug, thiserror::Error)]
pub enum ImportFailure {
    /// The file is no report or can't be read.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// The user cancelled.
    #[error("Cancelled; nothing of this file was kept")]
    Cancelled,
    /// The cache can't be written.
    #[error(transparent)]
    Cache(#[from] CacheError),
}

impl From<rusqlite::Error> for ImportFailure {
    fn from(error: rusqlite::Error) -> Self {
        Self::Cache(error.into())
    }
}

impl<E: Into<CacheError>> From<ReadError<E>> for ImportFailure {
    fn from(error: ReadError<E>) -> Self {
        match error {
            ReadError::Import(error) => Self::Import(error),
            ReadError::Cancelled => Self::Cancelled,
            ReadError::Sink(error) => Self::Cache(error.into()),
        }
    }
}

impl From<Infallible> for CacheError {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

impl Cache {
    /// Imports one file, or nothing of it.
    pub fn import(&mut self, input: &Input, options: &Options, progress: &Progress) -> Result<Imported, ImportFailure> {
        let reader = match import::open(input, options, progress) {
            Err(ReadError::Import(refused)) => self.open_remembered(input, options, progress, refused)?,
            opened => opened?,
        };
        let shape = reader.shape().clone();
        let mut sha256 = None;
        let transaction = loop {
            let version = self.data_version()?;
            // The size of what a gzip holds is known only once it is read.
            if input.bytes == 0 || self.has_source_of_size(input.bytes)? {
                let sha256 = match &sha256 {
                    Some(known) => known,
                    None => sha256.insert(import::fingerprint(input, progress)?),
                };
                if let Some(known) = self.known_source(sha256, &shape, &input.name())? {
                    return Ok(known);
                }
            }
            let transaction = self.begin_import(progress)?;
            if self.data_version()? == version {
                break transaction;
            }
            // Who wrote while this one waited may have brought the very same file.
        };
        let result = self.write(transaction, reader, input, progress);
        if result.is_err() {
            // What was rolled back may already stand in the log.
            self.empty_log();
        }
        result
    }

    fn write(
        &self,
        transaction: Transaction<'_>,
        reader: Reader,
        input: &Input,
        progress: &Progress,
    ) -> Result<Imported, ImportFailure> {
        let shape = reader.shape().clone();
        let mut writer = Writer::new(&transaction, input, &shape)?;
        let totals = reader.read(progress, &mut |batch| writer.add(&batch))?;
        let counts = writer.finish(&totals, progress)?;
        let (source, log) = (writer.source, writer.one_log());
        let lookup = writer.directory.take().map(DirectoryWriter::into_summary);
        drop(writer);
        if progress.is_cancelled() {
            return Err(ImportFailure::Cancelled);
        }
        transaction.commit()?;
        // What was committed is done, whether or not there is room to move it out of the log.
        if let Err(error) = self.shrink_log() {
            tracing::warn!("the write-ahead log of the cache could not be moved into it ({error})");
        }
        Ok(Imported {
            source,
            format: shape.format,
            log: log.or(shape.log),
            counts,
            already_known: false,
            notes: totals.notes,
            lookup,
        })
    }

    fn has_source_of_size(&self, bytes: u64) -> Result<bool, CacheError> {
        Ok(self.connection.prepare_cached("SELECT 1 FROM source WHERE bytes = ?1")?.exists([bytes as i64])?)
    }

    /// The source of a file with this content that was read in the same way. Records in JSON tell their
    /// log; rows of a CSV were read as those of one log, which may have been another one. Two groups can have the same
    /// members: only the names of their files tell them apart.
    fn known_source(&self, sha256: &[u8; 32], shape: &Shape, name: &str) -> Result<Option<Imported>, CacheError> {
        let found = self.sources_where(
            "sha256 = ?1 AND missing = 0 AND format = ?2 AND (?3 OR log IS ?4) AND header = ?5 AND (?6 OR name = ?7)",
            params![
                sha256,
                shape.format.key(),
                shape.format.is_json() || shape.log.is_none(),
                shape.log.map(Log::key),
                shape.header,
                !shape.format.is_of_group(),
                name
            ],
        )?;
        Ok(found.into_iter().next().map(|source| Imported {
            source: source.id,
            format: shape.format,
            log: source.log,
            counts: Counts {
                records: source.counts.records,
                known: source.counts.records - source.counts.rejected,
                rejected: source.counts.rejected,
                ..Counts::default()
            },
            already_known: true,
            notes: Vec::new(),
            lookup: None,
        }))
    }
}

/// What is known while a file is being written.
struct Writer<'c> {
    connection: &'c Connection,
    events: EventWriter<'c>,
    originals: Originals<'c>,
    keys: Keys,
    names: NameWriter<'c>,
    occurrence: Statement<'c>,
    texts: Texts,
    source: SourceId,
    /// Whether the times of the file have no seconds.
    whole_minutes: bool,
    /// Orders of the exports met, this one's included.
    orders: HashMap<SourceId, ExportOrder>,
    next_event: i64,
    /// Whether there are authentication details at all that a new sign-in could belong to.
    has_steps: bool,
    /// Steps of one sign-in that follow each other in a details file, with their blocks.
    run: Vec<(StepRow, i64)>,
    /// Sign-ins that got steps from this file.
    stepped: HashSet<EventId>,
    /// How many records of the file have each identifier that was made of what they tell, by its lookup key.
    made: HashMap<i64, u32>,
    /// The ways in which events of the file are like others, by their lookup keys.
    alike: HashMap<i64, Whose, FixedState>,
    /// Minutes in which more than one event has an identifier, if records without seconds can be of any of them.
    minutes: BTreeSet<Minute>,
    are_minutes_doubtful: bool,
    /// Sign-ins to be merged anew from all their originals when the file is read, and how many of its records
    /// will be counted as merged or known by what comes of that.
    rebuild: BTreeMap<EventId, u64>,
    counts: Counts,
    /// Writes entries of the directory, if these are what the file holds.
    directory: Option<DirectoryWriter>,
    /// The logs of the sign-ins met.
    logs: BTreeSet<Log>,
}

impl<'c> Writer<'c> {
    fn new(connection: &'c Connection, input: &Input, shape: &Shape) -> Result<Self, CacheError> {
        let now = Millis::now();
        // Digest and counts are known, and written, when the file is read.
        let source = connection
            .prepare_cached(
                "INSERT INTO source (place, name, bytes, sha256, format, log, header, day_first, exported, imported,
                                 whole_minutes, records, new, merged, known, rejected)
             VALUES (?1, ?2, ?3, x'', ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0, 0, 0, 0, 0)",
            )?
            .insert(params![
                input.place(),
                input.name(),
                input.bytes as i64,
                shape.format.key(),
                shape.log.map(Log::key),
                shape.header,
                shape.day_first,
                input.modified.unwrap_or(now).0,
                now.0,
                shape.whole_minutes,
            ])?;
        let directory = DirectoryWriter::of(connection, SourceId(source), input, shape.format)?;
        Ok(Self { directory, ..Self::of(connection, SourceId(source), shape.whole_minutes)? })
    }

    /// Writes what a source tells that is in the cache already.
    fn of(connection: &'c Connection, source: SourceId, whole_minutes: bool) -> Result<Self, CacheError> {
        let has_steps = connection.prepare("SELECT 1 FROM step_row LIMIT 1")?.exists([])?;
        Ok(Self {
            connection,
            events: EventWriter::new(connection)?,
            originals: Originals::new(connection),
            keys: Keys::new(connection)?,
            names: NameWriter::new(connection)?,
            occurrence: connection
                .prepare("INSERT INTO occurrence (event, source, block, start, length) VALUES (?1, ?2, ?3, ?4, ?5)")?,
            texts: Texts::new(connection)?,
            source,
            whole_minutes,
            orders: HashMap::new(),
            next_event: rebuild::next_event(connection)?,
            has_steps,
            run: Vec::new(),
            stepped: HashSet::new(),
            made: HashMap::new(),
            alike: HashMap::default(),
            minutes: BTreeSet::new(),
            are_minutes_doubtful: same_event::is_any_in_minutes(connection)?,
            rebuild: BTreeMap::new(),
            counts: Counts::default(),
            directory: None,
            logs: BTreeSet::new(),
        })
    }

    /// The log of all sign-ins of the file, if it is one.
    fn one_log(&self) -> Option<Log> {
        self.logs.first().copied().filter(|_| self.logs.len() == 1)
    }

    fn add(&mut self, batch: &Batch) -> Result<(), CacheError> {
        let mut blocks = Vec::with_capacity(batch.blocks.len());
        for block in &batch.blocks {
            let mut insert = self.connection.prepare_cached("INSERT INTO block (source, data) VALUES (?1, ?2)")?;
            blocks.push(insert.insert(params![self.source.0, block])?);
        }
        self.add_rows(batch, &blocks)?;
        for step in &batch.step_rows {
            if self.run.last().is_some_and(|(last, _)| last.request_id != step.request_id) {
                self.add_steps()?;
            }
            self.run.push((step.clone(), blocks[step.original.block as usize]));
        }
        if let Some(directory) = &mut self.directory {
            directory.add(self.connection, &batch.entries, &blocks)?;
        }
        for reject in &batch.rejects {
            self.connection
                .prepare_cached("INSERT INTO reject (source, number, at, reason, text) VALUES (?1, ?2, ?3, ?4, ?5)")?
                .execute(params![
                    self.source.0,
                    reject.number as i64,
                    reject.offset as i64,
                    reject.reason,
                    reject.text
                ])?;
        }
        self.counts.records += batch.records();
        self.counts.rejected += batch.rejects.len() as u64;
        Ok(())
    }

    /// Adds the sign-ins of a batch whose blocks have these numbers.
    fn add_rows(&mut self, batch: &Batch, blocks: &[i64]) -> Result<(), CacheError> {
        let mut ids = Vec::with_capacity(batch.texts().len() + 1);
        ids.push(0);
        for text in batch.texts() {
            ids.push(self.texts.id(self.connection, text)?);
        }
        for row in 0..batch.len() {
            self.add_sign_in(batch, row, &ids, blocks)?;
        }
        Ok(())
    }

    fn add_sign_in(&mut self, batch: &Batch, at: usize, ids: &[TextId], blocks: &[i64]) -> Result<(), CacheError> {
        let row = batch.rows()[at];
        let mut unique_ids = batch.unique_ids(at).to_vec();
        self.logs.insert(row.log);
        let made = unique_ids[0].as_ref().filter(|id| names::is_made(id)).map(|made| self.numbered(made));
        let is_made = made.is_some();
        if is_made {
            unique_ids[0].clone_from(&made);
        }
        let Some(request_id) = &unique_ids[0] else {
            return Err(CacheError::Damaged("a record without request ID came from a reader".to_owned()));
        };
        let mut new = EventRow {
            event: EventId(self.next_event),
            log: row.log,
            time: row.time,
            texts: std::array::from_fn(|field| ids[batch.cells(at)[field] as usize]),
            unique_ids: std::array::from_fn(|place| unique_ids[place].clone()),
            first_source: self.source,
            last_source: self.source,
        };
        // The log has a column of its own.
        new.texts[Field::Log as usize] = 0;
        let mut names: Vec<&UniqueId> = batch.names(at).iter().collect();
        if names::NAMED.contains(row.log) {
            names.extend(&made);
        }
        let event = match self.known(&mut new)? {
            None => {
                self.next_event += 1;
                self.counts.new += 1;
                self.events.insert(&new, &mut self.texts)?;
                self.keys.add(self.connection, request_id.lookup_key(), new.event)?;
                self.name(new.event, &names, row.time, Whose { is_made, is_told: !is_made })?;
                if self.has_steps && self.steps_wait_for(&new)? {
                    self.rebuild.entry(new.event).or_default();
                }
                new.event
            }
            Some(known) => {
                self.name(known.event, &names, row.time, Whose { is_made: true, is_told: true })?;
                match self.merge(&known, &new, batch, at)? {
                    Told::More => self.counts.merged += 1,
                    Told::Nothing => self.counts.known += 1,
                    Told::Later => *self.rebuild.entry(known.event).or_default() += 1,
                }
                known.event
            }
        };
        self.add_occurrence(event, blocks[row.original.block as usize], row.original)
    }

    /// Merges a sign-in of this file into a known one.
    fn merge(&mut self, known: &EventRow, new: &EventRow, batch: &Batch, at: usize) -> Result<Told, CacheError> {
        let own = self.order(self.source)?;
        let is_later = self.source == known.last_source || own > self.order(known.last_source)?;
        let is_earlier = own < self.order(known.first_source)?;
        let mut merged = known.clone();
        if is_later {
            merged.last_source = self.source;
        } else if is_earlier {
            merged.first_source = self.source;
        } else {
            // Between two exports already merged: only all originals in their order give the right values.
            return Ok(Told::Later);
        }
        // Steps of a details file and those inside a sign-in are weighed together, whatever came first.
        if self.has_steps && (has_details(new) || has_details(known)) && self.steps_wait_for(known)? {
            return Ok(Told::Later);
        }
        let tells_nothing = new.texts.iter().zip(&known.texts).all(|(new, known)| *new == 0 || new == known)
            && new.unique_ids.iter().zip(&known.unique_ids).all(|(new, known)| new.is_none() || new == known)
            && !new.time.is_finer_than(known.time);
        if !tells_nothing {
            let before = known.to_record(self.connection, &mut self.texts)?;
            let mut record = before.clone();
            let mut told = batch.record(at);
            if let (Some(id), true) = (before.get(Field::RequestId), told.get(Field::RequestId).is_some_and(is_made_id))
            {
                // Among records that tell the same it has a number, or it is called as other records tell.
                told.set(Field::RequestId, id.to_owned());
                told.time = before.time;
            }
            record.absorb(&told, is_later);
            if record != before {
                let sources = (merged.first_source, merged.last_source);
                let row = EventRow::from_record(self.connection, &mut self.texts, known.event, &record, sources)?;
                self.events.replace(&row, &mut self.texts)?;
                notes::follow(self.connection, &mut self.texts, known, &row)?;
                return Ok(Told::More);
            }
        }
        if (merged.first_source, merged.last_source) != (known.first_source, known.last_source) {
            self.connection
                .prepare_cached("UPDATE event SET first_source = ?2, last_source = ?3 WHERE id = ?1")?
                .execute((known.event.0, merged.first_source.0, merged.last_source.0))?;
        }
        Ok(Told::Nothing)
    }

    fn add_occurrence(&mut self, event: EventId, block: i64, original: Original) -> Result<(), CacheError> {
        self.occurrence.execute((event.0, self.source.0, block, original.start, original.length))?;
        Ok(())
    }

    fn order(&mut self, source: SourceId) -> Result<ExportOrder, CacheError> {
        if let Some(order) = self.orders.get(&source) {
            return Ok(order.clone());
        }
        let order = self.originals.source(source)?.order.clone();
        self.orders.insert(source, order.clone());
        Ok(order)
    }

    /// Settles whose records those are that do not tell it themselves. The events to be merged anew, and how many of its
    /// records count by what comes of that.
    fn settle(&mut self) -> Result<BTreeMap<EventId, u64>, CacheError> {
        let first = rebuild::next_event(self.connection)?;
        let (alike, minutes) = (self.take_doubtful()?, std::mem::take(&mut self.minutes));
        let settled = rebuild::settle_all(self.connection, &mut self.keys, &alike, &minutes, &mut self.next_event)?;
        let mut rebuild = std::mem::take(&mut self.rebuild);
        for (gone, kept) in settled.merged {
            let mut records = rebuild.remove(&gone).unwrap_or_default();
            // One of both was new, and is none now.
            if gone.0 >= first && self.counts.new > 0 {
                self.counts.new -= 1;
                records += 1;
            }
            *rebuild.entry(kept).or_default() += records;
        }
        for event in settled.changed {
            rebuild.entry(event).or_default();
        }
        Ok(rebuild)
    }

    /// Merges anew what needs it, and writes what the whole file amounts to.
    fn finish(&mut self, totals: &Totals, progress: &Progress) -> Result<Counts, CacheError> {
        self.add_steps()?;
        if let Some(directory) = &self.directory {
            self.counts += directory.counts(self.connection)?;
        }
        let rebuild = self.settle()?;
        let events = rebuild.keys().copied().take_while(|_| !progress.is_cancelled());
        rebuild_events(self.connection, events, |event, learned| {
            let records = rebuild[&event];
            *(if learned { &mut self.counts.merged } else { &mut self.counts.known }) += records;
        })?;
        self.connection
            .prepare_cached(
                "UPDATE source SET bytes = ?2, sha256 = ?3, records = ?4, new = ?5, merged = ?6, known = ?7, rejected = ?8,
                                   log = coalesce(?9, log), notes = ?10
                 WHERE id = ?1",
            )?
            .execute(params![
                self.source.0,
                totals.bytes as i64,
                totals.sha256,
                self.counts.records as i64,
                self.counts.new as i64,
                self.counts.merged as i64,
                self.counts.known as i64,
                self.counts.rejected as i64,
                self.one_log().map(Log::key),
                serde_json::Value::from(totals.notes.as_slice()).to_string(),
            ])?;
        Ok(self.counts)
    }
}

/// What a record told of a sign-in that was known.
enum Told {
    /// Something that was not known.
    More,
    /// Nothing new.
    Nothing,
    /// That is known once the sign-in is merged anew from all its originals.
    Later,
}
