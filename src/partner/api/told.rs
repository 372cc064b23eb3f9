//! Things as programs read them: petition, signature, person, tag, in the fields and the order of OSDI 1.2.0, with what clients of Action
//! Network need beside it.

use super::caller::Caller;
use super::filter::model::{FieldKind, Known, SYSTEMS};
use crate::base::{Id, Lang, Time};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::{
    Exposure, FieldMap, Petition, PetitionState, PublicPetition, Questions, Reply,
};
use crate::signature::model::{Signature, SignatureState, Signer};
use crate::signature::store::read::Signed;
use crate::transfer::names;
use crate::web::urls;
use crate::words::Html;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// Before whatever is ours alone.
pub(super) const NAMESPACE: &str = "undersigned";
/// By what people can be filtered.
pub(super) const PEOPLE: Known = &[
    ("identifier", FieldKind::Identifier),
    ("created_date", FieldKind::Time),
    ("modified_date", FieldKind::Time),
    ("family_name", FieldKind::Text),
    ("given_name", FieldKind::Text),
    ("email_address", FieldKind::Text),
    // as some clients write it
    ("email", FieldKind::Text),
    ("region", FieldKind::Text),
    ("postal_code", FieldKind::Text),
    ("phone_number", FieldKind::Text),
];

/// A tag of an organization; it is known by a hash of its words.
pub(super) enum Tag {}

/// What the beginnings of relations mean.
pub(super) fn curies(caller: &Caller) -> Value {
    let href = caller.url(&format!("{}#{{rel}}", urls::api_page(None)));
    let one = |name: &str| json!({"name": name, "href": href, "templated": true});
    json!([one("osdi"), one("action_network"), one(NAMESPACE)])
}

/// A moment as clients compare it: to the second.
pub(super) fn date(at: Time) -> String {
    let second = at.micros().rem_euclid(1_000_000);
    Time::from_micros(at.micros().saturating_sub(second)).rfc3339()
}

/// By which names a thing is known. The first is the one that clients cut.
pub(super) fn identifiers<T>(id: Id<T>) -> Value {
    identifiers_with(id, &[])
}

/// The same, and behind them those that programs have for it.
fn identifiers_with<T>(id: Id<T>, others: &[String]) -> Value {
    let own = SYSTEMS.iter().map(|system| format!("{system}{id}"));
    own.chain(others.iter().cloned()).collect()
}

/// The id of a tag: the same for the same words, and another in another organization.
pub(super) fn tag_id<T>(organization: Id<T>, name: &str) -> Id<Tag> {
    let mut hash = Sha256::new();
    hash.update(b"tag");
    hash.update(organization.as_bytes());
    hash.update(name.as_bytes());
    let mut id = [0; 16];
    id.iter_mut()
        .zip(hash.finalize())
        .for_each(|(to, from)| *to = from);
    // RFC 9562, section 5.8: made in our own way
    let [_, _, _, _, _, _, version, _, variant, ..] = &mut id;
    *version = *version & 0x0F | 0x80;
    *variant = *variant & 0x3F | 0x80;
    Id::from_bytes(id)
}

/// A petition. Its number is that of its page.
pub(super) fn petition(caller: &Caller, managed: &ManagedPetition) -> Value {
    let one = &managed.petition;
    let text = managed.text(one.lang);
    let said = |of: fn(&crate::petition::PetitionText) -> &str| text.map(of).unwrap_or_default();
    let target = said(|text| &text.target);
    let targets: Vec<Value> = match target {
        "" => Vec::new(),
        target => vec![json!({"name": target})],
    };
    let picture = managed.picture.picture.as_ref();
    let picture = picture.map(|one| urls::picture(&managed.petition.slug, &one.large.hash.0));
    let at = |path: String| json!({"href": caller.url(&path)});
    let is_listed = one.state != PetitionState::Draft && one.allows(Exposure::Listing);
    let sponsor = json!({
        "title": managed.organization.name,
        "browser_url": caller.url(&urls::home(None)),
    });
    json!({
        "identifiers": identifiers(one.id),
        "created_date": date(one.created_at),
        "modified_date": date(one.updated_at),
        "origin_system": NAMESPACE,
        "title": managed.title(one.lang),
        "name": managed.title(one.lang),
        "summary": said(|text| &text.ask),
        "description": Html::escaped(said(|text| &text.ask)).as_str(),
        "petition_text": said(|text| &text.body),
        "target": targets,
        "browser_url": caller.page_of(one),
        "administrative_url": caller.url(&urls::overview(one.id)),
        "featured_image_url": picture.map(|path| caller.url(&path)),
        "total_signatures": caller.count_cache.public_count(one).signatures,
        "action_network:hidden": !is_listed,
        "action_network:sponsor": sponsor,
        format!("{NAMESPACE}:status"): one.phase(caller.now()).as_str(),
        "_links": {
            "self": at(urls::api_petition(one.id)),
            "osdi:signatures": at(urls::api_signatures(one.id)),
            "osdi:record_signature_helper": at(urls::api_signatures(one.id)),
            "action_network:embed": at(urls::api_embed(one.id)),
            "curies": curies(caller),
        },
        "_embedded": {"osdi:creator": creator(managed)},
    })
}

