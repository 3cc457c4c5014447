//! One record with everything known of it, in the side panel or in a window of its own.
//!
//! The tabs are the portal's, in its order; each log has those that make sense for it. What an export does not carry is said, not left blank.

mod authentication;
mod changes;
mod conditional_access;
mod fields;
mod header;
pub mod note;
pub mod own_window;
mod provisioning;
mod raw;
mod readable;
mod related;
mod targets;

use eframe::egui::{Align, Layout, ScrollArea, Ui, vec2};

use self::header::{header_ui, low_header_ui, tabs_ui};
use crate::app::{Command, State};
use crate::cache::Detail;
use crate::clock::Clock;
use crate::fields::{Field, Log, Report};
use crate::record::EventId;
use crate::texts::text;
use crate::views::lookup;
use crate::widgets::theme::space;

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
    pub fn title(self, log: Log) -> &'static str {
        match self {
            Self::Basic => match log.report() {
                Report::Audit => text!("detail-tab-activity"),
                Report::Provisioning => text!("detail-tab-summary"),
                Report::SignIns | Report::Risk | Report::Activity => text!("detail-tab-basic"),
            },
            Self::Targets => text!("detail-tab-targets"),
            Self::Steps => text!("detail-tab-steps"),
            Self::Troubleshooting => text!("detail-tab-troubleshooting"),
            Self::Changes => text!("detail-tab-changes"),
            Self::Location => text!("detail-tab-location"),
            Self::Device => text!("detail-tab-device"),
            Self::Authentication => text!("detail-tab-authentication"),
            Self::ConditionalAccess => text!("detail-tab-conditional-access"),
            Self::Additional => match log.report() {
                Report::SignIns | Report::Audit | Report::Provisioning => text!("detail-tab-additional"),
                Report::Risk => text!("detail-tab-additional-risk"),
                Report::Activity => text!("detail-tab-parameters"),
            },
            Self::Raw => text!("detail-tab-raw"),
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
