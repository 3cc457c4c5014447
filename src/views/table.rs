//! The table of a sign-in log: single sign-ins, or folded rows that expand in place.

mod content;
mod group_bar;
mod keys;
mod lines;
pub mod marks;
mod menu;

use std::sync::Arc;

use eframe::egui::{Rect, Ui, pos2};

use self::content::SmallGroups;
use self::group_bar::GroupBar;
pub use self::group_bar::field_list_ui;
use self::lines::Lines;
use crate::app::{Command, GroupOrderKey, Grouping, Listing, MOST_LEVELS, State, TableColumn, TableCommand, may_group};
use crate::fields::{Field, Log, Report};
use crate::texts::text;
use crate::views::filter_bar::nothing_found_ui;
use crate::widgets::empty::empty_ui;
use crate::widgets::number::noon_room;
use crate::widgets::table::{DataColumn, DataTable, TableEvent};

/// What the table keeps from frame to frame.
#[derive(Debug, Default)]
pub struct TableView {
    of: Option<Arc<Listing>>,
    small_groups: SmallGroups,
    group_bar: GroupBar,
    /// Whether another part of the window had the keys in the last frame.
    was_elsewhere: bool,
    /// The cell whose context menu the keyboard has asked for, until it is drawn.
    open_menu: Option<(u64, usize)>,
    /// A column to bring into view.
    scroll_to_column: Option<usize>,
}

/// What the table found out while it was drawn.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// How many whole lines fit.
    pub page: u64,
    /// Cells of folded rows whose content takes a job.
    pub wanted: Vec<(usize, Field)>,
}

impl TableView {
    /// Shows the table of a log.
    pub fn ui(&mut self, ui: &mut Ui, state: &State, log: Log, commands: &mut Vec<Command>) -> Option<Drawn> {
        let table = state.table(log);
        let listing = table.listing.as_ref()?;
        // Headers are dropped on the bar of the groups, or above the table as long as there is none.
        let drop_zone = if matches!(state.grouping(log), Grouping::By(_)) {
            self.group_bar.ui(ui, state, log, commands)
        } else {
            let top = ui.available_rect_before_wrap().min;
            Rect::from_min_max(pos2(top.x, top.y - group_bar::HEIGHT), pos2(ui.max_rect().right(), top.y))
        };
        if listing.row_count() == 0 {
            no_rows_ui(ui, state, log, commands);
            return None;
        }
        if self.of.as_ref().is_none_or(|of| !Arc::ptr_eq(of, listing)) {
            self.of = Some(listing.clone());
            self.small_groups.clear();
        }
        let columns = shown_columns(state, log, listing);
        let drawn_columns: Vec<DataColumn> =
            columns.iter().map(|column| data_column(state, log, listing, *column)).collect();
        let fixed = columns.iter().take_while(|column| !matches!(column, TableColumn::Field(_))).count();
        let mut lines = Lines {
            listing,
            table,
            columns: &columns,
            clock: state.settings.shown_clock(),
            layout: state.settings.table(log),
            log,
            small_groups: &mut self.small_groups,
            wanted: Vec::new(),
            commands,
        };
        let mut events = Vec::new();
        let shown = DataTable {
            id_salt: log.key(),
            columns: &drawn_columns,
            sticky: fixed + state.settings.table(log).pinned.len(),
            lines: listing.line_count(&table.expanded),
            row_height: state.settings.row_height.points(),
            scroll_to: table.scroll_to.or(self.open_menu.map(|(line, _)| line)),
            scroll_to_column: self.scroll_to_column.take().or(self.open_menu.map(|(_, column)| column)),
            fit: table.fit_columns,
            open_menu: self.open_menu,
            drop_zone,
        }
        .ui(ui, &mut lines, &mut events);
        let wanted = lines.wanted;
        if shown.is_menu_open {
            self.open_menu = None;
        }
        if let Some((column, is_over)) = shown.dragged
            && let Some(TableColumn::Field(field)) = columns.get(column)
        {
            group_bar::drop_zone_ui(ui, drop_zone, *field, may_group(*field, log), is_over);
        }
        for event in events {
            commands.extend(command_of(event, state, log, &columns));
        }
        self.keys_ui(ui, table, columns.len(), fixed, commands);
        Some(Drawn { page: shown.page, wanted })
    }
}

fn no_rows_ui(ui: &mut Ui, state: &State, log: Log, commands: &mut Vec<Command>) {
    if state.columns.rows_of(log).is_empty() {
        let headline = text!("table-none-yet", records = log.shown_records());
        empty_ui(ui, &headline, where_to_find(log), |ui| {
            if ui.button(text!("table-open")).clicked() {
                commands.push(Command::Open);
            }
        });
    } else {
        nothing_found_ui(ui, state, log, commands);
    }
}

