//! The page of a signer's own signature: what is held, and the form that changes it.

use super::record::OwnRecord;
use crate::base::{Time, Token};
use crate::petition::page::pages::{FieldInput, FounderBox, PromiseTile};
use crate::petition::page::questions::QuestionInput;
use crate::petition::page::{form_questions, questions};
use crate::petition::{
    About, Exposure, FieldMap, FieldRule, FormQuestion, ListedDetails, PublicPetition, SignerField,
    TypedReplies, VisibilityChoice,
};
use crate::signature::batch::{Cause, SignatureBatch};
use crate::signature::model::{SignatureState, Visibility};
use crate::signature::page::parts;
use crate::signature::sign::form::SignFields;
use crate::signature::store::consents::ToldConsent;
use crate::web::forms::form_token;
use crate::web::page::{Errors, Frame};
use crate::web::{Site, urls};
use crate::words::Words;
use askama::Template;

/// What a page of one's own signature is made of.
pub struct OwnPageParts<'a> {
    site: &'a Site,
    w: &'a Words,
    shown: &'a PublicPetition,
    held: &'a OwnRecord,
    token: &'a Token,
    /// Where reasons are said: the page of the signature.
    reason_href: String,
}

/// One yes or no.
pub struct AnswerLine {
    on: String,
    who: String,
    words: String,
    lang: String,
    is_yes: bool,
    means: &'static str,
}

