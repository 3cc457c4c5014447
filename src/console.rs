//! The same program for the console of Windows, where a program with a window of its own writes to none.

use std::process::ExitCode;

fn main() -> ExitCode {
    signin_lens::cli::run()
}
