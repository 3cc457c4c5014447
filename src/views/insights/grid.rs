//! Rows of figures, of which only the visible ones are drawn: each figure opens what is behind it, with the pointer
//! or with the keyboard.

use std::borrow::Cow;
use std::collections::HashMap;

use eframe::egui::{
    Align, Color32, CornerRadius, Layout, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, TextStyle, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::export::visible::visible_lines;
use crate::texts::text;
use crate::widgets::badge::Mark;
use crate::widgets::cursor::Cursor;
use crate::widgets::menu::Menu;
use crate::widgets::table::{CELL_MARGIN, DataColumn, DataTable, TableEvent, TableLines, layout};
use crate::widgets::theme::{UiExt, size, space};
use crate::widgets::wheel;

/// What a grid keeps from frame to frame.
#[derive(Debug, Default)]
pub(super) struct GridKept {
    cursor: Cursor,
    scroll_to: Option<Cursor>,
    widths: HashMap<String, f32>,
}

impl GridKept {
    /// Lets the grid begin at its top again.
    pub fn rewind(&mut self) {
        self.cursor = Cursor::default();
        self.scroll_to = Some(self.cursor);
    }
}

/// How a cell is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Look<'a> {
    /// A text at the left.
    Text,
    /// A figure at the right.
    Figure,
    /// A figure at the right over a bar as long as this share.
    Share(f32),
    /// A small line of these numbers.
    Trend(&'a [u64]),
}

/// A cell.
#[derive(Clone, Debug)]
pub(super) struct GridCell<'a> {
    /// What stands in it.
    pub text: Cow<'a, str>,
    /// What stands behind it in quiet letters.
    pub detail: Option<&'a str>,
    /// Its accessible name.
    pub name: String,
    /// How it is drawn.
    pub look: Look<'a>,
    /// Whether it leads somewhere, and what a click does in words.
    pub opens: Option<Cow<'a, str>>,
    /// Whether it stands out as a link.
    pub is_link: bool,
    /// The shape before its text.
    pub mark: Option<Mark>,
}

impl GridCell<'_> {
    /// A cell of nothing but a text, which is its accessible name too.
    pub fn plain(text: String) -> Self {
        Self {
            name: text.clone(),
            text: Cow::Owned(text),
            detail: None,
            look: Look::Text,
            opens: None,
            is_link: false,
            mark: None,
        }
    }

    /// A cell with a figure and its accessible name.
    pub fn figure(text: String, name: String) -> Self {
        Self { name, look: Look::Figure, ..Self::plain(text) }
    }
}

/// A grid to be shown.
pub(super) struct Grid<'a> {
    /// Its accessible name.
    pub name: &'a str,
    /// The columns, of which the first stays.
    pub columns: Vec<DataColumn>,
    /// For each column whether it takes free room where its words need it.
    pub grow: Vec<bool>,
    /// How many rows there are.
    pub rows: u64,
    /// The cell of a row and a column.
    pub cell: &'a dyn Fn(u64, usize) -> Option<GridCell<'a>>,
}

/// What the user did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum GridEvent {
    /// A cell is to be opened.
    Open(u64, usize),
    /// The rows are to be sorted by a column; descending if known.
    Sort(usize, Option<bool>),
}

/// Height of the header and of the bar that scrolls sideways, in points.
const AROUND: f32 = 32.0 + 14.0;
/// A grid is no higher than this part of the window.
const MOST_HEIGHT: f32 = 0.6;

