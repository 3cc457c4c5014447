//! The context menus of a table's cells and headers.

use super::content::Content;
use super::lines::Lines;
use crate::app::insights::{InsightsCommand, PagePlace, Span, Subject};
use crate::app::{Command, Grouping, Line, MOST_LEVELS, TableColumn, TableCommand, may_group};
use crate::clock::Millis;
use crate::columns::{Columns, RowId};
use crate::fields::{Field, Kind, Report};
use crate::query::Query;
use crate::texts::text;
use crate::widgets::menu::Menu;

/// Sign-ins "around" one are at most this far from it.
const AROUND: i64 = 30 * 60 * Millis::SECOND;

/// Fields that say who signs in, the readable first.
const WHO: [Field; 5] =
    [Field::Username, Field::User, Field::UserId, Field::ServicePrincipal, Field::ServicePrincipalId];
const APP: [Field; 2] = [Field::App, Field::AppId];

/// So many texts of one cell are offered to be filtered for.
const MOST_ITEMS: usize = 4;

/// A value in its stored form.
type Value = (Field, String);

impl Lines<'_> {
    pub(super) fn cell_menu_ui(&mut self, menu: &mut Menu<'_>, number: u64, column: usize) {
        let Some(line) = self.listing.line(number, &self.table.expanded) else { return };
        let Some(row) = self.listing.row(line) else { return };
        let event = self.listing.columns.event(row);
        if let Line::Group(place) = line {
            let is_open = self.table.expanded.contains(place);
            if menu.item(if is_open { text!("table-fold-row") } else { text!("table-expand-row") }) {
                self.commands.push(Command::ToggleGroup(place));
            }
            menu.separator();
        }
        let field = match self.columns.get(column) {
            Some(TableColumn::Field(field)) => Some(*field),
            Some(TableColumn::Group) => self.group_field(line),
            Some(TableColumn::Count) | None => None,
        };
        if let Some(field) = field {
            self.value_menu_ui(menu, line, field);
        }
        self.relations_ui(menu, line, row);
        menu.separator();
        let rows = self.table.selection.count();
        let (copy, copy_with_headers) = if rows > 1 {
            (text!("table-copy-rows", count = rows), text!("table-copy-rows-with-headers", count = rows))
        } else {
            (text!("table-copy-row").to_owned(), text!("table-copy-row-with-headers").to_owned())
        };
        if menu.item(copy) {
            self.commands.push(Command::CopyLine);
        }
        if menu.item(copy_with_headers) {
            self.commands.push(Command::Table(TableCommand::Copy { with_headers: true }));
        }
        menu.separator();
        if let Some((_, code)) = self.shared_value(line, &[Field::ErrorCode]).filter(|(_, code)| code != "0")
            && menu.item(text!("table-explain-error", code = code.as_str()))
        {
            self.commands.push(Command::LookUp(code));
        }
        if menu.item(text!("table-show-details")) {
            self.commands.push(Command::SelectLine(number));
            self.commands.push(Command::OpenDetail(event));
        }
        if menu.item(text!("table-own-window")) {
            self.commands.push(Command::OpenDetailWindow(event));
        }
    }

    fn group_field(&self, line: Line) -> Option<Field> {
        match line {
            Line::Group(place) => self.listing.group(place)?.field,
            Line::Single(_) | Line::Member(..) => None,
        }
    }

    /// What is done with the value of the cell.
    fn value_menu_ui(&mut self, menu: &mut Menu<'_>, line: Line, field: Field) {
        let (text, row) = match self.content(line, field) {
            Content::Value(text, row) => (text.into_owned(), row),
            // A group of those without a value.
            Content::Missing if self.group_field(line) == Some(field) => (String::new(), RowId(0)),
            Content::Missing => return no_value_ui(menu, text!("table-nothing-known")),
            Content::Several(_) | Content::Asked => return no_value_ui(menu, text!("table-several-values")),
        };
        if field.kind() == Kind::List && !text.is_empty() {
            self.items_menu_ui(menu, field, row, text);
            return;
        }
        let is_missing = text.is_empty();
        let stored = if is_missing { None } else { self.listing.columns.shown(field, row) };
        let stored = stored.unwrap_or_default().into_owned();
        let short: String =
            if is_missing { text!("table-no-value").to_owned() } else { text.chars().take(40).collect() };
        let is_period = field == Field::Time && matches!(line, Line::Group(_));
        let reason = is_period.then_some(text!("table-spans-time"));
        if menu.item_unless(text!("table-filter-for", value = short.as_str()), reason) {
            self.commands.push(Command::Include(field, stored.clone()));
        }
        if menu.item_unless(text!("table-exclude", value = short), reason) {
            self.commands.push(Command::Exclude(field, stored));
        }
        if menu.item_unless(text!("table-copy-value"), is_missing.then_some(text!("table-nothing-known")))
            && let Content::Value(text, _) = self.copied(line, field)
        {
            self.commands.push(Command::Copy(text.into_owned()));
        }
        menu.separator();
    }

    /// What is done with a cell that holds several texts: each of them can be filtered for.
    fn items_menu_ui(&mut self, menu: &mut Menu<'_>, field: Field, row: RowId, text: String) {
        let stored = self.listing.columns.value(field, row).unwrap_or_default().into_owned();
        for item in stored.lines().take(MOST_ITEMS) {
            let short: String = field.spec().display(item).chars().take(40).collect();
            if menu.item(text!("table-filter-for", value = short.as_str())) {
                self.commands.push(Command::Include(field, item.to_owned()));
            }
            if menu.item(text!("table-exclude", value = short)) {
                self.commands.push(Command::Exclude(field, item.to_owned()));
            }
        }
        if menu.item(text!("table-copy-value")) {
            self.commands.push(Command::Copy(text));
        }
        menu.separator();
    }

    /// Filters that lead from a row to others, in all logs.
    fn relations_ui(&mut self, menu: &mut Menu<'_>, line: Line, row: RowId) {
        let who = self.shared_value(line, &WHO);
        let is_workload =
            who.as_ref().is_some_and(|(field, _)| matches!(field, Field::ServicePrincipal | Field::ServicePrincipalId));
        let who_title = if is_workload { text!("table-this-identity") } else { text!("table-this-user") };
        let alone = [
            (who_title, who.clone(), &WHO[..]),
            (text!("table-this-app"), self.shared_value(line, &APP), &APP),
            (text!("table-this-ip"), self.shared_value(line, &[Field::Ip]), &[Field::Ip]),
        ];
        for (title, value, fields) in alone {
            let reason = value.is_none().then(|| self.why_not(line, fields));
            if menu.item_unless(title, reason)
                && let Some(value) = value
            {
                self.commands.push(Command::SetQuery(only(&value)));
            }
        }
        let time = self.listing.columns.time(row);
        let around = match self.log.report() {
            Report::SignIns => text!("table-around-sign-in"),
            Report::Audit | Report::Provisioning | Report::Risk | Report::Activity => text!("table-around"),
        };
        let reason = match (line, &who) {
            (Line::Group(_), _) => Some(text!("table-expand-to-choose")),
            (_, None) => Some(text!("table-nothing-known")),
            (_, Some(_)) => None,
        };
        if menu.item_unless(around, reason)
            && let Some(who) = &who
        {
            let (from, to) = (Millis(time.0 - AROUND), Millis(time.0 + AROUND + 1));
            self.commands.push(Command::SetQuery(only(who).set_time_range(Some(from), Some(to))));
        }
        let subject =
            who.as_ref().filter(|(field, _)| !matches!(field, Field::ServicePrincipal | Field::ServicePrincipalId));
        let reason = reason.or((subject.is_none()).then_some(text!("table-people-only")));
        if menu.item_unless(text!("table-time-line"), reason)
            && let Some((field, value)) = subject
        {
            let filter = Query::default().include(*field, value);
            let title = value.clone();
            let (from, to) = (Millis(time.0 - AROUND), Millis(time.0 + AROUND + 1));
            let place = PagePlace { page: "time_line", subject: Some(Subject { title, filter }) };
            self.commands.push(Command::SetQuery(Query::default().set_time_range(Some(from), Some(to))));
            self.commands.push(Command::Insights(InsightsCommand::SetSpan(Span::Filter)));
            self.commands.push(Command::Insights(InsightsCommand::Open(place)));
        }
        let attempt = self.shared_value(line, &[Field::CorrelationId]);
        let reason = attempt.is_none().then(|| self.why_not(line, &[Field::CorrelationId]));
        if menu.item_unless(text!("table-same-correlation"), reason)
            && let Some(attempt) = attempt
        {
            self.commands.push(Command::SetQuery(only(&attempt)));
        }
    }

    /// The value of the first of these fields that the line knows one of: its own, or that all its sign-ins share.
    fn shared_value(&mut self, line: Line, fields: &[Field]) -> Option<Value> {
        fields.iter().find_map(|field| match self.content(line, *field) {
            Content::Value(_, row) => Some((*field, stored(&self.listing.columns, *field, row)?)),
            Content::Several(_) | Content::Missing | Content::Asked => None,
        })
    }

    fn why_not(&mut self, line: Line, fields: &[Field]) -> &'static str {
        let differs = |field: &Field| matches!(self.content(line, *field), Content::Several(_) | Content::Asked);
        if fields.iter().any(differs) { text!("table-several-values") } else { text!("table-nothing-known") }
    }

    pub(super) fn column_menu_ui(&mut self, menu: &mut Menu<'_>, column: usize) {
        if let Some(TableColumn::Field(field)) = self.columns.get(column) {
            let mut fields = self.layout.group_by.clone();
            let reason = if !may_group(*field, self.log) {
                Some(text!("table-no-groups"))
            } else if fields.contains(field) {
                Some(text!("table-grouped-already"))
            } else if fields.len() >= MOST_LEVELS {
                Some(text!("table-most-levels"))
            } else {
                None
            };
            if menu.item_unless(text!("table-group-by-this"), reason) {
                fields.push(*field);
                self.commands.push(Command::Table(TableCommand::SetGrouping(Grouping::By(fields))));
            }
            let is_pinned = self.layout.pinned.contains(field);
            if menu.item(if is_pinned { text!("table-unpin") } else { text!("table-pin") }) {
                self.commands.push(Command::Table(TableCommand::Pin(*field, !is_pinned)));
            }
        }
        if menu.item(text!("table-fit-columns")) {
            self.commands.push(Command::Table(TableCommand::FitColumns));
        }
        if menu.item(text!("table-columns")) {
            self.commands.push(Command::ChooseColumns);
        }
        if menu.item(text!("table-portal-columns")) {
            self.commands.push(Command::ResetColumns(self.log));
        }
    }
}

fn no_value_ui(menu: &mut Menu<'_>, reason: &str) {
    for title in [text!("table-filter-for-value"), text!("table-exclude-value"), text!("table-copy-value")] {
        menu.item_unless(title, Some(reason));
    }
    menu.separator();
}

fn stored(columns: &Columns, field: Field, row: RowId) -> Option<String> {
    columns.value(field, row).map(std::borrow::Cow::into_owned)
}

fn only((field, value): &Value) -> Query {
    Query::default().include(*field, value)
}
