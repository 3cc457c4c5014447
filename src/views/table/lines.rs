//! Draws the lines of a table.

use eframe::egui::{
    Align, Align2, Color32, CornerRadius, Rect, Response, Role, Shape, Stroke, TextStyle, Ui, WidgetInfo, pos2, vec2,
};

use super::content::{Content, SmallGroups, Source};
use super::marks::mark_of;
use crate::app::{Command, Group, Line, Listing, TableColumn, TableCommand, TableLayout, TableState};
use crate::clock::{Clock, Notation};
use crate::export::visible::visible_lines;
use crate::fields::{Field, Log};
use crate::query::MANY;
use crate::texts::text;
use crate::views::lookup;
use crate::widgets::menu::Menu;
use crate::widgets::number;
use crate::widgets::star::paint_star;
use crate::widgets::table::{CELL_MARGIN, CellStyle, TableLines, cell_text, layout};
use crate::widgets::theme::{UiExt, space};

/// The lines of a table while it is drawn.
pub struct Lines<'a> {
    pub listing: &'a Listing,
    pub table: &'a TableState,
    pub columns: &'a [TableColumn],
    pub clock: Clock,
    pub layout: &'a TableLayout,
    pub log: Log,
    pub small_groups: &'a mut SmallGroups,
    /// Cells of folded rows whose content takes a job.
    pub wanted: Vec<(usize, Field)>,
    pub commands: &'a mut Vec<Command>,
}

/// Room for the triangle before a group's value, in points; also how far each level stands in.
const STEP: f32 = 16.0;
/// Width of the bar that shows a group's share, and of its figure, in points.
const SHARE_BAR: f32 = 48.0;
const SHARE: f32 = 52.0;

impl<'a> Lines<'a> {
    fn line(&self, number: u64) -> Option<Line> {
        self.listing.line(number, &self.table.expanded)
    }

