//! Signers by the dozen: confirmed signatures written as a confirmation writes them.

use sha2::{Digest, Sha256};
use undersigned::base::{Id, Lang, LinkCode, Slug, Time};
use undersigned::count::{Counts, store::tallies};
use undersigned::db::{Db, Error};
use undersigned::petition::consent::ConsentText;
use undersigned::petition::store::petitions;
use undersigned::petition::{FieldMap, Petition, PledgeOption, Replies, SignerField};
use undersigned::signature::model::{AddressKeys, Agreed, Answer, Asker, PendingSignature};
use undersigned::signature::store::confirmed::Confirmed;
use undersigned::signature::store::{confirm, pending};
use undersigned::signature::{Signature, SignatureState, Signer, Visibility};

/// A signer of this name; the address is made of it.
pub fn signer(name: &str) -> Signer {
    let local: String = name
        .chars()
        .filter(|c| c.is_ascii_alphanumeric())
        .collect::<String>()
        .to_lowercase();
    Signer {
        name: name.to_owned(),
        email: format!("{local}@mail.example.org"),
        fields: FieldMap::default()
            .with(SignerField::Role, Some("Law student".to_owned()))
            .with(
                SignerField::Affiliation,
                Some("Harlow University".to_owned()),
            ),
        replies: Replies::default(),
        wants_updates: name.len().is_multiple_of(2),
        opted_in_to: Vec::new(),
        opted_in_partner: None,
        visibility: Visibility::Detail,
    }
}

/// The petition with this slug.
pub async fn petition(db: &Db, slug: &str) -> Petition {
    let slug = Slug::parse(slug).unwrap();
    db.read(move |conn| petitions::by_slug(conn, &slug))
        .await
        .unwrap()
        .unwrap()
}

fn typed(petition: Id<Petition>, signer: Signer, wording: [u8; 16], at: Time) -> PendingSignature {
    let key = |purpose: &str| -> [u8; 32] {
        Sha256::digest(format!(
            "{purpose} {petition} {} {}",
            signer.email,
            at.micros()
        ))
        .into()
    };
    PendingSignature {
        id: Id::new(at),
        petition,
        keys: AddressKeys {
            k1: key("k1"),
            k2: key("k2"),
            mailbox: key("mailbox"),
        },
        agreed: Agreed {
            is_listed: false,
            wording: Id::from_bytes(wording),
            lang: Lang::EN,
            updates: vec![Answer {
                asker: Asker::Organization,
                text: Id::<ConsentText>::from_bytes([1; 16]),
                yes: true,
            }],
            listing: Id::<ConsentText>::from_bytes([2; 16]),
        },
        signer,
        choice: None,
        source: Some("k7".to_owned()),
        share: LinkCode::parse("4k7f3m9q1z"),
        browser: [0; 32],
        host: None,
        score: 0,
        handed_in: None,
        created_at: at,
    }
}

/// These sign and confirm one after the other, a millisecond apart.
pub async fn sign(
    db: &Db,
    id: Id<Petition>,
    state: SignatureState,
    signers: Vec<Signer>,
    from: Time,
) {
    choose(db, id, state, (signers, None), from).await;
}

/// The same with what they promise.
pub async fn choose(
    db: &Db,
    id: Id<Petition>,
    state: SignatureState,
    (signers, choice): (Vec<Signer>, Option<Id<PledgeOption>>),
    from: Time,
) {
    db.write(move |tx| {
        let all = petitions::wordings(tx, id)?;
        let first = all.first().map(|kept| kept.wording.lang);
        let newest = all.iter().rfind(|kept| Some(kept.wording.lang) == first);
        let wording = newest.map_or([0; 16], |kept| *kept.wording.id.as_bytes());
        let pendings: Vec<PendingSignature> = (0_i64..)
            .zip(signers)
            .map(|(n, signer)| {
                let at = Time::from_micros(from.micros() + n * 1_000);
                PendingSignature {
                    choice,
                    ..typed(id, signer, wording, at)
                }
            })
            .collect();
        let new: Vec<_> = pendings
            .iter()
            .map(|pending| Confirmed {
                pending,
                is_suspect: false,
                state,
                reason: None,
                number: None,
                at: pending.created_at,
            })
            .collect();
        confirm::insert_all(tx, &new)?;
        let all = i64::try_from(new.len()).unwrap();
        let mut change = Counts::default();
        match state {
            SignatureState::Counted => change.counted = all,
            SignatureState::Held => change.held = all,
            SignatureState::Withdrawn => change.withdrawn = all,
            SignatureState::Removed => change.removed = all,
        }
        tallies::add(tx, id.cast(), change, from)?;
        Ok::<_, Error>(())
    })
    .await
    .unwrap();
}

/// This one has typed in a name and waits for the mailbox.
pub async fn wait(db: &Db, id: Id<Petition>, signer: Signer, at: Time) -> Id<Signature> {
    let waits = typed(id, signer, [0; 16], at);
    let key = waits.id;
    db.write(move |tx| pending::insert_all(tx, &[waits]))
        .await
        .unwrap();
    key
}
