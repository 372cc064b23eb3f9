//! GET /organize/petitions/{id}/delivery/print: the book as a page to print, in whatever letters the reader's browser has.

use super::standing::{DeliveryNumbers, PRINTED};
use crate::account::{Action, AddressReader};
use crate::base::Id;
use crate::db::{self, Db};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::{Petition, PetitionState};
use crate::transfer::book::options::{BookOptions, BookRequest};
use crate::transfer::book::text::BookText;
use crate::transfer::book::write::BookParts;
use crate::transfer::exporting::Exporting;
use crate::transfer::wanted::WantedBook;
use crate::transfer::write::ExportError;
use crate::web::answers::answer::{private_page, see_other};
use crate::web::page::Frame;
use crate::web::{Error, PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;

/// A name of the page.
struct PrintedName {
    number: usize,
    name: String,
    detail: String,
}

/// Names under one heading, or none.
#[derive(Default)]
struct PrintedSection {
    heading: Option<String>,
    names: Vec<PrintedName>,
}

#[derive(Template)]
#[template(path = "transfer/delivery/book_page.html")]
struct BookPrintPage<'a> {
    frame: Frame<'a>,
    /// The organizer's words: of the bar above the sheets.
    w: &'a Words,
    /// The book's.
    b: &'a Words,
    text: &'a BookText,
    paper: &'static str,
    sections: Vec<PrintedSection>,
    has_page_breaks: bool,
    is_redacted: bool,
    /// Numbers of those whose names are left out.
    bars: usize,
    back_href: String,
}

/// The page. What asks for something there is not, or is too long for a page, leads to where it is chosen.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`]; 503 where the folder of lists takes no file.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    exporting: Data<Exporting>,
    AddressReader(actor): AddressReader,
    PathArg(id): PathArg<Id<Petition>>,
    asked: Option<Query<BookOptions>>,
) -> Result {
    let managed = ManagedPetition::open(&db, &actor, id, Action::ExportSigners).await?;
    let petition = managed.petition.clone();
    let numbers = db
        .read(move |conn| DeliveryNumbers::read(conn, &petition))
        .await
        .map_err(|fault: db::Error| Error::from(fault))?;
    let options = asked.map(Query::into_inner).unwrap_or_default();
    let request = options.read(&managed.petition, &managed.langs());
    let is_shown = !matches!(
        managed.petition.state,
        PetitionState::Draft | PetitionState::Removed
    ) && numbers.named <= PRINTED;
    let Some(request) = request.ok().filter(|_| is_shown) else {
        return Ok(see_other(&urls::signer_book(id)));
    };
    let wanted = WantedBook::of(&site, &managed.petition, request);
    let (b, now) = (wanted.words.clone(), site.clock.now());
    let Ok(folder) = exporting.folder() else {
        return Err(Error::busy(30));
    };
    let folder = folder.to_owned();
    let (parts, sections) = db
        .read(move |conn| {
            let of = (&*wanted.words, wanted.address.as_str());
            let watch = |_| Ok(());
            let parts = BookParts::read(conn, &request, of, (now, &folder), watch)?;
            let sections = sections(&parts, &request)?;
            Ok::<_, ExportError>((parts, sections))
        })
        .await
        .map_err(|fault| match fault {
            ExportError::Fault(fault) => Error::from(fault),
            ExportError::Out(_) | ExportError::Stopped => Error::busy(30),
        })?;
    let w = actor.words(&site);
    private_page(
        StatusCode::OK,
        &BookPrintPage {
            frame: actor.frame(&site, &w, w.say("book-make")),
            w: &w,
            b: &b,
            text: &parts.text,
            paper: request.paper.as_str(),
            sections,
            has_page_breaks: request.has_page_breaks,
            is_redacted: request.is_redacted,
            bars: parts.len(),
            back_href: urls::signer_book(id),
        },
    )
}

fn sections(
    parts: &BookParts,
    request: &BookRequest,
) -> std::result::Result<Vec<PrintedSection>, ExportError> {
    let mut sections: Vec<PrintedSection> = Vec::new();
    if request.is_redacted {
        return Ok(sections);
    }
    parts.each(|number, heading, one| {
        if heading.is_some() || sections.is_empty() {
            sections.push(PrintedSection {
                heading: heading.map(str::to_owned),
                names: Vec::new(),
            });
        }
        if let Some(section) = sections.last_mut() {
            section.names.push(PrintedName {
                number,
                name: one.name.to_owned(),
                detail: one.detail.to_owned(),
            });
        }
        Ok::<_, ExportError>(())
    })?;
    Ok(sections)
}
