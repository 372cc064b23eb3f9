//! A signature as Action Network posts it, for receivers that were written for that.

use super::model::{WebhookDelivery, message_id};
use super::store::facts::ToldSignature;
use super::told::{api_person, api_petition, api_signature, title};
use crate::petition::{PublicPetition, SignerField};
use crate::signature::model::Signer;
use crate::transfer::names::split;
use crate::web::urls;
use serde_json::{Value, json};

/// The body: an array of one.
pub(super) fn body(
    base: &str,
    delivery: &WebhookDelivery,
    shown: &PublicPetition,
    (told, signer): (&ToldSignature, &Signer),
) -> Value {
    let signature = &told.signed.signature;
    let (first, last) = split(&signer.name, signature.lang.as_str());
    let field = |field: SignerField| signer.fields[field].as_deref();
    let (petition, id) = (shown.petition.id, signature.id);
    let href = |address: String| json!({ "href": address });
    let organization = &shown.organization;
    json!([{
        "osdi:signature": {
            "identifiers": [format!("action_network:{id}")],
            "created_date": signature.signed_at.rfc3339(),
            "modified_date": signature.changed_at.rfc3339(),
            "action_network:person_id": id,
            "action_network:petition_id": petition,
            "action_network:petition_title": title(shown),
            "action_network:sequence": delivery.sequence,
            "comments": told.reason.as_deref().unwrap_or_default(),
            "action_network:referrer_data": { "source": told.source },
            "person": {
                "identifiers": [format!("action_network:{id}")],
                "given_name": first,
                "family_name": last,
                "email_addresses": [{
                    "primary": true,
                    "address": signer.email,
                    "status": if signer.wants_updates { "subscribed" } else { "unsubscribed" },
                }],
                "postal_addresses": [{
                    "primary": true,
                    "locality": field(SignerField::Place),
                    "postal_code": field(SignerField::Postcode),
                    "country": field(SignerField::Country),
                }],
                "languages_spoken": [signature.lang.as_str()],
                "custom_fields": {
                    "role": field(SignerField::Role),
                    "affiliation": field(SignerField::Affiliation),
                },
                "created_date": signature.signed_at.rfc3339(),
                "modified_date": signature.changed_at.rfc3339(),
            },
            "add_tags": [],
            "_links": {
                "self": href(api_signature(base, petition, id)),
                "osdi:petition": href(api_petition(base, petition)),
                "osdi:person": href(api_person(base, id)),
            },
        },
        "action_network:sponsor": {
            "title": organization.name,
            "url": format!("{base}{}", urls::organization(None, &organization.slug)),
        },
        "idempotency_key": message_id(delivery.occurrence),
    }])
}
