//! The program: a window, or a verb of the command line.

// A console window would open behind the window; `console.rs` is for those who have one.
#![cfg_attr(windows, windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    signin_lens::cli::run()
}
