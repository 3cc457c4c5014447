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

/// A text in lower case, character by character, so that a beginning stays a beginning: how filters compare.
/// A final sigma counts as any other, and a dotted capital I as an i.
#[must_use]
pub fn lower(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut lower = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{3c2}' => lower.push('\u{3c3}'),
            '\u{130}' => lower.push('i'),
            c => lower.extend(c.to_lowercase()),
        }
    }
    lower
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
    term("audit", "Audit"),
    term("provisioning", "Provisioning"),
    term("risky-users", "Risky users"),
    term("risky-workloads", "Risky workload identities"),
    term("risk-detections", "Risk detections"),
    renamed("m365", "Microsoft 365", &["office"]),
    term("m365-sign-ins", "Microsoft 365 sign-ins"),
];

/// Monday first, as ISO 8601 has it.
pub(super) const WEEKDAYS: &[Term] = &[
    renamed("mon", "Monday", &["mo"]),
    renamed("tue", "Tuesday", &["tu", "tues"]),
    renamed("wed", "Wednesday", &["we"]),
    renamed("thu", "Thursday", &["th", "thur", "thurs"]),
    renamed("fri", "Friday", &["fr"]),
    renamed("sat", "Saturday", &["sa"]),
    renamed("sun", "Sunday", &["su"]),
];

pub(super) const HOURS: &[Term] = &[
    renamed("0", "00:00", &["00", "0h"]),
    renamed("1", "01:00", &["01", "1h"]),
    renamed("2", "02:00", &["02", "2h"]),
    renamed("3", "03:00", &["03", "3h"]),
    renamed("4", "04:00", &["04", "4h"]),
    renamed("5", "05:00", &["05", "5h"]),
    renamed("6", "06:00", &["06", "6h"]),
    renamed("7", "07:00", &["07", "7h"]),
    renamed("8", "08:00", &["08", "8h"]),
    renamed("9", "09:00", &["09", "9h"]),
    renamed("10", "10:00", &["10", "10h"]),
    renamed("11", "11:00", &["11", "11h"]),
    renamed("12", "12:00", &["12", "12h"]),
    renamed("13", "13:00", &["13", "13h"]),
    renamed("14", "14:00", &["14", "14h"]),
    renamed("15", "15:00", &["15", "15h"]),
    renamed("16", "16:00", &["16", "16h"]),
    renamed("17", "17:00", &["17", "17h"]),
    renamed("18", "18:00", &["18", "18h"]),
    renamed("19", "19:00", &["19", "19h"]),
    renamed("20", "20:00", &["20", "20h"]),
    renamed("21", "21:00", &["21", "21h"]),
    renamed("22", "22:00", &["22", "22h"]),
    renamed("23", "23:00", &["23", "23h"]),
];

/// Of sign-ins, then those that audit, provisioning and Microsoft 365 have beside them.
pub(super) const STATUSES: &[Term] = &[
    renamed(
        "success",
        "Success",
        &[
            "succeeded",
            "true",
            "Erfolg",
            "Erfolgreich",
            "Réussite",
            "Opération réussie",
            "Correcto",
            "Éxito",
            "Sucesso",
            "Êxito",
            "Operazione riuscita",
            "Geslaagd",
            "成功",
            "성공",
            "Успешно",
            "Powodzenie",
        ],
    ),
    renamed(
        "failure",
        "Failure",
        &[
            "failed",
            "false",
            "Fehler",
            "Fehlgeschlagen",
            "Échec",
            "Error",
            "Erro",
            "Falha",
            "Errore",
            "Fout",
            "Mislukt",
            "失敗",
            "失败",
            "실패",
            "Сбой",
            "Niepowodzenie",
        ],
    ),
    renamed(
        "interrupted",
        "Interrupted",
        &[
            "Unterbrochen",
            "Interrompu",
            "Interrompue",
            "Interrumpido",
            "Interrumpida",
            "Interrompido",
            "Interrompida",
            "Interrotto",
            "Onderbroken",
            "中断",
            "已中断",
            "中斷",
            "已中斷",
            "Прервано",
            "Przerwano",
        ],
    ),
    renamed("partiallySucceeded", "Partially succeeded", &[]),
    term("timeout", "Timeout"),
    term("skipped", "Skipped"),
    term("warning", "Warning"),
];

/// Source: `provisioningAction` of Microsoft Graph.
pub(super) const PROVISIONING_ACTIONS: &[Term] = &[
    term("create", "Create"),
    term("update", "Update"),
    term("delete", "Delete"),
    term("stagedDelete", "Staged delete"),
    term("disable", "Disable"),
    term("other", "Other"),
];

/// Source: `riskDetectionTimingType` of Microsoft Graph.
pub(super) const RISK_TIMINGS: &[Term] = &[
    term("notDefined", "Not defined"),
    renamed("realtime", "Real-time", &["real-time"]),
    renamed("nearRealtime", "Near real-time", &[]),
    term("offline", "Offline"),
];

