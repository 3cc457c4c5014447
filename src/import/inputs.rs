//! What there is to read: files, folders and zips expanded to single inputs.

use std::borrow::Cow;
use std::cell::Cell;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use flate2::bufread::MultiGzDecoder;
use zip::result::ZipError;

use super::ImportError;
use super::archive::Archive;
use super::members::members;
use crate::clock::Millis;

/// One file, or one member of a zip, to be read.
#[derive(Clone, Debug)]
pub struct Input {
    /// The file, or the zip.
    pub path: PathBuf,
    /// The member's name within the zip.
    pub member: Option<String>,
    /// Size in bytes, uncompressed; 0 if unknown.
    pub bytes: u64,
    /// When it was last written; for a zip member to two seconds and by the clock of who packed it.
    pub modified: Option<Millis>,
    /// The zip of a member, if its directory was read.
    pub(super) archive: Option<Arc<Archive>>,
}

/// Inputs are the same if they are at the same place and told the same of themselves.
impl PartialEq for Input {
    fn eq(&self, other: &Self) -> bool {
        let told = |input: &Self| (input.bytes, input.modified);
        self.path == other.path && self.member == other.member && told(self) == told(other)
    }
}

impl Eq for Input {}

impl Input {
    /// The name of the file or member, without its folders.
    #[must_use]
    pub fn name(&self) -> String {
        match &self.member {
            Some(member) => member.rsplit(['/', '\\']).next().unwrap_or(member).to_owned(),
            None => file_name(&self.path),
        }
    }

    /// The whole path; that of a member is the zip's, ` › ` and the member's.
    #[must_use]
    pub fn place(&self) -> String {
        match &self.member {
            Some(member) => format!("{}{BEHIND_ZIP}{member}", self.path.display()),
            None => self.path.display().to_string(),
        }
    }

    /// Opens the input and hands its bytes to `read`.
    pub(super) fn with_bytes<T, E: From<ImportError>>(
        &self,
        read: impl FnOnce(&mut dyn Read) -> Result<T, E>,
    ) -> Result<T, E> {
        // Since it was found, another thing may have taken its name.
        if let Some(kind) = fs::metadata(&self.path).ok().as_ref().and_then(special) {
            return Err(ImportError::NoFile { place: self.place(), kind }.into());
        }
        let file =
            File::open(&self.path).map_err(|error| ImportError::from_io(self.path.display().to_string(), &error))?;
        let most = most_of(file.metadata().map_or(0, |metadata| metadata.len()));
        let Some(member) = &self.member else { return self.unpacked(file, most, read) };
        let known = self.archive.as_deref().filter(|archive| archive.is_current());
        let archive = known.map_or_else(|| Archive::open(&self.path).map(Cow::Owned), |known| Ok(Cow::Borrowed(known)));
        let archive = archive.map_err(|error| zip_error(self.place(), &error))?;
        let mut zip = archive.directory().clone();
        let member = zip.by_name(member).map_err(|error| zip_error(self.place(), &error))?;
        let share = share_of(most, member.compressed_size(), archive.packed());
        self.unpacked(Unpacking::new(member, move || share), share, read)
    }

    /// Hands on the bytes, unpacked if they are a gzip: one or several of them, one behind the other, that hold at most so
    /// many bytes.
    fn unpacked<T, E: From<ImportError>>(
        &self,
        packed: impl Read,
        most: u64,
        read: impl FnOnce(&mut dyn Read) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut packed = BufReader::with_capacity(PACKED_BLOCK, packed);
        let begin = packed.fill_buf().map_err(|error| self.read_error(&error))?;
        if !begin.starts_with(GZIP) {
            return read(&mut packed);
        }
        let taken = Rc::new(Cell::new(0));
        let counting = Counting { packed, taken: Rc::clone(&taken) };
        read(&mut Unpacking::new(MultiGzDecoder::new(counting), move || most.min(most_of(taken.get()))))
    }

