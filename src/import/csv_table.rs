//! CSV rows of the portal to sign-ins and authentication steps, driven by the headers of the table of fields.

use std::borrow::Cow;

use super::csv_rows::{Cells, delimiter_of};
use super::dates::{self, Style};
use super::guard::without_guards;
use super::json::no_date;
use super::json_lists::flag;
use super::layouts::LAYOUTS;
use super::local_time::Local;
use super::names::{without_zone, zone_of};
use super::numbers::is_rounded;
use super::values::{Values, place, settle_status, trim};
use crate::clock::Millis;
use crate::fields::{Field, Log, field_in_language, header_key};
use crate::record::{AuthStep, Record, UniqueId};

/// What a column of an authentication details file holds, beside request ID and date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Method,
    Detail,
    Succeeded,
    Result,
    Requirement,
}

/// Headers of authentication details files, compared by [`header_key`].
const STEP_HEADERS: [(&str, Step); 5] = [
    ("Authentication method", Step::Method),
    ("Authentication method detail", Step::Detail),
    ("Succeeded", Step::Succeeded),
    ("Result detail", Step::Result),
    ("Requirement", Step::Requirement),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Field(Field),
    Step(Step),
    Unknown,
}

/// The header row of a CSV: what each column holds.
#[derive(Clone, Debug)]
pub(super) struct Header {
    delimiter: u8,
    names: Vec<String>,
    columns: Vec<Column>,
    /// The language of some of its names, if it is not English.
    language: Option<&'static str>,
    /// The portal's file by whose order of columns those are told that have no known name.
    layout: Option<&'static str>,
}

impl Header {
    /// Reads a header row as it stands in the file.
    pub(super) fn new(row: &str) -> Self {
        let delimiter = delimiter_of(row.as_bytes());
        let mut names: Vec<String> = Cells::new(row, delimiter).map(|cell| trim(cell).into_owned()).collect();
        // A spreadsheet keeps columns that were emptied.
        while names.len() > 1 && names.last().is_some_and(String::is_empty) {
            names.pop();
        }
        let mut language = None;
        let mut columns: Vec<Column> = names.iter().map(|name| column_of(name, &mut language)).collect();
        let known = columns.iter().filter(|column| **column != Column::Unknown).count();
        // In English, a name that is not known is that of a new column, wherever it stands.
        let is_english = language.is_none() && known * 2 > columns.len();
        let layout = if is_english { None } else { fill_by_order(&mut columns) };
        Self { delimiter, names, columns, language, layout }
    }

    /// The same without what only the order of columns tells.
    pub(super) fn by_names(&self) -> Self {
        let columns = self.names.iter().map(|name| column_of(name, &mut None)).collect();
        Self { columns, layout: None, ..self.clone() }
    }

    /// How many columns have a known meaning.
    pub(super) fn known(&self) -> usize {
        self.columns.iter().filter(|column| **column != Column::Unknown).count()
    }

    /// Whether nothing is made of the column of this place.
    pub(super) fn is_unknown(&self, at: usize) -> bool {
        self.columns.get(at) == Some(&Column::Unknown)
    }

    /// The place of the first column with dates.
    pub(super) fn time_at(&self) -> Option<usize> {
        self.columns.iter().position(|column| *column == Column::Field(Field::Time))
    }

    /// The clock that its name tells; UTC if it tells none.
    fn clock(&self) -> Local {
        let name = self.time_at().and_then(|at| self.names.get(at));
        name.and_then(|name| Local::from_name(zone_of(name)?)).unwrap_or_default()
    }

    /// The header row with a zone behind the name of one column, in place of the one that stands there.
    pub(super) fn with_zone(&self, at: usize, zone: &str) -> String {
        let cell = |(place, name): (usize, &String)| {
            let name = if place == at { format!("{} [{zone}]", without_zone(name)) } else { name.clone() };
            let is_plain = !name.contains(['"', '\r', '\n']) && !name.contains(char::from(self.delimiter));
            if is_plain { name } else { format!("\"{}\"", name.replace('"', "\"\"")) }
        };
        let cells: Vec<String> = self.names.iter().enumerate().map(cell).collect();
        cells.join(&char::from(self.delimiter).to_string())
    }

