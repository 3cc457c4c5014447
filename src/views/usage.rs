//! Application usage: a graph of the most used applications, and the figures behind it.
//!
//! The view does not compute: it shows the report it is given and keeps the options that the next one
//! should have. Whoever runs jobs compares [`UsageView::options`] with those of the report at hand.

use eframe::egui::containers::menu::{MenuButton, MenuConfig};
use eframe::egui::{
    Align, CollapsingHeader, CornerRadius, Frame, Label, Layout, Link, Margin, PopupCloseBehavior, Response, RichText,
    Role, ScrollArea, Stroke, TextEdit, Ui, WidgetInfo, vec2,
};

use crate::app::Command;
use crate::clock::{Clock, Every, Millis};
use crate::fields::{Log, Logs};
use crate::insights::usage::{ByLog, Choice, Period, Usage, UsageMeasure, UsageOptions};
use crate::query::Query;
use crate::widgets::chart::{self, Chart, ChartLine, Picked, long_date};
use crate::widgets::number;
use crate::widgets::theme::{UiExt, size, space};

/// What the view remembers from frame to frame.
#[derive(Clone, Debug, Default)]
pub struct UsageView {
    options: UsageOptions,
    search: String,
    picked: Option<PickedPoint>,
}

/// A point of the chart whose sign-ins are of several logs, of which only one can be listed at a time.
#[derive(Clone, Debug)]
struct PickedPoint {
    options: UsageOptions,
    query: Query,
    app: String,
    start: Millis,
}

impl UsageView {
    /// What the next report should answer.
    #[must_use]
    pub fn options(&self) -> &UsageOptions {
        &self.options
    }

