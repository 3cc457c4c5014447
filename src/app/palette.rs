//! What the command palette offers: every action, saved views, recent filters, and what can be done with each
//! field; all from the tables that the rest of the program reads.

use std::borrow::Cow;

use eframe::egui::KeyboardShortcut;

use super::action::Action;
use super::command::{Command, View};
use super::insights::{InsightsCommand, PagePlace};
use super::listing::Grouping;
use super::saved_views::{BuiltIn, ViewName};
use super::settings::{RowHeight, TableColumn, Theme, may_be_column, may_group};
use super::state::State;
use super::table_command::TableCommand;
use crate::clock::Zone;
use crate::fields::{Field, Kind, Log};
use crate::insights;
use crate::query::Query;
use crate::reference::aadsts;
use crate::texts::{Formats, Language, text};

/// Something the palette can do.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it says.
    pub title: Cow<'static, str>,
    /// What kind of thing it is, or what else should be known.
    pub note: Cow<'static, str>,
    /// Other words by which it is found.
    pub synonyms: &'static str,
    /// Its keys.
    pub shortcut: Option<KeyboardShortcut>,
    /// What it does.
    pub command: Command,
    /// Whether it is offered before anything is typed.
    pub is_first: bool,
}

impl Entry {
    fn new(title: impl Into<Cow<'static, str>>, note: impl Into<Cow<'static, str>>, command: Command) -> Self {
        let (title, note) = (title.into(), note.into());
        Self { title, note, synonyms: "", shortcut: None, command, is_first: false }
    }
}

/// Everything the palette offers in this state, in the order in which it is listed before anything is typed.
#[must_use]
pub fn entries(state: &State) -> Vec<Entry> {
    let mut entries = actions(state);
    entries.extend(pages(state));
    entries.extend(views(state));
    entries.extend(fields(state));
    entries.extend(looks(state));
    entries
}

fn actions(state: &State) -> Vec<Entry> {
    Action::ALL
        .into_iter()
        .filter(|action| *action != Action::Palette && state.can(*action))
        .map(|action| {
            let spec = action.spec();
            Entry {
                synonyms: action.synonyms(),
                shortcut: spec.shortcut.or_else(|| action.further_keys().first().copied()),
                is_first: true,
                ..Entry::new(state.action_title(action), spec.tooltip, action.command())
            }
        })
        .collect()
}

/// The pages of insights about all sign-ins, and those about other records that are loaded.
fn pages(state: &State) -> impl Iterator<Item = Entry> {
    let offered = insights::pages::ALL.iter().filter(|page| insights::pages::is_offered(page, &state.columns));
    offered.filter_map(|page| {
        let open = Command::Insights(InsightsCommand::Open(PagePlace::of_all(page.key)?));
        let entry = Entry::new(format!("Insights: {}", page.title), page.about, open);
        Some(Entry { synonyms: page.about, is_first: true, ..entry })
    })
}

fn views(state: &State) -> Vec<Entry> {
    let saved = state.settings.views.listed().into_iter().map(|name| {
        let note = match &name {
            ViewName::BuiltIn(key) => BuiltIn::from_key(key).map_or("", |view| view.about),
            ViewName::Own(_) => "Your saved view",
        };
        let title = format!("View: {}", name.title());
        Entry { is_first: true, ..Entry::new(title, note, Command::ShowView(name)) }
    });
    let recent = state.settings.recent_queries.iter().filter_map(|text| {
        let query: Query = text.parse().ok()?;
        let entry = Entry::new(format!("Filter: {text}"), "Recent filter", Command::SetQuery(query));
        Some(Entry { is_first: true, ..entry })
    });
    saved.chain(recent).collect()
}

/// Sorting by, filtering by and showing each field of the table that is shown.
fn fields(state: &State) -> Vec<Entry> {
    let View::Log(log) = state.view else { return Vec::new() };
    let shown = &state.settings.table(log).columns;
    let mut entries = Vec::new();
    for field in Field::of(log).filter(|field| *field != Field::Log && state.columns.offers(*field)) {
        let title = field.title();
        let key = field.key();
        if may_be_column(field, log) {
            let column = TableColumn::Field(field);
            let sort = |word: &str, descending| {
                Entry::new(format!("Sort by {title}, {word}"), key, Command::SortBy(column, descending))
            };
            let words = match field.kind() {
                Kind::Time => ["oldest first", "newest first"],
                Kind::Code | Kind::Number(_) => ["smallest first", "largest first"],
                _ => ["A to Z", "Z to A"],
            };
            entries.push(sort(words[0], false));
            entries.push(sort(words[1], true));
            let mut columns = shown.clone();
            let verb = if shown.contains(&field) {
                columns.retain(|known| *known != field);
                "Hide"
            } else {
                columns.push(field);
                "Show"
            };
            if !columns.is_empty() {
                entries.push(Entry::new(format!("{verb} column {title}"), key, Command::SetColumns(log, columns)));
            }
        }
        if !matches!(field.kind(), Kind::Steps | Kind::Policies) {
            entries.push(Entry::new(format!("Add filter: {title}"), key, Command::BeginFilter(field)));
        }
    }
    entries.extend(table(state, log));
    let reset = Entry::new("Put the portal's columns back", "Columns of this table", Command::ResetColumns(log));
    entries.push(Entry { synonyms: "reset default", ..reset });
    entries
}

