//! The other route: the cache asked in SQL, and filters translated to it.

use std::collections::HashMap;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use signin_lens::cache::Cache;
use signin_lens::fields::{Field, Kind, ZERO_ID};
use signin_lens::query::{Bound, Expr, Pattern, Piece, Query, Scalar, Subject, Term, Test};
use signin_lens::record::UniqueId;

/// The cache with a table `sign_in` that has a column of texts for each field.
pub fn open(cache: &std::path::Path) -> Connection {
    let connection = Connection::open(cache).expect("the cache opens");
    let told = Cache::open(cache).expect("the cache opens");
    let mut texts = HashMap::new();
    told.for_each_text(|id, text| {
        texts.insert(id, text.to_owned());
    })
    .expect("the texts are read");
    let fields: Vec<Field> = Field::ALL
        .into_iter()
        .filter(|field| field.spec().is_stored() && !matches!(field, Field::Log | Field::Time))
        .collect();
    let columns: Vec<String> = fields.iter().map(|field| format!("\"{}\"", field.key())).collect();
    connection
        .execute_batch(&format!("BEGIN; CREATE TEMP TABLE sign_in (id, log, time, {})", columns.join(", ")))
        .expect("the table is made");
    let places = vec!["?"; fields.len() + 3].join(", ");
    let mut insert = connection.prepare(&format!("INSERT INTO sign_in VALUES ({places})")).expect("a statement");
    told.for_each_event(|row| {
        let mut unique_ids = row.unique_ids.iter();
        let mut values: Vec<Value> = vec![row.event.0.into(), (row.log as i64).into(), row.time.0.into()];
        values.extend(fields.iter().map(|field| {
            let text = match field.kind() {
                Kind::UniqueId => unique_ids.next().and_then(Option::as_ref).map(unique_id),
                _ => texts.get(&row.texts[*field as usize]).cloned(),
            };
            text.map_or(Value::Null, Value::Text)
        }));
        insert.execute(params_from_iter(values)).expect("the row is added");
    })
    .expect("the events are read");
    drop(insert);
    connection.execute_batch("COMMIT").expect("the texts are joined");
    for (id, name) in NAMED_BY {
        connection.execute_batch(&filled(id, name)).expect("names are filled in");
    }
    connection.execute_batch(&users_by_username()).expect("users are filled in");
    connection
}

/// An identifier as the statements spell it: a GUID without hyphens, all in small letters.
fn unique_id(id: &UniqueId) -> String {
    match id {
        UniqueId::Guid(bits) => format!("{bits:032x}"),
        UniqueId::Token(_) | UniqueId::Text(_) => id.to_string().to_lowercase(),
    }
}

/// The columns that a bare word searches in every log.
const NAMES: [&str; 6] = ["user", "username", "app", "resource", "service_principal", "ip"];

/// Those that it searches too where a record is no sign-in.
pub const FURTHER: [&str; 23] = [
    "initiated_by",
    "activity",
    "service",
    "category",
    "target",
    "target_id",
    "target_details",
    "modified_property",
    "processing_detail",
    "failure_reason",
    "source_identity",
    "source_identity_id",
    "target_identity",
    "target_identity_id",
    "source_system",
    "target_system",
    "provisioning_error",
    "recommended_action",
    "provisioning_step",
    "risk_event",
    "mitre_technique",
    "sign_in_request_id",
    "item",
];

/// Identifiers with the names that they give.
const NAMED_BY: [(&str, &str); 6] = [
    ("user_id", "user"),
    ("user_id", "username"),
    ("app_id", "app"),
    ("resource_id", "resource"),
    ("service_principal_id", "service_principal"),
    ("home_tenant_id", "home_tenant_name"),
];

/// A sign-in that lacks a name has the one that the newest sign-in with the same identifier tells. A GUID is no
/// name, and the identifier of zeros is nobody's.
fn filled(id: &str, name: &str) -> String {
    let is_real =
        |text: &str| format!("({text} IS NOT NULL AND {text} NOT GLOB '????????-????-????-????-????????????')");
    let newest = format!(
        "SELECT o.{name} FROM sign_in o WHERE o.{id} = sign_in.{id} AND {} ORDER BY o.time DESC, o.id DESC LIMIT 1",
        is_real(&format!("o.{name}"))
    );
    format!(
        "CREATE INDEX temp.{name}_by_{id} ON sign_in ({id});
         UPDATE sign_in SET {name} = coalesce(({newest}), {name})
         WHERE NOT {} AND {id} IS NOT NULL AND {id} <> '{ZERO_ID}'",
        is_real(name)
    )
}

