//! What figures mean.

use super::Known;
use crate::texts::text;

pub(super) static TEXTS: &[Known] = &[
    ("Sign-ins of the period under the filter", || text!("reports-sign-ins-of-the-period-under")),
    ("Different ones, each counted once however often it is met", || {
        text!("reports-different-ones-each-counted-once-however")
    }),
    ("Different ones, each counted once however often they are met", || {
        text!("reports-different-ones-each-counted-once-however-often")
    }),
    ("Share of the sign-ins", || text!("reports-share-of-the-sign-ins")),
    ("The first one within the period", || text!("reports-the-first-one-within-the-period")),
    ("The last one within the period", || text!("reports-the-last-one-within-the-period")),
    ("Sign-ins in each step of the period, the highest at the top", || text!("reports-sign-ins-in-each-step-of")),
    ("As the program's reference tells it", || text!("reports-as-the-programs-reference-tells-it")),
    ("Those that are named, the first three in alphabetical order", || text!("reports-those-that-are-named-the-first")),
    ("Paused to ask the user for something; no failure", || text!("reports-paused-to-ask-the-user-for")),
    ("Successful sign-ins, of all that succeeded or failed. Interrupted ones count as neither", || {
        text!("reports-successful-sign-ins-of-all-that")
    }),
    (
        "Successful sign-ins whose authentication requirement was multifactor, of all successful ones that tell \
         their requirement. The others are not without protection: an earlier multifactor authentication may have \
         satisfied them",
        || text!("reports-successful-sign-ins-whose-authentication-requirement"),
    ),
    ("Sign-ins by legacy clients such as IMAP, POP and SMTP, of all that tell their client app", || {
        text!("reports-sign-ins-by-legacy-clients-such")
    }),
    ("Risk level low, medium or high during the sign-in. Hidden levels do not count", || {
        text!("reports-risk-level-low-medium-or-high")
    }),
    ("Sign-ins of each step. Where the period cuts the first or the last one, those of its part", || {
        text!("reports-sign-ins-of-each-step-where")
    }),
    ("Events of the period under the filter", || text!("reports-events-of-the-period-under-the")),
    ("Events whose result is a failure", || text!("reports-events-whose-result-is-a-failure")),
    ("Failed events, of all that tell their result", || text!("reports-failed-events-of-all-that-tell")),
    ("The first three in alphabetical order", || text!("reports-the-first-three-in-alphabetical-order")),
    ("Those of each step. Where the period cuts the first or the last one, those of its part", || {
        text!("reports-those-of-each-step-where-the")
    }),
    ("Those of the period under the filter", || text!("reports-those-of-the-period-under-the")),
    ("Different key IDs. Managed identities and federated credentials have none", || {
        text!("reports-different-key-ids-managed-identities-and")
    }),
    ("A policy blocked, or its controls were not met", || text!("reports-a-policy-blocked-or-its-controls")),
    ("A report-only policy would have asked the user", || text!("reports-a-report-only-policy-would-have")),
    ("A report-only policy would have blocked", || text!("reports-a-report-only-policy-would-have-blocked")),
    ("Sign-ins that succeeded: those that enforcement would change", || {
        text!("reports-sign-ins-that-succeeded-those-that")
    }),
    ("Users for whom it would have failed or asked for something, were it enforced", || {
        text!("reports-users-for-whom-it-would-have")
    }),
    ("Applications for which it would have failed or asked for something, were it enforced", || {
        text!("reports-applications-for-which-it-would-have")
    }),
    ("Sign-ins with a policy that has this control, whether it applied or not", || {
        text!("reports-sign-ins-with-a-policy-that")
    }),
    ("The policy applied and was satisfied", || text!("reports-the-policy-applied-and-was-satisfied")),
    ("The policy applied and was not satisfied", || text!("reports-the-policy-applied-and-was-not")),
    ("Users to whose sign-ins it applied", || text!("reports-users-to-whose-sign-ins-it")),
    ("Sign-ins that tell their policies, also those that did not apply", || {
        text!("reports-sign-ins-that-tell-their-policies")
    }),
    (
        "Successful sign-ins to which no enforced policy applied. Some cannot be covered, such as the registration \
         of a device",
        || text!("reports-successful-sign-ins-to-which-no"),
    ),
    ("Sign-ins that did not succeed and tell no error code. The table below cannot have them", || {
        text!("reports-sign-ins-that-did-not-succeed")
    }),
    ("Sign-ins with a step that a claim satisfied", || text!("reports-sign-ins-with-a-step-that")),
    ("Sign-ins whose step with this method succeeded, of all that tell whether it did", || {
        text!("reports-sign-ins-whose-step-with-this")
    }),
    ("The sign-in can have succeeded all the same, by a further step", || {
        text!("reports-the-sign-in-can-have-succeeded")
    }),
    ("Taken from a token or from another provider; the user was not asked", || {
        text!("reports-taken-from-a-token-or-from")
    }),
    (
        "Successful sign-ins for which multifactor authentication was required or had been done before, of all \
         successful ones",
        || text!("reports-successful-sign-ins-for-which-multifactor"),
    ),
    ("Successful sign-ins for which multifactor authentication was required or had been done before", || {
        text!("reports-successful-sign-ins-for-which-multifactor-authentication")
    }),
    ("Successful sign-ins protected by multifactor authentication, of all successful ones", || {
        text!("reports-successful-sign-ins-protected-by-multifactor")
    }),
    ("No multifactor authentication was required, and no step tells of an earlier one", || {
        text!("reports-no-multifactor-authentication-was-required-and")
    }),
    (
        "Sign-ins with such a method that succeeded, of all successful ones in which the first factor was given, \
         and not taken from a token",
        || text!("reports-sign-ins-with-such-a-method"),
    ),
    ("Nothing was to be done, or the identity is out of scope; no failure", || {
        text!("reports-nothing-was-to-be-done-or")
    }),
    ("Different source identities with an event that failed, each counted once", || {
        text!("reports-different-source-identities-with-an-event")
    }),
    ("Sign-ins that Microsoft 365 tells of and that failed, of all that tell their result", || {
        text!("reports-sign-ins-that-microsoft-365-tells")
    }),
    ("Detections of level high", || text!("reports-detections-of-level-high")),
    ("At risk or confirmed compromised, as a record of the period tells. A later record may tell otherwise", || {
        text!("reports-at-risk-or-confirmed-compromised-as")
    }),
    ("Legacy sign-ins that succeeded: nothing stops them yet", || {
        text!("reports-legacy-sign-ins-that-succeeded-nothing")
    }),
    ("Users with sign-ins of whose groups no list is loaded", || text!("reports-users-with-sign-ins-of-whose")),
    ("As the newest download of users tells it", || text!("reports-as-the-newest-download-of-users")),
    ("The last sign-in that is loaded of these logs, outside the period or the filter", || {
        text!("reports-the-last-sign-in-that-is")
    }),
    ("Users that the newest list of the group's members has", || text!("reports-users-that-the-newest-list-of")),
    ("Members without a sign-in in the period under the filter", || text!("reports-members-without-a-sign-in-in")),
];
