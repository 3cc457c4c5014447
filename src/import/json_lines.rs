//! JSON with a property on each line, as the portal writes it, without looking at every byte.
//!
//! Nine tenths of a downloaded sign-in are its lists, above all that of its policies, and most sign-ins of a tenant have
//! the same ones. Where an object is indented, the end of a nested part is the next line that closes it at its own indent,
//! so that a list whose text was seen before is passed over as a whole. Whatever is not written exactly this way gives
//! nothing, and is read by the parser, which looks at every byte.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use memchr::{memchr, memchr_iter, memchr3, memmem};
use serde::de::DeserializeSeed;

use super::json::{JsonReader, Value};
use super::json_found::Found;
use super::names::{Node, Target, is_list};

/// After so many more records than were read this way that were not, no further one is tried.
const PATIENCE: u32 = 8;
/// A file whose objects have more indents than these is left to the parser.
const MOST_ENDS: usize = 64;
/// Deeper objects are left to the parser.
const DEEPEST: usize = 8;

/// What is remembered of how the records of a file are written.
#[derive(Debug, Default)]
pub(super) struct Manner {
    failures: Cell<u32>,
    ends: RefCell<Vec<End>>,
}

/// How a part that was opened on a line of this indent ends.
#[derive(Debug)]
struct End {
    indent: usize,
    bracket: u8,
    finder: memmem::Finder<'static>,
}

impl Manner {
    /// Whether it is worth trying.
    pub(super) fn is_likely(&self) -> bool {
        self.failures.get() < PATIENCE
    }

    /// Counts whether a record was written this way.
    pub(super) fn note(&self, was_so: bool) {
        let failures = self.failures.get();
        self.failures.set(if was_so { failures.saturating_sub(1) } else { failures + 1 });
    }

    /// The byte behind the bracket that closes at the begin of a line of this indent.
    fn end(&self, text: &str, from: usize, indent: usize, bracket: u8) -> Option<usize> {
        let mut ends = self.ends.borrow_mut();
        let known = ends.iter().position(|end| end.indent == indent && end.bracket == bracket);
        if known.is_none() && ends.len() >= MOST_ENDS {
            return None;
        }
        let known = known.unwrap_or_else(|| {
            let finder = closing_line(indent, bracket);
            ends.push(End { indent, bracket, finder });
            ends.len() - 1
        });
        let end = &ends[known];
        Some(from + end.finder.find(&text.as_bytes()[from..])? + end.finder.needle().len())
    }
}

/// Finds the begin of a line that closes with this bracket at this indent.
pub(super) fn closing_line(indent: usize, bracket: u8) -> memmem::Finder<'static> {
    let mut line = vec![b' '; indent + 2];
    line[0] = b'\n';
    line[indent + 1] = bracket;
    memmem::Finder::new(&line).into_owned()
}

/// The blanks before the first property of an object that has each on a line of its own; `text` begins behind its brace.
pub(super) fn indent_of_first(text: &[u8]) -> Option<usize> {
    let line = text.strip_prefix(b"\r").unwrap_or(text).strip_prefix(b"\n")?;
    let indent = line.iter().take_while(|byte| **byte == b' ').count();
    (line.get(indent) == Some(&b'"')).then_some(indent)
}

/// Takes in the properties of an object whose text this is; nothing if it is written in another way, or is no JSON. What
/// was found until then is worth nothing either.
pub(super) fn walk<'a>(reader: &JsonReader, node: Node, text: &'a str, found: &mut Found<'a>) -> Option<()> {
    // JSON allows no other control characters, and these two only outside of strings: each ends a line.
    let is_odd = |byte: u8| byte < b' ' && byte != b'\n' && byte != b'\r';
    let ends_no_line = |at: usize| text.as_bytes().get(at + 1) != Some(&b'\n');
    if text.bytes().fold(false, |odd, byte| odd | is_odd(byte)) || memchr_iter(b'\r', text.as_bytes()).any(ends_no_line)
    {
        return None;
    }
    object(reader, Some(node), text, 0, found)
}

/// The same; of an object without a node all properties are passed over.
fn object<'a>(
    reader: &JsonReader,
    node: Option<Node>,
    text: &'a str,
    depth: usize,
    found: &mut Found<'a>,
) -> Option<()> {
    let bytes = text.as_bytes();
    let indent = indent_of_first(bytes.get(1..)?)?;
    if depth > DEEPEST || bytes[0] != b'{' {
        return None;
    }
    let names = reader.names(found.report);
    let mut at = 1;
    loop {
        at = line_of(bytes, at, indent)?;
        // The names of reports have no escapes.
        let name = simple_string(text, at)?;
        at += name.len() + 2;
        let target = node.and_then(|node| names.find(node, name));
        at = behind_colon(bytes, at)?;
        at = value(reader, target, text, at, indent, depth, found)?;
        match bytes.get(at)? {
            b',' => at += 1,
            _ => break,
        }
    }
    let rest = bytes[at..].trim_ascii();
    (rest == b"}").then_some(())
}

