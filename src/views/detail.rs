//! One record with everything known of it, in the side panel or in a window of its own.
//!
//! The tabs are the portal's, in its order; each log has those that make sense for it. What an export does not carry is said, not left blank.

mod authentication;
mod changes;
mod conditional_access;
mod fields;
pub mod note;
pub mod own_window;
mod provisioning;
mod raw;
mod readable;
mod related;
mod targets;

use eframe::egui::{
    Align, CornerRadius, CursorIcon, Label, Layout, Pos2, Response, RichText, Role, ScrollArea, Sense, Stroke,
    StrokeKind, TextStyle, TextWrapMode, Ui, WidgetInfo, WidgetText, pos2, vec2,
};

use crate::app::{Command, State};
use crate::cache::Detail;
use crate::clock::Clock;
use crate::fields::{Field, Log, Report, risk_level_words};
use crate::record::EventId;
use crate::views::lookup;
use crate::widgets::badge::{self, Mark};
use crate::widgets::popup::{choice_button_ui, panel_ui};
use crate::widgets::theme::{UiExt, size, space};

/// A tab of the detail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tab {
    /// Who, how, what, and what came of it.
    #[default]
    Basic,
    /// Where from.
    Location,
    /// Which device.
    Device,
    /// Each authentication step.
    Authentication,
    /// Each policy.
    ConditionalAccess,
    /// What an audit event is about.
    Targets,
    /// Each step of provisioning.
    Steps,
    /// What went wrong, and what to do.
    Troubleshooting,
    /// Each property that was changed.
    Changes,
    /// Additional details.
    Additional,
    /// The original texts.
    Raw,
}

impl Tab {
    const USERS: [Self; 7] = [
        Self::Basic,
        Self::Location,
        Self::Device,
        Self::Authentication,
        Self::ConditionalAccess,
        Self::Additional,
        Self::Raw,
    ];
    const WORKLOADS: [Self; 4] = [Self::Basic, Self::Location, Self::ConditionalAccess, Self::Raw];
    const AUDIT: [Self; 5] = [Self::Basic, Self::Targets, Self::Changes, Self::Additional, Self::Raw];
    const PROVISIONING: [Self; 5] = [Self::Basic, Self::Steps, Self::Troubleshooting, Self::Changes, Self::Raw];
    const DETECTIONS: [Self; 4] = [Self::Basic, Self::Location, Self::Additional, Self::Raw];
    const RISK: [Self; 2] = [Self::Basic, Self::Raw];
    const ACTIVITY: [Self; 4] = [Self::Basic, Self::Additional, Self::Changes, Self::Raw];

    /// What `--view` calls it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::Location => "location",
            Self::Device => "device",
            Self::Authentication => "authentication",
            Self::ConditionalAccess => "conditional-access",
            Self::Targets => "targets",
            Self::Steps => "steps",
            Self::Troubleshooting => "troubleshooting",
            Self::Changes => "changes",
            Self::Additional => "additional",
            Self::Raw => "raw",
        }
    }

    /// The tabs of a record of this log, in the portal's order.
    #[must_use]
    pub const fn of(log: Log) -> &'static [Self] {
        match log {
            Log::Interactive | Log::NonInteractive | Log::AdFs => &Self::USERS,
            Log::ServicePrincipal | Log::ManagedIdentity => &Self::WORKLOADS,
            Log::RiskDetections => &Self::DETECTIONS,
            Log::Audit => &Self::AUDIT,
            Log::Provisioning => &Self::PROVISIONING,
            Log::RiskyUsers | Log::RiskyWorkloads => &Self::RISK,
            Log::Activity | Log::ActivitySignIns => &Self::ACTIVITY,
        }
    }

    /// What the window calls it in the detail of a record of this log.
    #[must_use]
    pub const fn title(self, log: Log) -> &'static str {
        match self {
            Self::Basic => match log.report() {
                Report::Audit => "Activity",
                Report::Provisioning => "Summary",
                Report::SignIns | Report::Risk | Report::Activity => "Basic info",
            },
            Self::Targets => "Target(s)",
            Self::Steps => "Steps",
            Self::Troubleshooting => "Troubleshooting and recommendations",
            Self::Changes => "Modified properties",
            Self::Location => "Location",
            Self::Device => "Device",
            Self::Authentication => "Authentication details",
            Self::ConditionalAccess => "Conditional Access",
            Self::Additional => match log.report() {
                Report::SignIns | Report::Audit | Report::Provisioning => "Additional details",
                Report::Risk => "Additional info",
                Report::Activity => "Parameters",
            },
            Self::Raw => "Raw",
        }
    }
}

