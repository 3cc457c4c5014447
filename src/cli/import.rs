//! `import`: files into the cache.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use clap::Args;

use super::output;
use super::{Failure, Shared, parse_log, parse_zone};
use crate::app::{ImportTotals, Refusal, hiding_titles, name_of};
use crate::cache::{Cache, ImportFailure, Imported};
use crate::clock::Zone;
use crate::export::table::{Cell, Column};
use crate::fields::Log;
use crate::import::{self, Input, Mapping, Options, Progress};

/// Files to import.
#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    /// Files, folders (with all that is in them) and zips
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    #[arg(long, value_name = "LOG", value_parser = parse_log, help = log_help())]
    log: Option<Log>,
    /// A mapping of columns, as `propose` prints it, for the files that have these columns and are not known without it
    #[arg(long, value_name = "FILE.json")]
    map: Option<PathBuf>,
    /// Keep the mapping for further files with the same columns
    #[arg(long, requires = "map")]
    remember: bool,
    /// The zone of times that do not tell theirs, such as those of a column [Local Time]; UTC if not given
    #[arg(long, value_name = "ZONE", value_parser = parse_zone)]
    file_zone: Option<Zone>,
}

/// What `--log` says of itself.
fn log_help() -> String {
    format!("The log of files whose name and content do not tell it: {}", Log::ALL.map(Log::key).join(", "))
}

/// Imports what is named. A file that can't be read does not stop the others.
pub(super) fn run(args: &ImportArgs, shared: &Shared) -> Result<(), Failure> {
    let mut cache = shared.open_cache()?;
    let mapping = args.map.as_deref().map(Mapping::from_file).transpose().map_err(Failure::call)?.map(Arc::new);
    if let (Some(mapping), Some(log)) = (&mapping, args.log)
        && mapping.log != log
    {
        return Err(Failure::call(format!(
            "--log {} contradicts the mapping, whose records are those of {}: leave --log out, or change the mapping",
            log.key(),
            mapping.log.key()
        )));
    }
    if let Some(mapping) = mapping.as_deref().filter(|_| args.remember) {
        cache.remember_mapping(mapping)?;
    }
    let options = Options { mapping, log: args.log, zone: args.file_zone, ..Options::default() };
    let mut done: Vec<(String, Imported)> = Vec::new();
    let mut failed = 0;
    let mut said = Vec::new();
    let mut say = |sentence: String| {
        // Whom a sentence names is known once all is imported.
        if shared.is_private {
            said.push(sentence);
        } else {
            eprintln!("{sentence}");
        }
    };
    for input in import::find_inputs(&args.paths) {
        let result = match input {
            Ok(input) => {
                let place = if shared.is_private { input.name() } else { input.place() };
                match import_one(&mut cache, &input, &options, shared) {
                    Ok(imported) => Ok((place, imported)),
                    Err(failure) => {
                        let sentence = sentence(&Refusal::from(&failure), &place, shared);
                        Err(format!("{sentence}{}", advice(&failure)))
                    }
                }
            }
            Err(error) => Err(sentence(&Refusal::from(&error), &name_of(error.place()), shared)),
        };
        match result {
            Ok((place, imported)) => {
                for note in &imported.notes {
                    say(format!("{place}: {note}"));
                }
                if let Some(lookup) = &imported.lookup {
                    say(format!("{place}: {}", lookup.sentence()));
                }
                done.push((place, imported));
            }
            Err(sentence) => {
                say(sentence);
                failed += 1;
            }
        }
    }
    if let Some(pseudonyms) = shared.pseudonyms(&cache)? {
        let hide = hiding_titles(Some(pseudonyms));
        for sentence in &said {
            eprintln!("{}", hide(sentence));
        }
        for (name, _) in &mut done {
            *name = hide(name);
        }
    }
    let found = done.len();
    let is_all_rejected = |imported: &Imported| {
        let counts = imported.counts;
        counts.rejected > 0 && counts.rejected >= counts.records
    };
    let totals = ImportTotals::of(done.iter().map(|(_, imported)| imported));
    if found > 1 && totals.looked_up.is_any() {
        let new = totals.records.new;
        let records = if new == 1 { "1 new record".to_owned() } else { format!("{new} new records") };
        let of_reports = if totals.reports > 0 { format!("{records}, ") } else { String::new() };
        eprintln!("Together: {of_reports}{} looked up", totals.looked_up.people_and_groups());
    }
    let rejected = done.iter().filter(|(_, imported)| is_all_rejected(imported)).count();
    print(done, shared)?;
    let files = |count: usize| if count == 1 { "1 file".to_owned() } else { format!("{count} files") };
    let rejected_text = format!("No record of {} could be read; `signin-lens rejects` lists why", files(rejected));
    match (found, failed, rejected) {
        (0, 0, _) => Err(Failure::input(
            "No reports were found; expected are sign-ins, audit, provisioning, risk or Microsoft 365 reports, or look-ups \
             of users, in files ending in .csv, .json, .jsonl, .ndjson, .gz or .zip",
        )),
        (_, 0, 0) => Ok(()),
        (_, 0, _) => Err(Failure::input(rejected_text)),
        (_, failed, 0) => Err(Failure::input(format!("{} could not be imported", files(failed)))),
        (_, failed, _) => Err(Failure::input(format!("{} could not be imported. {rejected_text}", files(failed)))),
    }
}

