//! Fills an empty database, once.

use super::colleagues;
use super::crowd::{Crowd, Visitor};
use super::organizations::endorse;
use super::owner::Owner;
use super::petitions::{self, Play, TIME_ZONE, Text};
use super::pictures;
use super::reasons;
use super::{sources, steps};
use crate::account::joining::found::found;
use crate::account::model::Organization;
use crate::account::store::{organization as organization_store, person};
use crate::base::time::{days, hours, minutes};
use crate::base::{Id, Lang, Slug, Time, Token};
use crate::count::figures::{Figure, Span};
use crate::count::store::figures::FigureChanges;
use crate::count::{self, Change};
use crate::db::{Db, Error, Result, Tx};
use crate::petition::consent::Texts;
use crate::petition::endorsement;
use crate::petition::model::{Petition, PetitionState, PetitionText};
use crate::petition::store::{
    founders, petitions as petition_store, pictures as picture_store, promises, retention_runs,
};
use crate::petition::text::markdown::render;
use crate::petition::update::{Update, UpdateText, store as update_store};
use crate::petition::wording::write;
use crate::petition::{PledgeOption, PublicPetition};
use crate::signature::links::Links;
use crate::signature::model::{PendingSignature, Reason, SignatureState as Standing};
use crate::signature::retention::delete_due;
use crate::signature::sign::consent_questions::{Askers, ConsentQuestions};
use crate::signature::sign::intake::{FormBrowser, SubmittedForm, take_in};
use crate::signature::store::confirm;
use crate::signature::store::confirmed::Confirmed;
use crate::signature::store::identified;
use crate::web::Site;
use std::collections::BTreeMap;

/// Loads the organizer, the petitions and their signers, if there is no petition yet. True when it did.
///
/// # Errors
/// A fault of the database; nothing is loaded then.
pub fn load(db: &Db, site: &Site) -> Result<bool> {
    if db.read_here(petition_store::any)? {
        return Ok(false);
    }
    let (founding, kept) = Owner::of(site)
        .founding()
        .ok_or(Error::Refused("organizer"))?;
    let links = Links::new(&site.secrets);
    let now = site.clock.now();
    db.write_here(|tx| {
        // Another start may have been quicker.
        if petition_store::any(tx)? {
            return Ok(false);
        }
        let texts = Texts::default();
        let (mut organization, owner) = found(tx, &founding, &kept, now)?;
        // everybody knows this passphrase: a second factor would lock the next visitor out
        person::put_off_second_factor(tx, owner.id, now.plus(days(4_000)))?;
        organization.about = Owner::about();
        organization_store::update(tx, &organization)?;
        let mut title = None;
        for play in petitions::all(now) {
            let shown = put_on(tx, &organization, &play)?;
            let of = shown.text(Lang::EN).map(|text| text.title.clone());
            title = title.or(of);
            let own = endorsement::link::Links::new(&site.secrets);
            endorse(tx, &own, &shown.petition, play.opened_at, now)?;
            let crowd = Crowd::of(&play);
            let mut stage = Stage {
                site,
                links: &links,
                texts: &texts,
                shown,
                crowd,
            };
            stage.confirm(tx, &play)?;
            stage.wait(tx, &play, now)?;
            keep_word(tx, &stage.shown.petition, now)?;
        }
        let title = title.unwrap_or_default();
        colleagues::let_in(tx, &organization, (&owner, &title), now)?;
        Ok(true)
    })
}

/// What was over long ago holds no details any more, as the program sees to by itself.
fn keep_word(tx: &mut Tx<'_>, petition: &Petition, now: Time) -> Result<()> {
    if !petition.has_kept_enough(now) {
        return Ok(());
    }
    for state in Standing::ALL {
        loop {
            let ids = identified::behind(tx, petition.id, state, None, 500)?;
            if ids.is_empty() {
                break;
            }
            delete_due::forget(tx, petition.id, &ids, now)?;
        }
    }
    retention_runs::finish(tx, petition.id, now).map(drop)
}

