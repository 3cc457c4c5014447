//! The stream from bytes to batches: one thread cuts, workers decode, the caller's thread receives.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded};
use zstd::bulk::Compressor;

use super::csv_rows::{CsvSplitter, delimiter_of, is_blank, is_preamble};
use super::json_records::{JsonSplitter, cut_again};
use super::split::{Piece, Splitter};
use super::text::TextStream;
use super::{Decoded, Decoder, Format, ImportError, Input, Progress, ReadError, Shape};
use crate::record::batch::{Batch, EntryRow, Original, Reject, StepRow};

/// Bytes read at a time: they fit the processor's cache while they are hashed and cut.
const BLOCK: usize = 256 << 10;
/// A chunk is handed to a worker when it holds so many bytes or records.
const CHUNK_BYTES: usize = 3 << 20;
const CHUNK_RECORDS: usize = 512;
/// A block of originals is closed when it holds so many bytes or records: few enough that one original
/// is read quickly, many enough that they compress well.
const ORIGINALS_BYTES: usize = 256 << 10;
const ORIGINALS_JSON: usize = 64;
const ORIGINALS_CSV: usize = 256;
/// What lies between two originals of a block may be this long, in bytes; a longer gap closes the block.
const ORIGINALS_GAP: usize = 4 << 10;
/// Level of compression: reports repeat themselves so much that higher ones take longer and hardly save room.
const LEVEL: i32 = 1;
/// Workers beyond this many would wait for the one thread that reads.
const MOST_WORKERS: usize = 16;
/// How often the caller's thread looks whether it was cancelled.
const TICK: Duration = Duration::from_millis(20);

/// An input that was recognised and can be read.
#[derive(Debug)]
pub struct Reader {
    input: Input,
    shape: Shape,
    notes: Vec<String>,
    threads: usize,
    block: usize,
    batch_of: BatchOf,
}

/// Decodes a chunk of a format.
type BatchOf =
    fn(&Decoder, Format, &Chunk, &mut Option<Compressor<'static>>, &dyn Fn() -> bool) -> Result<Batch, ImportError>;

/// What an input held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totals {
    /// Records in the file, rejected ones included.
    pub records: u64,
    /// Records that could not be read.
    pub rejected: u64,
    /// Bytes of the file.
    pub bytes: u64,
    /// SHA-256 of those bytes.
    pub sha256: [u8; 32],
    /// What a person should know, those of [`Reader::notes`] among them.
    pub notes: Vec<String>,
}

impl Reader {
    pub(super) fn new(input: Input, shape: Shape, notes: Vec<String>, threads: usize) -> Self {
        Self { input, shape, notes, threads, block: BLOCK, batch_of }
    }

    /// How the originals are to be read; to be stored with the source.
    #[must_use]
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// What was assumed where the file does not tell, in sentences without a full stop.
    #[must_use]
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// Reads everything and hands the batches to `sink`, in the order of the file and on this thread.
    pub fn read<E>(
        self,
        progress: &Progress,
        sink: &mut dyn FnMut(Batch) -> Result<(), E>,
    ) -> Result<Totals, ReadError<E>> {
        progress.begin(self.input.bytes);
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let workers = if self.threads == 0 { cores } else { self.threads }.clamp(1, MOST_WORKERS);
        let decoders = (0..workers).map(|_| Decoder::new(&self.shape)).collect::<Result<Vec<_>, _>>()?;
        let stop = AtomicBool::new(false);
        let stopped = || stop.load(Ordering::Relaxed) || progress.is_cancelled();
        let (to_workers, chunks) = bounded::<Chunk>(workers);
        let (to_caller, batches) = bounded::<Decoding>(workers);
        // As many chunks are on their way as there are permits, so that memory stays flat however slow
        // the sink or one worker is.
        let (give_back, permits) = bounded::<()>(workers + 3);
        while give_back.try_send(()).is_ok() {}
        // Texts that are done with are filled again: new ones would be new pages of memory each.
        let (to_cutter, spare) = bounded::<Vec<u8>>(workers + 3);

        let (cut, received) = thread::scope(|scope| {
            let cutter = scope.spawn(|| self.cut(progress, &stopped, &permits, &spare, to_workers));
            for decoder in decoders {
                let (chunks, to_caller, to_cutter) = (chunks.clone(), to_caller.clone(), to_cutter.clone());
                let (reader, stopped) = (&self, &stopped);
                scope.spawn(move || reader.work(&decoder, &chunks, (&to_caller, &to_cutter), stopped));
            }
            drop((chunks, to_caller, to_cutter));
            let received = receive(&batches, &give_back, progress, sink);
            stop.store(received.is_err(), Ordering::Relaxed);
            drop((batches, give_back));
            let cut = cutter.join().unwrap_or_else(|_| Err(self.broken()));
            (cut, received)
        });
        let (records, rejected) = received?;
        let Some(end) = cut? else { return Err(ReadError::Cancelled) };
        let mut notes = self.notes;
        if !end.is_complete {
            notes.push(format!(
                "The file ends before its list does: it was cut off after record {records}, so download it again for the rest"
            ));
        }
        Ok(Totals { records, rejected, bytes: end.bytes, sha256: end.sha256, notes })
    }

