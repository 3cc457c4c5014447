//! What the window remembers between two runs: one JSON file in the user's configuration folder.
//!
//! The file may be missing, older or newer than the program, or edited by hand: every key that is absent or
//! makes no sense takes its default, and unknown keys are ignored.

mod look;
mod table;

use std::fs;
use std::io::{self, Write};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::export::ExportChoice;
use super::facets::FacetLayout;
use super::pack::PackChoice;
use super::pictures::PictureChoice;
use super::saved_views::SavedViews;
use crate::clock::{Clock, Zone};
use crate::export::atomic::write_file;
use crate::fields::{Log, default_columns};
use crate::texts::{self, Formats, Language, text};

pub use look::{Renderer, ZOOMS, Zoom};
pub use table::{
    GroupOrder, GroupOrderKey, MIN_COLUMN_WIDTH, MOST_LEVELS, SortBy, TableColumn, TableLayout, folds, may_be_column,
    may_group,
};
pub(super) use table::{read_table, table_json};

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every choice, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// What the menu calls it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::System => text!("settings-theme-system"),
            Self::Light => text!("settings-theme-light"),
            Self::Dark => text!("settings-theme-dark"),
        }
    }
}

/// How high a table's rows are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RowHeight {
    /// Room to read.
    #[default]
    Generous,
    /// More rows at once.
    Compact,
}

impl RowHeight {
    /// Both, in the order of the menu.
    pub const ALL: [Self; 2] = [Self::Generous, Self::Compact];

    /// What the menu calls it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Generous => text!("settings-rows-generous"),
            Self::Compact => text!("settings-rows-compact"),
        }
    }

    /// Height in points. Multiples of four, so that the tops of two million rows are exact in the 24 bits
    /// of the coordinates.
    #[must_use]
    pub fn points(self) -> f32 {
        match self {
            Self::Generous => 28.0,
            Self::Compact => 20.0,
        }
    }
}

/// Widths that the detail panel can have, in points.
pub const DETAIL_WIDTHS: RangeInclusive<f32> = 300.0..=760.0;

/// Everything remembered.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Settings {
    /// Inner size of the window in points.
    pub window_size: Option<[f32; 2]>,
    /// Place of the window on the screen in points.
    pub window_place: Option<[f32; 2]>,
    /// Whether the window fills the screen.
    pub maximized: bool,
    /// Light or dark.
    pub theme: Theme,
    /// The language of the window; `None` for that of the system.
    pub language: Option<Language>,
    /// How the window writes dates and numbers.
    pub formats: Formats,
    /// How large everything is drawn, in percent of the usual.
    pub zoom: u16,
    /// With what the window is to be drawn; `None` leaves it to the program.
    pub renderer: Option<Renderer>,
    /// With what it was drawn last.
    pub renderer_that_worked: Option<Renderer>,
    /// Height of rows.
    pub row_height: RowHeight,
    /// Key of the view shown.
    pub view: String,
    /// The filter.
    pub query: String,
    /// Whether "last 7 days" ends now instead of at the newest sign-in.
    pub end_at_now: bool,
    /// The zone times are shown in.
    pub zone: Zone,
    /// Whether weeks start on Sunday instead of Monday.
    pub week_starts_on_sunday: bool,
    /// Hours of the window within which rows fold: 1, 6 or 24.
    pub aggregate_hours: u8,
    /// Width of the detail panel in points.
    pub detail_width: f32,
    /// The facet panel.
    pub facets: FacetLayout,
    /// What was exported last, and how.
    pub export: ExportChoice,
    /// How pictures of charts are made.
    pub picture: PictureChoice,
    /// What of a review pack was chosen last.
    pub pack: PackChoice,
    /// Whether pseudonyms stand for names.
    pub private: bool,
    /// How many days of records the analyst keeps; what is older is only forgotten when asked for.
    pub keep_days: u32,
    /// Files and folders opened, latest first.
    pub recent: Vec<PathBuf>,
    /// Filters that were in force, latest first.
    pub recent_queries: Vec<String>,
    /// Titles of what the command palette was last used for, latest first.
    pub recent_commands: Vec<String>,
    /// The saved views.
    pub views: SavedViews,
    tables: [TableLayout; Log::ALL.len()],
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            window_size: None,
            window_place: None,
            maximized: false,
            theme: Theme::default(),
            language: None,
            formats: Formats::default(),
            zoom: 100,
            renderer: None,
            renderer_that_worked: None,
            row_height: RowHeight::default(),
            view: Log::Interactive.key().to_owned(),
            query: String::new(),
            end_at_now: false,
            zone: Zone::Utc,
            week_starts_on_sunday: false,
            aggregate_hours: 24,
            detail_width: 400.0,
            facets: FacetLayout::default(),
            export: ExportChoice::default(),
            picture: PictureChoice::default(),
            pack: PackChoice::default(),
            private: false,
            keep_days: 90,
            recent: Vec::new(),
            recent_queries: Vec::new(),
            recent_commands: Vec::new(),
            views: SavedViews::default(),
            tables: Log::ALL.map(TableLayout::of),
        }
    }
}

