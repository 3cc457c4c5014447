//! Where each action is found: its menu, its part of the shortcut sheet, and other words for it.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use super::{Action, keys};
use crate::texts::text;

/// A menu, and a part of the shortcut sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// Reports, sources, the program itself.
    File,
    /// Undo, copying, what the analyst says.
    Edit,
    /// What the window shows and how.
    View,
    /// Saved views.
    Views,
    /// Finding rows and laying out their table.
    Table,
    /// Finding one's way.
    Help,
}

impl Area {
    /// Every area, in the order of the menus.
    pub const ALL: [Self; 6] = [Self::File, Self::Edit, Self::View, Self::Views, Self::Table, Self::Help];

    /// What its menu is called.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::File => text!("menu-file"),
            Self::Edit => text!("menu-edit"),
            Self::View => text!("menu-view"),
            Self::Views => text!("menu-views"),
            Self::Table => text!("menu-table"),
            Self::Help => text!("menu-help"),
        }
    }

    /// The actions of its menu in their order; a line stands between groups.
    pub fn groups(self) -> impl Iterator<Item = Vec<Action>> {
        let of_area: Vec<(u8, Action)> = Action::ALL
            .into_iter()
            .filter(|action| action.area().0 == self)
            .map(|action| (action.area().1, action))
            .collect();
        let mut numbers: Vec<u8> = of_area.iter().map(|(number, _)| *number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.into_iter().map(move |group| {
            of_area.iter().filter(|(number, _)| *number == group).map(|(_, action)| *action).collect()
        })
    }
}

impl Action {
    /// Its menu, and the number of its group there.
    #[must_use]
    pub fn area(self) -> (Area, u8) {
        match self {
            Self::Open | Self::OpenFolder | Self::ShowSample | Self::LeaveSample => (Area::File, 0),
            Self::Export | Self::SavePicture | Self::ReviewPack => (Area::File, 1),
            Self::ShowSources | Self::VerifyFiles | Self::ForgetOld | Self::Encrypt => (Area::File, 2),
            Self::Quit => (Area::File, 3),
            Self::Undo | Self::Redo => (Area::Edit, 0),
            Self::CopyLine | Self::CopyPicture | Self::CopyData => (Area::Edit, 1),
            Self::ToggleBookmark | Self::WriteNote => (Area::Edit, 2),
            Self::ShowInteractive
            | Self::ShowNonInteractive
            | Self::ShowServicePrincipal
            | Self::ShowManagedIdentity
            | Self::ShowInsights
            | Self::ShowErrors => (Area::View, 0),
            Self::ShowAdFs
            | Self::ShowAudit
            | Self::ShowProvisioning
            | Self::ShowRiskyUsers
            | Self::ShowRiskyWorkloads
            | Self::ShowRiskDetections
            | Self::ShowActivity
            | Self::ShowActivitySignIns => (Area::View, 1),
            Self::GoBack | Self::GoForward => (Area::View, 2),
            Self::TogglePrivate => (Area::View, 3),
            Self::ZoomIn | Self::ZoomOut | Self::ZoomReset => (Area::View, 4),
            Self::SaveView | Self::UpdateView | Self::LeaveView | Self::ManageViews => (Area::Views, 0),
            Self::Search | Self::ClearFilter | Self::ShowBookmarked => (Area::Table, 0),
            Self::ToggleFacets | Self::ToggleGrouping | Self::ChooseColumns => (Area::Table, 1),
            Self::DetachDetail | Self::CloseDetail => (Area::Table, 2),
            Self::Palette | Self::FilterHelp | Self::Shortcuts | Self::About => (Area::Help, 0),
            Self::ShowTimings | Self::CopyDiagnostics => (Area::Help, 1),
        }
    }

