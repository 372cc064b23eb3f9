//! Organizers in a world: people of a petition's organization who come in by the door.

use super::visitor::Visitor;
use super::world::World;
use undersigned::account::model::Role;
use undersigned::account::passphrase::hash::{Cost, Passphrase, keep};
use undersigned::account::store::person;
use undersigned::base::{Email, Lang, Strictness};
use undersigned::db::Error;
use undersigned::petition::Petition;

const PHRASE: &str = "vellum orchard tram";

impl World {
    /// Somebody with this role in the petition's organization, signed in.
    pub async fn organizer(&self, petition: &Petition, role: Role) -> Visitor {
        let address = format!("{role:?}@opendocket.example.org").to_lowercase();
        let email = Email::parse(&address, Strictness::Testing).expect("an address");
        let kept = keep(Cost::TRIFLING, &Passphrase::typed(PHRASE)).expect("a hash");
        let (organization, now) = (petition.organization, self.now());
        self.write(move |tx| {
            let name = format!("The {role:?}");
            let one = person::insert(tx, &email, &name, Lang::EN, now)?.ok_or(Error::Duplicate)?;
            person::set_password(tx, one.id, &kept)?;
            person::join(tx, organization, one.id, role, now)?;
            Ok::<_, Error>(())
        })
        .await;
        let mut visitor = self.visitor();
        visitor.goes("/organize/sign-in").await;
        visitor.types("email", &address).types("password", PHRASE);
        visitor.presses("Sign in").await;
        assert_eq!(visitor.path(), "/organize", "{}", visitor.text());
        visitor
    }
}
