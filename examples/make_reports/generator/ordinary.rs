//! What fills the days beside the story: office work, its refreshes, and programs on timers.

use super::applications::{MAILBOX, Resource, Style};
use super::authentication::Authentication;
use super::calendar::{SECONDS_A_DAY, spread};
use super::codes::{
    CONSENT_MISSING, Code, DEVICE_ASKED, FREQUENCY_REACHED, GRANT_REVOKED, NOT_SIGNED_IN, SECOND_FACTOR_ASKED,
    SECOND_FACTOR_BY_POLICY, SECRET_INVALID, SUCCESS, TOKEN_INACTIVE,
};
use super::dice::{Dice, Purpose};
use super::incidents::{Incident, befall, rows_of};
use super::policies::Verdict;
use super::scene::{Scene, World};
use super::sign_in::{AppRef, Client, Log, Risk, SignIn, Subject, TokenRequest};
use super::tenant::{OURS, PEOPLE};
use super::workloads::{Credential, MANAGED_IDENTITIES, SERVICE_PRINCIPALS, Workload};

/// `count` sign-ins of one log on one day.
pub fn day(world: &World, log: Log, day: u32, count: usize) -> Vec<SignIn> {
    let mut dice = Dice::new(world.seed, Purpose::Ordinary, day, log as u32);
    let mut rows = Vec::with_capacity(count + 16);
    match log {
        Log::Interactive => conversations(world, day, count, &mut dice, &mut rows),
        Log::NonInteractive => refreshes(world, day, count, &mut dice, &mut rows),
        Log::ServicePrincipal => {
            timers(world, log, day, count, &SERVICE_PRINCIPALS, &mut dice, &mut rows);
        }
        Log::ManagedIdentity => {
            timers(world, log, day, count, &MANAGED_IDENTITIES, &mut dice, &mut rows);
        }
    }
    rows.truncate(count);
    rows
}

fn conversations(world: &World, day: u32, count: usize, dice: &mut Dice, rows: &mut Vec<SignIn>) {
    let incidents = count / 16 + 1;
    for number in 0..incidents {
        befall(world, day, day as usize * incidents + number, dice, rows);
    }
    while rows.len() < count {
        let person = *dice.pick(&PEOPLE);
        let application = world.habitual_application(dice, person, day);
        let scene = Scene::new(world, day, Log::Interactive, person, application, dice);
        let second = scene.workday.moment(dice);
        converse(&scene, second, dice, rows);
    }
}

/// An ordinary sign-in: often an earlier one still holds, sometimes everything is asked.
fn converse(scene: &Scene<'_>, second: i64, dice: &mut Dice, rows: &mut Vec<SignIn>) {
    let person = scene.person;
    let is_inside = scene.workday.network.is_trusted();
    if scene.application.style == Style::WindowsLogon && !person.method.is_passwordless() {
        let proof = if is_inside { Authentication::password(person) } else { Authentication::complete(person) };
        rows.push(scene.sign_in(dice, second, &SUCCESS, proof));
    } else if dice.chance(52) {
        let proof = if person.is_guest() {
            Authentication::at_home()
        } else {
            Authentication::from_token(!is_inside || person.is_administrator() || dice.chance(40))
        };
        rows.push(scene.sign_in(dice, second, &SUCCESS, proof));
    } else if person.is_guest() || person.method.is_passwordless() {
        rows.push(scene.sign_in(dice, second, &SUCCESS, Authentication::complete(person)));
    } else if dice.chance(25) {
        rows_of(scene, second, Incident::StaysSignedIn, dice, rows);
    } else {
        let code = *dice.pick(&[&SECOND_FACTOR_ASKED, &SECOND_FACTOR_BY_POLICY]);
        ask_everything(scene, second, code, dice, rows);
    }
}

/// The second factor is asked for, and then given.
fn ask_everything(scene: &Scene<'_>, second: i64, code: &'static Code, dice: &mut Dice, rows: &mut Vec<SignIn>) {
    let person = scene.person;
    if !person.method.is_passwordless() && !person.is_guest() {
        let asked = Authentication::second_factor_asked(person);
        rows.push(scene.sign_in(dice, second, code, asked));
    }
    let seconds = i64::from(dice.within(9..50));
    rows.push(scene.sign_in(dice, second + seconds, &SUCCESS, Authentication::complete(person)));
}

