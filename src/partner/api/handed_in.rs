//! A form that a program hands in: read from the body, and taken in by the very road of the form on the page. It is a pending form, whatever
//! is known of its address, until the mailbox has confirmed it.

use super::caller::Caller;
use super::given::Given;
use super::parts::ApiParts;
use crate::base::{Email, Id, Lang, Strictness};
use crate::db::Db;
use crate::petition::{FieldMap, PetitionCache, PublicPetition, Replies, Visibility};
use crate::signature::model::{Signature, Signer};
use crate::signature::page::page_cache::PageCache;
use crate::signature::sign::form::SignFields;
use crate::signature::sign::intake::Intake;
use crate::signature::sign::submission::{NotTaken, Submission};
use crate::web::{Browser, CheckedForm, Error, Named, Problem, Site, Source};
use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};
use std::future::{Ready, ready};

/// For what stamps of forms are made that programs hand in: none, so that each is known as a program's.
const PURPOSE: &str = "api";
/// Most characters of a name, an address or a line before they are read by the form's own rules.
const LONGEST: usize = 20_000;

/// Who hands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HandsIn<'a> {
    /// A program with a token of this name, which says itself whether somebody agreed.
    Program(&'a str),
    /// A page of a partner with this code, by script.
    Page(&'a str),
}

/// What taking a form in needs of the program.
pub struct FormTaker {
    /// The site.
    pub site: Data<Site>,
    /// The database.
    pub db: Data<Db>,
    /// Which sources are counted.
    pub page_cache: Data<PageCache>,
    /// Where forms are stored.
    pub intake: Data<Intake>,
    /// What is signed.
    pub petition_cache: Data<PetitionCache>,
    /// Limits.
    pub parts: Data<ApiParts>,
    /// Where the form comes from.
    pub source: Source,
}

impl FromRequest for FormTaker {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::of(req).ok_or_else(|| Error::FAULT.into()))
    }
}

impl FormTaker {
    fn of(req: &HttpRequest) -> Option<Self> {
        let site = req.app_data::<Data<Site>>()?.clone();
        Some(Self {
            source: Source::of(req, &site.trusted_proxies),
            db: req.app_data::<Data<Db>>()?.clone(),
            page_cache: req.app_data::<Data<PageCache>>()?.clone(),
            intake: req.app_data::<Data<Intake>>()?.clone(),
            petition_cache: req.app_data::<Data<PetitionCache>>()?.clone(),
            parts: req.app_data::<Data<ApiParts>>()?.clone(),
            site,
        })
    }
}

/// What a body says of a person.
pub(super) struct HandedIn {
    fields: SignFields,
    lang: Option<Lang>,
}

impl HandedIn {
    /// Reads the body of a helper: `person`, and what stands beside it.
    ///
    /// # Errors
    /// 400 where a field is of another kind than it has to be.
    pub fn read(given: &Given) -> Result<Self, Problem> {
        let person = given.object("person")?;
        let person = person.ok_or_else(|| given.wrong("person", "person is needed"))?;
        let mut read = Self::of_person(&person)?;
        // both are read, so that what is wrong is refused under either name
        let mut source = None;
        for name in ["action_network:referrer_data", "referrer_data"] {
            if let Some(referrer) = given.object(name)? {
                source = source.or(referrer.text("source")?);
            }
        }
        read.fields.via = source.unwrap_or_default();
        Ok(read)
    }

    /// Reads a person.
    ///
    /// # Errors
    /// 400 where a field is of another kind than it has to be.
    pub fn of_person(person: &Given) -> Result<Self, Problem> {
        let mut fields = SignFields {
            name: name(person)?,
            email: email(person)?,
            ..SignFields::default()
        };
        fields.updates = match is_subscribed(person)? {
            true => "yes",
            false => "no",
        }
        .to_owned();
        for address in person.objects("postal_addresses")?.into_iter().take(1) {
            for (theirs, ours) in [
                ("locality", "place"),
                ("postal_code", "postcode"),
                ("country", "country"),
            ] {
                if let Some(text) = address.text(theirs)? {
                    fields.put(ours, bounded(&address, theirs, text)?);
                }
            }
        }
        if let Some(custom) = person.object("custom_fields")? {
            let names: Vec<String> = custom.names().map(str::to_owned).collect();
            // what a form does not ask for is not kept, whatever it is: clients send their own
            for name in names.into_iter().filter(|name| is_custom(name)) {
                let text = custom.text(&name)?.unwrap_or_default();
                fields.put(&name, bounded(&custom, &name, text)?);
            }
        }
        let lang = person.texts("languages_spoken")?;
        let lang = lang.first().and_then(|lang| Lang::parse(lang).ok());
        Ok(Self { fields, lang })
    }

    /// The details of somebody who is known, for a form under another petition.
    pub fn of(signer: &Signer, lang: Lang) -> Self {
        let mut fields = SignFields {
            name: signer.name.clone(),
            email: signer.email.clone(),
            updates: "no".to_owned(),
            ..SignFields::default()
        };
        fields.fields = FieldMap::from_fn(|field| signer.fields[field].clone().unwrap_or_default());
        Self {
            fields,
            lang: Some(lang),
        }
    }

    /// The language that was told of, else the site's first.
    pub fn lang(&self, caller: &Caller) -> Lang {
        let first = caller.site.library.languages().first().copied();
        self.lang.or(first).unwrap_or(Lang::EN)
    }

