//! What a CSV is: told by the names of its columns, else by their order and by what is in the first rows.

use std::convert::Infallible;

use super::super::audit_columns::AuditColumns;
use super::super::categories::log_of_names;
use super::super::csv_rows::{CsvSplitter, delimiter_of, is_blank, is_preamble};
use super::super::csv_table::Header;
use super::super::date_order::{DateOrder, FileFacts};
use super::super::dates;
use super::super::directory::listing_of;
use super::super::mapping::Stored;
use super::super::names::Names;
use super::super::property_table::{Columns, PropertyTable};
use super::super::provisioning_details::ProvisioningDetails;
use super::super::split::{Piece, Splitter};
use super::super::{Format, ImportError, Input, Options, ReadError, Shape};
use super::lost_columns::LostColumns;
use super::other::directory_objects;
use super::zones::note_on_times;
use super::{Head, LOOK, MAPPING_NOT_USED, log_of, log_of_name, property_names, shown};
use crate::fields::{Field, Log, Report, fold};

/// The first rows of a CSV, and the header before them.
pub(in crate::import) struct FirstRows {
    pub(in crate::import) header: String,
    pub(in crate::import) rows: Vec<String>,
}

/// Reads the header and as many rows as are looked at before the file is judged. Rows that hold nothing, and the header once
/// more, are no rows.
pub(in crate::import) fn first_rows(
    input: &Input,
    head: &mut Head<'_>,
    splitter: &mut Splitter,
    delimiter: u8,
) -> Result<FirstRows, ReadError<Infallible>> {
    let mut header = None;
    let mut rows = Vec::new();
    while rows.len() < LOOK {
        let Some(piece) = head.next(input, splitter)? else { break };
        let row = &head.text[piece.start..piece.end];
        match &header {
            None if is_preamble(row) => {}
            None => header = Some(text_of(head, piece)),
            Some(header) if is_blank(row, delimiter) || row == header.as_bytes() => {}
            Some(_) => rows.push(text_of(head, piece)),
        }
    }
    let header = header.ok_or_else(|| ImportError::Empty { place: input.place() })?;
    Ok(FirstRows { header, rows })
}

fn text_of(head: &Head<'_>, piece: Piece) -> String {
    String::from_utf8_lossy(&head.text[piece.start..piece.end]).into_owned()
}

/// A splitter for the rows of this text, and the character between its cells.
pub(in crate::import) fn splitter_of(text: &[u8]) -> (Splitter, u8) {
    let delimiter = delimiter_of(header_line(text));
    (Splitter::Csv(CsvSplitter::new(delimiter)), delimiter)
}

/// Whether a text holds bytes that no CSV has.
pub(in crate::import) fn is_no_text(text: &[u8]) -> bool {
    text.iter().take(4096).any(|byte| *byte < b' ' && !matches!(byte, b'\t' | b'\r' | b'\n' | 0x0c))
}

/// Reports have some hundred columns at most; each name is looked up among all that are known.
pub(in crate::import) const MOST_COLUMNS: usize = 2_000;

