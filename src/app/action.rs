//! The commands that need nothing but to be given: each with its title, what it does and its keys. The
//! menus, the shortcut sheet, the buttons and the tests read this one table.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use super::command::{Command, Sheet, View};
use crate::fields::Log;
use crate::query::Query;

/// A command without further choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Ask for files.
    Open,
    /// Ask for a folder.
    OpenFolder,
    /// Show the sample tenant.
    ShowSample,
    /// Go back to the user's own sign-ins.
    LeaveSample,
    /// Show what was imported.
    ShowSources,
    /// End the program.
    Quit,
    /// Show interactive sign-ins.
    ShowInteractive,
    /// Show non-interactive sign-ins.
    ShowNonInteractive,
    /// Show sign-ins of service principals.
    ShowServicePrincipal,
    /// Show sign-ins of managed identities.
    ShowManagedIdentity,
    /// Show application usage.
    ShowUsage,
    /// Show the lookup of error codes.
    ShowErrors,
    /// Put the cursor into the search line.
    Search,
    /// Take the filter away.
    ClearFilter,
    /// Fold rows or show each sign-in.
    ToggleGrouping,
    /// Open the column chooser.
    ChooseColumns,
    /// Copy the selected line.
    CopyLine,
    /// Show the detail in a window of its own.
    DetachDetail,
    /// Close the detail.
    CloseDetail,
    /// Explain the filter language.
    FilterHelp,
    /// Show the keyboard shortcuts.
    Shortcuts,
    /// Show what this program is.
    About,
}

/// What people see of an action.
#[derive(Clone, Copy, Debug)]
pub struct ActionSpec {
    /// What the menu calls it.
    pub title: &'static str,
    /// What it does, in a sentence without full stop.
    pub tooltip: &'static str,
    /// Its keys, if it has any.
    pub shortcut: Option<KeyboardShortcut>,
}

