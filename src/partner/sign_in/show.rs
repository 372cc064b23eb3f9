//! GET /partner/{token}: what one partner brought to one petition, and how many let it write.

use super::pages;
use crate::base::{Day, Time, Token};
use crate::db::{self, Conn, Db};
use crate::petition::Exposure;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::source::console::figures::{self, SourceDayLine, SourceLine, SourceTotals};
use crate::petition::source::contact_store::{self, PartnerLink};
use crate::petition::source::letter::PartnerTokens;
use crate::petition::source::{Asking, DayCounts, SourceKind, store};
use crate::web::answers::answer::private_page;
use crate::web::page::Frame;
use crate::web::{PathArg, ReaderLang, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

#[derive(Template)]
#[template(path = "partner/sign_in/show.html")]
struct PartnerOwnPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    title: &'a str,
    organization: &'a str,
    line: SourceLine,
    days: Vec<SourceDayLine>,
    until: String,
    /// How many said yes to its mail; none where nobody was asked.
    opted_in: Option<String>,
    /// Where the list is taken; none where it was, or there is none.
    list_action: Option<String>,
    is_list_taken: bool,
    ask_href: String,
}

/// Everything the page shows.
struct Brought {
    link: PartnerLink,
    managed: ManagedPetition,
    days: Vec<(Day, DayCounts)>,
    totals: SourceTotals,
    opted_in: i64,
}

fn read(conn: &mut Conn, link: PartnerLink) -> db::Result<Option<Brought>> {
    let id = link.source.petition;
    let managed = ManagedPetition::load(conn, id)?;
    let managed = managed.filter(|managed| managed.petition.allows(Exposure::OwnLinks));
    let Some(managed) = managed else {
        return Ok(None);
    };
    let source = &link.source;
    Ok(Some(Brought {
        days: store::days(conn, id, &source.code)?,
        totals: SourceTotals::read(conn, id, std::slice::from_ref(source))?,
        opted_in: store::opted_in(conn, source.id)?,
        managed,
        link,
    }))
}

/// The page; reading it uses nothing up.
///
/// # Errors
/// 503 when the database is away; a link that works no more is no error but a page that says so, 410.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(token): PathArg<Token>,
    reader: ReaderLang,
) -> Result {
    let words = reader.words(&site);
    let w: &Words = &words;
    let (id, now) = (
        PartnerTokens::new(&site.secrets).open(&token),
        site.clock.now(),
    );
    let found = db.read(move |conn| match contact_store::find(conn, id, now)? {
        Some(link) => read(conn, link),
        None => Ok(None),
    });
    let Some(brought) = found.await? else {
        return pages::gone(&site, w);
    };
    let Brought {
        link,
        managed,
        days,
        totals,
        opted_in,
    } = &brought;
    let source = &link.source;
    let has_list = *opted_in > 0 && !link.is_list_taken;
    private_page(
        StatusCode::OK,
        &PartnerOwnPage {
            frame: site.frame(w, source.name.clone()),
            w,
            title: managed.title(w.lang()),
            organization: &managed.organization.name,
            line: SourceLine::of(&site, w, managed, source, totals),
            days: figures::days(w, SourceKind::Partner, days),
            until: until(w, link.expires_at),
            opted_in: (source.asking != Asking::Never)
                .then(|| figures::told(w, SourceKind::Partner, *opted_in)),
            list_action: has_list.then(|| urls::partner_list(&token)),
            is_list_taken: link.is_list_taken,
            ask_href: urls::partner_sign_in(),
        },
    )
}

fn until(w: &Words, at: Time) -> String {
    w.date_time(at, "UTC")
}
