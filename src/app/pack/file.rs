//! A review pack as a file.

use std::io::{self, Write};
use std::path::Path;

use super::PackFormat;
use crate::export::atomic::{WriteError, write_file};
use crate::export::chart::{Look, Size, Theme};
use crate::export::file::ExportProgress;
use crate::export::pack::{Pack, html, workbook};

/// Writes a pack to a file that appears whole or not at all; its pictures are for white paper.
///
/// # Errors
/// The path with the reason, which is of no interest if `progress` was cancelled.
pub fn write(path: &Path, format: PackFormat, pack: &Pack, progress: &ExportProgress) -> Result<(), WriteError> {
    let uncancelled = |()| -> io::Result<()> { progress.check() };
    match format {
        PackFormat::Html => {
            let page = html(pack, &Look::sized(Size::Document, 1.0, Theme::Light));
            write_file(path, |out| out.write_all(page.as_bytes()).and_then(uncancelled))
        }
        PackFormat::Xlsx => write_file(path, |out| workbook(pack, out).and_then(uncancelled)),
    }
}
