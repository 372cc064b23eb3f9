//! What the pages of the editor say beside their forms: what is typed and not saved, and earlier versions.

use super::unsaved;
use crate::account::Actor;
use crate::petition::edit::edited_part::EditedPart;
use crate::petition::edit::forms::page_press::PagePress;
use crate::petition::edit::part::EditPart;
use crate::petition::store::kept_copies::KeptCopy;
use crate::web::urls;
use crate::words::Words;

/// What is kept of a page beside what is saved: the same on each page of the editor.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeptWords {
    /// What is typed into the page elsewhere, and not saved.
    pub copies: Vec<CopyLine>,
    /// Where a copy is thrown away.
    pub discard_action: String,
    /// Where earlier versions of the page are, and how many there are.
    pub versions: Option<(String, usize)>,
    /// The key under which the page keeps what is typed.
    pub copy: String,
    /// The revision of the version that stands in the form; empty for none.
    pub restored: String,
}

/// What somebody typed into the page and did not save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyLine {
    /// Whose, and when, in a sentence.
    pub said: String,
    /// Where it is shown.
    pub href: String,
    /// Its key, to throw it away; none of a colleague's.
    pub id: Option<String>,
}

impl EditedPart {
    /// What is kept of the page beside what is saved, for the page that was pressed or shown with this.
    pub(crate) fn kept(&self, actor: &Actor, w: &Words, press: &PagePress) -> KeptWords {
        KeptWords {
            copies: self.offered(actor, w, press),
            discard_action: urls::discard_copy(self.managed.petition.id, &self.part),
            versions: self.versions_href(),
            copy: press.copy.clone(),
            restored: press.restored.clone(),
        }
    }

    /// The copies of this page that are worth offering, but the one that stands in the form: whose, when it was typed, and when the
    /// petition was last saved.
    fn offered(&self, actor: &Actor, w: &Words, press: &PagePress) -> Vec<CopyLine> {
        let word = self.part.to_string();
        let of_page = self.copies.iter().filter(|copy| copy.part == word);
        let offered = of_page
            .filter(|copy| copy.id.to_string() != press.copy)
            .filter(|copy| self.is_unsaved(copy));
        let petition = &self.managed.petition;
        let when = |at| w.date_time(at, &petition.time_zone);
        let line = |copy: &KeptCopy| CopyLine {
            said: w.say3(
                "edit-copy",
                "who",
                self.names.get(&copy.by).map_or("", String::as_str),
                "typed",
                when(copy.kept_at),
                "saved",
                when(petition.updated_at),
            ),
            href: self.here_with(&format!("copy={}", copy.id)),
            id: (copy.by == actor.id).then(|| copy.id.to_string()),
        };
        offered.map(line).collect()
    }

    /// Whether a copy holds something that its page has not.
    pub(crate) fn is_unsaved(&self, copy: &KeptCopy) -> bool {
        let part = EditPart::parse(&copy.part);
        part.is_some_and(|part| unsaved::is_worth_offering(&self.saved(part), &self.versions, copy))
    }

    fn versions_href(&self) -> Option<(String, usize)> {
        let word = self.part.to_string();
        let of_page = self.versions.iter().filter(|version| version.part == word);
        let count = of_page.count();
        (count > 0).then(|| {
            let href = urls::edit_versions(self.managed.petition.id, &self.part);
            (href, count)
        })
    }
}
