//! Questions over the columns, and their answers.

use std::sync::Arc;

use super::facet_work::{self, FacetsKey, WaysOutKey};
use super::page_work::{self, BehindKey, PageKey};
use super::{Report, TableQuestion, picture_work};
use crate::app::clipboard::CopyTurn;
use crate::app::code_counts::CodeCounts;
use crate::app::facets::value_title;
use crate::app::listing::{Grouping, Groups, Listing, Rows, RowsKey};
use crate::app::pictures::{DataFile, KeptColors, PictureRequest};
use crate::app::settings::{SortBy, TableColumn};
use crate::app::timings::Measured;
use crate::cache::CacheFile;
use crate::clock::{Clock, Every, Millis};
use crate::columns::{Columns, RowId};
use crate::fields::{Field, Log, Logs};
use crate::query::{self, Fold, GroupKey, GroupSort, Query, Scope, SortKey, Suggestion};

/// What the counts beside the tabs depend on.
#[derive(Clone, Debug, PartialEq)]
pub struct CountsKey {
    /// Number of the snapshot of the cache.
    pub version: u64,
    /// The zone that calendar days of the filter are in.
    pub clock: Clock,
    /// The filter.
    pub query: Query,
    /// Whether "last 7 days" ends now.
    pub end_at_now: bool,
}

/// How many sign-ins each log has.
#[derive(Clone, Debug, PartialEq)]
pub struct Counts {
    /// What was asked.
    pub key: CountsKey,
    /// Sign-ins under the filter, by log.
    pub matching: [u64; Log::ALL.len()],
}

/// What a picker's list depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct ValuesKey {
    /// Number of the snapshot of the cache.
    pub version: u64,
    /// The zone that calendar days of the filter are in.
    pub clock: Clock,
    /// The logs.
    pub logs: Logs,
    /// The field.
    pub field: Field,
    /// The filter without what it says of the field.
    pub query: Query,
    /// Whether "last 7 days" ends now.
    pub end_at_now: bool,
}

/// The values of a field, most frequent first.
#[derive(Clone, Debug, PartialEq)]
pub struct Values {
    /// What was asked.
    pub key: ValuesKey,
    /// The values in their stored form with the number of sign-ins; `None` stands for those without.
    pub values: Vec<(Option<String>, u64)>,
    /// What the window shows of each of them in lower case, to be searched.
    pub lower: Vec<String>,
}

/// What the completions of the search line depend on.
#[derive(Clone, Debug, PartialEq)]
pub struct SuggestKey {
    /// Number of the snapshot of the cache.
    pub version: u64,
    /// The zone that calendar days of the filter are in.
    pub clock: Clock,
    /// The logs that are shown.
    pub logs: Logs,
    /// The text of the line.
    pub text: String,
    /// The byte at which the cursor stands.
    pub cursor: usize,
    /// Whether "last 7 days" ends now.
    pub end_at_now: bool,
}

/// What could be typed next.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestions {
    /// What was asked.
    pub key: SuggestKey,
    /// The completions, best first.
    pub list: Vec<Suggestion>,
}

/// As many completions as the list under the line has room for.
const LISTED_SUGGESTIONS: usize = 8;

/// A question with what its answer needs.
#[derive(Clone, Debug)]
pub enum Question {
    /// The rows of a table.
    Rows(Arc<Columns>, RowsKey),
    /// Something about a table that is shown.
    Table(TableQuestion),
    /// The counts beside the tabs.
    Counts(Arc<Columns>, CountsKey),
    /// The values of a field.
    Values(Arc<Columns>, ValuesKey),
    /// A page of insights, with colours that stay from page to page.
    Page(Arc<Columns>, PageKey, Arc<KeptColors>),
    /// How many rows of each log are behind a figure.
    Behind(Arc<Columns>, BehindKey),
    /// The completions of the search line.
    Suggest(Arc<Columns>, SuggestKey),
    /// The error codes of the snapshot with this number.
    Codes(Arc<Columns>, u64),
    /// The counts of the facet panel.
    Facets(Arc<Columns>, FacetsKey),
    /// What would let an empty table show something.
    WaysOut(Arc<Columns>, WaysOutKey),
    /// A picture in small.
    Preview(Box<PictureRequest>),
    /// A picture for the clipboard, while it is its turn.
    CopyPicture(Box<PictureRequest>, CopyTurn),
    /// Figures for the clipboard, while it is their turn.
    CopyData(Box<DataFile>, CopyTurn),
}

