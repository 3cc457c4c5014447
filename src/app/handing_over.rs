//! One window per cache takes in what later starts of the program bring.
//!
//! Beside the cache `X.db`, that window holds a lock on `X.db.window`, which goes with it however it ends. A start that
//! finds it locked writes the paths it was given into a file in `X.db.inbox`, where the window looks. No socket is opened.
//!
//! A file is named `.json` until a window takes it, `.taken` until its paths are in the state, and is then removed. Taking
//! is renaming and taking back is removing, so that of a window and a start that gives it up only one succeeds. What a
//! window that died has left is taken by the next.
//!
//! A hand-over is `{"paths": ["/home/zoe/a.csv", [47, 255]]}`: a path that is no Unicode is a list of its bytes, on Windows
//! of its 16-bit units. Without paths, the window is only to come to the front.

mod reception;

use std::ffi::{OsStr, OsString};
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::export::atomic::write_file;
pub use reception::Reception;

/// A start waits so long for the window to take what it hands over.
pub const PATIENCE: Duration = Duration::from_secs(3);
/// So often it looks whether that is done.
const GLANCE: Duration = Duration::from_millis(20);
/// A longer hand-over is none of ours.
const LONGEST: u64 = 16 << 20;
/// A file that is still being written after so long was left by a start that died.
const LEFT_FOR: Duration = Duration::from_mins(1);

/// What a start of the program has to do.
#[derive(Debug)]
pub enum Start {
    /// Nothing more: the window that is open has taken it.
    HandedOver,
    /// To open a window, which holds the door if no other does.
    Open(Option<Held>),
}

/// The lock by which a window is the one that takes hand-overs; it goes with this.
#[derive(Debug)]
pub struct Held {
    _lock: File,
}

/// The places beside a cache where a start of the program meets the window that is open.
#[derive(Clone, Debug)]
pub struct Door {
    lock: PathBuf,
    inbox: PathBuf,
}

/// What a start has handed over.
#[derive(Debug)]
pub struct HandOver {
    /// Files, folders and zips to import; none if the window is only to come to the front.
    pub paths: Vec<PathBuf>,
    file: PathBuf,
}

impl HandOver {
    /// The paths are in the state: nobody else has to take them.
    pub fn done(self) {
        if let Err(error) = fs::remove_file(&self.file) {
            tracing::warn!("a file of the inbox can't be removed and will be taken again: {error}");
        }
    }
}

/// A path as JSON tells it.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum PathText {
    Text(String),
    Units(Vec<u16>),
}

#[derive(Serialize, Deserialize)]
struct Letter {
    paths: Vec<PathText>,
}

/// Hands paths over to the window that is open on this cache; tells what there is left to do.
pub fn start(cache: &Path, paths: &[PathBuf], patience: Duration) -> io::Result<Start> {
    let door = Door::of(cache)?;
    match door.hold()? {
        Some(held) => Ok(Start::Open(Some(held))),
        None => door.hand_over(paths, patience),
    }
}

impl Door {
    /// The door of a cache, whatever path leads to it; makes the cache's folder if there is none yet.
    pub fn of(cache: &Path) -> io::Result<Self> {
        let cache = fs::canonicalize(cache).or_else(|_| {
            let folder = cache.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            fs::create_dir_all(folder)?;
            let name = cache.file_name().ok_or_else(|| io::Error::new(ErrorKind::InvalidInput, "it names no file"))?;
            Ok::<_, io::Error>(fs::canonicalize(folder)?.join(name))
        })?;
        let beside = |ending: &str| {
            let mut name = cache.clone().into_os_string();
            name.push(ending);
            PathBuf::from(name)
        };
        Ok(Self { lock: beside(".window"), inbox: beside(".inbox") })
    }

    /// Becomes the one that takes hand-overs; `None` if another window is.
    pub fn hold(&self) -> io::Result<Option<Held>> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let lock = options.open(&self.lock)?;
        match lock.try_lock() {
            Ok(()) => {
                self.make_inbox()?;
                Ok(Some(Held { _lock: lock }))
            }
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    /// Makes the folder for hand-overs, or sees to it that nobody else can put anything there.
    fn make_inbox(&self) -> io::Result<()> {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
            builder.mode(0o700).create(&self.inbox)?;
            // Only its owner can change that, so a folder of somebody else's is refused.
            fs::set_permissions(&self.inbox, fs::Permissions::from_mode(0o700))
        }
        #[cfg(not(unix))]
        builder.create(&self.inbox)
    }