/// Who stands for a petition: its organization, and nobody's name.
fn creator(managed: &ManagedPetition) -> Value {
    json!({
        "identifiers": identifiers(managed.organization.id),
        "given_name": managed.organization.name,
        "family_name": "",
        "email_addresses": [{"primary": true}],
        "phone_numbers": [{"primary": true, "number_type": "Mobile"}],
        "postal_addresses": [{"primary": true}],
        "languages_spoken": [managed.petition.lang.as_str()],
        "custom_fields": {},
    })
}

/// Where a signature stands, for a program: a form that waits and a signature that is held are told alike.
pub(super) fn status(state: SignatureState) -> &'static str {
    match state {
        SignatureState::Counted => "confirmed",
        SignatureState::Held => "pending",
        SignatureState::Withdrawn => "withdrawn",
        SignatureState::Removed => "removed",
    }
}

/// A signature as it stands, or a form that waits for its mailbox.
pub(super) struct ShownSignature<'a> {
    /// Its key, and its person's.
    pub id: Id<Signature>,
    /// Of which petition.
    pub petition: Id<Petition>,
    /// When the form was sent.
    pub signed_at: Time,
    /// When it last changed.
    pub changed_at: Time,
    /// One of the four words.
    pub status: &'static str,
    /// Why somebody signed.
    pub comments: &'a str,
    /// By which code it came.
    pub source: Option<&'a str>,
    /// The names that programs have for it.
    pub identifiers: &'a [String],
}

impl ShownSignature<'_> {
    /// As a program reads it.
    pub fn told(&self, caller: &Caller) -> Value {
        let at = |path: String| json!({"href": caller.url(&path)});
        let referrer = json!({"source": self.source.unwrap_or_default()});
        json!({
            "identifiers": identifiers_with(self.id, self.identifiers),
            "created_date": date(self.signed_at),
            "modified_date": date(self.changed_at),
            "action_date": date(self.signed_at),
            "origin_system": NAMESPACE,
            "comments": self.comments,
            "action_network:person_id": self.id,
            "action_network:petition_id": self.petition,
            "referrer_data": referrer,
            "action_network:referrer_data": referrer,
            format!("{NAMESPACE}:status"): self.status,
            "_links": {
                "self": at(urls::api_signature(self.petition, self.id)),
                "osdi:petition": at(urls::api_petition(self.petition)),
                "osdi:person": at(urls::api_person(self.id)),
                "curies": curies(caller),
            },
        })
    }
}

/// Of whom a person's details are.
pub(super) struct ShownPerson<'a> {
    /// The key of the signature.
    pub id: Id<Signature>,
    /// When it was made.
    pub created_at: Time,
    /// When it last changed.
    pub changed_at: Time,
    /// The language it was signed in.
    pub lang: Lang,
    /// The details, as long as they are kept.
    pub signer: Option<&'a Signer>,
    /// The questions of the petition, which its answers are told under.
    pub questions: Option<&'a PublicPetition>,
    /// The names that programs have for them.
    pub identifiers: &'a [String],
}

impl<'a> ShownPerson<'a> {
    /// The person of a signature.
    pub fn of(
        signed: &'a Signed,
        questions: Option<&'a PublicPetition>,
        identifiers: &'a [String],
    ) -> Self {
        Self {
            id: signed.signature.id,
            created_at: signed.signature.signed_at,
            changed_at: signed.signature.changed_at,
            lang: signed.signature.lang,
            signer: signed.signer.as_ref(),
            questions,
            identifiers,
        }
    }

