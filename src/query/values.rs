//! What may stand behind the colon of a term: values, patterns, ranges and comparisons.

use std::net::IpAddr;
use std::ops::Range;

use super::ParseError;
use super::expr::{Bound, Scalar, Test, levels};
use super::lexer::{Glyph, Mark, is_quoted, range_of, text_of};
use super::moment::Moment;
use super::nearest::nearest;
use super::parser::error;
use super::pattern::{Network, Pattern, Piece, code, number};
use super::print::value_literal;
use crate::fields::{Field, Kind, fold};

/// One item of a list of values.
pub(super) enum Item {
    Pattern(Pattern),
    Test(Test),
}

/// Reads one item of a term's list; `glyphs` is not empty.
pub(super) fn item(field: Field, glyphs: &[Glyph]) -> Result<Item, ParseError> {
    if let Some(test) = comparison(field, glyphs)? {
        return Ok(Item::Test(test));
    }
    if has_order(field)
        && let Some(test) = range(field, glyphs)?
    {
        return Ok(Item::Test(test));
    }
    if field.kind() == Kind::Time {
        let bound = Bound { value: scalar(field, glyphs, 0)?, inclusive: true };
        return Ok(Item::Test(Test::Range { from: Some(bound), to: Some(bound) }));
    }
    let quoted = is_quoted(glyphs);
    let has_wildcard = glyphs.iter().any(|glyph| glyph.is('*') || glyph.is('?'));
    if !quoted && !has_wildcard {
        return plain(field, &text_of(glyphs), range_of(glyphs, 0)).map(Item::Pattern);
    }
    Ok(Item::Pattern(Pattern::of_pieces(pieces(glyphs), |text| Pattern::exact(field, text))))
}

/// The pieces of a pattern: what stands in quotes is text, `*` and `?` outside them are wildcards.
pub(super) fn pieces(glyphs: &[Glyph]) -> Vec<Piece> {
    glyphs
        .iter()
        .filter_map(|glyph| match glyph.mark {
            Mark::Plain('*') => Some(Piece::Run),
            Mark::Plain('?') => Some(Piece::One),
            Mark::Plain(c) | Mark::Quoted(c) => Some(Piece::Text(c.to_string())),
            Mark::Quote => None,
        })
        .collect()
}

fn has_order(field: Field) -> bool {
    matches!(field.kind(), Kind::Time | Kind::Code | Kind::Number(_)) || levels(field).is_some()
}

fn comparison(field: Field, glyphs: &[Glyph]) -> Result<Option<Test>, ParseError> {
    let Some(first) = glyphs.first() else { return Ok(None) };
    let greater = match first.mark {
        Mark::Plain('>') => true,
        Mark::Plain('<') => false,
        Mark::Plain(_) | Mark::Quoted(_) | Mark::Quote => return Ok(None),
    };
    if !has_order(field) {
        return Err(error(
            first.at..first.end,
            format!(
                "{} has no order: comparisons work on times, numbers, error codes and risk levels; a text that begins \
                 like this must stand in quotes",
                field.key()
            ),
        ));
    }
    let inclusive = glyphs.get(1).is_some_and(|glyph| glyph.is('='));
    let rest = &glyphs[1 + usize::from(inclusive)..];
    let bound = Some(Bound { value: scalar(field, rest, range_of(glyphs, 0).end)?, inclusive });
    Ok(Some(if greater { Test::Range { from: bound, to: None } } else { Test::Range { from: None, to: bound } }))
}

