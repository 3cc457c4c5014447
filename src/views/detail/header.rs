//! The top of a detail: who, to what, when and what came of it, the buttons of its window, and the row of tabs.

use std::borrow::Cow;

use eframe::egui::{
    Align, CornerRadius, CursorIcon, Label, Layout, Pos2, Response, RichText, Role, Sense, Stroke, StrokeKind,
    TextStyle, TextWrapMode, Ui, WidgetInfo, WidgetText, pos2, vec2,
};

use super::{Place, Tab};
use crate::app::Command;
use crate::cache::Detail;
use crate::clock::Clock;
use crate::export::visible::visible;
use crate::fields::{Field, Log, Report, risk_level_words};
use crate::texts::text;
use crate::widgets::badge::{self, Mark};
use crate::widgets::popup::{choice_button_ui, panel_ui};
use crate::widgets::theme::{UiExt, size, space};

/// Who signed in, and to what: names where they are known, else IDs.
pub(super) fn who_and_what(detail: &Detail) -> (Option<Cow<'_, str>>, Option<Cow<'_, str>>) {
    let record = &detail.record;
    let who = record.log.who().iter().find_map(|field| record.get(*field));
    let what = match record.log {
        Log::RiskyUsers | Log::RiskyWorkloads => record.get(Field::Risk).map(risk_level_words),
        _ => record.log.what().iter().find_map(|field| Some(field.spec().display(record.get(*field)?.lines().next()?))),
    };
    (who.map(visible), what.map(visible))
}

/// The header in lines of their own: what came of it, who, to what, and when.
pub(super) fn header_ui(ui: &mut Ui, place: Place, detail: &Detail, clock: Clock, commands: &mut Vec<Command>) {
    let record = &detail.record;
    let (who, what) = who_and_what(detail);
    ui.horizontal(|ui| {
        outcome_ui(ui, detail);
        if place == Place::Panel {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| window_buttons_ui(ui, detail, commands));
        }
    });
    let who = who.map_or_else(|| unknown(record.log), Cow::into_owned);
    // One line each, whatever the sign-in: the tabs below stay where they are. What is cut shows on hover.
    ui.add(Label::new(RichText::new(who).heading()).truncate());
    ui.add(Label::new(what.unwrap_or(Cow::Borrowed("\u{2013}")).as_ref()).truncate());
    let when = format!("{} {}", clock.date_time(record.time), clock.label());
    let about = RichText::new(format!("{when}  \u{b7}  {}", kind(record.log))).color(ui.tokens().weak_text);
    ui.add(Label::new(about).truncate());
}

/// What a record of a log is called.
fn kind(log: Log) -> String {
    let of_sign_in = match log {
        Log::Interactive => text!("detail-kind-interactive"),
        Log::NonInteractive => text!("detail-kind-non-interactive"),
        Log::ServicePrincipal => text!("detail-kind-service-principal"),
        Log::ManagedIdentity => text!("detail-kind-managed-identity"),
        Log::AdFs => text!("detail-kind-ad-fs"),
        Log::Audit
        | Log::Provisioning
        | Log::RiskyUsers
        | Log::RiskyWorkloads
        | Log::RiskDetections
        | Log::Activity
        | Log::ActivitySignIns => return log.noun().shown_one_capitalised(),
    };
    of_sign_in.to_owned()
}

fn window_buttons_ui(ui: &mut Ui, detail: &Detail, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.x = space::XS;
    if icon_button(ui, text!("detail-close"), Icon::Close).clicked() {
        commands.push(Command::CloseDetail);
    }
    if icon_button(ui, text!("detail-own-window"), Icon::OwnWindow).clicked() {
        commands.push(Command::OpenDetailWindow(detail.event));
    }
}

/// The header of a low window, in two lines: the tabs are behind a button of the first one. The tab the user chose.
pub(super) fn low_header_ui(
    ui: &mut Ui,
    place: Place,
    detail: &Detail,
    open: Tab,
    clock: Clock,
    commands: &mut Vec<Command>,
) -> Option<Tab> {
    let record = &detail.record;
    let (who, what) = who_and_what(detail);
    let mut chosen = None;
    let room = vec2(ui.available_width(), size::CONTROL);
    // The panel is as wide as what stands in it.
    ui.set_min_width(room.x);
    ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Center), |ui| {
        if place == Place::Panel {
            window_buttons_ui(ui, detail, commands);
        }
        let button = choice_button_ui(ui, "", open.title(record.log), false);
        let button = button.accessible_name(text!("detail-part", title = open.title(record.log)));
        panel_ui(&button, 220.0, |ui| {
            for tab in Tab::of(record.log) {
                if ui.radio(*tab == open, tab.title(record.log)).clicked() {
                    chosen = Some(*tab);
                    ui.close();
                }
            }
        });
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let who = who.map_or_else(|| unknown(record.log), Cow::into_owned);
            ui.add(Label::new(RichText::new(who).size(size::TEXT + 2.0)).truncate());
        });
    });
    ui.horizontal(|ui| {
        outcome_ui(ui, detail);
        let when = clock.date_time(record.time);
        let what = what.unwrap_or_default();
        let about = [what.as_ref(), &when].into_iter().filter(|text| !text.is_empty());
        let about = about.collect::<Vec<_>>().join("  \u{b7}  ");
        ui.add(Label::new(RichText::new(about).color(ui.tokens().weak_text)).truncate());
    });
    let line = ui.cursor().top();
    ui.painter().hline(ui.max_rect().x_range(), line, Stroke::new(1.0, ui.tokens().grid));
    chosen
}