/// Grouping, selecting and laying out the table of a log.
fn table(state: &State, log: Log) -> Vec<Entry> {
    let group = |field: Field| {
        let command = TableCommand::SetGrouping(Grouping::By(vec![field]));
        let entry = Entry::new(format!("Group by {}", field.title()), field.key(), Command::Table(command));
        Entry { synonyms: "fold aggregate", ..entry }
    };
    let groups = |field: &Field| may_group(*field, log) && state.columns.offers(*field);
    let mut entries: Vec<Entry> = Field::ALL.into_iter().filter(groups).map(group).collect();
    let rows = "Rows of this table";
    if state.grouping(log).is_on() {
        let ungroup = Command::Table(TableCommand::SetGrouping(Grouping::Off));
        entries.extend([
            Entry::new("Do not group", rows, ungroup),
            Entry::new("Expand all groups", rows, Command::ExpandGroups(usize::MAX)),
            Entry::new("Collapse all groups", rows, Command::ExpandGroups(0)),
        ]);
    }
    let copy = Command::Table(TableCommand::Copy { with_headers: true });
    entries.extend([
        Entry::new("Select all rows", rows, Command::Table(TableCommand::SelectAll)),
        Entry::new("Copy rows with headers", "The selected rows, for a spreadsheet", copy),
        Entry::new("Fit all columns", "Columns of this table", Command::Table(TableCommand::FitColumns)),
    ]);
    entries
}

/// How the window looks and tells times.
fn looks(state: &State) -> Vec<Entry> {
    let settings = &state.settings;
    let themes = Theme::ALL.into_iter().filter(|theme| settings.theme != *theme).map(|theme| {
        let entry = Entry::new(format!("Theme: {}", theme.title()), "Look", Command::SetTheme(theme));
        Entry { synonyms: "appearance mode colours colors night", ..entry }
    });
    let languages = std::iter::once(None).chain(Language::ALL.map(Some));
    let languages = languages.filter(|language| settings.language != *language).map(|language| {
        let name = language.map_or(text!("menu-language-system"), Language::title);
        let title = text!("palette-language", name = name);
        let entry = Entry::new(title, text!("palette-look"), Command::SetLanguage(language));
        // Found by its English name in a language that one can't read, too.
        Entry { synonyms: "language sprache english deutsch german translation", ..entry }
    });
    let formats = Formats::ALL.into_iter().filter(|formats| settings.formats != *formats).map(|formats| {
        let title = text!("palette-formats", name = formats.title());
        let entry = Entry::new(title, text!("palette-look"), Command::SetFormats(formats));
        Entry { synonyms: "locale region iso 8601 dates numbers thousands", ..entry }
    });
    let heights = RowHeight::ALL.into_iter().filter(|height| settings.row_height != *height).map(|height| {
        let entry = Entry::new(format!("Row height: {}", height.title()), "Look", Command::SetRowHeight(height));
        Entry { synonyms: "density spacing", ..entry }
    });
    let zones = [(Zone::Utc, "UTC"), (Zone::System, "this computer's")];
    let zones = zones.into_iter().filter(|(zone, _)| settings.zone != *zone).map(|(zone, name)| {
        let entry = Entry::new(format!("Time zone: {name}"), "Times", Command::SetZone(zone));
        Entry { synonyms: "clock local", ..entry }
    });
    themes.chain(languages).chain(formats).chain(heights).chain(zones).collect()
}

/// What can be done with the typed text itself: an error code is looked up, anything is searched for. The second
/// list comes behind all others.
#[must_use]
pub fn entries_for_text(text: &str) -> (Vec<Entry>, Vec<Entry>) {
    let text = text.trim();
    if text.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let digits = text.get(..6).filter(|start| start.eq_ignore_ascii_case("aadsts")).map_or(text, |_| &text[6..]);
    let code = digits.parse::<u32>().ok().filter(|_| digits.len() >= 4);
    let code = code.map(|code| {
        let note = aadsts::entry(code).map_or("Not in the reference", |entry| entry.meaning);
        Entry::new(format!("Look up error {code}"), note, Command::LookUp(code.to_string()))
    });
    let search = text.parse::<Query>().ok().map(|query| {
        let note = "As the search line would";
        Entry::new(format!("Filter for {text}"), note, Command::ShowSignIns(None, query))
    });
    let search = search.into_iter().chain([Entry::new(
        format!("Look up “{text}” among the error codes"),
        "Error codes",
        Command::LookUp(text.to_owned()),
    )]);
    (code.into_iter().collect(), search.collect())
}
