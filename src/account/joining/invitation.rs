//! An invitation into an organization: what it holds, and what accepting it does. It stands at the same address as the
//! first set-up.

use crate::account::deed::Deed;
use crate::account::link::Link;
use crate::account::model::{Organization, Organizer, Role};
use crate::account::pages::InvitationPage;
use crate::account::passphrase::hash::PassphraseHash;
use crate::account::policy::may_give;
use crate::account::store::activity::Doer;
use crate::account::store::person::{self, StoredOrganizer};
use crate::account::store::{link, member, organization, session};
use crate::account::{BrowserVisit, role_key};
use crate::base::{Id, PersonName, Time, Token};
use crate::db::{Conn, Result, Tx};
use crate::web::page::Errors;
use crate::web::{ReaderLang, Site, urls};
use crate::words::Words;

/// An invitation with everything it names.
pub struct OpenInvitation {
    /// The link.
    pub link: Link,
    /// Where it leads into, and as what; none for who is to run the site and works nowhere.
    pub place: Option<(Organization, Role)>,
    /// Who is invited.
    pub known: StoredOrganizer,
}

impl OpenInvitation {
    /// Whether the invited have a passphrase already. Then the link makes them members but lets nobody in: it is no
    /// second key to an account.
    #[must_use]
    pub(crate) fn has_account(&self) -> bool {
        self.known.hash.is_some()
    }

    /// The page.
    pub fn page<'a>(
        &self,
        site: &'a Site,
        (words, reader): (&'a Words, &ReaderLang),
        token: &Token,
        name: Option<String>,
        errors: Errors,
    ) -> InvitationPage<'a> {
        let organizer = &self.known.organizer;
        let organization = match &self.place {
            Some((organization, _)) => &organization.name,
            None => words.say("site-name"),
        };
        let title = words.say1("account-invitation-title", "organization", organization);
        InvitationPage {
            frame: site
                .frame(words, title)
                .by_question(site, &urls::setup(token))
                .with_errors(!errors.is_empty()),
            w: words,
            errors,
            action: urls::in_language(&urls::setup(token), reader.chosen(site.library.languages())),
            organization: organization.to_owned(),
            role: match &self.place {
                Some((_, role)) => words.say(role_key(*role)),
                None => words.say("account-operator"),
            }
            .to_owned(),
            name: name.unwrap_or_else(|| organizer.name.clone()),
            email: organizer.email.clone(),
            is_known: self.has_account(),
        }
    }
}

/// What this link invites to; none when the organization or the person is gone, or whoever invites may not do so any more.
pub fn read(conn: &mut Conn, link: Link) -> Result<Option<OpenInvitation>> {
    let (place, who, role) = match (link.organization, link.organizer, link.role) {
        (Some(place), Some(who), Some(role)) => (place, who, role),
        (None, Some(who), None) => return read_operator(conn, link, who),
        _ => return Ok(None),
    };
    // whoever may not invite any more has not invited
    if let Some(inviter) = link.invited_by {
        let own = member::role_of(conn, place, inviter)?;
        if !own.is_some_and(|own| may_give(own, role)) {
            return Ok(None);
        }
    }
    let organization = organization::find(conn, place)?;
    let known = person::find(conn, who)?;
    Ok(organization
        .zip(known)
        .map(|(organization, known)| OpenInvitation {
            link,
            place: Some((organization, role)),
            known,
        }))
}

/// The same of a link that leads into no organization; none when they are to run the site no more.
fn read_operator(
    conn: &mut Conn,
    link: Link,
    who: Id<Organizer>,
) -> Result<Option<OpenInvitation>> {
    if !person::is_operator(conn, who)? {
        return Ok(None);
    }
    let known = person::find(conn, who)?;
    Ok(known.map(|known| OpenInvitation {
        link,
        place: None,
        known,
    }))
}

/// What somebody invited tells who has no account yet.
pub struct Introduction {
    /// As they call themselves.
    pub name: PersonName,
    /// The passphrase, hashed.
    pub hash: PassphraseHash,
}

/// Makes somebody a member who has an account. False when the link was used meanwhile, or whoever invited lost the right to.
pub fn accept(tx: &mut Tx<'_>, invited: &OpenInvitation, doer: &Doer) -> Result<bool> {
    let (who, now) = (invited.known.organizer.id, doer.at());
    if let Some((organization, _)) = &invited.place {
        member::lock(tx, organization.id)?;
    }
    if read(tx, invited.link.clone())?.is_none() {
        return Ok(false);
    }
    let is_first = link::use_up(tx, invited.link.id, now)?;
    if let (true, Some((organization, role))) = (is_first, &invited.place) {
        member::join(tx, organization.id, who, *role, now)?;
        let given = ("", role.as_str());
        doer.changed(tx, organization.id, Deed::JOINED, "", given)?;
    }
    Ok(is_first)
}

/// The same for somebody who has none yet, and lets them in. None when the link was used meanwhile, or another one has
/// made the account.
pub(crate) fn introduce(
    tx: &mut Tx<'_>,
    invited: &OpenInvitation,
    introduction: &Introduction,
    words: &Words,
    visit: &BrowserVisit,
    now: Time,
) -> Result<Option<Token>> {
    let who = invited.known.organizer.id;
    let has_account = person::find(tx, who)?.is_some_and(|known| known.hash.is_some());
    let organizer = Organizer {
        name: introduction.name.as_str().to_owned(),
        ..invited.known.organizer.clone()
    };
    if has_account || !accept(tx, invited, &visit.doer(&organizer, now))? {
        return Ok(None);
    }
    person::introduce(tx, who, introduction.name.as_str(), words.lang())?;
    person::set_password(tx, who, &introduction.hash)?;
    session::end_all(tx, who, None)?;
    visit.open(tx, who, now).map(Some)
}
