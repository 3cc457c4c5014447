//! The texts of an event as one value of its row: the fields that have one, and the numbers of those texts.
//!
//! A column each would be a hundred and twenty, of which a sign-in fills forty: SQLite would write and read all of them.
//!
//! The value is the count of bytes of a bit set, the bit set, in which bit `n` stands for the field of number `n`, and
//! for each of its fields in turn the number of the text, seven bits a byte, the lowest first, with the eighth bit set
//! where more follow (LEB128).

use super::CacheError;
use super::texts::TextId;
use crate::fields::Field;

/// The stored fields by the number under which caches hold them. A new field is appended; none is moved or taken away,
/// since caches would then tell one field's texts as another's.
const FIELDS: [Field; 119] = [
    Field::User,
    Field::Username,
    Field::UserId,
    Field::UserType,
    Field::ServicePrincipal,
    Field::ServicePrincipalId,
    Field::CredentialKeyId,
    Field::CredentialThumbprint,
    Field::FederatedCredentialId,
    Field::App,
    Field::AppId,
    Field::AppOwnerTenantId,
    Field::Resource,
    Field::ResourceId,
    Field::ResourceTenantId,
    Field::ResourceOwnerTenantId,
    Field::ResourceServicePrincipalId,
    Field::HomeTenantId,
    Field::HomeTenantName,
    Field::CrossTenantAccess,
    Field::Status,
    Field::StatusSource,
    Field::ErrorCode,
    Field::FailureReason,
    Field::MfaResult,
    Field::MfaMethod,
    Field::MfaDetail,
    Field::AuthRequirement,
    Field::ConditionalAccess,
    Field::Ip,
    Field::Location,
    Field::City,
    Field::State,
    Field::Country,
    Field::Latitude,
    Field::Longitude,
    Field::ResourceIp,
    Field::AutonomousSystem,
    Field::Network,
    Field::GlobalSecureAccess,
    Field::GlobalSecureAccessIp,
    Field::ClientApp,
    Field::UserAgent,
    Field::Browser,
    Field::Os,
    Field::DeviceId,
    Field::DeviceName,
    Field::BrowserId,
    Field::Compliant,
    Field::Managed,
    Field::JoinType,
    Field::Steps,
    Field::AuthMethod,
    Field::AuthResult,
    Field::AuthPolicies,
    Field::SessionPolicies,
    Field::Policies,
    Field::Policy,
    Field::PolicyResult,
    Field::ProcessingDetails,
    Field::ContinuousAccess,
    Field::IncomingTokenType,
    Field::Protocol,
    Field::OriginalTransferMethod,
    Field::ClientCredential,
    Field::TokenProtection,
    Field::TokenProtectionCode,
    Field::TokenIssuerType,
    Field::TokenIssuerName,
    Field::SignInIdentifier,
    Field::SignInIdentifierType,
    Field::Flagged,
    Field::SignInCount,
    Field::Latency,
    Field::Risk,
    Field::RiskAggregated,
    Field::RiskState,
    Field::RiskDetail,
    Field::RiskEvents,
    Field::AgentType,
    Field::AgentSubjectType,
    Field::TenantRestricted,
    Field::ManagedIdentityType,
    Field::AssociatedResource,
    Field::FederatedTokenId,
    Field::FederatedTokenIssuer,
    Field::Service,
    Field::Category,
    Field::Activity,
    Field::OperationType,
    Field::Actor,
    Field::ActorType,
    Field::Target,
    Field::TargetType,
    Field::TargetId,
    Field::TargetDetails,
    Field::ModifiedProperties,
    Field::ProvisioningAction,
    Field::SourceSystem,
    Field::TargetSystem,
    Field::SourceIdentity,
    Field::SourceIdentityId,
    Field::TargetIdentity,
    Field::TargetIdentityId,
    Field::JobId,
    Field::CycleId,
    Field::ChangeId,
    Field::ProvisioningError,
    Field::RecommendedAction,
    Field::ProvisioningSteps,
    Field::RiskTiming,
    Field::RiskSource,
    Field::RiskActivity,
    Field::MitreTechnique,
    Field::Detected,
    Field::SignInRequestId,
    Field::IsDeleted,
    Field::RecordType,
    Field::Item,
];

