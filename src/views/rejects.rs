//! The records that could not be read: where each stands, why it was rejected, and its text.

use std::cmp::Ordering;

use eframe::egui::{Align, Rect, Response, TextStyle, Ui};

use crate::app::Command;
use crate::cache::RejectedRecord;
use crate::texts::text;
use crate::widgets::menu::Menu;
use crate::widgets::number;
use crate::widgets::table::{CellStyle, DataColumn, DataTable, TableEvent, TableLines, cell_text};
use crate::widgets::theme::{UiExt, size};

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    File,
    Record,
    Byte,
    Reason,
    Text,
}

impl Column {
    const ALL: [Self; 5] = [Self::File, Self::Record, Self::Byte, Self::Reason, Self::Text];

    fn at(number: usize) -> Self {
        Self::ALL.get(number).copied().unwrap_or(Self::Text)
    }

    /// Key and width in points.
    const fn spec(self) -> (&'static str, f32) {
        match self {
            Self::File => ("file", 200.0),
            Self::Record => ("record", 76.0),
            Self::Byte => ("byte", 92.0),
            Self::Reason => ("reason", 400.0),
            Self::Text => ("text", 440.0),
        }
    }

    /// Title, and what a newcomer should know.
    fn title(self) -> (&'static str, &'static str) {
        match self {
            Self::File => (text!("rejects-file"), ""),
            Self::Record => (text!("rejects-record"), text!("rejects-record-about")),
            Self::Byte => (text!("rejects-byte"), text!("rejects-byte-about")),
            Self::Reason => (text!("rejects-reason"), ""),
            Self::Text => (text!("rejects-text"), text!("rejects-text-about")),
        }
    }

    fn is_numeric(self) -> bool {
        matches!(self, Self::Record | Self::Byte)
    }

    fn compare(self, a: &RejectedRecord, b: &RejectedRecord) -> Ordering {
        match self {
            Self::File => a.source_name.cmp(&b.source_name),
            Self::Record => a.number.cmp(&b.number),
            Self::Byte => a.offset.cmp(&b.offset),
            Self::Reason => a.reason.cmp(&b.reason),
            Self::Text => a.text.cmp(&b.text),
        }
    }

    fn text(self, reject: &RejectedRecord) -> String {
        match self {
            Self::File => reject.source_name.clone(),
            Self::Record => number::count(reject.number),
            Self::Byte => number::count(reject.offset),
            Self::Reason => sentence(&reject.reason),
            Self::Text => reject.text.replace(['\n', '\r'], " "),
        }
    }
}

/// A reason as a sentence of its own; files and exports have it as the part of one.
fn sentence(reason: &str) -> String {
    let mut letters = reason.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What the table remembers from frame to frame.
#[derive(Clone, Debug)]
pub struct RejectsTable {
    widths: [f32; Column::ALL.len()],
    /// The column it is sorted by, and whether the largest come first; as in the files if `None`.
    sort: Option<(Column, bool)>,
}

impl Default for RejectsTable {
    fn default() -> Self {
        Self { widths: Column::ALL.map(|column| column.spec().1), sort: None }
    }
}

impl RejectsTable {
    /// Shows the table in all the room there is.
    pub fn ui(&mut self, ui: &mut Ui, rejects: &[RejectedRecord], commands: &mut Vec<Command>) {
        let mut sorted: Vec<&RejectedRecord> = rejects.iter().collect();
        if let Some((column, descending)) = self.sort {
            sorted.sort_by(|a, b| {
                let order = column.compare(a, b);
                if descending { order.reverse() } else { order }
            });
        }
        let columns: Vec<DataColumn> = Column::ALL
            .into_iter()
            .zip(self.widths)
            .map(|(column, width)| {
                let ((key, _), (title, about)) = (column.spec(), column.title());
                let sort = self.sort.filter(|(by, _)| *by == column).map(|(_, descending)| (0, descending));
                DataColumn {
                    key: key.into(),
                    title: title.into(),
                    about,
                    width,
                    is_numeric: column.is_numeric(),
                    sort,
                    is_fixed: true,
                }
            })
            .collect();
        let table = DataTable {
            id_salt: "rejects",
            columns: &columns,
            sticky: 0,
            lines: sorted.len() as u64,
            row_height: size::ROW,
            scroll_to: None,
            scroll_to_column: None,
            fit: false,
            open_menu: None,
            drop_zone: Rect::NOTHING,
        };
        let mut events = Vec::new();
        table.ui(ui, &mut Lines { rejects: &sorted, commands }, &mut events);
        for event in events {
            match event {
                TableEvent::Sort(number, _) => {
                    let column = Column::at(number);
                    let descending = self.sort.is_some_and(|(by, descending)| by == column && !descending);
                    self.sort = Some((column, descending));
                }
                TableEvent::SortBy(number, descending) => self.sort = Some((Column::at(number), descending)),
                TableEvent::Widths(widths) => {
                    for (number, width) in widths {
                        if let Some(known) = self.widths.get_mut(number) {
                            *known = width;
                        }
                    }
                }
                TableEvent::Move(..) | TableEvent::Hide(_) | TableEvent::Drop(_) => {}
            }
        }
    }
}

struct Lines<'a> {
    rejects: &'a [&'a RejectedRecord],
    commands: &'a mut Vec<Command>,
}

