use super::*;
use crate::clock::{Clock, Millis};
use crate::columns::{Builder, RowId};
use crate::fields::{Log, ZERO_ID};
use crate::record::{AuthStep, EventId, Record};

fn record(values: &[(Field, &'static str)]) -> Record<'static> {
    let mut record = Record::new(Log::Interactive, Millis(1_000));
    for (field, value) in values {
        record.set(*field, *value);
    }
    record
}

fn columns(records: &[Record<'_>]) -> Columns {
    let mut builder = Builder::default();
    for (at, record) in records.iter().enumerate() {
        builder.push(EventId(at as i64 + 1), record);
    }
    builder.finish()
}

fn values(columns: &Columns, field: Field) -> Vec<String> {
    let rows = (0..columns.len() as u32).map(RowId);
    rows.map(|row| columns.value(field, row).unwrap_or_default().into_owned()).collect()
}

const ANNA: &str = "11111111-2222-4333-8444-555555555501";
const BEN: &str = "11111111-2222-4333-8444-555555555502";

#[test]
fn the_names_of_one_user_have_one_pseudonym() {
    let hidden = columns(&[
        record(&[(Field::UserId, ANNA), (Field::Username, "anna@a.example"), (Field::User, "Anna Berg")]),
        record(&[(Field::UserId, BEN), (Field::Username, "ben@a.example"), (Field::User, "Ben")]),
        record(&[
            (Field::Username, "anna@a.example"),
            (Field::User, "Anna Berg"),
            (Field::SignInIdentifier, "ANNA@a.example"),
        ]),
    ])
    .made_private();
    for field in [Field::User, Field::Username] {
        assert_eq!(values(&hidden, field), ["User 1", "User 2", "User 1"]);
    }
    assert_eq!(values(&hidden, Field::UserId), ["User 1", "User 2", ""]);
    assert_eq!(values(&hidden, Field::SignInIdentifier), ["", "", "User 1"]);
}

#[test]
fn a_name_of_two_users_is_told_from_both() {
    let hidden = columns(&[
        record(&[(Field::UserId, ANNA), (Field::Username, "anna@a.example"), (Field::User, "Anna Berg")]),
        record(&[(Field::UserId, BEN), (Field::Username, "berg@a.example"), (Field::User, "Anna Berg")]),
    ])
    .made_private();
    assert_eq!(values(&hidden, Field::Username), ["User 1", "User 2"]);
    assert_eq!(values(&hidden, Field::UserId), ["User 1", "User 2"]);
    assert_eq!(values(&hidden, Field::User), ["Users 1, 2", "Users 1, 2"]);
}

#[test]
fn the_names_of_one_user_that_other_sign_ins_have_stay_apart() {
    let hidden = columns(&[
        record(&[(Field::UserId, ANNA), (Field::Username, "anna@a.example"), (Field::User, "Anna Berg")]),
        record(&[(Field::UserId, ANNA), (Field::Username, "anna@a.example"), (Field::User, "Anna Holm")]),
    ])
    .made_private();
    assert_eq!(values(&hidden, Field::Username), ["User 1", "User 1"]);
    assert_eq!(values(&hidden, Field::User), ["User 1 (2)", "User 1 (3)"], "a filter for one looks at both fields");
}

#[test]
fn spellings_stay_one_value() {
    let hidden = columns(&[
        record(&[(Field::Username, "Anna@a.example"), (Field::Ip, "::ffff:203.0.113.7")]),
        record(&[(Field::Username, "anna@A.example"), (Field::Ip, "203.0.113.7")]),
    ])
    .made_private();
    assert_eq!(values(&hidden, Field::Username), ["User 1", "user 1"]);
    assert_eq!(values(&hidden, Field::Ip), ["IP address 1", "iP address 1"]);
}

#[test]
fn the_identifier_of_nobody_stays() {
    let hidden = columns(&[record(&[(Field::UserId, ZERO_ID), (Field::HomeTenantId, ZERO_ID), (Field::User, "X Y")])]);
    assert_eq!(values(&hidden.made_private(), Field::UserId), [ZERO_ID]);
}

#[test]
fn later_sign_ins_change_no_pseudonym() {
    let first = [
        record(&[(Field::Username, "anna@a.example"), (Field::Ip, "203.0.113.7"), (Field::DeviceName, "PC-1")]),
        record(&[(Field::Username, "ben@a.example"), (Field::ResourceIp, "203.0.113.9"), (Field::DeviceName, "PC-2")]),
    ];
    let mut all = first.to_vec();
    all.insert(
        2,
        record(&[(Field::Username, "clara@a.example"), (Field::Ip, "203.0.113.9"), (Field::DeviceName, "PC-3")]),
    );
    let (few, more) = (columns(&first).made_private(), columns(&all).made_private());
    for field in [Field::Username, Field::Ip, Field::ResourceIp, Field::DeviceName] {
        assert_eq!(values(&few, field), values(&more, field)[..2], "{}", field.key());
    }
    assert_eq!(values(&more, Field::Ip)[2], values(&more, Field::ResourceIp)[1], "one address wherever it is met");
}

#[test]
fn names_are_found_in_other_texts() {
    let mut told = record(&[
        (Field::Username, "anna@a.example"),
        (Field::User, "Anna Berg"),
        (Field::Ip, "203.0.113.7"),
        (Field::DeviceName, "PC-1"),
        (Field::MfaResult, "ANNA BERG denied; asked from PC-1, 203.0.113.7, not PC-12 or 203.0.113.70"),
        (Field::FailureReason, "On behalf of carl@b.example, anna@a.example."),
        (Field::MfaDetail, "+XX XXXXXX86"),
        (Field::UserAgent, "Mozilla/5.0"),
    ]);
    told.steps =
        vec![AuthStep { detail: "+351 912345678".into(), result: "Anna Berg approved".into(), ..AuthStep::default() }];
    told.derive();
    let hidden = columns(&[told]).made_private();
    let value = |field| values(&hidden, field).remove(0);
    assert_eq!(value(Field::MfaResult), "User 1 denied; asked from Device 1, IP address 1, not PC-12 or 203.0.113.70");
    assert_eq!(value(Field::FailureReason), "On behalf of another user, User 1.");
    assert_eq!(value(Field::MfaDetail), "Telephone number");
    assert_eq!(value(Field::AuthDetail), "Telephone number");
    assert_eq!(value(Field::AuthResult), "User 1 approved");
    assert_eq!(value(Field::UserAgent), "Mozilla/5.0");
    assert_eq!(hidden.display(Field::User, RowId(0), &Clock::default()), "User 1");
}

#[test]
fn texts_that_differ_stay_different() {
    let hidden = columns(&[
        record(&[(Field::MfaDetail, "+XX XXXXXX86")]),
        record(&[(Field::MfaDetail, "+XX XXXXXX87")]),
        record(&[(Field::MfaDetail, "+XX XXXXXX86")]),
    ])
    .made_private();
    assert_eq!(values(&hidden, Field::MfaDetail), ["Telephone number", "Telephone number (2)", "Telephone number"]);
}

#[test]
fn a_tenant_is_not_named_by_its_domain() {
    let texts = [
        (Field::Resource, "contoso.sharepoint.com"),
        (Field::App, "Contoso Payroll"),
        (Field::UserAgent, "Microsoft Office on Outlook for gmail.com, adfs.contoso.com"),
        (Field::FailureReason, "Asked by carl@contoso.com"),
    ];
    let mut told = record(&[(Field::Username, "anna@contoso.com"), (Field::User, "Anna Berg")]);
    for (field, text) in texts {
        told.set(field, text);
    }
    let hidden = columns(&[
        told,
        record(&[(Field::Username, "dora@gmail.com"), (Field::App, "Office 365")]),
        record(&[(Field::Username, "eve_fabrikam.com#EXT#@contoso.onmicrosoft.com"), (Field::App, "Fabrikam CRM")]),
    ])
    .made_private();
    let shown = texts.map(|(field, _)| values(&hidden, field).remove(0));
    assert_eq!(
        shown,
        [
            "Tenant domain 1.sharepoint.com",
            "Tenant domain 1 Payroll",
            "Microsoft Office on Outlook for gmail.com, adfs.Tenant domain 1",
            "Asked by another user",
        ]
    );
    assert_eq!(values(&hidden, Field::App)[1..], ["Office 365", "Tenant domain 2 CRM"]);
}

#[test]
fn a_bookmark_leaves_all_other_columns_as_they_were_made_private() {
    let real = columns(&[
        record(&[(Field::Username, "anna@a.example"), (Field::FailureReason, "Anna")]),
        record(&[(Field::Username, "ben@a.example")]),
    ]);
    let hidden = real.made_private();
    let said = |note: &str| crate::cache::Annotation { bookmarked: true, note: note.to_owned() };
    let marked = real.with_annotations(&[(EventId(2), said("odd"))]);
    let after = marked.made_private_after(Some((&real, &hidden)));
    let anew = marked.made_private();
    for field in Field::ALL.into_iter().filter(|field| field.spec().is_stored()) {
        assert_eq!(values(&after, field), values(&anew, field), "{}", field.key());
    }
    assert!(Arc::ptr_eq(&after.texts[Field::Username as usize], &hidden.texts[Field::Username as usize]));
    let note = |columns: &Columns| columns.pseudonyms().map(|known| known.value(Field::Note, "odd").into_owned());
    assert_eq!((note(&after), note(&hidden)), (Some("Note (1)".to_owned()), Some("Hidden".to_owned())));
    let other = columns(&[record(&[(Field::Username, "clara@a.example")])]);
    assert_eq!(values(&other.made_private_after(Some((&real, &hidden))), Field::Username), ["User 1"]);
}

#[test]
fn an_application_keeps_its_name_where_persons_are_named() {
    let mut event = Record::new(Log::Audit, Millis(1_000));
    event.set(Field::Actor, "Microsoft Graph");
    event.set(Field::Target, "Payroll sync\nAnna Berg\nContoso Mail");
    event.set(Field::TargetId, "aaaaaaaa-2222-4333-8444-555555555501");
    let mut principal = Record::new(Log::ServicePrincipal, Millis(2_000));
    principal.set(Field::ServicePrincipal, "Payroll sync");
    principal.set(Field::ServicePrincipalId, "aaaaaaaa-2222-4333-8444-555555555501");
    principal.set(Field::Resource, "Microsoft Graph");
    let person = record(&[
        (Field::Username, "anna@contoso.com"),
        (Field::User, "Anna Berg"),
        (Field::App, "Contoso Mail"),
        (Field::Resource, "Anna Berg"),
    ]);
    let hidden = columns(&[event.clone(), principal, person]).made_private();
    assert_eq!(values(&hidden, Field::ServicePrincipal)[1], "Payroll sync");
    assert_eq!(values(&hidden, Field::Resource)[1..], ["Microsoft Graph", "User 1"]);
    assert_eq!(values(&hidden, Field::Actor)[0], "Microsoft Graph");
    let targets = values(&hidden, Field::Target)[0].clone();
    assert_eq!(targets, "Payroll sync\nUser 1\nTenant domain 1 Mail", "a person's name is that of the person");
    assert_eq!(values(&hidden, Field::TargetId)[0], "aaaaaaaa-2222-4333-8444-555555555501");
    assert_eq!(values(&hidden, Field::App)[2], "Tenant domain 1 Mail");
    let pseudonyms = hidden.pseudonyms().expect("they stand for names");
    assert_eq!(pseudonyms.value(Field::Target, event.get(Field::Target).expect("targets")), targets);
    assert_eq!(pseudonyms.value(Field::Actor, "Microsoft Graph"), "Microsoft Graph");
}

#[test]
fn files_and_groups_are_not_called_after_the_first_part_of_a_username() {
    let real = columns(&[record(&[(Field::Username, "zoe.quist@a.example"), (Field::App, "Zoe.Quist tool")])]);
    let hidden = real.made_private();
    let pseudonyms = hidden.pseudonyms().expect("they stand for names");
    assert_eq!(pseudonyms.title("Team of zoe.quist"), "Team of User 1");
    assert_eq!(pseudonyms.title("zoe_quist-sign-ins.csv"), "User 1-sign-ins.csv");
    assert_eq!(pseudonyms.title("sign-ins of March.csv"), "sign-ins of March.csv");
    assert_eq!(values(&hidden, Field::App), ["Zoe.Quist tool"], "elsewhere it is a word as others");
}
