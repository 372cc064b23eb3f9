//! The page of an organization's people, and the page that asks before one goes.

use crate::account::model::{Organization, Organizer, Role};
use crate::account::policy::{Action, may, may_give};
use crate::account::store::link::{self, Invitation};
use crate::account::store::member::{self, Member};
use crate::account::{Actor, role_key};
use crate::base::{Id, Time};
use crate::db::{self, Db};
use crate::web::answers::answer::{ok, page};
use crate::web::page::{Errors, Frame};
use crate::web::{Error, Fields, Result, Site, TextField, WrongFields, urls};
use crate::words::Words;
use askama::Template;
use serde::Deserialize;

/// Most members of an organization that are shown.
const MEMBERS: i64 = 500;
/// Most characters of an address.
const ADDRESS: usize = 254;

/// Who is invited, and as what.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InviteForm {
    #[serde(default)]
    pub(super) email: String,
    #[serde(default)]
    pub(super) role: String,
}

impl Fields for InviteForm {
    const TEXTS: &'static [TextField] = &[TextField::one("email", "console-email", ADDRESS)];
}

/// Whoever works there, and whoever may come.
pub(super) struct People {
    members: Vec<Member>,
    invited: Vec<Invitation>,
}

impl People {
    /// Of this organization.
    pub(super) async fn read(
        db: &Db,
        id: Id<Organization>,
        now: Time,
    ) -> std::result::Result<Self, Error> {
        let read = db.read(move |conn| {
            Ok::<_, db::Error>(Self {
                members: member::all(conn, id, MEMBERS)?,
                invited: link::invitations(conn, id, now)?,
            })
        });
        Ok(read.await?)
    }
}

/// The role of a member, as one to choose.
struct RoleChoice {
    value: &'static str,
    label: String,
    is_chosen: bool,
}

/// A member as a line of the list.
struct MemberLine {
    name: String,
    is_actor: bool,
    role: String,
    /// What they may be made; empty where nothing may be.
    choices: Vec<RoleChoice>,
    was: &'static str,
    role_action: String,
    remove_href: Option<String>,
    hand_over_href: Option<String>,
    /// For those who manage members alone.
    contact: Option<MemberContact>,
}

/// What those who manage members see of one.
struct MemberContact {
    email: String,
    seen: String,
    seen_at: String,
}

/// An invitation that nobody has accepted yet.
struct InvitationLine {
    email: String,
    role: String,
    until: String,
    revoke_action: String,
}

/// What a role may do, as a line of the table.
struct RightLine {
    label: String,
    may: Vec<bool>,
}

#[derive(Template)]
#[template(path = "account/people/people.html")]
struct PeoplePage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    organization: &'a str,
    errors: Errors,
    done: Option<&'a str>,
    members: Vec<MemberLine>,
    invited: Vec<InvitationLine>,
    /// None for whom the role does not let invite.
    invite: Option<InviteFields<'a>>,
    roles: Vec<String>,
    rights: Vec<RightLine>,
    leave_href: String,
}

/// The form that invites.
struct InviteFields<'a> {
    action: String,
    email: &'a str,
    roles: Vec<RoleChoice>,
}

/// Rights as the table names them, and the action that stands for each.
const RIGHTS: [(&str, Action); 12] = [
    ("people-may-numbers", Action::SeeNumbers),
    ("people-may-names", Action::SeeNames),
    ("people-may-addresses", Action::SeeSigners),
    ("people-may-list", Action::ExportSigners),
    ("people-may-decide", Action::Moderate),
    ("people-may-write", Action::EditPetition),
    ("people-may-publish", Action::PublishPetition),
    ("people-may-organization", Action::EditOrganization),
    ("people-may-programs", Action::ManagePrograms),
    ("people-may-people", Action::ManageMembers),
    ("people-may-owners", Action::ManageOwners),
    ("people-may-activity", Action::SeeActivity),
];

fn choices(w: &Words, own: Role, chosen: Role) -> Vec<RoleChoice> {
    let given = Role::ALL.into_iter().filter(|role| may_give(own, *role));
    given
        .map(|role| RoleChoice {
            value: role.as_str(),
            label: w.say(role_key(role)).to_owned(),
            is_chosen: role == chosen,
        })
        .collect()
}

