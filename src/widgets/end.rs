//! Parts at the right end of a line, which the Tab key walks in the order in which they are read.
//!
//! A layout from right to left would be walked backwards. So the width of the parts is remembered from the frame
//! before, and they are laid out from left to right where the rest of the line ends.

use std::fmt::Debug;
use std::hash::Hash;

use eframe::egui::{Align, Id, Layout, Ui, vec2};

/// The width of the parts of this name as last shown, in points; nothing before they were.
#[must_use]
pub fn end_width(ui: &Ui, name: impl Hash + Debug) -> f32 {
    ui.data(|data| data.get_temp(id(name))).unwrap_or_default()
}

/// Shows parts at the right end of a horizontal line; the name tells them from other such parts.
pub fn end_ui<R>(ui: &mut Ui, name: impl Hash + Debug + Copy, add: impl FnOnce(&mut Ui) -> R) -> R {
    let known = end_width(ui, name);
    ui.add_space((ui.available_width() - known).max(0.0));
    // As high as what the line has already, so that all stand on one height.
    let height = ui.min_rect().height().max(ui.spacing().interact_size.y);
    let shown = ui.allocate_ui_with_layout(vec2(known, height), Layout::left_to_right(Align::Center), add);
    let width = shown.response.rect.width();
    if (width - known).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id(name), width));
        ui.ctx().request_discard("The parts at the end of a line have another width");
    }
    shown.inner
}

fn id(name: impl Hash + Debug) -> Id {
    Id::unique(("end of line", name))
}

#[cfg(test)]
mod tests {
    use eframe::egui::Key;
    use egui_kittest::Harness;
    use egui_kittest::kittest::{NodeT, Queryable};

    use super::*;

    #[test]
    fn parts_at_the_end_stand_there_and_are_walked_as_they_are_read() {
        let mut harness = Harness::builder().with_size(vec2(400.0, 100.0)).build_ui(|ui| {
            ui.horizontal(|ui| {
                let _ = ui.button("First");
                end_ui(ui, "parts", |ui| {
                    let _ = ui.button("Second");
                    let _ = ui.button("Third");
                });
            });
        });
        harness.run();
        let right = |name: &str| harness.get_by_label(name).rect().right();
        assert!(right("Second") < right("Third") && (380.0..=400.0).contains(&right("Third")), "{}", right("Third"));
        for name in ["First", "Second", "Third"] {
            harness.key_press(Key::Tab);
            harness.run();
            assert!(harness.get_by_label(name).accesskit_node().is_focused(), "{name}");
        }
    }
}
