//! The filter language by example, the portal's filters in it, and every field it knows.

use eframe::egui::{Grid, Label, RichText, ScrollArea, TextEdit, Ui};

use crate::app::{Command, State, View};
use crate::fields::{Field, Kind, Log, Logs};
use crate::query::Query;
use crate::reference::portal_filters::PORTAL_FILTERS;
use crate::widgets::focus::reveal;
use crate::widgets::theme::{UiExt, size, space};

/// A filter with what it asks for.
const EXAMPLES: &[(&str, &str)] = &[
    (
        "anna",
        "A word, in user, application, resource, service principal, IP address, request and correlation ID; in the \
         other reports also in activity, actor, targets, item, identities, reason, changes, details and risk detections",
    ),
    ("50126", "An error code, as AADSTS50126 too; also whatever has these digits where a word is searched for"),
    ("status:failure country:RU", "Both: failures, and from Russia"),
    ("status:failure,interrupted", "One of several values"),
    ("status:failure OR risk:>=medium", "Either; parentheses group: (a OR b) c"),
    ("-country:AT", "Not from Austria; NOT country:AT says the same"),
    ("app:\"Office 365 Exchange Online\"", "Quotes around what has blanks or signs; case never counts"),
    ("user:svc-* app:*mail?", "Any characters, and exactly one"),
    (
        "user:/^svc-\\d+/",
        "A regular expression between slashes; also alone, over what a word searches except identifiers",
    ),
    ("ip:203.0.113.0/24", "A network; of IPv6 too, and ip:203.0.* for a beginning"),
    ("error_code:50000..50099", "A range; >, >=, < and <= compare times, numbers, error codes and risk levels"),
    ("time:2026-10-05", "A day; also a month, or a minute: time:>=2026-10-05T08:30"),
    ("weekday:sat,sun", "On weekends, in the shown zone; hour:22..5 at night"),
    ("last:7d", "The last days up to the newest sign-in; also 30m, 24h and 2w"),
    ("time:-14d..<-7d", "Counted from the newest sign-in: the week before the last"),
    ("note:ticket", "Your notes that contain this text"),
    ("has:device_id -has:risk", "Something is known of a field, or nothing"),
    (
        "policy:\"Require MFA\" policy_result:failure",
        "Terms about policies side by side mean the same policy: it failed",
    ),
    ("(policy:A policy_result:failure) (policy:B policy_result:success)", "Parentheses keep two policies apart"),
    ("-policy_result:failure", "No policy failed"),
    ("policy_mode:report-only policy_result:reportOnlyFailure", "What a policy would have blocked, were it enforced"),
    ("auth_method:fido2 auth_succeeded:yes", "An authentication step with this method that succeeded"),
    ("network:named", "From any named location; network:trusted, or by its name"),
];

/// Shows the page. What is typed into its search stays with the window.
pub fn ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let id = ui.scope_id().with("search");
    let mut search = ui.data_mut(|data| data.get_temp::<String>(id)).unwrap_or_default();
    let hint = "Find an example, a filter of the portal, or a field";
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
            let examples: Vec<_> = EXAMPLES.iter().filter(|(text, about)| fits(&[text, about])).collect();
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
                ui.weak_label("Nothing found");
            }
            section_ui(ui, "By example", examples.len(), |ui, width| {
                for (text, about) in examples {
                    filter_ui(ui, state, width, text, commands);
                    ui.vertical(|ui| ui.add(Label::new(*about).wrap()));
                    ui.end_row();
                }
            });
            section_ui(ui, "The portal's filters", filters.len(), |ui, width| {
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
            section_ui(ui, "Fields", fields.len(), |ui, width| {
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
fn section_ui(ui: &mut Ui, title: &str, rows: usize, add: impl FnOnce(&mut Ui, f32)) {
    if rows == 0 {
        return;
    }
    ui.section_heading(title);
    let filters = (ui.available_width() * FILTERS).floor();
    Grid::new(title).num_columns(2).min_col_width(filters).spacing([space::L, space::S]).show(ui, |ui| {
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
        let button = reveal(ui.small_button("Try").accessible_name(format!("Try {text}")));
        if button.on_hover_text("Filter the sign-ins by it").clicked()
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
            ui.note(format!("or {}", spec.aliases.join(", ")));
        }
    });
    ui.vertical(|ui| {
        ui.add(Label::new(format!("{} ({})", spec.title, kind_text(field))).wrap());
        let logs = logs_text(spec.logs);
        ui.note(if spec.about.is_empty() { logs } else { format!("{}. {logs}", spec.about) });
    });
}

fn kind_text(field: Field) -> &'static str {
    let spec = field.spec();
    match spec.kind {
        _ if spec.part().is_some() => "of one of several",
        Kind::Time => "time",
        Kind::Text => "text",
        Kind::Choice => "choice",
        Kind::Flag => "yes or no",
        Kind::Code => "error code",
        Kind::Number(_) => "number",
        Kind::Id | Kind::UniqueId => "identifier",
        Kind::Address => "address",
        Kind::List | Kind::Steps | Kind::Policies => "several texts",
    }
}

fn logs_text(logs: Logs) -> String {
    if logs == Logs::ALL {
        return "All logs".to_owned();
    }
    logs.iter().map(Log::title).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_is_a_filter_with_a_text() {
        for (text, about) in EXAMPLES {
            let query: Query = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(query.to_string().parse(), Ok(query), "{text}");
            assert!(!about.is_empty() && !about.ends_with('.'), "{about}");
        }
    }
}
