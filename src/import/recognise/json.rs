//! What JSON is: told by the names of the properties of its first records, else by whether they can be read.

use std::convert::Infallible;

use super::super::categories::log_of_names;
use super::super::date_order::{DateOrder, FileFacts};
use super::super::dates;
use super::super::directory::listing_of;
use super::super::json::JsonReader;
use super::super::json_records::JsonSplitter;
use super::super::mapping::Stored;
use super::super::names::{Names, without_zone};
use super::super::property_table::Columns;
use super::super::split::Splitter;
use super::super::{Decoder, Format, ImportError, Input, Options, ReadError, Shape};
use super::lost_columns::note_on_unread;
use super::other::{directory_objects, other_content};
use super::zones::{ARE_UTC, note_on_times};
use super::{Head, LOOK, MAPPING_NOT_USED, log_of, property_names};
use crate::clock::Clock;
use crate::fields::{Log, Report, fold};

/// What was recognised, with the first record that told it; an empty list has none.
struct Recognised {
    shape: Shape,
    first: Vec<u8>,
}

pub(super) fn json(
    input: &Input,
    mut head: Head<'_>,
    options: &Options,
    notes: &mut Vec<String>,
) -> Result<Shape, ReadError<Infallible>> {
    let mut splitter = Splitter::Json(JsonSplitter::default());
    let Recognised { mut shape, first } = recognise(input, &mut head, &mut splitter, options, notes)?;
    if shape.format == Format::MappedJson || shape.format.is_directory() || first.is_empty() {
        return Ok(shape);
    }
    let decoder = Decoder::new(&shape)?;
    let mut order = DateOrder::default();
    let (mut text, mut looked, mut is_zoned) = (first, 0, true);
    loop {
        let date = decoder.date(&text);
        if !date.trim().is_empty() {
            order.see(&date);
            is_zoned &= dates::tells_moment(&date);
        }
        looked += 1;
        if looked >= LOOK && !order.is_open() {
            break;
        }
        let Some(piece) = head.next(input, &mut splitter)? else { break };
        text.clear();
        text.extend_from_slice(&head.text[piece.start..piece.end]);
    }
    let decided = order.decide(FileFacts { delimiter: None, written: input.modified }, notes);
    (shape.day_first, shape.whole_minutes) = (decided.day_first, decided.whole_minutes);
    if let Some(zone) = options.zone.filter(|_| shape.format != Format::AzureRows) {
        let label = Clock::new(zone, chrono::Weekday::Mon).label();
        if shape.format == Format::M365Json {
            notes.push(ARE_UTC.to_owned());
        } else {
            if !is_zoned {
                notes.push(format!("Times that do not tell their zone are read as those of {label}"));
            }
            label.clone_into(&mut shape.header);
        }
    }
    Ok(shape)
}

fn recognise(
    input: &Input,
    head: &mut Head<'_>,
    splitter: &mut Splitter,
    options: &Options,
    notes: &mut Vec<String>,
) -> Result<Recognised, ReadError<Infallible>> {
    let name = input.name();
    let mut seems = None;
    let mut intro: Option<Vec<u8>> = None;
    let mut met: Vec<String> = Vec::new();
    let mapping = options.mapping.as_deref();
    let not_used = |names: &[String], notes: &mut Vec<String>| {
        notes.extend(mapping.filter(|mapping| mapping.fits(names)).map(|_| MAPPING_NOT_USED.to_owned()));
    };
    for _ in 0..LOOK {
        intro.get_or_insert_with(|| head.text[..head.text.len().min(1024)].to_vec());
        let Some(piece) = head.next(input, splitter)? else { break };
        let Splitter::Json(json) = &*splitter else { break };
        let text = &head.text[piece.start..piece.end];
        let recognised = |shape| Ok(Recognised { shape, first: text.to_vec() });
        if let Some(table) = json.table() {
            return recognised(rows_of_query(table, input, options, notes)?);
        }
        let names = property_names(text);
        if let Some(listing) = listing_of(&names, &name) {
            not_used(&names, notes);
            return recognised(Shape::new(listing.format(true), None));
        }
        let things = directory_objects(&names);
        if things.is_none() && is_sign_in(&names) {
            not_used(&names, notes);
            let format = if json.saw_wrapper() { Format::GraphJson } else { Format::PortalJson };
            return recognised(Shape::new(format, log_of(options, None, &name, notes)));
        }
        let told = log_of_names(&names);
        let valid = String::from_utf8_lossy(text);
        if things.is_none() && piece.problem.is_none() && trial(told.unwrap_or(Log::Interactive)).decode(&valid).is_ok()
        {
            not_used(&names, notes);
            let format = match (told, format_of(&names)) {
                (Some(Log::Activity), _) => Format::M365Json,
                (Some(_), Format::WrappedJson) if json.saw_wrapper() => Format::GraphJson,
                (Some(_), Format::WrappedJson) => Format::PortalJson,
                (_, format) => format,
            };
            return recognised(Shape::new(format, log_of(options, told, &name, notes)));
        }
        seems = seems.or_else(|| Some(things.map_or_else(|| other_content(&names), str::to_owned)));
        // Properties without a value may be left out of a record.
        for name in names {
            if mapping.is_some() && !met.contains(&name) {
                met.push(name);
            }
        }
    }
    if let Some(mapping) = mapping.filter(|mapping| mapping.fits(&met)) {
        let stored = Stored { header: String::new(), mapping: mapping.clone() };
        return Ok(Recognised { shape: stored.shape(Format::MappedJson), first: Vec::new() });
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
    let saw_wrapper = matches!(&*splitter, Splitter::Json(json) if json.saw_wrapper());
    let format = if saw_wrapper { Format::GraphJson } else { Format::PortalJson };
    Ok(Recognised { shape: Shape::new(format, log_of(options, None, &name, notes)), first: Vec::new() })
}

/// The shape of an answer of Log Analytics; `table` is its text before its rows.
fn rows_of_query(
    table: &[u8],
    input: &Input,
    options: &Options,
    notes: &mut Vec<String>,
) -> Result<Shape, ReadError<Infallible>> {
    let (mut names, columns, told) = table_of_query(table, &input.place())?;
    let log = log_of(options, told, &input.name(), notes);
    let unread = (0..).zip(&names).filter(|(at, name)| !name.is_empty() && !columns.reads(*at));
    notes.extend(note_on_unread(&unread.map(|(_, name)| name.as_str()).collect::<Vec<_>>()));
    if let Some(at) = columns.clock_at()
        && let Some(zone) = note_on_times(&names, at, false, options.zone, notes)
        && let Some(name) = names.get_mut(at)
    {
        *name = format!("{} [{zone}]", without_zone(name));
    }
    let header = serde_json::Value::from(names).to_string();
    Ok(Shape { header, ..Shape::new(Format::AzureRows, log) })
}

/// A reader that tells whether a text is a record at all.
fn trial(log: Log) -> JsonReader {
    JsonReader::new(Names::of_records(log.report()), log, false).making_ids()
}

/// The names of the columns of a table in an answer of Log Analytics, and the log that they tell if it is none of sign-ins;
/// `table` is its text before its rows.
fn table_of_query(table: &[u8], place: &str) -> Result<(Vec<String>, Columns, Option<Log>), ReadError<Infallible>> {
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
    let columns = Columns::new(&Names::of_columns(report), &names);
    if !columns.are_of(report) {
        return Err(other("an answer of Log Analytics that holds none of the logs that are read (JSON)").into());
    }
    Ok((names, columns, told))
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
