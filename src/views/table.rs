//! The table of a sign-in log: single sign-ins, or folded rows that expand in place.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use eframe::egui::{
    Align, Color32, Key, Modifiers, Popup, Response, Role, Shape, Stroke, TextStyle, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::{Command, Line, Listing, State, Step, TableColumn, TableState};
use crate::clock::Clock;
use crate::columns::RowId;
use crate::fields::{Field, Kind, Log};
use crate::query::Shared;
use crate::views::filter_bar::nothing_found_ui;
use crate::views::lookup;
use crate::widgets::badge::Mark;
use crate::widgets::empty::empty_ui;
use crate::widgets::number;
use crate::widgets::star::paint_star;
use crate::widgets::table::{CELL_MARGIN, CellStyle, DataColumn, DataTable, TableEvent, TableLines, cell_text};
use crate::widgets::theme::UiExt;

/// What the table keeps from frame to frame: what the rows of a group share, counted once per answer.
#[derive(Debug, Default)]
pub struct TableView {
    of: Option<Arc<Listing>>,
    shared: HashMap<(usize, Field), Shared>,
}

/// What the table found out while it was drawn.
#[derive(Clone, Copy, Debug)]
pub struct Drawn {
    /// How many whole lines fit.
    pub page: u64,
}

impl TableView {
    /// Shows the table of a log.
    pub fn ui(&mut self, ui: &mut Ui, state: &State, log: Log, commands: &mut Vec<Command>) -> Option<Drawn> {
        let table = state.table(log);
        let listing = table.listing.as_ref()?;
        if listing.row_count() == 0 {
            no_rows_ui(ui, state, log, commands);
            return None;
        }
        if self.of.as_ref().is_none_or(|of| !Arc::ptr_eq(of, listing)) {
            self.of = Some(listing.clone());
            self.shared.clear();
        }
        let columns = shown_columns(state, log, listing);
        let drawn_columns: Vec<DataColumn> =
            columns.iter().map(|column| data_column(state, log, listing, *column)).collect();
        let mut lines = Lines {
            listing,
            table,
            columns: &columns,
            clock: state.settings.clock(),
            log,
            shared: &mut self.shared,
            commands,
        };
        let mut events = Vec::new();
        let page = DataTable {
            id_salt: log.key(),
            columns: &drawn_columns,
            sticky: usize::from(columns.first() == Some(&TableColumn::Count)),
            lines: listing.line_count(&table.expanded),
            row_height: state.settings.row_height.points(),
            scroll_to: table.scroll_to,
        }
        .ui(ui, &mut lines, &mut events);
        for event in events {
            commands.extend(command_of(event, state, log, &columns));
        }
        keys_ui(ui, table, commands);
        Some(Drawn { page })
    }
}

fn no_rows_ui(ui: &mut Ui, state: &State, log: Log, commands: &mut Vec<Command>) {
    let title = log.title().to_lowercase();
    if state.columns.rows_of(log).is_empty() {
        let headline = format!("No {title} sign-ins yet");
        empty_ui(ui, &headline, "Open a download of this log, or choose another tab", |ui| {
            if ui.button("Open…").clicked() {
                commands.push(Command::Open);
            }
        });
    } else {
        nothing_found_ui(ui, state, log, commands);
    }
}

fn shown_columns(state: &State, log: Log, listing: &Listing) -> Vec<TableColumn> {
    let count = listing.key.fold.map(|_| TableColumn::Count);
    count.into_iter().chain(state.settings.table(log).columns.iter().copied().map(TableColumn::Field)).collect()
}

/// Width of the date column of folded rows, which holds the first and the last time.
const PERIOD_WIDTH: f32 = 184.0;

