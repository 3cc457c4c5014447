//! What a file is: told by its content, with its name as a hint where two logs look the same.

mod csv;
mod json;
mod lost_columns;
mod other;
mod zones;

use std::convert::Infallible;
use std::io::Read;

use super::split::{Piece, Splitter};
use super::text::TextStream;
use super::{ImportError, Input, Options, Progress, ReadError, Reader, Shape};
use crate::fields::{Log, Noun, Report, fold};

/// Bytes read at a time.
const BLOCK: usize = 64 << 10;

/// Records looked at before a file is judged.
const LOOK: usize = 200;

/// What is said where columns were assigned for nothing.
const MAPPING_NOT_USED: &str = "The assigned columns are not used: what this file holds is known without them";

/// Recognises an input, reading no more of it than needed: its first records, and of a file whose dates
/// could be read either way as many records as it takes to settle the order of day and month. That may be the
/// whole file, so `progress` counts what was looked through and can cancel it.
pub fn open(input: &Input, options: &Options, progress: &Progress) -> Result<Reader, ReadError<Infallible>> {
    let mut notes = Vec::new();
    let shape = input.with_bytes(|bytes| recognise(input, bytes, options, progress, &mut notes))?;
    Ok(Reader::new(input.clone(), shape, notes, options.threads))
}

/// The text of a file as far as it was read.
pub(super) struct Head<'r> {
    stream: TextStream<'r>,
    progress: &'r Progress,
    pub(super) text: Vec<u8>,
    ended: bool,
}

impl<'r> Head<'r> {
    pub(super) fn new(bytes: &'r mut dyn Read, progress: &'r Progress) -> Self {
        Self { stream: TextStream::new(bytes, BLOCK, false), progress, text: Vec::new(), ended: false }
    }

    pub(super) fn more(&mut self, input: &Input) -> Result<(), ReadError<Infallible>> {
        if self.progress.is_cancelled() {
            return Err(ReadError::Cancelled);
        }
        let before = self.stream.bytes();
        self.ended =
            !self.stream.read(&mut self.text, &Progress::default()).map_err(|error| input.read_error(&error))?;
        self.progress.add_looked(self.stream.bytes() - before);
        Ok(())
    }

    /// The next record; what lies before it is dropped.
    pub(super) fn next(
        &mut self,
        input: &Input,
        splitter: &mut Splitter,
    ) -> Result<Option<Piece>, ReadError<Infallible>> {
        loop {
            if let Some(piece) = splitter.next(&self.text, self.ended) {
                return Ok(Some(piece));
            }
            if self.ended {
                return Ok(None);
            }
            let done = splitter.needed_from();
            self.text.drain(..done);
            splitter.dropped(done);
            self.more(input)?;
        }
    }
}

fn recognise(
    input: &Input,
    bytes: &mut dyn Read,
    options: &Options,
    progress: &Progress,
    notes: &mut Vec<String>,
) -> Result<Shape, ReadError<Infallible>> {
    let mut head = Head::new(bytes, progress);
    let first = loop {
        if let Some(byte) = head.text.iter().find(|byte| !byte.is_ascii_whitespace()) {
            break *byte;
        }
        if head.ended {
            return Err(ImportError::Empty { place: input.place() }.into());
        }
        head.text.clear();
        head.more(input)?;
    };
    if let Some(seems) = binary(&head.text) {
        return Err(ImportError::NoReport { place: input.place(), seems: seems.to_owned() }.into());
    }
    if matches!(first, b'{' | b'[') {
        json::json(input, head, options, notes)
    } else {
        csv::csv(input, head, options, notes)
    }
}

/// The log of those records that do not tell theirs: the one that was named, the one that the content tells, the one of
/// the file's name. Content of another report beats both others, since its values have other names.
pub(super) fn log_of(options: &Options, told: Option<Log>, name: &str, notes: &mut Vec<String>) -> Option<Log> {
    let report = told.map_or(Report::SignIns, Log::report);
    let is_of_report = |log: &Log| log.report() == report;
    if let Some(other) = options.log.filter(|log| !is_of_report(log)) {
        let noun = told.map_or(Noun::SIGN_IN, Log::noun);
        notes.push(format!(
            "The log {} was named, but the file holds {}: they are read as such",
            other.key(),
            noun.many
        ));
    }
    options.log.filter(is_of_report).or(told).or_else(|| log_of_name(name).filter(is_of_report))
}

/// The log that the portal's file names tell.
pub(super) fn log_of_name(name: &str) -> Option<Log> {
    let name = fold(name);
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    Some(if has(&["noninteractive"]) {
        Log::NonInteractive
    } else if has(&["interactive"]) {
        Log::Interactive
    } else if has(&["msisignin", "managedidentit"]) {
        Log::ManagedIdentity
    } else if has(&["applicationsignin", "serviceprincipal"]) {
        Log::ServicePrincipal
    } else if has(&["adfs"]) {
        Log::AdFs
    } else {
        return None;
    })
}

/// Names in quotation marks, each cut to a length that fits a sentence.
fn shown(names: &[&str]) -> String {
    let quoted = |name: &&str| format!("\u{201c}{}\u{201d}", name.chars().take(30).collect::<String>());
    names.iter().map(quoted).collect::<Vec<_>>().join(", ")
}

/// What a file is whose first bytes are those of no text.
fn binary(head: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 17] = [
        (b"\x89PNG", "a PNG picture"),
        (b"\xff\xd8\xff", "a JPEG picture"),
        (b"GIF8", "a GIF picture"),
        (b"%PDF", "a PDF document"),
        (b"PK\x03\x04", "an Excel workbook or another packed document"),
        (b"PK\x05\x06", "an empty zip"),
        (b"\xd0\xcf\x11\xe0", "an old Excel or Word document"),
        (b"\x1f\x8b", "a gzip archive"),
        (b"7z\xbc\xaf", "a 7z archive"),
        (b"Rar!", "a RAR archive"),
        (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
        (b"MZ", "a Windows program"),
        (b"\x7fELF", "a program"),
        (b"SQLite format 3\0", "a database"),
        (b"ElfFile\0", "a Windows event log"),
        (b"PAR1", "a Parquet file"),
        (b"<", "a web page or XML"),
    ];
    let begin = head.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(0);
    let kind =
        KINDS.iter().find(|(magic, _)| head.starts_with(magic) || (*magic == b"<" && head[begin..].starts_with(b"<")));
    kind.map(|(_, name)| *name)
}

/// The names of an object's own properties, as far as its text goes: it may be cut off or damaged.
pub(super) fn property_names(text: &[u8]) -> Vec<String> {
    let mut names = Vec::new();
    let (mut depth, mut at) = (0u32, 0);
    while let Some(byte) = text.get(at) {
        at += 1;
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b'"' => {
                let start = at;
                while let Some(byte) = text.get(at).filter(|byte| **byte != b'"') {
                    at += if *byte == b'\\' { 2 } else { 1 };
                }
                let name = text.get(start..at).unwrap_or_default();
                at += 1;
                let rest = text.get(at..).unwrap_or_default().trim_ascii_start();
                if depth == 1 && rest.starts_with(b":") {
                    names.push(String::from_utf8_lossy(name).into_owned());
                }
            }
            _ => {}
        }
    }
    names
}

pub(super) use csv::{MOST_COLUMNS, check_header, first_rows, is_no_text, splitter_of};

#[cfg(test)]
mod tests;