const fn keys(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

const COMMAND_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

impl Action {
    /// Every action, in the order of the menus.
    pub const ALL: [Self; 22] = [
        Self::Open,
        Self::OpenFolder,
        Self::ShowSample,
        Self::LeaveSample,
        Self::ShowSources,
        Self::Quit,
        Self::ShowInteractive,
        Self::ShowNonInteractive,
        Self::ShowServicePrincipal,
        Self::ShowManagedIdentity,
        Self::ShowUsage,
        Self::ShowErrors,
        Self::Search,
        Self::ClearFilter,
        Self::ToggleGrouping,
        Self::ChooseColumns,
        Self::CopyLine,
        Self::DetachDetail,
        Self::CloseDetail,
        Self::FilterHelp,
        Self::Shortcuts,
        Self::About,
    ];

    /// What people see of it.
    #[must_use]
    pub fn spec(self) -> ActionSpec {
        let (title, tooltip, shortcut) = match self {
            Self::Open => {
                ("Open…", "Choose downloaded reports or a zip of them", Some(keys(Modifiers::COMMAND, Key::O)))
            }
            Self::OpenFolder => {
                ("Open folder…", "Choose a folder of downloaded reports", Some(keys(COMMAND_SHIFT, Key::O)))
            }
            Self::ShowSample => {
                ("Look around with sample data", "Show a made-up tenant, apart from your own sign-ins", None)
            }
            Self::LeaveSample => ("Back to my sign-ins", "Leave the made-up tenant", None),
            Self::ShowSources => {
                ("Sources", "What was imported, and what could not be read", Some(keys(Modifiers::COMMAND, Key::Num7)))
            }
            Self::Quit => ("Quit", "Close the window", Some(keys(Modifiers::COMMAND, Key::Q))),
            Self::ShowInteractive => {
                ("Interactive sign-ins", "Sign-ins where a user was present", Some(keys(Modifiers::COMMAND, Key::Num1)))
            }
            Self::ShowNonInteractive => (
                "Non-interactive sign-ins",
                "Sign-ins by an app on a user's behalf",
                Some(keys(Modifiers::COMMAND, Key::Num2)),
            ),
            Self::ShowServicePrincipal => (
                "Service principal sign-ins",
                "Sign-ins of applications as themselves",
                Some(keys(Modifiers::COMMAND, Key::Num3)),
            ),
            Self::ShowManagedIdentity => {
                ("Managed identity sign-ins", "Sign-ins of Azure resources", Some(keys(Modifiers::COMMAND, Key::Num4)))
            }
            Self::ShowUsage => {
                ("Application usage", "How use of each application develops", Some(keys(Modifiers::COMMAND, Key::Num5)))
            }
            Self::ShowErrors => {
                ("Error codes", "What an error code means and what to do", Some(keys(Modifiers::COMMAND, Key::Num6)))
            }
            Self::Search => ("Search", "Put the cursor into the search line", Some(keys(Modifiers::COMMAND, Key::F))),
            Self::ClearFilter => ("Clear filter", "Show every sign-in", Some(keys(COMMAND_SHIFT, Key::X))),
            Self::ToggleGrouping => (
                "Group rows",
                "Fold rows as the portal does, or show each sign-in",
                Some(keys(Modifiers::COMMAND, Key::G)),
            ),
            Self::ChooseColumns => ("Columns…", "Choose the columns of this table", Some(keys(COMMAND_SHIFT, Key::C))),
            Self::CopyLine => {
                ("Copy row", "Copy the selected row, values separated by tabs", Some(keys(Modifiers::COMMAND, Key::C)))
            }
            Self::DetachDetail => {
                ("Open in own window", "Keep this sign-in beside others", Some(keys(COMMAND_SHIFT, Key::Enter)))
            }
            Self::CloseDetail => ("Close details", "Close the side panel", Some(keys(Modifiers::NONE, Key::Escape))),
            Self::FilterHelp => {
                ("Filter language", "What can be typed into the search line", Some(keys(Modifiers::COMMAND, Key::F1)))
            }
            Self::Shortcuts => {
                ("Keyboard shortcuts", "Every key this window knows", Some(keys(Modifiers::NONE, Key::F1)))
            }
            Self::About => ("About Sign-in Lens", "Version and what never happens", None),
        };
        ActionSpec { title, tooltip, shortcut }
    }

    /// The command it gives.
    #[must_use]
    pub fn command(self) -> Command {
        match self {
            Self::Open => Command::Open,
            Self::OpenFolder => Command::OpenFolder,
            Self::ShowSample => Command::ShowSample,
            Self::LeaveSample => Command::LeaveSample,
            Self::ShowSources => Command::Show(View::Sources),
            Self::Quit => Command::Quit,
            Self::ShowInteractive => Command::Show(View::Log(Log::Interactive)),
            Self::ShowNonInteractive => Command::Show(View::Log(Log::NonInteractive)),
            Self::ShowServicePrincipal => Command::Show(View::Log(Log::ServicePrincipal)),
            Self::ShowManagedIdentity => Command::Show(View::Log(Log::ManagedIdentity)),
            Self::ShowUsage => Command::Show(View::Usage),
            Self::ShowErrors => Command::Show(View::Errors),
            Self::Search => Command::FocusSearch,
            Self::ClearFilter => Command::SetQuery(Query::default()),
            Self::ToggleGrouping => Command::ToggleGrouping,
            Self::ChooseColumns => Command::ChooseColumns,
            Self::CopyLine => Command::CopyLine,
            Self::DetachDetail => Command::DetachDetail,
            Self::CloseDetail => Command::CloseDetail,
            Self::FilterHelp => Command::ShowSheet(Some(Sheet::FilterHelp)),
            Self::Shortcuts => Command::ShowSheet(Some(Sheet::Shortcuts)),
            Self::About => Command::ShowSheet(Some(Sheet::About)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_action_is_listed_once_with_its_own_title_and_keys() {
        let mut titles = HashSet::new();
        let mut shortcuts = HashSet::new();
        for action in Action::ALL {
            let spec = action.spec();
            assert!(titles.insert(spec.title), "{} twice", spec.title);
            assert!(!spec.tooltip.is_empty() && !spec.tooltip.ends_with('.'), "{}", spec.title);
            if let Some(shortcut) = spec.shortcut {
                assert!(shortcuts.insert(format!("{shortcut:?}")), "{} shares its keys", spec.title);
            }
        }
        assert_eq!(titles.len(), Action::ALL.len());
    }
}
