//! The facet panel: which fields it counts, what it asks, and what a click on a value does to the filter.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use serde_json::Value;

use super::jobs::{FacetsKey, Question, WaysOutKey};
use super::state::State;
use super::{Rows, View};
use crate::fields::{Field, Kind, Log};
use crate::query::{Query, is_same_value};
use crate::reference::{aadsts, countries};
use crate::texts::text;

/// Width of the panel in points, until the user changes it.
const WIDTH: f32 = 232.0;

/// Widths that the panel can have, in points.
pub const WIDTHS: RangeInclusive<f32> = 168.0..=480.0;

/// What is remembered of the panel.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetLayout {
    /// Whether it is open.
    pub is_open: bool,
    /// Its width in points.
    pub width: f32,
    fields: [Vec<Field>; Log::ALL.len()],
}

impl Default for FacetLayout {
    fn default() -> Self {
        Self { is_open: true, width: WIDTH, fields: Log::ALL.map(|log| default_facets(log).to_vec()) }
    }
}

impl FacetLayout {
    /// The fields that are counted for a log, in their order.
    #[must_use]
    pub fn fields(&self, log: Log) -> &[Field] {
        &self.fields[log as usize]
    }

    /// Counts these fields for a log; those that its log has no facets of are left out.
    pub fn set_fields(&mut self, log: Log, fields: Vec<Field>) {
        let mut chosen: Vec<Field> = Vec::with_capacity(fields.len());
        for field in fields {
            if may_be_facet(field, log) && !chosen.contains(&field) {
                chosen.push(field);
            }
        }
        self.fields[log as usize] = chosen;
    }

    /// The layout that the settings file tells; whatever it does not tell keeps its default.
    #[must_use]
    pub fn from_json(value: Option<&Value>) -> Self {
        let mut layout = Self::default();
        let Some(value) = value else { return layout };
        if let Some(is_open) = value.get("open").and_then(Value::as_bool) {
            layout.is_open = is_open;
        }
        if let Some(width) = value.get("width").and_then(Value::as_f64) {
            layout.width = (width as f32).clamp(*WIDTHS.start(), *WIDTHS.end());
        }
        for log in Log::ALL {
            let listed = value.get("fields").and_then(|fields| fields.get(log.key())).and_then(Value::as_array);
            if let Some(listed) = listed {
                let fields = listed.iter().filter_map(Value::as_str).filter_map(Field::from_key).collect();
                layout.set_fields(log, fields);
            }
        }
        layout
    }

    /// What the settings file tells.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let keys = |log: Log| self.fields(log).iter().map(|field| field.key()).collect::<Vec<_>>();
        let fields: serde_json::Map<String, Value> =
            Log::ALL.into_iter().map(|log| (log.key().to_owned(), keys(log).into())).collect();
        serde_json::json!({ "open": self.is_open, "width": self.width, "fields": fields })
    }
}

/// The fields that are counted for a log until the user chooses others.
#[must_use]
pub fn default_facets(log: Log) -> &'static [Field] {
    match log {
        Log::Interactive | Log::NonInteractive | Log::AdFs => &[
            Field::Status,
            Field::App,
            Field::ClientApp,
            Field::Country,
            Field::Os,
            Field::ErrorCode,
            Field::ConditionalAccess,
            Field::AuthRequirement,
        ],
        Log::ServicePrincipal => &[
            Field::Status,
            Field::ServicePrincipal,
            Field::Resource,
            Field::Ip,
            Field::Country,
            Field::ErrorCode,
            Field::ConditionalAccess,
            Field::ClientCredential,
        ],
        Log::ManagedIdentity => {
            &[Field::Status, Field::ServicePrincipal, Field::Resource, Field::ErrorCode, Field::ManagedIdentityType]
        }
        Log::Audit => &[
            Field::Status,
            Field::Service,
            Field::Category,
            Field::Activity,
            Field::Actor,
            Field::Target,
            Field::TargetType,
        ],
        Log::Provisioning => &[
            Field::Status,
            Field::ProvisioningAction,
            Field::SourceSystem,
            Field::TargetSystem,
            Field::ServicePrincipal,
            Field::ProvisioningError,
        ],
        Log::RiskyUsers => &[Field::Risk, Field::RiskState, Field::RiskDetail, Field::IsDeleted],
        Log::RiskyWorkloads => &[Field::Risk, Field::RiskState, Field::RiskDetail, Field::ServicePrincipal],
        Log::RiskDetections => &[
            Field::RiskEvents,
            Field::Risk,
            Field::RiskState,
            Field::RiskTiming,
            Field::RiskSource,
            Field::Country,
            Field::User,
        ],
        Log::Activity => {
            &[Field::Service, Field::Activity, Field::Status, Field::Username, Field::RecordType, Field::Ip]
        }
        Log::ActivitySignIns => {
            &[Field::Activity, Field::Status, Field::Username, Field::App, Field::Ip, Field::ErrorCode]
        }
    }
}