/// How many recent files are kept.
const RECENT: usize = 10;

impl Settings {
    /// The settings of a file, or the defaults for whatever it does not tell.
    #[must_use]
    pub fn load(path: &Path) -> Self {
        match fs::read_to_string(path) {
            Ok(text) => Self::from_json(&text),
            Err(error) => {
                if error.kind() != io::ErrorKind::NotFound {
                    tracing::warn!("settings in {} could not be read: {error}", path.display());
                }
                Self::default()
            }
        }
    }

    /// Renames a file that holds no settings at all, damaged or wrongly edited, so that the next save does not take the place
    /// of what can perhaps be mended. Its new path, if there was one.
    #[must_use]
    pub fn set_aside(path: &Path) -> Option<PathBuf> {
        let bytes = fs::read(path).ok()?;
        if std::str::from_utf8(&bytes).is_ok_and(|text| parsed(text).is_some()) {
            return None;
        }
        let mut aside = path.to_owned().into_os_string();
        aside.push(".unreadable");
        let aside = PathBuf::from(aside);
        match fs::rename(path, &aside) {
            Ok(()) => Some(aside),
            Err(error) => {
                tracing::warn!("unreadable settings in {} could not be set aside: {error}", path.display());
                None
            }
        }
    }

    /// Writes the file and its folder, never half of it.
    pub fn save(&self, path: &Path) -> io::Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        write_file(path, |out| out.write_all(self.to_json().as_bytes())).map_err(|error| error.source)
    }

    /// The layout of a log's table.
    #[must_use]
    pub fn table(&self, log: Log) -> &TableLayout {
        &self.tables[log as usize]
    }

    /// The layout of a log's table, to change it.
    pub fn table_mut(&mut self, log: Log) -> &mut TableLayout {
        &mut self.tables[log as usize]
    }

    /// The portal's own columns and widths for a log: none pinned, no groups by fields.
    pub fn reset_columns(&mut self, log: Log) {
        let layout = self.table_mut(log);
        layout.columns = default_columns(log).to_vec();
        layout.widths.clear();
        layout.group_by.clear();
        layout.group_order = GroupOrder::default();
        layout.pinned.clear();
    }

    /// The clock of questions, and of everything that leaves the window: it writes as ISO 8601 has it.
    #[must_use]
    pub fn clock(&self) -> Clock {
        let start = if self.week_starts_on_sunday { chrono::Weekday::Sun } else { chrono::Weekday::Mon };
        Clock::new(self.zone, start)
    }

    /// The same clock, which writes as the window does.
    #[must_use]
    pub fn shown_clock(&self) -> Clock {
        texts::shown(self.clock())
    }

    /// Puts a path at the head of the recent files.
    pub fn remember_recent(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(RECENT);
    }

    /// The settings of a JSON text; what it does not tell or tells wrongly keeps its default.
    #[must_use]
    pub fn from_json(text: &str) -> Self {
        let Some(value) = parsed(text) else { return Self::default() };
        let default = Self::default();
        let mut settings = Self {
            window_size: read(&value, "window_size"),
            window_place: read(&value, "window_place"),
            maximized: read(&value, "maximized").unwrap_or_default(),
            theme: read(&value, "theme").unwrap_or_default(),
            language: read(&value, "language"),
            formats: read(&value, "formats").unwrap_or_default(),
            zoom: read(&value, "zoom").filter(|zoom| ZOOMS.contains(zoom)).unwrap_or(default.zoom),
            renderer: read(&value, "renderer"),
            renderer_that_worked: read(&value, "renderer_that_worked"),
            row_height: read(&value, "row_height").unwrap_or_default(),
            view: read(&value, "view").unwrap_or(default.view),
            query: read(&value, "query").unwrap_or_default(),
            end_at_now: read(&value, "end_at_now").unwrap_or_default(),
            zone: read::<String>(&value, "zone").and_then(|name| Zone::from_name(&name)).unwrap_or(default.zone),
            week_starts_on_sunday: read(&value, "week_starts_on_sunday").unwrap_or_default(),
            aggregate_hours: read(&value, "aggregate_hours")
                .filter(|hours| [1, 6, 24].contains(hours))
                .unwrap_or(default.aggregate_hours),
            detail_width: read::<f32>(&value, "detail_width")
                .map_or(default.detail_width, |width| width.clamp(*DETAIL_WIDTHS.start(), *DETAIL_WIDTHS.end())),
            facets: FacetLayout::from_json(value.get("facets")),
            export: read(&value, "export").unwrap_or_default(),
            picture: read(&value, "picture").unwrap_or_default(),
            pack: read(&value, "pack").unwrap_or_default(),
            private: read(&value, "private").unwrap_or_default(),
            keep_days: read(&value, "keep_days").filter(|days| *days > 0).unwrap_or(default.keep_days),
            recent: read(&value, "recent").unwrap_or_default(),
            recent_queries: read(&value, "recent_queries").unwrap_or_default(),
            recent_commands: read(&value, "recent_commands").unwrap_or_default(),
            views: value.get("views").map(SavedViews::from_json).unwrap_or_default(),
            tables: default.tables,
        };
        settings.recent.truncate(RECENT);
        settings.tidy_recent();
        for log in Log::ALL {
            if let Some(table) = value.get("tables").and_then(|tables| tables.get(log.key())) {
                read_table(settings.table_mut(log), log, table);
            }
        }
        settings
    }

    /// The JSON text of the settings.
    #[must_use]
    pub fn to_json(&self) -> String {
        let tables: serde_json::Map<String, Value> =
            Log::ALL.into_iter().map(|log| (log.key().to_owned(), table_json(self.table(log)))).collect();
        let value = serde_json::json!({
            "window_size": self.window_size,
            "window_place": self.window_place,
            "maximized": self.maximized,
            "theme": self.theme,
            "language": self.language,
            "formats": self.formats,
            "zoom": self.zoom,
            "renderer": self.renderer,
            "renderer_that_worked": self.renderer_that_worked,
            "row_height": self.row_height,
            "view": self.view,
            "query": self.query,
            "end_at_now": self.end_at_now,
            "zone": self.zone.name(),
            "week_starts_on_sunday": self.week_starts_on_sunday,
            "aggregate_hours": self.aggregate_hours,
            "detail_width": self.detail_width,
            "facets": self.facets.to_json(),
            "export": self.export,
            "picture": self.picture,
            "pack": self.pack,
            "private": self.private,
            "keep_days": self.keep_days,
            "recent": self.recent.iter().map(|path| path.to_string_lossy()).collect::<Vec<_>>(),
            "recent_queries": self.recent_queries,
            "recent_commands": self.recent_commands,
            "views": self.views.to_json(),
            "tables": tables,
        });
        format!("{value:#}\n")
    }
}