/// A sign-in that tells a username and no display name has the newest display name that others with the username tell,
/// unless several users have it; else the username stands for the user.
fn users_by_username() -> String {
    let guid = "GLOB '????????-????-????-????-????????????'";
    let others = "FROM sign_in o WHERE lower(o.username) = lower(sign_in.username)";
    let owners = format!("SELECT count(DISTINCT o.user_id) {others} AND o.user_id {guid} AND o.user_id <> '{ZERO_ID}'");
    let newest = format!(
        "SELECT o.user {others} AND o.user NOT {guid} AND lower(o.user) NOT IN (SELECT username FROM every_username)
         ORDER BY o.time DESC, o.id DESC LIMIT 1"
    );
    format!(
        "CREATE INDEX temp.user_by_username ON sign_in (lower(username));
         CREATE TEMP TABLE every_username AS
         SELECT DISTINCT lower(username) AS username FROM sign_in WHERE username IS NOT NULL;
         UPDATE sign_in SET user = coalesce(CASE WHEN ({owners}) <= 1 THEN ({newest}) END, username)
         WHERE user IS NULL AND username IS NOT NULL"
    )
}

/// The condition of a filter, for what [`super::random`] makes.
pub fn of_query(query: &Query) -> String {
    of_expr(query.expr())
}

fn joined(conditions: &[String], by: &str, none: &str) -> String {
    if conditions.is_empty() { none.to_owned() } else { format!("({})", conditions.join(by)) }
}

fn of_expr(expr: &Expr) -> String {
    match expr {
        Expr::And(members) => {
            let mut conditions = Vec::new();
            let mut policies: Vec<&Term> = Vec::new();
            let mut steps: Vec<&Term> = Vec::new();
            for member in members {
                match member {
                    Expr::Term(term) if is_of_policy(term) => policies.push(term),
                    Expr::Term(term) if is_of_step(term) => steps.push(term),
                    other => conditions.push(of_expr(other)),
                }
            }
            conditions.extend(things("ca_policies", &policies));
            conditions.extend(things("auth_steps", &steps));
            joined(&conditions, " AND ", "1")
        }
        Expr::Or(members) => joined(&members.iter().map(of_expr).collect::<Vec<_>>(), " OR ", "0"),
        Expr::Not(inner) => format!("NOT coalesce({}, 0)", of_expr(inner)),
        Expr::Term(term) if is_of_policy(term) => joined(&things("ca_policies", &[term]), " AND ", "1"),
        Expr::Term(term) if is_of_step(term) => joined(&things("auth_steps", &[term]), " AND ", "1"),
        Expr::Term(term) => format!("coalesce({}, 0)", of_term(term)),
    }
}

fn is_of_policy(term: &Term) -> bool {
    matches!(
        term.subject,
        Subject::Field(Field::Policy | Field::PolicyResult | Field::PolicyMode | Field::PolicyControl)
    )
}

fn is_of_step(term: &Term) -> bool {
    matches!(
        term.subject,
        Subject::Field(
            Field::AuthMethod | Field::AuthSucceeded | Field::AuthResult | Field::AuthDetail | Field::StepRequirement
        )
    )
}

/// Whether every term of a query has a translation here: the parts of policies and the lists that the random data
/// lacks have none.
#[allow(dead_code, reason = "not every test that includes this needs it")]
pub fn translates(query: &Query) -> bool {
    fn all_terms(expr: &Expr, holds: &impl Fn(&Term) -> bool) -> bool {
        match expr {
            Expr::And(members) | Expr::Or(members) => members.iter().all(|member| all_terms(member, holds)),
            Expr::Not(inner) => all_terms(inner, holds),
            Expr::Term(term) => holds(term),
        }
    }
    all_terms(query.expr(), &|term| match term.subject {
        Subject::Anything => true,
        Subject::Field(field) if is_of_policy(term) || is_of_step(term) => match &term.test {
            Test::Any(patterns) => field != Field::PolicyControl && !patterns.contains(&Pattern::Exact(String::new())),
            test => {
                *test == Test::Has && !matches!(field, Field::PolicyMode | Field::PolicyControl | Field::AuthSucceeded)
            }
        },
        Subject::Field(field) => field.kind().is_single() || term.test == Test::Has && field.spec().is_stored(),
    })
}

/// One policy or step for each name, which fits all that is asked of it.
fn things(column: &str, terms: &[&Term]) -> Vec<String> {
    let is_name = |term: &&&Term| matches!(term.subject, Subject::Field(Field::Policy | Field::AuthMethod));
    let names: Vec<&&Term> = terms.iter().filter(is_name).collect();
    let others: Vec<String> = terms.iter().filter(|term| !is_name(term)).map(|term| of_part(term)).collect();
    let exists = |conditions: &[String]| {
        format!("EXISTS (SELECT 1 FROM json_each({column}) p WHERE {})", joined(conditions, " AND ", "1"))
    };
    match names.as_slice() {
        [] if terms.is_empty() => Vec::new(),
        [] => vec![exists(&others)],
        names => names.iter().map(|name| exists(&[vec![of_part(name)], others.clone()].concat())).collect(),
    }
}

