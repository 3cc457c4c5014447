//! A window without a display, driven by the keyboard and by the names that a screen reader would say.

use std::time::{Duration, Instant};

use eframe::egui::{self, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use signin_lens::app::{Command, Line, Settings, State};
use signin_lens::fields::Field;
use signin_lens::views::window::{Launch, Window};

/// Interactive sign-ins as the portal's CSV spells them: three users, one failure, one interruption.
pub const INTERACTIVE: &str = "\
Date (UTC),Request ID,User,Username,Application,Status,Sign-in error code,IP address
2026-10-05T08:00:00Z,00000000-0000-4000-8000-000000000001,Anna Berg,anna@example.com,Mail,Success,0,203.0.113.1
2026-10-05T09:00:00Z,00000000-0000-4000-8000-000000000002,Boris Cole,boris@example.com,Files,Failure,50126,203.0.113.2
2026-10-05T10:00:00Z,00000000-0000-4000-8000-000000000003,Clara Dahl,clara@example.com,Mail,Interrupted,50074,203.0.113.3
";

/// A window of 1280×800 points with a cache of its own.
pub struct Scene {
    pub harness: Harness<'static, Window>,
    /// Where the cache is, named `cache.sqlite`.
    pub folder: tempfile::TempDir,
}

impl Scene {
    /// A window that has imported [`INTERACTIVE`].
    pub fn with_report() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let cache = folder.path().join("cache.sqlite");
        let harness = Harness::builder().with_size(egui::vec2(1280.0, 800.0)).build_eframe(|creation| {
            let launch = Launch { cache, ..Launch::default() };
            Window::new(&creation.egui_ctx, launch, Settings::default(), None).expect("a window")
        });
        let mut scene = Self { harness, folder };
        scene.import("interactive.csv", INTERACTIVE);
        scene
    }

    /// Imports a file of this text.
    pub fn import(&mut self, name: &str, text: &str) {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).expect("room for a small file");
        self.apply(Command::Import(vec![path]));
    }

    /// Gives a command, as a view would.
    pub fn apply(&mut self, command: Command) {
        self.harness.state_mut().apply(command);
        self.settle();
    }

    /// All that the window knows.
    pub fn state(&self) -> &State {
        self.harness.state().state()
    }

    /// Draws frames until no job runs and what it brought is shown.
    pub fn settle(&mut self) {
        let patience = Instant::now() + Duration::from_secs(30);
        self.harness.run_steps(3);
        while self.harness.state().is_busy() {
            assert!(Instant::now() < patience, "the window never came to rest");
            std::thread::sleep(Duration::from_millis(5));
            self.harness.run_steps(1);
        }
        self.harness.run_steps(3);
    }

    /// Presses keys one after the other.
    pub fn press(&mut self, keys: &[Key]) {
        for key in keys {
            self.harness.key_press(*key);
            self.settle();
        }
    }

    /// Presses a key together with Control and Shift, or with Control alone.
    pub fn command(&mut self, with_shift: bool, key: Key) {
        let modifiers = if with_shift { Modifiers::COMMAND | Modifiers::SHIFT } else { Modifiers::COMMAND };
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// Types into whatever has the cursor.
    pub fn type_text(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.settle();
    }

    /// Opens the palette, types, and takes what comes first.
    pub fn run_by_palette(&mut self, text: &str) {
        self.command(true, Key::P);
        self.type_text(text);
        self.press(&[Key::Enter]);
    }

    /// Whether something with exactly this name is shown.
    pub fn shows(&self, name: &str) -> bool {
        self.harness.query_all_by_label(name).next().is_some()
    }

    /// The users down the table that is shown.
    pub fn users(&self) -> Vec<String> {
        let table = self.state().present_table();
        let listing = table.listing.as_ref().expect("a table");
        let user = |line: Line| {
            let row = listing.row(line).expect("a sign-in");
            listing.columns.value(Field::User, row).unwrap_or_default().into_owned()
        };
        (0..table.line_count()).filter_map(|number| table.line(number)).map(user).collect()
    }
}
