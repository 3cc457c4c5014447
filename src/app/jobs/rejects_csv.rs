//! The list of rejected records as a CSV file.

use std::path::Path;

use crate::cache::RejectedRecord;
use crate::export::atomic::{WriteError, write_file};
use crate::export::table::{Cell, Column, TableFormat, TableWriter};

/// Writes rejected records to a file.
pub(super) fn write(path: &Path, rejects: &[RejectedRecord]) -> Result<(), WriteError> {
    let columns = ["file", "record", "byte", "reason", "text"].map(|key| Column::new(key, key));
    write_file(path, |out| {
        let mut table = TableWriter::new(TableFormat::Csv, columns.to_vec(), out)?;
        for reject in rejects {
            table.row(&[
                Cell::from(reject.source_name.as_str()),
                Cell::from(reject.number),
                Cell::from(reject.offset),
                Cell::from(reject.reason.as_str()),
                Cell::from(reject.text.as_str()),
            ])?;
        }
        table.finish()?;
        Ok(())
    })
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
