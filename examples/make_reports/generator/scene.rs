//! Where and how a person works on a day, and the sign-ins that come of it.

use std::net::IpAddr;

use super::applications::{APPLICATIONS, Application, Audience, NEWCOMER, Style};
use super::authentication::Authentication;
use super::calendar::Calendar;
use super::codes::{BLOCKED, Code, DEVICE_NOT_COMPLIANT, SECOND_FACTOR_BY_POLICY, SUCCESS};
use super::dice::{Dice, Purpose};
use super::guid::Guid;
use super::machines::{Join, Machine};
use super::networks::{DUBAI_HOTEL, Network, SINGAPORE_HOTEL, TOKYO_HOTEL};
use super::policies::{Facts, Verdict, judge};
use super::sign_in::{Client, Log, Risk, SignIn, Subject, TokenRequest};
use super::tenant::{Department, OURS, Person, TRAVELLER};

/// What all sign-ins of a report share.
#[derive(Clone, Copy, Debug)]
pub struct World {
    pub seed: u64,
    pub calendar: Calendar,
    /// How many policies each sign-in lists.
    pub policies: usize,
}

/// The days of the thirty on which the traveller reaches each hotel, and is home again.
const JOURNEY: [(u32, Option<&Network>); 4] =
    [(11, Some(&DUBAI_HOTEL)), (14, Some(&SINGAPORE_HOTEL)), (17, Some(&TOKYO_HOTEL)), (20, None)];
/// The day on which the new application appears.
const NEWCOMER_DAY: u32 = 4;

impl World {
    /// The hotel in which the traveller is on that day.
    pub fn hotel(&self, day: u32) -> Option<&'static Network> {
        let reached = |(story_day, _): &&(u32, _)| self.calendar.story_day(*story_day) <= day;
        JOURNEY.iter().rev().find(reached)?.1
    }

    /// One of the applications that a person uses by habit on that day.
    pub fn habitual_application(&self, dice: &mut Dice, person: &Person, day: u32) -> &'static Application {
        let weighted: [(u32, &'static Application); APPLICATIONS.len()] =
            APPLICATIONS.map(|application| (self.weight(application, person, day), application));
        dice.weighted(&weighted)
    }

    fn weight(&self, application: &Application, person: &Person, day: u32) -> u32 {
        let logs_on_to_windows = matches!(person.machine.join, Join::Joined | Join::Hybrid);
        let uses = match application.audience {
            Audience::Everyone => application.style != Style::WindowsLogon || logs_on_to_windows,
            Audience::Only(department) => person.department == department,
            Audience::Administrators => person.is_administrator(),
            Audience::Story => false,
        };
        if uses {
            application.weight
        } else if application.name == NEWCOMER.name && !person.is_guest() {
            let start = self.calendar.story_day(NEWCOMER_DAY);
            application.weight * day.saturating_sub(start) / (self.calendar.days - start).max(1)
        } else {
            0
        }
    }
}

/// A person's day: where they are, and when they work.
#[derive(Clone, Copy, Debug)]
pub struct Workday {
    pub network: &'static Network,
    pub address: IpAddr,
    pub session: Guid,
    /// The second of the UTC day at which work begins.
    pub start: i64,
}

/// How long a day's work lasts, in seconds.
const WORK_SECONDS: u32 = 9 * 60 * 60;

impl Workday {
    /// The day of the person with that number. All logs see the same one, so that the
    /// non-interactive refreshes come from where the interactive sign-ins came from.
    pub fn of(world: &World, person: &'static Person, day: u32) -> Self {
        let mut dice = Dice::new(world.seed, Purpose::Workday, day, person.number(u32::MAX));
        let hotel = world.hotel(day).filter(|_| person.name == TRAVELLER.name);
        let elsewhere = world.calendar.is_weekend(day) || dice.chance(person.base.elsewhere_percent);
        let network = hotel.unwrap_or(if elsewhere { person.base.elsewhere } else { person.base.rooms });
        let start = i64::from(dice.within(8 * 3600..10 * 3600)) - network.place.hours_ahead * 3600;
        Self { network, address: network.address(person.number(997)), session: dice.guid(), start: start.max(0) }
    }

    /// The same day, but away from the company's rooms.
    pub fn elsewhere(self, person: &Person) -> Self {
        let network = person.base.elsewhere;
        Self { network, address: network.address(person.number(997)), ..self }
    }

    /// A second of the UTC day within working hours, more often early than late.
    pub fn moment(&self, dice: &mut Dice) -> i64 {
        let (one, other) = (dice.below(WORK_SECONDS), dice.below(WORK_SECONDS));
        let offset = if dice.chance(50) { one.min(other) } else { one };
        self.start + i64::from(offset)
    }
}

