//! Who may do what: one function, and nothing is allowed that it does not name.

use super::model::Role;

/// Something an organizer may want to do in an organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// See that a petition exists, its texts, drafts too.
    SeePetitions,
    /// Begin a new one.
    CreatePetition,
    /// Change its texts, fields, goal, dates.
    EditPetition,
    /// Show it to the world.
    PublishPetition,
    /// End it, with an outcome; open it again; take it down, and put it out of the list then.
    ClosePetition,
    /// Delete one that nobody has seen.
    DeleteDraft,
    /// See how many signed, and when.
    SeeNumbers,
    /// See the names of signers, without addresses.
    SeeNames,
    /// See signers with their addresses.
    SeeSigners,
    /// Hold, release, remove signatures.
    Moderate,
    /// Put spellings of schools and employers under one heading.
    MergeSpellings,
    /// Take the list.
    ExportSigners,
    /// Change the organization's name and contact address.
    EditOrganization,
    /// Invite and remove members, change their roles; owners excepted.
    ManageMembers,
    /// Make and unmake owners.
    ManageOwners,
    /// Read who did what.
    SeeActivity,
    /// Let programs in, and say where events are sent.
    ManagePrograms,
    /// Make, change and delete webhooks, by which other programs hear of what happens.
    ManageWebhooks,
}

impl Action {
    /// All of them.
    pub const ALL: [Self; 18] = [
        Self::SeePetitions,
        Self::CreatePetition,
        Self::EditPetition,
        Self::PublishPetition,
        Self::ClosePetition,
        Self::DeleteDraft,
        Self::SeeNumbers,
        Self::SeeNames,
        Self::SeeSigners,
        Self::Moderate,
        Self::MergeSpellings,
        Self::ExportSigners,
        Self::EditOrganization,
        Self::ManageMembers,
        Self::ManageOwners,
        Self::SeeActivity,
        Self::ManagePrograms,
        Self::ManageWebhooks,
    ];
}

/// Whether a member of this role may do that. Asked at every request, so that a change of role holds at the next one
/// (ASVS 8.3.2).
#[must_use]
pub fn may(role: Role, action: Action) -> bool {
    use Action as A;
    match role {
        Role::Owner => true,
        Role::Admin => action != A::ManageOwners,
        Role::Editor => matches!(
            action,
            // Whoever may write every word of a draft may take them all away.
            A::SeePetitions | A::SeeNumbers | A::CreatePetition | A::EditPetition | A::DeleteDraft
        ),
        Role::Moderator => matches!(
            action,
            A::SeePetitions | A::SeeNumbers | A::SeeNames | A::Moderate | A::MergeSpellings
        ),
        Role::Analyst => matches!(action, A::SeePetitions | A::SeeNumbers),
        Role::Exporter => matches!(
            action,
            A::SeePetitions | A::SeeNumbers | A::SeeNames | A::SeeSigners | A::ExportSigners
        ),
    }
}

/// Whether a member of this role may make somebody `given`, or take it from somebody who is.
#[must_use]
pub fn may_give(role: Role, given: Role) -> bool {
    let is_owner = given == Role::Owner;
    may(role, Action::ManageMembers) && (!is_owner || may(role, Action::ManageOwners))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_matrix_is_this_one() {
        let mut matrix = String::new();
        for action in Action::ALL {
            let row: String = Role::ALL
                .iter()
                .map(|role| if may(*role, action) { " x" } else { " -" })
                .collect();
            matrix.push_str(&format!("{:<17}{row}\n", format!("{action:?}")));
        }
        // columns: owner, admin, editor, moderator, analyst, exporter
        insta::assert_snapshot!(matrix, @r"
        SeePetitions      x x x x x x
        CreatePetition    x x x - - -
        EditPetition      x x x - - -
        PublishPetition   x x - - - -
        ClosePetition     x x - - - -
        DeleteDraft       x x x - - -
        SeeNumbers        x x x x x x
        SeeNames          x x - x - x
        SeeSigners        x x - - - x
        Moderate          x x - x - -
        MergeSpellings    x x - x - -
        ExportSigners     x x - - - x
        EditOrganization  x x - - - -
        ManageMembers     x x - - - -
        ManageOwners      x - - - - -
        SeeActivity       x x - - - -
        ManagePrograms    x x - - - -
        ManageWebhooks    x x - - - -
        ");
    }
}