    /// What a field says on a line.
    pub(super) fn content(&mut self, line: Line, field: Field) -> Content<'a> {
        self.content_by(self.clock, line, field)
    }

    /// What is copied of a field on a line: moments are written as ISO 8601 has it.
    pub(super) fn copied(&mut self, line: Line, field: Field) -> Content<'a> {
        self.content_by(self.clock.written(Notation::ISO), line, field)
    }

    fn content_by(&mut self, clock: Clock, line: Line, field: Field) -> Content<'a> {
        let source = Source { listing: self.listing, table: self.table, clock };
        source.content(line, field, self.small_groups, &mut self.wanted)
    }

    fn count_ui(&self, ui: &mut Ui, line: Line) -> Response {
        let tokens = ui.tokens();
        let style = plain(tokens.text, Align::Max);
        let group = match line {
            Line::Group(place) => self.listing.group(place),
            Line::Single(_) | Line::Member(..) => None,
        };
        let Some(group) = group else {
            // The sign-ins of a group stand under a quiet line that leads up to it.
            let response = cell_text(ui, "", &style);
            paint_guides(ui, 1);
            return response;
        };
        let count = group.sign_ins;
        let response = cell_text(ui, &number::count(count), &style);
        self.triangle_ui(ui, &response, &group, &self.spoken_count(count));
        response
    }

    /// The cell of a group by fields: its value, how many sign-ins it holds, and their share of all.
    fn group_ui(&self, ui: &mut Ui, line: Line) -> Response {
        let tokens = ui.tokens();
        let group = match line {
            Line::Group(place) => self.listing.group(place),
            Line::Member(place, _) => {
                let response = cell_text(ui, "", &plain(tokens.text, Align::Min));
                paint_guides(ui, self.listing.group(place).map_or(0, |group| group.depth + 1));
                return response;
            }
            Line::Single(_) => None,
        };
        let Some((group, field)) = group.and_then(|group| Some((group, group.field?))) else {
            return cell_text(ui, "", &plain(tokens.text, Align::Min));
        };
        let value = self.listing.columns.display(field, group.newest, &self.clock);
        let text = if value.is_empty() { text!("table-no-value") } else { value.as_ref() };
        let rect = ui.max_rect();
        let count = group.sign_ins;
        let indent = STEP * (group.depth + 1) as f32;
        let figures = layout(ui, &number::count(count), f32::INFINITY, TextStyle::Body, tokens.text);
        let has_share = rect.width() > 220.0 || ui.is_sizing_pass();
        let right = figures.size().x + space::S + if has_share { SHARE_BAR + SHARE + space::S } else { 0.0 };
        if ui.is_sizing_pass() {
            let label = layout(ui, text, f32::INFINITY, TextStyle::Body, tokens.text);
            ui.allocate_space(vec2(2.0 * CELL_MARGIN + indent + label.size().x + right, 1.0));
            return ui.response();
        }
        let color = if value.is_empty() { tokens.weak_text } else { tokens.text };
        // The value has the room that the figures leave.
        let room = rect.with_max_x((rect.right() - right).max(rect.left() + indent + 3.0 * CELL_MARGIN));
        let style = CellStyle { indent, ..plain(color, Align::Min) };
        let response =
            ui.scope_builder(eframe::egui::UiBuilder::new().max_rect(room), |ui| cell_text(ui, text, &style)).inner;
        paint_guides(ui, group.depth);
        let y = rect.center().y;
        let mut x = rect.right() - CELL_MARGIN;
        if has_share {
            let share = count as f64 / self.listing.sign_ins.max(1) as f64;
            let font = TextStyle::Small.resolve(ui.style());
            ui.painter().text(pos2(x, y), Align2::RIGHT_CENTER, number::percent(share), font, tokens.weak_text);
            x -= SHARE;
            let bar = Rect::from_min_max(pos2(x - SHARE_BAR, y - 2.0), pos2(x, y + 2.0));
            ui.painter().rect_filled(bar, CornerRadius::same(2), tokens.control);
            let filled = bar.with_max_x(bar.left() + (SHARE_BAR * share as f32).max(1.5));
            ui.painter().rect_filled(filled, CornerRadius::same(2), tokens.accent);
            x -= SHARE_BAR + space::S;
        }
        ui.painter().galley(pos2(x - figures.size().x, y - figures.size().y / 2.0), figures, tokens.text);
        let name = text!("table-group-of", value = text, records = self.spoken_count(count));
        self.triangle_ui(ui, &response, &group, &name);
        response
    }

    /// A count of records for screen readers, which may stop at a thin blank.
    fn spoken_count(&self, count: u64) -> String {
        number::records(count, self.log.noun()).replace('\u{2009}', "")
    }

    /// The triangle that tells whether a group is expanded, and its name for screen readers.
    fn triangle_ui(&self, ui: &Ui, response: &Response, group: &Group<'_>, name: &str) {
        let tokens = ui.tokens();
        let is_open = self.table.expanded.contains(group.place);
        let rect = ui.max_rect();
        let center = pos2(rect.left() + CELL_MARGIN + 5.0 + STEP * group.depth as f32, rect.center().y);
        let color = if response.hovered() { tokens.text } else { tokens.weak_text };
        let points = if is_open {
            vec![center + vec2(-4.0, -2.0), center + vec2(4.0, -2.0), center + vec2(0.0, 3.0)]
        } else {
            vec![center + vec2(-2.0, -4.0), center + vec2(3.0, 0.0), center + vec2(-2.0, 4.0)]
        };
        ui.painter().add(Shape::convex_polygon(points, color, Stroke::NONE));
        let name = visible_lines(name);
        let name =
            if is_open { text!("table-fold-group", group = name) } else { text!("table-expand-group", group = name) };
        response.widget_info(|| {
            let mut info = WidgetInfo::selected(Role::Button, true, is_open, &name);
            info.current_text_value = Some(group.sign_ins.to_string());
            info
        });
    }

    fn value_ui(&mut self, ui: &mut Ui, line: Line, field: Field) -> Response {
        let tokens = ui.tokens();
        let is_member = matches!(line, Line::Member(..));
        let mut style = plain(
            if is_member { tokens.weak_text } else { tokens.text },
            if field.kind().is_numeric() { Align::Max } else { Align::Min },
        );
        match self.content(line, field) {
            Content::Missing | Content::Asked => cell_text(ui, "", &style),
            Content::Several(different) => {
                style.color = tokens.weak_text;
                let is_code = field == Field::ErrorCode;
                let text = if is_code { text!("table-several-codes") } else { text!("table-several") };
                cell_text(ui, text, &style).on_hover_text(if different < MANY {
                    text!("table-different", count = different)
                } else {
                    text!("table-different-or-more", count = different)
                })
            }
            Content::Value(text, row) => {
                let stored = self.listing.columns.value(field, row).unwrap_or_default();
                let mark = mark_of(field, &stored);
                if mark.is_some() {
                    style.indent = MARK;
                }
                if field == Field::Status {
                    style.color = tokens.status(&stored);
                }
                // Of a risk, too, the word has the colour of its shape.
                if let (Field::Risk | Field::RiskAggregated | Field::RiskState, Some(mark)) = (field, mark) {
                    style.color = mark.color(tokens);
                }
                if field == Field::Bookmarked {
                    return star_cell(ui, &text, stored == "true", style);
                }
                let response = if field == Field::ErrorCode && stored != "0" {
                    style.color = tokens.accent;
                    cell_text(ui, &text, &style).on_hover_ui(|ui| lookup::explain_ui(ui, &stored))
                } else {
                    cell_text(ui, &text, &style)
                };
                if let Some(mark) = mark {
                    let center = pos2(ui.max_rect().left() + CELL_MARGIN + 6.0, ui.max_rect().center().y);
                    mark.paint(ui.painter(), center, 6.0, mark.color(tokens), tokens.surface);
                }
                response
            }
        }
    }
}

