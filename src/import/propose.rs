//! Tables that are refused although they may hold sign-ins: what their columns are, and what they may mean.

use std::collections::HashSet;
use std::convert::Infallible;

use super::csv_table::Header;
use super::date_order::{DateOrder, FileFacts};
use super::guess;
use super::json_records::JsonSplitter;
use super::mapping::{MappedColumn, Mapping, Stored};
use super::recognise::{Head, MOST_COLUMNS, first_rows, is_no_text, log_of_name, property_names, splitter_of};
use super::split::Splitter;
use super::{Decoded, Decoder, Format, Input, Options, Progress, ReadError, Shape};
use crate::clock::Zone;
use crate::fields::{Field, Log};
use crate::record::Record;

/// Rows that are looked at and kept for a preview.
const ROWS: usize = 50;
/// Objects are no longer looked at once they have so many bytes together.
const BYTES: usize = 4 << 20;
/// Examples shown of a column, and how long each may be in characters.
const EXAMPLES: usize = 3;
const LONGEST_EXAMPLE: usize = 60;

/// What a table holds, and what its columns may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The guess.
    pub mapping: Mapping,
    /// Some values of each column of the mapping.
    pub examples: Vec<Vec<String>>,
    /// Whether it seems to hold sign-ins: there is a date, and a user, an application or an address.
    pub is_likely: bool,
    format: Format,
    header: String,
    rows: Vec<String>,
}

impl Proposal {
    /// The first rows as they would be read by a mapping: each is a record, or why it is none.
    #[must_use]
    pub fn preview(&self, mapping: &Mapping, rows: usize) -> Vec<Result<Record<'static>, String>> {
        let Ok(decoder) = Decoder::new(&self.shape(mapping)) else { return Vec::new() };
        let read = |row: &String| match decoder.decode(row.as_bytes())? {
            Decoded::SignIn(record) => Ok(record.into_owned()),
            Decoded::Step { .. } => Err("it is a row of details".to_owned()),
            Decoded::Entry(_) => Err("it is an entry of the directory".to_owned()),
        };
        self.rows.iter().take(rows).map(read).collect()
    }

    fn shape(&self, mapping: &Mapping) -> Shape {
        Stored { header: self.header.clone(), mapping: mapping.clone() }.shape(self.format)
    }
}

/// Looks at the first rows of a table and guesses what its columns hold; `None` if it is no table of texts.
pub fn propose(
    input: &Input,
    options: &Options,
    progress: &Progress,
) -> Result<Option<Proposal>, ReadError<Infallible>> {
    input.with_bytes(|bytes| {
        let mut head = Head::new(bytes, progress);
        head.more(input)?;
        let first = head.text.iter().copied().find(|byte| !byte.is_ascii_whitespace());
        let table = match first {
            None => return Ok(None),
            Some(b'{' | b'[') => json_table(input, &mut head)?,
            Some(_) if is_no_text(&head.text) => None,
            Some(_) => csv_table(input, &mut head)?,
        };
        Ok(table.filter(|table| table.names.len() >= 2).map(|table| table.proposal(input, options)))
    })
}

/// A table as it is found.
struct Table {
    format: Format,
    /// The character between the cells of a CSV.
    delimiter: Option<u8>,
    header: String,
    names: Vec<String>,
    rows: Vec<String>,
    /// The values of these rows by column.
    values: Vec<Vec<String>>,
}

impl Table {
    fn proposal(self, input: &Input, options: &Options) -> Proposal {
        let log = options.log.or_else(|| log_of_name(&input.name())).unwrap_or(Log::Interactive);
        let fields = guess::fields(log, &self.names, &self.values);
        let mut order = DateOrder::default();
        let dates = fields.iter().position(|field| *field == Some(Field::Time)).and_then(|at| self.values.get(at));
        for date in dates.into_iter().flatten().filter(|date| !date.is_empty()) {
            order.see(date);
        }
        let has = |wanted: &[Field]| fields.iter().flatten().any(|field| wanted.contains(field));
        let is_likely = has(&[Field::Time])
            && has(&[
                Field::User,
                Field::Username,
                Field::UserId,
                Field::App,
                Field::AppId,
                Field::Ip,
                Field::ServicePrincipal,
            ]);
        let columns = self.names.into_iter().zip(fields).map(|(name, field)| MappedColumn { name, field }).collect();
        let facts = FileFacts { delimiter: self.delimiter, written: input.modified };
        let day_first = order.decide(facts, &mut Vec::new()).day_first;
        let mapping = Mapping { columns, log, day_first, zone: options.zone.unwrap_or(Zone::Utc) };
        let examples = self.values.iter().map(|values| examples(values)).collect();
        Proposal { mapping, examples, is_likely, format: self.format, header: self.header, rows: self.rows }
    }
}

fn csv_table(input: &Input, head: &mut Head<'_>) -> Result<Option<Table>, ReadError<Infallible>> {
    let (mut splitter, delimiter) = splitter_of(&head.text);
    let first = match first_rows(input, head, &mut splitter, delimiter) {
        // It has no rows.
        Err(ReadError::Import(_)) => return Ok(None),
        first => first?,
    };
    let header = Header::new(&first.header);
    if header.names().len() > MOST_COLUMNS {
        return Ok(None);
    }
    let rows: Vec<String> = first.rows.into_iter().take(ROWS).collect();
    let mut values = vec![Vec::new(); header.names().len()];
    for row in &rows {
        for ((_, cell), of_column) in header.pairs(row).into_iter().zip(&mut values) {
            of_column.push(cell);
        }
    }
    let names = header.names().to_vec();
    Ok(Some(Table { format: Format::MappedCsv, delimiter: Some(delimiter), header: first.header, names, rows, values }))
}

fn json_table(input: &Input, head: &mut Head<'_>) -> Result<Option<Table>, ReadError<Infallible>> {
    let mut splitter = Splitter::Json(JsonSplitter::default());
    let (mut names, mut rows): (Vec<String>, Vec<String>) = Default::default();
    let (mut known, mut bytes) = (HashSet::new(), 0);
    while rows.len() < ROWS && bytes < BYTES {
        let Some(piece) = head.next(input, &mut splitter)? else { break };
        let text = String::from_utf8_lossy(&head.text[piece.start..piece.end]).into_owned();
        for name in property_names(text.as_bytes()) {
            if known.insert(name.clone()) {
                names.push(name);
            }
        }
        if names.len() > MOST_COLUMNS {
            return Ok(None);
        }
        bytes += text.len();
        rows.push(text);
    }
    let is_rows = matches!(&splitter, Splitter::Json(json) if json.table().is_some());
    if is_rows || names.is_empty() {
        return Ok(None);
    }
    let objects: Vec<serde_json::Map<String, serde_json::Value>> =
        rows.iter().map(|row| serde_json::from_str(row).unwrap_or_default()).collect();
    let text = |value: Option<&serde_json::Value>| match value {
        None | Some(serde_json::Value::Null) => String::new(),
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    };
    let values = names.iter().map(|name| objects.iter().map(|object| text(object.get(name))).collect()).collect();
    Ok(Some(Table { format: Format::MappedJson, delimiter: None, header: String::new(), names, rows, values }))
}

/// The first different values of a column.
fn examples(values: &[String]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for value in values.iter().map(|value| value.trim()).filter(|value| !value.is_empty()) {
        let shown: String = value.chars().take(LONGEST_EXAMPLE).collect();
        if !found.contains(&shown) {
            found.push(shown);
        }
        if found.len() == EXAMPLES {
            break;
        }
    }
    found
}