    /// As a program reads it. Each list has one entry, also where nothing is known: clients take the first.
    pub fn told(&self, caller: &Caller) -> Value {
        let lang = self.lang.as_str();
        // what is kept no more is told as empty: clients take the first of each list
        let name = self.signer.map_or("", |signer| &signer.name);
        let (given, family) = names::split(name, lang);
        let fields = self.signer.map(|signer| signer.fields.clone());
        let fields = fields.unwrap_or_else(|| FieldMap::from_fn(|_| None));
        let [role, affiliation, place, postcode, country] = fields.into_array();
        let mut email = json!({"primary": true});
        if let Some(signer) = self.signer {
            let may_write = signer.wants_updates || !signer.opted_in_to.is_empty();
            let status = if may_write {
                "subscribed"
            } else {
                "unsubscribed"
            };
            email = json!({"primary": true, "address": signer.email, "status": status});
        }
        let mut custom = Map::new();
        for (name, value) in [("role", role), ("affiliation", affiliation)] {
            if let Some(value) = value {
                custom.insert(name.to_owned(), Value::String(value));
            }
        }
        if let (Some(shown), Some(signer)) = (self.questions, self.signer) {
            custom.extend(answers(&shown.questions, shown, signer));
        }
        let at = |path: String| json!({"href": caller.url(&path)});
        json!({
            "identifiers": identifiers_with(self.id, self.identifiers),
            "created_date": date(self.created_at),
            "modified_date": date(self.changed_at),
            "origin_system": NAMESPACE,
            "given_name": given,
            "family_name": family,
            "email_addresses": [email],
            "phone_numbers": [{"primary": true, "number_type": "Mobile"}],
            "postal_addresses": [{
                "primary": true,
                "address_lines": [],
                "locality": place.unwrap_or_default(),
                "region": "",
                "postal_code": postcode.unwrap_or_default(),
                "country": country.unwrap_or_default(),
            }],
            "languages_spoken": [lang],
            "custom_fields": custom,
            "_links": {
                "self": at(urls::api_person(self.id)),
                "osdi:signatures": at(urls::api_signatures_of(self.id)),
                "osdi:taggings": at(urls::api_taggings_of(self.id)),
                "curies": curies(caller),
            },
        })
    }
}

/// What was answered to the organizers' own questions: `question-3`, as the form names it.
fn answers(questions: &Questions, shown: &PublicPetition, signer: &Signer) -> Map<String, Value> {
    let langs = (shown.petition.lang, shown.petition.lang);
    let mut all = Map::new();
    for (number, reply) in signer.replies.iter() {
        let Some(question) = questions.find(number) else {
            continue;
        };
        let told = match reply {
            Reply::Tick(_) => "1".to_owned(),
            reply => question.told(reply, langs).join("; "),
        };
        all.insert(question.field(), Value::String(told));
    }
    all
}

/// A tag.
pub(super) fn tag(caller: &Caller, id: Id<Tag>, name: &str) -> Value {
    let at = |path: String| json!({"href": caller.url(&path)});
    json!({
        "identifiers": identifiers(id),
        "name": name,
        "_links": {
            "self": at(urls::api_tag(id)),
            "osdi:taggings": at(urls::api_taggings(id)),
            "curies": curies(caller),
        },
    })
}

/// A tag on a person. It is known by the person's key: one has a tag once.
pub(super) fn tagging(caller: &Caller, id: Id<Tag>, person: Id<Signature>) -> Value {
    let at = |path: String| json!({"href": caller.url(&path)});
    json!({
        "identifiers": identifiers(person),
        "item_type": "osdi:person",
        "_links": {
            "self": at(urls::api_tagging(id, person)),
            "osdi:tag": at(urls::api_tag(id)),
            "osdi:person": at(urls::api_person(person)),
            "curies": curies(caller),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_known_by_its_words_and_its_organization() {
        let (one, other) = (
            Id::<Tag>::from_bytes([1; 16]),
            Id::<Tag>::from_bytes([2; 16]),
        );
        let id = tag_id(one, "faculty");
        assert_eq!(tag_id(one, "faculty"), id);
        assert_ne!(tag_id(one, "Faculty"), id);
        assert_ne!(tag_id(other, "faculty"), id);
        let text = id.to_string();
        assert_eq!(text.as_bytes()[14], b'8');
        assert!(b"89ab".contains(&text.as_bytes()[19]), "{text}");
        assert_eq!(Id::<Tag>::parse(&text), Ok(id));
    }

    #[test]
    fn a_moment_is_told_to_the_second() {
        assert_eq!(
            date(Time::from_micros(1_800_000_000_999_999)),
            "2027-01-15T08:00:00Z"
        );
        assert_eq!(
            date(Time::from_micros(1_800_000_000_000_000)),
            "2027-01-15T08:00:00Z"
        );
    }
}
