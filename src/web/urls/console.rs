//! What organizers work on.

use crate::base::{Cursor, Id, Lang};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use std::fmt::Display;

/// The organizers' first page: all petitions.
#[must_use]
pub fn console() -> String {
    "/organize".to_owned()
}

/// The messages caught in development.
pub(crate) const CAPTURED_MAILS: &str = "/dev/mail";

/// A message caught in development.
#[must_use]
pub(crate) fn captured_mail(name: &str) -> String {
    format!("{CAPTURED_MAILS}/{name}")
}

/// Begins a petition.
#[must_use]
pub(crate) fn new_petition() -> String {
    "/organize/petitions/new".to_owned()
}

/// A petition's overview in the console.
#[must_use]
pub fn overview<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}")
}

/// A petition's editor.
#[must_use]
pub fn edit_petition<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/edit")
}

/// One page of it: a language, or the word of a page.
#[must_use]
pub fn edit_part<T>(id: Id<T>, part: &impl Display) -> String {
    format!("/organize/petitions/{id}/edit/{part}")
}

/// Throws away what was typed into a page of the editor and not saved.
#[must_use]
pub(crate) fn discard_copy<T>(id: Id<T>, part: &impl Display) -> String {
    format!("/organize/petitions/{id}/edit/{part}/discard")
}

/// What a page of the editor held earlier.
#[must_use]
pub(crate) fn edit_versions<T>(id: Id<T>, part: &impl Display) -> String {
    format!("/organize/petitions/{id}/edit/{part}/versions")
}

/// The picture of a petition, with what is said of it.
#[must_use]
pub fn edit_picture<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/picture")
}

/// Asks before the picture is taken off.
#[must_use]
pub fn remove_picture<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/picture/remove")
}

/// One file of it, for its organizers.
#[must_use]
pub fn own_picture<T>(id: Id<T>, sha256: &str) -> String {
    format!("/organize/petitions/{id}/picture/{sha256}.jpg")
}

/// A petition's page as visitors would see it in this language.
#[must_use]
pub fn preview<T>(id: Id<T>, lang: Lang) -> String {
    format!("/organize/petitions/{id}/preview?lang={lang}")
}

/// What is still missing, and the button that opens a petition.
#[must_use]
pub fn publish_petition<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/publish")
}

/// Ends a petition, and says how.
#[must_use]
pub fn close_petition<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/close")
}

/// Asks before signing is paused.
#[must_use]
pub fn pause_petition<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/pause")
}

/// Asks before a draft is made after a petition there is.
#[must_use]
pub fn petition_template<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/template")
}

/// Asks before a paused petition goes on.
#[must_use]
pub fn resume_petition<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/resume")
}

/// Asks before a petition is taken down for good.
#[must_use]
pub fn remove_petition<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/remove")
}

/// Asks before a closed petition is opened again.
#[must_use]
pub fn reopen_petition<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/reopen")
}

/// Asks before a draft is deleted.
#[must_use]
pub fn delete_petition<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/delete")
}

/// Asks before what was taken down is put out of the list, or back into it.
#[must_use]
pub fn archive_petition<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/archive")
}

/// The petitions that were put out of the list.
#[must_use]
pub(crate) fn archived() -> String {
    "/organize?archived=true".to_owned()
}

/// What signers of a petition pass on.
#[must_use]
pub fn share_texts<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/messages")
}

/// Links that organizers give out.
#[must_use]
pub fn links<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/links")
}

/// One of them, by its code.
#[must_use]
pub fn source_link<T>(id: Id<T>, code: &str) -> String {
    format!("/organize/petitions/{id}/links/{code}")
}

/// Groups whose sites carry the form.
#[must_use]
pub fn partners<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/partners")
}

/// Adds one.
#[must_use]
pub fn new_partner<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/new-partner")
}

/// One of them, by its code.
#[must_use]
pub fn partner<T>(id: Id<T>, code: &str) -> String {
    format!("/organize/petitions/{id}/partners/{code}")
}

/// Where the mailbox of a partner is named.
#[must_use]
pub fn partner_contact<T>(id: Id<T>, code: &str) -> String {
    format!("/organize/petitions/{id}/partners/{code}/contact")
}

/// Where a link or a partner is paused, taken up again or deleted.
#[must_use]
pub fn source_state<T>(id: Id<T>, code: &str) -> String {
    format!("/organize/petitions/{id}/sources/{code}")
}

/// What organizers send on, print and hang up of a petition.
#[must_use]
pub fn share_kit<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/share")
}

/// The code that puts a petition into pages of other sites; `query` is what stands behind the `?`.
#[must_use]
pub fn embed_code<T>(id: Id<T>, query: &str) -> String {
    match query {
        "" => format!("/organize/petitions/{id}/embed"),
        query => format!("/organize/petitions/{id}/embed?{query}"),
    }
}

/// The same right after it was published.
#[must_use]
pub fn share_kit_new<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/share?new=true")
}

/// The code of a petition's link as SVG.
#[must_use]
pub fn qr_svg<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/qr.svg")
}

/// The same as PNG.
#[must_use]
pub fn qr_png<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/qr.png")
}

/// The code of a link that says by what its readers come, as SVG.
#[must_use]
pub(crate) fn qr_svg_via<T>(id: Id<T>, via: &str) -> String {
    format!("/organize/petitions/{id}/qr.svg?via={via}")
}

/// The same as PNG.
#[must_use]
pub(crate) fn qr_png_via<T>(id: Id<T>, via: &str) -> String {
    format!("/organize/petitions/{id}/qr.png?via={via}")
}

