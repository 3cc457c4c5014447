//! JSON: where each record begins and ends.
//!
//! One pass finds the records of every layout that exports have: the elements of an array; the elements
//! of `value` (or `records`) of a wrapping object; several such documents one after another, as saved
//! pages of Microsoft Graph are; one record a line. Depth is counted, not recursed, so hostile nesting
//! costs nothing, and a fault in one record is kept from its neighbours:
//!
//! - A line break within a string is no JSON; the string is taken as ended there.
//! - In a file of one record a line, a line always ends its record.
//! - A record that is never closed is read again in strict mode: where a line begins as the record's own
//!   first line did, the next record begins. Strict mode stays on for the rest of the file.
//!
//! Where the records of a list are indented, their ends are not searched byte by byte: a record ends with the next line that
//! closes it at its own indent. If the decoder can't read such a piece, it is cut again with every byte looked at
//! ([`cut_again`]).
//!
//! Whether a piece is a record at all is for the decoder to say.

use memchr::{memchr, memchr3, memmem};

use super::json_lines::{closing_line, indent_of_first};
use super::split::{CUT_OFF, LONGEST, Piece, TOO_LONG};

/// Names of the list in a wrapping object: of Microsoft Graph, and of diagnostic logs.
const LISTS: [&[u8]; 2] = [b"\"value\"", b"\"records\""];
/// Name of the list of tables in an answer of Log Analytics, and of the list of rows in a table.
const TABLES: &[u8] = b"\"tables\"";
const ROWS: &[u8] = b"\"rows\"";

/// Name of the list of documents in an answer of Elasticsearch, within an object of the same name.
const HITS: &[u8] = b"\"hits\"";

/// Lists within lists that are looked through; deeper ones count as records (and are rejected).
const DEEPEST: usize = 8;

/// The next record begins, or the list ends, while this one is open.
const NOT_CLOSED: &str = "this record is not closed before the next begins or the list ends";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outer {
    List,
    /// A list of lists, each of which is a record.
    Rows,
    /// A wrapping object whose list was found.
    Wrapper,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Between records; also within a wrapper, beside its list.
    Between,
    /// Within an object; or within an array too deep to be looked through.
    Record,
    /// Within something that is neither object nor array.
    Scalar,
    /// Behind a record that has no end.
    Lost,
}

/// Finds the records of a JSON text.
#[derive(Debug)]
pub(super) struct JsonSplitter {
    longest: usize,
    state: State,
    outer: Vec<Outer>,
    at: usize,
    /// Where the record begins; meaningful in [`State::Record`] and [`State::Scalar`].
    start: usize,
    /// Open brackets of the record; in a wrapper those beside its list.
    depth: usize,
    in_string: bool,
    /// Blanks before this place if nothing else is on its line.
    indent: Option<usize>,
    /// Whether the records stand one on a line, once the first record told.
    lines: Option<bool>,
    strict: bool,
    saw_wrapper: bool,
    tables: Tables,
    by_indent: ByIndent,
}

/// What is known of the indent of records.
#[derive(Debug, Default)]
struct ByIndent {
    /// Whether the list that is read holds plain records: one came, and no wrapper.
    is_plain_list: bool,
    /// Whether every byte is looked at in spite of that, for the rest of the file.
    is_off: bool,
    /// Finds the line that closes a record of the last indent.
    end: Option<Box<(usize, memmem::Finder<'static>)>>,
}

impl ByIndent {
    /// Finds the line that closes a record of this indent.
    fn end(&mut self, indent: usize) -> &memmem::Finder<'static> {
        self.end.take_if(|end| end.0 != indent);
        &self.end.get_or_insert_with(|| Box::new((indent, closing_line(indent, b'}')))).1
    }
}

/// The tables of an answer, as far as they were met.
#[derive(Debug, Default)]
struct Tables {
    /// The text of the first one before its rows.
    first: Option<Vec<u8>>,
    /// Whether the object that is read is a table whose rows are no records.
    is_other: bool,
    /// Whether the rows that are read have other columns than those of the first table.
    has_other_columns: bool,
}

impl Default for JsonSplitter {
    fn default() -> Self {
        Self {
            longest: LONGEST,
            state: State::Between,
            outer: Vec::new(),
            at: 0,
            start: 0,
            depth: 0,
            in_string: false,
            indent: Some(0),
            lines: None,
            strict: false,
            saw_wrapper: false,
            tables: Tables::default(),
            by_indent: ByIndent::default(),
        }
    }
}

impl JsonSplitter {
    /// Whether a wrapping object was met, as Microsoft Graph answers.
    pub(super) fn saw_wrapper(&self) -> bool {
        self.saw_wrapper
    }

