//! Petitions for stories, written through the stores.

use diesel::prelude::*;
use std::time::Duration;
use undersigned::account::model::Organization;
use undersigned::base::{Id, Lang, Slug, Time};
use undersigned::db::schema::organizations;
use undersigned::db::{Result, Tx};
use undersigned::petition::model::{Petition, PetitionState, PetitionText, Wording};
use undersigned::petition::store::{founders, petitions, promises};
use undersigned::petition::text::markdown;
use undersigned::petition::wording::write::sha256;
use undersigned::petition::{FieldMap, FieldRule, Settings, SignerField};
use undersigned::petition::{Kind, PledgeOption, Promises};

/// What a petition of a story is to be, before it is written.
#[derive(Debug, Clone)]
pub struct Plan {
    pub kind: Kind,
    pub slug: String,
    /// The petition's own language first.
    pub langs: Vec<Lang>,
    pub title: String,
    pub organization: String,
    pub goal: Option<i32>,
    /// What a fixed goal means, in every language.
    pub goal_reason: String,
    /// When it begins to be open; at once without.
    pub opens_in: Option<Duration>,
    /// How long it can be signed.
    pub closes_in: Option<Duration>,
    pub state: PetitionState,
    pub settings: Settings,
    pub founders: Vec<String>,
    /// What a pledge lets people choose from, in English and Spanish.
    pub promises: Vec<[&'static str; 2]>,
}

impl Plan {
    /// The ordinary one of its kind.
    pub fn of(kind: Kind) -> Self {
        let (slug, title) = match kind {
            Kind::Petition => ("free-records", "Court records should be free to read"),
            Kind::Letter => ("open-letter", "To the judges of the circuit"),
            Kind::Pledge => ("our-pledge", "We will not work for those who bow"),
        };
        let asked = if kind == Kind::Letter {
            FieldRule::Optional
        } else {
            FieldRule::Off
        };
        Self {
            kind,
            slug: slug.to_owned(),
            langs: vec![Lang::EN, Lang::ES],
            title: title.to_owned(),
            organization: "Open Docket Coalition".to_owned(),
            goal: None,
            goal_reason: String::new(),
            opens_in: None,
            closes_in: None,
            state: PetitionState::Open,
            settings: Settings {
                fields: FieldMap::default()
                    .with(SignerField::Role, asked)
                    .with(SignerField::Affiliation, asked),
                ..Settings::default()
            },
            founders: Vec::new(),
            promises: Vec::new(),
        }
    }

    /// Writes it, with its organization and its wordings.
    pub fn write(&self, tx: &mut Tx<'_>, now: Time) -> Result<Petition> {
        let organization = Id::<Organization>::new(now);
        diesel::insert_into(organizations::table)
            .values((
                organizations::id.eq(organization),
                organizations::slug.eq(format!("{}-desk", self.slug)),
                organizations::about.eq(r#"[["en","Lawyers and librarians for open courts."]]"#),
                organizations::name.eq(&self.organization),
                organizations::contact_email.eq("hello@opendocket.example.org"),
                organizations::created_at.eq(now),
            ))
            .execute(&mut **tx)?;
        let is_over = self.state == PetitionState::Closed;
        let petition = Petition {
            id: Id::new(now),
            organization,
            kind: self.kind,
            slug: Slug::parse(&self.slug).expect("a slug"),
            state: self.state,
            lang: self.langs[0],
            goal: self.goal,
            time_zone: "America/New_York".to_owned(),
            opens_at: self.opens_in.map(|span| now.plus(span)),
            closes_at: self.closes_in.map(|span| now.plus(span)),
            published_at: Some(now),
            closed_at: is_over.then_some(now),
            keeps_last: None,
            archived_at: None,
            settings: self.settings.clone(),
            revision: 1,
            created_at: now,
            updated_at: now,
        };
        petitions::insert(tx, &petition)?;
        let options = self.options(now);
        promises::offer(tx, petition.id, &options)?;
        let promises = Promises::of(petition.lang, options);
        for lang in &self.langs {
            let text = self.text(*lang);
            petitions::save_text(tx, petition.id, &text, now)?;
            let wording = Wording {
                id: Id::new(now),
                lang: *lang,
                version: 1,
                sha256: sha256(&text, &promises.signed(*lang)),
            };
            petitions::add_wording(
                tx,
                petition.id,
                (&wording, None),
                (&text, &promises.signed(*lang)),
                now,
            )?;
        }
        founders::name(tx, petition.id, &self.founders, now)?;
        Ok(petition)
    }

    fn options(&self, now: Time) -> Vec<PledgeOption> {
        let option = |(position, words): (i32, &[&str; 2])| PledgeOption {
            id: Id::new(now),
            position: Some(position),
            words: [Lang::EN, Lang::ES]
                .into_iter()
                .zip(words.map(str::to_owned))
                .collect(),
        };
        (1_i32..).zip(&self.promises).map(option).collect()
    }

    fn text(&self, lang: Lang) -> PetitionText {
        let title = if lang == self.langs[0] {
            self.title.clone()
        } else {
            format!("{} ({lang})", self.title)
        };
        let body =
            "Everybody pays for the courts.\n\nEverybody should be able to **read** what they say.";
        PetitionText {
            lang,
            title,
            ask: "Open the records, without a fee.".to_owned(),
            target: if self.kind == Kind::Pledge {
                String::new()
            } else {
                "the Judicial Conference".to_owned()
            },
            body: body.to_owned(),
            body_html: markdown::render(body),
            goal_reason: self.goal_reason.clone(),
            outcome: None,
            outcome_html: None,
            is_published: true,
        }
    }
}

/// Writes a petition as it is now, over the revision that it was read at.
pub fn rewrite(tx: &mut Tx<'_>, petition: &mut Petition, now: Time) -> Result<()> {
    let revision = petition.revision;
    let is_written = petitions::update_from(tx, petition, revision, now)?;
    assert!(is_written, "somebody was quicker");
    Ok(())
}
