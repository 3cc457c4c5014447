//! Which page of insights is shown, what it is asked, and the ways between pages.

mod rows;
pub mod words;

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use super::command::View;
use super::jobs::{BehindAnswer, BehindKey, PageAnswer, PageKey, Question};
use super::pictures::{DataFile, KeptColors};
use super::state::{Effect, State};
use crate::clock::Every;
use crate::export::chart::Kind;
use crate::fields::{Field, Log, Logs};
use crate::insights::{By, Choices, Lines, PageSpec, Period, Rows, pages};
use crate::query::Query;
use crate::texts::text;

/// What a page can be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its name.
    pub title: String,
    /// The filter that finds its sign-ins.
    pub filter: Query,
}

/// A page, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagePlace {
    /// The key of the page.
    pub page: &'static str,
    /// What it is about; `None` for a page about all sign-ins.
    pub subject: Option<Subject>,
}

/// What settings and the command line put before the key of a page.
const PREFIX: &str = "insights:";

impl PagePlace {
    /// A page about all sign-ins; `None` if there is no such page.
    #[must_use]
    pub fn of_all(key: &str) -> Option<Self> {
        let page = pages::page(key).filter(|page| page.of.is_none())?;
        Some(Self { page: page.key, subject: None })
    }

    /// The page about one of these; `None` if they have none.
    #[must_use]
    pub fn of_one(by: By, subject: Subject) -> Option<Self> {
        Some(Self { page: pages::page_of(by)?.key, subject: Some(subject) })
    }

    /// The page that settings and the command line call so: `insights:KEY` or `KEY`, with `:NAME` behind it for a
    /// page about one of many. `usage` is how the page of applications was called once.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let key = key.strip_prefix(PREFIX).unwrap_or(key);
        if let Some((key, name)) = key.split_once(':') {
            let page = pages::page(key)?;
            return Some(Self { page: page.key, subject: Some(Subject::named(page.of?, name)) });
        }
        Self::of_all(if key == "usage" { "applications" } else { key })
    }

    /// What settings call it; pages about one of many are not remembered.
    #[must_use]
    pub fn key(&self) -> String {
        if self.subject.is_some() { View::Insights.key().to_owned() } else { format!("{PREFIX}{}", self.page) }
    }

    /// What describes the page.
    #[must_use]
    pub fn spec(&self) -> &'static PageSpec {
        pages::page(self.page).unwrap_or(&pages::ALL[0])
    }

    /// What it is called: the page, or what it is about.
    #[must_use]
    pub fn title(&self) -> &str {
        self.subject.as_ref().map_or(self.spec().title, |subject| &subject.title)
    }

    /// The same in the language of the window.
    #[must_use]
    pub fn shown_title(&self) -> &str {
        self.subject.as_ref().map_or(self.spec().shown_title(), |subject| &subject.title)
    }
}

/// The pages to which back and forward lead, the next one last.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct PagePath {
    before: Vec<PagePlace>,
    after: Vec<PagePlace>,
}

impl Default for PagePlace {
    /// The first page there is.
    fn default() -> Self {
        let first = pages::ALL.iter().find(|page| page.of.is_none()).unwrap_or(&pages::ALL[0]);
        Self { page: first.key, subject: None }
    }
}

impl Subject {
    /// The one of this name.
    #[must_use]
    pub fn named(by: By, name: &str) -> Self {
        let field = match by {
            By::Applications => Field::App,
            By::Resources => Field::Resource,
            By::Users if name.contains('@') => Field::Username,
            By::Users => Field::User,
            By::Workloads => Field::ServicePrincipal,
            By::Cities => Field::City,
            By::Field(field) => field,
        };
        let filter = Query::default().set_values(field, &[name.to_owned()]);
        Self { title: name.to_owned(), filter }
    }
}

/// The time of which a page tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// One of the periods that are offered.
    Of(Period),
    /// That of the filter.
    Filter,
}

/// What is chosen on one page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnOptions {
    /// The logs; `None` for those of the page.
    pub logs: Option<Logs>,
    /// What its graph shows.
    pub choices: Choices,
}

/// What pages are asked, and how they show it.
#[derive(Clone, Debug, PartialEq)]
pub struct PageOptions {
    /// The page.
    pub place: PagePlace,
    /// The time; `None` for that of the filter, and 30 days if it has none.
    pub span: Option<Span>,
    /// The step.
    pub every: Every,
    /// How graphs are drawn.
    pub kind: Kind,
    /// Whether lines stand over a logarithmic scale.
    pub is_log_scale: bool,
    /// What is chosen page by page.
    pub own: BTreeMap<&'static str, OwnOptions>,
}

impl Default for PageOptions {
    fn default() -> Self {
        Self {
            place: PagePlace::default(),
            span: None,
            every: Every::Day,
            kind: Kind::Lines,
            is_log_scale: false,
            own: BTreeMap::new(),
        }
    }
}

