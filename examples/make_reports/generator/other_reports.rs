//! What the directory, provisioning, ID Protection and Microsoft 365 tell of the same month, as Microsoft Graph and
//! Microsoft Purview write it.
//!
//! - **A stolen session** (day 14, in Singapore): the traveller's own sign-in is detected as risky; from the same address
//!   somebody adds a phone to her account, makes a rule that hides and forwards mail, and reads files. The next morning
//!   the directory's administrators take back the phone, the sessions and the rule, and confirm the user compromised.
//! - **The spray**: detections on the sign-ins of the person whose password was guessed, and on the person.
//! - **The secret** of the ledger export is renewed by an administrator when the export works again.
//! - **The policy** for the warehouse is added, and switched on a week later.
//! - **People** join, change departments and leave; provisioning carries them to the expenses application, which lacks a
//!   licence for some.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::applications::NEWCOMER;
use super::calendar::Calendar;
use super::codes::Status;
use super::guid::Guid;
use super::policies::INTRODUCTION;
use super::sign_in::{Log, Risk, SignIn};
use super::tenant::{LEAVER, OURS, PEOPLE, Person, SPRAY_HIT, TRAVELLER};
use super::workloads::LEDGER_EXPORT;
use super::{Options, generate};

/// Day of the story on which the session is stolen: the traveller is in Singapore.
const STOLEN: u32 = 14;
/// The days of the story on which the secret is renewed and the newcomer's application appears.
const RENEWED: u32 = 17;
const APPEARS: u32 = 4;

/// The reports, each with the stem of its file's name and its records, the newest first.
pub fn reports(options: &Options) -> Vec<(&'static str, Vec<Value>)> {
    let month = Month::of(options);
    vec![
        ("AuditLogs", newest_first(month.audit(), "activityDateTime")),
        ("ProvisioningLogs", newest_first(month.provisioning(), "activityDateTime")),
        ("RiskyUsers", newest_first(month.risky_users(), "riskLastUpdatedDateTime")),
        ("RiskyServicePrincipals", newest_first(month.risky_workloads(), "riskLastUpdatedDateTime")),
        ("RiskDetections", newest_first(month.detections(), "activityDateTime")),
        ("Microsoft365Activities", newest_first(month.activities(), "CreationTime")),
    ]
}

fn newest_first(mut records: Vec<Value>, time: &str) -> Vec<Value> {
    records.sort_by_key(|record| std::cmp::Reverse(record[time].as_str().unwrap_or_default().to_owned()));
    records
}

fn spelled(time: DateTime<Utc>) -> String {
    time.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

struct Month {
    calendar: Calendar,
    sign_ins: Vec<SignIn>,
    /// Who runs the directory.
    administrator: &'static Person,
}

/// The sign-in with which the session was stolen, and from where.
struct Theft<'a> {
    sign_in: &'a SignIn,
    address: String,
}

impl Theft<'_> {
    /// When an administrator confirms the user compromised.
    fn confirmed(&self) -> DateTime<Utc> {
        self.sign_in.time + TimeDelta::hours(20) + TimeDelta::minutes(6)
    }
}

impl Month {
    fn of(options: &Options) -> Self {
        let calendar = Calendar::ending(options.end, options.days);
        let sign_ins = generate(options).filter(|row| row.log == Log::Interactive).collect();
        let administrator = PEOPLE.into_iter().find(|person| person.is_administrator()).unwrap_or(&TRAVELLER);
        Self { calendar, sign_ins, administrator }
    }

    fn at(&self, story_day: u32, second: i64) -> DateTime<Utc> {
        self.calendar.at(self.calendar.story_day(story_day), second)
    }

