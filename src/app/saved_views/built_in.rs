//! The views to start from.

use super::SavedView;
use crate::app::settings::{Settings, SortBy, TableColumn};
use crate::fields::Field::{
    self, App, AuthRequirement, ClientApp, ConditionalAccess, CrossTenantAccess, ErrorCode, FailureReason,
    HomeTenantId, Ip, Location, MfaResult, Resource, Risk, RiskDetail, RiskState, ServicePrincipal, ServicePrincipalId,
    Status, Time, User, UserType, Username,
};
use crate::fields::Log;
use crate::texts::text;

/// A view that comes with the program.
#[derive(Clone, Copy, Debug)]
pub struct BuiltIn {
    /// What the settings file calls it; never changes once released.
    pub key: &'static str,
    /// Its name in English, which no view of the user's own has; the menu says [`Self::shown_title`].
    pub title: &'static str,
    log: Log,
    query: &'static str,
    columns: &'static [Field],
    /// Folded rows, those of most sign-ins first.
    most_first: bool,
}

/// Every built-in view, in the order of the menu.
pub static BUILT_IN: [BuiltIn; 7] = [
    BuiltIn {
        key: "failures",
        title: "Failures in the last 24 hours",
        log: Log::Interactive,
        query: "status:failure last:24h",
        columns: &[Time, User, App, ErrorCode, FailureReason, Ip, Location, ClientApp, ConditionalAccess],
        most_first: false,
    },
    BuiltIn {
        key: "legacy",
        title: "Legacy clients",
        log: Log::Interactive,
        query: "client_app:legacy",
        columns: &[Time, User, ClientApp, App, Status, ErrorCode, Ip, Location, ConditionalAccess],
        most_first: false,
    },
    BuiltIn {
        key: "mfa",
        title: "Interrupted by MFA",
        log: Log::Interactive,
        query: "status:interrupted error_code:50072,50074,50076,50079",
        columns: &[
            Time,
            User,
            App,
            ErrorCode,
            FailureReason,
            MfaResult,
            AuthRequirement,
            ConditionalAccess,
            Ip,
            Location,
        ],
        most_first: false,
    },
    BuiltIn {
        key: "guests",
        title: "Guests",
        log: Log::Interactive,
        query: "user_type:guest,external",
        columns: &[Time, User, Username, UserType, CrossTenantAccess, HomeTenantId, App, Status, Ip, Location],
        most_first: false,
    },
    BuiltIn {
        key: "risky",
        title: "Risky sign-ins",
        log: Log::Interactive,
        query: "risk:>=low",
        columns: &[Time, User, App, Status, Risk, RiskState, RiskDetail, Ip, Location, ConditionalAccess],
        most_first: false,
    },
    BuiltIn {
        key: "service-principals",
        title: "Service principals failing",
        log: Log::ServicePrincipal,
        query: "status:failure",
        columns: &[Time, ServicePrincipal, ErrorCode, FailureReason, Resource, Ip, Location, ServicePrincipalId],
        most_first: true,
    },
    BuiltIn {
        key: "newest",
        title: "Newest 24 hours",
        log: Log::Interactive,
        query: "last:24h",
        columns: &[Time, User, App, Status, ErrorCode, Ip, Location, ClientApp, ConditionalAccess, AuthRequirement],
        most_first: false,
    },
];

impl BuiltIn {
    /// The view with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<&'static Self> {
        BUILT_IN.iter().find(|view| view.key == key)
    }

    /// What the menu calls it.
    #[must_use]
    pub fn shown_title(&self) -> &'static str {
        self.shown().0
    }

    /// What it shows, in a sentence without full stop.
    #[must_use]
    pub fn about(&self) -> &'static str {
        self.shown().1
    }

    fn shown(&self) -> (&'static str, &'static str) {
        match self.key {
            "failures" => (text!("saved-views-failures"), text!("saved-views-failures-about")),
            "legacy" => (text!("saved-views-legacy"), text!("saved-views-legacy-about")),
            "mfa" => (text!("saved-views-mfa"), text!("saved-views-mfa-about")),
            "guests" => (text!("saved-views-guests"), text!("saved-views-guests-about")),
            "risky" => (text!("saved-views-risky"), text!("saved-views-risky-about")),
            "service-principals" => {
                (text!("saved-views-service-principals"), text!("saved-views-service-principals-about"))
            }
            "newest" => (text!("saved-views-newest"), text!("saved-views-newest-about")),
            _ => (self.title, ""),
        }
    }

    /// The log with its filter and its table.
    #[must_use]
    pub fn view(&self) -> SavedView {
        let settings = Settings::default();
        let mut layout = settings.table(self.log).clone();
        layout.columns = self.columns.to_vec();
        if self.most_first {
            layout.sort = vec![SortBy { column: TableColumn::Count, descending: true }];
        }
        SavedView {
            name: self.title.to_owned(),
            log: self.log,
            query: self.query.to_owned(),
            layout,
            aggregate_hours: settings.aggregate_hours,
        }
    }
}
