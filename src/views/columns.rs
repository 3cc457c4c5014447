//! The column chooser: which fields of a log stand in its table, in which order, and which stay at the left.

use eframe::egui::{
    Button, Checkbox, EventFilter, Id, Key, Layout, Memory, Modifiers, Rect, Response, Role, ScrollArea, Sense, Shape,
    Stroke, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::app::{Command, State, TableCommand, TableLayout, may_be_column};
use crate::fields::{Field, Log};
use crate::texts::text;
use crate::widgets::focus::reveal;
use crate::widgets::popup;
use crate::widgets::theme::{UiExt, space};

/// The chooser, with what is typed into its search.
#[derive(Debug, Default)]
pub struct ColumnChooser {
    search: String,
    was_asked: bool,
    /// What is typed into the search of the fields to group by, whose button stands beside.
    pub group_search: String,
}

/// Width of the chooser in points.
const WIDTH: f32 = 360.0;

impl ColumnChooser {
    /// Shows the button of the chooser and, while it is open, the chooser under it.
    pub fn ui(&mut self, ui: &mut Ui, state: &State, log: Log, commands: &mut Vec<Command>) {
        let button = popup::choice_button_ui(ui, "", text!("columns-choose"), false);
        // The menu and the header's menu ask for the chooser, too.
        if state.is_chooser_open && !self.was_asked {
            eframe::egui::Popup::open_id(ui.ctx(), eframe::egui::Popup::default_response_id(&button));
        }
        self.was_asked = state.is_chooser_open;
        if !popup::is_open(&button) {
            self.search.clear();
        }
        let is_open = self.panel_ui(&button, state, log, commands);
        if self.was_asked && !is_open {
            commands.push(Command::ChooseColumns);
        }
    }

    fn panel_ui(&mut self, button: &Response, state: &State, log: Log, commands: &mut Vec<Command>) -> bool {
        popup::panel_ui(button, WIDTH, |ui| {
            let find = text!("columns-find");
            let search = TextEdit::singleline(&mut self.search).hint_text(find).desired_width(f32::INFINITY);
            let search = ui.add(search).accessible_name(find);
            if ui.memory(|memory| memory.focused().is_none()) {
                search.request_focus();
            }
            ui.add_space(space::XS);
            let wanted = self.search.trim().to_lowercase();
            let layout = state.settings.table(log);
            let is_there = |field: &Field| state.columns.offers(*field) || layout.columns.contains(field);
            let is_found = |field: &Field| wanted.is_empty() || field.title().to_lowercase().contains(&wanted);
            let fits = |field: &Field| is_there(field) && is_found(field);
            let height = (ui.ctx().content_rect().height() - 300.0).clamp(120.0, 500.0);
            ScrollArea::vertical().min_scrolled_height(height).max_height(height).auto_shrink(false).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let mut list = List { log, layout, rows: Vec::new(), boxes: Vec::new(), commands };
                list.shown_ui(ui, &fits);
                ui.separator();
                list.hidden_ui(ui, &fits);
                list.walk(ui);
            });
            ui.separator();
            ui.horizontal(|ui| {
                if ui.button(text!("columns-fit")).clicked() {
                    commands.push(Command::Table(TableCommand::FitColumns));
                }
                if ui.button(text!("columns-reset")).clicked() {
                    commands.push(Command::ResetColumns(log));
                }
            });
            ui.note(text!("columns-how-to-move"));
        })
    }
}

/// The list of the columns while it is drawn.
struct List<'a> {
    log: Log,
    layout: &'a TableLayout,
    /// Where the rows of the shown columns are, by their places.
    rows: Vec<(usize, Rect)>,
    /// The tick boxes from top to bottom.
    boxes: Vec<Id>,
    commands: &'a mut Vec<Command>,
}

