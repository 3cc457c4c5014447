//! Where sign-ins come from: real places, and addresses from the documentation ranges only
//! (RFC 5737 and RFC 3849; autonomous system numbers from RFC 5398).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// A place as the sign-in log names it.
#[derive(Debug)]
pub struct Place {
    pub city: &'static str,
    pub state: &'static str,
    pub country: &'static str,
    pub latitude: f64,
    pub longitude: f64,
    /// Hours ahead of UTC, in October.
    pub hours_ahead: i64,
}

/// What the tenant says about a network.
#[derive(Clone, Copy, Debug)]
pub enum Naming {
    /// A named location marked as trusted.
    Trusted(&'static str),
    /// A named location that is not trusted.
    Named(&'static str),
    /// Nothing.
    Unnamed,
}

/// A range of addresses at one place.
#[derive(Debug)]
pub struct Network {
    pub place: &'static Place,
    pub naming: Naming,
    pub autonomous_system: u32,
    /// First address and number of addresses.
    v4: ([u8; 4], u32),
    /// The fourth group of `2001:db8:0:x::/64`, where the network offers IPv6.
    v6: Option<u16>,
}

impl Network {
    /// The address of the network's `host`-th machine; every third one has IPv6 where there is any.
    pub fn address(&self, host: u32) -> IpAddr {
        match self.v6 {
            Some(subnet) if host % 3 == 1 => {
                let [high, low] = [((host * 40_503) >> 4) as u16, host as u16 + 16];
                Ipv6Addr::new(0x2001, 0xdb8, 0, subnet, 0, high, 0xfe5b, low).into()
            }
            _ => {
                let (first, count) = self.v4;
                Ipv4Addr::from_bits(u32::from_be_bytes(first) + host % count).into()
            }
        }
    }

    /// True within a named location that the tenant trusts.
    pub fn is_trusted(&self) -> bool {
        matches!(self.naming, Naming::Trusted(_))
    }
}

const fn place(names: [&'static str; 3], latitude: f64, longitude: f64, hours_ahead: i64) -> Place {
    let [city, state, country] = names;
    Place { city, state, country, latitude, longitude, hours_ahead }
}

static LONDON: Place = place(["London", "England", "GB"], 51.50853, -0.12574, 1);
static FELIXSTOWE: Place = place(["Felixstowe", "Suffolk", "GB"], 51.96375, 1.3511, 1);
static LISBON: Place = place(["Lisboa", "Lisboa", "PT"], 38.71667, -9.13333, 1);
static ATHENS: Place = place(["Athens", "Attiki", "GR"], 37.97945, 23.71622, 3);
static OSAKA: Place = place(["Osaka", "Osaka", "JP"], 34.69374, 135.50218, 9);
static DUBAI: Place = place(["Dubai", "Dubayy", "AE"], 25.07725, 55.30927, 4);
static SINGAPORE: Place = place(["Singapore", "", "SG"], 1.28967, 103.85007, 8);
static TOKYO: Place = place(["Tokyo", "Tokyo", "JP"], 35.6895, 139.69171, 9);
static GOTHENBURG: Place = place(["Göteborg", "Västra Götaland", "SE"], 57.70716, 11.96679, 2);
static AMSTERDAM: Place = place(["Amsterdam", "Noord-Holland", "NL"], 52.37403, 4.88969, 2);
static DUBLIN: Place = place(["Dublin", "Dublin", "IE"], 53.33306, -6.24889, 1);

const fn network(
    place: &'static Place,
    naming: Naming,
    autonomous_system: u32,
    v4: ([u8; 4], u32),
    v6: Option<u16>,
) -> Network {
    Network { place, naming, autonomous_system, v4, v6 }
}

use Naming::{Named, Trusted, Unnamed};

// The company's own networks.
pub static LONDON_OFFICE: Network = network(&LONDON, Trusted("London office"), 64_496, ([198, 51, 100, 1], 4), None);
pub static LISBON_OFFICE: Network = network(&LISBON, Trusted("Lisbon office"), 64_497, ([198, 51, 100, 65], 2), None);
pub static ATHENS_OFFICE: Network = network(&ATHENS, Trusted("Athens office"), 64_498, ([198, 51, 100, 97], 2), None);
pub static OSAKA_OFFICE: Network =
    network(&OSAKA, Trusted("Osaka office"), 64_499, ([198, 51, 100, 129], 2), Some(0x130));
pub static DEPOT: Network = network(&FELIXSTOWE, Trusted("Felixstowe depot"), 64_496, ([198, 51, 100, 33], 3), None);

// Homes and phones.
pub static LONDON_HOMES: Network = network(&LONDON, Unnamed, 64_500, ([203, 0, 113, 1], 60), Some(0x440));
pub static LISBON_HOMES: Network = network(&LISBON, Unnamed, 64_501, ([203, 0, 113, 65], 30), Some(0x351));
pub static ATHENS_HOMES: Network = network(&ATHENS, Unnamed, 64_502, ([203, 0, 113, 97], 30), None);
pub static OSAKA_HOMES: Network = network(&OSAKA, Unnamed, 64_503, ([203, 0, 113, 129], 30), Some(0x810));
pub static BRITISH_PHONES: Network = network(&FELIXSTOWE, Unnamed, 64_504, ([203, 0, 113, 192], 24), Some(0x441));

// The partner of the two guests.
pub static PARTNER_OFFICE: Network =
    network(&GOTHENBURG, Named("Partner networks"), 64_505, ([198, 51, 100, 200], 2), None);

// Hotels of the journey.
pub static DUBAI_HOTEL: Network = network(&DUBAI, Unnamed, 64_506, ([192, 0, 2, 17], 3), None);
pub static SINGAPORE_HOTEL: Network = network(&SINGAPORE, Unnamed, 64_507, ([192, 0, 2, 33], 3), Some(0x650));
pub static TOKYO_HOTEL: Network = network(&TOKYO, Unnamed, 64_508, ([192, 0, 2, 49], 3), None);

/// The hosting network from which passwords are sprayed.
pub static SPRAY_SOURCE: Network = network(&AMSTERDAM, Unnamed, 64_509, ([192, 0, 2, 203], 5), None);

// Where workloads run.
pub static CLOUD_DUBLIN: Network = network(&DUBLIN, Unnamed, 64_510, ([192, 0, 2, 129], 12), Some(0x353));
pub static SERVER_ROOM: Network = network(&LONDON, Trusted("London office"), 64_496, ([198, 51, 100, 17], 6), None);
