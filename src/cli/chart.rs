//! `chart`: a report as a picture.

use clap::{Args, ValueEnum};

use super::counts::UsageArgs;
use super::output;
use super::{Failure, Shared, parse_scale, parse_size};
use crate::app::pictures;
use crate::export::atomic::write_file;
use crate::export::chart::{self, Look, Theme};
use crate::export::table::{Cell, Column};
use crate::query::Scope;

/// Which chart, and how it looks. The file's ending, .png or .svg, decides the format.
#[derive(Debug, Args)]
pub(super) struct ChartArgs {
    /// The chart; without a name lists them
    name: Option<Name>,
    #[command(flatten)]
    usage: UsageArgs,
    /// Size in points
    #[arg(long, value_name = "WxH", default_value = "1200x600", value_parser = parse_size)]
    size: (u32, u32),
    /// Pixels per point of a .png
    #[arg(long, value_name = "F", default_value = "2", value_parser = parse_scale)]
    scale: f32,
    /// Light or dark
    #[arg(long, default_value = "light")]
    theme: super::Theme,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Name {
    /// Sign-ins of the most used applications over time
    Usage,
}

impl ChartArgs {
    /// Whether a picture is asked for, and not the list of charts.
    pub(super) fn is_picture(&self) -> bool {
        self.name.is_some()
    }
}

/// Writes a chart to the file of `--output`.
pub(super) fn run(args: &ChartArgs, shared: &Shared) -> Result<(), Failure> {
    let Some(Name::Usage) = args.name else {
        let rows = [vec![Cell::from("usage"), Cell::from("Sign-ins of the most used applications over time")]];
        return output::table(
            shared,
            vec![Column::new("name", "Name"), Column::new("about", "About")],
            rows.into_iter(),
        );
    };
    let path =
        shared.output.as_ref().ok_or_else(|| Failure::call("Name the picture with -o FILE.png or -o FILE.svg"))?;
    let columns = shared.columns()?;
    let scope = Scope::new(&columns, shared.clock());
    let usage = args.usage.report(&scope);
    let chart = pictures::usage(&usage, &args.usage.query, &scope.clock);
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
