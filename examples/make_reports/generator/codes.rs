//! Sign-in error codes and how the portal's Status column shows them. The reasons are our words.

/// The portal's Status column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Success,
    Failure,
    Interrupted,
}

impl Status {
    /// The word in the CSV files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Success => "Success",
            Self::Failure => "Failure",
            Self::Interrupted => "Interrupted",
        }
    }
}

/// What a sign-in ended with.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    pub number: u32,
    pub status: Status,
    pub reason: &'static str,
}

const fn failure(number: u32, reason: &'static str) -> Code {
    Code { number, status: Status::Failure, reason }
}

const fn interrupted(number: u32, reason: &'static str) -> Code {
    Code { number, status: Status::Interrupted, reason }
}

/// The portal's words for a sign-in that went well.
pub static SUCCESS: Code = Code { number: 0, status: Status::Success, reason: "Other." };

pub static NOT_IN_THIS_TENANT: Code =
    interrupted(16_003, "The account has not been added to the tenant of the application as an external user.");
pub static ACCOUNT_LOCKED: Code =
    failure(50_053, "The account is locked after too many wrong passwords, or the address is known for attacks.");
pub static PASSWORD_EXPIRED: Code = interrupted(50_055, "The password has expired and has to be changed.");
pub static ACCOUNT_DISABLED: Code = failure(50_057, "The user account is disabled.");
pub static NOT_SIGNED_IN: Code = interrupted(50_058, "Silent sign-in was asked for, but no user is signed in.");
pub static REGISTER_SECOND_FACTOR: Code = interrupted(50_072, "The user has to register a second factor.");
pub static SECOND_FACTOR_ASKED: Code = interrupted(50_074, "Strong authentication is required.");
pub static SECOND_FACTOR_BY_POLICY: Code =
    interrupted(50_076, "A policy or a new location requires multifactor authentication for this resource.");
pub static DEVICE_ASKED: Code = interrupted(50_097, "Device authentication is required.");
pub static NOT_ASSIGNED: Code = failure(50_105, "The user is not assigned to a role of the application.");
pub static WRONG_PASSWORD: Code = failure(50_126, "Invalid username or password.");
pub static STAY_SIGNED_IN: Code = interrupted(50_140, "The user was asked whether to stay signed in.");
pub static GRANT_REVOKED: Code = failure(50_173, "The grant was revoked; a fresh token is needed.");
pub static CONFIRM_APPLICATION: Code =
    interrupted(50_199, "The user has to confirm that this is the intended application.");
pub static DEVICE_NOT_COMPLIANT: Code =
    failure(53_000, "Conditional Access requires a compliant device, and this one is not.");
pub static BLOCKED: Code = failure(53_003, "Access has been blocked by Conditional Access policies.");
pub static CONSENT_MISSING: Code =
    interrupted(65_001, "Neither the user nor an administrator has consented to the application.");
pub static CONSENT_DECLINED: Code = failure(65_004, "The user declined to consent to the application.");
pub static DEVICE_CODE_PENDING: Code = interrupted(70_016, "The device code has not been entered yet.");
pub static FREQUENCY_REACHED: Code = failure(70_043, "The refresh token is older than the sign-in frequency allows.");
pub static SECOND_FACTOR_FAILED: Code =
    failure(500_121, "Authentication failed during the request for strong authentication.");
pub static TOKEN_INACTIVE: Code = failure(700_082, "The refresh token has expired because it was not used.");
pub static SECRET_INVALID: Code = failure(7_000_215, "The client secret is invalid.");
pub static SECRET_EXPIRED: Code = failure(7_000_222, "The client secret keys have expired.");