/// Whether a field of a log has values that many sign-ins share.
#[must_use]
pub fn may_be_facet(field: Field, log: Log) -> bool {
    let spec = field.spec();
    let is_shared = spec.group || spec.kind == Kind::List;
    is_shared && field != Field::Log && spec.logs.contains(log)
}

/// What the window calls a value: see [`value_title`], of which it says in its language that nothing is known.
#[must_use]
pub fn shown_value_title(field: Field, value: Option<&str>) -> Cow<'_, str> {
    match value {
        None | Some("") => Cow::Borrowed(text!("facets-none")),
        value => value_title(field, value),
    }
}

/// What people call a value: the portal's words, and what an error code means. `None` and the empty
/// value are those of which nothing is known.
#[must_use]
pub fn value_title(field: Field, value: Option<&str>) -> Cow<'_, str> {
    match value {
        None | Some("") => Cow::Borrowed(NONE),
        Some(value) if field == Field::ErrorCode => {
            match value.parse().ok().and_then(aadsts::entry).filter(|entry| entry.code != 0) {
                Some(entry) => Cow::Owned(format!("{value} {}", entry.meaning)),
                None if value == "0" => Cow::Borrowed("0 Success"),
                None => Cow::Owned(value.to_owned()),
            }
        }
        Some(value) if field == Field::Country => match countries::name(value) {
            Some(name) => Cow::Owned(format!("{value} {name}")),
            None => Cow::Borrowed(value),
        },
        Some(value) => Cow::Owned(field.spec().display(value).to_owned()),
    }
}

/// What stands for sign-ins of which a value is not known; the window says it in its language.
const NONE: &str = "(none)";

/// The filter after a click on a value of a facet: it asks for the value too, or no longer. A value that was
/// left out is asked for.
#[must_use]
pub fn toggled(query: &Query, field: Field, value: &str) -> Query {
    let mut values = query.values_of(field).unwrap_or_default();
    let before = values.len();
    values.retain(|known| !is_same_value(known, value));
    if values.len() == before {
        values.push(value.to_owned());
        return query.without_excluded(field, value).set_values(field, &values);
    }
    query.set_values(field, &values)
}

/// The filter after a click that excludes a value of a facet: it leaves the value out, or no longer.
#[must_use]
pub fn excluded(query: &Query, field: Field, value: &str) -> Query {
    if query.excluded_values(field).iter().any(|known| is_same_value(known, value)) {
        query.without_excluded(field, value)
    } else {
        query.exclude(field, value)
    }
}

/// The filter that asks for this value of a field alone.
#[must_use]
pub fn only(query: &Query, field: Field, value: &str) -> Query {
    query.without_values(field).set_values(field, &[value.to_owned()])
}

