//! Columns as chunks of bytes that the cache keeps, so that the next start reads these instead of every event.
//!
//! Chunk 0 is the head: how many fields the program knew and how many rows there are, and for each field that has texts
//! their numbers in the order of the codes. Each further chunk holds so many consecutive rows, column by column: events,
//! times, logs, identifiers, and codes in the width that the number of texts asks for. All is little-endian, and each chunk
//! a zstd frame. Chunks of another version or another set of fields are of no use, as is anything that can't be read:
//! then all events are read.

use std::io::Read;

use rayon::prelude::*;

use super::texts::Texts;
use super::unique_ids::UniqueIds;
use super::{Builder, Codes};
use crate::cache::{Cache, CacheError, stored_fields};
use crate::clock::Millis;
use crate::fields::Field;
use crate::record::EventId;
use crate::record::batch::UNIQUE_ID_FIELDS;

/// Another number for each way in which chunks were ever written.
const VERSION: u32 = 1;
/// Rows of a chunk: some megabytes, a small part of which is needed twice while it is read.
const CHUNK: usize = 1 << 16;
/// More bytes than a chunk with every field has; the head has fewer.
const MOST_BYTES: u64 = 128 << 20;
/// Higher levels take longer and hardly save room.
const LEVEL: i32 = 1;
/// Fewer events are read as quickly as chunks.
const FEW: u64 = 20_000;

/// Whether so many events came or changed since columns were kept that the next start would take longer for it.
pub fn is_worth_keeping(cache: &Cache) -> Result<bool, CacheError> {
    // Numbers of events are never used again, so there are at most as many.
    let kept = cache.kept_until()?.map_or(0, |event| event.0.unsigned_abs());
    let not_kept = cache.count_not_kept()?;
    Ok(not_kept > FEW && not_kept > kept / 8)
}

/// Keeps the columns of the cache as they are now. Nothing is kept if others write meanwhile; whether it was.
pub fn keep(cache: &mut Cache) -> Result<bool, CacheError> {
    let read = cache.at_one_moment(|| {
        let texts = Texts::load(cache)?;
        Ok::<_, CacheError>((super::load::rows(cache, &texts)?, texts, cache.data_version()?))
    })?;
    let (mut builder, texts, version) = read?;
    let rows = builder.events.len();
    for column in &mut builder.texts {
        column.codes.fit(rows);
    }
    let Some(last) = builder.last() else { return Ok(false) };
    let Some(head) = head_of(&builder, &texts) else { return Ok(false) };
    let head = std::iter::once_with(|| Ok((last, compressed(&head)?)));
    let starts = (0..rows).step_by(CHUNK);
    let chunks = starts.map(|start| {
        let end = rows.min(start + CHUNK);
        Ok((builder.events[end - 1], compressed(&chunk_of(&builder, start, end))?))
    });
    cache.keep_columns(version, head.chain(chunks))
}

/// The columns that were kept; `None` if there are none of use.
pub(super) fn restore(cache: &Cache, texts: &Texts) -> Result<Option<Builder>, CacheError> {
    let (Some(head), Some(until)) = (cache.kept_chunk(0)?, cache.kept_until()?) else { return Ok(None) };
    let most = usize::try_from(cache.kept_chunks()?).unwrap_or(0).saturating_mul(CHUNK);
    let restored = uncompressed(&head).and_then(|head| Restored::new(&head, texts, until, most));
    let Some(mut restored) = restored else { return Ok(None) };
    let cores = rayon::current_num_threads().max(1);
    let mut next = 1;
    while restored.builder.events.len() < restored.rows {
        let mut some = Vec::with_capacity(cores);
        while some.len() < cores
            && let Some(chunk) = cache.kept_chunk(next)?
        {
            some.push(chunk);
            next += 1;
        }
        let read: Vec<Option<Vec<u8>>> = some.par_iter().map(|chunk| uncompressed(chunk)).collect();
        let is_whole = !read.is_empty()
            && read.iter().all(|chunk| chunk.as_deref().and_then(|chunk| restored.add(&mut Bytes(chunk))).is_some());
        if !is_whole {
            tracing::warn!("the kept columns can't be read; all events are read instead");
            return Ok(None);
        }
    }
    Ok(Some(restored.builder))
}

