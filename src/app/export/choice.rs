//! What the user chose to export, remembered for the next time.

use serde::{Deserialize, Serialize};

use crate::app::listing::Rows;
use crate::texts::text;

/// The form of an exported file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ExportFormat {
    /// Comma-separated values.
    #[default]
    Csv,
    /// An array of objects.
    Json,
    /// An Excel workbook.
    Xlsx,
}

impl ExportFormat {
    /// All of them, in the order of the dialog.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Json, Self::Xlsx];

    /// What the dialog calls it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Json => "JSON",
            Self::Xlsx => text!("export-xlsx"),
        }
    }

    /// The ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
        }
    }
}

/// What of the rows is exported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Extent {
    /// The rows as the table shows them: folded rows where it folds, with the shown columns.
    #[default]
    Table,
    /// Every sign-in with the shown columns.
    SignIns,
    /// Every sign-in with every field of its log.
    AllFields,
    /// The original records, as they came.
    Originals,
}

impl Extent {
    /// All of them, in the order of the dialog.
    pub const ALL: [Self; 4] = [Self::Table, Self::SignIns, Self::AllFields, Self::Originals];

    /// What the dialog calls it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Table => text!("export-table"),
            Self::SignIns => text!("export-sign-ins"),
            Self::AllFields => text!("export-all-fields"),
            Self::Originals => text!("export-originals"),
        }
    }

    /// What that is, in a sentence without a full stop.
    #[must_use]
    pub fn about(self) -> &'static str {
        match self {
            Self::Table => text!("export-table-about"),
            Self::SignIns => text!("export-sign-ins-about"),
            Self::AllFields => text!("export-all-fields-about"),
            Self::Originals => text!("export-originals-about"),
        }
    }
}

/// What the user chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExportChoice {
    /// The form of the file.
    pub format: ExportFormat,
    /// What of the rows.
    pub extent: Extent,
    /// Whether CSV begins with a byte order mark.
    pub bom: bool,
}

impl ExportChoice {
    /// The choice as far as these rows allow it: rows that are not folded are sign-ins.
    #[must_use]
    pub fn of(self, rows: &Rows) -> Self {
        match (self.extent, rows) {
            (Extent::Table, Rows::Single(_)) => Self { extent: Extent::SignIns, ..self },
            _ => self,
        }
    }
}
