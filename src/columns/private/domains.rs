//! The domains of tenants, as the usernames of their users tell them.

use std::collections::HashSet;

use foldhash::fast::FixedState;

use crate::columns::Columns;
use crate::fields::{Field, lower};

/// Hosts and products that many tenants share; their names are those of nobody.
const PUBLIC: [&str; 38] = [
    "aol",
    "apple",
    "azure",
    "cloud",
    "email",
    "exchange",
    "fastmail",
    "gmail",
    "gmx",
    "google",
    "googlemail",
    "hotmail",
    "icloud",
    "live",
    "login",
    "mail",
    "mailbox",
    "microsoft",
    "microsoftonline",
    "msn",
    "office",
    "office365",
    "onedrive",
    "onmicrosoft",
    "outlook",
    "portal",
    "proton",
    "protonmail",
    "rocketmail",
    "sharepoint",
    "teams",
    "windows",
    "yahoo",
    "yandex",
    "ymail",
    "zoho",
    "test",
    "example",
];

/// Words that are the name of a tenant only together with the rest of its domain.
const COMMON: [&str; 20] = [
    "account",
    "admin",
    "application",
    "client",
    "company",
    "corp",
    "device",
    "group",
    "home",
    "mobile",
    "office",
    "online",
    "school",
    "security",
    "service",
    "system",
    "team",
    "user",
    "users",
    "work",
];

/// A shorter name is in other words, too.
const SHORTEST: usize = 4;

/// Whether a word names nobody: neither a tenant nor a person.
pub(super) fn is_common(word: &str) -> bool {
    PUBLIC.contains(&word) || COMMON.contains(&word)
}

/// What texts can call a tenant by its domain, each with what stands for it.
pub(super) fn domains(columns: &Columns) -> Vec<(String, String)> {
    let mut met: HashSet<String, FixedState> = HashSet::default();
    let mut names = Vec::new();
    for field in [Field::Username, Field::SignInIdentifier] {
        let texts = columns.text_column(field).dictionary.iter();
        for domain in texts.flat_map(|(_, text)| domains_of(&lower(text))) {
            let first = domain.split('.').next().unwrap_or_default();
            if PUBLIC.contains(&first) || !met.insert(domain.clone()) {
                continue;
            }
            let label = format!("Tenant domain {}", met.len());
            if first.chars().count() >= SHORTEST && !COMMON.contains(&first) {
                if first.contains('-') {
                    names.push((first.replace('-', " "), label.clone()));
                    names.push((first.replace('-', ""), label.clone()));
                }
                names.push((first.to_owned(), label.clone()));
            }
            names.push((domain, label));
        }
    }
    names
}

/// The domain of a username in lower case; of a guest that of their home, too.
fn domains_of(username: &str) -> Vec<String> {
    let Some((local, domain)) = username.rsplit_once('@') else { return Vec::new() };
    let home = local.strip_suffix("#ext#").and_then(|home| home.rsplit_once('_')).map(|(_, home)| home);
    let is_domain = |domain: &&str| {
        domain.split_once('.').is_some_and(|(first, rest)| !first.is_empty() && !rest.is_empty())
            && domain.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'))
    };
    home.into_iter().chain([domain]).filter(is_domain).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guest_has_two_domains() {
        assert_eq!(domains_of("anna@contoso.com"), ["contoso.com"]);
        assert_eq!(
            domains_of("anna_fabrikam.com#ext#@contoso.onmicrosoft.com"),
            ["fabrikam.com", "contoso.onmicrosoft.com"]
        );
        assert!(domains_of("anna").is_empty() && domains_of("anna@localhost").is_empty());
    }
}
