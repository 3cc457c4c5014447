//! Patterns made ready to be compared with many texts.

use std::collections::HashSet;
use std::net::IpAddr;

use foldhash::fast::FixedState;
use memchr::memmem::Finder;

use super::expr::{Bound, Scalar, levels};
use super::pattern::{Network, Pattern, Piece};
use super::regular::Regular;
use crate::fields::{Field, Kind, lower};
use crate::reference::is_legacy_client;

/// Lists whose lines are a name and a value: either side of the colon is found too.
const PAIRS: [Field; 3] = [Field::AuthPolicies, Field::SessionPolicies, Field::ProcessingDetails];

/// Several patterns of a field, or its range: one of them is enough. Whole values are looked up, so that a list of
/// thousands costs no more than one.
#[derive(Default)]
pub(super) struct Matchers {
    /// Lower-case texts.
    equal: HashSet<String, FixedState>,
    /// Numbers, by their bits.
    numbers: HashSet<u64, FixedState>,
    addresses: HashSet<IpAddr, FixedState>,
    others: Vec<Matcher>,
}

/// A pattern or a range that is no whole value, ready to be compared.
enum Matcher {
    /// The lower-case text contains this.
    Contains(Box<Finder<'static>>),
    /// The lower-case text fits these.
    Wild(Vec<Glob>),
    Network(Network),
    Legacy,
    Modern,
    Regular(Regular),
    Numbers(NumberRange),
    /// One of these levels.
    Levels(Vec<&'static str>),
}

/// A range of numbers; a bound says whether it belongs to the range itself.
#[derive(Clone, Copy)]
pub(super) struct NumberRange {
    from: Option<(f64, bool)>,
    to: Option<(f64, bool)>,
}

impl NumberRange {
    /// Whether a number lies in it.
    pub fn has(&self, number: f64) -> bool {
        self.from.is_none_or(|(from, inclusive)| number > from || (inclusive && number >= from))
            && self.to.is_none_or(|(to, inclusive)| number < to || (inclusive && number <= to))
    }
}

/// A character of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Glob {
    Char(char),
    One,
    Run,
}

impl Matchers {
    /// Patterns of a field. The empty text, which stands for nothing, fits no value.
    pub fn of(field: Field, patterns: &[Pattern]) -> Self {
        let mut all = Self::default();
        for pattern in patterns {
            let Pattern::Exact(text) = pattern else {
                all.others.extend(Matcher::of(pattern));
                continue;
            };
            let number: Option<f64> = if field.kind().is_numeric() { text.parse().ok() } else { None };
            let address = if field.kind() == Kind::Address { address(text) } else { None };
            match (number, address) {
                _ if text.is_empty() => {}
                // Nobody knows a note by heart.
                _ if field == Field::Note => all.others.push(Matcher::contains(text)),
                (Some(number), _) => {
                    all.numbers.insert(number.to_bits());
                }
                (None, Some(address)) => {
                    all.addresses.insert(address);
                }
                (None, None) => {
                    all.equal.insert(lower(text));
                }
            }
        }
        all
    }

    /// Bare words: contained, unless they have wildcards.
    pub fn of_words(patterns: &[Pattern]) -> Self {
        let matcher = |pattern: &Pattern| match pattern {
            Pattern::Exact(text) => Some(Matcher::contains(text)),
            pattern => Matcher::of(pattern),
        };
        Self { others: patterns.iter().filter_map(matcher).collect(), ..Self::default() }
    }

    /// A range of numbers or levels of a field.
    pub fn of_range(field: Field, from: Option<&Bound>, to: Option<&Bound>) -> Self {
        Self { others: vec![Matcher::of_range(field, from, to)], ..Self::default() }
    }

    /// Whether nothing can fit.
    pub fn is_empty(&self) -> bool {
        self.equal.is_empty() && self.numbers.is_empty() && self.addresses.is_empty() && self.others.is_empty()
    }

    /// The range of numbers that is all that is asked.
    pub fn numbers(&self) -> Option<NumberRange> {
        match self.others.as_slice() {
            [Matcher::Numbers(range)] => Some(*range),
            _ => None,
        }
    }

    /// Whether a value fits: one of its texts, if it holds several. `lower` is `text` in lower case.
    pub fn fits(&self, field: Field, text: &str, lower: &str) -> bool {
        if field.kind().is_single() {
            return self.fits_one(field, text, lower);
        }
        text.split('\n').zip(lower.split('\n')).any(|(text, lower)| {
            self.fits_one(field, text, lower)
                || (PAIRS.contains(&field)
                    && text.split_once(": ").zip(lower.split_once(": ")).is_some_and(|(text, lower)| {
                        self.fits_one(field, text.0, lower.0) || self.fits_one(field, text.1, lower.1)
                    }))
        })
    }

    /// Whether a single text fits.
    pub fn fits_one(&self, field: Field, text: &str, lower: &str) -> bool {
        let is_number = || text.parse::<f64>().is_ok_and(|number| self.numbers.contains(&number.to_bits()));
        let is_address = || address(text).is_some_and(|address| self.addresses.contains(&address));
        (!self.equal.is_empty() && self.equal.contains(lower))
            || (!self.numbers.is_empty() && is_number())
            || (!self.addresses.is_empty() && is_address())
            || self.others.iter().any(|matcher| matcher.fits(field, text, lower))
    }
}

impl Matcher {
    fn contains(text: &str) -> Self {
        Self::Contains(Box::new(Finder::new(lower(text).as_bytes()).into_owned()))
    }

