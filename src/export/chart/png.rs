//! A chart as pixels: our own SVG, drawn without a window.

use std::io::Cursor;
use std::sync::Arc;

use image::{ExtendedColorType, ImageEncoder, codecs::png::PngEncoder};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, ID, Source, Stretch, Style};
use resvg::usvg::{FontResolver, Options, Tree};

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
/// Latin, Greek and Cyrillic texts look the same on every machine, since their font is part of the program. The
/// fonts of the system are read only for characters that it lacks.
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
    let tree = Tree::from_str(&svg(chart, look), &options())?;
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

fn options() -> Options<'static> {
    let mut fonts = Database::new();
    let own = fonts.load_font_source(Source::Binary(Arc::new(epaint_default_fonts::UBUNTU_LIGHT))).first().copied();
    let among_all = FontResolver::default_fallback_selector();
    Options {
        fontdb: Arc::new(fonts),
        font_resolver: FontResolver {
            select_font: Box::new(move |_, _| own),
            select_fallback: Box::new(move |character, tried, fonts| {
                if fonts.len() <= 1 {
                    add_system_fonts(Arc::make_mut(fonts));
                }
                among_all(character, tried, fonts)
            }),
        },
        ..Options::default()
    }
}

/// Adds the upright fonts of the system, those first that look most like ours: the first with a character is
/// taken.
fn add_system_fonts(fonts: &mut Database) {
    let mut system = Database::new();
    system.load_system_fonts();
    let mut faces: Vec<_> =
        system.faces().filter(|face| face.style == Style::Normal && face.stretch == Stretch::Normal).cloned().collect();
    faces.sort_by_cached_key(|face| {
        let family = face.families.first().map_or("", |(name, _)| name.as_str());
        let plain = ["Sans", "Segoe UI", "Gothic", "Arial", "Hiragino"].iter().any(|word| family.contains(word));
        (face.monospaced, !plain, face.weight.0.abs_diff(350), face.post_script_name.clone())
    });
    for mut face in faces {
        face.id = ID::dummy();
        fonts.push_face_info(face);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::chart;
    use super::super::{Kind, Theme};
    use super::*;

    #[test]
    fn a_png_has_the_size_that_was_asked_for() {
        let look = Look { width: 400, height: 250, scale: 1.5, theme: Theme::Dark };
        let bytes = png(&chart(30, &["Exchange", "Teams"], Kind::Lines), &look).expect("a picture");
        let read = image::load_from_memory(&bytes).expect("a PNG").into_rgba8();
        assert_eq!(read.dimensions(), (600, 375));
    }

    #[test]
    fn every_kind_shows_its_series_in_their_colours() {
        for theme in Theme::ALL {
            for kind in Kind::ALL {
                let look = Look { width: 480, height: 300, scale: 1.0, theme };
                let picture = picture(&chart(12, &["Exchange", "Teams"], kind), &look).expect("a picture");
                for series in 0..2 {
                    let color = theme.palette().series(series);
                    let count =
                        picture.rgba.chunks_exact(4).filter(|pixel| *pixel == [color.0, color.1, color.2, 255]).count();
                    assert!(count > 50, "{count} pixels of series {series} of {kind:?} in {theme:?}");
                }
            }
        }
    }

    #[test]
    fn texts_are_drawn_with_the_font_of_the_program() {
        let look = Look { width: 480, height: 300, scale: 1.0, theme: Theme::Light };
        let with = chart(0, &[], Kind::Lines);
        let without = Chart { title: String::new(), ..with.clone() };
        assert_ne!(picture(&with, &look).expect("a picture"), picture(&without, &look).expect("a picture"));
    }

    #[test]
    fn a_size_without_pixels_or_with_too_many_is_refused() {
        let chart = chart(3, &["Exchange"], Kind::Lines);
        for (width, height, scale) in [
            (0, 10, 1.0),
            (10, 10, 0.0),
            (10, 10, f32::NAN),
            (10, 10, -1.0),
            (20_000, 10, 1.0),
            (u32::MAX, u32::MAX, f32::MAX),
            (16_000, 16_000, 1.0),
        ] {
            let look = Look { width, height, scale, theme: Theme::Light };
            assert!(matches!(picture(&chart, &look), Err(ChartError::Size { .. })), "{look:?}");
        }
        let smallest = Look { width: 1, height: 1, scale: 1.0, theme: Theme::Light };
        assert_eq!(picture(&chart, &smallest).expect("a picture").rgba.len(), 4);
    }
}
