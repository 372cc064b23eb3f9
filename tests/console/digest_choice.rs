//! Story: organizers choose of what they are told by mail, in the console or by the link of a letter.

use crate::console::digest::{address, wants};
use crate::support::organizer::PHRASE;
use crate::support::page::encoded;
use crate::support::signers::{sign, signer};
use crate::support::world::{World, on_both};
use undersigned::account::model::Role;
use undersigned::account::notices::{Notice, Notices};
use undersigned::base::time::days;
use undersigned::petition::{Kind, Petition};
use undersigned::signature::SignatureState;

const HERE: &str = "/organize/account/notices";

async fn signs(world: &World, petition: &Petition, name: &str, state: SignatureState) {
    let (db, at) = (&world.app().db, world.now());
    sign(db, petition.id, state, vec![signer(name)], at).await;
}

async fn ticked(who: &mut crate::support::visitor::Visitor) -> Vec<String> {
    who.goes(HERE).await;
    let page = who.answer().page();
    page.attributes("input[type=checkbox][checked]", "name")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_kind_by_itself() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        assert!(ticked(&mut owner).await.is_empty());
        owner.goes("/organize/account").await;
        owner.follows("Choose which messages you get").await;
        owner.sees(&address(Role::Owner));
        owner.chooses("something waits to be decided: held signatures, reasons, organizations");
        owner.presses("Save").await;
        owner.sees("Saved.");
        assert_eq!(ticked(&mut owner).await, ["decide"]);
        world.tidies().await;
        signs(&world, &letter, "Ann", SignatureState::Counted).await;
        signs(&world, &letter, "Ben", SignatureState::Held).await;
        world.later(days(1)).await;
        let mail = world.mail(&address(Role::Owner)).await;
        mail.says("1 signature is held until somebody decides.");
        assert!(!mail.text().contains("first signature"), "{}", mail.text());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_new_is_told_of_all() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.follows("People").await;
        owner
            .types("email", "kim@example.org")
            .types("role", "editor");
        owner.presses("Send the invitation").await;
        let mail = world.mail("kim@example.org").await;
        let mut kim = world.visitor();
        kim.goes(&mail.link()).await;
        kim.types("name", "Kim")
            .types("password", "heron waits at noon");
        kim.types("again", "heron waits at noon")
            .presses("Accept")
            .await;
        let all: Vec<_> = Notice::ALL.map(|one| one.as_str().to_owned()).into();
        assert_eq!(ticked(&mut kim).await, all);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn and_stops_them_from_the_mailbox() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        wants(&world, Role::Owner, Notices::of(Notice::ALL)).await;
        world.tidies().await;
        signs(&world, &letter, "Ann", SignatureState::Counted).await;
        world.later(days(1)).await;
        let mail = world.mail(&address(Role::Owner)).await;
        assert_eq!(
            mail.header("list-unsubscribe-post"),
            "List-Unsubscribe=One-Click"
        );
        let header = mail.header("list-unsubscribe").to_owned();
        let link = header.trim_matches(['<', '>']);
        let (_, path) = link.split_once("/organize/").expect("a path");
        let path = &format!("/organize/{path}");

        // Looking changes nothing, and nobody's link is answered alike.
        let mut provider = world.visitor();
        provider.goes(path).await;
        provider.sees("Stop these messages?");
        owner.goes("/organize/sign-in").await;
        owner
            .types("email", &address(Role::Owner))
            .types("password", PHRASE);
        owner.presses("Sign in").await;
        assert_eq!(ticked(&mut owner).await.len(), 5);
        let one_click = encoded(&[("List-Unsubscribe", "One-Click")]);
        let nobodys = "/organize/notices/0123456789abcdefghjkmnpqrs/unsubscribe";
        let other = provider.posts(nobodys, one_click.clone()).await;
        let stopped = provider.posts(path, one_click).await;
        assert_eq!((other.status, stopped.status), (200, 200));
        assert_eq!(other.body, stopped.body);
        assert!(ticked(&mut owner).await.is_empty());

        // What happens meanwhile is not told later.
        signs(&world, &letter, "Ben", SignatureState::Held).await;
        world.later(days(3)).await;
        world.mail_rests().await;
        assert_eq!(world.unread(), 0, "they are stopped");
    })
    .await;
}