/// Source: `activityType` of Microsoft Graph.
pub(super) const RISK_ACTIVITIES: &[Term] =
    &[renamed("signin", "Sign-in", &["sign-in"]), term("user", "User"), term("servicePrincipal", "Service principal")];

pub(super) const STATUS_SOURCES: &[Term] = &[term("file", "The file"), term("error-code", "The error code")];

pub(super) const CA_STATUSES: &[Term] = &[
    renamed(
        "success",
        "Success",
        &[
            "Erfolg",
            "Erfolgreich",
            "Réussite",
            "Opération réussie",
            "Correcto",
            "Éxito",
            "Sucesso",
            "Êxito",
            "Operazione riuscita",
            "Geslaagd",
            "成功",
            "성공",
            "Успешно",
            "Powodzenie",
        ],
    ),
    renamed(
        "failure",
        "Failure",
        &[
            "Fehler",
            "Fehlgeschlagen",
            "Échec",
            "Error",
            "Erro",
            "Falha",
            "Errore",
            "Fout",
            "Mislukt",
            "失敗",
            "失败",
            "실패",
            "Сбой",
            "Niepowodzenie",
        ],
    ),
    renamed(
        "notApplied",
        "Not applied",
        &[
            "Nicht angewendet",
            "Nicht angewandt",
            "Non appliqué",
            "Non appliquée",
            "No aplicado",
            "No aplicada",
            "Não aplicado",
            "Não aplicada",
            "Non applicato",
            "Niet toegepast",
            "未適用",
            "未应用",
            "未套用",
            "적용되지 않음",
            "Не применено",
            "Nie zastosowano",
        ],
    ),
];

pub(super) const AUTH_REQUIREMENTS: &[Term] = &[
    renamed(
        "singleFactorAuthentication",
        "Single-factor authentication",
        &[
            "single-factor",
            "single",
            "no",
            "Einstufige Authentifizierung",
            "Authentification à facteur unique",
            "Authentification monofacteur",
            "Autenticación de un solo factor",
            "Autenticação de fator único",
            "Autenticazione a fattore singolo",
        ],
    ),
    renamed(
        "multiFactorAuthentication",
        "Multifactor authentication",
        &[
            "multifactor",
            "multi",
            "mfa",
            "yes",
            "Mehrstufige Authentifizierung",
            "Multi-Faktor-Authentifizierung",
            "Authentification multifacteur",
            "Autenticación multifactor",
            "Autenticação multifator",
            "Autenticazione a più fattori",
        ],
    ),
];

pub(super) const USER_TYPES: &[Term] = &[
    renamed("member", "Member", &["Mitglied", "Membre", "Miembro", "Membro", "Lid", "メンバー", "成员"]),
    renamed("guest", "Guest", &["10", "Gast", "Invité", "Invitado", "Convidado", "Ospite", "ゲスト", "来宾"]),
    renamed("external", "External", &["Extern", "Externe", "Externo", "Esterno"]),
    // Records of Microsoft 365 tell numbers. Source: the enumeration `UserType` of the Office 365 Management Activity API.
    renamed("regular", "Regular", &["0"]),
    renamed("reserved", "Reserved", &["1"]),
    renamed("admin", "Admin", &["2"]),
    renamed("dcAdmin", "Data center admin", &["3"]),
    renamed("system", "System", &["4"]),
    renamed("application", "Application", &["5"]),
    renamed("servicePrincipal", "Service principal", &["6"]),
    renamed("customPolicy", "Custom policy", &["7"]),
    renamed("systemPolicy", "System policy", &["8"]),
    renamed("partnerTechnician", "Partner technician", &["9"]),
];

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

pub(super) const RISK_DETAILS: &[Term] = &[
    term("adminConfirmedAccountSafe", "Admin confirmed account safe"),
    term("adminConfirmedAgentCompromised", "Admin confirmed agent compromised"),
    term("adminConfirmedAgentSafe", "Admin confirmed agent safe"),
    term("adminConfirmedServicePrincipalCompromised", "Admin confirmed service principal compromised"),
    term("adminConfirmedSigninCompromised", "Admin confirmed sign-in compromised"),
    term("adminConfirmedSigninSafe", "Admin confirmed sign-in safe"),
    term("adminConfirmedUserCompromised", "Admin confirmed user compromised"),
    term("adminDismissedAllRiskForServicePrincipal", "Admin dismissed all risk for service principal"),
    term("adminDismissedAllRiskForUser", "Admin dismissed all risk for user"),
    term("adminDismissedRiskForAgent", "Admin dismissed risk for agent"),
    term("adminDismissedRiskForSignIn", "Admin dismissed risk for sign-in"),
    term("adminGeneratedTemporaryPassword", "Admin generated temporary password for user"),
    term("aiConfirmedSigninSafe", "AI confirmed sign-in safe"),
    term("hidden", "Hidden"),
    term("m365DAdminDismissedDetection", "Microsoft 365 Defender admin dismissed detection"),
    term("microsoftRevokedSessions", "Microsoft revoked sessions"),
    term("none", "None"),
    term("userChangedPasswordOnPremises", "User changed password on-premises"),
    term("userPassedMFADrivenByRiskBasedPolicy", "User passed multifactor authentication"),
    term("userPerformedSecuredPasswordChange", "User performed secured password change"),
    term("userPerformedSecuredPasswordReset", "User performed secured password reset"),
];

