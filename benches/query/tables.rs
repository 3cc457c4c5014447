//! The heaviest tables of the pages of insights, each from a new question, as when its page is opened.

use signin_lens::clock::Every;
use signin_lens::fields::{Field, Logs};
use signin_lens::insights::{Ask, By, Heading, Measure, Period, Table, Value, table};
use signin_lens::query::{Query, Scope};

use super::questions::{Answer, Question};

/// What all of them have.
const USAGE: &str = "count(*) FILTER (status = 'success'), count(*) FILTER (status = 'failure'), \
                     count(*) FILTER (status = 'interrupted'), epoch_ms(max(time)), epoch_ms(min(time))";

pub fn tables<'a>(scope: &'a Scope<'a>, all: &mut Vec<Question<'a>>) {
    let different = |field| Measure::different("different", "Different values", field);
    let mut add = |title: &str, by: By, measures: Vec<Measure>, group: &str, counts: &str, name: &str| {
        all.push(Question {
            title: format!("table: {title}"),
            sql: format!(
                "SELECT count(*) AS sign_ins, {counts}, {USAGE} FROM sign_in \
                 WHERE log IN ('interactive', 'non-interactive') GROUP BY {group} ORDER BY sign_ins DESC, {name}"
            ),
            ask: Box::new(move || {
                let ask = Ask::new(scope, &Query::default(), Period::Days(30), Every::Day, Logs::USERS);
                let mut columns = vec![Measure::sign_ins()];
                columns.extend(measures.iter().cloned());
                let [success, failure, interrupted, _] = Measure::outcomes();
                columns.extend([success, failure, interrupted, Measure::last(), Measure::first()]);
                Answer::Table(table(&ask, Heading { key: "table", title: "Table", of: "Row" }, by, columns))
            }),
        });
    };
    add(
        "users with applications, countries, addresses",
        By::Users,
        vec![Measure::applications(), different(Field::Country), different(Field::Ip)],
        "user_id",
        "count(DISTINCT app_id), count(DISTINCT country), count(DISTINCT ip)",
        "lower(min(\"user\")), min(username)",
    );
    add(
        "applications with users",
        By::Applications,
        vec![Measure::users()],
        "app_id",
        "count(DISTINCT user_id)",
        "lower(min(app))",
    );
    add(
        "addresses with users",
        By::Field(Field::Ip),
        vec![Measure::users()],
        "ip",
        "count(DISTINCT user_id)",
        "lower(ip)",
    );
    add(
        "browsers with users",
        By::Field(Field::Browser),
        vec![Measure::users()],
        "lower(browser)",
        "count(DISTINCT user_id)",
        "coalesce(lower(min(browser)), 'not known')",
    );
}

/// The figures of a table, column by column.
pub fn figures(table: &Table) -> Vec<Vec<u64>> {
    let figure = |value: &Value| match value {
        Value::Count(count) => *count,
        Value::Time(time) => time.map_or(0, |time| time.0 as u64),
        Value::Share { .. } | Value::Trend(_) | Value::Text(_) => 0,
    };
    let column = |column: usize| table.rows.iter().map(|row| row.values.get(column).map_or(0, figure)).collect();
    (0..table.columns.len()).map(column).collect()
}
