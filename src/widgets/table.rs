//! The data table: a header that sorts, resizes, reorders and hides, over lines of which only the visible
//! ones are drawn.
//!
//! What stands in the cells is up to its [`TableLines`]. The table itself knows columns by number, draws
//! the header, the selection and the lines between rows, and tells what the user did as [`TableEvent`]s.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use eframe::egui::{
    Align, Align2, Color32, CursorIcon, Galley, Id, IdSalt, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke,
    TextStyle, Ui, UiBuilder, Vec2, WidgetInfo, WidgetText, pos2, vec2,
};
use egui_table::{CellInfo, Column, HeaderCellInfo, HeaderRow, PrefetchInfo, Table, TableDelegate, TableState};

use super::menu::{Menu, context_menu_ui, menu_keys_pressed};
use super::theme::{UiExt, space};
use crate::export::visible::visible_lines;
use crate::texts::text;

/// A column as the table draws it.
#[derive(Clone, Debug)]
pub struct DataColumn {
    /// Tells it from every other column, whatever their order.
    pub key: Cow<'static, str>,
    /// What its header says.
    pub title: Cow<'static, str>,
    /// What a newcomer should know about it; may be empty.
    pub about: &'static str,
    /// Width in points.
    pub width: f32,
    /// Whether its values are numbers, aligned right.
    pub is_numeric: bool,
    /// Its place among the sort keys from 0, and whether the largest come first.
    pub sort: Option<(usize, bool)>,
    /// Whether it can be moved and hidden.
    pub is_fixed: bool,
}

/// What the user did with the table.
#[derive(Clone, Debug, PartialEq)]
pub enum TableEvent {
    /// Sort by a column, as a further key if `true`.
    Sort(usize, bool),
    /// Sort by a column alone, largest first if `true`.
    SortBy(usize, bool),
    /// Move a column to a place.
    Move(usize, usize),
    /// Hide a column.
    Hide(usize),
    /// A header was dropped on the zone beside the table.
    Drop(usize),
    /// Columns have new widths in points.
    Widths(Vec<(usize, f32)>),
}

/// What is known of a table once it was shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shown {
    /// How many whole lines fit.
    pub page: u64,
    /// The column whose header is dragged, and whether it is over the zone beside the table.
    pub dragged: Option<(usize, bool)>,
    /// Whether the menu that was asked for was opened.
    pub is_menu_open: bool,
}

/// What stands in the table.
pub trait TableLines {
    /// Draws a cell. [`cell_text`] draws plain ones. The response senses clicks.
    fn cell_ui(&mut self, ui: &mut Ui, line: u64, column: usize) -> Response;
    /// A cell was clicked.
    fn clicked(&mut self, line: u64, column: usize, response: &Response);
    /// The context menu of a cell is about to open.
    fn menu_asked(&mut self, line: u64, column: usize);
    /// The context menu of a cell.
    fn menu_ui(&mut self, menu: &mut Menu<'_>, line: u64, column: usize);
    /// What a header's menu has besides sorting, moving and hiding.
    fn header_menu_ui(&mut self, menu: &mut Menu<'_>, column: usize);
    /// Whether a line is selected.
    fn is_selected(&self, line: u64) -> bool;
    /// Whether keys act on a line, and on which of its columns.
    fn cursor(&self, line: u64) -> Option<Option<usize>>;
}

/// A table to be shown.
#[derive(Debug)]
pub struct DataTable<'a> {
    /// Tells it from other tables.
    pub id_salt: &'a str,
    /// The columns.
    pub columns: &'a [DataColumn],
    /// How many columns stay at the left while the others scroll.
    pub sticky: usize,
    /// How many lines there are.
    pub lines: u64,
    /// Height of a line in points; a multiple of four keeps millions of them exact.
    pub row_height: f32,
    /// A line to bring into view.
    pub scroll_to: Option<u64>,
    /// A column to bring into view.
    pub scroll_to_column: Option<usize>,
    /// Whether columns take the width of what they show.
    pub fit: bool,
    /// The cell whose context menu is to be opened.
    pub open_menu: Option<(u64, usize)>,
    /// Where headers can be dropped besides among themselves.
    pub drop_zone: Rect,
}

/// Height of the header in points.
const HEADER: f32 = 32.0;

/// Room left and right of a cell's content in points.
pub const CELL_MARGIN: f32 = space::S;

impl DataTable<'_> {
    /// Shows the table in all the room there is.
    pub fn ui(self, ui: &mut Ui, lines: &mut dyn TableLines, events: &mut Vec<TableEvent>) -> Shown {
        let room = ui.available_height() - HEADER;
        let page = (room / self.row_height).floor().max(1.0) as u64;
        // Below the last line there is nothing to resize.
        let part = ui.available_rect_before_wrap();
        let part = part.with_max_y(part.bottom().min(part.top() + self.height(ui, part.width())));
        // Each table keeps its own place.
        ui.scope_builder(UiBuilder::new().id_salt(self.id_salt).max_rect(part), |ui| {
            ui.shrink_clip_rect(part);
            // No lines between columns: the header has short ones, the body none.
            ui.visuals_mut().widgets.noninteractive.bg_stroke = Stroke::NONE;
            let tokens = ui.tokens();
            ui.visuals_mut().widgets.hovered.bg_stroke = Stroke::new(1.0, tokens.accent);
            ui.visuals_mut().widgets.active.bg_stroke = Stroke::new(2.0, tokens.accent);
            let (dragged, is_menu_open) = self.show(ui, lines, events);
            Shown { page, dragged, is_menu_open }
        })
        .inner
    }

