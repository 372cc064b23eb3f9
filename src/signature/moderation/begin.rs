//! POST /organize/petitions/{id}/batches: takes the signatures that were ticked, or a group that is held, and leads to the page that says
//! what would become of them. Nothing is moved yet.

use super::selection::{self, Selection};
use super::work;
use crate::account::{Action, OrganizerForm};
use crate::base::Id;
use crate::db::Db;
use crate::petition::Petition;
use crate::petition::managed_petition::ManagedPetition;
use crate::signature::batch::{BatchAct, SignatureBatch};
use crate::signature::condition::Condition;
use crate::signature::model::Reason;
use crate::web::answers::answer::see_other;
use crate::web::{Error, Fields, Named, PathArg, Result, Site, by_name, urls};
use actix_web::web::Data;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;

/// Most signatures that can be ticked: a page of them.
const MOST: usize = 100;

/// What the buttons send: `act`, and `because` for a group that is held, or `s-` and the key of each signature that was ticked.
#[derive(Debug, Default)]
pub struct BeginForm(BTreeMap<String, String>);

impl<'de> Deserialize<'de> for BeginForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        by_name(from)
    }
}

impl Named for BeginForm {
    fn put(&mut self, name: &str, value: String) -> bool {
        self.0.insert(name.to_owned(), value).is_none()
    }
}

impl Fields for BeginForm {}

impl BeginForm {
    fn read(mut self) -> std::result::Result<(BatchAct, Selection), Error> {
        let act = self.0.remove("act").and_then(|act| BatchAct::parse(&act));
        let act = act.ok_or(Error::UNPROCESSABLE)?;
        if let Some(because) = self.0.remove("because") {
            let mut reasons = Reason::ALL.into_iter();
            let because = reasons.find(|one| one.as_str() == because);
            let because = because.ok_or(Error::UNPROCESSABLE)?;
            return Ok((act, Selection::Found(Condition::held(because))));
        }
        let ticked = self.0.keys().map(|name| {
            let key = name.strip_prefix("s-")?;
            Id::parse(key).ok()
        });
        let ticked: Option<Vec<_>> = ticked.collect();
        let ticked = ticked.filter(|ticked| ticked.len() <= MOST);
        match ticked.ok_or(Error::UNPROCESSABLE)? {
            none if none.is_empty() => Err(Error::UNPROCESSABLE.saying("batch-none-ticked")),
            ticked => Ok((act, Selection::Ticked(ticked))),
        }
    }
}

/// Begins it, and leads to its page.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`]; 422 where nothing is ticked, and for what no page sends.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Petition>>,
    form: OrganizerForm<BeginForm>,
) -> Result {
    ManagedPetition::open(&db, &form.actor, id, Action::Moderate).await?;
    let (act, selection) = form.fields.read()?;
    let batch = SignatureBatch::begun(id, act, form.actor.id, site.clock.now());
    let begun = db.write(move |tx| selection::begin(tx, batch, selection));
    let begun = begun.await?;
    work::begins(&db, &site.clock, begun).await?;
    Ok(see_other(&urls::batch(begun)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signature::model::Signature;

    fn read(fields: &[(&str, &str)]) -> Option<(BatchAct, Selection)> {
        let mut form = BeginForm::default();
        for (name, value) in fields {
            assert!(form.put(name, (*value).to_owned()));
        }
        form.read().ok()
    }

    #[test]
    fn what_no_page_sends_is_refused() {
        let id: Id<Signature> = Id::from_bytes([7; 16]);
        let tick = format!("s-{id}");
        let ticked = (BatchAct::Hold, Selection::Ticked(vec![id]));
        assert_eq!(read(&[("act", "hold"), (&tick, "1")]), Some(ticked));
        let held = Selection::Found(Condition::held(Reason::Score));
        assert_eq!(
            read(&[("act", "count"), ("because", "score")]),
            Some((BatchAct::Count, held))
        );
        for wrong in [
            vec![],
            vec![("act", "hold")],
            vec![("act", "erase"), (&tick, "1")],
            vec![("act", "hold"), ("s-", "1")],
            vec![("act", "hold"), ("t-1", "1")],
            vec![("act", "count"), ("because", "weather")],
            vec![(tick.as_str(), "1")],
        ] {
            assert_eq!(read(&wrong), None, "{wrong:?}");
        }
        let many: Vec<_> = (0..=MOST)
            .map(|n| {
                format!(
                    "s-{}",
                    Id::<Signature>::from_bytes([u8::try_from(n).unwrap(); 16])
                )
            })
            .collect();
        let mut fields: Vec<_> = many.iter().map(|name| (name.as_str(), "1")).collect();
        fields.push(("act", "hold"));
        assert_eq!(read(&fields), None);
        fields.remove(0);
        assert!(read(&fields).is_some());
    }
}
