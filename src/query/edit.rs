//! Changing a filter part by part, as pills, pickers and context menus do.

use super::expr::{Bound, Expr, Scalar, Subject, Term, Test};
use super::moment::{MAX_LAST, Moment};
use super::pattern::Pattern;
use super::{Query, print};
use crate::clock::{Clock, Millis};
use crate::fields::{Field, Kind, Log, lower};

impl Query {
    /// Both filters at once.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        Self::from_expr(Expr::And(self.members().iter().chain(other.members()).cloned().collect()))
    }

    /// What one of both filters finds.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        let [one, other] = [self, other].map(|query| Expr::And(query.members().to_vec()));
        Self::from_expr(Expr::Or(vec![one, other]))
    }

    /// The parts that all must hold, in order, each a filter of its own with its text: the pills.
    #[must_use]
    pub fn parts(&self) -> Vec<Self> {
        self.members().iter().map(|member| Self::from_expr(Expr::And(vec![member.clone()]))).collect()
    }

    /// The filter without its part of this index; the same if it has no such part.
    #[must_use]
    pub fn without_part(&self, index: usize) -> Self {
        self.with_part_replaced(index, Self::default())
    }

    /// The filter with another part (or several, or none) in the place of the part of this index; the
    /// same if it has no such part.
    #[must_use]
    pub fn with_part_replaced(&self, index: usize, part: Self) -> Self {
        let mut members = self.members().to_vec();
        if index < members.len() {
            members.splice(index..=index, part.into_members());
        }
        Self::from_expr(Expr::And(members))
    }

    /// The filter that also asks for this value; the empty value asks for "nothing is known". A value
    /// joins the list of values that is asked of the field already (but of names that a sign-in can have
    /// several of at once, such as policies, each is a part of its own), and is no longer excluded. A time replaces the time range.
    #[must_use]
    pub fn include(&self, field: Field, value: &str) -> Self {
        let Some(pattern) = pattern_of(field, value) else {
            return self.with_time(moment_range(value));
        };
        let mut members = without_value(self.members(), field, &pattern, true);
        let asked = members.iter_mut().find_map(|member| asked_patterns(member, field));
        match asked {
            Some(patterns) if gathers(field) => push_new(patterns, pattern),
            _ => members.push(Expr::field(field, Test::Any(vec![pattern]))),
        }
        Self::from_expr(Expr::And(members))
    }

    /// The filter that also leaves this value out, whether or not it was asked for before.
    #[must_use]
    pub fn exclude(&self, field: Field, value: &str) -> Self {
        let Some(pattern) = pattern_of(field, value) else {
            let excluded = moment_range(value).map(|test| Expr::field(field, test).negated());
            return Self::from_expr(Expr::And(self.members().iter().cloned().chain(excluded).collect()));
        };
        let mut members = without_value(self.members(), field, &pattern, false);
        let excluded = members.iter_mut().find_map(|member| match member {
            Expr::Not(inner) => asked_patterns(inner, field),
            Expr::And(_) | Expr::Or(_) | Expr::Term(_) => None,
        });
        match excluded {
            Some(patterns) => push_new(patterns, pattern),
            None => members.push(Expr::field(field, Test::Any(vec![pattern])).negated()),
        }
        Self::from_expr(Expr::And(members))
    }

    /// The values that a picker shows as ticked, in their stored form: those of the last part that is a
    /// plain list of values of this field alone. `None` if there is no such part.
    #[must_use]
    pub fn values_of(&self, field: Field) -> Option<Vec<String>> {
        self.members().iter().rev().find_map(|member| plain_values(member, field))
    }

    /// The filter with these values in the place of [`Self::values_of`], as a further part if there are
    /// none; no values take that part away. Whatever else is asked of the field (a pattern, a range, an
    /// exclusion, another list) stays in force. Of times nothing is changed: they have
    /// [`Self::set_time_range`].
    #[must_use]
    pub fn set_values(&self, field: Field, values: &[String]) -> Self {
        if field.kind() == Kind::Time {
            return self.clone();
        }
        let patterns: Vec<Pattern> = values.iter().filter_map(|value| pattern_of(field, value)).collect();
        let part = (!patterns.is_empty()).then(|| Expr::field(field, Test::Any(patterns)));
        let mut members = self.members().to_vec();
        match members.iter().rposition(|member| plain_values(member, field).is_some()) {
            Some(place) => drop(members.splice(place..=place, part)),
            None => members.extend(part),
        }
        Self::from_expr(Expr::And(members))
    }

    /// The part that limits the time: [`Test::Last`] or [`Test::Range`].
    #[must_use]
    pub fn time_range(&self) -> Option<&Test> {
        self.members().iter().filter_map(|member| test_of(member, Field::Time)).find(|test| is_time_range(test))
    }

    /// The filter limited to the last so many milliseconds (whole minutes, at least one) instead of its
    /// time range.
    #[must_use]
    pub fn set_last(&self, millis: Option<i64>) -> Self {
        const MINUTE: i64 = 60 * Millis::SECOND;
        self.with_time(millis.map(|millis| {
            let millis = millis.clamp(MINUTE, MAX_LAST);
            Test::Last((millis + MINUTE - 1) / MINUTE * MINUTE)
        }))
    }

    /// The filter limited to the moments from `from` until before `to` instead of its time range;
    /// nothing matches if that is not after `from`.
    #[must_use]
    pub fn set_time_range(&self, from: Option<Millis>, to: Option<Millis>) -> Self {
        let bound = |at, inclusive| Bound { value: Scalar::Moment(Moment::instant(at)), inclusive };
        // A range that ends before it begins has no text.
        let to = to.map(|to| from.map_or(to, |from| to.max(from)));
        let (from, to) = (from.map(|at| bound(at, true)), to.map(|at| bound(at, false)));
        self.with_time(if from.is_none() && to.is_none() { None } else { Some(Test::Range { from, to }) })
    }

    /// The filter limited to the moments from `from` until before `to`: as days where they are whole days of
    /// the clock, so that people can read them.
    #[must_use]
    pub fn set_period(&self, from: Millis, to: Millis, clock: Clock) -> Self {
        let day = |at| Moment::day(clock.day_of(at));
        let (first, last) = (day(from), day(Millis(to.0.saturating_sub(1))));
        if from >= to || first.start(clock) != from || last.end(clock) != to {
            return self.set_time_range(Some(from), Some(to));
        }
        let bound = |moment| Some(Bound { value: Scalar::Moment(moment), inclusive: true });
        self.with_time(Some(Test::Range { from: bound(first), to: bound(last) }))
    }

    /// The parts all of whose fields a log has: what stays in force when another tab is shown.
    #[must_use]
    pub fn for_log(&self, log: Log) -> Self {
        let has_all = |part: &&Expr| {
            let mut all = true;
            part.for_each_term(&mut |term| match term.subject {
                Subject::Field(field) => all &= field.spec().logs.contains(log),
                Subject::Anything => {}
            });
            all
        };
        Self::from_expr(Expr::And(self.members().iter().filter(has_all).cloned().collect()))
    }

    /// Whether any part of the filter asks for this field.
    #[must_use]
    pub fn asks(&self, field: Field) -> bool {
        let mut is_asked = false;
        self.expr.for_each_term(&mut |term| is_asked |= term.subject == Subject::Field(field));
        is_asked
    }

    /// The text of a value in the filter language, in quotes if it needs them.
    #[must_use]
    pub fn value_literal(text: &str) -> String {
        print::value_literal(text)
    }

    fn with_time(&self, test: Option<Test>) -> Self {
        self.with_test(Field::Time, test, is_time_range)
    }

    /// Puts a test of a field in the place of the first part that is such a test already (at the end if
    /// there is none), and takes the others away.
    fn with_test(&self, field: Field, test: Option<Test>, replaces: impl Fn(&Test) -> bool) -> Self {
        let mut test = test.map(|test| Expr::field(field, test));
        let mut members: Vec<Expr> = Vec::with_capacity(self.members().len() + 1);
        for member in self.members() {
            if test_of(member, field).is_some_and(&replaces) {
                members.extend(test.take());
            } else {
                members.push(member.clone());
            }
        }
        members.extend(test);
        Self::from_expr(Expr::And(members))
    }
}

