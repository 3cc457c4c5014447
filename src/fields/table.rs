//! The rows of the table. Titles and headers are the portal's; JSON paths are Graph's (beta, and v1.0
//! where it differs); what a value means is told in `about` where the name alone misleads.

use super::record_types::RECORD_TYPES;
use super::terms::{self, Term};
use super::{Kind, Log, Logs, Origin, Part, Personal, Spec};

/// Declares [`Field`] and its specifications from one list, so that neither can lack a row of the other.
macro_rules! fields {
    ($($(#[doc = $doc:literal])* $name:ident = $spec:expr;)*) => {
        /// A field of a sign-in. Its declaration is [`Field::spec`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Field { $($(#[doc = $doc])* $name,)* }

        impl Field {
            /// Every field, in the order of the table.
            pub const ALL: [Self; [$(Self::$name),*].len()] = [$(Self::$name),*];
            /// How many fields there are.
            pub const COUNT: usize = Self::ALL.len();
        }

        static SPECS: [Spec; Field::COUNT] = [$($spec),*];
    };
}

impl Field {
    /// The field's row in the table.
    #[must_use]
    pub fn spec(self) -> &'static Spec {
        &SPECS[self as usize]
    }

    /// What scripts and the filter language call it.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.spec().key
    }

    /// What the window calls it.
    #[must_use]
    pub fn title(self) -> &'static str {
        self.spec().title
    }

    /// What the window calls it in a log: in some, the portal has another word.
    #[must_use]
    pub fn title_in(self, log: Log) -> &'static str {
        match (self, log) {
            (Self::FailureReason, Log::Audit | Log::Activity | Log::ActivitySignIns) => "Status reason",
            (Self::Time, Log::RiskyUsers | Log::RiskyWorkloads) => "Risk last updated",
            (Self::Risk, Log::RiskyUsers | Log::RiskyWorkloads | Log::RiskDetections) => "Risk level",
            (Self::RiskEvents, Log::RiskDetections) => "Detection type",
            (Self::RequestId, _) if !Logs::SIGN_INS.contains(log) => "Record ID",
            _ => self.title(),
        }
    }

    /// What the window calls it within a sentence: abbreviations such as IP stay in capitals.
    #[must_use]
    pub fn in_a_sentence(self) -> String {
        let title = self.title();
        let mut letters = title.chars();
        match (letters.next(), letters.next()) {
            (Some(first), Some(second)) if !second.is_uppercase() => {
                let rest = title.get(first.len_utf8()..).unwrap_or_default();
                format!("{}{rest}", first.to_lowercase())
            }
            _ => title.to_owned(),
        }
    }

    /// Whether its texts are moments beside that of the record itself, in ISO 8601, UTC.
    #[must_use]
    pub fn is_moment(self) -> bool {
        matches!(self, Self::Detected)
    }

    /// The kind of its values.
    #[must_use]
    pub fn kind(self) -> Kind {
        self.spec().kind
    }

    /// The field of this key or alias; case does not count, and `-` and `_` are the same.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let same = |name: &str| {
            name.len() == key.len()
                && name.bytes().zip(key.bytes()).all(|(a, b)| {
                    let plain = |c: u8| if c == b'-' { b'_' } else { c.to_ascii_lowercase() };
                    plain(a) == plain(b)
                })
        };
        Self::ALL
            .into_iter()
            .find(|field| same(field.spec().key) || field.spec().aliases.iter().any(|alias| same(alias)))
    }

    /// The field whose column holds its texts: itself, unless it is only a part of another.
    #[must_use]
    pub fn stored_in(self) -> Self {
        match self.spec().origin {
            Origin::Within(part) => part.of(),
            Origin::Own | Origin::ListOf(_) | Origin::OfTime | Origin::Analyst | Origin::Directory => self,
        }
    }

    /// The fields a log has, in the order of the table.
    pub fn of(log: Log) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |field| field.spec().logs.contains(log))
    }
}

/// A row, before it is refined by the methods below.
const fn row(key: &'static str, title: &'static str, kind: Kind) -> Spec {
    Spec {
        key,
        aliases: &[],
        title,
        kind,
        logs: Logs::SIGN_INS,
        width: 130.0,
        column: kind_is_column(kind),
        group: false,
        csv: &[],
        json: &[],
        azure: &[],
        m365: &[],
        terms: &[],
        is_open: !matches!(kind, Kind::Choice),
        origin: Origin::Own,
        personal: None,
        about: "",
    }
}

const fn kind_is_column(kind: Kind) -> bool {
    !matches!(kind, Kind::List | Kind::Steps | Kind::Policies)
}

impl Spec {
    const fn csv(mut self, headers: &'static [&'static str]) -> Self {
        self.csv = headers;
        self
    }
    const fn json(mut self, paths: &'static [&'static str]) -> Self {
        self.json = paths;
        self
    }
    const fn azure(mut self, paths: &'static [&'static str]) -> Self {
        self.azure = paths;
        self
    }
    const fn m365(mut self, paths: &'static [&'static str]) -> Self {
        self.m365 = paths;
        self
    }
    const fn logs(mut self, logs: Logs) -> Self {
        self.logs = logs;
        self
    }
    const fn width(mut self, points: f32) -> Self {
        self.width = points;
        self
    }
    const fn also(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }
    const fn group(mut self) -> Self {
        self.group = true;
        self
    }
    const fn terms(mut self, terms: &'static [Term]) -> Self {
        self.terms = terms;
        self
    }
    /// Takes other values than those of its terms.
    const fn open(mut self) -> Self {
        self.is_open = true;
        self
    }
    /// Takes the values of its terms only.
    const fn closed(mut self) -> Self {
        self.is_open = false;
        self
    }
    /// Is a part of another field, kept as a list of its own too.
    const fn list_of(mut self, part: Part) -> Self {
        self.origin = Origin::ListOf(part);
        self
    }
    /// Is a part of another field, and nowhere else.
    const fn within(mut self, part: Part) -> Self {
        self.origin = Origin::Within(part);
        self
    }
    /// Is a column though its values are lists: their texts stand side by side.
    const fn list_column(mut self) -> Self {
        self.column = true;
        self
    }
    const fn no_column(mut self) -> Self {
        self.column = false;
        self
    }
    const fn about(mut self, text: &'static str) -> Self {
        self.about = text;
        self
    }
    const fn of_time(mut self) -> Self {
        self.origin = Origin::OfTime;
        self.column = false;
        self
    }
    /// Names someone or something that is not to be seen by everyone.
    const fn names(mut self, personal: Personal) -> Self {
        self.personal = Some(personal);
        self
    }
    const fn by_analyst(mut self) -> Self {
        self.origin = Origin::Analyst;
        self
    }
    /// Is told of the user by look-ups in the directory, which spell it as these properties.
    const fn of_directory(mut self, properties: &'static [&'static str]) -> Self {
        self.origin = Origin::Directory;
        self.logs = PEOPLE;
        self.json = properties;
        self
    }
}

