//! What is posted: made of ids at the moment it is sent, so that who is erased, withdrawn or taken out by then is not in it.

use super::model::{Webhook, WebhookDelivery, WebhookFormat};
use super::osdi;
use super::store::facts::{self, ToldSignature};
use super::told::{api_person, api_petition, api_signature, status, title};
use crate::account::occurrence::{Milestone, OccurrenceKind};
use crate::base::Id;
use crate::count::CountCache;
use crate::db::{Conn, Result};
use crate::petition::consent::Means;
use crate::petition::store::petitions;
use crate::petition::{Exposure, Petition, PetitionCache, PublicPetition, SignerField};
use crate::signature::model::{Signature, SignatureState, Signer};
use crate::transfer::job::model::ExportJob;
use crate::transfer::names::split;
use crate::web::urls;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where bodies find what they tell.
#[derive(Clone)]
pub struct BodyContext {
    /// `https://host`.
    pub base_url: String,
    /// Texts and settings.
    pub petition_cache: PetitionCache,
    /// Numbers.
    pub count_cache: CountCache,
}

/// Everything that is told of one delivery.
struct Told<'a> {
    context: &'a BodyContext,
    delivery: &'a WebhookDelivery,
    kind: OccurrenceKind,
    petition: Option<&'a PublicPetition>,
    signature: Option<&'a ToldSignature>,
}

impl BodyContext {
    /// The body of each delivery, in their order.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn bodies(
        &self,
        conn: &mut Conn,
        webhook: &Webhook,
        deliveries: &[WebhookDelivery],
    ) -> Result<Vec<Vec<u8>>> {
        let has_details = webhook.format.has_details();
        let signatures = facts::signatures(conn, deliveries, has_details)?;
        let mut petitions: BTreeMap<Id<Petition>, Option<Arc<PublicPetition>>> = BTreeMap::new();
        for one in deliveries {
            if let Some(id) = one.petition
                && !petitions.contains_key(&id)
            {
                let shown = self.petition(conn, id)?;
                petitions.insert(id, shown);
            }
        }
        let body = |delivery: &WebhookDelivery| {
            let petition = delivery
                .petition
                .and_then(|id| petitions.get(&id)?.as_deref());
            let signature = delivery.subject.and_then(|id| signatures.get(&id.cast()));
            let told = Told {
                context: self,
                delivery,
                kind: delivery.kind.unwrap_or(OccurrenceKind::Test),
                petition,
                signature,
            };
            told.in_format(webhook.format).to_string().into_bytes()
        };
        Ok(deliveries.iter().map(body).collect())
    }

    /// From the database: another instance may have changed it a moment ago, and told of it at once.
    fn petition(&self, conn: &mut Conn, id: Id<Petition>) -> Result<Option<Arc<PublicPetition>>> {
        match petitions::find(conn, id)? {
            Some(petition) => match self.petition_cache.by_id(id) {
                Some(shown) if shown.petition.revision == petition.revision => Ok(Some(shown)),
                _ => Ok(Some(Arc::new(PublicPetition::load(conn, petition)?))),
            },
            None => Ok(None),
        }
    }
}

