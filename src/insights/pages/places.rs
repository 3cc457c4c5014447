//! From where sign-ins come.

use super::columns::{addresses, of_field, usage};
use crate::fields::{Field, Logs};
use crate::insights::{Ask, By, Choices, Heading, Measure, Note, PageSpec, Section, Sum, cards, graph, places, table};

/// The page.
pub(super) const PAGE: PageSpec = PageSpec {
    key: "places",
    title: "Places",
    about: "Countries and cities from which sign-ins come",
    logs: Logs::USERS,
    able: Logs::SIGN_INS,
    of: None,
    make,
};

const NOTE: &str = "The place of an IP address is Microsoft's best guess. Mobile carriers and VPNs use central addresses, and in \
                    the non-interactive log the address can be the one from which the original token was issued.";

fn make(ask: &Ask<'_>, choices: &Choices) -> Vec<Section> {
    let cities = Heading { key: "cities", title: "Cities", of: "City" };
    let measures = || {
        let mut measures = usage(vec![Measure::users()]);
        measures.insert(2, addresses());
        measures
    };
    vec![
        Section::Cards(cards(
            ask,
            vec![
                (Measure::different("countries", "Countries", Field::Country), None),
                (Measure::new("cities", "Cities", "", Sum::Different(By::Cities)), None),
                (addresses(), None),
                (Measure::new("unplaced", "Without a place", "-has:country", Sum::SignIns), None),
            ],
        )),
        Section::Places(places(ask, "places", "Places of sign-ins")),
        Section::Note(Note::Fixed(NOTE)),
        Section::Graph(graph(
            ask,
            "countries_over_time",
            "Countries",
            By::Field(Field::Country),
            &choices.lines,
            choices.counts,
        )),
        Section::Table(of_field(ask, "countries", "Countries", Field::Country, measures())),
        Section::Table(table(ask, cities, By::Cities, measures())),
    ]
}
