//! `import`: files into the cache.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use clap::Args;

use super::output;
use super::{Failure, Shared, parse_log, parse_zone};
use crate::app::{Refusal, hiding, name_of};
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
    /// The log of files whose name and content do not tell it
    #[arg(long, value_name = "LOG", value_parser = parse_log)]
    log: Option<Log>,
    /// A mapping of columns, as `propose` prints it, for the files that have these columns
    #[arg(long, value_name = "FILE.json")]
    map: Option<PathBuf>,
    /// Keep the mapping for further files with the same columns
    #[arg(long, requires = "map")]
    remember: bool,
    /// The zone of times that do not tell theirs, such as those of a column [Local Time]; UTC if not given
    #[arg(long, value_name = "ZONE", value_parser = parse_zone)]
    file_zone: Option<Zone>,
}

/// Imports what is named. A file that can't be read does not stop the others.
pub(super) fn run(args: &ImportArgs, shared: &Shared) -> Result<(), Failure> {
    let mut cache = shared.open_cache()?;
    let mapping = args.map.as_deref().map(Mapping::from_file).transpose().map_err(Failure::call)?.map(Arc::new);
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
                    Err(failure) => Err(sentence(&Refusal::from(&failure), &place, shared)),
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
        let hide = hiding(Some(pseudonyms));
        for sentence in &said {
            eprintln!("{}", hide(sentence));
        }
        for (name, _) in &mut done {
            *name = hide(name);
        }
    }
    let found = done.len();
    print(done, shared)?;
    match (found, failed) {
        (0, 0) => Err(Failure::input("No reports were found; expected .csv, .json or .zip files")),
        (_, 0) => Ok(()),
        (_, 1) => Err(Failure::input("1 file could not be imported")),
        (_, failed) => Err(Failure::input(format!("{failed} files could not be imported"))),
    }
}

/// Why a file was not read; without names, folders are not told either.
fn sentence(refusal: &Refusal, name: &str, shared: &Shared) -> String {
    if shared.is_private { format!("{name} {}", refusal.reason) } else { refusal.sentence.clone() }
}

fn import_one(cache: &mut Cache, input: &Input, options: &Options, shared: &Shared) -> Result<Imported, ImportFailure> {
    let progress = Arc::new(Progress::default());
    let finished = Arc::new(AtomicBool::new(false));
    // People at a terminal see that it moves; scripts get no noise.
    let watcher = std::io::stderr().is_terminal().then(|| {
        let name = if shared.is_private { "File".to_owned() } else { input.name() };
        let (progress, finished) = (Arc::clone(&progress), Arc::clone(&finished));
        std::thread::spawn(move || watch(&progress, &finished, &name))
    });
    let result = cache.import(input, options, &progress);
    finished.store(true, Ordering::Relaxed);
    if let Some(watcher) = watcher {
        // A watcher that failed has only failed to draw.
        let _ = watcher.join();
    }
    result
}

fn watch(progress: &Progress, finished: &AtomicBool, name: &str) {
    let mut drawn = false;
    while !finished.load(Ordering::Relaxed) {
        std::thread::sleep(Duration::from_millis(200));
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
