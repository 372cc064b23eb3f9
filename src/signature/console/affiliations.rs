//! GET and POST /organize/petitions/{id}/affiliations: schools and employers as signers wrote them, and the headings that organizers put
//! spellings under. What a signer wrote is shown and exported as it was written, whatever heading it stands under.
//!
//! Every page is a seek in an index. What looks alike is looked for among the spellings of this petition alone.

use super::spelling_doors::open;
use crate::account::deed::Deed;
use crate::account::{Actor, OrganizerForm};
use crate::base::{Cursor, Id, Line, Page, fold};
use crate::db::{self, Conn, Db, Tx};
use crate::petition::Petition;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::petition_log::PetitionLog;
use crate::signature::store::affiliations::list::{self, AffiliationLine, LinePlace, Lines};
use crate::signature::store::affiliations::look::alike;
use crate::signature::store::affiliations::merge::{self, Chosen, Heading, MOST, Merge, TITLE};
use crate::web::answers::answer::{private_page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{Fields, Named, PathArg, Result, Site, TextField, WrongFields, by_name, urls};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;

/// Lines of a page.
const SIZE: usize = 100;
/// One more, which says that there is a next page.
const LOOK: i64 = 101;
/// Suggestions of a page, and spellings that are looked at for them.
const SUGGESTED: usize = 10;
const LOOKED_AT: i64 = 500;
/// Spellings of one suggestion.
const TOGETHER: usize = 50;
/// Most characters that are looked for.
const WORDS: usize = 200;

/// What is asked for, and what was just done.
#[derive(Debug, Default, Deserialize)]
pub struct AffiliationsQuery {
    #[serde(default)]
    q: String,
    #[serde(default)]
    after: String,
    #[serde(default)]
    merged: Option<u32>,
    #[serde(default)]
    merge: String,
    #[serde(default)]
    undone: Option<u32>,
}

/// What the form sends: a title, what was looked for, and each line that is ticked.
#[derive(Debug, Default)]
pub struct MergeForm {
    title: String,
    q: String,
    after: String,
    /// How many were told to begin so, where all of them are meant.
    all: Option<String>,
    lines: BTreeMap<String, String>,
}

impl<'de> Deserialize<'de> for MergeForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        by_name(from)
    }
}

impl Named for MergeForm {
    fn put(&mut self, name: &str, value: String) -> bool {
        match name {
            "title" => self.title = value,
            "q" => self.q = value,
            "after" => self.after = value,
            "all" => self.all = Some(value),
            name if name.starts_with("line-") && self.lines.len() < SIZE => {
                self.lines.insert(name.to_owned(), value);
            }
            _ => return false,
        }
        true
    }
}

impl Fields for MergeForm {
    const TEXTS: &'static [TextField] = &[TextField::one("title", "spellings-heading", TITLE)];
    const MORE: usize = 512 * 1024;
}

impl MergeForm {
    /// The lines that are ticked.
    fn chosen(&self) -> Chosen {
        let of = |mark: &str| {
            let lines = self.lines.values();
            // No spelling holds NUL, and PostgreSQL cannot even be asked for it.
            let lines = lines.filter(|line| !line.contains('\0'));
            let these = lines.filter_map(|line| line.strip_prefix(mark));
            these.map(str::to_owned).collect()
        };
        Chosen::Lines {
            spellings: of("s:"),
            headings: of("h:"),
        }
    }

    fn is_ticked(&self, line: &AffiliationLine) -> bool {
        let value = value(line);
        self.lines.values().any(|ticked| *ticked == value)
    }
}

/// How a line is called in the form.
fn value(line: &AffiliationLine) -> String {
    let mark = if line.is_heading { 'h' } else { 's' };
    format!("{mark}:{}", line.key)
}

/// One line of the table.
struct LineRow {
    value: String,
    title: String,
    signers: i64,
    is_ticked: bool,
    href: Option<String>,
}

/// Lines that look alike, and what they would be called.
struct Suggestion {
    title: String,
    /// The lines, as the form names them.
    values: Vec<String>,
    /// Each with how many wrote it.
    written: Vec<(String, i64)>,
}

#[derive(Template)]
#[template(path = "signature/console/affiliations.html")]
struct AffiliationsPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    name: &'a str,
    action: String,
    undo_action: String,
    q: &'a str,
    after: &'a str,
    title: &'a str,
    rows: Vec<LineRow>,
    suggestions: Vec<Suggestion>,
    /// How many spellings begin so, where something is looked for.
    found: Option<i64>,
    /// Whether those are more than one press takes.
    is_too_many: bool,
    /// How many spellings were put under a heading just now, and by which press.
    merged: Option<(u32, String)>,
    undone: Option<u32>,
    next: Option<String>,
    errors: Errors,
}

