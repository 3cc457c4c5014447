//! JSON sign-ins of the portal and of Microsoft Graph to records, driven by the paths of the table of fields.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use foldhash::fast::FixedState;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::json_lists::{Lists, flag};
use super::json_text::Text;
use super::{dates, values::Values};
use crate::clock::Millis;
use crate::fields::{Field, Kind, Log};
use crate::record::Record;

/// Decodes single sign-ins. Keeps what repeats from record to record, so it lives as long as a file is read.
#[derive(Debug)]
pub(super) struct JsonReader {
    root: Node,
    values: Values,
    lists: Lists,
    /// The log of records that do not tell theirs.
    otherwise: Log,
    day_first: bool,
}

/// Properties of an object by name.
#[derive(Debug, Default)]
struct Node(HashMap<&'static str, Target, FixedState>);

/// What a property is good for.
#[derive(Debug)]
enum Target {
    /// An object of which some properties are wanted.
    Node(Node),
    /// A field, and the place of this path among the field's paths: the first with a value wins.
    Field(Field, u8),
    /// The kinds of the sign-in; they tell the log.
    EventTypes,
    /// Whether a user was present; it tells the log where the kinds are missing.
    IsInteractive,
}

impl Node {
    fn insert(&mut self, path: &'static str, target: Target) {
        match path.split_once('.') {
            None => {
                self.0.entry(path).or_insert(target);
            }
            Some((name, rest)) => {
                if let Target::Node(child) = self.0.entry(name).or_insert_with(|| Target::Node(Self::default())) {
                    child.insert(rest, target);
                }
            }
        }
    }

    fn of_table() -> Self {
        let mut root = Self::default();
        for field in Field::ALL {
            for (place, path) in field.spec().json.iter().enumerate() {
                root.insert(path, Target::Field(field, place as u8));
            }
        }
        root.insert("signInEventTypes", Target::EventTypes);
        root.insert("isInteractive", Target::IsInteractive);
        root
    }
}

impl JsonReader {
    pub(super) fn new(otherwise: Log, day_first: bool) -> Self {
        Self { root: Node::of_table(), values: Values::default(), lists: Lists::default(), otherwise, day_first }
    }

    /// The sign-in of this text, or why it is none.
    pub(super) fn decode<'a>(&self, text: &'a str) -> Result<Record<'a>, String> {
        if !text.trim_start().starts_with('{') {
            return Err("this is no JSON object".to_owned());
        }
        let mut found = Found {
            record: Record::new(self.otherwise, Millis(0)),
            places: [u8::MAX; Field::COUNT],
            time: None,
            event: None,
            interactive: None,
        };
        let mut json = serde_json::Deserializer::from_str(text);
        Object { reader: self, node: &self.root, found: &mut found }
            .deserialize(&mut json)
            .and_then(|()| json.end())
            .map_err(|error| format!("this is no valid JSON: {error}"))?;
        let log = found.log().unwrap_or(self.otherwise);
        let Found { mut record, time, .. } = found;
        if record.get(Field::RequestId).is_none() {
            return Err("it has no request ID (the property id)".to_owned());
        }
        let time = time.unwrap_or_default();
        record.time = dates::parse(&time, self.day_first).ok_or_else(|| no_date(&time))?;
        record.log = log;
        if !record.steps.is_empty() {
            record.clear(Field::AuthMethod);
        }
        record.derive();
        Ok(record)
    }
}

/// The reason for a record without a date that can be read.
pub(super) fn no_date(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() {
        return "it has no date".to_owned();
    }
    let shown: String = text.chars().take(40).collect();
    format!("its date \u{201c}{shown}\u{201d} can't be read")
}

/// What was found of one record so far.
struct Found<'de> {
    record: Record<'de>,
    places: [u8; Field::COUNT],
    time: Option<Cow<'de, str>>,
    event: Option<Log>,
    interactive: Option<bool>,
}

impl Found<'_> {
    /// The log that the record itself tells: its kinds; else what kind of identity signed in; else who
    /// issued the token; else whether a user was present. Source: the `signIn` resource of Microsoft Graph.
    fn log(&self) -> Option<Log> {
        if self.event.is_some() {
            return self.event;
        }
        if self.record.get(Field::ManagedIdentityType).is_some_and(|kind| kind != "none") {
            return Some(Log::ManagedIdentity);
        }
        if self.record.get(Field::ServicePrincipalId).is_some() && self.record.get(Field::UserId).is_none() {
            return Some(Log::ServicePrincipal);
        }
        if self.record.get(Field::TokenIssuerType) == Some("ADFederationServices") {
            return Some(Log::AdFs);
        }
        self.interactive.map(|interactive| if interactive { Log::Interactive } else { Log::NonInteractive })
    }
}

