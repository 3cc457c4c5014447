//! Changing a filter part by part, as pills, pickers and context menus do.

use super::{Query, Test};
use crate::clock::Millis;
use crate::fields::{Field, Log};

impl Query {
    /// Both filters at once.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        Self::from_expr(super::Expr::And(vec![self.expr.clone(), other.expr.clone()]))
    }

    /// The parts that all must hold, in order, each a filter of its own with its text: the pills.
    #[must_use]
    pub fn parts(&self) -> Vec<Self> {
        self.members().iter().cloned().map(Self::from_expr).collect()
    }

    /// The filter without its part of this index.
    #[must_use]
    pub fn without_part(&self, index: usize) -> Self {
        let _ = index;
        self.clone()
    }

    /// The filter with another part (or several, or none) in the place of the part of this index.
    #[must_use]
    pub fn with_part_replaced(&self, index: usize, part: Self) -> Self {
        let _ = (index, part);
        self.clone()
    }

    /// The filter that also asks for this value; the empty value asks for "nothing is known".
    #[must_use]
    pub fn include(&self, field: Field, value: &str) -> Self {
        let _ = (field, value);
        self.clone()
    }

    /// The filter that also leaves this value out.
    #[must_use]
    pub fn exclude(&self, field: Field, value: &str) -> Self {
        let _ = (field, value);
        self.clone()
    }

    /// The values that the filter asks of a field, in their stored form, if exactly one part is about
    /// this field alone and that is a plain list of values.
    #[must_use]
    pub fn values_of(&self, field: Field) -> Option<Vec<String>> {
        let _ = field;
        None
    }

    /// The filter that asks these values of a field instead of what it asked before; none asks nothing.
    #[must_use]
    pub fn set_values(&self, field: Field, values: &[String]) -> Self {
        let _ = (field, values);
        self.clone()
    }

    /// The part that limits the time: [`Test::Last`] or [`Test::Range`].
    #[must_use]
    pub fn time_range(&self) -> Option<&Test> {
        None
    }

    /// The filter limited to the last so many milliseconds (at least a minute) instead of its time range.
    #[must_use]
    pub fn set_last(&self, millis: Option<i64>) -> Self {
        let _ = millis;
        self.clone()
    }

    /// The filter limited to the moments from `from` until before `to` instead of its time range.
    #[must_use]
    pub fn set_time_range(&self, from: Option<Millis>, to: Option<Millis>) -> Self {
        let _ = (from, to);
        self.clone()
    }

    /// The parts all of whose fields a log has: what stays in force when another tab is shown.
    #[must_use]
    pub fn for_log(&self, log: Log) -> Self {
        let _ = log;
        self.clone()
    }

    /// The text of a value in the filter language, in quotes if it needs them.
    #[must_use]
    pub fn value_literal(text: &str) -> String {
        text.to_owned()
    }
}