impl Told<'_> {
    fn in_format(&self, format: WebhookFormat) -> Value {
        let signer = self.signer();
        let is_of_signature = matches!(
            self.kind,
            OccurrenceKind::SignatureCreated | OccurrenceKind::SignatureConfirmed
        );
        match (format, signer, self.petition, self.signature) {
            (WebhookFormat::Osdi, Some(signer), Some(petition), Some(told)) if is_of_signature => {
                osdi::body(
                    &self.context.base_url,
                    self.delivery,
                    petition,
                    (told, signer),
                )
            }
            (WebhookFormat::Full, Some(signer), Some(petition), Some(told)) => self.message(Some(
                details(&self.context.base_url, petition, told, signer),
            )),
            _ => self.message(None),
        }
    }

    /// Whose details may be told: of signatures that count or are held, and not where the petition is of high risk.
    fn signer(&self) -> Option<&Signer> {
        let told = self.signature?;
        let stands = matches!(
            told.signed.signature.state,
            SignatureState::Counted | SignatureState::Held
        );
        let petition = &self.petition?.petition;
        let may = stands && petition.allows(Exposure::WebhookPeople);
        told.signed.signer.as_ref().filter(|_| may)
    }

    fn message(&self, details: Option<Map<String, Value>>) -> Value {
        let mut data = self.ids();
        data.extend(details.unwrap_or_default());
        json!({
            "type": self.kind.as_str(),
            "timestamp": self.delivery.happened_at.rfc3339(),
            "data": data,
        })
    }

    /// Ids, addresses and numbers.
    fn ids(&self) -> Map<String, Value> {
        let mut data = Map::new();
        let mut put = |name: &str, value: Value| data.insert(name.to_owned(), value);
        if let Some(sequence) = self.delivery.sequence {
            put("sequence", json!(sequence));
        }
        let base = &self.context.base_url;
        let mut links = Map::new();
        if let Some(id) = self.delivery.petition {
            put("petition_id", json!(id));
            links.insert("petition".into(), json!(api_petition(base, id)));
        }
        if let Some(petition) = self.petition {
            put("organization_id", json!(petition.petition.organization));
            let page = urls::petition(None, &petition.petition.slug);
            links.insert("page".into(), json!(format!("{base}{page}")));
        }
        if self.kind.is_of_signer()
            && let Some(id) = self.delivery.subject
            && let Some(petition) = self.delivery.petition
        {
            put("signature_id", json!(id));
            put("person_id", json!(id));
            let of: Id<Signature> = id.cast();
            links.insert("signature".into(), json!(api_signature(base, petition, of)));
            links.insert("person".into(), json!(api_person(base, of)));
        }
        match self.kind {
            OccurrenceKind::SignatureCreated
            | OccurrenceKind::SignatureConfirmed
            | OccurrenceKind::SignatureWithdrawn => {
                for (name, value) in self.of_signature() {
                    put(name, value);
                }
            }
            OccurrenceKind::PetitionPublished
            | OccurrenceKind::PetitionUpdated
            | OccurrenceKind::PetitionClosed
            | OccurrenceKind::GoalReached
            | OccurrenceKind::MilestoneReached => {
                for (name, value) in self.of_petition() {
                    put(name, value);
                }
                if let Some(milestone) = self.milestone() {
                    put("milestone", json!(milestone));
                }
            }
            OccurrenceKind::PersonSubscribed | OccurrenceKind::PersonUnsubscribed => {
                put("list", json!("updates"));
                let means = self.delivery.cause.map(Means::from_number);
                put("cause", json!(means.map(Means::as_str)));
            }
            OccurrenceKind::PersonErased | OccurrenceKind::Test => {}
            OccurrenceKind::ExportReady => {
                put("export_id", json!(self.delivery.subject));
                let job = self.delivery.subject.map(|id| {
                    let job: Id<ExportJob> = id.cast();
                    format!("{base}{}", urls::export_job(job))
                });
                links.insert("export".into(), json!(job));
            }
        }
        if !links.is_empty() {
            data.insert("links".into(), Value::Object(links));
        }
        data
    }

    fn of_signature(&self) -> Vec<(&'static str, Value)> {
        let mut all = Vec::new();
        if let Some(told) = self.signature {
            let signature = &told.signed.signature;
            all.push(("status", json!(status(signature.state))));
            all.push(("created_at", json!(signature.signed_at.rfc3339())));
            all.push(("source", json!(told.source)));
            all.push(("method", json!("web")));
        }
        if self.kind == OccurrenceKind::SignatureWithdrawn {
            all.push(("reason", json!(self.reason())));
        }
        if self.kind == OccurrenceKind::SignatureConfirmed
            && let Some(petition) = self.petition
        {
            all.push(("signatures", json!(self.count(petition))));
        }
        all
    }

    /// Why it does not count any more.
    fn reason(&self) -> &'static str {
        let is_erased = self
            .signature
            .is_none_or(|told| told.signed.signer.is_none());
        match self.delivery.cause {
            Some(to) if to == SignatureState::Held.number() => "held",
            _ if is_erased => "erased",
            Some(to) if to == SignatureState::Removed.number() => "removed",
            _ => "withdrawn",
        }
    }

    fn of_petition(&self) -> Vec<(&'static str, Value)> {
        let Some(shown) = self.petition else {
            return Vec::new();
        };
        let petition = &shown.petition;
        let public = self.context.count_cache.public_count(petition);
        vec![
            ("slug", json!(petition.slug.as_str())),
            ("title", json!(title(shown))),
            ("status", json!(petition.state.as_str())),
            ("signatures", json!(public.signatures)),
            ("goal", json!(public.goal)),
        ]
    }

    /// The round number that was reached.
    fn milestone(&self) -> Option<i64> {
        let is_one = self.kind == OccurrenceKind::MilestoneReached;
        let cause = self.delivery.cause.filter(|_| is_one)?;
        Milestone::of_cause(cause).map(Milestone::number)
    }

    fn count(&self, shown: &PublicPetition) -> i64 {
        self.context
            .count_cache
            .public_count(&shown.petition)
            .signatures
    }
}

/// What a full message has beside the ids, under the names that ControlShift's receivers know.
fn details(
    base: &str,
    shown: &PublicPetition,
    told: &ToldSignature,
    signer: &Signer,
) -> Map<String, Value> {
    let signature = &told.signed.signature;
    let (first, last) = split(&signer.name, signature.lang.as_str());
    let field = |field: SignerField| json!(signer.fields[field]);
    let page = urls::petition(None, &shown.petition.slug);
    let all = json!({
        "first_name": first,
        "last_name": last,
        "email": signer.email,
        "phone_number": null,
        "role": field(SignerField::Role),
        "affiliation": field(SignerField::Affiliation),
        "town": field(SignerField::Place),
        "postcode": field(SignerField::Postcode),
        "country": field(SignerField::Country),
        "language": signature.lang.as_str(),
        "join_organisation": signer.wants_updates,
        "comment": told.reason,
        "petition": {
            "id": shown.petition.id,
            "slug": shown.petition.slug.as_str(),
            "title": title(shown),
            "url": format!("{base}{page}"),
        },
    });
    match all {
        Value::Object(all) => all,
        _ => Map::new(),
    }
}
