//! The bar over a table that is grouped by fields: the levels, and the order of the groups.

use eframe::egui::{
    Align, Align2, CornerRadius, Id, Key, Label, LayerId, Layout, Order, Rect, RichText, Role, ScrollArea, Sense,
    Stroke, StrokeKind, TextEdit, TextStyle, Ui, UiBuilder, WidgetInfo, vec2,
};

use crate::app::{Command, GroupOrder, GroupOrderKey, Grouping, MOST_LEVELS, State, TableCommand, may_group};
use crate::fields::{Field, Log};
use crate::texts::text;
use crate::widgets::chip::{ChipEvent, chip_ui};
use crate::widgets::focus::{arrows, reveal};
use crate::widgets::popup;
use crate::widgets::theme::{UiExt, space};

/// Height of the bar in points.
pub const HEIGHT: f32 = 36.0;

/// Levels in less room than this, in points, stand without a word before them.
const NARROW: f32 = 480.0;

/// The orders that groups can have.
const ORDERS: [GroupOrder; 6] = [
    order(GroupOrderKey::Count, true),
    order(GroupOrderKey::Count, false),
    order(GroupOrderKey::Value, false),
    order(GroupOrderKey::Value, true),
    order(GroupOrderKey::Last, true),
    order(GroupOrderKey::First, false),
];

/// What an order is called; those that the menu does not have come from clicks on the header of times.
fn order_title(order: GroupOrder) -> &'static str {
    match (order.key, order.descending) {
        (GroupOrderKey::Count, true) => text!("table-order-most"),
        (GroupOrderKey::Count, false) => text!("table-order-fewest"),
        (GroupOrderKey::Value, false) => text!("table-order-ascending"),
        (GroupOrderKey::Value, true) => text!("table-order-descending"),
        (GroupOrderKey::Last, true) => text!("table-order-latest"),
        (GroupOrderKey::First, false) => text!("table-order-earliest"),
        (GroupOrderKey::Last, false) | (GroupOrderKey::First, true) => text!("table-order-latest-last"),
    }
}

const fn order(key: GroupOrderKey, descending: bool) -> GroupOrder {
    GroupOrder { key, descending }
}

/// The bar, with what is typed into the search of its list.
#[derive(Debug, Default)]
pub struct GroupBar {
    search: String,
}

impl GroupBar {
    /// Shows the bar; returns where it is.
    pub fn ui(&mut self, ui: &mut Ui, state: &State, log: Log, commands: &mut Vec<Command>) -> Rect {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
        let tokens = ui.tokens();
        ui.painter().rect_filled(rect, 0.0, tokens.panel);
        let inner = rect.shrink2(vec2(space::S, 2.0));
        let layout = Layout::right_to_left(Align::Center);
        let mut bar = ui.new_child(UiBuilder::new().max_rect(inner).layout(layout));
        order_ui(&mut bar, state, log, commands);
        let mut levels = bar.available_rect_before_wrap();
        levels.set_right(levels.right() - space::S);
        let layout = Layout::left_to_right(Align::Center);
        let mut left = bar.new_child(UiBuilder::new().max_rect(levels).layout(layout));
        ScrollArea::horizontal().auto_shrink(false).show(&mut left, |ui| {
            ui.horizontal_centered(|ui| self.levels_ui(ui, state, log, commands));
        });
        rect
    }

    fn levels_ui(&mut self, ui: &mut Ui, state: &State, log: Log, commands: &mut Vec<Command>) {
        let fields = &state.settings.table(log).group_by;
        if ui.available_width() > NARROW {
            ui.add(Label::new(RichText::new(text!("table-grouped-by")).small().color(ui.tokens().weak_text)));
        }
        let set = |fields: Vec<Field>| {
            let grouping = if fields.is_empty() { Grouping::Off } else { Grouping::By(fields) };
            Command::Table(TableCommand::SetGrouping(grouping))
        };
        for (at, field) in fields.iter().enumerate() {
            if at > 0 {
                ui.weak("›");
            }
            // The field tells the chip, so that the focus goes with it when it moves.
            let scope = UiBuilder::new().scope_id(ui.scope_id().with(field.key()));
            let chip = |ui: &mut Ui| chip_ui(ui, field.title(), at > 0, at + 1 < fields.len());
            let event = ui.scope_builder(scope, chip).inner;
            let Some(event) = event else { continue };
            let mut fields = fields.clone();
            match event {
                ChipEvent::Left => fields.swap(at, at - 1),
                ChipEvent::Right => fields.swap(at, at + 1),
                ChipEvent::Remove => drop(fields.remove(at)),
            }
            commands.push(set(fields));
        }
        if fields.len() < MOST_LEVELS {
            let button = ui.button("+").on_hover_text(text!("table-group-further"));
            button.widget_info(|| WidgetInfo::labeled(Role::Button, true, text!("table-group-further")));
            if !popup::is_open(&button) {
                self.search.clear();
            }
            popup::panel_ui(&button, 260.0, |ui| {
                if let Some(field) = field_list_ui(ui, button.id, &mut self.search, state, log, fields) {
                    let mut fields = fields.clone();
                    fields.push(field);
                    commands.push(set(fields));
                    ui.close();
                }
            });
        }
    }
}

