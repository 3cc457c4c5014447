//! The portal's JSON files: one array of objects with the properties of Graph's beta sign-in, in
//! the portal's order.

use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::Layout;
use super::machines::Machine;
use super::networks::{Naming, Network};
use super::policies::Judgement;
use super::portal_shape::{
    Agent, AppliedPolicy, Audience, AuthenticationDetail, Coordinates, DeviceDetail, KeyValue, LifetimePolicy,
    Location, ManagedServiceIdentity, MfaDetail, NetworkLocation, OrEmpty, PrivateLink, Properties, RequirementPolicy,
    SatisfiedRule, StatusDetail, TokenProtection,
};
use super::sign_in::{Log, Risk, SignIn, Subject};
use super::tenant::Person;
use super::workloads::{Credential, Workload};

/// Writes an array of sign-ins, each as soon as it comes.
pub fn write(mut out: impl Write, layout: Layout, sign_ins: impl Iterator<Item = SignIn>) -> io::Result<()> {
    let objects = sign_ins.map(Object);
    match layout {
        Layout::Pretty => serde_json::Serializer::pretty(&mut out).collect_seq(objects)?,
        Layout::Compact => serde_json::Serializer::new(&mut out).collect_seq(objects)?,
    }
    out.flush()
}

struct Object(SignIn);

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Properties::of(&self.0).serialize(serializer)
    }
}

impl<'a> Properties<'a> {
    fn of(row: &'a SignIn) -> Self {
        let person = row.person();
        let (workload, key) = match row.subject {
            Subject::Person(_) => (None, 0),
            Subject::Workload(workload, key) => (Some(workload), key),
        };
        let identifier = row.identifier();
        let (risk_level, risk_state, risk_event_types): (_, _, &[&str]) = match row.risk {
            Risk::None => ("none", "none", &[]),
            Risk::Unfamiliar => ("low", "atRisk", &["unfamiliarFeatures"]),
            Risk::PasswordSpray => ("high", "atRisk", &["passwordSpray", "unfamiliarFeatures"]),
        };
        let mfa_detail = || {
            row.proof
                .second_factor
                .map(|auth_method| MfaDetail { auth_method, auth_detail: row.proof.phone_number.as_deref() })
        };
        let token_protection = row.token_protection();
        Self {
            id: row.request_id,
            created_date_time: row.time_text(),
            user_display_name: person.map(|person| person.name),
            user_principal_name: person.map(Person::username),
            user_id: person.map(Person::id),
            app_id: row.application.id,
            app_display_name: row.application.name,
            ip_address: OrEmpty(row.address),
            ip_address_from_resource_provider: row.address_seen_by_resource,
            client_app_used: person.map(|_| row.client.kind),
            user_agent: row.client.agent,
            correlation_id: row.correlation_id,
            conditional_access_status: row.conditional_access(),
            original_request_id: "",
            is_interactive: row.log == Log::Interactive,
            token_issuer_name: "",
            token_issuer_type: "AzureAD",
            client_credential_type: row.token.credential,
            processing_time_in_milliseconds: row.latency_ms,
            risk_detail: "none",
            risk_level_aggregated: risk_level,
            risk_level_during_sign_in: risk_level,
            risk_state,
            risk_event_types,
            resource_display_name: row.resource.name,
            resource_id: row.resource.id,
            resource_tenant_id: row.resource_tenant.id,
            home_tenant_id: row.home_tenant().id,
            home_tenant_name: row.home_tenant_name(),
            authentication_methods_used: [],
            authentication_requirement: row.requirement(),
            sign_in_identifier_type: identifier.as_ref().map(|_| "userPrincipalName"),
            sign_in_identifier: OrEmpty(identifier),
            service_principal_name: workload.map(|workload| workload.name),
            sign_in_event_types: [row.log.event_type()],
            service_principal_id: OrEmpty(workload.map(Workload::service_principal_id)),
            federated_credential_id: workload.and_then(Workload::federated_credential_id),
            user_type: row.user_type(),
            flagged_for_review: row.flagged,
            is_tenant_restricted: false,
            autonomous_system_number: row.network.map(|network| network.autonomous_system),
            cross_tenant_access_type: row.cross_tenant_access,
            service_principal_credential_key_id: workload.and_then(|workload| workload.key_id(key)),
            service_principal_credential_thumbprint: OrEmpty(workload.and_then(Workload::thumbprint)),
            unique_token_identifier: row.request_id.token_identifier(),
            incoming_token_type: row.token.incoming_token,
            authentication_protocol: row.token.protocol,
            resource_service_principal_id: row.resource.service_principal_id(),
            sign_in_token_protection_status: token_protection.map_or("none", |(status, _)| status),
            original_transfer_method: row.token.transfer_method,
            is_through_global_secure_access: row.global_secure_access.is_some(),
            global_secure_access_ip_address: OrEmpty(row.global_secure_access),
            session_id: row.session_id,
            app_owner_tenant_id: row.application.owner.id,
            resource_owner_tenant_id: row.resource.owner.id,
            no_mfa_detail: mfa_detail(),
            authentication_app_device_details: None,
            status: StatusDetail {
                error_code: row.code.number,
                failure_reason: row.code.reason,
                additional_details: row.proof.result,
            },
            device_detail: person.map(|_| device_detail(row)),
            location: row.network.map(location).unwrap_or_default(),
            mfa_detail: mfa_detail(),
            applied_conditional_access_policies: row.judgements.iter().map(applied_policy).collect(),
            authentication_context_class_references: [],
            authentication_processing_details: processing_details(row),
            network_location_details: row.network.and_then(network_location).into_iter().collect(),
            authentication_details: authentication_details(row),
            authentication_requirement_policies: requirement_policy(row).into_iter().collect(),
            session_lifetime_policies: lifetime_policy(row).into_iter().collect(),
            private_link_details: PrivateLink::default(),
            applied_event_listeners: [],
            authentication_app_policy_evaluation_details: [],
            managed_service_identity: managed_service_identity(workload),
            conditional_access_audiences: vec![Audience { application_id: row.resource.id }],
            token_protection_status_details: token_protection.map(|(status, code)| TokenProtection {
                sign_in_session_status: status,
                sign_in_session_status_code: code,
            }),
            agent: Agent { agent_type: "notAgentic", parent_app_id: "" },
        }
    }
}