    /// The error for what failed while its bytes were read.
    pub(super) fn read_error(&self, error: &io::Error) -> ImportError {
        let inner = error.get_ref();
        if inner.is_some_and(<dyn std::error::Error + Send + Sync>::is::<TooMuch>) {
            return ImportError::Bomb { place: self.place(), times: MOST_TIMES };
        }
        let is_gzip = has_ending(&self.place(), &["gz"]);
        if is_gzip
            && matches!(
                error.kind(),
                io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof
            )
        {
            return ImportError::DamagedGzip { place: self.place(), problem: error.to_string() };
        }
        if self.member.is_some() {
            // A member's bytes fail mostly because they don't unpack or don't match their checksum.
            return ImportError::DamagedZip { place: self.place(), problem: error.to_string() };
        }
        ImportError::from_io(self.place(), error)
    }
}

/// What is unpacked may be so many times as large as the file on disk. Reports repeat themselves: made-up sign-ins as
/// indented JSON become 28 times smaller by gzip at its best; deflate can do 1032 times (zlib's technical details), and once
/// more in a gzip within a zip.
const MOST_TIMES: u64 = 500;
/// Less than this is unpacked from a file in any case, in bytes.
const HARMLESS: u64 = 256 << 20;

/// How many bytes so many packed ones may become.
fn most_of(packed: u64) -> u64 {
    packed.saturating_mul(MOST_TIMES).max(HARMLESS)
}

/// What a member may become: its share, by the room that it takes among all members, of what the zip may become. Members are
/// read one by one and know nothing of each other; their shares are no more than the whole all the same, also where members
/// lie upon each other in the file or the zip's directory tells wrong sizes.
fn share_of(most: u64, packed: u64, all: u128) -> u64 {
    u64::try_from(u128::from(most) * u128::from(packed) / all.max(1)).unwrap_or(most).min(most)
}

/// More was unpacked than a report holds.
#[derive(Debug, thiserror::Error)]
#[error("it unpacks to more than {MOST_TIMES} times the room that it takes")]
struct TooMuch;

/// Hands on what is unpacked while it is as much as a report may be.
struct Unpacking<R, F> {
    unpacked: R,
    /// How many bytes it may become, by what was taken of it so far.
    most: F,
    bytes: u64,
}

impl<R: Read, F: Fn() -> u64> Unpacking<R, F> {
    fn new(unpacked: R, most: F) -> Self {
        Self { unpacked, most, bytes: 0 }
    }
}

impl<R: Read, F: Fn() -> u64> Read for Unpacking<R, F> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.unpacked.read(into)?;
        self.bytes += read as u64;
        if self.bytes > (self.most)() {
            return Err(io::Error::other(TooMuch));
        }
        Ok(read)
    }
}

/// Counts the bytes that are taken from a packed file.
struct Counting<R> {
    packed: R,
    taken: Rc<Cell<u64>>,
}

impl<R: BufRead> Read for Counting<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.packed.read(into)?;
        self.taken.set(self.taken.get() + read as u64);
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Counting<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.packed.fill_buf()
    }

    fn consume(&mut self, bytes: usize) {
        self.taken.set(self.taken.get() + bytes as u64);
        self.packed.consume(bytes);
    }
}

/// What else than a file or a folder this is. Opening a pipe would wait for whoever writes to it, a device may have no end.
fn special(metadata: &fs::Metadata) -> Option<&'static str> {
    if metadata.is_file() || metadata.is_dir() {
        return None;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        let kind = metadata.file_type();
        if kind.is_fifo() {
            return Some("a pipe");
        }
        if kind.is_socket() {
            return Some("a socket");
        }
    }
    Some("a device")
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

pub(super) fn zip_error(place: String, error: &ZipError) -> ImportError {
    match error {
        ZipError::Io(error) if error.kind() == io::ErrorKind::PermissionDenied => ImportError::NoPermission { place },
        ZipError::FileNotFound => ImportError::NotFound { place },
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ImportError::Locked { place },
        error => ImportError::DamagedZip { place, problem: error.to_string() },
    }
}

