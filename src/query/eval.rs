//! Answering a filter: every term a set of rows, dictionaries first.

use std::fmt::Write as _;
use std::ops::Range;

use super::Scope;
use super::bits::Bits;
use super::expr::{Bound, Expr, Scalar, Subject, Term, Test};
use super::matcher::Matcher;
use super::pattern::{Pattern, Piece};
use crate::clock::Millis;
use crate::columns::{Columns, RowId, UniqueIds};
use crate::fields::{Field, Kind};
use crate::record::UniqueId;

/// The fields that a bare word searches for text.
const WORD_FIELDS: [Field; 6] =
    [Field::User, Field::Username, Field::App, Field::Resource, Field::ServicePrincipal, Field::Ip];

/// The identifiers that a bare word may begin.
const WORD_IDS: [Field; 2] = [Field::RequestId, Field::CorrelationId];

/// How many digits of an identifier a bare word must have: fewer would find some sign-ins by chance.
const MIN_ID_DIGITS: usize = 6;

/// The rows for which the filter holds.
pub(super) fn rows_of(scope: &Scope<'_>, expr: &Expr) -> Bits {
    let rows = scope.columns.len();
    match expr {
        Expr::And(members) => {
            let mut bits = Bits::all(rows);
            for member in members {
                bits.and(&rows_of(scope, member));
            }
            bits
        }
        Expr::Or(members) => {
            let mut bits = Bits::none(rows);
            for member in members {
                bits.or(&rows_of(scope, member));
            }
            bits
        }
        Expr::Not(inner) => rows_of(scope, inner).not(),
        Expr::Term(Term { subject: Subject::Field(field), test }) => field_rows(scope, *field, test),
        Expr::Term(Term { subject: Subject::Anything, test }) => match test {
            Test::Any(patterns) => {
                let mut bits = Bits::none(rows);
                for pattern in patterns {
                    bits.or(&word_rows(scope.columns, pattern));
                }
                bits
            }
            Test::Has | Test::Range { .. } | Test::Last(_) => Bits::all(rows),
        },
    }
}

fn field_rows(scope: &Scope<'_>, field: Field, test: &Test) -> Bits {
    let columns = scope.columns;
    match test {
        Test::Has => known_rows(columns, field),
        Test::Any(patterns) => {
            let ids = columns.unique_id_column(field);
            let mut bits = Bits::none(columns.len());
            for pattern in patterns {
                match (pattern, ids) {
                    (Pattern::Exact(wanted), _) if wanted.is_empty() => bits.or(&known_rows(columns, field).not()),
                    (Pattern::Exact(wanted), Some(ids)) => {
                        let wanted = UniqueId::parse(wanted);
                        bits.or(&Bits::of_rows(columns.len(), |row| ids.is(RowId(row as u32), &wanted)));
                    }
                    (_, Some(ids)) => bits.or(&id_rows(columns, field, ids, pattern)),
                    (_, None) => {}
                }
            }
            if ids.is_none() {
                let matchers: Vec<Matcher> = patterns.iter().map(|pattern| Matcher::of(field, pattern)).collect();
                for field in std::iter::once(field).chain(also(field)) {
                    bits.or(&text_rows(columns, field, &matchers));
                }
            }
            bits
        }
        Test::Range { from, to } if field.kind() == Kind::Time => {
            time_rows(columns, &period(scope, from.as_ref(), to.as_ref()))
        }
        Test::Range { from, to } => text_rows(columns, field, &[Matcher::of_range(field, from.as_ref(), to.as_ref())]),
        Test::Last(millis) => {
            let end = scope.anchor.0.saturating_add(1);
            time_rows(columns, &(Millis(end.saturating_sub(*millis))..Millis(end)))
        }
    }
}

/// The field that identifies what a field names: values of either are looked for.
fn also(field: Field) -> Option<Field> {
    Some(match field {
        Field::User => Field::Username,
        Field::App => Field::AppId,
        Field::Resource => Field::ResourceId,
        Field::ServicePrincipal => Field::ServicePrincipalId,
        _ => return None,
    })
}

fn known_rows(columns: &Columns, field: Field) -> Bits {
    if field.kind() == Kind::Time {
        return Bits::all(columns.len());
    }
    if let Some(ids) = columns.unique_id_column(field) {
        return Bits::of_rows(columns.len(), |row| ids.has(RowId(row as u32)));
    }
    let column = columns.text_column(field);
    let mut hits = vec![true; column.dictionary.len() + 1];
    hits[0] = false;
    Bits::of_codes(columns.len(), &column.codes, &hits)
}

