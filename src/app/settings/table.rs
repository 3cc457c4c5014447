//! How the table of a log is laid out, and how that is kept.

use std::collections::BTreeMap;

use serde_json::Value;

use super::read;
use crate::fields::{Field, Kind, Log, default_columns};
use crate::texts::text;

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableColumn {
    /// The number of sign-ins of a folded row.
    Count,
    /// The value of a group by a field, with the number of its sign-ins and their share.
    Group,
    /// A field.
    Field(Field),
}

impl TableColumn {
    /// What the settings file calls it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Group => "group",
            Self::Field(field) => field.key(),
        }
    }

    /// The column with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            "count" => Some(Self::Count),
            "group" => Some(Self::Group),
            _ => Field::from_key(key).map(Self::Field),
        }
    }

    /// What its header says in the window.
    #[must_use]
    pub fn shown_title(self) -> &'static str {
        match self {
            Self::Count => text!("table-count"),
            Self::Group => text!("table-group"),
            Self::Field(field) => field.title(),
        }
    }

    /// What its header says in an export.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Count => "# sign-ins",
            Self::Group => "Group",
            Self::Field(field) => field.title(),
        }
    }

    /// Its width in points until the user changes it.
    #[must_use]
    pub fn width(self) -> f32 {
        match self {
            Self::Count => 96.0,
            Self::Group => 320.0,
            // Identifiers are told apart by their beginning; the whole one shows on hover and in the detail.
            Self::Field(field) if matches!(field.kind(), Kind::UniqueId | Kind::Id) => {
                field.spec().width.min(IDENTIFIER_WIDTH)
            }
            Self::Field(field) => field.spec().width,
        }
    }
}

/// Width of columns of identifiers in points, until the user widens them.
const IDENTIFIER_WIDTH: f32 = 132.0;

/// One key of a sort order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SortBy {
    /// The column.
    pub column: TableColumn,
    /// Largest first.
    pub descending: bool,
}

/// What groups by fields are ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum GroupOrderKey {
    /// The number of sign-ins.
    #[default]
    Count,
    /// The value of the field they are grouped by.
    Value,
    /// The time of the oldest sign-in.
    First,
    /// The time of the newest sign-in.
    Last,
}

impl GroupOrderKey {
    /// Every one, in the order of the menu.
    pub const ALL: [Self; 4] = [Self::Count, Self::Value, Self::First, Self::Last];

    fn key(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Value => "value",
            Self::First => "first",
            Self::Last => "last",
        }
    }
}

/// The order of groups by fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct GroupOrder {
    /// What is compared.
    pub key: GroupOrderKey,
    /// Largest or latest first.
    pub descending: bool,
}

impl Default for GroupOrder {
    /// The largest groups first.
    fn default() -> Self {
        Self { key: GroupOrderKey::Count, descending: true }
    }
}

/// How the table of one log is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct TableLayout {
    /// The fields shown, in their order.
    pub columns: Vec<Field>,
    /// Widths in points that differ from the field's own.
    pub widths: BTreeMap<TableColumn, f32>,
    /// The sort order; empty is newest first.
    pub sort: Vec<SortBy>,
    /// Whether rows are folded, in the logs that the portal folds.
    pub grouped: bool,
    /// The fields by which rows are grouped instead, outermost first.
    pub group_by: Vec<Field>,
    /// The order of those groups.
    pub group_order: GroupOrder,
    /// Those of the shown fields that stay at the left while the others scroll; they come first.
    pub pinned: Vec<Field>,
}

impl TableLayout {
    pub(super) fn of(log: Log) -> Self {
        Self {
            columns: default_columns(log).to_vec(),
            widths: BTreeMap::new(),
            sort: Vec::new(),
            grouped: folds(log),
            group_by: Vec::new(),
            group_order: GroupOrder::default(),
            pinned: Vec::new(),
        }
    }

    /// Puts the pinned columns first, and forgets what is pinned but not shown.
    pub fn tidy(&mut self) {
        self.pinned.retain(|field| self.columns.contains(field));
        self.columns.sort_by_key(|field| !self.pinned.contains(field));
    }

    /// The width of a column in points.
    #[must_use]
    pub fn width(&self, column: TableColumn) -> f32 {
        self.widths.get(&column).copied().unwrap_or_else(|| column.width())
    }
}

/// Whether the portal folds the rows of a log.
#[must_use]
pub fn folds(log: Log) -> bool {
    matches!(log, Log::NonInteractive | Log::ServicePrincipal | Log::ManagedIdentity)
}