    fn theft(&self) -> Option<Theft<'_>> {
        let day = self.calendar.date(self.calendar.story_day(STOLEN));
        let is_it = |row: &&SignIn| {
            row.risk == Risk::Unfamiliar
                && row.code.status == Status::Success
                && row.person().is_some_and(|person| person.name == TRAVELLER.name)
                && row.time.date_naive() == day
        };
        let sign_in = self.sign_ins.iter().find(is_it)?;
        Some(Theft { sign_in, address: sign_in.address?.to_string() })
    }

    fn audit(&self) -> Vec<Value> {
        let mut events = self.daily_changes();
        events.extend(self.policy_and_secret());
        if let Some(theft) = self.theft() {
            let after = |minutes: i64| theft.sign_in.time + TimeDelta::minutes(minutes);
            let rosalind = Actor::Person(&TRAVELLER, Some(theft.address.clone()));
            let phone = json!([{"MethodType": 5, "Default": false, "PhoneNumber": "+65 XXXX XX42"}]).to_string();
            events.push(
                Event::new("Authentication Methods", "UserManagement", "User registered security info", after(11))
                    .by(rosalind)
                    .because("User registered Phone")
                    .on(target(&TRAVELLER, &[("StrongAuthenticationMethod", "", &phone)]))
                    .json(),
            );
            let morning = theft.sign_in.time + TimeDelta::hours(20);
            let admin = || Actor::Person(self.administrator, Some("198.51.100.3".to_owned()));
            events.push(
                Event::new("Authentication Methods", "UserManagement", "Admin deleted security info", morning)
                    .by(admin())
                    .because("Admin deleted Phone of the user")
                    .on(target(&TRAVELLER, &[("StrongAuthenticationMethod", &phone, "")]))
                    .json(),
            );
            events.push(
                Event::new("Core Directory", "UserManagement", "Reset user password", morning + TimeDelta::minutes(2))
                    .by(admin())
                    .on(target(&TRAVELLER, &[("ForceChangePassword", "[false]", "[true]")]))
                    .json(),
            );
            let revoked = spelled(morning + TimeDelta::minutes(3));
            let revoked = format!("[\"{revoked}\"]");
            events.push(
                Event::new("Core Directory", "UserManagement", "Revoke user sessions", morning + TimeDelta::minutes(3))
                    .by(admin())
                    .on(target(&TRAVELLER, &[("StsRefreshTokensValidFrom", "", &revoked)]))
                    .json(),
            );
            events.push(
                Event::new(
                    "Identity Protection",
                    "UserManagement",
                    "ConfirmCompromised",
                    morning + TimeDelta::minutes(6),
                )
                .by(admin())
                .on(target(&TRAVELLER, &[]))
                .json(),
            );
        }
        events
    }

    /// What happens on every working day.
    fn daily_changes(&self) -> Vec<Value> {
        let mut events = Vec::new();
        for day in (0..self.calendar.days).filter(|day| !self.calendar.is_weekend(*day)) {
            let at = |second: i64| self.calendar.at(day, second + i64::from(day * 37 % 600));
            let person = PEOPLE[(day as usize * 7 + 3) % PEOPLE.len()];
            let admin = || Actor::Person(self.administrator, Some("198.51.100.3".to_owned()));
            let department = format!("[\"{:?}\"]", person.department);
            events.push(
                Event::new("Core Directory", "UserManagement", "Update user", at(9 * 3600))
                    .by(admin())
                    .on(target(
                        person,
                        &[
                            ("Department", "[\"To be assigned\"]", &department),
                            ("Included Updated Properties", "", "\"Department\""),
                        ],
                    ))
                    .detail("UserType", if person.is_guest() { "Guest" } else { "Member" })
                    .json(),
            );
            let group = json!({
                "id": Guid::named("group", "expenses"), "displayName": "Expenses users", "type": "Group",
                "groupType": "azureAD", "userPrincipalName": null, "modifiedProperties": []
            });
            let name = "\"Expenses users\"";
            events.push(
                Event::new("Core Directory", "GroupManagement", "Add member to group", at(10 * 3600))
                    .by(admin())
                    .on(target(person, &[("Group.DisplayName", "", name)]))
                    .on(group)
                    .json(),
            );
            if day % 3 == 0 {
                let locked_out = PEOPLE[(day as usize * 11 + 5) % PEOPLE.len()];
                let failed = day % 2 == 1;
                events.push(
                    Event::new(
                        "Self-service Password Management",
                        "UserManagement",
                        "Self-service password reset flow activity progress",
                        at(8 * 3600),
                    )
                    .by(Actor::Person(locked_out, Some("203.0.113.70".to_owned())))
                    .result(if failed { "failure" } else { "success" })
                    .because(if failed {
                        "User's account has insufficient authentication methods defined"
                    } else {
                        "User successfully reset password"
                    })
                    .on(target(locked_out, &[]))
                    .json(),
                );
            }
            events.push(
                Event::new("Core Directory", "UserManagement", "Update user", at(3 * 3600))
                    .by(Actor::Application("Microsoft Substrate Management"))
                    .on(target(person, &[("MailNickname", "", "[\"synchronised\"]")]))
                    .json(),
            );
        }
        let left = self.at(8, 16 * 3600);
        events.push(
            Event::new("Core Directory", "UserManagement", "Disable account", left)
                .by(Actor::Person(self.administrator, Some("198.51.100.3".to_owned())))
                .on(target(&LEAVER, &[("AccountEnabled", "[true]", "[false]")]))
                .json(),
        );
        events
    }

    fn policy_and_secret(&self) -> Vec<Value> {
        let admin = || Actor::Person(self.administrator, Some("198.51.100.3".to_owned()));
        let policy = |old: &str, new: &str| {
            json!({
                "id": Guid::named("policy", "warehouse"), "displayName": "Warehouse: block outside the depot",
                "type": "Policy", "userPrincipalName": null,
                "modifiedProperties": [
                    {"displayName": "ConditionalAccessPolicy", "oldValue": old, "newValue": new}
                ]
            })
        };
        let state = |state: &str| {
            json!({
                "state": state,
                "conditions": {"users": {"includeGroups": ["Warehouse"]}, "locations": {"excludeLocations": ["AllTrusted"]}},
                "grantControls": {"builtInControls": ["block"]}
            })
            .to_string()
        };
        let (reported, on) = (state("enabledForReportingButNotEnforced"), state("enabled"));
        let key = |generation: u32| {
            let id = LEDGER_EXPORT.key_id(generation).map(|id| id.to_string()).unwrap_or_default();
            json!([format!("[KeyIdentifier={id},KeyType=Password,KeyUsage=Verify,DisplayName=ledger]")]).to_string()
        };
        let ledger = json!({
            "id": LEDGER_EXPORT.service_principal_id(), "displayName": LEDGER_EXPORT.name, "type": "ServicePrincipal",
            "userPrincipalName": null,
            "modifiedProperties": [{"displayName": "KeyDescription", "oldValue": key(0), "newValue": key(1)}]
        });
        let newcomer = json!({
            "id": Guid::named("service principal", NEWCOMER.name), "displayName": NEWCOMER.name,
            "type": "ServicePrincipal", "userPrincipalName": null,
            "modifiedProperties": [
                {"displayName": "ConsentContext.IsAdminConsent", "oldValue": null, "newValue": "\"True\""},
                {"displayName": "ConsentAction.Permissions", "oldValue": null, "newValue": "\"User.Read, Files.Read.All\""}
            ]
        });
        let [added, enforced] = INTRODUCTION;
        vec![
            Event::new("Conditional Access", "Policy", "Add conditional access policy", self.at(added, 11 * 3600))
                .by(admin())
                .on(policy("", &reported))
                .json(),
            Event::new("Conditional Access", "Policy", "Update conditional access policy", self.at(enforced, 7 * 3600))
                .by(admin())
                .on(policy(&reported, &on))
                .json(),
            Event::new(
                "Core Directory",
                "ApplicationManagement",
                "Update application \u{2013} Certificates and secrets management",
                self.at(RENEWED, 10 * 3600 + 900),
            )
            .by(admin())
            .on(ledger)
            .json(),
            Event::new("Core Directory", "ApplicationManagement", "Consent to application", self.at(APPEARS, 9 * 3600))
                .by(admin())
                .on(newcomer)
                .json(),
        ]
    }

    fn provisioning(&self) -> Vec<Value> {
        let mut events = Vec::new();
        for day in 0..self.calendar.days {
            let person = PEOPLE[(day as usize * 7 + 3) % PEOPLE.len()];
            let time = self.calendar.at(day, 10 * 3600 + 1200 + i64::from(day * 53 % 900));
            let outcome = if person.is_guest() {
                "skipped"
            } else if day % 6 == 4 {
                "failure"
            } else {
                "success"
            };
            let action = if day % 2 == 0 { "create" } else { "update" };
            events.push(provisioned(person, action, outcome, time));
        }
        events.push(provisioned(&LEAVER, "disable", "success", self.at(8, 16 * 3600 + 2400)));
        events
    }

    fn detections(&self) -> Vec<Value> {
        let of_sign_in = |row: &SignIn, kind: &str, level: &str, state: &str, later: TimeDelta, more: Value| {
            let person = row.person().unwrap_or(&TRAVELLER);
            let place = row.network.map(|network| &network.place);
            json!({
                "id": Guid::named("detection", &format!("{}{kind}", row.request_id)).to_string().replace('-', ""),
                "requestId": row.request_id, "correlationId": row.correlation_id, "riskType": kind, "riskEventType": kind,
                "riskState": state, "riskLevel": level, "riskDetail": "none", "source": "IdentityProtection",
                "detectionTimingType": if later.num_minutes() < 5 { "realtime" } else { "offline" },
                "activity": "signin", "tokenIssuerType": "AzureAD",
                "ipAddress": row.address.map(|address| address.to_string()),
                "location": place.map(|place| json!({
                    "city": place.city, "state": place.state, "countryOrRegion": place.country,
                    "geoCoordinates": {"latitude": place.latitude, "longitude": place.longitude}
                })),
                "activityDateTime": row.time_text(), "detectedDateTime": spelled(row.time + later),
                "lastUpdatedDateTime": spelled(row.time + later),
                "userId": person.id(), "userDisplayName": person.name, "userPrincipalName": person.username(),
                "additionalInfo": more.to_string()
            })
        };
        let agent = |row: &SignIn| json!([{"Key": "userAgent", "Value": row.client.agent}]);
        let mut found: Vec<Value> = Vec::new();
        for row in self.sign_ins.iter().filter(|row| row.person().is_some()) {
            match row.risk {
                Risk::PasswordSpray => {
                    found.push(of_sign_in(row, "passwordSpray", "high", "atRisk", TimeDelta::hours(9), agent(row)));
                }
                Risk::Unfamiliar if row.code.status == Status::Success => {
                    found.push(of_sign_in(
                        row,
                        "unfamiliarFeatures",
                        // As the sign-in itself tells.
                        "low",
                        "atRisk",
                        TimeDelta::minutes(1),
                        json!([{"Key": "riskReasons", "Value": ["UnfamiliarIP", "UnfamiliarLocation"]}]),
                    ));
                }
                Risk::Unfamiliar | Risk::None => {}
            }
        }
        if let Some(theft) = self.theft() {
            let reasons = json!([
                {"Key": "riskReasons", "Value": ["TokenIssuerAnomaly", "UnfamiliarSession"]},
                {"Key": "mitreTechniques", "Value": "T1539"}
            ]);
            // Found hours later, so the sign-in tells nothing of it; confirmed with the user.
            let offline = TimeDelta::hours(17);
            let mut token =
                of_sign_in(theft.sign_in, "anomalousToken", "high", "confirmedCompromised", offline, reasons);
            token["riskDetail"] = json!("adminConfirmedUserCompromised");
            token["lastUpdatedDateTime"] = json!(spelled(theft.confirmed()));
            found.push(token);
        }
        found
    }

    fn risky_users(&self) -> Vec<Value> {
        let user = |person: &Person, level: &str, state: &str, detail: &str, time: DateTime<Utc>| {
            json!({
                "id": person.id(), "userDisplayName": person.name, "userPrincipalName": person.username(),
                "riskLevel": level, "riskState": state, "riskDetail": detail,
                "riskLastUpdatedDateTime": spelled(time), "isDeleted": false, "isProcessing": false
            })
        };
        let mut users = vec![
            user(&SPRAY_HIT, "high", "atRisk", "none", self.at(23, 13 * 3600)),
            user(&LEAVER, "none", "dismissed", "adminDismissedAllRiskForUser", self.at(9, 9 * 3600)),
        ];
        if let Some(theft) = self.theft() {
            let detail = "adminConfirmedUserCompromised";
            users.push(user(&TRAVELLER, "high", "confirmedCompromised", detail, theft.confirmed()));
        }
        users
    }

    fn risky_workloads(&self) -> Vec<Value> {
        vec![json!({
            "id": LEDGER_EXPORT.service_principal_id(), "displayName": LEDGER_EXPORT.name,
            "appId": LEDGER_EXPORT.application_id(), "servicePrincipalType": "Application", "accountEnabled": true,
            "isProcessing": false, "riskLevel": "low", "riskState": "atRisk", "riskDetail": "none",
            "riskLastUpdatedDateTime": spelled(self.at(18, 6 * 3600))
        })]
    }

    fn activities(&self) -> Vec<Value> {
        let mut activities = Vec::new();
        for day in (0..self.calendar.days).filter(|day| !self.calendar.is_weekend(*day)) {
            for number in 0..3_u32 {
                let person = PEOPLE[((day * 3 + number) as usize * 5 + 2) % PEOPLE.len()];
                let time = self.calendar.at(day, 9 * 3600 + i64::from(number) * 7200 + i64::from(day * 41 % 1800));
                let operation = ["FileAccessed", "FileModified", "FileDownloaded"][number as usize];
                let file = ["Pattern book.xlsx", "Autumn order.docx", "Depot plan.pdf"][(day % 3) as usize];
                activities.push(file_activity(person, operation, file, "203.0.113.5", time));
            }
        }
        let Some(theft) = self.theft() else { return activities };
        let after = |minutes: i64| theft.sign_in.time + TimeDelta::minutes(minutes);
        activities.push(signed_in(theft.sign_in));
        activities.push(rule(
            "New-InboxRule",
            &[
                ("Name", "."),
                ("SubjectContainsWords", "invoice;payment"),
                ("MoveToFolder", "RSS Feeds"),
                ("ForwardTo", "billing@tidewater-post.example"),
                ("MarkAsRead", "True"),
            ],
            &TRAVELLER,
            &theft.address,
            after(19),
        ));
        for (minute, file) in [(24, "Price list 2027.xlsx"), (26, "Customers.xlsx"), (27, "Contracts.pdf")] {
            activities.push(file_activity(&TRAVELLER, "FileDownloaded", file, &theft.address, after(minute)));
        }
        let morning = theft.sign_in.time + TimeDelta::hours(20) + TimeDelta::minutes(9);
        activities.push(rule("Remove-InboxRule", &[("Identity", ".")], self.administrator, "198.51.100.3", morning));
        activities
    }
}

