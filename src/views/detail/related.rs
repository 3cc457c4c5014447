//! What belongs to an event: the detections of a sign-in, the sign-in of a detection, the rest of an attempt.

use std::sync::Arc;

use eframe::egui::Ui;

use crate::app::{Command, State, View};
use crate::cache::Detail;
use crate::clock::Clock;
use crate::columns::{Columns, RowId};
use crate::fields::{Field, Log};
use crate::query::{Query, Related};
use crate::record::EventId;
use crate::widgets::number::counted;
use crate::widgets::theme::space;

/// What was found for the event that is shown.
#[derive(Clone, Debug, Default)]
pub(super) struct RelatedView {
    /// The event and the snapshot.
    of: Option<(EventId, Arc<Columns>)>,
    related: Related,
}

impl RelatedView {
    /// Shows links to what belongs to an event; nothing if nothing does.
    pub fn ui(&mut self, ui: &mut Ui, state: &State, detail: &Detail, commands: &mut Vec<Command>) {
        let columns = &*state.columns;
        let is_known = self
            .of
            .as_ref()
            .is_some_and(|(event, columns)| *event == detail.event && Arc::ptr_eq(columns, &state.columns));
        if !is_known {
            self.of = Some((detail.event, state.columns.clone()));
            self.related = columns.row_of(detail.event).map(|row| Related::of(columns, row)).unwrap_or_default();
        }
        if self.related.is_empty() {
            return;
        }
        let clock = state.settings.clock();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            for row in self.related.by_request.iter().copied().take(MOST_NAMED) {
                event_ui(ui, columns, row, &clock, commands);
            }
            for (log, rows) in by_log(columns, &self.related.by_correlation) {
                match rows.as_slice() {
                    [only] => event_ui(ui, columns, *only, &clock, commands),
                    several => {
                        let nouns = log.report().nouns();
                        let text =
                            format!("{} of this attempt: {}", counted(several.len() as u64, nouns, nouns), log.title());
                        let about = "Show all events with this correlation ID";
                        if ui.link(text).on_hover_text(about).clicked()
                            && let Some(id) = columns.value(Field::CorrelationId, several[0])
                        {
                            commands.push(Command::SetQuery(Query::default().include(Field::CorrelationId, &id)));
                            commands.push(Command::Show(View::Log(log)));
                        }
                    }
                }
            }
        });
        ui.add_space(space::XS);
    }
}

/// So many events are named one by one.
const MOST_NAMED: usize = 4;

/// A link that opens an event: its log, what happened, and what came of it.
fn event_ui(ui: &mut Ui, columns: &Columns, row: RowId, clock: &Clock, commands: &mut Vec<Command>) {
    let log = columns.log(row);
    let first = |fields: &[Field]| {
        let texts = fields.iter().map(|field| columns.display(*field, row, clock));
        texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
    };
    let parts = [log.in_a_sentence().into(), first(log.what()), first(&[log.outcome()])];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let link = ui.link(parts.join("  \u{b7}  "));
    if link.on_hover_text(clock.date_time(columns.time(row))).clicked() {
        commands.push(Command::OpenDetail(columns.event(row)));
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