/// `GET /m/{token}`.
#[derive(Template)]
#[template(path = "signature/mine/details.html")]
pub struct OwnPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    about: About<'a>,
    notice: Option<String>,
    errors: Errors,
    standing: String,
    undo_action: Option<String>,
    undo_token: String,
    action: String,
    token: String,
    name: String,
    /// What is asked for beside the name, or held.
    inputs: Vec<FieldInput>,
    /// What organizers ask in words of their own, or what is held of it.
    questions: Vec<QuestionInput>,
    question_numbers: String,
    /// What can be promised instead, while the petition is open.
    promises: Vec<PromiseTile>,
    levels: Vec<Visibility>,
    /// What is shown beside the name, as a sentence names it.
    listed: String,
    visibility: Visibility,
    updates_label: String,
    updates: Option<bool>,
    founders: Vec<FounderBox>,
    partner_label: Option<String>,
    partner_updates: Option<bool>,
    email: &'a str,
    facts: Vec<(&'static str, String)>,
    /// Where to say why, or take back what was said; none when the signature does not stand.
    reason_href: Option<String>,
    consents: Vec<AnswerLine>,
    mails: Vec<(&'static str, String)>,
    data_href: String,
    withdraw_href: Option<String>,
    erase_href: String,
}

impl<'a> OwnPageParts<'a> {
    /// Of this signature.
    #[must_use]
    pub fn new(
        site: &'a Site,
        w: &'a Words,
        shown: &'a PublicPetition,
        held: &'a OwnRecord,
        token: &'a Token,
    ) -> Self {
        Self {
            site,
            w,
            shown,
            held,
            token,
            reason_href: urls::own_reason(token),
        }
    }

    /// How much of themselves a signer can choose to show here: everything up to what the
    /// organizers allow, and always nothing.
    #[must_use]
    pub fn offer(&self) -> VisibilityChoice {
        let settings = &self.shown.petition.settings;
        let listed = self.listed();
        let has_place = listed.has(SignerField::Place);
        let has_detail = listed.is_any();
        let is_offered = |level: &Visibility| match level {
            Visibility::Counted | Visibility::Name => true,
            Visibility::Place => has_place,
            Visibility::Detail => has_detail,
        };
        let levels = Visibility::ALL.into_iter();
        let most = settings.most_public;
        VisibilityChoice::Choice(
            levels
                .filter(|level| *level <= most && is_offered(level))
                .collect(),
        )
    }

    /// What is listed beside the name: what is asked for, and what is held although it is asked for no more.
    #[must_use]
    pub fn listed(&self) -> ListedDetails {
        let asked = self.asked();
        ListedDetails::of(|field| asked.asks(field))
    }

    /// The page; with what was typed when it comes back.
    #[must_use]
    pub fn page(
        &self,
        typed: Option<&SignFields>,
        errors: Errors,
        notice: Option<String>,
    ) -> OwnPage<'a> {
        let (w, held, shown) = (self.w, self.held, self.shown);
        let (signature, signer) = (&held.signature, &held.signer);
        let now = self.site.clock.now();
        let own =
            |purpose| form_token::make(&self.site.stamp_key, purpose, self.token.as_bytes(), now);
        let levels = match self.offer() {
            VisibilityChoice::Choice(levels) => levels,
            _ => Vec::new(),
        };
        let most = levels.last().copied().unwrap_or_default();
        let frame = parts::own_frame(self.site, w, shown, w.say("own-title"));
        OwnPage {
            frame: frame.with_errors(!errors.is_empty()),
            w,
            about: About::of(shown, signature.lang),
            notice,
            errors,
            standing: parts::standing(w, shown, signature),
            undo_action: signature
                .may_be_counted_again(now)
                .then(|| urls::own_withdraw(self.token)),
            undo_token: own("withdraw"),
            action: urls::own(self.token),
            token: own("own"),
            name: typed.map_or_else(|| signer.name.clone(), |typed| typed.name.clone()),
            inputs: self.inputs(typed),
            questions: self.question_inputs(typed),
            question_numbers: self.question_numbers(),
            promises: self.promises(typed),
            levels,
            listed: self.listed().words(w),
            visibility: match typed {
                Some(typed) => Visibility::parse(&typed.public).unwrap_or_default(),
                None => signer.visibility.min(most),
            },
            updates_label: form_questions::updates(w, &shown.organization.name, shown.coalition()),
            updates: match typed {
                Some(typed) => typed.wants_updates(),
                None => Some(signer.wants_updates),
            },
            founders: form_questions::boxes(
                w,
                shown.coalition(),
                typed.map_or(&signer.opted_in_to, |typed| &typed.founders),
            ),
            partner_label: held
                .asked_by()
                .map(|(_, partner)| form_questions::partner(w, partner)),
            partner_updates: match typed {
                Some(typed) => typed.lets_partner_write(),
                None => Some(signer.opted_in_partner.is_some()),
            },
            email: &signer.email,
            facts: self.facts(),
            reason_href: matches!(
                signature.state,
                SignatureState::Counted | SignatureState::Held
            )
            .then(|| self.reason_href.clone()),
            consents: held.consents.iter().map(|one| self.line(one)).collect(),
            mails: held
                .mails
                .iter()
                .map(|(kind, at)| (kind.as_str(), self.at(*at)))
                .collect(),
            data_href: urls::own_data(self.token),
            withdraw_href: (signature.state == SignatureState::Counted)
                .then(|| urls::own_withdraw(self.token)),
            erase_href: urls::own_erase(self.token),
        }
    }

    /// What can be promised instead: nothing once the petition is not open.
    fn promises(&self, typed: Option<&SignFields>) -> Vec<PromiseTile> {
        if !self.may_choose() {
            return Vec::new();
        }
        let signature = &self.held.signature;
        let choice = signature.choice.map(|choice| choice.to_string());
        let choice = choice.unwrap_or_default();
        let text = self.shown.text(signature.lang);
        form_questions::promises(
            &self.shown.promises,
            text.map_or(signature.lang, |text| text.lang),
            typed.map_or(&choice, |typed| &typed.promise),
        )
    }

    /// Whether another promise can be chosen now.
    #[must_use]
    pub(crate) fn may_choose(&self) -> bool {
        let is_open = self.shown.petition.is_open(self.site.clock.now());
        is_open && !self.shown.promises.choices().is_empty()
    }

    fn at(&self, at: Time) -> String {
        self.w.date_time(at, &self.shown.petition.time_zone)
    }

    /// What this page asks for: what the form does, and what is held although it is asked for no more. All of it may be taken
    /// out, whatever the form asked: it is its owner's.
    #[must_use]
    pub fn asked(&self) -> FieldMap<FieldRule> {
        let (asked, held) = (
            &self.shown.petition.settings.fields,
            &self.held.signer.fields,
        );
        FieldMap::from_fn(|field| match asked.asks(field) || held[field].is_some() {
            true => FieldRule::Optional,
            false => FieldRule::Off,
        })
    }

    fn inputs(&self, typed: Option<&SignFields>) -> Vec<FieldInput> {
        let (asked, held) = (self.asked(), &self.held.signer.fields);
        let fields = SignerField::ALL.into_iter();
        let input = |field: SignerField| FieldInput {
            name: field.name(),
            label: self.w.say(field.label()).to_owned(),
            value: match typed {
                Some(typed) => typed.fields[field].clone(),
                None => held[field].clone().unwrap_or_default(),
            },
            attributes: field.attributes().to_owned(),
        };
        fields
            .filter(|field| asked.asks(*field))
            .map(input)
            .collect()
    }

    /// The questions that this page shows: those of the form, and those that were answered although they are asked no more.
    fn questions(&self) -> impl Iterator<Item = &'a FormQuestion> {
        let (shown, held) = (self.shown, &self.held.signer.replies);
        let settings = &shown.petition.settings;
        let all = shown.questions.all().iter();
        all.filter(move |one| {
            let is_asked = one.is_asked() && one.kind.is_allowed(settings);
            is_asked || held.get(one.number).is_some()
        })
    }

    /// Those of them that stood on the page that was sent.
    pub(crate) fn questions_of(&self, sent: &SignFields) -> impl Iterator<Item = &'a FormQuestion> {
        let numbers = sent.questions.split(' ');
        let numbers: Vec<i16> = numbers.filter_map(|one| one.parse().ok()).collect();
        self.questions()
            .filter(move |one| numbers.contains(&one.number))
    }

    fn question_numbers(&self) -> String {
        let numbers = self.questions().map(|one| one.number.to_string());
        numbers.collect::<Vec<_>>().join(" ")
    }

    fn question_inputs(&self, typed: Option<&SignFields>) -> Vec<QuestionInput> {
        let held = TypedReplies::of(&self.held.signer.replies);
        let langs = (self.w.lang(), self.shown.petition.lang);
        let typed = typed.map_or(&held, |typed| &typed.replies);
        questions::inputs(self.questions(), typed, langs)
    }

    fn facts(&self) -> Vec<(&'static str, String)> {
        let (signature, stored) = (&self.held.signature, &self.held.facts);
        let mut facts = vec![
            ("own-fact-signed", self.at(signature.signed_at)),
            ("own-fact-confirmed", self.at(signature.confirmed_at)),
        ];
        if let Some(number) = signature.number {
            facts.push(("own-fact-number", self.w.number(number)));
        }
        let language = self.site.words(signature.lang);
        facts.push((
            "own-fact-language",
            language.say("language-name").to_owned(),
        ));
        facts.push((
            "own-fact-text",
            self.w.say2(
                "own-fact-text-is",
                "title",
                stored.title.as_str(),
                "n",
                stored.version,
            ),
        ));
        let petition = &self.shown.petition;
        let months = petition.settings.keeps_for.months();
        let until = petition.kept_until_day(self.w);
        let after = || self.w.say1("own-fact-keeps-after", "months", months);
        facts.push(("own-fact-keeps", until.unwrap_or_else(after)));
        if let Some(promised) = self.held.promised(self.shown) {
            facts.push(("own-fact-promise", promised.words));
        }
        let may_tell_links = petition.allows(Exposure::OwnLinks);
        if let Some(source) = stored.source.as_ref().filter(|_| may_tell_links) {
            facts.push(("own-fact-source", source.clone()));
        }
        if let Some(code) = signature.share.as_ref().filter(|_| may_tell_links) {
            facts.push(("own-fact-share", code.to_string()));
        }
        if let Some(key) = &stored.sorted_as {
            facts.push(("own-fact-sorted", key.clone()));
        }
        if stored.is_first {
            let yes = self.w.say("yes");
            facts.push(("own-fact-first", yes.to_owned()));
        }
        if let Some(reason) = &self.held.reason {
            facts.push(("own-fact-reason", reason.words.clone()));
        }
        let decisions = self.held.decisions.iter();
        facts.extend(decisions.map(|batch| ("own-fact-decision", self.decision(batch))));
        if !self.held.tags.is_empty() {
            facts.push(("own-fact-tags", self.held.tags.join(", ")));
        }
        if !self.held.identifiers.is_empty() {
            facts.push(("own-fact-identifiers", self.held.identifiers.join(", ")));
        }
        let notes = self.held.notes.iter();
        facts.extend(notes.map(|note| ("own-fact-note", note.words.clone())));
        facts
    }

    /// What organizers decided, why, and where to answer.
    fn decision(&self, batch: &SignatureBatch) -> String {
        let cause = batch.cause.map_or("other", Cause::as_str);
        let cause = self.w.say1("own-cause", "cause", cause);
        let on = self.at(batch.ended_at.unwrap_or(batch.proposed_at));
        let act = batch.act.as_str();
        let said = (self.w).plain3("own-decision", "act", act, "date", on, "cause", cause);
        let contact = self.shown.organization.contact_email.as_str();
        let answer = self.w.plain1("own-decision-answer", "contact", contact);
        let parts = [said.as_str(), batch.note.as_str(), answer.as_str()];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ")
    }

    fn line(&self, told: &ToldConsent) -> AnswerLine {
        AnswerLine {
            on: self.at(told.consent.given_at),
            who: told.given_to(&self.shown.organization.name).to_owned(),
            words: told.words.clone().unwrap_or_default(),
            lang: told.lang.map(|lang| lang.to_string()).unwrap_or_default(),
            is_yes: told.consent.is_yes,
            means: told.consent.means.as_str(),
        }
    }
}