impl PageOptions {
    /// The same on a page about nobody, with no names chosen.
    pub(super) fn without_names(&self) -> Self {
        let mut options = self.clone();
        if options.place.subject.is_some() {
            options.place = PagePlace::default();
        }
        for own in options.own.values_mut() {
            if matches!(own.choices.lines, Lines::Chosen(_)) {
                own.choices.lines = Choices::default().lines;
            }
        }
        options
    }
}

/// What the user wants of the pages.
#[derive(Clone, Debug, PartialEq)]
pub enum InsightsCommand {
    /// Open a page.
    Open(PagePlace),
    /// Go forward again to the page from which the user went back.
    Forward,
    /// Tell of another time.
    SetSpan(Span),
    /// Count in other steps.
    SetStep(Every),
    /// Count other logs on the page that is shown.
    SetLogs(Logs),
    /// Let the graph of the page show something else.
    SetChoices(Choices),
    /// Draw graphs otherwise.
    SetKind(Kind),
    /// Draw lines over a logarithmic scale with `true`.
    SetLogScale(bool),
    /// List the rows behind a figure: in the log that has the most of them, or with `offers` the page lists the
    /// logs where there are several.
    ShowRows {
        /// The rows.
        rows: Rows,
        /// The figure in words, to be told above them.
        figure: String,
        /// Whether to offer the logs.
        offers: bool,
    },
    /// List those of the rows offered last that are in a log.
    ShowOffered(Log),
    /// Write a table to a file that the system's dialog asks for.
    ExportTable(DataFile),
}

/// The pages of insights: what is asked, what was answered.
#[derive(Debug, Default)]
pub struct Insights {
    /// What is asked.
    pub options: PageOptions,
    /// The rows behind a point whose logs are offered.
    pub offered: Option<Arc<BehindAnswer>>,
    before: Vec<PagePlace>,
    after: Vec<PagePlace>,
    /// The last answers, newest last: what the user goes back to stands there at once.
    answers: VecDeque<Arc<PageAnswer>>,
    asked: Option<PageKey>,
    asked_behind: Option<BehindKey>,
    data_file: Option<DataFile>,
    /// Colours that things keep from page to page.
    colors: Arc<KeptColors>,
}

/// How many answers are kept.
const KEPT_ANSWERS: usize = 4;
/// How many pages the way back has.
const MOST_BACK: usize = 50;

impl Insights {
    /// The page before, if there is a way back to one.
    #[must_use]
    pub fn previous(&self) -> Option<&PagePlace> {
        self.before.last()
    }

    /// The page to which the user can go forward again.
    #[must_use]
    pub fn next(&self) -> Option<&PagePlace> {
        self.after.last()
    }

    /// What is chosen on the page that is shown.
    #[must_use]
    pub fn own(&self) -> OwnOptions {
        self.options.own.get(self.options.place.page).cloned().unwrap_or_default()
    }

    /// The logs whose sign-ins the page counts.
    #[must_use]
    pub fn logs(&self) -> Logs {
        self.own().logs.unwrap_or(self.options.place.spec().logs)
    }

    /// The answer for the page that is shown, perhaps to an earlier question.
    #[must_use]
    pub fn answer(&self) -> Option<&Arc<PageAnswer>> {
        let exact = self.answers.iter().find(|answer| self.asked.as_ref() == Some(&answer.key));
        exact.or_else(|| self.answers.iter().rev().find(|answer| answer.key.place == self.options.place))
    }