    /// What the first table of an answer of Log Analytics says before its rows: its columns.
    pub(super) fn table(&self) -> Option<&[u8]> {
        self.tables.first.as_deref()
    }

    pub(super) fn is_complete(&self) -> bool {
        self.outer.is_empty()
    }

    pub(super) fn needed_from(&self) -> usize {
        match self.state {
            State::Record | State::Scalar => self.start,
            State::Between | State::Lost => self.at,
        }
    }

    pub(super) fn dropped(&mut self, bytes: usize) {
        self.at -= bytes;
        self.start = self.start.saturating_sub(bytes);
    }

    pub(super) fn next(&mut self, text: &[u8], last: bool) -> Option<Piece> {
        loop {
            match self.state {
                State::Between => self.between(text)?,
                State::Lost => self.lost(text, last)?,
                State::Record | State::Scalar => {
                    let is_record = self.state == State::Record;
                    if let Some(indent) = self.indent_to_trust(text) {
                        match self.record_by_indent(text, indent) {
                            Found::End(end) if end - self.start <= self.longest => {
                                let piece = self.finish(text, end, None);
                                return Some(Piece { by_indent: Some(indent), ..piece });
                            }
                            Found::More if !last && text.len() - self.start <= self.longest => return None,
                            _ => {
                                self.by_indent.is_off = true;
                                self.begin(self.start, State::Record);
                            }
                        }
                    }
                    let found = if is_record { self.record(text, last) } else { self.scalar(text, last) };
                    let (end, ahead) = match found {
                        Found::List => continue,
                        Found::End(end) | Found::Cut(end) | Found::WrongBracket(end) => (end, 0),
                        // A cut is seen only when the begin of the next line is there too.
                        Found::More => (text.len(), self.indent.unwrap_or(0) + 2),
                    };
                    if end - self.start > self.longest + ahead {
                        if self.retry(is_record) {
                            continue;
                        }
                        let start = self.start;
                        return Some(self.lose(start + self.longest, TOO_LONG));
                    }
                    match found {
                        Found::End(end) if is_record && self.passes_over(&text[self.start..end]) => {
                            self.finish(text, end, None);
                            self.by_indent.is_plain_list = false;
                        }
                        Found::End(end) => return Some(self.finish(text, end, None)),
                        Found::More if !last => return None,
                        Found::WrongBracket(_) if self.retry(is_record) => {}
                        Found::Cut(end) | Found::WrongBracket(end) => {
                            return Some(self.finish(text, end, Some(NOT_CLOSED)));
                        }
                        _ if self.retry(is_record) => {}
                        _ => {
                            let blanks = text.iter().rev().take_while(|byte| byte.is_ascii_whitespace()).count();
                            return Some(self.lose((text.len() - blanks).max(self.start), CUT_OFF));
                        }
                    }
                }
            }
        }
    }

    /// The indent of the record that is read if its end can be told by it.
    fn indent_to_trust(&self, text: &[u8]) -> Option<usize> {
        let indent = self.indent.filter(|_| {
            self.state == State::Record && self.by_indent.is_plain_list && !self.by_indent.is_off && !self.strict
        })?;
        let inner = text[self.start..].strip_prefix(b"{")?;
        indent_of_first(inner).filter(|first| *first > indent).map(|_| indent)
    }

    /// Goes to the end of a record whose begin is so far indented.
    fn record_by_indent(&mut self, text: &[u8], indent: usize) -> Found {
        let closing = self.by_indent.end(indent);
        let length = closing.needle().len();
        let Some(found) = closing.find(&text[self.at..]) else {
            self.at = text.len().saturating_sub(length).max(self.at);
            return Found::More;
        };
        // What follows must be there too: the next record, or the end of the list.
        let begin = self.at + found;
        let end = begin + length;
        let mut rest = text[end..].iter().filter(|byte| !byte.is_ascii_whitespace());
        match (rest.next(), rest.next()) {
            (Some(b','), Some(b'{')) | (Some(b']'), _) => Found::End(end),
            (None, _) | (Some(b','), None) => {
                self.at = begin;
                Found::More
            }
            _ => Found::WrongBracket(end),
        }
    }

    /// Turns to strict mode and to the record's begin; not twice.
    fn retry(&mut self, is_record: bool) -> bool {
        if self.strict || !is_record {
            return false;
        }
        self.strict = true;
        self.begin(self.start, State::Record);
        true
    }

    fn begin(&mut self, start: usize, state: State) {
        self.start = start;
        self.state = state;
        self.depth = 0;
        self.at = start;
        self.in_string = false;
    }

