//! A graph of a page: drawn as chosen, each point opens its sign-ins, and the figures stand below.

use std::borrow::Cow;
use std::collections::BTreeSet;

use eframe::egui::{Align, Checkbox, CollapsingHeader, Layout, Link, ScrollArea, TextEdit, Ui, vec2};

use super::grid::{Grid, GridCell, GridEvent, GridKept};
use super::{picture, words};
use crate::app::insights::{InsightsCommand, PageOptions};
use crate::app::jobs::{BehindAnswer, PageAnswer};
use crate::app::pictures::{ShownSection, capitalised};
use crate::app::{Command, State};
use crate::clock::{Clock, Millis};
use crate::export::palette::Tone;
use crate::fields::Field;
use crate::insights::{
    By, Choices, Counts, Graph, Lines, MOST_LINES, Measure, Row, Rows, Section, Sum, Table, Value, shown as shown_text,
};
use crate::texts::{self, text};
use crate::widgets::chart::{Chart, ChartEvent, ChartLine, Ink, Kind, Status};
use crate::widgets::number;
use crate::widgets::popup::{choice_button_ui, panel_ui};
use crate::widgets::segments::segments_ui;
use crate::widgets::table::DataColumn;
use crate::widgets::theme::{UiExt, size, space};

/// What a graph keeps from frame to frame.
#[derive(Debug, Default)]
pub(super) struct GraphKept {
    /// The titles of the lines that are left out.
    hidden: BTreeSet<String>,
    /// What is typed to find a line.
    search: String,
    figures: GridKept,
}

impl GraphKept {
    /// The titles of the lines that are left out.
    pub(super) fn hidden(&self) -> Vec<String> {
        self.hidden.iter().cloned().collect()
    }
}

/// Shows a graph, of which `shown` is what pictures show.
pub(super) fn ui(
    ui: &mut Ui,
    kept: &mut GraphKept,
    state: &State,
    answer: &PageAnswer,
    graph: &Graph,
    shown: Option<ShownSection>,
    commands: &mut Vec<Command>,
) {
    let clock = texts::shown(answer.key.clock);
    controls_ui(ui, kept, state, answer, graph, commands);
    ui.add_space(space::XS);
    let (step, hours) = (words::step_kind(graph.every), words::step_hours(graph.every));
    let title = text!("insights-graph-title", title = shown_text(&graph.title), step = step, hours = hours);
    if graph.lines.is_empty() {
        ui.heading(&title);
        ui.weak_label(text!("insights-nothing-chosen", records = graph.logs.noun().shown_many()));
        return;
    }
    let totals: Vec<String> = graph.lines.iter().map(|line| words::counted(line.total, graph)).collect();
    let inks = inks(answer, graph);
    let lines: Vec<ChartLine<'_>> = graph
        .lines
        .iter()
        .zip(&totals)
        .zip(inks)
        .map(|((line, total), ink)| ChartLine {
            name: graph.shown_label(line),
            total,
            values: &line.values,
            ink,
            is_hidden: kept.hidden.contains(&line.title),
        })
        .collect();
    let subtitle = match graph.counts {
        Counts::SignIns => words::about(answer, graph.logs),
        Counts::Users => format!("{}  \u{b7}  {}", text!("insights-distinct-users"), words::about(answer, graph.logs)),
    };
    let options = &state.insights.options;
    let steps = if is_by_status(graph) { step_names(graph, &clock) } else { Vec::new() };
    let key = format!("{} {} {}", answer.key.place.page, graph.key, graph.every.key());
    let chart = Chart {
        key: &key,
        title: &title,
        subtitle: &subtitle,
        edges: &graph.edges,
        every: graph.every,
        clock,
        lines: &lines,
        steps: &steps,
        kind: options.kind,
        is_log_scale: options.is_log_scale,
        cut_ends: graph.cut_ends(),
        height: (ui.ctx().content_rect().height() * 0.4).clamp(140.0, 420.0),
    };
    if let Some(shown) = shown {
        picture::button_ui(ui, shown, 0.0, commands);
    }
    match chart.ui(ui, |picked| point_name(graph, &clock, picked.line, picked.bucket).unwrap_or_default()) {
        Some(ChartEvent::Point(picked)) => commands.extend(show(graph, clock, picked.line, picked.bucket, true)),
        Some(ChartEvent::Step(step)) => commands.extend(show_step(graph, clock, step)),
        Some(ChartEvent::Toggle(line)) => {
            if let Some(line) = graph.lines.get(line)
                && !kept.hidden.remove(&line.title)
            {
                kept.hidden.insert(line.title.clone());
            }
        }
        None => {}
    }
    if let Some(offered) = state.insights.offered.as_deref() {
        offered_ui(ui, offered, graph, clock, commands);
    }
    if let Some(note) = cut_note(graph) {
        ui.note(note);
    }
    CollapsingHeader::new(text!("insights-figures-by", step = step, hours = hours))
        .id_salt("figures")
        .show(ui, |ui| figures_ui(ui, &mut kept.figures, graph, clock, commands));
}