/// What a text tells, if it is settings at all. Some editors put a mark before it.
fn parsed(text: &str) -> Option<Value> {
    serde_json::from_str(text.trim_start_matches('\u{feff}')).ok().filter(Value::is_object)
}

fn read<T: serde::de::DeserializeOwned>(value: &Value, key: &str) -> Option<T> {
    serde_json::from_value(value.get(key)?.clone()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::Field;

    #[test]
    fn widths_beyond_all_bounds_and_columns_named_twice_are_put_right() {
        let text = r#"{"detail_width": 1e300, "tables": {"interactive":
            {"columns": ["user", "time", "user"], "pinned": ["user", "user"]}}}"#;
        let settings = Settings::from_json(text);
        assert!(DETAIL_WIDTHS.contains(&settings.detail_width), "{}", settings.detail_width);
        let layout = settings.table(Log::Interactive);
        assert_eq!((&layout.columns, &layout.pinned), (&vec![Field::User, Field::Time], &vec![Field::User]));
    }

    #[test]
    fn settings_survive_a_round_trip_through_their_file() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("deep").join("settings.json");
        let mut settings = Settings {
            theme: Theme::Dark,
            language: Some(Language::German),
            formats: Formats::Iso,
            row_height: RowHeight::Compact,
            zoom: 130,
            renderer_that_worked: Some(Renderer::Wgpu),
            zone: Zone::from_name("Europe/Berlin").expect("a known zone"),
            query: "status:failure".to_owned(),
            window_size: Some([1280.0, 800.0]),
            aggregate_hours: 6,
            ..Settings::default()
        };
        settings.remember_recent(Path::new("/downloads/a.csv"));
        let layout = settings.table_mut(Log::NonInteractive);
        layout.columns = vec![Field::User, Field::Time];
        layout.widths.insert(TableColumn::Count, 64.0);
        layout.sort = vec![SortBy { column: TableColumn::Count, descending: true }];
        layout.grouped = false;
        layout.group_by = vec![Field::App, Field::CorrelationId];
        layout.group_order = GroupOrder { key: GroupOrderKey::Last, descending: false };
        layout.pinned = vec![Field::User];
        settings.save(&path).expect("room for a small file");
        settings.save(&path).expect("an existing file is replaced");
        assert_eq!(Settings::load(&path), settings);
    }

    #[test]
    fn a_missing_broken_or_foreign_file_gives_defaults() {
        assert_eq!(Settings::load(Path::new("/no/such/file")), Settings::default());
        assert_eq!(Settings::from_json("{"), Settings::default());
        assert_eq!(Settings::from_json("[1, 2]"), Settings::default());
        let odd = r#"{"theme": "sepia", "aggregate_hours": 7, "later_key": 1, "view": "usage",
            "tables": {"interactive": {"columns": ["auth_details", "nonsense"], "widths": {"user": -3, "app": 99}}}}"#;
        let settings = Settings::from_json(odd);
        assert_eq!(settings.view, "usage");
        assert_eq!(settings.theme, Theme::System);
        assert_eq!(settings.aggregate_hours, 24);
        let table = settings.table(Log::Interactive);
        assert_eq!(table.columns, default_columns(Log::Interactive));
        let width = |field| table.width(TableColumn::Field(field)).round() as i32;
        assert_eq!(width(Field::User), Field::User.spec().width as i32);
        assert_eq!(width(Field::App), 99);
    }

    #[test]
    fn what_holds_no_settings_is_kept_beside() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("settings.json");
        assert_eq!(Settings::set_aside(&path), None, "there is none yet");
        for text in [&b"{\"theme\": \"dark\",,}"[..], b"[1, 2]", b"{\"theme\": \"d\xffrk\"}", b""] {
            fs::write(&path, text).expect("room for a small file");
            let aside = Settings::set_aside(&path).expect("it holds no settings");
            assert_eq!(aside.file_name().expect("a name"), "settings.json.unreadable");
            assert_eq!(fs::read(&aside).expect("it is kept"), text);
            assert!(!path.exists());
        }
        for text in ["{}", "\u{feff}{\"theme\": \"dark\"}"] {
            fs::write(&path, text).expect("room for a small file");
            assert_eq!(Settings::set_aside(&path), None, "{text}");
        }
        assert_eq!(Settings::load(&path).theme, Theme::Dark);
    }

    #[test]
    fn recent_files_are_few_and_never_doubled() {
        let mut settings = Settings::default();
        for name in 0..15 {
            settings.remember_recent(Path::new(&name.to_string()));
        }
        settings.remember_recent(Path::new("9"));
        assert_eq!(settings.recent.len(), RECENT);
        assert_eq!(settings.recent[0], Path::new("9"));
        assert_eq!(settings.recent.iter().filter(|path| *path == Path::new("9")).count(), 1);
    }
}
