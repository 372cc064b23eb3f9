//! GET and POST /organize/petitions/{id}/delivery/book: how the book of signers is to be; it is then shown as a page to print, or written as
//! a PDF while its maker waits.

use super::standing::{DeliveryNumbers, PRINTED};
use crate::account::{Action, Actor, AddressReader, ProvedForm};
use crate::base::{Id, Line};
use crate::db::{self, Db};
use crate::mail::OutboxSignal;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::store::deliveries;
use crate::petition::{Petition, PetitionState};
use crate::transfer::book::options::{BookGrouping, BookOptions, BookOrder};
use crate::transfer::exporting::Exporting;
use crate::transfer::job::worker::{AskedList, Begun, begin};
use crate::transfer::list_use::{ListPurpose, ListUse, WORDS};
use crate::transfer::options::ExportOptions;
use crate::transfer::wanted::{Wanted, WantedBook};
use crate::web::answers::answer::{private_page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::print::paper::Paper;
use crate::web::{Error, Fields, PathArg, Result, Site, TextField, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

/// The form as it was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BookForm {
    #[serde(default)]
    lang: String,
    #[serde(default)]
    paper: String,
    #[serde(default)]
    order: String,
    #[serde(default)]
    grouping: String,
    #[serde(default)]
    page_breaks: String,
    #[serde(default)]
    redacted: String,
    #[serde(default)]
    recipient: String,
    /// `print`: the page; else the PDF.
    #[serde(default)]
    then: String,
}

impl Fields for BookForm {
    const TEXTS: &'static [TextField] = &[TextField::one("recipient", "export-recipient", WORDS)];
}

impl BookForm {
    fn options(&self) -> BookOptions {
        BookOptions {
            lang: self.lang.clone(),
            paper: self.paper.clone(),
            order: self.order.clone(),
            grouping: self.grouping.clone(),
            page_breaks: self.page_breaks.clone(),
            redacted: self.redacted.clone(),
        }
    }
}

/// Something to choose.
struct BookChoice {
    value: String,
    name: String,
    is_chosen: bool,
}

#[derive(Template)]
#[template(path = "transfer/delivery/book.html")]
struct BookPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    title: &'a str,
    numbers: String,
    langs: Vec<BookChoice>,
    papers: Vec<BookChoice>,
    orders: Vec<BookChoice>,
    groupings: Vec<BookChoice>,
    typed: &'a BookForm,
    /// Whether it can be shown as a page.
    is_short: bool,
    printed: String,
    errors: Errors,
    keep_href: String,
}

impl BookPage<'_> {
    fn recipient_bound() -> String {
        format!(" dir=\"auto\" autocomplete=\"off\" maxlength=\"{WORDS}\"")
    }
}

struct BookOf<'a> {
    site: &'a Site,
    actor: &'a Actor,
    managed: &'a ManagedPetition,
    numbers: DeliveryNumbers,
}

fn answer(of: &BookOf<'_>, typed: &BookForm, errors: Errors, status: StatusCode) -> Result {
    let BookOf {
        site,
        actor,
        managed,
        numbers,
    } = of;
    let w = actor.words(site);
    let id = managed.petition.id;
    let choice = |value: &str, name: String, chosen: &str, is_first: bool| BookChoice {
        is_chosen: value == chosen || (is_first && chosen.is_empty()),
        value: value.to_owned(),
        name,
    };
    let langs = managed.langs().into_iter().enumerate();
    let langs = langs.map(|(n, lang)| {
        let name = match site.library.speaks(lang) {
            true => site.words(lang).say("language-name").to_owned(),
            false => lang.to_string(),
        };
        choice(lang.as_str(), name, &typed.lang, n == 0)
    });
    let groupings = BookGrouping::of(&managed.petition);
    let groupings = groupings.into_iter().map(|one| {
        let name = w.say1("book-by", "grouping", one.as_str());
        choice(
            one.as_str(),
            name,
            &typed.grouping,
            one == BookGrouping::Nothing,
        )
    });
    let heading = w.say("book-make");
    private_page(
        status,
        &BookPage {
            frame: managed
                .console_frame(site, &w, actor, &urls::delivery(id), heading)
                .with_errors(!errors.is_empty()),
            w: &w,
            action: urls::signer_book(id),
            title: managed.title(actor.lang),
            numbers: w.say2(
                "delivery-numbers",
                "n",
                numbers.counted,
                "named",
                numbers.named,
            ),
            langs: langs.collect(),
            papers: Paper::ALL
                .map(|one| {
                    let name = w.say1("book-paper", "paper", one.as_str());
                    choice(one.as_str(), name, &typed.paper, one == Paper::A4)
                })
                .into(),
            orders: BookOrder::ALL
                .map(|one| {
                    let name = w.say1("book-order", "order", one.as_str());
                    choice(one.as_str(), name, &typed.order, one == BookOrder::Name)
                })
                .into(),
            groupings: groupings.collect(),
            typed,
            is_short: numbers.named <= PRINTED,
            printed: w.number(PRINTED),
            errors,
            keep_href: urls::delivery(id),
        },
    )
}

