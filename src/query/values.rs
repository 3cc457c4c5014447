//! What may stand behind the colon of a term: values, patterns, ranges and comparisons.

use std::ops::Range;

use super::ParseError;
use super::expr::{Bound, Scalar, Test, is_circle, levels};
use super::lexer::{Glyph, Mark, is_quoted, range_of, text_of};
use super::moment::{MAX_LAST, Moment, duration};
use super::nearest::nearest;
use super::parser::error;
use super::pattern::{Network, Pattern, Piece, code, number};
use super::print::{self, scalar_text, value_literal};
use super::regular::Regular;
use crate::fields::{Field, Kind, fold};

/// One item of a list of values.
pub(super) enum Item {
    Pattern(Pattern),
    Test(Test),
}

/// Reads one item of a term's list; `glyphs` is not empty.
pub(super) fn item(field: Field, glyphs: &[Glyph]) -> Result<Item, ParseError> {
    if let Some(pattern) = regular(glyphs)? {
        if field.kind() == Kind::Time {
            return Err(error(range_of(glyphs, 0), format!("expected a date or time such as {}", Moment::EXAMPLES)));
        }
        return Ok(Item::Pattern(pattern));
    }
    if let Some(test) = comparison(field, glyphs)? {
        return Ok(Item::Test(test));
    }
    if let Some(order) = Order::of(field)
        && let Some(test) = range(field, order, glyphs)?
    {
        return Ok(Item::Test(test));
    }
    if field.kind() == Kind::Time {
        let bound = Bound { value: Order::Time.scalar(glyphs, 0)?, inclusive: true };
        if let Scalar::Ago(_) = bound.value {
            let at = range_of(glyphs, 0);
            return Err(ParseError {
                at,
                message: "expected a range: from then on, as in time:-7d.., or up to then, as in time:..-7d".to_owned(),
                suggestion: Some(format!("{}..", text_of(glyphs))),
            });
        }
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
            Mark::Plain(c) | Mark::Quoted(c) | Mark::Regular(c) => Some(Piece::Text(c.to_string())),
            Mark::Quote | Mark::Slash => None,
        })
        .collect()
}

/// The regular expression that these glyphs are, if they are one. What is wrong in it is marked there.
pub(super) fn regular(glyphs: &[Glyph]) -> Result<Option<Pattern>, ParseError> {
    let Some((Glyph { mark: Mark::Slash, at, end }, inside)) = glyphs.split_first() else {
        return Ok(None);
    };
    let text = text_of(inside);
    Regular::parse(&text).map(|regular| Some(Pattern::Regular(regular))).map_err(|wrong| {
        // A byte of the expression is one of the filter's text, but for the backslashes before slashes.
        let mut of_byte: Vec<&Glyph> = Vec::new();
        for glyph in inside {
            of_byte.extend(std::iter::repeat_n(glyph, glyph.char().map_or(0, char::len_utf8)));
        }
        // The last one's end is behind the closing slash.
        let closing = inside.last().map_or(*end, |last| last.end - 1);
        let place = |byte: usize| of_byte.get(byte).map_or(closing, |glyph| glyph.at);
        let marked = if inside.is_empty() { *at..*end } else { place(wrong.at.start)..place(wrong.at.end) };
        ParseError { at: marked, message: wrong.message, suggestion: None }
    })
}

/// How the values of a field follow one another.
#[derive(Clone, Copy)]
enum Order {
    Levels(Field, &'static [&'static str]),
    Time,
    Codes,
    Numbers(&'static str),
}

impl Order {
    fn of(field: Field) -> Option<Self> {
        if let Some(levels) = levels(field) {
            return Some(Self::Levels(field, levels));
        }
        match field.kind() {
            Kind::Time => Some(Self::Time),
            Kind::Code => Some(Self::Codes),
            Kind::Number(unit) => Some(Self::Numbers(unit)),
            Kind::Text
            | Kind::Choice
            | Kind::Flag
            | Kind::Id
            | Kind::UniqueId
            | Kind::Address
            | Kind::List
            | Kind::Steps
            | Kind::Policies => None,
        }
    }