    /// Decodes chunks until there are no more or nobody wants their batches. A decoder that panics, which none
    /// should, ends the reading: a batch that never came would be waited for.
    fn work(
        &self,
        decoder: &Decoder,
        chunks: &Receiver<Chunk>,
        (to_caller, to_cutter): (&Sender<Decoding>, &Sender<Vec<u8>>),
        stopped: &dyn Fn() -> bool,
    ) {
        let mut compressor = None;
        for mut chunk in chunks {
            let outcome = catch_unwind(AssertUnwindSafe(|| {
                (self.batch_of)(decoder, self.shape.format, &chunk, &mut compressor, stopped)
            }));
            let batch = outcome.unwrap_or_else(|_| Err(self.broken()));
            let is_last = batch.is_err();
            let text = std::mem::take(&mut chunk.text);
            if text.capacity() <= 2 * CHUNK_BYTES {
                // If there are enough of them, this one goes.
                let _ = to_cutter.try_send(text);
            }
            if stopped() || to_caller.send((chunk.sequence, batch)).is_err() || is_last {
                return;
            }
        }
    }

    fn broken(&self) -> ImportError {
        ImportError::Broken { place: self.input.place() }
    }

    fn splitter(&self) -> Splitter {
        if self.shape.format.is_json() {
            Splitter::Json(JsonSplitter::default())
        } else {
            Splitter::Csv(CsvSplitter::new(delimiter_of(self.shape.header_row().as_bytes())))
        }
    }

    /// Reads, hashes and cuts the input into chunks of whole records; `None` if it was stopped.
    fn cut(
        &self,
        progress: &Progress,
        stopped: &dyn Fn() -> bool,
        permits: &Receiver<()>,
        spare: &Receiver<Vec<u8>>,
        to_workers: Sender<Chunk>,
    ) -> Result<Option<End>, ImportError> {
        // The sender is dropped at the end, which tells the workers that no more will come.
        let to_workers = to_workers;
        self.input.with_bytes(|bytes| {
            let mut stream = TextStream::new(bytes, self.block, true);
            let mut splitter = self.splitter();
            let is_json = self.shape.format.is_json();
            let (mut header_is_next, mut header) = (!is_json, Vec::new());
            let delimiter = delimiter_of(self.shape.header_row().as_bytes());
            let mut chunk = Chunk::default();
            loop {
                if stopped() {
                    return Ok(None);
                }
                let more = stream.read(&mut chunk.text, progress).map_err(|error| self.input.read_error(&error))?;
                while let Some(piece) = splitter.next(&chunk.text, !more) {
                    let row = &chunk.text[piece.start..piece.end];
                    if header_is_next {
                        header_is_next = is_preamble(row);
                        header = row.to_vec();
                    } else if is_json || !(is_blank(row, delimiter) || row == header) {
                        chunk.pieces.push(piece);
                    }
                }
                let needed = splitter.needed_from().min(chunk.text.len());
                let full = chunk.pieces.len() >= CHUNK_RECORDS || needed >= CHUNK_BYTES;
                if full || !more {
                    let mut next = Chunk {
                        text: spare.try_recv().unwrap_or_else(|_| Vec::with_capacity(CHUNK_BYTES + 2 * self.block)),
                        pieces: Vec::new(),
                        sequence: chunk.sequence,
                        offset: chunk.offset + needed as u64,
                    };
                    next.text.clear();
                    next.text.extend_from_slice(&chunk.text[needed..]);
                    splitter.dropped(needed);
                    if !chunk.pieces.is_empty() {
                        next.sequence += 1;
                        chunk.offset += stream.skipped();
                        chunk.text.truncate(needed);
                        if permits.recv().is_err() || to_workers.send(chunk).is_err() {
                            return Ok(None);
                        }
                    }
                    chunk = next;
                }
                if !more {
                    let is_complete = splitter.is_complete();
                    return Ok(Some(End { bytes: stream.bytes(), sha256: stream.sha256(), is_complete }));
                }
            }
        })
    }
}

