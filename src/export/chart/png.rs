//! A chart as pixels: our own SVG, drawn without a window.

use std::io::Cursor;

use image::{ExtendedColorType, ImageEncoder, codecs::png::PngEncoder};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::{Chart, ChartError, Look, MAX_PIXELS, MAX_SIDE, svg};

/// The pixels of a chart, for the clipboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Red, green, blue and alpha of each pixel, row by row from the top left; all opaque.
    pub rgba: Vec<u8>,
}

/// Draws a chart into pixels: `width × scale` by `height × scale`, rounded.
///
/// # Errors
/// [`ChartError::Size`] if there would be no pixel or far too many.
pub fn picture(chart: &Chart, look: &Look) -> Result<Picture, ChartError> {
    let too_large = || ChartError::Size { width: look.width, height: look.height, scale: look.scale };
    let side = |points: u32| {
        let pixels = (f64::from(points) * f64::from(look.scale)).round();
        (pixels >= 1.0 && pixels <= f64::from(MAX_SIDE)).then_some(pixels as u32)
    };
    let (width, height) = side(look.width).zip(side(look.height)).ok_or_else(too_large)?;
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(too_large());
    }
    let mut pixmap = Pixmap::new(width, height).ok_or_else(too_large)?;
    let tree = Tree::from_str(&svg(chart, look), &Options::default())?;
    let scale = Transform::from_scale(width as f32 / tree.size().width(), height as f32 / tree.size().height());
    resvg::render(&tree, scale, &mut pixmap.as_mut());
    Ok(Picture { width, height, rgba: pixmap.take_demultiplied() })
}

/// Draws a chart as a PNG file; see [`picture`].
///
/// # Errors
/// As [`picture`].
pub fn png(chart: &Chart, look: &Look) -> Result<Vec<u8>, ChartError> {
    let picture = picture(chart, look)?;
    let mut bytes = Cursor::new(Vec::new());
    PngEncoder::new(&mut bytes).write_image(&picture.rgba, picture.width, picture.height, ExtendedColorType::Rgba8)?;
    Ok(bytes.into_inner())
}
