//! The page of a batch: which signatures it is about, where the number would stand, and what can be pressed.

use super::form::PressForm;
use super::work;
use crate::account::store::person;
use crate::account::{Action, Actor};
use crate::base::Id;
use crate::count::Counts;
use crate::count::store::tallies;
use crate::db::{self, Db};
use crate::petition::Petition;
use crate::petition::managed_petition::ManagedPetition;
use crate::signature::batch::{BatchState, Cause, NOBODY, SignatureBatch};
use crate::signature::condition::Condition;
use crate::signature::model::SignatureState;
use crate::signature::store::batches;
use crate::signature::store::read::Signed;
use crate::web::answers::answer::private_page;
use crate::web::page::{Errors, Frame};
use crate::web::{Error, NotSaved, Result, Site, urls};
use crate::words::Words;
use askama::Template;

/// Signatures shown of a batch.
const SAMPLES: i64 = 20;

/// A batch, and what its page is made of.
pub(super) struct BatchView {
    pub(super) managed: ManagedPetition,
    pub(super) batch: SignatureBatch,
    counts: Counts,
    /// How many of it counted when it was gathered.
    counted_in: i64,
    samples: Vec<Signed>,
    /// Who pressed, and who agreed.
    by: String,
    with: Option<String>,
    has_second: bool,
}

impl BatchView {
    /// Reads it, for whoever may decide about signatures of its petition.
    ///
    /// # Errors
    /// 404 where there is no such batch; 404 and 403 as [`ManagedPetition::open`].
    pub(super) async fn open(db: &Db, actor: &Actor, id: Id<SignatureBatch>) -> Result<Self> {
        let found = db.read(move |conn| {
            let Some(batch) = batches::find(conn, id)? else {
                return Ok::<_, db::Error>(None);
            };
            let petition = batch.petition;
            let samples = batches::samples(conn, id, SAMPLES)?;
            let counted_in = batches::counted(conn, id)?;
            let tally = tallies::find(conn, petition.cast())?;
            let by = person::name(conn, batch.proposed_by)?;
            let with = batch.decided_by.map(|who| person::name(conn, who));
            let has_second = work::has_second(conn, &batch)?;
            Ok(Some((
                batch,
                (samples, counted_in),
                tally,
                by,
                with.transpose()?,
                has_second,
            )))
        });
        let found = found.await?.ok_or(Error::NOT_FOUND)?;
        let (batch, (samples, counted_in), tally, by, with, has_second) = found;
        let managed = ManagedPetition::open(db, actor, batch.petition, Action::Moderate).await?;
        Ok(Self {
            managed,
            batch,
            counts: tally.map_or_else(Counts::default, |tally| tally.counts),
            counted_in,
            samples,
            by,
            with,
            has_second,
        })
    }
}

/// A signature of the batch: without its address, which whoever decides may not see.
struct SampleLine {
    href: String,
    name: Option<String>,
    detail: String,
    state: &'static str,
}

#[derive(Template)]
#[template(path = "signature/moderation/batch.html")]
struct BatchPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    back_href: String,
    title: &'a str,
    act: &'static str,
    state: &'static str,
    total: i64,
    moved: i64,
    /// How many count now, and would afterwards; none where nothing is to be decided any more.
    numbers: Option<(String, String)>,
    rule: Vec<(&'static str, String)>,
    /// Where the rule is used once more; none where there is none, or one of the groups that are held.
    again_href: Option<String>,
    samples: Vec<SampleLine>,
    /// How many more there are than are shown.
    more: i64,
    causes: Vec<&'static str>,
    /// Why, once it is said.
    cause: Option<&'static str>,
    note: &'a str,
    said: Vec<String>,
    buttons: Vec<(&'static str, &'static str)>,
    needs_second: bool,
    is_own: bool,
    has_second: bool,
    typed: &'a PressForm,
    errors: Errors,
    is_stale: bool,
    is_from_before: bool,
}

/// What a condition says, line by line: the words key of each, and what was typed.
pub(super) fn rule(
    w: &Words,
    petition: &Petition,
    rule: &Condition,
) -> Vec<(&'static str, String)> {
    let at = |at| w.date_time(at, &petition.time_zone);
    let because = rule.because.as_deref();
    let because = because.map(|because| w.say1("signature-reason", "reason", because));
    let lines = [
        ("rule-because", because),
        ("rule-source", rule.source.clone()),
        ("rule-domain", rule.domain.clone()),
        ("rule-name", rule.name.clone()),
        ("rule-since", rule.since.map(at)),
        ("rule-until", rule.until.map(at)),
    ];
    let said = lines.into_iter();
    said.filter_map(|(key, said)| Some((key, said?))).collect()
}

