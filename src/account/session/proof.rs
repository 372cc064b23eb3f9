//! Somebody who is signed in proves again who they are: by passphrase, and by a code where they have a second factor
//! (accounts.md 22). The session is another one then, and the one before is dead (T21).

use super::kept_form::{KeptForm, StoodOn, either, told};
use super::return_to::came_from;
use super::sign_in_entry::{Denied, SignInEntry, WRONG_CODE, codes_of, take_code};
use super::sign_in_limits::WAIT;
use crate::account::model::Organizer;
use crate::account::passphrase::hash::{Passphrase, PassphraseHash, PassphraseVerdict};
use crate::account::store::{person, second_factor};
use crate::account::totp::TypedCode;
use crate::account::{Actor, BrowserVisit, NotSignedIn, ReturnTo};
use crate::base::{Id, Secrets, Time, Token};
use crate::db::{self, Tx};
use crate::web::page::{Errors, Frame};
use crate::web::{Error, SentForm, Site, WrittenText, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpMessage, HttpRequest};
use askama::Template;

/// The names of the fields to prove it with, beside those of a form that is kept.
const PASSWORD: &str = "prove-password";
const CODE: &str = "prove-code";
const RECOVERY: &str = "prove-code-recovery";
const BACK: &str = "prove-back";

/// What somebody proves it with.
pub(crate) struct TypedProof {
    password: String,
    code: String,
}

impl TypedProof {
    pub(crate) fn new(password: String, code: String, recovery: String) -> Self {
        Self {
            password,
            code: either(Some(code), Some(recovery)),
        }
    }

    /// Takes it out of the fields of a form, if it is there, with the page the form stood on.
    pub(crate) fn take(all: &mut Vec<(String, String)>, req: &HttpRequest) -> Option<Self> {
        let mut take = |name: &str| {
            let at = all.iter().position(|(known, _)| known == name)?;
            Some(all.remove(at).1)
        };
        let (password, code, recovery) = (take(PASSWORD), take(CODE), take(RECOVERY));
        if let Some(back) = take(BACK) {
            let stood = ReturnTo::parse(&back);
            req.extensions_mut().insert(StoodOn(stood));
        }
        Some(Self {
            password: password?,
            code: either(code, recovery),
        })
    }
}

/// The field of a refusal: the passphrase or the code.
pub(crate) fn is_of_code(key: &str) -> bool {
    key == WRONG_CODE
}

impl SignInEntry<'_> {
    /// Opens a session in the place of the actor's, for whoever types the actor's passphrase, and a code.
    pub(crate) async fn prove(self, actor: &Actor, typed: &TypedProof) -> Result<Token, Denied> {
        let refused = || Denied::Not(Error::too_many(WAIT).saying("problem-429-sign-in"));
        let admits = |account: &str| {
            let tries = &self.door.tries;
            tries.admits(account, self.source, &self.familiar)
        };
        if !admits(&actor.email) {
            return Err(refused());
        }
        let who = actor.id;
        let known = self.db.read(move |conn| person::find(conn, who)).await?;
        let hash = known.and_then(|known| known.hash);
        let password = Passphrase::typed(&typed.password);
        let verdict = self.door.hasher.compare(password, hash.clone(), true);
        let hash = match (verdict.await?, hash) {
            (PassphraseVerdict::Wrong, _) | (_, None) => {
                return Err(Denied::Wrong("error-password-current"));
            }
            (_, Some(hash)) => hash,
        };
        if actor.has_second_factor && !admits(&codes_of(who)) {
            return Err(refused());
        }
        let code = TypedCode::parse(&typed.code);
        let (secrets, now) = (self.site.secrets.clone(), self.site.clock.now());
        let visit = self.visit;
        let proved = self.db.write(move |tx| {
            let known = (who, &hash);
            prove(tx, &secrets, known, code.as_ref(), &visit, now)
        });
        let session = proved.await?.ok_or(Denied::Wrong(WRONG_CODE))?;
        self.door.bell.ring();
        Ok(session)
    }
}

/// Takes the code, and opens the session. None when the code is not right, or the passphrase was changed meanwhile.
fn prove(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    (who, hash): (Id<Organizer>, &PassphraseHash),
    code: Option<&TypedCode>,
    visit: &BrowserVisit,
    now: Time,
) -> db::Result<Option<Token>> {
    let still = person::find(tx, who)?.and_then(|known| known.hash);
    let is_right = still.as_ref() == Some(hash)
        && (!second_factor::is_on(tx, who)? || take_code(tx, secrets, who, code, (visit, now))?);
    match is_right {
        true => visit.open(tx, who, now).map(Some),
        false => Ok(None),
    }
}

/// What was sent is kept, and sent on once it is proved who sends it.
#[derive(Template)]
#[template(path = "account/session/kept_proof.html")]
struct KeptProofPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    errors: Errors,
    form: &'a SentForm,
    written: Vec<WrittenText>,
    email: &'a str,
    has_code: bool,
    back: String,
}

impl KeptForm<'_> {
    /// Asks for the passphrase, and for a code where there is a second factor.
    pub(crate) fn ask_proof(
        &self,
        actor: &Actor,
        wrong: Option<&str>,
        status: StatusCode,
    ) -> NotSignedIn {
        let Self { req, form } = *self;
        let Some(site) = req.app_data::<Data<Site>>() else {
            return Error::FAULT.into();
        };
        let stood = req.extensions().get::<StoodOn>().cloned();
        let back = match stood {
            Some(StoodOn(back)) => back,
            None => came_from(req),
        };
        let words = actor.words(site);
        let w: &Words = &words;
        let mut errors = Errors::none();
        if let Some(key) = wrong {
            let field = if is_of_code(key) { CODE } else { PASSWORD };
            errors.add(field, w.say(key));
        }
        let page = KeptProofPage {
            frame: actor
                .frame(site, w, w.say("prove-title"))
                .in_one_language()
                .with_errors(!errors.is_empty()),
            w,
            errors,
            form,
            written: form.written(site, w),
            email: &actor.email,
            has_code: actor.has_second_factor,
            back: back.map_or_else(urls::console, |back| back.as_str().to_owned()),
        };
        told(status, &page)
    }
}
