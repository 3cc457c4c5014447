//! The made-up company Brackwater & Loom: tenants, departments, people.

use super::guid::Guid;
use super::machines::{ANDROID, DESKTOP, IPHONE, LAPTOP, LINUX, MACBOOK, Machine, OWN_COMPUTER};
use super::networks::{
    ATHENS_HOMES, ATHENS_OFFICE, BRITISH_PHONES, DEPOT, LISBON_HOMES, LISBON_OFFICE, LONDON_HOMES, LONDON_OFFICE,
    Network, OSAKA_HOMES, OSAKA_OFFICE, PARTNER_OFFICE,
};

/// An organisation's directory.
#[derive(Debug, PartialEq, Eq)]
pub struct Tenant {
    pub id: Guid,
    pub domain: &'static str,
}

const fn tenant(domain: &'static str) -> Tenant {
    Tenant { id: Guid::named("tenant", domain), domain }
}

/// Brackwater & Loom itself.
pub static OURS: Tenant = tenant("brackwater-loom.example");
/// The home of the guests.
pub static PARTNER: Tenant = tenant("osterlund-gearworks.example");
/// Who makes the expenses application.
pub static VENDOR: Tenant = tenant("tidebook.example");
/// The owner of Microsoft's own applications (its ID is a fact).
pub static MICROSOFT: Tenant =
    Tenant { id: Guid::literal("f8cdef31-a31e-4b4a-93e4-5f571e91255a"), domain: "microsoft.com" };

/// A department.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Department {
    Design,
    Engineering,
    Finance,
    /// Runs the directory.
    InformationTechnology,
    Operations,
    PeopleAndLaw,
    Sales,
    Warehouse,
    /// Of another organisation.
    Guest,
    /// A mailbox that several people or a machine use.
    SharedMailbox,
}

/// Where somebody works: in the company's rooms or from elsewhere.
#[derive(Debug)]
pub struct Base {
    pub rooms: &'static Network,
    pub elsewhere: &'static Network,
    /// In how many of 100 days somebody works elsewhere.
    pub elsewhere_percent: u32,
    /// The beginning of a phone number.
    pub calling_code: &'static str,
}

static LONDON: Base = base(&LONDON_OFFICE, &LONDON_HOMES, 40, "+44");
static LISBON: Base = base(&LISBON_OFFICE, &LISBON_HOMES, 35, "+351");
static ATHENS: Base = base(&ATHENS_OFFICE, &ATHENS_HOMES, 30, "+30");
static OSAKA: Base = base(&OSAKA_OFFICE, &OSAKA_HOMES, 25, "+81");
static FELIXSTOWE: Base = base(&DEPOT, &BRITISH_PHONES, 55, "+44");
static GOTHENBURG: Base = base(&PARTNER_OFFICE, &PARTNER_OFFICE, 0, "+46");

const fn base(
    rooms: &'static Network,
    elsewhere: &'static Network,
    elsewhere_percent: u32,
    calling_code: &'static str,
) -> Base {
    Base { rooms, elsewhere, elsewhere_percent, calling_code }
}

/// How somebody proves who they are beyond a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Notification,
    OneTimeCode,
    Call,
    Text,
    Hello,
    Passkey,
    /// A password alone.
    Nothing,
}

/// Somebody who signs in.
#[derive(Debug)]
pub struct Person {
    pub name: &'static str,
    alias: &'static str,
    pub department: Department,
    pub base: &'static Base,
    pub method: Method,
    pub machine: &'static Machine,
    pub phone: &'static Machine,
}

impl Person {
    /// The user principal name.
    pub fn username(&self) -> String {
        format!("{}@{}", self.alias, self.home().domain)
    }

    /// The object ID in our tenant.
    pub fn id(&self) -> Guid {
        Guid::named("person", self.alias)
    }

    /// The tenant that knows the password.
    pub fn home(&self) -> &'static Tenant {
        if self.is_guest() { &PARTNER } else { &OURS }
    }

    /// True for people of another organisation.
    pub fn is_guest(&self) -> bool {
        self.department == Department::Guest
    }

    /// True for those who run the directory.
    pub fn is_administrator(&self) -> bool {
        self.department == Department::InformationTechnology
    }

    /// A number of this person's own below `end`, the same in every run.
    pub fn number(&self, end: u32) -> u32 {
        self.alias.bytes().fold(7_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into())) % end
    }
}

