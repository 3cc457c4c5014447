//! The pages of insights, one per file.

mod application;
mod applications;
mod columns;
mod errors;
mod overview;
mod user;
mod users;

use super::entity::By;
use super::page::PageSpec;

/// All pages, in the order in which the window lists them.
pub static ALL: [PageSpec; 7] = [
    overview::PAGE,
    applications::PAGE,
    application::PAGE,
    application::RESOURCE,
    users::PAGE,
    user::PAGE,
    errors::PAGE,
];

/// The page with this key.
#[must_use]
pub fn page(key: &str) -> Option<&'static PageSpec> {
    ALL.iter().find(|page| page.key == key)
}

/// The page about one of these.
#[must_use]
pub fn page_of(by: By) -> Option<&'static PageSpec> {
    ALL.iter().find(|page| page.of == Some(by))
}