    /// A bound in this order. `end` is where it is missed if there is none.
    fn scalar(self, glyphs: &[Glyph], end: usize) -> Result<Scalar, ParseError> {
        let text = text_of(glyphs);
        let at = range_of(glyphs, end);
        match self {
            Self::Levels(field, levels) => {
                let wanted = field.spec().known_value(&text);
                let known = levels.iter().find(|level| Some(**level) == wanted);
                known.map(|level| Scalar::Level(level)).ok_or_else(|| ParseError {
                    at,
                    message: format!("expected a level: {}", levels.join(", ")),
                    suggestion: nearest(&text, levels.iter().copied()).map(str::to_owned),
                })
            }
            Self::Time => match text.strip_prefix('-') {
                Some(ago) => duration(ago).map(Scalar::Ago).ok_or_else(|| wrong_duration(ago, at, "-")),
                None => Moment::parse(&text)
                    .map(Scalar::Moment)
                    .ok_or_else(|| error(at, format!("expected a date or time such as {}", Moment::EXAMPLES))),
            },
            Self::Codes => code(&text)
                .and_then(|code| number(&code, ""))
                .map(Scalar::Number)
                .ok_or_else(|| error(at, "expected an error code such as 50126")),
            Self::Numbers(unit) => {
                number(&text, unit).map(Scalar::Number).ok_or_else(|| error(at, "expected a number"))
            }
        }
    }
}

/// What is wrong with the text of a stretch of time; `sign` stands before the one proposed.
pub(super) fn wrong_duration(text: &str, at: Range<usize>, sign: &str) -> ParseError {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let days = format!("{digits}d");
    let unit = &text[digits.len()..];
    if digits.bytes().any(|digit| digit != b'0') && duration(&format!("1{unit}")).is_some() {
        let longest = print::duration(MAX_LAST);
        return ParseError {
            at,
            message: format!("too long: at most {longest}"),
            suggestion: Some(format!("{sign}{longest}")),
        };
    }
    ParseError {
        at,
        message: "expected a number with a unit: 30m, 24h, 7d or 2w".to_owned(),
        suggestion: duration(&days).map(|_| format!("{sign}{days}")),
    }
}

fn comparison(field: Field, glyphs: &[Glyph]) -> Result<Option<Test>, ParseError> {
    let Some(first) = glyphs.first() else { return Ok(None) };
    let greater = match first.mark {
        Mark::Plain('>') => true,
        Mark::Plain('<') => false,
        Mark::Plain(_) | Mark::Quoted(_) | Mark::Quote | Mark::Slash | Mark::Regular(_) => return Ok(None),
    };
    let Some(order) = Order::of(field) else {
        return Err(error(
            first.at..first.end,
            format!(
                "{} has no order: comparisons work on times, weekdays, hours, numbers, error codes and risk levels; a text \
                 that begins like this must stand in quotes",
                field.key()
            ),
        ));
    };
    let inclusive = glyphs.get(1).is_some_and(|glyph| glyph.is('='));
    let rest = &glyphs[1 + usize::from(inclusive)..];
    let bound = Some(Bound { value: order.scalar(rest, range_of(glyphs, 0).end)?, inclusive });
    Ok(Some(if greater { Test::Range { from: bound, to: None } } else { Test::Range { from: None, to: bound } }))
}

fn range(field: Field, order: Order, glyphs: &[Glyph]) -> Result<Option<Test>, ParseError> {
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
    let lower = if from.is_empty() { None } else { Some(Bound { value: order.scalar(from, end)?, inclusive: true }) };
    let upper =
        if to.is_empty() && inclusive { None } else { Some(Bound { value: order.scalar(to, end)?, inclusive }) };
    if let (Some(from), Some(to)) = (lower, upper)
        && !is_circle(field)
        && is_reversed(order, from.value, to.value)
    {
        return Err(ParseError {
            at: range_of(glyphs, 0),
            message: "the range ends before it begins".to_owned(),
            suggestion: Some(format!("{}..{}", scalar_text(to.value), scalar_text(from.value))),
        });
    }
    Ok(Some(Test::Range { from: lower, to: upper }))
}