const MANAGED: Logs = Logs::of(&[Log::ManagedIdentity]);
const USERS: Logs = Logs::USERS;
const WORKLOADS: Logs = Logs::WORKLOADS;
const ALL: Logs = Logs::ALL;
const AUDIT: Logs = Logs::AUDIT;
const PROVISIONING: Logs = Logs::PROVISIONING;
const RISK: Logs = Logs::RISK;
const DETECTIONS: Logs = Logs::of(&[Log::RiskDetections]);
const ACTIVITY: Logs = Logs::ACTIVITY;
/// Logs whose records name a person who did something, or whose account was used.
const PEOPLE: Logs = USERS.and(AUDIT).and(RISK).and(ACTIVITY);
/// Logs whose records name an application.
const APPS: Logs = Logs::SIGN_INS.and(AUDIT).and(ACTIVITY).and(Logs::of(&[Log::RiskyWorkloads, Log::RiskDetections]));
/// Logs whose records have something to do with a service principal.
const PRINCIPALS: Logs =
    WORKLOADS.and(AUDIT).and(PROVISIONING).and(Logs::of(&[Log::RiskyWorkloads, Log::RiskDetections]));
/// Logs whose records have an address.
const ADDRESSES: Logs = Logs::SIGN_INS.and(AUDIT).and(DETECTIONS).and(ACTIVITY);
/// Logs whose records have a place.
const PLACES: Logs = Logs::SIGN_INS.and(DETECTIONS);