    /// A pattern that is no whole value.
    fn of(pattern: &Pattern) -> Option<Self> {
        match pattern {
            Pattern::Exact(_) => None,
            Pattern::Wildcard(pieces) => Some(Self::Wild(globs(pieces))),
            Pattern::Network(network) => Some(Self::Network(*network)),
            Pattern::Legacy => Some(Self::Legacy),
            Pattern::Modern => Some(Self::Modern),
            Pattern::Regular(regular) => Some(Self::Regular(regular.clone())),
        }
    }

    fn of_range(field: Field, from: Option<&Bound>, to: Option<&Bound>) -> Self {
        if let Some(levels) = levels(field) {
            let place = |bound: &Bound| match bound.value {
                Scalar::Level(level) => levels.iter().position(|known| *known == level),
                Scalar::Moment(_) | Scalar::Number(_) | Scalar::Ago(_) => None,
            };
            let within = |at: usize| {
                let above =
                    from.is_none_or(|bound| place(bound).is_some_and(|from| from < at + usize::from(bound.inclusive)));
                let below =
                    to.is_none_or(|bound| place(bound).is_some_and(|to| at < to + usize::from(bound.inclusive)));
                above && below
            };
            return Self::Levels((0..levels.len()).filter(|at| within(*at)).map(|at| levels[at]).collect());
        }
        let number = |bound: &Bound| match bound.value {
            Scalar::Number(number) => Some((number.get(), bound.inclusive)),
            Scalar::Moment(_) | Scalar::Level(_) | Scalar::Ago(_) => None,
        };
        Self::Numbers(NumberRange { from: from.and_then(number), to: to.and_then(number) })
    }

    fn fits(&self, field: Field, text: &str, lower: &str) -> bool {
        match self {
            Self::Contains(finder) => {
                let title = field.spec().display(text);
                finder.find(lower.as_bytes()).is_some()
                    || (title != text && finder.find(crate::fields::lower(title).as_bytes()).is_some())
            }
            Self::Wild(globs) => {
                // Choices are known to people by their title.
                let title = field.spec().display(text);
                fits_globs(globs, lower) || (title != text && fits_globs(globs, &crate::fields::lower(title)))
            }
            Self::Regular(regular) => {
                let title = field.spec().display(text);
                regular.fits(text) || (title != text && regular.fits(title))
            }
            Self::Network(network) => text.parse().is_ok_and(|address| network.contains(address)),
            Self::Legacy => is_legacy_client(text),
            Self::Modern => !is_legacy_client(text),
            Self::Numbers(range) => text.parse().is_ok_and(|number| range.has(number)),
            Self::Levels(levels) => levels.contains(&text),
        }
    }
}

/// An address; IPv4 in IPv6 clothing is the same as without.
fn address(text: &str) -> Option<IpAddr> {
    text.parse::<IpAddr>().ok().map(|address| address.to_canonical())
}

fn globs(pieces: &[Piece]) -> Vec<Glob> {
    let mut globs = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => globs.extend(lower(text).chars().map(Glob::Char)),
            Piece::One => globs.push(Glob::One),
            Piece::Run => globs.push(Glob::Run),
        }
    }
    globs
}

/// Whether the whole text fits. Only the last `*` is ever tried again, which is enough: what fits before
/// it fits at its first place too.
pub(super) fn fits_globs(globs: &[Glob], text: &str) -> bool {
    let mut rest = text.chars();
    let mut place = 0;
    let mut retry: Option<(usize, std::str::Chars<'_>)> = None;
    loop {
        if let Some(Glob::Run) = globs.get(place) {
            place += 1;
            retry = Some((place, rest.clone()));
            continue;
        }
        let fits = match (globs.get(place), rest.next()) {
            (None, None) => return true,
            (Some(Glob::Char(wanted)), Some(c)) => *wanted == c,
            (Some(Glob::One), Some(_)) => true,
            (None | Some(Glob::Run), _) => false,
            // The text is at its end: trying again from further on can't help.
            (Some(Glob::Char(_) | Glob::One), None) => return false,
        };
        if fits {
            place += 1;
            continue;
        }
        let Some((star, from)) = &mut retry else {
            return false;
        };
        if from.next().is_none() {
            return false;
        }
        place = *star;
        rest = from.clone();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn glob(pattern: &str) -> Vec<Glob> {
        pattern
            .chars()
            .map(|c| match c {
                '*' => Glob::Run,
                '?' => Glob::One,
                c => Glob::Char(c),
            })
            .collect()
    }

    fn naive(globs: &[Glob], text: &[char]) -> bool {
        match globs.split_first() {
            None => text.is_empty(),
            Some((Glob::Run, rest)) => (0..=text.len()).any(|skip| naive(rest, &text[skip..])),
            Some((Glob::One, rest)) => !text.is_empty() && naive(rest, &text[1..]),
            Some((Glob::Char(c), rest)) => text.first() == Some(c) && naive(rest, &text[1..]),
        }
    }

    proptest! {
        #[test]
        fn wildcards_fit_what_a_plain_search_finds(pattern in "[ab*?]{0,8}", text in "[ab\u{e4}]{0,10}") {
            let letters: Vec<char> = text.chars().collect();
            prop_assert_eq!(fits_globs(&glob(&pattern), &text), naive(&glob(&pattern), &letters));
        }
    }

    #[test]
    fn many_wildcards_do_not_take_forever() {
        assert!(!fits_globs(&glob(&"a*".repeat(200)), &"b".repeat(10_000)));
        assert!(fits_globs(&glob(&format!("{}b", "a*".repeat(100))), &format!("{}b", "a".repeat(10_000))));
    }
}
