//! What a part of a filter asks, in the form in which its picker shows and changes it.

use super::{Bound, Expr, Moment, ParseError, Pattern, Query, Scalar, Subject, Term, Test, levels, print};
use crate::clock::{Clock, Millis};
use crate::fields::{Field, Kind};

/// A part of a filter, taken apart as far as a picker can change it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// One of these values, or none of them. The empty value stands for "nothing is known".
    Values {
        /// The field.
        field: Field,
        /// The values in their stored form.
        values: Vec<String>,
        /// Whether the values are left out instead.
        is_excluded: bool,
    },
    /// Whether anything is known of a field.
    Known {
        /// The field.
        field: Field,
        /// Whether something is known.
        is_known: bool,
    },
    /// Values between two limits, either of which may be open.
    Range {
        /// The field, whose values have an order.
        field: Field,
        /// The lower limit.
        from: Limit,
        /// The upper limit.
        to: Limit,
    },
    /// The last so many milliseconds.
    Last(i64),
    /// Anything else: its text.
    Text(String),
}

/// One end of a range as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limit {
    /// The value; empty if the range is open at this end.
    pub text: String,
    /// Whether that value itself lies outside.
    pub is_exclusive: bool,
}

impl Limit {
    fn of(bound: Option<&Bound>) -> Self {
        bound.map_or_else(Self::default, |bound| Self {
            text: match bound.value {
                Scalar::Moment(moment) => moment.to_string(),
                Scalar::Number(number) => number.get().to_string(),
                Scalar::Level(level) => level.to_owned(),
                Scalar::Ago(millis) => format!("-{}", print::duration(millis)),
            },
            is_exclusive: !bound.inclusive,
        })
    }

    /// Whether the range is open at this end.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The text as a value behind a colon: a blank between date and time would end it.
    fn literal(&self, field: Field) -> String {
        let text = self.text.trim();
        match field.kind() {
            Kind::Time => Moment::parse(text).map_or_else(|| Query::value_literal(text), |moment| moment.to_string()),
            _ => text.to_owned(),
        }
    }
}

impl Part {
    /// What a part asks; see [`Query::parts`].
    #[must_use]
    pub fn of(part: &Query) -> Self {
        let text = || Self::Text(part.to_string());
        let [member] = part.members() else { return text() };
        let (term, is_excluded) = match member {
            Expr::Term(term) => (term, false),
            Expr::Not(inner) => match inner.as_ref() {
                Expr::Term(term) => (term, true),
                Expr::And(_) | Expr::Or(_) | Expr::Not(_) => return text(),
            },
            Expr::And(_) | Expr::Or(_) => return text(),
        };
        let Term { subject: Subject::Field(field), test } = term else { return text() };
        let field = *field;
        match test {
            Test::Any(patterns) if has_values(field) => match plain(patterns) {
                Some(values) => Self::Values { field, values, is_excluded },
                None => text(),
            },
            Test::Has => Self::Known { field, is_known: !is_excluded },
            Test::Range { from, to } if !is_excluded => {
                Self::Range { field, from: Limit::of(from.as_ref()), to: Limit::of(to.as_ref()) }
            }
            Test::Last(millis) if !is_excluded => Self::Last(*millis),
            _ => text(),
        }
    }

    /// What a picker of a field begins with.
    #[must_use]
    pub fn begin(field: Field) -> Self {
        match field.kind() {
            Kind::Time | Kind::Number(_) => Self::Range { field, from: Limit::default(), to: Limit::default() },
            Kind::UniqueId => Self::Text(format!("{}:", field.key())),
            _ => Self::Values { field, values: Vec::new(), is_excluded: false },
        }
    }

    /// The field whose picker this is; a text has none.
    #[must_use]
    pub fn field(&self) -> Option<Field> {
        match self {
            Self::Values { field, .. } | Self::Known { field, .. } | Self::Range { field, .. } => Some(*field),
            Self::Last(_) => Some(Field::Time),
            Self::Text(_) => None,
        }
    }