    /// Shows a report, perhaps of earlier options until the one for the present ones is there. `query` is
    /// the filter under which it was made.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        usage: Option<&Usage>,
        query: &Query,
        clock: &Clock,
        commands: &mut Vec<Command>,
    ) {
        self.controls_ui(ui, usage);
        ui.add_space(space::S);
        let Some(usage) = usage else {
            ui.weak_label("Counting sign-ins\u{2026}");
            return;
        };
        if usage.apps.is_empty() {
            empty_ui(ui, usage, query);
            return;
        }
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            self.chart_ui(ui, usage, query, *clock, commands);
            ui.section_heading("Applications");
            self.applications_ui(ui, usage, query, *clock, commands);
            ui.add_space(space::M);
            let title = match usage.options.every {
                Every::Week => "Figures by week",
                Every::Day | Every::Hours(_) => "Figures by day",
            };
            CollapsingHeader::new(title)
                .id_salt("figures")
                .show(ui, |ui| figures_ui(ui, usage, query, *clock, commands));
            ui.add_space(space::L);
        });
    }

    fn controls_ui(&mut self, ui: &mut Ui, usage: Option<&Usage>) {
        let options = &mut self.options;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::M, space::S);
            let periods = Period::OFFERED.map(|period| (period, period.title()));
            segments_ui(ui, &mut options.period, &periods);
            let steps = [(Every::Day, "Per day".to_owned()), (Every::Week, "Per week".to_owned())];
            segments_ui(ui, &mut options.every, &steps);
            let measures = [(UsageMeasure::SignIns, "Sign-ins".to_owned()), (UsageMeasure::Users, "Users".to_owned())];
            segments_ui(ui, &mut options.measure, &measures);
            let config = || MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
            MenuButton::new(format!("Logs: {}", log_names(options.logs)))
                .config(config())
                .ui(ui, |ui| logs_ui(ui, &mut options.logs));
            let chosen = match &options.choice {
                Choice::Top(count) => format!("Applications: top {count}"),
                Choice::One(title) => format!("Application: {title}"),
            };
            MenuButton::new(chosen)
                .config(config())
                .ui(ui, |ui| applications_menu_ui(ui, &mut options.choice, &mut self.search, usage));
        });
    }

    /// The chart; a click on a point lists its sign-ins, or offers a list per log.
    fn chart_ui(&mut self, ui: &mut Ui, usage: &Usage, query: &Query, clock: Clock, commands: &mut Vec<Command>) {
        let Some((from, to)) = usage.range() else { return };
        let measure = usage.options.measure;
        let values: Vec<Vec<u64>> =
            usage.apps.iter().map(|app| app.points.iter().map(|point| point.measured(measure)).collect()).collect();
        let totals: Vec<String> = usage
            .apps
            .iter()
            .map(|app| match measure {
                UsageMeasure::SignIns => number::counted(app.totals.sign_ins, "sign-in", "sign-ins"),
                UsageMeasure::Users => number::counted(app.totals.users, "user", "users"),
            })
            .collect();
        let lines: Vec<ChartLine<'_>> = usage
            .apps
            .iter()
            .zip(&values)
            .zip(&totals)
            .map(|((app, values), total)| ChartLine { name: &app.title, total, values })
            .collect();
        let per = match usage.options.every {
            Every::Week => "week",
            Every::Day | Every::Hours(_) => "day",
        };
        let what = match measure {
            UsageMeasure::SignIns => "Sign-ins",
            UsageMeasure::Users => "Users",
        };
        let title = match &usage.options.choice {
            Choice::One(title) => format!("{what} of {title} per {per}"),
            Choice::Top(_) => format!("{what} of the most used applications per {per}"),
        };
        let mut subtitle = format!(
            "{} to {} ({})  \u{b7}  {}",
            long_date(&clock, from),
            long_date(&clock, usage.newest.min(Millis(to.0 - 1))),
            clock.label(),
            log_names(usage.options.logs),
        );
        if !query.is_empty() {
            subtitle = format!("{subtitle}  \u{b7}  {query}");
        }
        let chart = Chart {
            title: &title,
            subtitle: &subtitle,
            edges: &usage.edges,
            every: usage.options.every,
            clock,
            lines: &lines,
            height: (ui.available_height() * 0.5).clamp(140.0, 420.0),
        };
        if let Some(Picked { line, bucket }) =
            chart.ui(ui, |picked| point_name(usage, clock, picked.line, picked.bucket).unwrap_or_default())
            && let (Some(app), Some(range)) = (usage.apps.get(line), usage.bucket(bucket))
        {
            let known = app.points.get(bucket).map(|point| point.by_log.known()).unwrap_or_default();
            self.picked = None;
            if known.len() < 2 {
                commands
                    .push(Command::ShowSignIns(only_log(usage, &known), Usage::drill(query, Some(app), range, clock)));
            } else {
                let (options, query, app) = (usage.options.clone(), query.clone(), app.title.clone());
                self.picked = Some(PickedPoint { options, query, app, start: range.0 });
            }
        }
        if let Some(picked) =
            self.picked.as_ref().filter(|picked| picked.options == usage.options && picked.query == *query)
        {
            picked_ui(ui, picked, usage, clock, commands);
        }
        if usage.newest.0 + Millis::DAY < to.0 && usage.options.every == Every::Week {
            ui.note("The last week is not over: its figures end with the newest sign-in");
        }
    }

    /// The applications with their figures; each leads to its sign-ins, and can be chosen alone.
    fn applications_ui(
        &mut self,
        ui: &mut Ui,
        usage: &Usage,
        query: &Query,
        clock: Clock,
        commands: &mut Vec<Command>,
    ) {
        let Some(range) = usage.range() else { return };
        let weak = ui.tokens().weak_text;
        row_ui(ui, false, |ui, column| {
            if let Some(title) = APP_COLUMNS.get(column) {
                let label = ui.add(Label::new(RichText::new(*title).small().color(weak)).truncate());
                if *title == "Success rate" {
                    label
                        .on_hover_text("Successes among successes and failures. Interrupted sign-ins count as neither");
                }
            }
        });
        for (number, app) in usage.apps.iter().enumerate() {
            row_ui(ui, true, |ui, column| match column {
                0 => {
                    chart::swatch_ui(ui, number);
                    let link = ui.add(Link::new(&app.title)).on_hover_text("Show this application alone");
                    if link.clicked() {
                        self.options.choice = Choice::One(app.title.clone());
                    }
                }
                1 => figure_ui(ui, app.totals.sign_ins),
                2 => figure_ui(ui, app.totals.users),
                3 => {
                    ui.label(app.totals.success_rate().map_or_else(|| "\u{2013}".to_owned(), number::percent));
                }
                4 => figure_ui(ui, app.totals.failure),
                5 => figure_ui(ui, app.totals.interrupted),
                _ => {
                    let name = format!("Show sign-ins of {}", app.title);
                    show_ui(
                        ui,
                        &name,
                        usage,
                        app.totals.by_log,
                        &Usage::drill(query, Some(app), range, clock),
                        commands,
                    );
                }
            });
        }
        ui.add_space(space::XS);
        ui.note(format!(
            "{} of {} in this period, by {}",
            number::counted(usage.apps.iter().map(|app| app.totals.sign_ins).sum(), "sign-in", "sign-ins"),
            number::count(usage.totals.sign_ins),
            number::counted(usage.offered.len() as u64, "application", "applications"),
        ));
    }
}

