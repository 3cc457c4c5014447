//! The events that make the month worth reviewing. Days are those of the thirty-day story.
//!
//! - **Password spray** (nights of days 22 and 23): hundreds of wrong passwords against everybody
//!   from five addresses of one hosting network; one is right, and the second factor stops it.
//! - **A journey** (days 11 to 19): London, Dubai, Singapore, Tokyo, and home again.
//! - **The scanners' mailbox**: IMAP and SMTP with a password alone, all month.
//! - **An expired secret** (days 13 to 17): the ledger export works, fails every quarter of an hour,
//!   works again with a new key.
//! - **A new policy** (report-only from day 10, on from day 17): the warehouse is blocked outside
//!   the depot. [`super::policies`] decides; here it is made sure that somebody notices.
//! - **A new application** (from day 4): see [`super::scene::World::habitual_application`].

use super::applications::MAILBOX;
use super::authentication::Authentication;
use super::codes::{
    ACCOUNT_LOCKED, SECOND_FACTOR_ASKED, SECOND_FACTOR_FAILED, SECRET_EXPIRED, SUCCESS, WRONG_PASSWORD,
};
use super::dice::{Dice, Purpose};
use super::machines::{HOSTILE_AGENTS, SPRAY_AGENTS};
use super::networks::SPRAY_SOURCE;
use super::ordinary::timed;
use super::policies::{BLOCKED_DEPARTMENT, INTRODUCTION};
use super::scene::{Scene, Workday, World};
use super::sign_in::{Client, Log, Risk, SignIn, TokenRequest};
use super::tenant::{PEOPLE, Person, SCANNER, SPRAY_HIT, TRAVELLER};
use super::workloads::LEDGER_EXPORT;

const SPRAY_NIGHTS: [u32; 2] = [22, 23];
const SECRET_EXPIRES: u32 = 13;
const SECRET_RENEWED: u32 = 17;
/// The times of day at which the secret expires and is renewed.
const EXPIRY_SECOND: i64 = 9 * 3600;
const RENEWAL_SECOND: i64 = 10 * 3600 + 20 * 60;

/// The story's sign-ins of one log on one day, when that log has `total` sign-ins in all.
pub fn day(world: &World, log: Log, day: u32, total: usize) -> Vec<SignIn> {
    let mut dice = Dice::new(world.seed, Purpose::Story, day, log as u32);
    let mut rows = Vec::new();
    match log {
        Log::Interactive => {
            spray(world, day, total, &mut dice, &mut rows);
            journey(world, day, &mut dice, &mut rows);
            scanner(world, log, day, total * 3 / 100, &mut dice, &mut rows);
            new_policy(world, day, &mut dice, &mut rows);
        }
        Log::NonInteractive => {
            scanner(world, log, day, total * 2 / 100, &mut dice, &mut rows);
        }
        Log::ServicePrincipal => expired_secret(world, day, total, &mut dice, &mut rows),
        Log::ManagedIdentity => {}
    }
    rows
}

/// How many passwords a night tries: a good part of a small report, never more than a real
/// sprayer of patience would.
fn attempts_a_night(total: usize) -> usize {
    (total * 17 / 200).min(1200)
}

fn spray(world: &World, day: u32, total: usize, dice: &mut Dice, rows: &mut Vec<SignIn>) {
    let nights = SPRAY_NIGHTS.map(|night| world.calendar.story_day(night));
    let Some(night) = nights.iter().position(|&night| night == day) else {
        return;
    };
    let attempts = attempts_a_night(total);
    let start = 3600 + i64::from(dice.below(900));
    for attempt in 0..attempts {
        let person = PEOPLE[attempt % PEOPLE.len()];
        if person.is_guest() {
            continue;
        }
        let scene = spray_scene(world, day, person, attempt, dice);
        let locked = attempt % 9 == 8;
        let code = if locked { &ACCOUNT_LOCKED } else { &WRONG_PASSWORD };
        let second = start + attempt as i64 * 3 * 3600 / attempts as i64;
        rows.push(scene.sign_in(dice, second, code, Authentication::bad_password(person, code)));
    }
    if night == 1 {
        let mut scene = spray_scene(world, day, &SPRAY_HIT, attempts, dice);
        scene.risk = Risk::PasswordSpray;
        let second = start + 3 * 3600 + 40;
        let asked = Authentication::second_factor_asked(&SPRAY_HIT);
        let denial = "MFA denied; user hung up the phone call without succeeding";
        let denied = Authentication::second_factor(&SPRAY_HIT, Some(denial));
        rows.push(scene.sign_in(dice, second, &SECOND_FACTOR_ASKED, asked));
        rows.push(scene.sign_in(dice, second + 46, &SECOND_FACTOR_FAILED, denied));
    }
}