fn device_detail(row: &SignIn) -> DeviceDetail<'_> {
    let known = row.known_machine();
    DeviceDetail {
        device_id: OrEmpty(row.device_id()),
        display_name: row.device_name().unwrap_or_default(),
        operating_system: row.client.machine.map_or("", |machine| machine.operating_system),
        browser: row.client.browser,
        is_compliant: known.is_some_and(|machine| machine.compliant),
        is_managed: known.is_some_and(Machine::is_managed),
        trust_type: known.map_or("", |machine| machine.join.text()),
    }
}

fn location(network: &Network) -> Location<'static> {
    let place = network.place;
    Location {
        city: place.city,
        state: place.state,
        country_or_region: place.country,
        geo_coordinates: Coordinates {
            altitude: None,
            latitude: Some(place.latitude),
            longitude: Some(place.longitude),
        },
    }
}

fn applied_policy(judgement: &Judgement) -> AppliedPolicy<'_> {
    let Judgement { policy, result, satisfied, not_satisfied, excluded_by } = *judgement;
    let rule = |&(conditional_access_condition, rule_satisfied): &(&'static str, &'static str)| SatisfiedRule {
        conditional_access_condition,
        rule_satisfied,
    };
    let conditions: Vec<_> = satisfied.iter().map(|(condition, _)| *condition).collect();
    AppliedPolicy {
        id: policy.id(),
        display_name: policy.name,
        enforced_grant_controls: policy.grant_controls,
        enforced_session_controls: policy.session_controls,
        session_controls_not_satisfied: [],
        result,
        conditions_satisfied: if conditions.is_empty() { "none".to_owned() } else { conditions.join(",") },
        conditions_not_satisfied: not_satisfied,
        authentication_strength: None,
        include_rules_satisfied: satisfied.iter().map(rule).collect(),
        exclude_rules_satisfied: excluded_by.iter().map(rule).collect(),
    }
}

fn processing_details(row: &SignIn) -> Vec<KeyValue<'static>> {
    let mut details = vec![KeyValue { key: "Root Key Type", value: "Unknown" }];
    match row.log {
        Log::Interactive if row.client.kind == "Browser" => {
            details.insert(0, KeyValue { key: "Login Hint Present", value: "True" });
        }
        Log::NonInteractive => {
            details.push(KeyValue { key: "Is CAE Token", value: "False" });
            details.push(KeyValue { key: "Legacy TLS (TLS 1.0, 1.1, 3DES)", value: "False" });
        }
        Log::Interactive | Log::ServicePrincipal | Log::ManagedIdentity => {}
    }
    details
}

fn network_location(network: &Network) -> Option<NetworkLocation<'static>> {
    let (network_type, name) = match network.naming {
        Naming::Trusted(name) => ("trustedNamedLocation", name),
        Naming::Named(name) => ("namedNetwork", name),
        Naming::Unnamed => return None,
    };
    Some(NetworkLocation { network_type, network_names: [name] })
}

fn authentication_details(row: &SignIn) -> Vec<AuthenticationDetail<'_>> {
    let detail = |step: &super::authentication::Step| AuthenticationDetail {
        authentication_step_date_time: row.step_time_text(step),
        authentication_method: step.method,
        authentication_method_detail: step.detail,
        succeeded: step.succeeded,
        authentication_step_result_detail: step.result,
        authentication_step_requirement: step.requirement,
    };
    row.proof.steps.iter().map(detail).collect()
}

fn requirement_policy(row: &SignIn) -> Option<RequirementPolicy<'static>> {
    let is_outside = row.network.is_some_and(|network| !network.is_trusted());
    row.proof.is_multifactor.then(|| {
        let (requirement_provider, detail) = if is_outside {
            ("multiConditionalAccess", "Conditional Access")
        } else {
            ("request", "App requires multifactor authentication")
        };
        RequirementPolicy { requirement_provider, detail }
    })
}

fn lifetime_policy(row: &SignIn) -> Option<LifetimePolicy<'static>> {
    let is_unmanaged = row.client.machine.is_some_and(|machine| !machine.is_managed());
    row.proof.knows_the_user.then(|| {
        let (expiration_requirement, detail) = if is_unmanaged {
            ("signInFrequencyPeriodicReauthentication", "Sign-in frequency (periodic)")
        } else {
            ("rememberMultifactorAuthenticationOnTrustedDevices", "Remember MFA")
        };
        LifetimePolicy { expiration_requirement, detail }
    })
}

fn managed_service_identity(workload: Option<&Workload>) -> ManagedServiceIdentity<'static> {
    let msi_type = match workload.map(|workload| workload.credential) {
        Some(Credential::Managed { user_assigned: true }) => "userAssigned",
        Some(Credential::Managed { user_assigned: false }) => "systemAssigned",
        _ => "none",
    };
    ManagedServiceIdentity {
        msi_type,
        associated_resource_id: workload.and_then(Workload::azure_resource),
        federated_token_id: None,
        federated_token_issuer: None,
    }
}