    fn finish(&mut self, text: &[u8], end: usize, problem: Option<&'static str>) -> Piece {
        let is_row = self.outer.last() == Some(&Outer::Rows);
        let problem = problem.or((is_row && self.tables.has_other_columns).then_some(OTHER_COLUMNS));
        if self.outer.is_empty() && self.state == State::Record && self.lines.is_none() {
            self.lines = Some(memchr(b'\n', &text[self.start..end]).is_none());
        }
        self.by_indent.is_plain_list =
            self.state == State::Record && problem.is_none() && self.outer.last() == Some(&Outer::List);
        self.state = State::Between;
        self.at = end;
        self.depth = 0;
        self.in_string = false;
        if problem.is_none() {
            self.indent = None;
        }
        Piece { start: self.start, end, problem, by_indent: None }
    }

    fn lose(&mut self, end: usize, problem: &'static str) -> Piece {
        self.state = State::Lost;
        self.at = end;
        Piece { start: self.start, end, problem: Some(problem), by_indent: None }
    }

    /// Looks for a line that begins as the lost record's did.
    fn lost(&mut self, text: &[u8], last: bool) -> Option<()> {
        let Some(indent) = self.indent else {
            self.at = text.len();
            return None;
        };
        loop {
            let Some(found) = memchr(b'\n', &text[self.at..]) else {
                self.at = text.len();
                return None;
            };
            self.at += found;
            match line_begins(text, self.at + 1, indent, last) {
                None => return None,
                Some(false) => self.at += 1,
                Some(true) => {
                    self.state = State::Between;
                    self.depth = 0;
                    self.in_string = false;
                    return Some(());
                }
            }
        }
    }

    /// Goes on to the next record, over what stands between records.
    fn between(&mut self, text: &[u8]) -> Option<()> {
        loop {
            let byte = *text.get(self.at)?;
            if self.outer.last() == Some(&Outer::Wrapper) {
                self.beside_list(text, byte)?;
                continue;
            }
            match byte {
                b'\n' => self.indent = Some(0),
                b' ' | b'\t' => self.indent = self.indent.map(|blanks| blanks + 1),
                b'\r' => {}
                b'[' if self.outer.len() < DEEPEST && self.outer.last() != Some(&Outer::Rows) => {
                    self.outer.push(Outer::List);
                    self.by_indent.is_plain_list = false;
                    self.indent = None;
                }
                b'{' | b'[' => {
                    self.begin(self.at, State::Record);
                    return Some(());
                }
                b']' => {
                    // One that closes nothing is passed over.
                    self.outer.pop();
                    self.by_indent.is_plain_list = false;
                    self.indent = None;
                }
                b',' | b'}' | b':' => self.indent = None,
                _ => {
                    self.begin(self.at, State::Scalar);
                    return Some(());
                }
            }
            self.at += 1;
        }
    }

    /// Passes over one token of a wrapper, outside its list.
    fn beside_list(&mut self, text: &[u8], byte: u8) -> Option<()> {
        if self.in_string {
            return self.string(text).map(|_| ());
        }
        self.at += 1;
        match byte {
            b'"' => self.in_string = true,
            b'{' | b'[' => self.depth += 1,
            b']' => self.depth = self.depth.saturating_sub(1),
            b'}' if self.depth > 0 => self.depth -= 1,
            b'}' => {
                self.outer.pop();
                self.indent = None;
            }
            _ => {}
        }
        Some(())
    }

    /// Goes to the end of a string; `None` if it is not there yet. A line break ends it too, and is left.
    fn string(&mut self, text: &[u8]) -> Option<usize> {
        loop {
            let Some(found) = memchr3(b'"', b'\\', b'\n', &text[self.at..]) else {
                self.at = text.len();
                return None;
            };
            self.at += found;
            match text[self.at] {
                b'\\' => match text.get(self.at + 1) {
                    None => return None,
                    Some(b'\n') => self.at += 1,
                    Some(_) => self.at += 2,
                },
                b'"' => {
                    self.at += 1;
                    self.in_string = false;
                    return Some(self.at);
                }
                _ => {
                    self.in_string = false;
                    return Some(self.at);
                }
            }
        }
    }