    /// The part as a filter: everything, if it asks nothing yet. Fails where its text is no filter.
    pub fn query(&self) -> Result<Query, ParseError> {
        match self {
            Self::Values { field, values, is_excluded: false } => Ok(Query::default().set_values(*field, values)),
            Self::Values { field, values, is_excluded: true } => {
                Ok(values.iter().fold(Query::default(), |query, value| query.exclude(*field, value)))
            }
            Self::Known { field, is_known } => {
                format!("{}has:{}", if *is_known { "" } else { "-" }, field.key()).parse()
            }
            Self::Range { field, from, to } => range_text(*field, from, to).parse(),
            Self::Last(millis) => Ok(Query::default().set_last(Some(*millis))),
            Self::Text(text) => text.parse(),
        }
    }
}

/// The text of a range in the filter language; empty if it is open at both ends.
fn range_text(field: Field, from: &Limit, to: &Limit) -> String {
    let key = field.key();
    let equals = |limit: &Limit| if limit.is_exclusive { "" } else { "=" };
    let (low, high) = (from.literal(field), to.literal(field));
    match (from.is_open(), to.is_open()) {
        (true, true) => String::new(),
        (false, true) => format!("{key}:>{}{low}", equals(from)),
        (true, false) => format!("{key}:<{}{high}", equals(to)),
        // Of two limits the lower one always belongs to the range.
        (false, false) => format!("{key}:{low}..{}{high}", if to.is_exclusive { "<" } else { "" }),
    }
}

/// Whether two texts are one value to a filter, which takes no heed of case.
#[must_use]
pub fn is_same_value(a: &str, b: &str) -> bool {
    a == b || a.to_lowercase() == b.to_lowercase()
}

/// Whether a field has values that a list can offer.
fn has_values(field: Field) -> bool {
    !matches!(field.kind(), Kind::Time | Kind::UniqueId)
}

/// Whether the values of a field have an order, so that a range can be asked of them.
#[must_use]
pub fn is_ordered(field: Field) -> bool {
    matches!(field.kind(), Kind::Time | Kind::Code | Kind::Number(_)) || levels(field).is_some()
}

/// The values of a list without wildcards and the like.
fn plain(patterns: &[Pattern]) -> Option<Vec<String>> {
    patterns.iter().map(|pattern| if let Pattern::Exact(text) = pattern { Some(text.clone()) } else { None }).collect()
}

impl Query {
    /// The field and the whole values that a part asks for, if that is all it asks.
    #[must_use]
    pub fn whole_values(&self) -> Option<(Field, Vec<String>)> {
        let [Expr::Term(Term { subject: Subject::Field(field), test: Test::Any(patterns) })] = self.members() else {
            return None;
        };
        Some((*field, plain(patterns)?))
    }

    /// The filter with a further part at this place among its parts; at the end if it has not so many.
    #[must_use]
    pub fn with_part_inserted(&self, place: usize, part: &Self) -> Self {
        let mut parts = self.parts();
        parts.insert(place.min(parts.len()), part.clone());
        parts.iter().fold(Self::default(), |all, part| all.and(part))
    }

    /// The filter without its lists of values of a field, those it asks for and those it leaves out.
    #[must_use]
    pub fn without_values(&self, field: Field) -> Self {
        let is_list = |part: &&Self| matches!(Part::of(part), Part::Values { field: of, .. } if of == field);
        self.parts().iter().filter(|part| !is_list(part)).fold(Self::default(), |all, part| all.and(part))
    }

    /// The values of a field that the filter leaves out by plain lists, in their stored form.
    #[must_use]
    pub fn excluded_values(&self, field: Field) -> Vec<String> {
        let excluded = |part: &Self| match Part::of(part) {
            Part::Values { field: of, values, is_excluded: true } if of == field => values,
            _ => Vec::new(),
        };
        self.parts().iter().flat_map(excluded).collect()
    }

    /// The filter that no longer leaves a value out.
    #[must_use]
    pub fn without_excluded(&self, field: Field, value: &str) -> Self {
        let kept = |part: &Self| match Part::of(part) {
            Part::Values { field: of, mut values, is_excluded: true } if of == field => {
                values.retain(|known| !is_same_value(known, value));
                let part = Part::Values { field, values, is_excluded: true };
                part.query().unwrap_or_default()
            }
            _ => part.clone(),
        };
        self.parts().iter().fold(Self::default(), |all, part| all.and(&kept(part)))
    }