fn data_column(state: &State, log: Log, listing: &Listing, column: TableColumn) -> DataColumn {
    let layout = state.settings.table(log);
    let sort = match layout.sort.iter().position(|by| by.column == column) {
        Some(place) => layout.sort.get(place).map(|by| (place, by.descending)),
        // Without an order of the user's the newest come first.
        None => (layout.sort.is_empty() && column == TableColumn::Field(Field::Time)).then_some((0, true)),
    };
    let is_period = listing.key.fold.is_some() && column == TableColumn::Field(Field::Time);
    let width = match layout.widths.get(&column) {
        Some(width) => *width,
        None if is_period => PERIOD_WIDTH,
        None => column.width(),
    };
    let (about, is_numeric) = match column {
        TableColumn::Count => ("How many sign-ins the row folds", true),
        TableColumn::Field(field) => (field.spec().about, field.kind().is_numeric()),
    };
    DataColumn {
        key: column.key(),
        title: column.title(),
        about,
        width,
        is_numeric,
        sort,
        is_fixed: column == TableColumn::Count,
    }
}

fn command_of(event: TableEvent, state: &State, log: Log, columns: &[TableColumn]) -> Option<Command> {
    let fields = || state.settings.table(log).columns.clone();
    let place_of = |number: usize| match columns.get(number) {
        Some(TableColumn::Field(field)) => state.settings.table(log).columns.iter().position(|known| known == field),
        _ => None,
    };
    Some(match event {
        TableEvent::Sort(number, is_further) => Command::Sort(*columns.get(number)?, is_further),
        TableEvent::SortBy(number, descending) => Command::SortBy(*columns.get(number)?, descending),
        TableEvent::Move(from, to) => {
            let (from, to) = (place_of(from)?, place_of(to)?);
            let mut fields = fields();
            let moved = fields.remove(from);
            fields.insert(to.min(fields.len()), moved);
            Command::SetColumns(log, fields)
        }
        TableEvent::Hide(number) => {
            let mut fields = fields();
            fields.remove(place_of(number)?);
            Command::SetColumns(log, fields)
        }
        TableEvent::Widths(widths) => {
            let widths = widths.into_iter().filter_map(|(number, width)| Some((*columns.get(number)?, width)));
            Command::SetWidths(log, widths.collect())
        }
    })
}

/// The keys that move the selection, unless another part of the window wants them.
fn keys_ui(ui: &Ui, table: &TableState, commands: &mut Vec<Command>) {
    let is_elsewhere = ui.memory(|memory| memory.focused().is_some()) || Popup::is_any_open(ui.ctx());
    if is_elsewhere {
        return;
    }
    let page = table.page.max(1) as i64;
    let steps = [
        (Key::ArrowDown, Step::By(1)),
        (Key::ArrowUp, Step::By(-1)),
        (Key::PageDown, Step::By(page)),
        (Key::PageUp, Step::By(-page)),
        (Key::Home, Step::First),
        (Key::End, Step::Last),
    ];
    for (key, step) in steps {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            commands.push(Command::MoveSelection(step));
        }
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
        commands.push(Command::Activate);
    }
    let group = table.selected.and_then(|selected| match table.line(selected.line)? {
        Line::Group(place) | Line::Member(place, _) => Some(place),
        Line::Single(_) => None,
    });
    if let Some(place) = group {
        let key = if table.expanded.contains(place) { Key::ArrowLeft } else { Key::ArrowRight };
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            commands.push(Command::ToggleGroup(place));
        }
    }
}

/// What a cell says.
enum Content<'a> {
    /// A value, with the sign-in it is of.
    Value(Cow<'a, str>, RowId),
    /// So many different values.
    Several(usize),
    /// Nothing is known.
    Missing,
}

struct Lines<'a> {
    listing: &'a Listing,
    table: &'a TableState,
    columns: &'a [TableColumn],
    clock: Clock,
    log: Log,
    shared: &'a mut HashMap<(usize, Field), Shared>,
    commands: &'a mut Vec<Command>,
}

impl<'a> Lines<'a> {
    fn line(&self, number: u64) -> Option<Line> {
        self.listing.line(number, &self.table.expanded)
    }

