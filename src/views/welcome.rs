//! What a window without any sign-in shows: what to drop here, and where to get it.

use eframe::egui::{
    self, Align, Align2, CornerRadius, Frame, Id, LayerId, Layout, Margin, Order, RichText, Stroke, TextStyle, Ui,
};

use crate::app::{Action, Command};
use crate::widgets::theme::{UiExt, size, space};

const STEPS: [&str; 4] = [
    "In the Microsoft Entra admin center open Monitoring & health, then Sign-in logs",
    "Set the date range and the filters as wide as you need",
    "Choose Download, then Download JSON (it holds the most) or Download CSV",
    "Save every part it offers, and drop them all here, zipped or not",
];

/// Shows the welcome page.
pub fn ui(ui: &mut Ui, commands: &mut Vec<Command>) {
    let tokens = ui.tokens();
    let room = ui.available_height();
    egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.with_layout(Layout::top_down(Align::Center), |ui| {
            ui.add_space((room * 0.14).max(space::XL));
            Frame::new()
                .stroke(Stroke::new(1.0, tokens.outline))
                .corner_radius(CornerRadius::same(12))
                .fill(tokens.panel)
                .inner_margin(Margin::symmetric(48, 36))
                .show(ui, |ui| {
                    ui.set_width(520.0_f32.min(ui.available_width()));
                    ui.label(RichText::new("Drop downloaded reports here").size(22.0).color(tokens.text));
                    ui.add_space(space::XS);
                    ui.label(
                        RichText::new("CSV or JSON files, a zip or a folder of them. Nothing leaves this computer")
                            .color(tokens.weak_text),
                    );
                    ui.add_space(space::L);
                    let open = egui::Button::new(RichText::new(Action::Open.spec().title).color(tokens.accent_text))
                        .fill(tokens.accent)
                        .min_size(egui::vec2(120.0, 32.0));
                    if ui.add(open).on_hover_text(Action::Open.spec().tooltip).clicked() {
                        commands.push(Command::Open);
                    }
                    ui.add_space(space::S);
                    let sample = Action::ShowSample.spec();
                    if ui.link(sample.title).on_hover_text(sample.tooltip).clicked() {
                        commands.push(Command::ShowSample);
                    }
                });
            ui.add_space(space::XL);
            steps_ui(ui);
        });
    });
}

fn steps_ui(ui: &mut Ui) {
    let tokens = ui.tokens();
    let width = 616.0_f32.min(ui.available_width());
    ui.allocate_ui_with_layout(egui::vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        ui.label(RichText::new("Where to find the downloads").size(size::TEXT + 1.0).color(tokens.text));
        ui.add_space(space::XS);
        for (number, step) in STEPS.iter().enumerate() {
            ui.horizontal_top(|ui| {
                ui.label(RichText::new((number + 1).to_string()).color(tokens.weak_text));
                ui.weak_label(*step);
            });
        }
        ui.add_space(space::S);
        ui.note(
            "Audit, provisioning and risk reports, Microsoft 365 audit logs and lists of users and group members are read, \
             too: drop them beside the sign-ins",
        );
        ui.note(
            "Responses of Microsoft Graph (auditLogs/signIns) work, too. Downloads pile up here, so your history \
             outlives the portal's 30 days",
        );
    });
}

/// Shows over the whole window that files can be let go, while they hover over it.
pub fn drop_target_ui(ui: &Ui) {
    let count = ui.input(|input| input.raw.hovered_files.len());
    if count == 0 {
        return;
    }
    let tokens = ui.tokens();
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Foreground, Id::unique("drop target")));
    let rect = ui.ctx().content_rect();
    painter.rect_filled(rect, 0.0, tokens.surface.gamma_multiply(0.88));
    let target = rect.shrink(space::XL);
    painter.rect_filled(target, CornerRadius::same(12), tokens.selection.gamma_multiply(0.6));
    painter.rect_stroke(target, CornerRadius::same(12), Stroke::new(2.0, tokens.accent), egui::StrokeKind::Inside);
    let text = if count == 1 { "Let go to import".to_owned() } else { format!("Let go to import {count} items") };
    let font = egui::FontId { size: 22.0, ..TextStyle::Heading.resolve(ui.style()) };
    painter.text(rect.center(), Align2::CENTER_CENTER, text, font, tokens.text);
}
