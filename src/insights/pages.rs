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
mod groups;
mod overview;
mod places;
mod user;
mod users;
mod workloads;

use super::entity::By;
use super::page::PageSpec;
use crate::columns::Columns;
use crate::fields::Field;

/// All pages, in the order in which the window lists them.
pub static ALL: [PageSpec; 18] = [
    overview::PAGE,
    applications::PAGE,
    application::PAGE,
    application::RESOURCE,
    users::PAGE,
    user::PAGE,
    chronology::PAGE,
    groups::PAGE,
    groups::ONE,
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

/// Whether there is anything that a page tells of beside sign-ins: that of groups needs look-ups in the directory.
#[must_use]
pub fn has_matter(page: &PageSpec, columns: &Columns) -> bool {
    page.key != groups::PAGE.key || columns.offers(Field::Group)
}

/// The page about one of these.
#[must_use]
pub fn page_of(by: By) -> Option<&'static PageSpec> {
    ALL.iter().find(|page| page.of == Some(by))
}
