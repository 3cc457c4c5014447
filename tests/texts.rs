//! The files of the window's texts: whole in every language, and nothing in them that nobody asks for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::Entry;
use regex::Regex;
use signin_lens::texts::Language;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn file(language: Language) -> String {
    let path = root().join("assets/texts").join(language.key()).join("signin_lens.ftl");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The texts of a language in the order of its file: each with its area and the names of its arguments.
fn texts(language: Language) -> Vec<(String, String, BTreeSet<String>)> {
    let text = file(language);
    let parsed = fluent_syntax::parser::parse(text.as_str()).expect("Fluent reads it without an error");
    let argument = Regex::new(r#"VariableReference \{ id: Identifier \{ name: "([^"]+)""#).expect("an expression");
    let mut area = String::new();
    let mut texts = Vec::new();
    for entry in &parsed.body {
        match entry {
            Entry::GroupComment(comment) => area = comment.content.concat(),
            Entry::Message(message) => {
                assert!(message.attributes.is_empty(), "{}: attributes are not asked for", message.id.name);
                let debug = format!("{:?}", message.value);
                let arguments = argument.captures_iter(&debug).map(|found| found[1].to_owned()).collect();
                texts.push((message.id.name.to_owned(), area.clone(), arguments));
            }
            Entry::Term(term) => panic!("{}: terms are not used", term.id.name),
            Entry::Comment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
        }
    }
    texts
}

fn sources(at: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(at).expect("a folder of the source") {
        let path = entry.expect("it can be listed").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn every_language_has_the_texts_of_english_with_the_same_arguments() {
    let of = |language| -> BTreeMap<String, BTreeSet<String>> {
        texts(language).into_iter().map(|(id, _, arguments)| (id, arguments)).collect()
    };
    let english = of(Language::English);
    for language in Language::ALL {
        let translated = of(language);
        for (id, arguments) in &english {
            let known = translated.get(id).unwrap_or_else(|| panic!("{} lacks {id}", language.title()));
            assert_eq!(known, arguments, "arguments of {id} in {}", language.title());
        }
        for id in translated.keys() {
            assert!(english.contains_key(id), "{id} is in {} alone", language.title());
        }
    }
}

#[test]
fn a_text_is_there_once_in_its_area() {
    for language in Language::ALL {
        let mut known = BTreeSet::new();
        for (id, area, _) in texts(language) {
            assert!(id.starts_with(&format!("{area}-")), "{id} stands under {area} in {}", language.title());
            assert!(known.insert(id.clone()), "{id} is twice in {}", language.title());
        }
    }
}

#[test]
fn every_text_is_asked_for_by_some_source() {
    let asked = Regex::new(r#"text!\(\s*"([a-z0-9-]+)""#).expect("an expression");
    let mut files = Vec::new();
    sources(&root().join("src"), &mut files);
    let mut used = BTreeSet::new();
    for file in files {
        let source = fs::read_to_string(&file).expect("a source is text");
        used.extend(asked.captures_iter(&source).map(|found| found[1].to_owned()));
    }
    for (id, _, _) in texts(Language::English) {
        assert!(used.contains(&id), "{id} is shown nowhere");
    }
}