fn member_line(
    w: &Words,
    actor: &Actor,
    (id, own): (Id<Organization>, Role),
    one: &Member,
    now: Time,
) -> MemberLine {
    let is_actor = one.id == actor.id;
    let may_change = may_give(own, one.role);
    let may_own = may(own, Action::ManageOwners) && one.role != Role::Owner;
    MemberLine {
        name: one.name.clone(),
        is_actor,
        role: w.say(role_key(one.role)).to_owned(),
        choices: match may_change {
            true => choices(w, own, one.role),
            false => Vec::new(),
        },
        was: one.role.as_str(),
        role_action: urls::change_role(id, one.id),
        remove_href: (may_change && !is_actor).then(|| urls::remove_person(id, one.id)),
        hand_over_href: (may_own && !is_actor).then(|| urls::hand_over(id, one.id)),
        contact: may(own, Action::ManageMembers).then(|| MemberContact {
            email: one.email.clone(),
            seen: match one.seen_at {
                Some(at) => w.say1("people-seen", "ago", w.ago(at, now)),
                None => w.say("people-seen-never").to_owned(),
            },
            seen_at: one.seen_at.map(Time::rfc3339).unwrap_or_default(),
        }),
    }
}

/// The page, with what was typed of an invitation and what is wrong with it.
pub(super) fn answer(
    site: &Site,
    actor: &Actor,
    id: Id<Organization>,
    people: &People,
    (typed, wrong): (&InviteForm, &WrongFields),
    done: Option<&str>,
) -> Result {
    let own = actor.role_in(id).ok_or(Error::NOT_FOUND)?;
    let w = actor.words(site);
    let (now, errors) = (site.clock.now(), wrong.said(&w));
    let may_manage = may(own, Action::ManageMembers);
    let invited = people.invited.iter().filter(|_| may_manage);
    page(
        errors.status(),
        &PeoplePage {
            frame: actor
                .console_frame(site, &w, &urls::people(id), w.say("people-title"))
                .with_errors(!errors.is_empty()),
            w: &w,
            organization: actor.organization_name(id).unwrap_or_default(),
            errors,
            done,
            members: people
                .members
                .iter()
                .map(|one| member_line(&w, actor, (id, own), one, now))
                .collect(),
            invited: invited
                .map(|one| InvitationLine {
                    email: one.email.clone(),
                    role: w.say(role_key(one.role)).to_owned(),
                    until: w.date_time(one.expires_at, "UTC"),
                    revoke_action: urls::revoke_invitation(id, one.id),
                })
                .collect(),
            invite: may_manage.then(|| InviteFields {
                action: urls::people(id),
                email: &typed.email,
                roles: choices(&w, own, Role::parse(&typed.role).unwrap_or(Role::Editor)),
            }),
            roles: Role::ALL
                .iter()
                .map(|role| w.say1("people-role-name", "role", role.as_str()))
                .collect(),
            rights: RIGHTS
                .iter()
                .map(|(key, action)| RightLine {
                    label: w.say(key).to_owned(),
                    may: Role::ALL.iter().map(|role| may(*role, *action)).collect(),
                })
                .collect(),
            leave_href: urls::leave(id),
        },
    )
}

/// A member of an organization, and what the actor is there.
///
/// # Errors
/// 404 where one of them is no member.
pub(super) async fn open_person(
    db: &Db,
    actor: &Actor,
    id: Id<Organization>,
    person: Id<Organizer>,
) -> std::result::Result<(Member, Role), Error> {
    let own = actor.role_in(id).ok_or(Error::NOT_FOUND)?;
    let all = db
        .read(move |conn| member::all(conn, id, i64::from(i32::MAX)))
        .await?;
    let found = all.into_iter().find(|one| one.id == person);
    Ok((found.ok_or(Error::NOT_FOUND)?, own))
}

/// What is asked before somebody's place changes.
pub(super) struct PersonQuestion {
    pub(super) title: &'static str,
    pub(super) text: &'static str,
    pub(super) button: &'static str,
    pub(super) action: String,
}

#[derive(Template)]
#[template(path = "account/people/question.html")]
struct PersonQuestionPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    title: String,
    text: String,
    question: &'a PersonQuestion,
    keep_href: String,
}

impl PersonQuestion {
    /// The page that asks it about this member.
    pub(super) fn asks(
        &self,
        site: &Site,
        actor: &Actor,
        id: Id<Organization>,
        name: &str,
    ) -> Result {
        let w = actor.words(site);
        let organization = actor.organization_name(id).unwrap_or_default();
        let said = |key| w.plain2(key, "name", name, "organization", organization);
        ok(&PersonQuestionPage {
            frame: actor.console_frame(site, &w, &urls::people(id), said(self.title)),
            w: &w,
            title: said(self.title),
            text: said(self.text),
            question: self,
            keep_href: urls::people(id),
        })
    }
}
