//! The editor's form as it is typed: one set of text fields for each language, named `title-es`
//! and so on.

use super::forms::page_press::PagePress;
use super::part::EditPart;
use crate::base::Lang;
use crate::petition::dates::closing;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::{Petition, PetitionText};
use crate::petition::rules::founder::Founder;
use crate::petition::rules::promises;
use crate::petition::rules::promises::Promises;
use crate::petition::rules::signer_field::{FieldMap, FieldRule, SignerField};
use crate::petition::text::lengths;
use crate::web::{Fields, Named, TextField, by_name};
use serde::{Deserialize, Deserializer};

/// The form as it was typed, or as it is shown first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PetitionForm {
    /// The revision the form was filled from.
    pub revision: String,
    /// `letter`, `pledge` or `petition`.
    pub kind: String,
    /// Place in addresses.
    pub slug: String,
    /// A whole number, or nothing for the moving goal.
    pub goal: String,
    /// Day of opening.
    pub opens_on: String,
    /// Time of day of opening.
    pub opens_time: String,
    /// Day of closing.
    pub closes_on: String,
    /// Time of day of closing.
    pub closes_time: String,
    /// IANA name.
    pub time_zone: String,
    /// Months that details are kept; none where the form has no such field.
    pub keeps_for: Option<String>,
    /// A word of [`Voice`](crate::words::Voice); none where the form has no such field.
    pub voice: Option<String>,
    /// Each `off`, `optional` or `required`.
    pub fields: FieldMap<String>,
    /// A word of [`Visibility`](crate::petition::Visibility).
    pub most_public: String,
    /// Ticked or not.
    pub names_public: bool,
    /// Ticked or not.
    pub organizations_sign: bool,
    /// Ticked or not.
    pub is_discreet: bool,
    /// Ticked or not.
    pub is_high_risk: bool,
    /// Ticked or not: listed although signing may be a danger.
    pub is_listed_in_high_risk: bool,
    /// A word of [`Framing`](crate::petition::Framing).
    pub framing: String,
    /// One a line.
    pub watched_domains: String,
    /// One a line.
    pub founders: String,
    /// In the order of the form.
    pub texts: Vec<TypedText>,
    /// `mend`, `change`, or nothing: what other words than were signed are.
    pub rewording: String,
    /// Ticked or not: only the spelling changed, and no translation has to follow.
    pub is_mend: bool,
    /// Ticked or not: the translation fits the petition's own text as it is now.
    pub fits: bool,
    /// The button, and what the page keeps.
    pub press: PagePress,
}

/// The fields of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedText {
    /// The language.
    pub lang: Lang,
    /// The title.
    pub title: String,
    /// The ask.
    pub ask: String,
    /// To whom.
    pub target: String,
    /// Markdown.
    pub body: String,
    /// What a fixed goal means.
    pub goal_reason: String,
    /// What people can promise, one a line.
    pub promises: String,
    /// Whether readers of this language get it.
    pub is_published: bool,
}

impl TypedText {
    /// Nothing typed in.
    #[must_use]
    pub(crate) fn blank(lang: Lang) -> Self {
        Self {
            lang,
            title: String::new(),
            ask: String::new(),
            target: String::new(),
            body: String::new(),
            goal_reason: String::new(),
            promises: String::new(),
            is_published: false,
        }
    }

    /// Whether nothing is typed in: there is no translation yet.
    #[must_use]
    pub(crate) fn is_blank(&self) -> bool {
        let parts = [
            &self.title,
            &self.ask,
            &self.target,
            &self.body,
            &self.promises,
        ];
        parts.iter().all(|part| part.trim().is_empty())
    }
}

/// The word of a choice in the form.
#[must_use]
pub fn asked(asked: FieldRule) -> &'static str {
    match asked {
        FieldRule::Off => "off",
        FieldRule::Optional => "optional",
        FieldRule::Required => "required",
    }
}