/// The colours of the lines: those of the pictures that leave the program.
fn inks(answer: &PageAnswer, graph: &Graph) -> Vec<Ink> {
    let ink = |tone| match tone {
        Tone::Slot(slot) => Ink::Slot(slot),
        Tone::Status(status) => Ink::Status(status),
        Tone::Quiet => Ink::Status(Status::Other),
    };
    answer.frame.tones(graph).into_iter().map(ink).collect()
}

/// The command that lists the sign-ins of a point.
fn show(graph: &Graph, clock: Clock, line: usize, step: usize, offers: bool) -> Option<Command> {
    let rows = graph.rows_behind(line, step, clock)?;
    let has_any = graph.lines.get(line)?.values.get(step).is_some_and(|value| *value > 0);
    let (of, start) = (graph.lines.get(line)?, *graph.edges.get(step)?);
    let value = words::counted(*of.values.get(step)?, graph);
    let figure = words::at_step(graph.shown_label(of), graph.every, &clock, start, value);
    has_any.then_some(Command::Insights(InsightsCommand::ShowRows { rows, figure, offers }))
}

/// Whether the lines are statuses, so that together they are all sign-ins.
fn is_by_status(graph: &Graph) -> bool {
    graph.lines.iter().all(|line| line.filter.values_of(Field::Status).is_some())
}

/// What each step lists beside its points.
fn step_names(graph: &Graph, clock: &Clock) -> Vec<String> {
    let starts = graph.edges.iter().take(graph.edges.len().saturating_sub(1));
    let all = text!("insights-show-all", records = graph.logs.noun().shown_many());
    starts.map(|start| format!("{}  \u{b7}  {all}", words::step(graph.every, clock, *start))).collect()
}

/// The command that lists all sign-ins of a step.
fn show_step(graph: &Graph, clock: Clock, step: usize) -> Option<Command> {
    let has_any = graph.lines.iter().any(|line| line.values.get(step).is_some_and(|value| *value > 0));
    let rows = graph.rows_of_step(step, clock).filter(|_| has_any)?;
    let figure = words::all_of_step(graph.logs, graph.every, &clock, *graph.edges.get(step)?);
    Some(Command::Insights(InsightsCommand::ShowRows { rows, figure, offers: false }))
}

/// The figures of a point in words.
fn point_name(graph: &Graph, clock: &Clock, line: usize, step: usize) -> Option<String> {
    let (of, start) = (graph.lines.get(line)?, *graph.edges.get(step)?);
    let value = words::counted(*of.values.get(step)?, graph);
    let step_name = step_name(graph, clock, step, start);
    Some(format!("{step_name}  \u{b7}  {}  \u{b7}  {value}", graph.shown_label(of)))
}

/// What a step is called; one that the period cuts is named so.
fn step_name(graph: &Graph, clock: &Clock, step: usize, start: Millis) -> String {
    let name = words::step(graph.every, clock, start);
    if !graph.is_cut(step) {
        return name;
    }
    let (step, hours) = (words::step_kind(graph.every), words::step_hours(graph.every));
    text!("insights-cut-step", name = name, step = step, hours = hours)
}

/// What to know of steps that the period cuts.
fn cut_note(graph: &Graph) -> Option<String> {
    let (step, hours) = (words::step_kind(graph.every), words::step_hours(graph.every));
    Some(match graph.cut_ends() {
        (false, false) => return None,
        (true, false) => text!("insights-first-is-cut", step = step, hours = hours),
        (false, true) => text!("insights-last-is-cut", step = step, hours = hours),
        (true, true) => text!("insights-both-are-cut", step = step, hours = hours),
    })
}

/// The logs of a point that was clicked, one list each, since no list shows several.
fn offered_ui(ui: &mut Ui, offered: &BehindAnswer, graph: &Graph, clock: Clock, commands: &mut Vec<Command>) {
    let Some((line, step)) = point_of(graph, &offered.key.rows, clock) else { return };
    ui.horizontal_wrapped(|ui| {
        ui.label(point_name(graph, &clock, line, step).unwrap_or_default());
        for (log, count) in offered.known() {
            let text = text!("insights-show-of-log", count = count, log = log.shown_title());
            if ui.add(Link::new(text)).clicked() {
                commands.push(Command::Insights(InsightsCommand::ShowOffered(log)));
            }
        }
    });
}

