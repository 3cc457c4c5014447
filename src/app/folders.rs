//! Where the program keeps what is the user's: in the system's folders for that, or all of it beside the program.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// A file of this name beside the program makes it portable.
const MARK: &str = "signin-lens.portable";
/// The folder beside a portable program that has everything.
const FOLDER: &str = "signin-lens-data";

/// The user's own cache; `None` if the system names no folder for it.
#[must_use]
pub fn default_cache() -> Option<PathBuf> {
    let folder = portable().or_else(|| system().map(|folders| folders.data_local_dir().to_owned()))?;
    Some(folder.join("sign-ins.sqlite"))
}

/// The file of the settings; `None` if the system names no folder for it.
#[must_use]
pub fn default_settings() -> Option<PathBuf> {
    let folder = portable().or_else(|| system().map(|folders| folders.config_dir().to_owned()))?;
    Some(folder.join("settings.json"))
}

fn system() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "signin-lens")
}

/// The folder of a portable program.
#[must_use]
pub fn portable() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    portable_in(program.parent()?)
}

fn portable_in(folder: &Path) -> Option<PathBuf> {
    folder.join(MARK).is_file().then(|| folder.join(FOLDER))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_beside_the_program_makes_it_portable() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        assert_eq!(portable_in(folder.path()), None);
        std::fs::write(folder.path().join(MARK), "").expect("room for nothing");
        assert_eq!(portable_in(folder.path()), Some(folder.path().join("signin-lens-data")));
    }
}
