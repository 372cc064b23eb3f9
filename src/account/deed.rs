//! What an organizer can have done: the words of the activity log.

/// One kind of line in the log. Its word stands in the database and after `activity-` in the words files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Deed(&'static str);

macro_rules! deeds {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $kind:ident $($grave:ident)?;)+) => {
        impl Deed {
            $($(#[$doc])* pub const $name: Self = Self($word);)+

            /// All of them, in the order of their kinds.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// What it belongs to.
            #[must_use]
            pub fn kind(self) -> DeedKind {
                match self.0 {
                    $($word => DeedKind::$kind,)+
                    _ => DeedKind::Account,
                }
            }

            /// Whether it stands out: a list that left, what is gone, who may what.
            #[must_use]
            pub fn is_grave(self) -> bool {
                match self.0 {
                    $($word => false $(|| stringify!($grave) == "grave")?,)+
                    _ => false,
                }
            }
        }
    };
}

deeds! {
    /// Whose deed it is came in.
    SIGNED_IN = "signed-in", Account;
    /// Changed the own name.
    NAME = "name", Account;
    /// Changed the passphrase.
    PASSPHRASE = "passphrase", Account;
    /// Set a new passphrase by a mailed link.
    RESET = "reset", Account;
    /// Has another address.
    ADDRESS = "address", Account;
    /// Set up a second factor.
    FACTOR_ON = "factor-on", Account;
    /// Did away with the second factor.
    FACTOR_OFF = "factor-off", Account grave;
    /// Came in with a recovery code.
    CODE_USED = "code-used", Account;
    /// Made new recovery codes.
    CODES = "codes", Account;
    /// Invited an address.
    INVITED = "invited", People grave;
    /// Took an invitation back.
    REVOKED = "revoked", People;
    /// Accepted an invitation.
    JOINED = "joined", People;
    /// Gave a colleague another role.
    ROLE = "role", People grave;
    /// Ended a colleague's membership.
    REMOVED = "removed", People grave;
    /// Made a colleague the owner.
    HANDED_OVER = "handed-over", People grave;
    /// Ended the own membership.
    LEFT = "left", People grave;
    /// Set the site up with it.
    FOUNDED = "founded", Organization;
    /// Changed what is told about the organization.
    ORGANIZATION = "organization", Organization;
    /// Changed its colours.
    LOOK = "look", Organization;
    /// Changed its logo.
    LOGO = "logo", Organization;
    /// Changed what new petitions begin with.
    BEGINNINGS = "beginnings", Organization;
    /// Made it a rule that whoever may see addresses needs a second factor.
    RULE_ON = "rule-on", Organization;
    /// Took that rule back.
    RULE_OFF = "rule-off", Organization grave;
    /// Let a program in: made a token.
    TOKEN = "token", Organization grave;
    /// Made another token in the place of one.
    TOKEN_ROTATED = "token-rotated", Organization grave;
    /// Ended a token.
    TOKEN_REVOKED = "token-revoked", Organization grave;
    /// Made a webhook, by which another program hears of what happens.
    WEBHOOK_ADDED = "webhook-added", Organization grave;
    /// Changed where it leads, of what it hears, or how much it is told.
    WEBHOOK_CHANGED = "webhook-changed", Organization grave;
    /// Gave it a new secret.
    WEBHOOK_SECRET = "webhook-secret", Organization;
    /// Paused it.
    WEBHOOK_PAUSED = "webhook-paused", Organization;
    /// Turned it on again.
    WEBHOOK_ON = "webhook-on", Organization;
    /// Had deliveries sent to it once more.
    WEBHOOK_AGAIN = "webhook-again", Organization;
    /// It was turned off: its receiver is gone, or took nothing for days.
    WEBHOOK_OFF = "webhook-off", Organization;
    /// Deleted a webhook.
    WEBHOOK_DELETED = "webhook-deleted", Organization grave;
    /// Deleted the organization.
    ENDED = "ended", Organization grave;
    /// Began a petition.
    CREATED = "created", Petition;
    /// Changed a petition's settings, dates or fields, or a draft.
    EDITED = "edited", Petition;
    /// Changed a wording of a petition that is shown.
    WORDING = "wording", Petition;
    /// Gave a petition a picture, or other words with it.
    PICTURE = "picture", Petition;
    /// Took the picture off.
    PICTURE_OFF = "picture-off", Petition;
    /// Changed what happens next.
    STEPS = "steps", Petition;
    /// Changed to whom and when it is to be handed over.
    DELIVERY_PLAN = "delivery-plan", Petition;
    /// Wrote down that it was handed over.
    DELIVERED = "delivered", Petition;
    /// Changed what was written of it.
    DELIVERY_CHANGED = "delivery-changed", Petition;
    /// Took that back.
    DELIVERY_BACK = "delivery-back", Petition grave;
    /// Changed what the form asks in words of the organizers.
    QUESTIONS = "questions", Petition;
    /// Changed the messages for passing on.
    MESSAGES = "messages", Petition;
    /// Showed a petition to the world.
    PUBLISHED = "published", Petition;
    /// Paused it.
    PAUSED = "paused", Petition;
    /// Had it go on.
    RESUMED = "resumed", Petition;
    /// Ended it.
    CLOSED = "closed", Petition;
    /// Opened it again.
    REOPENED = "reopened", Petition;
    /// Took it down.
    TAKEN_DOWN = "taken-down", Petition grave;
    /// Put it out of the list.
    ARCHIVED = "archived", Petition;
    /// Put it back into the list.
    UNARCHIVED = "unarchived", Petition;
    /// Deleted a draft.
    DELETED = "deleted", Petition grave;
    /// Changed news that are shown.
    UPDATE_CHANGED = "update-changed", Petition;
    /// Published news.
    UPDATE = "update", Petition;
    /// Took news back.
    UPDATE_BACK = "update-back", Petition grave;
    /// Made or changed a source link.
    LINK = "link", Petition;
    /// Made or changed a partner.
    PARTNER = "partner", Petition;
    /// Named the mailbox of a partner, which may take the list of those who let it write.
    PARTNER_CONTACT = "partner-contact", Petition grave;
    /// Took that list.
    PARTNER_LIST = "partner-list", Signatures grave;
    /// Paused a link or partner.
    SOURCE_PAUSED = "source-paused", Petition;
    /// Had a link or partner go on.
    SOURCE_RESUMED = "source-resumed", Petition;
    /// Deleted a link or partner by which nobody came.
    SOURCE_DELETED = "source-deleted", Petition;
    /// Had a book of signers written.
    BOOK = "book", Signatures grave;
    /// Put a signature into the register, or out.
    LISTING = "listing", Signatures;
    /// Counted signatures that were held or taken out.
    BATCH_COUNTED = "batch-counted", Signatures;
    /// Set signatures aside.
    BATCH_HELD = "batch-held", Signatures;
    /// Took signatures out.
    BATCH_REMOVED = "batch-removed", Signatures grave;
    /// Asked a colleague to agree to a decision about many.
    BATCH_ASKED = "batch-asked", Signatures;
    /// Stopped one.
    BATCH_STOPPED = "batch-stopped", Signatures;
    /// Took one back.
    BATCH_BACK = "batch-back", Signatures;
    /// Put spellings of schools and employers under one heading.
    MERGED = "merged", Signatures;
    /// Took spellings out of a heading again.
    UNMERGED = "unmerged", Signatures;
    /// Had a confirmation sent again.
    LETTER = "letter", Signatures;
    /// Wrote a note about a signature, deleted one, or changed its tags.
    NOTED = "noted", Signatures;
    /// Put a tag on signatures, or took it off.
    TAGGED = "tagged", Signatures;
    /// Had a signer's own link sent to them.
    SENT_LINK = "sent-link", Signatures;
    /// Took everything that is held of a signer.
    TOOK_HELD = "took-held", Signatures grave;
    /// Decided about reasons.
    REASONS = "reasons", Signatures;
    /// Decided about organizations that sign.
    ENDORSEMENTS = "endorsements", Signatures;
    /// Took the list of signatures.
    EXPORTED = "exported", Signatures grave;
    /// Read who signed, by a program, for the first time on a day.
    PEOPLE_READ = "people-read", Signatures grave;
    /// Took the list of organizations.
    EXPORTED_ORGANIZATIONS = "exported-organizations", Signatures grave;
}

impl Deed {
    /// Its word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// Reads [`Deed::as_str`] back.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|deed| deed.0 == word)
    }
}

