//! `chart`: a part of a report as a picture.

use clap::Args;

use super::report::{self, Question};
use super::{Failure, Shared, parse_scale, parse_size};
use crate::app::pictures::{Drawing, Frame};
use crate::export::atomic::write_file;
use crate::export::chart::{self, Chart, Kind, Look, Size, Theme, ValueScale};
use crate::insights::{PageSpec, Section};
use crate::query::Scope;

/// Which chart, and how it looks. The file's ending, .png or .svg, decides the format.
#[derive(Debug, Args)]
pub(super) struct ChartArgs {
    /// The report whose chart it is, or `usage` for that of applications; without a name all are listed
    name: Option<String>,
    /// The part of the report to draw; its first graph if not given
    #[arg(long, value_name = "KEY")]
    section: Option<String>,
    #[command(flatten)]
    pub(super) question: Question,
    #[command(flatten)]
    drawing: DrawingArgs,
    /// Size: slide, half-slide, document, or points such as 1200x600
    #[arg(long, value_name = "SIZE", default_value = "slide", value_parser = parse_picture_size)]
    size: (u32, u32),
    /// Pixels per point of a .png
    #[arg(long, value_name = "F", default_value = "2", value_parser = parse_scale)]
    scale: f32,
    /// Light or dark
    #[arg(long, default_value = "light")]
    theme: super::Theme,
}

/// How graphs are drawn.
#[derive(Debug, Args)]
pub(super) struct DrawingArgs {
    /// How a graph is drawn: lines, columns or areas
    #[arg(long, value_name = "KIND", default_value = "lines", value_parser = parse_kind)]
    kind: Kind,
    /// Draw a graph's numbers on a logarithmic axis
    #[arg(long)]
    logarithmic: bool,
}

impl DrawingArgs {
    pub(super) fn drawing(&self) -> Drawing {
        let scale = if self.logarithmic { ValueScale::Logarithmic } else { ValueScale::Linear };
        Drawing { kind: self.kind, scale }
    }
}

impl ChartArgs {
    /// Whether a picture is asked for, and not the list of charts.
    pub(super) fn is_picture(&self) -> bool {
        self.name.is_some()
    }
}

/// Writes a chart to the file of `--output`.
pub(super) fn run(args: &ChartArgs, shared: &Shared) -> Result<(), Failure> {
    let Some(name) = &args.name else { return report::list(shared) };
    let path =
        shared.output.as_ref().ok_or_else(|| Failure::call("Name the picture with -o FILE.png or -o FILE.svg"))?;
    let page = report::page(if name == "usage" { "applications" } else { name })?;
    let columns = shared.columns()?;
    let scope = Scope::new(&columns, shared.clock());
    let chart = drawn(args, page, &scope)?;
    let theme = match args.theme {
        super::Theme::Light => Theme::Light,
        super::Theme::Dark => Theme::Dark,
    };
    let look = Look { width: args.size.0, height: args.size.1, scale: args.scale, theme };
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let bytes = match ending.as_deref() {
        Some("png") => chart::png(&chart, &look).map_err(Failure::call)?,
        Some("svg") => chart::svg(&chart, &look).into_bytes(),
        _ => return Err(Failure::call("The picture's name must end in .png or .svg")),
    };
    write_file(path, |out| std::io::Write::write_all(out, &bytes)).map_err(Failure::input)
}

fn drawn(args: &ChartArgs, page: &PageSpec, scope: &Scope<'_>) -> Result<Chart, Failure> {
    let ask = args.question.ask(page, scope);
    let frame = Frame::of(&ask);
    let sections = (page.make)(&ask, &args.question.choices());
    let charts: Vec<(&Section, Chart)> =
        sections.iter().filter_map(|section| Some((section, frame.chart(section, args.drawing.drawing())?))).collect();
    let keys = charts.iter().filter_map(|(section, _)| section.key()).collect::<Vec<_>>().join(", ");
    let place = match &args.section {
        Some(key) => charts.iter().position(|(section, _)| section.key() == Some(key)),
        None => charts
            .iter()
            .position(|(section, _)| matches!(section, Section::Graph(_)))
            .or((!charts.is_empty()).then_some(0)),
    };
    let chart = place.and_then(|place| charts.into_iter().nth(place));
    chart.map(|(_, chart)| chart).ok_or_else(|| match &args.section {
        Some(key) => Failure::call(format!("{} has no chart {key}; it has {keys}", page.key)),
        None => Failure::call(format!("{} has no chart", page.key)),
    })
}

fn parse_kind(text: &str) -> Result<Kind, String> {
    Kind::from_key(text).ok_or_else(|| format!("expected one of {}", Kind::ALL.map(Kind::key).join(", ")))
}

fn parse_picture_size(text: &str) -> Result<(u32, u32), String> {
    Size::from_key(text).map_or_else(
        || parse_size(text).map_err(|_| "expected slide, half-slide, document, or points such as 1200x600".to_owned()),
        |size| Ok(size.points()),
    )
}
