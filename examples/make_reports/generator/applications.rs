//! Applications and the resources they ask for. Names and IDs of Microsoft's own are facts; the
//! line-of-business applications are invented.

use super::guid::Guid;
use super::tenant::{Department, MICROSOFT, OURS, Tenant, VENDOR};

/// What an application asks a token for.
#[derive(Debug)]
pub struct Resource {
    pub name: &'static str,
    pub id: Guid,
    pub owner: &'static Tenant,
}

impl Resource {
    /// The resource's service principal in our tenant.
    pub fn service_principal_id(&self) -> Guid {
        Guid::named("resource service principal", self.name)
    }
}

/// How people meet an application, which decides the client that the log shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Web,
    Desktop,
    Phone,
    CommandLine,
    /// Signing in to Windows itself.
    WindowsLogon,
}

/// Who uses an application.
#[derive(Clone, Copy, Debug)]
pub enum Audience {
    Everyone,
    Only(Department),
    Administrators,
    /// Nobody by habit; particular events of the story do.
    Story,
}

/// An application that people sign in to.
#[derive(Debug)]
pub struct Application {
    pub name: &'static str,
    pub id: Guid,
    pub owner: &'static Tenant,
    pub resource: &'static Resource,
    pub style: Style,
    pub audience: Audience,
    /// How often it is used, relative to the others.
    pub weight: u32,
}

const fn microsoft_resource(name: &'static str, id: &'static str) -> Resource {
    Resource { name, id: Guid::literal(id), owner: &MICROSOFT }
}

const fn own_resource(name: &'static str) -> Resource {
    Resource { name, id: Guid::named("application", name), owner: &OURS }
}

pub static EXCHANGE: Resource =
    microsoft_resource("Office 365 Exchange Online", "00000002-0000-0ff1-ce00-000000000000");
pub static SHAREPOINT: Resource =
    microsoft_resource("Office 365 SharePoint Online", "00000003-0000-0ff1-ce00-000000000000");
pub static GRAPH: Resource = microsoft_resource("Microsoft Graph", "00000003-0000-0000-c000-000000000000");
pub static DIRECTORY: Resource =
    microsoft_resource("Windows Azure Active Directory", "00000002-0000-0000-c000-000000000000");
static TEAMS_SERVICES: Resource =
    microsoft_resource("Microsoft Teams Services", "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe");
pub static MANAGEMENT: Resource =
    microsoft_resource("Windows Azure Service Management API", "797f4846-ba00-4fd7-ba43-dac1f8f63013");
pub static KEY_VAULT: Resource = microsoft_resource("Azure Key Vault", "cfa8b339-82a2-471a-a3c9-0fc0be7a4093");
pub static STORAGE: Resource = microsoft_resource("Azure Storage", "e406a681-f3d4-42a8-90b6-c2b029497af1");
pub static SQL: Resource = microsoft_resource("Azure SQL Database", "022907d3-0f1b-48f7-badc-1ba6abab6d66");
static POWER_BI: Resource = microsoft_resource("Power BI Service", "00000009-0000-0000-c000-000000000000");
pub static LEDGER: Resource = own_resource("Loom Ledger");
static PLANNER: Resource = own_resource("Quayside Planner");
static WAREHOUSE: Resource = own_resource("Weft Warehouse Console");
static ASSISTANT: Resource = own_resource("Heddle Assistant");
static STUDIO: Resource = own_resource("Pattern \"Draft\" Studio");
static ROSTER: Resource = own_resource("Lunch Roster 🍔");
static EXPENSES: Resource =
    Resource { name: "Tidebook Expenses", id: Guid::named("application", "Tidebook"), owner: &VENDOR };

use Audience::{Administrators, Everyone, Only, Story};
use Style::{CommandLine, Desktop, Phone, Web, WindowsLogon};

const fn microsoft(
    name: &'static str,
    id: &'static str,
    resource: &'static Resource,
    style: Style,
    audience: Audience,
    weight: u32,
) -> Application {
    let id = Guid::literal(id);
    Application { name, id, owner: &MICROSOFT, resource, style, audience, weight }
}