/// What can be done about a table whose columns are not known.
fn advice(failure: &ImportFailure) -> &'static str {
    match failure {
        ImportFailure::Import(error) if error.is_of_columns() => {
            ". If it is a table of such records, `signin-lens propose FILE` guesses what its columns hold, and \
             `signin-lens import --map FILE.json` reads it by that"
        }
        ImportFailure::Import(_) | ImportFailure::Cancelled | ImportFailure::Cache(_) => "",
    }
}

/// Why a file was not read; without names, folders are not told either.
fn sentence(refusal: &Refusal, name: &str, shared: &Shared) -> String {
    if shared.is_private { format!("{name} {}", refusal.reason) } else { refusal.sentence.clone() }
}

fn import_one(cache: &mut Cache, input: &Input, options: &Options, shared: &Shared) -> Result<Imported, ImportFailure> {
    let progress = Arc::new(Progress::default());
    let finished = Arc::new(AtomicBool::new(false));
    let watcher = {
        let name = if shared.is_private { "File".to_owned() } else { input.name() };
        let (progress, finished) = (Arc::clone(&progress), Arc::clone(&finished));
        std::thread::spawn(move || watch(&progress, &finished, &name))
    };
    let result = cache.import(input, options, &progress);
    finished.store(true, Ordering::Relaxed);
    watcher.thread().unpark();
    // A watcher that failed has only failed to draw.
    let _ = watcher.join();
    result
}

/// Tells people at a terminal that it moves. Scripts get no noise, unless nothing moves.
fn watch(progress: &Progress, finished: &AtomicBool, name: &str) {
    let is_watched = std::io::stderr().is_terminal();
    let mut drawn = false;
    let mut has_waited = false;
    loop {
        std::thread::park_timeout(Duration::from_millis(200));
        if finished.load(Ordering::Relaxed) {
            break;
        }
        if progress.is_waiting() && !has_waited {
            let clear = if drawn { "\r\x1b[K" } else { "" };
            eprintln!("{clear}{name}: another window is importing; this one begins when it is done");
            (has_waited, drawn) = (true, false);
        }
        if !is_watched || progress.is_waiting() {
            continue;
        }
        let percent = (progress.bytes() * 100).checked_div(progress.bytes_total()).unwrap_or(0);
        eprint!("\r\x1b[K{name}: {} records, {percent} %", progress.records());
        let _ = std::io::stderr().flush();
        drawn = true;
    }
    if drawn {
        eprint!("\r\x1b[K");
    }
}

fn print(done: Vec<(String, Imported)>, shared: &Shared) -> Result<(), Failure> {
    let columns = vec![
        Column::new("path", "File"),
        Column::new("format", "Format"),
        Column::new("log", "Log"),
        Column::number("records", "Records"),
        Column::number("new", "New"),
        Column::number("merged", "Merged"),
        Column::number("known", "Already known"),
        Column::number("rejected", "Rejected"),
    ];
    let rows = done.into_iter().map(|(place, imported)| {
        let counts = imported.counts;
        let mut row =
            vec![Cell::from(place), Cell::from(imported.format.key()), Cell::from(imported.log.map(Log::key))];
        row.extend([counts.records, counts.new, counts.merged, counts.known, counts.rejected].map(Cell::from));
        row
    });
    output::table(shared, columns, rows)
}