    fn content(&mut self, line: Line, field: Field) -> Content<'a> {
        let listing = self.listing;
        let of_row = |row: RowId| {
            let text = listing.columns.display(field, row, &self.clock);
            if text.is_empty() { Content::Missing } else { Content::Value(text, row) }
        };
        match line {
            Line::Single(row) | Line::Member(_, row) => of_row(row),
            Line::Group(place) => {
                let Some(group) = listing.group(place) else { return Content::Missing };
                if field == Field::Time {
                    return Content::Value(Cow::Owned(self.period(group.first, group.last)), group.representative());
                }
                let shared =
                    *self.shared.entry((place, field)).or_insert_with(|| group.shared(&listing.columns, field));
                match shared {
                    Shared::Missing => Content::Missing,
                    Shared::Same(row) => of_row(row),
                    Shared::Several(different) => Content::Several(different),
                }
            }
        }
    }

    /// First and last time of a folded row: the day once, since a window never spans two.
    fn period(&self, first: crate::clock::Millis, last: crate::clock::Millis) -> String {
        let minutes = |at| self.clock.time(at)[..5].to_owned();
        if first == last {
            self.clock.date_time(last)
        } else if self.clock.day_of(first) == self.clock.day_of(last) {
            format!("{} {} – {}", self.clock.date(first), minutes(first), minutes(last))
        } else {
            format!("{} – {}", self.clock.date(first), self.clock.date(last))
        }
    }

    fn count_ui(&self, ui: &mut Ui, line: Line) -> Response {
        let tokens = ui.tokens();
        let mut style = CellStyle { align: Align::Max, color: tokens.text, indent: 0.0, font: TextStyle::Body };
        let Line::Group(place) = line else {
            // The sign-ins of a group stand under a quiet line that leads up to it.
            style.color = tokens.weak_text;
            let response = cell_text(ui, "", &style);
            let x = ui.max_rect().left() + CELL_MARGIN + 5.0;
            ui.painter().vline(x, ui.max_rect().y_range(), Stroke::new(1.0, tokens.outline));
            return response;
        };
        let count = self.listing.group(place).map_or(0, |group| group.rows.len());
        let response = cell_text(ui, &number::count(count as u64), &style);
        let is_open = self.table.expanded.contains(place);
        let center = pos2(ui.max_rect().left() + CELL_MARGIN + 5.0, ui.max_rect().center().y);
        let color = if response.hovered() { tokens.text } else { tokens.weak_text };
        let points = if is_open {
            vec![center + vec2(-4.0, -2.0), center + vec2(4.0, -2.0), center + vec2(0.0, 3.0)]
        } else {
            vec![center + vec2(-2.0, -4.0), center + vec2(3.0, 0.0), center + vec2(-2.0, 4.0)]
        };
        ui.painter().add(Shape::convex_polygon(points, color, Stroke::NONE));
        let name = format!("{} {count} sign-ins", if is_open { "Fold" } else { "Expand" });
        response.widget_info(|| {
            let mut info = WidgetInfo::selected(Role::Button, true, is_open, &name);
            info.current_text_value = Some(count.to_string());
            info
        });
        response
    }

    fn value_ui(&mut self, ui: &mut Ui, line: Line, field: Field) -> Response {
        let tokens = ui.tokens();
        let mut style = CellStyle {
            align: if field.kind().is_numeric() { Align::Max } else { Align::Min },
            color: if matches!(line, Line::Member(..)) { tokens.weak_text } else { tokens.text },
            indent: 0.0,
            font: TextStyle::Body,
        };
        match self.content(line, field) {
            Content::Missing => cell_text(ui, "", &style),
            Content::Several(different) => {
                style.color = tokens.weak_text;
                let text = if field == Field::ErrorCode { "several codes" } else { "several" };
                cell_text(ui, text, &style)
                    .on_hover_text(format!("{different} different values; expand the row to see them"))
            }
            Content::Value(text, row) => {
                let stored = self.listing.columns.value(field, row).unwrap_or_default();
                match field {
                    Field::Status => status_cell(ui, &text, &stored, style),
                    Field::Bookmarked => star_cell(ui, &text, stored == "true", style),
                    Field::ErrorCode if stored != "0" => {
                        style.color = tokens.accent;
                        cell_text(ui, &text, &style).on_hover_ui(|ui| lookup::explain_ui(ui, &stored))
                    }
                    _ => cell_text(ui, &text, &style),
                }
            }
        }
    }
}

