//! What belongs to an event: the detections of a sign-in, the sign-in of a detection, the rest of an attempt.

use std::sync::Arc;

use eframe::egui::Ui;

use crate::app::{Command, State, View};
use crate::clock::Clock;
use crate::columns::{Columns, RowId};
use crate::fields::{Field, Log};
use crate::query::{Query, Related};
use crate::record::EventId;
use crate::widgets::number::counted;
use crate::widgets::theme::space;

/// Links to what belongs to the event that is shown.
#[derive(Clone, Debug, Default)]
pub(super) struct RelatedView {
    /// The event and the snapshot.
    of: Option<(EventId, Arc<Columns>)>,
    links: Vec<Link>,
}

#[derive(Clone, Debug)]
struct Link {
    text: String,
    about: String,
    commands: Vec<Command>,
}

/// So many events are named one by one.
const MOST_NAMED: usize = 4;

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
        let related = columns.row_of(event).map(|row| Related::of(columns, row)).unwrap_or_default();
        self.links = related.by_request.iter().take(MOST_NAMED).map(|row| to_event(columns, *row, &clock)).collect();
        let of_attempt = by_log(columns, &related.by_correlation).into_iter();
        self.links.extend(of_attempt.map(|(log, rows)| match rows.as_slice() {
            [only] => to_event(columns, *only, &clock),
            several => to_attempt(columns, log, several),
        }));
        self.of = Some((event, state.columns.clone()));
    }

    /// Shows the links; nothing if nothing belongs to the event.
    pub fn ui(&self, ui: &mut Ui, commands: &mut Vec<Command>) {
        if self.links.is_empty() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            for link in &self.links {
                if ui.link(&link.text).on_hover_text(&link.about).clicked() {
                    commands.extend(link.commands.iter().cloned());
                }
            }
        });
        ui.add_space(space::XS);
    }
}

/// A link to an event: its log, what happened, and what came of it.
fn to_event(columns: &Columns, row: RowId, clock: &Clock) -> Link {
    let log = columns.log(row);
    let first = |fields: &[Field]| {
        let texts = fields.iter().map(|field| columns.display(*field, row, clock));
        texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
    };
    let parts = [log.title().into(), first(log.what()), first(&[log.outcome()])];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Link {
        text: parts.join("  \u{b7}  "),
        about: clock.date_time(columns.time(row)),
        commands: vec![Command::OpenDetail(columns.event(row))],
    }
}

/// A link to those events of an attempt that are in a log.
fn to_attempt(columns: &Columns, log: Log, rows: &[RowId]) -> Link {
    let id = rows.first().and_then(|row| columns.value(Field::CorrelationId, *row)).unwrap_or_default();
    let query = Query::default().include(Field::CorrelationId, &id);
    let nouns = log.noun();
    Link {
        text: format!(
            "{}  \u{b7}  {} more of this attempt",
            log.title(),
            counted(rows.len() as u64, nouns.one, nouns.many)
        ),
        about: "Show all events with this correlation ID".to_owned(),
        commands: vec![Command::SetQuery(query), Command::Show(View::Log(log))],
    }
}

/// The rows of each log that has any.
fn by_log(columns: &Columns, rows: &[RowId]) -> Vec<(Log, Vec<RowId>)> {
    Log::ALL
        .into_iter()
        .map(|log| (log, rows.iter().copied().filter(|row| columns.log(*row) == log).collect()))
        .filter(|(_, rows): &(Log, Vec<RowId>)| !rows.is_empty())
        .collect()
}
