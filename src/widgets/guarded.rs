//! A part of the window that may fail without taking the rest along.

use eframe::egui::Ui;

use super::theme::space;
use crate::app::{Broken, caught};
use crate::texts::text;

/// Shows a part of the window; if it panics, which none should, a notice stands in its place and the window lives on.
pub fn guarded_ui(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    if let Err(broken) = caught(|| content(ui)) {
        notice_ui(ui, &broken);
    }
}

fn notice_ui(ui: &mut Ui, broken: &Broken) {
    ui.add_space(space::S);
    ui.horizontal_wrapped(|ui| {
        ui.label(text!("widget-broken"));
        let button = ui.button(text!("widget-broken-copy")).on_hover_text(broken.details());
        if button.clicked() {
            ui.ctx().copy_text(broken.details());
        }
    });
}

#[cfg(test)]
mod tests {
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;

    use super::*;

    #[test]
    fn a_part_that_fails_leaves_the_others_alone() {
        let mut harness = Harness::new_ui(|ui| {
            guarded_ui(ui, |ui| {
                ui.label("begun");
                ui.horizontal(|_| panic!("on purpose"));
            });
            if ui.button("Other part").clicked() {
                ui.label("still works");
            }
        });
        for _ in 0..3 {
            harness.run_steps(1);
        }
        harness.get_by_label("Copy details").click();
        harness.run_steps(1);
        harness.get_by_label("Other part").click();
        harness.run_steps(1);
        harness.get_by_label_contains("something went wrong inside the program");
    }
}
