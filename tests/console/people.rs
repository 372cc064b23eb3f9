//! Story: colleagues are let in by an invitation, do what their role allows and nothing else, and are let go.

use crate::support::mailbox::Mail;
use crate::support::organizer::email;
use crate::support::page::encoded;
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::account::model::{Organizer, Role};
use undersigned::account::store::{member, person};
use undersigned::base::Id;
use undersigned::base::time::{hours, minutes};
use undersigned::petition::{Kind, Petition};
use undersigned::web::urls;

const PHRASE: &str = "heron waits at noon";

/// Invites somebody on the page of people; the letter they get.
async fn invites(world: &World, owner: &mut Visitor, letter: &Petition, who: (&str, &str)) -> Mail {
    owner.goes(&urls::people(letter.organization)).await;
    owner.types("email", who.0).types("role", who.1);
    owner.presses("Send the invitation").await;
    owner.sees("The invitation is on its way.").sees(who.0);
    world.mail(who.0).await
}

/// Takes an invitation who has no account yet.
async fn accepts(world: &World, mail: &Mail, name: &str) -> Visitor {
    let mut invited = world.visitor();
    invited.goes(&mail.link()).await;
    invited.types("name", name).types("password", PHRASE);
    invited.types("again", PHRASE).presses("Accept").await;
    invited
}

async fn id_of(world: &World, address: &str) -> Id<Organizer> {
    let address = email(address);
    let found = world.read(move |conn| person::by_address(conn, &address));
    found.await.expect("an organizer").organizer.id
}

async fn role_of(world: &World, letter: &Petition, who: Id<Organizer>) -> Option<Role> {
    let id = letter.organization;
    world.read(move |conn| member::role_of(conn, id, who)).await
}

/// The guard of somebody's forms.
async fn guard_of(who: &Visitor) -> String {
    let page = who.gets("/organize").await.page();
    let guard = page.attribute("input[name=guard]", "value");
    guard.expect("a guard")
}

