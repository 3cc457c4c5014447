//! Sign-ins and filters for the tests of this floor.

use proptest::prelude::*;

use super::expr::{Bound, Expr, Number, Scalar, Subject, Term, Test, levels};
use super::parser::MAX_LAST;
use super::{Moment, Pattern, Piece, Query};
use crate::clock::Millis;
use crate::columns::{Builder, Columns};
use crate::fields::{Field, Kind, Log};
use crate::record::{EventId, Record};

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
    (Field::Ip, &["203.0.113.7", "203.0.113.70", "198.51.100.1", "2001:db8::1", "::ffff:203.0.113.7", "odd"]),
    (Field::Status, &["success", "failure", "interrupted"]),
    (Field::ErrorCode, &["0", "50126", "50053", "500113"]),
    (Field::ConditionalAccess, &["success", "failure", "notApplied", "newValue"]),
    (Field::ClientApp, &["Browser", "IMAP4", "Mobile Apps and Desktop clients"]),
    (Field::Managed, &["true", "false"]),
    (Field::Risk, &["none", "low", "medium", "high", "hidden"]),
    (Field::Latency, &["5", "12", "120"]),
    (Field::Network, &["A", "A\nB", "B\nHead office"]),
    (Field::CorrelationId, &["dddddddd-2222-4333-8444-555555555501", "dddddddd-2222-4333-8444-555555555502", "odd-1"]),
];

/// A random sign-in within twelve days.
fn record() -> impl Strategy<Value = Record<'static>> {
    let values = prop::collection::vec(prop::option::weighted(0.7, any::<prop::sample::Index>()), VALUES.len());
    (0..Log::ALL.len(), 0..12 * 24 * 12_i64, values).prop_map(|(log, five_minutes, chosen)| {
        let mut record = sign_in(Log::ALL[log], five_minutes * 300, &[]);
        for ((field, values), chosen) in VALUES.iter().zip(chosen) {
            if let Some(chosen) = chosen {
                record.set(*field, *chosen.get(values));
            }
        }
        record
    })
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
        "managed:no",
    ])
    .prop_map(|text| text.parse::<Query>().unwrap_or_default().expr);
    prop_oneof![exact, start, word, has, missing, fixed].prop_recursive(3, 12, 3, combined).prop_map(Query::from_expr)
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
        Kind::Time => moment().prop_map(Scalar::Moment).boxed(),
        Kind::Code => (0..1_000_000_u32)
            .prop_map(|code| Number::new(code.into()))
            .prop_filter_map("a number", |n| n)
            .prop_map(Scalar::Number)
            .boxed(),
        _ => any::<f64>().prop_filter_map("a finite number", Number::new).prop_map(Scalar::Number).boxed(),
    }
}

fn range(field: Field) -> impl Strategy<Value = Test> {
    (prop::option::of(scalar(field)), scalar(field), any::<bool>(), any::<bool>()).prop_map(
        |(other, one, inclusive, up)| {
            let bound = |value, inclusive| Some(Bound { value, inclusive });
            match other {
                Some(from) => Test::Range { from: bound(from, true), to: bound(one, inclusive) },
                None if up => Test::Range { from: bound(one, inclusive), to: None },
                None => Test::Range { from: None, to: bound(one, inclusive) },
            }
        },
    )
}

fn field_term(field: Field) -> BoxedStrategy<Expr> {
    let has = Just(Test::Has).boxed();
    let pattern = prop_oneof![
        text().prop_map(move |text| Pattern::exact(field, &text)),
        pieces().prop_map(move |pieces| Pattern::of_pieces(pieces, |text| Pattern::exact(field, text))),
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
    prop_oneof![3 => of_field, 1 => word].prop_recursive(4, 20, 4, combined).prop_map(Query::from_expr)
}
