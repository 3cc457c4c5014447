//! The export dialog: what of the table, in which form, how much that will be; and the line of a running export.

use eframe::egui::{Button, Grid, Key, Label, Modifiers, RichText, Ui};

use crate::app::export::{self, ExportChoice, ExportFormat, Extent};
use crate::app::{Command, Exports, Rows, RunningExport, Sheet, State, may_have_bom};
use crate::export::xlsx::ROWS_PER_SHEET;
use crate::widgets::number::{self, counted};
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
    if sheet_ui(ui.ctx(), "Export", WIDTH, |ui| content_ui(ui, state, commands)) {
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
        ui.weak_label("What");
        ui.vertical(|ui| {
            for extent in Extent::ALL.into_iter().filter(|extent| is_folded || *extent != Extent::Table) {
                let radio = ui.radio_value(&mut choice.extent, extent, extent.title());
                is_on_choice |= radio.has_focus();
                first.get_or_insert(radio.on_hover_text(extent.about()));
            }
            ui.note(choice.extent.about());
        });
        ui.end_row();
        ui.weak_label("Format");
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
        let export = ui.add_enabled(is_ready && is_idle, Button::new("Choose file…"));
        let export = export.on_disabled_hover_text("Another export runs, or there is nothing to export");
        if export.clicked() || (is_entered && export.enabled()) {
            commands.push(Command::ChooseExportFile);
        }
        if ui.button("Close").clicked() {
            commands.push(Command::ShowSheet(None));
        }
    });
}

/// Returns whether one of these choices has the keyboard's focus.
fn format_ui(ui: &mut Ui, state: &State, choice: &mut ExportChoice) -> bool {
    let mut has_focus = false;
    let originals = state.planned_originals().and_then(Result::ok);
    if choice.extent == Extent::Originals {
        ui.label("As they came: JSON, CSV, or a zip of both");
    } else {
        ui.horizontal(|ui| {
            for format in ExportFormat::ALL {
                has_focus |= ui.radio_value(&mut choice.format, format, format.title()).has_focus();
            }
        });
    }
    let may = may_have_bom(*choice, originals);
    let bom = ui
        .add_enabled_ui(may, |ui| ui.checkbox(&mut choice.bom, "For older versions of Excel (byte order mark)"))
        .inner;
    has_focus | bom.on_hover_text("They need the mark to read names in CSV rightly").has_focus()
}

/// How much will be written, and whether that is known and anything at all.
fn amount(state: &State, choice: ExportChoice) -> (String, bool) {
    let Some(listing) = state.exportable() else { return ("The table is being read…".to_owned(), false) };
    if choice.extent == Extent::Originals {
        return match state.planned_originals() {
            None => ("Looking for the records…".to_owned(), false),
            Some(Err(problem)) => (problem.to_owned(), false),
            Some(Ok(originals)) => {
                let records = counted(originals.records(), "record", "records");
                let is_ready = originals.records() > 0;
                let files: Vec<&str> = originals.files().iter().map(|file| file.name.as_str()).collect();
                match files[..] {
                    [] | [_] => (format!("{records} in one {} file", originals.ending().to_uppercase()), is_ready),
                    _ => (format!("{records} in a zip of {} files: {}", files.len(), files.join(", ")), is_ready),
                }
            }
        };
    }
    let size = export::size(listing, choice, ROWS_PER_SHEET);
    let rows = counted(size.rows, "row", "rows");
    match size.sheets {
        0 | 1 => (rows, size.rows > 0),
        sheets => (format!("{rows} in {sheets} sheets, of at most {} rows each", number::count(ROWS_PER_SHEET)), true),
    }
}

/// What should be known before.
fn notes(state: &State, choice: ExportChoice) -> Vec<String> {
    match (choice.extent, choice.format) {
        (Extent::Originals, _) => {
            vec![
                "CSV cells that a spreadsheet would run as formulas get an apostrophe; imports take it away".to_owned(),
            ]
        }
        (_, ExportFormat::Xlsx) => vec![
            format!("Dates in {}; cells of more than 32,767 characters are cut", state.settings.shown_clock().label()),
            "A further sheet tells the filter and the sources".to_owned(),
        ],
        (_, ExportFormat::Csv) => vec![
            "Columns by their keys, times in UTC".to_owned(),
            "Cells that a spreadsheet would run as formulas get an apostrophe".to_owned(),
        ],
        (_, ExportFormat::Json) => vec!["An array of objects by field key, times in UTC".to_owned()],
    }
}

/// Shows how far an export is, in the status bar.
pub fn running_ui(ui: &mut Ui, running: &RunningExport, commands: &mut Vec<Command>) {
    let progress = &running.progress;
    let (rows, total) = (progress.rows(), progress.total());
    let part = (total > 0).then(|| rows as f32 / total as f32);
    progress_ui(ui, part, 120.0, "Progress of the export");
    let text = match (running.of, progress.is_packing(), total) {
        (Exports::Pack, _, _) if rows >= total => "Writing the review pack".to_owned(),
        (Exports::Pack, _, _) => {
            format!("Making the review pack: {} of {}", number::count(rows), counted(total, "page", "pages"))
        }
        (Exports::Table, true, _) => "Packing the workbook".to_owned(),
        (Exports::Table, false, 0) => "Preparing the export".to_owned(),
        (Exports::Table, false, _) => {
            format!("Exporting: {} of {}", number::count(rows), counted(total, "row", "rows"))
        }
    };
    ui.add(Label::new(RichText::new(text).small().color(ui.tokens().weak_text)).truncate());
    let is_stopping = progress.is_cancelled();
    let button = Button::new(if is_stopping { "Stopping" } else { "Cancel" }).small();
    if ui.add_enabled(!is_stopping, button).clicked() {
        commands.push(Command::CancelExport);
    }
}
