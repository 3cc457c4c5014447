//! A place among rows and columns that the arrow keys move.

use eframe::egui::{EventFilter, Key, Modifiers, Response, Ui};

/// A row and a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The row, from 0.
    pub row: u64,
    /// The column, from 0.
    pub column: usize,
}

/// What the keys did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// Whether the cursor is elsewhere now.
    pub is_moved: bool,
    /// Whether what is under the cursor is to be opened.
    pub is_activated: bool,
}

impl Cursor {
    /// Follows the keys while a part of the window has the focus: arrows, Home, End, the page keys by `page` rows,
    /// and Enter or the space bar.
    pub fn follow_keys(&mut self, ui: &Ui, part: &Response, rows: u64, columns: usize, page: u64) -> Moved {
        if !part.has_focus() || rows == 0 || columns == 0 {
            return Moved::default();
        }
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(part.id, arrows));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (last_row, last_column) = (rows - 1, columns - 1);
        let before = *self;
        let steps: [(Key, Self); 8] = [
            (Key::ArrowDown, Self { row: before.row + 1, ..before }),
            (Key::ArrowUp, Self { row: before.row.saturating_sub(1), ..before }),
            (Key::ArrowRight, Self { column: before.column + 1, ..before }),
            (Key::ArrowLeft, Self { column: before.column.saturating_sub(1), ..before }),
            (Key::PageDown, Self { row: before.row.saturating_add(page), ..before }),
            (Key::PageUp, Self { row: before.row.saturating_sub(page), ..before }),
            (Key::Home, Self { row: 0, ..before }),
            (Key::End, Self { row: last_row, ..before }),
        ];
        for (key, to) in steps {
            if pressed(key) {
                *self = to;
            }
        }
        self.row = self.row.min(last_row);
        self.column = self.column.min(last_column);
        Moved { is_moved: *self != before, is_activated: pressed(Key::Enter) || pressed(Key::Space) }
    }
}
