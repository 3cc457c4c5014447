//! A window without a display, driven by the keyboard and by the names that a screen reader would say.

#![allow(dead_code, reason = "every program of tests uses a part of it")]

pub mod reports;
pub mod view;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Event, Key, Modifiers, OutputCommand};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use reports::INTERACTIVE;
use signin_lens::app::jobs::{Chosen, Report};
use signin_lens::app::{Command, Line, Settings, State};
use signin_lens::fields::{Field, Log};
use signin_lens::views::window::{Launch, Window};

/// Parts of the details of a sign-in; the first one last, so that it is open behind them.
pub const DETAIL_TABS: [&str; 7] =
    ["Location", "Device", "Authentication details", "Conditional Access", "Additional details", "Raw", "Basic info"];

/// A window with a cache of its own.
pub struct Scene {
    pub harness: Harness<'static, Window>,
    /// Where the cache is, named `cache.sqlite`.
    pub folder: Arc<tempfile::TempDir>,
}

/// What a window is made of, and what it has read.
impl Scene {
    /// An empty window of 1280×800 points.
    pub fn empty() -> Self {
        Self::of_size(1280.0, 800.0)
    }

    /// An empty window of this size in points.
    pub fn of_size(width: f32, height: f32) -> Self {
        Self::on(Arc::new(tempfile::tempdir().expect("a temporary folder")), width, height)
    }

    /// A window of this size in points with the cache of a folder.
    pub fn over(folder: tempfile::TempDir, width: f32, height: f32) -> Self {
        Self::on(Arc::new(folder), width, height)
    }

    /// Another window on the same cache.
    pub fn beside(&self) -> Self {
        Self::on(self.folder.clone(), 1280.0, 800.0)
    }

    fn on(folder: Arc<tempfile::TempDir>, width: f32, height: f32) -> Self {
        let cache = folder.path().join("cache.sqlite");
        // The sample tenant has names in scripts for which a test has no font.
        let builder = Harness::builder().with_size(egui::vec2(width, height)).allow_missing_glyphs();
        let harness = builder.build_eframe(|creation| {
            let launch = Launch { cache: cache.into(), ..Launch::default() };
            Window::new(&creation.egui_ctx, launch, Settings::default(), None).expect("a window")
        });
        let mut scene = Self { harness, folder };
        scene.settle();
        scene
    }

    /// The window after it has imported files of these names and texts, with the list of imports closed.
    pub fn having(mut self, files: &[(&str, &str)]) -> Self {
        let paths = files.iter().map(|(name, text)| self.file(name, text)).collect();
        self.apply(Command::Import(paths));
        self.apply(Command::DismissImports);
        self
    }

    /// A window that has imported [`INTERACTIVE`].
    pub fn with_report() -> Self {
        Self::empty().having(&[("interactive.csv", INTERACTIVE)])
    }

    /// The window under a filter.
    pub fn under(mut self, filter: &str) -> Self {
        self.filter(filter);
        self
    }

    /// Writes a file of this text beside the cache; returns its path.
    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).expect("room for a small file");
        path
    }

    /// Imports a file of this text.
    pub fn import(&mut self, name: &str, text: &str) {
        let path = self.file(name, text);
        self.apply(Command::Import(vec![path]));
    }

    /// Answers the system's dialog that asks where to write an export.
    pub fn choose_export_file(&mut self, path: PathBuf) {
        self.state().outbox().send(Report::Chosen(Chosen::ExportFile(Some(path))));
        self.settle();
    }

    /// Gives a command, as a view would.
    pub fn apply(&mut self, command: Command) {
        self.give(command);
        self.settle();
    }

    /// Gives a command, and draws nothing before the next one.
    pub fn give(&mut self, command: Command) {
        self.harness.state_mut().apply(command);
    }

    /// Puts a filter into force.
    pub fn filter(&mut self, filter: &str) {
        self.apply(Command::SetQuery(filter.parse().expect("a filter")));
    }

    /// Draws frames until something is so.
    pub fn wait_for(&mut self, what: &str, mut is_so: impl FnMut(&Self) -> bool) {
        let patience = Instant::now() + Duration::from_secs(30);
        while !is_so(self) {
            assert!(Instant::now() < patience, "it never came to this: {what}");
            std::thread::sleep(Duration::from_millis(5));
            self.harness.run_steps(1);
        }
    }

    /// Draws frames until no job runs and what it brought is shown.
    pub fn settle(&mut self) {
        let patience = Instant::now() + Duration::from_secs(30);
        self.harness.run_steps(4);
        while self.harness.state().is_busy() {
            assert!(Instant::now() < patience, "the window never came to rest");
            std::thread::sleep(Duration::from_millis(5));
            self.harness.run_steps(1);
        }
        self.harness.run_steps(4);
    }
}

