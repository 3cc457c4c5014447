//! The review pack that is being chosen.

use std::path::PathBuf;
use std::sync::Arc;

use super::command::Sheet;
use super::export::ExportError;
use super::exporting::{Exports, RunningExport};
use super::insights::Span;
use super::jobs::{PackJob, Packed};
use super::pack::{PackFormat, PackRequest};
use super::state::{Effect, Notice, State};
use crate::export::file::ExportProgress;
use crate::export::visible::visible;
use crate::insights::{Choices, PageSpec, Period, pages};
use crate::texts::text;

/// What the user wants of the pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackCommand {
    /// Open the dialog.
    Open,
    /// Give it a title.
    SetTitle(String),
    /// Let it tell of this time.
    SetSpan(Span),
    /// Put the page with this key in with `true`, or leave it out.
    SetPage(&'static str, bool),
    /// Write it in this form.
    SetFormat(PackFormat),
    /// Write it to a file that the system's dialog asks for.
    ChooseFile,
}

/// What is known of the pack that is being chosen.
#[derive(Clone, Debug)]
pub struct Packing {
    /// Its title.
    pub title: String,
    /// The time; `None` for that of the pages.
    span: Option<Span>,
    /// What is to be written, while the system's dialog asks for the file.
    chosen: Option<(PackRequest, PackFormat)>,
}

/// The title of a pack unless another is typed; as all of a pack, it is English.
const TITLE: &str = "Review of sign-ins";

impl Default for Packing {
    fn default() -> Self {
        Self { title: TITLE.to_owned(), span: None, chosen: None }
    }
}

impl Packing {
    /// Forgets what was to be written.
    pub(super) fn forget_choice(&mut self) {
        self.chosen = None;
    }
}

/// A page that a pack can hold.
#[derive(Clone, Copy, Debug)]
pub struct PackPage {
    /// The page.
    pub spec: &'static PageSpec,
    /// Whether its logs have records under the filter.
    pub has_data: bool,
    /// Whether it is in the pack.
    pub is_in: bool,
}

impl State {
    /// The time that the pack tells of.
    #[must_use]
    pub fn pack_span(&self) -> Span {
        let is_limited = self.query.time_range().is_some();
        self.packing.span.filter(|span| is_limited || *span != Span::Filter).unwrap_or_else(|| self.page_span())
    }

    /// The pages that a pack can hold, in the order of their list.
    #[must_use]
    pub fn pack_pages(&self) -> Vec<PackPage> {
        let matching = self.counts.as_ref().filter(|counts| counts.key.query == self.query);
        let has_data = |spec: &PageSpec| {
            spec.logs.iter().any(|log| match matching {
                Some(counts) => counts.matching[log as usize] > 0,
                None => !self.columns.rows_of(log).is_empty(),
            })
        };
        let about_all = pages::ALL.iter().filter(|page| page.of.is_none() && pages::is_offered(page, &self.columns));
        about_all
            .map(|spec| {
                let has_data = has_data(spec) && pages::has_matter(spec, &self.columns);
                PackPage { spec, has_data, is_in: self.settings.pack.has(spec.key, has_data) }
            })
            .collect()
    }

    pub(super) fn apply_pack(&mut self, command: PackCommand) {
        match command {
            PackCommand::Open => self.sheet = Some(Sheet::Pack),
            PackCommand::SetTitle(title) => self.packing.title = title,
            PackCommand::SetSpan(span) => self.packing.span = Some(span),
            PackCommand::SetPage(key, is_in) => {
                let page = self.pack_pages().into_iter().find(|page| page.spec.key == key);
                if let Some(page) = page {
                    self.settings.pack.set(key, is_in, page.has_data);
                }
            }
            PackCommand::SetFormat(format) => self.settings.pack.format = format,
            PackCommand::ChooseFile => self.choose_pack_file(),
        }
    }

    fn choose_pack_file(&mut self) {
        let request = self.pack_request();
        if request.pages.is_empty() {
            return;
        }
        let format = self.settings.pack.format;
        let name = file_name(&request.title, format);
        self.packing.chosen = Some((request, format));
        self.effects.push(Effect::PickPackFile { name, ending: format.ending() });
    }

    fn pack_request(&self) -> PackRequest {
        let title = self.packing.title.trim();
        let period = match self.pack_span() {
            Span::Of(period) => period,
            Span::Filter => Period::All,
        };
        PackRequest {
            title: if title.is_empty() { TITLE.to_owned() } else { title.to_owned() },
            pages: self.pack_pages().into_iter().filter(|page| page.is_in).map(|page| page.spec).collect(),
            filter: self.query.clone(),
            period,
            every: self.insights.options.every,
            choices: Choices::default(),
            drawing: self.drawing(),
        }
    }