const fn person(
    names: [&'static str; 2],
    department: Department,
    base: &'static Base,
    method: Method,
    machines: [&'static Machine; 2],
) -> Person {
    let [name, alias] = names;
    let [machine, phone] = machines;
    Person { name, alias, department, base, method, machine, phone }
}

use Department::{
    Design, Engineering, Finance, Guest, InformationTechnology, Operations, PeopleAndLaw, Sales, SharedMailbox,
    Warehouse,
};
use Method::{Call, Hello, Nothing, Notification, OneTimeCode, Passkey, Text};

/// Who travels from London to Dubai, Singapore and Tokyo.
pub static TRAVELLER: Person =
    person(["Rosalind Achterberg", "rosalind.achterberg"], Sales, &LONDON, Notification, [&LAPTOP, &IPHONE]);
/// Whose password the sprayer guesses.
pub static SPRAY_HIT: Person =
    person(["Gwendolen Parfitt", "gwendolen.parfitt"], Finance, &LONDON, Call, [&DESKTOP, &ANDROID]);
/// Who left, and whose phone still asks for mail.
pub static LEAVER: Person =
    person(["Casimir Holloway", "casimir.holloway"], Sales, &LONDON, Text, [&OWN_COMPUTER, &ANDROID]);
/// The scanners' mailbox, which speaks only IMAP and SMTP.
pub static SCANNER: Person =
    person(["Scanner, third floor", "scanner.3f"], SharedMailbox, &LONDON, Nothing, [&OWN_COMPUTER, &OWN_COMPUTER]);

/// Everybody who comes to work.
#[rustfmt::skip]
pub static PEOPLE: [&Person; 60] = [
    &TRAVELLER,
    &SPRAY_HIT,
    &person(["Imogen Thackrill", "imogen.thackrill"], PeopleAndLaw, &LONDON, Hello, [&LAPTOP, &IPHONE]),
    &person(["Barnaby Oakhurst", "barnaby.oakhurst"], Finance, &LONDON, Notification, [&DESKTOP, &IPHONE]),
    &person(["Siân Pryce-Llewellyn", "sian.pryce-llewellyn"], Operations, &LONDON, Passkey, [&LAPTOP, &IPHONE]),
    &person(["Oluwaseun Adebanjo", "oluwaseun.adebanjo"], Engineering, &LONDON, Passkey, [&MACBOOK, &IPHONE]),
    &person(["Niamh Ó Dubhghaill", "niamh.odubhghaill"], Design, &LONDON, Notification, [&MACBOOK, &IPHONE]),
    &person(["Rupert Finchley-Vane", "rupert.finchley-vane"], Sales, &LONDON, Text, [&LAPTOP, &ANDROID]),
    &person(["Zofia Wiśniewolska", "zofia.wisniewolska"], Finance, &LONDON, Hello, [&LAPTOP, &ANDROID]),
    &person(["Anaïs Deschênes-Roy", "anais.deschenes-roy"], Design, &LONDON, Passkey, [&MACBOOK, &IPHONE]),
    &person(["Tobias Grünwaldt", "tobias.gruenwaldt"], Engineering, &LONDON, OneTimeCode, [&LINUX, &ANDROID]),
    &person(["Priya Venkataraghavan", "priya.venkataraghavan"], InformationTechnology, &LONDON, Passkey, [&LAPTOP, &IPHONE]),
    &person(["Edmund Larkspur", "edmund.larkspur"], InformationTechnology, &LONDON, Hello, [&LAPTOP, &ANDROID]),
    &person(["Hanne Bjørnstrøm", "hanne.bjornstrom"], InformationTechnology, &LONDON, Passkey, [&MACBOOK, &IPHONE]),
    &person(["Léopold N'Diayé", "leopold.ndiaye"], Sales, &LONDON, Notification, [&LAPTOP, &IPHONE]),
    &person(["Marigold Eversley", "marigold.eversley"], Operations, &LONDON, Notification, [&DESKTOP, &ANDROID]),
    &person(["Çağlar Yıldıztepe", "caglar.yildiztepe"], Operations, &LONDON, Text, [&DESKTOP, &ANDROID]),
    &person(["Dorothea Whitlocke", "dorothea.whitlocke"], PeopleAndLaw, &LONDON, Call, [&DESKTOP, &IPHONE]),
    &person(["Jasper Quennell", "jasper.quennell"], Engineering, &LONDON, Hello, [&LAPTOP, &ANDROID]),
    &person(["Oksana Тимчук", "oksana.tymchuk"], Engineering, &LONDON, Notification, [&LINUX, &IPHONE]),
    &person(["نادية الحرزي", "nadia.alharzi"], Sales, &LONDON, Notification, [&LAPTOP, &IPHONE]),
    &person(["يوسف بن غالي", "youssef.benghali"], Operations, &LONDON, Hello, [&LAPTOP, &ANDROID]),
    &person(["Ezekiel Marchbanks", "ezekiel.marchbanks"], Finance, &LONDON, Notification, [&DESKTOP, &ANDROID]),
    &person(["Philippa Strood", "philippa.strood"], Design, &LONDON, Hello, [&LAPTOP, &IPHONE]),
    &person(["Inês Carvalhosa", "ines.carvalhosa"], Sales, &LISBON, Notification, [&LAPTOP, &IPHONE]),
    &person(["Tomé Vasconcelinhos", "tome.vasconcelinhos"], Design, &LISBON, Notification, [&MACBOOK, &IPHONE]),
    &person(["Beatriz Falcão Mourinha", "beatriz.mourinha"], Finance, &LISBON, Hello, [&LAPTOP, &ANDROID]),
    &person(["Gonçalo Serrabulho", "goncalo.serrabulho"], Operations, &LISBON, OneTimeCode, [&DESKTOP, &ANDROID]),
    &person(["Leonor Quintãns", "leonor.quintans"], Engineering, &LISBON, Passkey, [&MACBOOK, &IPHONE]),
    &person(["Duarte Alvorninha", "duarte.alvorninha"], Sales, &LISBON, Text, [&LAPTOP, &ANDROID]),
    &person(["Matilde Áurea Sotto", "matilde.sotto"], PeopleAndLaw, &LISBON, Notification, [&LAPTOP, &IPHONE]),
    &person(["Ελένη Καραμπάτσου", "eleni.karabatsou"], Operations, &ATHENS, Notification, [&LAPTOP, &IPHONE]),
    &person(["Θανάσης Βρεττάκος", "thanasis.vrettakos"], Operations, &ATHENS, Text, [&DESKTOP, &ANDROID]),
    &person(["Δανάη Μαυρογένη", "danai.mavrogeni"], Finance, &ATHENS, Hello, [&LAPTOP, &IPHONE]),
    &person(["Στέλιος Χατζηλουκάς", "stelios.chatziloukas"], Sales, &ATHENS, Notification, [&LAPTOP, &ANDROID]),
    &person(["Ιφιγένεια Ρούσσου", "ifigeneia.roussou"], Design, &ATHENS, Passkey, [&MACBOOK, &IPHONE]),
    &person(["Κυριάκος Ζερβουλάκος", "kyriakos.zervoulakos"], Engineering, &ATHENS, Hello, [&LAPTOP, &ANDROID]),
    &person(["Μυρτώ Παλαιοκώστα", "myrto.palaiokosta"], PeopleAndLaw, &ATHENS, OneTimeCode, [&DESKTOP, &ANDROID]),
    &person(["水無瀬 千鶴", "chizuru.minase"], Sales, &OSAKA, Notification, [&LAPTOP, &IPHONE]),
    &person(["葛城 陽向", "hinata.katsuragi"], Operations, &OSAKA, Hello, [&LAPTOP, &IPHONE]),
    &person(["白鷺 蓮太郎", "rentaro.shirasagi"], Engineering, &OSAKA, Passkey, [&MACBOOK, &IPHONE]),
    &person(["小鳥遊 美咲", "misaki.takanashi"], Finance, &OSAKA, Notification, [&DESKTOP, &IPHONE]),
    &person(["東雲 雄一", "yuichi.shinonome"], Operations, &OSAKA, Text, [&DESKTOP, &ANDROID]),
    &person(["八月朔日 かおり", "kaori.hozumi"], Design, &OSAKA, Notification, [&MACBOOK, &IPHONE]),
    &person(["한서윤", "seoyun.han"], Engineering, &OSAKA, Passkey, [&MACBOOK, &ANDROID]),
    &person(["Wilfred Ashdown", "wilfred.ashdown"], Warehouse, &FELIXSTOWE, Text, [&DESKTOP, &ANDROID]),
    &person(["Maureen Tolliver", "maureen.tolliver"], Warehouse, &FELIXSTOWE, Call, [&DESKTOP, &ANDROID]),
    &person(["Kofi Asante-Brew", "kofi.asante-brew"], Warehouse, &FELIXSTOWE, Notification, [&DESKTOP, &ANDROID]),
    &person(["Deividas Žemaitaitis", "deividas.zemaitaitis"], Warehouse, &FELIXSTOWE, Notification, [&OWN_COMPUTER, &ANDROID]),
    &person(["Shanelle Brathwaite", "shanelle.brathwaite"], Warehouse, &FELIXSTOWE, Text, [&DESKTOP, &IPHONE]),
    &person(["Răzvan Codrescu", "razvan.codrescu"], Warehouse, &FELIXSTOWE, Notification, [&OWN_COMPUTER, &ANDROID]),
    &person(["Agnes Plumley", "agnes.plumley"], Warehouse, &FELIXSTOWE, Call, [&DESKTOP, &ANDROID]),
    &person(["Terrence Yaxley", "terrence.yaxley"], Warehouse, &FELIXSTOWE, Text, [&DESKTOP, &ANDROID]),
    &person(["Lubna Qureishy", "lubna.qureishy"], Warehouse, &FELIXSTOWE, Notification, [&DESKTOP, &IPHONE]),
    &person(["Cedric Mbah-Toulouse", "cedric.mbah-toulouse"], Operations, &LONDON, Notification, [&LAPTOP, &ANDROID]),
    &person(["Verity Abernethy-Cole", "verity.abernethy-cole"], PeopleAndLaw, &LONDON, Passkey, [&LAPTOP, &IPHONE]),
    &person(["Rafał Grabowiecki", "rafal.grabowiecki"], Engineering, &LONDON, Notification, [&LINUX, &ANDROID]),
    &person(["מיכל בן-ארויה", "michal.benarroya"], Finance, &LONDON, OneTimeCode, [&LAPTOP, &IPHONE]),
    &person(["Petra Lindroos", "petra.lindroos"], Guest, &GOTHENBURG, Notification, [&OWN_COMPUTER, &IPHONE]),
    &person(["Göran Fjällbäck", "goran.fjallback"], Guest, &GOTHENBURG, OneTimeCode, [&OWN_COMPUTER, &ANDROID]),
];
