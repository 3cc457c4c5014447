//! The one query: filters as text and as trees, and what can be asked of the columns with them.
//!
//! [`Query`] is what the pills in the window show, what the search line holds, what a saved view stores
//! and what the command line takes. It has one text form: parsing the text of a query gives the same
//! query back. The other functions of this floor take rows and answer: which match ([`select`]), in
//! what order ([`sort`]), folded how ([`group`]), how many of each value ([`count_by`]), and how they
//! spread over time ([`series`]).
//!
//! This floor knows the table of fields, the clock, columns and the reference; nothing of files, of the
//! cache or of windows. A filter over text looks at a column's dictionary first and then at integers.

mod bits;
mod counts;
mod edit;
mod eval;
mod expr;
mod facets;
#[cfg(test)]
mod fixtures;
mod fold_key;
mod gist;
mod group;
mod groups;
mod hits;
mod items;
#[cfg(test)]
mod laws;
mod lexer;
mod matcher;
mod moment;
mod nearest;
mod of_time;
mod order;
mod pairs;
mod parser;
mod part;
mod pattern;
mod print;
mod regular;
mod related;
mod retell;
mod row_set;
mod select;
mod series;
mod shared;
mod slips;
mod sort;
mod suggest;
mod tally;
mod things;
mod values;

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

pub use expr::{Bound, Expr, Number, Scalar, Subject, Term, Test, is_circle, levels};
pub use facets::{Facet, ValueCount, ValueCountText, count_by, count_by_all, count_values};
pub use fold_key::portal_fold_fields;
pub use gist::Gist;
pub use group::{Fold, group};
pub use groups::{Group, GroupKey, GroupSort, Groups, sort_groups};
pub use hits::Hits;
pub use items::Items;
pub use moment::Moment;
pub use nearest::nearest;
pub use of_time::count_of_time;
pub use pairs::Pairs;
pub use part::{Limit, Part, is_ordered, is_same_value};
pub use pattern::{Network, Pattern, Piece};
pub use regular::Regular;
pub use related::Related;
pub use row_set::{RowSet, ThingSet, matching, things_matching};
pub use select::select;
pub use series::{Measure, Series, SeriesLine, SeriesOptions, bucket_of_rows, buckets, series, series_between};
pub use shared::{MANY, SEVERAL, Shared, shared};
pub use sort::{SortKey, sort};
pub use suggest::{Suggestion, SuggestionNote, suggest};

use crate::clock::{Clock, Millis};
use crate::columns::Columns;

/// A filter. Everything matches the default one.
///
/// Its text form is the filter language: `status:failure app:"Office 365 Exchange Online" -country:US`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Query {
    expr: Expr,
}

/// Why a text is no filter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct ParseError {
    /// The bytes of the text that are wrong.
    pub at: Range<usize>,
    /// What is wrong with them and what was expected, as a sentence without a full stop.
    pub message: String,
    /// What could stand there instead.
    pub suggestion: Option<String>,
}

impl Query {
    /// Whether everything matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members().is_empty()
    }

    /// The filter as a tree: always an [`Expr::And`], whose members are the parts.
    #[must_use]
    pub fn expr(&self) -> &Expr {
        &self.expr
    }

    fn members(&self) -> &[Expr] {
        match &self.expr {
            Expr::And(members) => members,
            other @ (Expr::Or(_) | Expr::Not(_) | Expr::Term(_)) => std::slice::from_ref(other),
        }
    }

    fn into_members(self) -> Vec<Expr> {
        match self.expr {
            Expr::And(members) => members,
            other @ (Expr::Or(_) | Expr::Not(_) | Expr::Term(_)) => vec![other],
        }
    }

    fn from_expr(expr: Expr) -> Self {
        Self {
            expr: Expr::And(match expr {
                Expr::And(members) => Expr::all_of(members),
                other @ (Expr::Or(_) | Expr::Not(_) | Expr::Term(_)) => Expr::all_of(vec![other]),
            }),
        }
    }
}

impl FromStr for Query {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        parser::parse(text)
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        print::write_parts(f, self.members())
    }
}

/// What a query runs on: the columns, the clock on which dates are read, and where "last 7 days" ends.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// The sign-ins.
    pub columns: &'a Columns,
    /// The clock of dates, windows and buckets.
    pub clock: Clock,
    /// The last moment of `last:7d`.
    pub anchor: Millis,
}

impl<'a> Scope<'a> {
    /// A scope anchored at the newest sign-in; at the present moment if there is none.
    #[must_use]
    pub fn new(columns: &'a Columns, clock: Clock) -> Self {
        Self { columns, clock, anchor: columns.newest().unwrap_or_else(Millis::now) }
    }
}
