//! Look-ups in the directory of the made-up company: its users and the members of two groups, as the portal downloads
//! them and as Microsoft Graph answers.
//!
//! They hold what reviews of access look for: accounts that never sign in, a disabled one, a group within a group,
//! users without department, and somebody of whom no look-up tells.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{Datelike, Days};
use csv::Writer;
use serde_json::{Value, json};

use super::Options;
use super::guid::Guid;
use super::tenant::{Department, LEAVER, OURS, PEOPLE, Person};

/// The columns of the portal's download of users.
const USER_COLUMNS: [&str; 29] = [
    "userPrincipalName",
    "displayName",
    "surname",
    "mail",
    "givenName",
    "id",
    "userType",
    "jobTitle",
    "department",
    "accountEnabled",
    "usageLocation",
    "streetAddress",
    "state",
    "country",
    "officeLocation",
    "city",
    "postalCode",
    "telephoneNumber",
    "mobilePhone",
    "alternateEmailAddress",
    "ageGroup",
    "consentProvidedForMinor",
    "legalAgeGroupClassification",
    "companyName",
    "creationType",
    "directorySynced",
    "invitationState",
    "identityIssuer",
    "createdDateTime",
];

/// The columns of the portal's download of a group's members.
const MEMBER_COLUMNS: [&str; 8] =
    ["id", "userPrincipalName", "displayName", "objectType", "userType", "isUser", "isGroup", "isGuest"];

/// Accounts that nobody uses: name and alias.
pub const IDLE: [(&str, &str); 3] = [
    ("Ottoline Marchmain", "ottoline.marchmain"),
    ("Break glass", "break.glass"),
    ("Fenwick Thorne", "fenwick.thorne"),
];

/// Of whom no look-up tells.
pub const LEFT_OUT: &str = "Cedric Mbah-Toulouse";

/// An account of the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub id: Guid,
    pub username: String,
    pub name: &'static str,
    pub department: &'static str,
    pub job_title: &'static str,
    pub country: &'static str,
    pub company: &'static str,
    pub is_enabled: bool,
    pub is_guest: bool,
}

impl Account {
    fn of(person: &'static Person) -> Self {
        let (department, job_title) = words(person.department);
        Self {
            id: person.id(),
            username: if person.is_guest() {
                format!("{}#EXT#@{}", person.username().replace('@', "_"), OURS.domain)
            } else {
                person.username()
            },
            name: person.name,
            department,
            job_title,
            country: match person.base.calling_code {
                "+44" => "United Kingdom",
                "+351" => "Portugal",
                "+30" => "Greece",
                "+81" => "Japan",
                _ => "",
            },
            company: if person.is_guest() { "" } else { "Brackwater & Loom" },
            is_enabled: person.name != LEAVER.name,
            is_guest: person.is_guest(),
        }
    }

    fn idle((name, alias): (&'static str, &'static str)) -> Self {
        Self {
            id: Guid::named("person", alias),
            username: format!("{alias}@{}", OURS.domain),
            name,
            department: "Finance",
            job_title: "",
            country: "",
            company: "",
            is_enabled: alias != "fenwick.thorne",
            is_guest: false,
        }
    }

    fn value(&self, column: &str) -> String {
        let flag = |is: bool| if is { "True" } else { "False" }.to_owned();
        match column {
            "userPrincipalName" | "mail" => self.username.clone(),
            "displayName" => self.name.to_owned(),
            "id" => self.id.to_string(),
            "userType" if self.is_guest => "Guest".to_owned(),
            "userType" => "Member".to_owned(),
            "jobTitle" => self.job_title.to_owned(),
            "department" => self.department.to_owned(),
            "accountEnabled" => flag(self.is_enabled),
            "country" => self.country.to_owned(),
            "companyName" => self.company.to_owned(),
            "objectType" => "User".to_owned(),
            "isUser" => flag(true),
            "isGroup" => flag(false),
            "isGuest" => flag(self.is_guest),
            "createdDateTime" => "2024-02-01T09:00:00Z".to_owned(),
            _ => String::new(),
        }
    }

