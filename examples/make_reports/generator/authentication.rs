//! What somebody did to prove who they are: the steps of the Authentication Details tab and the
//! columns that follow from them.

use super::codes::{Code, PASSWORD_EXPIRED, WRONG_PASSWORD};
use super::tenant::{Method, Person};

/// One step of an authentication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub method: &'static str,
    pub detail: Option<&'static str>,
    pub succeeded: bool,
    pub result: &'static str,
    /// Seconds before the sign-in's own time.
    pub seconds_before: u8,
    pub requirement: &'static str,
}

/// Everything a sign-in tells about authentication.
#[derive(Clone, Debug, Default)]
pub struct Authentication {
    pub steps: Vec<Step>,
    /// True when the stage reached was a second factor.
    pub is_multifactor: bool,
    /// True when nothing is missing any more for a policy that asks for a second factor.
    pub satisfies_multifactor: bool,
    /// True when the first factor was good, so that Conditional Access was evaluated at all.
    pub knows_the_user: bool,
    /// The second factor, as the columns beside the result name it.
    pub second_factor: Option<&'static str>,
    /// The number that was called or texted, all but its end hidden.
    pub phone_number: Option<String>,
    /// The result of the second factor in words.
    pub result: Option<&'static str>,
}

const PRIMARY: &str = "Primary authentication";
const SECONDARY: &str = "Multifactor authentication";
const SECOND_FACTOR_DONE: &str = "MFA successfully completed";
const SECOND_FACTOR_IN_TOKEN: &str = "MFA requirement satisfied by claim in the token";

/// Ways a second factor goes wrong.
pub static DENIALS: [&str; 6] = [
    "MFA denied; user hung up the phone call without succeeding",
    "MFA denied; user did not select the correct number",
    "MFA denied; user declined the authentication",
    "MFA denied; user did not respond to mobile app notification",
    "MFA denied; phone call went to voicemail",
    "MFA denied; user entered incorrect code",
];

impl Method {
    /// The name in the step of a second factor, or of a method that is both factors at once.
    fn name(self) -> &'static str {
        match self {
            Self::Notification => "Mobile app notification",
            Self::OneTimeCode => "OATH verification code",
            Self::Call => "Phone call approval (Authentication phone)",
            Self::Text => "Text message",
            Self::Hello => "Windows Hello for Business",
            Self::Passkey => "Passkey (device-bound)",
            Self::Nothing => "",
        }
    }

    /// True for methods that need no password.
    pub fn is_passwordless(self) -> bool {
        matches!(self, Self::Hello | Self::Passkey)
    }

    fn calls_a_number(self) -> bool {
        matches!(self, Self::Call | Self::Text)
    }
}

/// The method with which a denial can happen, for those who use another one.
fn method_of_denial(denial: &str, usual: Method) -> Method {
    if denial.contains("phone call") {
        Method::Call
    } else if denial.contains("code") {
        Method::OneTimeCode
    } else if denial.contains("number") || denial.contains("mobile app") || usual.is_passwordless() {
        Method::Notification
    } else {
        usual
    }
}

fn primary(method: &'static str, detail: Option<&'static str>, result: &'static str) -> Step {
    Step { method, detail, succeeded: true, result, seconds_before: 0, requirement: PRIMARY }
}

fn password_step(person: &Person) -> Step {
    // Older accounts came from the company's own directory.
    if person.number(3) == 0 {
        primary("Password Hash Sync", Some("Password Hash Sync"), "Correct password")
    } else {
        primary("Password", Some("Password in the cloud"), "Correct password")
    }
}

impl Authentication {
    /// Nothing was shown: the request ended before.
    pub fn none() -> Self {
        Self::default()
    }

    /// An earlier sign-in is still good enough, with or without its second factor.
    pub fn from_token(with_second_factor: bool) -> Self {
        let first = "First factor requirement satisfied by claim in the token";
        let mut steps = vec![primary("Previously satisfied", None, first)];
        if with_second_factor {
            steps.push(Step { result: SECOND_FACTOR_IN_TOKEN, requirement: SECONDARY, ..steps[0] });
        }
        Self {
            steps,
            is_multifactor: with_second_factor,
            satisfies_multifactor: with_second_factor,
            knows_the_user: true,
            result: with_second_factor.then_some(SECOND_FACTOR_IN_TOKEN),
            ..Self::default()
        }
    }

    /// A guest, who proved everything at home.
    pub fn at_home() -> Self {
        let result = "MFA requirement satisfied by claim provided by external provider";
        let mut proof = Self::from_token(true);
        proof.steps[1].result = result;
        proof.result = Some(result);
        proof
    }

    /// The right password and nothing more yet.
    pub fn password(person: &Person) -> Self {
        Self { steps: vec![password_step(person)], knows_the_user: true, ..Self::default() }
    }

    /// A password that did not do, for the reason of `code`.
    pub fn bad_password(person: &Person, code: &Code) -> Self {
        let result = if *code == WRONG_PASSWORD {
            "Invalid username or password or Invalid on-premise username or password."
        } else if *code == PASSWORD_EXPIRED {
            "The user's password is expired"
        } else {
            "The account is locked or disabled"
        };
        let step = Step { succeeded: false, result, ..password_step(person) };
        Self { steps: vec![step], ..Self::default() }
    }

    /// The second factor is being asked for: the first one was good.
    pub fn second_factor_asked(person: &Person) -> Self {
        let result = "MFA required in Microsoft Entra ID";
        Self { is_multifactor: true, result: Some(result), ..Self::password(person) }
    }

    /// A password and then a second factor, which succeeds or is denied with those words.
    pub fn second_factor(person: &Person, denial: Option<&'static str>) -> Self {
        let method = match denial {
            Some(denial) => method_of_denial(denial, person.method),
            None => person.method,
        };
        let first = Step { seconds_before: 17, ..password_step(person) };
        let second = Step {
            method: method.name(),
            detail: (method == Method::Notification).then_some("Microsoft Authenticator"),
            succeeded: denial.is_none(),
            result: denial.unwrap_or(SECOND_FACTOR_DONE),
            seconds_before: 0,
            requirement: SECONDARY,
        };
        Self {
            steps: vec![first, second],
            is_multifactor: true,
            satisfies_multifactor: denial.is_none(),
            knows_the_user: true,
            second_factor: Some(method.name()),
            phone_number: method
                .calls_a_number()
                .then(|| format!("{} XXXXXXXX{:02}", person.base.calling_code, person.number(100))),
            result: Some(second.result),
        }
    }

    /// One act that is both factors: Windows Hello, a passkey.
    pub fn passwordless(method: Method) -> Self {
        Self::both_at_once(method.name(), None)
    }

    /// A Temporary Access Pass.
    pub fn temporary_access_pass() -> Self {
        Self::both_at_once("Temporary Access Pass", Some("One-time"))
    }

    fn both_at_once(method: &'static str, detail: Option<&'static str>) -> Self {
        let first = primary(method, detail, "");
        let second = Step { requirement: SECONDARY, result: SECOND_FACTOR_DONE, ..first };
        Self {
            steps: vec![first, second],
            is_multifactor: true,
            satisfies_multifactor: true,
            knows_the_user: true,
            second_factor: Some(method),
            phone_number: None,
            result: Some(SECOND_FACTOR_DONE),
        }
    }

    /// The complete proof that a person gives when asked for everything.
    pub fn complete(person: &Person) -> Self {
        if person.is_guest() {
            Self::at_home()
        } else if person.method.is_passwordless() {
            Self::passwordless(person.method)
        } else {
            Self::second_factor(person, None)
        }
    }
}