/// Stands between a zip and its member in a place.
pub(super) const BEHIND_ZIP: &str = " \u{203a} ";

/// The endings that folders and zips are searched for.
const ENDINGS: [&str; 6] = ["csv", "json", "jsonl", "ndjson", "gz", "zip"];

/// The first bytes of a gzip. Source: RFC 1952, section 2.3.1.
const GZIP: &[u8] = b"\x1f\x8b";

/// Bytes of a file that are read at a time.
const PACKED_BLOCK: usize = 64 << 10;

pub(super) fn has_ending(name: &str, endings: &[&str]) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| endings.iter().any(|known| known.eq_ignore_ascii_case(ending)))
}

/// Expands files, folders and zips to the inputs to be read, in a stable order: paths as given, what a
/// folder holds sorted by name, a zip's members sorted by name.
///
/// Folders are searched with their subfolders for `.csv`, `.json`, `.jsonl`, `.ndjson`, `.gz` and `.zip`; hidden files and
/// folders and symbolic links to folders are left out. A file that is named is taken whatever its ending.
/// What can't be read is an error in its place and does not stop the others.
#[must_use]
pub fn find_inputs(paths: &[PathBuf]) -> Vec<Result<Input, ImportError>> {
    let mut found = Vec::new();
    for path in paths {
        match fs::metadata(path) {
            Err(error) => found.push(Err(ImportError::from_io(path.display().to_string(), &error))),
            Ok(metadata) if metadata.is_dir() => {
                let before = found.len();
                add_folder(path, &mut found);
                if found.len() == before {
                    found.push(Err(ImportError::NothingInside { place: path.display().to_string() }));
                }
            }
            Ok(metadata) => add_file(path, &metadata, &mut found),
        }
    }
    found
}

fn add_folder(folder: &Path, found: &mut Vec<Result<Input, ImportError>>) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            found.push(Err(ImportError::from_io(folder.display().to_string(), &error)));
            return;
        }
    };
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in entries {
        match entry {
            Ok(entry) => paths.push(entry.path()),
            // The system knows of one more entry and can't tell its name.
            Err(error) => found.push(Err(ImportError::from_io(folder.display().to_string(), &error))),
        }
    }
    paths.sort();
    for path in paths {
        let name = file_name(&path);
        if name.starts_with('.') {
            continue;
        }
        // A link to a folder may lead back to this one.
        let is_folder = match fs::symlink_metadata(&path) {
            Ok(metadata) => metadata.is_dir(),
            Err(error) => {
                found.push(Err(ImportError::from_io(path.display().to_string(), &error)));
                continue;
            }
        };
        if is_folder {
            add_folder(&path, found);
        } else if has_ending(&name, &ENDINGS) {
            match fs::metadata(&path) {
                Ok(metadata) if metadata.is_dir() => {}
                Ok(metadata) => add_file(&path, &metadata, found),
                Err(error) => found.push(Err(ImportError::from_io(path.display().to_string(), &error))),
            }
        }
    }
}

