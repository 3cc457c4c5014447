//! What the documentation says of the program is made from it.

use std::fmt::Write;
use std::path::Path;

use signin_lens::fields::{Field, Logs};
use signin_lens::import::Format;

const BEGIN: &str = "<!-- what a form can't carry: made by tests/documentation.rs -->\n";
const END: &str = "<!-- end -->\n";

/// The fields of sign-ins that reports tell.
fn fields() -> Vec<Field> {
    let is_told = |field: &Field| {
        let spec = field.spec();
        spec.is_stored() && Logs::SIGN_INS.iter().any(|log| spec.logs.contains(log)) && !spec.is_of_directory()
    };
    Field::ALL.into_iter().filter(is_told).collect()
}

/// The forms of sign-ins with what they can't carry.
fn table() -> String {
    let forms: [(&str, &[Format]); 4] = [
        ("Portal CSV alone", &[Format::PortalCsv]),
        ("Portal CSV with its file of authentication details", &[Format::PortalCsv, Format::PortalCsvDetails]),
        ("CSV of a script, such as `Export-Csv`", &[Format::PropertyCsv]),
        (
            "Portal JSON, Graph, Log Analytics (CSV, JSON, query results), diagnostic logs, PowerShell JSON, wrapped records",
            &[
                Format::PortalJson,
                Format::AzureCsv,
                Format::DiagnosticJson,
                Format::PowerShellJson,
                Format::WrappedJson,
            ],
        ),
    ];
    let fields = fields();
    let mut text = String::from("| form | fields it can tell | what it can't carry |\n| --- | ---: | --- |\n");
    for (form, formats) in forms {
        let is_lost = |field: &&Field| !formats.iter().any(|format| format.carries(**field));
        let lost: Vec<&str> = fields.iter().filter(is_lost).map(|field| field.title()).collect();
        let told = fields.len() - lost.len();
        let words = if lost.is_empty() { "nothing is lost".to_owned() } else { lost.join(", ") };
        writeln!(text, "| {form} | {told} of {} | {words} |", fields.len()).expect("a text takes it");
    }
    text
}

#[test]
fn the_table_of_forms_is_that_of_the_program() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).expect("it is there");
    let (before, rest) = readme.split_once(BEGIN).expect("the beginning of the table");
    let (found, after) = rest.split_once(END).expect("the end of the table");
    let expected = table();
    if std::env::var("UPDATE_README").is_ok() {
        std::fs::write(&path, [before, BEGIN, &expected, END, after].concat()).expect("it can be written");
        return;
    }
    assert_eq!(found, expected, "write it anew with UPDATE_README=1");
}