/// Writes the petition, its texts and the wording that is signed.
fn put_on(tx: &mut Tx<'_>, organization: &Organization, play: &Play) -> Result<PublicPetition> {
    let petition = Petition {
        id: Id::new(play.opened_at),
        organization: organization.id,
        kind: play.kind,
        slug: Slug::parse(play.slug).map_err(|_| Error::Refused("slug"))?,
        state: if play.closed_at.is_some() {
            PetitionState::Closed
        } else {
            PetitionState::Open
        },
        lang: Lang::EN,
        goal: play.goal,
        time_zone: TIME_ZONE.to_owned(),
        opens_at: None,
        closes_at: play.closes_at,
        published_at: Some(play.opened_at),
        closed_at: play.closed_at,
        keeps_last: None,
        archived_at: None,
        settings: play.settings.clone(),
        revision: 1,
        created_at: play.opened_at,
        updated_at: play.opened_at,
    };
    petition_store::insert(tx, &petition)?;
    let founders: Vec<String> = play
        .founders
        .iter()
        .map(|name| (*name).to_owned())
        .collect();
    founders::name(tx, petition.id, &founders, play.opened_at)?;
    let texts: Vec<PetitionText> = play.texts.iter().map(text_of).collect::<Result<_>>()?;
    for text in &texts {
        petition_store::save_text(tx, petition.id, text, play.opened_at)?;
    }
    promises::offer(tx, petition.id, &promises_of(play, &texts))?;
    write::keep(tx, &petition, &texts, None, play.opened_at)?;
    tell(tx, &petition, play)?;
    steps::write(tx, petition.id, play)?;
    if let Some(told) = play.picture {
        let made = pictures::drawers().ok_or(Error::Refused("picture"))?;
        let texts = told.map(|text| text.of());
        picture_store::put(tx, petition.id, (&made, &texts), 0, play.opened_at)?;
    }
    PublicPetition::load(tx, petition)
}

/// Writes what the organizers have told since.
fn tell(tx: &mut Tx<'_>, petition: &Petition, play: &Play) -> Result<()> {
    let Some((after, told)) = play.news else {
        return Ok(());
    };
    let at = play.opened_at.plus(days(after));
    let mut update = Update::draft(petition.id, at);
    if !update.publish(at) {
        return Err(Error::Refused("update"));
    }
    let texts: Vec<UpdateText> = [Lang::EN, Lang::ES]
        .into_iter()
        .zip(told)
        .map(|(lang, (title, body))| UpdateText {
            lang,
            title: title.to_owned(),
            body: body.to_owned(),
            body_html: render(body),
        })
        .collect();
    update_store::insert(tx, &update)?;
    update_store::save_texts(tx, update.id, &texts)
}

fn promises_of(play: &Play, texts: &[PetitionText]) -> Vec<PledgeOption> {
    let of = |position: i32, words: &[&str]| PledgeOption {
        id: Id::new(play.opened_at),
        position: Some(position),
        words: texts
            .iter()
            .map(|text| text.lang)
            .zip(words.iter().map(|one| (*one).to_owned()))
            .collect(),
    };
    let each = (1_i32..).zip(play.promises);
    each.map(|(position, words)| of(position, words)).collect()
}

fn text_of(text: &Text) -> Result<PetitionText> {
    Ok(PetitionText {
        lang: Lang::parse(text.lang).map_err(|_| Error::Refused("language"))?,
        title: text.title.to_owned(),
        ask: text.ask.to_owned(),
        target: text.target.to_owned(),
        // As the editor keeps it: saving it again changes nothing.
        body: text.body.trim().to_owned(),
        body_html: render(text.body),
        goal_reason: text.goal_reason.to_owned(),
        outcome: text.outcome.map(str::to_owned),
        outcome_html: text.outcome.map(render),
        is_published: true,
    })
}

/// One petition and its crowd.
struct Stage<'a> {
    site: &'a Site,
    links: &'a Links,
    texts: &'a Texts,
    shown: PublicPetition,
    crowd: Crowd,
}

