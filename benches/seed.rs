//! Fills databases through the program's own stores: a petition, its signatures, and pending ones
//! with the forms that confirm them.

use crate::Outcome;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use undersigned::account::model::Organization;
use undersigned::account::store::organization;
use undersigned::base::time::{days, minutes, seconds};
use undersigned::base::{Clock, Id, Lang, Secrets, Slug, Time};
use undersigned::count::{self, Change};
use undersigned::db::{self, Db, Tx};
use undersigned::petition::consent::Texts;
use undersigned::petition::model::{PetitionState, PetitionText, Wording};
use undersigned::petition::store::{founders, petitions};
use undersigned::petition::text::markdown;
use undersigned::petition::{FieldMap, FieldRule, Replies, Settings, SignerField};
use undersigned::petition::{Kind, Petition, PublicPetition, Visibility};
use undersigned::signature::links::Links;
use undersigned::signature::model::{AddressKeys, Agreed, PendingSignature, Signer};
use undersigned::signature::sign::consent_questions::{Askers, ConsentQuestions as Questions};
use undersigned::signature::store::confirmed::Confirmed;
use undersigned::signature::store::{confirm, pending};
use undersigned::signature::{self, Signature};
use undersigned::web::Site;
use undersigned::web::forms::form_token;
use undersigned::words::{Library, Words};

/// Rows of one transaction.
const CHUNK: usize = 2_000;
/// Where the petition stands in addresses.
const SLUG: &str = "bench";
const BODY: &str = include_str!("letter.md");

/// A site of its own, with the secrets of the program that is measured.
pub fn site(secrets: &Path) -> Outcome<Site> {
    Ok(Site::new(
        "http://127.0.0.1".to_owned(),
        Clock::system(),
        Library::load()?,
        Secrets::load_or_make(secrets)?,
    ))
}

/// The petition, written when it is not there yet, and the words its signers agree to.
pub struct Plot {
    pub shown: PublicPetition,
    texts: Texts,
    words: Arc<Words>,
    links: Links,
}

impl Plot {
    pub fn open(db: &Db, site: &Site) -> Outcome<Self> {
        let (now, words) = (site.clock.now(), site.words(Lang::EN));
        let found = db.write_here(|tx| -> db::Result<_> {
            let slug = Slug::parse(SLUG).map_err(|_| db::Error::Refused("slug"))?;
            let petition = match petitions::by_slug(tx, &slug)? {
                Some(petition) => petition,
                None => write(tx, slug, now)?,
            };
            let (shown, texts) = (PublicPetition::load(tx, petition)?, Texts::default());
            for visibility in [Visibility::Counted, Visibility::Detail] {
                let asked = Questions::of(&words, &shown, Askers::Organizations, visibility);
                asked.note(&texts, asked.store(tx, now)?);
            }
            Ok((shown, texts))
        });
        let (shown, texts) = found?;
        Ok(Self {
            shown,
            texts,
            words,
            links: Links::new(&site.secrets),
        })
    }

    fn agreed(&self, signer: &Signer) -> Outcome<Agreed> {
        let askers = Askers::Organizations;
        let asked = Questions::of(&self.words, &self.shown, askers, signer.visibility);
        let agreed = asked.agreed(&self.texts, &self.shown, signer);
        Ok(agreed.ok_or("no words to agree to")?)
    }

    /// Somebody who signed at `at`. Names and roles repeat as they do in life, addresses do not.
    pub fn signer(&self, dice: &mut Dice, at: Time) -> Outcome<PendingSignature> {
        let n = dice.roll();
        let name = format!("{} {}", pick(&FIRST, n), pick(&LAST, n >> 16));
        let keys = AddressKeys {
            k1: dice.bytes(),
            k2: dice.bytes(),
            mailbox: dice.bytes(),
        };
        let visibility = match n.is_multiple_of(5) {
            true => Visibility::Counted,
            false => Visibility::Detail,
        };
        let signer = Signer {
            replies: Replies::default(),
            email: format!("signer.{n:x}@example.org"),
            name,
            fields: FieldMap::default()
                .with(SignerField::Role, Some(pick(&ROLES, n >> 24).to_owned()))
                .with(
                    SignerField::Affiliation,
                    Some(pick(&PLACES, n >> 32).to_owned()),
                ),
            wants_updates: n.is_multiple_of(3),
            opted_in_to: Vec::new(),
            opted_in_partner: None,
            visibility,
        };
        Ok(PendingSignature {
            choice: None,
            id: Id::new(at),
            petition: self.shown.petition.id,
            keys,
            agreed: self.agreed(&signer)?,
            signer,
            source: None,
            share: Some(self.links.share_code(self.shown.petition.id)),
            browser: dice.bytes(),
            host: None,
            score: 0,
            handed_in: None,
            created_at: at,
        })
    }
}

