//! Taking in a form that was sent, from our own page or from a frame in another site: what parses is stored, and its mail queued.

use super::consent_questions::{Askers, ConsentQuestions};
use super::form::SignFields;
use super::intake::{FormBrowser, Intake, SAME_FORM, SubmittedForm};
use super::sent_form::SentForm;
use super::{question_replies, signer_fields};
use crate::base::time::{hours, seconds};
use crate::base::{Email, Id, Invalid, PersonName, Time, Token};
use crate::db::{self, Db};
use crate::mail::MailSlot;
use crate::petition::source::{Partner, Source as SignerSource};
use crate::petition::{Exposure, Founder, Petition, PledgeOption, PublicPetition};
use crate::signature::model::{AddressKeys, PendingSignature, ProgramNotes, Signer};
use crate::signature::page::page_cache::PageCache;
use crate::signature::page::via::Via;
use crate::signature::store::same_address;
use crate::web::forms::form_token;
use crate::web::page::Errors;
use crate::web::{Browser, CheckedForm, Error, Site, Source, read_email};
use crate::words::Words;
use std::time::Duration;

/// A form, and what taking it in needs.
pub struct Submission<'a> {
    /// The site.
    pub site: &'a Site,
    /// The database.
    pub db: &'a Db,
    /// Which sources are counted.
    pub page_cache: &'a PageCache,
    /// Where it is stored.
    pub intake: &'a Intake,
    /// What is signed.
    pub shown: &'a PublicPetition,
    /// The words that the form was read in.
    pub words: &'a Words,
    /// Where it comes from.
    pub source: Source,
    /// The browser that sends it, where a cookie tells.
    pub browser: Browser,
    /// What was typed.
    pub form: &'a CheckedForm<SignFields>,
    /// For what its stamp was made.
    pub purpose: &'static str,
    /// The partner that asks about mail instead of the organizations.
    pub asked_by: Option<&'a Partner>,
    /// The program that says what was answered to the questions about mail.
    pub stated_by: Option<&'a str>,
    /// What a program says beside it that hands it in.
    pub handed_in: Option<ProgramNotes>,
    /// When it came.
    pub now: Time,
}

/// What was stored.
pub struct TakenIn {
    /// What its browser keeps of it.
    pub form: SentForm,
    /// The browser as it is known from now on.
    pub browser: Token,
}