/// Whether a range from one of these to the other ends before it begins, whatever the clock of whoever asks.
fn is_reversed(order: Order, from: Scalar, to: Scalar) -> bool {
    match (from, to) {
        (Scalar::Moment(from), Scalar::Moment(to)) => from.is_behind(to),
        (Scalar::Ago(from), Scalar::Ago(to)) => from < to,
        (Scalar::Number(from), Scalar::Number(to)) => from.get() > to.get(),
        (Scalar::Level(from), Scalar::Level(to)) => {
            let Order::Levels(_, levels) = order else { return false };
            let place = |wanted: &str| levels.iter().position(|level| *level == wanted);
            place(from) > place(to)
        }
        // Where the newest sign-in lies is not known here.
        _ => false,
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
    Pattern::known(field, text).ok_or_else(|| unknown_value(field, text, at))
}

fn unknown_value(field: Field, text: &str, at: Range<usize>) -> ParseError {
    let spec = field.spec();
    let (expected, suggestion) = match spec.kind {
        Kind::Flag => ("yes or no", nearest(text, ["yes", "no", "true", "false"].into_iter()).map(str::to_owned)),
        Kind::Code => ("an error code such as 50126, or 500*", None),
        Kind::Number(_) => ("a number, or a range such as 10..20", None),
        Kind::Address => {
            if let Some(longest) = longest_prefix(text) {
                return error(at, format!("a network of this address has a prefix of at most {longest} bits"));
            }
            ("an address, a network such as 203.0.113.0/24, or a pattern such as 203.0.113.*", beginning(text))
        }
        Kind::Time
        | Kind::Text
        | Kind::Choice
        | Kind::Id
        | Kind::UniqueId
        | Kind::List
        | Kind::Steps
        | Kind::Policies => {
            let spellings = || spec.terms.iter().flat_map(|term| [term.value, term.title]);
            let short = spec.terms.iter().flat_map(|term| term.also).copied();
            return ParseError {
                at,
                message: format!(
                    "{} has no value \u{201c}{text}\u{201d} that is known; in quotes it is searched for all the same",
                    field.key()
                ),
                suggestion: nearest(text, spellings()).or_else(|| nearest(text, short)).map(value_literal),
            };
        }
    };
    let message = format!("{} expects {expected}; in quotes any text is searched for", field.key());
    ParseError { at, message, suggestion }
}

/// How long a prefix of the address before the slash can be, if that is what is wrong.
fn longest_prefix(text: &str) -> Option<u8> {
    let (address, _) = text.split_once('/')?;
    [128, 32].into_iter().find(|longest| Network::parse(&format!("{address}/{longest}")).is_some())
}

/// The pattern that the beginning of an address stands for: `203.0.` or `2001:db8:`.
fn beginning(text: &str) -> Option<String> {
    let is_of = |separator| text.ends_with(separator) && text.len() > 1;
    let is_plain = text.chars().all(|c| c.is_ascii_hexdigit() || matches!(c, '.' | ':'));
    (is_plain && (is_of('.') || is_of(':'))).then(|| format!("{text}*"))
}

#[cfg(test)]
mod tests {
    use crate::query::Query;

    #[test]
    fn a_wrong_expression_is_marked_where_it_is_wrong() {
        for (text, marked) in
            [("user:/a[b/", "["), ("status:failure app:/x\\/(y/ z", "("), ("/a{2,1}/", "{2,1}"), ("user:a,//", "//")]
        {
            let error = text.parse::<Query>().expect_err(text);
            assert_eq!(&text[error.at], marked, "{text}: {}", error.message);
        }
    }
}