const APP_COLUMNS: [&str; 7] = ["Application", "Sign-ins", "Users", "Success rate", "Failed", "Interrupted", ""];

/// Widths of the figures behind the first column, which takes the rest.
const APP_WIDTHS: [f32; 6] = [80.0, 72.0, 92.0, 72.0, 88.0, 108.0];

/// A row of the table of applications: the first column left, figures right.
fn row_ui(ui: &mut Ui, line_above: bool, mut cell_ui: impl FnMut(&mut Ui, usize)) {
    if line_above {
        let top = ui.cursor().top();
        ui.painter().hline(ui.max_rect().x_range(), top, Stroke::new(1.0, ui.tokens().grid));
    }
    let gaps = space::S * APP_WIDTHS.len() as f32;
    let first = (ui.available_width() - APP_WIDTHS.iter().sum::<f32>() - gaps).max(140.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for (column, width) in std::iter::once(first).chain(APP_WIDTHS).enumerate() {
            let layout =
                if column == 0 { Layout::left_to_right(Align::Center) } else { Layout::right_to_left(Align::Center) };
            ui.allocate_ui_with_layout(vec2(width, size::ROW), layout, |ui| {
                ui.set_min_size(vec2(width, size::ROW));
                cell_ui(ui, column);
            });
        }
    });
}

fn figure_ui(ui: &mut Ui, figure: u64) {
    ui.label(number::count(figure));
}

/// A link whose accessible name says more than its text.
fn named_link(ui: &mut Ui, text: &str, name: &str) -> Response {
    let response = ui.add(Link::new(text));
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, name));
    response
}

/// Values side by side of which one is chosen.
fn segments_ui<T: Copy + PartialEq>(ui: &mut Ui, chosen: &mut T, values: &[(T, String)]) {
    let tokens = ui.tokens();
    Frame::new()
        .fill(tokens.control)
        .corner_radius(CornerRadius::same(size::CORNER))
        .inner_margin(Margin::same(2))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                ui.spacing_mut().interact_size.y = size::CONTROL - 4.0;
                ui.spacing_mut().button_padding.y = 2.0;
                ui.visuals_mut().selection.bg_fill = tokens.surface;
                for (value, title) in values {
                    ui.selectable_value(chosen, *value, title.as_str());
                }
            });
        });
}

fn logs_ui(ui: &mut Ui, logs: &mut Logs) {
    let mut chosen: Vec<Log> = logs.iter().collect();
    for log in Logs::USERS.iter() {
        let mut is_on = chosen.contains(&log);
        // One log always stays chosen.
        let can_change = !is_on || chosen.len() > 1;
        if ui.add_enabled(can_change, eframe::egui::Checkbox::new(&mut is_on, log.title())).changed() {
            if is_on {
                chosen.push(log);
            } else {
                chosen.retain(|other| *other != log);
            }
            *logs = Logs::of(&chosen);
        }
    }
}