fn is_time_range(test: &Test) -> bool {
    match test {
        Test::Last(_) | Test::Range { .. } => true,
        Test::Any(_) | Test::Has => false,
    }
}

/// The range that an ISO 8601 time stands for, such as a whole second.
fn moment_range(value: &str) -> Option<Test> {
    let bound = Bound { value: Scalar::Moment(Moment::parse(value)?), inclusive: true };
    Some(Test::Range { from: Some(bound), to: Some(bound) })
}

/// The pattern of a value; `None` for times, which have ranges.
fn pattern_of(field: Field, value: &str) -> Option<Pattern> {
    (field.kind() != Kind::Time).then(|| Pattern::exact(field, value))
}

/// What a part asks of a field, if it asks anything of it alone.
fn test_of(part: &Expr, field: Field) -> Option<&Test> {
    match part {
        Expr::Term(Term { subject: Subject::Field(of), test }) if *of == field => Some(test),
        Expr::Term(_) | Expr::And(_) | Expr::Or(_) | Expr::Not(_) => None,
    }
}

/// The values of a part that is a plain list of values of a field.
fn plain_values(part: &Expr, field: Field) -> Option<Vec<String>> {
    let Test::Any(patterns) = test_of(part, field)? else { return None };
    patterns
        .iter()
        .map(|pattern| match pattern {
            Pattern::Exact(text) => Some(text.clone()),
            Pattern::Wildcard(_) | Pattern::Network(_) | Pattern::Legacy | Pattern::Modern | Pattern::Regular(_) => {
                None
            }
        })
        .collect()
}

