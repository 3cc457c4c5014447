//! What a zip holds: the reports in it, and those of its members that can't be read.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, ErrorKind, Read, Seek, SeekFrom};
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use zip::DateTime;

use super::archive::Archive;
use super::inputs::{has_ending, zip_error};
use super::{ImportError, Input};
use crate::clock::Millis;

/// The endings of reports within a zip: a zip within a zip is not unpacked.
const ENDINGS: [&str; 5] = ["csv", "json", "jsonl", "ndjson", "gz"];

/// The reports in a zip, sorted by name, and in their places those that can't be read; `None` if the file is no zip,
/// or is a document that is packed as one.
pub(super) fn members(file: &Input) -> Result<Option<Vec<Result<Input, ImportError>>>, ImportError> {
    let mut magic = [0; 4];
    let is_zip = file.with_bytes(|bytes| {
        Ok::<_, ImportError>(
            bytes.read_exact(&mut magic).is_ok() && (magic == *b"PK\x03\x04" || magic == *b"PK\x05\x06"),
        )
    })?;
    if !is_zip {
        return Ok(None);
    }
    let archive = Arc::new(Archive::open(&file.path).map_err(|error| zip_error(file.place(), &error))?);
    let directory = archive.directory();
    let (mut members, mut refused) = (Vec::new(), Vec::new());
    for index in 0..directory.len() {
        let entry = directory.by_index_data(index).map_err(|error| zip_error(file.place(), &error))?;
        let name = match entry.name() {
            Ok(name) => name,
            Err(error) => {
                refused.push(Err(zip_error(file.place(), &error)));
                continue;
            }
        };
        if name == "[Content_Types].xml" {
            return Ok(None);
        }
        // Nothing is unpacked to where a name leads, so that one that leads upwards does no harm.
        let hidden = name.split(['/', '\\']).any(|part| part.starts_with('.') && part != ".." || part == "__MACOSX");
        if entry.is_dir() || hidden {
            continue;
        }
        if has_ending(&name, &["zip"]) {
            refused.push(Err(ImportError::ZipInZip { place: member_place(file, &name) }));
        }
        if !has_ending(&name, &ENDINGS) {
            continue;
        }
        // How much a gzip holds is known only when it is unpacked.
        let bytes = if has_ending(&name, &["gz"]) { 0 } else { entry.size() };
        let packed = entry.last_modified().and_then(moment);
        members.push(Input {
            path: file.path.clone(),
            member: Some(name.into_owned()),
            bytes,
            modified: packed.or(file.modified),
            archive: Some(Arc::clone(&archive)),
        });
    }
    members.sort_by(|a, b| a.member.cmp(&b.member));
    if directory.has_duplicate_names() {
        let mut opened = BufReader::new(File::open(&file.path).map_err(|error| file.read_error(&error))?);
        let start = directory.central_directory_start();
        // The archive knows only the last of several members of one name.
        for (name, times) in doubled_names(&mut opened, start).map_err(|error| file.read_error(&error))? {
            if members.iter().any(|member| member.member.as_deref() == Some(name.as_str())) {
                refused.push(Err(ImportError::Doubled { place: member_place(file, &name), times }));
            }
        }
    }
    Ok(Some(members.into_iter().map(Ok).chain(refused).collect()))
}

/// The time of a zip member; zips know no zone, so it is taken as UTC. `None` for the year 1980, which
/// stands for no time.
fn moment(time: DateTime) -> Option<Millis> {
    let day = NaiveDate::from_ymd_opt(i32::from(time.year()), u32::from(time.month()), u32::from(time.day()))?;
    let time = day.and_hms_opt(u32::from(time.hour()), u32::from(time.minute()), u32::from(time.second()))?;
    (day.year() != 1980).then_some(Millis(time.and_utc().timestamp_millis()))
}

fn member_place(file: &Input, name: &str) -> String {
    Input { member: Some(name.to_owned()), ..file.clone() }.place()
}

/// The names that stand several times in a zip's central directory, which begins at `start`, and how often.
///
/// The layout is that of PKWARE's `APPNOTE`, section 4.3.12: a signature, the lengths of name, extra field and comment
/// at bytes 28, 30 and 32, and the three of them from byte 46.
fn doubled_names(zip: &mut (impl Read + Seek), start: u64) -> io::Result<Vec<(String, usize)>> {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    zip.seek(SeekFrom::Start(start))?;
    let mut head = [0; 46];
    loop {
        match zip.read_exact(&mut head) {
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => break,
            other => other?,
        }
        if !head.starts_with(b"PK\x01\x02") {
            break;
        }
        let length = |at: usize| u16::from_le_bytes([head[at], head[at + 1]]);
        let mut name = vec![0; usize::from(length(28))];
        zip.read_exact(&mut name)?;
        zip.seek_relative(i64::from(length(30)) + i64::from(length(32)))?;
        *times.entry(String::from_utf8_lossy(&name).into_owned()).or_default() += 1;
    }
    Ok(times.into_iter().filter(|(_, times)| *times > 1).collect())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Write;
    use std::path::Path;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;
    use crate::import::find_inputs;

    /// A zip of these members, whose names are then replaced in its bytes: no writer makes two of one name.
    fn write_zip(path: &Path, members: &[(&str, &str)], renamed: Option<(&str, &str)>) {
        let mut zip = ZipWriter::new(File::create(path).expect("a new file"));
        for (name, text) in members {
            zip.start_file(*name, SimpleFileOptions::default()).expect("a new member");
            zip.write_all(text.as_bytes()).expect("room for the member");
        }
        zip.finish().expect("a whole zip");
        if let Some((from, to)) = renamed {
            assert_eq!(from.len(), to.len());
            let mut bytes = fs::read(path).expect("the zip just written");
            for at in 0..=bytes.len() - from.len() {
                if bytes[at..].starts_with(from.as_bytes()) {
                    bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
                }
            }
            fs::write(path, bytes).expect("room for a small file");
        }
    }

    fn sentences(path: &Path) -> (Vec<String>, Vec<String>) {
        let (mut names, mut refused) = (Vec::new(), Vec::new());
        for input in find_inputs(&[path.to_owned()]) {
            match input {
                Ok(input) => names.push(input.name()),
                Err(error) => refused.push(error.to_string()),
            }
        }
        (names, refused)
    }

    #[test]
    fn two_members_of_one_name_are_told_of() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("reports.zip");
        write_zip(&path, &[("a.csv", "1"), ("b.csv", "2"), ("c.csv", "3"), ("d.txt", "")], Some(("b.csv", "a.csv")));
        let (names, refused) = sentences(&path);
        assert_eq!(names, ["a.csv", "c.csv"]);
        assert_eq!(refused.len(), 1);
        assert!(refused[0].contains("a.csv") && refused[0].contains("2 members"), "{}", refused[0]);
    }

    #[test]
    fn a_zip_within_a_zip_is_told_of() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("reports.zip");
        write_zip(&path, &[("a.csv", "1"), ("more.zip", "PK")], None);
        let (names, refused) = sentences(&path);
        assert_eq!(names, ["a.csv"]);
        assert_eq!(refused.len(), 1);
        assert!(refused[0].contains("more.zip") && refused[0].contains("unpack it first"), "{}", refused[0]);
    }
}
