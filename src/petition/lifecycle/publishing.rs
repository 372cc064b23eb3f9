//! What a petition needs before the world sees it, and the step itself: for the press in the console and for programs.

use crate::base::texts::unicode::graphemes;
use crate::base::{Email, Id, Strictness, Time};
use crate::db::{self, Tx};
use crate::mail::MailMark;
use crate::mail::store::{self, MailStanding};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::{Petition, PetitionState, PetitionText, Phase};
use crate::petition::rules::kind::Kind;
use crate::petition::store::petitions;
use crate::petition::text::lengths::{ASK_ADVISED, TITLE_ADVISED};
use crate::petition::wording::write;
use crate::web::Error;

/// How one point of the checklist stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChecklistMark {
    /// Done.
    Done,
    /// Good to have; nothing waits for it.
    Advised,
    /// Publishing waits for it.
    Missing,
}

/// One point of the checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The words key of its sentence.
    pub key: &'static str,
    /// How it stands.
    pub standing: ChecklistMark,
}

impl Point {
    fn new(
        is_done: bool,
        otherwise: ChecklistMark,
        done: &'static str,
        open: &'static str,
    ) -> Self {
        match is_done {
            true => Self {
                key: done,
                standing: ChecklistMark::Done,
            },
            false => Self {
                key: open,
                standing: otherwise,
            },
        }
    }
}

/// Whether anybody could confirm a signature.
fn mail_point(mail: &MailStanding) -> Point {
    let open = match mail {
        MailStanding::Fails(_) => "check-mail-fails",
        _ => "check-mail-untried",
    };
    let goes_out = *mail == MailStanding::GoesOut;
    Point::new(goes_out, ChecklistMark::Missing, "check-mail", open)
}

/// Everything that is looked at before a petition goes out.
#[must_use]
pub(crate) fn checklist(managed: &ManagedPetition, mail: &MailStanding, now: Time) -> Vec<Point> {
    use ChecklistMark::{Advised, Missing};
    let shown: Vec<&PetitionText> = managed.texts.iter().filter(|t| t.is_published).collect();
    let all = |has: fn(&PetitionText) -> bool| !shown.is_empty() && shown.iter().all(|t| has(t));
    let petition = &managed.petition;
    // Whether mail arrives there is not ours to test: only that it has the shape of an address.
    let contact = Email::parse(&managed.organization.contact_email, Strictness::Testing);
    vec![
        Point::new(!shown.is_empty(), Missing, "check-lang", "check-lang-none"),
        Point::new(
            all(|t| !t.title.is_empty()),
            Missing,
            "check-title-there",
            "check-title-none",
        ),
        Point::new(
            all(|t| !t.ask.is_empty()),
            Missing,
            "check-ask",
            "check-ask-none",
        ),
        Point::new(
            all(|t| !t.body.is_empty()),
            Missing,
            "check-body",
            "check-body-none",
        ),
        Point::new(
            petition.closes_at.is_none_or(|at| at > now),
            Missing,
            "check-closes",
            "check-closes-past",
        ),
        mail_point(mail),
        Point::new(
            contact.is_ok(),
            Advised,
            "check-contact",
            "check-contact-none",
        ),
        Point::new(
            petition.kind == Kind::Pledge || all(|t| !t.target.is_empty()),
            Advised,
            "check-target",
            "check-target-none",
        ),
        Point::new(
            all(|t| graphemes(&t.title) <= TITLE_ADVISED),
            Advised,
            "check-title-short",
            "check-title-long",
        ),
        Point::new(
            all(|t| graphemes(&t.ask) <= ASK_ADVISED),
            Advised,
            "check-ask-short",
            "check-ask-long",
        ),
    ]
}

/// Why a petition was not opened.
#[derive(Debug, thiserror::Error)]
pub enum NotPublished {
    /// There is no such petition any more.
    #[error("no such petition")]
    Gone,
    /// It is closed: it stays so.
    #[error("a closed petition is not opened again")]
    Closed,
    /// Somebody wrote since the checklist was read.
    #[error("the checklist is of an earlier revision")]
    Stale,
    /// A point of the checklist is missing.
    #[error("something is missing")]
    Missing,
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
}

impl From<NotPublished> for Error {
    fn from(refusal: NotPublished) -> Self {
        match refusal {
            NotPublished::Gone => Self::NOT_FOUND,
            NotPublished::Closed | NotPublished::Stale => Self::CONFLICT,
            NotPublished::Missing => Self::UNPROCESSABLE,
            NotPublished::Fault(fault) => fault.into(),
        }
    }
}

/// Opens a draft as it was of `revision`, and keeps its wording in every published language. One
/// that is open already stays as it is. Nobody could confirm a signature without mail: `mail` is the mark of how it goes out.
///
/// # Errors
/// [`NotPublished`]; nothing is written then.
pub fn publish(
    tx: &mut Tx<'_>,
    id: Id<Petition>,
    revision: i64,
    mail: &MailMark,
    now: Time,
) -> std::result::Result<Petition, NotPublished> {
    let managed = ManagedPetition::load(tx, id)?.ok_or(NotPublished::Gone)?;
    match managed.petition.phase(now) {
        Phase::Draft => {}
        Phase::Coming | Phase::Open | Phase::Paused => return Ok(managed.petition),
        Phase::Closed | Phase::Removed => return Err(NotPublished::Closed),
    }
    let is_missing = |point: &Point| point.standing == ChecklistMark::Missing;
    let mail = store::mail_standing(tx, mail)?;
    if checklist(&managed, &mail, now).iter().any(is_missing) {
        return Err(NotPublished::Missing);
    }
    let mut petition = managed.petition;
    if !petition.transition_to(PetitionState::Open, now) {
        return Err(NotPublished::Closed);
    }
    if !petitions::update_from(tx, &mut petition, revision, now)? {
        return Err(NotPublished::Stale);
    }
    write::keep(tx, &petition, &managed.texts, None, now)?;
    Ok(petition)
}
