//! Every character that the window's own texts use is in the built-in fonts, and none is an emoji.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use eframe::egui::FontId;
use egui_kittest::Harness;
use signin_lens::fields::Field;
use signin_lens::texts::Language;

/// Whose texts people see in the window.
const FLOORS: [&str; 9] = ["app", "cache", "fields", "import", "insights", "reference", "texts", "views", "widgets"];

fn files(at: &Path, found: &mut Vec<PathBuf>) {
    if at.is_file() {
        found.push(at.to_owned());
    }
    for entry in fs::read_dir(at).into_iter().flatten() {
        files(&entry.expect("a file of the source").path(), found);
    }
}

/// The characters beyond ASCII in the code of a file, written out or escaped; its tests and comments aside.
fn characters(text: &str) -> Vec<char> {
    let code: Vec<&str> = text
        .split("#[cfg(test)]")
        .next()
        .unwrap_or_default()
        .lines()
        .map(|line| line.split("// ").next().unwrap_or_default())
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    let code = code.join("\n");
    let escaped = code.split("\\u{").skip(1).filter_map(|rest| {
        let digits = rest.split('}').next()?;
        char::from_u32(u32::from_str_radix(digits, 16).ok()?)
    });
    code.chars().chain(escaped).filter(|c| !c.is_ascii() && !c.is_control()).collect()
}

/// What headers and values of files are called in other languages: read, never shown. The titles beside them are looked at
/// one by one.
const READ: [&str; 2] = ["fields/languages.rs", "fields/terms.rs"];

#[test]
fn every_character_of_the_windows_texts_has_a_glyph_and_is_no_emoji() {
    let mut used: BTreeMap<char, String> = BTreeMap::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = vec![root.join("assets/aadsts.tsv")];
    for language in Language::ALL {
        found.push(root.join("assets/texts").join(language.key()).join("signin_lens.ftl"));
    }
    for floor in FLOORS {
        files(&root.join("src").join(floor), &mut found);
        found.push(root.join("src").join(format!("{floor}.rs")));
    }
    for path in found.iter().filter(|path| !path.ends_with("tests.rs") && !READ.iter().any(|read| path.ends_with(read)))
    {
        let text = fs::read_to_string(path).expect("a file of the source");
        for c in characters(&text) {
            // Byte order marks are read, never shown.
            if c != '\u{feff}' {
                used.entry(c).or_insert_with(|| path.display().to_string());
            }
        }
    }
    for term in Field::ALL.into_iter().flat_map(|field| field.spec().terms) {
        for c in term.title.chars().filter(|c| !c.is_ascii()) {
            used.entry(c).or_insert_with(|| format!("the title {}", term.title));
        }
    }
    assert!(used.contains_key(&'\u{2026}'), "the ellipsis of buttons that ask for more is used");
    let harness = Harness::new_ui(|_| {});
    for (c, path) in used {
        for font in [FontId::proportional(14.0), FontId::monospace(13.0)] {
            let has_glyph = harness.ctx.fonts_mut(|fonts| fonts.has_glyph(&font, c));
            assert!(has_glyph, "U+{:04X} in {path} has no glyph in {font:?}", u32::from(c));
        }
        assert!(u32::from(c) < 0x2600, "U+{:04X} in {path} is a pictogram", u32::from(c));
    }
}

#[test]
fn the_pictograms_of_the_sample_tenant_have_glyphs() {
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample"), &mut found);
    let mut harness = Harness::new_ui(|ui| drop(ui.label("Text")));
    signin_lens::widgets::theme::apply(&harness.ctx);
    harness.run();
    let mut pictograms = 0;
    for path in found {
        let text = fs::read_to_string(&path).expect("a file of the sample");
        for c in text.chars().filter(|c| u32::from(*c) >= 0x1_f000) {
            let has_glyph = harness.ctx.fonts_mut(|fonts| fonts.has_glyph(&FontId::proportional(14.0), c));
            assert!(has_glyph, "U+{:04X} in {} would be a box", u32::from(c), path.display());
            pictograms += 1;
        }
    }
    assert!(pictograms > 0);
}