impl TableLines for Lines<'_> {
    fn cell_ui(&mut self, ui: &mut Ui, line: u64, column: usize) -> Response {
        let column = Column::at(column);
        let tokens = ui.tokens();
        let style = CellStyle {
            align: if column.is_numeric() { Align::Max } else { Align::Min },
            color: if column == Column::Reason { tokens.text } else { tokens.weak_text },
            indent: 0.0,
            font: if column == Column::Text { TextStyle::Monospace } else { TextStyle::Body },
        };
        let text = self.rejects.get(line as usize).map(|reject| column.text(reject)).unwrap_or_default();
        cell_text(ui, &text, &style)
    }

    fn clicked(&mut self, line: u64, column: usize, _response: &Response) {
        if let (Some(reject), Column::Text) = (self.rejects.get(line as usize), Column::at(column)) {
            self.commands.push(Command::Copy(reject.text.clone()));
        }
    }

    fn menu_asked(&mut self, _line: u64, _column: usize) {}

    fn menu_ui(&mut self, menu: &mut Menu<'_>, line: u64, _column: usize) {
        let Some(reject) = self.rejects.get(line as usize) else { return };
        for (title, text) in
            [(text!("rejects-copy-reason"), &reject.reason), (text!("rejects-copy-text"), &reject.text)]
        {
            if menu.item(title) {
                self.commands.push(Command::Copy(text.clone()));
            }
        }
    }

    fn header_menu_ui(&mut self, _menu: &mut Menu<'_>, _column: usize) {}

    fn is_selected(&self, _line: u64) -> bool {
        false
    }

    fn cursor(&self, _line: u64) -> Option<Option<usize>> {
        None
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::accesskit::Role;
    use eframe::egui::vec2;
    use egui_kittest::Harness;
    use egui_kittest::kittest::{NodeT, Queryable};

    use super::*;
    use crate::cache::SourceId;
    use crate::widgets::theme;

    fn reject(number: u64, reason: &str) -> RejectedRecord {
        RejectedRecord {
            source: SourceId(1),
            source_name: "a.csv".to_owned(),
            number,
            offset: number * 100,
            reason: reason.to_owned(),
            text: format!("text {number}\nin two lines"),
        }
    }

    #[test]
    fn rejects_show_their_place_sort_by_any_column_and_give_their_text() {
        let rejects = vec![reject(3, "it has no request ID"), reject(7, "a date is missing")];
        let state = (RejectsTable::default(), Vec::new());
        let mut harness = Harness::builder().with_size(vec2(1280.0, 300.0)).build_ui_state(
            move |ui, (table, commands): &mut (RejectsTable, Vec<Command>)| {
                theme::apply(ui.ctx());
                table.ui(ui, &rejects, commands);
            },
            state,
        );
        harness.run_steps(4);
        for shown in ["3", "300", "7", "700", "text 3 in two lines"] {
            assert!(harness.query_all_by_label(shown).next().is_some(), "{shown}");
        }
        let top = |harness: &Harness<'_, _>, name: &str| harness.get_by_label(name).rect().top();
        assert!(top(&harness, "It has no request ID") < top(&harness, "A date is missing"));
        harness.get_by_role_and_label(Role::ColumnHeader, "Reason").click();
        harness.run_steps(4);
        assert!(top(&harness, "It has no request ID") > top(&harness, "A date is missing"));
        harness.get_by_label("text 3 in two lines").click();
        harness.run_steps(2);
        assert_eq!(harness.state().1, [Command::Copy("text 3\nin two lines".to_owned())]);
        assert_eq!(harness.get_by_label("A date is missing").accesskit_node().role(), Role::Cell);
    }
}
