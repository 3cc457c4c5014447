//! Which actions make sense at the moment, and what they are called then.

use std::borrow::Cow;

use super::Action;
use crate::app::command::View;
use crate::app::saved_views::ViewName;
use crate::app::state::State;
use crate::texts::text;

impl State {
    /// Whether an action would do something now.
    #[must_use]
    pub fn can(&self, action: Action) -> bool {
        match action {
            Action::Undo => self.undo_title().is_some() || self.search.typed.is_some(),
            Action::Redo => self.redo_title().is_some(),
            Action::ShowSample => !self.is_sample,
            Action::LeaveSample => self.is_sample,
            Action::GoBack => match self.view {
                View::Log(_) => self.back.is_some(),
                View::Insights => self.insights.previous().is_some(),
                View::Errors | View::Sources => false,
            },
            Action::GoForward => self.view == View::Insights && self.insights.next().is_some(),
            // The files of the sample tenant are in the program.
            Action::VerifyFiles => !self.is_sample && !self.sources.is_empty() && !self.verifying.is_running(),
            Action::ForgetOld => !self.is_sample && !self.sources.is_empty(),
            // The sample tenant is nobody's secret.
            Action::Encrypt => !self.is_sample && self.is_loaded,
            Action::UpdateView => matches!(self.active_view(), Some(ViewName::Own(_))) && self.is_view_changed(),
            Action::LeaveView => self.active_view().is_some(),
            Action::ClearFilter => !self.query.is_empty() || !self.search.text.is_empty(),
            // Names are still to be seen, or nothing is.
            Action::Export
            | Action::CopyLine
            | Action::SavePicture
            | Action::CopyPicture
            | Action::CopyData
            | Action::ReviewPack
                if self.is_hiding() =>
            {
                false
            }
            Action::Export | Action::ToggleGrouping | Action::ChooseColumns | Action::ToggleFacets => {
                matches!(self.view, View::Log(_))
            }
            Action::CopyLine => matches!(self.view, View::Log(_)) && self.present_table().selected.is_some(),
            Action::ToggleBookmark | Action::WriteNote => {
                self.detail.is_some() || (matches!(self.view, View::Log(_)) && self.present_table().selected.is_some())
            }
            Action::SavePicture | Action::CopyPicture | Action::CopyData => self.has_section(),
            Action::ReviewPack => !self.columns.is_empty(),
            Action::DetachDetail | Action::CloseDetail => self.detail.is_some(),
            Action::ShowAdFs
            | Action::ShowAudit
            | Action::ShowProvisioning
            | Action::ShowRiskyUsers
            | Action::ShowRiskyWorkloads
            | Action::ShowRiskDetections
            | Action::ShowActivity
            | Action::ShowActivitySignIns => {
                action.shows_log().is_some_and(|log| !self.columns.rows_of(log).is_empty())
            }
            Action::Open
            | Action::OpenFolder
            | Action::ShowSources
            | Action::Quit
            | Action::ShowInteractive
            | Action::ShowNonInteractive
            | Action::ShowServicePrincipal
            | Action::ShowManagedIdentity
            | Action::ShowInsights
            | Action::ShowErrors
            | Action::TogglePrivate
            | Action::ZoomIn
            | Action::ZoomOut
            | Action::ZoomReset
            | Action::SaveView
            | Action::ManageViews
            | Action::Search
            | Action::ShowBookmarked
            | Action::Palette
            | Action::FilterHelp
            | Action::Shortcuts
            | Action::ShowTimings
            | Action::CopyDiagnostics
            | Action::About => true,
        }
    }

    /// What an action is called at the moment: undo and redo say what they change.
    #[must_use]
    pub fn action_title(&self, action: Action) -> Cow<'static, str> {
        let now = match action {
            Action::TogglePrivate if self.is_private() => return Cow::Borrowed(text!("action-toggle-private-on")),
            Action::Encrypt if self.encryption.is_on => return Cow::Borrowed(text!("action-encrypt-on")),
            Action::Undo => self.undo_title().map(|change| text!("action-undo-change", change = change)),
            Action::Redo => self.redo_title().map(|change| text!("action-redo-change", change = change)),
            Action::UpdateView => match self.active_view() {
                Some(ViewName::Own(name)) => Some(text!("action-update-view-named", name = name.as_str())),
                Some(ViewName::BuiltIn(_)) | None => None,
            },
            _ => None,
        };
        now.map_or_else(|| Cow::Borrowed(action.spec().title), Cow::Owned)
    }
}