    /// The field of the column of this place.
    pub(super) fn field(&self, at: usize) -> Option<Field> {
        match self.columns.get(at)? {
            Column::Field(field) => Some(*field),
            Column::Step(_) | Column::Unknown => None,
        }
    }

    /// The language of some of its names, if it is not English.
    pub(super) fn language(&self) -> Option<&'static str> {
        self.language
    }

    /// The portal's file by whose order columns are told that have no known name.
    pub(super) fn layout(&self) -> Option<&'static str> {
        self.layout
    }

    /// The columns' names without surrounding blanks.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// Whether it has a column of this field.
    pub(super) fn has(&self, field: Field) -> bool {
        self.columns.contains(&Column::Field(field))
    }

    /// How many columns are fields of sign-ins.
    pub(super) fn fields(&self) -> usize {
        self.columns.iter().filter(|column| matches!(column, Column::Field(_))).count()
    }

    /// Whether these are authentication details: steps, and hardly anything of a sign-in.
    pub(super) fn is_details(&self) -> bool {
        let has = |step| self.columns.contains(&Column::Step(step));
        has(Step::Method)
            && (has(Step::Succeeded) || has(Step::Result))
            && self.has(Field::RequestId)
            && self.fields() <= 3
    }

    /// The first cell with a text in a column of this field.
    pub(super) fn cell<'a>(&self, row: &'a str, field: Field) -> Option<Cow<'a, str>> {
        self.cell_where(row, |at| self.is_of(at, field))
    }

    /// Whether the column of this place holds this field.
    pub(super) fn is_of(&self, at: usize, field: Field) -> bool {
        self.columns.get(at) == Some(&Column::Field(field))
    }

    /// The first cell with a text in one of the columns asked for by their places.
    pub(super) fn cell_where<'a>(&self, row: &'a str, is_wanted: impl Fn(usize) -> bool) -> Option<Cow<'a, str>> {
        Cells::new(row, self.delimiter)
            .enumerate()
            .find(|(at, cell)| is_wanted(*at) && !cell.trim().is_empty())
            .map(|(_, cell)| cell)
    }

    /// Hands out each cell with its place; an error if there are not as many as the header names. Empty cells
    /// beyond the last column do not count.
    pub(super) fn each_cell<'a>(&self, row: &'a str, mut take: impl FnMut(usize, Cow<'a, str>)) -> Result<(), String> {
        let mut cells = Cells::new(row, self.delimiter);
        // One look at the row spares a look at each of its cells.
        let may_be_guarded = memchr::memchr(b'\'', row.as_bytes()).is_some();
        let mut count = 0;
        for cell in cells.by_ref().take(self.columns.len()) {
            take(count, if may_be_guarded { without_guards(cell) } else { cell });
            count += 1;
        }
        let beyond = cells.filter(|cell| !cell.trim().is_empty()).count();
        if count != self.columns.len() || beyond > 0 {
            let all = count + beyond;
            let noun = if all == 1 { "cell" } else { "cells" };
            return Err(format!("it has {all} {noun} where the header names {}", self.columns.len()));
        }
        Ok(())
    }

    /// Each column's name with the row's cell.
    pub(super) fn pairs(&self, row: &str) -> Vec<(String, String)> {
        let cells = Cells::new(row, self.delimiter).map(Cow::into_owned);
        self.names.iter().cloned().zip(cells).collect()
    }
}

/// What a column of this name holds; a name in another language than English tells that language.
fn column_of(name: &str, language: &mut Option<&'static str>) -> Column {
    let name = without_zone(name);
    let key = header_key(name);
    let step = STEP_HEADERS.iter().find(|(header, _)| header_key(header) == key);
    if let Some((_, step)) = step {
        return Column::Step(*step);
    }
    let field = Field::ALL.into_iter().find(|field| field.spec().csv.iter().any(|header| header_key(header) == key));
    if let Some(field) = field {
        return Column::Field(field);
    }
    match field_in_language(name) {
        Some((field, told)) => {
            language.get_or_insert(told.name);
            Column::Field(field)
        }
        None => Column::Unknown,
    }
}

