//! What the window says, in the language of who reads it, and how it writes dates and numbers.
//!
//! Texts stand in `assets/texts`, one file for each language, and are read from the program itself. [`text!`] gives one by its
//! name; a name or an argument that the English file does not have is an error of the compiler. `assets/texts/README.md` tells
//! how texts are named, added and translated.
//!
//! The language is one for the process, as it is one for its user: a text is needed in every corner. Until the program asks
//! the system at its start ([`follow_system`]), everything is English and ISO 8601, so that command lines and tests are the
//! same on every machine.

pub mod dates;
mod ids;
mod translation;

use std::cell::Cell;
use std::sync::{PoisonError, RwLock};

use serde::{Deserialize, Serialize};

use crate::clock::{Clock, Notation};

#[doc(hidden)]
pub use ids::check;
#[doc(hidden)]
pub use translation::{plain, with};

/// A text of the window by its name, a `&'static str`: `text!("encryption-title")`; or with arguments, a `String`:
/// `text!("encryption-length", count = 8)`. Numbers are written as the window writes them, and choose the plural.
macro_rules! text {
    ($id:literal $(,)?) => {{
        const _: () = $crate::texts::check($id, &[]);
        $crate::texts::plain($id)
    }};
    ($id:literal, $($name:ident = $value:expr),+ $(,)?) => {{
        const _: () = $crate::texts::check($id, &[$(stringify!($name)),+]);
        $crate::texts::with($id, [$((stringify!($name), $value.into())),+])
    }};
}
pub(crate) use text;

/// A language of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// English, which has every text.
    #[default]
    #[serde(rename = "en")]
    English,
    /// German.
    #[serde(rename = "de")]
    German,
}

impl Language {
    /// Every language, in the order of the menu.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// Its name in ISO 639, and of its folder in `assets/texts`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// What those who speak it call it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    /// The language of a locale such as `de-AT`; English where the window does not speak it.
    #[must_use]
    pub fn of_locale(name: &str) -> Self {
        let spoken = name.split(['-', '_', '.', '@']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| spoken.eq_ignore_ascii_case(language.key())).unwrap_or_default()
    }

    /// The file of its texts.
    fn source(self) -> &'static str {
        match self {
            Self::English => include_str!("../assets/texts/en/signin_lens.ftl"),
            Self::German => include_str!("../assets/texts/de/signin_lens.ftl"),
        }
    }
}

/// How the window writes dates and numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Formats {
    /// As is the custom where the system is set to be.
    #[default]
    System,
    /// As ISO 8601 has it, and as exports do.
    Iso,
}

impl Formats {
    /// Both, in the order of the menu.
    pub const ALL: [Self; 2] = [Self::System, Self::Iso];

    /// What the menu calls it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::System => text!("menu-formats-system"),
            Self::Iso => text!("menu-formats-iso"),
        }
    }
}

/// What the system asks for, and what was chosen.
struct Spoken {
    system: (Language, Notation),
    chosen: (Language, Notation),
}

static SPOKEN: RwLock<Spoken> =
    RwLock::new(Spoken { system: (Language::English, Notation::ISO), chosen: (Language::English, Notation::ISO) });

/// Asks the system for its language and for the customs of its place. For the start of the program.
pub fn follow_system() {
    let system = sys_locale::get_locale().unwrap_or_default();
    // Systems other than Windows and macOS have a locale of its own for dates.
    let names: &[&str] = if cfg!(any(windows, target_os = "macos")) { &[] } else { &["LC_ALL", "LC_TIME", "LANG"] };
    let place = names.iter().find_map(|name| std::env::var(name).ok().filter(|text| !text.is_empty()));
    follow(&system, place.as_ref().unwrap_or(&system));
}

/// Takes the system's language and the place whose customs it follows to be these: `de-DE`.
pub fn follow(language: &str, place: &str) {
    let mut spoken = SPOKEN.write().unwrap_or_else(PoisonError::into_inner);
    spoken.system = (Language::of_locale(language), Notation::of_locale(place));
    spoken.chosen = spoken.system;
}

/// Speaks a language from now on, or that of the system.
pub fn speak(language: Option<Language>, formats: Formats) {
    let spoken = SPOKEN.read().unwrap_or_else(PoisonError::into_inner);
    let notation = match formats {
        Formats::System => spoken.system.1,
        Formats::Iso => Notation::ISO,
    };
    let chosen = (language.unwrap_or(spoken.system.0), notation);
    // Asked for in every frame, and seldom another one.
    if spoken.chosen != chosen {
        drop(spoken);
        SPOKEN.write().unwrap_or_else(PoisonError::into_inner).chosen = chosen;
    }
}

thread_local! {
    /// Whether this thread asks for English, whatever is spoken.
    static IS_ENGLISH: Cell<bool> = const { Cell::new(false) };
}

/// Asks for texts in English, with numbers as exports have them: for what leaves the window, is found by its English name in
/// every language, or remembered by it.
pub fn in_english<T>(ask: impl FnOnce() -> T) -> T {
    struct Before(bool);
    impl Drop for Before {
        fn drop(&mut self) {
            IS_ENGLISH.set(self.0);
        }
    }
    let _before = Before(IS_ENGLISH.replace(true));
    ask()
}

/// The language that is spoken.
#[must_use]
pub fn language() -> Language {
    if IS_ENGLISH.get() {
        return Language::English;
    }
    SPOKEN.read().unwrap_or_else(PoisonError::into_inner).chosen.0
}

/// How dates and numbers are written in the window.
#[must_use]
pub fn notation() -> Notation {
    if IS_ENGLISH.get() {
        return Notation::ISO;
    }
    SPOKEN.read().unwrap_or_else(PoisonError::into_inner).chosen.1
}

/// A clock that writes as the window does. What leaves the window is written by the clock itself.
#[must_use]
pub fn shown(clock: Clock) -> Clock {
    clock.written(notation())
}

/// A count as the window writes it.
#[must_use]
pub fn count(count: u64) -> String {
    notation().count(count)
}
