//! A table of a page: sortable, searchable, its figures open the rows behind them.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::Arc;

use eframe::egui::{TextEdit, Ui};

use super::grid::{Grid, GridCell, GridEvent, GridKept, Look};
use super::{marks, words};
use crate::app::insights::{InsightsCommand, PagePlace, Subject};
use crate::app::jobs::PageAnswer;
use crate::app::pictures::DataFile;
use crate::app::{Command, PictureCommand};
use crate::clock::Clock;
use crate::fields::lower;
use crate::insights::{Measure, Row, Rows, Sum, Table, Told, Value, pages, shown};
use crate::texts::{self, text};
use crate::widgets::end::end_ui;
use crate::widgets::number;
use crate::widgets::table::DataColumn;
use crate::widgets::theme::{UiExt, space};

/// What a table keeps from frame to frame.
#[derive(Debug, Default)]
pub(super) struct TableKept {
    grid: GridKept,
    /// The column by which it is sorted, of which the first is the title, and whether the largest come first; as it
    /// was made if the user has chosen none.
    sort: Option<(usize, bool)>,
    search: String,
    order: Option<Order>,
}

/// The rows that are shown, with all that they depend on.
#[derive(Debug)]
struct Order {
    answer: Arc<PageAnswer>,
    sort: Option<(usize, bool)>,
    search: String,
    rows: Vec<u32>,
}

impl TableKept {
    /// The places of the rows that are shown.
    fn rows(&mut self, answer: &Arc<PageAnswer>, table: &Table) -> &[u32] {
        let is_known = |order: &Order| {
            Arc::ptr_eq(&order.answer, answer) && order.sort == self.sort && order.search == self.search
        };
        if !self.order.as_ref().is_some_and(is_known) {
            let rows = ordered(table, self.sort, &self.search);
            let (sort, search) = (self.sort, self.search.clone());
            self.order = Some(Order { answer: answer.clone(), sort, search, rows });
        }
        self.order.as_ref().map_or(&[], |order| &order.rows)
    }
}

/// The places of the rows that have all of these words, in this order.
fn ordered(table: &Table, sort: Option<(usize, bool)>, search: &str) -> Vec<u32> {
    let wanted: Vec<String> = search.split_whitespace().map(lower).collect();
    let has_all = |row: &Row| {
        let texts = || std::iter::once(&row.title).chain(&row.detail);
        wanted.iter().all(|word| texts().any(|text| lower(text).contains(word.as_str())))
    };
    let found = table.rows.iter().enumerate().filter(|(_, row)| wanted.is_empty() || has_all(row));
    let mut rows: Vec<u32> = found.map(|(place, _)| place as u32).collect();
    let row = |place: &u32| &table.rows[*place as usize];
    match sort {
        None => {}
        Some((0, descending)) => {
            rows.sort_by_cached_key(|place| (lower(row(place).label()), row(place).detail.clone()));
            if descending {
                rows.reverse();
            }
        }
        Some((column, descending)) => {
            let of = |place: &u32| row(place).values.get(column - 1).map(Value::order);
            // What is equal stays in the order in which the table was made.
            rows.sort_by(|a, b| {
                let order: Ordering = of(a).cmp(&of(b));
                if descending { order.reverse() } else { order }
            });
        }
    }
    rows
}

/// Shows a table; `section` is its number on the page.
pub(super) fn ui(
    ui: &mut Ui,
    kept: &mut TableKept,
    answer: &Arc<PageAnswer>,
    section: usize,
    table: &Table,
    commands: &mut Vec<Command>,
) {
    let title = shown(&table.title);
    ui.section_heading(title);
    let before = kept.search.clone();
    let file = |kept: &mut TableKept| {
        let rows = Some(kept.rows(answer, table).to_vec());
        DataFile { answer: answer.clone(), section, rows, hidden: Vec::new() }
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let search =
            TextEdit::singleline(&mut kept.search).hint_text(text!("insights-find-in-this")).desired_width(200.0);
        ui.add(search).accessible_name(text!("insights-find-in", table = title));
        let (found, all) = (kept.rows(answer, table).len() as u64, table.rows.len() as u64);
        ui.note(if found == all {
            number::count(all)
        } else {
            text!("insights-part-of-rows", shown = found, all = all)
        });
        end_ui(ui, (answer.key.place.page, section), |ui| {
            let copy = ui.button(text!("insights-copy-table"));
            let copy = copy.accessible_name(text!("insights-copy-table-of", table = title));
            if copy.on_hover_text(text!("insights-copy-table-about")).clicked() {
                commands.push(Command::Picture(PictureCommand::CopyRows(file(kept))));
            }
            let export = ui.button(text!("insights-export-table"));
            let export = export.accessible_name(text!("insights-export-table-of", table = title));
            if export.on_hover_text(text!("insights-export-table-about")).clicked() {
                commands.push(Command::Insights(InsightsCommand::ExportTable(file(kept))));
            }
        });
    });
    if kept.search != before {
        kept.grid.rewind();
    }
    let rows = kept.rows(answer, table).to_vec();
    if rows.is_empty() {
        ui.weak_label(if table.rows.is_empty() { text!("insights-none-in-period") } else { text!("insights-no-row") });
        return;
    }
    let clock = texts::shown(answer.key.clock);
    let has_pages = pages::page_of(table.by).is_some();
    let cell = |line: u64, column: usize| {
        let place = *rows.get(usize::try_from(line).ok()?)? as usize;
        cell_of(table, place, column, has_pages, &clock)
    };
    let columns = columns(table, kept.sort);
    let grow = std::iter::once(true).chain(table.columns.iter().map(|measure| is_text(&measure.sum))).collect();
    let grid = Grid { name: title, columns, grow, rows: rows.len() as u64, cell: &cell };
    for event in grid.ui(ui, &mut kept.grid) {
        match event {
            GridEvent::Open(line, column) => {
                let place = usize::try_from(line).ok().and_then(|line| rows.get(line)).map(|place| *place as usize);
                commands.extend(place.and_then(|place| opened(table, place, column, &clock)).map(Command::Insights));
            }
            GridEvent::Sort(column, descending) => {
                let turned = match kept.sort {
                    Some((known, descending)) if known == column => !descending,
                    _ => column > 0,
                };
                kept.sort = Some((column, descending.unwrap_or(turned)));
                kept.grid.rewind();
            }
        }
    }
}

