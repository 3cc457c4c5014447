//! What the window and the desktop tell each other: whether the system is dark and wants little to move, how far an import is,
//! and that a long one has ended while the user looked elsewhere.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use eframe::egui::{Context, RawInput, Theme, UserAttentionType, ViewportCommand};
use mundy::{ColorScheme, Interest, Preferences, Subscription};
use notify_rust::Notification;

use crate::app::jobs::Wake;
use crate::app::{RefusedFiles, State};
use crate::texts::text;
use crate::widgets::theme;

/// The title of the window while nothing is imported.
const TITLE: &str = "Sign-in Lens";
/// What takes less time is waited for.
const LONG: Duration = Duration::from_secs(10);
/// A shorter import does not change the title.
const WORTH_A_TITLE: Duration = Duration::from_secs(1);

/// The first frame waits so long for the desktop's answer at most.
const PATIENCE: Duration = Duration::from_millis(30);

/// What the user wants of all programs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Wishes {
    /// `None` if the system does not tell.
    theme: Option<Theme>,
    is_still: bool,
}

impl Wishes {
    fn of(preferences: Preferences) -> Self {
        let theme = match preferences.color_scheme {
            ColorScheme::NoPreference if cfg!(any(windows, target_os = "macos")) => None,
            // GNOME has dark or no wish; where nothing was told at all, it means the same.
            ColorScheme::NoPreference | ColorScheme::Light => Some(Theme::Light),
            ColorScheme::Dark => Some(Theme::Dark),
        };
        Self { theme, is_still: preferences.reduced_motion.is_reduce() }
    }
}

/// The window's side of the desktop.
#[derive(Default)]
pub(super) struct Desktop {
    wishes: Arc<Mutex<Wishes>>,
    /// `None` where there is no desktop: then nothing is told either.
    subscription: Option<Subscription>,
    is_still: bool,
    /// The title that was given last.
    title: Option<String>,
    /// Since when an import runs.
    importing: Option<Instant>,
}

impl std::fmt::Debug for Desktop {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Desktop").field("wishes", &self.wishes).finish_non_exhaustive()
    }
}

impl Desktop {
    /// Hears from now on what the user wants, and wakes the window when that changes.
    pub(super) fn listen(&mut self, wake: Wake) {
        let interest = Interest::ColorScheme | Interest::ReducedMotion;
        // So that the first frame has the right colours already.
        if let Some(preferences) = Preferences::once_blocking(interest, PATIENCE) {
            self.wishes = Arc::new(Mutex::new(Wishes::of(preferences)));
        }
        let wishes = Arc::clone(&self.wishes);
        self.subscription = Some(Preferences::subscribe(interest, move |preferences| {
            *wishes.lock().unwrap_or_else(PoisonError::into_inner) = Wishes::of(preferences);
            wake();
        }));
    }

    fn wishes(&self) -> Wishes {
        *self.wishes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells egui of the system's theme, which the windowing library knows on some systems alone.
    pub(super) fn tell_theme(&self, input: &mut RawInput) {
        input.system_theme = self.wishes().theme.or(input.system_theme);
    }

    /// Does what the user wants, and tells them how far an import is.
    pub(super) fn update(&mut self, context: &Context, state: &State) {
        let is_still = self.wishes().is_still;
        if is_still != self.is_still {
            self.is_still = is_still;
            theme::set_still(context, is_still);
        }
        if state.imports.is_running() {
            let since = *self.importing.get_or_insert_with(Instant::now);
            if since.elapsed() >= WORTH_A_TITLE {
                let overall = state.imports.overall();
                self.give_title(context, title(overall.bytes, overall.bytes_total));
            }
        } else if let Some(since) = self.importing.take() {
            self.give_title(context, TITLE.to_owned());
            let is_looked_at = context.input(|input| input.viewport().focused.unwrap_or(true));
            if since.elapsed() >= LONG && !is_looked_at && self.subscription.is_some() {
                // Flashes the entry in the taskbar, where the desktop has one.
                context.send_viewport_cmd(ViewportCommand::RequestUserAttention(UserAttentionType::Informational));
                notify(ended(state));
            }
        }
    }

    fn give_title(&mut self, context: &Context, title: String) {
        if self.title.as_ref() != Some(&title) {
            context.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = Some(title);
        }
    }
}

/// The window's title while so much of all files is read, as lists of windows show it.
fn title(bytes: u64, of: u64) -> String {
    match (bytes * 100).checked_div(of) {
        Some(percent) => format!("{} % – {TITLE}", percent.min(99)),
        None => TITLE.to_owned(),
    }
}

/// What an import came to, in numbers alone: others may see a notification.
fn ended(state: &State) -> String {
    let totals = state.imports.totals();
    let failed = state.imports.refused().iter().map(RefusedFiles::count).sum::<usize>();
    let brought = text!("desktop-brought", records = totals.records.new, files = totals.reports as u64);
    match failed as u64 {
        0 => brought,
        failed => text!("desktop-brought-but", brought = brought, files = failed),
    }
}

/// Shows a notification of the desktop. It is asked for on a thread of its own: a desktop may take its time.
fn notify(text: String) {
    let begun = thread::Builder::new().name("notification".to_owned()).spawn(move || {
        #[cfg(target_os = "macos")]
        if let Err(error) = notify_rust::set_application("io.github.signin-lens.SigninLens") {
            tracing::debug!("notifications have no name of their own: {error}");
        }
        let mut notification = Notification::new();
        notification.appname(TITLE).summary(text!("desktop-import-finished")).body(&text).icon("signin-lens");
        // As the installer tells it to Windows.
        #[cfg(windows)]
        notification.app_id("SigninLens");
        if let Err(error) = notification.show() {
            tracing::debug!("the desktop shows no notification: {error}");
        }
    });
    if let Err(error) = begun {
        tracing::debug!("no thread for a notification: {error}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_tells_how_far_an_import_is() {
        assert_eq!(title(0, 0), "Sign-in Lens");
        assert_eq!(title(1, 3), "33 % – Sign-in Lens");
        assert_eq!(title(3, 3), "99 % – Sign-in Lens");
    }
}
