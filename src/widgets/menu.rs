//! Menus of buttons and context menus, which open with the pointer or the keyboard.

use eframe::egui::{Button, EventFilter, Id, Key, Memory, Modifiers, PointerButton, Popup, Response, Ui, WidgetText};

use super::focus_trap::trapped_ui;

/// The items of a menu. The arrow keys walk through them.
pub struct Menu<'a> {
    /// Where further items can be drawn.
    pub ui: &'a mut Ui,
    ids: Vec<Id>,
    wants_focus: bool,
}

impl Menu<'_> {
    /// Shows an item; returns whether it was chosen, which closes the menu.
    pub fn item(&mut self, text: impl Into<WidgetText>) -> bool {
        self.item_unless(text, None)
    }

    /// Shows an item that can't be chosen if there is a reason against it, which shows on hover.
    pub fn item_unless(&mut self, text: impl Into<WidgetText>, reason: Option<&str>) -> bool {
        let response = self.ui.add_enabled(reason.is_none(), Button::new(text.into()));
        if reason.is_none() {
            if self.wants_focus && self.ids.is_empty() {
                response.request_focus();
            }
            self.ids.push(response.id);
        }
        let is_chosen = response.clicked();
        if let Some(reason) = reason {
            response.on_disabled_hover_text(reason);
        }
        if is_chosen {
            self.ui.close();
        }
        is_chosen
    }

    /// A line between items.
    pub fn separator(&mut self) {
        self.ui.separator();
    }

    /// Moves the focus from item to item.
    fn walk(&mut self) {
        let Some(focused) = self.ui.memory(Memory::focused) else { return };
        let Some(at) = self.ids.iter().position(|id| *id == focused) else { return };
        let keep = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        self.ui.memory_mut(|memory| memory.set_focus_lock_filter(focused, keep));
        let count = self.ids.len();
        let pressed = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let steps = [(Key::ArrowDown, at + 1), (Key::ArrowUp, at + count - 1), (Key::Home, 0), (Key::End, count - 1)];
        for (key, to) in steps {
            if pressed(self.ui, key)
                && let Some(id) = self.ids.get(to % count)
            {
                self.ui.memory_mut(|memory| memory.request_focus(*id));
            }
        }
    }
}

/// Whether the keys for a context menu were pressed: the menu key, or Shift and F10.
#[must_use]
pub fn menu_keys_pressed(ui: &Ui) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Menu) || input.consume_key(Modifiers::SHIFT, Key::F10))
}

/// Shows the menu of a button once it was clicked. Opened by a key, its first item has the focus; Escape gives the
/// focus back to the button.
pub fn button_menu_ui(button: &Response, add: impl FnOnce(&mut Menu<'_>)) {
    let popup = Popup::menu(button);
    let (context, id) = (button.ctx.clone(), popup.get_id());
    let was_open = Popup::is_id_open(&context, id);
    let opened_by_key = button.clicked() && !button.clicked_by(PointerButton::Primary);
    popup.show(|ui| {
        trapped_ui(ui, |ui| {
            let mut menu = Menu { ui, ids: Vec::new(), wants_focus: opened_by_key };
            add(&mut menu);
            menu.walk();
        });
    });
    if was_open && !Popup::is_id_open(&context, id) && context.input(|input| input.key_pressed(Key::Escape)) {
        button.request_focus();
    }
}

/// Shows the context menu of a part of the window: on a click with the secondary button, or if `opened_by_key`.
/// Then it stands under the part, and its first item has the focus.
pub fn context_menu_ui(response: &Response, opened_by_key: bool, add: impl FnOnce(&mut Menu<'_>)) {
    let popup = Popup::context_menu(response);
    let by_key = popup.get_id().with("opened by key");
    let context = popup.ctx().clone();
    if opened_by_key {
        Popup::open_id(&context, popup.get_id());
    }
    if opened_by_key || response.secondary_clicked() {
        context.data_mut(|data| data.insert_temp(by_key, opened_by_key));
    }
    let is_by_key = context.data(|data| data.get_temp(by_key)).unwrap_or(false);
    let popup = if is_by_key { popup.anchor(response.rect) } else { popup };
    popup.show(|ui| {
        trapped_ui(ui, |ui| {
            let mut menu = Menu { ui, ids: Vec::new(), wants_focus: opened_by_key };
            add(&mut menu);
            menu.walk();
        });
    });
}
