//! The overlay that shows how long frames and answers take.

use std::time::Duration;

use eframe::egui::{Align, Align2, Area, Frame, Grid, Id, Layout, Margin, Order, RichText, Ui};

use crate::app::State;
use crate::texts::text;
use crate::widgets::theme::{UiExt, space};

/// Shows the overlay over the lower right corner, if it was asked for.
pub fn ui(ui: &Ui, state: &State) {
    if !state.timings.is_shown {
        return;
    }
    let tokens = ui.tokens();
    Area::new(Id::unique("timings"))
        .anchor(Align2::RIGHT_BOTTOM, [-space::L, -space::XL - space::L])
        .order(Order::Foreground)
        .interactable(false)
        .show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).inner_margin(Margin::same(space::M as i8)).show(ui, |ui| {
                let rows = state.columns.len() as u64;
                ui.label(RichText::new(text!("working-timings", count = rows)).strong());
                Grid::new("timings").spacing([space::L, space::XS]).show(ui, |ui| {
                    for title in [
                        "",
                        text!("working-timings-latest"),
                        text!("working-timings-median"),
                        text!("working-timings-longest"),
                    ] {
                        ui.label(RichText::new(title).small().color(tokens.weak_text));
                    }
                    ui.end_row();
                    for timing in state.timings.all() {
                        ui.label(timing.kind.title());
                        for took in [timing.latest, timing.median, timing.worst] {
                            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                                ui.label(RichText::new(milliseconds(took)).monospace());
                            });
                        }
                        ui.end_row();
                    }
                });
            });
        });
}

fn milliseconds(took: Duration) -> String {
    format!("{:.1} ms", took.as_secs_f64() * 1_000.0)
}
