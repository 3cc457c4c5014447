//! Answering a filter: every term a set of rows, dictionaries first.

mod ids;
#[cfg(test)]
mod tests;
pub(super) mod texts;
pub(super) mod words;

use std::ops::Range;

use super::Scope;
use super::bits::Bits;
use super::expr::{Bound, Expr, Scalar, Subject, Term, Test, thing_of};
use super::matcher::Matchers;
use super::pattern::Pattern;
use super::{of_time, things};
use crate::clock::Millis;
use crate::columns::Columns;
use crate::fields::{Field, Kind, Origin};
use texts::{known_rows, text_rows};

/// The rows for which the filter holds.
pub(super) fn rows_of(scope: &Scope<'_>, expr: &Expr) -> Bits {
    let rows = scope.columns.len();
    match expr {
        Expr::And(members) => rows_of_all(scope, members).unwrap_or_else(|| Bits::all(rows)),
        Expr::Or(members) => {
            let mut bits = Bits::none(rows);
            for member in members {
                bits.or(&rows_of(scope, member));
            }
            bits
        }
        Expr::Not(inner) => rows_of(scope, inner).not(),
        Expr::Term(term @ Term { subject: Subject::Field(field), test }) => match thing_of(*field) {
            Some(thing) => thing_rows(scope.columns, thing, *field, term),
            None => field_rows(scope, *field, test),
        },
        Expr::Term(Term { subject: Subject::Anything, test }) => match test {
            Test::Any(patterns) => words::rows(scope.columns, patterns),
            Test::Has | Test::Range { .. } | Test::Last(_) => Bits::all(rows),
        },
    }
}

/// The rows for which all of these hold, those about one policy or step taken together; `None` if nothing is asked.
pub(super) fn rows_of_all<'e>(scope: &Scope<'_>, members: impl IntoIterator<Item = &'e Expr>) -> Option<Bits> {
    let mut all: Option<Bits> = None;
    let mut and = |bits: Bits| match &mut all {
        Some(all) => all.and(&bits),
        None => all = Some(bits),
    };
    let mut things: Vec<(Field, Vec<&Term>)> = Vec::new();
    for member in members {
        match (member.thing(), member) {
            (Some(thing), Expr::Term(term)) => match things.iter_mut().find(|(of, _)| *of == thing) {
                Some((_, terms)) => terms.push(term),
                None => things.push((thing, vec![term])),
            },
            (_, member) => and(rows_of(scope, member)),
        }
    }
    for (thing, terms) in things {
        and(things::rows(scope.columns, thing, &terms));
    }
    all
}

/// The rows of one term about a part of something. With the empty text it also takes the rows that have
/// no such part.
fn thing_rows(columns: &Columns, thing: Field, field: Field, term: &Term) -> Bits {
    let missing = Pattern::Exact(String::new());
    let Test::Any(patterns) = &term.test else { return things::rows(columns, thing, &[term]) };
    if !patterns.contains(&missing) {
        return things::rows(columns, thing, &[term]);
    }
    let with = |test| Term { subject: Subject::Field(field), test };
    let others = patterns.iter().filter(|pattern| **pattern != missing).cloned().collect();
    let mut bits = things::rows(columns, thing, &[&with(Test::Has)]).not();
    bits.or(&things::rows(columns, thing, &[&with(Test::Any(others))]));
    bits
}

fn field_rows(scope: &Scope<'_>, field: Field, test: &Test) -> Bits {
    if field.spec().origin == Origin::OfTime {
        return of_time::rows(scope, field, test);
    }
    let columns = scope.columns;
    match test {
        Test::Has => known_rows(columns, field),
        Test::Any(patterns) => any_rows(columns, field, patterns),
        Test::Range { from, to } if field.kind() == Kind::Time => {
            time_rows(columns, &period(scope, from.as_ref(), to.as_ref()))
        }
        Test::Range { from, to } => text_rows(columns, field, &Matchers::of_range(field, from.as_ref(), to.as_ref())),
        Test::Last(millis) => time_rows(columns, &last(scope, *millis)),
    }
}

/// The rows whose value of a field fits one of these patterns.
fn any_rows(columns: &Columns, field: Field, patterns: &[Pattern]) -> Bits {
    let mut bits = match columns.unique_id_column(field) {
        Some(ids) => ids::rows(columns.len(), field, ids, patterns),
        None => text_rows(columns, field, &Matchers::of(field, patterns)),
    };
    for field in also(field) {
        bits.or(&text_rows(columns, *field, &Matchers::of(*field, patterns)));
    }
    if patterns.contains(&Pattern::Exact(String::new())) {
        bits.or(&known_rows(columns, field).not());
    }
    bits
}

/// Further fields that a value of a field is looked for in: those that identify what it names, and the
/// pieces of a location.
pub(super) fn also(field: Field) -> &'static [Field] {
    match field {
        Field::User => &[Field::Username],
        Field::App => &[Field::AppId],
        Field::Resource => &[Field::ResourceId],
        Field::ServicePrincipal => &[Field::ServicePrincipalId],
        Field::Location => &[Field::City, Field::State, Field::Country],
        _ => &[],
    }
}

/// The moments of a range; its end is exclusive.
pub(super) fn period(scope: &Scope<'_>, from: Option<&Bound>, to: Option<&Bound>) -> Range<Millis> {
    let edge = |bound: &Bound, behind: bool| match bound.value {
        Scalar::Ago(millis) => {
            Some(Millis(scope.anchor.0.saturating_add(1).saturating_sub(millis).saturating_add(i64::from(behind))))
        }
        Scalar::Moment(moment) if behind => Some(moment.end(scope.clock)),
        Scalar::Moment(moment) => Some(moment.start(scope.clock)),
        Scalar::Number(_) | Scalar::Level(_) => None,
    };
    let start = from.and_then(|bound| edge(bound, !bound.inclusive)).unwrap_or(Millis(i64::MIN));
    let end = to.and_then(|bound| edge(bound, bound.inclusive)).unwrap_or(Millis(i64::MAX));
    start..end
}

/// The last moments of the scope.
pub(super) fn last(scope: &Scope<'_>, millis: i64) -> Range<Millis> {
    let end = scope.anchor.0.saturating_add(1);
    Millis(end.saturating_sub(millis))..Millis(end)
}

fn time_rows(columns: &Columns, period: &Range<Millis>) -> Bits {
    Bits::of_slice(columns.times(), |time| period.contains(time))
}
