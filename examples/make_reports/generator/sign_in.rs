//! One sign-in with everything that any of the reports tells about it.

use std::net::IpAddr;

use chrono::{DateTime, TimeDelta, Utc};

use super::applications::{Application, Resource};
use super::authentication::{Authentication, Step};
use super::codes::Code;
use super::guid::Guid;
use super::machines::{Join, Machine};
use super::networks::Network;
use super::policies::{Judgement, Verdict};
use super::tenant::{Person, Tenant};
use super::workloads::Workload;

/// The log that a sign-in belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Log {
    Interactive,
    NonInteractive,
    ServicePrincipal,
    ManagedIdentity,
}

impl Log {
    /// All logs, in the order of the portal's tabs.
    pub const ALL: [Self; 4] = [Self::Interactive, Self::NonInteractive, Self::ServicePrincipal, Self::ManagedIdentity];

    /// The word in the JSON property `signInEventTypes`.
    pub fn event_type(self) -> &'static str {
        match self {
            Self::Interactive => "interactiveUser",
            Self::NonInteractive => "nonInteractiveUser",
            Self::ServicePrincipal => "servicePrincipal",
            Self::ManagedIdentity => "managedIdentity",
        }
    }
}

/// Who signed in.
#[derive(Clone, Copy, Debug)]
pub enum Subject {
    Person(&'static Person),
    /// A program, with the generation of the key it used.
    Workload(&'static Workload, u32),
}

/// The program and machine that a sign-in came from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Client {
    /// The Client app column.
    pub kind: &'static str,
    pub browser: &'static str,
    pub agent: &'static str,
    pub machine: Option<&'static Machine>,
}

/// How the token was asked for.
#[derive(Clone, Copy, Debug)]
pub struct TokenRequest {
    pub protocol: &'static str,
    pub transfer_method: &'static str,
    pub incoming_token: &'static str,
    pub credential: &'static str,
}

impl Default for TokenRequest {
    fn default() -> Self {
        Self { protocol: "none", transfer_method: "none", incoming_token: "none", credential: "none" }
    }
}

/// What identity protection thinks of a sign-in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Risk {
    #[default]
    None,
    /// Something about the sign-in was new.
    Unfamiliar,
    /// The right password in a series of wrong ones.
    PasswordSpray,
}

/// One sign-in.
#[derive(Clone, Debug)]
pub struct SignIn {
    pub log: Log,
    pub time: DateTime<Utc>,
    pub request_id: Guid,
    pub correlation_id: Guid,
    pub session_id: Option<Guid>,
    pub subject: Subject,
    pub application: AppRef,
    pub resource: &'static Resource,
    pub resource_tenant: &'static Tenant,
    pub cross_tenant_access: &'static str,
    pub network: Option<&'static Network>,
    pub address: Option<IpAddr>,
    /// The address of Global Secure Access, when the sign-in came through it.
    pub global_secure_access: Option<IpAddr>,
    /// The address that the resource saw, when it differs.
    pub address_seen_by_resource: Option<IpAddr>,
    pub client: Client,
    pub token: TokenRequest,
    pub code: &'static Code,
    pub proof: Authentication,
    pub judgements: Vec<Judgement>,
    pub verdict: Verdict,
    pub risk: Risk,
    pub flagged: bool,
    pub latency_ms: u32,
}

/// The application column's name, ID and owner.
#[derive(Clone, Copy, Debug)]
pub struct AppRef {
    pub name: &'static str,
    pub id: Guid,
    pub owner: &'static Tenant,
}

impl From<&Application> for AppRef {
    fn from(application: &Application) -> Self {
        let Application { name, id, owner, .. } = *application;
        Self { name, id, owner }
    }
}

impl SignIn {
    /// The person, for the two logs of users.
    pub fn person(&self) -> Option<&'static Person> {
        match self.subject {
            Subject::Person(person) => Some(person),
            Subject::Workload(..) => None,
        }
    }

    /// The time in the spelling of the portal's files.
    pub fn time_text(&self) -> String {
        spell_time(self.time)
    }

    /// The time of one of its authentication steps.
    pub fn step_time_text(&self, step: &Step) -> String {
        spell_time(self.time - TimeDelta::seconds(step.seconds_before.into()))
    }

    /// Who the home tenant of the subject is.
    pub fn home_tenant(&self) -> &'static Tenant {
        self.person().map_or(&super::tenant::OURS, Person::home)
    }

    /// The tenant's name, which the log fills in for guests only.
    pub fn home_tenant_name(&self) -> &'static str {
        if self.person().is_some_and(Person::is_guest) { "Österlund Gearworks" } else { "" }
    }

    /// Member or guest.
    pub fn user_type(&self) -> Option<&'static str> {
        self.person().map(|person| if person.is_guest() { "guest" } else { "member" })
    }

    /// What was typed as the user name, where it was typed.
    pub fn identifier(&self) -> Option<String> {
        let was_typed = self.proof.steps.first().is_some_and(|step| step.method.starts_with("Password"));
        self.person().filter(|_| was_typed).map(Person::username)
    }

    /// The machine, when the directory knows it.
    pub fn known_machine(&self) -> Option<&'static Machine> {
        self.client.machine.filter(|machine| machine.is_known())
    }

    /// The device's ID in the directory.
    pub fn device_id(&self) -> Option<Guid> {
        Some(Guid::named("device", &self.device_name()?))
    }

    /// The device's name in the directory.
    pub fn device_name(&self) -> Option<String> {
        let (machine, person) = (self.known_machine()?, self.person()?);
        Some(format!("{}-{:04}", machine.name, person.number(9000) + 100))
    }

    /// Whether the session is bound to the device, and the code that says why not.
    pub fn token_protection(&self) -> Option<(&'static str, u16)> {
        let machine = self.client.machine?;
        let runs_windows = machine.operating_system.starts_with("Windows");
        match machine.join {
            Join::None => Some(("unbound", 1002)),
            Join::Hybrid | Join::Joined if self.client.kind != "Browser" => Some(("bound", 0)),
            Join::Registered if !runs_windows => Some(("unbound", 1006)),
            Join::Hybrid | Join::Joined | Join::Registered => Some(("unbound", 1008)),
        }
    }

    /// The Conditional Access status in the spelling of the JSON files.
    pub fn conditional_access(&self) -> &'static str {
        match self.verdict {
            Verdict::NotApplied => "notApplied",
            Verdict::Granted => "success",
            Verdict::NeedsSecondFactor | Verdict::NeedsCompliantDevice | Verdict::Blocked => "failure",
        }
    }

    /// The authentication requirement, for users.
    pub fn requirement(&self) -> &'static str {
        if self.proof.is_multifactor { "multiFactorAuthentication" } else { "singleFactorAuthentication" }
    }
}

/// Times in the portal's files have whole seconds.
fn spell_time(time: DateTime<Utc>) -> String {
    time.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
