//! Which actions make sense at the moment, and what they are called then.

use std::borrow::Cow;

use super::Action;
use crate::app::command::View;
use crate::app::saved_views::ViewName;
use crate::app::state::State;

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
        let title = action.spec().title;
        if action == Action::TogglePrivate && self.is_private() {
            return Cow::Borrowed("Show names again");
        }
        if action == Action::Encrypt && self.encryption.is_on {
            return Cow::Borrowed("Passphrase of the cache…");
        }
        let change = match action {
            Action::Undo => self.undo_title(),
            Action::Redo => self.redo_title(),
            Action::UpdateView => {
                return match self.active_view() {
                    Some(ViewName::Own(name)) => Cow::Owned(format!("Update “{name}”")),
                    Some(ViewName::BuiltIn(_)) | None => Cow::Borrowed(title),
                };
            }
            _ => None,
        };
        change.map_or(Cow::Borrowed(title), |change| Cow::Owned(format!("{title} {change}")))
    }
}
