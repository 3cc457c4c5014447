//! How the window is drawn: how large, and with what.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

/// How large everything may be drawn, in percent.
pub const ZOOMS: RangeInclusive<u16> = 50..=300;
/// From one size to the next.
const ZOOM_STEP: u16 = 10;

/// A change of how large everything is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zoom {
    /// Larger.
    In,
    /// Smaller.
    Out,
    /// As at the first start.
    Reset,
}

impl Zoom {
    /// What becomes of a size in percent.
    #[must_use]
    pub fn of(self, percent: u16) -> u16 {
        let changed = match self {
            Self::In => percent.saturating_add(ZOOM_STEP),
            Self::Out => percent.saturating_sub(ZOOM_STEP),
            Self::Reset => 100,
        };
        changed.clamp(*ZOOMS.start(), *ZOOMS.end())
    }
}

/// What draws the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Renderer {
    /// OpenGL.
    Glow,
    /// DirectX 12 on Windows, Metal on macOS, Vulkan elsewhere.
    Wgpu,
}

impl Renderer {
    /// In the order in which they are tried on this system. On Windows OpenGL is often missing, on remote desktops above all,
    /// and DirectX 12 has an adapter in software; elsewhere OpenGL starts faster.
    pub const ALL: [Self; 2] = if cfg!(windows) { [Self::Wgpu, Self::Glow] } else { [Self::Glow, Self::Wgpu] };

    /// The name of it in settings and on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Glow => "glow",
            Self::Wgpu => "wgpu",
        }
    }

    /// The one of this name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|renderer| renderer.key() == key)
    }

    /// What people know it by.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Glow => "OpenGL",
            Self::Wgpu if cfg!(windows) => "DirectX 12",
            Self::Wgpu if cfg!(target_os = "macos") => "Metal",
            Self::Wgpu => "Vulkan",
        }
    }

    /// Which to try, one after the other: only the one that is asked for, or first the one that worked last.
    #[must_use]
    pub fn order(asked: Option<Self>, worked: Option<Self>) -> Vec<Self> {
        match (asked, worked) {
            (Some(asked), _) => vec![asked],
            (None, Some(worked)) => {
                std::iter::once(worked).chain(Self::ALL.into_iter().filter(|other| *other != worked)).collect()
            }
            (None, None) => Self::ALL.to_vec(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_can_be_made_larger_and_smaller_within_reason() {
        let many = |zoom: Zoom| (0..40).fold(100, |percent, _| zoom.of(percent));
        assert_eq!((many(Zoom::In), many(Zoom::Out)), (300, 50));
        assert_eq!(Zoom::Out.of(Zoom::In.of(100)), 100);
        assert_eq!(Zoom::Reset.of(250), 100);
    }

    #[test]
    fn the_renderer_that_worked_comes_first_and_one_that_is_asked_for_alone() {
        let [first, second] = Renderer::ALL;
        assert_eq!(Renderer::order(None, None), [first, second]);
        assert_eq!(Renderer::order(None, Some(second)), [second, first]);
        assert_eq!(Renderer::order(Some(second), Some(first)), [second]);
        assert!(Renderer::ALL.into_iter().all(|renderer| Renderer::from_key(renderer.key()) == Some(renderer)));
    }
}
