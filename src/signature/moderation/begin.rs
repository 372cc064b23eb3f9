//! POST /organize/petitions/{id}/batches: takes the signatures that were ticked, or a group that is held, and leads to the page that says
//! what would become of them. Nothing is moved yet.

use super::selection::{self, Selection};
use super::ticked_form::TickedForm;
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
use crate::web::{Error, PathArg, Result, Site, urls};
use actix_web::web::Data;

fn read(mut form: TickedForm) -> std::result::Result<(BatchAct, Selection), Error> {
    let act = form.take("act").and_then(|act| BatchAct::parse(&act));
    let act = act.ok_or(Error::UNPROCESSABLE)?;
    if let Some(because) = form.take("because") {
        let mut reasons = Reason::ALL.into_iter();
        let because = reasons.find(|one| one.as_str() == because);
        let because = because.ok_or(Error::UNPROCESSABLE)?;
        return Ok((act, Selection::Found(Condition::held(because))));
    }
    Ok((act, Selection::Ticked(form.ticked()?)))
}

/// Begins it, and leads to its page.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`]; 422 where nothing is ticked, and for what no page sends.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Petition>>,
    form: OrganizerForm<TickedForm>,
) -> Result {
    ManagedPetition::open(&db, &form.actor, id, Action::Moderate).await?;
    let (act, selection) = read(form.fields)?;
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
    use crate::signature::moderation::ticked_form::MOST;
    use crate::web::Named;

    fn read(fields: &[(&str, &str)]) -> Option<(BatchAct, Selection)> {
        let mut form = TickedForm::default();
        for (name, value) in fields {
            assert!(form.put(name, (*value).to_owned()));
        }
        super::read(form).ok()
    }

    #[test]
    fn what_no_page_sends_is_refused() {
        let id: Id<Signature> = Id::from_bytes([7; 16]);
        let tick = format!("s-{id}");
        let ticked = (BatchAct::Hold, Selection::Ticked(vec![id]));
        assert_eq!(read(&[("act", "hold"), (&tick, "1")]), Some(ticked.clone()));
        // what the page has for its other button is passed over
        let beside = [
            ("act", "hold"),
            (&tick, "1"),
            ("tag", "x"),
            ("state", "all"),
            ("s", ""),
        ];
        assert_eq!(read(&beside), Some(ticked));
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