/// Reads a layout; what the value does not tell or tells wrongly stays.
pub(in crate::app) fn read_table(layout: &mut TableLayout, log: Log, value: &Value) {
    if let Some(keys) = read::<Vec<String>>(value, "columns") {
        let known = |key: &String| Field::from_key(key).filter(|field| may_be_column(*field, log));
        let columns = each_once(keys.iter().filter_map(known));
        if !columns.is_empty() {
            layout.columns = columns;
        }
    }
    if let Some(widths) = read::<BTreeMap<String, f32>>(value, "widths") {
        layout.widths = widths
            .into_iter()
            .filter(|(_, width)| width.is_finite() && *width >= MIN_COLUMN_WIDTH)
            .filter_map(|(key, width)| Some((TableColumn::from_key(&key)?, width)))
            .collect();
    }
    if let Some(keys) = read::<Vec<String>>(value, "sort") {
        layout.sort = keys.iter().filter_map(|key| sort_from_key(key)).collect();
    }
    if let Some(grouped) = read(value, "grouped") {
        layout.grouped = grouped && folds(log);
    }
    if let Some(keys) = read::<Vec<String>>(value, "group_by") {
        let known = |key: &String| Field::from_key(key).filter(|field| may_group(*field, log));
        layout.group_by = each_once(keys.iter().filter_map(known));
        layout.group_by.truncate(MOST_LEVELS);
    }
    if let Some(order) = read::<String>(value, "group_order").as_deref().and_then(group_order_from_key) {
        layout.group_order = order;
    }
    if let Some(keys) = read::<Vec<String>>(value, "pinned") {
        layout.pinned = each_once(keys.iter().filter_map(|key| Field::from_key(key)));
    }
    layout.tidy();
}

fn each_once(fields: impl Iterator<Item = Field>) -> Vec<Field> {
    let mut met = Vec::new();
    for field in fields {
        if !met.contains(&field) {
            met.push(field);
        }
    }
    met
}

/// A layout as a value of a JSON file.
pub(in crate::app) fn table_json(layout: &TableLayout) -> Value {
    let widths: BTreeMap<&str, f32> = layout.widths.iter().map(|(column, width)| (column.key(), *width)).collect();
    let sort: Vec<String> =
        layout.sort.iter().map(|by| format!("{}:{}", by.column.key(), direction(by.descending))).collect();
    serde_json::json!({
        "columns": layout.columns.iter().map(|field| field.key()).collect::<Vec<_>>(),
        "widths": widths,
        "sort": sort,
        "grouped": layout.grouped,
        "group_by": layout.group_by.iter().map(|field| field.key()).collect::<Vec<_>>(),
        "group_order": format!("{}:{}", layout.group_order.key.key(), direction(layout.group_order.descending)),
        "pinned": layout.pinned.iter().map(|field| field.key()).collect::<Vec<_>>(),
    })
}

fn direction(descending: bool) -> &'static str {
    if descending { "desc" } else { "asc" }
}

fn group_order_from_key(key: &str) -> Option<GroupOrder> {
    let (key, direction) = key.split_once(':').unwrap_or((key, "asc"));
    let key = GroupOrderKey::ALL.into_iter().find(|known| known.key() == key)?;
    Some(GroupOrder { key, descending: direction == "desc" })
}

fn sort_from_key(key: &str) -> Option<SortBy> {
    let (column, direction) = key.split_once(':').unwrap_or((key, "asc"));
    Some(SortBy { column: TableColumn::from_key(column)?, descending: direction == "desc" })
}

/// Columns are never narrower, in points, so that each can be found and widened again.
pub const MIN_COLUMN_WIDTH: f32 = 48.0;

/// Whether a field can be a column of a log's table.
#[must_use]
pub fn may_be_column(field: Field, log: Log) -> bool {
    field != Field::Log && field.spec().column && field.spec().logs.contains(log)
}

/// Rows are grouped in no more levels than this.
pub const MOST_LEVELS: usize = 6;

/// Whether the rows of a log can be grouped by a field. Correlation IDs are no sensible key for figures, but one
/// attempt to sign in is often several requests that share one.
#[must_use]
pub fn may_group(field: Field, log: Log) -> bool {
    let spec = field.spec();
    field != Field::Log && spec.logs.contains(log) && (spec.group || field == Field::CorrelationId)
}