    /// Writes the pack that was chosen. The file's ending decides the form where it is one of a pack.
    pub(super) fn write_pack(&mut self, path: PathBuf) {
        if self.refuse_while_hiding() {
            return;
        }
        let is_open = self.sheet == Some(Sheet::Pack);
        let open = || is_open.then(|| (self.pack_request(), self.settings.pack.format));
        let Some((request, format)) = self.packing.chosen.clone().or_else(open) else { return };
        self.packing.chosen = None;
        if request.pages.is_empty() {
            return;
        }
        if self.exporting.running.is_some() {
            let text = text!("pack-other-runs").to_owned();
            self.notice = Some(Notice { text, is_error: true });
            return;
        }
        if is_open {
            self.sheet = None;
        }
        self.notice = None;
        let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
        let job = PackJob {
            columns: self.columns.clone(),
            clock: self.settings.clock(),
            end_at_now: self.settings.end_at_now,
            request,
            format: PackFormat::of_ending(&ending).unwrap_or(format),
            path: path.clone(),
        };
        let progress = Arc::new(ExportProgress::default());
        if self.jobs.pack(job, progress.clone()) {
            self.exporting.running = Some(RunningExport { path, progress, of: Exports::Pack });
        }
    }

    pub(super) fn take_packed(&mut self, packed: Packed) {
        self.exporting.running = None;
        let text = match packed.result {
            Ok(()) => text!("pack-wrote", path = self.shown_path(&packed.path)),
            Err(ExportError::Cancelled) => text!("pack-cancelled").to_owned(),
            Err(error) => return self.tell_failure(error.to_string()),
        };
        self.notice = Some(Notice { text, is_error: false });
    }
}

/// Bytes of a name that is made of a title: with its ending, a number and what an unfinished file is called by, it stays
/// below the 255 bytes of most file systems, and within what sync clients take.
const MOST_BYTES: usize = 100;

/// Names that Windows keeps for devices, whatever their ending. Source: Microsoft, "Naming Files, Paths, and Namespaces".
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// The title in letters that every system takes for a file.
fn file_name(title: &str, format: PackFormat) -> String {
    let plain: String = title
        .chars()
        .map(|letter| {
            // Some letters are not seen, such as the fillers of Hangul.
            let is_seen =
                letter.is_alphanumeric() && visible(letter.encode_utf8(&mut [0; 4])).len() == letter.len_utf8();
            if is_seen { letter.to_lowercase().next().unwrap_or(letter) } else { '-' }
        })
        .collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    let whole = words.join("-");
    let name = whole[..whole.floor_char_boundary(MOST_BYTES)].trim_end_matches('-');
    let is_device = DEVICES.iter().any(|device| {
        // Behind the ports a digit, also a raised one.
        name.strip_prefix(device).is_some_and(|rest| rest.chars().all(char::is_numeric) && rest.chars().count() < 2)
    });
    let before = if name.is_empty() || is_device { "review" } else { "" };
    let between = if is_device { "-" } else { "" };
    format!("{before}{between}{name}.{}", format.ending())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_file_is_named_after_the_title_in_letters_that_every_system_takes() {
        for (title, name) in [
            ("Review of sign-ins", "review-of-sign-ins.html"),
            ("Contoso: October/2026?", "contoso-october-2026.html"),
            ("???", "review.html"),
            ("../../etc/passwd", "etc-passwd.html"),
            ("CON", "review-con.html"),
            ("com1", "review-com1.html"),
            ("LPT\u{b2}", "review-lpt\u{b2}.html"),
            ("Console", "console.html"),
            ("gpj.\u{202e}exe", "gpj-exe.html"),
        ] {
            assert_eq!(file_name(title, PackFormat::Html), name);
        }
    }

    proptest! {
        #[test]
        fn no_title_makes_a_name_that_some_system_refuses(title in "(?s)(\\PC|[<>:\"/\\\\|?*.\u{0}-\u{1f} \u{202e}\u{200b}]){0,300}") {
            let name = file_name(&title, PackFormat::Xlsx);
            prop_assert!(name.len() <= MOST_BYTES + 12, "{} bytes", name.len());
            prop_assert!(!name.contains(['<', '>', ':', '"', '/', '\\', '|', '?', '*', ' ']), "{}", name);
            prop_assert_eq!(visible(&name), name.as_str());
            let stem = name.strip_suffix(".xlsx").unwrap_or_default();
            prop_assert!(!stem.is_empty() && !stem.starts_with(['.', '-']) && !stem.ends_with(['.', '-']), "{}", name);
            prop_assert!(!stem.contains('.') && !DEVICES.contains(&stem), "{}", name);
        }
    }
}