/// The order of the groups, and all of them expanded or folded at once.
fn order_ui(ui: &mut Ui, state: &State, log: Log, commands: &mut Vec<Command>) {
    let current = state.settings.table(log).group_order;
    let button = popup::choice_button_ui(ui, "", order_title(current), false);
    let button = button.on_hover_text(text!("table-order"));
    popup::panel_ui(&button, 180.0, |ui| {
        for order in ORDERS {
            if ui.selectable_label(order == current, order_title(order)).clicked() {
                commands.push(Command::Table(TableCommand::SetGroupOrder(order)));
                ui.close();
            }
        }
    });
    if ui.button(text!("table-collapse-all")).clicked() {
        commands.push(Command::ExpandGroups(0));
    }
    if ui.button(text!("table-expand-all")).clicked() {
        commands.push(Command::ExpandGroups(usize::MAX));
    }
}

/// A list of the fields that a log can be grouped by and is not yet, with a search. Returns the chosen one.
/// The keyboard's focus goes from `opener`, the button of the list, to the search, and by the arrows to the fields.
pub fn field_list_ui(
    ui: &mut Ui,
    opener: Id,
    search: &mut String,
    state: &State,
    log: Log,
    grouped: &[Field],
) -> Option<Field> {
    let line = TextEdit::singleline(search).hint_text(text!("table-find-field")).desired_width(f32::INFINITY);
    let line = ui.add(line).accessible_name(text!("table-find-field"));
    let is_entered = line.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if ui.memory(|memory| memory.focused().is_none_or(|focused| focused == opener)) {
        line.request_focus();
    }
    let wanted = search.trim().to_lowercase();
    let mut fields = Field::of(log)
        .filter(|field| may_group(*field, log) && state.columns.offers(*field) && !grouped.contains(field))
        .filter(|field| wanted.is_empty() || field.title().to_lowercase().contains(&wanted));
    // Enter takes the first that is found.
    if is_entered && !wanted.is_empty() {
        search.clear();
        return fields.next();
    }
    let mut chosen = None;
    ScrollArea::vertical().max_height(280.0).auto_shrink([false, true]).show(ui, |ui| {
        let mut rows = Vec::new();
        for field in fields {
            let row = reveal(ui.button(field.title()));
            if row.clicked() {
                chosen = Some(field);
            }
            rows.push(row);
        }
        arrows(ui, &line, &rows);
    });
    if chosen.is_some() {
        search.clear();
    }
    chosen
}

/// Shows where a dragged header can be let go to group by its field.
pub fn drop_zone_ui(ui: &Ui, zone: Rect, field: Field, may_group: bool, is_over: bool) {
    let tokens = ui.tokens();
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Foreground, Id::unique("group drop zone")));
    let rect = zone.shrink2(vec2(space::S, 3.0));
    let fill = if is_over && may_group { tokens.selection } else { tokens.raised };
    let color = if may_group { tokens.accent } else { tokens.outline };
    let corner = CornerRadius::same(6);
    painter.rect(rect, corner, fill, Stroke::new(if is_over { 2.0 } else { 1.0 }, color), StrokeKind::Inside);
    let text = if may_group {
        text!("table-drop", field = field.title())
    } else {
        text!("table-drop-not", field = field.title())
    };
    let font = TextStyle::Body.resolve(ui.style());
    let text_color = if may_group { tokens.text } else { tokens.weak_text };
    painter.text(rect.center(), Align2::CENTER_CENTER, text, font, text_color);
}