    /// What a part leaves out, if that is all it does.
    #[must_use]
    pub fn left_out(&self) -> Option<Self> {
        let [Expr::Not(inner)] = self.members() else { return None };
        Some(Self::from_expr(inner.as_ref().clone()))
    }

    /// The span of a filter's time range on a clock: its first moment and the first one behind it. `None` if there
    /// is no range, or one that is counted back from the newest sign-in.
    #[must_use]
    pub fn time_span(&self, clock: Clock) -> Option<(Option<Millis>, Option<Millis>)> {
        let Some(Test::Range { from, to }) = self.time_range() else { return None };
        if [from, to].into_iter().flatten().any(|bound| matches!(bound.value, Scalar::Ago(_))) {
            return None;
        }
        let edge = |bound: &Bound, is_behind: bool| match bound.value {
            Scalar::Moment(moment) if is_behind => Some(moment.end(clock)),
            Scalar::Moment(moment) => Some(moment.start(clock)),
            Scalar::Number(_) | Scalar::Level(_) | Scalar::Ago(_) => None,
        };
        let from = from.as_ref().and_then(|bound| edge(bound, !bound.inclusive));
        Some((from, to.as_ref().and_then(|bound| edge(bound, bound.inclusive))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(text: &str) -> Query {
        text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn every_part_is_the_filter_it_was_taken_from() {
        for text in [
            "status:failure,interrupted",
            "-app:Teams,\"Office 365\"",
            "has:device_id",
            "-has:device_id",
            "device_id:\"\"",
            "error_code:>50000",
            "error_code:50000..50126",
            "risk:low..high",
            "risk:<high",
            "time:2026-10-05",
            "time:2026-10-01..<2026-10-05T08:30",
            "time:>2026-10",
            "last:7d",
            "user:anna*",
            "ip:203.0.113.0/24",
            "request_id:00000000-0000-4000-8000-000000000001",
            "-time:2026-10-05",
            "country:RU OR country:US",
            "-(a b)",
            "free",
            "client_app:legacy",
        ] {
            assert_eq!(Part::of(&query(text)).query(), Ok(query(text)), "{text}");
        }
    }

    #[test]
    fn a_picker_knows_what_it_can_change() {
        assert!(matches!(Part::of(&query("-app:Teams")), Part::Values { is_excluded: true, .. }));
        assert!(matches!(Part::of(&query("user:anna*")), Part::Text(_)));
        assert!(matches!(Part::of(&query("request_id:1")), Part::Text(_)), "nearly every sign-in has its own");
        assert_eq!(Part::begin(Field::App).query(), Ok(Query::default()));
        assert_eq!(Part::begin(Field::Time).query(), Ok(Query::default()));
        assert!(is_ordered(Field::Risk) && !is_ordered(Field::App));
    }

    #[test]
    fn a_date_may_be_typed_with_a_blank_before_its_time() {
        let from = Limit { text: " 2026-10-05 08:30 ".to_owned(), is_exclusive: false };
        let part = Part::Range { field: Field::Time, from, to: Limit::default() };
        assert_eq!(part.query().map(|query| query.to_string()), Ok("time:>=2026-10-05T08:30".to_owned()));
        let from = Limit { text: "soon".to_owned(), is_exclusive: false };
        assert!(Part::Range { field: Field::Time, from, to: Limit::default() }.query().is_err());
    }

    #[test]
    fn parts_come_back_to_their_place_and_lists_go_field_by_field() {
        let filter = query("status:failure app:Teams -app:Word user:anna*");
        assert_eq!(filter.without_part(1).with_part_inserted(1, &query("app:Teams")), filter);
        assert_eq!(filter.without_values(Field::App).to_string(), "status:failure user:anna*");
        assert_eq!(filter.excluded_values(Field::App), ["Word"]);
        assert_eq!(filter.without_excluded(Field::App, "word").to_string(), "status:failure app:Teams user:anna*");
    }
}
