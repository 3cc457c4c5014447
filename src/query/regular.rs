//! Regular expressions, as filters write them between slashes.

use std::cell::RefCell;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Range;

use regex::{Regex, RegexBuilder};

/// How large a compiled expression may be, in bytes: far beyond what a person writes by hand.
const MOST_BYTES: usize = 2 << 20;

/// How deep its groups may nest.
const MOST_NESTING: u32 = 50;

/// So many expressions that were read last stay compiled, for a filter is read anew whenever a letter is typed.
const KEPT: usize = 8;

thread_local! {
    /// The expressions that this thread read last, the newest first.
    static LATEST: RefCell<Vec<Regular>> = const { RefCell::new(Vec::new()) };
}

/// A regular expression in the syntax of the `regex` crate: linear in time, without look-around and
/// back-references. Case does not count, and a part of the value is enough unless `^` and `$` say otherwise.
#[derive(Clone)]
pub struct Regular {
    text: String,
    regex: Regex,
}

/// Why a text is no regular expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    /// The bytes of the text that are wrong.
    pub at: Range<usize>,
    pub message: String,
}

impl Regular {
    /// The expression of a text; a slash in it need not be escaped, though it may be.
    pub(super) fn parse(text: &str) -> Result<Self, Wrong> {
        let text = without_escaped_slashes(text);
        LATEST.with_borrow_mut(|latest| {
            let known = latest.iter().position(|known| known.text == text);
            let regular = known.map_or_else(|| Self::compile(text), |place| Ok(latest.remove(place)))?;
            latest.insert(0, regular.clone());
            latest.truncate(KEPT);
            Ok(regular)
        })
    }

    fn compile(text: String) -> Result<Self, Wrong> {
        let everything = 0..text.len();
        if text.is_empty() {
            return Err(Wrong { at: everything, message: "expected an expression between the slashes".to_owned() });
        }
        let syntax = regex_syntax::ParserBuilder::new().nest_limit(MOST_NESTING).build().parse(&text);
        if let Err(error) = syntax {
            let (at, what) = match &error {
                regex_syntax::Error::Parse(error) => {
                    (error.span().start.offset..error.span().end.offset, error.kind().to_string())
                }
                regex_syntax::Error::Translate(error) => {
                    (error.span().start.offset..error.span().end.offset, error.kind().to_string())
                }
                // The crate may come to know further ones.
                _ => (everything, "it cannot be read".to_owned()),
            };
            return Err(Wrong { at, message: format!("this is no regular expression: {what}") });
        }
        let regex = RegexBuilder::new(&text)
            .case_insensitive(true)
            .nest_limit(MOST_NESTING)
            .size_limit(MOST_BYTES)
            .dfa_size_limit(MOST_BYTES)
            .build()
            .map_err(|_| Wrong { at: everything, message: "this regular expression is too large".to_owned() })?;
        Ok(Self { text, regex })
    }

    /// Whether a text fits.
    pub(super) fn fits(&self, text: &str) -> bool {
        self.regex.is_match(text)
    }

    /// The expression without its slashes.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

fn without_escaped_slashes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match (c, if c == '\\' { rest.next() } else { None }) {
            ('\\', Some('/')) => plain.push('/'),
            (c, next) => {
                plain.push(c);
                plain.extend(next);
            }
        }
    }
    plain
}

impl fmt::Display for Regular {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // No slash is escaped within, see `parse`.
        write!(f, "/{}/", self.text.replace('/', "\\/"))
    }
}

impl fmt::Debug for Regular {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Regular({:?})", self.text)
    }
}

impl PartialEq for Regular {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Regular {}

impl Hash for Regular {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_come_back_with_their_slashes() {
        for (text, shown) in [("^svc-", "/^svc-/"), ("a/b", "/a\\/b/"), ("a\\/b", "/a\\/b/"), ("a\\\\/", "/a\\\\\\//")]
        {
            let regular = Regular::parse(text).expect("an expression");
            assert_eq!(regular.to_string(), shown);
        }
        assert!(Regular::parse("POWER.*bi").expect("an expression").fits("Microsoft Power BI"));
    }

    #[test]
    fn an_expression_read_again_is_not_compiled_again() {
        let kept = || LATEST.with_borrow(|latest| latest.iter().map(|known| known.text.clone()).collect::<Vec<_>>());
        for text in ["a+", "b+", "a+"] {
            assert_eq!(Regular::parse(text).expect("an expression").as_str(), text);
        }
        assert_eq!(kept(), ["a+", "b+"]);
        for number in 0..100 {
            assert!(Regular::parse(&format!("x{number}")).is_ok());
        }
        assert_eq!(kept().len(), KEPT);
    }

    #[test]
    fn what_is_wrong_is_marked_and_what_is_huge_is_refused() {
        assert_eq!(Regular::parse("a[b").expect_err("an open class").at, 1..2);
        assert_eq!(Regular::parse("a(?=b)").expect_err("look-around").at, 1..4);
        assert_eq!(Regular::parse("").expect_err("nothing").at, 0..0);
        assert!(Regular::parse("(\\w{1000}){1000}").expect_err("huge").message.contains("too large"));
        assert!(Regular::parse(&"(".repeat(10_000)).is_err());
    }
}