    /// Height of the header, all lines, and the bar that scrolls sideways, in points.
    fn height(&self, ui: &Ui, width: f32) -> f32 {
        let is_wider = self.columns.iter().map(|column| column.width).sum::<f32>() > width;
        let scroll = ui.spacing().scroll;
        let bar = if is_wider { scroll.bar_width + scroll.bar_inner_margin + scroll.bar_outer_margin } else { 0.0 };
        HEADER + self.lines as f32 * self.row_height + bar
    }

    /// How many of the sticky columns leave room for the others.
    fn sticky_in(&self, width: f32) -> usize {
        let mut used = 0.0;
        let fits = |column: &&DataColumn| {
            used += column.width;
            used <= width * MOST_STICKY
        };
        self.columns.iter().take(self.sticky).take_while(fits).count()
    }

    fn show(
        &self,
        ui: &mut Ui,
        lines: &mut dyn TableLines,
        events: &mut Vec<TableEvent>,
    ) -> (Option<(usize, bool)>, bool) {
        let sticky = self.sticky_in(ui.available_width());
        let mut table = Table::new()
            .id_salt(self.id_salt)
            .num_rows(self.lines)
            .num_sticky_cols(sticky)
            .headers([HeaderRow::new(HEADER)])
            .columns(
                self.columns
                    .iter()
                    .map(|column| Column::new(column.width).range(MIN_WIDTH..=MAX_WIDTH).id(column_id(&column.key)))
                    .collect::<Vec<_>>(),
            );
        if let Some(line) = self.scroll_to {
            table = table.scroll_to_row(line, None);
        }
        if let Some(column) = self.scroll_to_column.filter(|column| (sticky..self.columns.len()).contains(column)) {
            table = table.scroll_to_column(column, None);
        }
        // Widths are ours: put in before, read back after. A table that knows its widths is not measured
        // by its content, which would make columns jump when other rows scroll in.
        let id = TableState::id(ui, IdSalt::new(self.id_salt));
        let mut state = TableState::load(ui, id).unwrap_or_default();
        for column in self.columns {
            state.col_widths.insert(column_id(&column.key), column.width);
        }
        if self.fit {
            // A table that does not know its widths measures what it shows.
            TableState::reset(ui, id);
        } else {
            state.store(ui, id);
        }
        let body = ui.available_rect_before_wrap().with_min_y(ui.cursor().top() + HEADER);
        let is_over = ui.rect_contains_pointer(body);
        let hovered = ui.ctx().pointer_hover_pos().filter(|_| is_over).map(|at| at.y);
        let (headers, drag, is_menu_open) = (Vec::new(), None, false);
        let mut delegate = Delegate { table: self, sticky, lines, events, headers, drag, hovered, is_menu_open };
        table.show(ui, &mut delegate);
        let Delegate { headers, drag, is_menu_open, .. } = delegate;
        let mut dragged = None;
        if let Some(drag) = drag {
            let is_over_zone = self.drop_zone.contains(drag.at);
            if is_over_zone && drag.is_released {
                events.push(TableEvent::Drop(drag.column));
            } else if !is_over_zone {
                self.drag_ui(ui, &headers, &drag, events);
            }
            dragged = (!drag.is_released).then_some((drag.column, is_over_zone));
        }
        if let Some(state) = TableState::load(ui, id) {
            let changed: Vec<(usize, f32)> = self
                .columns
                .iter()
                .enumerate()
                .filter_map(|(number, column)| {
                    let width = *state.col_widths.get(&column_id(&column.key))?;
                    // One long text does not push all other columns out of the window.
                    let width = if self.fit { width.min(MOST_FITTED) } else { width };
                    ((width - column.width).abs() > 0.5).then_some((number, width))
                })
                .collect();
            if !changed.is_empty() {
                events.push(TableEvent::Widths(changed));
            }
        }
        (dragged, is_menu_open)
    }

