//! Columns that a person has assigned: how a table is read whose names tell too little.

use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Format, Shape};
use crate::clock::Zone;
use crate::fields::{Field, Log, Origin, fold};

/// What the columns of a table hold, in words of the table of fields. Its text form is JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Mapping {
    /// The columns, or the properties of JSON objects, in the order of the file.
    pub columns: Vec<MappedColumn>,
    /// The log of all records.
    pub log: Log,
    /// Whether 4/12/2025 is the fourth of December.
    pub day_first: bool,
    /// The zone of times that do not tell theirs.
    pub zone: Zone,
}

/// A column and what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappedColumn {
    /// Its name in the file.
    pub name: String,
    /// The field whose values it holds; `None` if it is not to be read.
    pub field: Option<Field>,
}

/// What a mapping lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// When it was.
    Time,
    /// Who signed in.
    Person,
    /// To what, from where, or what came of it.
    Matter,
}

impl Lack {
    /// What to do about it, as command lines say it.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Time => "Assign the column with the date",
            Self::Person => "Assign a column that tells who signed in",
            Self::Matter => "Assign a column that tells the application, the IP address or the status",
        }
    }
}

/// A mapping as it is written.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Written {
    log: String,
    #[serde(default)]
    day_first: bool,
    #[serde(default)]
    zone: Option<String>,
    columns: Vec<WrittenColumn>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct WrittenColumn {
    name: String,
    #[serde(default)]
    field: Option<String>,
}

impl From<Mapping> for Written {
    fn from(mapping: Mapping) -> Self {
        let column = |column: MappedColumn| WrittenColumn {
            name: column.name,
            field: column.field.map(|field| field.key().to_owned()),
        };
        Self {
            log: mapping.log.key().to_owned(),
            day_first: mapping.day_first,
            zone: Some(mapping.zone.name().to_owned()),
            columns: mapping.columns.into_iter().map(column).collect(),
        }
    }
}

impl TryFrom<Written> for Mapping {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        let column = |column: WrittenColumn| {
            let field = column.field.map(|key| {
                let known = Field::from_key(&key).filter(|field| is_assignable(*field));
                known.ok_or_else(|| format!("there is no field {key} that a column can hold"))
            });
            Ok(MappedColumn { name: column.name, field: field.transpose()? })
        };
        let zone = written.zone.as_deref().unwrap_or("UTC");
        Ok(Self {
            columns: written.columns.into_iter().map(column).collect::<Result<_, String>>()?,
            log: Log::from_key(&written.log).ok_or_else(|| format!("there is no log {}", written.log))?,
            day_first: written.day_first,
            zone: Zone::from_name(zone).ok_or_else(|| format!("there is no zone {zone}"))?,
        })
    }
}

impl Mapping {
    /// Reads the text form; the error says what is wrong in it.
    pub fn from_text(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    /// Reads the text form from a file; the error is a sentence.
    pub fn from_file(path: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(path)
            .map_err(|error| format!("\u{201c}{}\u{201d} can't be read ({error})", path.display()))?;
        Self::from_text(&text)
            .map_err(|error| format!("\u{201c}{}\u{201d} is no mapping of columns: {error}", path.display()))
    }

    /// The text form: JSON that a person can read and change.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// What tables with the same columns have in common, in whatever order those stand.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut names: Vec<String> = self.columns.iter().map(|column| fold(&column.name)).collect();
        names.sort();
        let hash = Sha256::digest(names.join("\n"));
        hash.iter().take(16).fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
    }

    /// Whether a table with these columns has all that are assigned.
    #[must_use]
    pub(super) fn fits(&self, names: &[String]) -> bool {
        let assigned = self.columns.iter().filter(|column| column.field.is_some());
        self.columns.iter().any(|column| column.field == Some(Field::Time))
            && assigned.into_iter().all(|column| names.contains(&column.name))
    }

    /// The field of a column of this name.
    pub(super) fn field_of(&self, name: &str) -> Option<Field> {
        self.columns.iter().find(|column| column.name == name).and_then(|column| column.field)
    }

    /// What is missing before records can be read by it; `None` if nothing is.
    #[must_use]
    pub fn lacks(&self) -> Option<Lack> {
        use Field::{
            App, AppId, ErrorCode, Ip, ServicePrincipal, ServicePrincipalId, Status, Time, User, UserId, Username,
        };
        let has =
            |fields: &[Field]| self.columns.iter().any(|column| column.field.is_some_and(|of| fields.contains(&of)));
        if !has(&[Time]) {
            return Some(Lack::Time);
        }
        if has(&[Field::RequestId]) || self.log.report() != crate::fields::Report::SignIns {
            return None;
        }
        if !has(&[User, Username, UserId, ServicePrincipal, ServicePrincipalId]) {
            return Some(Lack::Person);
        }
        (!has(&[App, AppId, Ip, ErrorCode, Status])).then_some(Lack::Matter)
    }
}

/// Whether a column of a table can hold values of this field.
#[must_use]
pub fn is_assignable(field: Field) -> bool {
    let spec = field.spec();
    spec.is_stored()
        && spec.origin == Origin::Own
        && !matches!(field, Field::Log | Field::Steps | Field::Policies | Field::StatusSource)
}

/// What is stored with a source that was read by a mapping.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Stored {
    /// The header row of a CSV; empty for JSON.
    pub header: String,
    pub mapping: Mapping,
}

impl Stored {
    /// What a shape of this format holds; `None` if it is of no mapped one.
    pub(super) fn of(shape: &Shape) -> Option<Self> {
        match shape.format {
            Format::MappedCsv | Format::MappedJson => serde_json::from_str(&shape.header).ok(),
            _ => None,
        }
    }

    pub(super) fn shape(self, format: Format) -> Shape {
        Shape {
            day_first: self.mapping.day_first,
            header: serde_json::to_string(&self).unwrap_or_default(),
            ..Shape::new(format, Some(self.mapping.log))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_form_gives_the_same_mapping_again() {
        let column = |name: &str, field| MappedColumn { name: name.to_owned(), field };
        let mapping = Mapping {
            columns: vec![column("When", Some(Field::Time)), column("Note", None)],
            log: Log::NonInteractive,
            day_first: true,
            zone: Zone::from_name("Europe/Berlin").expect("a zone"),
        };
        assert_eq!(Mapping::from_text(&mapping.to_text()), Ok(mapping.clone()));
        let turned = Mapping { columns: mapping.columns.iter().rev().cloned().collect(), ..mapping.clone() };
        assert_eq!(turned.fingerprint(), mapping.fingerprint());
        for wrong in
            [r#"{"log":"x","columns":[]}"#, r#"{"log":"audit","columns":[{"name":"a","field":"weekday"}]}"#, "[]"]
        {
            assert!(Mapping::from_text(wrong).is_err(), "{wrong}");
        }
    }
}