/// Tells columns without a known name by the order of those of the portal's files, if there are as many of them as in one of
/// these and the known ones hardly contradict; gives what that file is called.
fn fill_by_order(columns: &mut [Column]) -> Option<&'static str> {
    let is_unknown = |column: &Column| *column == Column::Unknown;
    if !columns.iter().any(is_unknown) {
        return None;
    }
    let layout = LAYOUTS.iter().find(|layout| layout.columns.len() == columns.len())?;
    let in_order: Vec<Column> = layout.columns.iter().map(|name| column_of(name, &mut None)).collect();
    let known = columns.iter().filter(|column| !is_unknown(column)).count();
    let same = columns.iter().zip(&in_order).filter(|(own, other)| own == other && !is_unknown(own)).count();
    if same * 5 < known * 4 {
        return None;
    }
    let mut is_filled = false;
    for (own, other) in columns.iter_mut().zip(in_order) {
        if is_unknown(own) && !is_unknown(&other) {
            *own = other;
            is_filled = true;
        }
    }
    is_filled.then_some(layout.name)
}

/// Decodes single rows.
#[derive(Debug)]
pub(super) struct CsvReader {
    header: Header,
    values: Values,
    log: Log,
    dates: Style,
}

impl CsvReader {
    pub(super) fn new(header: Header, log: Log, day_first: bool) -> Self {
        let dates = Style { day_first, local: header.clock() };
        Self { header, values: Values::default(), log, dates }
    }

    pub(super) fn header(&self) -> &Header {
        &self.header
    }