/// How the number would stand: only what counts now and will not, or does not and will, moves it.
fn after(view: &BatchView) -> i64 {
    let counted = view.counts.counted;
    match view.batch.act.to() {
        SignatureState::Counted => counted + view.batch.total,
        _ => counted - view.counted_in,
    }
}

/// The page.
///
/// # Errors
/// 500 when it cannot be written.
pub(super) fn answer(
    site: &Site,
    actor: &Actor,
    view: &BatchView,
    typed: &PressForm,
    said: &NotSaved,
) -> Result {
    let w = actor.words(site);
    let (batch, petition) = (&view.batch, &view.managed.petition);
    let errors = said.wrong.said(&w);
    let now = site.clock.now();
    let at = |at| w.date_time(at, &petition.time_zone);
    let is_own = batch.proposed_by == actor.id;
    let buttons = match batch.state {
        BatchState::Ready if batch.total > 0 => vec![("go", ""), ("stop", "batch-stop")],
        BatchState::Gathering | BatchState::Ready => vec![("stop", "batch-stop")],
        BatchState::Waiting if is_own => vec![("stop", "batch-stop")],
        BatchState::Waiting => vec![("agree", "batch-agree"), ("stop", "batch-stop")],
        BatchState::Done if batch.may_go_back(now) => vec![("back", "batch-back")],
        _ => Vec::new(),
    };
    let mut told = Vec::new();
    let is_noticed = batch.proposed_by == NOBODY;
    if is_noticed && matches!(batch.state, BatchState::Gathering | BatchState::Ready) {
        told.push(w.say("batch-noticed").to_owned());
    }
    if !matches!(batch.state, BatchState::Gathering | BatchState::Ready) {
        told.push(w.say2(
            "batch-by",
            "who",
            view.by.as_str(),
            "at",
            at(batch.proposed_at),
        ));
    }
    if let Some((who, when)) = view.with.as_deref().zip(batch.decided_at) {
        told.push(w.say2("batch-with", "who", who, "at", at(when)));
    }
    if let Some(ended) = batch.ended_at {
        told.push(w.say1("batch-ended", "at", at(ended)));
    }
    let is_open = matches!(batch.state, BatchState::Ready | BatchState::Waiting);
    let sample = |one: &Signed| SampleLine {
        href: urls::signature(one.signature.id),
        name: one.signer.as_ref().map(|signer| signer.name.clone()),
        detail: one
            .signer
            .as_ref()
            .map(|signer| signer.fields.all())
            .unwrap_or_default(),
        state: one.signature.state.as_str(),
    };
    let shown = i64::try_from(view.samples.len()).unwrap_or(0);
    private_page(
        said.status(),
        &BatchPage {
            frame: view
                .managed
                .console_frame(
                    site,
                    &w,
                    actor,
                    &urls::held(petition.id),
                    w.say("batch-title"),
                )
                .with_errors(!errors.is_empty()),
            w: &w,
            action: urls::batch(batch.id),
            back_href: urls::held(petition.id),
            title: view.managed.title(actor.lang),
            act: batch.act.as_str(),
            state: batch.state.as_str(),
            total: batch.total,
            moved: batch.moved,
            numbers: is_open.then(|| (w.number(view.counts.counted), w.number(after(view)))),
            rule: batch
                .condition
                .as_ref()
                .map_or_else(Vec::new, |condition| rule(&w, petition, condition)),
            again_href: batch
                .condition
                .as_ref()
                .filter(|condition| condition.because.is_none())
                .map(|_| urls::batch_again(petition.id, batch.id)),
            samples: view.samples.iter().map(sample).collect(),
            more: batch.total - shown,
            causes: Cause::of(batch.act).map(Cause::as_str).collect(),
            cause: batch.cause.map(Cause::as_str),
            note: &batch.note,
            said: told,
            buttons,
            needs_second: batch.needs_second(view.counts.counted),
            is_own,
            has_second: view.has_second,
            typed,
            errors,
            is_stale: said.is_stale,
            is_from_before: said.is_from_before,
        },
    )
}

/// A batch as a line of a list.
pub(super) struct BatchLine {
    pub(super) href: String,
    pub(super) act: &'static str,
    pub(super) state: &'static str,
    pub(super) total: i64,
    pub(super) cause: Option<&'static str>,
    pub(super) on: String,
}

impl BatchLine {
    /// Of this one.
    pub(super) fn of(w: &Words, petition: &Petition, batch: &SignatureBatch) -> Self {
        let number = match batch.state {
            BatchState::Done => batch.moved,
            _ => batch.total,
        };
        Self {
            href: urls::batch(batch.id),
            act: batch.act.as_str(),
            state: batch.state.as_str(),
            total: number,
            cause: batch.cause.map(Cause::as_str),
            on: w.date_time(batch.proposed_at, &petition.time_zone),
        }
    }
}
