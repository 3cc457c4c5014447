//! Look-ups in the directory: the portal's downloads of users and of a group's members, and the same from Microsoft
//! Graph and PowerShell, as CSV or JSON.
//!
//! They are recognised by the names of their columns or properties, which are compared without case and signs. What
//! they tell are entries of the directory, not events.

use std::path::Path;

use serde_json::{Map, Value};

use super::Format;
use super::csv_table::Header;
use super::values::trim;
use crate::fields::{Field, fold};
use crate::record::{DirectoryEntry, EntryKind};

/// What a look-up lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Listing {
    /// Users of the directory.
    Users,
    /// Members of one group.
    Members,
}

impl Listing {
    /// The format of the list.
    pub(super) fn format(self, is_json: bool) -> Format {
        match (self, is_json) {
            (Self::Users, false) => Format::DirectoryUsers,
            (Self::Users, true) => Format::DirectoryUsersJson,
            (Self::Members, false) => Format::DirectoryMembers,
            (Self::Members, true) => Format::DirectoryMembersJson,
        }
    }
}

/// Names that no entry of the directory has, but records of sign-ins, changes and risk, folded.
const OF_EVENTS: [&str; 30] = [
    "activity",
    "activitydatetime",
    "activitydisplayname",
    "appdisplayname",
    "appid",
    "application",
    "auditdata",
    "category",
    "clientappused",
    "conditionalaccessstatus",
    "correlationid",
    "dateutc",
    "errorcode",
    "initiatedby",
    "ipaddress",
    "operation",
    "properties",
    "requestid",
    "resourcedisplayname",
    "resourceid",
    "riskdetail",
    "risklastupdateddatetime",
    "risklevel",
    "riskstate",
    "signineventtypes",
    "status",
    "targetresources",
    "timegenerated",
    "userdisplayname",
    "userid",
];

/// Names of what makes a list of users worth having, folded.
const ENRICHING: [&str; 6] = ["accountenabled", "companyname", "country", "department", "jobtitle", "usagelocation"];

/// Names that of all objects of the directory users have, folded. Source: the resource `user` of Microsoft Graph.
const OF_USERS: [&str; 14] = [
    "assignedlicenses",
    "businessphones",
    "createddatetime",
    "employeeid",
    "externaluserstate",
    "givenname",
    "lastpasswordchangedatetime",
    "mobilephone",
    "officelocation",
    "onpremisessyncenabled",
    "preferredlanguage",
    "proxyaddresses",
    "signinactivity",
    "surname",
];

/// Names that tell what kind of member somebody is, folded. Source: the portal's download of group members.
const OF_MEMBERS: [&str; 3] = ["isuser", "isgroup", "isguest"];

/// All that a bare list of members has, folded: what PowerShell leaves of it, and the portal's older downloads.
const BARE: [&str; 9] = [
    "additionalproperties",
    "deleteddatetime",
    "displayname",
    "id",
    "mail",
    "objectid",
    "objecttype",
    "userprincipalname",
    "usertype",
];

/// What a file with these columns, or records with these properties, list; `None` if it is no look-up. The name of the
/// file counts only where nothing else tells members from users.
pub(super) fn listing_of(names: &[String], file: &str) -> Option<Listing> {
    let is_type = |name: &String| name.ends_with("@odata.type");
    let has_type = names.iter().any(is_type);
    let names: Vec<String> = names.iter().filter(|name| !is_type(name)).map(|name| fold(name)).collect();
    let has = |name: &str| names.iter().any(|known| known == name);
    let any = |wanted: &[&str]| wanted.iter().any(|name| has(name));
    let has_id = any(&["id", "objectid"]);
    if any(&OF_EVENTS) || !has_id && !has("userprincipalname") {
        return None;
    }
    let has_bare_names_only = || names.iter().all(|name| BARE.contains(&name.as_str()));
    // What PowerShell gives of members whose names stand apart.
    if has_id && has("additionalproperties") && !has("userprincipalname") && has_bare_names_only() {
        return Some(Listing::Members);
    }
    if !has("userprincipalname") || !has_id && !has("displayname") {
        return None;
    }
    // Graph names the type only where a list can hold several.
    if has_id && (has_type || any(&OF_MEMBERS)) {
        return Some(Listing::Members);
    }
    let is_bare = has_id && has_bare_names_only();
    if is_bare && (has("objecttype") || fold(file).contains("members")) {
        return Some(Listing::Members);
    }
    let is_of_users = any(&ENRICHING) || has_id && has("displayname") && any(&OF_USERS);
    is_of_users.then_some(Listing::Users)
}