pub(super) const RISK_EVENTS: &[Term] = &[
    term("adminConfirmedUserCompromised", "Admin confirmed user compromised"),
    term("anonymizedIPAddress", "Anonymous IP address"),
    term("generic", "Additional risk detected"),
    term("investigationsThreatIntelligence", "Microsoft Entra threat intelligence"),
    term("investigationsThreatIntelligenceSigninLinked", "Microsoft Entra threat intelligence (sign-in linked)"),
    term("leakedCredentials", "Leaked credentials"),
    term("maliciousIPAddress", "Malicious IP address"),
    term("maliciousIPAddressValidCredentialsBlockedIP", "Malicious IP address (valid credentials, blocked)"),
    term("malwareInfectedIPAddress", "Malware linked IP address"),
    term("mcasImpossibleTravel", "Impossible travel"),
    term("mcasSuspiciousInboxManipulationRules", "Suspicious inbox manipulation rules"),
    term("suspiciousIPAddress", "Suspicious IP address"),
    term("unfamiliarFeatures", "Unfamiliar sign-in properties"),
    term("unlikelyTravel", "Atypical travel"),
    term("anomalousToken", "Anomalous token"),
    term("anomalousUserActivity", "Anomalous user activity"),
    term("riskyIPAddress", "Activity from anonymous IP address"),
    term("attackerinTheMiddle", "Attacker in the middle"),
    term("attemptedPrtAccess", "Possible attempt to access Primary Refresh Token (PRT)"),
    term("mcasFinSuspiciousFileAccess", "Mass access to sensitive files"),
    term("newCountry", "New country"),
    term("passwordSpray", "Password spray"),
    term("suspiciousBrowser", "Suspicious browser"),
    term("suspiciousInboxForwarding", "Suspicious inbox forwarding"),
    term("tokenIssuerAnomaly", "Token issuer anomaly"),
    term("nationStateIP", "Verified threat actor IP"),
    term("suspiciousAPITraffic", "Suspicious API traffic"),
    term("suspiciousSendingPatterns", "Suspicious sending patterns"),
    term("userReportedSuspiciousActivity", "User reported suspicious activity"),
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
    renamed("Browser", "Browser", &["Navigateur", "Explorador", "Navegador", "ブラウザー", "浏览器"]),
    renamed(
        "Mobile Apps and Desktop clients",
        "Mobile apps and desktop clients",
        &[
            "Mobile Apps und Desktopclients",
            "Applications mobiles et clients de bureau",
            "Aplicaciones móviles y clientes de escritorio",
            "Aplicativos móveis e clientes de área de trabalho",
            "App per dispositivi mobili e client desktop",
        ],
    ),
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
    renamed(
        "Other clients",
        "Other clients",
        &["Andere Clients", "Autres clients", "Otros clientes", "Outros clientes", "Altri client"],
    ),
];

pub(super) const YES_NO: &[Term] = &[renamed("true", "Yes", &["1"]), renamed("false", "No", &["0"])];

pub(super) const NETWORK_TYPES: &[Term] = &[
    renamed("Named network", "Named network", &["named"]),
    term("Trusted", "Trusted"),
    term("Trusted named location", "Trusted named location"),
    term("Intranet", "Intranet"),
    term("Extranet", "Extranet"),
];

