//! Which authentication methods need no password, and which resist phishing.
//!
//! Source: the built-in authentication strengths of Microsoft Entra ("Conditional Access authentication strengths",
//! entra-docs `concept-authentication-strengths.md`). *Phishing-resistant MFA strength* takes passkeys (FIDO2
//! security keys among them), Windows Hello for Business, platform credentials and multifactor certificates;
//! *Passwordless MFA strength* takes sign-in with the Microsoft Authenticator too. A Temporary Access Pass belongs to
//! neither: it is a code that can be passed on.

/// Methods that resist phishing, as sign-ins name them.
pub const PHISHING_RESISTANT: [&str; 6] = [
    "FIDO2 security key",
    "Passkey (device-bound)",
    "Passkey (synced)",
    "Windows Hello for Business",
    "X.509 Certificate (multifactor)",
    "macOS Platform SSO secure enclave key",
];

/// Methods that need no password: those that resist phishing, and [`PHONE_SIGN_IN`].
pub const PASSWORDLESS: [&str; 7] = [
    PHISHING_RESISTANT[0],
    PHISHING_RESISTANT[1],
    PHISHING_RESISTANT[2],
    PHISHING_RESISTANT[3],
    PHISHING_RESISTANT[4],
    PHISHING_RESISTANT[5],
    PHONE_SIGN_IN,
];

/// Sign-in with the Microsoft Authenticator: without a password, but an approval can be coaxed out of a user.
pub const PHONE_SIGN_IN: &str = "Passwordless phone sign-in";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::Field;

    #[test]
    fn methods_are_spelled_as_sign_ins_spell_them() {
        for method in PASSWORDLESS {
            assert_eq!(Field::AuthMethod.spec().known_value(method), Some(method));
        }
    }
}
