//! Names of properties and columns to what they hold, in whatever case and punctuation a tool writes them.
//!
//! `userPrincipalName`, `UserPrincipalName`, `user_principal_name` and the column `TimeGenerated [UTC]` are one
//! name each with what [`fold`] makes of them. A name may also be a whole path, as tables and flattened records have
//! it: `status.errorCode`, `Status/ErrorCode`, `StatusErrorCode`. What was looked up once is remembered, so
//! that a name costs one look into a table however it is spelled.

use std::cell::RefCell;
use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::fields::{Field, Kind, Logs, Report, field_in_language, fold};

/// An object of the tree of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Node(u16);

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// An object of which some properties are wanted.
    Object(Node),
    /// A field, and how good a source of it this is: of several values the one with the lowest number wins.
    Field(Field, u8),
    /// The kinds of the sign-in; they tell the log.
    EventTypes,
    /// Whether a user was present; it tells the log where the kinds are missing.
    IsInteractive,
    /// The category of a diagnostic log or the name of a table; it tells the log too.
    Category,
    /// The record itself, within what a tool wrapped around it.
    Record,
}

/// Azure's names of a field come after those of Microsoft Graph by so much.
const AZURE: u8 = 20;
/// So do the words of a table: keys, titles and headers of the portal, and the last steps of paths.
const WORDS: u8 = 40;
/// And a text where Microsoft Graph has an object.
const TEXT_OF_OBJECT: u8 = 60;

/// Names under which tools put the records that they collect, as paths. Splunk keeps the text as `_raw` within
/// `result`, Elasticsearch documents lie in `_source` with the record under `azure.signinlogs` or as text in `message`
/// or `event.original`, PowerShell moves unknown properties to `AdditionalProperties`.
const WRAPPERS: [&str; 12] = [
    "properties",
    "AdditionalProperties",
    "_raw",
    "raw",
    "result",
    "_source",
    "message",
    "event.original",
    "azure.signinlogs",
    "azure.auditlogs",
    "azure.provisioninglogs",
    "body",
];

/// Names remembered of one object; hostile records do not fill the memory.
const MEMO: usize = 4_000;

/// The names of all fields of a report.
#[derive(Debug)]
pub(super) struct Names {
    nodes: Vec<Object>,
    /// Whether they are names of columns, which people may have put in their own language.
    are_of_columns: bool,
}

/// The names of one object.
#[derive(Debug, Default)]
struct Object {
    targets: HashMap<String, Target, FixedState>,
    /// What it stands for where a text is in its place.
    text: Option<(Field, u8)>,
    memo: RefCell<HashMap<Box<str>, Option<Target>, FixedState>>,
}

impl Names {
    /// The outermost object.
    pub(super) const ROOT: Node = Node(0);

    /// The names of JSON records of a report: the paths of the table of fields, those of Azure, and what tools wrap
    /// around them.
    pub(super) fn of_records(report: Report) -> Self {
        Self::of_properties(report).with_wrappers(report)
    }

    fn of_properties(report: Report) -> Self {
        let mut names = Self { nodes: vec![Object::default()], are_of_columns: false };
        for field in fields_of(report) {
            let spec = field.spec();
            if report == Report::Activity {
                for (place, path) in (0..).zip(spec.m365) {
                    names.insert(path, Target::Field(field, place));
                }
                continue;
            }
            for (place, path) in (0..).zip(spec.json) {
                names.insert(path, Target::Field(field, place));
            }
            for (place, path) in (AZURE..).zip(spec.azure) {
                names.insert(path, Target::Field(field, place));
            }
        }
        // Dates that PowerShell writes as objects.
        for (place, path) in (1..).zip(Field::Time.spec().json) {
            names.insert(&format!("{path}.value"), Target::Field(Field::Time, place));
        }
        if report != Report::Activity {
            names.insert("status", Target::Field(Field::Status, TEXT_OF_OBJECT));
            names.insert("location", Target::Field(Field::Location, TEXT_OF_OBJECT));
        }
        if report == Report::Audit {
            // A word that elsewhere is the name of a wrapper.
            names.insert("result", Target::Field(Field::Status, 0));
        }
        names.insert("signInEventTypes", Target::EventTypes);
        names.insert("isInteractive", Target::IsInteractive);
        names.insert("category", Target::Category);
        names.insert("type", Target::Category);
        names
    }