impl PetitionForm {
    /// The form of a petition as it stands, with fields for each of `langs`.
    #[must_use]
    pub fn of(
        petition: &Petition,
        texts: &[PetitionText],
        founders: &[Founder],
        promises: &Promises,
        langs: &[Lang],
    ) -> Self {
        let zone = petition.time_zone.as_str();
        let opens = petition.opens_at;
        let opens = opens.map(|at| closing::write_beginning(at, zone));
        let closes = petition.closes_at.map(|at| closing::write(at, zone));
        let (opens_on, opens_time) = opens.unwrap_or_default();
        let (closes_on, closes_time) = closes.unwrap_or_default();
        let mut typed = Self {
            revision: petition.revision.to_string(),
            kind: petition.kind.as_str().to_owned(),
            slug: petition.slug.to_string(),
            goal: petition
                .goal
                .map(|goal| goal.to_string())
                .unwrap_or_default(),
            opens_on,
            opens_time,
            closes_on,
            closes_time,
            time_zone: petition.time_zone.clone(),
            keeps_for: Some(petition.settings.keeps_for.months().to_string()),
            voice: Some(petition.settings.voice.as_str().to_owned()),
            fields: FieldMap::from_fn(|field| asked(petition.settings.fields[field]).to_owned()),
            most_public: petition.settings.most_public.as_str().to_owned(),
            names_public: petition.settings.names_public,
            organizations_sign: petition.takes_organizations(),
            is_discreet: petition.settings.discreet,
            is_high_risk: petition.settings.high_risk,
            is_listed_in_high_risk: petition.settings.listed_in_high_risk,
            framing: petition.settings.framing.as_str().to_owned(),
            watched_domains: petition.settings.watched_domains.join("\n"),
            founders: founders
                .iter()
                .map(|founder| founder.name.as_str())
                .collect::<Vec<_>>()
                .join("\n"),
            texts: texts
                .iter()
                .map(|text| TypedText {
                    lang: text.lang,
                    title: text.title.clone(),
                    ask: text.ask.clone(),
                    target: text.target.clone(),
                    body: text.body.clone(),
                    goal_reason: text.goal_reason.clone(),
                    promises: promises.typed(text.lang),
                    is_published: text.is_published,
                })
                .collect(),
            ..Self::default()
        };
        typed.complete(petition.lang, langs);
        typed
    }

    /// How many months are typed; nothing where the form has no such field.
    #[must_use]
    pub fn keeps_for(&self) -> &str {
        self.keeps_for.as_deref().unwrap_or_default()
    }

    /// The same of a petition as its organizers work at it.
    #[must_use]
    pub(crate) fn of_managed(managed: &ManagedPetition, langs: &[Lang]) -> Self {
        Self::of(
            &managed.petition,
            &managed.texts,
            &managed.founders,
            &managed.promises,
            langs,
        )
    }

    /// Every page of its editor: a text in each language first.
    pub(crate) fn parts(&self) -> impl Iterator<Item = EditPart> {
        let texts = self.texts.iter().map(|text| EditPart::Text(text.lang));
        texts.chain(EditPart::OF_ALL_LANGUAGES)
    }

    /// Adds the languages that are missing and puts the petition's own first.
    pub(crate) fn complete(&mut self, own: Lang, langs: &[Lang]) {
        for lang in langs.iter().chain([&own]) {
            if self.texts.iter().all(|text| text.lang != *lang) {
                self.texts.push(TypedText::blank(*lang));
            }
        }
        self.texts.sort_by_key(|text| (text.lang != own, text.lang));
    }
}

impl Fields for PetitionForm {
    const TEXTS: &'static [TextField] = &[
        TextField::each("title", "edit-title", lengths::TITLE),
        TextField::each("target", "edit-target", lengths::TARGET),
        TextField::each("ask", "edit-ask", lengths::ASK),
        TextField::each("body", "edit-body", lengths::BODY),
        TextField::each("reason", "edit-reason", lengths::REASON),
        TextField::each(
            "promises",
            "edit-promises",
            promises::MOST * promises::WORDS,
        ),
        TextField::one(
            "founders",
            "edit-founders",
            lengths::FOUNDERS * lengths::FOUNDER,
        ),
        TextField::one(
            "watched_domains",
            "edit-watched-domains",
            lengths::DOMAINS * lengths::DOMAIN,
        ),
    ];
}

