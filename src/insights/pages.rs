//! The pages of insights, one per file.

mod adfs;
mod application;
mod applications;
mod authentication;
mod chronology;
mod clients;
mod columns;
mod conditional_access;
mod errors;
mod overview;
mod places;
mod user;
mod users;
mod workloads;

use super::entity::By;
use super::page::PageSpec;

/// All pages, in the order in which the window lists them.
pub static ALL: [PageSpec; 16] = [
    overview::PAGE,
    applications::PAGE,
    application::PAGE,
    application::RESOURCE,
    users::PAGE,
    user::PAGE,
    chronology::PAGE,
    workloads::PAGE,
    workloads::ONE,
    authentication::PAGE,
    conditional_access::PAGE,
    conditional_access::ONE,
    errors::PAGE,
    clients::PAGE,
    places::PAGE,
    adfs::PAGE,
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
