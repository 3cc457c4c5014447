//! Conversations that do not go straight: forgotten passwords, hung-up calls, missing consent.

use super::applications::{Application, DEVICE_CODE_CLIENT, EXPENSES_APPLICATION, LEDGER_APPLICATION};
use super::authentication::{Authentication, DENIALS};
use super::codes::{
    ACCOUNT_DISABLED, ACCOUNT_LOCKED, CONFIRM_APPLICATION, CONSENT_DECLINED, CONSENT_MISSING, DEVICE_CODE_PENDING,
    NOT_ASSIGNED, NOT_IN_THIS_TENANT, PASSWORD_EXPIRED, REGISTER_SECOND_FACTOR, SECOND_FACTOR_ASKED,
    SECOND_FACTOR_BY_POLICY, SECOND_FACTOR_FAILED, STAY_SIGNED_IN, SUCCESS, WRONG_PASSWORD,
};
use super::dice::Dice;
use super::machines::OWN_COMPUTER;
use super::scene::{Scene, World};
use super::sign_in::{Log, Risk, SignIn, TokenRequest};
use super::tenant::{LEAVER, PARTNER, PEOPLE, Person};

/// What happens now and then. Each day takes the next few in turn, so that every one occurs in
/// reports of any reasonable size.
#[derive(Clone, Copy, Debug)]
pub enum Incident {
    WrongPassword,
    Denied,
    Registers,
    DeviceCode,
    Consents,
    PasswordExpired,
    Locked,
    NotAssigned,
    TemporaryPass,
    ElsewhereTenant,
    OwnComputer,
    Declines,
    Left,
    StaysSignedIn,
    ConfirmsApplication,
}

const INCIDENTS: [Incident; 15] = [
    Incident::WrongPassword,
    Incident::Denied,
    Incident::DeviceCode,
    Incident::Consents,
    Incident::PasswordExpired,
    Incident::TemporaryPass,
    Incident::WrongPassword,
    Incident::NotAssigned,
    Incident::ElsewhereTenant,
    Incident::OwnComputer,
    Incident::Registers,
    Incident::Declines,
    Incident::Left,
    Incident::Locked,
    Incident::ConfirmsApplication,
];

/// The incident of that turn, at whoever it can happen to.
pub fn befall(world: &World, day: u32, turn: usize, dice: &mut Dice, rows: &mut Vec<SignIn>) {
    let incident = INCIDENTS[turn % INCIDENTS.len()];
    let fits = |person: &Person| match incident {
        Incident::DeviceCode => person.is_administrator(),
        _ => !person.is_guest() && !person.method.is_passwordless(),
    };
    let candidates: Vec<&'static Person> = PEOPLE.into_iter().filter(|person| fits(person)).collect();
    let person = match incident {
        Incident::Left => &LEAVER,
        _ => *dice.pick(&candidates),
    };
    let application: &'static Application = match incident {
        Incident::DeviceCode => &DEVICE_CODE_CLIENT,
        Incident::Consents | Incident::Declines => &EXPENSES_APPLICATION,
        Incident::NotAssigned | Incident::OwnComputer => &LEDGER_APPLICATION,
        _ => world.habitual_application(dice, person, day),
    };
    let mut scene = Scene::new(world, day, Log::Interactive, person, application, dice);
    if let Incident::OwnComputer = incident {
        scene.client.machine = Some(&OWN_COMPUTER);
        scene.client.browser = OWN_COMPUTER.browser.name;
        scene.client.agent = OWN_COMPUTER.browser.agent;
        scene.risk = Risk::Unfamiliar;
    }
    if let Incident::DeviceCode = incident {
        scene.token =
            TokenRequest { protocol: "deviceCode", transfer_method: "deviceCodeFlow", ..TokenRequest::default() };
    }
    let second = scene.workday.moment(dice);
    rows_of(&scene, second, incident, dice, rows);
}

/// The sign-ins of an incident at that second.
pub fn rows_of(scene: &Scene<'_>, second: i64, incident: Incident, dice: &mut Dice, rows: &mut Vec<SignIn>) {
    let person = scene.person;
    let complete = || Authentication::complete(person);
    let mut row = |seconds, code, proof| {
        rows.push(scene.sign_in(dice, second + seconds, code, proof));
    };
    match incident {
        Incident::WrongPassword => {
            row(0, &WRONG_PASSWORD, Authentication::bad_password(person, &WRONG_PASSWORD));
            row(24, &SECOND_FACTOR_ASKED, Authentication::second_factor_asked(person));
            row(51, &SUCCESS, complete());
        }
        Incident::Denied => {
            let denial = DENIALS[(scene.day as usize + person.number(6) as usize) % DENIALS.len()];
            row(0, &SECOND_FACTOR_ASKED, Authentication::second_factor_asked(person));
            row(58, &SECOND_FACTOR_FAILED, Authentication::second_factor(person, Some(denial)));
            row(130, &SUCCESS, complete());
        }
        Incident::Registers => {
            row(0, &REGISTER_SECOND_FACTOR, Authentication::password(person));
            row(190, &SUCCESS, complete());
        }
        Incident::DeviceCode => {
            row(0, &DEVICE_CODE_PENDING, Authentication::none());
            row(35, &SUCCESS, complete());
        }
        Incident::Consents => {
            row(0, &CONSENT_MISSING, complete());
            row(22, &SUCCESS, Authentication::from_token(true));
        }
        Incident::Declines => {
            row(0, &CONSENT_MISSING, complete());
            row(15, &CONSENT_DECLINED, Authentication::from_token(true));
        }
        Incident::PasswordExpired => {
            row(0, &PASSWORD_EXPIRED, Authentication::bad_password(person, &PASSWORD_EXPIRED));
            row(95, &SUCCESS, complete());
        }
        Incident::Locked => {
            for attempt in 0..3 {
                let proof = Authentication::bad_password(person, &WRONG_PASSWORD);
                row(attempt * 11, &WRONG_PASSWORD, proof);
            }
            row(40, &ACCOUNT_LOCKED, Authentication::bad_password(person, &ACCOUNT_LOCKED));
        }
        Incident::NotAssigned => row(0, &NOT_ASSIGNED, complete()),
        Incident::TemporaryPass => row(0, &SUCCESS, Authentication::temporary_access_pass()),
        Incident::ElsewhereTenant => {
            row(0, &NOT_IN_THIS_TENANT, Authentication::none());
            if let Some(last) = rows.last_mut() {
                last.cross_tenant_access = "passthrough";
                last.resource_tenant = &PARTNER;
            }
        }
        Incident::OwnComputer => {
            row(0, &SUCCESS, complete());
            if let Some(last) = rows.last_mut() {
                last.flagged = true;
            }
        }
        Incident::Left => {
            row(0, &ACCOUNT_DISABLED, Authentication::bad_password(person, &ACCOUNT_DISABLED));
        }
        Incident::StaysSignedIn => {
            row(0, &SECOND_FACTOR_BY_POLICY, Authentication::second_factor_asked(person));
            row(21, &STAY_SIGNED_IN, complete());
            row(26, &SUCCESS, Authentication::from_token(true));
        }
        Incident::ConfirmsApplication => {
            row(0, &CONFIRM_APPLICATION, complete());
            row(6, &SUCCESS, Authentication::from_token(true));
        }
    }
}
