//! The filters of the portal's sign-in logs, each with its like in the filter language.
//!
//! Source: Microsoft's public documentation of the sign-in logs (2020 to 2026). The portal joins filters by
//! AND only, matches beginnings of texts, and cannot exclude; an asterisk behind a value does what it does.

use crate::fields::{Log, Logs};

/// A filter of the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PortalFilter {
    /// What the portal calls it; of a choice with many values, with the value.
    pub title: &'static str,
    /// The logs that have it.
    pub logs: Logs,
    /// How the filter language asks the same; empty if it is none of a filter's business.
    pub example: &'static str,
    /// What to know about it; empty if the example says it all.
    pub note: &'static str,
}

const ALL: Logs = Logs::SIGN_INS;
const USERS: Logs = Logs::USERS;
const WORKLOADS: Logs = Logs::WORKLOADS;
const APPLICATIONS: Logs = Logs::of(&[Log::Interactive, Log::NonInteractive, Log::ServicePrincipal, Log::AdFs]);

const fn filter(title: &'static str, logs: Logs, example: &'static str) -> PortalFilter {
    PortalFilter { title, logs, example, note: "" }
}

/// A value of the portal's filter of client apps.
const fn client_app(title: &'static str, example: &'static str) -> PortalFilter {
    filter(title, USERS, example)
}

impl PortalFilter {
    const fn note(self, note: &'static str) -> Self {
        Self { note, ..self }
    }
}

/// Every filter, in the portal's order.
pub const PORTAL_FILTERS: &[PortalFilter] = &[
    filter("Date: last 7 days", ALL, "last:7d").note("Ends at the newest sign-in, since downloads are often old"),
    filter("Date: last 24 hours", ALL, "last:24h"),
    filter("Date: last 1 month", ALL, "last:30d"),
    filter("Date: custom time interval", ALL, "time:2026-10-01..2026-10-31")
        .note("Both days belong to it, on the clock of the window"),
    filter("Request ID", ALL, "request_id:acf98e2d-8adf-4fe4-9944-bce982548600")
        .note("Its beginning will do: request_id:acf98e*"),
    filter("Correlation ID", ALL, "correlation_id:5d295068-919f-4017-85d8-44c6ea6b6b5f")
        .note("The requests of one attempt"),
    filter("User", USERS, "user:anna*").note("Name or username"),
    filter("Username", USERS, "username:anna@*"),
    filter("Application", APPLICATIONS, "app:\"Office 365\"*").note("Name or application ID"),
    filter("Status: success", ALL, "status:success"),
    filter("Status: failure", ALL, "status:failure"),
    filter("Status: interrupted", ALL, "status:interrupted").note("Several at once: status:failure,interrupted"),
    filter("IP address", ALL, "ip:203.0.113.*").note("Networks too: ip:203.0.113.0/24 or ip:2001:db8::/32"),
    filter("Location", USERS, "location:Graz")
        .note("City, state, country or all of it; also city:, state: and country:"),
    filter("Resource", ALL, "resource:\"Microsoft Graph\"*").note("Name or ID"),
    filter("Resource ID", ALL, "resource_id:00000003-0000-0000-c000-000000000000"),
    client_app("Client app: modern authentication clients", "client_app:modern")
        .note("Browsers and modern native apps"),
    client_app("Client app: legacy authentication clients", "client_app:legacy").note("Every other one that is known"),
    client_app("Client app: Browser", "client_app:Browser"),
    client_app("Client app: Mobile apps and desktop clients", "client_app:\"Mobile Apps and Desktop clients\""),
    client_app("Client app: Authenticated SMTP", "client_app:\"Authenticated SMTP\""),
    client_app("Client app: Autodiscover", "client_app:AutoDiscover"),
    client_app("Client app: Exchange ActiveSync", "client_app:\"Exchange ActiveSync\""),
    client_app("Client app: Exchange Online PowerShell", "client_app:\"Exchange Online PowerShell\""),
    client_app("Client app: Exchange Web Services", "client_app:\"Exchange Web Services\""),
    client_app("Client app: IMAP4", "client_app:IMAP4"),
    client_app("Client app: MAPI over HTTP", "client_app:\"MAPI Over HTTP\""),
    client_app("Client app: Offline Address Book", "client_app:\"Offline Address Book\""),
    client_app("Client app: Outlook Anywhere (RPC over HTTP)", "client_app:\"Outlook Anywhere (RPC over HTTP)\""),
    client_app("Client app: Outlook Service", "client_app:\"Outlook Service\""),
    client_app("Client app: POP3", "client_app:POP3"),
    client_app("Client app: Reporting Web Services", "client_app:\"Reporting Web Services\""),
    client_app("Client app: Other clients", "client_app:\"Other clients\""),
    client_app("Client app: (empty)", "client_app:\"\"").note("Unknown, which is neither legacy nor modern"),
    filter("Operating system", USERS, "os:Windows*"),
    filter("Device browser", USERS, "browser:Edge*"),
    filter("Conditional Access: not applied", ALL, "ca_status:notApplied"),
    filter("Conditional Access: success", ALL, "ca_status:success"),
    filter("Conditional Access: failure", ALL, "ca_status:failure")
        .note("A policy by name: policy:\"Require MFA\" policy_result:failure"),
    filter("Time aggregate", ALL, "").note("Changes how rows fold, not which there are: see Group rows"),
    filter("Is CAE token", USERS, "cae:yes").note("Yes on only one of the requests of a sign-in"),
    filter("Flagged for review", USERS, "flagged:yes"),
    filter("Authentication protocol", USERS, "auth_protocol:deviceCode"),
    filter("Original transfer method", USERS, "original_transfer_method:deviceCodeFlow")
        .note("Stays on later refreshes of the session"),
    filter("Cross tenant access type", USERS, "cross_tenant_access:b2bCollaboration"),
    filter("Token issuer type", USERS, "token_issuer_type:ADFederationServices"),
    filter("Incoming token type", USERS, "incoming_token_type:primaryRefreshToken"),
    filter("Token Protection - Sign In Session StatusCode", USERS, "token_protection_code:1002"),
    filter("Is agent", ALL, "agent:yes"),
    filter("Agent type", ALL, "agent_type:agentIDuser"),
    filter("Is agent subject", ALL, "agent_subject:yes"),
    filter("Service principal", WORKLOADS, "service_principal:Backup*").note("Name or ID; managed identities too"),
    filter("Authentication requirement: single-factor", USERS, "auth_requirement:singleFactorAuthentication")
        .note("The stage that was reached, not what was asked for; mfa:no for short"),
    filter("Authentication requirement: multifactor", USERS, "auth_requirement:multiFactorAuthentication")
        .note("mfa:yes for short"),
    filter("Sign-in error code", ALL, "error_code:50126")
        .note("Several: error_code:50126,50053; ranges: error_code:50000..50099"),
    filter("Sign-in type", USERS, "log:interactive")
        .note("In the report of risky sign-ins only; here each log has its tab"),
];
