//! Story: organizers are told by mail what happened with their petitions and what waits for them, once a day, and nobody who signed is
//! named in it.

use crate::signing::high_risk::danger;
use crate::support::mailbox::Mail;
use crate::support::organizer::email;
use crate::support::signers::{sign, signer};
use crate::support::smtp::{At, Behaviour};
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use jiff::civil::Weekday;
use undersigned::account::model::Role;
use undersigned::account::notices::{Notice, Notices};
use undersigned::account::store::{member, notices, person};
use undersigned::base::time::{days, hours};
use undersigned::petition::{Kind, Petition};
use undersigned::signature::SignatureState;

/// The address of whoever has this role.
pub fn address(role: Role) -> String {
    format!("{role:?}@opendocket.example.org").to_lowercase()
}

/// Somebody with this role who wants to be told of everything, and whose first morning is over.
async fn reader(world: &World, petition: &Petition, role: Role) -> Visitor {
    let visitor = world.organizer(petition, role).await;
    wants(world, role, Notices::of(Notice::ALL)).await;
    world.tidies().await;
    visitor
}

/// Somebody wants to be told of this from now on.
pub async fn wants(world: &World, role: Role, wanted: Notices) {
    let (address, now) = (email(&address(role)), world.now());
    world
        .write(move |tx| {
            let one = person::by_address(tx, &address)?.expect("an organizer");
            notices::set(tx, one.organizer.id, wanted, now)
        })
        .await;
}

/// The letter of the next morning.
async fn told(world: &World, role: Role) -> Mail {
    world.later(days(1)).await;
    world.mail(&address(role)).await
}

/// The next morning brings no letter.
async fn is_told_nothing(world: &World) {
    world.later(days(1)).await;
    world.mail_rests().await;
    assert_eq!(world.unread(), 0, "nothing happened");
}

/// So many sign who are held.
async fn held(world: &World, petition: &Petition, names: &[&str]) {
    let signers = names.iter().map(|name| signer(name)).collect();
    let (db, at) = (&world.app().db, world.now());
    sign(db, petition.id, SignatureState::Held, signers, at).await;
}

async fn counted(world: &World, petition: &Petition, from: usize, until: usize) {
    let signers = (from..until).map(|n| signer(&format!("Signer {n}")));
    let (db, at) = (&world.app().db, world.now());
    sign(
        db,
        petition.id,
        SignatureState::Counted,
        signers.collect(),
        at,
    )
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_the_first_signature_and_of_nothing_twice() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        reader(&world, &letter, Role::Analyst).await;
        is_told_nothing(&world).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Samuel Quick", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        let mail = told(&world, Role::Analyst).await;
        assert_eq!(mail.subject(), "What happened with your petitions");
        mail.says(&letter_title())
            .says("The first signature is there.");
        assert_eq!(mail.link(), "/organize");
        assert_eq!(mail.header("auto-submitted"), "auto-generated");
        for secret in ["Samuel", "Quick", "sam@example.org"] {
            assert!(!mail.source().contains(secret) && !mail.text().contains(secret));
        }
        is_told_nothing(&world).await;
        is_told_nothing(&world).await;
    })
    .await;
}