/// The fields whose texts are in the value, in the order of their numbers.
pub fn fields() -> impl Iterator<Item = Field> {
    FIELDS.into_iter()
}

/// Writes the texts of an event, given by field, in place of what `into` held. Texts of fields that are not stored here
/// are left out.
pub(super) fn encode(texts: &[TextId; Field::COUNT], into: &mut Vec<u8>) {
    into.clear();
    into.push(0);
    for (number, field) in FIELDS.into_iter().enumerate() {
        if texts[field as usize] != 0 {
            // One byte tells how long the bit set is.
            into.resize(number / 8 + 2, 0);
            into[number / 8 + 1] |= 1 << (number % 8);
        }
    }
    into[0] = (into.len() - 1) as u8;
    for field in FIELDS {
        let mut rest = texts[field as usize].unsigned_abs();
        if rest == 0 {
            continue;
        }
        while rest >= 0x80 {
            into.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        into.push(rest as u8);
    }
}

/// Hands out the texts of a value. Fields that only newer programs know are passed over.
pub(super) fn decode(value: &[u8], mut text_of: impl FnMut(Field, TextId)) -> Result<(), CacheError> {
    let damaged = || CacheError::Damaged("the texts of an event end too early".to_owned());
    let (length, rest) = value.split_first().ok_or_else(damaged)?;
    let (bits, mut rest) = rest.split_at_checked(usize::from(*length)).ok_or_else(damaged)?;
    for (byte, bits) in bits.iter().enumerate() {
        let mut bits = *bits;
        while bits != 0 {
            let number = byte * 8 + bits.trailing_zeros() as usize;
            bits &= bits - 1;
            let (mut id, mut shift) = (0_u64, 0);
            loop {
                let (first, after) = rest.split_first().filter(|_| shift < u64::BITS).ok_or_else(damaged)?;
                rest = after;
                id |= u64::from(first & 0x7f) << shift;
                shift += 7;
                if first & 0x80 == 0 {
                    break;
                }
            }
            if let Some(field) = FIELDS.get(number) {
                text_of(*field, id as TextId);
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fields::Kind;

    #[test]
    fn every_stored_field_without_a_column_has_a_number() {
        for field in Field::ALL {
            let has_column = matches!(field, Field::Log | Field::Time) || field.kind() == Kind::UniqueId;
            assert_eq!(
                FIELDS.contains(&field),
                field.spec().is_stored() && !has_column,
                "append {} to the fields above",
                field.key()
            );
        }
        let different: std::collections::BTreeSet<Field> = fields().collect();
        assert_eq!(different.len(), FIELDS.len(), "no field has two numbers");
    }

    #[test]
    fn a_field_of_a_newer_program_is_passed_over() {
        let mut texts = [0; Field::COUNT];
        texts[Field::User as usize] = 5;
        let mut value = Vec::new();
        encode(&texts, &mut value);
        // Bit 255 with the text 300, which takes two bytes.
        let texts = value.split_off(1 + usize::from(value[0]));
        value.resize(32, 0);
        value.push(0x80);
        value[0] = 32;
        value.extend(texts);
        value.extend([0xac, 0x02]);
        let mut found = Vec::new();
        decode(&value, |field, id| found.push((field, id))).expect("it can be read");
        assert_eq!(found, [(Field::User, 5)]);
    }

    proptest! {
        #[test]
        fn texts_come_back_as_they_went_in(given in proptest::collection::vec((0..FIELDS.len(), 1..i64::MAX), 0..60)) {
            let mut texts = [0; Field::COUNT];
            for (number, id) in given {
                texts[FIELDS[number] as usize] = id;
            }
            let mut value = vec![7; 3];
            encode(&texts, &mut value);
            let mut found = [0; Field::COUNT];
            decode(&value, |field, id| found[field as usize] = id).expect("it can be read");
            prop_assert_eq!(texts, found);
        }

        #[test]
        fn any_bytes_decode_or_are_damaged(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            let _ = decode(&bytes, |_, _| ());
        }
    }
}
