//! Service principals and managed identities: programs that sign in by themselves.

use std::net::IpAddr;

use super::applications::{
    DIRECTORY, EXCHANGE, GRAPH, KEY_VAULT, LEDGER, MANAGEMENT, Resource, SHAREPOINT, SQL, STORAGE,
};
use super::guid::Guid;
use super::networks::{CLOUD_DUBLIN, Network, SERVER_ROOM};

/// How a workload proves what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Credential {
    Secret,
    Certificate,
    Federated,
    /// A managed identity of a resource in the given path.
    Managed {
        user_assigned: bool,
    },
}

impl Credential {
    /// The word in the client credential column.
    pub fn word(self) -> &'static str {
        match self {
            Self::Secret => "clientSecret",
            Self::Certificate => "certificate",
            Self::Federated => "federatedIdentityCredential",
            Self::Managed { .. } => "managedIdentity",
        }
    }
}

/// A program that signs in.
#[derive(Debug)]
pub struct Workload {
    pub name: &'static str,
    pub credential: Credential,
    pub resources: &'static [&'static Resource],
    pub network: &'static Network,
    pub agent: &'static str,
    /// How often it signs in, relative to the others of its kind.
    pub weight: usize,
}

impl Workload {
    /// The service principal's object ID.
    pub fn service_principal_id(&self) -> Guid {
        Guid::named("service principal", self.name)
    }

    /// The application's ID.
    pub fn application_id(&self) -> Guid {
        Guid::named("workload", self.name)
    }

    /// The ID of its key; a new key has a new `generation`.
    pub fn key_id(&self, generation: u32) -> Option<Guid> {
        match self.credential {
            Credential::Secret | Credential::Certificate => {
                Some(Guid::named(["key", "new key"][generation.min(1) as usize], self.name))
            }
            Credential::Federated | Credential::Managed { .. } => None,
        }
    }

    /// The thumbprint of its certificate.
    pub fn thumbprint(&self) -> Option<String> {
        (self.credential == Credential::Certificate).then(|| {
            let halves = ["left", "right"].map(|half| Guid::named(half, self.name).to_string());
            let digits = halves.concat().replace('-', "").to_uppercase();
            digits[..40].to_owned()
        })
    }

    /// The federated credential's ID.
    pub fn federated_credential_id(&self) -> Option<Guid> {
        (self.credential == Credential::Federated).then(|| Guid::named("federated credential", self.name))
    }

    /// The address it signs in from. The log keeps none for managed identities.
    pub fn address(&self) -> Option<IpAddr> {
        let host = self.name.bytes().map(u32::from).sum();
        match self.credential {
            Credential::Managed { .. } => None,
            _ => Some(self.network.address(host)),
        }
    }

    /// The Azure resource that a managed identity belongs to.
    pub fn azure_resource(&self) -> Option<String> {
        let Credential::Managed { user_assigned } = self.credential else {
            return None;
        };
        let provider =
            if user_assigned { "Microsoft.ManagedIdentity/userAssignedIdentities" } else { "Microsoft.Web/sites" };
        let subscription = Guid::named("subscription", "production");
        let name = self.name;
        Some(format!("/subscriptions/{subscription}/resourcegroups/rg-production/providers/{provider}/{name}"))
    }
}

const fn workload(
    name: &'static str,
    credential: Credential,
    resources: &'static [&'static Resource],
    network: &'static Network,
    agent: &'static str,
    weight: usize,
) -> Workload {
    Workload { name, credential, resources, network, agent, weight }
}

/// The program whose secret runs out.
pub static LEDGER_EXPORT: Workload =
    workload("Loom Ledger Export", Credential::Secret, &[&LEDGER], &SERVER_ROOM, "LedgerExport/3.8 (.NET 10.0)", 0);

use Credential::{Certificate, Federated, Managed, Secret};

/// The service principals that run all the time.
pub static SERVICE_PRINCIPALS: [Workload; 9] = [
    workload("Tarn Backup", Certificate, &[&EXCHANGE, &SHAREPOINT], &SERVER_ROOM, "TarnBackup/11.2", 30),
    workload("People Directory Sync", Secret, &[&GRAPH], &CLOUD_DUBLIN, "python-httpx/0.29.1", 24),
    workload("Deploy pipeline (production)", Federated, &[&MANAGEMENT], &CLOUD_DUBLIN, "Go-http-client/2.0", 10),
    workload("Deploy pipeline (test)", Federated, &[&MANAGEMENT], &CLOUD_DUBLIN, "Go-http-client/2.0", 14),
    workload("Quayside Telemetry", Certificate, &[&STORAGE, &KEY_VAULT], &CLOUD_DUBLIN, "okhttp/5.2.0", 26),
    workload("Crane \"B\" Controller", Secret, &[&SQL], &SERVER_ROOM, "crane-ctl 0.9", 12),
    workload("Parcel Labels 📦", Secret, &[&GRAPH], &CLOUD_DUBLIN, "node-fetch/4.0", 9),
    workload("Licence Counter", Secret, &[&GRAPH], &SERVER_ROOM, "PowerShell/7.6", 4),
    workload("Mail Archive Journal", Certificate, &[&EXCHANGE], &SERVER_ROOM, "Java/25", 8),
];

/// The managed identities.
pub static MANAGED_IDENTITIES: [Workload; 5] = [
    workload("app-quayside-planner", Managed { user_assigned: false }, &[&SQL, &KEY_VAULT], &CLOUD_DUBLIN, "", 40),
    workload("func-tide-tables", Managed { user_assigned: false }, &[&STORAGE], &CLOUD_DUBLIN, "", 30),
    workload("id-weft-console", Managed { user_assigned: true }, &[&KEY_VAULT, &STORAGE], &CLOUD_DUBLIN, "", 20),
    workload("app-heddle-assistant", Managed { user_assigned: false }, &[&GRAPH, &KEY_VAULT], &CLOUD_DUBLIN, "", 16),
    workload("id-night-automation", Managed { user_assigned: true }, &[&MANAGEMENT, &DIRECTORY], &CLOUD_DUBLIN, "", 6),
];