/// With less room in points than this the header takes two lines, so that what is told has most of it.
const LOW: f32 = 300.0;

/// Where a detail is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// Beside the table, with buttons to close it and to open it in a window of its own.
    #[default]
    Panel,
    /// In a window of its own.
    Window,
}

/// What the detail remembers from frame to frame: the tab stays when another sign-in is shown.
#[derive(Clone, Debug, Default)]
pub struct DetailView {
    /// The open tab.
    pub tab: Tab,
    place: Place,
    raw: raw::RawView,
    related: related::RelatedView,
    changes: changes::ChangesView,
    shown: Option<EventId>,
}

impl DetailView {
    /// A detail for this place.
    #[must_use]
    pub fn new(place: Place) -> Self {
        Self { place, ..Self::default() }
    }

    /// Finds what else is loaded that belongs to an event, before it is shown.
    pub fn relate(&mut self, state: &State, event: EventId) {
        self.related.find(state, event);
    }

    /// Shows a sign-in. What the user asks for is added to `commands`.
    pub fn ui(&mut self, ui: &mut Ui, detail: &Detail, clock: &Clock, commands: &mut Vec<Command>) {
        let clock = *clock;
        if self.shown != Some(detail.event) {
            self.shown = Some(detail.event);
            self.raw = raw::RawView::default();
        }
        let log = detail.record.log;
        let tab = if Tab::of(log).contains(&self.tab) { self.tab } else { Tab::Basic };
        let chosen = if ui.available_height() < LOW {
            low_header_ui(ui, self.place, detail, tab, clock, commands)
        } else {
            header_ui(ui, self.place, detail, clock, commands);
            ui.add_space(space::S);
            tabs_ui(ui, log, tab)
        };
        self.tab = chosen.unwrap_or(self.tab);
        ui.add_space(space::XS);
        if tab == Tab::Raw {
            self.raw.ui(ui, detail, clock, commands);
            return;
        }
        // Each sign-in and tab begins at its top.
        // In a small window the little that is left scrolls, and nothing is drawn beyond it.
        let scroll = ScrollArea::vertical().min_scrolled_height(0.0).auto_shrink(false);
        scroll.id_salt((detail.event, tab)).show(ui, |ui| {
            match tab {
                Tab::Basic => {
                    self.related.ui(ui, commands);
                    // Under the tabs: what only some sign-ins have must not move them.
                    if let Some(code) = detail.record.get(Field::ErrorCode).filter(|code| *code != "0") {
                        lookup::explanation_ui(ui, code, commands);
                    }
                    fields::basic_ui(ui, detail, clock, commands);
                }
                Tab::Location => fields::location_ui(ui, detail, clock, commands),
                Tab::Device => fields::device_ui(ui, detail, clock, commands),
                Tab::Authentication => authentication::ui(ui, detail, clock, commands),
                Tab::ConditionalAccess => conditional_access::ui(ui, detail, clock, commands),
                Tab::Targets => targets::ui(ui, detail, commands),
                Tab::Steps => provisioning::steps_ui(ui, detail, commands),
                Tab::Troubleshooting => provisioning::troubleshooting_ui(ui, detail, clock, commands),
                Tab::Changes => self.changes.ui(ui, detail, commands),
                Tab::Additional => fields::additional_ui(ui, detail, clock, commands),
                Tab::Raw => {}
            }
            ui.add_space(space::L);
        });
    }
}

/// Whether every original is a CSV row: JSON alone carries policies and authentication steps inside.
fn is_csv_only(detail: &Detail) -> bool {
    !detail.originals.is_empty() && detail.originals.iter().all(|original| !original.cells.is_empty())
}

/// Who signed in, and to what: names where they are known, else IDs.
fn who_and_what(detail: &Detail) -> (Option<&str>, Option<&str>) {
    let record = &detail.record;
    let who = record.log.who().iter().find_map(|field| record.get(*field));
    let what = match record.log {
        Log::RiskyUsers | Log::RiskyWorkloads => record.get(Field::Risk).map(risk_level_words),
        _ => record.log.what().iter().find_map(|field| Some(field.spec().display(record.get(*field)?.lines().next()?))),
    };
    (who, what)
}