/// What the page is made of.
struct Looked {
    page: Page<AffiliationLine>,
    alike: Vec<(String, AffiliationLine)>,
    found: Option<i64>,
}

/// Where a cursor stands; none where its word came from elsewhere.
fn place(cursor: &Cursor) -> Option<LinePlace> {
    match cursor.key() {
        [size, mark, key] if !key.contains('\0') => {
            Some((size.parse().ok()?, mark == "h", key.clone()))
        }
        _ => None,
    }
}

fn look(
    conn: &mut Conn,
    petition: Id<Petition>,
    words: &str,
    from: Option<&Cursor>,
) -> db::Result<Looked> {
    let which = match words {
        "" => Lines::Largest(from.and_then(place)),
        words => Lines::Beginning(words.to_owned()),
    };
    let found = list::lines(conn, petition, &which, LOOK)?;
    let page = Page::cut(found, SIZE, None, |line| {
        let mark = if line.is_heading { "h" } else { "s" };
        vec![line.signers.to_string(), mark.to_owned(), line.key.clone()]
    });
    let mut looks: Vec<_> = page.rows.iter().map(|line| alike(&line.key)).collect();
    looks.sort_unstable();
    looks.dedup();
    Ok(Looked {
        alike: list::alike(conn, petition, &looks, LOOKED_AT)?,
        found: match words {
            "" => None,
            words => Some(counted(conn, petition, words)?),
        },
        page,
    })
}

/// How many spellings that stand alone begin so, one more than is taken at most.
fn counted(conn: &mut Conn, petition: Id<Petition>, words: &str) -> db::Result<i64> {
    let found = list::beginning(conn, petition, words, MOST + 1)?;
    Ok(i64::try_from(found.len()).unwrap_or(MOST))
}

/// What looks alike: spellings among each other, and those that look like a heading of the page.
fn suggestions(looked: &Looked) -> Vec<Suggestion> {
    let mut groups: BTreeMap<&str, Vec<&AffiliationLine>> = BTreeMap::new();
    let headings: Vec<_> = looked
        .page
        .rows
        .iter()
        .filter(|line| line.is_heading)
        .collect();
    let looks: Vec<_> = headings.iter().map(|line| alike(&line.key)).collect();
    for (look, heading) in looks.iter().zip(headings) {
        groups.entry(look).or_default().push(heading);
    }
    for (look, line) in &looked.alike {
        groups.entry(look).or_default().push(line);
    }
    let mut groups: Vec<_> = groups
        .into_values()
        .filter(|lines| lines.len() > 1)
        .collect();
    let signers = |lines: &Vec<&AffiliationLine>| lines.iter().map(|line| line.signers).sum();
    groups.sort_by_key(|lines| std::cmp::Reverse::<i64>(signers(lines)));
    let suggestion = |mut lines: Vec<&AffiliationLine>| {
        lines.truncate(TOGETHER);
        let first = lines.first()?;
        Some(Suggestion {
            title: first.title.clone(),
            values: lines.iter().map(|line| value(line)).collect(),
            written: lines
                .iter()
                .map(|line| (line.title.clone(), line.signers))
                .collect(),
        })
    };
    groups
        .into_iter()
        .filter_map(suggestion)
        .take(SUGGESTED)
        .collect()
}

async fn answer(
    (site, db): (&Site, &Db),
    actor: &Actor,
    managed: &ManagedPetition,
    typed: &MergeForm,
    done: &AffiliationsQuery,
    wrong: Option<WrongFields>,
) -> Result {
    let id = managed.petition.id;
    let q: String = typed.q.trim().chars().take(WORDS).collect();
    let words = fold(&q);
    let from = Cursor::asked(&typed.after)?;
    let asked = words.clone();
    let looked = db
        .read(move |conn| look(conn, id, &asked, from.as_ref()))
        .await?;
    let w = actor.words(site);
    let errors = wrong.map_or_else(Errors::none, |wrong| wrong.said(&w));
    let here = urls::affiliations(id);
    let next = looked.page.next.as_ref().filter(|_| words.is_empty());
    let suggestions = suggestions(&looked);
    let rows = looked.page.rows.into_iter().map(|line| LineRow {
        value: value(&line),
        is_ticked: typed.is_ticked(&line),
        href: line.is_heading.then(|| urls::heading(id, &line.key)),
        title: line.title,
        signers: line.signers,
    });
    let merge = Id::<Merge>::parse(&done.merge).ok();
    private_page(
        errors.status(),
        &AffiliationsPage {
            frame: managed
                .console_frame(
                    site,
                    &w,
                    actor,
                    &urls::overview(id),
                    w.say("spellings-title"),
                )
                .with_errors(!errors.is_empty()),
            w: &w,
            name: managed.title(actor.lang),
            action: here,
            undo_action: urls::undo_merge(id),
            q: &q,
            after: &typed.after,
            title: &typed.title,
            rows: rows.collect(),
            suggestions,
            found: looked.found.filter(|found| *found <= MOST),
            is_too_many: looked.found.is_some_and(|found| found > MOST),
            merged: done.merged.zip(merge.map(|id| id.to_string())),
            undone: done.undone,
            next: next.map(|next| urls::affiliations_at(id, "", Some(next))),
            errors,
        },
    )
}