    /// Adds the names of what tools wrap around records, where they are not those of fields.
    fn with_wrappers(mut self, report: Report) -> Self {
        for path in WRAPPERS {
            self.insert(path, Target::Record);
        }
        if report == Report::Activity {
            self.insert("AuditData", Target::Record);
        }
        self
    }

    /// The names of columns: those of records, paths written as one word, and the words that people use for a field.
    pub(super) fn of_columns(report: Report) -> Self {
        let mut names = Self { are_of_columns: true, ..Self::of_properties(report) };
        let mut last_steps: HashMap<String, Vec<(Field, u8)>> = HashMap::new();
        for field in fields_of(report).filter(|field| field.spec().is_stored()) {
            let spec = field.spec();
            for (place, path) in (WORDS..).zip(spec.json.iter().chain(spec.azure)) {
                names.insert_word(path, Target::Field(field, place));
                if let Some((_, last)) = path.rsplit_once('.') {
                    last_steps.entry(fold(last)).or_default().push((field, place));
                }
            }
            for word in spec.csv.iter().chain([&spec.title, &spec.key]).chain(spec.aliases) {
                names.insert_word(word, Target::Field(field, WORDS + 10));
            }
        }
        // A last step alone, such as `City`, where only one field has it.
        for (word, fields) in last_steps {
            if let [(field, place)] = fields[..] {
                names.insert_word(&word, Target::Field(field, place));
            }
        }
        names.with_wrappers(report)
    }

    /// What the name stands for within an object.
    pub(super) fn find(&self, node: Node, name: &str) -> Option<Target> {
        let own = &self.nodes[usize::from(node.0)];
        if let Some(target) = own.memo.borrow().get(name) {
            return *target;
        }
        let target = self.find_anew(node, name);
        let mut memo = own.memo.borrow_mut();
        if memo.len() < MEMO {
            memo.insert(name.into(), target);
        }
        target
    }

    /// Lets a name in the outermost object stand for this, whatever it stood for.
    pub(super) fn assign(&self, name: &str, target: Option<Target>) {
        if let Some(root) = self.nodes.first() {
            root.memo.borrow_mut().insert(name.into(), target);
        }
    }

    /// What an object stands for where a text is in its place.
    pub(super) fn text_of(&self, node: Node) -> Option<(Field, u8)> {
        self.nodes[usize::from(node.0)].text
    }

    fn find_anew(&self, node: Node, name: &str) -> Option<Target> {
        if name == "_id" {
            // The identifier of a document of Elasticsearch, not of the record within.
            return None;
        }
        let targets = &self.nodes[usize::from(node.0)].targets;
        let name = without_zone(name);
        if let Some(target) = targets.get(&fold(name)) {
            return Some(*target);
        }
        if self.are_of_columns
            && node == Self::ROOT
            && let Some((field, _)) = field_in_language(name)
        {
            return Some(Target::Field(field, WORDS + 20));
        }
        let (first, rest) = name.split_once(['.', '/', '_', ':'])?;
        match targets.get(&fold(first))? {
            Target::Object(child) => self.find(*child, rest),
            Target::Record => self.find(Self::ROOT, rest),
            _ => None,
        }
    }

    fn insert(&mut self, path: &str, target: Target) {
        let mut node = 0;
        let mut steps = path.split('.').peekable();
        while let Some(step) = steps.next() {
            let known = self.nodes[node].targets.get(&fold(step)).copied();
            if steps.peek().is_none() {
                match (known, target) {
                    (None, _) => {
                        self.nodes[node].targets.insert(fold(step), target);
                    }
                    (Some(Target::Object(object)), Target::Field(field, place)) => {
                        self.nodes[usize::from(object.0)].text.get_or_insert((field, place));
                    }
                    (Some(_), _) => {}
                }
                return;
            }
            node = match known {
                Some(Target::Object(object)) => usize::from(object.0),
                other => {
                    let child = self.nodes.len();
                    let text = if let Some(Target::Field(field, place)) = other { Some((field, place)) } else { None };
                    self.nodes.push(Object { text, ..Object::default() });
                    self.nodes[node].targets.insert(fold(step), Target::Object(Node(child as u16)));
                    child
                }
            };
        }
    }

