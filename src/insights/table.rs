//! A report as a table: a row per application, user, policy or other entity, a column per measure.

use std::cmp::Reverse;
use std::sync::Arc;

use rayon::prelude::*;

use super::ask::{Ask, Rows};
use super::counting::Counting;
use super::entity::{By, Entities};
use super::measure::{Measure, Value};
use crate::fields::{Logs, lower};
use crate::query::Query;

/// A report's table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What scripts call it.
    pub key: &'static str,
    /// What the window calls it.
    pub title: String,
    /// What the rows are, in the singular: `Application`.
    pub of: &'static str,
    /// What the rows stand for, by which a row's own page is found.
    pub by: By,
    /// The measures.
    pub columns: Vec<Measure>,
    /// The rows, those with the most sign-ins first.
    pub rows: Vec<Row>,
    /// The filter of the page, period included.
    pub base: Query,
    /// The logs whose sign-ins count.
    pub logs: Logs,
    /// How many further rows there are: see [`Table::first`].
    pub left_out: usize,
    /// The page that tells more, such as all rows.
    pub door: Option<&'static str>,
}

/// A row of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it stands for.
    pub title: String,
    /// What tells it from others of the same name.
    pub detail: Option<String>,
    /// The filter that finds its sign-ins.
    pub filter: Query,
    /// Whether it stands for what is not known.
    pub is_unknown: bool,
    /// A figure for each column.
    pub values: Vec<Value>,
}

impl Table {
    /// The rows behind a figure: those that are counted, or among which different things are counted; of a share
    /// those that make its part. `None` if there is no such figure.
    #[must_use]
    pub fn rows_behind(&self, row: usize, column: usize) -> Option<Rows> {
        let (row, column) = (self.rows.get(row)?, self.columns.get(column)?);
        Some(Rows::new(&self.base, &row.filter.and(&column.filter), self.logs))
    }

    /// The first rows only, so many of them, with the page that lists all.
    #[must_use]
    pub fn first(mut self, count: usize, door: Option<&'static str>) -> Self {
        self.left_out += self.rows.len().saturating_sub(count);
        self.rows.truncate(count);
        Self { door, ..self }
    }

    /// The place of a column.
    #[must_use]
    pub fn column(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.key == key)
    }
}

/// How a table is told.
#[derive(Clone, Copy, Debug)]
pub struct Heading {
    /// What scripts call it.
    pub key: &'static str,
    /// What the window calls it.
    pub title: &'static str,
    /// What the rows are, in the singular.
    pub of: &'static str,
}

/// Counts the sign-ins of a question by what they are of. Entities that no measure counts anything of are left out.
#[must_use]
pub fn table(ask: &Ask<'_>, heading: Heading, by: By, measures: Vec<Measure>) -> Table {
    let telling = ask.telling(by);
    let entities = telling.entities(by);
    let counting = Counting::new(&telling, &entities);
    counting.prepare(&measures);
    let figure = |measure| telling.figures(by, measure, || counting.figures(measure));
    let figures: Vec<Arc<Vec<Value>>> = measures.par_iter().map(figure).collect();
    let mut rows: Vec<(u64, Row)> = entities
        .known
        .iter()
        .enumerate()
        .filter(|(place, _)| counting.sign_ins()[*place] > 0)
        .map(|(place, entity)| {
            let values: Vec<Value> = figures.iter().map(|column| column[place].clone()).collect();
            let row = Row {
                title: entity.title.clone(),
                detail: entity.detail.clone(),
                filter: entity.filter.clone(),
                is_unknown: entity.is_unknown,
                values,
            };
            (counting.sign_ins()[place], row)
        })
        .collect();
    rows.sort_by_cached_key(|(sign_ins, row)| (Reverse(*sign_ins), lower(&row.title), row.detail.clone()));
    Table {
        key: heading.key,
        title: heading.title.to_owned(),
        of: heading.of,
        by,
        columns: measures,
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        base: ask.query(),
        logs: ask.logs(),
        left_out: 0,
        door: None,
    }
}

/// Figures of all sign-ins of a question, as one row of a table would have them.
#[must_use]
pub fn totals(ask: &Ask<'_>, measures: &[Measure]) -> Vec<Value> {
    let entities = Entities::one(ask.rows().len());
    let counting = Counting::new(ask, &entities);
    counting.prepare(measures);
    let figure = |measure| counting.figures(measure).pop().unwrap_or(Value::Count(0));
    measures.par_iter().map(figure).collect()
}