/// Keys and the pointer.
impl Scene {
    /// Presses keys one after the other.
    pub fn press(&mut self, keys: &[Key]) {
        for key in keys {
            self.press_with(Modifiers::NONE, *key);
        }
    }

    /// Presses a key together with others.
    pub fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// Presses a key together with Control and Shift, or with Control alone.
    pub fn command(&mut self, with_shift: bool, key: Key) {
        self.press_with(if with_shift { Modifiers::COMMAND | Modifiers::SHIFT } else { Modifiers::COMMAND }, key);
    }

    /// Types into whatever has the cursor.
    pub fn type_text(&mut self, text: &str) {
        self.harness.event(Event::Text(text.to_owned()));
        self.settle();
    }

    /// Opens the palette, types, and takes what comes first.
    pub fn run_by_palette(&mut self, text: &str) {
        self.command(true, Key::P);
        self.type_text(text);
        self.press(&[Key::Enter]);
    }

    /// Presses Tab until what has this name has the focus.
    pub fn tab_to(&mut self, name: &str) {
        self.walk_to(Modifiers::NONE, Key::Tab, name);
    }

    /// Presses Shift and Tab until what has this name has the focus.
    pub fn tab_back_to(&mut self, name: &str) {
        self.walk_to(Modifiers::SHIFT, Key::Tab, name);
    }

    /// Presses a key until what has this name has the focus, and is in sight.
    pub fn walk_to(&mut self, modifiers: Modifiers, key: Key, name: &str) {
        let mut met = Vec::new();
        while self.focused().as_deref() != Some(name) {
            assert!(met.len() < 300, "no way by {key:?} to “{name}”, but to {met:#?}");
            self.harness.key_press_modifiers(modifiers, key);
            self.harness.run_steps(2);
            met.push(self.focused());
        }
        self.settle();
        let window = self.harness.ctx.content_rect();
        let rect = self.focus_rect().expect("it keeps the focus");
        assert!(window.contains_rect(rect), "“{name}” has the focus out of sight: {rect:?}");
    }

    /// Puts the keyboard's focus on what has this name.
    pub fn focus(&mut self, name: &str) {
        self.harness.get_by_label(name).focus();
        self.settle();
    }

    /// Clicks what has this name.
    pub fn click(&mut self, name: &str) {
        self.harness.get_by_label(name).click();
        self.settle();
    }

    /// Clicks what has this name among parts of one kind.
    pub fn click_on(&mut self, role: Role, name: &str) {
        self.harness.get_by_role_and_label(role, name).click();
        self.settle();
    }

    /// Takes hold of the header of a column and lets it go at another place.
    pub fn drag_header(&mut self, title: &str, to: egui::Pos2) {
        let from = self.harness.get_by_role_and_label(Role::ColumnHeader, title).rect().center();
        self.harness.hover_at(from);
        self.harness.run_steps(1);
        self.harness.drag_at(from);
        self.harness.run_steps(1);
        for part in [0.3, 0.7, 1.0] {
            self.harness.hover_at(from + part * (to - from));
            self.harness.run_steps(1);
        }
        self.harness.drop_at(to);
        self.settle();
    }