    /// The sign-in of a row, or why it is none.
    pub(super) fn sign_in<'a>(&self, row: &'a str) -> Result<Record<'a>, String> {
        let mut record = Record::new(self.log, Millis(0));
        let (mut time, mut rounded) = (Cow::Borrowed(""), None);
        self.each_cell(row, |column, cell| {
            let Column::Field(field) = column else { return };
            match field {
                Field::Time if time.is_empty() => time = cell,
                Field::Time => {}
                Field::Location => {
                    for (part, text) in [Field::City, Field::State, Field::Country].into_iter().zip(place(&cell)) {
                        self.values.fill(&mut record, part, Cow::Owned(text.to_owned()));
                    }
                }
                Field::RequestId if is_rounded(&cell) => rounded = Some(cell.into_owned()),
                field => self.values.fill(&mut record, field, cell),
            }
        })?;
        if record.get(Field::RequestId).is_none() {
            return Err(match rounded {
                Some(text) => format!("a spreadsheet has rounded its request ID to \u{201c}{text}\u{201d}"),
                None => "it has no request ID".to_owned(),
            });
        }
        settle_status(&mut record);
        record.time = dates::parse(&time, self.dates).ok_or_else(|| no_date(&time))?;
        record.derive();
        Ok(record)
    }

    /// The step of a row of authentication details, with the request ID of its sign-in; or why it is none.
    pub(super) fn step(&self, row: &str) -> Result<(UniqueId, AuthStep<'static>), String> {
        let mut step = AuthStep::default();
        let (mut request_id, mut time) = (None, Cow::Borrowed(""));
        self.each_cell(row, |column, cell| {
            let cell = trim(cell);
            match column {
                Column::Field(Field::RequestId) if !cell.is_empty() => request_id = Some(UniqueId::parse(&cell)),
                Column::Field(Field::Time) if time.is_empty() => time = cell,
                Column::Step(Step::Method) => step.method = Cow::Owned(cell.into_owned()),
                Column::Step(Step::Detail) => step.detail = Cow::Owned(cell.into_owned()),
                Column::Step(Step::Succeeded) => step.succeeded = flag(&cell),
                Column::Step(Step::Result) => step.result = Cow::Owned(cell.into_owned()),
                Column::Step(Step::Requirement) => step.requirement = Cow::Owned(cell.into_owned()),
                Column::Field(_) | Column::Unknown => {}
            }
        })?;
        step.time = dates::parse(&time, self.dates);
        if step.time.is_none() && !time.is_empty() {
            return Err(no_date(&time));
        }
        Ok((request_id.ok_or_else(|| "it has no request ID".to_owned())?, step))
    }

    /// Hands out each cell with what its column holds; see [`Header::each_cell`].
    fn each_cell<'a>(&self, row: &'a str, mut take: impl FnMut(Column, Cow<'a, str>)) -> Result<(), String> {
        self.header.each_cell(row, |at, cell| take(self.header.columns[at], cell))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "Date (UTC),Request ID,User,\"Application ID \",Incoming token type,Location,IP address,\
                          Status,Sign-in error code,Incoming token type,Unique token identifier,New column";

    fn reader() -> CsvReader {
        CsvReader::new(Header::new(HEADER), Log::NonInteractive, false)
    }

    #[test]
    fn a_row_becomes_a_sign_in() {
        let row = "2026-10-05T08:19:41Z,R1,\"Zo\u{eb} \"\"Z\"\"\",APP,,\"Oslo, , NO\",203.0.113.5:99,Interrupted,50074,refreshToken,'-token,x";
        let record = reader().sign_in(row).expect("a sign-in");
        for (field, expected) in [
            (Field::RequestId, "R1"),
            (Field::User, "Zo\u{eb} \"Z\""),
            (Field::AppId, "APP"),
            (Field::City, "Oslo"),
            (Field::Country, "NO"),
            (Field::Location, "Oslo, NO"),
            (Field::Ip, "203.0.113.5"),
            (Field::Status, "interrupted"),
            (Field::StatusSource, "file"),
            (Field::ErrorCode, "50074"),
            (Field::IncomingTokenType, "refreshToken"),
            (Field::UniqueTokenId, "-token"),
        ] {
            assert_eq!(record.get(field), Some(expected), "{}", field.key());
        }
        assert_eq!(record.get(Field::State), None);
        assert_eq!(record.log, Log::NonInteractive);
        let pairs = reader().header().pairs(row);
        assert_eq!(pairs[11], ("New column".to_owned(), "x".to_owned()), "unknown columns are kept");
        assert_eq!(pairs.len(), 12);
    }

    #[test]
    fn rows_that_are_no_sign_ins_say_why() {
        for (row, expected) in [
            ("a,b", "2 cells where the header names 12"),
            ("a", "it has 1 cell where the header names 12"),
            ("2026-10-05T08:19:41Z,,,,,,,,,,,", "no request ID"),
            (",r,,,,,,,,,,", "no date"),
            ("soon,r,,,,,,,,,,", "\u{201c}soon\u{201d}"),
            ("2026-10-05T08:19:41Z,r,,,,,,,,,,,x", "13 cells"),
        ] {
            let reason = reader().sign_in(row).expect_err("no sign-in");
            assert!(reason.contains(expected), "{row}: {reason}");
        }
        assert!(reader().sign_in("2026-10-05T08:19:41Z,r,,,,,,,,,,,").is_ok(), "a comma too many does no harm");
    }

    #[test]
    fn a_row_of_authentication_details_becomes_a_step() {
        for date in ["Date (UTC)", "Date"] {
            let header = Header::new(&format!(
                "Request ID,{date},Authentication method,Authentication method detail,Succeeded,Result detail,Requirement"
            ));
            assert!(header.is_details());
            let reader = CsvReader::new(header, Log::Interactive, false);
            let (id, step) = reader
                .step("r1,2026-10-05T08:19:41Z,Password,In the cloud,false,Wrong password,Primary authentication")
                .expect("a step");
            assert_eq!(id, UniqueId::parse("r1"));
            assert_eq!(step.time.map(Millis::iso).as_deref(), Some("2026-10-05T08:19:41Z"));
            assert_eq!((&*step.method, step.succeeded, &*step.result), ("Password", Some(false), "Wrong password"));
            assert!(reader.step(",,,,,,").is_err());
        }
        assert!(!Header::new(HEADER).is_details());
    }
}