impl Question {
    /// Questions of the same kind replace each other; the smaller kind is answered first.
    pub(super) fn kind(&self) -> u8 {
        match self {
            Self::Suggest(..) => 0,
            Self::Rows(..) => 1,
            Self::Values(..) => 6,
            Self::Page(..) => 3,
            Self::Behind(..) => 2,
            Self::Codes(..) => 4,
            Self::Counts(..) => 5,
            Self::Facets(..) => 20,
            Self::WaysOut(..) => 21,
            Self::Preview(..) => 22,
            Self::CopyPicture(..) => 23,
            Self::CopyData(..) => 24,
            Self::Table(question) => question.kind(),
        }
    }

    /// Whether it is a copy or a picture, which no table or page waits for.
    pub(super) fn is_copy(&self) -> bool {
        matches!(
            self,
            Self::Table(TableQuestion::Copy { .. }) | Self::Preview(..) | Self::CopyPicture(..) | Self::CopyData(..)
        )
    }

    /// As what the overlay of timings counts it.
    pub(super) fn measured(&self) -> Measured {
        match self {
            Self::Suggest(..) => Measured::Completion,
            Self::Rows(..) => Measured::Rows,
            Self::Values(..) => Measured::Values,
            Self::Page(..) => Measured::Page,
            Self::Behind(..) => Measured::Behind,
            Self::Codes(..) => Measured::Codes,
            Self::Facets(..) => Measured::Facets,
            Self::WaysOut(..) => Measured::WaysOut,
            Self::Preview(..) => Measured::Preview,
            Self::CopyPicture(..) => Measured::CopiedPicture,
            Self::CopyData(..) => Measured::CopiedFigures,
            Self::Counts(..) => Measured::Counts,
            Self::Table(question) => question.measured(),
        }
    }

    /// The answer; pictures name the files of this cache.
    pub(super) fn answer(self, cache: &CacheFile) -> Report {
        match self {
            Self::Rows(columns, key) => Report::Rows(Arc::new(list(columns, key))),
            Self::Table(question) => Report::Table(question.answer()),
            Self::Counts(columns, key) => Report::Counts(Arc::new(count(&columns, key))),
            Self::Values(columns, key) => Report::Values(Arc::new(values(&columns, key))),
            Self::Page(columns, key, colors) => Report::Page(Arc::new(page_work::page(&columns, key, &colors))),
            Self::Behind(columns, key) => Report::Behind(Box::new(page_work::behind(&columns, key))),
            Self::Suggest(columns, key) => Report::Suggestions(Arc::new(suggestions(&columns, key))),
            Self::Facets(columns, key) => Report::Facets(Arc::new(facet_work::facets(&columns, key))),
            Self::WaysOut(columns, key) => Report::WaysOut(Arc::new(facet_work::ways_out(&columns, key))),
            Self::Preview(request) => Report::Preview(Arc::new(picture_work::preview(*request, cache))),
            Self::CopyPicture(request, turn) => Report::CopiedPicture(picture_work::copy(&request, turn, cache)),
            Self::CopyData(data, turn) => Report::CopiedData(picture_work::copy_data(&data, turn)),
            Self::Codes(columns, version) => Report::Codes(Arc::new(CodeCounts::of(&columns, version))),
        }
    }
}

pub(super) fn scope(columns: &Columns, clock: Clock, end_at_now: bool) -> Scope<'_> {
    let mut scope = Scope::new(columns, clock);
    if end_at_now {
        scope.anchor = Millis::now();
    }
    scope
}