/// The fields that a chunk can hold, and the number of each.
fn numbered() -> impl Iterator<Item = (usize, Field)> {
    stored_fields().enumerate()
}

/// The head; `None` if a text has a number that does not fit.
fn head_of(builder: &Builder, texts: &Texts) -> Option<Vec<u8>> {
    let mut head = Vec::new();
    let number = |number: usize, head: &mut Vec<u8>| head.extend((number as u32).to_le_bytes());
    number(VERSION as usize, &mut head);
    number(stored_fields().count(), &mut head);
    number(builder.events.len(), &mut head);
    for (_, field) in numbered() {
        let keys = &builder.texts[field as usize].keys;
        number(keys.len(), &mut head);
        for key in keys {
            head.extend(u32::try_from(texts.number(*key)).ok()?.to_le_bytes());
        }
    }
    Some(head)
}

fn chunk_of(builder: &Builder, start: usize, end: usize) -> Vec<u8> {
    let mut chunk = Vec::new();
    chunk.extend(((end - start) as u32).to_le_bytes());
    for event in &builder.events[start..end] {
        chunk.extend_from_slice(&event.0.to_le_bytes());
    }
    for time in &builder.times[start..end] {
        chunk.extend_from_slice(&time.0.to_le_bytes());
    }
    let logs = &builder.texts[Field::Log as usize].codes;
    chunk.extend((start..end).map(|row| logs.get(row) as u8));
    for column in &builder.unique_ids {
        column.write(start, end, &mut chunk);
    }
    for (number, field) in numbered() {
        match &builder.texts[field as usize].codes {
            Codes::Zero => {}
            Codes::Byte(codes) => {
                chunk.push(number as u8);
                chunk.extend_from_slice(&codes[start..end]);
            }
            Codes::Short(codes) => {
                chunk.push(number as u8);
                chunk.extend(codes[start..end].iter().flat_map(|code| code.to_le_bytes()));
            }
            Codes::Wide(codes) => {
                chunk.push(number as u8);
                chunk.extend(codes[start..end].iter().flat_map(|code| code.to_le_bytes()));
            }
        }
    }
    chunk
}

/// Columns on their way back.
struct Restored {
    builder: Builder,
    /// How many rows there will be.
    rows: usize,
}

impl Restored {
    /// No columns yet. `None` if the head is of another program, or tells of more rows than there are events up to the last
    /// one or than the chunks hold at most, or of a text that is not there.
    fn new(head: &[u8], texts: &Texts, until: EventId, most: usize) -> Option<Self> {
        let mut head = Bytes(head);
        if head.number()? != VERSION || head.number()? as usize != stored_fields().count() {
            return None;
        }
        let rows = usize::try_from(head.number()?).ok().filter(|rows| *rows as i64 <= until.0 && *rows <= most)?;
        let mut builder = Builder::default();
        for (_, field) in numbered() {
            let column = &mut builder.texts[field as usize];
            for _ in 0..head.number()? {
                let place = texts.place(i64::from(head.number()?))?;
                column.code_of_key(place, || texts.text(place));
            }
            column.codes = Codes::zeros(rows, column.keys.len());
        }
        builder.texts[Field::Log as usize].codes = Codes::zeros(rows, 1);
        builder.events.reserve(rows);
        builder.times.reserve(rows);
        Some(Self { builder, rows })
    }

