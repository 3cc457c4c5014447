//! `report`: a page of insights as tables.

use clap::Args;

use super::asked::refuse_left_out;
use super::counts::parse_every;
use super::output::{self, Format, moment_cell};
use super::subject::SubjectArgs;
use super::{Failure, Shared, parse_log, parse_query};
use crate::app::export::{Sheet, Spelling};
use crate::app::insights::Subject;
use crate::clock::Every;
use crate::export::table::{Cell, Column};
use crate::fields::{Log, Logs};
use crate::insights::{Ask, Choices, Counts, Lines, PageSpec, Period, Section, pages};
use crate::query::{Query, Scope, nearest};

/// Which report, about which sign-ins.
#[derive(Debug, Args)]
pub(super) struct ReportArgs {
    /// The report; without one all are listed
    name: Option<String>,
    /// The part of the report to print; without one its first, and the others are named
    #[arg(long, value_name = "KEY")]
    section: Option<String>,
    #[command(flatten)]
    pub(super) question: Question,
}

/// Which sign-ins a report counts, and how.
#[derive(Clone, Debug, Args)]
pub(super) struct Question {
    #[arg(long, value_name = "LOG", value_parser = parse_log, help = log_help())]
    log: Option<Log>,
    /// Only sign-ins that match this filter
    #[arg(long = "where", allow_hyphen_values = true, value_name = "QUERY", value_parser = parse_query, default_value = "", hide_default_value = true)]
    pub(super) query: Query,
    /// Days that end at the newest sign-in; all that there is if 0
    #[arg(long, value_name = "N", default_value_t = 30)]
    days: u16,
    /// Length of a step of graphs and trends: hour, day or week
    #[arg(long, value_name = "hour|day|week", default_value = "day", value_parser = parse_every)]
    every: Every,
    /// So many lines in a graph, those with the most sign-ins
    #[arg(long, value_name = "N", default_value_t = 3)]
    top: usize,
    #[command(flatten)]
    pub(super) subject: SubjectArgs,
    /// Count different users in a graph instead of sign-ins
    #[arg(long)]
    users: bool,
}

impl Question {
    /// The question as a page is asked it, before it is limited to what the page is about.
    ///
    /// # Errors
    /// A part of the filter that none of its logs has a field for.
    pub(super) fn ask<'a>(&self, page: &PageSpec, scope: &Scope<'a>) -> Result<Ask<'a>, Failure> {
        let ask = Ask::new(scope, &self.query, self.period(), self.every, self.log.map_or(page.logs, Logs::from));
        refuse_left_out(&ask.left_out(), ask.logs())?;
        Ok(ask)
    }

    /// The question limited to what the page is about, and that.
    pub(super) fn limited<'a>(
        &self,
        page: &PageSpec,
        scope: &Scope<'a>,
    ) -> Result<(Ask<'a>, Option<Subject>), Failure> {
        self.subject.limit(self.ask(page, scope)?, page)
    }

    pub(super) fn period(&self) -> Period {
        if self.days == 0 { Period::All } else { Period::Days(self.days) }
    }

    pub(super) fn every(&self) -> Every {
        self.every
    }

    pub(super) fn choices(&self) -> Choices {
        let counts = if self.users { Counts::Users } else { Counts::SignIns };
        let lines = self.subject.app.clone().map_or(Lines::Top(self.top), |app| Lines::Chosen(vec![app]));
        Choices { lines, counts }
    }
}

/// What `--log` says of itself.
fn log_help() -> String {
    format!("The log: {}; those that the report is about if not given", Log::ALL.map(Log::key).join(", "))
}

/// Writes a report, or the list of all.
pub(super) fn run(args: &ReportArgs, shared: &Shared) -> Result<(), Failure> {
    let Some(name) = &args.name else { return list(shared) };
    let page = page(name)?;
    args.question.subject.check(page)?;
    let columns = shared.columns()?;
    let scope = Scope::new(&columns, shared.clock());
    let (ask, _) = args.question.limited(page, &scope)?;
    let sections = (page.make)(&ask, &args.question.choices());
    let spelling = if shared.format() == Format::Xlsx { Spelling::Shown } else { Spelling::Stored };
    let sheets: Vec<Sheet> = sections.iter().filter_map(|section| Sheet::of(section, &scope.clock, spelling)).collect();
    let wanted = args.section.as_deref().unwrap_or(page.key);
    let found = sheets.iter().position(|sheet| sheet.key == wanted);
    let place = match (found, &args.section) {
        (Some(place), _) => place,
        // A page that has nothing to tell says why in its notes.
        (None, None) => 0,
        (None, Some(_)) => {
            return Err(Failure::call(format!("{name} has no part {wanted}; it has {}", keys(&sheets, None))));
        }
    };
    for section in &sections {
        if let Section::Note(note) = section {
            eprintln!("{note}");
        }
    }
    if args.section.is_none() && sheets.len() > 1 {
        eprintln!("More with --section: {}", keys(&sheets, Some(place)));
    }
    let empty = || Sheet {
        key: page.key,
        title: page.title.to_owned(),
        columns: vec![Column::new("title", page.title)],
        rows: Vec::new(),
    };
    write(sheets.into_iter().nth(place).unwrap_or_else(empty), shared, &scope)
}

fn write(sheet: Sheet, shared: &Shared, scope: &Scope<'_>) -> Result<(), Failure> {
    let sheet = if shared.format() == Format::Table { sheet.without_trends() } else { sheet };
    let rows = sheet.rows.into_iter().map(|row| {
        row.into_iter()
            .map(|cell| match cell {
                Cell::Moment(at) => moment_cell(shared, scope, at),
                other => other,
            })
            .collect()
    });
    output::table(shared, sheet.columns, rows)
}

/// The page with this key.
pub(super) fn page(name: &str) -> Result<&'static PageSpec, Failure> {
    // `usage` is how the report of applications was called once.
    pages::page(if name == "usage" { "applications" } else { name }).ok_or_else(|| {
        let keys: Vec<&str> = pages::ALL.iter().map(|page| page.key).collect();
        let meant = nearest(name, keys.iter().copied()).map(|key| format!(" Did you mean {key}?")).unwrap_or_default();
        Failure::call(format!("There is no report {name}.{meant} There are {}", keys.join(", ")))
    })
}

fn keys(sheets: &[Sheet], but: Option<usize>) -> String {
    let others = sheets.iter().enumerate().filter(|(place, _)| Some(*place) != but);
    others.map(|(_, sheet)| sheet.key).collect::<Vec<_>>().join(", ")
}

/// Writes the list of all reports.
pub(super) fn list(shared: &Shared) -> Result<(), Failure> {
    let columns = vec![Column::new("name", "Name"), Column::new("title", "Title"), Column::new("about", "About")];
    let rows = pages::ALL.iter().map(|page| vec![Cell::from(page.key), Cell::from(page.title), Cell::from(page.about)]);
    output::table(shared, columns, rows)
}
