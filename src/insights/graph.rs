//! A report as a graph: how numbers develop over the steps of a period.

use std::cmp::Reverse;

use rayon::prelude::*;

use super::ask::{Ask, Rows};
use super::counting::Counting;
use super::entity::{By, Entities};
use super::measure::Measure;
use crate::clock::{Clock, Every, Millis};
use crate::fields::{Logs, lower};
use crate::query::Query;

/// Counts over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graph {
    /// What scripts call it.
    pub key: &'static str,
    /// What the window calls it.
    pub title: String,
    /// What is counted.
    pub counts: Counts,
    /// The step, which is a coarser one than asked for where there would be too many.
    pub every: Every,
    /// Where the steps begin, without gaps, and where the last one ends.
    pub edges: Vec<Millis>,
    /// The lines, most first where they have no order of their own.
    pub lines: Vec<Line>,
    /// What the lines are; `None` if each counts something of its own.
    pub by: Option<By>,
    /// How many more of these have sign-ins, none of them more than the last line; `None` if the lines were chosen.
    pub others: Option<usize>,
    /// The page's filter without its period.
    pub filter: Query,
    /// The period; steps at its ends may reach beyond it.
    pub period: (Millis, Millis),
    /// The logs whose sign-ins count.
    pub logs: Logs,
}

/// What a graph counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Counts {
    /// Sign-ins.
    #[default]
    SignIns,
    /// Different users.
    Users,
}

/// A line of a graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it counts, such as an application.
    pub title: String,
    /// The filter that finds its sign-ins.
    pub filter: Query,
    /// The figure of each step.
    pub values: Vec<u64>,
    /// All sign-ins of the period.
    pub sign_ins: u64,
    /// The figure of the whole period: of users the different ones of all steps together.
    pub total: u64,
}

impl Graph {
    /// Whether the period cuts a step, so that its figures are those of a part of it.
    ///
    /// A period of thirty days seldom begins with a week. Its figures and tables tell of just these days, so the graph
    /// does too: were the first week counted as a whole, the graph would tell of more sign-ins than the page. What is
    /// cut is named and drawn as such instead, else the first step would look like a rise and the last one like a fall.
    #[must_use]
    pub fn is_cut(&self, step: usize) -> bool {
        match (self.edges.get(step), self.edges.get(step + 1)) {
            (Some(start), Some(end)) => *start < self.period.0 || self.period.1 < *end,
            _ => false,
        }
    }

    /// Whether the first step and the last one are cut; no other one can be.
    #[must_use]
    pub fn cut_ends(&self) -> (bool, bool) {
        let steps = self.edges.len().saturating_sub(1);
        (self.is_cut(0), steps > 0 && self.is_cut(steps - 1))
    }

    /// What a step is: `week`, or `part of a week`.
    #[must_use]
    pub fn step_name(&self, step: usize) -> String {
        let (noun, article) = match self.every {
            Every::Hours(1) => ("hour".to_owned(), "an"),
            Every::Hours(hours) => (format!("{hours} hours"), "the"),
            Every::Day => ("day".to_owned(), "a"),
            Every::Week => ("week".to_owned(), "a"),
        };
        if self.is_cut(step) { format!("part of {article} {noun}") } else { noun }
    }

    /// The rows behind a point; `None` if there is no such point.
    #[must_use]
    pub fn rows_behind(&self, line: usize, step: usize, clock: Clock) -> Option<Rows> {
        Some(Rows::new(&self.step_filter(step, clock)?, &self.lines.get(line)?.filter, self.logs))
    }

    /// All rows of a step, whatever the lines are; `None` if there is no such step.
    #[must_use]
    pub fn rows_of_step(&self, step: usize, clock: Clock) -> Option<Rows> {
        Some(Rows::new(&self.step_filter(step, clock)?, &Query::default(), self.logs))
    }

    fn step_filter(&self, step: usize, clock: Clock) -> Option<Query> {
        let start = (*self.edges.get(step)?).max(self.period.0);
        let end = (*self.edges.get(step + 1)?).min(self.period.1);
        Some(self.filter.and(&Query::default().set_period(start, end, clock)))
    }
}

/// Which lines a graph has.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Lines {
    /// So many, those with the most sign-ins.
    Top(usize),
    /// Those with these titles, in this order.
    Chosen(Vec<String>),
}

/// The most lines that a graph can have.
pub const MOST_LINES: usize = 100;

