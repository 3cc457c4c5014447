//! The objects of the portal's JSON files: every property, in the portal's order.

use std::net::IpAddr;

use serde::{Serialize, Serializer};

use super::guid::Guid;

/// The properties in the order of the files. Those that stay empty here are written all the same,
/// since readers must cope with them.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "the format has them")]
pub struct Properties<'a> {
    pub id: Guid,
    pub created_date_time: String,
    pub user_display_name: Option<&'a str>,
    pub user_principal_name: Option<String>,
    pub user_id: Option<Guid>,
    pub app_id: Guid,
    pub app_display_name: &'a str,
    pub ip_address: OrEmpty<IpAddr>,
    pub ip_address_from_resource_provider: Option<IpAddr>,
    pub client_app_used: Option<&'a str>,
    pub user_agent: &'a str,
    pub correlation_id: Guid,
    pub conditional_access_status: &'a str,
    pub original_request_id: &'a str,
    pub is_interactive: bool,
    pub token_issuer_name: &'a str,
    pub token_issuer_type: &'a str,
    pub client_credential_type: &'a str,
    pub processing_time_in_milliseconds: u32,
    pub risk_detail: &'a str,
    pub risk_level_aggregated: &'a str,
    pub risk_level_during_sign_in: &'a str,
    pub risk_state: &'a str,
    #[serde(rename = "riskEventTypes_v2")]
    pub risk_event_types: &'a [&'a str],
    pub resource_display_name: &'a str,
    pub resource_id: Guid,
    pub resource_tenant_id: Guid,
    pub home_tenant_id: Guid,
    pub home_tenant_name: &'a str,
    pub authentication_methods_used: [&'a str; 0],
    pub authentication_requirement: &'a str,
    pub sign_in_identifier: OrEmpty<String>,
    pub sign_in_identifier_type: Option<&'a str>,
    pub service_principal_name: Option<&'a str>,
    pub sign_in_event_types: [&'a str; 1],
    pub service_principal_id: OrEmpty<Guid>,
    pub federated_credential_id: Option<Guid>,
    pub user_type: Option<&'a str>,
    pub flagged_for_review: bool,
    pub is_tenant_restricted: bool,
    pub autonomous_system_number: Option<u32>,
    pub cross_tenant_access_type: &'a str,
    pub service_principal_credential_key_id: Option<Guid>,
    pub service_principal_credential_thumbprint: OrEmpty<String>,
    pub unique_token_identifier: String,
    pub incoming_token_type: &'a str,
    pub authentication_protocol: &'a str,
    pub resource_service_principal_id: Guid,
    pub sign_in_token_protection_status: &'a str,
    pub original_transfer_method: &'a str,
    pub is_through_global_secure_access: bool,
    pub global_secure_access_ip_address: OrEmpty<IpAddr>,
    pub session_id: Option<Guid>,
    pub app_owner_tenant_id: Guid,
    pub resource_owner_tenant_id: Guid,
    // An absent second factor is written among the plain properties, a present one among the
    // objects: so the portal does.
    #[serde(rename = "mfaDetail", skip_serializing_if = "is_present")]
    pub no_mfa_detail: Option<MfaDetail<'a>>,
    pub authentication_app_device_details: Option<()>,
    pub status: StatusDetail<'a>,
    pub device_detail: Option<DeviceDetail<'a>>,
    pub location: Location<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mfa_detail: Option<MfaDetail<'a>>,
    pub applied_conditional_access_policies: Vec<AppliedPolicy<'a>>,
    pub authentication_context_class_references: [&'a str; 0],
    pub authentication_processing_details: Vec<KeyValue<'a>>,
    pub network_location_details: Vec<NetworkLocation<'a>>,
    pub authentication_details: Vec<AuthenticationDetail<'a>>,
    pub authentication_requirement_policies: Vec<RequirementPolicy<'a>>,
    pub session_lifetime_policies: Vec<LifetimePolicy<'a>>,
    pub private_link_details: PrivateLink<'a>,
    pub applied_event_listeners: [&'a str; 0],
    pub authentication_app_policy_evaluation_details: [&'a str; 0],
    pub managed_service_identity: ManagedServiceIdentity<'a>,
    pub conditional_access_audiences: Vec<Audience>,
    pub token_protection_status_details: Option<TokenProtection<'a>>,
    pub agent: Agent<'a>,
}

/// A value that is an empty text when missing, where other properties are null.
pub struct OrEmpty<T>(pub Option<T>);

impl<T: Serialize> Serialize for OrEmpty<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Some(value) => value.serialize(serializer),
            None => serializer.serialize_str(""),
        }
    }
}

#[expect(clippy::ref_option, reason = "serde calls it so")]
fn is_present<T>(value: &Option<T>) -> bool {
    value.is_some()
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StatusDetail<'a> {
    pub error_code: u32,
    pub failure_reason: &'a str,
    pub additional_details: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DeviceDetail<'a> {
    pub device_id: OrEmpty<Guid>,
    pub display_name: String,
    pub operating_system: &'a str,
    pub browser: &'a str,
    pub is_compliant: bool,
    pub is_managed: bool,
    pub trust_type: &'a str,
}

#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Location<'a> {
    pub city: &'a str,
    pub state: &'a str,
    pub country_or_region: &'a str,
    pub geo_coordinates: Coordinates,
}

#[derive(Default, Serialize)]
pub struct Coordinates {
    pub altitude: Option<f64>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MfaDetail<'a> {
    pub auth_method: &'a str,
    pub auth_detail: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AppliedPolicy<'a> {
    pub id: Guid,
    pub display_name: &'a str,
    pub enforced_grant_controls: &'a [&'a str],
    pub enforced_session_controls: &'a [&'a str],
    pub session_controls_not_satisfied: [&'a str; 0],
    pub result: &'a str,
    pub conditions_satisfied: String,
    pub conditions_not_satisfied: &'a str,
    pub authentication_strength: Option<()>,
    pub include_rules_satisfied: Vec<SatisfiedRule<'a>>,
    pub exclude_rules_satisfied: Vec<SatisfiedRule<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SatisfiedRule<'a> {
    pub conditional_access_condition: &'a str,
    pub rule_satisfied: &'a str,
}

#[derive(Serialize)]
pub struct KeyValue<'a> {
    pub key: &'a str,
    pub value: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NetworkLocation<'a> {
    pub network_type: &'a str,
    pub network_names: [&'a str; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AuthenticationDetail<'a> {
    pub authentication_step_date_time: String,
    pub authentication_method: &'a str,
    pub authentication_method_detail: Option<&'a str>,
    pub succeeded: bool,
    pub authentication_step_result_detail: &'a str,
    pub authentication_step_requirement: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RequirementPolicy<'a> {
    pub requirement_provider: &'a str,
    pub detail: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LifetimePolicy<'a> {
    pub expiration_requirement: &'a str,
    pub detail: &'a str,
}

#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PrivateLink<'a> {
    pub policy_id: &'a str,
    pub policy_name: &'a str,
    pub resource_id: &'a str,
    pub policy_tenant_id: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ManagedServiceIdentity<'a> {
    pub msi_type: &'a str,
    pub associated_resource_id: Option<String>,
    pub federated_token_id: Option<&'a str>,
    pub federated_token_issuer: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Audience {
    pub application_id: Guid,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TokenProtection<'a> {
    pub sign_in_session_status: &'a str,
    pub sign_in_session_status_code: u16,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Agent<'a> {
    pub agent_type: &'a str,
    pub parent_app_id: &'a str,
}