/// Walks an object; anything else in its place is passed over.
struct Object<'s, 'de> {
    reader: &'s JsonReader,
    node: &'s Node,
    found: &'s mut Found<'de>,
}

impl<'de> DeserializeSeed<'de> for Object<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Object<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let found = self.found;
        while let Some(target) = map.next_key_seed(Name(self.node))? {
            match target {
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
                Some(Target::Node(node)) => {
                    map.next_value_seed(Object { reader: self.reader, node, found: &mut *found })?;
                }
                Some(Target::EventTypes) => {
                    let kinds = map.next_value::<&'de RawValue>()?;
                    found.event = found.event.or_else(|| log_of_kinds(kinds.get()));
                }
                Some(Target::IsInteractive) => {
                    found.interactive = flag(map.next_value::<Text<'de>>()?.trimmed());
                }
                Some(Target::Field(field, place)) => match field.kind() {
                    Kind::Steps | Kind::Policies | Kind::List => {
                        let list = map.next_value::<&'de RawValue>()?;
                        if found.places[*field as usize] > *place {
                            self.reader.lists.fill(&mut found.record, *field, list.get());
                            found.note(*field, *place);
                        }
                    }
                    kind => {
                        let Text(Some(text)) = map.next_value()? else { continue };
                        if kind == Kind::Time {
                            found.time = Some(text);
                        } else if found.places[*field as usize] > *place
                            && let Some(value) = self.reader.values.stored(*field, text)
                        {
                            found.record.set(*field, value);
                            found.note(*field, *place);
                        }
                    }
                },
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }
}

impl Found<'_> {
    /// Remembers which path a value came from, if one came.
    fn note(&mut self, field: Field, place: u8) {
        if self.record.get(field).is_some() || (field == Field::Steps && !self.record.steps.is_empty()) {
            self.places[field as usize] = place;
        }
    }
}

/// Looks a property's name up in a node.
struct Name<'s>(&'s Node);

impl<'s, 'de> DeserializeSeed<'de> for Name<'s> {
    type Value = Option<&'s Target>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'s> Visitor<'_> for Name<'s> {
    type Value = Option<&'s Target>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a property name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(self.0.0.get(name))
    }
}

