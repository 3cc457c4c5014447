//! The filter language by example, the portal's filters in it, and every field it knows.

use eframe::egui::{Grid, Label, RichText, ScrollArea, TextEdit, Ui};

use crate::app::{Command, State, View};
use crate::fields::{Field, Kind, Log, Logs};
use crate::query::Query;
use crate::reference::portal_filters::PORTAL_FILTERS;
use crate::texts::text;
use crate::widgets::focus::reveal;
use crate::widgets::theme::{UiExt, size, space};

/// Filters, each with what it asks for.
fn examples() -> [(&'static str, &'static str); 23] {
    [
        ("anna", text!("help-word")),
        ("50126", text!("help-code")),
        ("status:failure country:RU", text!("help-both")),
        ("status:failure,interrupted", text!("help-one-of")),
        ("status:failure OR risk:>=medium", text!("help-either")),
        ("-country:AT", text!("help-not")),
        ("app:\"Office 365 Exchange Online\"", text!("help-quotes")),
        ("user:svc-* app:*mail?", text!("help-wildcards")),
        ("user:/^svc-\\d+/", text!("help-expression")),
        ("ip:203.0.113.0/24", text!("help-network")),
        ("error_code:50000..50099", text!("help-range")),
        ("time:2026-10-05", text!("help-day")),
        ("weekday:sat,sun", text!("help-weekday")),
        ("last:7d", text!("help-last")),
        ("time:-14d..<-7d", text!("help-before")),
        ("note:ticket", text!("help-note")),
        ("has:device_id -has:risk", text!("help-known")),
        ("policy:\"Require MFA\" policy_result:failure", text!("help-same-policy")),
        ("(policy:A policy_result:failure) (policy:B policy_result:success)", text!("help-two-policies")),
        ("-policy_result:failure", text!("help-no-policy")),
        ("policy_mode:report-only policy_result:reportOnlyFailure", text!("help-report-only")),
        ("auth_method:fido2 auth_succeeded:yes", text!("help-step")),
        ("network:named", text!("help-named-network")),
    ]
}

/// Shows the page. What is typed into its search stays with the window.
pub fn ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let id = ui.scope_id().with("search");
    let mut search = ui.data_mut(|data| data.get_temp::<String>(id)).unwrap_or_default();
    let hint = text!("help-find");
    let input = TextEdit::singleline(&mut search).hint_text(hint).desired_width(f32::INFINITY);
    let input = ui.add(input).accessible_name(hint);
    if ui.memory(|memory| memory.focused().is_none()) {
        input.request_focus();
    }
    let wanted = search.trim().to_lowercase();
    ui.data_mut(|data| data.insert_temp(id, search));
    let height = HEIGHT.min(ui.available_height());
    ScrollArea::vertical()
        .id_salt("filter help")
        .min_scrolled_height(height)
        .max_height(height)
        .auto_shrink(false)
        .show(ui, |ui| {
            let fits = |texts: &[&str]| texts.iter().any(|text| text.to_lowercase().contains(&wanted));
            let examples: Vec<_> = examples().into_iter().filter(|(text, about)| fits(&[text, about])).collect();
            let filters: Vec<_> =
                PORTAL_FILTERS.iter().filter(|filter| fits(&[filter.title, filter.example, filter.note])).collect();
            let fields: Vec<Field> = Field::ALL
                .into_iter()
                .filter(|field| {
                    let spec = field.spec();
                    fits(&[spec.key, spec.title, spec.about]) || fits(spec.aliases)
                })
                .collect();
            if examples.is_empty() && filters.is_empty() && fields.is_empty() {
                ui.weak_label(text!("help-nothing-found"));
            }
            section_ui(ui, "examples", text!("help-by-example"), examples.len(), |ui, width| {
                for (text, about) in examples {
                    filter_ui(ui, state, width, text, commands);
                    ui.vertical(|ui| ui.add(Label::new(about).wrap()));
                    ui.end_row();
                }
            });
            section_ui(ui, "filters", text!("help-portal-filters"), filters.len(), |ui, width| {
                for filter in filters {
                    filter_ui(ui, state, width, filter.example, commands);
                    ui.vertical(|ui| {
                        ui.add(Label::new(filter.title).wrap());
                        let logs = logs_text(filter.logs);
                        ui.note(if filter.note.is_empty() { logs } else { format!("{}. {logs}", filter.note) });
                    });
                    ui.end_row();
                }
            });
            section_ui(ui, "fields", text!("help-fields"), fields.len(), |ui, width| {
                for field in fields {
                    field_ui(ui, width, field);
                    ui.end_row();
                }
            });
            ui.add_space(space::L);
        });
}

