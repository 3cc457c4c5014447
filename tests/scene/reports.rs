//! Small reports as the portal and Graph write them.

/// Interactive sign-ins as the portal's CSV spells them: three users, one failure, one interruption.
pub const INTERACTIVE: &str = "\
Date (UTC),Request ID,User,Username,Application,Status,Sign-in error code,IP address
2026-10-05T08:00:00Z,00000000-0000-4000-8000-000000000001,Anna Berg,anna@example.com,Mail,Success,0,203.0.113.1
2026-10-05T09:00:00Z,00000000-0000-4000-8000-000000000002,Boris Cole,boris@example.com,Files,Failure,50126,203.0.113.2
2026-10-05T10:00:00Z,00000000-0000-4000-8000-000000000003,Clara Dahl,clara@example.com,Mail,Interrupted,50074,203.0.113.3
";

/// Six interactive sign-ins of three users to three applications, one of which begins like a formula; the second to
/// last is one attempt with the last.
pub const ATTEMPTS: &str = "\
Date (UTC),Request ID,Correlation ID,User,Username,Application,Status,Sign-in error code,IP address
2026-10-05T08:00:00Z,00000000-0000-4000-8000-000000000001,10000000-0000-4000-8000-000000000001,Anna Berg,anna@example.com,Mail,Success,0,203.0.113.1
2026-10-05T08:20:00Z,00000000-0000-4000-8000-000000000002,10000000-0000-4000-8000-000000000002,Anna Berg,anna@example.com,Files,Failure,50126,203.0.113.1
2026-10-05T09:00:00Z,00000000-0000-4000-8000-000000000003,10000000-0000-4000-8000-000000000003,Boris Cole,boris@example.com,Files,Failure,50126,203.0.113.2
2026-10-05T10:00:00Z,00000000-0000-4000-8000-000000000004,10000000-0000-4000-8000-000000000004,Clara Dahl,clara@example.com,=Mail,Success,0,203.0.113.3
2026-10-05T11:00:00Z,00000000-0000-4000-8000-000000000005,10000000-0000-4000-8000-000000000005,Anna Berg,anna@example.com,Mail,Interrupted,50074,203.0.113.1
2026-10-05T11:01:00Z,00000000-0000-4000-8000-000000000006,10000000-0000-4000-8000-000000000005,Anna Berg,anna@example.com,Mail,Success,0,203.0.113.1
";

/// Four interactive sign-ins of three users to three applications, one of them by a legacy client.
pub const CLIENTS: &str = "\
Date (UTC),Request ID,User,Username,Application,Status,Sign-in error code,IP address,Client app
2026-10-05T08:00:00Z,00000000-0000-4000-8000-000000000001,Anna Berg,anna@example.com,Mail,Success,0,203.0.113.1,Browser
2026-10-05T09:00:00Z,00000000-0000-4000-8000-000000000002,Boris Cole,boris@example.com,Files,Failure,50126,203.0.113.2,Browser
2026-10-05T10:00:00Z,00000000-0000-4000-8000-000000000003,Clara Dahl,clara@example.com,Mail,Interrupted,50074,203.0.113.3,IMAP4
2026-10-05T11:00:00Z,00000000-0000-4000-8000-000000000004,Clara Dahl,clara@example.com,Notes,Success,0,203.0.113.3,Browser
";

/// A response of Graph with successful sign-ins to Mail, each of a user at a time, numbered from 1; all alike in the
/// rest, so that those of one user within a day fold to one row.
pub fn graph(event_type: &str, sign_ins: impl IntoIterator<Item = (impl AsRef<str>, impl AsRef<str>)>) -> String {
    let sign_in = |(number, (user, time)): (usize, (_, _))| {
        let (user, time) = (AsRef::<str>::as_ref(&user), AsRef::<str>::as_ref(&time));
        format!(
            r#"{{"id":"00000000-0000-4000-8001-{:012}","createdDateTime":"{time}","userDisplayName":"{user}",
            "userPrincipalName":"{user}@example.com","userId":"{user}","appDisplayName":"Mail","appId":"mail",
            "ipAddress":"203.0.113.9","isInteractive":{},"signInEventTypes":["{event_type}"],
            "resourceId":"graph","status":{{"errorCode":0}}}}"#,
            number + 1,
            event_type == "interactiveUser",
        )
    };
    let all: Vec<String> = sign_ins.into_iter().enumerate().map(sign_in).collect();
    format!(
        r#"{{"@odata.context":"https://graph.microsoft.com/beta/$metadata#auditLogs/signIns","value":[{}]}}"#,
        all.join(",")
    )
}

/// Four non-interactive sign-ins, the three of dora fold to one row.
pub fn non_interactive() -> String {
    let sign_ins = [("dora", "06"), ("dora", "07"), ("dora", "08"), ("emil", "09")];
    graph("nonInteractiveUser", sign_ins.map(|(user, hour)| (user, format!("2026-10-05T{hour}:30:00Z"))))
}