impl State {
    /// Asks what the facet panel and an empty table need and was not asked yet.
    pub(super) fn ask_facets(&mut self) {
        let View::Log(log) = self.view else { return };
        let (version, clock, end_at_now) = (self.version, self.settings.clock(), self.settings.end_at_now);
        if self.settings.facets.is_open {
            let (query, fields) = (self.query.clone(), self.settings.facets.fields(log).to_vec());
            let key = FacetsKey { version, clock, log, fields, query, end_at_now };
            if self.asked_facets.as_ref() != Some(&key) {
                self.jobs.ask(Question::Facets(self.columns.clone(), key.clone()));
                self.asked_facets = Some(key);
            }
        }
        let is_empty = |rows: &Rows| match rows {
            Rows::Single(rows) => rows.is_empty(),
            Rows::Grouped(groups) => groups.is_empty(),
        };
        let listing = self.table(log).listing.as_ref();
        let is_empty = listing.is_some_and(|listing| listing.key.query == self.query && is_empty(&listing.rows));
        if is_empty && !self.columns.rows_of(log).is_empty() {
            let key = WaysOutKey { version, clock, log, query: self.query.clone(), end_at_now };
            if self.asked_ways_out.as_ref() != Some(&key) {
                self.jobs.ask(Question::WaysOut(self.columns.clone(), key.clone()));
                self.asked_ways_out = Some(key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(text: &str) -> Query {
        text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn every_default_facet_is_a_facet_of_its_log() {
        for log in Log::ALL {
            for field in default_facets(log) {
                assert!(may_be_facet(*field, log), "{} of {}", field.key(), log.key());
            }
        }
    }

    #[test]
    fn the_layout_survives_the_settings_file_and_nonsense_in_it() {
        let mut layout = FacetLayout { is_open: false, width: 300.0, ..FacetLayout::default() };
        layout.set_fields(Log::Interactive, vec![Field::Policy, Field::Status, Field::Policy, Field::RequestId]);
        assert_eq!(layout.fields(Log::Interactive), [Field::Policy, Field::Status]);
        assert_eq!(FacetLayout::from_json(Some(&layout.to_json())), layout);
        assert_eq!(FacetLayout::from_json(None), FacetLayout::default());
        let nonsense = serde_json::json!({ "open": 7, "width": "wide", "fields": { "interactive": ["nothing"] } });
        let read = FacetLayout::from_json(Some(&nonsense));
        assert!(read.is_open && read.fields(Log::Interactive).is_empty());
        for (width, expected) in [(1e300, *WIDTHS.end()), (-1e300, *WIDTHS.start()), (1.0, *WIDTHS.start())] {
            let read = FacetLayout::from_json(Some(&serde_json::json!({ "width": width })));
            assert!((read.width - expected).abs() < 0.1, "{width} is read as {}", read.width);
        }
    }

    #[test]
    fn clicks_on_a_value_turn_the_filter_on_and_off() {
        let filter = toggled(&query("user:anna*"), Field::Status, "failure");
        assert_eq!(filter.to_string(), "user:anna* status:failure");
        let both = toggled(&filter, Field::Status, "success");
        assert_eq!(both.to_string(), "user:anna* status:failure,success");
        assert_eq!(toggled(&both, Field::Status, "success"), filter);
        let without = excluded(&both, Field::Status, "success");
        assert_eq!(without.to_string(), "user:anna* status:failure -status:success");
        assert_eq!(excluded(&without, Field::Status, "success"), filter);
        assert_eq!(toggled(&without, Field::Status, "success"), both, "what was left out is asked for");
        assert_eq!(toggled(&query("app:teams"), Field::App, "Teams"), Query::default(), "case does not count");
        assert_eq!(only(&without, Field::Status, "interrupted").to_string(), "user:anna* status:interrupted");
        assert_eq!(toggled(&query(""), Field::DeviceId, "").to_string(), "device_id:\"\"");
        let policies = toggled(&query("policy:A"), Field::Policy, "B");
        assert_eq!(policies.to_string(), "policy:A,B");
    }

    #[test]
    fn values_have_the_words_that_people_know() {
        assert_eq!(value_title(Field::ConditionalAccess, Some("notApplied")), "Not applied");
        assert_eq!(value_title(Field::Country, None), "(none)");
        assert_eq!(value_title(Field::Country, Some("DE")), "DE Germany");
        assert!(value_title(Field::ErrorCode, Some("50126")).starts_with("50126 "));
        assert_eq!(value_title(Field::ErrorCode, Some("7")), "7");
    }
}