fn log_names(logs: Logs) -> String {
    logs.iter().map(Log::title).collect::<Vec<_>>().join(", ")
}

fn applications_menu_ui(ui: &mut Ui, choice: &mut Choice, search: &mut String, usage: Option<&Usage>) {
    const WIDTH: f32 = 320.0;
    ui.set_width(WIDTH);
    // Menus take the outlines away, which the input needs.
    ui.visuals_mut().widgets.inactive.bg_stroke = Stroke::new(1.0, ui.tokens().outline);
    for count in [3, 5, UsageOptions::MOST_LINES] {
        if ui.radio(*choice == Choice::Top(count), format!("Top {count}")).clicked() {
            *choice = Choice::Top(count);
            ui.close();
        }
    }
    ui.separator();
    let label = ui.weak_label("One application");
    ui.add(TextEdit::singleline(search).hint_text("Find an application").desired_width(f32::INFINITY))
        .labelled_by(label.id);
    let wanted = search.to_lowercase();
    let offered = usage.map(|usage| usage.offered.as_slice()).unwrap_or_default();
    let found: Vec<&(String, u64)> =
        offered.iter().filter(|(title, _)| title.to_lowercase().contains(&wanted)).collect();
    if found.is_empty() {
        ui.weak_label("No application of this period has that name");
    }
    ScrollArea::vertical().max_height(280.0).show_rows(ui, size::CONTROL, found.len(), |ui, rows| {
        for (title, count) in found.get(rows).unwrap_or_default() {
            ui.horizontal(|ui| {
                let is_chosen = matches!(choice, Choice::One(one) if one == title);
                if ui.radio(is_chosen, title).clicked() {
                    *choice = Choice::One(title.clone());
                    ui.close();
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.weak_label(number::count(*count)));
            });
        }
    });
}

fn empty_ui(ui: &mut Ui, usage: &Usage, query: &Query) {
    ui.add_space(space::XL);
    ui.vertical_centered(|ui| {
        ui.label(RichText::new("No sign-ins to show").heading());
        ui.weak_label(match &usage.options.choice {
            Choice::One(title) if !usage.offered.is_empty() => {
                format!("{title} has no sign-ins in this period. Choose another application or a longer period")
            }
            _ if !query.is_empty() => "No sign-in of this period matches the filter. Widen one of them".to_owned(),
            _ => "Open an interactive or non-interactive report, or choose a longer period or another log".to_owned(),
        });
    });
}

/// The figures of a point in words.
fn point_name(usage: &Usage, clock: Clock, line: usize, bucket: usize) -> Option<String> {
    let app = usage.apps.get(line)?;
    let point = app.points.get(bucket)?;
    let (start, _) = usage.bucket(bucket)?;
    Some(format!(
        "{}  \u{b7}  {}  \u{b7}  {}, {}",
        bucket_name(usage.options.every, clock, start),
        app.title,
        number::counted(point.sign_ins, "sign-in", "sign-ins"),
        number::counted(point.users, "user", "users"),
    ))
}

/// The lists of a picked point, one per log, since no list shows several.
fn picked_ui(ui: &mut Ui, picked: &PickedPoint, usage: &Usage, clock: Clock, commands: &mut Vec<Command>) {
    let line = usage.apps.iter().position(|app| app.title == picked.app);
    let bucket = usage.edges.iter().position(|edge| *edge == picked.start);
    let (Some(line), Some(bucket)) = (line, bucket) else { return };
    let (Some(app), Some(range)) = (usage.apps.get(line), usage.bucket(bucket)) else { return };
    ui.horizontal_wrapped(|ui| {
        ui.label(point_name(usage, clock, line, bucket).unwrap_or_default());
        for (log, count) in app.points.get(bucket).map(|point| point.by_log.known()).unwrap_or_default() {
            if ui.add(Link::new(log_link(log, count))).clicked() {
                commands.push(Command::ShowSignIns(Some(log), Usage::drill(&picked.query, Some(app), range, clock)));
            }
        }
    });
}