    /// Shows where a dragged header would go, and moves it there when it is let go.
    fn drag_ui(&self, ui: &Ui, headers: &[(usize, Rect)], drag: &Drag, events: &mut Vec<TableEvent>) {
        let fixed = self.columns.iter().take_while(|column| column.is_fixed).count();
        let movable = || headers.iter().filter(|(number, _)| *number >= fixed);
        // The gap nearest to the pointer: before the first header whose middle is right of it.
        let gap = movable().find(|(_, rect)| drag.at.x < rect.center().x).map_or_else(
            || movable().next_back().map(|(number, rect)| (number + 1, rect.right())),
            |(number, rect)| Some((*number, rect.left())),
        );
        let Some((gap, x)) = gap else { return };
        let tokens = ui.tokens();
        if let Some((_, rect)) = headers.first() {
            let bottom = ui.clip_rect().bottom();
            ui.painter().vline(x, rect.top()..=bottom, Stroke::new(2.0, tokens.accent));
        }
        if drag.is_released {
            let to = if gap > drag.column { gap - 1 } else { gap };
            if to != drag.column {
                events.push(TableEvent::Move(drag.column, to));
            }
        }
    }
}

const MIN_WIDTH: f32 = 48.0;
const MAX_WIDTH: f32 = 900.0;
/// No column becomes wider by fitting all at once.
const MOST_FITTED: f32 = 400.0;
/// The part of the table that columns may take which do not scroll.
const MOST_STICKY: f32 = 0.6;

fn column_id(key: &str) -> Id {
    Id::unique(("data table column", key))
}

struct Drag {
    column: usize,
    at: Pos2,
    is_released: bool,
}

struct Delegate<'a, 't> {
    table: &'a DataTable<'t>,
    sticky: usize,
    lines: &'a mut dyn TableLines,
    events: &'a mut Vec<TableEvent>,
    headers: Vec<(usize, Rect)>,
    drag: Option<Drag>,
    /// Height at which the pointer is over the lines. The line under it is marked in its whole width.
    hovered: Option<f32>,
    is_menu_open: bool,
}

impl TableDelegate for Delegate<'_, '_> {
    fn prepare(&mut self, _info: &PrefetchInfo) {}

    fn default_row_height(&self) -> f32 {
        self.table.row_height
    }

