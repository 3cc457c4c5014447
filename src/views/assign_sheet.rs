//! The sheet in which the columns of a table that is not recognised are assigned to fields.

use eframe::egui::{Align, Button, Grid, Label, Layout, RichText, ScrollArea, TextEdit, Ui};

use crate::app::{AssignCommand, Assigning, Command, Sheet, State};
use crate::clock::Zone;
use crate::fields::{Field, Log, fold};
use crate::import::{Lack, is_assignable};
use crate::record::Record;
use crate::texts::text;
use crate::widgets::focus_trap::trapped_ui;
use crate::widgets::popup;
use crate::widgets::sheet::{buttons_ui, choice_row_ui, sheet_ui};
use crate::widgets::theme::{UiExt, size, space};

/// Width of the sheet in points.
const WIDTH: f32 = 860.0;
/// What the line of buttons takes, in points.
const BELOW: f32 = size::CONTROL + space::L;
/// Widths of the columns with names and with pickers, in points; of the first in a sheet that is narrower than whole.
const NAME: f32 = 180.0;
const NARROW_NAME: f32 = 140.0;
const PICKER: f32 = 210.0;

/// What the sheet remembers while it is open.
#[derive(Clone, Debug, Default)]
pub struct AssignView {
    search: String,
}

impl AssignView {
    /// Shows the sheet while it is open.
    pub fn ui(&mut self, ui: &Ui, state: &State, commands: &mut Vec<Command>) {
        let Some(assigning) = state.assigning.as_ref().filter(|_| state.sheet == Some(Sheet::Assign)) else {
            self.search.clear();
            return;
        };
        let is_closed = sheet_ui(ui.ctx(), "assign", text!("assign-title"), WIDTH, |ui| {
            trapped_ui(ui, |ui| self.content_ui(ui, assigning, state, commands));
        });
        if is_closed {
            commands.push(Command::ShowSheet(None));
        }
    }

    fn content_ui(&mut self, ui: &mut Ui, assigning: &Assigning, state: &State, commands: &mut Vec<Command>) {
        let height = (ui.available_height() - BELOW).max(size::CONTROL);
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            ui.note(text!("assign-question", file = assigning.table.input.name()));
            ui.add_space(space::S);
            self.columns_ui(ui, assigning, commands);
            ui.add_space(space::M);
            choices_ui(ui, assigning, commands);
            preview_ui(ui, assigning, state);
        });
        ui.add_space(space::S);
        let lacks = assigning.mapping.lacks().map(lack_text);
        buttons_ui(ui, |ui| {
            let import = ui.add_enabled(lacks.is_none(), Button::new(text!("assign-import")));
            if import.on_disabled_hover_text(lacks.unwrap_or_default()).clicked() {
                commands.push(Command::Assign(AssignCommand::Import));
            }
            if ui.button(text!("assign-cancel")).clicked() {
                commands.push(Command::ShowSheet(None));
            }
            // What is left of the line belongs to the choice, and to what lacks.
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let mut is_remembered = assigning.is_remembered;
                if ui.checkbox(&mut is_remembered, text!("assign-remember")).changed() {
                    commands.push(Command::Assign(AssignCommand::SetRemembered(is_remembered)));
                }
                if let Some(lacks) = lacks {
                    ui.add(Label::new(RichText::new(lacks).color(ui.tokens().failure)).truncate());
                }
            });
        });
    }

    /// The columns with some of their values, and beside each what it holds.
    fn columns_ui(&mut self, ui: &mut Ui, assigning: &Assigning, commands: &mut Vec<Command>) {
        let name = if ui.available_width() < WIDTH { NARROW_NAME } else { NAME };
        let values = (ui.available_width() - name - PICKER - 4.0 * space::M).max(80.0);
        Grid::new("columns to assign").num_columns(3).spacing([space::M, space::XS]).show(ui, |ui| {
            for title in [text!("assign-column"), text!("assign-values"), text!("assign-holds")] {
                ui.weak_label(title);
            }
            ui.end_row();
            for (place, column) in assigning.mapping.columns.iter().enumerate() {
                cell_ui(ui, name, RichText::new(&column.name).strong());
                let examples =
                    assigning.table.proposal.examples.get(place).map_or_else(String::new, |of| of.join(", "));
                cell_ui(ui, values, RichText::new(examples).color(ui.tokens().weak_text));
                self.picker_ui(ui, place, &column.name, column.field, assigning, commands);
                ui.end_row();
            }
        });
    }

    fn picker_ui(
        &mut self,
        ui: &mut Ui,
        place: usize,
        name: &str,
        field: Option<Field>,
        assigning: &Assigning,
        commands: &mut Vec<Command>,
    ) {
        let title = field.map_or_else(|| text!("assign-nothing"), Field::title);
        ui.push_id(place, |ui| {
            let button = popup::narrow_choice_button_ui(ui, "", title, field.is_some(), PICKER);
            let button = button.accessible_name(text!("assign-column-holds", column = name, field = title));
            if button.clicked() {
                self.search.clear();
            }
            popup::panel_ui(&button, 260.0, |ui| {
                let find = text!("assign-find-field");
                let search = TextEdit::singleline(&mut self.search).hint_text(find).desired_width(f32::INFINITY);
                ui.add(search).accessible_name(find);
                let wanted = fold(&self.search);
                let taken = |field: Field| assigning.mapping.columns.iter().any(|column| column.field == Some(field));
                ScrollArea::vertical().max_height(220.0).show(ui, |ui| {
                    let mut choice_ui = |ui: &mut Ui, choice: Option<Field>, text: &str| {
                        if ui.radio(field == choice, text).clicked() {
                            commands.push(Command::Assign(AssignCommand::SetField(place, choice)));
                            ui.close();
                        }
                    };
                    if wanted.is_empty() {
                        choice_ui(ui, None, text!("assign-nothing"));
                    }
                    for of in Field::of(assigning.mapping.log).filter(|of| is_assignable(*of)) {
                        if fold(of.title()).contains(&wanted) || fold(of.key()).contains(&wanted) {
                            if taken(of) && field != Some(of) {
                                choice_ui(ui, Some(of), &text!("assign-taken", field = of.title()));
                            } else {
                                choice_ui(ui, Some(of), of.title());
                            }
                        }
                    }
                });
            });
        });
    }
}

