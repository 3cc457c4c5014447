//! Makes sign-in reports of a company that does not exist: `make_reports --out DIR`.

use std::io;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Parser;

#[allow(dead_code, reason = "tests and benches use parts that this program does not")]
mod generator;
#[cfg(test)]
mod tests;

use generator::directory::write_directory;
use generator::{Form, Layout, Log, Options, Report, Selection, write_other_reports, write_reports};

#[derive(Parser)]
#[command(about = "Makes sign-in reports of a company that does not exist.")]
struct Arguments {
    /// The folder to write to.
    #[arg(long)]
    out: PathBuf,
    /// Sign-ins over all four logs, or in the one report named by --only.
    #[arg(long, default_value_t = 3000)]
    records: usize,
    /// Another seed tells the same story with other details.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u32).range(1..=3650))]
    days: u32,
    /// The last day.
    #[arg(long, default_value = "2026-10-31")]
    end: NaiveDate,
    /// Conditional Access policies listed in each sign-in.
    #[arg(long, default_value_t = 12)]
    policies: usize,
    /// Write this report alone, such as interactive-json or service-principal-csv.
    #[arg(long, value_name = "REPORT", value_parser = report_named)]
    only: Option<Report>,
    /// Write what audit, provisioning, risk and Microsoft 365 tell of the same month, and no sign-ins.
    #[arg(long, conflicts_with = "only")]
    others: bool,
    /// Write look-ups in the directory, users and members of groups, instead of reports.
    #[arg(long, conflicts_with = "only")]
    directory: bool,
    /// JSON without indentation.
    #[arg(long)]
    compact: bool,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let Arguments { records, seed, days, end, policies, .. } = arguments;
    let layout = if arguments.compact { Layout::Compact } else { Layout::Pretty };
    let options = Options { records, seed, days, end, policies, layout };
    let selection = arguments.only.map_or(Selection::All, Selection::Only);
    let paths = if arguments.others {
        write_other_reports(&options, &arguments.out)?
    } else if arguments.directory {
        write_directory(&options, &arguments.out)?
    } else {
        write_reports(&options, selection, &arguments.out)?
    };
    for path in paths {
        println!("{}", path.display());
    }
    Ok(())
}

/// The report of that name, for --only.
fn report_named(text: &str) -> Result<Report, String> {
    Report::all().find(|report| name(*report) == text).ok_or_else(|| {
        let names: Vec<_> = Report::all().map(name).collect();
        format!("the reports are {}", names.join(", "))
    })
}

/// A report's name, such as `interactive-json`.
fn name(report: Report) -> String {
    let log = match report.log {
        Log::Interactive => "interactive",
        Log::NonInteractive => "non-interactive",
        Log::ServicePrincipal => "service-principal",
        Log::ManagedIdentity => "managed-identity",
    };
    let form = match report.form {
        Form::Json => "json",
        Form::Csv => "csv",
        Form::CsvSteps => "auth-details-csv",
    };
    format!("{log}-{form}")
}
