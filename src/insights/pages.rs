//! The pages of insights, one per file.

mod activity;
mod adfs;
mod application;
mod applications;
mod audit;
mod authentication;
mod chronology;
mod clients;
mod columns;
mod conditional_access;
mod errors;
mod groups;
mod overview;
mod places;
mod provisioning;
mod records;
mod risk;
mod user;
mod users;
mod workloads;

use super::entity::By;
use super::page::PageSpec;
use crate::columns::Columns;
use crate::fields::{Field, Report};

/// All pages, in the order in which the window lists them: those about sign-ins, then those about other records.
pub static ALL: [PageSpec; 22] = [
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
    audit::PAGE,
    risk::PAGE,
    activity::PAGE,
    provisioning::PAGE,
];

/// The page with this key.
#[must_use]
pub fn page(key: &str) -> Option<&'static PageSpec> {
    ALL.iter().find(|page| page.key == key)
}

/// Whether a page is about sign-ins, and not about the records of other reports.
#[must_use]
pub fn is_about_sign_ins(page: &PageSpec) -> bool {
    page.logs.iter().any(|log| log.report() == Report::SignIns)
}

/// Whether a page is to be offered: those about other records only where such records are loaded.
#[must_use]
pub fn is_offered(page: &PageSpec, columns: &Columns) -> bool {
    is_about_sign_ins(page) || page.logs.iter().any(|log| !columns.rows_of(log).is_empty())
}

/// Whether there is anything that a page tells of beside sign-ins: that of groups needs look-ups in the directory,
/// those about other records need such records.
#[must_use]
pub fn has_matter(page: &PageSpec, columns: &Columns) -> bool {
    is_offered(page, columns) && (page.key != groups::PAGE.key || columns.offers(Field::Group))
}

/// The page about one of these.
#[must_use]
pub fn page_of(by: By) -> Option<&'static PageSpec> {
    ALL.iter().find(|page| page.of == Some(by))
}