fields! {
    /// The log the sign-in is in.
    Log = row("log", "Log", Kind::Choice).logs(ALL).also(&["sign_in_type"]).terms(terms::LOGS).width(120.0).group();
    /// When the sign-in happened.
    Time = row("time", "Date", Kind::Time).logs(ALL).also(&["date", "created"]).width(150.0)
        .csv(&["Date (UTC)", "Date", "Sign-in date", "Sign-in date (UTC)", "Risk last updated", "Risk last updated (UTC)", "Detection time", "Detection time (UTC)"]).json(&["createdDateTime", "activityDateTime", "riskLastUpdatedDateTime", "firstSignInDateTime", "aggregationDateTime"]).azure(&["time", "TimeGenerated", "@timestamp"]).m365(&["CreationTime", "CreationDate", "TimeGenerated"]);
    /// Day of the week on which it happened, in the shown zone.
    Weekday = row("weekday", "Day of the week", Kind::Choice).logs(ALL).also(&["day"]).terms(terms::WEEKDAYS).of_time()
        .about("In the shown zone. Ranges may go beyond Sunday: weekday:fri..mon");
    /// Hour of the day in which it happened, in the shown zone.
    Hour = row("hour", "Hour of the day", Kind::Choice).logs(ALL).terms(terms::HOURS).of_time()
        .about("0 to 23, in the shown zone. Ranges may go beyond midnight: hour:22..5");
    /// The identifier of the request; with log and second it is the sign-in's identity.
    RequestId = row("request_id", "Request ID", Kind::UniqueId).logs(ALL).also(&["request", "id"]).width(270.0)
        .csv(&["Request ID"]).json(&["id"]).m365(&["Id", "RecordId"]);
    /// The identifier the client gave to one attempt.
    CorrelationId = row("correlation_id", "Correlation ID", Kind::UniqueId).logs(ALL).also(&["correlation"]).width(270.0)
        .csv(&["Correlation ID", "CorrelationId"]).json(&["correlationId"])
        .about("Groups the requests of one attempt. The client supplies it, so it is not guaranteed to be unique").m365(&["CorrelationId", "InterSystemsId"]);
    /// Display name of the user.
    User = row("user", "User", Kind::Text).names(Personal::User).logs(PEOPLE).width(170.0).group()
        .csv(&["User", "ActorDisplayName"]).json(&["userDisplayName", "initiatedBy.user.displayName"]).azure(&["Identity"]);
    /// User principal name.
    Username = row("username", "Username", Kind::Text).names(Personal::User).logs(PEOPLE).also(&["upn"]).width(210.0).group()
        .csv(&["Username", "ActorUserPrincipalName"]).json(&["userPrincipalName", "initiatedBy.user.userPrincipalName"]).m365(&["UserId"]);
    /// Object ID of the user.
    UserId = row("user_id", "User ID", Kind::Id).names(Personal::User).logs(PEOPLE).width(270.0).group()
        .csv(&["User ID", "ActorObjectId"]).json(&["userId", "initiatedBy.user.id"]).m365(&["UserKey"]);
    /// Member, guest or external.
    UserType = row("user_type", "User type", Kind::Choice).logs(USERS.and(ACTIVITY)).width(90.0).group()
        .csv(&["User type"]).json(&["userType"]).terms(terms::USER_TYPES).m365(&["UserType"]);
    /// Name of the service principal or managed identity.
    ServicePrincipal = row("service_principal", "Service principal name", Kind::Text).logs(PRINCIPALS)
        .also(&["sp", "managed_identity"]).width(200.0).group()
        .csv(&["Service principal name", "Managed identity name", "ActorServicePrincipalName"]).json(&["servicePrincipalName", "initiatedBy.app.servicePrincipalName", "servicePrincipalDisplayName", "servicePrincipal.displayName", "displayName"]);
    /// Object ID of the service principal or managed identity.
    ServicePrincipalId = row("service_principal_id", "Service principal ID", Kind::Id).logs(PRINCIPALS)
        .also(&["sp_id", "managed_identity_id"]).width(270.0).group()
        .csv(&["Service principal ID", "Managed identity ID", "ActorServicePrincipalId"]).json(&["servicePrincipalId", "initiatedBy.app.servicePrincipalId", "servicePrincipal.id"]);
    /// Key ID of the credential the service principal used.
    CredentialKeyId = row("credential_key_id", "Credential key ID", Kind::Id).logs(WORKLOADS).also(&["key_id"]).width(270.0).group()
        .csv(&["Credential key ID"]).json(&["servicePrincipalCredentialKeyId"]);
    /// Thumbprint of the certificate the service principal used.
    CredentialThumbprint = row("credential_thumbprint", "Credential thumbprint", Kind::Id).logs(WORKLOADS).also(&["thumbprint"]).width(200.0).group()
        .csv(&["Credential thumbprint"]).json(&["servicePrincipalCredentialThumbprint"]);
    /// The federated identity credential the workload used.
    FederatedCredentialId = row("federated_credential_id", "Federated credential ID", Kind::Id).logs(WORKLOADS).width(270.0)
        .json(&["federatedCredentialId"]);
    /// Name of the client application.
    App = row("app", "Application", Kind::Text).logs(APPS).also(&["application"]).width(210.0).group()
        .csv(&["Application"]).json(&["appDisplayName", "initiatedBy.app.displayName"]).m365(&["ApplicationDisplayName", "AppAccessContext.ClientAppName", "ClientAppName"]);
    /// Application (client) ID.
    AppId = row("app_id", "Application ID", Kind::Id).logs(APPS).also(&["application_id"]).width(270.0).group()
        .csv(&["Application ID"]).json(&["appId", "initiatedBy.app.appId"]).m365(&["ApplicationId", "AppId", "ClientAppId"]);
    /// Tenant that owns the application.
    AppOwnerTenantId = row("app_owner_tenant_id", "App owner tenant ID", Kind::Id).names(Personal::Tenant).width(270.0).group()
        .csv(&["App owner tenant ID"]).json(&["appOwnerTenantId"]);
    /// Name of the resource signed in to.
    Resource = row("resource", "Resource", Kind::Text).width(190.0).group()
        .csv(&["Resource", "Resource name"]).json(&["resourceDisplayName"]);
    /// Application ID of the resource.
    ResourceId = row("resource_id", "Resource ID", Kind::Id).width(270.0).group()
        .csv(&["Resource ID"]).json(&["resourceId"]).azure(&["ResourceIdentity"]);
    /// Tenant of the resource.
    ResourceTenantId = row("resource_tenant_id", "Resource tenant ID", Kind::Id).names(Personal::Tenant).width(270.0).group()
        .csv(&["Resource tenant ID"]).json(&["resourceTenantId"]);
    /// Tenant that owns the resource.
    ResourceOwnerTenantId = row("resource_owner_tenant_id", "Resource owner tenant ID", Kind::Id).names(Personal::Tenant).width(270.0).group()
        .csv(&["Resource owner tenant ID"]).json(&["resourceOwnerTenantId"]);
    /// Service principal of the resource.
    ResourceServicePrincipalId = row("resource_service_principal_id", "Resource service principal ID", Kind::Id).width(270.0)
        .json(&["resourceServicePrincipalId"]);
    /// Tenant the identity belongs to.
    HomeTenantId = row("home_tenant_id", "Home tenant ID", Kind::Id).logs(Logs::SIGN_INS.and(AUDIT).and(ACTIVITY)).names(Personal::Tenant).width(270.0).group()
        .csv(&["Home tenant ID", "ActorHomeTenantId"]).json(&["homeTenantId", "initiatedBy.user.homeTenantId"]).m365(&["OrganizationId"]);
    /// Name of the home tenant.
    HomeTenantName = row("home_tenant_name", "Home tenant name", Kind::Text).logs(Logs::SIGN_INS.and(AUDIT)).names(Personal::Tenant).width(160.0).group()
        .csv(&["Home tenant name", "ActorHomeTenantName"]).json(&["homeTenantName", "initiatedBy.user.homeTenantName"])
        .about("Not filled by Microsoft Entra when the sign-in crosses tenants");
    /// How the sign-in crossed tenants.
    CrossTenantAccess = row("cross_tenant_access", "Cross tenant access type", Kind::Choice).logs(USERS)
        .also(&["cross_tenant", "cross_tenant_access_type"]).width(150.0).group()
        .csv(&["Cross tenant access type"]).json(&["crossTenantAccessType"]).terms(terms::CROSS_TENANT_ACCESS)
        .about("Passthrough: the user tried another tenant; this tenant gave no access");
    /// Success, failure or interrupted.
    Status = row("status", "Status", Kind::Choice).logs(ALL).width(110.0).group()
        .csv(&["Status", "Result"]).terms(terms::STATUSES)
        .about("Interrupted: the sign-in was paused to ask the user for something. It is not a failure").json(&["provisioningStatusInfo.status"]).m365(&["ResultStatus"]);
    /// Whether the status is the file's own word or follows from the error code.
    StatusSource = row("status_source", "Status taken from", Kind::Choice).logs(ALL).no_column().terms(terms::STATUS_SOURCES)
        .about("JSON has no status word: it then follows from the error code");
    /// AADSTS error code; 0 is success.
    ErrorCode = row("error_code", "Sign-in error code", Kind::Code).logs(Logs::SIGN_INS.and(Logs::of(&[Log::ActivitySignIns]))).also(&["error", "code"]).width(120.0).group()
        .csv(&["Sign-in error code"]).json(&["status.errorCode"]).azure(&["ResultType"]).m365(&["ErrorNumber"]);
    /// The reason the file gives.
    FailureReason = row("failure_reason", "Failure reason", Kind::Text).logs(Logs::SIGN_INS.and(AUDIT).and(PROVISIONING).and(ACTIVITY)).also(&["reason"]).width(260.0).group().m365(&["LogonError"])
        .csv(&["Failure reason", "ResultReason", "Status reason"]).json(&["status.failureReason", "resultReason", "provisioningStatusInfo.errorInformation.reason"]).azure(&["ResultDescription"])
        .about("Microsoft Entra writes \u{201c}Other.\u{201d} where it names no reason, in successful sign-ins too");
    /// Further text on the outcome, often that of multifactor authentication.
    MfaResult = row("mfa_result", "Multifactor authentication result", Kind::Text).logs(USERS).also(&["additional_details"]).width(230.0).group()
        .csv(&["Multifactor authentication result", "MFA result"]).json(&["status.additionalDetails"]);
    /// Method of multifactor authentication.
    MfaMethod = row("mfa_method", "Multifactor authentication auth method", Kind::Text).logs(USERS).width(170.0).group()
        .csv(&["Multifactor authentication auth method", "MFA auth method"]).json(&["mfaDetail.authMethod"]);
    /// Detail of that method, such as the end of a phone number.
    MfaDetail = row("mfa_detail", "Multifactor authentication auth detail", Kind::Text).logs(USERS).width(170.0)
        .csv(&["Multifactor authentication auth detail", "MFA auth detail"]).json(&["mfaDetail.authDetail"]);
    /// Single-factor or multifactor.
    AuthRequirement = row("auth_requirement", "Authentication requirement", Kind::Choice).logs(USERS).also(&["mfa"]).width(180.0).group()
        .csv(&["Authentication requirement"]).json(&["authenticationRequirement"]).terms(terms::AUTH_REQUIREMENTS)
        .about("The stage that was reached. Single-factor does not mean \u{201c}not protected by MFA\u{201d}: a wrong password \
                stops before a second factor is asked for, and an earlier MFA may already have satisfied it");
    /// Overall outcome of Conditional Access.
    ConditionalAccess = row("ca_status", "Conditional Access", Kind::Choice).also(&["ca", "conditional_access"]).width(130.0).group()
        .csv(&["Conditional Access"]).json(&["conditionalAccessStatus"]).terms(terms::CA_STATUSES)
        .about("Not applied also covers interrupted sign-ins and cases no policy can see");
    /// IP address of the client.
    Ip = row("ip", "IP address", Kind::Address).logs(ADDRESSES).names(Personal::IpAddress).also(&["ip_address"]).width(130.0).group()
        .csv(&["IP address", "IPAddress"]).json(&["ipAddress", "initiatedBy.user.ipAddress"]).azure(&["callerIpAddress"])
        .about("In the non-interactive log it can be the address from which the original token was issued").m365(&["ClientIP", "ClientIPAddress", "ActorIpAddress"]);
    /// City, state and country in one text.
    Location = row("location", "Location", Kind::Text).logs(PLACES).width(210.0).group()
        .csv(&["Location"])
        .about("Filters look at city, state and country too. Microsoft's best guess from the IP address; mobile carriers and \
                VPNs use central addresses");
    /// City of the IP address.
    City = row("city", "City", Kind::Text).logs(PLACES).width(120.0).group().json(&["location.city"]).azure(&["LocationDetails.city"]);
    /// State or province of the IP address.
    State = row("state", "State", Kind::Text).logs(PLACES).width(120.0).group().json(&["location.state"]).azure(&["LocationDetails.state"]);
    /// Country or region of the IP address, two letters.
    Country = row("country", "Country or region", Kind::Text).logs(PLACES).width(110.0).group().json(&["location.countryOrRegion"]).azure(&["LocationDetails.countryOrRegion"]);
    /// Latitude of the place, in degrees.
    Latitude = row("latitude", "Latitude", Kind::Number("\u{b0}")).logs(PLACES).width(80.0).json(&["location.geoCoordinates.latitude"]).azure(&["LocationDetails.geoCoordinates.latitude"]);
    /// Longitude of the place, in degrees.
    Longitude = row("longitude", "Longitude", Kind::Number("\u{b0}")).logs(PLACES).width(80.0).json(&["location.geoCoordinates.longitude"]).azure(&["LocationDetails.geoCoordinates.longitude"]);
    /// IP address that the resource saw.
    ResourceIp = row("ip_seen_by_resource", "IP address (seen by resource)", Kind::Address).names(Personal::IpAddress).logs(USERS).width(150.0).group()
        .csv(&["IP address (seen by resource)"]).json(&["ipAddressFromResourceProvider"]);
    /// Number of the network operator.
    AutonomousSystem = row("asn", "Autonomous system number", Kind::Number("")).width(110.0).group()
        .csv(&["Autonomous system number"]).json(&["autonomousSystemNumber"]);
    /// Named locations the address belongs to.
    Network = row("network", "Named networks", Kind::List).also(&["named_location"]).list_of(Part::Network).json(&["networkLocationDetails"])
        .about("Found by its name, by its kind, and by the words named and trusted");
    /// Kinds of those locations.
    NetworkType = row("network_type", "Kind of network", Kind::List).within(Part::NetworkType).terms(terms::NETWORK_TYPES).closed();
    /// Whether the traffic came through Global Secure Access.
    GlobalSecureAccess = row("global_secure_access", "Through Global Secure Access", Kind::Flag).logs(USERS).width(120.0).group()
        .csv(&["Through Global Secure Access"]).json(&["isThroughGlobalSecureAccess"]);
    /// Address that Global Secure Access saw.
    GlobalSecureAccessIp = row("global_secure_access_ip", "Global Secure Access IP address", Kind::Address).names(Personal::IpAddress).logs(USERS).width(150.0)
        .csv(&["Global Secure Access IP address"]).json(&["globalSecureAccessIpAddress"]);
    /// Kind of client, modern or legacy.
    ClientApp = row("client_app", "Client app", Kind::Choice).logs(USERS).also(&["client"]).width(190.0).group()
        .csv(&["Client app"]).json(&["clientAppUsed"]).terms(terms::CLIENT_APPS)
        .about("Blank means unknown, not legacy");
    /// What the client says it is.
    UserAgent = row("user_agent", "User agent", Kind::Text).logs(USERS.and(AUDIT).and(ACTIVITY)).also(&["ua"]).width(300.0).group()
        .csv(&["User agent"]).json(&["userAgent"]).m365(&["UserAgent", "ClientInfoString"]);
    /// Browser of the device.
    Browser = row("browser", "Browser", Kind::Text).logs(USERS).also(&["device_browser"]).width(140.0).group()
        .csv(&["Browser"]).json(&["deviceDetail.browser"]);
    /// Operating system of the device.
    Os = row("os", "Operating System", Kind::Text).logs(USERS).also(&["operating_system"]).width(130.0).group()
        .csv(&["Operating System"]).json(&["deviceDetail.operatingSystem"]);
    /// Identifier of the device.
    DeviceId = row("device_id", "Device ID", Kind::Id).names(Personal::Device).logs(USERS).also(&["device"]).width(270.0).group()
        .csv(&["Device ID"]).json(&["deviceDetail.deviceId"])
        .about("Empty means not registered or not presented, not that there was no device");
    /// Name of the device.
    DeviceName = row("device_name", "Device name", Kind::Text).names(Personal::Device).logs(USERS).width(150.0).group().json(&["deviceDetail.displayName"]);
    /// Identifier of the browser.
    BrowserId = row("browser_id", "Browser ID", Kind::Id).logs(USERS).width(270.0).json(&["deviceDetail.browserId"]);
    /// Whether the device met its compliance policy.
    Compliant = row("compliant", "Compliant", Kind::Flag).logs(USERS).width(90.0).group()
        .csv(&["Compliant"]).json(&["deviceDetail.isCompliant"]);
    /// Whether the device is managed.
    Managed = row("managed", "Managed", Kind::Flag).logs(USERS).width(90.0).group()
        .csv(&["Managed"]).json(&["deviceDetail.isManaged"]);
    /// How the device is joined.
    JoinType = row("join_type", "Join Type", Kind::Choice).logs(USERS).also(&["trust_type"]).width(180.0).group()
        .csv(&["Join Type"]).json(&["deviceDetail.trustType"]).terms(terms::JOIN_TYPES);
    /// The authentication steps.
    Steps = row("auth_steps", "Authentication details", Kind::Steps).logs(USERS).also(&["steps"]).json(&["authenticationDetails"])
        .about("Any text of an authentication step");
    /// Methods used in the authentication steps.
    AuthMethod = row("auth_method", "Authentication method", Kind::List).logs(USERS).also(&["method"])
        .list_of(Part::StepMethod).terms(terms::AUTH_METHODS)
        .about("Methods of all authentication steps; AD FS and older records list them without steps").json(&["authenticationMethodsUsed"]);
    /// Result texts of the authentication steps.
    AuthResult = row("auth_result", "Authentication result detail", Kind::List).logs(USERS).list_of(Part::StepResult);
    /// Details of the methods, such as how the password was checked.
    AuthDetail = row("auth_detail", "Authentication method detail", Kind::List).logs(USERS).within(Part::StepDetail);
    /// Whether the authentication steps succeeded.
    AuthSucceeded = row("auth_succeeded", "Authentication step succeeded", Kind::List).logs(USERS).within(Part::StepSucceeded)
        .terms(terms::YES_NO).closed();
    /// Primary or multifactor authentication, step by step.
    StepRequirement = row("auth_step_requirement", "Authentication step requirement", Kind::List).logs(USERS)
        .also(&["step_requirement"]).within(Part::StepRequirement).terms(terms::STEP_REQUIREMENTS).closed();
    /// What asked for the authentication: Conditional Access, per-user MFA, security defaults and so on.
    AuthPolicies = row("auth_policy", "Authentication policies applied", Kind::List).logs(USERS).json(&["authenticationRequirementPolicies"]);
    /// Session lifetime policies applied.
    SessionPolicies = row("session_policy", "Session lifetime policies applied", Kind::List).logs(USERS).json(&["sessionLifetimePolicies"]);
    /// The Conditional Access policies with their results.
    Policies = row("ca_policies", "Conditional Access policies", Kind::Policies).about("Name, ID or result of a policy").json(&["appliedConditionalAccessPolicies", "appliedConditionalAccessPolicy"]).azure(&["ConditionalAccessPolicies", "ConditionalAccessPoliciesV2"]);
    /// Names of those policies.
    Policy = row("policy", "Policy", Kind::List).list_of(Part::PolicyName)
        .about("Terms about policies that stand side by side mean the same policy; of several names, each");
    /// The different results those policies had.
    PolicyResult = row("policy_result", "Policy result", Kind::List).list_of(Part::PolicyResult)
        .terms(terms::POLICY_RESULTS).closed();
    /// Identifiers of those policies.
    PolicyId = row("policy_id", "Policy ID", Kind::List).within(Part::PolicyId);
    /// Whether those policies are enforced.
    PolicyMode = row("policy_mode", "Policy mode", Kind::List).within(Part::PolicyMode).terms(terms::POLICY_MODES).closed();
    /// What those policies ask for before they grant access.
    PolicyControl = row("policy_control", "Grant control", Kind::List).also(&["grant_control"])
        .within(Part::PolicyControl).terms(terms::GRANT_CONTROLS)
        .about("Terms of use and authentication strengths are known by their own names");
    /// What those policies do to the session.
    PolicySession = row("policy_session", "Session control", Kind::List).also(&["session_control"])
        .within(Part::PolicySession).terms(terms::SESSION_CONTROLS);
    /// Conditions of those policies that matched.
    PolicyCondition = row("policy_condition", "Policy condition satisfied", Kind::List).within(Part::PolicyCondition);
    /// Conditions of those policies that did not match.
    PolicyUnmet = row("policy_unmet", "Policy condition not satisfied", Kind::List).within(Part::PolicyUnmet);
    /// Additional details: key and value.
    ProcessingDetails = row("processing_detail", "Additional details", Kind::List).logs(USERS.and(AUDIT).and(DETECTIONS).and(ACTIVITY)).json(&["authenticationProcessingDetails", "additionalDetails", "additionalInfo"]).m365(&["Parameters", "ExtendedProperties"]);
    /// Whether continuous access evaluation applies to the token.
    ContinuousAccess = row("cae", "Continuous access evaluation", Kind::Flag).logs(USERS).also(&["is_cae_token"]).width(120.0).group()
        .about("Yes on only one of the requests of a sign-in");
    /// Token the request came with.
    IncomingTokenType = row("incoming_token_type", "Incoming token type", Kind::Choice).logs(USERS).width(150.0).group()
        .csv(&["Incoming token type"]).json(&["incomingTokenType"]).terms(terms::TOKEN_TYPES);
    /// Protocol of the authentication.
    Protocol = row("auth_protocol", "Authentication Protocol", Kind::Choice).logs(USERS).also(&["protocol"]).width(150.0).group()
        .csv(&["Authentication Protocol"]).json(&["authenticationProtocol"]).terms(terms::PROTOCOLS);
    /// Transfer method at the start of the session.
    OriginalTransferMethod = row("original_transfer_method", "Original transfer method", Kind::Choice).logs(USERS).width(150.0).group()
        .csv(&["Original transfer method"]).json(&["originalTransferMethod"]).terms(terms::TRANSFER_METHODS)
        .about("Stays on later refreshes of the session");
    /// Identifier of the issued token.
    UniqueTokenId = row("unique_token_id", "Unique token identifier", Kind::UniqueId).also(&["token_id", "uti"]).width(190.0)
        .csv(&["Unique token identifier"]).json(&["uniqueTokenIdentifier"]);
    /// Identifier of the session.
    SessionId = row("session_id", "Session ID", Kind::UniqueId).logs(USERS).also(&["session"]).width(270.0)
        .csv(&["Session ID"]).json(&["sessionId"]);
    /// The first request of the conversation.
    OriginalRequestId = row("original_request_id", "Original request ID", Kind::UniqueId).width(270.0).json(&["originalRequestId"]);
    /// Credential the client application presented.
    ClientCredential = row("client_credential_type", "Client credential type", Kind::Choice).width(150.0).group()
        .csv(&["Client credential type"]).json(&["clientCredentialType"]).terms(terms::CLIENT_CREDENTIALS);
    /// Whether the session token is bound to the device.
    TokenProtection = row("token_protection", "Token Protection - Sign In Session", Kind::Choice).logs(USERS).width(150.0).group()
        .csv(&["Token Protection - Sign In Session"])
        .json(&["tokenProtectionStatusDetails.signInSessionStatus", "signInTokenProtectionStatus"]).terms(terms::TOKEN_PROTECTION);
    /// Why it is not bound.
    TokenProtectionCode = row("token_protection_code", "Token Protection - Sign In Session StatusCode", Kind::Choice).logs(USERS).width(150.0).group()
        .csv(&["Token Protection - Sign In Session StatusCode"])
        .json(&["tokenProtectionStatusDetails.signInSessionStatusCode"]).terms(terms::TOKEN_PROTECTION_CODES);
    /// Who issued the token.
    TokenIssuerType = row("token_issuer_type", "Token issuer type", Kind::Choice).logs(USERS.and(DETECTIONS)).width(150.0).group()
        .csv(&["Token issuer type"]).json(&["tokenIssuerType"]).terms(terms::TOKEN_ISSUERS);
    /// Name of the token's issuer.
    TokenIssuerName = row("token_issuer_name", "Token issuer name", Kind::Text).names(Personal::Tenant).logs(USERS).width(150.0).group()
        .csv(&["Token issuer name"]).json(&["tokenIssuerName"]);
    /// What the user typed.
    SignInIdentifier = row("sign_in_identifier", "Sign-in identifier", Kind::Text).names(Personal::User).logs(USERS).also(&["identifier"]).width(210.0)
        .csv(&["Sign-in identifier"]).json(&["signInIdentifier"]).azure(&["AlternateSignInName"]).about("What was typed; it may differ from the username");
    /// What kind of identifier that is.
    SignInIdentifierType = row("sign_in_identifier_type", "Sign-in identifier type", Kind::Choice).logs(USERS).width(150.0)
        .json(&["signInIdentifierType"]).terms(terms::IDENTIFIER_TYPES);
    /// Whether the user flagged the sign-in for review.
    Flagged = row("flagged", "Flagged for review", Kind::Flag).logs(USERS).also(&["flagged_for_review"]).width(110.0).group()
        .csv(&["Flagged for review"]).json(&["flaggedForReview"]);
    /// How many sign-ins a row stands for.
    SignInCount = row("sign_in_count", "# sign-ins", Kind::Number("")).also(&["sign_ins"]).width(80.0).json(&["signInCount"])
        .about("How many sign-ins a row stands for, where an export sums them up; all counts count them. A row that tells none is one sign-in");
    /// Time the service took.
    Latency = row("latency", "Latency", Kind::Number("ms")).logs(USERS.and(PROVISIONING)).width(80.0)
        .csv(&["Latency"]).json(&["processingTimeInMilliseconds", "durationInMilliseconds"]).azure(&["ProcessingTimeInMs"]);
    /// Risk level during the sign-in.
    Risk = row("risk", "Risk level (during sign-in)", Kind::Choice).logs(Logs::SIGN_INS.and(RISK)).also(&["risk_level"]).width(120.0).group()
        .csv(&["Risk level", "Risk level (real-time)", "Risk level (during sign-in)"]).json(&["riskLevelDuringSignIn", "riskLevel"]).terms(terms::RISK_LEVELS)
        .about("Hidden: the tenant or the person who exported has no licence or role to see it");
    /// Aggregated risk level.
    RiskAggregated = row("risk_aggregated", "Risk level (aggregate)", Kind::Choice).width(120.0).group()
        .csv(&["Risk level (aggregate)", "Risk level (aggregated)"]).json(&["riskLevelAggregated"]).terms(terms::RISK_LEVELS);
    /// State of the risk.
    RiskState = row("risk_state", "Risk state", Kind::Choice).logs(Logs::SIGN_INS.and(RISK)).width(120.0).group().csv(&["Risk state"]).json(&["riskState"]).terms(terms::RISK_STATES);
    /// Detail of the risk.
    RiskDetail = row("risk_detail", "Risk detail", Kind::Choice).logs(Logs::SIGN_INS.and(RISK)).width(160.0).group().csv(&["Risk detail"]).json(&["riskDetail"]).terms(terms::RISK_DETAILS);
    /// Detections on the sign-in.
    RiskEvents = row("risk_event", "Risk detections", Kind::List).list_column().width(180.0).logs(Logs::SIGN_INS.and(DETECTIONS)).csv(&["Detection type", "Risk type"]).json(&["riskEventTypes_v2", "riskEventTypes", "riskEventType"]).terms(terms::RISK_EVENTS);
    /// Kind of AI agent, if any.
    AgentType = row("agent_type", "Agent type", Kind::Choice).width(130.0).group().json(&["agent.agentType"]).terms(terms::AGENT_TYPES);
    /// Whether an AI agent signed in.
    Agent = row("agent", "Is agent", Kind::List).also(&["is_agent"]).within(Part::IsAgent).terms(terms::YES_NO).closed();
    /// Kind of AI agent that the sign-in is about.
    AgentSubjectType = row("agent_subject_type", "Agent subject type", Kind::Choice).width(130.0).group()
        .json(&["agent.agentSubjectType"]).terms(terms::AGENT_TYPES);
    /// Whether the sign-in is about an AI agent.
    AgentSubject = row("agent_subject", "Is agent subject", Kind::List).also(&["is_agent_subject"])
        .within(Part::IsAgentSubject).terms(terms::YES_NO).closed();
    /// Whether tenant restrictions applied.
    TenantRestricted = row("tenant_restricted", "Tenant restrictions", Kind::Flag).logs(USERS).width(110.0).json(&["isTenantRestricted"]);
    /// Kind of managed identity.
    ManagedIdentityType = row("managed_identity_type", "Managed Identity type", Kind::Choice).logs(MANAGED).width(150.0).group()
        .csv(&["Managed Identity type"]).json(&["managedServiceIdentity.msiType"]).terms(terms::MANAGED_IDENTITY_TYPES);
    /// Azure resource that owns the managed identity.
    AssociatedResource = row("associated_resource_id", "Associated Resource Id", Kind::Text).logs(MANAGED).width(260.0)
        .csv(&["Associated Resource Id"]).json(&["managedServiceIdentity.associatedResourceId"]);
    /// Federated token of the managed identity.
    FederatedTokenId = row("federated_token_id", "Federated Token Id", Kind::Text).logs(WORKLOADS).width(200.0)
        .csv(&["Federated Token Id"]).json(&["managedServiceIdentity.federatedTokenId"]);
    /// Its issuer.
    FederatedTokenIssuer = row("federated_token_issuer", "Federated Token Issuer", Kind::Text).logs(WORKLOADS).width(200.0)
        .csv(&["Federated Token Issuer"]).json(&["managedServiceIdentity.federatedTokenIssuer"]);
    /// The service that wrote the record, or in which something was done.
    Service = row("service", "Service", Kind::Text).logs(AUDIT.and(ACTIVITY)).also(&["workload"]).width(150.0).group()
        .csv(&["Service"]).json(&["loggedByService"]).m365(&["Workload", "OfficeWorkload"]);
    /// What kind of change it was.
    Category = row("category", "Category", Kind::Text).logs(AUDIT).width(150.0).group()
        .csv(&["Category"]);
    /// What was done.
    Activity = row("activity", "Activity", Kind::Text).logs(AUDIT.and(ACTIVITY)).also(&["operation"]).width(210.0).group()
        .csv(&["Activity"]).json(&["activityDisplayName"]).azure(&["OperationName"]).m365(&["Operation"]);
    /// Whether something was added, changed or taken away.
    OperationType = row("operation_type", "Operation type", Kind::Text).logs(AUDIT).width(120.0).group()
        .json(&["operationType"]).azure(&["AADOperationType"]);
    /// Who or what did it.
    Actor = row("initiated_by", "Initiated by (actor)", Kind::Text).names(Personal::User).logs(AUDIT.and(PROVISIONING)).also(&["actor"]).width(190.0).group()
        .json(&["initiatedBy.displayName"])
        .about("The user principal name of who did it, else the name of the application");
    /// What kind of actor that is.
    ActorType = row("actor_type", "Actor type", Kind::Text).logs(AUDIT.and(PROVISIONING)).width(110.0).group()
        .csv(&["ActorType"]).json(&["initiatedBy.initiatorType"]);
    /// Names of what was changed, or of what something was done to.
    Target = row("target", "Target(s)", Kind::List).names(Personal::User).logs(AUDIT.and(ACTIVITY)).also(&["targets"]).list_column().width(190.0)
        .json(&["targetResources"]).m365(&["ObjectId", "SourceFileName"])
        .about("Names, user principal names or identifiers of what was changed");
    /// Kinds of what was changed.
    TargetType = row("target_type", "Target type", Kind::List).logs(AUDIT);
    /// Identifiers of what was changed.
    TargetId = row("target_id", "Target ID", Kind::List).names(Personal::User).logs(AUDIT);
    /// Each target with its kind, user principal name and identifier.
    TargetDetails = row("target_details", "Targets in full", Kind::List).logs(AUDIT)
        .about("Name | kind | user principal name | identifier");
    /// Properties that were changed, from which value to which.
    ModifiedProperties = row("modified_property", "Modified properties", Kind::List).logs(AUDIT.and(PROVISIONING).and(ACTIVITY)).also(&["modified_properties"])
        .json(&["modifiedProperties"]).m365(&["ModifiedProperties"])
        .about("Target \u{203a} property: old value -> new value; the target where there are several");
    /// What provisioning did with an identity.
    ProvisioningAction = row("provisioning_action", "Action", Kind::Choice).logs(PROVISIONING).also(&["action"]).width(100.0).group()
        .json(&["provisioningAction", "action"]).terms(terms::PROVISIONING_ACTIONS);
    /// The system from which an identity comes.
    SourceSystem = row("source_system", "Source system", Kind::Text).logs(PROVISIONING).width(150.0).group()
        .json(&["sourceSystem.displayName"]);
    /// The system to which an identity goes.
    TargetSystem = row("target_system", "Target system", Kind::Text).logs(PROVISIONING).width(150.0).group()
        .json(&["targetSystem.displayName"]);
    /// Name of the identity in the system from which it comes.
    SourceIdentity = row("source_identity", "Source identity", Kind::Text).names(Personal::User).logs(PROVISIONING).also(&["identity"]).width(190.0).group()
        .json(&["sourceIdentity.displayName"]);
    /// Its identifier there.
    SourceIdentityId = row("source_identity_id", "Source identity ID", Kind::Id).names(Personal::User).logs(PROVISIONING).width(270.0)
        .json(&["sourceIdentity.id"]);
    /// Name of the identity in the system to which it goes.
    TargetIdentity = row("target_identity", "Target identity", Kind::Text).names(Personal::User).logs(PROVISIONING).width(190.0).group()
        .json(&["targetIdentity.displayName"]);
    /// Its identifier there.
    TargetIdentityId = row("target_identity_id", "Target identity ID", Kind::Id).names(Personal::User).logs(PROVISIONING).width(270.0)
        .json(&["targetIdentity.id"]);
    /// The provisioning job.
    JobId = row("job_id", "Job ID", Kind::Id).logs(PROVISIONING).width(270.0).group().json(&["jobId"]);
    /// The run of that job.
    CycleId = row("cycle_id", "Cycle ID", Kind::Id).logs(PROVISIONING).width(270.0).group().json(&["cycleId"]);
    /// The change of one identity in that run.
    ChangeId = row("change_id", "Change ID", Kind::Id).logs(PROVISIONING).width(270.0).json(&["changeId"]);
    /// What provisioning calls its error.
    ProvisioningError = row("provisioning_error", "Provisioning error", Kind::Text).logs(PROVISIONING).width(180.0).group()
        .json(&["provisioningStatusInfo.errorInformation.errorCode"]);
    /// What Microsoft Entra recommends to do about it.
    RecommendedAction = row("recommended_action", "Recommended action", Kind::Text).logs(PROVISIONING).width(260.0)
        .json(&["provisioningStatusInfo.errorInformation.recommendedAction"]);
    /// The steps of provisioning, with what came of each.
    ProvisioningSteps = row("provisioning_step", "Provisioning steps", Kind::List).logs(PROVISIONING)
        .json(&["provisioningSteps"]).about("Name, status and description of each step");
    /// Whether a risk was detected at once or later.
    RiskTiming = row("risk_timing", "Detection timing", Kind::Choice).logs(DETECTIONS).width(120.0).group()
        .json(&["detectionTimingType"]).terms(terms::RISK_TIMINGS);
    /// What detected it.
    RiskSource = row("risk_source", "Source of the detection", Kind::Text).logs(DETECTIONS).width(160.0).group().json(&["source"]);
    /// Whether it is about a sign-in or about the user.
    RiskActivity = row("risk_activity", "Activity of the detection", Kind::Choice).logs(DETECTIONS).width(120.0).group()
        .json(&["activity"]).terms(terms::RISK_ACTIVITIES);
    /// The technique of the attack, by its number at MITRE.
    MitreTechnique = row("mitre_technique", "Attack technique (MITRE)", Kind::Text).logs(DETECTIONS).width(130.0).group()
        .json(&["mitreTechniqueId", "mitreTechniques"]);
    /// When it was detected, in ISO 8601, UTC.
    Detected = row("detected", "Detected", Kind::Text).logs(DETECTIONS).width(150.0).json(&["detectedDateTime"])
        .about("Can be days after the activity");
    /// The sign-in that a detection is about.
    SignInRequestId = row("sign_in_request_id", "Request ID of the sign-in", Kind::Id).logs(DETECTIONS).width(270.0)
        .json(&["requestId", "signInRequestId"]);
    /// Whether the user was deleted.
    IsDeleted = row("is_deleted", "Deleted", Kind::Flag).logs(Logs::of(&[Log::RiskyUsers])).width(90.0).group().json(&["isDeleted"]);
    /// What kind of record of Microsoft 365 it is.
    RecordType = row("record_type", "Record type", Kind::Choice).logs(ACTIVITY).width(170.0).group().m365(&["RecordType"]).terms(RECORD_TYPES).open()
        .about("JSON tells its number, other exports its name; both are one value here");
    /// What a file, site or mailbox is called.
    Item = row("item", "Item", Kind::Text).names(Personal::Item).logs(ACTIVITY).width(210.0)
        .m365(&["SourceRelativeUrl", "SiteUrl", "Site_Url", "MailboxOwnerUPN", "TeamName", "ItemName"]);
    /// Whether the analyst marked the sign-in.
    Bookmarked = row("bookmarked", "Bookmarked", Kind::Flag).logs(ALL).also(&["bookmark"]).width(92.0).group().by_analyst()
        .about("Your own mark. It stays with the sign-in, even if its source is forgotten and imported again");
    /// What the analyst noted on the sign-in.
    Note = row("note", "Note", Kind::Text).logs(ALL).names(Personal::Note).also(&["notes"]).width(260.0).by_analyst()
        .about("Your own words, found by any part of them. They stay with the sign-in, even if its source is forgotten and imported again");
    /// Department of the user.
    Department = row("department", "Department", Kind::Text).of_directory(&["department"]).width(150.0).group()
        .about("From a download of users. -has:department finds whom no download tells a department of");
    /// Job title of the user.
    JobTitle = row("job_title", "Job title", Kind::Text).of_directory(&["jobTitle"]).width(160.0).group()
        .about("From a download of users");
    /// Company of the user.
    Company = row("company", "Company", Kind::Text).of_directory(&["companyName"]).width(150.0).group()
        .about("From a download of users");
    /// Country of the user's address in the directory.
    UserCountry = row("user_country", "Country of the user", Kind::Text).of_directory(&["country"]).width(130.0).group()
        .about("From a download of users: where the directory says that somebody works, not where the sign-in came from");
    /// Whether the account may sign in.
    AccountEnabled = row("account_enabled", "Account enabled", Kind::Flag).of_directory(&["accountEnabled"]).width(120.0).group()
        .about("From the newest download of users: as it was then, not at the time of the sign-in");
    /// The groups that the user is a member of.
    Group = row("group", "Group", Kind::List).of_directory(&[]).also(&["groups", "member_of"])
        .about("From the newest download of each group's members: as it was then, not at the time of the sign-in");
}

