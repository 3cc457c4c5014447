//! From a text to a filter. What a term may say behind its colon is in [`super::values`].

use std::net::Ipv6Addr;
use std::ops::Range;

use super::expr::{Expr, MAX_NESTING, Subject, Term, Test};
use super::lexer::{Glyph, Mark, Token, TokenKind, is_quoted, range_of, text_of, tokens};
use super::moment::duration;
use super::nearest::nearest;
use super::pattern::{Network, Pattern};
use super::values::{self, Item};
use super::{ParseError, Query};
use crate::fields::Field;

/// Parses a filter.
pub(super) fn parse(text: &str) -> Result<Query, ParseError> {
    let mut parser = Parser { tokens: tokens(text)?.into_iter().peekable(), end: text.len(), nesting: 0 };
    if parser.tokens.peek().is_none() {
        return Ok(Query::default());
    }
    let expr = parser.any_of()?;
    if let Some(token) = parser.tokens.next() {
        return Err(error(token.at, "no parenthesis is open that this one could close"));
    }
    let query = Query::from_expr(expr);
    if query.members().iter().any(|part| part.nesting() > MAX_NESTING) {
        return Err(too_deep(0..text.len()));
    }
    Ok(query)
}

pub(super) fn error(at: Range<usize>, message: impl Into<String>) -> ParseError {
    ParseError { at, message: message.into(), suggestion: None }
}

fn too_deep(at: Range<usize>) -> ParseError {
    error(at, format!("parentheses and negations nest deeper than {MAX_NESTING} levels"))
}

struct Parser {
    tokens: std::iter::Peekable<std::vec::IntoIter<Token>>,
    /// Length of the text: where something is missing at its end.
    end: usize,
    nesting: usize,
}

impl Parser {
    fn any_of(&mut self) -> Result<Expr, ParseError> {
        let first = self.all_of()?;
        if self.tokens.peek().is_none_or(|token| token.kind != TokenKind::Or) {
            return Ok(first);
        }
        let mut members = vec![first];
        while self.tokens.next_if(|token| token.kind == TokenKind::Or).is_some() {
            members.push(self.all_of()?);
        }
        Ok(Expr::Or(members))
    }

    fn all_of(&mut self) -> Result<Expr, ParseError> {
        let mut members = vec![self.one()?];
        loop {
            let and = self.tokens.next_if(|token| token.kind == TokenKind::And).is_some();
            let ends = self.tokens.peek().is_none_or(|token| matches!(token.kind, TokenKind::Or | TokenKind::Close));
            if ends && !and {
                return Ok(Expr::And(members));
            }
            members.push(self.one()?);
        }
    }

    fn one(&mut self) -> Result<Expr, ParseError> {
        let Some(token) = self.tokens.next() else {
            return Err(error(self.end..self.end, "expected a term such as status:failure"));
        };
        match token.kind {
            TokenKind::Word(glyphs) => term(&glyphs),
            TokenKind::Minus | TokenKind::Not => {
                self.nest(&token.at)?;
                let inner = self.one()?;
                self.nesting -= 1;
                Ok(inner.negated())
            }
            TokenKind::Open => {
                self.nest(&token.at)?;
                let inner = self.any_of()?;
                if self.tokens.next().is_none() {
                    return Err(error(token.at, "expected a closing parenthesis for this one"));
                }
                self.nesting -= 1;
                Ok(inner)
            }
            TokenKind::Close | TokenKind::And | TokenKind::Or => {
                Err(error(token.at, "expected a term such as status:failure before this"))
            }
        }
    }

    fn nest(&mut self, at: &Range<usize>) -> Result<(), ParseError> {
        self.nesting += 1;
        if self.nesting > MAX_NESTING { Err(too_deep(at.clone())) } else { Ok(()) }
    }
}

fn term(glyphs: &[Glyph]) -> Result<Expr, ParseError> {
    let Some(colon) = colon(glyphs) else {
        return bare_word(glyphs);
    };
    let (name, value) = (&glyphs[..colon], &glyphs[colon + 1..]);
    let (name_at, value_start) = (range_of(name, 0), glyphs[colon].end);
    let name = text_of(name);
    match name.to_ascii_lowercase().as_str() {
        "has" => {
            let key = text_of(value);
            let at = range_of(value, value_start);
            Ok(Expr::field(field(&key, at, "has: expects the key of a field, such as has:device")?, Test::Has))
        }
        "last" => {
            let (at, text) = (range_of(value, value_start), text_of(value));
            let millis = duration(&text).ok_or_else(|| values::wrong_duration(&text, at, ""))?;
            Ok(Expr::field(Field::Time, Test::Last(millis)))
        }
        _ => {
            let field = field(&name, name_at, "text with a colon must stand in quotes to be searched for")?;
            list(field, value, value_start)
        }
    }
}