/// The name of the group whose members a file lists, as its name tells it; `None` if it tells none, as that of the
/// portal.
#[must_use]
pub fn group_of_file(file: &str) -> Option<String> {
    let packed = file.strip_suffix(".gz").unwrap_or(file);
    let stem =
        Path::new(packed).file_stem().map_or_else(|| file.to_owned(), |stem| stem.to_string_lossy().into_owned());
    let plain = fold(&stem);
    let is_telling = !plain.is_empty()
        && !["exportgroupmembers", "groupmembers", "members", "exportmembers", "export"]
            .iter()
            .any(|name| plain.strip_prefix(name).is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit())));
    if !is_telling {
        return None;
    }
    let is_end = |c: char| c.is_whitespace() || matches!(c, '_' | '-');
    let lowered = stem.to_ascii_lowercase();
    let name = lowered
        .strip_suffix("members")
        .filter(|before| before.ends_with(is_end))
        .and_then(|before| stem.get(..before.len()))
        .map_or(stem.as_str(), |before| before.trim_end_matches(is_end));
    Some(if name.is_empty() { stem } else { name.to_owned() })
}

/// What a column or property holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    Id,
    Username,
    Name,
    /// The kind of member, as a word.
    Kind,
    IsGroup,
    IsUser,
    Value(Field),
    /// Further properties within.
    More,
}

/// What a column or property of this name holds, if it is of use.
fn holds(name: &str) -> Option<Holds> {
    if name.ends_with("@odata.type") {
        return Some(Holds::Kind);
    }
    let folded = fold(name);
    Some(match folded.as_str() {
        "id" | "objectid" => Holds::Id,
        "userprincipalname" => Holds::Username,
        "displayname" => Holds::Name,
        "objecttype" => Holds::Kind,
        "isgroup" => Holds::IsGroup,
        "isuser" => Holds::IsUser,
        "additionalproperties" => Holds::More,
        _ => {
            let is_named = |field: &Field| field.spec().json.iter().any(|property| fold(property) == folded);
            let fields = Field::ALL.into_iter().filter(|field| field.spec().is_of_directory());
            Holds::Value(fields.into_iter().find(is_named)?)
        }
    })
}

/// An entry that is being read.
#[derive(Default)]
struct Reading(DirectoryEntry);

impl Reading {
    fn take(&mut self, holds: Holds, text: &str) {
        let text = text.trim();
        if text.is_empty() || text.eq_ignore_ascii_case("null") {
            return;
        }
        let entry = &mut self.0;
        let is_yes = || fold(text) == "true" || fold(text) == "yes";
        match holds {
            Holds::Id => text.clone_into(&mut entry.id),
            Holds::Username => text.clone_into(&mut entry.username),
            Holds::Name => text.clone_into(&mut entry.name),
            Holds::Kind => entry.kind = kind_of(text),
            Holds::IsGroup if is_yes() => entry.kind = EntryKind::Group,
            Holds::IsUser if fold(text) == "false" && entry.kind == EntryKind::User => entry.kind = EntryKind::Other,
            Holds::IsGroup | Holds::IsUser | Holds::More => {}
            Holds::Value(field) => entry.set(field, field.spec().known_value(text).unwrap_or(text)),
        }
    }

    fn finish(self) -> Result<DirectoryEntry, String> {
        let entry = self.0;
        if entry.id.is_empty() && entry.username.is_empty() {
            return Err("it has neither an object ID nor a user principal name".to_owned());
        }
        Ok(entry)
    }
}

/// The kind of member that a word tells: `User`, `#microsoft.graph.group`.
fn kind_of(word: &str) -> EntryKind {
    let folded = fold(word.rsplit('.').next().unwrap_or(word));
    match folded.as_str() {
        "user" | "member" | "guest" => EntryKind::User,
        "group" => EntryKind::Group,
        _ => EntryKind::Other,
    }
}

/// Decodes single records of a look-up.
#[derive(Debug)]
pub(super) enum DirectoryReader {
    /// Rows with these columns.
    Csv(Header, Vec<Option<Holds>>),
    /// JSON objects.
    Json,
}

impl DirectoryReader {
    /// A reader of rows under a header as it stands in the file.
    pub(super) fn of_csv(header: &str) -> Self {
        let header = Header::new(header);
        let columns = header.names().iter().map(|name| holds(name)).collect();
        Self::Csv(header, columns)
    }

    /// The entry of a record, or why it is none.
    pub(super) fn entry(&self, text: &str) -> Result<DirectoryEntry, String> {
        let mut reading = Reading::default();
        match self {
            Self::Csv(header, columns) => header.each_cell(text, |at, cell| {
                if let Some(holds) = columns.get(at).copied().flatten() {
                    reading.take(holds, &trim(cell));
                }
            })?,
            Self::Json => {
                let object: Map<String, Value> =
                    serde_json::from_str(text).map_err(|error| format!("it is no JSON object ({error})"))?;
                take_properties(&mut reading, &object);
            }
        }
        reading.finish()
    }

    /// Each column's name with the row's cell; nothing for JSON.
    pub(super) fn pairs(&self, text: &str) -> Vec<(String, String)> {
        match self {
            Self::Csv(header, _) => header.pairs(text),
            Self::Json => Vec::new(),
        }
    }
}