    /// The address, if it is one.
    pub fn email(&self) -> Option<Email> {
        Email::parse(&self.fields.email, Strictness::Testing).ok()
    }

    /// As details of somebody, to be told as such.
    pub fn signer(&self) -> Signer {
        Signer {
            name: self.fields.name.clone(),
            email: self.fields.email.clone(),
            fields: FieldMap::from_fn(|field| {
                let typed = self.fields.fields[field].trim();
                (!typed.is_empty()).then(|| typed.to_owned())
            }),
            replies: Replies::default(),
            wants_updates: self.fields.updates == "yes",
            opted_in_to: Vec::new(),
            opted_in_partner: None,
            visibility: Visibility::Counted,
        }
    }

    /// Takes it in.
    ///
    /// # Errors
    /// 400 for what has to be put right, with where; 409 for a petition that is not open; 503 while it cannot be stored, or while so many
    /// sign from there that the mail would come too late.
    pub async fn take_in(
        mut self,
        with: &FormTaker,
        shown: &PublicPetition,
        who: HandsIn<'_>,
    ) -> Result<Id<Signature>, Problem> {
        if let HandsIn::Page(code) = who {
            self.fields.via = code.to_owned();
            // a page of somebody else's can say for nobody that they agree: who wants mail says so on their own page
            self.fields.updates = "no".to_owned();
        }
        let lang = self
            .lang
            .filter(|lang| shown.langs().any(|one| one == *lang));
        let words = shown.words(&with.site, lang.unwrap_or(shown.petition.lang));
        let form = CheckedForm {
            fields: self.fields,
            bait: None,
            guard: None,
        };
        let submission = Submission {
            site: &with.site,
            db: &with.db,
            page_cache: &with.page_cache,
            intake: &with.intake,
            shown,
            words: &words,
            source: with.source,
            browser: Browser(None),
            form: &form,
            purpose: PURPOSE,
            asked_by: None,
            stated_by: match who {
                HandsIn::Program(name) => Some(name),
                HandsIn::Page(_) => None,
            },
            now: with.site.clock.now(),
        };
        match submission.take_in().await {
            Ok(taken) => Ok(taken.form.id),
            Err(NotTaken::Closed) => Err(Problem::conflict("This petition cannot be signed now")),
            Err(NotTaken::Wrong(errors)) => {
                let problem = Problem::invalid("The form needs something else");
                Err(errors.list().iter().fold(problem, |problem, error| {
                    problem.at(pointer(&error.field), error.message.clone())
                }))
            }
            Err(NotTaken::TooMany) => Err(Error::busy(300).into()),
            Err(NotTaken::Away(why)) => {
                tracing::warn!(why, "a signature could not be taken in");
                Err(Error::busy(10).into())
            }
            Err(NotTaken::Fault(error)) => Err(error.into()),
        }
    }
}

/// Fields of the form that stand among `custom_fields`, under their own names.
fn is_custom(name: &str) -> bool {
    matches!(name, "role" | "affiliation" | "promise" | "sure")
        || name.starts_with("question-")
        || name.starts_with("founder-")
}

/// Where in a body a field of the form stands.
fn pointer(field: &str) -> String {
    match field {
        "name" => "/person/given_name".to_owned(),
        "email" => "/person/email_addresses/0/address".to_owned(),
        "updates" => "/person/email_addresses/0/status".to_owned(),
        "place" => "/person/postal_addresses/0/locality".to_owned(),
        "postcode" => "/person/postal_addresses/0/postal_code".to_owned(),
        "country" => "/person/postal_addresses/0/country".to_owned(),
        custom => format!("/person/custom_fields/{custom}"),
    }
}

fn bounded(given: &Given, name: &str, text: String) -> Result<String, Problem> {
    match text.len() <= LONGEST {
        true => Ok(text),
        false => Err(given.wrong(name, format!("{name} is too long"))),
    }
}

/// Given and family name, as one writes them.
fn name(person: &Given) -> Result<String, Problem> {
    let mut whole = Vec::new();
    for part in ["given_name", "additional_name", "family_name"] {
        let text = person.text(part)?.unwrap_or_default();
        let text = bounded(person, part, text)?;
        if !text.trim().is_empty() {
            whole.push(text.trim().to_owned());
        }
    }
    Ok(whole.join(" "))
}

/// The primary address, else the first. Clients send it as a word of its own, too.
fn email(person: &Given) -> Result<String, Problem> {
    let all = person.objects("email_addresses")?;
    let mut first = None;
    for one in &all {
        let address = one.text("address")?.unwrap_or_default();
        let address = bounded(one, "address", address)?;
        if one.flag("primary")? == Some(true) {
            return Ok(address);
        }
        first.get_or_insert(address);
    }
    match first {
        Some(address) => Ok(address),
        None => {
            let address = person.text("email_address")?.unwrap_or_default();
            bounded(person, "email_address", address)
        }
    }
}

/// Whether the body says that this person lets organizers write.
///
/// # Errors
/// 400 for another word than there are.
fn is_subscribed(person: &Given) -> Result<bool, Problem> {
    let mut subscribed = false;
    for one in person.objects("email_addresses")? {
        match one.text("status")?.as_deref() {
            Some("subscribed") => subscribed = true,
            None
            | Some(
                ""
                | "unsubscribed"
                | "bouncing"
                | "previous bounce"
                | "spam complaint"
                | "previous spam complaint",
            ) => {}
            Some(_) => return Err(one.wrong("status", "status must be subscribed or unsubscribed")),
        }
    }
    Ok(subscribed)
}
