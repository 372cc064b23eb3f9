//! Story: a partner reads what it brought, and takes the list of those who let it write, by a link to its own mailbox.

use super::own_question::{adds, signs};
use crate::signing::high_risk_routes::turns_dangerous;
use crate::support::organizer::email;
use crate::support::page::encoded;
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::account::model::Role;
use undersigned::account::store::activity::{self, LineFilter};
use undersigned::base::time::{days, hours, minutes};
use undersigned::mail::store::suppress;
use undersigned::petition::{Kind, Petition};
use undersigned::web::urls;

const DESK: &str = "desk@slla.example.org";
const GONE: &str = "This link leads nowhere any more";

/// Names the mailbox of the partner.
async fn names(owner: &mut Visitor, letter: &Petition, mailbox: &str) {
    owner.goes(&urls::partner(letter.id, "slla")).await;
    owner.follows("Let the partner read for itself").await;
    owner.types("email", mailbox);
    owner.presses("Save and send the link").await;
}

async fn deeds(world: &World, letter: &Petition) -> Vec<(String, String)> {
    let place = letter.organization;
    let lines =
        world.read(move |conn| activity::page(conn, place, LineFilter::default(), None, 100));
    let lines = lines.await.rows.into_iter().rev();
    lines.map(|line| (line.who, line.deed)).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_partner_reads_and_takes_its_list_once() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        adds(&mut owner, &letter).await;
        signs(&world, "Ada Park", "ada@example.org", "yes").await;
        signs(&world, "Bo Lind", "bo@example.org", "no").await;
        names(&mut owner, &letter, DESK).await;
        owner.sees("The link is on its way");
        let mail = world.mail(DESK).await;
        mail.says("South Law Library Alliance")
            .says("To the judges of the circuit");
        let mut desk = world.visitor();
        desk.goes(&mail.link()).await;
        desk.sees("South Law Library Alliance")
            .sees("Signers who said yes to your mail: a few");
        desk.sees_no("Ada Park").sees_no("ada@example.org");

        // the list holds who said yes, with the words, and nobody else; once
        let taken = desk.would_send("Take the list (CSV)");
        let first = desk.posts(&taken.action, taken.body()).await;
        assert_eq!(first.header("content-type"), "text/csv; charset=utf-8");
        let lines: Vec<&str> = first.body.lines().collect();
        assert_eq!(lines.len(), 2, "{}", first.body);
        assert!(
            lines[1].starts_with("\"ada@example.org\",\"Ada Park\",\"en\""),
            "{}",
            lines[1]
        );
        assert!(
            lines[1].contains("May South Law Library Alliance email you?"),
            "{}",
            lines[1]
        );
        assert_eq!(desk.posts(&taken.action, taken.body()).await.status, 410);
        desk.goes(&mail.link()).await;
        let heard = world.mail("owner@opendocket.example.org").await;
        heard.says("South Law Library Alliance took a list");
        desk.sees("The list was taken with this link.")
            .sees_no("Take the list (CSV)");
        let told = deeds(&world, &letter).await;
        let list = told.iter().filter(|(_, deed)| deed == "partner-list");
        let who: Vec<&str> = list.map(|(who, _)| who.as_str()).collect();
        assert_eq!(who, ["South Law Library Alliance"]);
        owner.goes(&urls::activity(letter.organization)).await;
        owner.sees("Named the mailbox of a partner").sees(DESK);

        // another link, asked for by itself; it works for a day
        world.later(minutes(6)).await;
        let mut desk = world.visitor();
        desk.goes("/partner").await;
        desk.types("email", DESK).presses("Send the link").await;
        desk.sees("If desk@slla.example.org reads for a partner, a link is on its way.");
        let again = world.mail(DESK).await;
        assert_ne!(again.link(), mail.link());
        desk.goes(&again.link()).await;
        desk.sees("Take the list (CSV)");
        world.later(hours(25)).await;
        desk.goes(&again.link()).await;
        assert_eq!(desk.status(), 410);
        desk.sees(GONE);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn strangers_learn_nothing_and_another_mailbox_ends_every_link() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        adds(&mut owner, &letter).await;
        signs(&world, "Ada Park", "ada@example.org", "yes").await;

        // the same answer for a mailbox that reads for nobody
        let mut stranger = world.visitor();
        stranger.goes("/partner").await;
        stranger
            .types("email", "nobody@example.net")
            .presses("Send the link")
            .await;
        stranger.sees("If nobody@example.net reads for a partner, a link is on its way.");
        world.mail_rests().await;
        assert_eq!(world.unread(), 0);
        stranger.goes("/partner/0123456789abcdefghjkmnpqrs").await;
        assert_ne!(stranger.status(), 200);

        // who may not take lists names no mailbox
        let editor = world.organizer(&letter, Role::Editor).await;
        let page = editor.gets(&urls::partner(letter.id, "slla")).await.page();
        assert!(!page.text().contains("Let the partner read for itself"));
        let guard = page
            .attribute("input[name=guard]", "value")
            .expect("a guard");
        let path = urls::partner_contact(letter.id, "slla");
        let fields = [("guard", guard.as_str()), ("email", "editor@example.net")];
        assert_eq!(editor.posts(&path, encoded(&fields)).await.status, 403);

        names(&mut owner, &letter, DESK).await;
        let mail = world.mail(DESK).await;
        names(&mut owner, &letter, "other@slla.example.org").await;
        let mut desk = world.visitor();
        desk.goes(&mail.link()).await;
        assert_eq!(desk.status(), 410);
        let other = world.mail("other@slla.example.org").await;
        desk.goes(&other.link()).await;
        desk.sees("Take the list (CSV)");
        names(&mut owner, &letter, "").await;
        owner.sees("Taken away.");
        desk.goes(&other.link()).await;
        assert_eq!(desk.status(), 410);
        names(&mut owner, &letter, "no address").await;
        assert_eq!(owner.status(), 422);
        assert_eq!(
            owner
                .answer()
                .page()
                .attribute("#email", "value")
                .as_deref(),
            Some("no address")
        );

        // it takes a proof
        world.later(minutes(6)).await;
        names(&mut owner, &letter, DESK).await;
        assert_eq!(owner.status(), 401);
        owner.sees("Is it still you?");
    })
    .await;
}