    /// A further name in the outermost object, unless it has a meaning already.
    fn insert_word(&mut self, word: &str, target: Target) {
        let known = *self.nodes[0].targets.entry(fold(word)).or_insert(target);
        // Where records have an object, columns have a text.
        if let (Target::Object(object), Target::Field(field, place)) = (known, target) {
            self.nodes[usize::from(object.0)].text.get_or_insert((field, place));
        }
    }
}

/// The fields that records of a report can have.
fn fields_of(report: Report) -> impl Iterator<Item = Field> {
    let logs = Logs::of_report(report);
    Field::ALL.into_iter().filter(move |field| logs.iter().any(|log| field.spec().logs.contains(log)))
}

/// A column's name without the zone that Log Analytics appends to it: `TimeGenerated [UTC]`.
pub(super) fn without_zone(name: &str) -> &str {
    name_and_zone(name).map_or(name, |(name, _)| name.trim_end())
}

/// The zone that Log Analytics appends to a column's name, in brackets.
pub(super) fn zone_of(name: &str) -> Option<&str> {
    name_and_zone(name).map(|(_, zone)| zone)
}

fn name_and_zone(name: &str) -> Option<(&str, &str)> {
    name.trim_end().strip_suffix(']')?.rsplit_once('[')
}

/// Whether a field's values are lists, which JSON holds as such.
pub(super) fn is_list(field: Field) -> bool {
    matches!(field.kind(), Kind::Steps | Kind::Policies | Kind::List)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(names: &Names, name: &str) -> Option<Field> {
        match names.find(Names::ROOT, name)? {
            Target::Field(field, _) => Some(field),
            Target::Object(node) => names.text_of(node).map(|(field, _)| field),
            _ => None,
        }
    }

    #[test]
    fn a_name_is_found_in_every_spelling() {
        let names = Names::of_records(Report::SignIns);
        for name in ["userPrincipalName", "UserPrincipalName", "user_principal_name", "properties.userPrincipalName"] {
            assert_eq!(field(&names, name), Some(Field::Username), "{name}");
        }
        for name in ["status.errorCode", "Status/ErrorCode", "azure.signinlogs.properties.status.error_code"] {
            assert_eq!(field(&names, name), Some(Field::ErrorCode), "{name}");
        }
        assert_eq!(field(&names, "LocationDetails.city"), Some(Field::City));
        assert_eq!(field(&names, "somethingElse.city"), None);
    }

    #[test]
    fn columns_have_zones_words_and_single_steps() {
        let names = Names::of_columns(Report::SignIns);
        for (name, expected) in [
            ("TimeGenerated [UTC]", Field::Time),
            ("CreatedDateTime [Local Time]", Field::Time),
            ("StatusErrorCode", Field::ErrorCode),
            ("City", Field::City),
            ("OS", Field::Os),
            ("Sign-in error code", Field::ErrorCode),
            ("Status", Field::Status),
            ("Location", Field::Location),
        ] {
            assert_eq!(field(&names, name), Some(expected), "{name}");
        }
        assert_eq!(zone_of("TimeGenerated [UTC]"), Some("UTC"));
        assert_eq!(zone_of("TimeGenerated"), None);
    }

    #[test]
    fn blanks_of_any_kind_around_the_zone_of_a_column_are_no_part_of_its_name() {
        for name in ["TimeGenerated [UTC]\u{a0}", "TimeGenerated\u{a0}[UTC]\u{a0}\u{3000} ", "TimeGenerated[UTC] "] {
            assert_eq!((without_zone(name), zone_of(name)), ("TimeGenerated", Some("UTC")), "{name:?}");
        }
        for name in ["TimeGenerated]\u{a0}", "\u{a0}", "[]", "]["] {
            assert!(name.starts_with(without_zone(name)), "{name:?}");
        }
        let names = Names::of_columns(Report::SignIns);
        assert_eq!(field(&names, "TimeGenerated [UTC]\u{a0}\u{a0}"), Some(Field::Time));
    }
}