/// What became of a chunk, with its place among the chunks.
type Decoding = (u64, Result<Batch, ImportError>);

/// What is known when the last byte was read.
struct End {
    bytes: u64,
    sha256: [u8; 32],
    is_complete: bool,
}

/// Whole records in one piece of text.
#[derive(Default)]
struct Chunk {
    text: Vec<u8>,
    pieces: Vec<Piece>,
    /// Its place among the chunks.
    sequence: u64,
    /// Where its text begins in the file.
    offset: u64,
}

/// Takes the batches in, brings them into order and hands them on; tells how many records there were and
/// how many of them were rejected.
fn receive<E>(
    batches: &Receiver<Decoding>,
    give_back: &Sender<()>,
    progress: &Progress,
    sink: &mut dyn FnMut(Batch) -> Result<(), E>,
) -> Result<(u64, u64), ReadError<E>> {
    let mut early = BTreeMap::new();
    let (mut next, mut records, mut rejected) = (0, 0, 0);
    loop {
        if progress.is_cancelled() {
            return Err(ReadError::Cancelled);
        }
        match batches.recv_timeout(TICK) {
            Ok((sequence, batch)) => {
                early.insert(sequence, batch?);
            }
            Err(RecvTimeoutError::Timeout) => {}
            // Cancelled workers leave too.
            Err(RecvTimeoutError::Disconnected) if progress.is_cancelled() => return Err(ReadError::Cancelled),
            Err(RecvTimeoutError::Disconnected) => return Ok((records, rejected)),
        }
        while let Some(mut batch) = early.remove(&next) {
            next += 1;
            for reject in &mut batch.rejects {
                reject.number += records;
            }
            let (of_batch, rejects) = (batch.records(), batch.rejects.len() as u64);
            sink(batch).map_err(ReadError::Sink)?;
            records += of_batch;
            rejected += rejects;
            progress.add_records(of_batch, rejects);
            // A full channel of permits is not possible: each was taken out before.
            let _ = give_back.try_send(());
            if progress.is_cancelled() {
                return Err(ReadError::Cancelled);
            }
        }
    }
}

fn batch_of(
    decoder: &Decoder,
    format: Format,
    chunk: &Chunk,
    compressor: &mut Option<Compressor<'static>>,
    stopped: &dyn Fn() -> bool,
) -> Result<Batch, ImportError> {
    let most = if format.is_json() { ORIGINALS_JSON } else { ORIGINALS_CSV };
    let mut batch = Batch::default();
    let mut originals = Originals { text: &chunk.text, most, start: 0, end: 0, count: 0 };
    let mut pieces = Cow::Borrowed(&chunk.pieces);
    let mut at = 0;
    while let Some(piece) = pieces.get(at).copied() {
        if at % 32 == 0 && stopped() {
            break;
        }
        let text = &chunk.text[piece.start..piece.end];
        let told = match piece.problem {
            Some(problem) => Err(problem.to_owned()),
            None => decoder.decode(text),
        };
        if told.is_err()
            && let Some(rest) = cut_again(&chunk.text, &pieces[at..])
        {
            pieces.to_mut().splice(at.., rest);
            continue;
        }
        at += 1;
        match told {
            Err(reason) => batch.rejects.push(Reject {
                // Among those of the chunk; how many the file holds before is known where chunks come in order.
                number: at as u64,
                offset: chunk.offset + piece.start as u64,
                reason,
                text: reject_text(text),
            }),
            Ok(told) => {
                let original = originals.place(piece, &mut batch.blocks, compressor)?;
                match told {
                    Decoded::SignIn(record) => batch.push(&record, original),
                    Decoded::Step { request_id, detail } => {
                        batch.step_rows.push(StepRow { request_id, detail, original });
                    }
                    Decoded::Entry(entry) => batch.entries.push(EntryRow { entry, original }),
                }
            }
        }
    }
    originals.close(&mut batch.blocks, compressor)?;
    Ok(batch)
}