/// The place of the colon that ends a field's name, if the word begins with one. IPv6 addresses have
/// colons too.
fn colon(glyphs: &[Glyph]) -> Option<usize> {
    let colon = glyphs.iter().position(|glyph| glyph.is(':'))?;
    let named = glyphs[..colon].iter().enumerate().all(|(place, glyph)| match glyph.mark {
        Mark::Plain(c) => c.is_alphabetic() || (place > 0 && (c.is_ascii_digit() || c == '_' || c == '-')),
        Mark::Quoted(_) | Mark::Quote | Mark::Slash | Mark::Regular(_) => false,
    });
    if colon == 0 || !named {
        return None;
    }
    let whole = text_of(glyphs);
    let address = whole.split('/').next().is_some_and(|address| address.parse::<Ipv6Addr>().is_ok());
    (!address).then_some(colon)
}

fn field(name: &str, at: Range<usize>, expected: &str) -> Result<Field, ParseError> {
    Field::from_key(name).ok_or_else(|| {
        let keys = Field::ALL.iter().flat_map(|field| std::iter::once(&field.spec().key).chain(field.spec().aliases));
        ParseError {
            at,
            message: format!("no field is called \u{201c}{name}\u{201d}; {expected}"),
            suggestion: nearest(name, keys.copied().chain(["has", "last"])).map(str::to_owned),
        }
    })
}

fn bare_word(glyphs: &[Glyph]) -> Result<Expr, ParseError> {
    if let Some(pattern) = values::regular(glyphs)? {
        return Ok(Expr::Term(Term { subject: Subject::Anything, test: Test::Any(vec![pattern]) }));
    }
    let text = text_of(glyphs);
    if text.is_empty() {
        return Err(error(range_of(glyphs, 0), "expected a text between the quotes"));
    }
    if !is_quoted(glyphs)
        && let Some(network) = Network::parse(&text)
    {
        return Ok(Expr::field(Field::Ip, Test::Any(vec![Pattern::Network(network)])));
    }
    let pattern = Pattern::of_pieces(values::pieces(glyphs), |text| Pattern::Exact(text.to_owned()));
    Ok(Expr::Term(Term { subject: Subject::Anything, test: Test::Any(vec![pattern]) }))
}