/// The petition and its numbers, for whoever may take its list.
async fn open(
    db: &Db,
    actor: &Actor,
    id: Id<Petition>,
) -> std::result::Result<(ManagedPetition, DeliveryNumbers), Error> {
    let managed = ManagedPetition::open(db, actor, id, Action::ExportSigners).await?;
    match managed.petition.state {
        PetitionState::Draft | PetitionState::Removed => Err(Error::CONFLICT),
        PetitionState::Open | PetitionState::Paused | PetitionState::Closed => {
            let petition = managed.petition.clone();
            let numbers = db.read(move |conn| DeliveryNumbers::read(conn, &petition));
            Ok((managed, numbers.await?))
        }
    }
}

/// The page that asks how it is to be.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`]; 409 for a draft, and for a petition that was taken down.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    AddressReader(actor): AddressReader,
    PathArg(id): PathArg<Id<Petition>>,
) -> Result {
    let (managed, numbers) = open(&db, &actor, id).await?;
    let plan = db
        .read(move |conn| deliveries::plan(conn, id))
        .await
        .map_err(|fault: db::Error| Error::from(fault))?;
    let names: Vec<&str> = plan
        .recipients
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    let typed = BookForm {
        recipient: names.join(", ").chars().take(WORDS).collect(),
        ..BookForm::default()
    };
    let of = BookOf {
        site: &site,
        actor: &actor,
        managed: &managed,
        numbers,
    };
    answer(&of, &typed, Errors::none(), StatusCode::OK)
}

/// Leads to the page to print, or has the PDF written.
///
/// # Errors
/// As [`get`]; 403 for whoever may take lists no more. What keeps it from being begun is no error but the page again.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    (exporting, bell): (Data<Exporting>, Data<OutboxSignal>),
    PathArg(id): PathArg<Id<Petition>>,
    posted: ProvedForm<BookForm>,
) -> Result {
    let (actor, typed) = (posted.actor, posted.fields);
    let (managed, numbers) = open(&db, &actor, id).await?;
    actor.may_handle_addresses(site.clock.now())?;
    let of = BookOf {
        site: &site,
        actor: &actor,
        managed: &managed,
        numbers,
    };
    let w = actor.words(&site);
    let mut errors = Errors::none();
    let options = typed.options();
    let request = options.read(&managed.petition, &managed.langs());
    let request = request
        .map_err(|wrong| {
            wrong
                .iter()
                .for_each(|(field, error)| errors.add(*field, w.say(error.key)))
        })
        .ok();
    if typed.then == "print"
        && let Some(request) = &request
    {
        return Ok(see_other(&urls::signer_book_page(id, &request.query())));
    }
    let used = match Line::<WORDS>::parse(&typed.recipient) {
        Err(_) if typed.recipient.trim().is_empty() => {
            errors.add("recipient", w.say("error-no-recipient"));
            None
        }
        Err(error) => {
            errors.add("recipient", w.say(error.key));
            None
        }
        Ok(recipient) => Some(ListUse {
            purpose: ListPurpose::Delivery,
            words: None,
            recipient,
        }),
    };
    let (Some(request), Some(used)) = (request, used) else {
        let status = errors.status();
        return answer(&of, &typed, errors, status);
    };
    let asked = AskedList {
        managed: &managed,
        actor: &actor,
        options: ExportOptions {
            purpose: ListPurpose::Delivery.as_str().to_owned(),
            recipient: used.recipient.as_str().to_owned(),
            book: Some(options),
            ..ExportOptions::default()
        },
        wanted: Wanted::Book(WantedBook::of(&site, &managed.petition, request)),
        used,
        // each name is read once and laid out twice
        lines_of: u64::try_from(numbers.named).unwrap_or(0) * 3,
    };
    let again = |key: &str, status| {
        let errors = Errors::none().with("recipient", w.say(key));
        answer(&of, &typed, errors, status)
    };
    match begin(&site, &db, (&exporting, &bell), asked).await? {
        Begun::Job(job) => Ok(see_other(&urls::export_job(job))),
        Begun::Busy => again("error-export-busy", StatusCode::CONFLICT),
        Begun::Unwritable => again("error-export-disk", StatusCode::SERVICE_UNAVAILABLE),
    }
}
