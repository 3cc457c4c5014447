//! What others do with the same file: `DuckDB` and `sqlite3`, each into a table of a database file.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use super::measure::run;

/// `DuckDB`, as the Python package of that name.
pub struct DuckDb {
    python: String,
    folder: PathBuf,
}

impl DuckDb {
    /// The package of the Python that `DUCKDB_PYTHON` names, or of `python3`; `None` if it has none.
    pub fn find(folder: &Path) -> Option<(Self, String)> {
        let python = std::env::var("DUCKDB_PYTHON").unwrap_or_else(|_| "python3".to_owned());
        let version = text_of(Command::new(&python).args(["-c", "import duckdb; print(duckdb.__version__)"]))?;
        Some((Self { python, folder: folder.to_owned() }, version))
    }

    /// Reads a report into a table of a new database file.
    pub fn import(&self, report: &Path) -> Option<Duration> {
        run(Command::new(&self.python).args(["-c", IMPORT]).arg(report).arg(&self.folder)).map(|(time, _)| time)
    }

    /// How many sign-ins of the table have each error code: `code,count` a line, in the order of the codes.
    pub fn error_codes(&self, column: &str) -> Option<String> {
        text_of(Command::new(&self.python).args(["-c", ERROR_CODES]).arg(&self.folder).arg(column))
    }
}

const IMPORT: &str = "
import os, sys, duckdb
report, folder = sys.argv[1:]
path = os.path.join(folder, 'duck.db')
if os.path.exists(path): os.remove(path)
db = duckdb.connect(path)
if report.endswith('.csv'):
    db.execute('CREATE TABLE sign_in AS SELECT * FROM read_csv(?, header = true)', [report])
else:
    db.execute('CREATE TABLE sign_in AS SELECT * FROM read_json(?, maximum_object_size = 67108864)', [report])
";

const ERROR_CODES: &str = "
import os, sys, duckdb
folder, column = sys.argv[1:]
db = duckdb.connect(os.path.join(folder, 'duck.db'))
for code, count in db.execute(f'SELECT CAST({column} AS BIGINT), count(*) FROM sign_in GROUP BY ALL ORDER BY ALL').fetchall():
    print(f'{code},{count}')
";

/// The version of the `sqlite3` shell, if there is one.
pub fn sqlite_version() -> Option<String> {
    let told = text_of(Command::new("sqlite3").arg("--version"))?;
    told.split_whitespace().next().map(str::to_owned)
}

/// Reads a CSV into a table of a new database file with the shell's `.import`.
pub fn sqlite_import(report: &Path, folder: &Path) -> Option<Duration> {
    let database = folder.join("sqlite.db");
    // Absent in the first run.
    let _ = std::fs::remove_file(&database);
    let import = format!(".import --csv \"{}\" sign_in", report.display());
    run(Command::new("sqlite3").arg(&database).arg(import)).map(|(time, _)| time)
}

/// What a program that must succeed prints, without its last line break.
pub fn text_of(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::inherit()).output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
}
