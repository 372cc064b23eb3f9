//! Whoever runs the site, for stories.

use super::organizer::PHRASE;
use super::visitor::Visitor;
use super::world::World;
use undersigned::account::passphrase::hash::{Cost, Passphrase, keep};
use undersigned::account::store::person;
use undersigned::base::{Email, Lang, Strictness};
use undersigned::db::Error;

/// Somebody who runs the site and works nowhere, with a second factor.
pub async fn operator(world: &World) -> Visitor {
    use diesel::prelude::*;
    use undersigned::db::schema::second_factors as f;
    let address = Email::parse("operator@opendocket.example.org", Strictness::Testing);
    let address = address.expect("an address");
    let kept = keep(Cost::TRIFLING, &Passphrase::typed(PHRASE)).expect("a hash");
    let now = world.now();
    let who = world
        .write(move |tx| {
            let one = person::insert(tx, &address, "The operator", Lang::EN, now)?;
            let one = one.ok_or(Error::Duplicate)?;
            person::set_password(tx, one.id, &kept)?;
            person::make_operator(tx, one.id, now)?;
            Ok::<_, Error>(one.id)
        })
        .await;
    let mut visitor = world.visitor();
    visitor.goes("/organize/sign-in").await;
    visitor.types("email", "operator@opendocket.example.org");
    visitor.types("password", PHRASE).presses("Sign in").await;
    world
        .write(move |tx| {
            let row = (
                f::organizer_id.eq(who),
                f::secret.eq("of a phone"),
                f::since.eq(now),
                f::last_step.eq(0_i64),
            );
            diesel::insert_into(f::table)
                .values(row)
                .execute(&mut **tx)?;
            Ok::<_, Error>(())
        })
        .await;
    visitor
}