    /// Goes to the end of a record.
    fn record(&mut self, text: &[u8], last: bool) -> Found {
        let by_lines = self.outer.is_empty() && self.lines == Some(true);
        let stops = if by_lines || self.strict { &STOPS_AND_LINES } else { &STOPS };
        loop {
            if self.in_string && self.string(text).is_none() {
                return Found::More;
            }
            let mut at = self.at;
            while text.get(at).is_some_and(|byte| !stops[usize::from(*byte)]) {
                at += 1;
            }
            self.at = at;
            let Some(byte) = text.get(at) else { return Found::More };
            match byte {
                b'"' => self.in_string = true,
                b'{' | b'[' => {
                    if *byte == b'['
                        && matches!(self.depth, 1 | 2)
                        && let Some(list) = self.list_of_wrapper(text)
                    {
                        self.saw_wrapper = true;
                        if list == Outer::Rows && self.tables.first.is_none() {
                            self.tables.first = Some(text[self.start..self.at].to_vec());
                        }
                        self.outer.extend(std::iter::repeat_n(Outer::Wrapper, self.depth));
                        self.outer.push(list);
                        self.by_indent.is_plain_list = false;
                        self.state = State::Between;
                        self.depth = 0;
                        self.indent = None;
                        self.at += 1;
                        return Found::List;
                    }
                    self.depth += 1;
                }
                b'\n' if by_lines => return Found::End(at),
                b'\n' => {
                    let Some(indent) = self.indent else {
                        self.at += 1;
                        continue;
                    };
                    match line_begins(text, at + 1, indent, last) {
                        None => return Found::More,
                        Some(true) => return Found::Cut(at),
                        Some(false) => {}
                    }
                }
                _ => {
                    self.depth -= 1;
                    if self.depth == 0 {
                        let is_own = (*byte == b'}') == (text[self.start] == b'{');
                        return if is_own { Found::End(at + 1) } else { Found::WrongBracket(at) };
                    }
                }
            }
            self.at += 1;
        }
    }

    /// Which list of a wrapping object the bracket here opens, if it does: the list has one of the names, and only an
    /// object of `tables` is a wrapper within another.
    fn list_of_wrapper(&mut self, text: &[u8]) -> Option<Outer> {
        if self.at - self.start > self.longest || self.outer.len() + 3 > DEEPEST {
            return None;
        }
        let before = text[self.start..self.at].trim_ascii_end().strip_suffix(b":")?.trim_ascii_end();
        let is = |name: &[u8]| {
            before.len() > name.len()
                && before[before.len() - name.len()..].eq_ignore_ascii_case(name)
                && before[before.len() - name.len() - 1] != b'\\'
        };
        let wrappers = self.outer.iter().filter(|outer| **outer == Outer::Wrapper).count();
        if self.depth == 2 {
            return (wrappers == 0 && is(HITS)).then_some(Outer::List);
        }
        if is(ROWS) && wrappers <= 1 {
            self.tables.is_other = is_other_table(&text[self.start..self.at]);
            self.tables.has_other_columns = has_other_columns(&text[self.start..self.at], self.tables.first.as_deref());
            return (!self.tables.is_other).then_some(Outer::Rows);
        }
        (wrappers == 0 && (is(TABLES) || LISTS.iter().any(|name| is(name)))).then_some(Outer::List)
    }

    /// Whether a whole object is no record but belongs to the form of the file: a table of an answer beside the one with the
    /// result, a frame of an answer of Kusto, a line that says what Elasticsearch is to do with the next one.
    fn passes_over(&mut self, object: &[u8]) -> bool {
        if std::mem::take(&mut self.tables.is_other) {
            return true;
        }
        let inner = object.get(1..).unwrap_or_default().trim_ascii_start();
        inner.starts_with(FRAME) || ACTIONS.iter().any(|name| inner.starts_with(name)) && is_action(object)
    }

    /// Goes to the end of what is neither object nor array.
    fn scalar(&mut self, text: &[u8], last: bool) -> Found {
        loop {
            if self.in_string {
                if self.string(text).is_none() {
                    return if last { Found::End(text.len()) } else { Found::More };
                }
                continue;
            }
            match text.get(self.at) {
                None if last => return Found::End(text.len()),
                None => return Found::More,
                Some(b',' | b']' | b'}' | b'[' | b'{' | b'\n') => return Found::End(self.at),
                Some(b'"') => self.in_string = true,
                Some(_) => {}
            }
            self.at += 1;
        }
    }
}

