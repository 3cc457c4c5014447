//! How the user wants pictures, remembered for the next time.

use std::ops::RangeInclusive;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::export::chart::{Look, Size, Theme};
use crate::texts::text;

/// The form of a picture's file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PictureFormat {
    /// Pixels, for anything.
    #[default]
    Png,
    /// A drawing that stays sharp at any size.
    Svg,
}

impl PictureFormat {
    /// Both, in the order of the sheet.
    pub const ALL: [Self; 2] = [Self::Png, Self::Svg];

    /// What the sheet calls it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Png => "PNG",
            Self::Svg => "SVG",
        }
    }

    /// The ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }

    /// The form that a file's ending asks for.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| ending.eq_ignore_ascii_case(format.ending()))
    }
}

/// Light, dark, or as the window is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PictureTheme {
    /// Dark on white, as slides and paper are.
    #[default]
    Light,
    /// Light on near-black.
    Dark,
    /// That of the window.
    Window,
}

impl PictureTheme {
    /// Every choice, in the order of the sheet.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Window];

    /// What the sheet calls it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Light => text!("picture-light"),
            Self::Dark => text!("picture-dark"),
            Self::Window => text!("picture-as-window"),
        }
    }

    /// The theme of the picture while the window has this one.
    #[must_use]
    pub fn resolved(self, window: Theme) -> Theme {
        match self {
            Self::Light => Theme::Light,
            Self::Dark => Theme::Dark,
            Self::Window => window,
        }
    }
}

/// Pixels per point that are offered.
pub const SCALES: RangeInclusive<u8> = 1..=4;

/// How pictures are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PictureChoice {
    /// The form of a file.
    pub format: PictureFormat,
    /// How large.
    #[serde(serialize_with = "write_size", deserialize_with = "read_size")]
    pub size: Size,
    /// Light or dark.
    pub theme: PictureTheme,
    /// Pixels per point of what is made of pixels, of [`SCALES`].
    pub scale: u8,
}

impl Default for PictureChoice {
    /// A light slide, sharp at full size.
    fn default() -> Self {
        Self { format: PictureFormat::default(), size: Size::default(), theme: PictureTheme::default(), scale: 2 }
    }
}

impl PictureChoice {
    /// What is drawn while the window has this theme.
    #[must_use]
    pub fn look(self, window: Theme) -> Look {
        let scale = self.scale.clamp(*SCALES.start(), *SCALES.end());
        Look::sized(self.size, f32::from(scale), self.theme.resolved(window))
    }
}

fn write_size<S: Serializer>(size: &Size, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(size.key())
}

fn read_size<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Size, D::Error> {
    Ok(Size::from_key(&String::deserialize(deserializer)?).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_survive_the_settings_and_odd_ones_become_usual_ones() {
        let choice =
            PictureChoice { format: PictureFormat::Svg, size: Size::Document, theme: PictureTheme::Window, scale: 3 };
        let text = serde_json::to_string(&choice).expect("plain data");
        assert_eq!(serde_json::from_str::<PictureChoice>(&text).expect("the same"), choice);
        let odd: PictureChoice = serde_json::from_str(r#"{"size": "poster", "scale": 200}"#).expect("a choice");
        assert_eq!((odd.size, odd.look(Theme::Light).scale.round() as u8), (Size::Slide, 4));
    }

    #[test]
    fn a_picture_is_as_dark_as_asked() {
        let theme = |theme, window| PictureChoice { theme, ..PictureChoice::default() }.look(window).theme;
        assert_eq!(theme(PictureTheme::Light, Theme::Dark), Theme::Light);
        assert_eq!(theme(PictureTheme::Window, Theme::Dark), Theme::Dark);
        assert_eq!(theme(PictureTheme::Dark, Theme::Light), Theme::Dark);
    }
}