/// The patterns of a part that is a list of values of a field.
fn asked_patterns(part: &mut Expr, field: Field) -> Option<&mut Vec<Pattern>> {
    match part {
        Expr::Term(Term { subject: Subject::Field(of), test: Test::Any(patterns) }) if *of == field => Some(patterns),
        Expr::Term(_) | Expr::And(_) | Expr::Or(_) | Expr::Not(_) => None,
    }
}

/// The parts without a value in the lists that exclude it (`excluding`) or that ask for it.
fn without_value(parts: &[Expr], field: Field, pattern: &Pattern, excluding: bool) -> Vec<Expr> {
    let mut kept = Vec::with_capacity(parts.len() + 1);
    for part in parts {
        let mut part = part.clone();
        let list = match &mut part {
            Expr::Not(inner) if excluding => asked_patterns(inner, field),
            term @ Expr::Term(_) if !excluding => asked_patterns(term, field),
            Expr::And(_) | Expr::Or(_) | Expr::Not(_) | Expr::Term(_) => None,
        };
        if let Some(list) = list {
            list.retain(|known| !same_value(known, pattern));
            if list.is_empty() {
                continue;
            }
        }
        kept.push(part);
    }
    kept
}

/// Whether values that are asked of a field are alternatives: it has one at a time, or one for each of the
/// things that it is a part of.
fn gathers(field: Field) -> bool {
    field.spec().part().map_or_else(|| field.kind().is_single(), |part| !part.is_name())
}

fn push_new(patterns: &mut Vec<Pattern>, pattern: Pattern) {
    if !patterns.iter().any(|known| same_value(known, &pattern)) {
        patterns.push(pattern);
    }
}