impl Grid<'_> {
    /// Shows the grid as high as its rows are, as far as the window has room.
    pub fn ui(self, ui: &mut Ui, kept: &mut GridKept) -> Vec<GridEvent> {
        let row_height = size::ROW;
        let most = (ui.ctx().content_rect().height() * MOST_HEIGHT).max(6.0 * row_height);
        let height = (self.rows as f32 * row_height + AROUND).min(most);
        let mut columns = self.columns;
        for column in &mut columns {
            column.width = kept.widths.get(&*column.key).copied().unwrap_or(column.width);
        }
        let wanted = columns.iter().zip(&self.grow).enumerate().map(|(at, (column, grows))| {
            let is_chosen = kept.widths.contains_key(&*column.key);
            if *grows && !is_chosen { wanted_width(ui, self.cell, self.rows, at) } else { column.width }
        });
        let wanted: Vec<f32> = wanted.collect();
        for ((column, wanted), grows) in columns.iter_mut().zip(&wanted).zip(&self.grow) {
            if *grows {
                column.width = column.width.max(wanted.min(LEAST_WIDTH));
            }
        }
        widen(&mut columns, &wanted, ui.available_width() - space::M);
        let id = ui.scope_id().with("grid");
        let place = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), height));
        let part = ui.interact(place, id, Sense::focusable_noninteractive());
        part.widget_info(|| WidgetInfo::labeled(Role::Grid, true, self.name));
        let page = ((height - AROUND) / row_height).max(1.0) as u64;
        let moved = kept.cursor.follow_keys(ui, &part, self.rows, columns.len(), page);
        if moved.is_moved {
            kept.scroll_to = Some(kept.cursor);
        }
        let cursor = part.has_focus().then_some(kept.cursor);
        let mut lines = Lines { cell: self.cell, cursor, opened: None };
        if moved.is_activated {
            lines.opened = Some(kept.cursor);
        }
        let scroll_to = kept.scroll_to.take();
        let mut events = Vec::new();
        ui.allocate_ui_with_layout(vec2(place.width(), height), Layout::top_down(Align::Min), |ui| {
            ui.set_min_size(place.size());
            ui.set_max_size(place.size());
            let table = DataTable {
                id_salt: "figures",
                columns: &columns,
                sticky: 1,
                lines: self.rows,
                row_height,
                scroll_to: scroll_to.map(|to| to.row),
                scroll_to_column: scroll_to.map(|to| to.column),
                fit: false,
                open_menu: None,
                drop_zone: Rect::NOTHING,
            };
            wheel::part_ui(ui, id, place, part.has_focus(), |ui| table.ui(ui, &mut lines, &mut events));
        });
        if part.has_focus() {
            let stroke = Stroke::new(1.0, ui.tokens().accent);
            ui.painter().rect_stroke(place, CornerRadius::same(2), stroke, StrokeKind::Outside);
        }
        let mut told = Vec::new();
        if let Some(opened) = lines.opened {
            kept.cursor = opened;
            if !moved.is_activated {
                part.request_focus();
            }
            let opens = (self.cell)(opened.row, opened.column).is_some_and(|cell| cell.opens.is_some());
            told.extend(opens.then_some(GridEvent::Open(opened.row, opened.column)));
        }
        for event in events {
            match event {
                TableEvent::Sort(column, _) => told.push(GridEvent::Sort(column, None)),
                TableEvent::SortBy(column, descending) => told.push(GridEvent::Sort(column, Some(descending))),
                TableEvent::Widths(widths) => {
                    let known =
                        widths.into_iter().filter_map(|(at, width)| Some((columns.get(at)?.key.to_string(), width)));
                    kept.widths.extend(known);
                }
                TableEvent::Move(..) | TableEvent::Hide(_) | TableEvent::Drop(_) => {}
            }
        }
        told
    }
}

/// No column becomes wider by what stands in it, in points.
const MOST_WIDTH: f32 = 640.0;
/// Words have so much room even where the table is wider than the page, in points.
const LEAST_WIDTH: f32 = 240.0;
/// Room for a mark before a text, in points.
const MARK: f32 = 18.0;
/// So many rows say how wide a column is to be.
const MEASURED: u64 = 60;

/// The width at which the words of a column are shown whole, in points.
fn wanted_width<'a>(ui: &Ui, cell: &dyn Fn(u64, usize) -> Option<GridCell<'a>>, rows: u64, column: usize) -> f32 {
    let color = ui.tokens().text;
    let width = |text: &str, style| layout(ui, text, f32::INFINITY, style, color).size().x;
    let of_cell = |cell: GridCell<'_>| {
        let detail = cell.detail.map_or(0.0, |detail| width(detail, TextStyle::Small) + space::S);
        width(&cell.text, TextStyle::Body) + detail + cell.mark.map_or(0.0, |_| MARK)
    };
    let widest = (0..rows.min(MEASURED)).filter_map(|row| cell(row, column)).map(of_cell).fold(0.0, f32::max);
    (widest + 2.0 * CELL_MARGIN + 2.0).min(MOST_WIDTH)
}

/// Gives columns the room that is left, those that need least first.
fn widen(columns: &mut [DataColumn], wanted: &[f32], room: f32) {
    let mut free = room - columns.iter().map(|column| column.width).sum::<f32>();
    let mut needy: Vec<usize> = (0..columns.len()).filter(|at| wanted[*at] > columns[*at].width).collect();
    needy.sort_by(|a, b| (wanted[*a] - columns[*a].width).total_cmp(&(wanted[*b] - columns[*b].width)));
    let mut left = needy.len();
    for at in needy {
        let more = (wanted[at] - columns[at].width).min(free.max(0.0) / left as f32);
        columns[at].width += more;
        free -= more;
        left -= 1;
    }
}

/// The rows while they are drawn.
struct Lines<'a, 'c> {
    cell: &'c dyn Fn(u64, usize) -> Option<GridCell<'a>>,
    cursor: Option<Cursor>,
    opened: Option<Cursor>,
}