/// One person at one application, about to sign in.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    pub world: &'a World,
    pub day: u32,
    pub log: Log,
    pub person: &'static Person,
    pub application: &'static Application,
    pub workday: Workday,
    pub correlation: Guid,
    pub client: Client,
    pub token: TokenRequest,
    pub risk: Risk,
}

impl<'a> Scene<'a> {
    /// The scene with the machine and token request that go with the application's style.
    pub fn new(
        world: &'a World,
        day: u32,
        log: Log,
        person: &'static Person,
        application: &'static Application,
        dice: &mut Dice,
    ) -> Self {
        let correlation = dice.guid();
        let workday = Workday::of(world, person, day);
        let client = usual_client(person, application.style);
        let token = TokenRequest::default();
        let risk = Risk::None;
        Self { world, day, log, person, application, workday, correlation, client, token, risk }
    }

    /// One sign-in of this scene at a second of the day.
    ///
    /// `code` is how it ends as far as authentication goes; Conditional Access has the last word
    /// about those that would succeed.
    pub fn sign_in(&self, dice: &mut Dice, second: i64, code: &'static Code, proof: Authentication) -> SignIn {
        let world = self.world;
        let (judgements, verdict) = judge(world.policies, &self.facts(), &proof, world.calendar);
        let code = match verdict {
            _ if *code != SUCCESS => code,
            Verdict::NotApplied | Verdict::Granted => code,
            Verdict::NeedsSecondFactor => &SECOND_FACTOR_BY_POLICY,
            Verdict::NeedsCompliantDevice => &DEVICE_NOT_COMPLIANT,
            Verdict::Blocked => &BLOCKED,
        };
        let network = self.workday.network;
        let through_global_secure_access =
            network.is_trusted() && self.person.number(9) == 0 && self.client.machine.is_some();
        SignIn {
            log: self.log,
            time: world.calendar.at(self.day, second),
            request_id: dice.request_id(),
            correlation_id: self.correlation,
            session_id: (proof.knows_the_user).then_some(self.workday.session),
            subject: Subject::Person(self.person),
            application: self.application.into(),
            resource: self.application.resource,
            resource_tenant: &OURS,
            cross_tenant_access: if self.person.is_guest() { "b2bCollaboration" } else { "none" },
            network: Some(network),
            address: Some(self.workday.address),
            global_secure_access: through_global_secure_access.then(|| [192, 0, 2, 250].into()),
            address_seen_by_resource: (self.log == Log::NonInteractive && self.person.number(7) == 0)
                .then(|| network.address(self.person.number(31))),
            client: self.client,
            token: self.token,
            code,
            proof,
            judgements,
            verdict,
            risk: self.risk,
            flagged: false,
            latency_ms: 40 + dice.below(90) + dice.below(12).pow(3),
        }
    }

    fn facts(&self) -> Facts<'static> {
        let machine = self.client.machine;
        Facts {
            person: self.person,
            finance_application: matches!(self.application.audience, Audience::Only(Department::Finance)),
            trusted_network: self.workday.network.is_trusted(),
            country: self.workday.network.place.country,
            legacy_client: matches!(self.client.kind, "Authenticated SMTP" | "IMAP4"),
            managed_machine: machine.is_some_and(Machine::is_managed),
            compliant_machine: machine.is_some_and(|machine| machine.compliant),
            risky: self.risk == Risk::PasswordSpray,
            device_code: self.token.protocol == "deviceCode",
            day: self.day,
        }
    }
}

fn usual_client(person: &Person, style: Style) -> Client {
    const PROGRAM: &str = "Mobile Apps and Desktop clients";
    let machine = if style == Style::Phone { person.phone } else { person.machine };
    let (kind, browser, agent) = match style {
        Style::Web => ("Browser", machine.browser.name, machine.browser.agent),
        Style::Desktop => (PROGRAM, machine.rich_client, ""),
        Style::Phone => (PROGRAM, machine.rich_client, machine.browser.agent),
        Style::CommandLine => (PROGRAM, "Python Requests 2.34", "python-requests/2.34.1"),
        Style::WindowsLogon => (PROGRAM, "", "Windows-AzureAD-Authentication-Provider/1.0"),
    };
    Client { kind, browser, agent, machine: Some(machine) }
}

/// Sorts sign-ins as the portal writes them: the newest first.
pub fn newest_first(sign_ins: &mut [SignIn]) {
    sign_ins.sort_by(|one, other| other.time.cmp(&one.time).then_with(|| other.request_id.cmp(&one.request_id)));
}