/// A line for each of some entities.
#[must_use]
pub fn graph(ask: &Ask<'_>, key: &'static str, title: &str, by: By, lines: &Lines, counts: Counts) -> Graph {
    let telling = ask.telling(by);
    let entities = telling.entities(by);
    let counting = Counting::new(&telling, &entities);
    let sign_ins = counting.sign_ins();
    let known = 0..entities.known.len();
    let chosen: Vec<usize> = match lines {
        Lines::Top(count) => {
            let mut ranked: Vec<usize> = known.filter(|place| sign_ins[*place] > 0).collect();
            ranked.sort_by_cached_key(|place| {
                let entity = &entities.known[*place];
                (Reverse(sign_ins[*place]), lower(&entity.title), entity.detail.clone())
            });
            ranked.truncate((*count).clamp(1, MOST_LINES));
            ranked
        }
        Lines::Chosen(titles) => {
            // Several can have one name: the one with the most sign-ins is meant.
            let place = |title: &String| {
                let named = known.clone().filter(|place| lower(&entities.known[*place].title) == lower(title));
                named.max_by_key(|place| (sign_ins[*place], Reverse(*place)))
            };
            titles.iter().filter_map(place).take(MOST_LINES).collect()
        }
    };
    let others = match lines {
        Lines::Top(_) => Some(sign_ins.iter().filter(|count| **count > 0).count().saturating_sub(chosen.len())),
        Lines::Chosen(_) => None,
    };
    let mut line_of = vec![None; entities.known.len()];
    for (line, place) in chosen.iter().enumerate() {
        line_of[*place] = Some(line);
    }
    let everything = Query::default();
    let (values, totals) = match counts {
        Counts::SignIns => (counting.sign_ins_by_step(&everything, &line_of, chosen.len()), sign_ins.to_vec()),
        Counts::Users => rayon::join(
            || counting.different_by_step(&everything, By::Users, &line_of, chosen.len()),
            || counting.different(&everything, By::Users),
        ),
    };
    let lines = chosen
        .into_iter()
        .zip(values)
        .map(|(place, values)| {
            let entity = &entities.known[place];
            Line {
                title: entity.title.clone(),
                filter: entity.filter.clone(),
                values,
                sign_ins: sign_ins[place],
                total: totals[place],
            }
        })
        .collect();
    Graph { by: Some(by), others, ..finished(ask, key, title, counts, ask.steps(), lines) }
}

/// A line for each of some measures, in their order.
#[must_use]
pub fn graph_of(ask: &Ask<'_>, key: &'static str, title: &str, measures: &[Measure]) -> Graph {
    graph_of_counts(ask, key, title, measures, Counts::SignIns)
}

/// A line for each of some measures, in their order, of sign-ins or of their different users.
#[must_use]
pub fn graph_of_counts(ask: &Ask<'_>, key: &'static str, title: &str, measures: &[Measure], counts: Counts) -> Graph {
    let entities = Entities::one(ask.rows().len());
    let counting = Counting::new(ask, &entities);
    // What the lines need is found out before they are counted at once.
    counting.prepare(measures);
    drop(ask.step_of_rows());
    if counts == Counts::Users {
        drop(ask.entities(By::Users));
    }
    let line = |measure: &Measure| {
        let all = [Some(0)];
        let by_step = counting.sign_ins_by_step(&measure.filter, &all, 1);
        let sign_ins = by_step.iter().flatten().sum();
        let values = match counts {
            Counts::SignIns => by_step,
            Counts::Users => counting.different_by_step(&measure.filter, By::Users, &all, 1),
        };
        let total = match counts {
            Counts::SignIns => sign_ins,
            Counts::Users => counting.different(&measure.filter, By::Users).into_iter().sum(),
        };
        let values = values.into_iter().next().unwrap_or_default();
        Line { title: measure.title.to_owned(), filter: measure.filter.clone(), values, sign_ins, total }
    };
    finished(ask, key, title, counts, ask.steps(), measures.par_iter().map(line).collect())
}

/// Success, failure and interrupted sign-ins over time.
#[must_use]
pub fn graph_by_status(ask: &Ask<'_>, key: &'static str, title: &str, counts: Counts) -> Graph {
    let [success, failure, interrupted, _] = Measure::outcomes();
    graph_of_counts(ask, key, title, &[success, failure, interrupted], counts)
}

fn finished(
    ask: &Ask<'_>,
    key: &'static str,
    title: &str,
    counts: Counts,
    (every, edges): (Every, Vec<Millis>),
    lines: Vec<Line>,
) -> Graph {
    let period = ask.period();
    Graph {
        key,
        title: title.to_owned(),
        counts,
        every,
        edges,
        lines,
        by: None,
        others: None,
        filter: ask.filter().clone(),
        period: (period.start, period.end),
        logs: ask.logs(),
    }
}
