//! What the table of a log shows at the moment.

use std::collections::HashMap;
use std::sync::Arc;

use super::super::listing::{Expanded, Line, Listing};
use super::super::selection::Selection;
use super::super::summary::Summary;
use crate::fields::Field;
use crate::query::Shared;
use crate::record::EventId;

/// The selected line of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selected {
    /// Its number, from 0.
    pub line: u64,
    /// Its sign-in, or the newest of its group.
    pub event: EventId,
    /// How many groups a folded row is in; `None` if the line is a sign-in.
    pub depth: Option<usize>,
}

/// What the table of a log shows at the moment.
#[derive(Clone, Debug, Default)]
pub struct TableState {
    /// The last answer; an older one stays until a newer one is there.
    pub listing: Option<Arc<Listing>>,
    /// The expanded groups.
    pub expanded: Arc<Expanded>,
    /// The line that keys act on; the one selected last.
    pub selected: Option<Selected>,
    /// All selected lines.
    pub selection: Selection,
    /// What they add up to, if they are more than one sign-in, as last answered.
    pub summary: Option<Summary>,
    /// The column that keys act on, once the user has moved along the line.
    pub cell: Option<usize>,
    /// What folded rows share, as far as it was asked.
    pub shared: HashMap<(usize, Field), Shared>,
    /// Whether columns take the width of what they show in the next frame.
    pub fit_columns: bool,
    /// A line to bring into view in the next frame.
    pub scroll_to: Option<u64>,
    /// How many whole lines the window has room for, for the page keys.
    pub page: u64,
    /// Changes with selection, lines and rows.
    pub(in crate::app) revision: u64,
}

impl TableState {
    /// How many lines there are.
    #[must_use]
    pub fn line_count(&self) -> u64 {
        self.listing.as_ref().map_or(0, |listing| listing.line_count(&self.expanded))
    }

    /// What stands on a line.
    #[must_use]
    pub fn line(&self, number: u64) -> Option<Line> {
        self.listing.as_ref()?.line(number, &self.expanded)
    }
}