    /// Whether the answer at hand is the one to what is asked now.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.answer().is_some_and(|answer| self.asked.as_ref() == Some(&answer.key))
    }

    /// The pages to which back and forward lead.
    pub(super) fn path(&self) -> PagePath {
        PagePath { before: self.before.clone(), after: self.after.clone() }
    }

    /// Puts back what was chosen, and the way there.
    pub(super) fn restore(&mut self, options: &PageOptions, path: &PagePath) {
        self.options.clone_from(options);
        self.before.clone_from(&path.before);
        self.after.clone_from(&path.after);
        self.tidy_path();
        self.offered = None;
        self.asked_behind = None;
    }

    /// A newer state of the cache is loaded: what was answered of the old one is of no use but for the page on show.
    pub(super) fn outdate(&mut self, is_shown: bool) {
        let shown = self.answer().filter(|_| is_shown).cloned();
        self.answers.clear();
        self.answers.extend(shown);
    }

    /// Keeps figures that are to be written while the system's dialog asks for the file.
    pub(super) fn set_data_file(&mut self, file: DataFile) {
        self.data_file = Some(file);
    }

    /// Forgets every answer.
    pub(super) fn forget_answers(&mut self) {
        self.answers.clear();
        self.offered = None;
        self.asked = None;
        self.asked_behind = None;
        self.data_file = None;
    }

    /// Tells of whom pages are under other names.
    pub(super) fn tell_anew(&mut self, place: &dyn Fn(&PagePlace) -> PagePlace, name: &dyn Fn(&str) -> String) {
        for known in std::iter::once(&mut self.options.place).chain(&mut self.before).chain(&mut self.after) {
            *known = place(known);
        }
        for own in self.options.own.values_mut() {
            if let Lines::Chosen(titles) = &mut own.choices.lines {
                for title in titles {
                    *title = name(title);
                }
            }
        }
    }

    fn own_mut(&mut self) -> &mut OwnOptions {
        self.options.own.entry(self.options.place.page).or_default()
    }

    fn open(&mut self, place: PagePlace) {
        let left = std::mem::replace(&mut self.options.place, place);
        if left != self.options.place {
            self.before.push(left);
            if self.before.len() > MOST_BACK {
                self.before.remove(0);
            }
            self.after.clear();
        }
        self.tidy_path();
    }

    /// No way leads from a page to itself.
    fn tidy_path(&mut self) {
        for path in [&mut self.before, &mut self.after] {
            while path.last() == Some(&self.options.place) {
                path.pop();
            }
        }
    }

    fn go(&mut self, is_back: bool) {
        let (from, to) =
            if is_back { (&mut self.before, &mut self.after) } else { (&mut self.after, &mut self.before) };
        if let Some(place) = from.pop() {
            to.push(std::mem::replace(&mut self.options.place, place));
        }
        self.tidy_path();
    }
}

impl State {
    /// What the settings call what is shown.
    pub(super) fn view_key(&self) -> String {
        match self.view {
            View::Insights => self.insights.options.place.key(),
            view => view.key().to_owned(),
        }
    }

    /// The time of which the page tells.
    #[must_use]
    pub fn page_span(&self) -> Span {
        let is_limited = self.query.time_range().is_some();
        match self.insights.options.span {
            None if is_limited => Span::Filter,
            Some(Span::Filter) if !is_limited => Span::Of(Period::Days(30)),
            span => span.unwrap_or(Span::Of(Period::Days(30))),
        }
    }

    /// The times of which a page or a pack can tell, and what each is called.
    #[must_use]
    pub fn spans(&self) -> Vec<(Span, String)> {
        let offered = Period::OFFERED.iter().map(|period| (Span::Of(*period), period.title()));
        let filtered = self.query.time_range().map(|_| (Span::Filter, text!("insights-as-filtered").to_owned()));
        offered.chain(filtered).collect()
    }

    pub(super) fn apply_insights(&mut self, command: InsightsCommand) {
        let insights = &mut self.insights;
        let offered = insights.offered.take();
        match command {
            InsightsCommand::Open(place) => {
                let place = self.private.shown_place(place);
                if self.view == View::Insights {
                    insights.open(place);
                } else {
                    insights.options.place = place;
                    insights.tidy_path();
                }
                self.show(View::Insights);
            }
            InsightsCommand::Forward => self.go_to_page(false),
            InsightsCommand::SetSpan(span) => insights.options.span = Some(span),
            InsightsCommand::SetStep(every) => insights.options.every = every,
            InsightsCommand::SetLogs(logs) => {
                let able = insights.options.place.spec().able;
                let logs: Vec<_> = logs.iter().filter(|log| able.contains(*log)).collect();
                if !logs.is_empty() {
                    insights.own_mut().logs = Some(Logs::of(&logs));
                }
            }
            InsightsCommand::SetChoices(choices) => insights.own_mut().choices = choices,
            InsightsCommand::SetKind(kind) => insights.options.kind = kind,
            InsightsCommand::SetLogScale(is_on) => insights.options.is_log_scale = is_on,
            InsightsCommand::ShowRows { rows, figure, offers } => self.show_rows(rows, figure, offers),
            InsightsCommand::ShowOffered(log) => {
                if let Some(offered) = offered {
                    let BehindKey { rows, figure, .. } = offered.key.clone();
                    self.show_sign_ins(Some(log), rows.query, figure, rows.logs);
                }
            }
            InsightsCommand::ExportTable(file) => {
                self.effects.push(Effect::PickTableFile { name: file.file_name() });
                self.insights.set_data_file(file);
            }
        }
    }

    /// Goes to the page before, or forward again.
    pub(super) fn go_to_page(&mut self, is_back: bool) {
        self.insights.offered = None;
        self.insights.asked_behind = None;
        self.insights.go(is_back);
        self.show(View::Insights);
    }

    /// The figures that are to be written, once the user has chosen where to.
    pub(super) fn take_data_file(&mut self) -> Option<DataFile> {
        self.insights.data_file.take()
    }

