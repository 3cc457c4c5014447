//! The editor of one part of the filter, under its pill: a list of values, a range, or its text.

mod range;
mod text;

use eframe::egui::{
    Align, Frame, Id, Key, Layout, Margin, Popup, PopupCloseBehavior, Response, RichText, SetOpenCommand, Ui,
};

use range::RangeEditor;
use text::TextEditor;

use super::value_list::ValueList;
use crate::app::jobs::ValuesKey;
use crate::app::{Command, Picked, State};
use crate::clock::Clock;
use crate::fields::{Field, Kind, Logs};
use crate::query::{Limit, Part, Query, is_ordered};
use crate::texts::text;
use crate::widgets::focus_trap::trapped_ui;
use crate::widgets::pill::cross_button_ui;
use crate::widgets::theme::{UiExt, space};

/// A part that is being changed. Until it asks something the filter does not have it.
#[derive(Debug)]
pub(super) struct Editor {
    /// Its place among the parts.
    pub(super) place: usize,
    /// The filter without it.
    pub(super) rest: Query,
    part: Part,
    /// The filter in force as long as nothing else changes it.
    expected: Query,
    list: ValueList,
    range: RangeEditor,
    text: TextEditor,
    is_fresh: bool,
    /// Whether what is typed into first takes the cursor.
    wants_focus: bool,
}

/// Width in points.
const WIDTH: f32 = 340.0;

/// What stands in the editor's first line as choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Is,
    IsNot,
    Range,
    Known,
    Unknown,
}

impl Way {
    const ALL: [Self; 5] = [Self::Is, Self::IsNot, Self::Range, Self::Known, Self::Unknown];

    fn title(self) -> &'static str {
        match self {
            Self::Is => text!("filter-is"),
            Self::IsNot => text!("filter-is-not"),
            Self::Range => text!("filter-from-to"),
            Self::Known => text!("filter-has-value"),
            Self::Unknown => text!("filter-has-none"),
        }
    }

    fn of(part: &Part) -> Option<Self> {
        Some(match part {
            Part::Values { is_excluded: false, .. } => Self::Is,
            Part::Values { is_excluded: true, .. } => Self::IsNot,
            Part::Range { .. } | Part::Last(_) => Self::Range,
            Part::Known { is_known: true, .. } => Self::Known,
            Part::Known { is_known: false, .. } => Self::Unknown,
            Part::Text(_) => return None,
        })
    }

    fn is_of(self, field: Field) -> bool {
        match self {
            Self::Is | Self::IsNot => field.kind() != Kind::Time,
            Self::Range => is_ordered(field),
            Self::Known | Self::Unknown => field != Field::Time,
        }
    }
}

impl Editor {
    /// The editor of a part that the filter has.
    pub(super) fn of_part(query: &Query, place: usize, part: &Query) -> Self {
        Self::new(query.clone(), query.without_part(place), place, Part::of(part))
    }

    /// The editor of a further part about a field.
    pub(super) fn of_field(query: &Query, field: Field) -> Self {
        Self::new(query.clone(), query.clone(), query.parts().len(), Part::begin(field))
    }

    fn new(expected: Query, rest: Query, place: usize, part: Part) -> Self {
        let text = match &part {
            Part::Text(text) => TextEditor::new(text.clone()),
            other => TextEditor::new(other.query().map(|query| query.to_string()).unwrap_or_default()),
        };
        let range = RangeEditor::default();
        Self { place, rest, part, expected, list: ValueList::default(), range, text, is_fresh: true, wants_focus: true }
    }

    /// Whether the filter is still the one that this editor changes.
    pub(super) fn is_of(&self, query: &Query) -> bool {
        self.expected == *query
    }

    /// The part as the filter has it: `None` until it asks something.
    pub(super) fn part(&self) -> Option<Query> {
        self.part.query().ok().filter(|part| !part.is_empty())
    }

    /// What stands on the pill of a part that asks nothing yet.
    pub(super) fn title(&self) -> String {
        match self.part.field() {
            Some(field) => text!("filter-begun", field = field.title()),
            None => "…".to_owned(),
        }
    }

    /// What the list of values needs.
    pub(super) fn picked(&self, logs: Logs) -> Option<Picked> {
        match &self.part {
            Part::Values { field, .. } => Some(Picked { field: *field, logs, query: self.rest.clone() }),
            Part::Known { .. } | Part::Range { .. } | Part::Last(_) | Part::Text(_) => None,
        }
    }

    /// Shows the editor under a pill. Returns whether it is still open.
    pub(super) fn ui(&mut self, pill: &Response, state: &State, logs: Logs, commands: &mut Vec<Command>) -> bool {
        let id = Id::unique("editor of a part of the filter");
        let mut is_done = false;
        let open = self.is_fresh.then_some(SetOpenCommand::Bool(true));
        let clock = state.settings.shown_clock();
        Popup::from_response(pill)
            .id(id)
            .open_memory(open)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .layout(Layout::top_down_justified(Align::Min))
            .frame(Frame::popup(&pill.ctx.global_style()).inner_margin(Margin::same(space::M as i8)))
            .width(WIDTH)
            .gap(space::XS)
            .show(|ui| {
                ui.set_width(WIDTH);
                is_done = trapped_ui(ui, |ui| self.content_ui(ui, state, logs, clock, commands));
            });
        self.is_fresh = false;
        let is_cancelled = pill.ctx.input(|input| input.key_pressed(Key::Escape));
        let is_open = !is_done && Popup::is_id_open(&pill.ctx, id);
        if !is_open {
            if !is_cancelled && !is_done {
                self.take_typed(commands);
            }
            Popup::close_id(&pill.ctx, id);
            if is_cancelled || is_done {
                pill.request_focus();
            }
        }
        is_open
    }

