//! Which error codes occur, what they mean and what to do.

use super::columns;
use crate::fields::{Field, Logs};
use crate::insights::{Ask, By, Choices, Graph, Measure, PageSpec, Section, Sum, Told, cards, graph};

/// The page.
pub(super) const PAGE: PageSpec = PageSpec {
    key: "errors",
    title: "Errors",
    about: "Which error codes occur, whom they hit, what they mean and what to do",
    logs: Logs::USERS,
    able: Logs::SIGN_INS,
    of: None,
    make,
};

fn make(ask: &Ask<'_>, choices: &Choices) -> Vec<Section> {
    let [_, failure, interrupted, _] = Measure::outcomes();
    let unnamed = Measure::new(
        "without_code",
        "Without an error code",
        "status:failure,interrupted error_code:\"\"",
        Sum::SignIns,
    )
    .about("Sign-ins that did not succeed and tell no error code. The table below cannot have them");
    let failing = Measure::new("failing_users", "Users with failures", "status:failure", Sum::Different(By::Users));
    let figures = vec![(failure, None), (interrupted, None), (failing, Some("users")), (unnamed, None)];
    let with_error = columns::with_error(ask);
    let over_time =
        graph(&with_error, "top", "Errors over time", By::Field(Field::ErrorCode), &choices.lines, choices.counts);
    let of_errors = vec![
        Measure::users(),
        Measure::applications(),
        Measure::trend(),
        Measure::told("class", "Class", Told::ErrorClass),
        Measure::told("remedy", "What to do", Told::ErrorRemedy),
        Measure::first(),
        Measure::last(),
    ];
    vec![
        Section::Cards(cards(ask, figures)),
        // A line asks for its code, which says all that was asked here.
        Section::Graph(Graph { filter: ask.filter().clone(), ..over_time }),
        Section::Table(columns::errors(ask, of_errors)),
    ]
}