/// What opens with a cell: the page of the row, or the rows behind a figure.
fn opened(table: &Table, place: usize, column: usize, clock: &Clock) -> Option<InsightsCommand> {
    let row = table.rows.get(place)?;
    let (rows, figure) = match column.checked_sub(1) {
        None => {
            let subject = Subject { title: row.title.clone(), filter: row.filter.clone() };
            if !row.is_unknown
                && let Some(place) = PagePlace::of_one(table.by, subject)
            {
                return Some(InsightsCommand::Open(place));
            }
            (Rows::new(&table.base, &row.filter, table.logs), format!("{}: {}", shown(table.of), row.shown_label()))
        }
        Some(figure) => {
            let (measure, value) = (table.columns.get(figure)?, row.values.get(figure)?);
            let of = format!("{}, {}", row.shown_label(), shown(measure.title));
            (table.rows_behind(place, figure)?, words::named(&of, value, table.logs, clock))
        }
    };
    Some(InsightsCommand::ShowRows { rows, figure, offers: false })
}

fn cell_of<'t>(table: &'t Table, place: usize, column: usize, has_pages: bool, clock: &Clock) -> Option<GridCell<'t>> {
    let row = table.rows.get(place)?;
    let Some(figure) = column.checked_sub(1) else {
        let is_link = has_pages && !row.is_unknown;
        // A country's name stands first, its code behind it.
        let title = row.shown_label();
        let detail = table.shown_detail(row).map(|detail| if detail == title { row.title.as_str() } else { detail });
        let name = match detail {
            Some(detail) => format!("{title}, {detail}"),
            None => title.to_owned(),
        };
        return Some(GridCell {
            text: Cow::Borrowed(title),
            detail,
            name,
            look: Look::Text,
            opens: Some(if is_link {
                Cow::Borrowed(text!("insights-open-page"))
            } else {
                Cow::Owned(text!("insights-show-its", records = table.logs.noun().shown_many()))
            }),
            is_link,
            mark: marks::of_row(table, row),
        });
    };
    let (measure, value) = (table.columns.get(figure)?, row.values.get(figure)?);
    let text = words::figure(value, clock);
    let look = match value {
        Value::Share { .. } => Look::Share(value.share().unwrap_or_default() as f32),
        Value::Trend(counts) => Look::Trend(counts),
        Value::Text(_) => Look::Text,
        Value::Count(_) | Value::Time(_) => Look::Figure,
    };
    let name = format!("{}, {}: {text}", row.shown_label(), shown(measure.title));
    let opens = words::has_rows(value).then(|| words::opens(table.logs).into());
    let mark = marks::of_figure(measure, value);
    Some(GridCell { look, opens, mark, ..GridCell::figure(text, name) })
}

fn columns(table: &Table, sort: Option<(usize, bool)>) -> Vec<DataColumn> {
    let sort_of = |column: usize| sort.filter(|(known, _)| *known == column).map(|(_, descending)| (0, descending));
    let title = DataColumn {
        key: Cow::Borrowed("title"),
        title: Cow::Borrowed(shown(table.of)),
        about: "",
        width: 120.0_f32.max(title_width(shown(table.of))),
        is_numeric: false,
        sort: sort_of(0),
        is_fixed: true,
    };
    let figures = table.columns.iter().enumerate().map(|(at, measure)| DataColumn {
        key: Cow::Borrowed(measure.key),
        title: Cow::Borrowed(shown(measure.title)),
        about: shown(measure.explained()),
        width: width(measure),
        is_numeric: !matches!(measure.sum, Sum::Trend) && !is_text(&measure.sum),
        sort: sort_of(at + 1),
        is_fixed: true,
    });
    std::iter::once(title).chain(figures).collect()
}

/// Whether what stands in a column is words, which are of any length.
fn is_text(sum: &Sum) -> bool {
    match sum {
        Sum::Told(told) => !told.is_number(),
        sum => matches!(sum, Sum::Names(_)),
    }
}

/// Width of a column in points: wide enough for its figures and its title.
fn width(measure: &Measure) -> f32 {
    let figures: f32 = match measure.sum {
        Sum::SignIns | Sum::Different(_) | Sum::Told(Told::Members) => 72.0,
        Sum::ShareOf(_) => 96.0,
        Sum::Trend => 112.0,
        Sum::First | Sum::Last => 148.0,
        Sum::Told(_) | Sum::Names(_) => 160.0,
    };
    figures.max(title_width(shown(measure.title)))
}

/// Room for the title of a column in points.
fn title_width(title: &str) -> f32 {
    title.chars().count() as f32 * 6.2 + space::XL
}