/// What came of it: the status, or the state of a risk.
fn outcome_ui(ui: &mut Ui, detail: &Detail) {
    match (detail.record.log.report(), detail.record.get(Field::RiskState)) {
        (Report::Risk, Some(state)) => {
            let mark = Mark::of_risk_state(state).unwrap_or(Mark::Dash);
            badge::badge_ui(ui, mark, Field::RiskState.spec().display(state));
        }
        (Report::Risk, None) => {
            badge::badge_ui(ui, Mark::Dash, text!("detail-risk-state-unknown"));
        }
        (Report::SignIns | Report::Audit | Report::Provisioning | Report::Activity, _) => {
            match detail.record.get(Field::Status) {
                Some(status) => badge::status_ui(ui, status),
                None => badge::badge_ui(ui, Mark::Dash, text!("detail-status-unknown")),
            };
        }
    }
}

/// What stands where nobody is named.
fn unknown(log: Log) -> String {
    let who = match log {
        Log::Interactive
        | Log::NonInteractive
        | Log::AdFs
        | Log::RiskyUsers
        | Log::RiskDetections
        | Log::Activity
        | Log::ActivitySignIns => text!("detail-unknown-user"),
        Log::ServicePrincipal | Log::ManagedIdentity | Log::RiskyWorkloads => text!("detail-unknown-workload"),
        Log::Audit => text!("detail-unknown-actor"),
        Log::Provisioning => text!("detail-unknown-identity"),
    };
    who.to_owned()
}

/// The row of tabs; the one the user clicked.
pub(super) fn tabs_ui(ui: &mut Ui, log: Log, open: Tab) -> Option<Tab> {
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::L, 0.0);
        for tab in Tab::of(log) {
            if tab_ui(ui, tab.title(log), *tab == open).clicked() {
                chosen = Some(*tab);
            }
        }
    });
    let line = ui.cursor().top() - ui.spacing().item_spacing.y;
    ui.painter().hline(ui.max_rect().x_range(), line, Stroke::new(1.0, ui.tokens().grid));
    chosen
}

fn tab_ui(ui: &mut Ui, title: &str, is_open: bool) -> Response {
    let tokens = ui.tokens();
    let text = WidgetText::from(title).into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, TextStyle::Body);
    let size = vec2(text.size().x, text.size().y + 2.0 * space::XS + 2.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_open, title));
    let color = if is_open || response.hovered() { tokens.text } else { tokens.weak_text };
    ui.painter().galley(pos2(rect.left(), rect.top() + space::XS), text, color);
    if is_open {
        ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(2.0, tokens.accent));
    }
    if response.has_focus() {
        let outline = Stroke::new(1.0, tokens.accent);
        ui.painter().rect_stroke(
            rect.expand2(vec2(space::XS, 0.0)),
            CornerRadius::same(4),
            outline,
            StrokeKind::Inside,
        );
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// What a small button shows.
#[derive(Clone, Copy)]
enum Icon {
    Close,
    OwnWindow,
}

/// A small button with a painted icon; its name is its accessible name and its hover text.
fn icon_button(ui: &mut Ui, name: &str, icon: Icon) -> Response {
    let tokens = ui.tokens();
    let (rect, response) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, CornerRadius::same(4), tokens.control_hovered);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, CornerRadius::same(4), Stroke::new(1.0, tokens.accent), StrokeKind::Inside);
    }
    let at = |x: f32, y: f32| -> Pos2 { rect.center() + vec2(x, y) };
    let line = Stroke::new(1.3, if response.hovered() { tokens.text } else { tokens.weak_text });
    match icon {
        Icon::Close => {
            ui.painter().line_segment([at(-4.0, -4.0), at(4.0, 4.0)], line);
            ui.painter().line_segment([at(-4.0, 4.0), at(4.0, -4.0)], line);
        }
        Icon::OwnWindow => {
            ui.painter().line(vec![at(-1.0, -4.0), at(-5.0, -4.0), at(-5.0, 5.0), at(4.0, 5.0), at(4.0, 1.0)], line);
            ui.painter().line_segment([at(-0.5, 0.5), at(5.0, -5.0)], line);
            ui.painter().line(vec![at(1.0, -5.0), at(5.0, -5.0), at(5.0, -1.0)], line);
        }
    }
    response.on_hover_text(name)
}
