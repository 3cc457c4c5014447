//! Values of changed properties as people read them: JSON within texts, taken apart.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde_json::Value;

/// JSON within JSON is taken apart no deeper than this.
const DEEPEST: usize = 8;

/// A value as lines of names and texts if it is JSON, else as it stands.
pub(super) fn readable(text: &str) -> Cow<'_, str> {
    match structure(text) {
        Some(value) => {
            let mut lines = String::new();
            write(&mut lines, &value, 0, 0);
            Cow::Owned(lines.trim_end().to_owned())
        }
        None => Cow::Borrowed(text),
    }
}

/// The list or the object that a text is.
fn structure(text: &str) -> Option<Value> {
    let text = text.trim();
    let is_structure = (text.starts_with('{') && text.ends_with('}')) || (text.starts_with('[') && text.ends_with(']'));
    is_structure.then(|| serde_json::from_str::<Value>(text).ok()).flatten()
}

/// A value that stands in one line; `None` if it takes several.
fn in_one_line(value: &Value, depth: usize) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::String(text) if depth < DEEPEST && structure(text).is_some() => None,
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        Value::Array(items) => {
            let plain = |item: &Value| if item.is_array() { None } else { in_one_line(item, depth) };
            let items: Option<Vec<String>> = items.iter().map(plain).collect();
            items.map(|items| items.join(", "))
        }
        Value::Object(_) => None,
    }
}

fn write(lines: &mut String, value: &Value, indent: usize, depth: usize) {
    if let Value::String(text) = value
        && depth < DEEPEST
        && let Some(inner) = structure(text)
    {
        write(lines, &inner, indent, depth + 1);
        return;
    }
    let blanks = " ".repeat(indent);
    match value {
        _ if depth >= DEEPEST => {
            let _ = writeln!(lines, "{blanks}{value}");
        }
        Value::Object(properties) => {
            for (name, value) in properties {
                if let Some(text) = in_one_line(value, depth) {
                    let _ = writeln!(lines, "{blanks}{}", format!("{name}: {text}").trim_end());
                } else {
                    let _ = writeln!(lines, "{blanks}{name}:");
                    write(lines, value, indent + 2, depth + 1);
                }
            }
        }
        Value::Array(items) => match in_one_line(value, depth) {
            Some(text) => {
                let _ = writeln!(lines, "{blanks}{text}");
            }
            None => {
                for item in items {
                    let mut inner = String::new();
                    write(&mut inner, item, 0, depth + 1);
                    for (number, line) in inner.lines().enumerate() {
                        let before = if number == 0 { "- " } else { "  " };
                        let _ = writeln!(lines, "{blanks}{before}{line}");
                    }
                }
            }
        },
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            let _ = writeln!(lines, "{blanks}{}", in_one_line(value, depth).unwrap_or_default());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_objects_become_lines() {
        for (text, expected) in [
            ("Sales", "Sales"),
            ("[draft] notes", "[draft] notes"),
            ("[]", ""),
            (r#"{"MethodType":6,"Default":true}"#, "Default: true\nMethodType: 6"),
            (r#"[{"Id":"a","Tags":["x","y"]},{"Id":"b"}]"#, "- Id: a\n  Tags: x, y\n- Id: b"),
            (r#"{"Inner":"{\"Name\":\"Zoe\"}"}"#, "Inner:\n  Name: Zoe"),
            (r#"["{\"Name\":\"Zoe\"}"]"#, "- Name: Zoe"),
            ("[[1,2],[3]]", "- 1, 2\n- 3"),
        ] {
            assert_eq!(readable(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_nested_without_end_still_ends() {
        let mut text = "\"x\"".to_owned();
        for _ in 0..12 {
            text = format!("[{}]", Value::String(text));
        }
        assert!(!readable(&text).is_empty());
    }
}