/// Who initiated an audit event.
enum Actor {
    Person(&'static Person, Option<String>),
    Application(&'static str),
}

/// An audit event on its way.
struct Event {
    service: &'static str,
    category: &'static str,
    activity: &'static str,
    time: DateTime<Utc>,
    actor: Option<Actor>,
    result: &'static str,
    reason: &'static str,
    targets: Vec<Value>,
    details: Vec<Value>,
}

impl Event {
    fn new(service: &'static str, category: &'static str, activity: &'static str, time: DateTime<Utc>) -> Self {
        let (targets, details) = (Vec::new(), Vec::new());
        Self { service, category, activity, time, actor: None, result: "success", reason: "", targets, details }
    }

    fn by(self, actor: Actor) -> Self {
        Self { actor: Some(actor), ..self }
    }

    fn result(self, result: &'static str) -> Self {
        Self { result, ..self }
    }

    fn because(self, reason: &'static str) -> Self {
        Self { reason, ..self }
    }

    fn on(mut self, target: Value) -> Self {
        self.targets.push(target);
        self
    }

    fn detail(mut self, key: &str, value: &str) -> Self {
        self.details.push(json!({"key": key, "value": value}));
        self
    }

    fn json(self) -> Value {
        let name = format!("{}{}{}", self.activity, spelled(self.time), self.targets.len());
        let initiated_by = match self.actor {
            Some(Actor::Person(person, address)) => json!({
                "app": null,
                "user": {
                    "id": person.id(), "displayName": person.name, "userPrincipalName": person.username(),
                    "ipAddress": address, "userType": null, "homeTenantId": null, "homeTenantName": null
                }
            }),
            Some(Actor::Application(name)) => json!({
                "user": null,
                "app": {
                    "appId": null, "displayName": name,
                    "servicePrincipalId": Guid::named("service principal", name), "servicePrincipalName": null
                }
            }),
            None => Value::Null,
        };
        let operation = match self.activity.split(' ').next().unwrap_or_default() {
            "Add" => "Add",
            "Admin" => "Delete",
            _ => "Update",
        };
        json!({
            "id": format!("Directory_{}", Guid::named("audit", &name)),
            "category": self.category, "correlationId": Guid::named("audit correlation", &name),
            "result": self.result, "resultReason": self.reason, "activityDisplayName": self.activity,
            "activityDateTime": spelled(self.time), "loggedByService": self.service, "operationType": operation,
            "userAgent": null, "initiatedBy": initiated_by, "targetResources": self.targets,
            "additionalDetails": self.details
        })
    }
}

/// A person as the target of an audit event, with what was changed.
fn target(person: &Person, changes: &[(&str, &str, &str)]) -> Value {
    let or_null = |text: &str| if text.is_empty() { Value::Null } else { Value::from(text) };
    let changes: Vec<Value> = changes
        .iter()
        .map(|(name, old, new)| json!({"displayName": name, "oldValue": or_null(old), "newValue": or_null(new)}))
        .collect();
    json!({
        "id": person.id(), "displayName": person.name, "type": "User", "userPrincipalName": person.username(),
        "groupType": null, "modifiedProperties": changes
    })
}

/// An identity on its way to the expenses application.
fn provisioned(person: &Person, action: &str, outcome: &str, time: DateTime<Utc>) -> Value {
    let name = format!("{}{}", person.username(), spelled(time));
    let error = (outcome == "failure").then(|| {
        json!({
            "errorCode": "LicenseLimitExceeded", "errorCategory": "nonServiceFailure",
            "reason": "The account could not be created: the application has no licence left",
            "recommendedAction": "Buy licences in Tidebook Expenses, or take some from accounts that are not used, and restart provisioning",
            "additionalDetails": null
        })
    });
    let skipped = outcome == "skipped";
    let step = |name: &str, kind: &str, status: &str, description: &str| json!({"name": name, "provisioningStepType": kind, "status": status, "description": description, "details": {}});
    let username = person.username();
    let alias = username.split('@').next().unwrap_or_default();
    let mut steps = vec![step("EntryImport", "import", "success", "The user was read from Microsoft Entra ID")];
    if skipped {
        steps.push(step("EntrySynchronizationScoping", "scoping", "skipped", "The user is a guest and not in scope"));
    } else {
        steps.push(step(
            "EntrySynchronizationScoping",
            "scoping",
            "success",
            "The user is assigned to the application",
        ));
        let matched =
            if action == "create" { "No account matches: one is to be created" } else { "One account matches" };
        steps.push(step("EntryMatching", "matching", "success", matched));
        let exported = if outcome == "failure" { "The application answered 403" } else { "The account was written" };
        steps.push(step("EntryExport", "export", outcome, exported));
    }
    let changes = if skipped || outcome == "failure" {
        Vec::new()
    } else if action == "disable" {
        vec![json!({"displayName": "active", "oldValue": "True", "newValue": "False"})]
    } else {
        vec![
            json!({"displayName": "displayName", "oldValue": null, "newValue": person.name}),
            json!({"displayName": "userName", "oldValue": null, "newValue": person.username()}),
        ]
    };
    json!({
        "id": Guid::named("provisioning", &name), "activityDateTime": spelled(time), "tenantId": OURS.id,
        "jobId": format!("tidebook.{}", Guid::named("job", "expenses").to_string().replace('-', "")),
        "cycleId": Guid::named("cycle", &spelled(time)[..10]), "changeId": Guid::named("change", &name),
        "provisioningAction": action, "durationInMilliseconds": 180 + person.number(900),
        "initiatedBy": {"id": "", "displayName": "Microsoft Entra Provisioning Service", "initiatorType": "system"},
        "servicePrincipal": {"id": Guid::named("service principal", "Tidebook Expenses"), "displayName": "Tidebook Expenses"},
        "sourceSystem": {"id": Guid::named("system", "entra"), "displayName": "Microsoft Entra ID", "details": {}},
        "targetSystem": {"id": Guid::named("system", "tidebook"), "displayName": "Tidebook Expenses", "details": {}},
        "sourceIdentity": {"id": person.id(), "displayName": person.name, "identityType": "User", "details": {}},
        "targetIdentity": {
            "id": if action == "create" && outcome != "success" { "" } else { alias },
            "displayName": alias, "identityType": "User", "details": {}
        },
        "provisioningStatusInfo": {"status": outcome, "errorInformation": error},
        "provisioningSteps": steps, "modifiedProperties": changes
    })
}

/// What every record of Microsoft 365 begins with.
fn activity(
    person: &Person,
    operation: &str,
    workload: &str,
    record_type: u32,
    address: &str,
    time: DateTime<Utc>,
) -> Value {
    json!({
        "CreationTime": time.format("%Y-%m-%dT%H:%M:%S").to_string(),
        "Id": Guid::named("activity", &format!("{operation}{}{}", person.username(), spelled(time))),
        "Operation": operation, "OrganizationId": OURS.id, "RecordType": record_type, "UserKey": person.id(), "UserType": 0,
        "Version": 1, "Workload": workload, "ClientIP": address, "UserId": person.username()
    })
}

fn file_activity(person: &Person, operation: &str, file: &str, address: &str, time: DateTime<Utc>) -> Value {
    let mut record = activity(person, operation, "SharePoint", 6, address, time);
    let site = "https://brackwater-loom.sharepoint.example/sites/sales/";
    record["ObjectId"] = format!("{site}Shared Documents/{file}").into();
    record["SiteUrl"] = site.into();
    record["SourceFileName"] = file.into();
    record["SourceRelativeUrl"] = format!("Shared Documents/{file}").into();
    record["ItemType"] = "File".into();
    record["ResultStatus"] = "Succeeded".into();
    record
}

fn rule(operation: &str, parameters: &[(&str, &str)], person: &Person, address: &str, time: DateTime<Utc>) -> Value {
    let mut record = activity(person, operation, "Exchange", 1, address, time);
    let parameters: Vec<Value> = parameters.iter().map(|(name, value)| json!({"Name": name, "Value": value})).collect();
    record["ObjectId"] = format!("{}\\.", TRAVELLER.username()).into();
    record["MailboxOwnerUPN"] = TRAVELLER.username().into();
    record["ResultStatus"] = "True".into();
    record["Parameters"] = parameters.into();
    record
}

fn signed_in(row: &SignIn) -> Value {
    let person = row.person().unwrap_or(&TRAVELLER);
    let address = row.address.map(|address| address.to_string()).unwrap_or_default();
    let mut record = activity(person, "UserLoggedIn", "AzureActiveDirectory", 15, &address, row.time);
    record["ObjectId"] = row.resource.id.to_string().into();
    record["ApplicationId"] = row.application.id.to_string().into();
    record["ErrorNumber"] = "0".into();
    record["ResultStatus"] = "Success".into();
    record["InterSystemsId"] = row.correlation_id.to_string().into();
    record["IntraSystemId"] = row.request_id.to_string().into();
    record
}
