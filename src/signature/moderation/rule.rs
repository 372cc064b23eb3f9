//! GET and POST /organize/petitions/{id}/new-batch: signatures by a rule: how they came, at which addresses, under which names, when.

use super::selection::{self, Selection};
use super::work;
use crate::account::{Action, Actor, DraftForm};
use crate::base::{Id, fold};
use crate::db::Db;
use crate::petition::Petition;
use crate::petition::dates::closing;
use crate::petition::managed_petition::ManagedPetition;
use crate::signature::batch::{BatchAct, SignatureBatch};
use crate::signature::condition::Condition;
use crate::signature::store::batches;
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{Error, Fields, NotSaved, PathArg, Result, Site, TextField, WrongFields, urls};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

/// Longest code of a source, domain and piece of a name.
const LONGEST: usize = 100;

/// The rule as it is typed.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleForm {
    #[serde(default)]
    act: String,
    #[serde(default)]
    source: String,
    #[serde(default)]
    domain: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    since_on: String,
    #[serde(default)]
    since_time: String,
    #[serde(default)]
    until_on: String,
    #[serde(default)]
    until_time: String,
}

impl Fields for RuleForm {
    const TEXTS: &'static [TextField] = &[
        TextField::one("source", "rule-source", LONGEST),
        TextField::one("domain", "rule-domain", LONGEST),
        TextField::one("name", "rule-name", LONGEST),
    ];
}

impl RuleForm {
    /// The rule by which a batch was gathered.
    fn of(batch: &SignatureBatch, zone: &str) -> Self {
        let condition = batch.condition.clone().unwrap_or_default();
        let since = condition.since.map(|at| closing::write_beginning(at, zone));
        let until = condition.until.map(|at| closing::write(at, zone));
        let (since_on, since_time) = since.unwrap_or_default();
        let (until_on, until_time) = until.unwrap_or_default();
        Self {
            act: batch.act.as_str().to_owned(),
            source: condition.source.unwrap_or_default(),
            domain: condition.domain.unwrap_or_default(),
            name: condition.name.unwrap_or_default(),
            since_on,
            since_time,
            until_on,
            until_time,
        }
    }

    /// The rule, with its times in this zone.
    fn read(&self, zone: &str) -> std::result::Result<(BatchAct, Condition), WrongFields> {
        let mut wrong = WrongFields::default();
        let act = BatchAct::parse(&self.act);
        if act.is_none() {
            wrong.add("act", "error-choice");
        }
        let mut piece = |field: &'static str, typed: &str| {
            let typed = typed.trim().to_owned();
            if typed.chars().count() > LONGEST {
                wrong.add(field, "error-line-long");
            }
            Some(typed).filter(|typed| !typed.is_empty())
        };
        let source = piece("source", &self.source).map(|code| code.to_lowercase());
        let domain = piece("domain", &self.domain);
        let domain = domain.map(|domain| domain.trim_start_matches('@').to_lowercase());
        let name = piece("name", &self.name).map(|name| fold(&name));
        let since = closing::read_beginning(&self.since_on, &self.since_time, zone);
        let since = wrong.take("since_on", since).flatten();
        let until = closing::read(&self.until_on, &self.until_time, zone);
        let until = wrong.take("until_on", until).flatten();
        let condition = Condition {
            because: None,
            source,
            domain,
            name: name.filter(|name| !name.is_empty()),
            since,
            until,
        };
        if wrong.list().is_empty() && condition.is_empty() {
            wrong.add("source", "error-rule-empty");
        }
        wrong.none_or(act.map(|act| (act, condition)))
    }
}

#[derive(Template)]
#[template(path = "signature/moderation/rule.html")]
struct RulePage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    keep_href: String,
    title: &'a str,
    zone: &'a str,
    acts: [&'static str; 3],
    typed: &'a RuleForm,
    errors: Errors,
    is_from_before: bool,
}

fn answer(
    site: &Site,
    actor: &Actor,
    managed: &ManagedPetition,
    typed: &RuleForm,
    said: &NotSaved,
) -> Result {
    let w = actor.words(site);
    let id = managed.petition.id;
    let errors = said.wrong.said(&w);
    page(
        said.status(),
        &RulePage {
            frame: managed
                .console_frame(site, &w, actor, &urls::held(id), w.say("rule-title"))
                .with_errors(!errors.is_empty()),
            w: &w,
            action: urls::new_batch(id),
            keep_href: urls::held(id),
            title: managed.title(actor.lang),
            zone: &managed.petition.time_zone,
            acts: BatchAct::ALL.map(BatchAct::as_str),
            typed,
            errors,
            is_from_before: said.is_from_before,
        },
    )
}