fn spray_scene<'a>(world: &'a World, day: u32, person: &'static Person, attempt: usize, dice: &mut Dice) -> Scene<'a> {
    let mut scene = Scene::new(world, day, Log::Interactive, person, &MAILBOX, dice);
    scene.workday = Workday {
        network: &SPRAY_SOURCE,
        address: SPRAY_SOURCE.address(dice.below(5)),
        session: dice.guid(),
        start: 0,
    };
    let agent = match attempt {
        3 => HOSTILE_AGENTS[0],
        7 => HOSTILE_AGENTS[1],
        _ => SPRAY_AGENTS[usize::from(dice.chance(30))],
    };
    scene.client = Client { kind: "Mobile Apps and Desktop clients", browser: "", agent, machine: None };
    scene.token = TokenRequest { protocol: "ropc", ..TokenRequest::default() };
    scene
}

/// Every day away from home has a sign-in with everything asked.
fn journey(world: &World, day: u32, dice: &mut Dice, rows: &mut Vec<SignIn>) {
    if world.hotel(day).is_none() {
        return;
    }
    let application = world.habitual_application(dice, &TRAVELLER, day);
    let mut scene = Scene::new(world, day, Log::Interactive, &TRAVELLER, application, dice);
    scene.risk = Risk::Unfamiliar;
    let second = scene.workday.start + 600;
    let asked = Authentication::second_factor_asked(&TRAVELLER);
    rows.push(scene.sign_in(dice, second, &SECOND_FACTOR_ASKED, asked));
    let complete = Authentication::complete(&TRAVELLER);
    rows.push(scene.sign_in(dice, second + 33, &SUCCESS, complete));
}

/// Spreads `month` sign-ins of the mailbox over all days, by SMTP and by IMAP.
fn scanner(world: &World, log: Log, day: u32, month: usize, dice: &mut Dice, rows: &mut Vec<SignIn>) {
    let days = world.calendar.days as usize;
    let (day_number, next) = (day as usize, day as usize + 1);
    let count = month * next / days - month * day_number / days;
    for number in 0..count {
        let mut scene = Scene::new(world, day, log, &SCANNER, &MAILBOX, dice);
        scene.workday.network = SCANNER.base.rooms;
        scene.workday.address = SCANNER.base.rooms.address(2);
        let by_imap = (day_number + number).is_multiple_of(3);
        let kind = if by_imap { "IMAP4" } else { "Authenticated SMTP" };
        scene.client = Client { kind, agent: "BAV2ROPC", ..Client::default() };
        scene.token.protocol = "ropc";
        let second = 6 * 3600 + number as i64 * 14 * 3600 / count as i64 + i64::from(dice.below(300));
        rows.push(scene.sign_in(dice, second, &SUCCESS, Authentication::password(&SCANNER)));
    }
}

/// Two people of the department work outside the depot on every working day.
fn new_policy(world: &World, day: u32, dice: &mut Dice, rows: &mut Vec<SignIn>) {
    let [reported, _] = INTRODUCTION.map(|day| world.calendar.story_day(day));
    if day < reported || world.calendar.is_weekend(day) {
        return;
    }
    let department: Vec<&'static Person> =
        PEOPLE.into_iter().filter(|person| person.department == BLOCKED_DEPARTMENT).collect();
    for offset in 0..2 {
        let person = department[(day as usize + offset * 4) % department.len()];
        let application = world.habitual_application(dice, person, day);
        let mut scene = Scene::new(world, day, Log::Interactive, person, application, dice);
        scene.workday = scene.workday.elsewhere(person);
        let second = scene.workday.moment(dice);
        rows.push(scene.sign_in(dice, second, &SUCCESS, Authentication::complete(person)));
    }
}

/// The ledger export, as often as it may be without filling the report: every quarter of an hour
/// in large ones, else every so many quarters.
fn expired_secret(world: &World, day: u32, total: usize, dice: &mut Dice, rows: &mut Vec<SignIn>) {
    let expires = world.calendar.story_day(SECRET_EXPIRES);
    let renewed = world.calendar.story_day(SECRET_RENEWED);
    let failing_days = (renewed - expires).max(1) as usize;
    let working_days = (world.calendar.days as usize - failing_days.min(world.calendar.days as usize)).max(1);
    let step_when_failing = quarters_between(failing_days, total / 4);
    let step_when_working = quarters_between(working_days, total / 8);
    for quarter in 0..QUARTERS_A_DAY {
        let second = quarter as i64 * 15 * 60 + 7;
        let now = (day, second);
        let is_failing = now >= (expires, EXPIRY_SECOND) && now < (renewed, RENEWAL_SECOND);
        let step = if is_failing { step_when_failing } else { step_when_working };
        // Counted over the whole report, so that long steps keep their rhythm across days.
        if !(day as usize * QUARTERS_A_DAY + quarter).is_multiple_of(step) {
            continue;
        }
        let code = if is_failing { &SECRET_EXPIRED } else { &SUCCESS };
        let key = u32::from(now >= (renewed, RENEWAL_SECOND));
        let workload = (&LEDGER_EXPORT, key);
        let second = second + i64::from(dice.below(5));
        rows.push(timed(world, Log::ServicePrincipal, day, second, workload, code, dice));
    }
}

const QUARTERS_A_DAY: usize = 96;

/// The smallest number of quarter hours between runs with which `days` hold at most `most` of them.
fn quarters_between(days: usize, most: usize) -> usize {
    (days * QUARTERS_A_DAY).div_ceil(most.max(1)).max(1)
}
