//! What organizers can do with a petition, as its overview offers it.

use crate::account::{Action, Actor};
use crate::petition::Phase;
use crate::petition::managed_petition::ManagedPetition;
use crate::web::urls;

/// What can be done, as far as the actor may.
pub(crate) struct PetitionAction {
    pub(crate) key: &'static str,
    pub(crate) href: String,
    pub(crate) is_first: bool,
    /// Whether it ends something, and stands apart from the others.
    pub(crate) is_end: bool,
}

/// All of it, in the order of the page; `may_reopen` says whether details are still kept long enough for that.
pub(crate) fn acts(
    actor: &Actor,
    managed: &ManagedPetition,
    phase: Phase,
    may_reopen: bool,
) -> Vec<PetitionAction> {
    let petition = &managed.petition;
    let id = petition.id;
    let may = |action| actor.allow(action, petition.organization).is_ok();
    let is_draft = phase == Phase::Draft;
    let is_shown = !matches!(phase, Phase::Draft | Phase::Removed);
    let is_over = matches!(phase, Phase::Closed | Phase::Removed);
    let may_end = may(Action::ClosePetition);
    let all = [
        (
            "console-view",
            urls::petition(None, &petition.slug),
            is_shown,
        ),
        ("overview-share", urls::share_kit(id), is_shown),
        (
            "console-preview",
            urls::preview(id, petition.lang),
            is_draft,
        ),
        (
            "console-edit",
            urls::edit_petition(id),
            !is_over && may(Action::EditPetition),
        ),
        (
            "console-export",
            urls::export(id),
            !is_draft && may(Action::ExportSigners),
        ),
        (
            "template-button",
            urls::petition_template(id),
            may(Action::CreatePetition),
        ),
        (
            "console-publish",
            urls::publish_petition(id),
            is_draft && may(Action::PublishPetition),
        ),
        (
            "resume-button",
            urls::resume_petition(id),
            phase == Phase::Paused && may_end,
        ),
        (
            "pause-button",
            urls::pause_petition(id),
            matches!(phase, Phase::Open | Phase::Coming) && may_end,
        ),
        (
            "console-close",
            urls::close_petition(id),
            is_shown && !is_over && may_end,
        ),
        (
            "close-outcome-title",
            urls::close_petition(id),
            phase == Phase::Closed && may_end,
        ),
        (
            "reopen-button",
            urls::reopen_petition(id),
            may_reopen && may_end,
        ),
        (
            "remove-button",
            urls::remove_petition(id),
            is_shown && may_end,
        ),
        (
            "delete-button",
            urls::delete_petition(id),
            is_draft && may(Action::DeleteDraft),
        ),
        (
            match petition.archived_at {
                None => "archive-button",
                Some(_) => "unarchive-button",
            },
            urls::archive_petition(id),
            phase == Phase::Removed && may_end,
        ),
    ];
    all.into_iter()
        .filter(|(_, _, is_there)| *is_there)
        .map(|(key, href, _)| PetitionAction {
            key,
            href,
            is_first: match phase {
                Phase::Draft | Phase::Paused => matches!(key, "console-publish" | "resume-button"),
                _ => key == "overview-share" && !is_over,
            },
            is_end: matches!(key, "console-close" | "remove-button" | "delete-button"),
        })
        .collect()
}