    fn header_cell_ui(&mut self, ui: &mut Ui, cell: &HeaderCellInfo) {
        let Range { start: number, .. } = cell.col_range;
        let Some(column) = self.table.columns.get(number) else { return };
        let rect = ui.max_rect();
        self.headers.push((number, rect));
        if ui.is_sizing_pass() {
            let title = layout(ui, &column.title, f32::INFINITY, TextStyle::Small, ui.tokens().weak_text);
            ui.allocate_space(vec2(title.size().x + 2.0 * CELL_MARGIN + ARROW, HEADER));
            return;
        }
        let sense = if column.is_fixed { Sense::click() } else { Sense::click_and_drag() };
        let response = ui.interact(rect, ui.scope_id().with(("header", &column.key)), sense);
        paint_header(ui, rect, column, &response);
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &*column.title));
        if response.clicked() {
            self.events.push(TableEvent::Sort(number, ui.input(|input| input.modifiers.shift)));
        }
        if response.dragged() || response.drag_stopped() {
            ui.set_cursor_icon(CursorIcon::Grabbing);
            if let Some(at) = response.interact_pointer_pos() {
                self.drag = Some(Drag { column: number, at, is_released: response.drag_stopped() });
            }
        }
        let opened_by_key = response.has_focus() && menu_keys_pressed(ui);
        context_menu_ui(&response, opened_by_key, |menu| self.header_menu_ui(menu, number));
        if !column.about.is_empty() {
            response.on_hover_text(column.about);
        }
    }

    fn row_ui(&mut self, ui: &mut Ui, line: u64) {
        let rect = ui.max_rect();
        let tokens = ui.tokens();
        let visible = rect.intersect(ui.clip_rect());
        if self.lines.is_selected(line) {
            ui.painter().rect_filled(visible, 0.0, tokens.selection);
        } else if self.hovered.is_some_and(|y| rect.top() <= y && y < rect.bottom()) {
            ui.painter().rect_filled(visible, 0.0, tokens.faint);
        }
        ui.painter().hline(visible.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, tokens.grid.gamma_multiply(0.7)));
        if self.lines.cursor(line).is_some() {
            let stroke = Stroke::new(1.0, tokens.accent.gamma_multiply(0.6));
            ui.painter().hline(visible.x_range(), rect.top() + 0.5, stroke);
            ui.painter().hline(visible.x_range(), rect.bottom() - 0.5, stroke);
        }
    }

    fn cell_ui(&mut self, ui: &mut Ui, cell: &CellInfo) {
        if cell.row_nr >= self.table.lines {
            return;
        }
        let (line, column) = (cell.row_nr, cell.col_nr);
        let rect = ui.max_rect();
        let response = self.lines.cell_ui(ui, line, column);
        if ui.is_sizing_pass() {
            return;
        }
        let tokens = ui.tokens();
        if column + 1 == self.sticky {
            // What stays is set apart from what scrolls.
            ui.painter().vline(rect.right() - 0.5, rect.y_range(), Stroke::new(1.0, tokens.outline));
        }
        if self.lines.cursor(line) == Some(Some(column)) {
            let stroke = Stroke::new(1.5, tokens.accent);
            ui.painter().rect_stroke(rect.shrink(1.5), 2.0, stroke, eframe::egui::StrokeKind::Inside);
        }
        if self.lines.is_selected(line) {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(true));
        }
        if response.clicked() {
            self.lines.clicked(line, column, &response);
        }
        let opened_by_key = self.table.open_menu == Some((line, column));
        if opened_by_key || response.secondary_clicked() {
            self.lines.menu_asked(line, column);
        }
        self.is_menu_open |= opened_by_key;
        context_menu_ui(&response, opened_by_key, |menu| self.lines.menu_ui(menu, line, column));
    }
}

impl Delegate<'_, '_> {
    fn header_menu_ui(&mut self, menu: &mut Menu<'_>, number: usize) {
        let Some(column) = self.table.columns.get(number) else { return };
        if menu.item(text!("widget-sort-ascending")) {
            self.events.push(TableEvent::SortBy(number, false));
        }
        if menu.item(text!("widget-sort-descending")) {
            self.events.push(TableEvent::SortBy(number, true));
        }
        if !column.is_fixed {
            menu.separator();
            let fixed = self.table.columns.iter().take_while(|column| column.is_fixed).count();
            let last = self.table.columns.len() - 1;
            let first_reason = (number <= fixed).then_some(text!("widget-first-column"));
            if menu.item_unless(text!("widget-move-left"), first_reason) {
                self.events.push(TableEvent::Move(number, number.saturating_sub(1)));
            }
            let last_reason = (number >= last).then_some(text!("widget-last-column"));
            if menu.item_unless(text!("widget-move-right"), last_reason) {
                self.events.push(TableEvent::Move(number, number + 1));
            }
            let only_reason = (last <= fixed).then_some(text!("widget-only-column"));
            if menu.item_unless(text!("widget-hide-column"), only_reason) {
                self.events.push(TableEvent::Hide(number));
            }
        }
        menu.separator();
        self.lines.header_menu_ui(menu, number);
    }
}

