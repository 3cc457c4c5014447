//! The review pack: figures, charts and tables of a period in one file that needs nothing else.
//!
//! A [`Pack`] is plain data, counted and named elsewhere. [`html`] makes a page of it that holds no script and
//! asks for nothing from outside; [`workbook`] an Excel workbook with Excel's own charts.

mod html;
mod workbook;

pub use html::html;
pub use workbook::workbook;

use super::chart::Chart;
use super::table::{Cell, Column};
use crate::clock::Clock;

/// What a review pack holds.
#[derive(Clone, Debug)]
pub struct Pack {
    /// What it is about.
    pub title: String,
    /// Period, zone, filter, logs and the like: a name and a value each.
    pub facts: Vec<(String, String)>,
    /// Its parts, in order.
    pub parts: Vec<Part>,
    /// What the sign-ins were imported from.
    pub sources: Grid,
    /// The clock of its dates.
    pub clock: Clock,
}

/// A part of a review pack.
#[derive(Clone, Debug)]
pub enum Part {
    /// Begins a chapter.
    Chapter {
        /// Its title.
        title: String,
        /// What it answers.
        about: String,
    },
    /// Figures side by side.
    Figures(Vec<Figure>),
    /// A picture, and the numbers behind it.
    Chart {
        /// The picture.
        chart: Box<Chart>,
        /// The numbers.
        data: Grid,
    },
    /// A table.
    Table(Grid),
    /// What must be known to read the rest.
    Note(String),
}

/// A figure as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What is counted.
    pub title: String,
    /// The figure.
    pub value: String,
    /// How it changed against the period before, or that nothing is known of that.
    pub change: String,
}

/// A table of a pack.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// What it shows.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// A cell for each column of each row.
    pub rows: Vec<Vec<Cell<'static>>>,
    /// How many more rows there are, which are not in the pack.
    pub left_out: u64,
}