fn range(field: Field, glyphs: &[Glyph]) -> Result<Option<Test>, ParseError> {
    let Some(dots) = glyphs.windows(2).position(|pair| pair[0].is('.') && pair[1].is('.')) else {
        return Ok(None);
    };
    let (from, mut to) = (&glyphs[..dots], &glyphs[dots + 2..]);
    let inclusive = !to.first().is_some_and(|glyph| glyph.is('<'));
    if !inclusive {
        to = &to[1..];
    }
    let end = range_of(glyphs, 0).end;
    if from.is_empty() && to.is_empty() {
        return Err(error(range_of(glyphs, 0), "expected a bound before or behind the dots"));
    }
    let lower = if from.is_empty() { None } else { Some(Bound { value: scalar(field, from, end)?, inclusive: true }) };
    let upper =
        if to.is_empty() && inclusive { None } else { Some(Bound { value: scalar(field, to, end)?, inclusive }) };
    Ok(Some(Test::Range { from: lower, to: upper }))
}

/// A bound in the order of a field. `end` is where it is missed if there is none.
fn scalar(field: Field, glyphs: &[Glyph], end: usize) -> Result<Scalar, ParseError> {
    let text = text_of(glyphs);
    let at = range_of(glyphs, end);
    if let Some(levels) = levels(field) {
        let known = field.spec().known_value(&text);
        return known.filter(|level| levels.contains(level)).map(Scalar::Level).ok_or_else(|| ParseError {
            at,
            message: format!("expected a level: {}", levels.join(", ")),
            suggestion: nearest(&text, levels.iter().copied()).map(str::to_owned),
        });
    }
    match field.kind() {
        Kind::Time => Moment::parse(&text)
            .map(Scalar::Moment)
            .ok_or_else(|| error(at, format!("expected a date or time such as {}", Moment::EXAMPLES))),
        Kind::Code => code(&text)
            .and_then(|code| number(&code, ""))
            .map(Scalar::Number)
            .ok_or_else(|| error(at, "expected an error code such as 50126")),
        Kind::Number(unit) => number(&text, unit).map(Scalar::Number).ok_or_else(|| error(at, "expected a number")),
        Kind::Text
        | Kind::Choice
        | Kind::Flag
        | Kind::Id
        | Kind::UniqueId
        | Kind::Address
        | Kind::List
        | Kind::Steps
        | Kind::Policies => Err(error(at, format!("{} has no order", field.key()))),
    }
}

/// A value without quotes and wildcards: it must be what the field can hold, so that a slip is not
/// mistaken for a value that never occurs. In quotes anything goes.
fn plain(field: Field, text: &str, at: Range<usize>) -> Result<Pattern, ParseError> {
    if field == Field::ClientApp {
        match fold(text).as_str() {
            "legacy" => return Ok(Pattern::Legacy),
            "modern" => return Ok(Pattern::Modern),
            _ => {}
        }
    }
    let spec = field.spec();
    let expected = match spec.kind {
        Kind::Choice if spec.known_value(text).is_none() => {
            let spellings = spec.terms.iter().flat_map(|term| [term.value, term.title]);
            return Err(ParseError {
                at,
                message: format!(
                    "{} has no value \u{201c}{text}\u{201d} that is known; in quotes it is searched for all the same",
                    field.key()
                ),
                suggestion: nearest(text, spellings).map(value_literal),
            });
        }
        Kind::Flag if spec.known_value(text).is_none() => "yes or no",
        Kind::Code if code(text).is_none() => "an error code such as 50126, or 500*",
        Kind::Number(unit) if number(text, unit).is_none() => "a number, or a range such as 10..20",
        Kind::Address if text.parse::<IpAddr>().is_err() && Network::parse(text).is_none() => {
            "an address, a network such as 203.0.113.0/24, or a pattern such as 203.0.113.*"
        }
        Kind::Time
        | Kind::Text
        | Kind::Choice
        | Kind::Flag
        | Kind::Code
        | Kind::Number(_)
        | Kind::Id
        | Kind::UniqueId
        | Kind::Address
        | Kind::List
        | Kind::Steps
        | Kind::Policies => return Ok(Pattern::exact(field, text)),
    };
    Err(error(at, format!("{} expects {expected}; in quotes any text is searched for", field.key())))
}