/// Presses a button of the list by what it sends.
async fn posts(who: &Visitor, path: &str, fields: &[(&str, &str)]) -> u16 {
    let guard = guard_of(who).await;
    let fields = [fields, &[("guard", guard.as_str())]].concat();
    who.posts(path, encoded(&fields)).await.status
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_colleague_is_invited_works_and_goes() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.follows("People").await.sees("1 person works here");
        let mail = invites(&world, &mut owner, &letter, ("kim@example.org", "editor")).await;
        mail.says("The Owner").says("Open Docket Coalition");
        owner.sees("1 invitation is open");
        let mut kim = accepts(&world, &mail, "Kim Park").await;
        assert_eq!(kim.path(), "/organize", "{}", kim.text());
        kim.sees("To the judges of the circuit");
        assert_eq!(kim.gets(&urls::edit_petition(letter.id)).await.status, 200);
        assert_eq!(kim.gets(&urls::signatures(letter.id)).await.status, 403);
        kim.follows("People").await;
        kim.sees("The Owner").sees("Kim Park You").sees_no("owner@");
        kim.sees_no("Invite somebody").sees_no("Remove");
        owner.goes(&urls::people(letter.organization)).await;
        owner.sees("2 people work here").sees("kim@example.org");
        owner.sees_no("invitation is open");

        // another role holds at the next request, on every instance
        let who = id_of(&world, "kim@example.org").await;
        let other = world.another_instance().await;
        let moved = [("role", "moderator"), ("was", "editor")];
        let role = urls::change_role(letter.organization, who);
        assert_eq!(posts(&owner, &role, &moved).await, 303);
        let told = world.mail("kim@example.org").await;
        told.says("The Owner gave you another role in Open Docket Coalition");
        let mut kim = kim.through(other);
        assert_eq!(kim.gets(&urls::reasons(letter.id)).await.status, 200);
        assert_eq!(kim.gets(&urls::edit_petition(letter.id)).await.status, 403);
        assert_eq!(posts(&owner, &role, &moved).await, 409, "not what it was");

        // removed, by somebody who proves once more who they are: out at once, everywhere, and the old link leads nowhere
        world.later(minutes(6)).await;
        owner
            .goes(&urls::remove_person(letter.organization, who))
            .await;
        owner.sees("Remove Kim Park?");
        owner.presses("Remove").await;
        assert_eq!(owner.status(), 401);
        assert!(role_of(&world, &letter, who).await.is_some());
        owner.sees("Is it still you?");
        owner.types("prove-password", crate::support::organizer::PHRASE);
        owner.presses("Go on").await;
        owner.sees("Removed, and signed out everywhere.");
        let told = world.mail("kim@example.org").await;
        told.says("The Owner removed you from Open Docket Coalition");
        assert_eq!(kim.gets("/organize").await.status, 303);
        kim.goes(&mail.link()).await;
        assert_eq!(kim.status(), 410);
        assert_eq!(role_of(&world, &letter, who).await, None);

        // and back, with the account that is there still
        let mail = invites(&world, &mut owner, &letter, ("kim@example.org", "analyst")).await;
        let mut kim = world.visitor();
        kim.goes(&mail.link()).await;
        kim.sees("You have an account already");
        kim.presses("Accept").await;
        assert_eq!(role_of(&world, &letter, who).await, Some(Role::Analyst));
        kim.goes("/organize/sign-in").await;
        kim.types("email", "kim@example.org")
            .types("password", PHRASE);
        kim.presses("Sign in").await.follows("People").await;
        kim.follows("Leave").await.presses("Leave").await;
        assert_eq!(role_of(&world, &letter, who).await, None);
        assert_eq!(kim.gets(&urls::overview(letter.id)).await.status, 404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_invitation_works_once_in_time_and_while_its_writer_may_invite() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let mut admin = world.organizer(&letter, Role::Admin).await;
        let gone = |visitor: Visitor, mail: Mail| async move {
            let mut visitor = visitor;
            visitor.goes(&mail.link()).await;
            assert_eq!(visitor.status(), 410, "{}", visitor.text());
        };

        let first = invites(&world, &mut owner, &letter, ("kim@example.org", "editor")).await;
        let second = invites(&world, &mut owner, &letter, ("kim@example.org", "analyst")).await;
        owner.sees("1 invitation is open");
        gone(world.visitor(), first).await;
        let kim = accepts(&world, &second, "Kim Park").await;
        assert_eq!(kim.path(), "/organize");
        gone(world.visitor(), second).await;
        let who = id_of(&world, "kim@example.org").await;
        assert_eq!(role_of(&world, &letter, who).await, Some(Role::Analyst));
        owner
            .types("email", "KIM@example.org")
            .types("role", "editor");
        owner.presses("Send the invitation").await;
        assert_eq!(owner.status(), 422);
        owner.sees("This person works here already");

        let mail = invites(&world, &mut owner, &letter, ("lee@example.org", "editor")).await;
        owner
            .presses("Take back lee@example.org")
            .await
            .sees("The invitation was taken back.");
        gone(world.visitor(), mail).await;

        let mail = invites(&world, &mut owner, &letter, ("ana@example.org", "editor")).await;
        world.later(hours(73)).await;
        gone(world.visitor(), mail).await;

        // the page was open already when its writer lost the right
        admin.goes("/organize/sign-in").await;
        admin.types("email", "admin@opendocket.example.org");
        admin.types("password", crate::support::organizer::PHRASE);
        admin.presses("Sign in").await;
        let mail = invites(&world, &mut admin, &letter, ("sol@example.org", "exporter")).await;
        let mut sol = world.visitor();
        sol.goes(&mail.link()).await;
        sol.types("name", "Sol")
            .types("password", PHRASE)
            .types("again", PHRASE);
        let (who, id) = (
            id_of(&world, "admin@opendocket.example.org").await,
            letter.organization,
        );
        world
            .write(move |tx| member::set_role(tx, id, who, Role::Editor))
            .await;
        sol.presses("Accept").await;
        assert_eq!(sol.status(), 410, "{}", sol.text());
        gone(world.visitor(), mail).await;
        let who = id_of(&world, "sol@example.org").await;
        assert_eq!(role_of(&world, &letter, who).await, None);

        // who never came is forgotten with the link
        world.later(hours(24 * 5)).await;
        world.tidies().await;
        let sol = email("sol@example.org");
        let known = world.read(move |conn| person::by_address(conn, &sol)).await;
        assert!(known.is_none());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_organization_keeps_an_owner_whatever_two_do_at_once() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let id = letter.organization;
        let owner = world.organizer(&letter, Role::Owner).await;
        let first = id_of(&world, "owner@opendocket.example.org").await;
        let admin = world.organizer(&letter, Role::Admin).await;
        let second = id_of(&world, "admin@opendocket.example.org").await;
        let role = |who| urls::change_role(id, who);
        let to = |role, was| [("role", role), ("was", was)];

        // nobody but an owner touches one
        assert_eq!(
            posts(&admin, &role(first), &to("editor", "owner")).await,
            403
        );
        assert_eq!(
            posts(&admin, &role(second), &to("owner", "admin")).await,
            403
        );
        assert_eq!(
            posts(&admin, &urls::remove_person(id, first), &[]).await,
            403
        );
        let invited = [("email", "kim@example.org"), ("role", "owner")];
        assert_eq!(posts(&admin, &urls::people(id), &invited).await, 403);
        assert_eq!(posts(&admin, &urls::hand_over(id, first), &[]).await, 403);

        // the last one neither goes nor steps down
        assert_eq!(posts(&owner, &urls::leave(id), &[]).await, 409);
        assert_eq!(
            posts(&owner, &role(first), &to("admin", "owner")).await,
            409
        );
        assert_eq!(
            posts(&owner, &urls::remove_person(id, first), &[]).await,
            403
        );
        assert_eq!(role_of(&world, &letter, first).await, Some(Role::Owner));

        assert_eq!(posts(&owner, &urls::hand_over(id, second), &[]).await, 303);
        let told = world.mail("admin@opendocket.example.org").await;
        told.says("The Owner made you an owner of Open Docket Coalition");
        assert_eq!(role_of(&world, &letter, first).await, Some(Role::Admin));
        assert_eq!(role_of(&world, &letter, second).await, Some(Role::Owner));
        assert_eq!(posts(&owner, &urls::hand_over(id, second), &[]).await, 403);
        assert_eq!(
            posts(&admin, &role(first), &to("owner", "admin")).await,
            303
        );

        let told = world.mail("owner@opendocket.example.org").await;
        told.says("The Admin made you an owner");

        // two owners remove each other at once, on two instances; the one who goes hears of it
        world.leaves_unread(1);
        let other = world.another_instance().await;
        let admin = admin.through(other);
        let guards = [guard_of(&owner).await, guard_of(&admin).await];
        let [first_path, second_path] = [first, second].map(|who| urls::remove_person(id, who));
        let body = |guard: &str| encoded(&[("guard", guard)]);
        let (by_first, by_second) = tokio::join!(
            owner.posts(&second_path, body(&guards[0])),
            admin.posts(&first_path, body(&guards[1])),
        );
        let (by_first, by_second) = (by_first.status, by_second.status);
        let done = [by_first, by_second]
            .iter()
            .filter(|code| **code == 303)
            .count();
        assert_eq!(done, 1, "{by_first} {by_second}");
        let owners = world.read(move |conn| member::all(conn, id, 10)).await;
        assert_eq!(owners.len(), 1);
        assert_eq!(owners[0].role, Role::Owner);
        world.later(minutes(1)).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_another_organization_there_is_nothing() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let pledge = world.petition(Kind::Pledge).await;
        let owner = world.organizer(&letter, Role::Owner).await;
        world.organizer(&pledge, Role::Admin).await;
        let (id, theirs) = (
            pledge.organization,
            id_of(&world, "admin@opendocket.example.org").await,
        );
        for path in [
            urls::people(id),
            urls::remove_person(id, theirs),
            urls::hand_over(id, theirs),
            urls::leave(id),
        ] {
            assert_eq!(owner.gets(&path).await.status, 404, "{path}");
        }
        let role = [("role", "editor"), ("was", "admin")];
        let invited = [("email", "kim@example.org"), ("role", "editor")];
        let posted: [(String, &[(&str, &str)]); 4] = [
            (urls::change_role(id, theirs), &role),
            (urls::people(id), &invited),
            (urls::remove_person(id, theirs), &[]),
            (urls::leave(id), &[]),
        ];
        for (path, fields) in posted {
            assert_eq!(posts(&owner, &path, fields).await, 404, "{path}");
        }
        // nor is somebody of theirs a person of ours
        let ours = urls::remove_person(letter.organization, theirs);
        assert_eq!(posts(&owner, &ours, &[]).await, 404);
        for column in ["organization_id", "organizer_id", "created_at", "id"] {
            let forged = [
                ("email", "kim@example.org"),
                ("role", "editor"),
                (column, "1"),
            ];
            let people = urls::people(letter.organization);
            assert_eq!(posts(&owner, &people, &forged).await, 422, "{column}");
        }
        assert_eq!(role_of(&world, &pledge, theirs).await, Some(Role::Admin));
        assert_eq!(world.unread(), 0, "no letter went out");
    })
    .await;
}
