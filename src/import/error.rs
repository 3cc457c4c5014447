//! Why a file could not be read, in words for the person who chose it.

use std::io;

/// Why an input could not be read. Each text is one sentence that can be shown as it stands: which file,
/// what is wrong or what was expected, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// Nothing is at that path.
    #[error("\u{201c}{place}\u{201d} does not exist: check the name, and that its drive is connected")]
    NotFound {
        /// The path.
        place: String,
    },
    /// The system refuses to open it.
    #[error(
        "\u{201c}{place}\u{201d} may not be read by this account: ask for permission, or copy the file to a folder of yours"
    )]
    NoPermission {
        /// The path.
        place: String,
    },
    /// It holds no byte.
    #[error("\u{201c}{place}\u{201d} is empty: expected is a report or a look-up in CSV or JSON, so download it again")]
    Empty {
        /// The path.
        place: String,
    },
    /// A folder or zip without any report.
    #[error(
        "\u{201c}{place}\u{201d} holds no report: expected are files ending in .csv, .json, .jsonl, .ndjson, .gz or .zip"
    )]
    NothingInside {
        /// The path.
        place: String,
    },
    /// It is neither CSV nor JSON.
    #[error(
        "\u{201c}{place}\u{201d} is no report but seems to be {seems}: expected is a report of sign-ins, audit, provisioning, risk or Microsoft 365, or a look-up of users, as CSV or JSON (.csv, .json, .jsonl, .ndjson, .gz or .zip)"
    )]
    NoReport {
        /// The path.
        place: String,
        /// What it looks like, such as `a PNG picture`.
        seems: String,
    },
    /// It is CSV or JSON of something that is no report, or of one in a form not read.
    #[error(
        "\u{201c}{place}\u{201d} seems to be {seems}: expected are sign-ins, or an audit, provisioning, risk or Microsoft 365 audit report, or a look-up of users, as CSV or JSON"
    )]
    OtherContent {
        /// The path.
        place: String,
        /// What it looks like, such as `an audit log of Microsoft Graph (JSON)`.
        seems: String,
    },
    /// A CSV of sign-ins that lacks columns without which a sign-in has no identity.
    #[error(
        "\u{201c}{place}\u{201d} lacks {columns}, without which sign-ins can't be told apart: use the CSV as the Entra admin center downloads it"
    )]
    MissingColumns {
        /// The path.
        place: String,
        /// The columns, in words: `the column A`, `the columns A and B`.
        columns: String,
    },
    /// A pipe, a device or a socket.
    #[error("\u{201c}{place}\u{201d} is no file but {kind}: save what it gives in a file and open that")]
    NoFile {
        /// The path.
        place: String,
        /// What it is, such as `a pipe`.
        kind: &'static str,
    },
    /// It unpacks to far more than a report does.
    #[error(
        "\u{201c}{place}\u{201d} unpacks to more than {times} times the room that it takes on disk, as a file does that is made to fill a disk: unpack it yourself and open what is in it, if you trust who made it"
    )]
    Bomb {
        /// The path.
        place: String,
        /// How many times that room what is in it may take.
        times: u64,
    },
    /// A zip that can't be unpacked.
    #[error(
        "\u{201c}{place}\u{201d} is a damaged or unsupported zip ({problem}): download it again, or unpack it first"
    )]
    DamagedZip {
        /// The path of the zip, or of the member in it.
        place: String,
        /// What the unpacker says.
        problem: String,
    },
    /// A gzip that can't be unpacked.
    #[error("\u{201c}{place}\u{201d} is a damaged gzip ({problem}): fetch it again, or unpack it first")]
    DamagedGzip {
        /// The path of the gzip.
        place: String,
        /// What the unpacker says.
        problem: String,
    },
    /// A zip that holds another one.
    #[error("\u{201c}{place}\u{201d} is a zip within a zip: unpack it first and open what is in it")]
    ZipInZip {
        /// The path of the inner one.
        place: String,
    },
    /// Members of a zip that share one name.
    #[error(
        "\u{201c}{place}\u{201d} is the name of {times} members, of which only the last can be read: unpack the zip, give each file a name of its own and open the others"
    )]
    Doubled {
        /// The path of the member.
        place: String,
        /// How many there are.
        times: usize,
    },
    /// A zip whose members need a password.
    #[error("\u{201c}{place}\u{201d} is protected by a password: unpack it first and open the files")]
    Locked {
        /// The path of the member.
        place: String,
    },
    /// The program itself failed while reading.
    #[error(
        "\u{201c}{place}\u{201d} could not be read: something went wrong inside the program, and nothing of this file was kept"
    )]
    Broken {
        /// The path.
        place: String,
    },
    /// The system failed while reading.
    #[error("\u{201c}{place}\u{201d} could not be read to its end ({problem}): check the drive and try again")]
    Io {
        /// The path.
        place: String,
        /// What the system says.
        problem: String,
    },
}

impl ImportError {
    /// What it is about: the path of the file, or of a member of a zip.
    #[must_use]
    pub fn place(&self) -> &str {
        match self {
            Self::NotFound { place }
            | Self::NoPermission { place }
            | Self::Empty { place }
            | Self::NothingInside { place }
            | Self::NoReport { place, .. }
            | Self::OtherContent { place, .. }
            | Self::MissingColumns { place, .. }
            | Self::NoFile { place, .. }
            | Self::Bomb { place, .. }
            | Self::DamagedZip { place, .. }
            | Self::DamagedGzip { place, .. }
            | Self::ZipInZip { place }
            | Self::Doubled { place, .. }
            | Self::Locked { place }
            | Self::Broken { place }
            | Self::Io { place, .. } => place,
        }
    }

    /// Whether it is a table or a list whose columns are not those that are expected, so that they could be assigned.
    #[must_use]
    pub fn is_of_columns(&self) -> bool {
        matches!(self, Self::OtherContent { .. } | Self::MissingColumns { .. })
    }

    /// What is said of the file, to stand behind a name of one's own: `is empty: …`.
    #[must_use]
    pub fn reason(&self) -> String {
        let sentence = self.to_string();
        let behind = sentence.strip_prefix(&format!("\u{201c}{}\u{201d} ", self.place())).map(str::to_owned);
        behind.unwrap_or(sentence)
    }

    /// The error for what the system answered when `place` was opened or read.
    pub(super) fn from_io(place: String, error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound { place },
            io::ErrorKind::PermissionDenied => Self::NoPermission { place },
            _ => Self::Io { place, problem: error.to_string() },
        }
    }
}

/// Why [`super::Reader::read`] stopped before the end.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError<E> {
    /// The file could not be read.
    #[error(transparent)]
    Import(ImportError),
    /// [`super::Progress::cancel`] was called.
    #[error("the import was cancelled")]
    Cancelled,
    /// The sink refused a batch.
    #[error("{0}")]
    Sink(E),
}

impl<E> From<ImportError> for ReadError<E> {
    fn from(error: ImportError) -> Self {
        Self::Import(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_the_sentence_without_the_file() {
        let error = ImportError::ZipInZip { place: "a.zip \u{203a} b.zip".to_owned() };
        assert_eq!(error.reason(), "is a zip within a zip: unpack it first and open what is in it");
        assert_eq!(error.place(), "a.zip \u{203a} b.zip");
    }
}
