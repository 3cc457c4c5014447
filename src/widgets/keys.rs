//! The names of keys, as they stand on the keyboards of those who read them.

use eframe::egui::{Context, Key, KeyboardShortcut, ModifierNames};

use crate::texts::text;

/// A shortcut as menus write it: `Ctrl+F`; the question mark says itself.
#[must_use]
pub fn keys_text(context: &Context, keys: &KeyboardShortcut) -> String {
    if keys.logical_key == Key::Questionmark {
        return "?".to_owned();
    }
    // There keys have symbols.
    if context.os().is_mac() {
        return context.format_shortcut(keys);
    }
    let names = ModifierNames {
        alt: text!("widget-key-alt"),
        ctrl: text!("widget-key-ctrl"),
        shift: text!("widget-key-shift"),
        ..ModifierNames::NAMES
    };
    let modifiers = names.format(&keys.modifiers, false);
    let key = key_text(keys.logical_key);
    if modifiers.is_empty() { key.to_owned() } else { [&modifiers, key].join(names.concat) }
}

fn key_text(key: Key) -> &'static str {
    match key {
        Key::Enter => text!("widget-key-enter"),
        Key::Escape => text!("widget-key-escape"),
        Key::Delete => text!("widget-key-delete"),
        Key::ArrowLeft => text!("widget-key-left"),
        Key::ArrowRight => text!("widget-key-right"),
        Key::ArrowUp => text!("widget-key-up"),
        Key::ArrowDown => text!("widget-key-down"),
        Key::Plus => text!("widget-key-plus"),
        Key::Minus => text!("widget-key-minus"),
        Key::Comma => text!("widget-key-comma"),
        other => other.name(),
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::Modifiers;

    use super::*;

    #[test]
    fn shortcuts_are_named_as_egui_names_them() {
        let context = Context::default();
        let keys =
            [Key::Enter, Key::Escape, Key::Delete, Key::Plus, Key::Minus, Key::Comma, Key::F1, Key::A, Key::Num7];
        let arrows = [Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown];
        for key in keys.into_iter().chain(arrows) {
            for modifiers in
                [Modifiers::NONE, Modifiers::COMMAND, Modifiers::ALT, Modifiers::COMMAND | Modifiers::SHIFT]
            {
                let keys = KeyboardShortcut::new(modifiers, key);
                assert_eq!(keys_text(&context, &keys), context.format_shortcut(&keys));
            }
        }
    }
}
