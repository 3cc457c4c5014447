//! What Microsoft Entra ID Protection detected, and who is at risk.

use super::records::{by_field, different, first, heading, last, line, names, nothing, part, trend, users};
use crate::fields::{Field, Log, Logs};
use crate::insights::{Ask, By, Choices, Measure, Note, PageSpec, Section, Sum, cards, graph, table};

/// The page.
pub(super) const PAGE: PageSpec = PageSpec {
    key: "risk",
    title: "Risk",
    about: "What was detected, of which level and from where, and which users and workload identities are at risk",
    logs: Logs::RISK,
    able: Logs::RISK,
    of: None,
    make,
};

const STATES: &str = "A record of a risky user or workload identity tells how things stood when its risk was set anew. One can have \
                      several in a period; the last one is in force.";

fn make(ask: &Ask<'_>, choices: &Choices) -> Vec<Section> {
    let detected = part(ask, Log::RiskDetections.into());
    let risky_users = part(ask, Log::RiskyUsers.into());
    let risky_workloads = part(ask, Log::RiskyWorkloads.into());
    if detected.is_none() && risky_users.is_none() && risky_workloads.is_none() {
        return nothing();
    }
    let mut figures = Vec::new();
    figures.extend(detected.iter().flat_map(|ask| cards(ask, of_detections())));
    figures.extend(risky_users.iter().flat_map(|ask| cards(ask, vec![(at_risk(By::Users, "users_at_risk"), None)])));
    figures.extend(
        risky_workloads.iter().flat_map(|ask| cards(ask, vec![(at_risk(By::Workloads, "workloads_at_risk"), None)])),
    );
    let mut sections = vec![Section::Cards(figures)];
    sections.extend(detected.iter().flat_map(|ask| detections_sections(ask, choices)));
    let has_states = risky_users.is_some() || risky_workloads.is_some();
    sections.extend(has_states.then(|| Section::Note(Note::Fixed(STATES))));
    if let Some(ask) = &risky_users {
        let by_state = heading("user_states", "Risky users by state", "State");
        let risky = heading("risky_users", "Risky users", "User");
        let of_states = vec![records(), users(), levels(), last()];
        sections.push(by_field(ask, by_state, Field::RiskState, of_states));
        sections.push(Section::Table(table(ask, risky, By::Users, of_risky())));
    }
    if let Some(ask) = &risky_workloads {
        let by_state = heading("workload_states", "Risky workload identities by state", "State");
        let risky = heading("risky_workloads", "Risky workload identities", "Identity");
        let identities = Measure::new("identities", "Identities", "", Sum::Different(By::Workloads))
            .about("Different ones, each counted once however often they are met");
        sections.push(by_field(ask, by_state, Field::RiskState, vec![records(), identities, levels(), last()]));
        sections.push(Section::Table(table(ask, risky, By::Workloads, of_risky())));
    }
    sections
}

fn of_detections() -> Vec<(Measure, Option<&'static str>)> {
    let users = Measure { title: "Users with detections", key: "detected_users", ..users() };
    vec![(detections(), None), (high(), None), (users, None), (addresses(), None)]
}

fn detections_sections(ask: &Ask<'_>, choices: &Choices) -> Vec<Section> {
    let by = |field| By::Field(field);
    let types = graph(ask, "types", "Detections by type", by(Field::RiskEvents), &choices.lines, choices.counts);
    let of_levels =
        graph(ask, "levels", "Detections by level", by(Field::Risk), &Choices::default().lines, choices.counts);
    let of_types = vec![
        detections(),
        users(),
        high(),
        levels(),
        names("timings", "Timing", Field::RiskTiming),
        first(),
        last(),
        trend(),
    ];
    let of_users = vec![
        detections(),
        high(),
        levels(),
        names("types", "Detection types", Field::RiskEvents),
        countries(),
        addresses(),
        last(),
    ];
    let of_countries = vec![detections(), users(), high(), addresses(), last()];
    let of_addresses = vec![
        detections(),
        users(),
        high(),
        names("countries", "Countries", Field::Country),
        names("types", "Detection types", Field::RiskEvents),
        last(),
    ];
    vec![
        Section::Graph(types),
        Section::Graph(of_levels),
        by_field(ask, heading("detections", "Detection types", "Detection type"), Field::RiskEvents, of_types),
        Section::Table(table(ask, heading("users", "Users with detections", "User"), By::Users, of_users)),
        by_field(ask, heading("countries", "Countries", "Country"), Field::Country, of_countries),
        by_field(ask, heading("ips", "IP addresses", "IP address"), Field::Ip, of_addresses),
    ]
}

fn of_risky() -> Vec<Measure> {
    vec![
        records(),
        levels(),
        names("states", "Risk states", Field::RiskState),
        names("details", "Details", Field::RiskDetail),
        last(),
    ]
}

fn detections() -> Measure {
    line("detections", "Detections", "")
}

fn records() -> Measure {
    line("records", "Records", "")
}

fn high() -> Measure {
    line("high", "High risk", "risk:high").about("Detections of level high")
}

fn levels() -> Measure {
    names("levels", "Risk levels", Field::Risk)
}

fn countries() -> Measure {
    different("countries", "Countries", Field::Country)
}

fn addresses() -> Measure {
    different("ips", "IP addresses", Field::Ip)
}

/// Those of whom a record says that they are at risk.
fn at_risk(by: By, key: &'static str) -> Measure {
    let title = if by == By::Users { "Users at risk" } else { "Workloads at risk" };
    Measure::new(key, title, "risk_state:atRisk,confirmedCompromised", Sum::Different(by))
        .about("At risk or confirmed compromised, as a record of the period tells. A later record may tell otherwise")
}
