//! The portal's CSV files as others hand them on: saved by a spreadsheet, or downloaded in another language.

use chrono::{DateTime, Utc};
use csv::{ReaderBuilder, StringRecord, WriterBuilder};

/// What a spreadsheet did to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spreadsheet {
    /// Semicolons, `04.12.2025 08:19:41`, `WAHR`, numbers with exponents and decimal commas, rows and columns left empty.
    German,
    /// Tabs, `12/4/2025 8:19:41 AM`, `TRUE`.
    American,
    /// Dates as day numbers, texts behind apostrophes.
    DayNumbers,
}

impl Spreadsheet {
    pub const ALL: [Self; 3] = [Self::German, Self::American, Self::DayNumbers];
}

/// A CSV file of the portal as this spreadsheet saves it.
pub fn through(spreadsheet: Spreadsheet, file: &[u8]) -> Vec<u8> {
    let (header, rows) = read(file);
    let delimiter = match spreadsheet {
        Spreadsheet::German | Spreadsheet::DayNumbers => b';',
        Spreadsheet::American => b'\t',
    };
    let padding: &[&str] = if spreadsheet == Spreadsheet::German { &["", ""] } else { &[] };
    let mut out = WriterBuilder::new().delimiter(delimiter).flexible(true).from_writer("\u{feff}".as_bytes().to_vec());
    let mut write = |cells: Vec<String>| {
        let cells = cells.iter().map(String::as_str).chain(padding.iter().copied());
        out.write_record(cells).expect("memory takes it");
    };
    write(header.iter().map(str::to_owned).collect());
    for row in &rows {
        write(header.iter().zip(row).map(|(column, cell)| saved(spreadsheet, column, cell)).collect());
    }
    if spreadsheet == Spreadsheet::German {
        write(vec![String::new(); header.len()]);
        write(header.iter().map(str::to_owned).collect());
    }
    out.into_inner().expect("memory takes it")
}

fn saved(spreadsheet: Spreadsheet, column: &str, cell: &str) -> String {
    if let (true, Ok(time)) = (column.starts_with("Date"), cell.parse::<DateTime<Utc>>()) {
        return match spreadsheet {
            Spreadsheet::German => time.format("%d.%m.%Y %H:%M:%S").to_string(),
            Spreadsheet::American => time.format("%-m/%-d/%Y %-I:%M:%S %p").to_string(),
            Spreadsheet::DayNumbers => format!("{:.10}", time.timestamp() as f64 / 86_400.0 + 25_569.0),
        };
    }
    match (spreadsheet, cell) {
        (Spreadsheet::German, "true") => "WAHR".to_owned(),
        (Spreadsheet::German, "false") => "FALSCH".to_owned(),
        (Spreadsheet::American, "true" | "false") => cell.to_uppercase(),
        (Spreadsheet::German, code) if column == "Sign-in error code" && code.len() > 1 => {
            format!("{},{}E+{:02}", &code[..1], &code[1..], code.len() - 1)
        }
        (Spreadsheet::DayNumbers, code) if column == "Sign-in error code" && !code.is_empty() => format!("'{code}"),
        _ => cell.to_owned(),
    }
}

/// A language of the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    German,
    French,
    /// A language that no program knows: only the order of the columns and what is in them tell what they are.
    Made,
}

impl Language {
    pub const ALL: [Self; 3] = [Self::German, Self::French, Self::Made];

    fn header(self, at: usize, name: &str) -> String {
        let known: &[(&str, &str)] = match self {
            Self::German => &[
                ("Date (UTC)", "Datum (UTC)"),
                ("Request ID", "Anforderungs-ID"),
                ("Correlation ID", "Korrelations-ID"),
                ("User", "Benutzer"),
                ("Username", "Benutzername"),
                ("Application", "Anwendung"),
                ("IP address", "IP-Adresse"),
                ("Location", "Standort"),
                ("Conditional Access", "Bedingter Zugriff"),
            ],
            Self::French => &[
                ("Request ID", "ID de la requête"),
                ("User", "Utilisateur"),
                ("IP address", "Adresse IP"),
                ("Status", "État"),
                ("Conditional Access", "Accès conditionnel"),
            ],
            Self::Made => &[],
        };
        match known.iter().find(|(english, _)| *english == name) {
            Some((_, own)) => (*own).to_owned(),
            None if self != Self::Made && matches!(name, "Status" | "Browser" | "Latency" | "Date (UTC)") => {
                name.to_owned()
            }
            None => format!("Kolumo {}", at + 1),
        }
    }

    fn word(self, cell: &str) -> &str {
        match (self, cell) {
            (Self::German, "Success") => "Erfolg",
            (Self::German, "Failure") => "Fehler",
            (Self::German, "Interrupted") => "Unterbrochen",
            (Self::German, "Not Applied") => "Nicht angewendet",
            (Self::French, "Success") => "Réussite",
            (Self::French, "Failure") => "Échec",
            (Self::French, "Interrupted") => "Interrompu",
            (Self::French, "Not Applied") => "Non appliqué",
            (Self::Made, "Success") => "Sukceso",
            (Self::Made, "Failure") => "Malsukceso",
            (Self::Made, "Interrupted") => "Paŭzigita",
            (_, cell) => cell,
        }
    }
}

/// A CSV file of the portal as it would be in this language.
pub fn translated(language: Language, file: &[u8]) -> Vec<u8> {
    let (header, rows) = read(file);
    let mut out = WriterBuilder::new().from_writer("\u{feff}".as_bytes().to_vec());
    let names = header.iter().enumerate().map(|(at, name)| language.header(at, name.trim()));
    out.write_record(names).expect("memory takes it");
    for row in &rows {
        let is_word = |column: &str| matches!(column.trim(), "Status" | "Conditional Access");
        let cells =
            header.iter().zip(row).map(|(column, cell)| if is_word(column) { language.word(cell) } else { cell });
        out.write_record(cells).expect("memory takes it");
    }
    out.into_inner().expect("memory takes it")
}

fn read(file: &[u8]) -> (StringRecord, Vec<StringRecord>) {
    let mut reader =
        ReaderBuilder::new().has_headers(false).from_reader(file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file));
    let mut rows: Vec<StringRecord> = reader.records().map(|row| row.expect("the portal's CSV")).collect();
    let header = if rows.is_empty() { StringRecord::new() } else { rows.remove(0) };
    (header, rows)
}