/// What to do about what lacks.
fn lack_text(lack: Lack) -> &'static str {
    match lack {
        Lack::Time => text!("assign-lacks-time"),
        Lack::Person => text!("assign-lacks-person"),
        Lack::Matter => text!("assign-lacks-matter"),
    }
}

/// A text of this width, cut where it is longer.
fn cell_ui(ui: &mut Ui, width: f32, text: RichText) {
    ui.allocate_ui(eframe::egui::vec2(width, size::CONTROL), |ui| {
        ui.set_width(width);
        let whole = text.text().to_owned();
        ui.add(Label::new(text).truncate()).on_hover_text(whole);
    });
}

fn choices_ui(ui: &mut Ui, assigning: &Assigning, commands: &mut Vec<Command>) {
    let mapping = &assigning.mapping;
    let mut send = |command| commands.push(Command::Assign(command));
    choice_row_ui(ui, text!("assign-log"), |ui| {
        ui.horizontal_wrapped(|ui| {
            for log in Log::ALL {
                if ui.radio(mapping.log == log, log.shown_title()).clicked() {
                    send(AssignCommand::SetLog(log));
                }
            }
        });
    });
    choice_row_ui(ui, text!("assign-dates"), |ui| {
        ui.horizontal_wrapped(|ui| {
            for (day_first, title) in [(true, text!("assign-day-first")), (false, text!("assign-month-first"))] {
                if ui.radio(mapping.day_first == day_first, title).clicked() {
                    send(AssignCommand::SetDayFirst(day_first));
                }
            }
        });
    });
    choice_row_ui(ui, text!("assign-zone"), |ui| {
        ui.horizontal_wrapped(|ui| {
            let further = (!matches!(mapping.zone, Zone::Utc | Zone::System)).then_some(mapping.zone);
            for zone in [Zone::Utc, Zone::System].into_iter().chain(further) {
                let title = if zone == Zone::System { text!("assign-zone-system") } else { zone.name() };
                if ui.radio(mapping.zone == zone, title).clicked() {
                    send(AssignCommand::SetZone(zone));
                }
            }
            let button = popup::narrow_choice_button_ui(ui, "", text!("assign-zone-another"), false, 110.0);
            let button = button.accessible_name(text!("assign-zone-another-name"));
            popup::panel_ui(&button, 260.0, |ui| {
                ScrollArea::vertical().max_height(220.0).show_rows(
                    ui,
                    size::CONTROL,
                    Zone::all().count(),
                    |ui, rows| {
                        for zone in Zone::all().skip(rows.start).take(rows.len()) {
                            if ui.radio(mapping.zone == zone, zone.name()).clicked() {
                                send(AssignCommand::SetZone(zone));
                                ui.close();
                            }
                        }
                    },
                );
            });
        });
        ui.note(text!("assign-zone-about"));
    });
}

/// The first rows as they would be read, with what is wrong with them.
fn preview_ui(ui: &mut Ui, assigning: &Assigning, state: &State) {
    let fields: Vec<Field> = assigning.mapping.columns.iter().filter_map(|column| column.field).collect();
    let problems = assigning.preview.iter().filter(|row| row.is_err()).count() as u64;
    let title =
        if problems == 0 { text!("assign-preview").to_owned() } else { text!("assign-preview-but", count = problems) };
    ui.weak_label(title);
    ScrollArea::horizontal().id_salt("preview").show(ui, |ui| {
        Grid::new("preview of rows").striped(true).spacing([space::M, space::XS]).show(ui, |ui| {
            for field in &fields {
                ui.label(RichText::new(field.title()).strong());
            }
            ui.end_row();
            for row in &assigning.preview {
                match row {
                    Ok(record) => {
                        for field in &fields {
                            let text = value_text(record, *field, state);
                            let short: String = text.chars().take(40).collect();
                            ui.label(short);
                        }
                    }
                    Err(reason) => {
                        ui.label(
                            RichText::new(text!("assign-not-read", reason = reason.as_str()))
                                .color(ui.tokens().failure),
                        );
                    }
                }
                ui.end_row();
            }
        });
    });
}

fn value_text(record: &Record<'_>, field: Field, state: &State) -> String {
    if field == Field::Time {
        let clock = state.settings.shown_clock();
        return format!("{} {}", clock.date_time(record.time), clock.label());
    }
    record.get(field).map(|text| field.spec().display(text).replace('\n', ", ")).unwrap_or_default()
}
