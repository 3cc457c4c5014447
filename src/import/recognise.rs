//! What a file is: told by its content, with its name as a hint where two logs look the same.

use std::convert::Infallible;
use std::io::Read;

use super::categories::log_of_names;
use super::csv_rows::{CsvSplitter, delimiter_of, is_preamble};
use super::csv_table::Header;
use super::dates::{self, Order};
use super::directory::listing_of;
use super::json::{JsonReader, is_type_name};
use super::json_records::JsonSplitter;
use super::names::{Names, zone_of};
use super::property_table::Columns;
use super::split::{Piece, Splitter};
use super::text::TextStream;
use super::{Format, ImportError, Input, Options, Progress, ReadError, Reader, Shape};
use crate::fields::{Field, Log, Report, fold};

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
struct Head<'r> {
    stream: TextStream<'r>,
    progress: &'r Progress,
    text: Vec<u8>,
    ended: bool,
}

impl Head<'_> {
    fn more(&mut self, input: &Input) -> Result<(), ReadError<Infallible>> {
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
    fn next(&mut self, input: &Input, splitter: &mut Splitter) -> Result<Option<Piece>, ReadError<Infallible>> {
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
    let mut head = Head { stream: TextStream::new(bytes, BLOCK, false), progress, text: Vec::new(), ended: false };
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
    if matches!(first, b'{' | b'[') { json(input, head, options) } else { csv(input, head, options, notes) }
}

fn json(input: &Input, mut head: Head<'_>, options: &Options) -> Result<Shape, ReadError<Infallible>> {
    let mut splitter = Splitter::Json(JsonSplitter::default());
    let log = options.log.or_else(|| log_of_name(&input.name()));
    let shape = |format, header| Shape { format, log, header, day_first: false };
    let mut seems = None;
    let mut intro: Option<Vec<u8>> = None;
    for _ in 0..LOOK {
        intro.get_or_insert_with(|| head.text[..head.text.len().min(1024)].to_vec());
        let Some(piece) = head.next(input, &mut splitter)? else { break };
        let Splitter::Json(json) = &splitter else { break };
        if let Some(table) = json.table() {
            let (columns, told) = table_of_query(table, &input.place())?;
            return Ok(Shape { log: log.or(told), ..shape(Format::AzureRows, columns) });
        }
        let text = &head.text[piece.start..piece.end];
        let names = property_names(text);
        if let Some(listing) = listing_of(&names, &input.name()) {
            return Ok(Shape { log: None, ..shape(listing.format(true), String::new()) });
        }
        if is_sign_in(&names) {
            let format = if json.saw_wrapper() { Format::GraphJson } else { Format::PortalJson };
            return Ok(shape(format, String::new()));
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
            return Ok(Shape { log: options.log.or(told).or(log), ..shape(format, String::new()) });
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
    Ok(shape(if saw_wrapper { Format::GraphJson } else { Format::PortalJson }, String::new()))
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

fn csv(
    input: &Input,
    mut head: Head<'_>,
    options: &Options,
    notes: &mut Vec<String>,
) -> Result<Shape, ReadError<Infallible>> {
    let not_text =
        head.text.iter().take(4096).any(|byte| *byte < b' ' && !matches!(byte, b'\t' | b'\r' | b'\n' | 0x0c));
    if not_text {
        return Err(ImportError::NoReport { place: input.place(), seems: "a binary file".to_owned() }.into());
    }
    let mut splitter = Splitter::Csv(CsvSplitter::new(delimiter_of(header_line(&head.text))));
    let row = |head: &Head<'_>, piece: Piece| String::from_utf8_lossy(&head.text[piece.start..piece.end]).into_owned();
    let text = loop {
        let Some(piece) = head.next(input, &mut splitter)? else {
            return Err(ImportError::Empty { place: input.place() }.into());
        };
        if !is_preamble(&head.text[piece.start..piece.end]) {
            break row(&head, piece);
        }
    };
    let header = Header::new(&text);
    if let Some(listing) = listing_of(header.names(), &input.name()) {
        return Ok(Shape { format: listing.format(false), log: None, header: text, day_first: false });
    }
    let mut told = None;
    let table = match check_header(&header, header.is_details(), &input.place()) {
        Ok(()) => Table::Portal,
        Err(error) => {
            told = log_of_names(header.names());
            let report = told.map_or(Report::SignIns, Log::report);
            let columns = Columns::new(&Names::of_columns(report), header.names());
            if !columns.are_of(report) {
                return Err(error.into());
            }
            Table::Properties(columns)
        }
    };
    let is_time = |at| match &table {
        Table::Portal => header.is_of(at, Field::Time),
        Table::Properties(columns) => columns.best(Field::Time) == Some(at),
    };
    let (mut rows, mut addresses) = (0, 0);
    let mut order = DateOrder::default();
    let mut lost = LostColumns::default();
    while rows < LOOK || order.is_open() {
        let Some(piece) = head.next(input, &mut splitter)? else { break };
        let row = row(&head, piece);
        if rows < LOOK {
            addresses += usize::from(header.cell(&row, Field::Ip).is_some());
            lost.see(&header, &row);
        }
        if let Some(date) = header.cell_where(&row, is_time) {
            order.see(&date);
        }
        rows += 1;
    }
    let (day_first, note) = order.decide();
    notes.extend(note);
    let (format, log) = match &table {
        Table::Portal if header.is_details() => (Format::PortalCsvDetails, None),
        Table::Portal => (Format::PortalCsv, Some(csv_log(input, &header, options, rows, addresses, notes))),
        Table::Properties(columns) => {
            notes.extend(lost.note(&header));
            notes.extend(notes_on_properties(columns, &header));
            let has = |name: &str| header.names().iter().any(|known| fold(known).starts_with(name));
            let log = options.log.or(told).or_else(|| log_of_name(&input.name()));
            if log.is_none() && !columns.tell_log() {
                notes.push("Taken as interactive sign-ins: neither the file name nor its content tells".to_owned());
            }
            let format = if has("timegenerated") {
                Format::AzureCsv
            } else if has("auditdata") {
                Format::M365Csv
            } else if told.is_some() && has("dateutc") {
                Format::PortalReportCsv
            } else {
                Format::PropertyCsv
            };
            (format, log)
        }
    };
    Ok(Shape { format, log, header: text, day_first })
}

/// How the columns of a CSV are named.
enum Table {
    /// As the portal names them.
    Portal,
    /// As the properties of a sign-in.
    Properties(Columns),
}

/// The line that holds the header, as far as it was read.
fn header_line(text: &[u8]) -> &[u8] {
    let mut lines = text.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty());
    lines.find(|line| !is_preamble(line)).unwrap_or(text)
}

/// What should be known of a table of properties.
fn notes_on_properties(columns: &Columns, header: &Header) -> Vec<String> {
    let mut notes = Vec::new();
    let time = columns.best(Field::Time).and_then(|at| header.names().get(at));
    if let Some((name, zone)) = time.and_then(|name| Some((name, zone_of(name)?)))
        && !zone.eq_ignore_ascii_case("UTC")
    {
        notes.push(format!(
            "The column \u{201c}{name}\u{201d} says times of the zone {zone}; they are taken as UTC, so export in UTC if they are not"
        ));
    }
    if !columns.has(Field::RequestId) {
        notes.push(
            "There is no column with request IDs: rows that are the same in every value count as one sign-in, and \
             the sign-ins of other files are not recognised in these"
                .to_owned(),
        );
    }
    notes
}

/// Columns in which PowerShell wrote the names of types instead of values.
#[derive(Default)]
struct LostColumns(Vec<bool>);

impl LostColumns {
    fn see(&mut self, header: &Header, row: &str) {
        self.0.resize(header.names().len(), false);
        // A row of the wrong length is a reject later.
        let _ = header.each_cell(row, |at, cell| self.0[at] |= is_type_name(&cell));
    }

    fn note(&self, header: &Header) -> Option<String> {
        let names: Vec<&str> = header
            .names()
            .iter()
            .zip(&self.0)
            .filter(|(_, is_lost)| **is_lost)
            .map(|(name, _)| name.as_str())
            .collect();
        if names.is_empty() {
            return None;
        }
        Some(format!(
            "PowerShell wrote the name of a type instead of values in {}: what they held is not in this file, so export as JSON to have it",
            shown(&names)
        ))
    }
}

/// Whether the dates of a file put the day or the month first.
#[derive(Default)]
struct DateOrder {
    seen: bool,
    in_doubt: bool,
    half_days: bool,
    order: Option<Order>,
}

impl DateOrder {
    fn see(&mut self, date: &str) {
        if !self.seen {
            self.seen = true;
            self.in_doubt = !dates::is_iso(date);
        }
        if self.is_open() {
            self.order = dates::order_of(date);
            self.half_days |= dates::has_half_day(date);
        }
    }

    fn is_open(&self) -> bool {
        self.in_doubt && self.order.is_none()
    }

    /// Whether the day comes first, and what to say if that was assumed.
    fn decide(&self) -> (bool, Option<String>) {
        match self.order {
            Some(order) => (order == Order::DayFirst, None),
            None if !self.in_doubt => (false, None),
            None if self.half_days => (
                false,
                Some(
                    "Dates taken as month/day/year: no date settles the order, but times are given with AM and PM"
                        .to_owned(),
                ),
            ),
            None => (
                true,
                Some(
                    "Dates taken as day/month/year: no date settles the order, and times are given by 24 hours"
                        .to_owned(),
                ),
            ),
        }
    }
}

/// The log of all rows of a CSV. Interactive and non-interactive sign-ins share one header, service
/// principals and managed identities another.
fn csv_log(
    input: &Input,
    header: &Header,
    options: &Options,
    rows: usize,
    addresses: usize,
    notes: &mut Vec<String>,
) -> Log {
    if let Some(log) = options.log {
        return log;
    }
    let workload = header.has(Field::ServicePrincipalId) && !header.has(Field::UserId);
    let named = log_of_name(&input.name())
        .filter(|log| matches!(log, Log::ServicePrincipal | Log::ManagedIdentity) == workload);
    if let Some(log) = named {
        return log;
    }
    let mut note = |log: Log| {
        let name = log.title().to_lowercase();
        notes.push(format!("Taken as {name} sign-ins: neither the file name nor its content tells"));
        log
    };
    match (workload, rows, addresses) {
        (false, ..) => note(Log::Interactive),
        (true, 0, _) => note(Log::ServicePrincipal),
        (true, _, 0) => Log::ManagedIdentity,
        (true, ..) => Log::ServicePrincipal,
    }
}

/// The log that the portal's file names tell.
fn log_of_name(name: &str) -> Option<Log> {
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

/// Refuses a header without the columns that give a sign-in, or a step, its identity.
pub(super) fn check_header(header: &Header, details: bool, place: &str) -> Result<(), ImportError> {
    if details && header.is_details() {
        return Ok(());
    }
    let lacking: Vec<&str> = [(Field::RequestId, "Request ID"), (Field::Time, "Date (UTC)")]
        .into_iter()
        .filter(|(field, _)| !header.has(*field))
        .map(|(_, name)| name)
        .collect();
    if !details && lacking.is_empty() {
        return Ok(());
    }
    let names: Vec<String> = header.names().iter().map(|name| fold(name)).collect();
    let has = |name: &str| names.iter().any(|known| known == name);
    let other = if has("timegenerated") || has("timegeneratedutc") {
        Some("a table of Log Analytics that holds no sign-ins (CSV)")
    } else if has("auditdata") || (has("creationtime") && has("recordtype")) {
        Some("a Microsoft 365 audit log (CSV)")
    } else if has("activity") && (has("service") || has("category")) || has("activitydatetime") {
        Some("an audit log (CSV)")
    } else {
        None
    };
    if let Some(seems) = other {
        return Err(ImportError::OtherContent { place: place.to_owned(), seems: seems.to_owned() });
    }
    // Properties of Microsoft Graph as column names: sign-ins flattened by a script.
    let properties = ["createddatetime", "userprincipalname", "appdisplayname", "ipaddress", "userdisplayname"];
    let flattened = properties.iter().filter(|name| has(name)).count();
    if header.fields() >= 3 || flattened >= 2 {
        let columns = match &lacking[..] {
            [] => "the column Authentication method".to_owned(),
            [only] => format!("the column {only}"),
            several => format!("the columns {}", several.join(" and ")),
        };
        return Err(ImportError::MissingColumns { place: place.to_owned(), columns });
    }
    if header.names().len() < 2 {
        let seems = if names.iter().any(|name| name.starts_with("doctypehtml") || name.starts_with("html")) {
            "a web page"
        } else {
            "plain text"
        };
        return Err(ImportError::NoReport { place: place.to_owned(), seems: seems.to_owned() });
    }
    let first: Vec<&str> = header.names().iter().map(String::as_str).filter(|name| !name.is_empty()).take(3).collect();
    Err(ImportError::OtherContent {
        place: place.to_owned(),
        seems: format!("a table of something else, with the columns {} and so on", shown(&first)),
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

/// What a JSON record seems to be that is no sign-in, in words.
fn other_content(names: &[String]) -> String {
    let has = |name: &str| names.iter().any(|known| known == name);
    let has_any = |wanted: &[&str]| wanted.iter().any(|name| has(name));
    let has_folded = |wanted: &str| names.iter().any(|name| name.eq_ignore_ascii_case(wanted));
    let seems = if has("activityDateTime") {
        "an audit log of Microsoft Graph (JSON)"
    } else if has_folded("category") && has_folded("properties") {
        "a diagnostic log of Azure that holds no sign-ins (JSON)"
    } else if has("CreationTime") && has_any(&["Workload", "RecordType", "Operation"]) || has("AuditData") {
        "a Microsoft 365 audit log (JSON)"
    } else if has("TimeGenerated") {
        "a table of Log Analytics that holds no sign-ins (JSON)"
    } else if has("riskEventType") || has("riskLastUpdatedDateTime") {
        "a risk report of Microsoft Graph (JSON)"
    } else if has("error") {
        "an error message of Microsoft Graph (JSON)"
    } else if has("createdDateTime") {
        "JSON whose records have a date but do not tell who signed in and to what"
    } else if names.is_empty() {
        "JSON without named properties"
    } else {
        let first: Vec<&str> = names.iter().map(String::as_str).take(3).collect();
        return format!("JSON of something else, with the properties {} and so on", shown(&first));
    };
    seems.to_owned()
}

/// The names of an object's own properties, as far as its text goes: it may be cut off or damaged.
fn property_names(text: &[u8]) -> Vec<String> {
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

#[cfg(test)]
mod tests;