/// Why a form was not taken in: it comes back with everything that was typed.
pub enum NotTaken {
    /// The petition cannot be signed now.
    Closed,
    /// Something has to be put right.
    Wrong(Errors),
    /// So many sign from this network that the mail would come too late.
    TooMany,
    /// The database is away, for this reason.
    Away(&'static str),
    /// Something that should not be.
    Fault(Error),
}

impl From<db::Error> for NotTaken {
    fn from(error: db::Error) -> Self {
        match error {
            db::Error::Unavailable(why) => Self::Away(why),
            fault => Self::Fault(fault.into()),
        }
    }
}

/// How a form comes back.
pub struct FormAgain {
    /// What is said at its fields, or above it.
    pub errors: Errors,
    /// The status of the answer.
    pub status: u16,
    /// Seconds after which sending it again may help.
    pub retry_after: Option<u16>,
}

impl NotTaken {
    /// What to say; logs what the operator should know.
    ///
    /// # Errors
    /// The fault itself.
    pub fn again(self, w: &Words) -> Result<FormAgain, Error> {
        let said = |key: &str| Errors::none().with("sign", w.say(key));
        let (errors, status, retry_after) = match self {
            Self::Closed => (Errors::none(), 409, None),
            Self::Wrong(errors) => (errors, 422, None),
            Self::TooMany => (said("error-too-many-forms"), 503, Some(300)),
            Self::Away(why) => {
                tracing::warn!(why, "a signature could not be taken in");
                (said("error-not-saved"), 503, Some(10))
            }
            Self::Fault(error) => return Err(error),
        };
        Ok(FormAgain {
            errors,
            status,
            retry_after,
        })
    }
}

impl Submission<'_> {
    /// Takes it in, if what was typed is a signature. Says the same for new, pending, counted, held and withdrawn addresses.
    ///
    /// # Errors
    /// Why it was not.
    pub async fn take_in(self) -> Result<TakenIn, NotTaken> {
        let Self {
            db,
            intake,
            shown,
            words,
            now,
            ..
        } = self;
        let age = self.age();
        let fields = &self.form.fields;
        if !shown.petition.is_open(now) {
            return Err(NotTaken::Closed);
        }
        let (signer, email, choice) = self.parse().map_err(NotTaken::Wrong)?;
        let MailSlot::At(due_at) = intake.pace.turn(self.source, shown.petition.id.cast()) else {
            return Err(NotTaken::TooMany);
        };
        let keys = intake.links.address_keys(shown.petition.id, &email);
        let was_here = self.browser.hash();
        let browser = self.browser.0.unwrap_or_else(Token::random);
        let askers = match (self.asked_by, self.stated_by) {
            (Some(partner), _) => Askers::Partner(partner.id, &partner.name),
            (None, Some(program)) => Askers::Stated(program),
            (None, None) => Askers::Organizations,
        };
        // whoever had the page open while its organization was renamed answers what stood there
        let read_at = age.map_or(now, |age| now.minus(age));
        let called = shown.as_called(read_at);
        let asked = ConsentQuestions::of(words, &called, askers, signer.visibility);
        let mut agreed = intake.agreed(db, &asked, shown, &signer, now).await?;
        if let Some(read) = shown.wording_read(words.lang(), &fields.wording) {
            agreed.wording = read.id;
        }
        let before = sent_before(db, shown.petition.id, keys, was_here, now).await?;
        let id = Id::new(now);
        let via = Via::of(shown, &fields.via);
        let came_by = via.and_then(|via| via.source(&intake.links, shown.petition.id));
        let code = came_by.as_deref();
        let source_cache = &self.page_cache.source_cache;
        let source_day = code.and_then(|code| source_cache.day(&shown.petition, code, now));
        let pending = PendingSignature {
            id,
            petition: shown.petition.id,
            keys,
            signer,
            agreed,
            choice,
            source: came_by,
            share: shown
                .allows(Exposure::OwnLinks)
                .then(|| intake.links.share_code(shown.petition.id)),
            browser: browser.hash().0,
            host: Some(intake.links.host(id, self.source)),
            score: score(self.form, age),
            handed_in: self.handed_in,
            created_at: now,
        };
        let mut form = SentForm::of(&pending);
        let sent = SubmittedForm {
            pending,
            due_at,
            closes_at: shown.petition.closes_at,
            browser: before,
            source: source_day,
        };
        form.is_stored(intake.batch.put(sent).await?);
        intake.bell.ring();
        Ok(TakenIn { form, browser })
    }

    /// How long the form was open; none where it does not say so in our hand.
    fn age(&self) -> Option<Duration> {
        form_token::age(
            &self.site.stamp_key,
            self.purpose,
            self.shown.petition.id.as_bytes(),
            &self.form.fields.token,
            self.now,
        )
    }

    /// Reads what was typed.
    fn parse(&self) -> std::result::Result<(Signer, Email, Option<Id<PledgeOption>>), Errors> {
        let Self {
            site,
            shown,
            words: w,
            ..
        } = *self;
        let fields = &self.form.fields;
        let mut errors = Errors::none();
        let choice = promised(&fields.promise, shown)
            .map_err(|invalid| errors.add("promise", w.say(invalid.key)))
            .ok();
        let mut note = |field, invalid: Invalid| errors.add(field, w.say(invalid.key));
        let settings = &shown.petition.settings;
        let name = PersonName::parse(&fields.name)
            .map_err(|e| note("name", e))
            .ok();
        let email = read_email(&fields.email, w, site);
        let visibility = settings.offer().read(&fields.public);
        if let Err(message) = &email {
            errors.add("email", message.as_str());
        }
        let is_sure = !fields.sure.is_empty();
        let watched = |email: &Email| settings.is_watched(email) && !is_sure;
        if email.as_ref().is_ok_and(watched) {
            errors.add("email", w.say("error-email-watched"));
        }
        let typed = &fields.fields;
        let beside = signer_fields::read(typed, &settings.fields, visibility, w, &mut errors);
        let replies = question_replies::asked(&fields.replies, shown, w, &mut errors);
        let updates = match self.asked_by {
            Some(partner) => UpdatesAnswer::to_partner(fields, partner),
            None => UpdatesAnswer::to_organizations(fields, shown),
        };
        let updates = updates
            .map_err(|field| errors.add(field, w.say("error-updates-missing")))
            .ok();
        match (choice, name, email, updates) {
            (Some(choice), Some(name), Ok(email), Some(updates)) if errors.is_empty() => Ok((
                Signer {
                    name: name.into(),
                    email: email.deliver().to_owned(),
                    fields: beside,
                    replies,
                    wants_updates: updates.wants,
                    opted_in_to: updates.founders,
                    opted_in_partner: updates.partner,
                    visibility,
                },
                email,
                choice,
            )),
            _ => Err(errors),
        }
    }
}