impl TableLines for Lines<'_, '_> {
    fn cell_ui(&mut self, ui: &mut Ui, line: u64, column: usize) -> Response {
        let rect = ui.max_rect();
        let response = ui.interact(rect, ui.scope_id().with("cell"), Sense::CLICK);
        if ui.is_sizing_pass() {
            ui.allocate_space(vec2(rect.width(), 1.0));
            return response;
        }
        let Some(cell) = (self.cell)(line, column) else { return response };
        response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, visible_lines(&cell.name)));
        let is_cut = paint(ui, rect, &cell, response.hovered());
        match cell.opens {
            Some(opens) if is_cut => response.on_hover_text(format!("{}\n{opens}", visible_lines(&cell.text))),
            Some(opens) => response.on_hover_text(opens.into_owned()),
            None if is_cut => response.on_hover_text(visible_lines(&cell.text)),
            None => response,
        }
    }

    fn clicked(&mut self, line: u64, column: usize, _response: &Response) {
        self.opened = Some(Cursor { row: line, column });
    }

    fn menu_asked(&mut self, _line: u64, _column: usize) {}

    fn menu_ui(&mut self, menu: &mut Menu<'_>, line: u64, column: usize) {
        let Some(cell) = (self.cell)(line, column) else { return };
        if let Some(opens) = cell.opens
            && menu.item(opens.as_ref())
        {
            self.opened = Some(Cursor { row: line, column });
        }
        if menu.item(text!("insights-copy")) {
            menu.ui.ctx().copy_text(cell.text.into_owned());
        }
    }

    fn header_menu_ui(&mut self, _menu: &mut Menu<'_>, _column: usize) {}

    fn is_selected(&self, _line: u64) -> bool {
        false
    }

    fn cursor(&self, line: u64) -> Option<Option<usize>> {
        self.cursor.filter(|cursor| cursor.row == line).map(|cursor| Some(cursor.column))
    }
}

/// Draws what stands in a cell; returns whether it does not fit.
fn paint(ui: &Ui, rect: Rect, cell: &GridCell<'_>, is_hovered: bool) -> bool {
    let tokens = ui.tokens();
    let inner = rect.shrink2(vec2(CELL_MARGIN, 0.0));
    match cell.look {
        Look::Trend(counts) => {
            paint_trend(ui, inner.shrink2(vec2(0.0, 6.0)), counts, tokens.accent);
            return false;
        }
        Look::Share(share) => {
            let full = rect.shrink2(vec2(space::XS, 5.0));
            let bar = full.with_max_x(full.left() + full.width() * share.clamp(0.0, 1.0));
            ui.painter().rect_filled(bar, CornerRadius::same(2), tokens.selection);
        }
        Look::Text | Look::Figure => {}
    }
    let color = if cell.is_link { tokens.accent } else { tokens.text };
    let inner = match cell.mark {
        Some(mark) => {
            let center = pos2(inner.left() + 6.0, rect.center().y);
            mark.paint(ui.painter(), center, 6.0, mark.color(tokens), tokens.surface);
            inner.with_min_x(inner.left() + MARK)
        }
        None => inner,
    };
    let text = layout(ui, &cell.text, inner.width(), TextStyle::Body, color);
    let left = if cell.look == Look::Text { inner.left() } else { inner.right() - text.size().x };
    let size = text.size();
    let top = rect.center().y - size.y / 2.0;
    let is_cut = text.elided;
    ui.painter().galley(pos2(left, top), text, color);
    if is_hovered && cell.opens.is_some() {
        let y = top + size.y - 1.0;
        ui.painter().hline(left..=left + size.x, y, Stroke::new(1.0, color));
    }
    let Some(detail) = cell.detail else { return is_cut };
    let room = inner.right() - left - size.x - space::S;
    if room < 24.0 {
        return true;
    }
    let detail = layout(ui, detail, room, TextStyle::Small, tokens.weak_text);
    let is_cut = is_cut || detail.elided;
    let at = pos2(left + size.x + space::S, rect.center().y - detail.size().y / 2.0);
    ui.painter().galley(at, detail, tokens.weak_text);
    is_cut
}

/// A small line from the first number to the last one.
fn paint_trend(ui: &Ui, place: Rect, counts: &[u64], color: Color32) {
    let highest = counts.iter().copied().max().unwrap_or(0);
    if highest == 0 {
        return;
    }
    let at = |(number, count): (usize, &u64)| {
        let along = if counts.len() > 1 { number as f32 / (counts.len() - 1) as f32 } else { 0.5 };
        pos2(place.left() + along * place.width(), place.bottom() - *count as f32 / highest as f32 * place.height())
    };
    let points: Vec<_> = counts.iter().enumerate().map(at).collect();
    match points.as_slice() {
        [only] => drop(ui.painter().circle_filled(*only, 2.0, color)),
        _ => drop(ui.painter().add(Shape::line(points, Stroke::new(1.5, color)))),
    }
}
