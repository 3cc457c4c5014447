//! The words, parentheses and signs of a filter's text.

use std::ops::Range;

use super::ParseError;
use super::print::quoted as in_quotes;
use super::slips::{keyword_in_capitals, slip};
use crate::fields::Field;

/// A part of the text that the parser takes as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub at: Range<usize>,
    pub kind: TokenKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    Open,
    Close,
    Minus,
    Not,
    And,
    Or,
    Word(Vec<Glyph>),
}

/// A character of a word, and whether it means only itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    /// The byte where it begins.
    pub at: usize,
    /// The byte behind it.
    pub end: usize,
    pub mark: Mark,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Outside quotes: `:`, `,`, `*`, `?`, `>`, `<` and `..` have their meaning.
    Plain(char),
    /// Within quotes.
    Quoted(char),
    /// An opening quote; it makes a text even of nothing.
    Quote,
    /// The slash that opens a regular expression.
    Slash,
    /// Within a regular expression.
    Regular(char),
}

impl Glyph {
    /// Whether it is this character with its meaning.
    pub fn is(&self, wanted: char) -> bool {
        self.mark == Mark::Plain(wanted)
    }

    /// Its character, whatever it means.
    pub fn char(&self) -> Option<char> {
        match self.mark {
            Mark::Plain(c) | Mark::Quoted(c) | Mark::Regular(c) => Some(c),
            Mark::Quote | Mark::Slash => None,
        }
    }
}

/// The characters of these glyphs.
pub(super) fn text_of(glyphs: &[Glyph]) -> String {
    glyphs.iter().filter_map(Glyph::char).collect()
}

/// Whether quotes or slashes take characters of these glyphs their meaning.
pub(super) fn is_quoted(glyphs: &[Glyph]) -> bool {
    glyphs.iter().any(|glyph| !matches!(glyph.mark, Mark::Plain(_)))
}

/// The bytes of these glyphs; of nothing, the place `at`.
pub(super) fn range_of(glyphs: &[Glyph], at: usize) -> Range<usize> {
    match (glyphs.first(), glyphs.last()) {
        (Some(first), Some(last)) => first.at..last.end,
        _ => at..at,
    }
}

/// The keyword that a word is.
pub(super) fn keyword(word: &str) -> Option<TokenKind> {
    Some(match word {
        "AND" => TokenKind::And,
        "OR" => TokenKind::Or,
        "NOT" => TokenKind::Not,
        _ => return None,
    })
}

/// Splits a text into tokens.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, ParseError> {
    let mut tokens = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.peek().copied() {
        let sign = match c {
            c if c.is_whitespace() => {
                rest.next();
                continue;
            }
            '(' => TokenKind::Open,
            ')' => TokenKind::Close,
            '-' => TokenKind::Minus,
            _ => {
                tokens.push(word(&mut rest, text)?);
                continue;
            }
        };
        rest.next();
        let term_follows = rest.peek().is_some_and(|(_, next)| !next.is_whitespace());
        if sign == TokenKind::Minus && !term_follows {
            return Err(ParseError {
                at: at..at + 1,
                message: "expected a term right behind the minus sign, which excludes what it stands before".to_owned(),
                suggestion: None,
            });
        }
        tokens.push(Token { at: at..at + 1, kind: sign });
    }
    Ok(tokens)
}

type Chars<'t> = std::iter::Peekable<std::str::CharIndices<'t>>;

fn word(rest: &mut Chars<'_>, text: &str) -> Result<Token, ParseError> {
    let mut glyphs: Vec<Glyph> = Vec::new();
    while let Some((at, c)) = rest.peek().copied() {
        if c.is_whitespace() || c == ')' {
            break;
        }
        let end = at + c.len_utf8();
        if c == '/' && begins_regular(&glyphs) {
            rest.next();
            glyphs.push(Glyph { at, end, mark: Mark::Slash });
            regular(rest, at, text, &mut glyphs)?;
            continue;
        }
        if c == '(' {
            if !is_quoted(&glyphs) && keyword(&text_of(&glyphs)).is_some() {
                break;
            }
            if let Some(error) = keyword_in_capitals(&glyphs) {
                return Err(error);
            }
            if glyphs.iter().all(|glyph| glyph.is('!')) {
                return Err(ParseError {
                    at: range_of(&glyphs, at),
                    message: "a minus sign excludes: write it before the group".to_owned(),
                    suggestion: Some("-".to_owned()),
                });
            }
            return Err(ParseError {
                at: at..end,
                message: "a parenthesis within a value must stand in quotes, and before a group there must be a blank"
                    .to_owned(),
                suggestion: None,
            });
        }
        rest.next();
        if c == '"' {
            glyphs.push(Glyph { at, end, mark: Mark::Quote });
            quoted(rest, at, text, &mut glyphs)?;
            ends_behind_quote(rest, at, text)?;
        } else {
            glyphs.push(Glyph { at, end, mark: Mark::Plain(c) });
        }
    }
    if let Some(error) = slip(&glyphs, text)
        && keyword(&text_of(&glyphs)).is_none()
    {
        return Err(error);
    }
    let at = range_of(&glyphs, text.len());
    let known = if is_quoted(&glyphs) { None } else { keyword(&text_of(&glyphs)) };
    Ok(Token { at, kind: known.unwrap_or(TokenKind::Word(glyphs)) })
}