/// A star stands for yes, and nothing for no.
fn star_cell(ui: &mut Ui, text: &str, is_on: bool, mut style: CellStyle) -> Response {
    style.color = Color32::TRANSPARENT;
    let response = cell_text(ui, text, &style);
    if is_on {
        let center = pos2(ui.max_rect().left() + CELL_MARGIN + 6.0, ui.max_rect().center().y);
        paint_star(ui.painter(), center, 6.0, ui.tokens().accent);
    }
    response
}

impl Lines<'_> {
    /// A small star at the edge of a bookmarked sign-in, whatever columns are shown.
    fn mark_ui(&self, ui: &Ui, number: u64) {
        let Some(Line::Single(row) | Line::Member(_, row)) = self.line(number) else { return };
        if self.listing.columns.value(Field::Bookmarked, row).is_some_and(|value| value == "true") {
            let center = pos2(ui.max_rect().left() + CELL_MARGIN / 2.0, ui.max_rect().center().y);
            paint_star(ui.painter(), center, 4.0, ui.tokens().accent);
        }
    }
}

/// Room for a mark before a value in points.
const MARK: f32 = 18.0;

fn plain(color: Color32, align: Align) -> CellStyle {
    CellStyle { align, color, indent: 0.0, font: TextStyle::Body }
}

/// Quiet lines that lead from what is in a group up to it, one for each of so many groups.
fn paint_guides(ui: &Ui, groups: usize) {
    let rect = ui.max_rect();
    let stroke = Stroke::new(1.0, ui.tokens().outline);
    for depth in 0..groups {
        let x = rect.left() + CELL_MARGIN + 5.0 + STEP * depth as f32;
        ui.painter().vline(x, rect.y_range(), stroke);
    }
}

impl TableLines for Lines<'_> {
    fn cell_ui(&mut self, ui: &mut Ui, number: u64, column: usize) -> Response {
        if column == 0 {
            self.mark_ui(ui, number);
        }
        match (self.line(number), self.columns.get(column)) {
            (Some(line), Some(TableColumn::Count)) => self.count_ui(ui, line),
            (Some(line), Some(TableColumn::Group)) => self.group_ui(ui, line),
            (Some(line), Some(TableColumn::Field(field))) => self.value_ui(ui, line, *field),
            _ => {
                let color = ui.tokens().text;
                cell_text(ui, "", &plain(color, Align::Min))
            }
        }
    }

    fn clicked(&mut self, number: u64, column: usize, response: &Response) {
        let Some(line) = self.line(number) else { return };
        let modifiers = response.ctx.input(|input| input.modifiers);
        if modifiers.shift {
            self.commands.push(Command::Table(TableCommand::SelectTo(number)));
            return;
        }
        if modifiers.command {
            self.commands.push(Command::Table(TableCommand::ToggleLine(number)));
            return;
        }
        match (line, self.columns.get(column)) {
            (Line::Group(place), Some(TableColumn::Count | TableColumn::Group)) => {
                self.commands.push(Command::ToggleGroup(place));
                return;
            }
            (_, Some(TableColumn::Field(Field::ErrorCode))) => {
                if let Content::Value(code, _) = self.content(line, Field::ErrorCode)
                    && code != "0"
                {
                    self.commands.push(Command::LookUp(code.into_owned()));
                    return;
                }
            }
            _ => {}
        }
        self.commands.push(Command::Table(TableCommand::SetCell(None)));
        self.commands.push(Command::SelectLine(number));
        if let Some(row) = self.listing.row(line) {
            self.commands.push(Command::OpenDetail(self.listing.columns.event(row)));
        }
    }

    fn menu_asked(&mut self, number: u64, _column: usize) {
        // The menu acts on all selected rows if it opens on one of them.
        if !self.table.selection.contains(number) {
            self.commands.push(Command::SelectLine(number));
        }
    }

    fn menu_ui(&mut self, menu: &mut Menu<'_>, number: u64, column: usize) {
        self.cell_menu_ui(menu, number, column);
    }

    fn header_menu_ui(&mut self, menu: &mut Menu<'_>, column: usize) {
        self.column_menu_ui(menu, column);
    }

    fn is_selected(&self, line: u64) -> bool {
        self.table.selection.contains(line)
    }

    fn cursor(&self, line: u64) -> Option<Option<usize>> {
        let is_cursor = self.table.selected.is_some_and(|selected| selected.line == line);
        let is_seen = self.table.cell.is_some() || self.table.selection.count() != 1;
        (is_cursor && is_seen).then_some(self.table.cell)
    }
}
