//! `propose`: what the columns of a table that is not recognised may hold.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use super::{Failure, Shared, parse_log};
use crate::export::atomic::write_file;
use crate::fields::Log;
use crate::import::{self, Options, Progress, ReadError};

/// The table to look at.
#[derive(Debug, Args)]
pub(super) struct ProposeArgs {
    /// A CSV, or JSON with a list of objects
    file: PathBuf,
    #[arg(long, value_name = "LOG", value_parser = parse_log, help = log_help())]
    log: Option<Log>,
}

/// What `--log` says of itself.
fn log_help() -> String {
    format!("The log of its records: {}", Log::ALL.map(Log::key).join(", "))
}

/// Prints the guess as JSON, to be put right and handed to `import --map`.
pub(super) fn run(args: &ProposeArgs, shared: &Shared) -> Result<(), Failure> {
    let none = || Failure::input(format!("\u{201c}{}\u{201d} is no table with named columns", args.file.display()));
    let input = import::find_inputs(std::slice::from_ref(&args.file)).into_iter().next().ok_or_else(none)?;
    let input = input.map_err(Failure::input)?;
    let options = Options { log: args.log, ..Options::default() };
    let proposal = import::propose(&input, &options, &Progress::default()).map_err(|error| match error {
        ReadError::Import(error) => Failure::input(error),
        other => Failure::input(other),
    })?;
    let proposal = proposal.ok_or_else(none)?;
    if let Some(lacks) = proposal.mapping.lacks() {
        eprintln!("{} before it is imported", lacks.sentence());
    }
    let text = format!("{}\n", proposal.mapping.to_text());
    match &shared.output {
        Some(path) => write_file(path, |out| out.write_all(text.as_bytes())).map_err(Failure::input),
        None => Ok(std::io::stdout().write_all(text.as_bytes())?),
    }
}