/// Where the records of a log that is not loaded are to be had.
fn where_to_find(log: Log) -> &'static str {
    match log {
        Log::Interactive | Log::NonInteractive | Log::ServicePrincipal | Log::ManagedIdentity | Log::AdFs => {
            text!("table-where-sign-ins")
        }
        Log::Audit => text!("table-where-audit"),
        Log::Provisioning => text!("table-where-provisioning"),
        Log::RiskyUsers => text!("table-where-risky-users"),
        Log::RiskyWorkloads => text!("table-where-risky-workloads"),
        Log::RiskDetections => text!("table-where-risk-detections"),
        Log::Activity | Log::ActivitySignIns => text!("table-where-activity"),
    }
}

fn shown_columns(state: &State, log: Log, listing: &Listing) -> Vec<TableColumn> {
    let group = match listing.key.grouping {
        Grouping::Off => None,
        Grouping::Portal(_) => Some(TableColumn::Count),
        Grouping::By(_) => Some(TableColumn::Group),
    };
    group.into_iter().chain(state.settings.table(log).columns.iter().copied().map(TableColumn::Field)).collect()
}

/// Width of the date column of folded rows, which holds the first and the last time.
const PERIOD_WIDTH: f32 = 184.0;

fn data_column(state: &State, log: Log, listing: &Listing, column: TableColumn) -> DataColumn {
    let layout = state.settings.table(log);
    let is_by_fields = matches!(listing.key.grouping, Grouping::By(_));
    let order = layout.group_order;
    let orders_groups = is_by_fields
        && match order.key {
            GroupOrderKey::Count => column == TableColumn::Group,
            GroupOrderKey::Value => layout.group_by.iter().any(|field| column == TableColumn::Field(*field)),
            GroupOrderKey::First | GroupOrderKey::Last => column == TableColumn::Field(Field::Time),
        };
    let sort = match layout.sort.iter().position(|by| by.column == column) {
        _ if orders_groups => Some((0, order.descending)),
        Some(place) => layout.sort.get(place).map(|by| (place, by.descending)),
        None if is_by_fields => None,
        // Without an order of the user's the newest come first.
        None => (layout.sort.is_empty() && column == TableColumn::Field(Field::Time)).then_some((0, true)),
    };
    let is_time = column == TableColumn::Field(Field::Time);
    let is_period = is_time && listing.key.grouping.is_on();
    let width = match layout.widths.get(&column) {
        Some(width) => *width,
        None if is_period => PERIOD_WIDTH + 2.0 * noon_room(),
        None if is_time => column.width() + noon_room(),
        None => column.width(),
    };
    let (about, is_numeric) = match column {
        TableColumn::Count => (text!("table-count-about"), true),
        TableColumn::Group if log.report() == Report::SignIns => (text!("table-group-about-sign-ins"), false),
        TableColumn::Group => (text!("table-group-about"), false),
        TableColumn::Field(field) => (field.spec().about, field.kind().is_numeric()),
    };
    let title = match column {
        TableColumn::Field(field) => field.title_in(log),
        TableColumn::Count | TableColumn::Group => column.shown_title(),
    };
    DataColumn {
        key: column.key().into(),
        title: title.into(),
        about,
        width,
        is_numeric,
        sort,
        is_fixed: !matches!(column, TableColumn::Field(_)),
    }
}

fn command_of(event: TableEvent, state: &State, log: Log, columns: &[TableColumn]) -> Option<Command> {
    let fields = || state.settings.table(log).columns.clone();
    let place_of = |number: usize| match columns.get(number) {
        Some(TableColumn::Field(field)) => state.settings.table(log).columns.iter().position(|known| known == field),
        _ => None,
    };
    Some(match event {
        TableEvent::Sort(number, is_further) => Command::Sort(*columns.get(number)?, is_further),
        TableEvent::SortBy(number, descending) => Command::SortBy(*columns.get(number)?, descending),
        TableEvent::Move(from, to) => {
            let (from, to) = (place_of(from)?, place_of(to)?);
            let mut fields = fields();
            let moved = fields.remove(from);
            fields.insert(to.min(fields.len()), moved);
            Command::SetColumns(log, fields)
        }
        TableEvent::Hide(number) => {
            let mut fields = fields();
            fields.remove(place_of(number)?);
            Command::SetColumns(log, fields)
        }
        TableEvent::Drop(number) => match columns.get(number)? {
            TableColumn::Field(field) => group_by_too(state, log, *field)?,
            TableColumn::Count | TableColumn::Group => return None,
        },
        TableEvent::Widths(widths) => {
            let widths = widths.into_iter().filter_map(|(number, width)| Some((*columns.get(number)?, width)));
            Command::SetWidths(log, widths.collect())
        }
    })
}

/// Groups a log's table by a field as well, innermost; `None` if it can't be or is.
fn group_by_too(state: &State, log: Log, field: Field) -> Option<Command> {
    let mut fields = state.settings.table(log).group_by.clone();
    if fields.contains(&field) || !may_group(field, log) || fields.len() >= MOST_LEVELS {
        return None;
    }
    fields.push(field);
    Some(Command::Table(TableCommand::SetGrouping(Grouping::By(fields))))
}
