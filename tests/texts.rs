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

/// What pages of insights have in English and the window translates: strings of their sources that begin with a capital.
fn texts_of_pages() -> BTreeSet<String> {
    let folder = root().join("src/insights");
    let mut files =
        ["entity.rs", "measure.rs", "members.rs", "named.rs", "newest.rs"].map(|name| folder.join(name)).to_vec();
    sources(&folder.join("pages"), &mut files);
    let (string, continued) = (r#""([A-Z](?:[^"\\]|\\.)*)""#, r"\\\n\s*");
    let (string, continued) =
        (Regex::new(string).expect("an expression"), Regex::new(continued).expect("an expression"));
    let mut found = BTreeSet::new();
    for file in files {
        let source = fs::read_to_string(&file).expect("a source is text");
        let program = source.split("#[cfg(test)]").next().unwrap_or_default();
        let code: Vec<&str> = program.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let code = continued.replace_all(&code.join("\n"), "").into_owned();
        found.extend(string.captures_iter(&code).map(|text| {
            let text = &text[1];
            text.replace("\\u{2019}", "\u{2019}").replace("\\u{201c}", "\u{201c}").replace("\\u{201d}", "\u{201d}")
        }));
    }
    found
}

#[test]
fn all_that_pages_of_insights_say_is_said_in_german_too() {
    // Words of filters and of what is never shown, and what Germans call the same.
    const OTHERS: [&str; 3] = ["All", "First factor", "MFA"];
    const SAME: [&str; 6] = ["Clients", "Details", "Legacy", "Microsoft 365", "Modern", "System"];
    let texts = texts_of_pages();
    assert!(texts.len() > 300, "{}", texts.len());
    let is_translated = |text: &String| {
        signin_lens::texts::follow("de", "de-DE");
        let german = signin_lens::insights::shown(text).to_owned();
        signin_lens::texts::follow("en", "");
        assert_eq!(signin_lens::insights::shown(text), text, "English stays as it is");
        german != *text
    };
    let is_same = |text: &str| SAME.contains(&text) || OTHERS.contains(&text);
    // Whoever has quotes in it filters by them.
    let shown = texts.iter().filter(|text| !text.contains('\\'));
    let left: Vec<&String> = shown.filter(|text| !is_same(text) && !is_translated(text)).collect();
    assert!(left.is_empty(), "{left:#?}");
}
