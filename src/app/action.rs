//! The commands that need nothing but to be given: each with its title, what it does and its keys. The
//! menus, the palette, the shortcut sheet, the buttons and the tests read this one table.

mod area;
mod available;
mod words;

pub use area::Area;

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use super::command::{Command, Sheet, View};
use super::insights::InsightsCommand;
use super::packing::PackCommand;
use super::picturing::PictureCommand;
use super::retention::RetentionCommand;
use super::settings::Zoom;
use crate::fields::{Field, Log};
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
    /// Open the export dialog.
    Export,
    /// Choose how a picture of the chart looks, and write it.
    SavePicture,
    /// Choose what a review pack holds, and write it.
    ReviewPack,
    /// Show what was imported.
    ShowSources,
    /// Find out whether the files that were imported are still what they were.
    VerifyFiles,
    /// Ask whether old records should be forgotten.
    ForgetOld,
    /// Encrypt the cache, or change that.
    Encrypt,
    /// End the program.
    Quit,
    /// Take the last change of the view back.
    Undo,
    /// Bring the change that was taken back again.
    Redo,
    /// Mark the selected sign-in, or take its mark away.
    ToggleBookmark,
    /// Write a note on the selected sign-in.
    WriteNote,
    /// Show interactive sign-ins.
    ShowInteractive,
    /// Show non-interactive sign-ins.
    ShowNonInteractive,
    /// Show sign-ins of service principals.
    ShowServicePrincipal,
    /// Show sign-ins of managed identities.
    ShowManagedIdentity,
    /// Show sign-ins that AD FS reported.
    ShowAdFs,
    /// Show audit events.
    ShowAudit,
    /// Show provisioning events.
    ShowProvisioning,
    /// Show risky users.
    ShowRiskyUsers,
    /// Show risky workload identities.
    ShowRiskyWorkloads,
    /// Show risk detections.
    ShowRiskDetections,
    /// Show what was done in Microsoft 365.
    ShowActivity,
    /// Show sign-ins that Microsoft 365 tells of.
    ShowActivitySignIns,
    /// Show the pages of insights.
    ShowInsights,
    /// Show the lookup of error codes.
    ShowErrors,
    /// Go back to the page before.
    GoBack,
    /// Go forward again.
    GoForward,
    /// Let pseudonyms stand for names, or show names again.
    TogglePrivate,
    /// Draw everything larger.
    ZoomIn,
    /// Draw everything smaller.
    ZoomOut,
    /// Draw everything as large as at the first start.
    ZoomReset,
    /// Save what is shown as a view.
    SaveView,
    /// Let the active view be what is shown.
    UpdateView,
    /// Go back to what was shown before the view.
    LeaveView,
    /// List, rename, order and delete views.
    ManageViews,
    /// Put the cursor into the search line.
    Search,
    /// Take the filter away.
    ClearFilter,
    /// Show only sign-ins with a mark.
    ShowBookmarked,
    /// Open or close the facet panel.
    ToggleFacets,
    /// Fold rows or show each sign-in.
    ToggleGrouping,
    /// Open the column chooser.
    ChooseColumns,
    /// Copy the selected line.
    CopyLine,
    /// Copy the chart as a picture.
    CopyPicture,
    /// Copy the figures of the chart.
    CopyData,
    /// Show the detail in a window of its own.
    DetachDetail,
    /// Close the detail.
    CloseDetail,
    /// Find any command by typing.
    Palette,
    /// Explain the filter language.
    FilterHelp,
    /// Show the keyboard shortcuts.
    Shortcuts,
    /// Show or hide how long frames and answers take.
    ShowTimings,
    /// Copy what helps whoever looks into a problem.
    CopyDiagnostics,
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
    pub const ALL: [Self; 57] = [
        Self::Open,
        Self::OpenFolder,
        Self::ShowSample,
        Self::LeaveSample,
        Self::Export,
        Self::SavePicture,
        Self::ReviewPack,
        Self::ShowSources,
        Self::VerifyFiles,
        Self::ForgetOld,
        Self::Encrypt,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::ToggleBookmark,
        Self::WriteNote,
        Self::ShowInteractive,
        Self::ShowNonInteractive,
        Self::ShowServicePrincipal,
        Self::ShowManagedIdentity,
        Self::ShowAdFs,
        Self::ShowAudit,
        Self::ShowProvisioning,
        Self::ShowRiskyUsers,
        Self::ShowRiskyWorkloads,
        Self::ShowRiskDetections,
        Self::ShowActivity,
        Self::ShowActivitySignIns,
        Self::ShowInsights,
        Self::ShowErrors,
        Self::GoBack,
        Self::GoForward,
        Self::TogglePrivate,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::SaveView,
        Self::UpdateView,
        Self::LeaveView,
        Self::ManageViews,
        Self::Search,
        Self::ClearFilter,
        Self::ShowBookmarked,
        Self::ToggleFacets,
        Self::ToggleGrouping,
        Self::ChooseColumns,
        Self::CopyLine,
        Self::CopyPicture,
        Self::CopyData,
        Self::DetachDetail,
        Self::CloseDetail,
        Self::Palette,
        Self::FilterHelp,
        Self::Shortcuts,
        Self::ShowTimings,
        Self::CopyDiagnostics,
        Self::About,
    ];

    /// What people see of it.
    #[must_use]
    pub fn spec(self) -> ActionSpec {
        let (title, tooltip) = self.words();
        ActionSpec { title, tooltip, shortcut: self.shortcut() }
    }

    /// Its keys, if it has any.
    #[must_use]
    pub const fn shortcut(self) -> Option<KeyboardShortcut> {
        Some(match self {
            Self::Open => keys(Modifiers::COMMAND, Key::O),
            Self::OpenFolder => keys(COMMAND_SHIFT, Key::O),
            Self::Export => keys(Modifiers::COMMAND, Key::E),
            Self::ReviewPack => keys(COMMAND_SHIFT, Key::E),
            Self::ShowSources => keys(Modifiers::COMMAND, Key::Num7),
            Self::Quit => keys(Modifiers::COMMAND, Key::Q),
            Self::Undo => keys(Modifiers::COMMAND, Key::Z),
            Self::Redo => keys(COMMAND_SHIFT, Key::Z),
            Self::ToggleBookmark => keys(Modifiers::COMMAND, Key::D),
            Self::WriteNote => keys(COMMAND_SHIFT, Key::N),
            Self::ShowInteractive => keys(Modifiers::COMMAND, Key::Num1),
            Self::ShowNonInteractive => keys(Modifiers::COMMAND, Key::Num2),
            Self::ShowServicePrincipal => keys(Modifiers::COMMAND, Key::Num3),
            Self::ShowManagedIdentity => keys(Modifiers::COMMAND, Key::Num4),
            Self::ShowAudit => keys(Modifiers::ALT, Key::Num1),
            Self::ShowProvisioning => keys(Modifiers::ALT, Key::Num2),
            Self::ShowRiskyUsers => keys(Modifiers::ALT, Key::Num3),
            Self::ShowRiskDetections => keys(Modifiers::ALT, Key::Num4),
            Self::ShowActivity => keys(Modifiers::ALT, Key::Num5),
            Self::ShowInsights => keys(Modifiers::COMMAND, Key::Num5),
            Self::ShowErrors => keys(Modifiers::COMMAND, Key::Num6),
            Self::GoBack => keys(Modifiers::ALT, Key::ArrowLeft),
            Self::GoForward => keys(Modifiers::ALT, Key::ArrowRight),
            Self::TogglePrivate => keys(COMMAND_SHIFT, Key::H),
            Self::ZoomIn => keys(Modifiers::COMMAND, Key::Plus),
            Self::ZoomOut => keys(Modifiers::COMMAND, Key::Minus),
            Self::ZoomReset => keys(Modifiers::COMMAND, Key::Num0),
            Self::SaveView => keys(COMMAND_SHIFT, Key::S),
            Self::Search => keys(Modifiers::COMMAND, Key::F),
            Self::ClearFilter => keys(COMMAND_SHIFT, Key::X),
            Self::ShowBookmarked => keys(COMMAND_SHIFT, Key::D),
            Self::ToggleFacets => keys(COMMAND_SHIFT, Key::F),
            Self::ToggleGrouping => keys(Modifiers::COMMAND, Key::G),
            Self::ChooseColumns => keys(COMMAND_SHIFT, Key::C),
            Self::CopyLine => keys(Modifiers::COMMAND, Key::C),
            Self::CopyPicture => keys(COMMAND_SHIFT, Key::I),
            Self::DetachDetail => keys(COMMAND_SHIFT, Key::Enter),
            Self::CloseDetail => keys(Modifiers::NONE, Key::Escape),
            Self::Palette => keys(COMMAND_SHIFT, Key::P),
            Self::FilterHelp => keys(Modifiers::COMMAND, Key::F1),
            Self::Shortcuts => keys(Modifiers::NONE, Key::F1),
            Self::ShowTimings => keys(Modifiers::NONE, Key::F12),
            Self::ShowSample
            | Self::LeaveSample
            | Self::SavePicture
            | Self::VerifyFiles
            | Self::ForgetOld
            | Self::Encrypt
            | Self::ShowAdFs
            | Self::ShowRiskyWorkloads
            | Self::ShowActivitySignIns
            | Self::UpdateView
            | Self::LeaveView
            | Self::ManageViews
            | Self::CopyData
            | Self::CopyDiagnostics
            | Self::About => return None,
        })
    }

    /// The log that it shows, if that has a tab only while it has records.
    #[must_use]
    pub const fn shows_log(self) -> Option<Log> {
        match self {
            Self::ShowAdFs => Some(Log::AdFs),
            Self::ShowAudit => Some(Log::Audit),
            Self::ShowProvisioning => Some(Log::Provisioning),
            Self::ShowRiskyUsers => Some(Log::RiskyUsers),
            Self::ShowRiskyWorkloads => Some(Log::RiskyWorkloads),
            Self::ShowRiskDetections => Some(Log::RiskDetections),
            Self::ShowActivity => Some(Log::Activity),
            Self::ShowActivitySignIns => Some(Log::ActivitySignIns),
            _ => None,
        }
    }

    /// The command it gives.
    #[must_use]
    pub fn command(self) -> Command {
        match self {
            Self::Open => Command::Open,
            Self::OpenFolder => Command::OpenFolder,
            Self::ShowSample => Command::ShowSample,
            Self::LeaveSample => Command::LeaveSample,
            Self::Export => Command::Export,
            Self::ShowSources => Command::Show(View::Sources),
            Self::VerifyFiles => Command::VerifyFiles,
            Self::ForgetOld => Command::Retention(RetentionCommand::Ask),
            Self::Encrypt => Command::ShowSheet(Some(Sheet::Encryption)),
            Self::Quit => Command::Quit,
            Self::ShowInteractive => Command::Show(View::Log(Log::Interactive)),
            Self::ShowNonInteractive => Command::Show(View::Log(Log::NonInteractive)),
            Self::ShowServicePrincipal => Command::Show(View::Log(Log::ServicePrincipal)),
            Self::ShowManagedIdentity => Command::Show(View::Log(Log::ManagedIdentity)),
            Self::ShowAdFs => Command::Show(View::Log(Log::AdFs)),
            Self::ShowAudit => Command::Show(View::Log(Log::Audit)),
            Self::ShowProvisioning => Command::Show(View::Log(Log::Provisioning)),
            Self::ShowRiskyUsers => Command::Show(View::Log(Log::RiskyUsers)),
            Self::ShowRiskyWorkloads => Command::Show(View::Log(Log::RiskyWorkloads)),
            Self::ShowRiskDetections => Command::Show(View::Log(Log::RiskDetections)),
            Self::ShowActivity => Command::Show(View::Log(Log::Activity)),
            Self::ShowActivitySignIns => Command::Show(View::Log(Log::ActivitySignIns)),
            Self::ShowInsights => Command::Show(View::Insights),
            Self::GoBack => Command::GoBack,
            Self::GoForward => Command::Insights(InsightsCommand::Forward),
            Self::ShowErrors => Command::Show(View::Errors),
            Self::Search => Command::FocusSearch,
            Self::ClearFilter => Command::SetQuery(Query::default()),
            Self::ToggleFacets => Command::ToggleFacets,
            Self::ToggleGrouping => Command::ToggleGrouping,
            Self::ChooseColumns => Command::ChooseColumns,
            Self::CopyLine => Command::CopyLine,
            Self::SavePicture => Command::Picture(PictureCommand::Open(None)),
            Self::ReviewPack => Command::Pack(PackCommand::Open),
            Self::CopyPicture => Command::Picture(PictureCommand::Copy(None)),
            Self::CopyData => Command::Picture(PictureCommand::CopyData(None)),
            Self::DetachDetail => Command::DetachDetail,
            Self::CloseDetail => Command::CloseDetail,
            Self::Undo => Command::Undo,
            Self::Redo => Command::Redo,
            Self::ToggleBookmark => Command::ToggleBookmark,
            Self::WriteNote => Command::WriteNote,
            Self::ShowBookmarked => Command::Include(Field::Bookmarked, "true".to_owned()),
            Self::TogglePrivate => Command::TogglePrivate,
            Self::ZoomIn => Command::Zoom(Zoom::In),
            Self::ZoomOut => Command::Zoom(Zoom::Out),
            Self::ZoomReset => Command::Zoom(Zoom::Reset),
            Self::SaveView => Command::ShowSheet(Some(Sheet::SaveView)),
            Self::UpdateView => Command::UpdateView,
            Self::LeaveView => Command::LeaveView,
            Self::ManageViews => Command::ShowSheet(Some(Sheet::Views)),
            Self::Palette => Command::ShowSheet(Some(Sheet::Palette)),
            Self::FilterHelp => Command::ShowSheet(Some(Sheet::FilterHelp)),
            Self::Shortcuts => Command::ShowSheet(Some(Sheet::Shortcuts)),
            Self::ShowTimings => Command::ToggleTimings,
            Self::CopyDiagnostics => Command::CopyDiagnostics,
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
            for shortcut in action.all_keys() {
                assert!(shortcuts.insert(format!("{shortcut:?}")), "{} shares its keys", spec.title);
            }
        }
        assert_eq!(titles.len(), Action::ALL.len());
    }

    #[test]
    fn every_log_is_shown_by_one_action() {
        for log in Log::ALL {
            let showing = Action::ALL.into_iter().filter(|action| action.command() == Command::Show(View::Log(log)));
            let showing: Vec<Action> = showing.collect();
            assert_eq!(showing.len(), 1, "{}", log.key());
            let has_tab = Log::TABS.contains(&log);
            assert_eq!(showing.first().and_then(|action| action.shows_log()), (!has_tab).then_some(log));
        }
    }

    #[test]
    fn every_action_is_in_one_menu() {
        let listed: Vec<Action> = Area::ALL.into_iter().flat_map(Area::groups).flatten().collect();
        let different: HashSet<Action> = listed.iter().copied().collect();
        assert_eq!((listed.len(), different.len()), (Action::ALL.len(), Action::ALL.len()));
    }
}
