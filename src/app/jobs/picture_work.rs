//! Pictures of sections: drawn, packed and written beside the window's thread.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::ColorImage;

use super::export_work::spawn;
use super::{Outbox, Report, guarded};
use crate::app::clipboard::CopyTurn;
use crate::app::export::ExportError;
use crate::app::pictures::{DataFile, PictureFormat, PictureRequest};
use crate::cache::CacheFile;
use crate::export::atomic::write_file;
use crate::texts::text;

/// A picture in small, or why there is none.
#[derive(Debug)]
pub struct Preview {
    /// What was asked.
    pub request: PictureRequest,
    /// The picture, or a sentence.
    pub image: Result<Arc<ColorImage>, String>,
}

/// A picture for the clipboard.
#[derive(Debug)]
pub struct CopiedPicture {
    /// What it shows.
    pub title: String,
    /// The picture, or a sentence on why there is none.
    pub result: Result<Arc<ColorImage>, String>,
    /// Its turn: once it is over, the picture is not wanted any more.
    pub turn: CopyTurn,
}

/// Figures for the clipboard.
#[derive(Debug)]
pub struct CopiedData {
    /// What they are of.
    pub title: String,
    /// The figures.
    pub text: String,
    /// Their turn: once it is over, they are not wanted any more.
    pub turn: CopyTurn,
}

pub(super) fn preview(request: PictureRequest, cache: &CacheFile) -> Preview {
    let image = image(&request, cache);
    Preview { request, image }
}

pub(super) fn copy_data(data: &DataFile, turn: CopyTurn) -> CopiedData {
    CopiedData { title: data.title(), text: data.text(|| turn.is_last()), turn }
}

pub(super) fn copy(request: &PictureRequest, turn: CopyTurn, cache: &CacheFile) -> CopiedPicture {
    let title = if request.title.trim().is_empty() { request.shown.title() } else { request.title.trim().to_owned() };
    CopiedPicture { title, result: image(request, cache), turn }
}

/// The files that tell of the sign-ins of a picture; none are named if the cache can't tell them.
fn files(request: &PictureRequest, cache: &CacheFile) -> Vec<String> {
    let answer = &request.shown.answer;
    let known = match answer.files.get() {
        Some(files) => return files.clone(),
        None => cache.open().map_err(ExportError::from),
    };
    known.and_then(|cache| answer.files(&cache).map(<[String]>::to_vec)).unwrap_or_else(|error| {
        tracing::warn!("the files of a picture are not known: {error}");
        Vec::new()
    })
}

fn image(request: &PictureRequest, cache: &CacheFile) -> Result<Arc<ColorImage>, String> {
    let picture = request.picture(&files(request, cache))?;
    let size = [picture.width as usize, picture.height as usize];
    // All pixels are opaque, so that nothing is to be multiplied.
    Ok(Arc::new(ColorImage::from_rgba_premultiplied(size, &picture.rgba)))
}

/// Starts to write a picture on a thread of its own; whether the system had one.
pub(super) fn start(
    cache: CacheFile,
    outbox: Outbox,
    path: PathBuf,
    request: PictureRequest,
    format: PictureFormat,
) -> bool {
    spawn(outbox.clone(), move || {
        guarded(&outbox, || {
            outbox.send(match write(&path, &request, format, &files(&request, &cache)) {
                Ok(()) => Report::Written(path),
                Err(text) => Report::Failed(text),
            });
        });
    })
}

fn write(path: &Path, request: &PictureRequest, format: PictureFormat, files: &[String]) -> Result<(), String> {
    let bytes = match format {
        PictureFormat::Png => request.png(files)?,
        PictureFormat::Svg => request.svg(files)?.into_bytes(),
    };
    write_file(path, |out| out.write_all(&bytes)).map_err(|error| {
        let (file, reason) = (error.path.display().to_string(), error.source.to_string());
        text!("error-unwritten-picture", file = file, reason = reason)
    })
}
