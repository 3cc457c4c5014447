//! The pack as an Excel workbook: a sheet per chart and table, with Excel's own charts over the numbers.

use std::collections::HashSet;
use std::io::{self, Write};

use rust_xlsxwriter::{
    Chart as ExcelChart, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill, ChartType,
    ConditionalFormat2ColorScale, Workbook, Worksheet,
};

use super::{Figure, Grid, Pack, Part};
use crate::clock::{Clock, Millis};
use crate::export::chart::{Bars, Body, Chart, HeatMap, Kind, Theme, TimeSeries};
use crate::export::palette::Rgb;
use crate::export::table::{Cell, Column};
use crate::export::xlsx::{Formats, guarded, io_error, write_cell};

/// A sheet's name has at most so many characters.
const LONGEST_NAME: usize = 31;
/// What a sheet's name may not hold.
const FORBIDDEN: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// Size of a chart in pixels.
const CHART: (u32, u32) = (960, 480);

/// Writes the pack as a workbook.
///
/// # Errors
/// What `out` or the system reports, such as a full disk.
pub fn workbook(pack: &Pack, out: impl Write + Send) -> io::Result<()> {
    guarded(|| {
        let mut writer =
            Writer { book: Workbook::new(), formats: Formats::new(), clock: pack.clock, names: HashSet::new() };
        writer.about(pack)?;
        for part in &pack.parts {
            match part {
                Part::Chart { chart, data } => writer.chart(chart, data)?,
                Part::Table(grid) => {
                    let mut sheet = writer.sheet(&grid.title)?;
                    writer.grid(&mut sheet, 0, grid)?;
                    writer.book.push_worksheet(sheet);
                }
                Part::Chapter { .. } | Part::Figures(_) | Part::Note(_) => {}
            }
        }
        let mut sheet = writer.sheet("Sources")?;
        writer.grid(&mut sheet, 0, &pack.sources)?;
        writer.book.push_worksheet(sheet);
        writer.book.save_to_writer(out).map_err(io_error)
    })
}

struct Writer {
    book: Workbook,
    formats: Formats,
    clock: Clock,
    /// Names of sheets so far, in lower case.
    names: HashSet<String>,
}

impl Writer {
    /// A sheet whose name begins like this and is no other's.
    fn sheet(&mut self, title: &str) -> io::Result<Worksheet> {
        let plain: String =
            title.chars().map(|letter| if FORBIDDEN.contains(&letter) { ' ' } else { letter }).collect();
        let plain = plain.trim_matches(['\'', ' ']);
        let plain = if plain.is_empty() { "Sheet" } else { plain };
        let named = |number: usize| {
            let ending = if number == 1 { String::new() } else { format!(" {number}") };
            let start: String = plain.chars().take(LONGEST_NAME - ending.len()).collect();
            format!("{start}{ending}")
        };
        let name = (1..=self.names.len() + 1)
            .map(named)
            .find(|name| !self.names.contains(&name.to_lowercase()))
            .unwrap_or_default();
        self.names.insert(name.to_lowercase());
        let mut sheet = Worksheet::new();
        sheet.set_name(name).map_err(io_error)?;
        Ok(sheet)
    }

    /// The first sheet: what the pack is of, and its figures.
    fn about(&mut self, pack: &Pack) -> io::Result<()> {
        let mut sheet = self.sheet("Overview")?;
        self.header(&mut sheet, 0, 0, &pack.title)?;
        let mut row = 2;
        for (name, value) in &pack.facts {
            self.header(&mut sheet, row, 0, name)?;
            self.text(&mut sheet, row, 1, value)?;
            row += 1;
        }
        for part in &pack.parts {
            match part {
                Part::Figures(figures) => {
                    row += 1;
                    for Figure { title, value, change } in figures {
                        for (column, text) in [title, value, change].into_iter().enumerate() {
                            self.text(&mut sheet, row, column as u16, text)?;
                        }
                        row += 1;
                    }
                }
                Part::Note(note) => {
                    self.text(&mut sheet, row, 0, note)?;
                    row += 1;
                }
                Part::Chapter { .. } | Part::Chart { .. } | Part::Table(_) => {}
            }
        }
        for (column, width) in [220, 360, 220].into_iter().enumerate() {
            sheet.set_column_width_pixels(column as u16, width).map_err(io_error)?;
        }
        self.book.push_worksheet(sheet);
        Ok(())
    }

