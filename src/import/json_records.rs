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
//! Whether a piece is a record at all is for the decoder to say.

use memchr::{memchr, memchr3};

use super::split::{CUT_OFF, LONGEST, Piece, TOO_LONG};

/// Names of the list in a wrapping object.
const LISTS: [&[u8]; 2] = [b"\"value\"", b"\"records\""];

/// Lists within lists that are looked through; deeper ones count as records (and are rejected).
const DEEPEST: usize = 8;

/// The next record begins, or the list ends, while this one is open.
const NOT_CLOSED: &str = "this record is not closed before the next begins or the list ends";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outer {
    List,
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
        }
    }
}

impl JsonSplitter {
    /// Whether a wrapping object was met, as Microsoft Graph answers.
    pub(super) fn saw_wrapper(&self) -> bool {
        self.saw_wrapper
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
                        Found::End(end) => return Some(self.finish(text, end, None)),
                        Found::Cut(end) => return Some(self.finish(text, end, Some(NOT_CLOSED))),
                        Found::More if !last => return None,
                        Found::WrongBracket(_) if self.retry(is_record) => {}
                        Found::WrongBracket(end) => return Some(self.finish(text, end, Some(NOT_CLOSED))),
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
        if self.outer.is_empty() && self.state == State::Record && self.lines.is_none() {
            self.lines = Some(memchr(b'\n', &text[self.start..end]).is_none());
        }
        self.state = State::Between;
        self.at = end;
        self.depth = 0;
        self.in_string = false;
        if problem.is_none() {
            self.indent = None;
        }
        Piece { start: self.start, end, problem }
    }