/// Whether a slash behind these glyphs opens a regular expression: at the beginning of a word, or of a value
/// of a field.
fn begins_regular(glyphs: &[Glyph]) -> bool {
    if glyphs.is_empty() {
        return true;
    }
    let Some(colon) = glyphs.iter().position(|glyph| glyph.is(':')) else { return false };
    let (name, value) = (&glyphs[..colon], &glyphs[colon + 1..]);
    value.last().is_none_or(|last| last.is(',')) && !is_quoted(name) && Field::from_key(&text_of(name)).is_some()
}

/// Reads up to the closing slash. Its place goes to the last glyph, so that ranges cover it.
fn regular(rest: &mut Chars<'_>, open: usize, text: &str, glyphs: &mut Vec<Glyph>) -> Result<(), ParseError> {
    let in_quotes = || {
        let word = text[open..].split(|c: char| c.is_whitespace() || c == ')').next().unwrap_or_default();
        Some(in_quotes(word))
    };
    let mut closed = false;
    while let Some((at, c)) = rest.next() {
        match c {
            '/' => {
                if let Some(last) = glyphs.last_mut() {
                    last.end = at + 1;
                }
                closed = true;
                break;
            }
            '\\' => {
                let escaped = rest.next();
                if let Some((next, '/')) = escaped {
                    glyphs.push(Glyph { at, end: next + 1, mark: Mark::Regular('/') });
                    continue;
                }
                glyphs.push(Glyph { at, end: at + 1, mark: Mark::Regular(c) });
                if let Some((at, c)) = escaped {
                    glyphs.push(Glyph { at, end: at + c.len_utf8(), mark: Mark::Regular(c) });
                }
            }
            _ => glyphs.push(Glyph { at, end: at + c.len_utf8(), mark: Mark::Regular(c) }),
        }
    }
    if !closed {
        return Err(ParseError {
            at: open..text.len(),
            message: "expected a slash that closes the regular expression; a text that begins with a slash must \
                      stand in quotes"
                .to_owned(),
            suggestion: in_quotes(),
        });
    }
    let Some(behind) = rest.peek().map(|(at, _)| *at) else { return Ok(()) };
    let flags = text[behind..].split(|c: char| c.is_whitespace() || matches!(c, ')' | ',')).next().unwrap_or_default();
    if flags.contains('i') && flags.chars().all(|c| "gimsuxy".contains(c)) {
        return Err(ParseError {
            at: open..behind + flags.len(),
            message: "case never counts, so nothing stands behind the closing slash; a text that begins with a slash \
                      must stand in quotes"
                .to_owned(),
            suggestion: Some(text[open..behind].to_owned()),
        });
    }
    match rest.peek() {
        Some((at, c)) if !c.is_whitespace() && !matches!(c, ')' | ',') => Err(ParseError {
            at: open..at + c.len_utf8(),
            message: "expected a blank or a comma behind a regular expression; a text that begins with a slash must \
                      stand in quotes"
                .to_owned(),
            suggestion: in_quotes(),
        }),
        _ => Ok(()),
    }
}

/// Refuses a text directly behind a closing quote; wildcards, commas and the dots of a range may stand there.
fn ends_behind_quote(rest: &mut Chars<'_>, open: usize, text: &str) -> Result<(), ParseError> {
    let Some((at, c)) = rest.peek().copied() else { return Ok(()) };
    if c.is_whitespace() || matches!(c, ')' | '(' | ',' | '*' | '?') || text[at..].starts_with("..") {
        return Ok(());
    }
    Err(ParseError {
        at: open..at + c.len_utf8(),
        message: "a blank is missing behind the quote; a quote within a text is written \\\" there".to_owned(),
        suggestion: Some(format!("{} {c}", &text[open..at])),
    })
}

/// Reads up to the closing quote. Its place goes to the last glyph, so that ranges cover it.
fn quoted(rest: &mut Chars<'_>, open: usize, text: &str, glyphs: &mut Vec<Glyph>) -> Result<(), ParseError> {
    while let Some((at, c)) = rest.next() {
        match c {
            '"' => {
                if let Some(last) = glyphs.last_mut() {
                    last.end = at + 1;
                }
                return Ok(());
            }
            '\\' => match rest.next() {
                Some((next, c @ ('"' | '\\'))) => {
                    glyphs.push(Glyph { at, end: next + 1, mark: Mark::Quoted(c) });
                }
                Some((next, other)) => {
                    return Err(ParseError {
                        at: at..next + other.len_utf8(),
                        message: "within quotes a backslash stands before a quote or another backslash".to_owned(),
                        suggestion: Some(format!("\\\\{other}")),
                    });
                }
                None => break,
            },
            _ => glyphs.push(Glyph { at, end: at + c.len_utf8(), mark: Mark::Quoted(c) }),
        }
    }
    Err(ParseError {
        at: open..text.len(),
        message: "expected a closing quote".to_owned(),
        suggestion: Some(format!("{}\"", &text[open..])),
    })
}