fn letter_title() -> String {
    "To the judges of the circuit".to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_goals_and_round_numbers() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.goal = Some(3))
            .await;
        let other = world.petition(Kind::Petition).await;
        reader(&world, &letter, Role::Editor).await;
        let join = (
            other.organization,
            email(&address(Role::Editor)),
            world.now(),
        );
        world
            .write(move |tx| {
                let one = person::by_address(tx, &join.1)?.expect("an organizer");
                member::join(tx, join.0, one.organizer.id, Role::Editor, join.2)
            })
            .await;
        counted(&world, &letter, 0, 2).await;
        counted(&world, &other, 0, 99).await;
        told(&world, Role::Editor)
            .await
            .says("The first signatures are there: 2 so far.");
        counted(&world, &letter, 2, 4).await;
        counted(&world, &other, 99, 120).await;
        let mail = told(&world, Role::Editor).await;
        mail.says("3 is reached: 4 people have signed.");
        mail.says("100 is reached: 120 people have signed.");
        assert!(!mail.text().contains("first signature"), "{}", mail.text());
        counted(&world, &letter, 4, 5).await;
        counted(&world, &other, 120, 130).await;
        is_told_nothing(&world).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_what_waits_when_it_grows_and_on_mondays() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        reader(&world, &letter, Role::Moderator).await;
        let zone = jiff::tz::TimeZone::get(&letter.time_zone).unwrap();
        let is_monday = || {
            let now = jiff::Timestamp::from_microsecond(world.now().micros()).unwrap();
            now.to_zoned(zone.clone()).weekday() == Weekday::Monday
        };
        while !is_monday() {
            is_told_nothing(&world).await;
        }
        held(&world, &letter, &["Ann One", "Ben Two"]).await;
        let mail = told(&world, Role::Moderator).await;
        mail.says("2 signatures are held until somebody decides.");
        assert!(!mail.text().contains("Ann"), "{}", mail.text());
        is_told_nothing(&world).await;
        held(&world, &letter, &["Cat Three"]).await;
        told(&world, Role::Moderator)
            .await
            .says("3 signatures are held");
        for _ in 0..3 {
            is_told_nothing(&world).await;
        }
        told(&world, Role::Moderator)
            .await
            .says("3 signatures are held");
        assert!(is_monday());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_what_their_role_lets_them_see_when_it_is_sent() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        reader(&world, &letter, Role::Analyst).await;
        reader(&world, &letter, Role::Moderator).await;
        held(&world, &letter, &["Ann One"]).await;
        told(&world, Role::Moderator)
            .await
            .says("1 signature is held");
        world.mail_rests().await;
        assert_eq!(world.unread(), 0, "an analyst decides nothing");

        // Who goes between the morning and the letter is told nothing any more.
        held(&world, &letter, &["Ben Two"]).await;
        world
            .smtp()
            .switch(Behaviour::Says(At::Rcpt, "451 4.2.1 later".to_owned()));
        world.later(days(1)).await;
        world.mail_rests().await;
        let (organization, who) = (letter.organization, email(&address(Role::Moderator)));
        world
            .write(move |tx| {
                let one = person::by_address(tx, &who)?.expect("an organizer");
                member::set_role(tx, organization, one.organizer.id, Role::Analyst)
            })
            .await;
        world.smtp().switch(Behaviour::Good);
        world.mail_drains().await;
        assert_eq!(world.unread(), 0, "they decide nothing any more");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_details_that_go_in_fourteen_days() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.closes_in = Some(days(3)))
            .await;
        reader(&world, &letter, Role::Exporter).await;
        reader(&world, &letter, Role::Moderator).await;
        counted(&world, &letter, 0, 1).await;
        for role in [Role::Exporter, Role::Moderator] {
            told(&world, role)
                .await
                .says("The first signature is there.");
        }
        let last = letter.keeps_until().expect("a day");
        let before = last.since(world.now()).saturating_sub(hours(14 * 24 + 12));
        world.later(before).await;
        world.mail_rests().await;
        assert_eq!(world.unread(), 0, "it is too early");
        let mail = told(&world, Role::Exporter).await;
        mail.says("The details of everybody who signed are deleted after");
        world.mail_rests().await;
        assert_eq!(world.unread(), 0, "a moderator takes no list");
        is_told_nothing(&world).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_letters_that_were_given_up() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        reader(&world, &letter, Role::Editor).await;
        let no = "550 5.1.1 no such mailbox".to_owned();
        world.smtp().switch(Behaviour::Says(At::Rcpt, no));
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "nobody@example.org").await;
        world.mail_rests().await;
        world.smtp().switch(Behaviour::Good);
        let mail = told(&world, Role::Editor).await;
        mail.says("1 letter did not reach its mailbox and was given up.");
        assert!(!mail.text().contains("nobody@"), "{}", mail.text());
        is_told_nothing(&world).await;
        world.leaves_failed(1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn high_risk_is_neither_named_nor_told_by_day() {
    on_both(|world| async move {
        let letter = danger(&world).await;
        reader(&world, &letter, Role::Owner).await;
        counted(&world, &letter, 0, 100).await;
        is_told_nothing(&world).await;
        held(&world, &letter, &["Ann One"]).await;
        let mail = told(&world, Role::Owner).await;
        mail.says("One of your petitions, which messages do not name");
        for told in [letter_title().as_str(), "100", "first signature"] {
            assert!(!mail.text().contains(told), "{told} in {}", mail.text());
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_their_language_and_once_by_two_instances() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = reader(&world, &letter, Role::Owner).await;
        owner.goes("/organize/account").await;
        owner.types("lang", "es").presses("Save").await;
        counted(&world, &letter, 0, 1).await;
        world.meanwhile(days(1));
        tokio::join!(world.tidies(), world.tidies(), world.tidies());
        world.mail_rests().await;
        let mail = world.mail(&address(Role::Owner)).await;
        assert_eq!(mail.subject(), "Novedades de sus peticiones");
        mail.says("Ya llegó la primera firma.");
        assert_eq!(world.unread(), 0, "one letter");
    })
    .await;
}