    /// Puts paths into the inbox and waits until the window has taken them.
    fn hand_over(&self, paths: &[PathBuf], patience: Duration) -> io::Result<Start> {
        let file = self.put(paths)?;
        let taken = file.with_extension("taken");
        let until = Instant::now() + patience;
        loop {
            if !file.exists() && !taken.exists() {
                return Ok(Start::HandedOver);
            }
            if let Some(held) = self.hold()? {
                // The window has gone before it had the paths in its state.
                let is_ours = [file, taken].into_iter().any(|file| fs::remove_file(file).is_ok());
                return Ok(if is_ours { Start::Open(Some(held)) } else { Start::HandedOver });
            }
            if Instant::now() >= until {
                // One that has renamed it answers later.
                return Ok(if fs::remove_file(&file).is_ok() { Start::Open(None) } else { Start::HandedOver });
            }
            thread::sleep(GLANCE);
        }
    }

    /// Writes a hand-over into the inbox; returns its file.
    fn put(&self, paths: &[PathBuf]) -> io::Result<PathBuf> {
        let paths = paths.iter().map(|path| {
            let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
            written(path.as_os_str())
        });
        let letter = serde_json::to_vec(&Letter { paths: paths.collect() })?;
        // Taken in the order of their names, which is that of time.
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
        let file = self.inbox.join(format!("{now:020}-{}.json", process::id()));
        write_file(&file, |out| out.write_all(&letter)).map_err(|error| error.source)?;
        Ok(file)
    }

    /// Takes what lies in the inbox, with what a window that died had taken if `with_left` is set. Only who holds the door
    /// may take.
    fn take(&self, _held: &Held, with_left: bool) -> Vec<HandOver> {
        let mut files: Vec<PathBuf> =
            fs::read_dir(&self.inbox).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        files.sort();
        let mut taken = Vec::new();
        for file in files {
            match file.extension().and_then(OsStr::to_str) {
                Some("json") => {
                    let own = file.with_extension("taken");
                    // Whoever handed it over may have taken it back just now.
                    if fs::rename(&file, &own).is_ok() {
                        taken.extend(read(own));
                    }
                }
                Some("taken") if with_left => taken.extend(read(file)),
                Some("part") if with_left && is_left(&file) => drop(fs::remove_file(file)),
                _ => {}
            }
        }
        taken
    }
}

fn is_left(file: &Path) -> bool {
    let modified = fs::metadata(file).and_then(|metadata| metadata.modified());
    modified.ok().and_then(|time| time.elapsed().ok()).is_some_and(|age| age > LEFT_FOR)
}

/// Reads a hand-over; one that can't be read is removed.
fn read(file: PathBuf) -> Option<HandOver> {
    match read_paths(&file) {
        Ok(paths) => Some(HandOver { paths, file }),
        Err(error) => {
            tracing::warn!("what was handed over can't be read and is left out: {error}");
            if let Err(error) = fs::remove_file(&file) {
                tracing::warn!("it can't be removed either: {error}");
            }
            None
        }
    }
}

fn read_paths(file: &Path) -> io::Result<Vec<PathBuf>> {
    if !fs::symlink_metadata(file)?.is_file() {
        return Err(io::Error::new(ErrorKind::InvalidData, "it is no file"));
    }
    let mut text = Vec::new();
    File::open(file)?.take(LONGEST).read_to_end(&mut text)?;
    let letter: Letter = serde_json::from_slice(&text)?;
    let paths = letter.paths.into_iter().map(|path| path_of(path).map(PathBuf::from));
    let paths = paths.collect::<Option<Vec<_>>>();
    paths.ok_or_else(|| io::Error::new(ErrorKind::InvalidData, "a path in it is none of this system"))
}

fn written(path: &OsStr) -> PathText {
    path.to_str().map_or_else(|| PathText::Units(units_of(path)), |text| PathText::Text(text.to_owned()))
}

fn path_of(path: PathText) -> Option<OsString> {
    match path {
        PathText::Text(text) => Some(text.into()),
        PathText::Units(units) => from_units(&units),
    }
}

#[cfg(unix)]
fn units_of(path: &OsStr) -> Vec<u16> {
    std::os::unix::ffi::OsStrExt::as_bytes(path).iter().copied().map(u16::from).collect()
}

#[cfg(unix)]
fn from_units(units: &[u16]) -> Option<OsString> {
    let bytes = units.iter().map(|unit| u8::try_from(*unit).ok()).collect::<Option<Vec<u8>>>()?;
    Some(std::os::unix::ffi::OsStringExt::from_vec(bytes))
}

#[cfg(windows)]
fn units_of(path: &OsStr) -> Vec<u16> {
    std::os::windows::ffi::OsStrExt::encode_wide(path).collect()
}

#[cfg(windows)]
fn from_units(units: &[u16]) -> Option<OsString> {
    Some(std::os::windows::ffi::OsStringExt::from_wide(units))
}

#[cfg(test)]
mod tests;