fn text_rows(columns: &Columns, field: Field, matchers: &[Matcher]) -> Bits {
    let column = columns.text_column(field);
    let mut hits = vec![false; column.dictionary.len() + 1];
    for (code, text) in column.dictionary.iter() {
        let lower = column.dictionary.lower(code);
        hits[code as usize] = matchers.iter().any(|matcher| matcher.fits(field, text, lower));
    }
    Bits::of_codes(columns.len(), &column.codes, &hits)
}

/// The moments of a range; its end is exclusive.
fn period(scope: &Scope<'_>, from: Option<&Bound>, to: Option<&Bound>) -> Range<Millis> {
    let edge = |bound: &Bound, behind: bool| match bound.value {
        Scalar::Moment(moment) if behind => Some(moment.end(&scope.clock)),
        Scalar::Moment(moment) => Some(moment.start(&scope.clock)),
        Scalar::Number(_) | Scalar::Level(_) => None,
    };
    let start = from.and_then(|bound| edge(bound, !bound.inclusive)).unwrap_or(Millis(i64::MIN));
    let end = to.and_then(|bound| edge(bound, bound.inclusive)).unwrap_or(Millis(i64::MAX));
    start..end
}

fn time_rows(columns: &Columns, period: &Range<Millis>) -> Bits {
    Bits::of_rows(columns.len(), |row| period.contains(&columns.time(RowId(row as u32))))
}

fn word_rows(columns: &Columns, pattern: &Pattern) -> Bits {
    let matcher = [Matcher::of_word(pattern)];
    let mut bits = Bits::none(columns.len());
    for field in WORD_FIELDS {
        bits.or(&text_rows(columns, field, &matcher));
    }
    for field in WORD_IDS {
        let Some(ids) = columns.unique_id_column(field) else { continue };
        match pattern {
            Pattern::Exact(text) => {
                let id = UniqueId::parse(text);
                let start = GuidStart::of(text).filter(|start| start.digits >= MIN_ID_DIGITS);
                bits.or(&Bits::of_rows(columns.len(), |row| {
                    let row = RowId(row as u32);
                    ids.is(row, &id) || start.is_some_and(|start| start.begins(ids.get(row).as_ref()))
                }));
            }
            Pattern::Wildcard(_) | Pattern::Network(_) | Pattern::Legacy | Pattern::Modern => {
                bits.or(&id_rows(columns, field, ids, pattern));
            }
        }
    }
    bits
}

/// The rows whose identifier fits a pattern with wildcards.
fn id_rows(columns: &Columns, field: Field, ids: &UniqueIds, pattern: &Pattern) -> Bits {
    if let Pattern::Wildcard(pieces) = pattern
        && let [Piece::Text(text), Piece::Run] = pieces.as_slice()
        && let Some(start) = GuidStart::of(text)
    {
        return Bits::of_rows(columns.len(), |row| match ids.get(RowId(row as u32)) {
            id @ Some(UniqueId::Guid(_)) => start.begins(id.as_ref()),
            Some(other @ (UniqueId::Token(_) | UniqueId::Text(_))) => {
                other.to_string().to_lowercase().starts_with(&text.to_lowercase())
            }
            None => false,
        });
    }
    let matcher = Matcher::of(field, pattern);
    let mut text = String::new();
    Bits::of_rows(columns.len(), |row| {
        let Some(id) = ids.get(RowId(row as u32)) else { return false };
        text.clear();
        // Writing to a String can't fail.
        let _ = write!(text, "{id}");
        matcher.fits(field, &text, &text.to_lowercase())
    })
}

/// The beginning of a GUID: its digits, at the top of the number.
#[derive(Clone, Copy)]
struct GuidStart {
    bits: u128,
    digits: usize,
}

impl GuidStart {
    /// The beginning that a text spells, its dashes where a GUID has them.
    fn of(text: &str) -> Option<Self> {
        let mut start = Self { bits: 0, digits: 0 };
        for (place, c) in text.chars().enumerate() {
            if matches!(place, 8 | 13 | 18 | 23) {
                if c != '-' {
                    return None;
                }
            } else {
                let shift = 124_usize.checked_sub(4 * start.digits)?;
                start.bits |= u128::from(c.to_digit(16)?) << shift;
                start.digits += 1;
            }
        }
        (start.digits > 0).then_some(start)
    }

    fn begins(self, id: Option<&UniqueId>) -> bool {
        match id {
            Some(UniqueId::Guid(bits)) => (bits ^ self.bits) >> (128 - 4 * self.digits) == 0,
            Some(UniqueId::Token(_) | UniqueId::Text(_)) | None => false,
        }
    }
}