/// Where signing may put people in danger, nobody is told who signed where: a link that was sent leads nowhere.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_that_turns_dangerous_ends_every_link() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        adds(&mut owner, &letter).await;
        signs(&world, "Ada Park", "ada@example.org", "yes").await;
        names(&mut owner, &letter, DESK).await;
        let mail = world.mail(DESK).await;
        let mut desk = world.visitor();
        desk.goes(&mail.link()).await;
        let taken = desk.would_send("Take the list (CSV)");
        turns_dangerous(&world, &letter).await;
        assert_eq!(desk.gets(&mail.link()).await.status, 410);
        assert_eq!(desk.posts(&taken.action, taken.body()).await.status, 410);
    })
    .await;
}

/// A mailbox that is not written to stands on no list, whatever it said before.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_not_written_to_is_on_no_list() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        adds(&mut owner, &letter).await;
        signs(&world, "Ada Park", "ada@example.org", "yes").await;
        signs(&world, "Bo Lind", "bo@example.org", "yes").await;
        let (ada, now) = (email("ada@example.org"), world.now());
        let barred = world.app().endorsing.links.mailbox(&ada);
        world
            .write(move |tx| suppress(tx, &[barred], now, now.plus(days(30))))
            .await;
        names(&mut owner, &letter, DESK).await;
        let mail = world.mail(DESK).await;
        let mut desk = world.visitor();
        desk.goes(&mail.link()).await;
        let taken = desk.would_send("Take the list (CSV)");
        let list = desk.posts(&taken.action, taken.body()).await.body;
        assert!(list.contains("bo@example.org"), "{list}");
        assert!(!list.contains("ada@example.org"), "{list}");
        world.mail("owner@opendocket.example.org").await;
    })
    .await;
}

/// Whoever names a mailbox is told that the link is on its way: it is, however soon after another, and the newest works.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mailbox_named_twice_in_a_minute_gets_two_letters() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::new_partner(letter.id)).await;
        owner.types("name", "Open Shelves").types("code", "slla");
        owner.types("sites", "https://shelves.example.org");
        owner.presses("Add the partner").await;
        names(&mut owner, &letter, DESK).await;
        let first = world.mail(DESK).await;
        names(&mut owner, &letter, DESK).await;
        owner.sees("The link is on its way");
        let second = world.mail(DESK).await;
        assert_eq!(world.visitor().gets(&first.link()).await.status, 410);
        let page = world.visitor().gets(&second.link()).await;
        assert_eq!(page.status, 200);
        // its form never asked: no word of a list
        assert!(!second.text().contains("list"), "{}", second.text());
        assert!(page.page().find("#list").is_none());
        // a stranger who types the mailbox again and again has one letter sent
        for _ in 0..2 {
            let mut desk = world.visitor();
            desk.goes("/partner").await;
            desk.types("email", DESK).presses("Send the link").await;
        }
        world.mail(DESK).await;
        world.mail_rests().await;
        assert_eq!(world.unread(), 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_who_press_at_once_get_one_list() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        adds(&mut owner, &letter).await;
        signs(&world, "Ada Park", "ada@example.org", "yes").await;
        names(&mut owner, &letter, DESK).await;
        let mail = world.mail(DESK).await;
        let (mut one, mut two) = (world.visitor(), world.visitor());
        one.goes(&mail.link()).await;
        two.goes(&mail.link()).await;
        let taken = one.would_send("Take the list (CSV)");
        let both = tokio::join!(
            one.posts(&taken.action, taken.body()),
            two.posts(&taken.action, taken.body())
        );
        let mut both = [both.0.status, both.1.status];
        both.sort_unstable();
        world.mail("owner@opendocket.example.org").await;
        assert_eq!(both, [200, 410]);
    })
    .await;
}