    /// Further keys, beside its shortcut.
    #[must_use]
    pub fn further_keys(self) -> &'static [KeyboardShortcut] {
        const REDO: [KeyboardShortcut; 1] = [keys(Modifiers::COMMAND, Key::Y)];
        const BOOKMARK: [KeyboardShortcut; 1] = [keys(Modifiers::NONE, Key::B)];
        const NOTE: [KeyboardShortcut; 1] = [keys(Modifiers::NONE, Key::N)];
        // The same key without Shift, on keyboards that have it so.
        const ZOOM_IN: [KeyboardShortcut; 1] = [keys(Modifiers::COMMAND, Key::Equals)];
        const SHORTCUTS: [KeyboardShortcut; 1] = [keys(Modifiers::NONE, Key::Questionmark)];
        match self {
            Self::Redo => &REDO,
            Self::ToggleBookmark => &BOOKMARK,
            Self::WriteNote => &NOTE,
            Self::Shortcuts => &SHORTCUTS,
            Self::ZoomIn => &ZOOM_IN,
            _ => &[],
        }
    }

    /// Every key it has, its shortcut first.
    pub fn all_keys(self) -> impl Iterator<Item = KeyboardShortcut> {
        self.shortcut().into_iter().chain(self.further_keys().iter().copied())
    }

    /// Other words by which people look for it.
    #[must_use]
    pub fn synonyms(self) -> &'static str {
        SYNONYMS.iter().find(|(action, _)| *action == self).map_or("", |(_, words)| words)
    }
}

/// Words that the titles do not have. Most titles say enough.
const SYNONYMS: [(Action, &str); 50] = [
    (Action::Open, "import load add csv json zip report file"),
    (Action::OpenFolder, "import load directory downloads"),
    (Action::ShowSample, "demo example tutorial contoso"),
    (Action::LeaveSample, "demo example exit"),
    (Action::Export, "save write csv json excel xlsx original records"),
    (Action::SavePicture, "image png svg graph export slide"),
    (Action::ReviewPack, "report html xlsx print export evidence"),
    (Action::ShowSources, "imports files rejects forget provenance"),
    (Action::VerifyFiles, "sources sha-256 hash changed gone integrity evidence provenance"),
    (Action::ForgetOld, "retention delete remove age days privacy"),
    (Action::Encrypt, "passphrase password lock protect decrypt security"),
    (Action::Quit, "exit close window"),
    (Action::Undo, "back revert take back"),
    (Action::Redo, "again repeat forward"),
    (Action::CopyLine, "clipboard"),
    (Action::CopyPicture, "clipboard picture graph screenshot slide"),
    (Action::CopyData, "clipboard figures numbers graph excel"),
    (Action::ToggleBookmark, "star flag mark favourite pin remember"),
    (Action::WriteNote, "comment annotate remark text"),
    (Action::ShowBookmarked, "star flag favourites marks"),
    (Action::ShowNonInteractive, "background refresh token"),
    (Action::ShowServicePrincipal, "application app workload"),
    (Action::ShowManagedIdentity, "azure resource workload msi"),
    (Action::ShowAdFs, "federation connect health"),
    (Action::ShowAudit, "directory changes log modified admin"),
    (Action::ShowProvisioning, "scim synchronisation sync hr"),
    (Action::ShowRiskyUsers, "id protection identity compromised"),
    (Action::ShowRiskyWorkloads, "id protection service principals compromised"),
    (Action::ShowRiskDetections, "id protection alerts leaked unfamiliar"),
    (Action::ShowActivity, "office purview unified audit log exchange sharepoint"),
    (Action::ShowActivitySignIns, "office purview unified audit log login"),
    (Action::ShowInsights, "application usage chart graph trend activity report overview users"),
    (Action::GoBack, "previous return history"),
    (Action::GoForward, "next history"),
    (Action::ShowErrors, "aadsts lookup explain meaning"),
    (Action::TogglePrivate, "privacy hide anonymous pseudonym mask redact screenshot share"),
    (Action::ZoomIn, "zoom text scale bigger magnify font"),
    (Action::ZoomOut, "zoom text scale font"),
    (Action::ZoomReset, "zoom text scale normal 100%"),
    (Action::SaveView, "store keep preset"),
    (Action::ManageViews, "rename delete reorder hide duplicate preset"),
    (Action::Search, "find filter query"),
    (Action::ClearFilter, "reset all everything remove"),
    (Action::ToggleFacets, "values counts sidebar panel left"),
    (Action::ToggleGrouping, "fold aggregate ungroup"),
    (Action::ChooseColumns, "fields show hide add"),
    (Action::ShowTimings, "speed performance slow debug overlay"),
    (Action::CopyDiagnostics, "support problem bug report version system"),
    (Action::FilterHelp, "help syntax query search manual regular expression"),
    (Action::Shortcuts, "keys hotkeys help keyboard"),
];