    /// The numbers of a chart, and Excel's own chart over them where it has one of that kind.
    fn chart(&mut self, chart: &Chart, data: &Grid) -> io::Result<()> {
        let mut sheet = self.sheet(&chart.title)?;
        match &chart.body {
            Body::Series(series) => {
                let grid = series_grid(series);
                self.grid(&mut sheet, 0, &grid)?;
                let kind = match series.kind {
                    Kind::Lines => ChartType::Line,
                    Kind::Columns => ChartType::ColumnStacked,
                    Kind::StackedAreas => ChartType::AreaStacked,
                };
                let of = Native {
                    title: &chart.title,
                    kind,
                    unit: &series.unit,
                    colors: series.line_colors(Theme::Light.palette()),
                    first: 2,
                    moments: Some(moment_format(series)),
                };
                native(&mut sheet, &of, &grid)?;
            }
            Body::Bars(bars) => {
                let grid = bars_grid(bars);
                self.grid(&mut sheet, 0, &grid)?;
                let (kind, unit) = (ChartType::BarStacked, bars.unit.as_str());
                let of = Native {
                    title: &chart.title,
                    kind,
                    unit,
                    colors: bars.colors(Theme::Light.palette()),
                    first: 1,
                    moments: None,
                };
                native(&mut sheet, &of, &grid)?;
            }
            Body::HeatMap(map) => {
                let grid = heat_map_grid(map);
                self.grid(&mut sheet, 0, &grid)?;
                let scale = ConditionalFormat2ColorScale::new();
                sheet.add_conditional_format(1, 1, 7, 24, &scale).map_err(io_error)?;
            }
            Body::Places(_) | Body::Lanes(_) => self.grid(&mut sheet, 0, data)?,
        }
        self.book.push_worksheet(sheet);
        Ok(())
    }

    fn grid(&self, sheet: &mut Worksheet, top: u32, grid: &Grid) -> io::Result<()> {
        for (column, of) in grid.columns.iter().enumerate() {
            self.header(sheet, top, column as u16, &of.title)?;
        }
        let mut longest: Vec<usize> = grid.columns.iter().map(|column| column.title.chars().count() + 3).collect();
        for (row, cells) in grid.rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let row = top + 1 + row as u32;
                let length = write_cell(sheet, &self.formats, &self.clock, row, column as u16, cell)?;
                if let Some(longest) = longest.get_mut(column) {
                    *longest = length.characters.max(*longest);
                }
            }
        }
        if grid.rows.is_empty() {
            self.text(sheet, top + 1, 0, "None")?;
        }
        if grid.left_out > 0 {
            let more = format!("and {} more", grid.left_out);
            self.text(sheet, top + 1 + grid.rows.len() as u32, 0, &more)?;
        }
        for (column, longest) in longest.into_iter().enumerate() {
            let width = (longest as u32 * 7 + 12).clamp(64, 420);
            sheet.set_column_width_pixels(column as u16, width).map_err(io_error)?;
        }
        sheet.set_freeze_panes(top + 1, 0).map_err(io_error)?;
        Ok(())
    }

    fn header(&self, sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> io::Result<()> {
        sheet.write_string_with_format(row, column, text, &self.formats.header).map_err(io_error)?;
        Ok(())
    }

    fn text(&self, sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> io::Result<()> {
        write_cell(sheet, &self.formats, &self.clock, row, column, &Cell::from(text))?;
        Ok(())
    }
}

/// How Excel draws a grid.
struct Native<'a> {
    title: &'a str,
    kind: ChartType,
    unit: &'a str,
    /// The colour of each column that counts; Excel's own where there is none.
    colors: Vec<Rgb>,
    /// The number of the first column that counts.
    first: u16,
    /// How Excel writes the names, if they are moments.
    moments: Option<&'static str>,
}

