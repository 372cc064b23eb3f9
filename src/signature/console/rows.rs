//! A signature as one row of the console's tables.

use crate::base::{Id, Lang, Time};
use crate::petition::{Petition, PledgeOption, Promised, Promises, Questions, Replies, Reply};
use crate::signature::model::{SignatureState, Visibility};
use crate::signature::store::read::Signed;
use crate::web::urls;
use crate::words::Words;

/// Those that wait are counted up to here.
pub(crate) const MOST_WAITING: i64 = 10_000;

/// "10,000+": counted no further.
#[must_use]
pub(crate) fn capped(w: &Words, waiting: i64) -> String {
    match waiting {
        MOST_WAITING.. => format!("{}+", w.number(MOST_WAITING)),
        fewer => w.number(fewer),
    }
}

/// One row, every word of it already written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureLine {
    /// Its key.
    pub id: String,
    /// Its page.
    pub href: String,
    /// The name; none once it is erased.
    pub name: Option<String>,
    /// What was asked beside the name, all of it, joined for reading; may be empty.
    pub detail: String,
    /// What was answered to the organizers' own questions: each question and its answer.
    pub replies: Vec<(String, String)>,
    /// The address; empty for those who may not see it.
    pub email: String,
    /// The end of the words key of its state.
    pub state: &'static str,
    /// The end of the words key of why it is held or removed.
    pub reason: Option<&'static str>,
    /// How much of the signer is public.
    pub visibility: Visibility,
    /// Where organizers say how the name is listed, if it is on the public list.
    pub listing_href: Option<String>,
    /// What they promised, where there is a choice.
    pub promise: Option<Promised>,
    /// Whether mail about the campaign may be sent.
    pub wants_updates: bool,
    /// When it was signed, RFC 3339.
    pub at: String,
    /// The same for reading.
    pub on: String,
    /// The same as "4 min ago".
    pub ago: String,
}

impl SignatureLine {
    fn new(w: &Words, petition: &Petition, now: Time, signed: &Signed) -> Self {
        let most = petition.settings.most_public;
        let (signer, at) = (signed.signer.as_ref(), signed.signature.signed_at);
        Self {
            id: signed.signature.id.to_string(),
            href: urls::signature(signed.signature.id),
            name: signer.map(|signer| signer.name.clone()),
            detail: signer.map(|signer| signer.fields.all()).unwrap_or_default(),
            replies: Vec::new(),
            email: signer
                .map(|signer| signer.email.clone())
                .unwrap_or_default(),
            state: SignatureState::Counted.as_str(),
            reason: None,
            visibility: signer.map_or(Visibility::Counted, |signer| signer.visibility.min(most)),
            listing_href: None,
            promise: None,
            wants_updates: signer.is_some_and(|signer| signer.wants_updates),
            at: at.rfc3339(),
            on: w.date_time(at, &petition.time_zone),
            ago: w.ago(at, now),
        }
    }

    /// The same for somebody who may see names and no addresses.
    #[must_use]
    pub(crate) fn without_address(mut self) -> Self {
        self.email.clear();
        self
    }

    /// The same with a way to say how the name is listed, if it is on the public list.
    #[must_use]
    pub(crate) fn with_listing(mut self, href: String) -> Self {
        self.listing_href =
            Some(href).filter(|_| self.visibility.is_named() && self.state == "counted");
        self
    }

    /// The same with what was promised, in the words it has now.
    #[must_use]
    pub(crate) fn with_promise(
        mut self,
        w: &Words,
        promises: &Promises,
        choice: Option<Id<PledgeOption>>,
    ) -> Self {
        self.promise = choice.and_then(|choice| promises.said(choice, w.lang()));
        self
    }

    /// The same with what was answered to the organizers' own questions, in the words these have now.
    #[must_use]
    pub(crate) fn with_replies(
        mut self,
        w: &Words,
        (questions, own): (&Questions, Lang),
        replies: Option<&Replies>,
    ) -> Self {
        let langs = (w.lang(), own);
        let told = questions.all().iter().filter_map(|question| {
            let reply = replies?.get(question.number)?;
            let said = match reply {
                Reply::Tick(_) => w.say("yes").to_owned(),
                reply => question.told(reply, langs).join("; "),
            };
            Some((question.label(langs).words, said))
        });
        self.replies = told.collect();
        self
    }

    /// The colour of its state.
    #[must_use]
    pub(crate) fn tone(&self) -> &'static str {
        match self.state {
            "counted" => "ok",
            "held" => "wait",
            _ => "held",
        }
    }
}

/// One that was confirmed.
#[must_use]
pub fn row(w: &Words, petition: &Petition, now: Time, signed: &Signed) -> SignatureLine {
    let signature = &signed.signature;
    let has_reason = matches!(
        signature.state,
        SignatureState::Held | SignatureState::Removed
    );
    SignatureLine {
        state: signature.state.as_str(),
        reason: signature
            .reason
            .filter(|_| has_reason)
            .map(|reason| reason.as_str()),
        ..SignatureLine::new(w, petition, now, signed)
    }
}