/// The point behind which these rows are.
fn point_of(graph: &Graph, rows: &Rows, clock: Clock) -> Option<(usize, usize)> {
    let points = (0..graph.lines.len()).flat_map(|line| (0..graph.edges.len()).map(move |step| (line, step)));
    let mut points = points.filter(|(line, step)| graph.lines[*line].values.get(*step).is_some_and(|value| *value > 0));
    points.find(|(line, step)| graph.rows_behind(*line, *step, clock).as_ref() == Some(rows))
}

/// How it is drawn, and which lines it has.
fn controls_ui(
    ui: &mut Ui,
    kept: &mut GraphKept,
    state: &State,
    answer: &PageAnswer,
    graph: &Graph,
    commands: &mut Vec<Command>,
) {
    let options = &state.insights.options;
    let choices = state.insights.own().choices;
    let offered = offered_rows(answer, graph);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::M, space::S);
        if !offered.is_empty() || choices != Choices::default() {
            let records = capitalised(graph.logs.noun().shown_many());
            let counts = [(Counts::SignIns, records), (Counts::Users, text!("insights-users").to_owned())];
            if graph.logs.iter().any(|log| By::Users.logs().contains(log))
                && let Some(counts) = segments_ui(ui, choices.counts, &counts)
            {
                let choices = Choices { counts, ..choices.clone() };
                commands.push(Command::Insights(InsightsCommand::SetChoices(choices)));
            }
            lines_ui(ui, &mut kept.search, &choices, &offered, commands);
        }
        if ui.ctx().content_rect().width() >= NARROWEST_WITH_KINDS {
            if let Some(kind) = segments_ui(ui, options.kind, &kinds()) {
                commands.push(Command::Insights(InsightsCommand::SetKind(kind)));
            }
            log_scale_ui(ui, options, commands);
            return;
        }
        let shown = kinds().into_iter().find(|(kind, _)| *kind == options.kind).map(|(_, title)| title);
        let button = choice_button_ui(ui, text!("insights-drawn-as"), &shown.unwrap_or_default(), false);
        panel_ui(&button, 160.0, |ui| {
            for (kind, title) in kinds() {
                if ui.radio(options.kind == kind, title).clicked() {
                    commands.push(Command::Insights(InsightsCommand::SetKind(kind)));
                }
            }
            ui.separator();
            log_scale_ui(ui, options, commands);
        });
    });
}

/// With less width in points how a graph is drawn is behind a button.
const NARROWEST_WITH_KINDS: f32 = 800.0;

fn kinds() -> [(Kind, String); 3] {
    let titles = [
        (Kind::Lines, text!("insights-lines")),
        (Kind::StackedAreas, text!("insights-areas")),
        (Kind::Columns, text!("insights-columns")),
    ];
    titles.map(|(kind, title)| (kind, title.to_owned()))
}

fn log_scale_ui(ui: &mut Ui, options: &PageOptions, commands: &mut Vec<Command>) {
    let mut is_log = options.is_log_scale;
    let scale = ui.add_enabled(options.kind == Kind::Lines, Checkbox::new(&mut is_log, text!("insights-log-scale")));
    if scale.on_disabled_hover_text(text!("insights-no-log-scale")).changed() {
        commands.push(Command::Insights(InsightsCommand::SetLogScale(is_log)));
    }
}

/// What can be a line: the rows of the page's table that has the lines there are.
fn offered_rows<'a>(answer: &'a PageAnswer, graph: &Graph) -> Vec<(&'a Row, u64)> {
    let tables = answer.sections.iter().filter_map(|section| match section {
        Section::Table(table) => Some(table),
        _ => None,
    });
    let has_lines =
        |table: &&Table| graph.lines.iter().take(3).all(|line| table.rows.iter().any(|row| row.title == line.title));
    let Some(table) = tables.filter(|_| !graph.lines.is_empty()).find(has_lines) else { return Vec::new() };
    let counting = |measure: &Measure| measure.sum == Sum::SignIns && measure.filter.is_empty();
    let column = table.columns.iter().position(counting);
    let count = |row: &Row| match column.and_then(|column| row.values.get(column)) {
        Some(Value::Count(count)) => *count,
        _ => 0,
    };
    table.rows.iter().map(|row| (row, count(row))).collect()
}