fn add_file(path: &Path, metadata: &fs::Metadata, found: &mut Vec<Result<Input, ImportError>>) {
    if let Some(kind) = special(metadata) {
        found.push(Err(ImportError::NoFile { place: path.display().to_string(), kind }));
        return;
    }
    let modified = metadata
        .modified()
        .ok()
        .and_then(|time| time.duration_since(UNIX_EPOCH).ok())
        .map(|since| Millis(since.as_millis() as i64));
    // How much a gzip holds is known only when it is unpacked.
    let bytes = if has_ending(&file_name(path), &["gz"]) { 0 } else { metadata.len() };
    let file = Input { path: path.to_owned(), member: None, bytes, modified, archive: None };
    match members(&file) {
        Ok(Some(members)) if members.is_empty() => {
            found.push(Err(ImportError::NothingInside { place: file.place() }));
        }
        Ok(Some(members)) => found.extend(members),
        Ok(None) => found.push(Ok(file)),
        Err(error) => found.push(Err(error)),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn write_zip(path: &Path, members: &[(&str, &str)]) {
        let mut zip = ZipWriter::new(File::create(path).expect("a new file"));
        for (name, text) in members {
            zip.start_file(*name, SimpleFileOptions::default()).expect("a new member");
            zip.write_all(text.as_bytes()).expect("room for the member");
        }
        zip.finish().expect("a whole zip");
    }

    #[test]
    fn folders_and_zips_expand_in_a_stable_order() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("sub/.hidden")).expect("a subfolder");
        for name in ["b.csv", "a.JSON", "sub/c.jsonl", "readme.txt", ".secret.csv", "sub/.hidden/d.csv"] {
            fs::write(at(name), "x").expect("a new file");
        }
        write_zip(&at("z.zip"), &[("two.csv", "12"), ("in/one.csv", "1"), ("__MACOSX/one.csv", ""), ("notes.txt", "")]);
        let found: Vec<Input> = find_inputs(&[folder.path().to_owned()]).into_iter().filter_map(Result::ok).collect();
        let names: Vec<String> = found.iter().map(Input::name).collect();
        assert_eq!(names, ["a.JSON", "b.csv", "c.jsonl", "one.csv", "two.csv"]);
        assert_eq!(found[4].bytes, 2);
        assert!(found[3].place().ends_with("z.zip \u{203a} in/one.csv"), "{}", found[3].place());
        let text = found[4].with_bytes(|bytes| {
            let mut text = String::new();
            bytes.read_to_string(&mut text).map_err(|error| found[4].read_error(&error))?;
            Ok::<_, ImportError>(text)
        });
        assert_eq!(text.as_deref(), Ok("12"));
    }

    #[test]
    fn gzips_are_unpacked_wherever_they_lie() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let at = |name: &str| folder.path().join(name);
        let pack = |text: &str| {
            let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
            packer.write_all(text.as_bytes()).expect("room in memory");
            packer.finish().expect("room in memory")
        };
        // Two gzips behind each other are one file, as collectors append them.
        fs::write(at("PT1H.json.gz"), [pack("{\"a\":1}\n"), pack("{\"a\":2}\n")].concat()).expect("a new file");
        fs::write(at("cut.json.gz"), &pack("{\"a\":1}\n")[..15]).expect("a new file");
        let found: Vec<Input> = find_inputs(&[folder.path().to_owned()]).into_iter().filter_map(Result::ok).collect();
        let text = |input: &Input| {
            input.with_bytes(|bytes| {
                let mut text = String::new();
                bytes.read_to_string(&mut text).map_err(|error| input.read_error(&error))?;
                Ok::<_, ImportError>(text)
            })
        };
        assert_eq!(text(&found[0]).as_deref(), Ok("{\"a\":1}\n{\"a\":2}\n"));
        assert!(matches!(text(&found[1]), Err(ImportError::DamagedGzip { .. })), "{:?}", text(&found[1]));
    }

    #[test]
    fn what_can_not_be_read_does_not_stop_the_others() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("empty")).expect("a subfolder");
        fs::write(at("report.txt"), "x").expect("a new file");
        fs::write(at("broken.zip"), b"PK\x03\x04 and no more").expect("a new file");
        write_zip(&at("pictures.zip"), &[("a.png", "")]);
        let paths = ["missing.csv", "empty", "broken.zip", "pictures.zip", "report.txt"].map(at);
        let found = find_inputs(&paths);
        assert_eq!(found.len(), 5);
        assert!(matches!(&found[0], Err(ImportError::NotFound { .. })));
        assert!(matches!(&found[1], Err(ImportError::NothingInside { .. })));
        assert!(matches!(&found[2], Err(ImportError::DamagedZip { .. })));
        assert!(matches!(&found[3], Err(ImportError::NothingInside { .. })));
        assert_eq!(found[4].as_ref().map(Input::name), Ok("report.txt".to_owned()), "a named file is taken");
    }
}
