//! `chart`: a part of a report as a picture.

use clap::Args;

use super::output;
use super::report::{self, Question};
use super::{Failure, Shared, parse_scale, parse_size};
use crate::app::pictures::{Drawing, Frame, files_of};
use crate::cache::Cache;
use crate::export::atomic::write_file;
use crate::export::chart::{self, Chart, Kind, Look, Size, Theme, ValueScale};
use crate::export::table::{Cell, Column};
use crate::insights::{PageSpec, Section};
use crate::query::{Scope, nearest};

/// Which chart, and how it looks. The file's ending, .png or .svg, decides the format.
#[derive(Debug, Args)]
pub(super) struct ChartArgs {
    /// The report whose chart it is, or `usage` for that of applications; without a name all are listed
    name: Option<String>,
    /// The part of the report to draw; what the report is about if not given
    #[arg(long, value_name = "KEY")]
    section: Option<String>,
    /// List the parts of the report that can be drawn
    #[arg(long, conflicts_with = "section")]
    list: bool,
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
        self.name.is_some() && !self.list
    }
}

/// Writes a chart to the file of `--output`, or the list of charts.
pub(super) fn run(args: &ChartArgs, shared: &Shared) -> Result<(), Failure> {
    let Some(name) = &args.name else { return report::list(shared) };
    let page = report::page(name)?;
    if args.list {
        return list(args, page, shared);
    }
    args.question.subject.check(page)?;
    let path =
        shared.output.as_ref().ok_or_else(|| Failure::call("Name the picture with -o FILE.png or -o FILE.svg"))?;
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let is_svg = match ending.as_deref() {
        Some("png") => false,
        Some("svg") => true,
        _ => return Err(Failure::call("The picture's name must end in .png or .svg")),
    };
    let cache = shared.open_cache()?;
    // Sources are those of the sign-ins that are drawn, whatever is imported meanwhile.
    let chart = cache.at_one_moment(|| {
        let columns = shared.columns_of(&cache)?;
        let question = shared.question_of(&cache, &args.question)?;
        drawn(args, &question, page, &Scope::new(&columns, shared.clock()), &cache)
    })??;
    let theme = match args.theme {
        super::Theme::Light => Theme::Light,
        super::Theme::Dark => Theme::Dark,
    };
    let look = Look { width: args.size.0, height: args.size.1, scale: args.scale, theme };
    let bytes = if is_svg {
        chart::svg(&chart, &look).into_bytes()
    } else {
        chart::png(&chart, &look).map_err(Failure::call)?
    };
    write_file(path, |out| std::io::Write::write_all(out, &bytes)).map_err(Failure::input)
}

/// Called within [`Cache::at_one_moment`].
fn drawn(
    args: &ChartArgs,
    question: &Question,
    page: &PageSpec,
    scope: &Scope<'_>,
    cache: &Cache,
) -> Result<Chart, Failure> {
    let asked = question.ask(page, scope)?;
    let filter = asked.in_force();
    let (ask, subject) = question.subject.limit(asked, page)?;
    let mut frame = Frame::of(&ask);
    // The title says what the page is about; anything else that is named limits what is counted.
    if let Some(subject) = subject {
        frame = frame.about(&subject.title, filter);
    }
    frame.sources.files = files_of(cache, &ask).map_err(Failure::input)?;
    let sections = (page.make)(&ask, &question.choices());
    frame.colors.learn(scope, &sections);
    let charts: Vec<(&Section, Chart)> =
        sections.iter().filter_map(|section| Some((section, frame.chart(section, args.drawing.drawing())?))).collect();
    let place = match &args.section {
        Some(key) => charts.iter().position(|(section, _)| section.key() == Some(key)),
        None => main_section(&charts.iter().map(|(section, _)| *section).collect::<Vec<_>>()),
    };
    let keys = charts.iter().filter_map(|(section, _)| section.key()).collect::<Vec<_>>().join(", ");
    let chart = place.and_then(|place| charts.into_iter().nth(place));
    chart.map(|(_, chart)| chart).ok_or_else(|| match &args.section {
        Some(key) => {
            let meant = nearest(key, keys.split(", ")).map(|key| format!(" Did you mean {key}?")).unwrap_or_default();
            Failure::call(format!("The report {} has no chart {key}.{meant} It has {keys}", page.key))
        }
        None => Failure::call(format!("The report {} has no chart", page.key)),
    })
}

/// What a page is about: the first thing on it that is drawn, else its first table.
fn main_section(sections: &[&Section]) -> Option<usize> {
    let drawn = sections.iter().position(|section| !matches!(section, Section::Table(_)));
    drawn.or((!sections.is_empty()).then_some(0))
}

/// Writes the parts of a report that can be drawn.
fn list(args: &ChartArgs, page: &PageSpec, shared: &Shared) -> Result<(), Failure> {
    let columns = shared.columns()?;
    let scope = Scope::new(&columns, shared.clock());
    let ask = args.question.ask(page, &scope)?;
    let frame = Frame::of(&ask);
    let sections = (page.make)(&ask, &args.question.choices());
    let drawn: Vec<&Section> =
        sections.iter().filter(|section| frame.chart(section, args.drawing.drawing()).is_some()).collect();
    let main = main_section(&drawn);
    let columns = vec![
        Column::new("section", "Section"),
        Column::new("title", "Title"),
        Column::new("drawn_as", "Drawn as"),
        Column::new("is_main", "Drawn without --section"),
    ];
    let rows = drawn.iter().enumerate().map(|(place, section)| {
        let drawn_as = match section {
            Section::Graph(_) => "graph over time",
            Section::HeatMap(_) => "heat map",
            Section::Places(_) => "map",
            Section::TimeLine(_) => "time line",
            Section::Table(_) | Section::Cards(_) | Section::Note(_) => "bars",
        };
        vec![
            section.key().map_or(Cell::Missing, Cell::from),
            Cell::from(frame.title(section)),
            Cell::from(drawn_as),
            Cell::Flag(main == Some(place)),
        ]
    });
    output::table(shared, columns, rows)
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
