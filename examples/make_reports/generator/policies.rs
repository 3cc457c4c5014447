//! Conditional Access: the tenant's policies and how each judges a sign-in.

use super::authentication::Authentication;
use super::calendar::Calendar;
use super::guid::Guid;
use super::tenant::{Department, Person};

/// Whom a policy is for.
#[derive(Clone, Copy, Debug)]
enum Users {
    All,
    Administrators,
    Guests,
    Only(Department),
}

/// When a policy applies to the applications and people it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    Always,
    OutsideTrustedNetworks,
    LegacyClient,
    OutsideMarkets,
    RiskySignIn,
    RiskyUser,
    UnmanagedMachine,
    DeviceCode,
}

/// Whether a policy is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    On,
    ReportOnly,
    Off,
    /// Off at first, then for a week report-only, then on.
    Introduced,
}

/// A Conditional Access policy.
#[derive(Debug)]
pub struct Policy {
    pub name: &'static str,
    pub grant_controls: &'static [&'static str],
    pub session_controls: &'static [&'static str],
    users: Users,
    /// For the finance applications only.
    finance_only: bool,
    when: When,
    mode: Mode,
}

impl Policy {
    /// The policy's ID.
    pub fn id(&self) -> Guid {
        Guid::named("policy", self.name)
    }
}

/// What the policies look at.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "they are independent facts")]
pub struct Facts<'a> {
    pub person: &'a Person,
    pub finance_application: bool,
    pub trusted_network: bool,
    pub country: &'static str,
    pub legacy_client: bool,
    pub managed_machine: bool,
    pub compliant_machine: bool,
    pub risky: bool,
    pub device_code: bool,
    pub day: u32,
}

/// The result of one policy, in the words of the JSON files.
#[derive(Clone, Copy, Debug)]
pub struct Judgement {
    pub policy: &'static Policy,
    pub result: &'static str,
    /// Each satisfied condition with the rule that satisfied it.
    pub satisfied: &'static [(&'static str, &'static str)],
    pub not_satisfied: &'static str,
    pub excluded_by: Option<(&'static str, &'static str)>,
}

/// The days on which the story's policy becomes report-only and on.
pub const INTRODUCTION: [u32; 2] = [10, 17];
/// The department that the story's policy blocks outside the depot.
pub const BLOCKED_DEPARTMENT: Department = Department::Warehouse;
/// The countries that the company works in.
const MARKETS: [&str; 9] = ["GB", "PT", "GR", "JP", "SE", "NL", "IE", "AE", "SG"];

const ALL_APPS: (&str, &str) = ("application", "allApps");
const ALL_USERS: (&str, &str) = ("users", "allUsers");

const fn policy(
    name: &'static str,
    grant_controls: &'static [&'static str],
    users: Users,
    when: When,
    mode: Mode,
) -> Policy {
    Policy { name, grant_controls, session_controls: &[], users, finance_only: false, when, mode }
}

/// The policies, the most telling first: a shorter report takes the first few.
pub static POLICIES: [Policy; 12] = [
    policy(
        "Require multifactor authentication outside our networks",
        &["Mfa"],
        Users::All,
        When::OutsideTrustedNetworks,
        Mode::On,
    ),
    policy(
        "Warehouse: block access outside the depot",
        &["Block"],
        Users::Only(BLOCKED_DEPARTMENT),
        When::OutsideTrustedNetworks,
        Mode::Introduced,
    ),
    Policy {
        finance_only: true,
        ..policy(
            "Finance applications need a compliant device",
            &["RequireCompliantDevice"],
            Users::All,
            When::Always,
            Mode::On,
        )
    },
    policy("Block legacy authentication", &["Block"], Users::All, When::LegacyClient, Mode::On),
    policy(
        "Guests: multifactor authentication and terms of use",
        &["Mfa", "Guest terms of use"],
        Users::Guests,
        When::Always,
        Mode::On,
    ),
    policy("Block device code flow", &["Block"], Users::All, When::DeviceCode, Mode::ReportOnly),
    policy(
        "Administrators: phishing-resistant authentication",
        &["Require authentication strength - Phishing-resistant MFA"],
        Users::Administrators,
        When::Always,
        Mode::On,
    ),
    policy("Block countries outside our markets", &["Block"], Users::All, When::OutsideMarkets, Mode::On),
    policy("Risky sign-ins: multifactor authentication", &["Mfa"], Users::All, When::RiskySignIn, Mode::On),
    policy("Risky users: change the password", &["Mfa", "PasswordChange"], Users::All, When::RiskyUser, Mode::On),
    Policy {
        session_controls: &["SignInFrequency", "PersistentBrowserSessionMode"],
        ..policy("Unmanaged devices: sign in daily", &[], Users::All, When::UnmanagedMachine, Mode::On)
    },
    policy("Pilot: compliant devices for everyone", &["RequireCompliantDevice"], Users::All, When::Always, Mode::Off),
];

/// What Conditional Access decided about a sign-in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    /// No policy applied, or none was asked.
    #[default]
    NotApplied,
    Granted,
    /// A second factor is still missing.
    NeedsSecondFactor,
    NeedsCompliantDevice,
    Blocked,
}

