//! Words as other languages write them. Read literally they would be searched for, or lose a sign, and the answer
//! would look right: they are errors, with what was meant as the proposal.

use super::ParseError;
use super::lexer::{Glyph, Mark, is_quoted, range_of, text_of};
use crate::fields::{Field, fold};

/// What other languages write between a field and a value, longest first, and what stands there here.
const COMPARISONS: [(&str, &str); 7] =
    [("!=", ":"), ("==", ":"), (">=", ":>="), ("<=", ":<="), ("=", ":"), (">", ":>"), ("<", ":<")];

/// What is wrong with a word of `text` that does not mean what it seems to.
pub(super) fn slip(word: &[Glyph], text: &str) -> Option<ParseError> {
    negated(word, text)
        .or_else(|| joining(word))
        .or_else(|| compared(word, text))
        .or_else(|| signed_value(word, text))
        .or_else(|| named_day(word))
}

/// The keyword that a word is but for its case.
pub(super) fn lax_keyword(word: &str) -> Option<&'static str> {
    ["OR", "AND", "NOT"].into_iter().find(|keyword| keyword.eq_ignore_ascii_case(word))
}

/// An error about a keyword that is not in capitals.
pub(super) fn keyword_in_capitals(word: &[Glyph]) -> Option<ParseError> {
    let typed = text_of(word);
    let keyword = if is_quoted(word) { None } else { lax_keyword(&typed) }?;
    Some(ParseError {
        at: range_of(word, 0),
        message: format!("did you mean {keyword}? In quotes \"{typed}\" is searched for"),
        suggestion: Some(keyword.to_owned()),
    })
}

/// `!term`: here a minus sign excludes.
fn negated(word: &[Glyph], text: &str) -> Option<ParseError> {
    let rest = word.iter().position(|glyph| !glyph.is('!')).unwrap_or(word.len());
    if rest == 0 {
        return None;
    }
    let at = range_of(word, 0);
    let behind = range_of(&word[rest..], at.end);
    let meant = if behind.is_empty() { "NOT".to_owned() } else { format!("-{}", &text[behind]) };
    Some(ParseError {
        at,
        message: format!("a minus sign excludes: write {meant}; a text that begins with ! must stand in quotes"),
        suggestion: Some(meant),
    })
}

/// `&&`, `||` and keywords that are not in capitals.
fn joining(word: &[Glyph]) -> Option<ParseError> {
    let begins = |sign: char| word.iter().take(2).filter(|glyph| glyph.is(sign)).count() == 2;
    let (message, keyword) = if begins('&') {
        ("AND is meant by a blank; in quotes && is searched for", "AND")
    } else if begins('|') {
        ("write OR between terms; in quotes || is searched for", "OR")
    } else {
        return keyword_in_capitals(word);
    };
    let blank = if word.len() > 2 { " " } else { "" };
    Some(ParseError {
        at: range_of(&word[..2], 0),
        message: message.to_owned(),
        suggestion: Some(format!("{keyword}{blank}")),
    })
}

/// `field=value`: here a colon stands between them.
fn compared(word: &[Glyph], text: &str) -> Option<ParseError> {
    let sign = word.iter().position(|glyph| matches!(glyph.mark, Mark::Plain('=' | '!' | '<' | '>')))?;
    let name = field_name(&word[..sign])?;
    let behind = text_of(&word[sign..]);
    let (typed, meant) = COMPARISONS.into_iter().find(|(typed, _)| behind.starts_with(typed))?;
    let minus = if typed == "!=" { "-" } else { "" };
    let at = range_of(word, 0);
    let value = &text[range_of(&word[sign + typed.len()..], at.end)];
    let proposed = format!("{minus}{name}{meant}{value}");
    Some(ParseError {
        at,
        message: format!("a colon stands between a field and its value: write {proposed}; in quotes it is a text"),
        suggestion: (!value.is_empty()).then_some(proposed),
    })
}

