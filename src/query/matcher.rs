//! Patterns made ready to be compared with many texts.

use std::net::IpAddr;

use memchr::memmem::Finder;

use super::expr::{Bound, Scalar, levels};
use super::pattern::{Network, Pattern, Piece};
use super::regular::Regular;
use crate::fields::{Field, Kind, lower};
use crate::reference::is_legacy_client;

/// Lists whose lines are a name and a value: either side of the colon is found too.
const PAIRS: [Field; 3] = [Field::AuthPolicies, Field::SessionPolicies, Field::ProcessingDetails];

/// A pattern or a range of a field, ready to be compared.
pub(super) enum Matcher {
    /// Nothing is known.
    Missing,
    /// The lower-case text is this.
    Equal(String),
    /// The lower-case text contains this.
    Contains(Box<Finder<'static>>),
    /// The lower-case text fits these.
    Wild(Vec<Glob>),
    /// The number is this.
    Number(f64),
    /// The address is this.
    Address(IpAddr),
    Network(Network),
    Legacy,
    Modern,
    Regular(Regular),
    /// The number lies between.
    Numbers {
        from: Option<(f64, bool)>,
        to: Option<(f64, bool)>,
    },
    /// One of these levels.
    Levels(Vec<&'static str>),
}

/// A character of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Glob {
    Char(char),
    One,
    Run,
}

impl Matcher {
    /// A pattern of a field.
    pub fn of(field: Field, pattern: &Pattern) -> Self {
        match pattern {
            Pattern::Exact(text) if text.is_empty() => Self::Missing,
            Pattern::Exact(text) => {
                let number = if field.kind().is_numeric() { text.parse().ok() } else { None };
                let address = if field.kind() == Kind::Address { address(text) } else { None };
                match (number, address) {
                    (Some(number), _) => Self::Number(number),
                    (None, Some(address)) => Self::Address(address),
                    (None, None) => Self::Equal(lower(text)),
                }
            }
            Pattern::Wildcard(pieces) => Self::Wild(globs(pieces)),
            Pattern::Network(network) => Self::Network(*network),
            Pattern::Legacy => Self::Legacy,
            Pattern::Modern => Self::Modern,
            Pattern::Regular(regular) => Self::Regular(regular.clone()),
        }
    }

    /// A bare word: contained, unless it has wildcards.
    pub fn of_word(pattern: &Pattern) -> Self {
        match pattern {
            Pattern::Exact(text) => Self::Contains(Box::new(Finder::new(lower(text).as_bytes()).into_owned())),
            Pattern::Wildcard(pieces) => Self::Wild(globs(pieces)),
            Pattern::Network(network) => Self::Network(*network),
            Pattern::Legacy => Self::Legacy,
            Pattern::Modern => Self::Modern,
            Pattern::Regular(regular) => Self::Regular(regular.clone()),
        }
    }

    /// A range of numbers or levels of a field.
    pub fn of_range(field: Field, from: Option<&Bound>, to: Option<&Bound>) -> Self {
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
        Self::Numbers { from: from.and_then(number), to: to.and_then(number) }
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
        match self {
            Self::Missing => false,
            Self::Equal(wanted) => lower == wanted,
            Self::Contains(finder) => finder.find(lower.as_bytes()).is_some(),
            Self::Wild(globs) => {
                // Choices are known to people by their title.
                let title = field.spec().display(text);
                fits_globs(globs, lower) || (title != text && fits_globs(globs, &crate::fields::lower(title)))
            }
            Self::Regular(regular) => {
                let title = field.spec().display(text);
                regular.fits(text) || (title != text && regular.fits(title))
            }
            Self::Number(wanted) => text.parse::<f64>().is_ok_and(|number| number.total_cmp(wanted).is_eq()),
            Self::Address(wanted) => address(text).is_some_and(|address| address == *wanted),
            Self::Network(network) => text.parse().is_ok_and(|address| network.contains(address)),
            Self::Legacy => is_legacy_client(text),
            Self::Modern => !is_legacy_client(text),
            Self::Numbers { from, to } => text.parse::<f64>().is_ok_and(|number| {
                from.is_none_or(|(from, inclusive)| number > from || (inclusive && number >= from))
                    && to.is_none_or(|(to, inclusive)| number < to || (inclusive && number <= to))
            }),
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