fn list(field: Field, glyphs: &[Glyph], start: usize) -> Result<Expr, ParseError> {
    let mut patterns = Vec::new();
    let mut members = Vec::new();
    let mut at = start;
    for item in glyphs.split(|glyph| glyph.is(',')) {
        if item.is_empty() {
            let message = if at == start {
                format!("expected a value of {}", field.key())
            } else {
                "a value is missing behind the comma".to_owned()
            };
            return Err(error(at..at, message));
        }
        match values::item(field, item)? {
            Item::Pattern(pattern) => patterns.push(pattern),
            Item::Test(test) => members.push(Expr::field(field, test)),
        }
        // Behind the comma.
        at = range_of(item, at).end + 1;
    }
    if !patterns.is_empty() {
        members.insert(0, Expr::field(field, Test::Any(patterns)));
    }
    Ok(Expr::Or(members))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The canonical text of a filter.
    fn canonical(text: &str) -> String {
        match text.parse::<Query>() {
            Ok(query) => query.to_string(),
            Err(error) => panic!("{text}: {error}"),
        }
    }

    /// What is wrong, the text it is said of, and what is proposed instead.
    fn wrong(text: &str) -> (String, String, Option<String>) {
        match text.parse::<Query>() {
            Ok(query) => panic!("{text} is a filter: {query}"),
            Err(error) => (error.message, text[error.at].to_owned(), error.suggestion),
        }
    }

    #[test]
    fn every_example_of_the_design_is_a_filter() {
        for text in [
            "status:failure app:\"Office 365 Exchange Online\" -country:US",
            "user:anna*",
            "ip:203.0.113.0/24",
            "time:2026-10-01..2026-10-31",
            "last:7d",
            "risk:>=medium",
            "(status:failure OR status:interrupted) country:RU",
            "free text",
        ] {
            assert_eq!(canonical(text), text);
        }
        assert_eq!(canonical("error:50126,50053"), "error_code:50126,50053");
        assert_eq!(canonical("has:device"), "has:device_id");
        assert_eq!(canonical("mfa:no client:legacy"), "auth_requirement:singleFactorAuthentication client_app:legacy");
    }

    #[test]
    fn values_are_printed_in_their_stored_form() {
        for (typed, text) in [
            ("Status:Failure", "status:failure"),
            ("ca:\"Not applied\"", "ca_status:notApplied"),
            ("managed:true,NO", "managed:yes,no"),
            ("error:AADSTS050126", "error_code:50126"),
            ("ip:203.0.113.9/24", "ip:203.0.113.0/24"),
            ("203.0.113.9/24", "ip:203.0.113.0/24"),
            ("ip:2001:DB8::0:1", "ip:2001:db8::1"),
            ("latency:>=120ms", "latency:>=120"),
            ("last:2w", "last:14d"),
            ("last:90m", "last:90m"),
            ("app:\"a*\"", "app:\"a*\""),
            ("app:\"Office 365\"*", "app:\"Office 365\"*"),
            ("app:/a\\/b, \"c\"/,x", "app:/a\\/b, \"c\"/,x"),
            ("resource:\"/a/b\"", "resource:\"/a/b\""),
            ("resource:a/b", "resource:a/b"),
            ("method:fido2", "auth_method:\"FIDO2 security key\""),
            ("policy-mode:Report-Only", "policy_mode:report-only"),
            ("auth-succeeded:NO", "auth_succeeded:no"),
            ("is-agent:1", "agent:yes"),
            ("app:\"Teams\"", "app:Teams"),
            ("app:**a", "app:*a"),
            ("user:\"\\\"x\\\\\"", "user:\"\\\"x\\\\\""),
            ("protocol:\"new thing\"", "auth_protocol:\"new thing\""),
            ("client:\"legacy\"", "client_app:\"legacy\""),
            ("device:\"\"", "device_id:\"\""),
            ("policy:\"A, B\",C", "policy:\"A, B\",C"),
        ] {
            assert_eq!(canonical(typed), text);
        }
    }

    #[test]
    fn terms_combine_as_people_expect() {
        for (typed, text) in [
            ("", ""),
            ("  a   AND b ", "a b"),
            ("a OR b c", "a OR (b c)"),
            ("(a OR b) OR c", "a OR b OR c"),
            ("((a b)) c", "a b c"),
            ("(policy:A b) c", "policy:A b c"),
            ("(policy:A policy-result:failure) c", "(policy:A policy_result:failure) c"),
            ("(policy:A policy-result:failure)", "(policy:A policy_result:failure)"),
            ("((policy:A policy-result:failure))", "(policy:A policy_result:failure)"),
            ("-/x y/ /z/", "-/x y/ /z/"),
            ("NOT (a OR b)", "-(a OR b)"),
            ("NOT(a b)", "-(a b)"),
            ("--a", "a"),
            ("a a b", "a b"),
            ("\"OR\" \"or\"", "\"OR\" \"or\""),
            ("2001:db8::1", "\"2001:db8::1\""),
            ("12:30", "\"12:30\""),
            ("error:50126,50000..50100", "error_code:50126 OR error_code:50000..50100"),
            ("time:2026-10-05,2026-10-07", "time:2026-10-05 OR time:2026-10-07"),
        ] {
            assert_eq!(canonical(typed), text);
        }
    }

    #[test]
    fn ranges_have_one_spelling_each() {
        for (typed, text) in [
            ("time:2026-10-05", "time:2026-10-05"),
            ("time:2026-10..", "time:>=2026-10"),
            ("time:-1w..", "time:>=-7d"),
            ("time:-7d..<-24h", "time:-7d..<-1d"),
            ("time:..2026-10-05", "time:<=2026-10-05"),
            ("time:>\"2026-10-05 08:00\"", "time:>2026-10-05T08:00"),
            ("time:2026-10-05T08:00+02:00..<2026-10-06", "time:2026-10-05T06:00Z..<2026-10-06"),
            ("latitude:-10.5..-1", "latitude:-10.5..-1"),
            ("risk:LOW..High", "risk:low..high"),
            ("error:<=50126", "error_code:<=50126"),
        ] {
            assert_eq!(canonical(typed), text);
        }
    }

    #[test]
    fn a_mistyped_field_or_value_is_marked_and_the_nearest_proposed() {
        let (message, at, suggestion) = wrong("status:failure staus:success");
        assert_eq!((at.as_str(), suggestion.as_deref()), ("staus", Some("status")));
        assert!(message.starts_with("no field is called \u{201c}staus\u{201d}"), "{message}");
        for (text, at, suggestion) in [
            ("status:failuer", "failuer", Some("failure")),
            ("status:success,intrupted", "intrupted", Some("interrupted")),
            ("ca:\"Not applied\",notaplied", "notaplied", Some("notApplied")),
            ("has:devise", "devise", Some("device")),
            ("risk:>=mdium", "mdium", Some("medium")),
            ("http://example", "http", None),
            ("protocol:brandnew", "brandnew", None),
            ("statuss:failure", "statuss", Some("status")),
            ("contry:US", "contry", Some("country")),
            ("risk:hihg", "hihg", Some("high")),
            ("managed:yse", "yse", Some("yes")),
            ("policy-result:failed", "failed", Some("failure")),
            ("policy-mode:reportonli", "reportonli", Some("report-only")),
            ("auth-succeeded:ye", "ye", Some("Yes")),
            ("last:7x", "7x", Some("7d")),
            ("last:7", "7", Some("7d")),
            ("time:-7x..", "-7x", Some("-7d")),
            ("time:-7d", "-7d", Some("-7d..")),
            ("ip:203.0.", "203.0.", Some("203.0.*")),
            ("ip:10.0.0.0/33", "10.0.0.0/33", None),
            ("resource:/subscriptions/x country:US", "/subscriptions/x", Some("\"/subscriptions/x\"")),
            ("app:/power", "/power", Some("\"/power\"")),
        ] {
            let (_, marked, proposed) = wrong(text);
            assert_eq!((marked.as_str(), proposed.as_deref()), (at, suggestion), "{text}");
        }
    }

    #[test]
    fn wrong_input_says_what_was_expected() {
        for (text, at, message) in [
            ("user:", "", "expected a value of user"),
            ("user:a,", "", "a value is missing behind the comma"),
            ("user:a, b", "", "a value is missing behind the comma"),
            (
                "error:abc",
                "abc",
                "error_code expects an error code such as 50126, or 500*; in quotes any text is searched for",
            ),
            (
                "ip:1.2.3",
                "1.2.3",
                "ip expects an address, a network such as 203.0.113.0/24, or a pattern such as 203.0.113.*; in quotes any text is searched for",
            ),
            ("time:soon", "soon", "expected a date or time such as 2026-10, 2026-10-05 or 2026-10-05T08:30"),
            (
                "time:2026-10-01..later",
                "later",
                "expected a date or time such as 2026-10, 2026-10-05 or 2026-10-05T08:30",
            ),
            ("ip:10.0.0.0/33", "10.0.0.0/33", "a network of this address has a prefix of at most 32 bits"),
            ("user:a,,b", "", "a value is missing behind the comma"),
            ("user://", "//", "expected an expression between the slashes"),
            (
                "user:/a/b",
                "/a/b",
                "expected a blank or a comma behind a regular expression; a text that begins with a slash must stand in quotes",
            ),
            ("latency:..", "..", "expected a bound before or behind the dots"),
            ("last:7", "7", "expected a number with a unit: 30m, 24h, 7d or 2w"),
            ("last:99999999999999999999d", "99999999999999999999d", "too long: at most 100000d"),
            ("last:999999999d", "999999999d", "too long: at most 100000d"),
            ("time:2026-10-31..2026-10-01", "2026-10-31..2026-10-01", "the range ends before it begins"),
            ("time:-1d..-7d", "-1d..-7d", "the range ends before it begins"),
            ("latency:20..<10", "20..<10", "the range ends before it begins"),
            ("error:50100..50000", "50100..50000", "the range ends before it begins"),
            ("risk:high..low", "high..low", "the range ends before it begins"),
            (
                "user:\"A B\"x",
                "\"A B\"x",
                "a blank is missing behind the quote; a quote within a text is written \\\" there",
            ),
            (
                "user:/a/i",
                "/a/i",
                "case never counts, so nothing stands behind the closing slash; a text that begins with a slash must stand in quotes",
            ),
            ("(a OR b", "(", "expected a closing parenthesis for this one"),
            ("a)", ")", "no parenthesis is open that this one could close"),
            ("a OR", "", "expected a term such as status:failure"),
            ("OR a", "OR", "expected a term such as status:failure before this"),
            ("()", ")", "expected a term such as status:failure before this"),
            ("a AND", "", "expected a term such as status:failure"),
            ("user:\"anna", "\"anna", "expected a closing quote"),
            ("\"\"", "\"\"", "expected a text between the quotes"),
            ("a - b", "-", "expected a term right behind the minus sign, which excludes what it stands before"),
            (
                "app:x(y)",
                "(",
                "a parenthesis within a value must stand in quotes, and before a group there must be a blank",
            ),
            ("user:\"a\\n\"", "\\n", "within quotes a backslash stands before a quote or another backslash"),
        ] {
            let (found, marked, _) = wrong(text);
            assert_eq!((marked.as_str(), found.as_str()), (at, message), "{text}");
        }
        assert!(wrong("user:>a").0.starts_with("user has no order"));
    }

    #[test]
    fn deep_nesting_is_an_error_and_no_crash() {
        for text in ["(".repeat(100_000), "-".repeat(100_000) + "a", "a OR b (".repeat(150) + "a" + &")".repeat(150)] {
            assert!(wrong(&text).0.contains("nest deeper than 200 levels"));
        }
        let deep = "(a OR b ".repeat(90) + &")".repeat(90);
        assert_eq!(canonical(&canonical(&deep)), canonical(&deep));
    }
}
