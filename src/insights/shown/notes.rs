//! What must be known to read a page.

use super::Known;
use crate::texts::text;

pub(super) static TEXTS: &[Known] = &[
    ("No record of the logs of this page is loaded", || text!("reports-no-record-of-the-logs-of")),
    (
        "The loaded sign-ins do not reach back before this period, so whatever is in it counts as first seen in it",
        || text!("reports-the-loaded-sign-ins-do-not"),
    ),
    (
        "Sign-ins tell which credentials were used and when, not when they expire, nor that a credential or an \
         identity exists that was not used. Microsoft leaves app-only sign-ins of its own applications out of the \
         service principal log.",
        || text!("reports-sign-ins-tell-which-credentials-were"),
    ),
    (
        "AD FS sign-ins come from Connect Health. They tell no device, no Conditional Access and no risk, and \
         whether an application can be moved to Microsoft Entra is not among what they tell.",
        || text!("reports-ad-fs-sign-ins-come-from"),
    ),
    (
        "No AD FS sign-ins in this period: none is in the AD FS log, and of no other AD FS issued the token. They \
         are reported by Connect Health: Log Analytics has them in the table ADFSSignInLogs, whose rows can be \
         exported and opened here.",
        || text!("reports-no-ad-fs-sign-ins-in"),
    ),
    (
        "The place of an IP address is Microsoft's best guess. Mobile carriers and VPNs use central addresses, and \
         in the non-interactive log the address can be the one from which the original token was issued.",
        || text!("reports-the-place-of-an-ip-address"),
    ),
    (
        "Legacy clients (IMAP, POP, SMTP and the like) cannot be asked for a second factor. A blank client app is \
         unknown, which is neither legacy nor modern.",
        || text!("reports-legacy-clients-imap-pop-smtp-and"),
    ),
    (
        "The filter names several policies, all of which a sign-in must have. A result counts here where it came of \
         each of them.",
        || text!("reports-the-filter-names-several-policies-all"),
    ),
    (
        "Only JSON and Log Analytics tell the policies of a sign-in; CSV tells the overall status alone. \
         Conditional Access “success” means that a policy was evaluated, not that it asked for anything. Controls \
         belong to a whole policy: where it has several, its result does not tell which one was met.",
        || text!("reports-only-json-and-log-analytics-tell"),
    ),
    (
        "Phishing-resistant methods are those of Microsoft's built-in authentication strength: passkeys and FIDO2 \
         security keys, Windows Hello for Business, platform credentials and multifactor certificates. Passwordless \
         ones add sign-in with the Microsoft Authenticator. Both shares are of the successful sign-ins in which the \
         user gave the first factor anew.",
        || text!("reports-phishing-resistant-methods-are-those-of"),
    ),
    (
        "The authentication requirement is the stage that a sign-in reached. Sign-ins count as protected by \
         multifactor authentication if it was required, or if a step tells that a claim had satisfied it. Exports \
         can lack steps: details come up to a few minutes late, and CSV needs its file of authentication details.",
        || text!("reports-the-authentication-requirement-is-the-stage"),
    ),
    (
        "A record of a risky user or workload identity tells how things stood when its risk was set anew. One can \
         have several in a period; the last one is in force.",
        || text!("reports-a-record-of-a-risky-user"),
    ),
    (
        "No look-ups in the directory are loaded. In the Entra admin center, download users (Users, All users, Bulk \
         operations, Download users) and the members of groups (Groups, a group, Members, Bulk operations, Download \
         members), and open the files here. Name a file after its group, or name the group in Sources",
        || text!("reports-no-look-ups-in-the-directory"),
    ),
    (
        "Members are those of the newest list of each group, whenever a sign-in was. Members of groups within a \
         group are not in its list",
        || text!("reports-members-are-those-of-the-newest"),
    ),
    ("No list of this group’s members is loaded", || text!("reports-no-list-of-this-groups-members")),
];