/// Writes the petition with `count` counted signatures of the last thirty days, and prints a stamp
/// as its form carries one.
pub fn signatures(database: &str, secrets: &str, count: usize) -> Outcome {
    let site = site(Path::new(secrets))?;
    let db = Db::open(&database.parse()?)?;
    let plot = Plot::open(&db, &site)?;
    let petition = plot.shown.petition.id;
    let now = site.clock.now();
    let mut dice = Dice::new(count);
    let step = days(30) / u32::try_from(count.max(1))?;
    let mut at = now.minus(days(30));
    let mut number = 0_i64;
    while usize::try_from(number)? < count {
        let most = CHUNK.min(count - usize::try_from(number)?);
        let mut people = Vec::with_capacity(most);
        for _ in 0..most {
            at = at.plus(step);
            people.push(plot.signer(&mut dice, at)?);
        }
        db.write_here(|tx| -> db::Result<()> {
            let counted: Vec<_> = (number + 1..)
                .zip(&people)
                .map(|(number, one)| Confirmed {
                    pending: one,
                    is_suspect: false,
                    state: signature::SignatureState::Counted,
                    reason: None,
                    number: Some(number),
                    at: one.created_at,
                })
                .collect();
            confirm::insert_all(tx, &counted)?;
            let change = Change {
                counted: i64::try_from(people.len()).unwrap_or(0),
                ..Change::default()
            };
            count::store::tallies::add(tx, petition.cast(), change, at)?;
            Ok(())
        })?;
        number += i64::try_from(most)?;
    }
    let stamp = form_token::make(&site.stamp_key, "sign", petition.as_bytes(), now);
    println!("{stamp}");
    Ok(())
}

/// Writes `count` pending signatures whose mail was taken ten minutes ago, and a line with the
/// token and the nonce of each one's form.
pub fn pending(database: &str, secrets: &str, count: usize, file: &str) -> Outcome {
    let site = site(Path::new(secrets))?;
    let db = Db::open(&database.parse()?)?;
    let plot = Plot::open(&db, &site)?;
    let links = Links::new(&site.secrets);
    let now = site.clock.now();
    // Never the dice of another call: the pages of one round are not those of the next.
    let mut dice = Dice::new(usize::try_from(now.micros())?);
    let mut out = BufWriter::new(File::create(file)?);
    for (id, _) in wait(&db, &plot, &mut dice, now.minus(minutes(20)), count)? {
        let token = links.token(id);
        let nonce = form_token::make(
            &site.stamp_key,
            "confirm",
            token.as_bytes(),
            now.minus(seconds(30)),
        );
        writeln!(out, "{token} {nonce}")?;
    }
    out.flush()?;
    Ok(())
}

/// Between two signers who wait: keys begin with their time, and people do not sign all at once.
const APART: Duration = Duration::from_millis(2);

/// So many pending signatures, the last of them of `end`; their ids and mailboxes.
pub fn wait(
    db: &Db,
    plot: &Plot,
    dice: &mut Dice,
    end: Time,
    count: usize,
) -> Outcome<Vec<(Id<Signature>, [u8; 32])>> {
    let mut at = end.minus(APART * u32::try_from(count)?);
    let mut all = Vec::with_capacity(count);
    while all.len() < count {
        let most = CHUNK.min(count - all.len());
        let mut people = Vec::with_capacity(most);
        for _ in 0..most {
            at = at.plus(APART);
            people.push(plot.signer(dice, at)?);
        }
        let ids: Vec<_> = people.iter().map(|one| one.id).collect();
        db.write_here(|tx| -> db::Result<()> {
            pending::insert_all(tx, &people)?;
            pending::note_mailed(tx, &ids, end.plus(minutes(10)))
        })?;
        all.extend(people.iter().map(|one| (one.id, one.keys.mailbox)));
    }
    Ok(all)
}

