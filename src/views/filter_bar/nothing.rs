//! What stands in the place of a table that the filter empties: which part does it, and the ways out.

use eframe::egui::Ui;

use crate::app::{Command, State, View};
use crate::fields::{Log, Report};
use crate::query::Query;
use crate::texts::text;
use crate::widgets::empty::empty_ui;
use crate::widgets::number;
use crate::widgets::theme::{UiExt, space};

/// How many parts are offered to be taken away.
const OFFERED: usize = 5;

/// Shows why the table of a log is empty, and what would fill it.
pub fn nothing_found_ui(ui: &mut Ui, state: &State, log: Log, commands: &mut Vec<Command>) {
    let answer = state.ways_out.as_deref().filter(|ways| ways.key.log == log && ways.key.query == state.query);
    let alone = answer.is_some_and(|ways| ways.without.is_empty());
    let sentence = if alone { text!("filter-no-single-part") } else { text!("filter-without-one") };
    let sentence = if answer.is_some() { sentence } else { text!("filter-looking") };
    let headline = text!("filter-none-matches", records = log.noun().shown_many());
    let counted = |count: u64| number::records(count, log.noun());
    empty_ui(ui, &headline, sentence, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        if let Some(ways) = answer {
            for (part, left) in ways.without.iter().take(OFFERED) {
                let name = text!("filter-without-part", part = part.to_string(), records = counted(*left));
                if ui.button(name).on_hover_text(text!("filter-without-part-about")).clicked() {
                    commands.push(Command::SetQuery(replaced(&state.query, part, &Query::default())));
                }
            }
            for (part, pattern, left) in ways.instead.iter().take(OFFERED) {
                let (pattern_text, part_text) = (pattern.to_string(), part.to_string());
                let name = text!("filter-instead", pattern = pattern_text, part = part_text, records = counted(*left));
                if ui.button(name).on_hover_text(text!("filter-instead-about")).clicked() {
                    commands.push(Command::SetQuery(replaced(&state.query, part, pattern)));
                }
            }
            for (other, matching) in &ways.elsewhere {
                if ui.link(elsewhere(*matching, *other)).clicked() {
                    commands.push(Command::Show(View::Log(*other)));
                }
            }
        }
        if ui.button(text!("filter-clear")).clicked() {
            commands.push(Command::SetQuery(Query::default()));
        }
        if state.search.error.is_some() {
            ui.note(text!("filter-not-in-force"));
        }
    });
}

/// `3 sign-ins in Interactive`, `3 audit events`.
fn elsewhere(count: u64, log: Log) -> String {
    let counted = number::records(count, log.noun());
    match log.report() {
        Report::SignIns => text!("filter-elsewhere", records = counted, log = log.shown_title()),
        Report::Audit | Report::Provisioning | Report::Risk | Report::Activity => counted,
    }
}

/// The filter with another part in the place of this one.
fn replaced(query: &Query, part: &Query, by: &Query) -> Query {
    let place = query.parts().iter().position(|known| known == part);
    place.map_or_else(|| query.clone(), |place| query.with_part_replaced(place, by.clone()))
}