/// Room for the sort arrow in points.
const ARROW: f32 = 16.0;

fn paint_header(ui: &Ui, rect: Rect, column: &DataColumn, response: &Response) {
    let tokens = ui.tokens();
    let painter = ui.painter();
    painter.rect_filled(rect, 0.0, if response.hovered() { tokens.control } else { tokens.panel });
    painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, tokens.outline));
    let divider = Stroke::new(1.0, tokens.grid);
    painter.vline(rect.right() - 0.5, rect.top() + space::S..=rect.bottom() - space::S, divider);
    if response.has_focus() {
        let stroke = Stroke::new(1.0, tokens.accent);
        painter.rect_stroke(rect.shrink(1.0), 2.0, stroke, eframe::egui::StrokeKind::Inside);
    }
    let color = if column.sort.is_some() { tokens.text } else { tokens.weak_text };
    let arrow = if column.sort.is_some() { ARROW } else { 0.0 };
    let room = rect.width() - 2.0 * CELL_MARGIN - arrow;
    let title = layout(ui, &column.title, room, TextStyle::Small, color);
    let width = title.size().x;
    let left = if column.is_numeric { rect.right() - CELL_MARGIN - arrow - width } else { rect.left() + CELL_MARGIN };
    painter.galley(pos2(left, rect.center().y - title.size().y / 2.0), title, color);
    if let Some((place, descending)) = column.sort {
        let center = pos2(left + width + space::S, rect.center().y);
        paint_arrow(painter, center, descending, tokens.accent);
        if place > 0 {
            let at = pos2(center.x + 5.0, center.y);
            let font = TextStyle::Small.resolve(ui.style());
            painter.text(at, Align2::LEFT_CENTER, place + 1, font, tokens.weak_text);
        }
    }
}

fn paint_arrow(painter: &Painter, center: Pos2, points_down: bool, color: Color32) {
    let half = vec2(3.5, if points_down { -2.5 } else { 2.5 });
    let points = vec![center + half, center + vec2(-half.x, half.y), center - vec2(0.0, half.y)];
    painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
}

/// Lays a text out in one line, cut with an ellipsis where it does not fit. Characters that hide or turn others are shown
/// as their codes.
#[must_use]
pub fn layout(ui: &Ui, text: &str, width: f32, style: TextStyle, color: Color32) -> Arc<Galley> {
    let text = eframe::egui::RichText::new(visible_lines(text)).color(color);
    let wrap =
        if width.is_finite() { eframe::egui::TextWrapMode::Truncate } else { eframe::egui::TextWrapMode::Extend };
    WidgetText::from(text).into_galley(ui, Some(wrap), width.max(0.0), style)
}

/// How a cell's text stands in its cell.
#[derive(Clone, Debug)]
pub struct CellStyle {
    /// Left, or right for numbers.
    pub align: Align,
    /// Colour of the text.
    pub color: Color32,
    /// Room left free at the left in points, for what the caller draws there.
    pub indent: f32,
    /// The font.
    pub font: TextStyle,
}

