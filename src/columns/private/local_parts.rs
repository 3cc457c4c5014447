//! The first parts of usernames, by which people call files and groups after somebody.

use super::domains::is_common;
use crate::fields::lower;

/// A shorter one is in other words, too.
const SHORTEST: usize = 3;

/// What a file or group can call somebody by, each with what stands for them; nothing if the name is no username.
pub(super) fn local_parts(name: &str, label: &str) -> Vec<(String, String)> {
    let Some((local, _)) = name.rsplit_once('@') else { return Vec::new() };
    let local = lower(local);
    // Of guests, that of their home.
    let local =
        local.strip_suffix("#ext#").and_then(|home| home.rsplit_once('_')).map_or(local.as_str(), |home| home.0);
    if local.chars().count() < SHORTEST || is_common(local) {
        return Vec::new();
    }
    let mut spelled = vec![local.to_owned()];
    for gap in ["_", "-", " ", ""] {
        let other = local.replace(['.', '_', '-'], gap);
        if !spelled.contains(&other) {
            spelled.push(other);
        }
    }
    spelled.into_iter().map(|text| (text, label.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_username_is_known_by_its_first_part_however_it_is_spelled() {
        let of = |name| local_parts(name, "User 1").into_iter().map(|(text, _)| text).collect::<Vec<_>>();
        assert_eq!(of("Anna.Berg@contoso.com"), ["anna.berg", "anna_berg", "anna-berg", "anna berg", "annaberg"]);
        assert_eq!(of("zoe_fabrikam.com#EXT#@contoso.onmicrosoft.com"), ["zoe"]);
        assert!(of("admin@contoso.com").is_empty() && of("ab@contoso.com").is_empty() && of("Anna Berg").is_empty());
    }
}