/// What deeds belong to, to be chosen from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeedKind {
    /// Sign-ins, passphrases, second factors.
    Account,
    /// Members, roles, invitations.
    People,
    /// What is told about the organization.
    Organization,
    /// Texts, states, pictures, news, links.
    Petition,
    /// Decisions about signatures, lists that left.
    Signatures,
}

impl DeedKind {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Petition,
        Self::Signatures,
        Self::People,
        Self::Organization,
        Self::Account,
    ];

    /// The word of the address.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::People => "people",
            Self::Organization => "organization",
            Self::Petition => "petition",
            Self::Signatures => "signatures",
        }
    }

    /// Reads [`DeedKind::as_str`] back.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// The words of its deeds.
    #[must_use]
    pub fn words(self) -> Vec<&'static str> {
        let all = Deed::ALL.iter().filter(|deed| deed.kind() == self);
        all.map(|deed| deed.as_str()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_deed_has_a_word_of_its_own_that_is_read_back() {
        let words: BTreeSet<_> = Deed::ALL.iter().map(|deed| deed.as_str()).collect();
        assert_eq!(words.len(), Deed::ALL.len());
        for deed in Deed::ALL {
            assert_eq!(Deed::parse(deed.as_str()), Some(*deed));
        }
        assert_eq!(Deed::parse("looked"), None);
    }

    #[test]
    fn each_kind_has_deeds_and_lists_deletions_and_roles_stand_out() {
        for kind in DeedKind::ALL {
            assert!(!kind.words().is_empty(), "{kind:?}");
            assert_eq!(DeedKind::parse(kind.as_str()), Some(kind));
        }
        for grave in [Deed::EXPORTED, Deed::DELETED, Deed::ROLE, Deed::TAKEN_DOWN] {
            assert!(grave.is_grave(), "{grave:?}");
        }
        assert!(!Deed::EDITED.is_grave());
    }
}