fn same_value(a: &Pattern, b: &Pattern) -> bool {
    match (a, b) {
        (Pattern::Exact(a), Pattern::Exact(b)) => lower(a) == lower(b),
        (
            Pattern::Exact(_)
            | Pattern::Wildcard(_)
            | Pattern::Network(_)
            | Pattern::Legacy
            | Pattern::Modern
            | Pattern::Regular(_),
            _,
        ) => a == b,
    }
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::*;
    use crate::clock::Zone;

    fn query(text: &str) -> Query {
        text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn parts_are_pills_that_can_be_taken_away_and_replaced() {
        let filter = query("status:failure (country:RU OR country:US) -app:Teams");
        let texts: Vec<String> = filter.parts().iter().map(ToString::to_string).collect();
        assert_eq!(texts, ["status:failure", "country:RU OR country:US", "-app:Teams"]);
        assert_eq!(filter.without_part(1).to_string(), "status:failure -app:Teams");
        assert_eq!(filter.without_part(9), filter);
        let replaced = filter.with_part_replaced(0, query("status:success user:anna"));
        assert_eq!(replaced.to_string(), "status:success user:anna (country:RU OR country:US) -app:Teams");
    }

    #[test]
    fn included_values_gather_in_one_list() {
        let filter = query("status:failure").include(Field::App, "Office 365").include(Field::App, "Teams");
        assert_eq!(filter.to_string(), "status:failure app:\"Office 365\",Teams");
        assert_eq!(filter.include(Field::App, "Teams"), filter, "no value is doubled");
        assert_eq!(filter.values_of(Field::App), Some(vec!["Office 365".to_owned(), "Teams".to_owned()]));
        assert_eq!(query("").include(Field::Policy, "A").include(Field::Policy, "B").to_string(), "policy:A policy:B");
    }

    #[test]
    fn results_of_policies_gather_and_names_stay_apart() {
        let filter = query("").include(Field::Policy, "A").include(Field::PolicyResult, "failure");
        assert_eq!(filter.to_string(), "policy:A policy_result:failure");
        let filter = filter.include(Field::PolicyResult, "Report-only: failure").include(Field::Policy, "B");
        assert_eq!(filter.to_string(), "policy:A policy_result:failure,reportOnlyFailure policy:B");
        let excluded = query("").exclude(Field::PolicyResult, "failure").exclude(Field::PolicyResult, "unknown");
        assert_eq!(excluded.to_string(), "-policy_result:failure,unknown");
    }

    #[test]
    fn terms_about_one_policy_stay_together_as_a_part() {
        let filter = query("(policy:A policy_result:failure) user:anna");
        let texts: Vec<String> = filter.parts().iter().map(ToString::to_string).collect();
        assert_eq!(texts, ["(policy:A policy_result:failure)", "user:anna"]);
        assert_eq!(
            query("user:anna").and(&filter.parts()[0]).to_string(),
            "user:anna (policy:A policy_result:failure)"
        );
        assert_eq!(
            filter.with_part_replaced(1, query("policy:B")).to_string(),
            "(policy:A policy_result:failure) policy:B"
        );
    }

    #[test]
    fn whole_days_of_the_clock_are_written_as_days() {
        let berlin = Clock::new(Zone::from_name("Europe/Berlin").expect("a known zone"), Weekday::Mon);
        let at = |text| Millis::from_iso(text).expect("a valid time");
        let period = |from, to, clock| query("last:7d").set_period(at(from), at(to), clock).to_string();
        assert_eq!(period("2026-10-05T00:00:00Z", "2026-10-06T00:00:00Z", Clock::default()), "time:2026-10-05");
        assert_eq!(
            period("2026-10-01T00:00:00Z", "2026-10-08T00:00:00Z", Clock::default()),
            "time:2026-10-01..2026-10-07"
        );
        assert_eq!(period("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", berlin), "time:2026-10-25");
        assert_eq!(
            period("2026-10-05T00:00:00Z", "2026-10-06T00:00:00Z", berlin),
            "time:2026-10-05T00:00Z..<2026-10-06T00:00Z"
        );
    }

    #[test]
    fn excluding_takes_back_what_was_asked_and_including_what_was_excluded() {
        let filter = query("app:Teams,Word");
        assert_eq!(filter.exclude(Field::App, "Word").to_string(), "app:Teams -app:Word");
        let excluded = query("").exclude(Field::User, "Anna").exclude(Field::User, "Ben");
        assert_eq!(excluded.to_string(), "-user:Anna,Ben");
        assert_eq!(excluded.include(Field::User, "anna").to_string(), "-user:Ben user:anna");
        assert_eq!(query("").include(Field::DeviceId, "").to_string(), "device_id:\"\"");
    }

    #[test]
    fn a_picker_reads_and_writes_the_values_of_its_field() {
        let filter = query("status:failure,interrupted user:anna");
        assert_eq!(filter.values_of(Field::Status), Some(vec!["failure".to_owned(), "interrupted".to_owned()]));
        assert_eq!(filter.set_values(Field::Status, &["success".to_owned()]).to_string(), "status:success user:anna");
        assert_eq!(filter.set_values(Field::Status, &[]).to_string(), "user:anna");
        assert_eq!(filter.values_of(Field::App), None);
        assert_eq!(query("user:anna*").values_of(Field::User), None);
        assert_eq!(query("-user:anna").values_of(Field::User), None);
    }

    #[test]
    fn a_picker_changes_its_own_list_and_nothing_else_that_is_asked_of_the_field() {
        let bob = ["Bob".to_owned()];
        let typed = query("user:anna* -user:Carl status:failure");
        let picked = typed.set_values(Field::User, &bob);
        assert_eq!(picked.to_string(), "user:anna* -user:Carl status:failure user:Bob");
        assert_eq!(picked.values_of(Field::User), Some(bob.to_vec()));
        assert_eq!(picked.set_values(Field::User, &[]), typed);
        let narrowed = query("app:Teams,Word app:Teams");
        assert_eq!(narrowed.values_of(Field::App), Some(vec!["Teams".to_owned()]));
        assert_eq!(narrowed.set_values(Field::App, &[]).to_string(), "app:Teams,Word");
        assert_eq!(query("error:>50000").set_values(Field::ErrorCode, &["50126".to_owned()]).parts().len(), 2);
    }

    #[test]
    fn the_time_range_is_replaced_where_it_stands() {
        let filter = query("last:7d status:failure");
        assert_eq!(filter.time_range(), Some(&Test::Last(7 * Millis::DAY)));
        assert_eq!(filter.set_last(Some(Millis::DAY)).to_string(), "last:1d status:failure");
        assert_eq!(filter.set_last(None).to_string(), "status:failure");
        let day = filter.set_time_range(Some(Millis(0)), Some(Millis(Millis::DAY)));
        assert_eq!(day.to_string(), "time:1970-01-01T00:00Z..<1970-01-02T00:00Z status:failure");
        assert_eq!(query(&day.to_string()), day);
        assert_eq!(query("user:anna").set_last(Some(1)).to_string(), "user:anna last:1m");
        assert_eq!(query("has:time").time_range(), None);
    }

    #[test]
    fn a_time_that_is_included_replaces_the_time_range() {
        let filter = query("last:7d").include(Field::Time, "2026-10-05T08:19:41Z");
        assert_eq!(filter.to_string(), "time:2026-10-05T08:19:41Z");
        assert_eq!(query("last:7d").exclude(Field::Time, "2026-10-05").to_string(), "last:7d -time:2026-10-05");
    }

    #[test]
    fn a_filter_carries_over_to_a_log_as_far_as_its_fields_exist() {
        let filter = query("user:anna app:Teams free (country:RU OR browser:Edge)");
        assert_eq!(filter.for_log(Log::ServicePrincipal).to_string(), "app:Teams free");
        assert_eq!(filter.for_log(Log::NonInteractive), filter);
    }
}