/// Which rule the form begins with, in the address.
#[derive(Debug, Default, Deserialize)]
pub struct RuleQuery {
    /// The key of a batch that was gathered by it.
    #[serde(default)]
    of: String,
}

/// The form: empty, or with the rule of an earlier batch, to be used once more or changed.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`]; 404 for a batch of another petition.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    wanted: Query<RuleQuery>,
) -> Result {
    let managed = ManagedPetition::open(&db, &actor, id, Action::Moderate).await?;
    let typed = match Id::<SignatureBatch>::parse(&wanted.of) {
        Ok(batch) => {
            let found = db.read(move |conn| batches::find(conn, batch)).await?;
            let of_here = found.filter(|batch| batch.petition == id);
            let batch = of_here.ok_or(Error::NOT_FOUND)?;
            RuleForm::of(&batch, &managed.petition.time_zone)
        }
        Err(_) => RuleForm {
            act: BatchAct::Hold.as_str().to_owned(),
            ..RuleForm::default()
        },
    };
    answer(&site, &actor, &managed, &typed, &NotSaved::default())
}

/// Begins to gather, and leads to the page that says how many are meant; nothing is moved yet.
///
/// # Errors
/// As [`get`].
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Petition>>,
    drafted: DraftForm<RuleForm>,
) -> Result {
    let DraftForm {
        actor,
        fields: typed,
        is_from_before,
    } = drafted;
    let managed = ManagedPetition::open(&db, &actor, id, Action::Moderate).await?;
    let (act, condition) = match typed.read(&managed.petition.time_zone) {
        Ok(read) if !is_from_before => read,
        read => {
            let said = NotSaved {
                wrong: read.err().unwrap_or_default(),
                is_stale: false,
                is_from_before,
            };
            return answer(&site, &actor, &managed, &typed, &said);
        }
    };
    let batch = SignatureBatch::begun(id, act, actor.id, site.clock.now());
    let found = Selection::Found(condition);
    let begun = db.write(move |tx| selection::begin(tx, batch, found));
    let begun = begun.await?;
    work::begins(&db, &site.clock, begun).await?;
    Ok(see_other(&urls::batch(begun)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Time;

    #[test]
    fn a_rule_is_read_as_it_is_meant() {
        let typed = RuleForm {
            act: "remove".to_owned(),
            source: " K7 ".to_owned(),
            domain: "@Example.ORG".to_owned(),
            name: "Zoë".to_owned(),
            since_on: "2026-11-21".to_owned(),
            since_time: String::new(),
            until_on: "2026-11-21".to_owned(),
            until_time: "14:30".to_owned(),
        };
        let zone = "America/New_York";
        let (act, rule) = typed.read(zone).unwrap();
        assert_eq!(act, BatchAct::Remove);
        assert_eq!(rule.source.as_deref(), Some("k7"));
        assert_eq!(rule.domain.as_deref(), Some("example.org"));
        assert_eq!(rule.name.as_deref(), Some("zoe"));
        assert_eq!(rule.since, Time::parse("2026-11-21T05:00:00Z").ok());
        assert_eq!(rule.until, Time::parse("2026-11-21T19:30:00Z").ok());
        // it is kept with what it gathered, and comes back as it was read
        let now = Time::from_micros(0);
        let mut batch = SignatureBatch::begun(Id::new(now), BatchAct::Remove, Id::new(now), now);
        batch.condition = Some(rule.clone());
        let again = RuleForm::of(&batch, zone);
        assert_eq!(again.read(zone).ok(), Some((BatchAct::Remove, rule)));
    }

    #[test]
    fn a_rule_that_means_everybody_or_no_time_is_none() {
        let wrong = |put: fn(&mut RuleForm)| {
            let mut typed = RuleForm {
                act: "hold".to_owned(),
                ..RuleForm::default()
            };
            put(&mut typed);
            typed.read("Etc/UTC").is_err()
        };
        assert!(wrong(|_| {}));
        assert!(wrong(|it| it.name = "  ".into()));
        assert!(wrong(|it| it.since_on = "yesterday".into()));
        assert!(wrong(|it| {
            it.until_on = "2026-11-21".into();
            it.until_time = "25:00".into();
        }));
        assert!(wrong(|it| it.domain = "a".repeat(101)));
        assert!(wrong(|it| {
            it.source = "k7".into();
            it.act = "erase".into();
        }));
        assert!(!wrong(|it| it.source = "k7".into()));
    }
}
