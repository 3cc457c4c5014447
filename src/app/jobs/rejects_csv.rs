//! The list of rejected records as a CSV file.

use std::borrow::Cow;
use std::fs::File;
use std::io;
use std::path::Path;

use crate::cache::RejectedRecord;

/// A cell that no spreadsheet takes for a formula: user agents and application names are chosen by
/// attackers, so what begins like a formula gets a leading apostrophe.
#[must_use]
pub fn defused(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// Writes rejected records to a file.
pub(super) fn write(path: &Path, rejects: &[RejectedRecord]) -> io::Result<()> {
    let mut csv = csv::Writer::from_writer(File::create(path)?);
    csv.write_record(["file", "record", "byte", "reason", "text"])?;
    for reject in rejects {
        csv.write_record([
            defused(&reject.source_name).as_ref(),
            &reject.number.to_string(),
            &reject.offset.to_string(),
            defused(&reject.reason).as_ref(),
            defused(&reject.text).as_ref(),
        ])?;
    }
    csv.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cache::SourceId;

    #[test]
    fn no_cell_begins_like_a_formula() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("rejects.csv");
        let reject = RejectedRecord {
            source: SourceId(1),
            source_name: "@evil.csv".to_owned(),
            number: 3,
            offset: 120,
            reason: "no time".to_owned(),
            text: "=HYPERLINK(\"x\"),a".to_owned(),
        };
        write(&path, &[reject]).expect("room for a small file");
        let text = std::fs::read_to_string(&path).expect("the file just written");
        assert_eq!(text, "file,record,byte,reason,text\n'@evil.csv,3,120,no time,\"'=HYPERLINK(\"\"x\"\"),a\"\n");
    }
}