/// Who may write, as a form says it.
#[derive(Default)]
struct UpdatesAnswer {
    wants: bool,
    founders: Vec<Id<Founder>>,
    partner: Option<Id<SignerSource>>,
}

impl UpdatesAnswer {
    /// What was answered to the partner that asked alone. A form that holds an answer to somebody else holds none: the field is named.
    fn to_partner(
        fields: &SignFields,
        partner: &Partner,
    ) -> std::result::Result<Self, &'static str> {
        let is_yes = fields.lets_partner_write().ok_or("partner_updates")?;
        Ok(Self {
            partner: is_yes.then_some(partner.id),
            ..Self::default()
        })
    }

    /// What was answered to the petition's own. A box that is left empty is a no: where each organization has its own, nothing is missing.
    fn to_organizations(
        fields: &SignFields,
        shown: &PublicPetition,
    ) -> std::result::Result<Self, &'static str> {
        let founders = ticked(fields, shown);
        let wants = match shown.coalition() {
            [] => fields.wants_updates().ok_or("updates")?,
            _ => !founders.is_empty(),
        };
        Ok(Self {
            wants,
            founders,
            partner: None,
        })
    }
}

/// The form that this browser sent before with this address. Looked for here and not in the shared commit, which a look over an hour's
/// forms would hold up.
async fn sent_before(
    db: &Db,
    petition: Id<Petition>,
    keys: AddressKeys,
    browser: Option<[u8; 32]>,
    now: Time,
) -> db::Result<FormBrowser> {
    let Some(browser) = browser else {
        return Ok(FormBrowser::New);
    };
    let look = move |conn: &mut _| {
        let form = (petition, &keys, &browser);
        same_address::newest_in_browser(conn, form, now.minus(SAME_FORM))
    };
    db.read(look).await.map(FormBrowser::Returning)
}

/// What is promised, where there is a choice. One that is not offered any more is none.
fn promised(
    typed: &str,
    shown: &PublicPetition,
) -> std::result::Result<Option<Id<PledgeOption>>, Invalid> {
    if shown.promises.choices().is_empty() {
        return Ok(None);
    }
    let chosen = shown.promises.chosen(typed);
    chosen
        .map(Some)
        .ok_or(Invalid::new("error-promise-missing"))
}

/// The founding organizations that were ticked, of those that stand on the form.
fn ticked(fields: &SignFields, shown: &PublicPetition) -> Vec<Id<Founder>> {
    let asked = shown.coalition().iter().map(|founder| founder.id);
    asked.filter(|id| fields.founders.contains(id)).collect()
}

/// Points for what a person hardly does (signing rules 3.6): filling in the bait, being faster
/// than two seconds, or taking a day.
fn score(form: &CheckedForm<SignFields>, age: Option<Duration>) -> i32 {
    const POINTS: i32 = 50;
    let is_timed_wrong = age.is_none_or(|age| age < seconds(2) || age > hours(24));
    let is_baited = form.bait.as_deref().is_some_and(|bait| !bait.is_empty());
    i32::from(is_timed_wrong) * POINTS + i32::from(is_baited) * POINTS
}