/// The same as a page of PDF on this paper.
#[must_use]
pub fn qr_pdf<T>(id: Id<T>, paper: &str) -> String {
    format!("/organize/petitions/{id}/qr.pdf?paper={paper}")
}

/// A poster to print: in which form, and in which language where one was chosen.
#[must_use]
pub fn poster<T>(id: Id<T>, form: &str, lang: Option<Lang>) -> String {
    let lang = lang.map_or_else(String::new, |lang| format!("&lang={lang}"));
    format!("/organize/petitions/{id}/poster?form={form}{lang}")
}

/// The same as a PDF on this paper, with the word that its code says where one was chosen.
#[must_use]
pub fn poster_pdf<T>(
    id: Id<T>,
    form: &str,
    paper: &str,
    lang: Option<Lang>,
    via: Option<&str>,
) -> String {
    let lang = lang.map_or_else(String::new, |lang| format!("&lang={lang}"));
    let via = via.map_or_else(String::new, |via| format!("&via={via}"));
    format!("/organize/petitions/{id}/poster.pdf?form={form}&paper={paper}{lang}{via}")
}

/// What happens next, as organizers write it.
#[must_use]
pub fn dated_steps<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/steps")
}

/// What organizers ask on the form in words of their own.
#[must_use]
pub fn questions<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/questions")
}

/// Begins a question.
#[must_use]
pub fn new_question<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/new-question")
}

/// One of these questions.
#[must_use]
pub fn question<T>(id: Id<T>, number: i16) -> String {
    format!("/organize/petitions/{id}/questions/{number}")
}

/// The same as it is said in a language.
#[must_use]
pub fn question_in<T>(id: Id<T>, number: i16, lang: Lang) -> String {
    format!("/organize/petitions/{id}/questions/{number}?lang={lang}")
}

/// A petition's updates in the console.
#[must_use]
pub fn updates<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/updates")
}

/// Begins an update.
#[must_use]
pub fn new_update<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/updates/new")
}

/// An update's editor.
#[must_use]
pub fn edit_update<T>(id: Id<T>) -> String {
    format!("/organize/updates/{id}")
}

/// An update as everybody would read it.
#[must_use]
pub fn preview_update<T>(id: Id<T>) -> String {
    format!("/organize/updates/{id}/preview")
}

/// Asks before an update is published.
#[must_use]
pub fn publish_update<T>(id: Id<T>) -> String {
    format!("/organize/updates/{id}/publish")
}

/// Asks before an update is taken back.
#[must_use]
pub fn take_back_update<T>(id: Id<T>) -> String {
    format!("/organize/updates/{id}/take-back")
}

/// A petition's reasons to read.
#[must_use]
pub fn reasons<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/reasons")
}

/// Its reasons of one state: many on a page or one at a time, from where on.
#[must_use]
pub(crate) fn reasons_at<T>(id: Id<T>, state: &str, many: bool, after: Option<&Cursor>) -> String {
    let mut address = format!("/organize/petitions/{id}/reasons?state={state}");
    if many {
        address.push_str("&many=1");
    }
    if let Some(after) = after {
        address.push_str(&format!("&after={after}"));
    }
    address
}

/// Schools and employers of a petition's signers.
#[must_use]
pub fn affiliations<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/affiliations")
}

/// Those that begin so, from where on.
#[must_use]
pub(crate) fn affiliations_at<T>(id: Id<T>, q: &str, after: Option<&Cursor>) -> String {
    let q = utf8_percent_encode(q, NON_ALPHANUMERIC);
    let after = after.map_or_else(String::new, |after| format!("&after={after}"));
    format!("/organize/petitions/{id}/affiliations?q={q}{after}")
}

/// Takes back that spellings were put under a heading.
#[must_use]
pub fn undo_merge<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/affiliations/undo")
}

/// What stands under a heading, by its folded title.
#[must_use]
pub fn heading<T>(id: Id<T>, key: &str) -> String {
    let key = utf8_percent_encode(key, NON_ALPHANUMERIC);
    format!("/organize/petitions/{id}/affiliations/heading?key={key}")
}

/// The same behind one of its spellings.
#[must_use]
pub(crate) fn heading_behind<T>(id: Id<T>, key: &str, behind: &str) -> String {
    let behind = utf8_percent_encode(behind, NON_ALPHANUMERIC);
    format!("{}&behind={behind}", heading(id, key))
}

/// A petition's organizations.
#[must_use]
pub fn organizations<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/organizations")
}

/// Those of one state, from where on.
#[must_use]
pub(crate) fn organizations_at<T>(id: Id<T>, state: &str, after: Option<&Cursor>) -> String {
    let after = after.map_or_else(String::new, |after| format!("&after={after}"));
    format!("/organize/petitions/{id}/organizations?state={state}{after}")
}

/// The logo of one, for its organizers.
#[must_use]
pub fn organization_logo<T>(id: Id<T>) -> String {
    format!("/organize/organizations/{id}/logo.png")
}

/// A page of a petition's signatures: which ones, narrowed down to what and from where on, both sealed; empty for everything and for the
/// beginning.
#[must_use]
pub fn signatures_at<T>(id: Id<T>, state: &str, narrowed: &str, after: &str) -> String {
    let mut address = format!("/organize/petitions/{id}/signatures?state={state}");
    for (name, word) in [("s", narrowed), ("after", after)] {
        if !word.is_empty() {
            address.push_str(&format!("&{name}={word}"));
        }
    }
    address
}

/// The same with a range of its chart.
#[must_use]
pub fn overview_chart<T>(id: Id<T>, range: &str) -> String {
    format!("/organize/petitions/{id}?chart={range}")
}