/// A line-of-business application, which is its own resource.
const fn business(resource: &'static Resource, audience: Audience, weight: u32) -> Application {
    let Resource { name, id, owner } = *resource;
    Application { name, id, owner, resource, style: Web, audience, weight }
}

/// The application that nobody uses at first and many use in the end.
pub static NEWCOMER: Application = business(&ASSISTANT, Story, 90);
/// Mailboxes, as mail protocols and password sprayers reach them.
pub static MAILBOX: Application =
    microsoft("Office 365 Exchange Online", "00000002-0000-0ff1-ce00-000000000000", &EXCHANGE, Desktop, Story, 0);
/// The application that signs in with a device code.
pub static DEVICE_CODE_CLIENT: Application = microsoft(
    "Microsoft Azure CLI",
    "04b07795-8ddb-461a-bbee-02f9e1bf7b46",
    &MANAGEMENT,
    CommandLine,
    Administrators,
    5,
);
/// The application to which not everybody is assigned.
pub static LEDGER_APPLICATION: Application = business(&LEDGER, Only(Department::Finance), 14);
/// The application that asks for consent.
pub static EXPENSES_APPLICATION: Application = business(&EXPENSES, Everyone, 8);

/// Everything that people use by habit.
pub static APPLICATIONS: [&Application; 23] = [
    &microsoft("Microsoft Teams", "1fec8e78-bce4-4aaf-ab1b-5451cc387264", &TEAMS_SERVICES, Desktop, Everyone, 30),
    &microsoft("One Outlook Web", "9199bf20-a13f-4107-85dc-02114787ef48", &EXCHANGE, Web, Everyone, 28),
    &microsoft("Office 365 SharePoint Online", "00000003-0000-0ff1-ce00-000000000000", &SHAREPOINT, Web, Everyone, 22),
    &microsoft("Microsoft Office", "d3590ed6-52b3-4102-aeff-aad2292ab01c", &EXCHANGE, Desktop, Everyone, 20),
    &microsoft("OfficeHome", "4765445b-32c6-49b0-83e6-1d93765276ca", &GRAPH, Web, Everyone, 14),
    &microsoft("Outlook Mobile", "27922004-5251-4030-b22d-91ecd9a37ea4", &EXCHANGE, Phone, Everyone, 14),
    &microsoft("Windows Sign In", "38aa3b87-a06d-4817-b275-7a316988d93b", &DIRECTORY, WindowsLogon, Everyone, 12),
    &microsoft("Microsoft Teams Web Client", "5e3ce6c0-2b1f-4285-8d4b-75ee78787346", &TEAMS_SERVICES, Web, Everyone, 9),
    &microsoft("OneDrive SyncEngine", "ab9b8c07-8f02-4f72-87fa-80105867a763", &SHAREPOINT, Desktop, Everyone, 9),
    &microsoft("Microsoft Edge", "ecd6b820-32c2-49b6-98a6-444530e5a77a", &GRAPH, Desktop, Everyone, 6),
    &microsoft("My Apps", "2793995e-0a7d-40d7-bd35-6968ba142197", &GRAPH, Web, Everyone, 4),
    &microsoft(
        "Power BI Service",
        "00000009-0000-0000-c000-000000000000",
        &POWER_BI,
        Web,
        Only(Department::Finance),
        6,
    ),
    &microsoft("Azure Portal", "c44b4083-3bb0-49c1-b47d-974e53cbdf3c", &MANAGEMENT, Web, Administrators, 16),
    &microsoft(
        "Microsoft Azure PowerShell",
        "1950a258-227b-4e31-a9cf-717495945fc2",
        &MANAGEMENT,
        CommandLine,
        Administrators,
        4,
    ),
    &microsoft(
        "Visual Studio Code",
        "aebc6443-996d-45c2-90f0-388ff96faa56",
        &GRAPH,
        Desktop,
        Only(Department::Engineering),
        8,
    ),
    &DEVICE_CODE_CLIENT,
    &LEDGER_APPLICATION,
    &EXPENSES_APPLICATION,
    &business(&PLANNER, Only(Department::Operations), 16),
    &business(&WAREHOUSE, Only(Department::Warehouse), 30),
    &business(&STUDIO, Only(Department::Design), 18),
    &business(&ROSTER, Everyone, 3),
    &NEWCOMER,
];
