//! What belongs to an event: the detections of a sign-in, the sign-in of a detection, the rest of an attempt.

use std::sync::Arc;

use eframe::egui::{Label, RichText, Sense, Ui, vec2};

use crate::app::{Command, State, View};
use crate::clock::Clock;
use crate::columns::{Columns, RowId};
use crate::export::visible::visible_lines;
use crate::fields::{Field, Log};
use crate::query::{Gist, Query, Related};
use crate::record::EventId;
use crate::texts::text;
use crate::views::table::marks::mark_of;
use crate::widgets::badge::Mark;
use crate::widgets::theme::{UiExt, space};

/// Links to what belongs to the event that is shown.
#[derive(Clone, Debug, Default)]
pub(super) struct RelatedView {
    /// The event, the snapshot, and the clock that times are told by.
    of: Option<(EventId, Arc<Columns>, Clock)>,
    /// Those of the same request, then those of the same attempt.
    groups: [Group; 2],
}

/// What belongs to the event in one way.
#[derive(Clone, Debug, Default)]
struct Group {
    links: Vec<Link>,
    /// Where not all are listed, the way to all of them, log by log.
    rest: Vec<Rest>,
}

/// An event that can be opened.
#[derive(Clone, Debug)]
struct Link {
    log: Log,
    mark: Option<Mark>,
    /// What happened, if it is told.
    what: String,
    /// Time, who and what came of it.
    about: String,
    command: Command,
}

/// The list of all events of a request or an attempt that are in a log.
#[derive(Clone, Debug)]
struct Rest {
    log: Log,
    all: u64,
    commands: [Command; 2],
}

/// Room for a shape before what happened, in points.
const MARK: f32 = 18.0;

impl RelatedView {
    /// Finds what belongs to an event, unless it is known.
    pub fn find(&mut self, state: &State, event: EventId) {
        let clock = state.settings.shown_clock();
        let is_known = |(known, columns, of_clock): &(EventId, Arc<Columns>, Clock)| {
            *known == event && Arc::ptr_eq(columns, &state.columns) && *of_clock == clock
        };
        if self.of.as_ref().is_some_and(is_known) {
            return;
        }
        let columns = &*state.columns;
        let links = |rows: &[RowId]| rows.iter().map(|row| link(columns, *row, &clock)).collect();
        self.groups = columns.row_of(event).map_or_else(Default::default, |row| {
            let related = Related::of(columns, row);
            let of_request = rest_of_request(columns, row, &related);
            let mut of_attempt = rest_of_attempt(columns, row, &related);
            // The same events are offered once.
            of_attempt.retain(|rest| !of_request.iter().any(|known| (known.log, known.all) == (rest.log, rest.all)));
            [
                Group { links: links(&related.by_request), rest: of_request },
                Group { links: links(&related.by_correlation), rest: of_attempt },
            ]
        });
        self.of = Some((event, state.columns.clone(), clock));
    }

    /// Shows the links; nothing if nothing belongs to the event.
    pub fn ui(&self, ui: &mut Ui, commands: &mut Vec<Command>) {
        // What each group is called, and what a click on the way to all of it does.
        let titles = [
            (text!("detail-same-request"), text!("detail-all-of-request")),
            (text!("detail-same-correlation"), text!("detail-all-of-correlation")),
        ];
        let shown = titles.into_iter().zip(&self.groups);
        for ((title, all), group) in shown.filter(|(_, group)| !group.links.is_empty() || !group.rest.is_empty()) {
            ui.section_heading(title);
            for link in &group.links {
                link_ui(ui, link, commands);
            }
            if group.rest.is_empty() {
                continue;
            }
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                for rest in &group.rest {
                    if ui.link(rest.text()).on_hover_text(all).clicked() {
                        commands.extend(rest.commands.iter().cloned());
                    }
                }
            });
            ui.add_space(space::XS);
        }
    }
}

/// A link in two lines: what happened, and beneath it the rest in quiet letters.
fn link_ui(ui: &mut Ui, link: &Link, commands: &mut Vec<Command>) {
    let what = if link.what.is_empty() { link.log.noun().shown_one_capitalised() } else { link.what.clone() };
    let about = format!("{}  \u{b7}  {}", link.log.shown_title(), link.about);
    let name = format!("{what}, {about}");
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let (place, _) = ui.allocate_exact_size(vec2(MARK, MARK), Sense::hover());
        if let Some(mark) = link.mark {
            let tokens = ui.tokens();
            mark.paint(ui.painter(), place.left_center() + vec2(6.0, 0.0), 6.0, mark.color(tokens), tokens.panel);
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let open = ui.link(visible_lines(&what)).accessible_name(&name);
            if open.clicked() {
                commands.push(link.command.clone());
            }
            let about = RichText::new(visible_lines(&about)).small().color(ui.tokens().weak_text);
            ui.add(Label::new(about).wrap());
        });
    });
    ui.add_space(space::XS);
}

/// A link to an event: its log, when and what happened, to whom, and what came of it.
fn link(columns: &Columns, row: RowId, clock: &Clock) -> Link {
    let log = columns.log(row);
    let Gist { who, what, outcome, .. } = Gist::of(columns, row, clock);
    let stored = columns.value(log.outcome(), row).unwrap_or_default();
    let when = clock.date_time(columns.time(row));
    let parts = [&when, &who, &outcome];
    let about: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    Link {
        log,
        mark: mark_of(log.outcome(), &stored).filter(|_| !stored.is_empty()),
        what,
        about: about.join("  \u{b7}  "),
        command: Command::OpenDetail(columns.event(row)),
    }
}

/// For each log of which not all events of the request are listed, the way to all of them.
fn rest_of_request(columns: &Columns, row: RowId, related: &Related) -> Vec<Rest> {
    // A detection tells the request of its sign-in; that of a sign-in is its own.
    let (told, wanted) = if columns.log(row) == Log::RiskDetections {
        (Field::SignInRequestId, Field::RequestId)
    } else {
        (Field::RequestId, Field::SignInRequestId)
    };
    let query = Query::default().include(wanted, &columns.value(told, row).unwrap_or_default());
    let listed = |log: Log| related.by_request.iter().filter(|other| columns.log(**other) == log).count() as u64;
    let more = related.of_request.iter().filter(|(log, count)| *count > listed(*log));
    more.map(|(log, count)| Rest::new(*log, *count, &query)).collect()
}

/// For each log of which not all events of the attempt are listed, the way to all of them.
fn rest_of_attempt(columns: &Columns, row: RowId, related: &Related) -> Vec<Rest> {
    let id = columns.value(Field::CorrelationId, row).unwrap_or_default();
    let query = Query::default().include(Field::CorrelationId, &id);
    let listed = |log: Log| related.listed_of_attempt(columns, row, log);
    let more = related.of_attempt.iter().filter(|(log, count)| *count > listed(*log));
    // The list has the event itself, too.
    more.map(|(log, count)| Rest::new(*log, count + u64::from(columns.log(row) == *log), &query)).collect()
}

impl Rest {
    /// The way to all so many events of a log that a query finds.
    fn new(log: Log, all: u64, query: &Query) -> Self {
        Self { log, all, commands: [Command::SetQuery(query.clone()), Command::Show(View::Log(log))] }
    }

    fn text(&self) -> String {
        text!("detail-all-in-log", records = self.log.noun().shown_count(self.all), log = self.log.shown_title())
    }
}