    /// Adds the rows of a chunk.
    fn add(&mut self, chunk: &mut Bytes<'_>) -> Option<()> {
        let Builder { events, times, texts, unique_ids } = &mut self.builder;
        let start = events.len();
        let rows = chunk.number()? as usize;
        let end = start.checked_add(rows).filter(|end| *end <= self.rows)?;
        events.extend(chunk.integers(rows)?.map(|event| EventId(i64::from_le_bytes(event))));
        times.extend(chunk.integers(rows)?.map(|time| Millis(i64::from_le_bytes(time)).in_calendar()));
        let Codes::Byte(logs) = &mut texts[Field::Log as usize].codes else { return None };
        logs[start..end].copy_from_slice(chunk.take(rows)?);
        for column in unique_ids.iter_mut().take(UNIQUE_ID_FIELDS.len()) {
            column.read(rows, chunk)?;
        }
        let fields: Vec<Field> = stored_fields().collect();
        while let [number, rest @ ..] = chunk.0 {
            chunk.0 = rest;
            let column = &mut texts[*fields.get(usize::from(*number))? as usize];
            let most = column.keys.len() as u32;
            let is_known = match &mut column.codes {
                Codes::Zero => false,
                Codes::Byte(codes) => {
                    let codes = &mut codes[start..end];
                    codes.copy_from_slice(chunk.take(rows)?);
                    codes.iter().all(|code| u32::from(*code) <= most)
                }
                Codes::Short(codes) => {
                    fill(&mut codes[start..end], chunk.integers(rows)?.map(u16::from_le_bytes), most)
                }
                Codes::Wide(codes) => fill(&mut codes[start..end], chunk.integers(rows)?.map(u32::from_le_bytes), most),
            };
            if !is_known {
                return None;
            }
        }
        Some(())
    }
}

/// Sets codes; whether all of them have a text.
fn fill<C: Copy + Into<u32>>(codes: &mut [C], told: impl Iterator<Item = C>, most: u32) -> bool {
    for (code, told) in codes.iter_mut().zip(told) {
        *code = told;
    }
    codes.iter().all(|code| (*code).into() <= most)
}

/// What is left of a chunk.
pub(super) struct Bytes<'b>(pub(super) &'b [u8]);

impl<'b> Bytes<'b> {
    pub(super) fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    pub(super) fn number(&mut self) -> Option<u32> {
        self.integers(1)?.next().map(u32::from_le_bytes)
    }

    /// So many integers of a width.
    pub(super) fn integers<const WIDTH: usize>(
        &mut self,
        count: usize,
    ) -> Option<impl Iterator<Item = [u8; WIDTH]> + use<'b, WIDTH>> {
        let (integers, _) = self.take(count.checked_mul(WIDTH)?)?.as_chunks::<WIDTH>();
        Some(integers.iter().copied())
    }
}

fn compressed(bytes: &[u8]) -> Result<Vec<u8>, CacheError> {
    zstd::bulk::compress(bytes, LEVEL).map_err(|error| CacheError::Damaged(error.to_string()))
}

/// The bytes of a chunk; `None` if it is damaged, which can also show in that there is no end of them.
fn uncompressed(chunk: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    zstd::stream::Decoder::with_buffer(chunk).ok()?.take(MOST_BYTES + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= MOST_BYTES).then_some(bytes)
}

impl UniqueIds {
    /// Writes a stretch of rows.
    fn write(&self, start: usize, end: usize, chunk: &mut Vec<u8>) {
        let (forms, bits) = self.stretch(start, end);
        chunk.push(u8::from(!bits.is_empty()));
        if bits.is_empty() {
            return;
        }
        chunk.extend(forms);
        for bits in bits {
            chunk.extend_from_slice(&bits.to_le_bytes());
        }
        let texts: Vec<(u32, &str)> = self.texts_of(start, end).collect();
        chunk.extend((texts.len() as u32).to_le_bytes());
        for (row, text) in texts {
            chunk.extend(row.to_le_bytes());
            chunk.extend((text.len() as u32).to_le_bytes());
            chunk.extend_from_slice(text.as_bytes());
        }
    }

    /// Adds so many rows that [`Self::write`] wrote.
    fn read(&mut self, rows: usize, chunk: &mut Bytes<'_>) -> Option<()> {
        if chunk.take(1)? == [0] {
            self.push_missing(rows);
            return Some(());
        }
        let forms = chunk.take(rows)?;
        self.push_stretch(forms, chunk.integers(rows)?.map(u128::from_le_bytes))?;
        for _ in 0..chunk.number()? {
            let row = chunk.number()?;
            let length = chunk.number()? as usize;
            self.set_text(row, std::str::from_utf8(chunk.take(length)?).ok()?)?;
        }
        Some(())
    }
}