    /// Asks for the page that is shown, unless it was asked for or is at hand.
    pub(super) fn ask_insights(&mut self) {
        if self.view != View::Insights {
            return;
        }
        let own = self.insights.own();
        let key = PageKey {
            version: self.version,
            clock: self.settings.clock(),
            query: self.query.clone(),
            end_at_now: self.settings.end_at_now,
            place: self.insights.options.place.clone(),
            span: self.page_span(),
            every: self.insights.options.every,
            logs: self.insights.logs(),
            choices: own.choices,
        };
        if self.insights.asked.as_ref() == Some(&key) {
            return;
        }
        if !self.insights.answers.iter().any(|answer| answer.key == key) {
            self.jobs.ask(Question::Page(self.columns.clone(), key.clone(), self.insights.colors.clone()));
        }
        self.insights.asked = Some(key);
    }

    /// Takes an answer in, unless something else was asked since.
    pub(super) fn take_page(&mut self, answer: Arc<PageAnswer>) {
        let insights = &mut self.insights;
        if insights.asked.as_ref() != Some(&answer.key) {
            return;
        }
        // What a later load of the cache has outdated is of use for the page that is shown alone.
        let version = answer.key.version;
        insights.answers.retain(|known| known.key.version == version && known.key != answer.key);
        insights.answers.push_back(answer);
        if insights.answers.len() > KEPT_ANSWERS {
            insights.answers.pop_front();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Command, Settings};

    fn state() -> (tempfile::TempDir, State) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let cache = folder.path().join("cache.sqlite");
        (folder, State::new(Settings::default(), cache, Arc::new(|| {})))
    }

    fn place(name: &str) -> PagePlace {
        let page = pages::ALL[0].key;
        PagePlace { page, subject: Some(Subject::named(By::Users, name)) }
    }

    #[test]
    fn pages_are_found_by_their_keys_and_by_the_old_one() {
        let applications = PagePlace::of_all("applications");
        assert!(applications.is_some());
        for key in ["usage", "applications", "insights:applications"] {
            assert_eq!(PagePlace::from_key(key), applications, "{key}");
            assert_eq!(View::from_key(key), Some(View::Insights), "{key}");
        }
        assert_eq!(PagePlace::from_key("interactive"), None);
        assert_eq!(View::from_key("errors"), Some(View::Errors));
        for page in pages::ALL.iter().filter(|page| page.of.is_none()) {
            let place = PagePlace::of_all(page.key).expect("the page");
            assert_eq!(PagePlace::from_key(&place.key()), Some(place));
        }
    }

    #[test]
    fn pages_are_left_and_found_again_in_their_order() {
        let (_folder, mut state) = state();
        state.apply(Command::Show(View::Insights));
        let first = state.insights.options.place.clone();
        for name in ["anna", "boris"] {
            state.apply(Command::Insights(InsightsCommand::Open(place(name))));
        }
        state.apply(Command::GoBack);
        assert_eq!(state.insights.options.place, place("anna"));
        state.apply(Command::GoBack);
        assert_eq!((&state.insights.options.place, state.insights.previous()), (&first, None));
        state.apply(Command::Insights(InsightsCommand::Forward));
        assert_eq!((&state.insights.options.place, state.insights.next()), (&place("anna"), Some(&place("boris"))));
        state.apply(Command::Insights(InsightsCommand::Open(place("clara"))));
        assert_eq!(state.insights.next(), None, "a new page ends the way forward");
    }

    #[test]
    fn what_is_chosen_on_pages_is_taken_back_and_brought_again() {
        let (_folder, mut state) = state();
        state.apply(Command::Show(View::Insights));
        state.apply(Command::Insights(InsightsCommand::SetStep(Every::Week)));
        assert_eq!(state.undo_title(), Some("choice on a page"));
        state.apply(Command::Insights(InsightsCommand::Open(place("anna"))));
        assert_eq!(state.undo_title(), Some("change of page"));
        state.apply(Command::Undo);
        state.apply(Command::Undo);
        assert_eq!((state.insights.options.every, state.view), (Every::Day, View::Insights));
        state.apply(Command::Redo);
        assert_eq!(state.insights.options.every, Every::Week);
    }

    #[test]
    fn the_period_is_that_of_the_filter_until_another_one_is_chosen() {
        let (_folder, mut state) = state();
        assert_eq!(state.page_span(), Span::Of(Period::Days(30)));
        state.apply(Command::SetQuery("last:3d".parse().expect("a filter")));
        assert_eq!(state.page_span(), Span::Filter);
        state.apply(Command::Insights(InsightsCommand::SetSpan(Span::Of(Period::All))));
        assert_eq!(state.page_span(), Span::Of(Period::All));
        state.apply(Command::Insights(InsightsCommand::SetSpan(Span::Filter)));
        state.apply(Command::SetQuery(Query::default()));
        assert_eq!(state.page_span(), Span::Of(Period::Days(30)));
    }
}