fn take_properties(reading: &mut Reading, object: &Map<String, Value>) {
    for (name, value) in object {
        let Some(holds) = holds(name) else { continue };
        match (holds, value) {
            (Holds::More, Value::Object(more)) => take_properties(reading, more),
            (_, Value::String(text)) => reading.take(holds, text),
            (_, Value::Bool(_) | Value::Number(_)) => reading.take(holds, &value.to_string()),
            (_, Value::Null | Value::Array(_) | Value::Object(_)) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const USERS: &str = "userPrincipalName,displayName,surname,mail,givenName,id,userType,jobTitle,department,\
        accountEnabled,usageLocation,streetAddress,state,country,officeLocation,city,postalCode,telephoneNumber,\
        mobilePhone,alternateEmailAddress,ageGroup,consentProvidedForMinor,legalAgeGroupClassification,companyName,\
        creationType,directorySynced,invitationState,identityIssuer,createdDateTime";

    fn listing(names: &str, file: &str) -> Option<Listing> {
        let names: Vec<String> = names.split(',').map(str::to_owned).collect();
        listing_of(&names, file)
    }

    #[test]
    fn look_ups_are_known_by_their_columns() {
        for (names, file, expected) in [
            (USERS, "exportUsers_2026-11-1.csv", Some(Listing::Users)),
            ("UserPrincipalName,DisplayName,Department", "a.csv", Some(Listing::Users)),
            ("ObjectId,ObjectType,AccountEnabled,Department,UserPrincipalName", "a.csv", Some(Listing::Users)),
            (
                "id,userPrincipalName,displayName,objectType,userType,isUser,isGroup,isGuest",
                "exportGroupMembers_2026-11-1.csv",
                Some(Listing::Members),
            ),
            ("id,userPrincipalName,displayName,userType", "Looms members.csv", Some(Listing::Members)),
            ("id,userPrincipalName,displayName,userType", "people.csv", None),
            ("ObjectId,ObjectType,UserPrincipalName,DisplayName", "a.csv", Some(Listing::Members)),
            ("@odata.type,id,displayName,jobTitle,userPrincipalName", "a.json", Some(Listing::Members)),
            ("Id,DeletedDateTime,AdditionalProperties", "a.csv", Some(Listing::Members)),
            ("id,createdDateTime,userPrincipalName,appId,ipAddress,status,country", "a.json", None),
            ("id,userPrincipalName,riskLevel,riskState,riskLastUpdatedDateTime,isDeleted", "a.json", None),
            ("id,userPrincipalName,userDisplayName,isMfaRegistered", "a.csv", None),
            ("id,displayName,userPrincipalName,createdDateTime", "a.json", Some(Listing::Users)),
            ("userPrincipalName,displayName,licences", "a.csv", None),
            ("id,displayName,department", "a.csv", None),
        ] {
            assert_eq!(listing(names, file), expected, "{names}");
        }
    }

    #[test]
    fn a_row_becomes_an_entry() {
        let reader = DirectoryReader::of_csv("ID,userprincipalname,DisplayName,Department,accountEnabled,Country,Mail");
        let entry = reader.entry("A1,anna@a.example,\"Berg, Anna\",Looms,True,GB,x").expect("an entry");
        assert_eq!(
            (entry.id.as_str(), entry.username.as_str(), entry.name.as_str()),
            ("A1", "anna@a.example", "Berg, Anna")
        );
        for (field, text) in [(Field::Department, "Looms"), (Field::AccountEnabled, "true"), (Field::UserCountry, "GB")]
        {
            assert_eq!(entry.value(field), Some(text));
        }
        assert_eq!(entry.value(Field::JobTitle), None);
        let reason = reader.entry(",,Nobody,,,,").expect_err("nobody");
        assert!(reason.contains("neither"), "{reason}");
        assert!(reader.entry("a,b").is_err());
    }

    #[test]
    fn members_tell_what_they_are() {
        let reader = DirectoryReader::of_csv("id,userPrincipalName,displayName,objectType,isUser,isGroup");
        let kind = |row: &str| reader.entry(row).map(|entry| entry.kind);
        assert_eq!(kind("a,a@a.example,A,User,True,False"), Ok(EntryKind::User));
        assert_eq!(kind("b,,B,Group,False,True"), Ok(EntryKind::Group));
        assert_eq!(kind("c,,C,Device,False,False"), Ok(EntryKind::Other));
        let graph = r##"{"Id":"a1","AdditionalProperties":{"@odata.type":"#microsoft.graph.user","jobTitle":"Weaver",
            "userPrincipalName":"anna@a.example","accountEnabled":null}}"##;
        let entry = DirectoryReader::Json.entry(graph).expect("an entry");
        assert_eq!((entry.kind, entry.username.as_str()), (EntryKind::User, "anna@a.example"));
        assert_eq!(entry.value(Field::JobTitle), Some("Weaver"));
        assert!(DirectoryReader::Json.entry("{").is_err());
    }

    #[test]
    fn a_group_is_called_as_its_file_was_renamed() {
        for (file, name) in [
            ("exportGroupMembers_2026-11-1.csv", None),
            ("members.json", None),
            ("Finance admins.csv", Some("Finance admins")),
            ("Finance admins members.csv", Some("Finance admins")),
            ("Looms_Members.csv.gz", Some("Looms")),
            ("Board members 2.csv", Some("Board members 2")),
        ] {
            assert_eq!(group_of_file(file).as_deref(), name);
        }
    }
}