/// What a stretch of time is called: its day, or the day on which its week begins.
fn bucket_name(every: Every, clock: Clock, start: Millis) -> String {
    match every {
        Every::Week => format!("Week of {}", long_date(&clock, start)),
        Every::Day | Every::Hours(_) => long_date(&clock, start),
    }
}

/// What lists the sign-ins of a figure: a link, or a menu of the logs where they are of several.
fn show_ui(ui: &mut Ui, name: &str, usage: &Usage, by_log: ByLog, query: &Query, commands: &mut Vec<Command>) {
    let known = by_log.known();
    if known.len() < 2 {
        if named_link(ui, "Show sign-ins", name).clicked() {
            commands.push(Command::ShowSignIns(only_log(usage, &known), query.clone()));
        }
        return;
    }
    let (button, _) = MenuButton::new("Show sign-ins").ui(ui, |ui| {
        for (log, count) in known {
            if ui.button(log_link(log, count)).clicked() {
                commands.push(Command::ShowSignIns(Some(log), query.clone()));
                ui.close();
            }
        }
    });
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
}

fn log_link(log: Log, count: u64) -> String {
    format!("Show {} of {}", number::count(count), log.title())
}

/// The log to list where at most one has sign-ins.
fn only_log(usage: &Usage, known: &[(Log, u64)]) -> Option<Log> {
    known.first().map(|(log, _)| *log).or_else(|| usage.options.logs.iter().next())
}

/// The points of the chart as rows, newest first: for the keyboard, and for whoever reads figures.
fn figures_ui(ui: &mut Ui, usage: &Usage, query: &Query, clock: Clock, commands: &mut Vec<Command>) {
    const DATE: f32 = 168.0;
    const MOST: f32 = 128.0;
    const LINK: f32 = 108.0;
    let buckets = usage.edges.len().saturating_sub(1);
    let width = ((ui.available_width() - DATE - LINK) / usage.apps.len() as f32 - space::S).clamp(48.0, MOST);
    let weak = ui.tokens().weak_text;
    let right = Layout::right_to_left(Align::Center);
    let cells_ui = |ui: &mut Ui, date: &str, cells: &[String], header: bool| {
        let text = |text: &str| {
            let text = RichText::new(text);
            if header { text.small().color(weak) } else { text }
        };
        ui.spacing_mut().item_spacing.x = space::S;
        ui.allocate_ui_with_layout(vec2(DATE, size::ROW_COMPACT), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(DATE);
            ui.label(text(date));
        });
        for cell in cells {
            ui.allocate_ui_with_layout(vec2(width, size::ROW_COMPACT), right, |ui| {
                ui.set_min_width(width);
                ui.add(Label::new(text(cell)).truncate());
            });
        }
    };
    let titles: Vec<String> = usage.apps.iter().map(|app| app.title.clone()).collect();
    ui.horizontal(|ui| cells_ui(ui, "", &titles, true));
    let height = size::ROW_COMPACT;
    ScrollArea::vertical().id_salt("figures").max_height(320.0).show_rows(ui, height, buckets, |ui, rows| {
        for number in rows.map(|row| buckets - 1 - row) {
            let Some(range) = usage.bucket(number) else { continue };
            let date = bucket_name(usage.options.every, clock, range.0);
            let cells: Vec<String> = usage
                .apps
                .iter()
                .map(|app| {
                    let point = app.points.get(number).copied().unwrap_or_default();
                    number::count(point.measured(usage.options.measure))
                })
                .collect();
            ui.horizontal(|ui| {
                cells_ui(ui, &date, &cells, false);
                // With one application the row is its own, else that of all.
                let (app, by_log) = match usage.apps.as_slice() {
                    [only] => (Some(only), only.points.get(number).map(|point| point.by_log)),
                    _ => (None, usage.by_log.get(number).copied()),
                };
                let name = format!("Show sign-ins of {date}");
                let drilled = Usage::drill(query, app, range, clock);
                show_ui(ui, &name, usage, by_log.unwrap_or_default(), &drilled, commands);
            });
        }
    });
}