fn status_cell(ui: &mut Ui, text: &str, stored: &str, mut style: CellStyle) -> Response {
    let tokens = ui.tokens();
    style.color = tokens.status(stored);
    style.indent = 18.0;
    let response = cell_text(ui, text, &style);
    let center = pos2(ui.max_rect().left() + CELL_MARGIN + 6.0, ui.max_rect().center().y);
    Mark::of_status(stored).paint(ui.painter(), center, 6.0, style.color, tokens.surface);
    response
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

impl TableLines for Lines<'_> {
    fn cell_ui(&mut self, ui: &mut Ui, number: u64, column: usize) -> Response {
        if column == 0 {
            self.mark_ui(ui, number);
        }
        match (self.line(number), self.columns.get(column)) {
            (Some(line), Some(TableColumn::Count)) => self.count_ui(ui, line),
            (Some(line), Some(TableColumn::Field(field))) => self.value_ui(ui, line, *field),
            _ => {
                let color = ui.tokens().text;
                cell_text(ui, "", &CellStyle { align: Align::Min, color, indent: 0.0, font: TextStyle::Body })
            }
        }
    }

    fn clicked(&mut self, number: u64, column: usize, _response: &Response) {
        let Some(line) = self.line(number) else { return };
        match (line, self.columns.get(column)) {
            (Line::Group(place), Some(TableColumn::Count)) => {
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
        self.commands.push(Command::SelectLine(number));
        if let Some(row) = self.listing.row(line) {
            self.commands.push(Command::OpenDetail(self.listing.columns.event(row)));
        }
    }

    fn menu_ui(&mut self, ui: &mut Ui, number: u64, column: usize) {
        let Some(line) = self.line(number) else { return };
        if let Some(TableColumn::Field(field)) = self.columns.get(column)
            && let Content::Value(text, row) = self.content(line, *field)
        {
            let stored = self.listing.columns.value(*field, row).unwrap_or_default().into_owned();
            let short: String = text.chars().take(40).collect();
            if field.kind() != Kind::Time {
                if ui.button(format!("Filter for “{short}”")).clicked() {
                    self.commands.push(Command::Include(*field, stored.clone()));
                    ui.close();
                }
                if ui.button(format!("Filter out “{short}”")).clicked() {
                    self.commands.push(Command::Exclude(*field, stored));
                    ui.close();
                }
                ui.separator();
            }
            if ui.button("Copy value").clicked() {
                self.commands.push(Command::Copy(text.into_owned()));
                ui.close();
            }
        }
        if ui.button("Copy row").clicked() {
            self.commands.push(Command::SelectLine(number));
            self.commands.push(Command::CopyLine);
            ui.close();
        }
        let Some(row) = self.listing.row(line) else { return };
        let event = self.listing.columns.event(row);
        ui.separator();
        if ui.button("Show details").clicked() {
            self.commands.push(Command::SelectLine(number));
            self.commands.push(Command::OpenDetail(event));
            ui.close();
        }
        if ui.button("Open in own window").clicked() {
            self.commands.push(Command::OpenDetailWindow(event));
            ui.close();
        }
    }

    fn header_menu_ui(&mut self, ui: &mut Ui, _column: usize) {
        if ui.button("Columns…").clicked() {
            self.commands.push(Command::ChooseColumns);
            ui.close();
        }
        if ui.button("Put the portal's columns back").clicked() {
            self.commands.push(Command::ResetColumns(self.log));
            ui.close();
        }
    }

    fn ground(&self, line: u64, ui: &Ui) -> Color32 {
        let is_selected = self.table.selected.is_some_and(|selected| selected.line == line);
        if is_selected { ui.tokens().selection } else { Color32::TRANSPARENT }
    }
}
