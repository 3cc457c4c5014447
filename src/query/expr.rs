//! The tree of a filter, and its one normal form.

use std::collections::HashSet;

use super::moment::Moment;
use super::pattern::Pattern;
use crate::fields::{Field, Kind, Part};

/// A filter as a tree. [`super::Query`] holds one in normal form: no AND directly within an AND (but for
/// several terms about one policy, which parentheses keep apart from those about another), no OR
/// directly within an OR, none of them with fewer than two members (but for the outermost AND), no
/// double negation, and nothing said twice side by side.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Expr {
    /// All of these hold; with no member, everything matches. Members about parts of one field (policies,
    /// authentication steps, networks) mean the same one.
    And(Vec<Expr>),
    /// At least one of these holds.
    Or(Vec<Expr>),
    /// This does not hold.
    Not(Box<Expr>),
    /// One test of one field.
    Term(Term),
}

impl Default for Expr {
    fn default() -> Self {
        Self::And(Vec::new())
    }
}

/// One test of one field.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Term {
    /// What is tested.
    pub subject: Subject,
    /// What must hold for it.
    pub test: Test,
}

/// What a term tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A field, together with the field that identifies it (`user` also looks at the username, `app`,
    /// `resource` and `service_principal` also at their IDs).
    Field(Field),
    /// A bare word: user, username, application, resource, service principal and IP address, which
    /// contain it; request ID and correlation ID, which begin with it; and the error code that it is. Of
    /// records that are no sign-ins also what was done, by whom, to what and why.
    Anything,
}

/// What must hold.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Test {
    /// One of these patterns fits.
    Any(Vec<Pattern>),
    /// Something is known.
    Has,
    /// The value lies between these; at least one is given, and a lower bound is exclusive only if it is alone.
    Range {
        /// The lower bound.
        from: Option<Bound>,
        /// The upper bound.
        to: Option<Bound>,
    },
    /// The time lies within so many milliseconds before [`super::Scope::anchor`].
    Last(i64),
}

/// One end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bound {
    /// Where the range ends.
    pub value: Scalar,
    /// Whether that value itself (all of that day, if it is a day) still belongs to the range.
    pub inclusive: bool,
}

/// Something that has an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scalar {
    /// A moment, day, month or year.
    Moment(Moment),
    /// A number or an error code.
    Number(Number),
    /// A risk level, a day of the week or an hour in its stored form.
    Level(&'static str),
    /// So many milliseconds before [`super::Scope::anchor`], the last moment of `last:7d`.
    Ago(i64),
}

/// A finite number. Equal numbers are equal values, so there is only one zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Number(u64);

impl Number {
    /// The number, unless it is infinite or none.
    #[must_use]
    pub fn new(number: f64) -> Option<Self> {
        number.is_finite().then(|| Self((number + 0.0).to_bits()))
    }

    /// The number that this text spells.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok().and_then(Self::new)
    }

    /// Its value.
    #[must_use]
    pub fn get(self) -> f64 {
        f64::from_bits(self.0)
    }
}

/// The levels of a field whose values have an order, lowest first. `hidden` has no place among them.
#[must_use]
pub fn levels(field: Field) -> Option<&'static [&'static str]> {
    match field {
        Field::Risk | Field::RiskAggregated => Some(&["none", "low", "medium", "high"]),
        Field::Weekday => Some(&WEEKDAYS),
        Field::Hour => Some(&HOURS),
        _ => None,
    }
}

/// Monday first, by ISO 8601.
pub(super) const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

pub(super) const HOURS: [&str; 24] = [
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20",
    "21", "22", "23",
];

/// Whether the values of a field come round again, so that a range may go beyond the last one: `hour:22..5`.
#[must_use]
pub fn is_circle(field: Field) -> bool {
    matches!(field, Field::Weekday | Field::Hour)
}

/// How deep parentheses and negations may nest: far beyond what a person writes, and safely within the stack.
pub(super) const MAX_NESTING: usize = 200;

