//! Who has which colour, once it is settled among all that want one.

use super::{Claim, Hue, Palette, Rgb, Status, slots};

/// The colour of a series, a part or a line, in any theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// The series colour of this number; from eight on the same colours drawn in a second way, see [`slots`].
    Slot(usize),
    /// That of a status.
    Status(Status),
    /// The quiet one.
    Quiet,
}

/// The tone of each of these, of which the first choose first: what it wants, and its name.
pub fn tones<'a>(wanted: impl Iterator<Item = (&'a Hue, &'a str)>) -> Vec<Tone> {
    let wanted: Vec<(&Hue, &str)> = wanted.collect();
    let claim = |(hue, name): &(&'a Hue, &'a str)| match hue {
        Hue::Name => Some(Claim::Key(name.trim())),
        Hue::Key(key) => Some(Claim::Key(key)),
        Hue::Slot(slot) => Some(Claim::Slot(*slot)),
        Hue::Status(_) | Hue::Quiet => None,
    };
    let claims: Vec<Claim<'_>> = wanted.iter().filter_map(claim).collect();
    let mut slots = slots(&claims).into_iter();
    let tone = |(hue, _): &(&Hue, &str)| match hue {
        Hue::Status(status) => Tone::Status(*status),
        Hue::Quiet => Tone::Quiet,
        Hue::Name | Hue::Key(_) | Hue::Slot(_) => Tone::Slot(slots.next().unwrap_or_default()),
    };
    wanted.iter().map(tone).collect()
}

impl From<Tone> for Hue {
    fn from(tone: Tone) -> Self {
        match tone {
            Tone::Slot(slot) => Self::Slot(slot),
            Tone::Status(status) => Self::Status(status),
            Tone::Quiet => Self::Quiet,
        }
    }
}

impl Palette {
    /// The colour of a tone; of those that are drawn in a second way the plain one.
    #[must_use]
    pub fn tone(&self, tone: Tone) -> Rgb {
        match tone {
            Tone::Slot(slot) => self.series(slot),
            Tone::Status(status) => self.status(status),
            Tone::Quiet => self.quiet,
        }
    }
}
