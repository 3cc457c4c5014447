//! The texts of each language, by Fluent.

use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::{Language, language, notation};

/// The texts of a language.
struct Translation {
    bundle: FluentBundle<FluentResource>,
    /// Those without arguments, ready to be shown.
    plain: HashMap<String, String>,
}

impl Translation {
    fn of(language: Language) -> Self {
        let resource = FluentResource::try_new(language.source().to_owned()).unwrap_or_else(|(resource, errors)| {
            tracing::error!("texts in {}: {errors:?}", language.title());
            resource
        });
        let ids: Vec<String> = resource
            .entries()
            .filter_map(|entry| match entry {
                fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
                _ => None,
            })
            .collect();
        let mut bundle = FluentBundle::new_concurrent(vec![language.key().parse().unwrap_or_default()]);
        // Marks around arguments would be copied and compared with them.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => Some(notation().number(&number.as_string())),
            _ => None,
        }));
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!("texts in {}: {errors:?}", language.title());
        }
        let mut this = Self { bundle, plain: HashMap::new() };
        this.plain = ids
            .into_iter()
            .filter_map(|id| {
                let text = this.written(&id, None)?;
                Some((id, text))
            })
            .collect();
        this
    }

    /// A text, unless it is missing or lacks an argument.
    fn written(&self, id: &str, arguments: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, arguments, &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }
}

fn translation(language: Language) -> &'static Translation {
    static ENGLISH: LazyLock<Translation> = LazyLock::new(|| Translation::of(Language::English));
    static GERMAN: LazyLock<Translation> = LazyLock::new(|| Translation::of(Language::German));
    match language {
        Language::English => &ENGLISH,
        Language::German => &GERMAN,
    }
}

/// A text without arguments in the language that is spoken; [`super::text!`] asks for it.
#[must_use]
pub fn plain(id: &'static str) -> &'static str {
    let of = |language| translation(language).plain.get(id).map(String::as_str);
    // A translation may lag behind; tests see to it that ours do not.
    of(language()).or_else(|| of(Language::English)).unwrap_or(id)
}

/// A text with arguments in the language that is spoken; [`super::text!`] asks for it.
#[must_use]
pub fn with<const N: usize>(id: &'static str, arguments: [(&'static str, FluentValue<'_>); N]) -> String {
    let arguments = FluentArgs::from_iter(arguments);
    let of = |language| translation(language).written(id, Some(&arguments));
    of(language()).or_else(|| of(Language::English)).unwrap_or_else(|| id.to_owned())
}
