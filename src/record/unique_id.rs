//! Identifiers that differ in nearly every record, in 16 bytes where their text allows it.

use std::fmt;

/// An identifier such as a request ID. Its text comes back exactly, but for the case of a GUID's
/// letters, which does not count and is shown in lower case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UniqueId {
    /// A GUID, its digits in the order of its text.
    Guid(u128),
    /// 16 bytes in unpadded URL-safe base64, as unique token identifiers are written.
    Token(u128),
    /// Anything else.
    Text(Box<str>),
}

impl UniqueId {
    /// The identifier that this text spells; surrounding blanks do not count.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let text = text.trim();
        parse_guid(text)
            .map(Self::Guid)
            .or_else(|| parse_token(text).map(Self::Token))
            .unwrap_or_else(|| Self::Text(text.into()))
    }

    /// A number for looking the identifier up; equal identifiers have equal numbers.
    #[must_use]
    pub fn lookup_key(&self) -> i64 {
        match self {
            // The bits of a random GUID or token are as good as a hash of them.
            Self::Guid(bits) | Self::Token(bits) => (*bits as u64 ^ (*bits >> 64) as u64) as i64,
            Self::Text(text) => {
                // FNV-1a: stable over versions and platforms, as the cache file needs.
                let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
                    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
                });
                hash as i64
            }
        }
    }
}

impl fmt::Display for UniqueId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Guid(bits) => {
                let mut text = [b'-'; 36];
                let places = (0..36).filter(|place| !matches!(place, 8 | 13 | 18 | 23));
                for (place, shift) in places.zip((0..32).rev().map(|digit| digit * 4)) {
                    text[place] = b"0123456789abcdef"[(bits >> shift & 15) as usize];
                }
                f.write_str(std::str::from_utf8(&text).unwrap_or_default())
            }
            Self::Token(bits) => {
                // 22 characters carry 132 bits; the last four are zero.
                let mut text = [b'A'; 22];
                for (place, letter) in text.iter_mut().enumerate() {
                    let shift = 122 - 6 * place as i32;
                    let six = if shift >= 0 { bits >> shift } else { bits << -shift };
                    *letter = BASE64_URL[(six & 63) as usize];
                }
                f.write_str(std::str::from_utf8(&text).unwrap_or_default())
            }
            Self::Text(text) => f.write_str(text),
        }
    }
}

const BASE64_URL: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn parse_guid(text: &str) -> Option<u128> {
    let bytes = text.as_bytes();
    if bytes.len() != 36 {
        return None;
    }
    let mut bits = 0u128;
    for (at, byte) in bytes.iter().enumerate() {
        if matches!(at, 8 | 13 | 18 | 23) {
            if *byte != b'-' {
                return None;
            }
            continue;
        }
        bits = bits << 4 | u128::from((*byte as char).to_digit(16)?);
    }
    Some(bits)
}

fn parse_token(text: &str) -> Option<u128> {
    let bytes = text.as_bytes();
    if bytes.len() != 22 {
        return None;
    }
    let mut bits = 0u128;
    for (at, byte) in bytes.iter().enumerate() {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'-' => 62,
            b'_' => 63,
            _ => return None,
        };
        if at < 21 {
            bits = bits << 6 | u128::from(six);
        } else if six.trailing_zeros() >= 4 {
            bits = bits << 2 | u128::from(six >> 4);
        } else {
            // Such a text would not come back the same.
            return None;
        }
    }
    Some(bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guids_and_tokens_come_back_as_they_were() {
        for text in [
            "acf98e2d-8adf-4fe4-9944-bce982548600",
            "00000000-0000-0000-0000-000000000000",
            "LY75rN-K5E-ZRLzpglSGAA",
            "-_-_-_-_-_-_-_-_-_-_-Q",
            "req-17",
            "",
        ] {
            assert_eq!(UniqueId::parse(text).to_string(), text);
        }
        assert!(matches!(UniqueId::parse("LY75rN-K5E-ZRLzpglSGAA"), UniqueId::Token(_)));
        assert_eq!(
            UniqueId::parse("ACF98E2D-8ADF-4FE4-9944-BCE982548600"),
            UniqueId::parse("acf98e2d-8adf-4fe4-9944-bce982548600")
        );
    }

    #[test]
    fn a_token_that_would_change_stays_text() {
        // The last character's low bits are set, so 16 bytes can't carry it.
        assert_eq!(UniqueId::parse("LY75rN-K5E-ZRLzpglSGAB"), UniqueId::Text("LY75rN-K5E-ZRLzpglSGAB".into()));
    }
}
