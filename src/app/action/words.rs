//! The titles and explanations of the actions.

use super::Action;
use crate::texts::text;

impl Action {
    /// What the menu calls it, and what it does in a sentence without full stop.
    pub(super) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Open => (text!("action-open"), text!("action-open-about")),
            Self::OpenFolder => (text!("action-open-folder"), text!("action-open-folder-about")),
            Self::ShowSample => (text!("action-show-sample"), text!("action-show-sample-about")),
            Self::LeaveSample => (text!("action-leave-sample"), text!("action-leave-sample-about")),
            Self::Export => (text!("action-export"), text!("action-export-about")),
            Self::SavePicture => (text!("action-save-picture"), text!("action-save-picture-about")),
            Self::ReviewPack => (text!("action-review-pack"), text!("action-review-pack-about")),
            Self::ShowSources => (text!("action-show-sources"), text!("action-show-sources-about")),
            Self::VerifyFiles => (text!("action-verify-files"), text!("action-verify-files-about")),
            Self::ForgetOld => (text!("action-forget-old"), text!("action-forget-old-about")),
            Self::Encrypt => (text!("action-encrypt"), text!("action-encrypt-about")),
            Self::Quit => (text!("action-quit"), text!("action-quit-about")),
            Self::Undo => (text!("action-undo"), text!("action-undo-about")),
            Self::Redo => (text!("action-redo"), text!("action-redo-about")),
            Self::ToggleBookmark => (text!("action-toggle-bookmark"), text!("action-toggle-bookmark-about")),
            Self::WriteNote => (text!("action-write-note"), text!("action-write-note-about")),
            Self::ShowInteractive => (text!("action-show-interactive"), text!("action-show-interactive-about")),
            Self::ShowNonInteractive => {
                (text!("action-show-non-interactive"), text!("action-show-non-interactive-about"))
            }
            Self::ShowServicePrincipal => {
                (text!("action-show-service-principal"), text!("action-show-service-principal-about"))
            }
            Self::ShowManagedIdentity => {
                (text!("action-show-managed-identity"), text!("action-show-managed-identity-about"))
            }
            Self::ShowAdFs => (text!("action-show-ad-fs"), text!("action-show-ad-fs-about")),
            Self::ShowAudit => (text!("action-show-audit"), text!("action-show-audit-about")),
            Self::ShowProvisioning => (text!("action-show-provisioning"), text!("action-show-provisioning-about")),
            Self::ShowRiskyUsers => (text!("action-show-risky-users"), text!("action-show-risky-users-about")),
            Self::ShowRiskyWorkloads => {
                (text!("action-show-risky-workloads"), text!("action-show-risky-workloads-about"))
            }
            Self::ShowRiskDetections => {
                (text!("action-show-risk-detections"), text!("action-show-risk-detections-about"))
            }
            Self::ShowActivity => (text!("action-show-activity"), text!("action-show-activity-about")),
            Self::ShowActivitySignIns => {
                (text!("action-show-activity-sign-ins"), text!("action-show-activity-sign-ins-about"))
            }
            Self::ShowInsights => (text!("action-show-insights"), text!("action-show-insights-about")),
            Self::ShowErrors => (text!("action-show-errors"), text!("action-show-errors-about")),
            Self::GoBack => (text!("action-go-back"), text!("action-go-back-about")),
            Self::GoForward => (text!("action-go-forward"), text!("action-go-forward-about")),
            Self::TogglePrivate => (text!("action-toggle-private"), text!("action-toggle-private-about")),
            Self::ZoomIn => (text!("action-zoom-in"), text!("action-zoom-in-about")),
            Self::ZoomOut => (text!("action-zoom-out"), text!("action-zoom-out-about")),
            Self::ZoomReset => (text!("action-zoom-reset"), text!("action-zoom-reset-about")),
            Self::SaveView => (text!("action-save-view"), text!("action-save-view-about")),
            Self::UpdateView => (text!("action-update-view"), text!("action-update-view-about")),
            Self::LeaveView => (text!("action-leave-view"), text!("action-leave-view-about")),
            Self::ManageViews => (text!("action-manage-views"), text!("action-manage-views-about")),
            Self::Search => (text!("action-search"), text!("action-search-about")),
            Self::ClearFilter => (text!("action-clear-filter"), text!("action-clear-filter-about")),
            Self::ShowBookmarked => (text!("action-show-bookmarked"), text!("action-show-bookmarked-about")),
            Self::ToggleFacets => (text!("action-toggle-facets"), text!("action-toggle-facets-about")),
            Self::ToggleGrouping => (text!("action-toggle-grouping"), text!("action-toggle-grouping-about")),
            Self::ChooseColumns => (text!("action-choose-columns"), text!("action-choose-columns-about")),
            Self::CopyLine => (text!("action-copy-line"), text!("action-copy-line-about")),
            Self::CopyPicture => (text!("action-copy-picture"), text!("action-copy-picture-about")),
            Self::CopyData => (text!("action-copy-data"), text!("action-copy-data-about")),
            Self::DetachDetail => (text!("action-detach-detail"), text!("action-detach-detail-about")),
            Self::CloseDetail => (text!("action-close-detail"), text!("action-close-detail-about")),
            Self::Palette => (text!("action-palette"), text!("action-palette-about")),
            Self::FilterHelp => (text!("action-filter-help"), text!("action-filter-help-about")),
            Self::Shortcuts => (text!("action-shortcuts"), text!("action-shortcuts-about")),
            Self::ShowTimings => (text!("action-show-timings"), text!("action-show-timings-about")),
            Self::CopyDiagnostics => (text!("action-copy-diagnostics"), text!("action-copy-diagnostics-about")),
            Self::About => (text!("action-about"), text!("action-about-about")),
        }
    }
}