pub(super) fn csv(
    input: &Input,
    mut head: Head<'_>,
    options: &Options,
    notes: &mut Vec<String>,
) -> Result<Shape, ReadError<Infallible>> {
    if is_no_text(&head.text) {
        return Err(ImportError::NoReport { place: input.place(), seems: "a binary file".to_owned() }.into());
    }
    let (mut splitter, delimiter) = splitter_of(&head.text);
    let FirstRows { header: text, rows } = first_rows(input, &mut head, &mut splitter, delimiter)?;
    if text.bytes().filter(|byte| *byte == delimiter).count() >= MOST_COLUMNS {
        let seems = format!("a table with more than {MOST_COLUMNS} columns");
        return Err(ImportError::NoReport { place: input.place(), seems }.into());
    }
    let mut header = Header::new(&text);
    let mapping = options.mapping.as_deref().filter(|mapping| mapping.fits(header.names()));
    if let Some(listing) = listing_of(header.names(), &input.name()) {
        notes.extend(mapping.map(|_| MAPPING_NOT_USED.to_owned()));
        return Ok(Shape { header: text, ..Shape::new(listing.format(false), None) });
    }
    if header.layout().is_some() && !is_confirmed(&header, &rows) {
        header = header.by_names();
    }
    let (table, told) = match (table_of(&header, &rows, input), mapping) {
        (Err(_), Some(mapping)) => {
            return Ok(Stored { header: text, mapping: mapping.clone() }.shape(Format::MappedCsv));
        }
        (Err(refused), None) => return Err(refused.into()),
        (Ok(found), _) => found,
    };
    notes.extend(mapping.map(|_| MAPPING_NOT_USED.to_owned()));
    let is_time = |at| match &table {
        Table::Portal => header.is_of(at, Field::Time),
        Table::ProvisioningDetails => false,
        Table::Properties(columns) | Table::Texts(columns) => columns.best(Field::Time) == Some(at),
    };
    let mut order = DateOrder::default();
    let mut lost = LostColumns::default();
    let mut addresses = 0;
    for (number, row) in (1..).zip(&rows) {
        addresses += usize::from(header.cell(row, Field::Ip).is_some());
        lost.see(&header, &table, number, row);
        if let Some(date) = header.cell_where(row, is_time) {
            order.see(&date);
        }
    }
    while order.is_open() {
        let Some(piece) = head.next(input, &mut splitter)? else { break };
        if let Some(date) = header.cell_where(&text_of(&head, piece), is_time) {
            order.see(&date);
        }
    }
    let decided = order.decide(FileFacts { delimiter: Some(delimiter), written: input.modified }, notes);
    notes.extend(lost.notes(&header));
    notes.extend(lost.unread(&header, &table));
    notes.extend(note_on_names(&header, &table));
    let (format, log) = match &table {
        Table::Portal if header.is_details() => (Format::PortalCsvDetails, None),
        Table::ProvisioningDetails => (Format::ProvisioningCsvDetails, None),
        Table::Portal => (Format::PortalCsv, Some(csv_log(input, &header, options, rows.len(), addresses, notes))),
        Table::Texts(_) => {
            let log = log_of(options, told, &input.name(), notes);
            (format_of(&header, told), log)
        }
        Table::Properties(columns) => {
            if !columns.has(Field::RequestId) {
                notes.push(NO_REQUEST_IDS.to_owned());
            }
            let log = log_of(options, told, &input.name(), notes);
            if log.is_none() && !columns.tell_log() {
                notes.push("Taken as interactive sign-ins: neither the file name nor its content tells".to_owned());
            }
            (format_of(&header, told), log)
        }
    };
    let clock_at = match &table {
        Table::Portal => header.time_at(),
        Table::ProvisioningDetails => None,
        Table::Properties(columns) | Table::Texts(columns) => columns.clock_at(),
    };
    let is_utc = format == Format::M365Csv;
    let zoned = clock_at.and_then(|at| note_on_times(header.names(), at, is_utc, options.zone, notes));
    let header = match (clock_at, zoned) {
        (Some(at), Some(zone)) => header.with_zone(at, zone),
        _ => text,
    };
    Ok(Shape { format, log, header, day_first: decided.day_first, whole_minutes: decided.whole_minutes })
}

const LIST_OF_CHANGES: &str = "a list of changes of some other system (if it is of the provisioning log, give it back the name of its \
                               download, such as ProvisioningLogs_ProvisioningSteps.csv)";

const NO_REQUEST_IDS: &str = "There is no column with request IDs: rows of other files are recognised in these only if they \
                              tell the same";

fn format_of(header: &Header, told: Option<Log>) -> Format {
    let has = |name: &str| header.names().iter().any(|known| fold(known).starts_with(name));
    if has("timegenerated") {
        Format::AzureCsv
    } else if has("auditdata") {
        Format::M365Csv
    } else if told.is_some() && (has("dateutc") || AuditColumns::are_numbered(header.names())) {
        Format::PortalReportCsv
    } else {
        Format::PropertyCsv
    }
}

