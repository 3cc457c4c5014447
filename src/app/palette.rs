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
use crate::texts::{self, Formats, Language, text};

/// Something the palette can do.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it says.
    pub title: Cow<'static, str>,
    /// The same in English: by that, too, it is found, and remembered when it was used.
    pub english: Cow<'static, str>,
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
        Self { english: title.clone(), title, note, synonyms: "", shortcut: None, command, is_first: false }
    }
}

/// Everything the palette offers in this state, in the order in which it is listed before anything is typed.
#[must_use]
pub fn entries(state: &State) -> Vec<Entry> {
    also_in_english(|| all(state))
}

/// What is made, with its English titles, too.
fn also_in_english(make: impl Fn() -> Vec<Entry>) -> Vec<Entry> {
    let mut entries = make();
    if texts::language() != Language::English {
        // The same in the same order: what is offered does not depend on the language.
        for (entry, english) in entries.iter_mut().zip(texts::in_english(&make)) {
            entry.english = english.title;
        }
    }
    entries
}

fn all(state: &State) -> Vec<Entry> {
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
        let entry = Entry::new(text!("palette-page", page = page.shown_title()), page.shown_about(), open);
        Some(Entry { synonyms: page.about, is_first: true, ..entry })
    })
}

fn views(state: &State) -> Vec<Entry> {
    let saved = state.settings.views.listed().into_iter().map(|name| {
        let note = match &name {
            ViewName::BuiltIn(key) => BuiltIn::from_key(key).map_or("", BuiltIn::about),
            ViewName::Own(_) => text!("palette-own-view"),
        };
        let title = text!("palette-view", name = name.title());
        Entry { is_first: true, ..Entry::new(title, note, Command::ShowView(name)) }
    });
    let recent = state.settings.recent_queries.iter().filter_map(|filter| {
        let query: Query = filter.parse().ok()?;
        let title = text!("palette-filter", filter = filter.as_str());
        let entry = Entry::new(title, text!("palette-recent-filter"), Command::SetQuery(query));
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
            let [upwards, downwards] = match field.kind() {
                Kind::Time => {
                    [text!("palette-sort-oldest", field = title), text!("palette-sort-newest", field = title)]
                }
                Kind::Code | Kind::Number(_) => {
                    [text!("palette-sort-smallest", field = title), text!("palette-sort-largest", field = title)]
                }
                _ => [text!("palette-sort-a-to-z", field = title), text!("palette-sort-z-to-a", field = title)],
            };
            entries.push(Entry::new(upwards, key, Command::SortBy(column, false)));
            entries.push(Entry::new(downwards, key, Command::SortBy(column, true)));
            let mut columns = shown.clone();
            let change = if shown.contains(&field) {
                columns.retain(|known| *known != field);
                text!("palette-hide-column", field = title)
            } else {
                columns.push(field);
                text!("palette-show-column", field = title)
            };
            if !columns.is_empty() {
                entries.push(Entry::new(change, key, Command::SetColumns(log, columns)));
            }
        }
        if !matches!(field.kind(), Kind::Steps | Kind::Policies) {
            let add = text!("palette-add-filter", field = title);
            entries.push(Entry::new(add, key, Command::BeginFilter(field)));
        }
    }
    entries.extend(table(state, log));
    let reset = Entry::new(text!("palette-columns-back"), text!("palette-columns"), Command::ResetColumns(log));
    entries.push(Entry { synonyms: "reset default", ..reset });
    entries
}

