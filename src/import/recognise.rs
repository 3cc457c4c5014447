//! What a file is: told by its content, with its name as a hint where two logs look the same.

mod csv;
mod lost_columns;
mod other;

use std::convert::Infallible;
use std::io::Read;

use super::categories::log_of_names;
use super::directory::listing_of;
use super::json::JsonReader;
use super::json_records::JsonSplitter;
use super::mapping::Stored;
use super::names::Names;
use super::property_table::Columns;
use super::split::{Piece, Splitter};
use super::text::TextStream;
use super::{Format, ImportError, Input, Options, Progress, ReadError, Reader, Shape};
use crate::fields::{Log, Noun, Report, fold};

/// Bytes read at a time.
const BLOCK: usize = 64 << 10;

/// Records looked at before a file is judged.
const LOOK: usize = 200;

/// Recognises an input, reading no more of it than needed: its first records, and of a CSV whose dates
/// could be read either way as many rows as it takes to settle the order of day and month. That may be the
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
    if matches!(first, b'{' | b'[') { json(input, head, options, notes) } else { csv::csv(input, head, options, notes) }
}

fn json(
    input: &Input,
    mut head: Head<'_>,
    options: &Options,
    notes: &mut Vec<String>,
) -> Result<Shape, ReadError<Infallible>> {
    let mut splitter = Splitter::Json(JsonSplitter::default());
    let shape = |format, log, header| Shape { format, log, header, day_first: false };
    let name = input.name();
    let mut seems = None;
    let mut intro: Option<Vec<u8>> = None;
    let mapping = options.mapping.as_deref();
    for _ in 0..LOOK {
        intro.get_or_insert_with(|| head.text[..head.text.len().min(1024)].to_vec());
        let Some(piece) = head.next(input, &mut splitter)? else { break };
        let Splitter::Json(json) = &splitter else { break };
        if let Some(table) = json.table() {
            let (columns, told) = table_of_query(table, &input.place())?;
            let log = log_of(options, told, &name, notes);
            return Ok(shape(Format::AzureRows, log, columns));
        }
        let text = &head.text[piece.start..piece.end];
        let names = property_names(text);
        if let Some(mapping) = mapping.filter(|mapping| mapping.fits(&names)) {
            return Ok(Stored { header: String::new(), mapping: mapping.clone() }.shape(Format::MappedJson));
        }
        if let Some(listing) = listing_of(&names, &input.name()) {
            return Ok(shape(listing.format(true), None, String::new()));
        }
        if let Some(things) = directory_objects(&names) {
            seems = seems.or_else(|| Some(things.to_owned()));
            continue;
        }
        if is_sign_in(&names) {
            let format = if json.saw_wrapper() { Format::GraphJson } else { Format::PortalJson };
            return Ok(shape(format, log_of(options, None, &name, notes), String::new()));
        }
        let told = log_of_names(&names);
        let text = String::from_utf8_lossy(text);
        if piece.problem.is_none() && trial(told.unwrap_or(Log::Interactive)).decode(&text).is_ok() {
            let format = match (told, format_of(&names)) {
                (Some(Log::Activity), _) => Format::M365Json,
                (Some(_), Format::WrappedJson) if json.saw_wrapper() => Format::GraphJson,
                (Some(_), Format::WrappedJson) => Format::PortalJson,
                (_, format) => format,
            };
            return Ok(shape(format, log_of(options, told, &name, notes), String::new()));
        }
        seems = seems.or_else(|| Some(other_content(&names)));
    }
    if seems.is_none() {
        // An empty list is an empty report, unless its wrapper says that it lists something else.
        let intro = String::from_utf8_lossy(&intro.unwrap_or_default()).to_lowercase();
        if intro.contains("$metadata#") && !intro.contains("signins") {
            seems = Some("a list of Microsoft Graph that holds no sign-ins (JSON)".to_owned());
        }
    }
    if let Some(seems) = seems {
        return Err(ImportError::OtherContent { place: input.place(), seems }.into());
    }
    let saw_wrapper = matches!(&splitter, Splitter::Json(json) if json.saw_wrapper());
    let format = if saw_wrapper { Format::GraphJson } else { Format::PortalJson };
    Ok(shape(format, log_of(options, None, &name, notes), String::new()))
}

/// A reader that tells whether a text is a record at all.
fn trial(log: Log) -> JsonReader {
    JsonReader::new(Names::of_records(log.report()), log, false).making_ids()
}

/// The columns of a table in an answer of Log Analytics, as a JSON list of names, and the log that they tell if it is
/// none of sign-ins; `table` is its text before its rows.
fn table_of_query(table: &[u8], place: &str) -> Result<(String, Option<Log>), ReadError<Infallible>> {
    let other = |seems: &str| ImportError::OtherContent { place: place.to_owned(), seems: seems.to_owned() };
    // The text ends behind the name of the rows.
    let text = format!("{}null}}", String::from_utf8_lossy(table));
    let table: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
    let property = |value: &serde_json::Value, names: &[&str]| {
        let properties = value.as_object()?;
        properties.iter().find(|(name, _)| names.contains(&fold(name).as_str())).map(|(_, value)| value.clone())
    };
    let columns = property(&table, &["columns"]).and_then(|columns| columns.as_array().cloned());
    let columns = columns.ok_or_else(|| other("an answer of Log Analytics whose rows come before its columns"))?;
    let name = |column: &serde_json::Value| property(column, &["name", "columnname"])?.as_str().map(str::to_owned);
    let names: Vec<String> = columns.iter().map(|column| name(column).unwrap_or_default()).collect();
    let told = log_of_names(&names);
    let report = told.map_or(Report::SignIns, Log::report);
    if !Columns::new(&Names::of_columns(report), &names).are_of(report) {
        return Err(other("an answer of Log Analytics that holds none of the logs that are read (JSON)").into());
    }
    Ok((serde_json::Value::from(names).to_string(), told))
}

/// The form of JSON records that hold sign-ins, but not as Microsoft Graph gives them, by the names of their properties.
fn format_of(names: &[String]) -> Format {
    let has = |name: &str| names.iter().any(|known| fold(known) == name);
    if has("category") && has("properties") {
        Format::DiagnosticJson
    } else if has("timegenerated") {
        Format::AzureJson
    } else if names.iter().any(|name| name == "CreatedDateTime") {
        Format::PowerShellJson
    } else {
        Format::WrappedJson
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

/// Whether a JSON record is a sign-in as Microsoft Graph gives it, by the names of its properties.
fn is_sign_in(names: &[String]) -> bool {
    let has = |name: &str| names.iter().any(|known| known == name);
    let telling = ["appId", "userPrincipalName", "servicePrincipalId", "ipAddress", "status"];
    let is_summary = has("signInCount") && (has("firstSignInDateTime") || has("aggregationDateTime"));
    (has("createdDateTime") || is_summary)
        && has("id")
        && telling.iter().any(|name| has(name))
        && log_of_names(names).is_none()
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

use other::{directory_objects, other_content};

pub(super) use csv::{check_header, first_rows, is_no_text, splitter_of};

#[cfg(test)]
mod tests;