    fn lose(&mut self, end: usize, problem: &'static str) -> Piece {
        self.state = State::Lost;
        self.at = end;
        Piece { start: self.start, end, problem: Some(problem) }
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
                b'[' if self.outer.len() < DEEPEST => {
                    self.outer.push(Outer::List);
                    self.indent = None;
                }
                b'{' | b'[' => {
                    self.begin(self.at, State::Record);
                    return Some(());
                }
                b']' => {
                    // One that closes nothing is passed over.
                    self.outer.pop();
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
                    if *byte == b'[' && self.depth == 1 && self.is_list_of_wrapper(text) {
                        self.saw_wrapper = true;
                        self.outer.extend([Outer::Wrapper, Outer::List]);
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

    /// Whether the bracket here opens the list of a wrapping object: a wrapper is not within another,
    /// and the list has one of the names.
    fn is_list_of_wrapper(&self, text: &[u8]) -> bool {
        let is_far = self.at - self.start > self.longest;
        if is_far || self.outer.contains(&Outer::Wrapper) || self.outer.len() + 2 > DEEPEST {
            return false;
        }
        let before = text[self.start..self.at].trim_ascii_end();
        let Some(before) = before.strip_suffix(b":") else { return false };
        let before = before.trim_ascii_end();
        LISTS.iter().any(|name| before.strip_suffix(*name).is_some_and(|rest| rest.last() != Some(&b'\\')))
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
mod tests {
    use proptest::prelude::*;

    use super::super::split::Splitter;
    use super::super::split::tests::split;
    use super::*;

    fn with_longest(longest: usize) -> Splitter {
        Splitter::Json(JsonSplitter { longest, ..JsonSplitter::default() })
    }

    /// Records as text; `!` before those with a problem.
    fn records(text: &str) -> Vec<String> {
        let of_block = |block| -> Vec<String> {
            split(&mut with_longest(200), text.as_bytes(), block)
                .into_iter()
                .map(|(_, text, problem)| {
                    format!("{}{}", if problem.is_some() { "!" } else { "" }, String::from_utf8_lossy(&text))
                })
                .collect()
        };
        let found = of_block(10_000);
        for block in 1..9 {
            assert_eq!(of_block(block), found, "block {block}");
        }
        found
    }

    #[test]
    fn every_layout_gives_its_records() {
        let three = ["{\"a\":1}", "{\"b\":[{}]}", "{}"];
        for text in [
            "[{\"a\":1},{\"b\":[{}]},{}]",
            "[\n  {\"a\":1},\n  {\"b\":[{}]},\n  {}\n]\n",
            "{\"a\":1}\n{\"b\":[{}]}\r\n{}",
            "{\"@odata.context\":\"[{\",\"value\":[{\"a\":1},{\"b\":[{}]},{}]}",
            "{\"value\" : [{\"a\":1}],\"next\":{\"value\":[{}]}}\n{\"value\":[{\"b\":[{}]},{}],\"x\":\"]}\"}",
            "[{\"records\":[{\"a\":1}]},{\"records\":[{\"b\":[{}]},{}]}]",
            "[[{\"a\":1},{\"b\":[{}]}],[{}]]",
            "[{\"a\":1}]\n[{\"b\":[{}]},{}]",
        ] {
            assert_eq!(records(text), three, "{text}");
        }
    }

    #[test]
    fn brackets_and_quotes_in_strings_do_not_count() {
        let text = r#"[{"a":"}]\\\"{","b":"\\"},{"c":"[\"value\":["}]"#;
        assert_eq!(records(text), [r#"{"a":"}]\\\"{","b":"\\"}"#, r#"{"c":"[\"value\":["}"#]);
    }

    #[test]
    fn a_list_named_value_inside_a_record_is_no_wrapper() {
        assert_eq!(records(r#"{"value":[{"x":{"value":[1]}},{"value":[2]}]}"#).len(), 2);
        assert_eq!(records(r#"[{"a":{"value":[{}]}}]"#).len(), 1);
    }

    #[test]
    fn empty_lists_hold_no_record() {
        for text in ["", "[]", " [ ] ", "{\"value\":[]}", "{\"@odata.context\":\"x\",\n\"value\": [\n]\n}"] {
            assert!(records(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn truncated_text_keeps_its_whole_records() {
        assert_eq!(records("[\n  {\"a\":1},\n  {\"b\":\"unfin\n"), ["{\"a\":1}", "!{\"b\":\"unfin"]);
        assert_eq!(records("{\"value\":[{\"a\":{"), ["!{\"a\":{"]);
        assert_eq!(records("{\"a\":1}\n{\"b\":"), ["{\"a\":1}", "!{\"b\":"]);
    }

    #[test]
    fn a_record_that_is_never_closed_does_not_take_its_neighbours_along() {
        let text = "[\n  {\"a\":{\"x\":1},\n  {\"b\":2},\n  {\"c\":3}\n]";
        assert_eq!(records(text), ["!{\"a\":{\"x\":1},", "{\"b\":2}", "{\"c\":3}"]);
        let lines = "{\"a\":1}\n{\"b\":{\n{\"c\":\"x\n{\"d\":4}";
        assert_eq!(records(lines), ["{\"a\":1}", "{\"b\":{", "{\"c\":\"x", "{\"d\":4}"]);
    }

    #[test]
    fn a_missing_quote_costs_one_record() {
        let text = "[\n {\n  \"a\": \"x,\n  \"b\": \"y\"\n },\n {\"c\":3}\n]";
        assert_eq!(records(text).len(), 2);
        assert_eq!(records(text)[1], "{\"c\":3}");
    }

    #[test]
    fn what_is_no_object_is_a_piece_of_its_own() {
        assert_eq!(records("[1, \"a,b\", null, {}]"), ["1", "\"a,b\"", "null", "{}"]);
        assert_eq!(records("{\"a\":1}\nnot json, at all\n{}").len(), 4);
    }

    #[test]
    fn a_record_that_is_too_long_is_given_up_and_the_next_is_read() {
        let text = format!("[\n{{\"a\":\"{}\"}},\n{{\"b\":1}}\n]", "x".repeat(300));
        let found = records(&text);
        assert_eq!(found.len(), 2);
        assert!(found[0].starts_with("!{\"a\":\"xxx"));
        assert_eq!(found[1], "{\"b\":1}");
    }

    #[test]
    fn deep_nesting_is_counted_not_recursed() {
        let text = "[".repeat(100_000);
        let found = split(&mut Splitter::Json(JsonSplitter::default()), text.as_bytes(), 4096);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].2, Some(CUT_OFF));
    }

    proptest! {
        #[test]
        fn pieces_are_the_same_at_any_block_size(
            text in "([\\[{}\\]:,a \n\\\\]|\"|\"value\":\\[|\\{\"a\":\"b\"\\}){0,40}",
            block in 1usize..9,
            longest in 1usize..60,
        ) {
            let whole = split(&mut with_longest(longest), text.as_bytes(), 1000);
            prop_assert_eq!(split(&mut with_longest(longest), text.as_bytes(), block), whole);
        }

        #[test]
        fn any_bytes_are_split_without_a_panic(text in proptest::collection::vec(any::<u8>(), 0..200), block in 1usize..50) {
            let found = split(&mut with_longest(40), &text, block);
            for pair in found.windows(2) {
                prop_assert!(pair[0].0 + pair[0].1.len() <= pair[1].0);
            }
        }

        #[test]
        fn a_list_gives_each_of_its_elements(numbers in proptest::collection::vec(0u8..20, 0..12), pretty: bool) {
            let elements: Vec<serde_json::Value> =
                numbers.iter().map(|n| serde_json::json!({"id": "q\"{".repeat(usize::from(*n)), "list": vec![(); usize::from(*n)]})).collect();
            let text = if pretty { serde_json::to_string_pretty(&elements) } else { serde_json::to_string(&elements) };
            let found = split(&mut Splitter::Json(JsonSplitter::default()), text.unwrap_or_default().as_bytes(), 16);
            prop_assert_eq!(found.len(), elements.len());
            for ((_, text, _), element) in found.iter().zip(&elements) {
                prop_assert_eq!(&serde_json::from_slice::<serde_json::Value>(text).unwrap_or_default(), element);
            }
        }
    }
}
