//! How large a picture is, and in which theme.

use crate::export::palette::Theme;
use crate::texts::text;

/// Sizes that fit where pictures of reviews end up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Size {
    /// A whole slide of 16:9.
    #[default]
    Slide,
    /// Half a slide, beside text.
    HalfSlide,
    /// The width of a page's text.
    Document,
}

impl Size {
    /// All sizes.
    pub const ALL: [Self; 3] = [Self::Slide, Self::HalfSlide, Self::Document];

    /// What the command line calls it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Slide => "slide",
            Self::HalfSlide => "half-slide",
            Self::Document => "document",
        }
    }

    /// The size with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.key() == key)
    }

    /// What the window calls it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Slide => text!("picture-slide"),
            Self::HalfSlide => text!("picture-half-slide"),
            Self::Document => text!("picture-document"),
        }
    }

    /// Width and height in points, 96 of which make an inch.
    #[must_use]
    pub fn points(self) -> (u32, u32) {
        match self {
            Self::Slide => (1280, 720),
            Self::HalfSlide => (640, 480),
            Self::Document => (720, 450),
        }
    }
}

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Width in points.
    pub width: u32,
    /// Height in points.
    pub height: u32,
    /// Pixels per point of a PNG.
    pub scale: f32,
    /// Light or dark.
    pub theme: Theme,
}

impl Default for Look {
    /// A slide, sharp at full size.
    fn default() -> Self {
        Self::sized(Size::default(), 2.0, Theme::Light)
    }
}

impl Look {
    /// A look of one of the usual sizes.
    #[must_use]
    pub fn sized(size: Size, scale: f32, theme: Theme) -> Self {
        let (width, height) = size.points();
        Self { width, height, scale, theme }
    }

    /// How much larger than usual everything is drawn: the texts of a slide are read from afar.
    pub(super) fn zoom(&self) -> f64 {
        (f64::from(self.width) / 960.0).min(f64::from(self.height) / 540.0).clamp(1.0, 3.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_found_by_its_key() {
        for size in Size::ALL {
            assert_eq!(Size::from_key(size.key()), Some(size));
            assert!(!size.title().is_empty());
        }
        assert_eq!(Size::from_key("poster"), None);
    }

    #[test]
    fn a_slide_has_the_shape_of_slides_and_larger_text() {
        let (width, height) = Size::Slide.points();
        assert_eq!(width * 9, height * 16);
        let zoom = |size| Look::sized(size, 1.0, Theme::Light).zoom();
        assert!(zoom(Size::Slide) > zoom(Size::Document));
    }
}