/// A chart of a grid whose first column names and whose last ones count.
fn native(sheet: &mut Worksheet, of: &Native<'_>, grid: &Grid) -> io::Result<()> {
    if grid.rows.is_empty() || grid.columns.len() <= usize::from(of.first) {
        return Ok(());
    }
    let (name, last) = (sheet.name(), grid.rows.len() as u32);
    let is_line = of.kind == ChartType::Line;
    let mut chart = ExcelChart::new(of.kind);
    for column in of.first..grid.columns.len() as u16 {
        let series = chart
            .add_series()
            .set_name((name.as_str(), 0, column))
            .set_categories((name.as_str(), 1, 0, last, 0))
            .set_values((name.as_str(), 1, column, last, column));
        if let Some(Rgb(red, green, blue)) = of.colors.get(usize::from(column - of.first)) {
            let color = u32::from_be_bytes([0, *red, *green, *blue]);
            if is_line {
                series.set_format(ChartFormat::new().set_line(ChartLine::new().set_color(color).set_width(2.25)));
            } else {
                series.set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(color)));
            }
        }
    }
    chart.title().set_name(of.title);
    chart.legend().set_position(ChartLegendPosition::Bottom);
    if of.kind == ChartType::BarStacked {
        // Excel begins bars at the foot.
        chart.x_axis().set_reverse();
    }
    if let Some(format) = of.moments {
        chart.x_axis().set_num_format(format);
    }
    chart.y_axis().set_name(of.unit).set_num_format("#,##0").set_min(0);
    chart.set_width(CHART.0).set_height(CHART.1);
    sheet.insert_chart(1, grid.columns.len() as u16 + 1, &chart).map_err(io_error)?;
    Ok(())
}

/// How Excel writes the steps of a graph: days without their time.
fn moment_format(series: &TimeSeries) -> &'static str {
    let shortest = series.edges.windows(2).map(|pair| pair.iter().map(|edge| edge.at.0).rev().reduce(|a, b| a - b));
    let is_short = shortest.flatten().any(|step| step < 20 * Millis::HOUR);
    if is_short { "d mmm hh:mm" } else { "d mmm" }
}

/// A row per step with whether the period holds all of it, a column per line.
fn series_grid(series: &TimeSeries) -> Grid {
    let mut columns = vec![Column::new("time", "From"), Column::new("step", "Step")];
    columns.extend(series.lines.iter().map(|line| Column::number("count", line.name.clone())));
    let steps = series.edges.len().saturating_sub(1);
    let rows = series.edges.iter().take(steps).enumerate().map(|(step, edge)| {
        let is_cut = (step == 0 && series.first_is_partial) || (step + 1 == steps && series.last_is_partial);
        let mut cells = vec![Cell::Moment(edge.at), Cell::from(if is_cut { "part" } else { "whole" })];
        cells.extend(series.lines.iter().map(|line| Cell::from(line.values.get(step).copied())));
        cells
    });
    Grid { title: String::new(), rows: rows.collect(), columns, left_out: 0 }
}

/// A row per bar, a column per part.
fn bars_grid(bars: &Bars) -> Grid {
    let mut columns = vec![Column::new("name", "Name")];
    if bars.parts.is_empty() {
        columns.push(Column::number("count", bars.unit.clone()));
    } else {
        columns.extend(bars.parts.iter().map(|part| Column::number("count", part.name.clone())));
    }
    let rows = bars.rows.iter().map(|bar| {
        let mut cells = vec![Cell::from(bar.name.clone())];
        cells.extend(bar.values.iter().map(|value| Cell::Number(*value)));
        cells
    });
    Grid { title: String::new(), rows: rows.collect(), columns, left_out: 0 }
}

/// A row per day, a column per hour.
fn heat_map_grid(map: &HeatMap) -> Grid {
    let mut columns = vec![Column::new("day", "Day")];
    columns.extend((0..24).map(|hour| Column::number(format!("hour_{hour}"), format!("{hour:02}:00"))));
    let rows = map.days().map(|day| {
        let mut cells = vec![Cell::from(day.to_string())];
        cells.extend(map.hours(day).iter().map(|value| Cell::Number(*value)));
        cells
    });
    Grid { title: String::new(), rows: rows.collect(), columns, left_out: 0 }
}