/// The columns a log's table shows until the user chooses others: the portal's own, in its order.
#[must_use]
pub fn default_columns(log: Log) -> &'static [Field] {
    use Field::{
        Activity, Actor, App, AppId, AuthRequirement, Category, ConditionalAccess, CrossTenantAccess, Detected,
        ErrorCode, FailureReason, HomeTenantId, Ip, Item, Location, ProvisioningAction, RecordType, RequestId,
        Resource, ResourceId, ResourceTenantId, Risk, RiskDetail, RiskEvents, RiskState, RiskTiming, Service,
        ServicePrincipal, ServicePrincipalId, SourceIdentity, SourceSystem, Status, Target, TargetIdentity,
        TargetSystem, Time, User, UserId, Username,
    };
    match log {
        Log::Interactive => &[
            Time,
            RequestId,
            User,
            App,
            Status,
            Ip,
            Location,
            ConditionalAccess,
            AuthRequirement,
            CrossTenantAccess,
            ResourceTenantId,
            HomeTenantId,
        ],
        Log::NonInteractive => &[Time, RequestId, User, Username, App, Status, Ip, Location, ResourceId],
        Log::ServicePrincipal => {
            &[Time, RequestId, ServicePrincipal, ServicePrincipalId, Status, Ip, Resource, ResourceId]
        }
        Log::ManagedIdentity => &[Time, ServicePrincipal, ServicePrincipalId, Status, Resource, ResourceId],
        Log::AdFs => &[Time, RequestId, User, Username, App, Status, Ip],
        // What the portal calls the status reason stands last: few events have one.
        Log::Audit => &[Time, Service, Category, Activity, Status, Target, Actor, FailureReason],
        Log::Provisioning => &[
            Time,
            SourceIdentity,
            TargetIdentity,
            ProvisioningAction,
            SourceSystem,
            TargetSystem,
            Status,
            FailureReason,
        ],
        Log::RiskyUsers => &[Time, User, Username, Risk, RiskState, RiskDetail, UserId],
        Log::RiskyWorkloads => &[Time, ServicePrincipal, AppId, Risk, RiskState, RiskDetail, ServicePrincipalId],
        Log::RiskDetections => &[Time, User, Ip, Location, RiskEvents, RiskState, Risk, RiskTiming, Detected, Username],
        Log::Activity => &[Time, Service, Activity, Username, Status, Ip, Item, Target, RecordType],
        Log::ActivitySignIns => &[Time, Activity, Username, App, Status, ErrorCode, Ip],
    }
}
