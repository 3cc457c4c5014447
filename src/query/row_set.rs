//! The rows and the things that match a filter, to be asked one by one.

use super::bits::Bits;
use super::expr::{Expr, Subject, Term, thing_of};
use super::{Query, Scope, eval, things};
use crate::columns::{Columns, RowId};
use crate::fields::{Field, Part};

/// A set of rows of one snapshot.
#[derive(Clone, Debug)]
pub struct RowSet(pub(super) Bits);

impl RowSet {
    /// Whether a row is in the set.
    #[inline]
    #[must_use]
    pub fn has(&self, row: RowId) -> bool {
        self.0.has(row)
    }
}

/// The rows of all logs that match.
#[must_use]
pub fn matching(scope: &Scope<'_>, query: &Query) -> RowSet {
    RowSet(eval::rows_of_all(scope, query.members()).unwrap_or_else(|| Bits::all(scope.columns.len())))
}

/// Which things of each code of a column fit a filter; things are policies, authentication steps and networks.
#[derive(Clone, Debug)]
pub struct ThingSet(Vec<Vec<bool>>);

impl ThingSet {
    /// Whether the thing at a place of a code's list fits; none does that is not there.
    #[must_use]
    pub fn has(&self, code: u32, place: usize) -> bool {
        self.0.get(code as usize).and_then(|things| things.get(place)).copied().unwrap_or(false)
    }
}

/// The things of the list that `thing` holds which fit every term of the filter about them. Terms about
/// anything else are not looked at: see [`Query::split_by_thing`].
#[must_use]
pub fn things_matching(columns: &Columns, thing: Field, query: &Query) -> ThingSet {
    let terms: Vec<&Term> = query
        .members()
        .iter()
        .filter_map(|member| match member {
            Expr::Term(term) if member.thing() == Some(thing) => Some(term),
            _ => None,
        })
        .collect();
    things::fitting_things(columns, thing, &terms).map_or_else(|| ThingSet(Vec::new()), ThingSet)
}

impl Query {
    /// The parts that are about the things of a list (which together mean the same thing), and the others.
    #[must_use]
    pub fn split_by_thing(&self, thing: Field) -> (Self, Self) {
        let (about, others) = self.members().iter().cloned().partition(|member: &Expr| member.thing() == Some(thing));
        (Self::from_expr(Expr::And(about)), Self::from_expr(Expr::And(others)))
    }

    /// The filter with those terms of another one before it that are about the same things as one of its own, or
    /// about `thing`: side by side they mean the same policy or step, so that neither can be asked without the other.
    #[must_use]
    pub fn joined_by_things(&self, base: &Self, thing: Option<Field>) -> Self {
        let things: Vec<Field> = self.members().iter().filter_map(Expr::thing).chain(thing).collect();
        let same = base.members().iter().filter(|member| member.thing().is_some_and(|of| things.contains(&of)));
        Self::from_expr(Expr::And(same.chain(self.members()).cloned().collect()))
    }

    /// The filter without its terms that say by name which policies, steps or networks are meant.
    #[must_use]
    pub fn without_names(&self) -> Self {
        let is_name = |member: &&Expr| match member {
            Expr::Term(Term { subject: Subject::Field(field), .. }) => field.spec().part().is_some_and(Part::is_name),
            _ => false,
        };
        Self::from_expr(Expr::And(self.members().iter().filter(|member| !is_name(member)).cloned().collect()))
    }

    /// The field that holds the things of which a field is a part, or all: that of the policies for
    /// [`Field::PolicyResult`]. `None` for a field that is about the whole sign-in.
    #[must_use]
    pub fn thing_of(field: Field) -> Option<Field> {
        thing_of(field)
    }
}
