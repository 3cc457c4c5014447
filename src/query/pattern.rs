//! What a single value is compared with.

use std::net::IpAddr;

use super::expr::Number;
use super::regular::Regular;
use crate::fields::{Field, Kind};
use crate::record::UniqueId;
use crate::reference::countries;

/// What a value is compared with. Case never counts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Pattern {
    /// The value is this text, in its stored form; for a bare word and in notes, contains it. The empty
    /// text stands for "nothing is known".
    Exact(String),
    /// The whole value fits these pieces, of which at least one is a wildcard.
    Wildcard(Vec<Piece>),
    /// The address lies in this network.
    Network(Network),
    /// The client app uses legacy authentication; a blank one is neither this nor [`Self::Modern`].
    Legacy,
    /// The client app uses modern authentication.
    Modern,
    /// The value fits this regular expression.
    Regular(Regular),
}

/// A piece of a pattern with wildcards.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Piece {
    /// This text; never empty, never beside another.
    Text(String),
    /// `?`: one character.
    One,
    /// `*`: any characters, or none.
    Run,
}

/// An IPv4 or IPv6 network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Network {
    address: IpAddr,
    prefix: u8,
}

impl Network {
    /// The network of this address; bits behind the prefix do not count. `None` if the prefix is longer
    /// than the address.
    #[must_use]
    pub fn new(address: IpAddr, prefix: u8) -> Option<Self> {
        (prefix <= width(address)).then(|| Self { address: masked(address, prefix), prefix })
    }

    /// The network that `203.0.113.0/24` or `2001:db8::/32` spells.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (address, prefix) = text.split_once('/')?;
        if !prefix.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        Self::new(address.parse().ok()?, prefix.parse().ok()?)
    }

    /// Whether the address lies in it. An IPv4 address in IPv6 clothing counts as what it is.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        [address, address.to_canonical()]
            .into_iter()
            .any(|address| address.is_ipv4() == self.address.is_ipv4() && masked(address, self.prefix) == self.address)
    }
}

impl std::fmt::Display for Network {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.address, self.prefix)
    }
}

fn width(address: IpAddr) -> u8 {
    if address.is_ipv4() { 32 } else { 128 }
}

fn masked(address: IpAddr, prefix: u8) -> IpAddr {
    match address {
        IpAddr::V4(v4) => {
            let mask = u32::MAX.checked_shl(32 - u32::from(prefix)).unwrap_or(0);
            IpAddr::V4((v4.to_bits() & mask).into())
        }
        IpAddr::V6(v6) => {
            let mask = u128::MAX.checked_shl(128 - u32::from(prefix)).unwrap_or(0);
            IpAddr::V6((v6.to_bits() & mask).into())
        }
    }
}

impl Pattern {
    /// The pattern that a value of a field stands for, in the field's stored form where it is known:
    /// `Not applied` becomes `notApplied`, `AADSTS50126` becomes `50126`.
    #[must_use]
    pub fn exact(field: Field, text: &str) -> Self {
        Self::known(field, text).unwrap_or_else(|| Self::Exact(text.to_owned()))
    }

    /// The pattern of a value that the field can hold; `None` if it can't hold such a value, so that it is
    /// either a slip or something new.
    pub(super) fn known(field: Field, text: &str) -> Option<Self> {
        let spec = field.spec();
        let stored = match spec.kind {
            Kind::Flag => spec.known_value(text)?.to_owned(),
            Kind::Choice | Kind::List => match spec.known_value(text) {
                Some(value) => value.to_owned(),
                None if spec.is_open => text.to_owned(),
                None => return None,
            },
            Kind::Code => code(text)?,
            Kind::Number(unit) => number(text, unit)?.get().to_string(),
            Kind::UniqueId => UniqueId::parse(text).to_string(),
            Kind::Address => match Network::parse(text) {
                Some(network) => return Some(Self::Network(network)),
                None => text.parse::<IpAddr>().ok()?.to_canonical().to_string(),
            },
            Kind::Time => return None,
            // Sign-ins hold codes.
            Kind::Text if field == Field::Country && countries::code_of(text).is_some() => return None,
            Kind::Text | Kind::Id | Kind::Steps | Kind::Policies => text.to_owned(),
        };
        Some(Self::Exact(stored))
    }

    /// The pattern of these pieces; exact if none of them is a wildcard.
    pub(super) fn of_pieces(pieces: Vec<Piece>, exact: impl FnOnce(&str) -> Self) -> Self {
        let mut merged: Vec<Piece> = Vec::with_capacity(pieces.len());
        for piece in pieces {
            match (merged.last_mut(), piece) {
                (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
                (_, Piece::Text(text)) if text.is_empty() => {}
                (Some(Piece::Run), Piece::Run) => {}
                (_, piece) => merged.push(piece),
            }
        }
        match merged.as_slice() {
            [] => exact(""),
            [Piece::Text(text)] => exact(text),
            _ => Self::Wildcard(merged),
        }
    }
}

/// The digits of an error code, which may stand behind `AADSTS`.
pub(super) fn code(text: &str) -> Option<String> {
    let digits = match text.get(..6) {
        Some(prefix) if prefix.eq_ignore_ascii_case("AADSTS") => &text[6..],
        _ => text,
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let plain = digits.trim_start_matches('0');
    Some(if plain.is_empty() { "0" } else { plain }.to_owned())
}

/// A number, perhaps with the unit of its field.
pub(super) fn number(text: &str, unit: &str) -> Option<Number> {
    Number::parse(text.strip_suffix(unit).unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn networks_forget_the_bits_behind_their_prefix() {
        let network = Network::parse("203.0.113.77/24").expect("a network");
        assert_eq!(network.to_string(), "203.0.113.0/24");
        assert!(network.contains("203.0.113.255".parse().expect("an address")));
        assert!(network.contains("::ffff:203.0.113.1".parse().expect("an address")));
        assert!(!network.contains("203.0.114.0".parse().expect("an address")));
        let all = Network::parse("0.0.0.0/0").expect("a network");
        assert!(all.contains("8.8.8.8".parse().expect("an address")));
        assert!(!all.contains("2001:db8::1".parse().expect("an address")));
        for wrong in ["1.2.3.4", "1.2.3.4/33", "1.2.3/8", "::/129", "1.2.3.4/+8", "1.2.3.4/"] {
            assert_eq!(Network::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn values_take_their_stored_form() {
        let exact = |text: &str| Pattern::Exact(text.to_owned());
        assert_eq!(Pattern::exact(Field::ConditionalAccess, "Not applied"), exact("notApplied"));
        assert_eq!(Pattern::exact(Field::Managed, "Yes"), exact("true"));
        assert_eq!(Pattern::exact(Field::ErrorCode, "aadsts050126"), exact("50126"));
        assert_eq!(Pattern::exact(Field::Latency, "120ms"), exact("120"));
        assert_eq!(Pattern::exact(Field::Ip, "2001:DB8:0:0::1"), exact("2001:db8::1"));
        assert_eq!(Pattern::exact(Field::User, "Anna"), exact("Anna"));
    }
}
