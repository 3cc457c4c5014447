//! The system's own dialogs for files. They are asked for here and answered on a thread of their own, so
//! that the window stays alive under them.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::thread;

use rfd::{AsyncFileDialog, FileHandle};

use crate::app::jobs::{Chosen, Outbox, Report, block_on};
use crate::texts::text;

/// Tells why the program could not do what it was started for, and waits until that is read.
#[cfg(windows)]
pub fn tell_failure(sentence: &str) {
    let dialog = rfd::MessageDialog::new().set_level(rfd::MessageLevel::Error).set_title("Sign-in Lens");
    dialog.set_description(sentence).show();
}

/// Asks for reports to import.
pub fn pick_files(outbox: Outbox) {
    let dialog = AsyncFileDialog::new()
        .set_title(text!("window-open-files"))
        .add_filter(text!("window-reports"), &["csv", "json", "jsonl", "zip"])
        .add_filter(text!("window-all-files"), &["*"])
        .pick_files();
    wait(outbox, dialog, |files| Chosen::Import(files.iter().map(|file| file.path().to_owned()).collect()));
}

/// Asks for a folder to import.
pub fn pick_folder(outbox: Outbox) {
    let dialog = AsyncFileDialog::new().set_title(text!("window-open-folder")).pick_folder();
    wait(outbox, dialog, |folder: FileHandle| Chosen::Import(vec![folder.path().to_owned()]));
}

/// Asks where to write the rejected records.
pub fn pick_rejects_file(outbox: Outbox) {
    let dialog = AsyncFileDialog::new()
        .set_title(text!("window-export-rejects"))
        .set_file_name("rejected-records.csv")
        .add_filter("CSV", &["csv"])
        .save_file();
    wait(outbox, dialog, |file: FileHandle| Chosen::RejectsFile(PathBuf::from(file.path())));
}

/// Asks where to write an export.
pub fn pick_export_file(outbox: Outbox, name: &str, ending: &'static str) {
    let dialog = AsyncFileDialog::new()
        .set_title(text!("window-export"))
        .set_file_name(name)
        .add_filter(ending.to_uppercase(), &[ending])
        .save_file();
    wait_for_any(outbox, dialog, move |file: Option<FileHandle>| {
        let Some(file) = file else { return Some(Chosen::ExportFile(None)) };
        let path = PathBuf::from(file.path());
        // Not every system adds the ending of the form that was chosen.
        Some(Chosen::ExportFile(Some(if path.extension().is_some() { path } else { free_name(&path, ending) })))
    });
}

/// Asks where to write a table, and in which form.
pub fn pick_table_file(outbox: Outbox, name: &str) {
    let dialog = AsyncFileDialog::new()
        .set_title(text!("window-export-table"))
        .set_file_name(format!("{name}.csv"))
        .add_filter("CSV", &["csv"])
        .add_filter(text!("window-workbook"), &["xlsx"])
        .save_file();
    wait(outbox, dialog, |file: FileHandle| {
        let path = PathBuf::from(file.path());
        Chosen::TableFile(if path.extension().is_some() { path } else { free_name(&path, "csv") })
    });
}

/// Asks where to write a picture; `name` has no ending.
pub fn pick_picture_file(outbox: Outbox, name: &str, ending: &'static str) {
    pick_file(outbox, text!("window-save-picture"), &format!("{name}.{ending}"), ending, Chosen::PictureFile);
}

/// Asks where to write a review pack.
pub fn pick_pack_file(outbox: Outbox, name: &str, ending: &'static str) {
    pick_file(outbox, text!("window-save-pack"), name, ending, Chosen::PackFile);
}

/// Asks for one file that is to be written.
fn pick_file(outbox: Outbox, title: &str, name: &str, ending: &'static str, chosen: fn(PathBuf) -> Chosen) {
    let dialog = AsyncFileDialog::new()
        .set_title(title)
        .set_file_name(name)
        .add_filter(ending.to_uppercase(), &[ending])
        .save_file();
    wait(outbox, dialog, move |file: FileHandle| {
        let path = PathBuf::from(file.path());
        chosen(if path.extension().is_some() { path } else { free_name(&path, ending) })
    });
}

/// The path with this ending, numbered where such a file exists: the dialog did not ask whether to replace it.
fn free_name(path: &Path, ending: &str) -> PathBuf {
    let stem = path.file_name().unwrap_or_default().to_string_lossy();
    let numbered = (2_u32..).map(|number| path.with_file_name(format!("{stem} ({number}).{ending}")));
    let plain = path.with_extension(ending);
    std::iter::once(plain.clone()).chain(numbered).find(|path| !path.exists()).unwrap_or(plain)
}

fn wait<T>(
    outbox: Outbox,
    dialog: impl Future<Output = Option<T>> + Send + 'static,
    chosen: impl FnOnce(T) -> Chosen + Send + 'static,
) {
    wait_for_any(outbox, dialog, |answer| answer.map(chosen));
}

/// Waits for an answer that matters even where the dialog was left without one.
fn wait_for_any<T>(
    outbox: Outbox,
    dialog: impl Future<Output = Option<T>> + Send + 'static,
    chosen: impl FnOnce(Option<T>) -> Option<Chosen> + Send + 'static,
) {
    let failed = outbox.clone();
    let spawned = thread::Builder::new().name("dialog".to_owned()).spawn(move || {
        if let Some(chosen) = chosen(block_on(dialog)) {
            outbox.send(Report::Chosen(chosen));
        }
    });
    if let Err(error) = spawned {
        failed.send(Report::Failed(text!("window-no-dialog", error = error.to_string())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::atomic::write_file;

    #[test]
    fn a_file_that_was_not_asked_about_is_not_replaced() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let chosen = folder.path().join("report");
        for name in ["report.csv", "report (2).csv", "report (3).csv"] {
            let free = free_name(&chosen, "csv");
            assert_eq!(free, folder.path().join(name));
            write_file(&free, |_| Ok(())).expect("room for an empty file");
        }
    }
}
