//! Panels that keep the focus: Tab behind the last part of a panel goes to its first, not to the window behind.

use eframe::egui::{Id, LayerId, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

use crate::texts::text;

/// Shows a panel that has a layer of its own. Tab goes round in it.
pub fn trapped_ui<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let start = edge_ui(ui, "start", text!("widget-start-of-panel"));
    let inner = add(ui);
    let end = edge_ui(ui, "end", text!("widget-end-of-panel"));
    let wanted = if end.has_focus() {
        stops(ui, [start.id, end.id]).next()
    } else if start.has_focus() {
        stops(ui, [start.id, end.id]).next_back()
    } else {
        None
    };
    if let Some(id) = wanted {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    inner
}

/// A place without any size that only the keyboard comes to.
fn edge_ui(ui: &Ui, key: &'static str, name: &'static str) -> Response {
    let rect = Rect::from_min_size(ui.cursor().min, vec2(0.0, 0.0));
    let edge = ui.interact(rect, ui.scope_id().with(key), Sense::focusable_noninteractive());
    edge.widget_info(|| WidgetInfo::labeled(Role::GenericContainer, true, name));
    edge
}

/// What Tab comes to in the layer of a panel, besides its edges.
fn stops(ui: &Ui, edges: [Id; 2]) -> impl DoubleEndedIterator<Item = Id> {
    let layer: LayerId = ui.layer_id();
    let stops: Vec<Id> = ui.ctx().viewport(|viewport| {
        let widgets = viewport.this_pass.widgets.get_layer(layer);
        let is_stop = |id: &Id| !edges.contains(id);
        widgets
            .filter(|widget| widget.enabled && widget.sense.is_focusable())
            .map(|widget| widget.id)
            .filter(is_stop)
            .collect()
    });
    stops.into_iter()
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Key, Modifiers, Popup, PopupCloseBehavior};
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;

    use super::*;

    #[test]
    fn tab_goes_round_in_a_panel_and_never_into_the_window_behind() {
        let mut harness = Harness::new_ui(|ui| {
            let opener = ui.button("Opener");
            Popup::from_response(&opener).open(true).close_behavior(PopupCloseBehavior::IgnoreClicks).show(|ui| {
                trapped_ui(ui, |ui| {
                    for name in ["One", "Two", "Three"] {
                        let _ = ui.button(name);
                    }
                });
            });
            let _ = ui.button("Behind");
        });
        harness.run_steps(3);
        harness.get_by_label("One").focus();
        harness.run_steps(3);
        for name in ["Two", "Three", "One", "Two"] {
            harness.key_press(Key::Tab);
            harness.run_steps(3);
            assert!(harness.get_by_label(name).is_focused(), "{name} follows");
        }
        for name in ["One", "Three", "Two"] {
            harness.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
            harness.run_steps(3);
            assert!(harness.get_by_label(name).is_focused(), "{name} comes before");
        }
    }
}
