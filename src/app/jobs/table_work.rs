//! Questions about the rows of a table that is shown.

use std::sync::Arc;

use crate::app::clipboard::{CopyTurn, MOST_COPIED, rows_text};
use crate::app::listing::{Expanded, Listing};
use crate::app::selection::Selection;
use crate::app::summary::Summary;
use crate::app::timings::Measured;
use crate::fields::{Field, Log};
use crate::query::{Shared, shared};

/// A question about a table that is shown.
#[derive(Clone, Debug)]
pub enum TableQuestion {
    /// What do these folded rows share in these fields?
    Shared {
        /// The table.
        listing: Arc<Listing>,
        /// Places of groups, and fields.
        cells: Vec<(usize, Field)>,
    },
    /// What do the selected rows add up to?
    Summary {
        /// The table.
        listing: Arc<Listing>,
        /// Its expanded groups.
        expanded: Arc<Expanded>,
        /// The selected lines.
        selection: Selection,
        /// Tells this question from later ones.
        revision: u64,
    },
    /// The selected rows as text.
    Copy {
        /// The table.
        listing: Arc<Listing>,
        /// Its expanded groups.
        expanded: Arc<Expanded>,
        /// The selected lines.
        selection: Selection,
        /// The columns.
        fields: Vec<Field>,
        /// Whether headers come first.
        with_headers: bool,
        /// Its turn: once it is over, the copy is not wanted any more.
        turn: CopyTurn,
    },
}

/// The answer to a [`TableQuestion`].
#[derive(Debug)]
pub enum TableReport {
    /// What folded rows share.
    Shared(Arc<Listing>, Vec<((usize, Field), Shared)>),
    /// What the selected rows of a log's table add up to.
    Summary(Log, u64, Summary),
    /// The selected rows, or as many of them as are copied at most.
    Copied {
        /// For the clipboard.
        text: String,
        /// How many rows are selected.
        rows: u64,
        /// Its turn.
        turn: CopyTurn,
    },
}

impl TableQuestion {
    /// Questions of the same kind replace each other; those about tables come after all others.
    pub(super) fn kind(&self) -> u8 {
        match self {
            Self::Shared { .. } => 100,
            Self::Summary { .. } => 101,
            Self::Copy { .. } => 102,
        }
    }

    /// As what the overlay of timings counts it.
    pub(super) fn measured(&self) -> Measured {
        match self {
            Self::Shared { .. } => Measured::Folded,
            Self::Summary { .. } => Measured::Summary,
            Self::Copy { .. } => Measured::CopiedRows,
        }
    }

    pub(super) fn answer(self) -> TableReport {
        match self {
            Self::Shared { listing, cells } => {
                let known = |(place, field): (usize, Field)| {
                    let group = listing.group(place)?;
                    Some(((place, field), shared(&listing.columns, group.rows, field)))
                };
                let cells = cells.into_iter().filter_map(known).collect();
                TableReport::Shared(listing, cells)
            }
            Self::Summary { listing, expanded, selection, revision } => {
                TableReport::Summary(listing.key.log, revision, Summary::of(&listing, &expanded, &selection))
            }
            Self::Copy { listing, expanded, selection, fields, with_headers, turn } => {
                let lines = selection.lines().take(MOST_COPIED).take_while(|_| turn.is_last());
                let text = rows_text(&listing, &expanded, lines, &fields, with_headers);
                TableReport::Copied { text, rows: selection.count(), turn }
            }
        }
    }
}