    /// What is put on the clipboard within the next frames.
    pub fn next_copied(&mut self) -> String {
        for _ in 0..200 {
            self.harness.step();
            let found = self.harness.output().platform_output.commands.iter().find_map(|command| match command {
                OutputCommand::CopyText(text) => Some(text.clone()),
                _ => None,
            });
            if let Some(text) = found {
                return text;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("nothing was copied");
    }
}

/// What a user notices.
impl Scene {
    /// All that the window knows.
    pub fn state(&self) -> &State {
        self.harness.state().state()
    }

    /// The filter in force.
    pub fn query(&self) -> String {
        self.state().query.to_string()
    }

    /// Whether something with exactly this name is shown.
    pub fn shows(&self, name: &str) -> bool {
        self.harness.query_all_by_label(name).next().is_some()
    }

    /// Whether something of one kind with exactly this name is shown.
    pub fn shows_a(&self, role: Role, name: &str) -> bool {
        self.harness.query_all_by_role_and_label(role, name).next().is_some()
    }

    /// Whether something is shown whose name contains a text.
    pub fn says(&self, text: &str) -> bool {
        self.harness.query_all_by_label_contains(text).next().is_some()
    }

    /// The names of everything shown that contain a text.
    pub fn names(&self, text: &str) -> Vec<String> {
        let nodes = self.harness.query_all_by_label_contains(text);
        nodes.filter_map(|node| node.accesskit_node().label().or(node.accesskit_node().value())).collect()
    }

    /// The name of what has the keyboard's focus.
    pub fn focused(&self) -> Option<String> {
        let node = self.harness.root().children_recursive().find(|node| node.accesskit_node().is_focused())?;
        node.accesskit_node().label()
    }

    /// Where what has the keyboard's focus is.
    fn focus_rect(&self) -> Option<egui::Rect> {
        let node = self.harness.root().children_recursive().find(|node| node.accesskit_node().is_focused())?;
        Some(node.rect())
    }

    /// Whether a tick box of this name is ticked.
    pub fn is_ticked(&self, name: &str) -> bool {
        let node = self.harness.get_by_role_and_label(Role::CheckBox, name);
        node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
    }

    /// The columns of the interactive sign-ins.
    pub fn columns(&self) -> &[Field] {
        &self.state().settings.table(Log::Interactive).columns
    }

    /// The values of a field down the table that is shown, of the newest sign-in for a folded row.
    pub fn column(&self, field: Field) -> Vec<String> {
        let table = self.state().present_table();
        let listing = table.listing.as_ref().expect("a table");
        let value = |line: Line| {
            let row = listing.row(line).expect("a sign-in");
            listing.columns.value(field, row).unwrap_or_default().into_owned()
        };
        (0..table.line_count()).filter_map(|number| table.line(number)).map(value).collect()
    }

    /// The users down the table that is shown.
    pub fn users(&self) -> Vec<String> {
        self.column(Field::User)
    }

    /// The lines of the table: groups by their value and the number of their sign-ins, sign-ins by user.
    pub fn lines(&self) -> Vec<String> {
        let table = self.state().present_table();
        let listing = table.listing.as_ref().expect("a table");
        let text = |line: Line| match line {
            Line::Group(place) => {
                let group = listing.group(place).expect("a group");
                let value = group.field.and_then(|field| listing.columns.value(field, group.newest));
                format!("{}{} {}", " ".repeat(group.depth), value.unwrap_or_default(), group.rows.len())
            }
            Line::Single(row) | Line::Member(_, row) => {
                listing.columns.value(Field::User, row).unwrap_or_default().into_owned()
            }
        };
        (0..table.line_count()).filter_map(|number| table.line(number)).map(text).collect()
    }

    /// The selected lines.
    pub fn selected(&self) -> Vec<u64> {
        self.state().present_table().selection.lines().collect()
    }

    /// What the window says has happened, and whether it is an error.
    pub fn notice(&self) -> (String, bool) {
        let notice = self.state().notice.as_ref().expect("something is told");
        (notice.text.clone(), notice.is_error)
    }
}
