//! Figures side by side.

use eframe::egui::{
    Align, Button, Frame, Label, Layout, Link, Margin, RichText, Sense, Stroke, Ui, UiBuilder, Vec2, vec2,
};

use super::words;
use crate::app::Command;
use crate::app::insights::{InsightsCommand, PagePlace};
use crate::clock::Clock;
use crate::insights::Card;
use crate::texts::text;
use crate::widgets::theme::{UiExt, size, space};

/// Width of a card in points, without its margins.
const WIDTH: f32 = 156.0;
/// Height of a card in points, without its margins.
const HEIGHT: f32 = 82.0;

/// Shows the figures: each opens the rows behind it, and leads to the page that tells more.
pub(super) fn ui(ui: &mut Ui, cards: &[Card], clock: &Clock, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing = vec2(space::S, space::S);
    let in_a_row = ((ui.available_width() + space::S) / (outer().x + space::S)).max(1.0) as usize;
    for row in cards.chunks(in_a_row) {
        ui.horizontal(|ui| {
            for card in row {
                card_ui(ui, card, clock, commands);
            }
        });
    }
}

/// Size of a card with its margins.
fn outer() -> Vec2 {
    vec2(WIDTH + 2.0 * space::M, HEIGHT + 2.0 * space::S)
}

fn card_ui(ui: &mut Ui, card: &Card, clock: &Clock, commands: &mut Vec<Command>) {
    let tokens = ui.tokens();
    let (rect, _) = ui.allocate_exact_size(outer(), Sense::hover());
    let builder = UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)).id_salt(card.key);
    let mut ui = ui.new_child(builder);
    let frame = Frame::new()
        .fill(tokens.raised)
        .stroke(Stroke::new(1.0, tokens.grid))
        .corner_radius(size::CORNER)
        .inner_margin(Margin::symmetric(space::M as i8, space::S as i8));
    frame.show(&mut ui, |ui| {
        ui.set_min_size(vec2(WIDTH, HEIGHT));
        ui.set_max_width(WIDTH);
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.spacing_mut().interact_size.y = 0.0;
        let shown = card.shown_title();
        let title = ui.add(Label::new(RichText::new(shown).color(tokens.weak_text)).truncate());
        title.on_hover_text(words::explained(card));
        let figure = words::figure(&card.value, clock);
        let is_long = figure.chars().count() > 12;
        let text = RichText::new(&figure).size(if is_long { size::TEXT } else { FIGURE }).color(tokens.text);
        if words::has_rows(&card.value) && card.rows.logs.iter().next().is_some() {
            let button = ui.add(Button::new(text).frame(false).truncate());
            let button = button.accessible_name(format!("{shown}: {figure}"));
            if button.on_hover_text(words::opens(card.rows.logs)).clicked() {
                let (rows, figure) = (card.rows.clone(), words::named(shown, &card.value, card.rows.logs, clock));
                commands.push(Command::Insights(InsightsCommand::ShowRows { rows, figure, offers: false }));
            }
        } else {
            ui.add(Label::new(text).truncate()).accessible_name(format!("{shown}: {figure}"));
        }
        if let Some(change) = words::shown_change(&card.value, card.before.as_ref()) {
            let was = card.before.as_ref().map(|before| words::figure(before, clock));
            let label = ui.note(change);
            if let Some(was) = was {
                label.on_hover_text(text!("insights-period-before", figure = was));
            }
        }
        if let Some(place) = card.door.and_then(PagePlace::of_all) {
            let link = ui.add(Link::new(RichText::new(place.spec().shown_title()).small()));
            let name = text!("insights-card-opens", figure = shown, page = place.spec().shown_title());
            if link.accessible_name(name).on_hover_text(place.spec().shown_about()).clicked() {
                commands.push(Command::Insights(InsightsCommand::Open(place)));
            }
        }
    });
}

/// Size of a figure in points.
const FIGURE: f32 = 24.0;
