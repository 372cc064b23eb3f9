//! What is put into the form of a page of the editor in the place of what is saved: what somebody typed and did not save, or an earlier
//! version.

use crate::account::Actor;
use crate::base::Id;
use crate::db::Db;
use crate::petition::edit::edited_part::EditedPart;
use crate::petition::edit::forms::page_press::PagePress;
use crate::petition::store::kept_copies::KeptCopy;
use crate::petition::store::petition_versions::{self, PageFields};
use crate::web::{Error, Site};
use serde::Deserialize;

/// What stands in the form, in the address, so that the page can be reloaded.
#[derive(Debug, Default, Deserialize)]
pub struct EditQuery {
    /// It was saved just now.
    #[serde(default)]
    pub(crate) saved: bool,
    /// The key of what is typed and not saved.
    #[serde(default)]
    copy: String,
    /// The revision of an earlier version of the page.
    #[serde(default)]
    version: String,
}

/// What the form begins with.
pub(crate) struct TakenUp {
    /// The fields that take the place of what is saved, and the revision they were typed over; none where what is saved stands.
    pub(crate) fields: Option<PageFields>,
    /// The revision that was looked at when they were typed.
    pub(crate) revision: String,
    /// Under which key the page keeps what is typed from now on, and which version it takes up.
    pub(crate) press: PagePress,
    /// What it is, in a sentence.
    pub(crate) said: Option<String>,
}

impl EditedPart {
    /// What stands in a field of the copy that the address asks for; none where there is no such copy, or no such field.
    pub(crate) fn kept_field(&self, wanted: &EditQuery, name: &str) -> Option<&str> {
        let copy = self.copy(wanted)?;
        let mut fields = copy.fields.iter();
        let field = fields.find(|(there, _)| there == name);
        field.map(|(_, value)| value.as_str())
    }

    /// The copy of this page that the address asks for.
    fn copy(&self, wanted: &EditQuery) -> Option<&KeptCopy> {
        let word = self.part.to_string();
        let mut of_page = self.copies.iter().filter(|copy| copy.part == word);
        of_page.find(|copy| copy.id.to_string() == wanted.copy)
    }

    /// Reads what the address asks for.
    ///
    /// # Errors
    /// 404 for a version that there is not.
    pub(crate) async fn taken_up(
        &self,
        site: &Site,
        db: &Db,
        actor: &Actor,
        wanted: &EditQuery,
    ) -> std::result::Result<TakenUp, Error> {
        let petition = &self.managed.petition;
        let mut taken = TakenUp {
            fields: None,
            revision: petition.revision.to_string(),
            press: PagePress {
                copy: Id::<KeptCopy>::new(site.clock.now()).to_string(),
                ..PagePress::default()
            },
            said: None,
        };
        let w = actor.words(site);
        let (id, word, zone) = (petition.id, self.part.to_string(), &petition.time_zone);
        let who = |by: &Id<_>| self.names.get(by).map_or("", String::as_str);
        if let Some(copy) = self.copy(wanted) {
            taken.fields = Some(copy.fields.clone());
            taken.revision = copy.revision.to_string();
            if copy.by == actor.id {
                taken.press.copy = copy.id.to_string();
            }
            let at = w.date_time(copy.kept_at, zone);
            taken.said = Some(w.say2("edit-copy-shown", "who", who(&copy.by), "at", at));
        } else if let Ok(revision) = wanted.version.parse::<i64>() {
            let mut all = self.versions.iter().filter(|one| one.part == word);
            let version = all.find(|one| one.revision == revision);
            let version = version.ok_or(Error::NOT_FOUND)?;
            let found = db.read(move |conn| petition_versions::find(conn, id, &word, revision));
            taken.fields = Some(found.await?.ok_or(Error::NOT_FOUND)?);
            taken.press.restored = revision.to_string();
            let at = w.date_time(version.created_at, zone);
            taken.said = Some(w.say1("edit-version-shown", "at", at));
        }
        Ok(taken)
    }
}
