//! What a report is about: one application, user, resource, service principal or policy, found by its name.

use clap::Args;

use super::Failure;
use crate::app::insights::Subject;
use crate::clock::Every;
use crate::fields::{Field, lower};
use crate::insights::{Ask, By, Heading, PageSpec, Period, Row, table};
use crate::query::{Query, Scope, nearest};

/// Names that limit a report to the sign-ins of one thing.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct SubjectArgs {
    /// One application; in the graphs of the reports applications and adfs the line of this one alone
    #[arg(long, value_name = "NAME", conflicts_with = "top")]
    pub(super) app: Option<String>,
    /// One user, by display name or username
    #[arg(long, value_name = "NAME")]
    user: Option<String>,
    /// One resource
    #[arg(long, value_name = "NAME")]
    resource: Option<String>,
    /// One service principal or managed identity
    #[arg(long, value_name = "NAME")]
    service_principal: Option<String>,
    /// One Conditional Access policy
    #[arg(long, value_name = "NAME")]
    policy: Option<String>,
    /// One group of users, of whose members a list is loaded
    #[arg(long, value_name = "NAME")]
    group: Option<String>,
}

/// Things that can be named: the option, what they are called, and where all of them are listed.
const KINDS: [(By, &str, &str, &str); 6] = [
    (By::Applications, "--app", "application", "report applications"),
    (By::Users, "--user", "user", "report users --section users"),
    (By::Resources, "--resource", "resource", "report applications --section resources"),
    (By::Workloads, "--service-principal", "service principal or managed identity", "report service-principals"),
    (By::Field(Field::Policy), "--policy", "policy", "report conditional-access --section policies"),
    (By::Field(Field::Group), "--group", "group", "report groups --section groups"),
];

/// Reports that have all applications as rows, and a line of the one that is named.
const OF_APPLICATIONS: [&str; 2] = ["applications", "adfs"];

/// So many names are proposed for one that is not known.
const MOST_PROPOSED: usize = 3;

impl SubjectArgs {
    fn name(&self, by: By) -> Option<&str> {
        match by {
            By::Applications => self.app.as_deref(),
            By::Users => self.user.as_deref(),
            By::Resources => self.resource.as_deref(),
            By::Workloads => self.service_principal.as_deref(),
            By::Field(Field::Policy) => self.policy.as_deref(),
            By::Field(Field::Group) => self.group.as_deref(),
            By::Cities | By::Field(_) => None,
        }
    }

    /// Whether nothing is named.
    pub(super) fn is_empty(&self) -> bool {
        KINDS.iter().all(|(by, ..)| self.name(*by).is_none())
    }

    /// Names the same things by what `hide` makes of their names.
    pub(super) fn hide(&mut self, real: &Scope<'_>, hide: &dyn Fn(&str) -> String) {
        let named = [
            (By::Applications, &mut self.app),
            (By::Users, &mut self.user),
            (By::Resources, &mut self.resource),
            (By::Workloads, &mut self.service_principal),
            (By::Field(Field::Policy), &mut self.policy),
            (By::Field(Field::Group), &mut self.group),
        ];
        for (by, name) in named {
            if let Some(name) = name
                // What is not known stays as it was typed, and is not found among pseudonyms either.
                && let Ok(found) = find(real, by, ("", ""), name)
            {
                *name = hide(&found.title);
            }
        }
    }

    /// Fails if a report about one of many is asked for without saying about which.
    pub(super) fn check(&self, page: &PageSpec) -> Result<(), Failure> {
        let kind = KINDS.iter().find(|(by, ..)| page.of == Some(*by) && self.name(*by).is_none());
        kind.map_or(Ok(()), |(_, option, what, all)| {
            let key = page.key;
            Err(Failure::call(format!(
                "The report {key} is about one {what}: name it with {option} NAME. `signin-lens {all}` lists them"
            )))
        })
    }