/// Names of authentication methods as the portal writes them, with what else files and people call them.
pub(super) const AUTH_METHODS: &[Term] = &[
    renamed("Password", "Password", &["CloudOnlyPassword", "pwd"]),
    renamed("Password Hash Sync", "Password Hash Sync", &["PHS"]),
    renamed("Pass-through authentication", "Pass-through authentication", &["PTA"]),
    renamed("Previously satisfied", "Previously satisfied", &["previously"]),
    renamed("Satisfied by token", "Satisfied by token", &["token"]),
    renamed(
        "Mobile app notification",
        "Mobile app notification",
        &["microsoftAuthenticatorPush", "appNotification", "push"],
    ),
    renamed("Mobile app verification code", "Mobile app verification code", &["App Verification code", "appCode"]),
    renamed("OATH verification code", "OATH verification code", &["oath", "oneTimePasscode"]),
    renamed("OATH hardware token", "OATH hardware token", &["hardwareOath", "hardwareOneTimePasscode"]),
    renamed("Software OATH token", "Software OATH token", &["softwareOath", "softwareOneTimePasscode"]),
    renamed("Text message", "Text message", &["sms", "mobileSMS"]),
    renamed("Phone call (Authentication phone)", "Phone call (Authentication phone)", &["mobileCall"]),
    renamed(
        "Phone call approval (Authentication phone)",
        "Phone call approval (Authentication phone)",
        &["phone", "phone call"],
    ),
    renamed("Phone call approval (Office phone)", "Phone call approval (Office phone)", &["officePhone"]),
    term("Voice", "Voice"),
    renamed("Authenticator App", "Authenticator App", &["authenticator"]),
    term("Email", "Email"),
    renamed(
        "Passwordless phone sign-in",
        "Passwordless phone sign-in",
        &["deviceBasedPush", "microsoftAuthenticatorPasswordless"],
    ),
    renamed("FIDO2 security key", "FIDO2 security key", &["fido2", "fido", "fido2SecurityKey"]),
    renamed("Passkey (device-bound)", "Passkey (device-bound)", &["passkey", "passKeyDeviceBound"]),
    renamed("Passkey (synced)", "Passkey (synced)", &["passKeySynced"]),
    renamed("Windows Hello for Business", "Windows Hello for Business", &["whfb", "hello"]),
    renamed("X.509 Certificate (multifactor)", "X.509 Certificate (multifactor)", &["x509CertificateMultiFactor"]),
    renamed("X.509 Certificate (single-factor)", "X.509 Certificate (single-factor)", &["x509CertificateSingleFactor"]),
    renamed("Temporary Access Pass", "Temporary Access Pass", &["tap"]),
    renamed("QR code pin", "QR code pin", &["qrCodePin", "qrCode"]),
    renamed(
        "macOS Platform SSO secure enclave key",
        "macOS Platform SSO secure enclave key",
        &["macOsSecureEnclaveKey"],
    ),
];

pub(super) const STEP_REQUIREMENTS: &[Term] = &[
    renamed("Primary authentication", "Primary authentication", &["primary"]),
    renamed("Multifactor authentication", "Multifactor authentication", &["mfa", "multifactor", "secondary"]),
];

pub(super) const POLICY_RESULTS: &[Term] = &[
    term("success", "Success"),
    term("failure", "Failure"),
    term("notApplied", "Not applied"),
    renamed("notEnabled", "Disabled", &["off"]),
    term("unknown", "Unknown"),
    term("reportOnlySuccess", "Report-only: success"),
    term("reportOnlyFailure", "Report-only: failure"),
    term("reportOnlyInterrupted", "Report-only: user action required"),
    term("reportOnlyNotApplied", "Report-only: not applied"),
];

pub(super) const POLICY_MODES: &[Term] =
    &[term("enforced", "On"), term("report-only", "Report-only"), term("disabled", "Off")];

/// Exports spell one control in several ways, depending on the report.
pub(super) const GRANT_CONTROLS: &[Term] = &[
    term("block", "Block access"),
    renamed("mfa", "Require multifactor authentication", &["RequireMfa"]),
    renamed("authenticationStrength", "Require authentication strength", &["RequireAuthenticationStrength"]),
    renamed("compliantDevice", "Require device to be marked as compliant", &["RequireCompliantDevice", "compliant"]),
    renamed("domainJoinedDevice", "Require Microsoft Entra hybrid joined device", &["RequireDomainJoinedDevice"]),
    renamed("approvedApplication", "Require approved client app", &["RequireApprovedApp"]),
    renamed("compliantApplication", "Require app protection policy", &["RequireCompliantApp"]),
    renamed("passwordChange", "Require password change", &["RequirePasswordChange"]),
    renamed("riskRemediation", "Require risk remediation", &["RequireRiskRemediation"]),
    renamed("termsOfUse", "Require acceptance of terms of use", &["RequireTermsOfUse"]),
];

pub(super) const SESSION_CONTROLS: &[Term] = &[
    term("signInFrequency", "Sign-in frequency"),
    renamed("persistentBrowser", "Persistent browser session", &["PersistentBrowserSessionMode"]),
    term("cloudAppSecurity", "Use Conditional Access App Control"),
    renamed("applicationEnforcedRestrictions", "Use app enforced restrictions", &["AppEnforcedRestrictions"]),
    term("continuousAccessEvaluation", "Customize continuous access evaluation"),
    renamed("disableResilienceDefaults", "Disable resilience defaults", &["ResilienceDefaults"]),
    renamed("signInTokenProtection", "Require token protection for sign-in sessions", &["Binding"]),
    term("globalSecureAccess", "Use Global Secure Access security profile"),
];
