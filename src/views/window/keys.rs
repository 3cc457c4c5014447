//! Keys of the window: those of the actions, and Escape.

use eframe::egui::text_selection::LabelSelectionState;
use eframe::egui::{self, Context, Event, Key, Popup};

use crate::app::{Action, Command, RetentionCommand, State, TableCommand, View};

/// The keys of the actions.
pub(super) fn keys(context: &Context, state: &State, commands: &mut Vec<Command>) {
    let is_typing = context.text_edit_focused();
    // Keys with more modifiers first: Ctrl+Shift+O is no Ctrl+O.
    for with_shift in [true, false] {
        let all = Action::ALL.into_iter().flat_map(|action| action.all_keys().map(move |keys| (action, keys)));
        for (action, shortcut) in all {
            let is_plain = shortcut.modifiers.is_none() && shortcut.logical_key == Key::Escape;
            if shortcut.modifiers.shift != with_shift || is_plain || action == Action::CopyLine {
                continue;
            }
            if state.is_covered() && !belongs_to_sheets(action, state) {
                continue;
            }
            // A text has its own way back while it is typed, and its letters are no commands.
            let is_letter = shortcut.modifiers.is_none() && action.further_keys().contains(&shortcut);
            if is_typing
                && (is_letter || matches!(action, Action::Undo | Action::Redo | Action::GoBack | Action::GoForward))
            {
                continue;
            }
            if context.input_mut(|input| input.consume_shortcut(&shortcut)) && state.can(action) {
                commands.push(action.command());
            }
        }
    }
    if is_typing {
        return;
    }
    if state.is_covered() {
        // Sheets close themselves; one without a place for Escape is closed here.
        if !Popup::is_any_open(context)
            && context.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape))
        {
            commands.extend(escape(state, false));
        }
        return;
    }
    // Systems hand the copy keys over as an event of its own. Text that is marked in a label is copied by
    // the label itself.
    let has_marked_text =
        context.plugin_opt::<LabelSelectionState>().is_some_and(|labels| labels.lock().has_selection());
    if context.input(|input| input.events.iter().any(|event| matches!(event, Event::Copy)))
        && !state.present_table().selection.is_empty()
        && matches!(state.view, View::Log(_))
        && !has_marked_text
    {
        commands.push(Command::CopyLine);
    }
    if context.embed_viewports()
        && let Some(last) = state.detail_windows.last()
        && context.input_mut(|input| input.consume_key(egui::Modifiers::COMMAND, Key::W))
    {
        commands.push(Command::CloseDetailWindow(last.event));
    }
    if !Popup::is_any_open(context) && context.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape))
    {
        commands.extend(escape(state, context.embed_viewports()));
    }
}

/// Whether the keys of an action act while a sheet or a question lies over the window: those of another sheet, which
/// takes the place of the one that is open, and those that end the program.
fn belongs_to_sheets(action: Action, state: &State) -> bool {
    match action.command() {
        Command::ShowSheet(_) => state.forget_asked.is_none() && state.retention.is_none() && state.trouble.is_none(),
        command => command == Command::Quit,
    }
}

/// What Escape does: it closes the topmost thing that is shown, and nothing that is not.
/// Windows of sign-ins count where they are drawn into this one.
fn escape(state: &State, is_embedding: bool) -> Option<Command> {
    if state.forget_asked.is_some() {
        return Some(Command::AskForget(None));
    }
    if state.retention.is_some() {
        return Some(Command::Retention(RetentionCommand::Close));
    }
    if state.sheet.is_some() {
        return Some(Command::ShowSheet(None));
    }
    if let Some(last) = state.detail_windows.last().filter(|_| is_embedding) {
        return Some(Command::CloseDetailWindow(last.event));
    }
    match state.view {
        View::Log(_) | View::Insights if state.detail.is_some() => Some(Command::CloseDetail),
        View::Log(_) => Some(Command::Table(TableCommand::ClearSelection)),
        View::Insights | View::Errors | View::Sources => None,
    }
}