/// The page.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`]; 404 where signing may put people in danger; 422 for a place in the list that is none.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    asked: Query<AffiliationsQuery>,
) -> Result {
    let managed = open(&db, &actor, id).await?;
    let done = asked.into_inner();
    let typed = MergeForm {
        q: done.q.clone(),
        after: done.after.clone(),
        ..MergeForm::default()
    };
    answer((&site, &db), &actor, &managed, &typed, &done, None).await
}

/// Why nothing was put under a heading.
#[derive(Debug, thiserror::Error)]
pub enum MergeRefused {
    /// Others begin so by now than were told of.
    #[error("there are others by now")]
    Others,
    /// None of what was chosen is there any more.
    #[error("nothing is left of it")]
    Nothing,
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
}

/// Puts what was chosen under the heading; how many spellings that were. `told` is how many were told to begin so, where all of them
/// are meant.
///
/// # Errors
/// [`MergeRefused`]; nothing is changed then.
pub fn merge(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    id: Id<Merge>,
    (chosen, told): (&Chosen, Option<i64>),
    heading: &Heading,
) -> std::result::Result<i64, MergeRefused> {
    if let (Chosen::Beginning(words), Some(told)) = (chosen, told)
        && counted(tx, petition, words)? != told
    {
        return Err(MergeRefused::Others);
    }
    merge::merge(tx, petition, id, chosen, heading)?.ok_or(MergeRefused::Nothing)
}

/// Puts spellings under a heading, or gives the form back with what is wrong.
///
/// # Errors
/// As [`get`].
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Petition>>,
    form: OrganizerForm<MergeForm>,
) -> Result {
    let OrganizerForm {
        actor,
        fields: typed,
    } = form;
    let managed = open(&db, &actor, id).await?;
    let words = fold(typed.q.trim());
    let told = typed.all.as_ref().map(|told| told.parse().unwrap_or(-1));
    let chosen = match told {
        Some(_) if !words.is_empty() => Chosen::Beginning(words),
        _ => typed.chosen(),
    };
    let mut wrong = WrongFields::default();
    let title = Line::<TITLE>::optional(&typed.title);
    let title = wrong.need("title", title, "spellings-wrong-title");
    let heading = title.and_then(|title| {
        let heading = Heading::new(&title);
        if heading.is_none() {
            wrong.add("title", "spellings-wrong-title");
        }
        heading
    });
    let is_empty = matches!(&chosen, Chosen::Lines { spellings, headings }
        if spellings.is_empty() && headings.is_empty());
    if is_empty {
        wrong.add("lines", "spellings-wrong-none");
    }
    let again = async |wrong| {
        let done = AffiliationsQuery::default();
        answer((&site, &db), &actor, &managed, &typed, &done, Some(wrong)).await
    };
    let Some(heading) = heading.filter(|_| !is_empty) else {
        return again(wrong).await;
    };
    let now = site.clock.now();
    let merge_id = Id::<Merge>::new(now);
    let log = PetitionLog::of(&managed, &actor, now);
    let merged = db.write(move |tx| {
        let n = merge(tx, id, merge_id, (&chosen, told), &heading)?;
        // The number alone: a heading may be what a signer wrote, and the log is kept for long.
        log.did_to(tx, Deed::MERGED, &n.to_string())?;
        Ok::<_, MergeRefused>(n)
    });
    match merged.await {
        Ok(n) => {
            let here = urls::affiliations(id);
            Ok(see_other(&format!("{here}?merged={n}&merge={merge_id}")))
        }
        Err(MergeRefused::Others) => {
            again(WrongFields::one("lines", "spellings-wrong-others")).await
        }
        Err(MergeRefused::Nothing) => {
            again(WrongFields::one("lines", "spellings-wrong-gone")).await
        }
        Err(MergeRefused::Fault(fault)) => Err(fault.into()),
    }
}