fn of_part(term: &Term) -> String {
    let Subject::Field(field) = term.subject else { return "0".to_owned() };
    let text = match field {
        Field::Policy => Some("(p.value ->> 'name')"),
        Field::PolicyResult | Field::AuthResult => Some("(p.value ->> 'result')"),
        Field::AuthMethod => Some("(p.value ->> 'method')"),
        Field::AuthDetail => Some("(p.value ->> 'detail')"),
        Field::StepRequirement => Some("(p.value ->> 'requirement')"),
        _ => None,
    };
    let patterns = match (&term.test, text) {
        (Test::Any(patterns), _) => patterns,
        (Test::Has, Some(text)) => return format!("coalesce({text}, '') <> ''"),
        (other, _) => panic!("{}: {other:?} is not made here", field.key()),
    };
    let each = patterns.iter().map(|pattern| match (field, pattern) {
        (_, pattern) if text.is_some() => text_fits(text.unwrap_or_default(), pattern),
        (Field::PolicyMode, Pattern::Exact(mode)) => match mode.as_str() {
            "report-only" => "(p.value ->> 'result') GLOB 'reportOnly*'".to_owned(),
            "disabled" => "(p.value ->> 'result') = 'notEnabled'".to_owned(),
            _ => "(p.value ->> 'result') IN ('success', 'failure', 'notApplied')".to_owned(),
        },
        (Field::PolicyControl, Pattern::Exact(control)) => {
            let spelled = if control == "mfa" { "Mfa" } else { "RequireCompliantDevice" };
            format!("EXISTS (SELECT 1 FROM json_each(p.value, '$.grantControls') c WHERE c.value = '{spelled}')")
        }
        (Field::AuthSucceeded, Pattern::Exact(flag)) => {
            format!("(p.value ->> 'succeeded') = {}", i32::from(flag == "true"))
        }
        (field, pattern) => panic!("{}: {pattern:?} is not made here", field.key()),
    });
    joined(&each.collect::<Vec<_>>(), " OR ", "0")
}

fn of_term(term: &Term) -> String {
    match (term.subject, &term.test) {
        (Subject::Anything, Test::Any(patterns)) => {
            let each = patterns.iter().flat_map(|pattern| {
                let contains = |column: &str| match pattern {
                    Pattern::Exact(word) => format!("instr(lower({column}), {}) > 0", literal(&word.to_lowercase())),
                    pattern => text_fits(column, pattern),
                };
                let in_columns = NAMES.map(contains);
                // Records that are no sign-ins are found by more.
                let further = format!("(log > 4 AND {})", joined(&FURTHER.map(contains), " OR ", "0"));
                let code = match pattern {
                    Pattern::Exact(word) => format!(
                        "error_code <> '0' AND {} IN (error_code, 'aadsts' || error_code)",
                        literal(&word.to_lowercase())
                    ),
                    _ => "0".to_owned(),
                };
                in_columns.into_iter().chain([code, further])
            });
            joined(&each.collect::<Vec<_>>(), " OR ", "0")
        }
        (Subject::Field(field @ (Field::Weekday | Field::Hour)), test) => of_time(field, test),
        (Subject::Field(field), Test::Has) => format!("{} IS NOT NULL", field.key()),
        (Subject::Field(field), Test::Any(patterns)) => {
            let columns: &[&str] = match field {
                Field::User => &["user", "username"],
                Field::App => &["app", "app_id"],
                Field::Resource => &["resource", "resource_id"],
                Field::ServicePrincipal => &["service_principal", "service_principal_id"],
                Field::Location => &["location", "city", "state", "country"],
                Field::Log => &["CASE log WHEN 0 THEN 'interactive' WHEN 1 THEN 'non-interactive' ELSE 'another' END"],
                field => &[field.key()],
            };
            let each = patterns.iter().flat_map(|pattern| {
                // Nothing is known of the field itself.
                let is_missing = *pattern == Pattern::Exact(String::new());
                let columns = columns.iter().take(if is_missing { 1 } else { columns.len() });
                columns.map(move |column| text_fits(column, pattern))
            });
            joined(&each.collect::<Vec<_>>(), " OR ", "0")
        }
        (Subject::Field(Field::Time), Test::Last(millis)) => {
            format!("time > (SELECT max(time) FROM event) - {millis}")
        }
        (Subject::Field(field), Test::Range { from, to }) => {
            let lower = from.map(|bound| of_bound(field, &bound, true));
            let upper = to.map(|bound| of_bound(field, &bound, false));
            joined(&lower.into_iter().chain(upper).collect::<Vec<_>>(), " AND ", "1")
        }
        (subject, test) => panic!("{subject:?} {test:?} is not made here"),
    }
}

