//! What a window without any sign-in shows: what to drop here, and where to get it.

use eframe::egui::{
    self, Align, Align2, CornerRadius, Frame, Id, LayerId, Layout, Margin, Order, RichText, Stroke, TextStyle, Ui,
};

use crate::app::{Action, Command};
use crate::texts::text;
use crate::widgets::theme::{UiExt, size, space};

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
                    ui.label(RichText::new(text!("welcome-drop")).size(22.0).color(tokens.text));
                    ui.add_space(space::XS);
                    ui.label(RichText::new(text!("welcome-drop-about")).color(tokens.weak_text));
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
        ui.label(RichText::new(text!("welcome-where")).size(size::TEXT + 1.0).color(tokens.text));
        ui.add_space(space::XS);
        let steps = [
            text!("welcome-step-open"),
            text!("welcome-step-filter"),
            text!("welcome-step-download"),
            text!("welcome-step-save"),
        ];
        for (number, step) in steps.into_iter().enumerate() {
            ui.horizontal_top(|ui| {
                ui.label(RichText::new((number + 1).to_string()).color(tokens.weak_text));
                ui.weak_label(step);
            });
        }
        ui.add_space(space::S);
        ui.note(text!("welcome-others"));
        ui.note(text!("welcome-graph"));
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
    let text = text!("welcome-let-go", count = count);
    let font = egui::FontId { size: 22.0, ..TextStyle::Heading.resolve(ui.style()) };
    painter.text(rect.center(), Align2::CENTER_CENTER, text, font, tokens.text);
}
