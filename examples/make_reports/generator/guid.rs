//! Identifiers in the shape of GUIDs: written down, derived from a name, or drawn.

use std::fmt;

use serde::{Serialize, Serializer};

/// A GUID. Those of the made-up tenant are derived from names, so that they are the same in every
/// run and no table has to list them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Guid(u128);

impl Guid {
    /// The GUID written as `text`, for identifiers that are facts (Microsoft's own applications).
    pub const fn literal(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut value = 0;
        let mut place = 0;
        while place < bytes.len() {
            let digit = match bytes[place] {
                digit @ b'0'..=b'9' => digit - b'0',
                letter @ b'a'..=b'f' => letter - b'a' + 10,
                b'-' => {
                    place += 1;
                    continue;
                }
                _ => panic!("a GUID has lower-case hexadecimal digits and hyphens"),
            };
            value = value << 4 | digit as u128;
            place += 1;
        }
        Self(value)
    }

    /// The GUID that `name` has among things of one `kind`.
    pub const fn named(kind: &str, name: &str) -> Self {
        let hash = mix(fnv1a(fnv1a(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d, kind.as_bytes()), name.as_bytes()));
        Self::version_4(hash)
    }

    /// The GUID made of `bits`, marked as random (version 4).
    pub const fn version_4(bits: u128) -> Self {
        let unmarked = bits & !(0xf << 76) & !(0b11 << 62);
        Self(unmarked | 0x4 << 76 | 0b10 << 62)
    }

    /// A request ID: Entra ID's end in a zero byte.
    pub const fn request(bits: u128) -> Self {
        Self(Self::version_4(bits).0 & !0xff)
    }

    /// The unique token identifier of the sign-in with this request ID.
    ///
    /// It is the request ID once more: its bytes in the order Windows stores them (the first three
    /// groups little-endian), in base64url without padding.
    pub fn token_identifier(self) -> String {
        const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let mut bytes = self.0.to_be_bytes();
        bytes[..4].reverse();
        bytes[4..6].reverse();
        bytes[6..8].reverse();
        (0..22)
            .map(|sextet| {
                let bit = sextet * 6;
                let high = u16::from(bytes[bit / 8]) << 8;
                let low = bytes.get(bit / 8 + 1).copied().map_or(0, u16::from);
                let index = (high | low) >> (10 - bit % 8) & 0x3f;
                char::from(ALPHABET[usize::from(index)])
            })
            .collect()
    }
}

impl fmt::Display for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = self.0;
        write!(
            f,
            "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
            value >> 96,
            value >> 80 & 0xffff,
            value >> 64 & 0xffff,
            value >> 48 & 0xffff,
            value & 0xffff_ffff_ffff,
        )
    }
}

impl Serialize for Guid {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// FNV-1a, 128 bits wide.
const fn fnv1a(mut hash: u128, bytes: &[u8]) -> u128 {
    let mut place = 0;
    while place < bytes.len() {
        hash = (hash ^ bytes[place] as u128).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        place += 1;
    }
    hash
}

/// Spreads the last bytes of a name over all digits, which FNV does not do.
const fn mix(hash: u128) -> u128 {
    let hash = (hash ^ hash >> 67).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
    let hash = (hash ^ hash >> 59).wrapping_mul(0xda94_2042_e4dd_58b5_94d0_49bb_1331_11eb);
    hash ^ hash >> 61
}