/// The menu of the lines: the most used ones, or chosen ones.
fn lines_ui(ui: &mut Ui, search: &mut String, choices: &Choices, offered: &[(&Row, u64)], commands: &mut Vec<Command>) {
    let shown = match &choices.lines {
        Lines::Top(count) => text!("insights-top", count = *count),
        Lines::Chosen(titles) => match titles.as_slice() {
            [only] => only.clone(),
            titles => text!("insights-chosen", count = titles.len()),
        },
    };
    let button = choice_button_ui(ui, text!("insights-show"), &shown, choices.lines != Choices::default().lines);
    panel_ui(&button, 320.0, |ui| {
        let mut choose = |lines: Lines| {
            commands.push(Command::Insights(InsightsCommand::SetChoices(Choices { lines, ..choices.clone() })));
        };
        for count in [3, 5, 10, 25] {
            if ui.radio(choices.lines == Lines::Top(count), text!("insights-top", count = count)).clicked() {
                choose(Lines::Top(count));
            }
        }
        ui.separator();
        let search_line =
            TextEdit::singleline(search).hint_text(text!("insights-choose-by-name")).desired_width(f32::INFINITY);
        ui.add(search_line).accessible_name(text!("insights-find-line"));
        let wanted = search.to_lowercase();
        let is_wanted = |(row, _): &&(&Row, u64)| {
            [row.title.as_str(), row.shown_label()].iter().any(|text| text.to_lowercase().contains(&wanted))
        };
        let found: Vec<&(&Row, u64)> = offered.iter().filter(is_wanted).collect();
        if found.is_empty() {
            ui.weak_label(text!("insights-nothing-named"));
        }
        let chosen: &[String] = match &choices.lines {
            Lines::Chosen(titles) => titles,
            Lines::Top(_) => &[],
        };
        ScrollArea::vertical().max_height(280.0).show_rows(ui, size::CONTROL, found.len(), |ui, rows| {
            for (row, count) in found.get(rows).unwrap_or_default() {
                let title = &row.title;
                ui.horizontal(|ui| {
                    let mut is_on = chosen.iter().any(|known| known == title);
                    let has_room = is_on || chosen.len() < MOST_LINES;
                    let check = Checkbox::new(&mut is_on, row.shown_label());
                    if ui.add_enabled(has_room, check).changed() {
                        let mut titles = chosen.to_vec();
                        titles.retain(|known| known != title);
                        titles.extend(is_on.then(|| title.clone()));
                        choose(if titles.is_empty() { Choices::default().lines } else { Lines::Chosen(titles) });
                    }
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.weak_label(number::count(*count)));
                });
            }
        });
    });
}

/// The points as rows, newest first: for the keyboard, and for whoever reads figures.
fn figures_ui(ui: &mut Ui, kept: &mut GridKept, graph: &Graph, clock: Clock, commands: &mut Vec<Command>) {
    let steps = graph.edges.len().saturating_sub(1);
    let step_of = |row: u64| usize::try_from(row).ok().and_then(|row| (steps.checked_sub(1)?).checked_sub(row));
    let cell = |row: u64, column: usize| {
        let step = step_of(row)?;
        let date = step_name(graph, &clock, step, *graph.edges.get(step)?);
        let Some(line) = column.checked_sub(1) else {
            return Some(GridCell::plain(date));
        };
        let of = graph.lines.get(line)?;
        let value = *of.values.get(step)?;
        let text = number::count(value);
        let name = format!("{date}, {}: {text}", graph.shown_label(of));
        let opens = (value > 0).then(|| words::opens(graph.logs).into());
        Some(GridCell { opens, ..GridCell::figure(text, name) })
    };
    let column = |key: String, title: String, width, is_numeric| DataColumn {
        key: Cow::Owned(key),
        title: Cow::Owned(title),
        about: "",
        width,
        is_numeric,
        sort: None,
        is_fixed: true,
    };
    let mut columns = vec![column("step".to_owned(), words::step_noun(graph.every), 200.0, false)];
    let lines = graph.lines.iter().enumerate();
    columns.extend(
        lines.map(|(number, line)| column(format!("line {number}"), graph.shown_label(line).to_owned(), 128.0, true)),
    );
    let (step, hours) = (words::step_kind(graph.every), words::step_hours(graph.every));
    let name = text!("insights-by-step", title = shown_text(&graph.title), step = step, hours = hours);
    let grow = vec![false; columns.len()];
    let grid = Grid { name: &name, columns, grow, rows: steps as u64, cell: &cell };
    for event in grid.ui(ui, kept) {
        if let GridEvent::Open(row, column) = event
            && let (Some(step), Some(line)) = (step_of(row), column.checked_sub(1))
        {
            commands.extend(show(graph, clock, line, step, false));
        }
    }
}