    fn json(&self) -> Value {
        let optional = |text: &str| if text.is_empty() { Value::Null } else { Value::from(text) };
        json!({
            "businessPhones": [],
            "displayName": self.name,
            "jobTitle": optional(self.job_title),
            "department": optional(self.department),
            "country": optional(self.country),
            "companyName": optional(self.company),
            "accountEnabled": self.is_enabled,
            "userPrincipalName": self.username,
            "id": self.id.to_string(),
            "createdDateTime": "2024-02-01T09:00:00Z",
        })
    }
}

/// What a department is called, and what those who work there are.
fn words(department: Department) -> (&'static str, &'static str) {
    match department {
        Department::Design => ("Design", "Pattern designer"),
        Department::Engineering => ("Engineering", "Loom engineer"),
        Department::Finance => ("Finance", "Accountant"),
        Department::InformationTechnology => ("IT", "Directory administrator"),
        Department::Operations => ("Operations", "Planner"),
        Department::PeopleAndLaw => ("People & law", "Adviser"),
        Department::Sales => ("Sales", "Account manager"),
        Department::Warehouse => ("Warehouse", "Dispatcher"),
        Department::Guest | Department::SharedMailbox => ("", ""),
    }
}

/// Everybody of whom the download of users tells.
pub fn accounts() -> Vec<Account> {
    let people = PEOPLE.into_iter().filter(|person| person.name != LEFT_OUT).chain([&LEAVER]).map(Account::of);
    people.chain(IDLE.map(Account::idle)).collect()
}

/// The members of a group, by its name: all of a department, and the idle accounts that are in it.
pub fn members(department: &str) -> Vec<Account> {
    accounts().into_iter().filter(|account| account.department == department).collect()
}

/// The groups whose members are written: what the analyst calls them.
pub const GROUPS: [&str; 2] = ["Finance", "IT"];

/// Writes the look-ups into a folder, which is made when missing; returns their paths: users, then the members of each
/// group, first as CSV and then as JSON. The CSV of the second group has the portal's own name, which tells no group.
pub fn write_directory(options: &Options, folder: &Path) -> io::Result<Vec<PathBuf>> {
    fs::create_dir_all(folder)?;
    let day = options.end.checked_add_days(Days::new(1)).unwrap_or(options.end);
    let date = format!("{}-{}-{}", day.year(), day.month(), day.day());
    let mut paths = Vec::new();
    let mut write = |name: String, content: Vec<u8>| {
        let path = folder.join(name);
        fs::write(&path, content)?;
        paths.push(path);
        io::Result::Ok(())
    };
    write(format!("exportUsers_{date}.csv"), csv(&USER_COLUMNS, &accounts(), None)?)?;
    write(format!("{} members.csv", GROUPS[0]), csv(&MEMBER_COLUMNS, &members(GROUPS[0]), Some(GROUPS[1]))?)?;
    write(format!("exportGroupMembers_{date}.csv"), csv(&MEMBER_COLUMNS, &members(GROUPS[1]), None)?)?;
    let list = |context: &str, values: Vec<Value>| {
        let context = format!("https://graph.microsoft.com/v1.0/$metadata#{context}");
        serde_json::to_vec_pretty(&json!({ "@odata.context": context, "value": values })).map_err(io::Error::other)
    };
    write("users.json".to_owned(), list("users", accounts().iter().map(Account::json).collect())?)?;
    for group in GROUPS {
        let typed = |account: &Account| {
            let mut value = account.json();
            value["@odata.type"] = Value::from("#microsoft.graph.user");
            value
        };
        write(format!("{group} members.json"), list("directoryObjects", members(group).iter().map(typed).collect())?)?;
    }
    Ok(paths)
}

/// The accounts as CSV, and behind them a group that is a member.
fn csv(columns: &[&str], accounts: &[Account], nested: Option<&str>) -> io::Result<Vec<u8>> {
    let mut writer = Writer::from_writer(Vec::new());
    writer.write_record(columns)?;
    for account in accounts {
        writer.write_record(columns.iter().map(|column| account.value(column)))?;
    }
    if let Some(group) = nested {
        let cell = |column: &str| match column {
            "id" => Guid::named("group", group).to_string(),
            "displayName" => group.to_owned(),
            "objectType" => "Group".to_owned(),
            "isGroup" => "True".to_owned(),
            "isUser" | "isGuest" => "False".to_owned(),
            _ => String::new(),
        };
        writer.write_record(columns.iter().map(|column| cell(column)))?;
    }
    writer.into_inner().map_err(|error| io::Error::other(error.to_string()))
}