fn write(tx: &mut Tx<'_>, slug: Slug, now: Time) -> db::Result<Petition> {
    let organization = Organization::new(
        Id::new(now),
        slug.clone(),
        "Open Docket Coalition",
        "hello@opendocket.example.org",
    );
    organization::insert(tx, &organization, now)?;
    let petition = Petition {
        id: Id::new(now),
        organization: organization.id,
        kind: Kind::Letter,
        slug,
        state: PetitionState::Open,
        lang: Lang::EN,
        goal: None,
        time_zone: "America/New_York".to_owned(),
        opens_at: None,
        closes_at: None,
        published_at: Some(now),
        closed_at: None,
        keeps_last: None,
        archived_at: None,
        settings: Settings {
            fields: FieldMap::default()
                .with(SignerField::Role, FieldRule::Optional)
                .with(SignerField::Affiliation, FieldRule::Optional),
            ..Settings::default()
        },
        revision: 1,
        created_at: now,
        updated_at: now,
    };
    petitions::insert(tx, &petition)?;
    for lang in [Lang::EN, Lang::ES] {
        let text = PetitionText {
            lang,
            title: "To the judges of the circuit".to_owned(),
            ask: "Open the records of the courts, without a fee.".to_owned(),
            target: "the Judicial Conference".to_owned(),
            body: BODY.to_owned(),
            body_html: markdown::render(BODY),
            goal_reason: String::new(),
            outcome: None,
            outcome_html: None,
            is_published: true,
        };
        petitions::save_text(tx, petition.id, &text, now)?;
        let wording = Wording {
            id: Id::new(now),
            lang,
            version: 1,
            sha256: [0; 32],
        };
        petitions::add_wording(tx, petition.id, (&wording, None), (&text, &[]), now)?;
    }
    let founders = ["Public Records Clinic", "Free Law Readers", "Court Watch"];
    founders::name(tx, petition.id, &founders.map(str::to_owned), now)?;
    Ok(petition)
}

/// Numbers that look like chance and are the same in every run (SplitMix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: usize) -> Self {
        Self(u64::try_from(seed).unwrap_or(0))
    }

    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub fn bytes(&mut self) -> [u8; 32] {
        let mut bytes = [0; 32];
        for eight in bytes.chunks_exact_mut(8) {
            eight.copy_from_slice(&self.roll().to_le_bytes());
        }
        bytes
    }
}

fn pick<'a>(words: &[&'a str], n: u64) -> &'a str {
    let length = u64::try_from(words.len()).unwrap_or(1);
    let at = usize::try_from(n % length).unwrap_or(0);
    words.get(at).copied().unwrap_or_default()
}

const FIRST: [&str; 16] = [
    "Ada",
    "Bayo",
    "Carmen",
    "Dmitri",
    "Esther",
    "Farid",
    "Grace",
    "Hiro",
    "Inés",
    "Jamal",
    "Katarzyna",
    "Lucía",
    "Minh",
    "Nadia",
    "Oluwaseun",
    "Priya",
];
const LAST: [&str; 20] = [
    "Abara",
    "Becker",
    "Castro",
    "Dunne",
    "Eze",
    "Fischer",
    "García",
    "Haddad",
    "Ibrahim",
    "Jones",
    "Kowalski",
    "Levy",
    "Martínez",
    "Nguyen",
    "Okafor",
    "Patel",
    "Quispe",
    "Rossi",
    "Smith",
    "Tanaka",
];
const ROLES: [&str; 8] = [
    "Professor of Law",
    "Public defender",
    "Student, J.D. 2027",
    "Librarian",
    "Attorney at law",
    "Retired judge",
    "Clinical instructor",
    "Journalist",
];
const PLACES: [&str; 8] = [
    "Riverside School of Law",
    "County Defender's Office",
    "Lakeshore University",
    "City Library",
    "Harbor Legal Aid",
    "Plains College",
    "Hill & Vale LLP",
    "The Evening Docket",
];