fn header_ui(ui: &mut Ui, place: Place, detail: &Detail, clock: Clock, commands: &mut Vec<Command>) {
    let record = &detail.record;
    let (who, what) = who_and_what(detail);
    ui.horizontal(|ui| {
        outcome_ui(ui, detail);
        if place == Place::Panel {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| window_buttons_ui(ui, detail, commands));
        }
    });
    let who = who.map_or_else(|| unknown(record.log), str::to_owned);
    // One line each, whatever the sign-in: the tabs below stay where they are. What is cut shows on hover.
    ui.add(Label::new(RichText::new(who).heading()).truncate());
    ui.add(Label::new(what.unwrap_or("\u{2013}")).truncate());
    let when = format!("{} {}", clock.date_time(record.time), clock.label());
    let kind = match record.log.report() {
        Report::SignIns => format!("{} {}", record.log.title(), record.log.noun().one),
        Report::Audit | Report::Provisioning | Report::Risk | Report::Activity => record.log.noun().one_capitalised(),
    };
    let about = RichText::new(format!("{when}  \u{b7}  {kind}")).color(ui.tokens().weak_text);
    ui.add(Label::new(about).truncate());
}

fn window_buttons_ui(ui: &mut Ui, detail: &Detail, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.x = space::XS;
    if icon_button(ui, "Close details", Icon::Close).clicked() {
        commands.push(Command::CloseDetail);
    }
    if icon_button(ui, "Open in own window", Icon::OwnWindow).clicked() {
        commands.push(Command::OpenDetailWindow(detail.event));
    }
}

/// The header of a low window, in two lines: the tabs are behind a button of the first one. The tab the user chose.
fn low_header_ui(
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
        let button = button.accessible_name(format!("Part of the details: {}", open.title(record.log)));
        panel_ui(&button, 220.0, |ui| {
            for tab in Tab::of(record.log) {
                if ui.radio(*tab == open, tab.title(record.log)).clicked() {
                    chosen = Some(*tab);
                    ui.close();
                }
            }
        });
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let who = who.map_or_else(|| unknown(record.log), str::to_owned);
            ui.add(Label::new(RichText::new(who).size(size::TEXT + 2.0)).truncate());
        });
    });
    ui.horizontal(|ui| {
        outcome_ui(ui, detail);
        let when = clock.date_time(record.time);
        let about = [what.unwrap_or_default(), &when].into_iter().filter(|text| !text.is_empty());
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
            badge::badge_ui(ui, Mark::Dash, "Risk state unknown");
        }
        (Report::SignIns | Report::Audit | Report::Provisioning | Report::Activity, _) => {
            badge::status_ui(ui, detail.record.get(Field::Status).unwrap_or("Status unknown"));
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
        | Log::ActivitySignIns => "Unknown user",
        Log::ServicePrincipal | Log::ManagedIdentity | Log::RiskyWorkloads => "Unknown workload",
        Log::Audit => "Unknown actor",
        Log::Provisioning => "Unknown identity",
    };
    who.to_owned()
}

/// A row of cells, each as wide as its share of the room.
fn cells_ui(ui: &mut Ui, shares: &[f32], mut cell_ui: impl FnMut(&mut Ui, usize)) {
    let gaps = space::S * (shares.len().saturating_sub(1)) as f32;
    let width = ui.available_width() - gaps;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for (column, share) in shares.iter().enumerate() {
            ui.allocate_ui_with_layout(vec2(width * share, 0.0), Layout::top_down(Align::LEFT), |ui| {
                ui.set_width(width * share);
                cell_ui(ui, column);
            });
        }
    });
}

/// The row of tabs; the one the user clicked.
fn tabs_ui(ui: &mut Ui, log: Log, open: Tab) -> Option<Tab> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn applications_have_no_tabs_of_people() {
        for log in Log::ALL {
            let tabs = Tab::of(log);
            assert_eq!(tabs.first(), Some(&Tab::Basic));
            assert_eq!(tabs.last(), Some(&Tab::Raw));
            let mut titles: Vec<&str> = tabs.iter().map(|tab| tab.title(log)).collect();
            titles.sort_unstable();
            titles.dedup();
            assert_eq!(titles.len(), tabs.len(), "{}", log.key());
        }
        assert!(!Tab::of(Log::ManagedIdentity).contains(&Tab::Device));
        assert!(!Tab::of(Log::ServicePrincipal).contains(&Tab::Authentication));
    }
}
