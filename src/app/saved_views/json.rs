//! Saved views in the settings file; what makes no sense there is left out.

use serde_json::{Value, json};

use super::{BuiltIn, SavedView, SavedViews, ViewName};
use crate::app::settings::{Settings, read_table, table_json};
use crate::fields::Log;

/// What stands before the key of a built-in view and the name of one's own.
const PREFIXES: [&str; 2] = ["built-in:", "own:"];

impl SavedViews {
    /// The views of the settings file.
    pub(in crate::app) fn from_json(value: &Value) -> Self {
        let list = |key: &str| value.get(key).and_then(Value::as_array).into_iter().flatten();
        let mut views = Self::default();
        for mut view in list("own").filter_map(view_of) {
            // A later version may have built in a view of this name; the user's own is not lost for it.
            if views.kept_name_problem(&view.name, None).is_some() {
                view.name = views.free_name(&view.name);
            }
            views.own.push(view);
        }
        views.hidden = list("hidden")
            .filter_map(Value::as_str)
            .filter(|key| BuiltIn::from_key(key).is_some())
            .map(str::to_owned)
            .collect();
        views.active =
            value.get("active").and_then(Value::as_str).and_then(name_of).filter(|name| views.get(name).is_some());
        if views.active.is_some() {
            views.before = value.get("before").and_then(view_of).map(Box::new);
        }
        views
    }

    /// What the settings file keeps of the views.
    pub(in crate::app) fn to_json(&self) -> Value {
        json!({
            "own": self.own.iter().map(view_json).collect::<Vec<_>>(),
            "hidden": self.hidden,
            "active": self.active.as_ref().map(|name| match name {
                ViewName::BuiltIn(key) => format!("{}{key}", PREFIXES[0]),
                ViewName::Own(name) => format!("{}{name}", PREFIXES[1]),
            }),
            "before": self.before.as_deref().map(view_json),
        })
    }
}

fn name_of(text: &str) -> Option<ViewName> {
    match text.strip_prefix(PREFIXES[0]) {
        Some(key) => BuiltIn::from_key(key).map(|view| ViewName::BuiltIn(view.key)),
        None => text.strip_prefix(PREFIXES[1]).map(|name| ViewName::Own(name.to_owned())),
    }
}

fn view_json(view: &SavedView) -> Value {
    json!({
        "name": view.name,
        "log": view.log.key(),
        "query": view.query,
        "table": table_json(&view.layout),
        "aggregate_hours": view.aggregate_hours,
    })
}

fn view_of(value: &Value) -> Option<SavedView> {
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    let log = Log::from_key(text("log")?)?;
    let standard = Settings::default();
    let mut layout = standard.table(log).clone();
    if let Some(table) = value.get("table") {
        read_table(&mut layout, log, table);
    }
    let hours = value.get("aggregate_hours").and_then(Value::as_u64).and_then(|hours| u8::try_from(hours).ok());
    Some(SavedView {
        name: text("name")?.trim().to_owned(),
        log,
        query: text("query").unwrap_or_default().to_owned(),
        layout,
        aggregate_hours: hours.filter(|hours| [1, 6, 24].contains(hours)).unwrap_or(standard.aggregate_hours),
    })
}