/// How the columns are named, and the log that they tell if they hold no sign-ins; an error if they are none of a report.
fn table_of(header: &Header, rows: &[String], input: &Input) -> Result<(Table, Option<Log>), ImportError> {
    let refuse = |seems: &str| ImportError::OtherContent { place: input.place(), seems: seems.to_owned() };
    if ProvisioningDetails::new(header.clone()).is_some() {
        if ProvisioningDetails::are_told(header.names(), &input.name()) {
            return Ok((Table::ProvisioningDetails, None));
        }
        return Err(refuse(LIST_OF_CHANGES));
    }
    if let Some(things) = directory_objects(header.names()) {
        return Err(refuse(things));
    }
    let told = log_of_names(header.names());
    let report = told.map_or(Report::SignIns, Log::report);
    let columns = Columns::new(&Names::of_columns(report), header.names());
    let is_other = report != Report::SignIns && columns.are_of(report);
    let refused = match check_header(header, header.is_details(), &input.place()) {
        Ok(()) if !is_other => return Ok((Table::Portal, None)),
        Ok(()) => return Ok((Table::Properties(columns), told)),
        Err(refused) => refused,
    };
    if columns.are_of(report) {
        return Ok((Table::Properties(columns), told));
    }
    // The record may stand as text in one of the columns.
    let Some(record_at) = columns.record_at() else { return Err(refused) };
    let inner = Some(record_at).and_then(|at| rows.iter().find_map(|row| header.cell_where(row, |of| of == at)));
    let told = inner.and_then(|text| log_of_names(&property_names(text.as_bytes())));
    let log = told.unwrap_or(Log::Interactive);
    let table = PropertyTable::of_csv(header.clone(), log, false);
    if rows.iter().any(|row| table.sign_in(row).is_ok()) {
        return Ok((Table::Texts(Columns::new(&Names::of_columns(log.report()), header.names())), told));
    }
    Err(refused)
}

/// Whether columns that were told by their order hold what they should: dates and identifiers. Without any rows, some of
/// their names must be known.
fn is_confirmed(header: &Header, rows: &[String]) -> bool {
    let confirms = |row: &&String| {
        let date = header.cell(row, Field::Time);
        let id = header.cell(row, Field::RequestId);
        date.is_some_and(|date| dates::parse(&date, dates::Style::default()).is_some())
            && id.is_some_and(|id| id.trim().len() == 36 && id.matches('-').count() == 4)
    };
    if rows.is_empty() { header.by_names().known() >= 2 } else { rows.iter().filter(confirms).count() * 2 > rows.len() }
}

/// What is said of columns that the portal named in another language.
fn note_on_names(header: &Header, table: &Table) -> Option<String> {
    let named = header.language().map(|language| format!("The columns have {language} names"));
    if !matches!(table, Table::Portal) {
        return None;
    }
    let layout = header.layout();
    let ordered = layout
        .map(|layout| format!("columns without a known name are taken by their order, as the portal writes {layout}"));
    match (named, ordered) {
        (None, None) => None,
        (Some(named), None) => Some(format!("{named}; they are taken as those of the portal")),
        (Some(named), Some(ordered)) => Some(format!("{named}; {ordered}")),
        (None, Some(ordered)) => Some(format!("{}{}", ordered[..1].to_uppercase(), &ordered[1..])),
    }
}

/// How the columns of a CSV are named.
pub(super) enum Table {
    /// As the portal names them.
    Portal,
    /// As the properties of a sign-in.
    Properties(Columns),
    /// As the steps or modified properties of provisioning events.
    ProvisioningDetails,
    /// In some way, while one column holds whole records as text.
    Texts(Columns),
}

/// The line that holds the header, as far as it was read.
fn header_line(text: &[u8]) -> &[u8] {
    let mut lines = text.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty());
    lines.find(|line| !is_preamble(line)).unwrap_or(text)
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
    if options.log.is_some()
        && let Some(log) = log_of(options, None, "", notes)
    {
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

/// Refuses a header without the columns that give a sign-in, or a step, its identity.
pub(in crate::import) fn check_header(header: &Header, details: bool, place: &str) -> Result<(), ImportError> {
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
