//! Pages of insights: what they are called and what they answer.

use super::Known;
use crate::texts::text;

pub(super) static TEXTS: &[Known] = &[
    ("Overview", || text!("reports-overview")),
    ("The period at a glance, compared with the one before", || text!("reports-the-period-at-a-glance-compared")),
    ("Applications", || text!("reports-applications")),
    ("Which applications and resources are used, by how many, with what success", || {
        text!("reports-which-applications-and-resources-are-used")
    }),
    ("Application", || text!("reports-application")),
    ("Who uses an application, from where, and with what success", || {
        text!("reports-who-uses-an-application-from-where")
    }),
    ("Resource", || text!("reports-resource")),
    ("Who signs in to a resource, with which applications, and with what success", || {
        text!("reports-who-signs-in-to-a-resource")
    }),
    ("Users", || text!("reports-users")),
    ("Who signs in, to what, from where, and with what success", || text!("reports-who-signs-in-to-what-from")),
    ("User", || text!("reports-user")),
    ("When a user signs in, to what, with what and from where", || text!("reports-when-a-user-signs-in-to")),
    ("Time line", || text!("reports-time-line")),
    (
        "All that happened with a user: sign-ins, audit events, risk and Microsoft 365 activity, in the order of time",
        || text!("reports-all-that-happened-with-a-user"),
    ),
    ("Groups", || text!("reports-groups")),
    ("What the members of groups use, and who of them does not sign in", || {
        text!("reports-what-the-members-of-groups-use")
    }),
    ("Group", || text!("reports-group")),
    ("Which members of a group sign in and which do not, to what, and with what success", || {
        text!("reports-which-members-of-a-group-sign")
    }),
    ("Service principals", || text!("reports-service-principals")),
    ("What service principals and managed identities sign in to, with which credentials, and since when", || {
        text!("reports-what-service-principals-and-managed-identities")
    }),
    ("Service principal", || text!("reports-service-principal")),
    ("What one service principal or managed identity does", || text!("reports-what-one-service-principal-or-managed")),
    ("Authentication methods", || text!("reports-authentication-methods")),
    ("Which methods users sign in with, how well each works, and what asked for them", || {
        text!("reports-which-methods-users-sign-in-with")
    }),
    ("Conditional Access", || text!("reports-conditional-access")),
    ("What each policy did, what report-only policies would have done, and which sign-ins no policy covered", || {
        text!("reports-what-each-policy-did-what-report")
    }),
    ("Policy", || text!("reports-policy")),
    ("What one Conditional Access policy did or would have done", || {
        text!("reports-what-one-conditional-access-policy-did")
    }),
    ("Errors", || text!("reports-errors")),
    ("Which error codes occur, whom they hit, what they mean and what to do", || {
        text!("reports-which-error-codes-occur-whom-they")
    }),
    ("Clients", || text!("reports-clients")),
    ("Client apps, operating systems and browsers, and who still uses legacy authentication", || {
        text!("reports-client-apps-operating-systems-and-browsers")
    }),
    ("Places", || text!("reports-places")),
    ("Countries and cities from which sign-ins come", || text!("reports-countries-and-cities-from-which-sign")),
    ("AD FS applications", || text!("reports-ad-fs-applications")),
    ("Which applications are used through AD FS, by how many, with what success", || {
        text!("reports-which-applications-are-used-through-ad")
    }),
    ("Audit", || text!("reports-audit")),
    ("What was changed in the directory, by whom, on what, and what failed", || {
        text!("reports-what-was-changed-in-the-directory")
    }),
    ("Risk", || text!("reports-risk")),
    ("What was detected, of which level and from where, and which users and workload identities are at risk", || {
        text!("reports-what-was-detected-of-which-level")
    }),
    ("Microsoft 365", || text!("reports-microsoft-365")),
    ("What was done in Exchange, SharePoint, Teams and others, by whom, on what and from where", || {
        text!("reports-what-was-done-in-exchange-sharepoint")
    }),
    ("Provisioning", || text!("reports-provisioning")),
    ("Which identities were brought to which systems, what failed and what to do about it", || {
        text!("reports-which-identities-were-brought-to-which")
    }),
];
