//! The export dialog: what of the table, in which form, how much that will be; and the line of a running export.

use eframe::egui::{Button, Grid, Key, Label, Modifiers, RichText, Ui};

use crate::app::export::{self, ExportChoice, ExportFormat, Extent};
use crate::app::{Command, Exports, Rows, RunningExport, Sheet, State, may_have_bom};
use crate::export::xlsx::ROWS_PER_SHEET;
use crate::texts::text;
use crate::widgets::progress::progress_ui;
use crate::widgets::sheet::{buttons_ui, sheet_ui};
use crate::widgets::theme::{UiExt, space};

/// Width of the dialog in points.
const WIDTH: f32 = 460.0;
/// Room for what a choice is about in points.
const LABELS: f32 = 60.0;

/// Shows the dialog while it is open.
pub fn ui(ui: &Ui, state: &State, commands: &mut Vec<Command>) {
    if state.sheet != Some(Sheet::Export) {
        return;
    }
    if sheet_ui(ui.ctx(), "export", text!("export-title"), WIDTH, |ui| content_ui(ui, state, commands)) {
        commands.push(Command::ShowSheet(None));
    }
}

fn content_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let before = state.export_choice();
    let mut choice = before;
    // Enter on a choice exports, as in other dialogs; Space chooses.
    let on_choice = ui.scope_id().with("a choice has the focus");
    let is_entered = ui.data(|data| data.get_temp::<bool>(on_choice)).unwrap_or_default()
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let mut first = None;
    let mut is_on_choice = false;
    let is_folded = state.exportable().is_some_and(|listing| matches!(listing.rows, Rows::Grouped(_)));
    Grid::new("export choices").min_col_width(LABELS).spacing([space::L, space::M]).show(ui, |ui| {
        ui.weak_label(text!("export-what"));
        ui.vertical(|ui| {
            for extent in Extent::ALL.into_iter().filter(|extent| is_folded || *extent != Extent::Table) {
                let radio = ui.radio_value(&mut choice.extent, extent, extent.title());
                is_on_choice |= radio.has_focus();
                first.get_or_insert(radio.on_hover_text(extent.about()));
            }
            ui.note(choice.extent.about());
        });
        ui.end_row();
        ui.weak_label(text!("export-format"));
        ui.vertical(|ui| is_on_choice |= format_ui(ui, state, &mut choice));
        ui.end_row();
    });
    // So also when the focus was on something behind, which has lost it.
    if let Some(first) = first
        && ui.memory(|memory| memory.focused().is_none())
    {
        first.request_focus();
        is_on_choice = true;
    }
    ui.data_mut(|data| data.insert_temp(on_choice, is_on_choice));
    if choice != before {
        commands.push(Command::ChooseExport(choice));
    }
    ui.add_space(space::S);
    let (text, is_ready) = amount(state, choice);
    ui.label(RichText::new(text).strong());
    for note in notes(state, choice) {
        ui.note(note);
    }
    ui.add_space(space::M);
    buttons_ui(ui, |ui| {
        let is_idle = state.exporting.running.is_none();
        let export = ui.add_enabled(is_ready && is_idle, Button::new(text!("export-choose-file")));
        let export = export.on_disabled_hover_text(text!("export-not-ready"));
        if export.clicked() || (is_entered && export.enabled()) {
            commands.push(Command::ChooseExportFile);
        }
        if ui.button(text!("export-close")).clicked() {
            commands.push(Command::ShowSheet(None));
        }
    });
}

/// Returns whether one of these choices has the keyboard's focus.
fn format_ui(ui: &mut Ui, state: &State, choice: &mut ExportChoice) -> bool {
    let mut has_focus = false;
    let originals = state.planned_originals().and_then(Result::ok);
    if choice.extent == Extent::Originals {
        ui.label(text!("export-as-they-came"));
    } else {
        ui.horizontal(|ui| {
            for format in ExportFormat::ALL {
                has_focus |= ui.radio_value(&mut choice.format, format, format.title()).has_focus();
            }
        });
    }
    let may = may_have_bom(*choice, originals);
    let bom = ui.add_enabled_ui(may, |ui| ui.checkbox(&mut choice.bom, text!("export-bom"))).inner;
    has_focus | bom.on_hover_text(text!("export-bom-about")).has_focus()
}

/// How much will be written, and whether that is known and anything at all.
fn amount(state: &State, choice: ExportChoice) -> (String, bool) {
    let Some(listing) = state.exportable() else { return (text!("export-table-is-read").to_owned(), false) };
    if choice.extent == Extent::Originals {
        return match state.planned_originals() {
            None => (text!("export-looking").to_owned(), false),
            Some(Err(problem)) => (problem.to_owned(), false),
            Some(Ok(originals)) => {
                let records = originals.records();
                let is_ready = records > 0;
                let files: Vec<&str> = originals.files().iter().map(|file| file.name.as_str()).collect();
                match files[..] {
                    [] | [_] => {
                        let format = originals.ending().to_uppercase();
                        (text!("export-one-file", records = records, format = format), is_ready)
                    }
                    _ => {
                        let names = files.join(", ");
                        (text!("export-zip", records = records, files = files.len(), names = names), is_ready)
                    }
                }
            }
        };
    }
    let size = export::size(listing, choice, ROWS_PER_SHEET);
    match size.sheets {
        0 | 1 => (text!("export-rows", rows = size.rows), size.rows > 0),
        sheets => (text!("export-sheets", rows = size.rows, sheets = sheets, most = ROWS_PER_SHEET), true),
    }
}

/// What should be known before.
fn notes(state: &State, choice: ExportChoice) -> Vec<String> {
    match (choice.extent, choice.format) {
        (Extent::Originals, _) => {
            vec![text!("export-note-originals").to_owned()]
        }
        (_, ExportFormat::Xlsx) => vec![
            text!("export-note-dates", zone = state.settings.shown_clock().label()),
            text!("export-note-sheet").to_owned(),
        ],
        (_, ExportFormat::Csv) => {
            vec![text!("export-note-columns").to_owned(), text!("export-note-formulas").to_owned()]
        }
        (_, ExportFormat::Json) => vec![text!("export-note-json").to_owned()],
    }
}

/// Shows how far an export is, in the status bar.
pub fn running_ui(ui: &mut Ui, running: &RunningExport, commands: &mut Vec<Command>) {
    let progress = &running.progress;
    let (rows, total) = (progress.rows(), progress.total());
    let part = (total > 0).then(|| rows as f32 / total as f32);
    progress_ui(ui, part, 120.0, text!("export-progress"));
    let text = match (running.of, progress.is_packing(), total) {
        (Exports::Pack, _, _) if rows >= total => text!("export-writing-pack").to_owned(),
        (Exports::Pack, _, _) => text!("export-making-pack", done = rows, all = total),
        (Exports::Table, true, _) => text!("export-packing").to_owned(),
        (Exports::Table, false, 0) => text!("export-preparing").to_owned(),
        (Exports::Table, false, _) => text!("export-exporting", done = rows, all = total),
    };
    ui.add(Label::new(RichText::new(text).small().color(ui.tokens().weak_text)).truncate());
    let is_stopping = progress.is_cancelled();
    let button = Button::new(if is_stopping { text!("export-stopping") } else { text!("export-cancel") }).small();
    if ui.add_enabled(!is_stopping, button).clicked() {
        commands.push(Command::CancelExport);
    }
}