/// `field:!value` and `field:~value`.
fn signed_value(word: &[Glyph], text: &str) -> Option<ParseError> {
    let colon = word.iter().position(|glyph| glyph.is(':'))?;
    let name = field_name(&word[..colon])?;
    let items: Vec<&[Glyph]> = word[colon + 1..].split(|glyph| glyph.is(',')).collect();
    let item = items.iter().find(|item| item.first().is_some_and(|first| first.is('!') || first.is('~')))?;
    let is_negated = item.first().is_some_and(|first| first.is('!'));
    let signs = item.iter().take_while(|glyph| glyph.is('!') || glyph.is('~') || glyph.is('=')).count();
    let value = &text[range_of(&item[signs..], range_of(item, 0).end)];
    let (message, proposed) = if is_negated {
        ("a minus sign before the field excludes", format!("-{name}:{value}"))
    } else {
        ("stars stand for any text around a value", format!("{name}:*{value}*"))
    };
    let is_alone = items.len() == 1;
    Some(ParseError {
        at: range_of(if is_alone { word } else { item }, 0),
        message: format!("{message}: write {proposed}; a text that begins with this sign must stand in quotes"),
        suggestion: (is_alone && !value.is_empty()).then_some(proposed),
    })
}

/// `time:today` and `time:yesterday`.
fn named_day(word: &[Glyph]) -> Option<ParseError> {
    let colon = word.iter().position(|glyph| glyph.is(':'))?;
    let name = field_name(&word[..colon])?;
    let value = fold(&text_of(&word[colon + 1..]));
    if Field::from_key(&name) != Some(Field::Time) || !matches!(value.as_str(), "today" | "yesterday") {
        return None;
    }
    Some(ParseError {
        at: range_of(word, 0),
        message: "days have no names here: write last:24h, or a date such as time:2026-10-05".to_owned(),
        suggestion: Some("last:24h".to_owned()),
    })
}

/// The key of a field that these glyphs are.
fn field_name(glyphs: &[Glyph]) -> Option<String> {
    let name = text_of(glyphs);
    let is_known =
        Field::from_key(&name).is_some() || ["has", "last"].iter().any(|key| key.eq_ignore_ascii_case(&name));
    (is_known && !is_quoted(glyphs)).then_some(name)
}

#[cfg(test)]
mod tests {
    use crate::query::Query;

    #[test]
    fn signs_of_other_languages_are_errors_that_propose_what_was_meant() {
        for (text, marked, proposed) in [
            ("a !status:failure", "!status:failure", Some("-status:failure")),
            ("!anna", "!anna", Some("-anna")),
            ("!\"anna berg\"", "!\"anna berg\"", Some("-\"anna berg\"")),
            ("!(a OR b)", "!", Some("-")),
            ("! a", "!", Some("NOT")),
            ("a && b", "&&", Some("AND")),
            ("a || b", "||", Some("OR")),
            ("a ||b", "||", Some("OR ")),
            ("a or b", "or", Some("OR")),
            ("not a", "not", Some("NOT")),
            ("not(a b)", "not", Some("NOT")),
            ("a and b", "and", Some("AND")),
            ("status:!failure", "status:!failure", Some("-status:failure")),
            ("status:!=failure", "status:!=failure", Some("-status:failure")),
            ("risk:!high", "risk:!high", Some("-risk:high")),
            ("status:success,!failure", "!failure", None),
            ("user:~anna", "user:~anna", Some("user:*anna*")),
            ("status=failure", "status=failure", Some("status:failure")),
            ("user=\"Anna Berg\"", "user=\"Anna Berg\"", Some("user:\"Anna Berg\"")),
            ("status!=failure", "status!=failure", Some("-status:failure")),
            ("risk>=medium", "risk>=medium", Some("risk:>=medium")),
            ("time:today", "time:today", Some("last:24h")),
            ("a time:Yesterday", "time:Yesterday", Some("last:24h")),
        ] {
            let error = text.parse::<Query>().expect_err(text);
            let found = (&text[error.at.clone()], error.suggestion.as_deref());
            assert_eq!(found, (marked, proposed), "{text}: {}", error.message);
            let corrected = error
                .suggestion
                .map(|suggestion| format!("{}{suggestion}{}", &text[..error.at.start], &text[error.at.end..]));
            if let Some(corrected) = corrected {
                corrected.parse::<Query>().unwrap_or_else(|error| panic!("{corrected}: {error}"));
            }
        }
    }

    #[test]
    fn in_quotes_the_same_signs_are_searched_for() {
        for text in ["\"or\"", "\"Not\"", "\"&&\"", "\"||\"", "\"!x\"", "user:\"!x\"", "user:\"~x\"", "\"user=a\""] {
            assert_eq!(text.parse::<Query>().map(|query| query.to_string()), Ok(text.to_owned()));
        }
        assert!("Smith & Co x=y".parse::<Query>().is_ok());
    }
}
