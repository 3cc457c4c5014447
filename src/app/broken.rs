//! What is told of a panic, which none should be: where in the program it was, and nothing of any record.
//!
//! The text of a panic may quote what was being worked on, a user's name among it. It is neither printed nor shown.

use std::cell::RefCell;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};

thread_local! {
    /// Where the last panic of this thread was.
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// From now on, a panic tells its place in the program and not its text.
pub fn watch() {
    set_hook(Box::new(|panic| {
        let place =
            panic.location().map(|at| format!("{}:{}:{}", at.file(), at.line(), at.column())).unwrap_or_default();
        // Nobody may be reading, and a panic of the hook would end the program.
        let _ = writeln!(std::io::stderr(), "signin-lens: something went wrong inside the program, at {place}");
        PLACE.with_borrow_mut(|last| *last = place);
    }));
}

/// A part of the program failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The line of the program, if [`watch`] was called before.
    pub place: String,
}

impl Broken {
    /// What whoever mends it must know.
    #[must_use]
    pub fn details(&self) -> String {
        let (system, machine) = (std::env::consts::OS, std::env::consts::ARCH);
        format!("signin-lens {} on {system} {machine}, at {}", env!("CARGO_PKG_VERSION"), self.place)
    }
}

/// Does something; if it panics, tells where.
///
/// What it was changing may be half changed: hand in only what is thrown away then, or right in any state.
pub fn caught<T>(work: impl FnOnce() -> T) -> Result<T, Broken> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| Broken { place: PLACE.with_borrow_mut(std::mem::take) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_tells_where_it_was_and_not_what_it_said() {
        watch();
        assert_eq!(caught(|| 1), Ok(1));
        let broken = caught(|| panic!("zoe@contoso.example")).expect_err("it panics");
        assert!(broken.place.starts_with("src/app/broken.rs:"), "{}", broken.place);
        assert!(!broken.details().contains("zoe"));
    }
}