/// The begin of a rejected text, at most [`Reject::MAX_TEXT`] bytes.
fn reject_text(text: &[u8]) -> String {
    let mut shown = String::from_utf8_lossy(&text[..text.len().min(Reject::MAX_TEXT)]).into_owned();
    while shown.len() > Reject::MAX_TEXT {
        shown.pop();
    }
    shown
}

/// The block of originals that is being filled: a stretch of the chunk's own text.
struct Originals<'t> {
    text: &'t [u8],
    most: usize,
    start: usize,
    end: usize,
    count: usize,
}

impl Originals<'_> {
    /// Takes an original into the block, or into the next if this one is full.
    fn place(
        &mut self,
        piece: Piece,
        blocks: &mut Vec<Vec<u8>>,
        compressor: &mut Option<Compressor<'static>>,
    ) -> Result<Original, ImportError> {
        let is_full = self.count >= self.most || piece.end - self.start > ORIGINALS_BYTES;
        if self.count > 0 && (is_full || piece.start - self.end > ORIGINALS_GAP) {
            self.close(blocks, compressor)?;
        }
        if self.count == 0 {
            self.start = piece.start;
        }
        self.count += 1;
        self.end = piece.end;
        Ok(Original {
            block: blocks.len() as u32,
            start: (piece.start - self.start) as u32,
            length: (piece.end - piece.start) as u32,
        })
    }

    fn close(
        &mut self,
        blocks: &mut Vec<Vec<u8>>,
        compressor: &mut Option<Compressor<'static>>,
    ) -> Result<(), ImportError> {
        if self.count == 0 {
            return Ok(());
        }
        let failed = |error: std::io::Error| ImportError::Io {
            place: "an original text".to_owned(),
            problem: format!("it could not be compressed: {error}"),
        };
        let compressor = match compressor {
            Some(compressor) => compressor,
            none => none.insert(new_compressor().map_err(failed)?),
        };
        blocks.push(compressor.compress(&self.text[self.start..self.end]).map_err(failed)?);
        self.count = 0;
        Ok(())
    }
}

/// What compresses blocks of originals. Frames end with a checksum: a block that was damaged on its disk is never taken for
/// what a file held.
pub fn new_compressor() -> std::io::Result<Compressor<'static>> {
    let mut compressor = Compressor::new(LEVEL)?;
    compressor.include_checksum(true)?;
    Ok(compressor)
}

/// SHA-256 of an input's bytes, to recognise one that was imported before without reading it as a report.
/// Counts nothing in `progress`, which can only cancel it.
pub fn fingerprint(input: &Input, progress: &Progress) -> Result<[u8; 32], ReadError<Infallible>> {
    sha256_of(input, progress, &Progress::default())
}

/// The same, with the bytes counted in a progress of their own.
pub(super) fn sha256_of(
    input: &Input,
    progress: &Progress,
    counted: &Progress,
) -> Result<[u8; 32], ReadError<Infallible>> {
    input.with_bytes(|bytes| {
        let mut stream = TextStream::new(bytes, BLOCK, true);
        let mut text = Vec::new();
        loop {
            if progress.is_cancelled() {
                return Err(ReadError::Cancelled);
            }
            text.clear();
            if !stream.read(&mut text, counted).map_err(|error| input.read_error(&error))? {
                return Ok(stream.sha256());
            }
        }
    })
}

#[cfg(test)]
mod tests;