/// Where the line after this place begins behind its indent, if nothing else stands before it.
fn line_of(bytes: &[u8], at: usize, indent: usize) -> Option<usize> {
    let at = at + usize::from(bytes.get(at) == Some(&b'\r'));
    let line = bytes.get(at..)?.strip_prefix(b"\n")?;
    line.get(..indent)?.iter().all(|byte| *byte == b' ').then_some(at + 1 + indent)
}

/// The string that begins here, if it has no escapes.
fn simple_string(text: &str, at: usize) -> Option<&str> {
    let inner = text.get(at..)?.strip_prefix('"')?;
    let end = memchr3(b'"', b'\\', b'\n', inner.as_bytes())?;
    inner[end..].starts_with('"').then(|| &inner[..end])
}

fn behind_colon(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = bytes.get(at..)?.strip_prefix(b":")?;
    Some(at + 1 + rest.iter().take_while(|byte| **byte == b' ').count())
}

/// Takes in the value that begins here, and gives the place behind it.
fn value<'a>(
    reader: &JsonReader,
    target: Option<Target>,
    text: &'a str,
    at: usize,
    indent: usize,
    depth: usize,
    found: &mut Found<'a>,
) -> Option<usize> {
    let bytes = text.as_bytes();
    let first = *bytes.get(at)?;
    let is_of_lines = matches!(bytes.get(at + 1)?, b'\n' | b'\r');
    let end = match first {
        b'{' | b'[' if is_of_lines => reader.manner.end(text, at + 1, indent, first + 2)?,
        b'"' => {
            if let Some(string) = simple_string(text, at) {
                let end = at + string.len() + 2;
                match target {
                    None => {}
                    // These take a text in their place too.
                    Some(told) if takes_single_values(target) || matches!(told, Target::Object(_) | Target::Record) => {
                        reader.take(told, Cow::Borrowed(string), found);
                    }
                    target => parse(reader, target, &text[at..end], found)?,
                }
                return Some(end);
            }
            at + value_of_line(&bytes[at..])?
        }
        _ => at + value_of_line(&bytes[at..])?,
    };
    let json = text.get(at..end)?;
    match (target, first) {
        (Some(Target::Field(field, place)), b'[') if is_list(field) && reader.known_list(field, place, json, found) => {
        }
        (target, _) if takes_single_values(target) && is_literal(json) => {
            if let Some(target) = target.filter(|_| json != "null") {
                reader.take(target, Cow::Borrowed(json), found);
            }
        }
        (Some(Target::Object(node)), b'{') if is_of_lines => object(reader, Some(node), json, depth + 1, found)?,
        (None, b'{') if is_of_lines => object(reader, None, json, depth + 1, found)?,
        (target, _) => parse(reader, target, json, found)?,
    }
    Some(end)
}

/// Whether a target takes texts, numbers and flags as they stand there.
fn takes_single_values(target: Option<Target>) -> bool {
    match target {
        None | Some(Target::IsInteractive | Target::Category) => true,
        Some(Target::Field(field, _)) => !is_list(field),
        Some(Target::Object(_) | Target::Record | Target::EventTypes) => false,
    }
}

/// Whether this is nothing, a flag, or a whole number that is written as we would.
fn is_literal(json: &str) -> bool {
    matches!(json, "null" | "true" | "false" | "0")
        || json.len() <= 18
            && !json.starts_with('0')
            && json.bytes().all(|byte| byte.is_ascii_digit())
            && !json.is_empty()
}

/// The length of a value that ends with its line.
fn value_of_line(bytes: &[u8]) -> Option<usize> {
    let line = &bytes[..memchr(b'\n', bytes)?];
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    Some(line.strip_suffix(b",").unwrap_or(line).len())
}

/// Takes in a value by the parser.
fn parse<'a>(reader: &JsonReader, target: Option<Target>, json: &'a str, found: &mut Found<'a>) -> Option<()> {
    let mut parser = serde_json::Deserializer::from_str(json);
    Value { reader, target, found }.deserialize(&mut parser).ok()?;
    parser.end().ok()
}

#[cfg(test)]
mod tests;
