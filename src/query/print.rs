//! From a filter to its text.

use super::expr::{Bound, Expr, Scalar, Subject, Term, Test};
use super::pattern::{Pattern, Piece};
use super::slips::lax_keyword;
use crate::clock::Millis;
use crate::fields::Field;
use std::fmt::{self, Write as _};

/// The text of the parts of a filter.
pub(super) fn write_parts(f: &mut fmt::Formatter<'_>, parts: &[Expr]) -> fmt::Result {
    if let [Expr::Or(members)] = parts {
        return write_joined(f, members, " OR ");
    }
    write_joined(f, parts, " ")
}

fn write_joined(f: &mut fmt::Formatter<'_>, members: &[Expr], between: &str) -> fmt::Result {
    for (place, member) in members.iter().enumerate() {
        if place > 0 {
            f.write_str(between)?;
        }
        write_member(f, member)?;
    }
    Ok(())
}

fn write_member(f: &mut fmt::Formatter<'_>, expr: &Expr) -> fmt::Result {
    let (members, between) = match expr {
        Expr::And(members) => (members, " "),
        Expr::Or(members) => (members, " OR "),
        Expr::Not(inner) => {
            f.write_char('-')?;
            return write_member(f, inner);
        }
        Expr::Term(term) => return write_term(f, term),
    };
    f.write_char('(')?;
    write_joined(f, members, between)?;
    f.write_char(')')
}

fn write_term(f: &mut fmt::Formatter<'_>, term: &Term) -> fmt::Result {
    match (term.subject, &term.test) {
        (Subject::Field(field), Test::Has) => write!(f, "has:{}", field.key()),
        (Subject::Field(_), Test::Last(millis)) => write!(f, "last:{}", duration(*millis)),
        (Subject::Field(field), Test::Any(patterns)) => {
            write!(f, "{}:", field.key())?;
            for (place, pattern) in patterns.iter().enumerate() {
                write!(f, "{}{}", if place > 0 { "," } else { "" }, pattern_text(field, pattern))?;
            }
            Ok(())
        }
        (Subject::Field(field), Test::Range { from, to }) => {
            write!(f, "{}:", field.key())?;
            write_range(f, from.as_ref(), to.as_ref())
        }
        (Subject::Anything, Test::Any(patterns)) => {
            for (place, pattern) in patterns.iter().enumerate() {
                write!(f, "{}{}", if place > 0 { " OR " } else { "" }, bare_text(pattern))?;
            }
            Ok(())
        }
        // No text means these, so nothing makes them.
        (Subject::Anything, Test::Has | Test::Last(_) | Test::Range { .. }) => Ok(()),
    }
}

fn write_range(f: &mut fmt::Formatter<'_>, from: Option<&Bound>, to: Option<&Bound>) -> fmt::Result {
    match (from, to) {
        (Some(from), Some(to)) if from == to && matches!(from.value, Scalar::Moment(_)) => {
            f.write_str(&scalar_text(from.value))
        }
        (Some(from), Some(to)) => {
            let less = if to.inclusive { "" } else { "<" };
            write!(f, "{}..{less}{}", scalar_text(from.value), scalar_text(to.value))
        }
        (Some(from), None) => write!(f, ">{}{}", if from.inclusive { "=" } else { "" }, scalar_text(from.value)),
        (None, Some(to)) => write!(f, "<{}{}", if to.inclusive { "=" } else { "" }, scalar_text(to.value)),
        (None, None) => Ok(()),
    }
}

pub(super) fn scalar_text(value: Scalar) -> String {
    match value {
        Scalar::Moment(moment) => moment.to_string(),
        Scalar::Number(number) => number.get().to_string(),
        Scalar::Level(level) => level.to_owned(),
        Scalar::Ago(millis) => format!("-{}", duration(millis)),
    }
}

pub(super) fn duration(millis: i64) -> String {
    const MINUTE: i64 = 60 * Millis::SECOND;
    if millis % Millis::DAY == 0 {
        format!("{}d", millis / Millis::DAY)
    } else if millis % Millis::HOUR == 0 {
        format!("{}h", millis / Millis::HOUR)
    } else {
        format!("{}m", millis / MINUTE)
    }
}

/// The text of a pattern behind the colon of a field.
pub(super) fn pattern_text(field: Field, pattern: &Pattern) -> String {
    match pattern {
        Pattern::Exact(text) => exact_text(field, text),
        Pattern::Wildcard(pieces) => pieces_text(pieces, is_plain),
        Pattern::Network(network) => network.to_string(),
        Pattern::Legacy => "legacy".to_owned(),
        Pattern::Modern => "modern".to_owned(),
        Pattern::Regular(regular) => regular.to_string(),
    }
}

fn bare_text(pattern: &Pattern) -> String {
    match pattern {
        Pattern::Exact(text) if is_plain_word(text) => text.clone(),
        Pattern::Exact(text) => quoted(text),
        Pattern::Wildcard(pieces) => pieces_text(pieces, is_plain_word),
        Pattern::Regular(regular) => regular.to_string(),
        // Only fields have these.
        Pattern::Network(_) | Pattern::Legacy | Pattern::Modern => String::new(),
    }
}

fn exact_text(field: Field, text: &str) -> String {
    // What the parser would refuse without quotes, or read as something else, gets them.
    if Pattern::known(field, text) != Some(Pattern::Exact(text.to_owned())) {
        return quoted(text);
    }
    match text {
        "true" if field.spec().known_value("yes") == Some(text) => "yes".to_owned(),
        "false" if field.spec().known_value("no") == Some(text) => "no".to_owned(),
        _ => value_literal(text),
    }
}

fn pieces_text(pieces: &[Piece], is_plain: fn(&str) -> bool) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Text(text) if is_plain(text) => text.clone(),
            Piece::Text(text) => quoted(text),
            Piece::One => "?".to_owned(),
            Piece::Run => "*".to_owned(),
        })
        .collect()
}

/// The text of a value behind a colon, in quotes if it needs them.
pub(super) fn value_literal(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

/// A text in quotes.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Whether a value means itself without quotes.
fn is_plain(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with('/')
        && !text.contains("..")
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '@' | '/' | ':' | '+' | '#' | '&' | '\''))
}

/// Whether a bare word means itself without quotes.
fn is_plain_word(text: &str) -> bool {
    is_plain(text) && !text.contains([':', '/']) && !text.starts_with(['-', '&']) && lax_keyword(text).is_none()
}