/// Asks the first `count` policies. Nobody is asked about people who are not known yet.
pub fn judge(count: usize, facts: &Facts<'_>, proof: &Authentication, calendar: Calendar) -> (Vec<Judgement>, Verdict) {
    if !proof.knows_the_user {
        return (Vec::new(), Verdict::NotApplied);
    }
    let mut verdict = Verdict::NotApplied;
    let judgements = POLICIES
        .iter()
        .map(|policy| {
            let (judgement, own) = judge_one(policy, facts, proof, calendar);
            verdict = worse(verdict, own);
            judgement
        })
        .collect::<Vec<_>>();
    (judgements.into_iter().take(count).collect(), verdict)
}

fn worse(one: Verdict, other: Verdict) -> Verdict {
    if one as u8 >= other as u8 { one } else { other }
}

fn judge_one(
    policy: &'static Policy,
    facts: &Facts<'_>,
    proof: &Authentication,
    calendar: Calendar,
) -> (Judgement, Verdict) {
    let stand = mode_on(policy.mode, facts.day, calendar);
    let mut judgement =
        Judgement { policy, result: "notEnabled", satisfied: &[], not_satisfied: "none", excluded_by: None };
    if stand == Mode::Off {
        return (judgement, Verdict::NotApplied);
    }
    let report_only = stand == Mode::ReportOnly;
    judgement.result = if report_only { "reportOnlyNotApplied" } else { "notApplied" };
    if policy.finance_only && !facts.finance_application {
        judgement.not_satisfied = "application";
        return (judgement, Verdict::NotApplied);
    }
    judgement.satisfied = satisfied_before_when(policy);
    if !is_for(policy, facts.person, &mut judgement) {
        return (judgement, Verdict::NotApplied);
    }
    if !applies(policy.when, facts, &mut judgement) {
        return (judgement, Verdict::NotApplied);
    }
    let verdict = demand(policy, facts, proof);
    judgement.result = match (verdict, report_only) {
        (Verdict::Granted | Verdict::NotApplied, true) => "reportOnlySuccess",
        (Verdict::Granted | Verdict::NotApplied, false) => "success",
        (Verdict::NeedsSecondFactor, true) => "reportOnlyInterrupted",
        (Verdict::Blocked | Verdict::NeedsCompliantDevice, true) => "reportOnlyFailure",
        (_, false) => "failure",
    };
    (judgement, if report_only { Verdict::NotApplied } else { verdict })
}

fn mode_on(mode: Mode, day: u32, calendar: Calendar) -> Mode {
    let [reported, enforced] = INTRODUCTION.map(|day| calendar.story_day(day));
    match mode {
        Mode::Introduced if day >= enforced => Mode::On,
        Mode::Introduced if day >= reported => Mode::ReportOnly,
        Mode::Introduced => Mode::Off,
        settled => settled,
    }
}

fn satisfied_before_when(policy: &Policy) -> &'static [(&'static str, &'static str)] {
    match (policy.finance_only, policy.users) {
        (true, _) => &[("application", "appId"), ALL_USERS],
        (false, Users::All) => &[ALL_APPS, ALL_USERS],
        (false, Users::Administrators) => &[ALL_APPS, ("users", "roleId")],
        (false, Users::Guests) => &[ALL_APPS, ("users", "b2bCollaborationGuest")],
        (false, Users::Only(_)) => &[ALL_APPS, ("users", "groupId")],
    }
}

fn is_for(policy: &Policy, person: &Person, judgement: &mut Judgement) -> bool {
    let included = match policy.users {
        Users::All => true,
        Users::Administrators => person.is_administrator(),
        Users::Guests => person.is_guest(),
        Users::Only(department) => person.department == department,
    };
    // The shared mailbox is the exception that everybody forgot.
    let excluded = person.department == Department::SharedMailbox;
    if included && !excluded {
        return true;
    }
    judgement.not_satisfied = "users";
    judgement.satisfied = &judgement.satisfied[..1];
    judgement.excluded_by = (included && excluded).then_some(("users", "userId"));
    false
}

fn applies(when: When, facts: &Facts<'_>, judgement: &mut Judgement) -> bool {
    let (holds, condition) = match when {
        When::Always => (true, ""),
        When::OutsideTrustedNetworks => {
            if facts.trusted_network {
                judgement.excluded_by = Some(("location", "allTrustedLocations"));
            }
            (!facts.trusted_network, "location,ipAddressSeenByAzureAD")
        }
        When::OutsideMarkets => (!MARKETS.contains(&facts.country), "location,ipAddressSeenByAzureAD"),
        When::LegacyClient => (facts.legacy_client, "client"),
        When::RiskySignIn => (facts.risky, "signInRisk"),
        When::RiskyUser => (false, "userRisk"),
        When::UnmanagedMachine => (!facts.managed_machine, "deviceState"),
        When::DeviceCode => (facts.device_code, "authenticationFlows"),
    };
    if !holds {
        judgement.not_satisfied = condition;
    }
    holds
}

/// Whether the controls of a policy that applies are met.
fn demand(policy: &Policy, facts: &Facts<'_>, proof: &Authentication) -> Verdict {
    let mut verdict = Verdict::Granted;
    for control in policy.grant_controls {
        let own = match *control {
            "Block" => Verdict::Blocked,
            "RequireCompliantDevice" if !facts.compliant_machine => Verdict::NeedsCompliantDevice,
            "RequireCompliantDevice" | "Guest terms of use" | "PasswordChange" => Verdict::Granted,
            _ if proof.satisfies_multifactor => Verdict::Granted,
            _ => Verdict::NeedsSecondFactor,
        };
        verdict = worse(verdict, own);
    }
    verdict
}