impl Stage<'_> {
    /// Lets everybody sign and confirm who does.
    fn confirm(&mut self, tx: &mut Tx<'_>, play: &Play) -> Result<()> {
        let mut people = Vec::new();
        for at in self.crowd.moments(play) {
            let visitor = self.crowd.visitor(at).ok_or(Error::Refused("visitor"))?;
            people.push((self.pending(tx, &visitor)?, at.plus(self.crowd.delay())));
        }
        people.sort_by_key(|(_, confirmed_at)| *confirmed_at);
        let held = held_places(people.len(), play.held);
        let mut number = 0;
        let mut moves: BTreeMap<i64, (Time, Change)> = BTreeMap::new();
        let mut rows = Vec::with_capacity(people.len());
        for (place, (pending, at)) in people.iter().enumerate() {
            let reason = held.get(&place).copied();
            let (last, by) = moves.entry(at.hour()).or_insert((*at, Change::default()));
            *last = *at;
            if reason.is_some() {
                by.held += 1;
            } else {
                by.counted += 1;
                number += 1;
            }
            rows.push(Confirmed {
                pending,
                is_suspect: false,
                state: if reason.is_some() {
                    Standing::Held
                } else {
                    Standing::Counted
                },
                reason,
                number: reason.is_none().then_some(number),
                at: *at,
            });
        }
        confirm::insert_all(tx, &rows)?;
        let mut forms = FigureChanges::new();
        for row in &rows {
            let wait = Span::of(row.at.since(row.pending.created_at));
            for figure in [Figure::Sent, Figure::Confirmed(wait)] {
                let of = (row.pending.petition.cast(), figure);
                *forms.entry(of).or_default() += 1;
            }
        }
        count::store::figures::add(tx, &forms)?;
        sources::write(tx, self.shown.petition.id, play, &rows)?;
        // The first ones to sign think again a while later.
        let count = usize::try_from(play.withdrawn).unwrap_or(0);
        for row in rows.iter().filter(|row| row.reason.is_none()).take(count) {
            let at = row.at.plus(hours(31));
            let to = (Standing::Counted, Standing::Withdrawn);
            confirm::move_state(tx, row.pending.id, to, None, at)?;
            let (_, by) = moves.entry(at.hour()).or_insert((at, Change::default()));
            by.counted -= 1;
            by.withdrawn += 1;
        }
        let counted = rows.iter().rev().filter(|row| row.reason.is_none());
        let named = counted.filter(|row| row.pending.signer.visibility.is_named());
        reasons::speak(tx, play.kind, named.map(|row| row.pending))?;
        for (at, by) in moves.into_values() {
            count::store::tallies::add(tx, self.shown.petition.id.cast(), by, at)?;
        }
        Ok(())
    }

    /// Lets some fill the form in whose mailbox has not answered; their mail is queued.
    fn wait(&mut self, tx: &mut Tx<'_>, play: &Play, now: Time) -> Result<()> {
        let mut waiting = Vec::new();
        for _ in 0..play.waiting {
            let at = self
                .crowd
                .moment(now.minus(days(1)), hours(24).saturating_sub(minutes(20)));
            let visitor = self.crowd.visitor(at).ok_or(Error::Refused("visitor"))?;
            let pending = self.pending(tx, &visitor)?;
            waiting.push(SubmittedForm {
                due_at: pending.created_at,
                closes_at: self.shown.petition.closes_at,
                pending,
                browser: FormBrowser::New,
                source: None,
            });
        }
        if !waiting.is_empty() {
            take_in(tx, &waiting)?;
        }
        Ok(())
    }

    fn pending(&mut self, tx: &mut Tx<'_>, visitor: &Visitor) -> Result<PendingSignature> {
        let petition = self.shown.petition.id;
        let mut signer = visitor.signer.clone();
        if !self.shown.coalition().is_empty() {
            let wants = signer.wants_updates;
            signer.opted_in_to = self.crowd.ticks(wants, self.shown.coalition());
            signer.wants_updates = !signer.opted_in_to.is_empty();
        }
        let words = self.shown.words(self.site, visitor.lang);
        let (shown, at) = (&self.shown, visitor.signed_at);
        let asked = ConsentQuestions::of(&words, shown, Askers::Organizations, signer.visibility);
        let agreed = asked.agreed_in(tx, self.texts, shown, &signer, at)?;
        Ok(PendingSignature {
            id: Id::new(visitor.signed_at),
            petition,
            keys: self.links.address_keys(petition, &visitor.email),
            signer,
            agreed,
            source: visitor.source.clone(),
            share: Some(self.links.share_code(petition)),
            browser: Token::random().hash().0,
            host: None,
            score: 0,
            handed_in: None,
            choice: self.crowd.promise(self.shown.promises.choices()),
            created_at: visitor.signed_at,
        })
    }
}

/// Which places of the line are held, and why: the last but a few, so that an organizer sees them.
fn held_places(all: usize, count: u64) -> BTreeMap<usize, Reason> {
    let count = usize::try_from(count).unwrap_or(0);
    [Reason::Score, Reason::Alias]
        .into_iter()
        .cycle()
        .take(count)
        .zip(1..)
        .map(|(reason, n)| (all.saturating_sub(n * 7), reason))
        .collect()
}
