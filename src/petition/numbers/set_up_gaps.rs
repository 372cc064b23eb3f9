//! What the first run left open, or what fails of it now: for the first page of the console. Each with its one way.

use crate::account::model::Organization;
use crate::account::{Action, Actor, SetUpStep};
use crate::mail::store::MailStanding;
use crate::web::urls;
use crate::words::Words;

/// One thing that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetUpGap {
    /// The sentence.
    pub said: String,
    /// Where it is put right, and what the way is called.
    pub way: (String, &'static str),
}

/// What is known of a site that is being set up.
#[derive(Debug)]
pub(crate) struct SetUpState {
    /// The step that is open for the actor, as they left it.
    pub(crate) step: Option<SetUpStep>,
    /// How mail stands.
    pub(crate) mail: MailStanding,
    /// Whether any organization of theirs has a petition.
    pub(crate) has_petition: bool,
}

impl SetUpState {
    fn asks_for_mail(&self, actor: &Actor) -> bool {
        actor.is_operator && self.mail != MailStanding::GoesOut
    }

    /// The step that the actor is led to; what was done otherwise meanwhile is left out.
    pub(crate) fn next_step(&self, actor: &Actor) -> Option<SetUpStep> {
        match self.step? {
            SetUpStep::Organization if actor.memberships.is_empty() => {
                Some(SetUpStep::Organization)
            }
            SetUpStep::Organization | SetUpStep::Mail if self.asks_for_mail(actor) => {
                Some(SetUpStep::Mail)
            }
            _ => (!self.has_petition).then_some(SetUpStep::Petition),
        }
    }

    /// What is open, to whoever may do something about it.
    pub(crate) fn gaps(
        &self,
        w: &Words,
        actor: &Actor,
        organizations: &[Organization],
    ) -> Vec<SetUpGap> {
        let mut gaps = Vec::new();
        let mut add = |said: String, href: String, way| {
            gaps.push(SetUpGap {
                said,
                way: (href, way),
            });
        };
        if self.step == Some(SetUpStep::Organization) && actor.memberships.is_empty() {
            let said = w.say("gap-organization").to_owned();
            add(said, urls::first_organization(), "gap-organization-way");
        }
        if self.asks_for_mail(actor) {
            let said = match self.mail {
                MailStanding::Fails(_) => "gap-mail-fails",
                _ => "gap-mail-untried",
            };
            add(w.say(said).to_owned(), urls::first_mail(), "gap-mail-way");
        }
        for one in organizations
            .iter()
            .filter(|one| one.contact_email.is_empty())
        {
            if actor.allow(Action::EditOrganization, one.id).is_ok() {
                let said = w.say1("gap-contact", "organization", &one.name);
                add(said, urls::edit_organization(one.id), "gap-contact-way");
            }
        }
        let may_begin = actor.places(Action::CreatePetition).next().is_some();
        if may_begin && !self.has_petition {
            let said = w.say("gap-petition").to_owned();
            add(said, urls::first_petition(), "gap-petition-way");
        }
        gaps
    }
}