/// Runs of refreshes: the same person, application and address, minutes apart, which is what the
/// portal folds into one row.
fn refreshes(world: &World, day: u32, count: usize, dice: &mut Dice, rows: &mut Vec<SignIn>) {
    while rows.len() < count {
        let person = *dice.pick(&PEOPLE);
        let mut application = world.habitual_application(dice, person, day);
        let uses_imap = application.style == Style::Phone && person.number(11) == 0;
        if uses_imap {
            application = &MAILBOX;
        }
        let mut scene = Scene::new(world, day, Log::NonInteractive, person, application, dice);
        if uses_imap {
            scene.client = Client { kind: "IMAP4", ..Client::default() };
        }
        let incoming = if scene.client.kind == "Browser" { "none" } else { "primaryRefreshToken" };
        scene.token.incoming_token = *dice.pick(&["refreshToken", "refreshToken", incoming]);
        let code = dice.weighted(&[
            (950, &SUCCESS),
            (14, &FREQUENCY_REACHED),
            (8, &TOKEN_INACTIVE),
            (6, &GRANT_REVOKED),
            (8, &NOT_SIGNED_IN),
            (8, &CONSENT_MISSING),
            (6, &DEVICE_ASKED),
        ]);
        let with_second_factor =
            !scene.workday.network.is_trusted() || person.is_guest() || person.is_administrator() || dice.chance(30);
        let mut second = scene.workday.moment(dice);
        let end = second + i64::from(dice.within(600..4 * 3600));
        let pause = dice.within(240..1500);
        while second < end.min(SECONDS_A_DAY) && rows.len() < count {
            let proof = Authentication::from_token(with_second_factor);
            scene.correlation = dice.guid();
            rows.push(scene.sign_in(dice, second, code, proof));
            second += i64::from(pause) + i64::from(dice.below(40));
        }
    }
}

/// Every workload's share of the day, evenly spaced.
fn timers(
    world: &World,
    log: Log,
    day: u32,
    count: usize,
    workloads: &'static [Workload],
    dice: &mut Dice,
    rows: &mut Vec<SignIn>,
) {
    // A small share still comes to everyone: each day starts with another workload.
    let first = day as usize % workloads.len();
    let (before, from_first) = workloads.split_at(first);
    let order: Vec<&'static Workload> = from_first.iter().chain(before).collect();
    let weights: Vec<usize> = order.iter().map(|workload| workload.weight).collect();
    for (workload, share) in order.into_iter().zip(spread(count, &weights)) {
        let phase = i64::from(dice.below(600));
        for number in 0..share {
            let second = number as i64 * SECONDS_A_DAY / share as i64 + phase;
            let fails = workload.credential == Credential::Secret && dice.below(80) == 0;
            let code = if fails { &SECRET_INVALID } else { &SUCCESS };
            rows.push(timed(world, log, day, second, (workload, 0), code, dice));
        }
    }
}

/// One sign-in of a program with a key of that generation.
pub fn timed(
    world: &World,
    log: Log,
    day: u32,
    second: i64,
    (workload, key): (&'static Workload, u32),
    code: &'static Code,
    dice: &mut Dice,
) -> SignIn {
    let address = workload.address();
    SignIn {
        log,
        time: world.calendar.at(day, second),
        request_id: dice.request_id(),
        correlation_id: dice.guid(),
        session_id: None,
        subject: Subject::Workload(workload, key),
        application: AppRef { name: workload.name, id: workload.application_id(), owner: &OURS },
        resource: dice.pick::<&Resource>(workload.resources),
        resource_tenant: &OURS,
        cross_tenant_access: "none",
        network: address.map(|_| workload.network),
        address,
        global_secure_access: None,
        address_seen_by_resource: None,
        client: Client { agent: workload.agent, ..Client::default() },
        token: TokenRequest {
            protocol: "clientCredentials",
            credential: workload.credential.word(),
            ..TokenRequest::default()
        },
        code,
        proof: Authentication::none(),
        judgements: Vec::new(),
        verdict: Verdict::NotApplied,
        risk: Risk::None,
        flagged: false,
        latency_ms: 20 + dice.below(70),
    }
}