impl Expr {
    /// A term about a field.
    pub(super) fn field(field: Field, test: Test) -> Self {
        Self::Term(Term { subject: Subject::Field(field), test })
    }

    /// The negation.
    pub(super) fn negated(self) -> Self {
        Self::Not(Box::new(self))
    }

    /// The same filter in normal form.
    pub(super) fn normalised(self) -> Self {
        match self {
            Self::And(members) => single_or(Self::all_of(members), Self::And),
            Self::Or(members) => {
                let mut flat = Vec::with_capacity(members.len());
                for member in members {
                    match member.normalised() {
                        Self::Or(inner) => flat.extend(inner),
                        Self::And(inner) if inner.is_empty() => return Self::default(),
                        other => flat.push(other),
                    }
                }
                keep_first(&mut flat);
                if flat.is_empty() { nothing() } else { single_or(flat, Self::Or) }
            }
            Self::Not(inner) => match inner.normalised() {
                Self::Not(inner) => *inner,
                Self::And(inner) if inner.is_empty() => nothing(),
                other => other.negated(),
            },
            Self::Term(mut term) => {
                if let Test::Any(patterns) = &mut term.test {
                    keep_first(patterns);
                }
                Self::Term(term)
            }
        }
    }

    /// The members of an AND of these, in normal form.
    pub(super) fn all_of(members: Vec<Self>) -> Vec<Self> {
        let mut flat = Vec::with_capacity(members.len());
        for member in members {
            match member.normalised() {
                Self::And(inner) if !speaks_of_one_thing(&inner) => flat.extend(inner),
                other => flat.push(other),
            }
        }
        keep_first(&mut flat);
        flat
    }

    /// The field that holds the thing (a policy, an authentication step) of which this term tells a part. A
    /// term that is also content with nothing tells of the sign-in.
    pub(super) fn thing(&self) -> Option<Field> {
        let Self::Term(Term { subject: Subject::Field(field), test }) = self else { return None };
        if let Test::Any(patterns) = test
            && patterns.iter().any(|pattern| *pattern == Pattern::Exact(String::new()))
        {
            return None;
        }
        thing_of(*field)
    }

    /// How many parentheses and negations its text nests, itself in parentheses if it can need them.
    pub(super) fn nesting(&self) -> usize {
        match self {
            Self::And(members) | Self::Or(members) => 1 + members.iter().map(Self::nesting).max().unwrap_or(0),
            Self::Not(inner) => 1 + inner.nesting(),
            Self::Term(_) => 0,
        }
    }

    /// Calls `visit` for every term.
    pub(super) fn for_each_term(&self, visit: &mut impl FnMut(&Term)) {
        match self {
            Self::And(members) | Self::Or(members) => members.iter().for_each(|member| member.for_each_term(visit)),
            Self::Not(inner) => inner.for_each_term(visit),
            Self::Term(term) => visit(term),
        }
    }
}

/// The field that holds the things of which a field is a part, or all.
pub(super) fn thing_of(field: Field) -> Option<Field> {
    match (field.kind(), field.spec().part()) {
        (Kind::Steps | Kind::Policies, _) => Some(field),
        (_, part) => part.map(Part::of),
    }
}

/// Whether several of these terms are about one thing, so that parentheses around them mean something.
fn speaks_of_one_thing(members: &[Expr]) -> bool {
    let things: Vec<Field> = members.iter().filter_map(Expr::thing).collect();
    things.iter().collect::<HashSet<_>>().len() < things.len()
}

/// A filter that nothing matches: every sign-in has a time.
fn nothing() -> Expr {
    Expr::field(Field::Time, Test::Has).negated()
}

fn single_or(mut members: Vec<Expr>, all: fn(Vec<Expr>) -> Expr) -> Expr {
    match members.len() {
        1 => members.remove(0),
        _ => all(members),
    }
}

/// Drops what repeats an earlier item.
fn keep_first<T: Clone + Eq + std::hash::Hash>(items: &mut Vec<T>) {
    let mut seen = HashSet::with_capacity(items.len());
    items.retain(|item| seen.insert(item.clone()));
}