/// What SQLite's own calendar says of the time, in UTC.
fn of_time(field: Field, test: &Test) -> String {
    let values: Vec<&str> = field.spec().terms.iter().map(|term| term.value).collect();
    // SQLite counts the days of the week from Sunday.
    let place = match field {
        Field::Weekday => "(CAST(strftime('%w', time / 1000, 'unixepoch') AS INTEGER) + 6) % 7",
        _ => "CAST(strftime('%H', time / 1000, 'unixepoch') AS INTEGER)",
    };
    let place_of = |value: &str| values.iter().position(|known| *known == value).expect("a value of the field");
    match test {
        Test::Any(patterns) => {
            let each = patterns.iter().map(|pattern| match pattern {
                Pattern::Exact(value) => format!("{place} = {}", place_of(value)),
                pattern => panic!("{pattern:?} is not made here"),
            });
            joined(&each.collect::<Vec<_>>(), " OR ", "0")
        }
        Test::Range { from, to } => {
            let edge = |bound: &Bound, is_lower: bool| {
                let Scalar::Level(level) = bound.value else { panic!("{bound:?} is not made here") };
                let sign = if is_lower { ">" } else { "<" };
                (
                    place_of(level),
                    format!("{place} {sign}{} {}", if bound.inclusive { "=" } else { "" }, place_of(level)),
                )
            };
            match (from.map(|bound| edge(&bound, true)), to.map(|bound| edge(&bound, false))) {
                (Some((from, above)), Some((to, below))) if from > to => format!("({above} OR {below})"),
                (from, to) => joined(&from.into_iter().chain(to).map(|edge| edge.1).collect::<Vec<_>>(), " AND ", "1"),
            }
        }
        test => panic!("{test:?} is not made here"),
    }
}

fn of_bound(field: Field, bound: &Bound, is_lower: bool) -> String {
    let sign = match (is_lower, bound.inclusive) {
        (true, true) => ">=",
        (true, false) => ">",
        (false, true) => "<=",
        (false, false) => "<",
    };
    match bound.value {
        // Only whole days are made here.
        Scalar::Moment(day) => format!("date(time / 1000, 'unixepoch') {sign} '{day}'"),
        Scalar::Number(number) => format!("CAST({} AS REAL) {sign} {}", field.key(), number.get()),
        Scalar::Level(level) => {
            let place = |text: &str| {
                format!("CASE {text} WHEN 'none' THEN 0 WHEN 'low' THEN 1 WHEN 'medium' THEN 2 WHEN 'high' THEN 3 END")
            };
            format!("{} {sign} {}", place(field.key()), place(&format!("'{level}'")))
        }
        Scalar::Ago(millis) => format!("time {sign} (SELECT max(time) FROM event) + 1 - {millis}"),
    }
}

/// Whether a text fits a pattern; random data is ASCII, which is all that SQLite's `lower` knows.
fn text_fits(column: &str, pattern: &Pattern) -> String {
    match pattern {
        Pattern::Exact(text) if text.is_empty() => format!("{column} IS NULL"),
        Pattern::Exact(text) => format!("lower({column}) = {}", literal(&text.to_lowercase())),
        Pattern::Wildcard(pieces) => {
            let glob: String = pieces
                .iter()
                .map(|piece| match piece {
                    Piece::Text(text) => text.to_lowercase(),
                    Piece::One => "?".to_owned(),
                    Piece::Run => "*".to_owned(),
                })
                .collect();
            format!("lower({column}) GLOB {}", literal(&glob))
        }
        // Random expressions are plain letters, perhaps with an anchor.
        Pattern::Regular(regular) => {
            let text = regular.as_str().to_lowercase();
            let (start, rest) = text.strip_prefix('^').map_or(("*", text.as_str()), |rest| ("", rest));
            let (rest, end) = rest.strip_suffix('$').map_or((rest, "*"), |rest| (rest, ""));
            format!("lower({column}) GLOB {}", literal(&format!("{start}{rest}{end}")))
        }
        Pattern::Network(network) => {
            let text = network.to_string();
            let octets = text.split(['.', '/']).take(if text.ends_with("/24") { 3 } else { 2 });
            format!("{column} GLOB '{}.*'", octets.collect::<Vec<_>>().join("."))
        }
        Pattern::Legacy => format!("{column} NOT IN ('Browser', 'Mobile Apps and Desktop clients')"),
        Pattern::Modern => format!("{column} IN ('Browser', 'Mobile Apps and Desktop clients')"),
    }
}

fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
