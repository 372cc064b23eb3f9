//! Who works beside the organizer of the demo, and what they did of late: two of them may not see addresses.

use crate::account::deed::Deed;
use crate::account::model::{Organization, Organizer, Role};
use crate::account::store::activity::Doer;
use crate::account::store::{member, person};
use crate::base::time::{days, hours};
use crate::base::{Email, Lang, Strictness, Time};
use crate::db::{Error, Result, Tx};

const COLLEAGUES: [(&str, &str, Role); 5] = [
    ("Tomás Arriaga", "tomas", Role::Admin),
    ("Priya Raman", "priya", Role::Editor),
    ("Joelle Baptiste", "joelle", Role::Moderator),
    ("Henrik Dahl", "henrik", Role::Analyst),
    ("Ines Okafor", "ines", Role::Exporter),
];

/// Lets them in, and writes what they did before `now` to the petition of this title.
pub(super) fn let_in(
    tx: &mut Tx<'_>,
    organization: &Organization,
    (owner, title): (&Organizer, &str),
    now: Time,
) -> Result<()> {
    let place = organization.id;
    for (nth, (name, mailbox, role)) in (0_u64..).zip(COLLEAGUES) {
        let joined = now.minus(days(30 - nth * 2));
        let address = format!("{mailbox}@sanctuary-research.example");
        let email = Email::parse(&address, Strictness::Testing);
        let email = email.map_err(|_| Error::Refused("address"))?;
        let fresh = person::insert(tx, &email, name, Lang::EN, joined)?;
        let fresh = fresh.ok_or(Error::Duplicate)?;
        member::join(tx, place, fresh.id, role, joined)?;
        person::seen(tx, fresh.id, now.minus(hours(5 + nth * 20)))?;
        let invited = Doer::new(owner.id, &owner.name, "Firefox, Linux, 203.0.x.x", joined);
        let given = ("", role.as_str());
        invited.changed(tx, place, Deed::INVITED, &address, given)?;
        let at = joined.plus(hours(3));
        let doer = |at| Doer::new(fresh.id, name, "Chrome, Android, 198.51.x.x", at);
        doer(at).changed(tx, place, Deed::JOINED, "", given)?;
        let lately = doer(now.minus(hours(5 + nth * 20)));
        let (deed, what) = match role {
            Role::Editor => (Deed::STEPS, title),
            Role::Moderator => (Deed::REASONS, title),
            Role::Exporter => (Deed::EXPORTED, title),
            Role::Owner | Role::Admin | Role::Analyst => (Deed::SIGNED_IN, ""),
        };
        lately.did(tx, place, deed, what)?;
    }
    Ok(())
}