/// Most that the page takes in points.
pub(super) const WIDTH: f32 = 720.0;
const HEIGHT: f32 = 520.0;

/// Part of the width that the filters take, at the left.
const FILTERS: f32 = 0.46;

/// A heading and a table under it, whose content is told the width of the left column.
fn section_ui(ui: &mut Ui, key: &str, title: &str, rows: usize, add: impl FnOnce(&mut Ui, f32)) {
    if rows == 0 {
        return;
    }
    ui.section_heading(title);
    let filters = (ui.available_width() * FILTERS).floor();
    Grid::new(key).num_columns(2).min_col_width(filters).spacing([space::L, space::S]).show(ui, |ui| {
        add(ui, filters);
    });
}

/// A filter's text, with the button that tries it.
fn filter_ui(ui: &mut Ui, state: &State, width: f32, text: &str, commands: &mut Vec<Command>) {
    ui.horizontal_top(|ui| {
        ui.set_width(width);
        if text.is_empty() {
            ui.weak_label("\u{2013}");
            return;
        }
        let button =
            reveal(ui.small_button(text!("help-try")).accessible_name(text!("help-try-filter", filter = text)));
        if button.on_hover_text(text!("help-try-about")).clicked()
            && let Ok(query) = text.parse::<Query>()
        {
            commands.push(Command::Show(View::Log(state.log_with(&query))));
            commands.push(Command::SetQuery(query));
            commands.push(Command::ShowSheet(None));
        }
        ui.add(Label::new(RichText::new(text).monospace().size(size::TEXT - 1.0)).wrap());
    });
}

fn field_ui(ui: &mut Ui, width: f32, field: Field) {
    let spec = field.spec();
    ui.vertical(|ui| {
        ui.set_width(width);
        ui.add(Label::new(RichText::new(spec.key).monospace().size(size::TEXT - 1.0)));
        if !spec.aliases.is_empty() {
            ui.note(text!("help-or", names = spec.aliases.join(", ")));
        }
    });
    ui.vertical(|ui| {
        ui.add(Label::new(text!("help-of-kind", field = spec.title, kind = kind_text(field))).wrap());
        let logs = logs_text(spec.logs);
        ui.note(if spec.about.is_empty() { logs } else { format!("{}. {logs}", spec.about) });
    });
}

fn kind_text(field: Field) -> &'static str {
    let spec = field.spec();
    match spec.kind {
        _ if spec.part().is_some() => text!("help-kind-of-several"),
        Kind::Time => text!("help-kind-time"),
        Kind::Text => text!("help-kind-text"),
        Kind::Choice => text!("help-kind-choice"),
        Kind::Flag => text!("help-kind-flag"),
        Kind::Code => text!("help-kind-code"),
        Kind::Number(_) => text!("help-kind-number"),
        Kind::Id | Kind::UniqueId => text!("help-kind-id"),
        Kind::Address => text!("help-kind-address"),
        Kind::List | Kind::Steps | Kind::Policies => text!("help-kind-list"),
    }
}

fn logs_text(logs: Logs) -> String {
    if logs == Logs::ALL {
        return text!("help-all-logs").to_owned();
    }
    logs.iter().map(Log::shown_title).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_is_a_filter_with_a_text() {
        for (text, about) in examples() {
            let query: Query = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(query.to_string().parse(), Ok(query), "{text}");
            assert!(!about.is_empty() && !about.ends_with('.'), "{about}");
        }
    }
}