    /// The question limited to what is named, and what the page is about.
    ///
    /// # Errors
    /// A name that no sign-in of the cache tells, with those that come near.
    pub(super) fn limit<'a>(&self, ask: Ask<'a>, page: &PageSpec) -> Result<(Ask<'a>, Option<Subject>), Failure> {
        self.check(page)?;
        let mut ask = ask;
        let mut about = None;
        for (by, subject) in self.found(ask.scope())? {
            if by == By::Applications && OF_APPLICATIONS.contains(&page.key) {
                continue;
            }
            ask = ask.only(&subject.filter);
            if ask.rows().is_empty() {
                eprintln!("No sign-ins of {} in this period that the filter finds", subject.title);
            }
            if page.of == Some(by) {
                about = Some(subject);
            }
        }
        Ok((ask, about))
    }

    /// The filter that finds the sign-ins of what is named.
    pub(super) fn filter(&self, scope: &Scope<'_>) -> Result<Query, Failure> {
        let found = self.found(scope)?;
        Ok(found.iter().fold(Query::default(), |all, (_, subject)| all.and(&subject.filter)))
    }

    /// What is named, as the sign-ins of the whole cache tell it.
    fn found(&self, scope: &Scope<'_>) -> Result<Vec<(By, Subject)>, Failure> {
        let named = KINDS.iter().filter_map(|kind| Some((kind, self.name(kind.0)?)));
        named.map(|((by, option, what, _), name)| Ok((*by, find(scope, *by, (*option, *what), name)?))).collect()
    }
}

fn find(scope: &Scope<'_>, by: By, (option, what): (&str, &str), name: &str) -> Result<Subject, Failure> {
    // A group is one though none of its members ever signed in.
    if by == By::Field(Field::Group)
        && let Some(group) = scope.columns.directory().told().group(name.trim())
    {
        return Ok(Subject::named(by, &group.name));
    }
    let everything = Ask::new(scope, &Query::default(), Period::All, Every::Day, by.logs());
    let rows = |ask: &Ask<'_>| table(ask, Heading { key: "names", title: "Names", of: "Name" }, by, Vec::new()).rows;
    let known = rows(&everything);
    let wanted = lower(name.trim());
    let is_meant =
        |row: &&Row| lower(&row.title) == wanted || row.detail.as_deref().is_some_and(|detail| lower(detail) == wanted);
    if let Some(row) = known.iter().find(is_meant) {
        return Ok(Subject { title: row.title.clone(), filter: row.filter.clone() });
    }
    // An identifier finds what it is of, though names are listed.
    let named = Subject::named(by, name);
    if let Some(row) = rows(&everything.only(&named.filter)).into_iter().next() {
        return Ok(Subject { title: row.title, filter: row.filter });
    }
    let proposed = proposed(&wanted, &known);
    let proposal = match proposed.as_slice() {
        [] => String::new(),
        [one] => format!(". Did you mean {one}?"),
        several => format!(". Did you mean one of these: {}?", several.join(", ")),
    };
    Err(Failure::call(format!("{option}: no sign-in tells of a {what} {name}{proposal}")))
}

/// Names that contain what was typed, those with the most sign-ins first, and the one that differs least from it.
fn proposed(typed: &str, known: &[Row]) -> Vec<String> {
    let names = || known.iter().filter(|row| !row.is_unknown).map(|row| row.title.as_str());
    let slip = nearest(typed, names()).or_else(|| {
        let of_word = |name: &&str| name.split(' ').any(|word| nearest(typed, std::iter::once(word)).is_some());
        names().find(of_word)
    });
    let containing = names().filter(|name| !typed.is_empty() && lower(name).contains(typed));
    let mut proposed: Vec<String> = Vec::new();
    for name in slip.into_iter().chain(containing) {
        let quoted = format!("\u{201c}{name}\u{201d}");
        if !proposed.contains(&quoted) {
            proposed.push(quoted);
        }
    }
    proposed.truncate(MOST_PROPOSED);
    proposed
}