    /// Puts into force what was typed and not confirmed, if it is a filter.
    fn take_typed(&mut self, commands: &mut Vec<Command>) {
        let typed = match &self.part {
            Part::Text(_) => self.text.typed().map(Part::Text),
            Part::Range { .. } => self.range.typed(),
            Part::Values { .. } | Part::Known { .. } | Part::Last(_) => None,
        };
        if let Some(part) = typed.filter(|part| part.query().is_ok_and(|query| !query.is_empty())) {
            self.set(part, commands);
        }
    }

    /// Takes a part over into the filter.
    fn set(&mut self, part: Part, commands: &mut Vec<Command>) {
        let query = part.query().unwrap_or_default();
        self.part = part;
        self.expected = self.rest.with_part_inserted(self.place, &query);
        commands.push(Command::SetQuery(self.expected.clone()));
    }

    /// Returns whether the editor has done its work.
    fn content_ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        logs: Logs,
        clock: Clock,
        commands: &mut Vec<Command>,
    ) -> bool {
        // What is only measured can't take the cursor.
        let wants_focus = self.wants_focus;
        self.wants_focus &= ui.is_sizing_pass();
        let field = self.part.field();
        let mut is_done = self.head_ui(ui, field, commands);
        if let Some(field) = field {
            self.ways_ui(ui, field, commands);
        }
        ui.add_space(space::XS);
        match self.part.clone() {
            Part::Values { field, values, is_excluded } => {
                let is_its = |key: &ValuesKey| key.field == field && key.logs == logs;
                let answer = state.values.as_deref().filter(|values| is_its(&values.key));
                let changed = self.list.ui(ui, field, &values, is_excluded, answer, wants_focus);
                if let Some(values) = changed {
                    self.set(Part::Values { field, values, is_excluded }, commands);
                }
            }
            Part::Known { field, is_known } => {
                let title = field.title();
                ui.weak_label(if is_known {
                    text!("filter-something-known", field = title)
                } else {
                    text!("filter-nothing-known", field = title)
                });
            }
            Part::Range { .. } | Part::Last(_) => {
                if let Some(part) = self.range.ui(ui, &self.part, clock, wants_focus) {
                    self.text = TextEditor::new(part.query().map(|query| query.to_string()).unwrap_or_default());
                    self.set(part, commands);
                }
            }
            Part::Text(_) => {
                if let Some(text) = self.text.ui(ui, wants_focus) {
                    self.set(Part::Text(text), commands);
                    is_done = true;
                }
            }
        }
        if field.is_some() {
            ui.separator();
            let link = ui.link(RichText::new(text!("filter-edit-text")).small());
            if link.on_hover_text(text!("filter-edit-text-about")).clicked() {
                let text = self.part().map(|part| part.to_string());
                let begun = field.map(|field| format!("{}:", field.key())).unwrap_or_default();
                self.text = TextEditor::new(text.unwrap_or(begun.clone()));
                self.part = Part::Text(self.part().map_or(begun, |part| part.to_string()));
                self.wants_focus = true;
            }
        }
        is_done
    }

    fn head_ui(&mut self, ui: &mut Ui, field: Option<Field>, commands: &mut Vec<Command>) -> bool {
        let mut is_removed = false;
        ui.horizontal(|ui| {
            let title = field.map_or(text!("filter-part"), Field::title);
            ui.label(RichText::new(title).strong());
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                is_removed = cross_button_ui(ui, text!("filter-part-away")).clicked();
            });
        });
        if is_removed {
            self.part = Part::Text(String::new());
            self.text = TextEditor::new(String::new());
            self.expected = self.rest.clone();
            commands.push(Command::SetQuery(self.rest.clone()));
        }
        is_removed
    }

    fn ways_ui(&mut self, ui: &mut Ui, field: Field, commands: &mut Vec<Command>) {
        let ways: Vec<Way> = Way::ALL.into_iter().filter(|way| way.is_of(field)).collect();
        if ways.len() < 2 {
            return;
        }
        let now = Way::of(&self.part);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            for way in ways {
                let is_now = now == Some(way);
                if ui.selectable_label(is_now, way.title()).clicked() && !is_now {
                    let values = match &self.part {
                        Part::Values { values, .. } => values.clone(),
                        _ => Vec::new(),
                    };
                    let part = match way {
                        Way::Is => Part::Values { field, values, is_excluded: false },
                        Way::IsNot => Part::Values { field, values, is_excluded: true },
                        Way::Range => Part::Range { field, from: Limit::default(), to: Limit::default() },
                        Way::Known => Part::Known { field, is_known: true },
                        Way::Unknown => Part::Known { field, is_known: false },
                    };
                    self.range = RangeEditor::default();
                    // The choice that was made keeps the focus, unless there is something to type.
                    self.wants_focus = true;
                    self.set(part, commands);
                    ui.ctx().request_repaint();
                }
            }
        });
    }
}