impl List<'_> {
    fn set(&mut self, columns: Vec<Field>) {
        self.commands.push(Command::SetColumns(self.log, columns));
    }

    /// Moves the shown column of a place to another place.
    fn move_to(&mut self, from: usize, to: usize) {
        let mut columns = self.layout.columns.clone();
        if from < columns.len() && to < columns.len() && from != to {
            let field = columns.remove(from);
            columns.insert(to, field);
            self.set(columns);
        }
    }

    fn shown_ui(&mut self, ui: &mut Ui, fits: &dyn Fn(&Field) -> bool) {
        let mut drag = None;
        for (place, field) in self.layout.columns.iter().copied().enumerate() {
            if fits(&field) {
                // The field tells the row, so that the focus goes with it when it moves.
                let scope = UiBuilder::new().scope_id(ui.scope_id().with(field.key()));
                let dragged = ui.scope_builder(scope, |ui| self.shown_row_ui(ui, place, field)).inner;
                drag = drag.or(dragged);
            }
        }
        if let Some((from, response)) = drag
            && let Some(at) = response.interact_pointer_pos()
        {
            self.drag_ui(ui, from, at.y, response.drag_stopped());
        }
    }

    /// A row of a shown column; returns its place and handle while it is dragged.
    fn shown_row_ui(&mut self, ui: &mut Ui, place: usize, field: Field) -> Option<(usize, Response)> {
        let title = field.title();
        let last = self.layout.columns.len() - 1;
        let row = ui.horizontal(|ui| {
            let (rect, handle) = ui.allocate_exact_size(vec2(14.0, 20.0), Sense::drag());
            handle.widget_info(|| WidgetInfo::labeled(Role::Image, true, text!("columns-drag", field = title)));
            paint_handle(ui, rect);
            let mut is_shown = true;
            ui.with_layout(Layout::right_to_left(eframe::egui::Align::Center), |ui| {
                let down = arrow_ui(ui, place < last, true, &text!("columns-move-down", field = title));
                let up = arrow_ui(ui, place > 0, false, &text!("columns-move-up", field = title));
                if down.clicked() {
                    self.move_to(place, place + 1);
                }
                if up.clicked() && place > 0 {
                    self.move_to(place, place - 1);
                }
                let is_pinned = self.layout.pinned.contains(&field);
                let name = if is_pinned {
                    text!("columns-unpin", field = title)
                } else {
                    text!("columns-pin-left", field = title)
                };
                let pin = ui.add(Button::selectable(is_pinned, text!("columns-pin")).small()).on_hover_text(&name);
                if reveal(pin.accessible_name(name)).clicked() {
                    self.commands.push(Command::Table(TableCommand::Pin(field, !is_pinned)));
                }
                ui.with_layout(Layout::left_to_right(eframe::egui::Align::Center).with_main_justify(false), |ui| {
                    let tick = reveal(ui.add_enabled(last > 0, Checkbox::new(&mut is_shown, title)));
                    if tick.changed() {
                        let columns = self.layout.columns.iter().copied().filter(|known| *known != field).collect();
                        self.set(columns);
                    }
                    self.boxes.push(tick.id);
                    if tick.has_focus() {
                        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
                        if pressed(Key::ArrowDown) {
                            self.move_to(place, place + 1);
                        } else if pressed(Key::ArrowUp) && place > 0 {
                            self.move_to(place, place - 1);
                        }
                    }
                    about(tick, field);
                });
            });
            handle
        });
        self.rows.push((place, row.response.rect));
        let handle = row.inner.on_hover_cursor(eframe::egui::CursorIcon::Grab);
        (handle.dragged() || handle.drag_stopped()).then_some((place, handle))
    }

    /// Shows where a dragged row would go, and moves it there when it is let go.
    fn drag_ui(&mut self, ui: &Ui, from: usize, y: f32, is_released: bool) {
        let before = self.rows.iter().find(|(_, rect)| y < rect.center().y);
        let last = self.rows.last();
        let Some((gap, line)) = before
            .map(|(place, rect)| (*place, rect.top()))
            .or_else(|| last.map(|(place, rect)| (place + 1, rect.bottom())))
        else {
            return;
        };
        let across = ui.max_rect().x_range();
        ui.painter().hline(across, line, Stroke::new(2.0, ui.tokens().accent));
        if is_released {
            self.move_to(from, if gap > from { gap - 1 } else { gap });
        }
    }

    fn hidden_ui(&mut self, ui: &mut Ui, fits: &dyn Fn(&Field) -> bool) {
        let log = self.log;
        for field in Field::ALL.into_iter().filter(|field| may_be_column(*field, log) && fits(field)) {
            if self.layout.columns.contains(&field) {
                continue;
            }
            let mut is_shown = false;
            let scope = UiBuilder::new().scope_id(ui.scope_id().with(field.key()));
            let tick = reveal(ui.scope_builder(scope, |ui| ui.checkbox(&mut is_shown, field.title())).inner);
            if tick.changed() {
                let mut columns = self.layout.columns.clone();
                columns.push(field);
                self.set(columns);
            }
            self.boxes.push(tick.id);
            about(tick, field);
        }
    }

    /// Up and Down walk from box to box.
    fn walk(&self, ui: &Ui) {
        let Some(focused) = ui.memory(Memory::focused) else { return };
        let Some(at) = self.boxes.iter().position(|id| *id == focused) else { return };
        let keep = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(focused, keep));
        for (key, to) in [(Key::ArrowDown, at + 1), (Key::ArrowUp, at.wrapping_sub(1))] {
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
                && let Some(id) = self.boxes.get(to)
            {
                ui.memory_mut(|memory| memory.request_focus(*id));
            }
        }
    }
}

fn about(response: Response, field: Field) {
    if !field.spec().about.is_empty() {
        response.on_hover_text(field.spec().about);
    }
}

/// A small button with a triangle; `name` is what it does.
fn arrow_ui(ui: &mut Ui, is_enabled: bool, points_down: bool, name: &str) -> Response {
    let sense = if is_enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(20.0, 20.0), sense);
    let response = reveal(response);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, is_enabled, name));
    let tokens = ui.tokens();
    if is_enabled && (response.hovered() || response.has_focus()) {
        ui.painter().rect_filled(rect, 4.0, tokens.control_hovered);
    }
    let half = vec2(3.5, if points_down { -2.5 } else { 2.5 });
    let center = rect.center();
    let points = vec![center + half, center + vec2(-half.x, half.y), center - vec2(0.0, half.y)];
    let color = if is_enabled { tokens.weak_text } else { tokens.outline };
    ui.painter().add(Shape::convex_polygon(points, color, Stroke::NONE));
    if is_enabled { response.on_hover_text(name) } else { response }
}

fn paint_handle(ui: &Ui, rect: Rect) {
    for x in [-2.5, 2.5] {
        for y in [-5.0, 0.0, 5.0] {
            let center = pos2(rect.center().x + x, rect.center().y + y);
            ui.painter().circle_filled(center, 1.2, ui.tokens().weak_text);
        }
    }
}
