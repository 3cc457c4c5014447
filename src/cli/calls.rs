//! Calls that are refused before anything is done, since a part of them would be ignored.

use super::output::Format;
use super::{Failure, Shared, Verb, WindowOptions};

impl Verb {
    /// Whether it writes something else than a table, to files with endings of their own.
    pub(super) fn has_own_files(&self) -> bool {
        match self {
            Self::List(args) => args.originals,
            Self::Chart(args) => args.is_picture(),
            Self::Pack(_) | Self::Propose(_) => true,
            Self::Import(_)
            | Self::Groups(_)
            | Self::Count(_)
            | Self::Series(_)
            | Self::Usage(_)
            | Self::Report(_)
            | Self::Explain(_)
            | Self::Sources
            | Self::Verify
            | Self::Check
            | Self::Rescue
            | Self::Encrypt
            | Self::Decrypt
            | Self::Forget(_)
            | Self::NameGroup(_)
            | Self::Rejects(_)
            | Self::Fields => false,
        }
    }
}

impl WindowOptions {
    /// Fails if something was named for the window, which a verb does not open.
    pub(super) fn refuse_beside_a_verb(&self) -> Result<(), Failure> {
        if self.query.is_some() {
            return Err(Failure::call("Write --where behind the verb"));
        }
        let given = [
            ("--sample", self.sample),
            ("--new-window", self.new_window),
            ("--renderer", self.renderer.is_some()),
            ("--screenshot", self.screenshot.is_some()),
            ("--view", self.view.is_some()),
            ("--size", self.size.is_some()),
            ("--scale", self.scale.is_some()),
            ("--theme", self.theme.is_some()),
        ];
        match given.into_iter().find(|(_, is_given)| *is_given) {
            Some((option, _)) => Err(Failure::call(format!("{option} is for the window, which a verb does not open"))),
            None => Ok(()),
        }
    }
}

impl Shared {
    /// Fails if something was named for a result, which the window does not print.
    pub(super) fn refuse_beside_a_window(&self) -> Result<(), Failure> {
        let given =
            [("--format", self.given_format.is_some()), ("--output", self.output.is_some()), ("--bom", self.bom)];
        match given.into_iter().find(|(_, is_given)| *is_given) {
            Some((option, _)) => {
                Err(Failure::call(format!("{option} is for the result of a verb, such as `signin-lens list`")))
            }
            None => Ok(()),
        }
    }

    /// Fails if nothing tells in which form a table is to be written.
    pub(super) fn check_output(&self) -> Result<(), Failure> {
        match (self.given_format, &self.output) {
            (Some(Format::Xlsx), None) => {
                Err(Failure::call("An Excel workbook needs a file: name it with -o FILE.xlsx"))
            }
            (None, Some(path)) if path.extension().is_some() && Format::of_file(path).is_none() => {
                Err(Failure::call(format!(
                    "The ending of {} tells no format: expected .csv, .json, .xlsx or .txt, or --format beside it",
                    path.display()
                )))
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use crate::cli::Cli;

    #[test]
    fn what_is_for_the_window_is_refused_beside_a_verb() {
        let sentence = |call: &[&str]| {
            let cli = Cli::try_parse_from(call).expect("known options");
            assert!(cli.verb.is_some(), "{call:?}");
            cli.window.refuse_beside_a_verb().err().map(|failure| (failure.code, failure.sentence))
        };
        for (call, expected) in [
            (&["signin-lens", "--sample", "list"][..], "--sample is for the window"),
            (&["signin-lens", "--screenshot", "a.png", "--theme", "dark", "sources"], "--screenshot is for the window"),
            (&["signin-lens", "--where", "status:failure", "list"], "--where behind the verb"),
        ] {
            let (code, sentence) = sentence(call).expect("a failure");
            assert!(code == 2 && sentence.contains(expected), "{call:?}: {sentence}");
        }
        assert_eq!(sentence(&["signin-lens", "--time-zone", "UTC", "list", "--where", "status:failure"]), None);
    }
}