/// Grouping, selecting and laying out the table of a log.
fn table(state: &State, log: Log) -> Vec<Entry> {
    let group = |field: Field| {
        let command = TableCommand::SetGrouping(Grouping::By(vec![field]));
        let title = text!("palette-group", field = field.title());
        let entry = Entry::new(title, field.key(), Command::Table(command));
        Entry { synonyms: "fold aggregate", ..entry }
    };
    let groups = |field: &Field| may_group(*field, log) && state.columns.offers(*field);
    let mut entries: Vec<Entry> = Field::ALL.into_iter().filter(groups).map(group).collect();
    let rows = text!("palette-rows");
    if state.grouping(log).is_on() {
        let ungroup = Command::Table(TableCommand::SetGrouping(Grouping::Off));
        entries.extend([
            Entry::new(text!("palette-ungroup"), rows, ungroup),
            Entry::new(text!("palette-expand"), rows, Command::ExpandGroups(usize::MAX)),
            Entry::new(text!("palette-collapse"), rows, Command::ExpandGroups(0)),
        ]);
    }
    let copy = Command::Table(TableCommand::Copy { with_headers: true });
    entries.extend([
        Entry::new(text!("palette-select-all"), rows, Command::Table(TableCommand::SelectAll)),
        Entry::new(text!("palette-copy-with-headers"), text!("palette-copy-with-headers-about"), copy),
        Entry::new(text!("palette-fit-columns"), text!("palette-columns"), Command::Table(TableCommand::FitColumns)),
    ]);
    entries
}

/// How the window looks and tells times.
fn looks(state: &State) -> Vec<Entry> {
    let settings = &state.settings;
    let themes = Theme::ALL.into_iter().filter(|theme| settings.theme != *theme).map(|theme| {
        let title = text!("palette-theme", name = theme.title());
        let entry = Entry::new(title, text!("palette-look"), Command::SetTheme(theme));
        Entry { synonyms: "appearance mode colours colors night", ..entry }
    });
    let languages = std::iter::once(None).chain(Language::ALL.map(Some));
    let languages = languages.filter(|language| settings.language != *language).map(|language| {
        let name = language.map_or(text!("menu-language-system"), Language::title);
        let title = text!("palette-language", name = name);
        let entry = Entry::new(title, text!("palette-look"), Command::SetLanguage(language));
        Entry { synonyms: "language sprache english deutsch german translation", ..entry }
    });
    let formats = Formats::ALL.into_iter().filter(|formats| settings.formats != *formats).map(|formats| {
        let title = text!("palette-formats", name = formats.title());
        let entry = Entry::new(title, text!("palette-look"), Command::SetFormats(formats));
        Entry { synonyms: "locale region iso 8601 dates numbers thousands", ..entry }
    });
    let heights = RowHeight::ALL.into_iter().filter(|height| settings.row_height != *height).map(|height| {
        let title = text!("palette-row-height", name = height.title());
        let entry = Entry::new(title, text!("palette-look"), Command::SetRowHeight(height));
        Entry { synonyms: "density spacing", ..entry }
    });
    let zones = [
        (Zone::Utc, text!("palette-zone", name = Zone::Utc.name())),
        (Zone::System, text!("palette-zone-system").to_owned()),
    ];
    let zones = zones.into_iter().filter(|(zone, _)| settings.zone != *zone).map(|(zone, title)| {
        let entry = Entry::new(title, text!("palette-times"), Command::SetZone(zone));
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
    (also_in_english(|| of_code(text).into_iter().collect()), also_in_english(|| of_text(text)))
}

/// Looking up the error code that is typed.
fn of_code(typed: &str) -> Option<Entry> {
    let digits = typed.get(..6).filter(|start| start.eq_ignore_ascii_case("aadsts")).map_or(typed, |_| &typed[6..]);
    let code = digits.parse::<u32>().ok().filter(|_| digits.len() >= 4)?;
    let note = aadsts::entry(code).map_or(text!("palette-no-such-code"), |entry| entry.meaning);
    let code = code.to_string();
    Some(Entry::new(text!("palette-look-up-code", code = code.as_str()), note, Command::LookUp(code)))
}

/// Searching for whatever is typed.
fn of_text(typed: &str) -> Vec<Entry> {
    let search = typed.parse::<Query>().ok().map(|query| {
        let note = text!("palette-filter-for-about");
        Entry::new(text!("palette-filter-for", text = typed), note, Command::ShowSignIns(None, query))
    });
    let look_up = Command::LookUp(typed.to_owned());
    let look_up = Entry::new(text!("palette-look-up", text = typed), text!("palette-error-codes"), look_up);
    search.into_iter().chain([look_up]).collect()
}