impl<'de> Deserialize<'de> for PetitionForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        by_name(from)
    }
}

impl Named for PetitionForm {
    fn put(&mut self, name: &str, value: String) -> bool {
        let Some(value) = self.press.put(name, value) else {
            return true;
        };
        match name {
            "revision" => self.revision = value,
            "kind" => self.kind = value,
            "slug" => self.slug = value,
            "goal" => self.goal = value,
            "opens_on" => self.opens_on = value,
            "opens_time" => self.opens_time = value,
            "closes_on" => self.closes_on = value,
            "closes_time" => self.closes_time = value,
            "time_zone" => self.time_zone = value,
            "keeps_for" => self.keeps_for = Some(value),
            "voice" => self.voice = Some(value),
            "most_public" => self.most_public = value,
            "names_public" => self.names_public = value == "1",
            "organizations_sign" => self.organizations_sign = value == "1",
            // sent by a page that was opened when this was a choice
            "confirming" => {}
            "discreet" => self.is_discreet = value == "1",
            "high_risk" => self.is_high_risk = value == "1",
            "listed_in_high_risk" => self.is_listed_in_high_risk = value == "1",
            "watched_domains" => self.watched_domains = value,
            "framing" => self.framing = value,
            "founders" => self.founders = value,
            "rewording" => self.rewording = value,
            "mend" => self.is_mend = value == "1",
            "fits" => self.fits = value == "1",
            name => match SignerField::parse(name) {
                Some(field) => self.fields[field] = value,
                None => return self.put_text(name, value),
            },
        }
        true
    }
}

impl PetitionForm {
    fn put_text(&mut self, name: &str, value: String) -> bool {
        let Some((part, lang)) = name.split_once('-') else {
            return false;
        };
        let Ok(lang) = Lang::parse(lang) else {
            return false;
        };
        if self.texts.iter().all(|text| text.lang != lang) {
            self.texts.push(TypedText::blank(lang));
        }
        let Some(text) = self.texts.iter_mut().find(|text| text.lang == lang) else {
            return false;
        };
        match part {
            "title" => text.title = value,
            "ask" => text.ask = value,
            "target" => text.target = value,
            "body" => text.body = value,
            "reason" => text.goal_reason = value,
            "promises" => text.promises = value,
            "published" => text.is_published = value == "1",
            _ => return false,
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::de::value::{Error, MapDeserializer};

    fn read(pairs: &[(&str, &str)]) -> Result<PetitionForm, Error> {
        let pairs = pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        PetitionForm::deserialize(MapDeserializer::<_, Error>::new(pairs))
    }

    #[test]
    fn each_language_has_its_fields() {
        let typed = read(&[
            ("revision", "7"),
            ("title-es", "Actas"),
            ("published-es", "1"),
            ("title-pt-BR", "Atas"),
        ])
        .unwrap();
        assert_eq!(typed.revision, "7");
        let [spanish, portuguese] = typed.texts.as_slice() else {
            panic!("two languages")
        };
        assert!(spanish.is_published && !portuguese.is_published);
        assert_eq!(portuguese.lang.as_str(), "pt-BR");
    }

    #[test]
    fn no_column_of_the_database_can_be_set() {
        for name in [
            "state",
            "organization_id",
            "published_at",
            "count",
            "id",
            "body_html-es",
            "outcome-es",
            "title-",
            "title-spanish",
            "title",
        ] {
            assert!(read(&[(name, "1")]).is_err(), "{name}");
        }
        assert!(read(&[("goal", "1"), ("goal", "2")]).is_err());
    }
}
