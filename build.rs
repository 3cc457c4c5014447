//! Packs the JSON downloads of `assets/sample`, `assets/sample-reports` and `assets/sample-directory` into the zip that
//! the program carries, so that "Look around with sample data" works wherever it is installed. The program for Windows gets
//! its icon, version and manifest. The names of the texts of the window are listed, so that the compiler knows them.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write;
use std::fs::{self, File};
use std::io::{self, Cursor, Write as _};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

fn main() -> Result<(), Box<dyn Error>> {
    windows_resources()?;
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    pack_licences(&out)?;
    fs::write(out.join("text_ids.rs"), text_ids()?)?;
    pack_sample(&out)
}

/// The sample tenant: its files are alike, so that together they are a quarter of what each would be.
fn pack_sample(out: &Path) -> Result<(), Box<dyn Error>> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for folder in ["assets/sample", "assets/sample-reports", "assets/sample-directory"].map(Path::new) {
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut names: Vec<String> = fs::read_dir(folder)?
            .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
            .collect::<io::Result<_>>()?;
        names.retain(|name| Path::new(name).extension().is_some_and(|ending| ending == "json"));
        names.sort();
        for name in names {
            // A fixed date keeps the build reproducible.
            zip.start_file(name.as_str(), SimpleFileOptions::default().compression_method(CompressionMethod::Stored))?;
            io::copy(&mut File::open(folder.join(&name))?, &mut zip)?;
        }
    }
    let mut packed = zstd::Encoder::new(File::create(out.join("sample.zip.zst"))?, 19)?;
    // All of it is in view at once: 2^25 bytes.
    packed.window_log(25)?;
    packed.long_distance_matching(true)?;
    packed.write_all(zip.finish()?.get_ref())?;
    packed.finish()?;
    Ok(())
}

/// The licences of other people's code, a tenth as large.
fn pack_licences(out: &Path) -> Result<(), Box<dyn Error>> {
    let licences = "packaging/THIRD-PARTY-LICENSES.txt";
    println!("cargo::rerun-if-changed={licences}");
    let mut zip = zip::ZipWriter::new(File::create(out.join("licences.zip"))?);
    zip.start_file("licences.txt", SimpleFileOptions::default())?;
    io::copy(&mut File::open(licences)?, &mut zip)?;
    zip.finish()?;
    Ok(())
}

/// The names of the English texts with those of their arguments, in order, as Rust.
fn text_ids() -> Result<String, Box<dyn Error>> {
    let file = "assets/texts/en/signin_lens.ftl";
    println!("cargo::rerun-if-changed={file}");
    let text = fs::read_to_string(file)?;
    let texts = fluent_syntax::parser::parse(text.as_str()).map_err(|(_, errors)| format!("{file}: {errors:?}"))?;
    let mut ids = Vec::new();
    for entry in texts.body {
        if let Entry::Message(message) = entry {
            let mut arguments = BTreeSet::new();
            let pattern = message.value.ok_or_else(|| format!("{file}: {} has no text", message.id.name))?;
            collect_arguments(&pattern, &mut arguments);
            ids.push((message.id.name, Vec::from_iter(arguments)));
        }
    }
    ids.sort_unstable();
    let mut list = "const IDS: &[(&str, &[&str])] = &[\n".to_owned();
    for (id, arguments) in ids {
        writeln!(list, "    ({id:?}, &{arguments:?}),")?;
    }
    list.push_str("];\n");
    Ok(list)
}

fn collect_arguments<'t>(pattern: &Pattern<&'t str>, found: &mut BTreeSet<&'t str>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            match expression {
                Expression::Inline(inline) => collect_inline(inline, found),
                Expression::Select { selector, variants } => {
                    collect_inline(selector, found);
                    for variant in variants {
                        collect_arguments(&variant.value, found);
                    }
                }
            }
        }
    }
}

fn collect_inline<'t>(inline: &InlineExpression<&'t str>, found: &mut BTreeSet<&'t str>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name);
        }
        InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
            for argument in positional {
                collect_inline(argument, found);
            }
        }
        InlineExpression::Placeable { expression } => {
            let element = PatternElement::Placeable { expression: (**expression).clone() };
            collect_arguments(&Pattern { elements: vec![element] }, found);
        }
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. } => {}
    }
}

fn windows_resources() -> io::Result<()> {
    let (icon, manifest) = ("assets/icon/signin-lens.ico", "packaging/windows/signin-lens.manifest");
    for file in [icon, manifest] {
        println!("cargo::rerun-if-changed={file}");
    }
    if std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "windows") {
        winresource::WindowsResource::new()
            .set_icon(icon)
            .set_manifest_file(manifest)
            .set("FileDescription", "Sign-in Lens")
            .set("ProductName", "Sign-in Lens")
            .set("CompanyName", "The Sign-in Lens developers")
            .set("LegalCopyright", "MIT licence")
            .compile()?;
    }
    Ok(())
}