/// Draws a cell with one line of text, cut where it does not fit; then the whole text shows on hover.
pub fn cell_text(ui: &mut Ui, text: &str, style: &CellStyle) -> Response {
    let rect = ui.max_rect();
    let response = ui.interact(rect, ui.scope_id().with("cell"), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, visible_lines(text)));
    if ui.is_sizing_pass() {
        let galley = layout(ui, text, f32::INFINITY, style.font.clone(), style.color);
        ui.allocate_space(Vec2::new(galley.size().x + 2.0 * CELL_MARGIN + style.indent, 1.0));
        return response;
    }
    if text.is_empty() {
        return response;
    }
    let room = rect.width() - 2.0 * CELL_MARGIN - style.indent;
    // A text of any length is laid out no further than a cell can show.
    let shown = text.char_indices().nth(400).map_or(text, |(end, _)| &text[..end]);
    let galley = layout(ui, shown, room, style.font.clone(), style.color);
    let left = match style.align {
        Align::Max => rect.right() - CELL_MARGIN - galley.size().x,
        Align::Min | Align::Center => rect.left() + CELL_MARGIN + style.indent,
    };
    let is_cut = galley.elided || shown.len() < text.len();
    ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, style.color);
    if is_cut { response.on_hover_text(visible_lines(text)) } else { response }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;

    struct Numbered;

    impl TableLines for Numbered {
        fn cell_ui(&mut self, ui: &mut Ui, line: u64, _column: usize) -> Response {
            let style = CellStyle { align: Align::Min, color: Color32::BLACK, indent: 0.0, font: TextStyle::Body };
            cell_text(ui, &format!("line {line}"), &style)
        }
        fn clicked(&mut self, _line: u64, _column: usize, _response: &Response) {}
        fn menu_asked(&mut self, _line: u64, _column: usize) {}
        fn menu_ui(&mut self, _menu: &mut Menu<'_>, _line: u64, _column: usize) {}
        fn header_menu_ui(&mut self, _menu: &mut Menu<'_>, _column: usize) {}
        fn is_selected(&self, _line: u64) -> bool {
            false
        }
        fn cursor(&self, _line: u64) -> Option<Option<usize>> {
            None
        }
    }

    fn columns() -> Vec<DataColumn> {
        vec![DataColumn {
            key: "number".into(),
            title: "Number".into(),
            about: "",
            width: 200.0,
            is_numeric: false,
            sort: None,
            is_fixed: false,
        }]
    }

    #[test]
    fn every_line_of_two_million_can_be_reached() {
        const LINES: u64 = 2_000_000;
        for wanted in [0, 1, 777_777, 1_333_333, LINES - 2, LINES - 1] {
            let mut scroll_to = Some(wanted);
            let mut harness = Harness::builder().with_size(vec2(400.0, 300.0)).build_ui(move |ui| {
                let columns = columns();
                let table = DataTable {
                    id_salt: "lines",
                    columns: &columns,
                    sticky: 0,
                    lines: LINES,
                    row_height: 28.0,
                    scroll_to: scroll_to.take(),
                    scroll_to_column: None,
                    fit: false,
                    open_menu: None,
                    drop_zone: Rect::NOTHING,
                };
                table.ui(ui, &mut Numbered, &mut Vec::new());
            });
            harness.run_steps(30);
            let name = format!("line {wanted}");
            let cell = harness.get_by_label(&name);
            let rect = cell.rect();
            assert!(rect.top() >= 31.0 && rect.bottom() <= 300.5, "line {wanted} is at {rect:?}");
            assert!((rect.height() - 28.0).abs() < 0.5, "line {wanted} is {} high", rect.height());
        }
    }

    #[test]
    fn a_column_is_resized_beside_its_header_and_lines_and_not_below_them() {
        let mut harness = Harness::builder().with_size(vec2(400.0, 300.0)).build_ui(|ui| {
            let columns = columns();
            let table = DataTable {
                id_salt: "lines",
                columns: &columns,
                sticky: 0,
                lines: 2,
                row_height: 28.0,
                scroll_to: None,
                scroll_to_column: None,
                fit: false,
                open_menu: None,
                drop_zone: Rect::NOTHING,
            };
            table.ui(ui, &mut Numbered, &mut Vec::new());
        });
        harness.run_steps(3);
        let last = harness.get_by_label("line 1").rect();
        for (y, expected) in [
            (last.top() - 40.0, CursorIcon::ResizeColumn),
            (last.center().y, CursorIcon::ResizeColumn),
            (last.bottom() + 20.0, CursorIcon::Default),
            (280.0, CursorIcon::Default),
        ] {
            harness.hover_at(pos2(last.right(), y));
            harness.run_steps(3);
            assert_eq!(harness.output().platform_output.cursor_icon, expected, "at {y}");
        }
    }
}
