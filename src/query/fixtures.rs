//! Sign-ins and filters for the tests of this floor.

use proptest::prelude::*;

use super::expr::{Bound, Expr, Number, Scalar, Subject, Term, Test, levels};
use super::moment::MAX_LAST;
use super::{Moment, Pattern, Piece, Query, Regular};
use crate::clock::Millis;
use crate::columns::{Builder, Columns};
use crate::fields::{Field, Kind, Log};
use crate::record::{AuthStep, EventId, PolicyResult, Record, distinct_lines, encode_policies};

/// A sign-in at a second after 1970 began.
pub(super) fn sign_in(log: Log, second: i64, values: &[(Field, &'static str)]) -> Record<'static> {
    let mut record = Record::new(log, Millis(second * Millis::SECOND));
    for (field, value) in values {
        record.set(*field, *value);
    }
    record
}

/// The columns of these sign-ins; row numbers are their places.
pub(super) fn columns(records: &[Record<'_>]) -> Columns {
    let mut builder = Builder::default();
    for (at, record) in records.iter().enumerate() {
        builder.push(EventId(at as i64 + 1), record);
    }
    builder.finish()
}

/// Values that random sign-ins take and random filters ask for, so that they meet.
const VALUES: &[(Field, &[&str])] = &[
    (Field::User, &["Anna Berg", "anna@contoso.example", "Ben", "\u{c4}nne"]),
    (Field::Username, &["anna@contoso.example", "ben@contoso.example"]),
    (Field::UserId, &["11111111-2222-4333-8444-555555555501", "11111111-2222-4333-8444-555555555502"]),
    (Field::App, &["Office 365", "Teams", "teams", "OR"]),
    (Field::AppId, &["aaaaaaaa-2222-4333-8444-555555555501", "aaaaaaaa-2222-4333-8444-555555555502"]),
    (Field::Resource, &["Graph", "Exchange"]),
    (
        Field::ResourceId,
        &[
            "bbbbbbbb-2222-4333-8444-555555555501",
            "bbbbbbbb-2222-4333-8444-555555555502",
            "00000000-0000-0000-0000-000000000000",
        ],
    ),
    (Field::ServicePrincipal, &["Backup", "Build"]),
    (Field::ServicePrincipalId, &["cccccccc-2222-4333-8444-555555555501", "cccccccc-2222-4333-8444-555555555502"]),
    (Field::Ip, &["203.0.113.7", "203.0.113.70", "198.51.100.1", "2001:db8::1", "::ffff:203.0.113.7", "unreadable"]),
    (Field::Activity, &["Update user", "Add member to group"]),
    (Field::FailureReason, &["Other.", "Update refused"]),
    (Field::Service, &["Core Directory", "Teams core"]),
    (Field::RiskEvents, &["unfamiliarFeatures", "anonymizedIPAddress\nunfamiliarFeatures"]),
    (Field::Status, &["success", "failure", "interrupted"]),
    (Field::ErrorCode, &["0", "50126", "50053", "500113"]),
    (Field::ConditionalAccess, &["success", "failure", "notApplied", "newValue"]),
    (Field::ClientApp, &["Browser", "IMAP4", "Mobile Apps and Desktop clients"]),
    (Field::Managed, &["true", "false"]),
    (Field::Risk, &["none", "low", "medium", "high", "hidden"]),
    (Field::Latency, &["5", "12", "120"]),
    (Field::Network, &["A", "A\nB", "B\nTrusted named location: Head office", "Named network"]),
    (Field::CorrelationId, &["dddddddd-2222-4333-8444-555555555501", "dddddddd-2222-4333-8444-555555555502", "odd-1"]),
];

/// A policy of random sign-ins.
fn policy() -> impl Strategy<Value = PolicyResult> {
    let result = prop::sample::select(vec!["success", "failure", "notApplied", "notEnabled", "reportOnlyFailure", ""]);
    let controls = prop::sample::subsequence(vec!["Mfa", "RequireCompliantDevice", "Guest terms"], 0..3);
    (prop::sample::select(vec!["Block", "Require MFA", "Guests"]), result, controls).prop_map(
        |(name, result, controls)| PolicyResult {
            name: name.to_owned(),
            id: format!("id of {name}"),
            result: result.to_owned(),
            grant_controls: controls.into_iter().map(str::to_owned).collect(),
            ..PolicyResult::default()
        },
    )
}

/// An authentication step of random sign-ins.
fn step() -> impl Strategy<Value = AuthStep<'static>> {
    let method = prop::sample::select(vec!["Password", "FIDO2 security key", "fido", "Previously satisfied"]);
    let requirement = prop::sample::select(vec!["Primary authentication", "Multi-factor authentication", ""]);
    (method, prop::option::of(any::<bool>()), requirement).prop_map(|(method, succeeded, requirement)| AuthStep {
        method: method.into(),
        succeeded,
        requirement: requirement.into(),
        ..AuthStep::default()
    })
}

/// Values of parts that random filters ask for.
const PARTS: &[(Field, &[&str])] = &[
    (Field::Policy, &["Block", "require mfa", "Guests"]),
    (Field::PolicyId, &["id of Block"]),
    (Field::PolicyResult, &["success", "failure", "reportOnlyFailure"]),
    (Field::PolicyMode, &["enforced", "report-only", "disabled"]),
    (Field::PolicyControl, &["mfa", "compliantDevice", "guest terms"]),
    (Field::AuthMethod, &["Password", "fido2", "previously"]),
    (Field::AuthSucceeded, &["yes", "no"]),
    (Field::StepRequirement, &["primary", "mfa"]),
    (Field::Network, &["named", "Head office", "A"]),
    (Field::NetworkType, &["named"]),
];

/// A term about a part; several of them side by side mean one thing.
fn part_term() -> impl Strategy<Value = Expr> {
    (0..PARTS.len(), any::<prop::sample::Index>(), 0..8).prop_map(|(at, index, form)| {
        let (field, values) = PARTS[at];
        let value = Pattern::exact(field, values[index.index(values.len())]);
        match form {
            0 => Expr::field(field, Test::Has),
            1 => Expr::field(field, Test::Any(vec![value, Pattern::exact(field, values[0])])),
            2 => Expr::field(field, Test::Any(vec![Pattern::Exact(String::new())])),
            _ => Expr::field(field, Test::Any(vec![value])),
        }
    })
}

/// A random sign-in within twelve days.
fn record() -> impl Strategy<Value = Record<'static>> {
    let values = prop::collection::vec(prop::option::weighted(0.7, any::<prop::sample::Index>()), VALUES.len());
    let policies = prop::collection::vec(policy(), 0..4);
    let steps = prop::collection::vec(step(), 0..4);
    (0..Log::ALL.len(), 0..12 * 24 * 12_i64, values, policies, steps).prop_map(
        |(log, five_minutes, chosen, policies, steps)| {
            let mut record = sign_in(Log::ALL[log], five_minutes * 300, &[]);
            if !policies.is_empty() {
                record.set(Field::Policies, encode_policies(&policies));
                record.set(Field::Policy, distinct_lines(policies.iter().map(|policy| policy.name.as_str())));
                record.set(Field::PolicyResult, distinct_lines(policies.iter().map(|policy| policy.result.as_str())));
            }
            if steps.is_empty() && five_minutes % 3 == 0 {
                record.set(Field::AuthMethod, "FIDO\nPassword");
            }
            record.steps = steps;
            record.derive();
            for ((field, values), chosen) in VALUES.iter().zip(chosen) {
                if let Some(chosen) = chosen {
                    record.set(*field, *chosen.get(values));
                }
            }
            record
        },
    )
}

/// Columns of random sign-ins.
pub(super) fn any_columns() -> impl Strategy<Value = Columns> {
    prop::collection::vec(record(), 0..150).prop_map(|records| columns(&records))
}

/// A random field that random sign-ins have.
pub(super) fn known_field() -> impl Strategy<Value = Field> {
    (0..VALUES.len()).prop_map(|at| VALUES[at].0)
}

/// A filter over what random sign-ins hold.
pub(super) fn fitting_query() -> impl Strategy<Value = Query> {
    let value = (0..VALUES.len(), any::<prop::sample::Index>()).prop_map(|(at, index)| {
        let (field, values) = VALUES[at];
        (field, *index.get(values))
    });
    let exact = value.clone().prop_map(|(field, text)| {
        // Of several texts, the last.
        let text = text.rsplit('\n').next().unwrap_or(text);
        Expr::field(field, Test::Any(vec![Pattern::exact(field, text)]))
    });
    let start = (value.clone(), 1..6_usize).prop_map(|((field, text), length)| {
        let start: String = text.chars().take(length).filter(|c| *c != '\n').collect();
        let pattern = Pattern::of_pieces(vec![Piece::Text(start), Piece::Run], |text| Pattern::exact(field, text));
        Expr::field(field, Test::Any(vec![pattern]))
    });
    let word = (value, 2..9_usize).prop_map(|((_, text), length)| {
        let start: String = text.chars().take(length).filter(|c| *c != '\n').collect();
        Expr::Term(Term { subject: Subject::Anything, test: Test::Any(vec![Pattern::Exact(start)]) })
    });
    let has = known_field().prop_map(|field| Expr::field(field, Test::Has));
    let missing = known_field().prop_map(|field| Expr::field(field, Test::Any(vec![Pattern::exact(field, "")])));
    let fixed = prop::sample::select(vec![
        "time:1970-01-03..1970-01-05",
        "time:>1970-01-04T12:00",
        "time:<1970-01",
        "time:1970-01-02",
        "last:3d",
        "ip:203.0.113.0/24",
        "ip:2001:db8::/32",
        "client:legacy",
        "client:modern",
        "risk:>=medium",
        "risk:none..low",
        "error:50000..<50100",
        "latency:>5",
        "latency:<=12",
        "error:500*",
        "ca:not*",
        "log:interactive",
        "time:-3d..",
        "time:<=-1d",
        "user:/^an.a|ben$/",
        "-app:/^OFF.*\\d$/",
        "/berg|teams/",
        "ca:/applied/",
        "location:x",
        "error:/^5/",
        "id:/^[a-f]/",
        "agent:no",
        "managed:no",
    ])
    .prop_map(|text| text.parse::<Query>().unwrap_or_default().expr);
    let parts = prop::collection::vec(part_term(), 1..4).prop_map(Expr::And);
    prop_oneof![exact, start, word, has, missing, fixed, parts, part_term()]
        .prop_recursive(3, 12, 3, combined)
        .prop_map(Query::from_expr)
}

fn combined(inner: BoxedStrategy<Expr>) -> impl Strategy<Value = Expr> + use<> {
    prop_oneof![
        prop::collection::vec(inner.clone(), 0..4).prop_map(Expr::And),
        prop::collection::vec(inner.clone(), 0..4).prop_map(Expr::Or),
        inner.prop_map(Expr::negated),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-zA-Z0-9 .,:*?\"\\\\()<>=/-]{0,12}",
        prop::sample::select(vec![
            "",
            "OR",
            "NOT",
            "AND",
            "or",
            "Not",
            "&&",
            "||",
            "!x",
            "~x",
            "user=a",
            "/x",
            "/x/",
            "-7d",
            "fido2",
            "report-only",
            "-x",
            "a..b",
            "legacy",
            "yes",
            "Not applied",
            "notApplied",
            "AADSTS50126",
            "007",
            "1.5",
            "-3",
            "120ms",
            "203.0.113.7",
            "203.0.113.7/24",
            "2001:DB8::1",
            "::/0",
            "user:anna",
            "has",
            ">5",
            "a\nb",
            "ACF98E2D-8ADF-4FE4-9944-BCE982548600",
            " blank ",
            "*",
            "?",
        ])
        .prop_map(str::to_owned),
    ]
}

fn pieces() -> impl Strategy<Value = Vec<Piece>> {
    let piece = prop_oneof![text().prop_map(Piece::Text), Just(Piece::One), Just(Piece::Run)];
    prop::collection::vec(piece, 1..5)
}

fn moment() -> impl Strategy<Value = Moment> {
    prop_oneof![
        any::<i64>().prop_map(|at| Moment::instant(Millis(at))),
        (0..4_000_000_000_000_i64).prop_map(|at| Moment::instant(Millis(at))),
        prop::sample::select(vec!["2026", "2026-10", "2026-10-05", "2026-10-05T08:30", "2026-10-05T08:30:15.250"])
            .prop_filter_map("a moment", Moment::parse),
    ]
}

fn scalar(field: Field) -> BoxedStrategy<Scalar> {
    if let Some(levels) = levels(field) {
        return prop::sample::select(levels).prop_map(Scalar::Level).boxed();
    }
    match field.kind() {
        Kind::Time => prop_oneof![
            3 => moment().prop_map(Scalar::Moment),
            1 => (1..MAX_LAST / 60_000).prop_map(|minutes| Scalar::Ago(minutes * 60_000)),
        ]
        .boxed(),
        Kind::Code => (0..1_000_000_u32)
            .prop_map(|code| Number::new(code.into()))
            .prop_filter_map("a number", |n| n)
            .prop_map(Scalar::Number)
            .boxed(),
        _ => any::<f64>().prop_filter_map("a finite number", Number::new).prop_map(Scalar::Number).boxed(),
    }
}

/// Two ends of a range; a range that ends before it begins is refused.
fn in_order(field: Field, one: Scalar, other: Scalar) -> (Scalar, Scalar) {
    let place = |level: &str| levels(field).and_then(|levels| levels.iter().position(|known| *known == level));
    let swapped = match (one, other) {
        (Scalar::Moment(one), Scalar::Moment(other)) => one.is_behind(other),
        (Scalar::Ago(one), Scalar::Ago(other)) => one < other,
        (Scalar::Number(one), Scalar::Number(other)) => one.get() > other.get(),
        (Scalar::Level(one), Scalar::Level(other)) => place(one) > place(other),
        _ => false,
    };
    if swapped { (other, one) } else { (one, other) }
}

fn range(field: Field) -> impl Strategy<Value = Test> {
    (prop::option::of(scalar(field)), scalar(field), any::<bool>(), any::<bool>()).prop_map(
        move |(other, one, inclusive, up)| {
            let bound = |value, inclusive| Some(Bound { value, inclusive });
            match other {
                Some(from) => {
                    let (from, to) = in_order(field, from, one);
                    Test::Range { from: bound(from, true), to: bound(to, inclusive) }
                }
                None if up => Test::Range { from: bound(one, inclusive), to: None },
                None => Test::Range { from: None, to: bound(one, inclusive) },
            }
        },
    )
}

/// A regular expression: of random text with what has a meaning taken off it, or one with a meaning.
fn regular() -> impl Strategy<Value = Pattern> {
    let written = prop::sample::select(vec!["^svc-", "a/b", "\\/", "\\\\", "[/,\" ]+", "(a|b)?", "x{1,2}", ".*"]);
    prop_oneof![text().prop_map(|text| regex::escape(&text)), written.prop_map(str::to_owned)]
        .prop_filter_map("an expression", |text| Regular::parse(&text).ok())
        .prop_map(Pattern::Regular)
}

fn field_term(field: Field) -> BoxedStrategy<Expr> {
    let has = Just(Test::Has).boxed();
    let pattern = prop_oneof![
        text().prop_map(move |text| Pattern::exact(field, &text)),
        pieces().prop_map(move |pieces| Pattern::of_pieces(pieces, |text| Pattern::exact(field, text))),
        regular(),
    ];
    let pattern = if field == Field::ClientApp {
        prop_oneof![pattern, Just(Pattern::Legacy), Just(Pattern::Modern)].boxed()
    } else {
        pattern.boxed()
    };
    let any_of = prop::collection::vec(pattern, 1..4).prop_map(Test::Any).boxed();
    let tests = match field.kind() {
        Kind::Time => {
            let last = (1..MAX_LAST / 60_000).prop_map(|minutes| Test::Last(minutes * 60_000));
            prop_oneof![has, range(field), last].boxed()
        }
        Kind::Code | Kind::Number(_) => prop_oneof![has, range(field), any_of].boxed(),
        Kind::Choice if levels(field).is_some() => prop_oneof![has, range(field), any_of].boxed(),
        _ => prop_oneof![has, any_of].boxed(),
    };
    tests.prop_map(move |test| Expr::field(field, test)).boxed()
}

/// Any filter that can be made.
pub(super) fn any_query() -> impl Strategy<Value = Query> {
    let of_field = (0..Field::COUNT).prop_flat_map(|at| field_term(Field::ALL[at]));
    let word = pieces().prop_filter_map("a text", |pieces| {
        let pattern = Pattern::of_pieces(pieces, |text| Pattern::Exact(text.to_owned()));
        let test = Test::Any(vec![pattern.clone()]);
        (pattern != Pattern::Exact(String::new())).then_some(Expr::Term(Term { subject: Subject::Anything, test }))
    });
    let expression =
        regular().prop_map(|regular| Expr::Term(Term { subject: Subject::Anything, test: Test::Any(vec![regular]) }));
    // Several terms about one thing side by side, so that parentheses around them mean something.
    let parts = prop::collection::vec(part_term(), 1..4).prop_map(Expr::And);
    prop_oneof![4 => of_field, 1 => word, 1 => expression, 2 => parts]
        .prop_recursive(4, 20, 4, combined)
        .prop_map(Query::from_expr)
}