fn list(columns: Arc<Columns>, key: RowsKey) -> Listing {
    let scope = scope(&columns, key.clock, key.end_at_now);
    let mut rows = query::select(&scope, key.log.into(), &key.query.for_log(key.log));
    // Rows of one log come newest first.
    let period = rows.last().zip(rows.first()).map(|(oldest, newest)| (columns.time(*oldest), columns.time(*newest)));
    let sign_ins = columns.sign_ins(&rows);
    let keys = row_keys(&key.sort);
    let rows = match &key.grouping {
        Grouping::Off => {
            if !keys.is_empty() {
                query::sort(&scope, &mut rows, &keys);
            }
            Rows::Single(rows)
        }
        Grouping::Portal(hours) => Rows::Grouped(Groups::flat(&columns, &fold(&scope, &rows, &key, *hours))),
        Grouping::By(fields) => {
            let sorted = (!keys.is_empty()).then(|| {
                let mut sorted = rows.clone();
                query::sort(&scope, &mut sorted, &keys);
                sorted
            });
            Rows::Grouped(Groups::nested(&scope, &rows, sorted.as_deref(), fields, key.group_order))
        }
    };
    Listing { key, columns, rows, sign_ins, period }
}

fn fold(scope: &Scope<'_>, rows: &[RowId], key: &RowsKey, hours: u8) -> query::Groups {
    let mut groups = query::group(scope, rows, &Fold::Portal(key.log), Some(Every::Hours(hours)));
    let keys: Vec<GroupSort> = key
        .sort
        .iter()
        .map(|by| GroupSort {
            key: match by.column {
                TableColumn::Count | TableColumn::Group => GroupKey::Count,
                TableColumn::Field(Field::Time) => GroupKey::Last,
                TableColumn::Field(field) => GroupKey::Field(field),
            },
            descending: by.descending,
        })
        .collect();
    if !keys.is_empty() {
        query::sort_groups(scope, &mut groups, &keys);
    }
    groups
}

/// A single row has no number of sign-ins to be sorted by.
fn row_keys(sort: &[SortBy]) -> Vec<SortKey> {
    sort.iter()
        .filter_map(|by| match by.column {
            TableColumn::Count | TableColumn::Group => None,
            TableColumn::Field(field) => Some(SortKey { field, descending: by.descending }),
        })
        .collect()
}

fn count(columns: &Columns, key: CountsKey) -> Counts {
    let scope = scope(columns, key.clock, key.end_at_now);
    let matching = Log::ALL.map(|log| columns.sign_ins(&query::select(&scope, log.into(), &key.query.for_log(log))));
    Counts { key, matching }
}

fn values(columns: &Columns, key: ValuesKey) -> Values {
    let scope = scope(columns, key.clock, key.end_at_now);
    // Of each log the rows that its tab shows.
    let rows: Vec<RowId> =
        key.logs.iter().flat_map(|log| query::select(&scope, log.into(), &key.query.for_log(log))).collect();
    let counted = if key.field.spec().is_listed() {
        query::count_values(columns, &rows, key.field)
    } else {
        query::count_of_time(&scope, &rows, key.field)
    };
    let values: Vec<(Option<String>, u64)> = counted.into_iter().map(|count| (count.value, count.count)).collect();
    let lower = |value: &Option<String>| value_title(key.field, value.as_deref()).to_lowercase();
    let lower = values.iter().map(|(value, _)| lower(value)).collect();
    Values { key, values, lower }
}

fn suggestions(columns: &Columns, key: SuggestKey) -> Suggestions {
    let mut list = query::suggest(&scope(columns, key.clock, key.end_at_now), key.logs, &key.text, key.cursor);
    // What stands there already completes nothing.
    list.retain(|suggestion| key.text.get(suggestion.replace.clone()) != Some(suggestion.text.as_str()));
    list.truncate(LISTED_SUGGESTIONS);
    Suggestions { key, list }
}
