//! The program: a window, or a verb of the command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    signin_lens::cli::run()
}