/// Cuts anew what begins with the first of these pieces, a record whose end was told by its indent: every byte is looked at,
/// up to where another of the pieces begins. Nothing if the first one ends where it was thought to.
///
/// Only a record with a list whose objects stand at its own indent is cut wrongly, so that this looks no further than the text
/// that a chunk holds.
pub(super) fn cut_again(text: &[u8], pieces: &[Piece]) -> Option<Vec<Piece>> {
    let (first, later) = pieces.split_first()?;
    let indent = first.by_indent?;
    let mut splitter = JsonSplitter { outer: vec![Outer::List], ..JsonSplitter::default() };
    splitter.by_indent.is_off = true;
    splitter.indent = Some(indent);
    let text = &text[first.start..];
    let in_whole = |piece: Piece| Piece { start: piece.start + first.start, end: piece.end + first.start, ..piece };
    let mut found = std::iter::from_fn(|| splitter.next(text, true)).map(in_whole).peekable();
    if found.peek()?.end == first.end {
        return None;
    }
    let mut again = Vec::new();
    for piece in found {
        if let Some(place) = later.iter().position(|other| other.start == piece.start) {
            again.extend_from_slice(&later[place..]);
            break;
        }
        again.push(piece);
    }
    Some(again)
}

/// What became of the search for a record's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    /// Its end.
    End(usize),
    /// The begin of the next record, while this one is still open.
    Cut(usize),
    /// A closing bracket that is not the record's but, it seems, its list's.
    WrongBracket(usize),
    /// It was no record but a wrapper.
    List,
    /// The buffer ends first.
    More,
}

/// The first property of each frame of an answer of Kusto. Source: its query API, version 2.
const FRAME: &[u8] = b"\"FrameType\"";
/// The only property of lines between documents. Source: the bulk API of Elasticsearch.
const ACTIONS: [&[u8]; 4] = [b"\"index\"", b"\"create\"", b"\"update\"", b"\"delete\""];
/// Such lines are short.
const LONGEST_ACTION: usize = 4 << 10;

/// Whether an object only says what is to be done: one property, whose value is an object without further ones.
fn is_action(object: &[u8]) -> bool {
    let is_flat = |value: &serde_json::Value| !value.is_object() && !value.is_array();
    object.len() <= LONGEST_ACTION
        && serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(object).is_ok_and(|properties| {
            properties.len() == 1
                && properties.values().all(|value| value.as_object().is_some_and(|of| of.values().all(is_flat)))
        })
}

/// Whether a table, given by its text before its rows, is another one than that with the result: it says so itself, or it
/// has the columns of the tables that the first version of Kusto's query API adds about the query.
fn is_other_table(table: &[u8]) -> bool {
    const KIND: &[u8] = b"\"TableKind\"";
    if let Some(at) = memmem::find(table, KIND) {
        let value =
            table[at + KIND.len()..].trim_ascii_start().strip_prefix(b":").unwrap_or_default().trim_ascii_start();
        return !value.starts_with(b"\"PrimaryResult\"");
    }
    let names = column_names(table);
    let has = |name: &str| names.iter().any(|known| known == name);
    names == ["Value"] || has("Ordinal") && has("PrettyName") || has("Severity") && has("StatusCode")
}

/// Whether the rows of a table can't be read by the columns of the first one.
fn has_other_columns(table: &[u8], first: Option<&[u8]>) -> bool {
    first.is_some_and(|first| column_names(first) != column_names(table))
}

/// The names of a table's columns, told by its text before its rows.
fn column_names(table: &[u8]) -> Vec<String> {
    #[derive(serde::Deserialize)]
    struct Column {
        #[serde(alias = "ColumnName", alias = "Name")]
        name: String,
    }
    let begin = memmem::find(table, b"olumns\"").and_then(|at| Some(at + memchr(b'[', &table[at..])?));
    let Some(begin) = begin else { return Vec::new() };
    let mut columns = serde_json::Deserializer::from_slice(&table[begin..]).into_iter::<Vec<Column>>();
    columns.next().and_then(Result::ok).unwrap_or_default().into_iter().map(|column| column.name).collect()
}

/// Why rows of a further table are no records.
const OTHER_COLUMNS: &str =
    "it is in a table with other columns than the first one of the file: export it to a file of its own";

const fn stops(lines: bool) -> [bool; 256] {
    let mut stops = [false; 256];
    stops[b'"' as usize] = true;
    stops[b'{' as usize] = true;
    stops[b'}' as usize] = true;
    stops[b'[' as usize] = true;
    stops[b']' as usize] = true;
    stops[b'\n' as usize] = lines;
    stops
}

/// What the search for a record's end must look at, outside strings.
static STOPS: [bool; 256] = stops(false);
/// The same where line breaks matter.
static STOPS_AND_LINES: [bool; 256] = stops(true);

/// Whether the line at `from` is so many blanks and an opening brace; `None` if the buffer ends too early.
fn line_begins(text: &[u8], from: usize, indent: usize, last: bool) -> Option<bool> {
    let blanks = text[from..].iter().take(indent).take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    match text.get(from + blanks) {
        None if !last => None,
        byte => Some(blanks == indent && byte == Some(&b'{')),
    }
}

#[cfg(test)]
mod tests;
