//! How things of several parts are written as one item of a list, for people to read and to be taken apart again.
//!
//! Each kind of item has fixed separators. Where a part contains its separator, a look-alike stands in its place; the
//! original text keeps what the file says.

/// Between the target and the property of a [`Change`].
const TARGET: char = '\u{203a}';
/// Between the old and the new value of a [`Change`].
const BECOMES: &str = "->";
/// Between the parts of a [`Target`].
const PART: char = '|';

/// A property that was changed: an item of [`crate::fields::Field::ModifiedProperties`], written
/// `Target › property: old value -> new value`. What is not known is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// What was changed; empty if the record has one target only.
    pub target: String,
    /// The property.
    pub property: String,
    /// Its value before; empty if it had none.
    pub old: String,
    /// Its value afterwards; empty if it has none.
    pub new: String,
}

impl Change {
    /// The change as an item; empty if it names no property.
    #[must_use]
    pub fn to_line(&self) -> String {
        let property = without(&self.property, &[(TARGET, ">")]).replace(": ", ":");
        if property.is_empty() {
            return String::new();
        }
        let target = without(&self.target, &[(TARGET, ">")]);
        let head = if target.is_empty() { property } else { format!("{target} {TARGET} {property}") };
        let old = without(&self.old, &[(TARGET, ">")]);
        match (old.as_str(), self.new.trim()) {
            ("", "") => head,
            ("", new) => format!("{head}: {BECOMES} {new}"),
            (old, "") => format!("{head}: {old} {BECOMES}"),
            (old, new) => format!("{head}: {old} {BECOMES} {new}"),
        }
    }

    /// The change that an item tells of.
    #[must_use]
    pub fn of_line(line: &str) -> Self {
        // Values may have any signs: only what stands before them is searched for the target.
        let before_values = line.split(BECOMES).next().unwrap_or_default();
        let (target, rest) = match before_values.find(TARGET) {
            Some(at) => (line[..at].trim(), line[at + TARGET.len_utf8()..].trim()),
            None => ("", line.trim()),
        };
        let (property, values) = match rest.split_once(": ") {
            Some((property, values)) => (property, values),
            None => (rest, ""),
        };
        let (old, new) = values.split_once(BECOMES).unwrap_or((values, ""));
        let owned = |text: &str| text.trim().to_owned();
        Self { target: owned(target), property: owned(property), old: owned(old), new: owned(new) }
    }
}

/// What an audit event is about: an item of [`crate::fields::Field::TargetDetails`], written
/// `name | kind | user principal name | identifier`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// Its display name.
    pub name: String,
    /// What kind of thing it is, such as `User`.
    pub kind: String,
    /// Its user principal name, if it is a user.
    pub username: String,
    /// Its identifier.
    pub id: String,
}

impl Target {
    /// The target as an item; empty if nothing is known of it.
    #[must_use]
    pub fn to_line(&self) -> String {
        let parts = [&self.name, &self.kind, &self.username, &self.id].map(|part| without(part, &[(PART, "/")]));
        let line = parts.join(&format!(" {PART} "));
        line.trim_end_matches([' ', PART]).to_owned()
    }

    /// The target that an item tells of.
    #[must_use]
    pub fn of_line(line: &str) -> Self {
        let mut parts = line.split(PART).map(|part| part.trim().to_owned());
        let mut next = || parts.next().unwrap_or_default();
        Self { name: next(), kind: next(), username: next(), id: next() }
    }

    /// What it is called: its name, else its user principal name, else its identifier.
    #[must_use]
    pub fn title(&self) -> &str {
        [&self.name, &self.username, &self.id].into_iter().find(|text| !text.is_empty()).map_or("", String::as_str)
    }
}

/// A step of provisioning: an item of [`crate::fields::Field::ProvisioningSteps`], written `name: status (description)`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProvisioningStep {
    /// What it is called.
    pub name: String,
    /// What came of it.
    pub status: String,
    /// What it did.
    pub description: String,
}

impl ProvisioningStep {
    /// The step as an item; empty if nothing is known of it.
    #[must_use]
    pub fn to_line(&self) -> String {
        let name = self.name.trim().replace(": ", ":").replace(" (", "(");
        let head = match (name.as_str(), self.status.trim()) {
            ("", status) => status.to_owned(),
            (name, "") => name.to_owned(),
            (name, status) => format!("{name}: {}", status.replace(" (", "(")),
        };
        let line = match self.description.trim() {
            "" => head,
            description => format!("{head} ({description})"),
        };
        line.replace(['\n', '\r'], " ")
    }

    /// The step that an item tells of.
    #[must_use]
    pub fn of_line(line: &str) -> Self {
        let (head, description) = match line.split_once(" (") {
            Some((head, description)) => (head, description.strip_suffix(')').unwrap_or(description)),
            None => (line, ""),
        };
        let (name, status) = head.split_once(": ").unwrap_or((head, ""));
        Self { name: name.to_owned(), status: status.to_owned(), description: description.to_owned() }
    }
}

/// A part without line breaks and without the signs that mean something, but with others in their place.
fn without(part: &str, signs: &[(char, &str)]) -> String {
    let mut text = part.trim().replace(['\n', '\r'], " ");
    for (sign, instead) in signs {
        if text.contains(*sign) {
            text = text.replace(*sign, instead);
        }
    }
    text.replace(BECOMES, "=>")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn change(parts: [&str; 4]) -> Change {
        let [target, property, old, new] = parts.map(str::to_owned);
        Change { target, property, old, new }
    }

    #[test]
    fn changes_read_as_people_write_them() {
        for (parts, line) in [
            (["", "Department", "Sales", "Service"], "Department: Sales -> Service"),
            (["", "Department", "", "Service"], "Department: -> Service"),
            (["", "Department", "Sales", ""], "Department: Sales ->"),
            (["Zoe Berg", "Department", "", ""], "Zoe Berg \u{203a} Department"),
            (["Zoe Berg", "Url", "a: b", "c \u{203a} d"], "Zoe Berg \u{203a} Url: a: b -> c \u{203a} d"),
        ] {
            assert_eq!(change(parts).to_line(), line);
            assert_eq!(Change::of_line(line), change(parts), "{line}");
        }
        assert_eq!(change(["Zoe", "", "a", "b"]).to_line(), "");
    }

    #[test]
    fn targets_and_steps_are_told_part_by_part() {
        let target = Target { name: "Ben | Roth".to_owned(), kind: "User".to_owned(), ..Target::default() };
        assert_eq!(target.to_line(), "Ben / Roth | User");
        assert_eq!(Target::of_line("Ben | User |  | t1").id, "t1");
        assert_eq!(Target::of_line(" |  | ben@example.com").title(), "ben@example.com");
        let step = ProvisioningStep::of_line("EntryImport: success (Found (the) user)");
        assert_eq!((step.name.as_str(), step.status.as_str()), ("EntryImport", "success"));
        assert_eq!(step.description, "Found (the) user");
        assert_eq!(step.to_line(), "EntryImport: success (Found (the) user)");
    }

    proptest! {
        #[test]
        fn what_was_taken_apart_is_put_together_again(target in ".{0,12}", property in ".{1,12}", old in ".{0,12}", new in ".{0,12}") {
            let line = Change { target, property, old, new }.to_line();
            let line = line.trim();
            prop_assert_eq!(Change::of_line(&Change::of_line(line).to_line()), Change::of_line(line));
        }

        #[test]
        fn no_text_upsets_a_reader(line in ".{0,60}") {
            let _ = (Change::of_line(&line), Target::of_line(&line), ProvisioningStep::of_line(&line));
        }
    }
}
