//! `pack`: a review pack, as a page for the browser or as an Excel workbook.

use std::io::Write;

use clap::Args;

use super::chart::DrawingArgs;
use super::report::{self, Question};
use super::{Failure, Shared};
use crate::app::hiding;
use crate::app::pack::{PackRequest, pack};
use crate::export::atomic::write_file;
use crate::export::chart::{Look, Size, Theme};
use crate::export::pack::{html, workbook};
use crate::insights::{PageSpec, pages};
use crate::query::Scope;

/// What the pack holds. The file's ending, .html or .xlsx, decides the format.
#[derive(Debug, Args)]
pub(super) struct PackArgs {
    /// The reports in it, separated by commas; all if not given
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    reports: Vec<String>,
    /// Its title
    #[arg(long, value_name = "TEXT", default_value = "Review of sign-ins")]
    title: String,
    #[command(flatten)]
    question: Question,
    #[command(flatten)]
    drawing: DrawingArgs,
}

/// Writes the pack to the file of `--output`.
pub(super) fn run(args: &PackArgs, shared: &Shared) -> Result<(), Failure> {
    let path =
        shared.output.as_ref().ok_or_else(|| Failure::call("Name the pack with -o FILE.html or -o FILE.xlsx"))?;
    let pages: Vec<&'static PageSpec> = if args.reports.is_empty() {
        pages::ALL.iter().filter(|page| page.of.is_none()).collect()
    } else {
        args.reports.iter().map(|name| report::page(name)).collect::<Result<_, _>>()?
    };
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let is_workbook = match ending.as_deref() {
        Some("html" | "htm") => false,
        Some("xlsx") => true,
        _ => return Err(Failure::call("The pack's name must end in .html or .xlsx")),
    };
    for page in &pages {
        args.question.subject.check(page)?;
    }
    let cache = shared.open_cache()?;
    // Sources are those of the sign-ins that are counted, whatever is imported meanwhile.
    let pack = cache.at_one_moment(|| {
        let columns = shared.columns_of(&cache)?;
        let scope = Scope::new(&columns, shared.clock());
        let question = shared.question_of(&cache, &args.question)?;
        let request = PackRequest {
            title: hiding(columns.pseudonyms().map(AsRef::as_ref))(&args.title),
            // Of all reports those are left out that have nothing to tell of.
            pages: pages
                .into_iter()
                .filter(|page| !args.reports.is_empty() || pages::has_matter(page, &columns))
                .collect(),
            filter: question.query.and(&question.subject.filter(&scope)?),
            period: question.period(),
            every: question.every(),
            choices: question.choices(),
            drawing: args.drawing.drawing(),
        };
        pack(&scope, &cache, &request).map_err(Failure::input)
    })??;
    let written = if is_workbook {
        write_file(path, |out| workbook(&pack, out))
    } else {
        let page = html(&pack, &Look::sized(Size::Document, 1.0, Theme::Light));
        write_file(path, |out| out.write_all(page.as_bytes()))
    };
    written.map_err(Failure::input)
}
