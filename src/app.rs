//! State of the running program: what is loaded, what is shown, and the commands that change it.

mod command;

pub use command::{Command, View};
