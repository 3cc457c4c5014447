//! The values that choices take: Graph's spelling, which is stored, and the portal's words, which are shown.
//!
//! Values are those of Graph's metadata (beta, August 2026); a value not listed here is kept and shown as
//! it stands, since Microsoft adds new ones.

/// One value of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// As Graph spells it and as it is stored.
    pub value: &'static str,
    /// As the portal shows it.
    pub title: &'static str,
    /// Other spellings met in files, older names among them.
    pub also: &'static [&'static str],
}

const fn term(value: &'static str, title: &'static str) -> Term {
    Term { value, title, also: &[] }
}

const fn renamed(value: &'static str, title: &'static str, also: &'static [&'static str]) -> Term {
    Term { value, title, also }
}

/// Letters and digits of a text in lower case: how spellings of one value are compared, since exports
/// write `notApplied`, `Not applied` and `Not Applied`.
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The term that `text` spells.
pub(super) fn find(terms: &'static [Term], text: &str) -> Option<&'static Term> {
    if let Some(exact) = terms.iter().find(|term| term.value == text) {
        return Some(exact);
    }
    let wanted = fold(text);
    terms.iter().find(|term| [term.value, term.title].iter().chain(term.also).any(|spelling| fold(spelling) == wanted))
}

pub(super) const LOGS: &[Term] = &[
    term("interactive", "Interactive"),
    term("non-interactive", "Non-interactive"),
    term("service-principal", "Service principal"),
    term("managed-identity", "Managed identity"),
    term("adfs", "AD FS"),
];

pub(super) const STATUSES: &[Term] =
    &[term("success", "Success"), term("failure", "Failure"), term("interrupted", "Interrupted")];

pub(super) const STATUS_SOURCES: &[Term] = &[term("file", "The file"), term("error-code", "The error code")];

pub(super) const CA_STATUSES: &[Term] =
    &[term("success", "Success"), term("failure", "Failure"), term("notApplied", "Not applied")];

pub(super) const AUTH_REQUIREMENTS: &[Term] = &[
    renamed("singleFactorAuthentication", "Single-factor authentication", &["single-factor", "single", "no"]),
    renamed("multiFactorAuthentication", "Multifactor authentication", &["multifactor", "multi", "mfa", "yes"]),
];

pub(super) const USER_TYPES: &[Term] =
    &[term("member", "Member"), term("guest", "Guest"), term("external", "External")];

pub(super) const CROSS_TENANT_ACCESS: &[Term] = &[
    term("none", "None"),
    term("b2bCollaboration", "B2B collaboration"),
    term("b2bDirectConnect", "B2B direct connect"),
    term("microsoftSupport", "Microsoft support"),
    term("serviceProvider", "Service provider"),
    term("passthrough", "Passthrough"),
];

pub(super) const TOKEN_TYPES: &[Term] = &[
    term("none", "None"),
    term("primaryRefreshToken", "Primary refresh token"),
    term("refreshToken", "Refresh token"),
    term("remoteDesktopToken", "Remote desktop token"),
    term("saml11", "SAML 1.1"),
    term("saml20", "SAML 2.0"),
];

pub(super) const PROTOCOLS: &[Term] = &[
    term("none", "None"),
    term("oAuth2", "OAuth 2.0"),
    term("ropc", "ROPC"),
    term("wsFederation", "WS-Federation"),
    term("saml20", "SAML 2.0"),
    term("deviceCode", "Device code"),
    term("authenticationTransfer", "Authentication transfer"),
    renamed("nativeAuth", "Native authentication", &["Native auth"]),
    term("clientCredentials", "Client credentials"),
    term("refreshTokenGrant", "Refresh token grant"),
    term("prtGrant", "PRT grant"),
    term("seamlessSso", "Seamless SSO"),
    term("onBehalfOf", "On behalf of"),
    term("kerberos", "Kerberos"),
    term("wsTrust", "WS-Trust"),
];

pub(super) const TRANSFER_METHODS: &[Term] = &[
    term("none", "None"),
    term("deviceCodeFlow", "Device code flow"),
    term("authenticationTransfer", "Authentication transfer"),
];

pub(super) const CLIENT_CREDENTIALS: &[Term] = &[
    term("none", "None"),
    term("clientSecret", "Client secret"),
    term("clientAssertion", "Client assertion"),
    term("certificate", "Certificate"),
    term("federatedIdentityCredential", "Federated identity credential"),
    term("managedIdentity", "Managed identity"),
];

pub(super) const TOKEN_PROTECTION: &[Term] =
    &[term("none", "None"), term("bound", "Bound"), term("unbound", "Unbound")];

pub(super) const TOKEN_PROTECTION_CODES: &[Term] = &[
    term("1002", "1002: device not registered"),
    term("1003", "1003: legacy device registration"),
    term("1004", "1004: key not kept in hardware"),
    term("1005", "1005: unspecified"),
    term("1006", "1006: operating system not supported"),
    term("1007", "1007: key not in hardware, user not the owner"),
    term("1008", "1008: client does not use the broker"),
];

pub(super) const TOKEN_ISSUERS: &[Term] = &[
    renamed("AzureAD", "Microsoft Entra ID", &["Azure AD", "Microsoft Entra ID (Azure AD)"]),
    renamed("ADFederationServices", "AD FS", &["AD FS (federated)"]),
    term("AzureADBackupAuth", "Microsoft Entra Backup Auth"),
    term("NPSExtension", "NPS extension"),
    term("ADFederationServicesMFAAdapter", "AD FS MFA adapter"),
];

pub(super) const IDENTIFIER_TYPES: &[Term] = &[
    term("userPrincipalName", "User principal name"),
    term("phoneNumber", "Phone number"),
    term("proxyAddress", "Proxy address"),
    term("qrCode", "QR code"),
    term("onPremisesUserPrincipalName", "On-premises user principal name"),
];

pub(super) const JOIN_TYPES: &[Term] = &[
    renamed("Microsoft Entra registered", "Microsoft Entra registered", &["Azure AD registered", "Workplace"]),
    renamed("Microsoft Entra joined", "Microsoft Entra joined", &["Azure AD joined", "AzureAd"]),
    renamed("Microsoft Entra hybrid joined", "Microsoft Entra hybrid joined", &["Hybrid Azure AD joined", "ServerAd"]),
];

pub(super) const RISK_LEVELS: &[Term] = &[
    term("none", "None"),
    term("low", "Low"),
    term("medium", "Medium"),
    term("high", "High"),
    term("hidden", "Hidden"),
];

pub(super) const RISK_STATES: &[Term] = &[
    term("none", "None"),
    term("confirmedSafe", "Confirmed safe"),
    term("remediated", "Remediated"),
    term("dismissed", "Dismissed"),
    term("atRisk", "At risk"),
    term("confirmedCompromised", "Confirmed compromised"),
];

pub(super) const AGENT_TYPES: &[Term] = &[
    term("notAgentic", "Not agentic"),
    term("agenticAppInstance", "Agent identity"),
    term("agentIdentityBlueprintPrincipal", "Agent identity blueprint"),
    term("agenticApp", "Agentic app builder"),
    term("agentIDuser", "Agent ID user"),
];

pub(super) const MANAGED_IDENTITY_TYPES: &[Term] =
    &[term("none", "None"), term("systemAssigned", "System-assigned"), term("userAssigned", "User-assigned")];

/// The 15 named client apps of the portal's filter; the sixteenth is the blank one, which is unknown.
pub(super) const CLIENT_APPS: &[Term] = &[
    term("Browser", "Browser"),
    term("Mobile Apps and Desktop clients", "Mobile apps and desktop clients"),
    term("Authenticated SMTP", "Authenticated SMTP"),
    term("AutoDiscover", "Autodiscover"),
    term("Exchange ActiveSync", "Exchange ActiveSync"),
    term("Exchange Online PowerShell", "Exchange Online PowerShell"),
    term("Exchange Web Services", "Exchange Web Services"),
    term("IMAP4", "IMAP4"),
    term("MAPI Over HTTP", "MAPI over HTTP"),
    term("Offline Address Book", "Offline Address Book"),
    renamed("Outlook Anywhere (RPC over HTTP)", "Outlook Anywhere (RPC over HTTP)", &["Outlook Anywhere"]),
    term("Outlook Service", "Outlook Service"),
    term("POP3", "POP3"),
    term("Reporting Web Services", "Reporting Web Services"),
    term("Other clients", "Other clients"),
];
