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

const ALL: Logs = Logs::ALL;
const USERS: Logs = Logs::USERS;
const WORKLOADS: Logs = Logs::WORKLOADS;
const APPLICATIONS: Logs = Logs::of(&[Log::Interactive, Log::NonInteractive, Log::ServicePrincipal, Log::AdFs]);

const fn filter(title: &'static str, logs: Logs, example: &'static str, note: &'static str) -> PortalFilter {
    PortalFilter { title, logs, example, note }
}

/// Every filter, in the portal's order.
pub const PORTAL_FILTERS: &[PortalFilter] = &[
    filter("Date: last 7 days", ALL, "last:7d", "Ends at the newest sign-in, since downloads are often old"),
    filter("Date: last 24 hours", ALL, "last:24h", ""),
    filter("Date: last 1 month", ALL, "last:30d", ""),
    filter(
        "Date: custom time interval",
        ALL,
        "time:2026-10-01..2026-10-31",
        "Both days belong to it, on the clock of the window",
    ),
    filter(
        "Request ID",
        ALL,
        "request_id:acf98e2d-8adf-4fe4-9944-bce982548600",
        "Its beginning will do: request_id:acf98e*",
    ),
    filter("Correlation ID", ALL, "correlation_id:5d295068-919f-4017-85d8-44c6ea6b6b5f", "The requests of one attempt"),
    filter("User", USERS, "user:anna*", "Name or username"),
    filter("Username", USERS, "username:anna@*", ""),
    filter("Application", APPLICATIONS, "app:\"Office 365\"*", "Name or application ID"),
    filter("Status: success", ALL, "status:success", ""),
    filter("Status: failure", ALL, "status:failure", ""),
    filter("Status: interrupted", ALL, "status:interrupted", "Several at once: status:failure,interrupted"),
    filter("IP address", ALL, "ip:203.0.113.*", "Networks too: ip:203.0.113.0/24 or ip:2001:db8::/32"),
    filter("Location", USERS, "location:Graz", "City, state, country or all of it; also city:, state: and country:"),
    filter("Resource", ALL, "resource:\"Microsoft Graph\"*", "Name or ID"),
    filter("Resource ID", ALL, "resource_id:00000003-0000-0000-c000-000000000000", ""),
    filter("Client app: modern authentication clients", USERS, "client_app:modern", "Browsers and modern native apps"),
    filter("Client app: legacy authentication clients", USERS, "client_app:legacy", "Every other one that is known"),
    filter("Client app: Browser", USERS, "client_app:Browser", ""),
    filter("Client app: Mobile apps and desktop clients", USERS, "client_app:\"Mobile Apps and Desktop clients\"", ""),
    filter("Client app: Authenticated SMTP", USERS, "client_app:\"Authenticated SMTP\"", ""),
    filter("Client app: Autodiscover", USERS, "client_app:AutoDiscover", ""),
    filter("Client app: Exchange ActiveSync", USERS, "client_app:\"Exchange ActiveSync\"", ""),
    filter("Client app: Exchange Online PowerShell", USERS, "client_app:\"Exchange Online PowerShell\"", ""),
    filter("Client app: Exchange Web Services", USERS, "client_app:\"Exchange Web Services\"", ""),
    filter("Client app: IMAP4", USERS, "client_app:IMAP4", ""),
    filter("Client app: MAPI over HTTP", USERS, "client_app:\"MAPI Over HTTP\"", ""),
    filter("Client app: Offline Address Book", USERS, "client_app:\"Offline Address Book\"", ""),
    filter(
        "Client app: Outlook Anywhere (RPC over HTTP)",
        USERS,
        "client_app:\"Outlook Anywhere (RPC over HTTP)\"",
        "",
    ),
    filter("Client app: Outlook Service", USERS, "client_app:\"Outlook Service\"", ""),
    filter("Client app: POP3", USERS, "client_app:POP3", ""),
    filter("Client app: Reporting Web Services", USERS, "client_app:\"Reporting Web Services\"", ""),
    filter("Client app: Other clients", USERS, "client_app:\"Other clients\"", ""),
    filter("Client app: (empty)", USERS, "client_app:\"\"", "Unknown, which is neither legacy nor modern"),
    filter("Operating system", USERS, "os:Windows*", ""),
    filter("Device browser", USERS, "browser:Edge*", ""),
    filter("Conditional Access: not applied", ALL, "ca_status:notApplied", ""),
    filter("Conditional Access: success", ALL, "ca_status:success", ""),
    filter(
        "Conditional Access: failure",
        ALL,
        "ca_status:failure",
        "A policy by name: policy:\"Require MFA\" policy_result:failure",
    ),
    filter("Time aggregate", ALL, "", "Changes how rows fold, not which there are: see Group rows"),
    filter("Is CAE token", USERS, "cae:yes", "Yes on only one of the requests of a sign-in"),
    filter("Flagged for review", USERS, "flagged:yes", ""),
    filter("Authentication protocol", USERS, "auth_protocol:deviceCode", ""),
    filter(
        "Original transfer method",
        USERS,
        "original_transfer_method:deviceCodeFlow",
        "Stays on later refreshes of the session",
    ),
    filter("Cross tenant access type", USERS, "cross_tenant_access:b2bCollaboration", ""),
    filter("Token issuer type", USERS, "token_issuer_type:ADFederationServices", ""),
    filter("Incoming token type", USERS, "incoming_token_type:primaryRefreshToken", ""),
    filter("Token Protection - Sign In Session StatusCode", USERS, "token_protection_code:1002", ""),
    filter("Is agent", ALL, "agent:yes", ""),
    filter("Agent type", ALL, "agent_type:agentIDuser", ""),
    filter("Is agent subject", ALL, "agent_subject:yes", ""),
    filter("Service principal", WORKLOADS, "service_principal:Backup*", "Name or ID; managed identities too"),
    filter(
        "Authentication requirement: single-factor",
        USERS,
        "auth_requirement:singleFactorAuthentication",
        "The stage that was reached, not what was asked for; mfa:no for short",
    ),
    filter(
        "Authentication requirement: multifactor",
        USERS,
        "auth_requirement:multiFactorAuthentication",
        "mfa:yes for short",
    ),
    filter(
        "Sign-in error code",
        ALL,
        "error_code:50126",
        "Several: error_code:50126,50053; ranges: error_code:50000..50099",
    ),
    filter("Sign-in type", USERS, "log:interactive", "In the report of risky sign-ins only; here each log has its tab"),
];
