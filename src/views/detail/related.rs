//! What belongs to an event: the detections of a sign-in, the sign-in of a detection, the rest of an attempt.

use std::sync::Arc;

use eframe::egui::{Label, RichText, Sense, Ui, vec2};

use crate::app::{Command, State, View};
use crate::clock::Clock;
use crate::columns::{Columns, RowId};
use crate::fields::{Field, Log};
use crate::query::{Gist, Query, Related};
use crate::record::EventId;
use crate::views::table::marks::mark_of;
use crate::widgets::badge::Mark;
use crate::widgets::number::counted;
use crate::widgets::theme::{UiExt, space};

/// Links to what belongs to the event that is shown.
#[derive(Clone, Debug, Default)]
pub(super) struct RelatedView {
    /// The event and the snapshot.
    of: Option<(EventId, Arc<Columns>)>,
    /// Those of the same request, then those of the same attempt.
    groups: [Vec<Link>; 2],
    /// The rest of the attempt, log by log.
    rest: Vec<Rest>,
}

/// An event that can be opened.
#[derive(Clone, Debug)]
struct Link {
    mark: Option<Mark>,
    what: String,
    /// Log, time, who and what came of it.
    about: String,
    command: Command,
}

/// The list of all events of an attempt that are in a log.
#[derive(Clone, Debug)]
struct Rest {
    text: String,
    commands: [Command; 2],
}

/// What the groups are called.
const TITLES: [&str; 2] = ["Same request", "Same correlation ID"];

/// Room for a shape before what happened, in points.
const MARK: f32 = 18.0;

impl RelatedView {
    /// Finds what belongs to an event, unless it is known.
    pub fn find(&mut self, state: &State, event: EventId) {
        let is_known =
            |(known, columns): &(EventId, Arc<Columns>)| *known == event && Arc::ptr_eq(columns, &state.columns);
        if self.of.as_ref().is_some_and(is_known) {
            return;
        }
        let columns = &*state.columns;
        let clock = state.settings.clock();
        let row = columns.row_of(event);
        let related = row.map(|row| Related::of(columns, row)).unwrap_or_default();
        let links = |rows: &[RowId]| rows.iter().map(|row| link(columns, *row, &clock)).collect();
        self.groups = [links(&related.by_request), links(&related.by_correlation)];
        self.rest = row.map(|row| rest(columns, row, &related)).unwrap_or_default();
        self.of = Some((event, state.columns.clone()));
    }

    /// Shows the links; nothing if nothing belongs to the event.
    pub fn ui(&self, ui: &mut Ui, commands: &mut Vec<Command>) {
        for (title, links) in TITLES.into_iter().zip(&self.groups).filter(|(_, links)| !links.is_empty()) {
            ui.section_heading(title);
            for link in links {
                link_ui(ui, link, commands);
            }
        }
        if self.rest.is_empty() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            for rest in &self.rest {
                if ui.link(&rest.text).on_hover_text("Show all events with this correlation ID").clicked() {
                    commands.extend(rest.commands.iter().cloned());
                }
            }
        });
        ui.add_space(space::XS);
    }
}

/// A link in two lines: what happened, and beneath it the rest in quiet letters.
fn link_ui(ui: &mut Ui, link: &Link, commands: &mut Vec<Command>) {
    let name = format!("{}, {}", link.what, link.about);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let (place, _) = ui.allocate_exact_size(vec2(MARK, MARK), Sense::hover());
        if let Some(mark) = link.mark {
            let tokens = ui.tokens();
            mark.paint(ui.painter(), place.left_center() + vec2(6.0, 0.0), 6.0, mark.color(tokens), tokens.panel);
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let open = ui.link(&link.what).accessible_name(&name);
            if open.clicked() {
                commands.push(link.command.clone());
            }
            let about = RichText::new(&link.about).small().color(ui.tokens().weak_text);
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
    let parts = [log.title(), &when, &who, &outcome];
    let about: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Link {
        mark: mark_of(log.outcome(), &stored).filter(|_| !stored.is_empty()),
        what: if what.is_empty() { log.noun().one_capitalised() } else { what },
        about: about.join("  \u{b7}  "),
        command: Command::OpenDetail(columns.event(row)),
    }
}

/// For each log of which not all events of the attempt are listed, the way to all of them.
fn rest(columns: &Columns, row: RowId, related: &Related) -> Vec<Rest> {
    let id = columns.value(Field::CorrelationId, row).unwrap_or_default();
    let query = Query::default().include(Field::CorrelationId, &id);
    let listed = |log: Log| {
        let of_log = related.by_request.iter().chain(&related.by_correlation);
        of_log.filter(|other| columns.log(**other) == log).count() as u64
    };
    let more = related.of_attempt.iter().filter(|(log, count)| *count > listed(*log));
    more.map(|(log, count)| {
        // The list has the event itself, too.
        let all = count + u64::from(columns.log(row) == *log);
        let nouns = log.noun();
        let text = format!("All {} in {}", counted(all, nouns.one, nouns.many), log.title());
        Rest { text, commands: [Command::SetQuery(query.clone()), Command::Show(View::Log(*log))] }
    })
    .collect()
}