/// The log of a `signInEventTypes` list.
fn log_of_kinds(json: &str) -> Option<Log> {
    let kinds: Vec<Text<'_>> = serde_json::from_str(json).unwrap_or_default();
    kinds.iter().find_map(|kind| {
        Some(match kind.trimmed() {
            "interactiveUser" => Log::Interactive,
            "nonInteractiveUser" => Log::NonInteractive,
            "servicePrincipal" => Log::ServicePrincipal,
            "managedIdentity" => Log::ManagedIdentity,
            _ => return None,
        })
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decode(text: &str) -> Result<Record<'static>, String> {
        JsonReader::new(Log::Interactive, false).decode(text).map(Record::into_owned)
    }

    /// A sign-in with a request ID, a date and these further properties.
    fn with(properties: &str) -> Record<'static> {
        let text = format!("{{\"id\":\"r1\",\"createdDateTime\":\"2026-10-05T08:19:41Z\"{properties}}}");
        decode(&text).unwrap_or_else(|reason| panic!("{reason}: {text}"))
    }

    #[test]
    fn values_come_from_the_paths_of_the_table() {
        let record = with(
            r#","userDisplayName":"Zo\u00eb","status":{"errorCode":50126,"failureReason":"Other.","additionalDetails":null},
               "location":{"city":"Oslo","countryOrRegion":"NO","geoCoordinates":{"latitude":59.91,"altitude":null}},
               "deviceDetail":{"isCompliant":true,"trustType":"Azure AD joined"},"unknown":{"a":[1,{"b":2}]},
               "authenticationMethodsUsed":["Password"],"flaggedForReview":false,"autonomousSystemNumber":64500"#,
        );
        for (field, expected) in [
            (Field::RequestId, Some("r1")),
            (Field::User, Some("Zo\u{eb}")),
            (Field::ErrorCode, Some("50126")),
            (Field::Status, Some("failure")),
            (Field::MfaResult, None),
            (Field::Location, Some("Oslo, NO")),
            (Field::Latitude, Some("59.91")),
            (Field::Compliant, Some("true")),
            (Field::JoinType, Some("Microsoft Entra joined")),
            (Field::AuthMethod, Some("Password")),
            (Field::Flagged, Some("false")),
            (Field::AutonomousSystem, Some("64500")),
        ] {
            assert_eq!(record.get(field), expected, "{}", field.key());
        }
        assert_eq!(record.time.iso(), "2026-10-05T08:19:41Z");
    }

    #[test]
    fn the_first_path_with_a_value_wins_in_any_order() {
        let nested = r#","tokenProtectionStatusDetails":{"signInSessionStatus":"unbound"}"#;
        let plain = r#","signInTokenProtectionStatus":"bound""#;
        let empty = r#","tokenProtectionStatusDetails":{"signInSessionStatus":null}"#;
        for (properties, expected) in [
            (format!("{nested}{plain}"), "unbound"),
            (format!("{plain}{nested}"), "unbound"),
            (format!("{plain}{empty}"), "bound"),
        ] {
            assert_eq!(with(&properties).get(Field::TokenProtection), Some(expected));
        }
    }

    #[test]
    fn methods_of_steps_beat_the_bare_list() {
        let bare = r#","authenticationMethodsUsed":["x"]"#;
        let steps = r#","authenticationDetails":[{"authenticationMethod":"Password"}]"#;
        for properties in [format!("{bare}{steps}"), format!("{steps}{bare}")] {
            assert_eq!(with(&properties).get(Field::AuthMethod), Some("Password"));
        }
    }

    #[test]
    fn the_log_follows_from_the_record_itself() {
        for (properties, expected) in [
            (r#","signInEventTypes":["nonInteractiveUser"],"isInteractive":true"#, Log::NonInteractive),
            (r#","signInEventTypes":["managedIdentity"]"#, Log::ManagedIdentity),
            (
                r#","managedServiceIdentity":{"msiType":"systemAssigned"},"servicePrincipalId":"s""#,
                Log::ManagedIdentity,
            ),
            (
                r#","managedServiceIdentity":{"msiType":"none"},"servicePrincipalId":"s","userId":"""#,
                Log::ServicePrincipal,
            ),
            (r#","servicePrincipalId":"s","userId":"u","isInteractive":false"#, Log::NonInteractive),
            (r#","tokenIssuerType":"ADFederationServices""#, Log::AdFs),
            (r#","signInEventTypes":["interactiveUser"],"tokenIssuerType":"ADFederationServices""#, Log::Interactive),
            (r#","isInteractive":false"#, Log::NonInteractive),
            ("", Log::Interactive),
        ] {
            assert_eq!(with(properties).log, expected, "{properties}");
        }
    }

    #[test]
    fn what_is_no_sign_in_says_why() {
        for (text, expected) in [
            ("7", "no JSON object"),
            ("{\"id\":\"1\"", "no valid JSON"),
            ("{} x", "no valid JSON"),
            ("{\"createdDateTime\":\"2026-10-05T08:19:41Z\"}", "no request ID"),
            ("{\"id\":\"1\"}", "no date"),
            ("{\"id\":\"1\",\"createdDateTime\":\"soon\"}", "\u{201c}soon\u{201d}"),
        ] {
            let reason = decode(text).expect_err("no sign-in");
            assert!(reason.contains(expected), "{text}: {reason}");
        }
    }

    #[test]
    fn hostile_nesting_is_a_reason_not_a_crash() {
        let text = format!("{{\"id\":{}1{}}}", "[".repeat(10_000), "]".repeat(10_000));
        assert!(decode(&text).is_err());
        let text = format!("{{\"x\":{}1{}}}", "{\"x\":".repeat(10_000), "}".repeat(10_000));
        assert!(decode(&text).is_err());
    }

    proptest! {
        #[test]
        fn any_text_decodes_or_says_why(text in "\\{?(\"(id|status|appliedConditionalAccessPolicies|location)\":|[\\[{}\\]:,\"a1 \\\\]|null|true){0,30}") {
            let _ = decode(&text);
        }
    }
}
