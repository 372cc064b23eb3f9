//! POST /organize/petitions/{id}/tags: puts a tag on the signatures that were ticked, or takes it off them, and leads back to the list.

use super::ticked_form::TickedForm;
use crate::account::deed::Deed;
use crate::account::{Action, OrganizerForm};
use crate::base::Id;
use crate::db::{self, Db};
use crate::petition::Petition;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::petition_log::PetitionLog;
use crate::signature::model::read_tag;
use crate::signature::store::search::reindex::reindex;
use crate::signature::store::{read, tags};
use crate::web::answers::answer::see_other;
use crate::web::{PathArg, Result, Site, urls};
use actix_web::web::Data;

/// A word that may stand in an address as it is; anything else leads to the whole list.
fn plain(word: Option<String>) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    word.filter(|word| word.chars().all(is_plain))
        .unwrap_or_default()
}

/// Puts it on, or takes it off.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`]; 422 where nothing is ticked, for what is no tag, and for what no page sends.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Petition>>,
    posted: OrganizerForm<TickedForm>,
) -> Result {
    let OrganizerForm {
        actor,
        fields: mut form,
    } = posted;
    let managed = ManagedPetition::open(&db, &actor, id, Action::Moderate).await?;
    let tag = read_tag(&form.take("tag").unwrap_or_default())?;
    let is_off = form.take("off").is_some();
    let (state, s) = (plain(form.take("state")), plain(form.take("s")));
    form.take("act");
    let ticked = form.ticked()?;
    let log = PetitionLog::of(&managed, &actor, site.clock.now());
    db.write(move |tx| {
        // of this petition, and with a signer still
        let meant = read::by_ids(tx, &ticked)?.into_iter();
        let meant = meant.filter(|one| one.signature.petition == id && one.signer.is_some());
        let meant: Vec<_> = meant.map(|one| one.signature.id).collect();
        match is_off {
            true => tags::take_off(tx, id, &meant, &tag)?,
            false => tags::put(tx, id, &meant, &tag)?,
        }
        reindex(tx, &meant)?;
        log.did_to(tx, Deed::TAGGED, &tag)?;
        Ok::<_, db::Error>(())
    })
    .await?;
    let state = if state.is_empty() { "all" } else { &state };
    Ok(see_other(&urls::signatures_at(id, state, &s, "")))
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn only_plain_words_come_back_into_an_address() {
        let said = |word: &str| plain(Some(word.to_owned()));
        assert_eq!(said("aB3-_"), "aB3-_");
        for word in ["a&b", "a b", "//x", "é", "a\r\nb", "?"] {
            assert_eq!(said(word), "", "{word:?}");
        }
        assert_eq!(plain(None), "");
    }
}
