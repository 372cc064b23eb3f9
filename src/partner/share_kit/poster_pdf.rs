//! GET /organize/petitions/{id}/poster.pdf: the poster as a PDF.

use super::drawn;
use super::layout::sheet;
use super::opened;
use super::poster::{Poster, PosterQuery};
use crate::account::Actor;
use crate::base::Id;
use crate::db::Db;
use crate::petition::Petition;
use crate::petition::card::CardCache;
use crate::web::print::fonts::PrintFonts;
use crate::web::print::pdf::{PdfHead, write};
use crate::web::{Error, PathArg, Result, Site};
use actix_web::web::{Data, Query};

/// The poster.
///
/// # Errors
/// 404 and 403 as for every page of the console, 404 for a draft, 410 once the petition was taken down; 503 when too many wait for a drawing.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    card_cache: Data<CardCache>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    asked: Option<Query<PosterQuery>>,
) -> Result {
    let (_, shown) = opened::published(&db, &actor, id).await?;
    let asked = asked.map(Query::into_inner).unwrap_or_default();
    let poster = Poster::of(&site, &shown, &asked).ok_or(Error::NOT_FOUND)?;
    let (form, paper) = (poster.form.as_str(), poster.paper.as_str());
    let name = format!("{}-{form}-{paper}.pdf", shown.petition.slug);
    drawn::file(&card_cache, &name, "application/pdf", move || pdf(&poster)).await
}

fn pdf(poster: &Poster) -> Option<Vec<u8>> {
    let fonts = PrintFonts::open()?;
    let head = PdfHead {
        title: poster.title.clone(),
        lang: poster.lang.to_string(),
    };
    write(&head, &[sheet(poster, &fonts)], &fonts)
}
