//! Story: what organizers do stands in a log that nobody rewrites, and is read by whoever answers for them.

use crate::support::mailbox::Mail;
use crate::support::organizer::PHRASE;
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use diesel::RunQueryDsl;
use undersigned::account::deed::Deed;
use undersigned::account::model::Role;
use undersigned::account::store::activity::{self, Doer, Line, LineFilter};
use undersigned::base::time::days;
use undersigned::db::{Error, Tx};
use undersigned::petition::{Kind, Petition};
use undersigned::web::urls;

/// All lines, the newest first.
async fn lines(world: &World, letter: &Petition) -> Vec<Line> {
    let place = letter.organization;
    let all =
        world.read(move |conn| activity::page(conn, place, LineFilter::default(), None, 1_000));
    all.await.rows
}

/// What was done, the first first.
async fn deeds(world: &World, letter: &Petition) -> Vec<String> {
    let lines = lines(world, letter).await;
    lines.into_iter().rev().map(|line| line.deed).collect()
}

async fn presses_at(who: &mut Visitor, path: &str, button: &str) {
    who.goes(path).await;
    who.presses(button).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_done_is_read_by_who_answers_for_it() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;

        // other words under signatures: both are kept
        owner.goes(&urls::edit_petition(letter.id)).await;
        owner.types("title-en", "=1+1, to the judges of the circuit");
        owner.presses("Update the page").await;
        presses_at(
            &mut owner,
            &urls::pause_petition(letter.id),
            "Pause signing",
        )
        .await;
        presses_at(
            &mut owner,
            &urls::resume_petition(letter.id),
            "Resume signing",
        )
        .await;
        owner.goes(&urls::people(letter.organization)).await;
        owner
            .types("email", "kim@example.org")
            .types("role", "editor");
        owner.presses("Send the invitation").await;
        world.mail("kim@example.org").await;
        owner.takes_list(&letter).await;
        let told = world.mail("owner@opendocket.example.org").await;
        told.says("The Owner took a list with addresses");
        assert_eq!(
            deeds(&world, &letter).await,
            [
                "signed-in",
                "wording",
                "paused",
                "resumed",
                "invited",
                "exported"
            ]
        );
        let all = lines(&world, &letter).await;
        let wording = all.iter().find(|line| line.deed == "wording");
        let wording = wording.expect("a wording");
        assert_eq!(wording.before, "To the judges of the circuit");
        assert_eq!(wording.after, "=1+1, to the judges of the circuit");
        for line in &all {
            assert_eq!(line.who, "The Owner", "{line:?}");
            assert!(line.place.ends_with(".x.x"), "{line:?}");
            assert!(
                !line.place.contains(&owner.source().to_string()),
                "{line:?}"
            );
        }

        // on the page, and narrowed to one kind or person
        owner.goes(&urls::activity(letter.organization)).await;
        owner.sees("Changed a wording").sees("Show what changed");
        owner.sees("kim@example.org").sees("Editor").sees("Paused");
        let grave = owner.answer().page().all("table strong");
        assert_eq!(
            grave,
            ["Downloaded the list of signatures", "Invited somebody"]
        );
        owner.types("kind", "people").presses("Show").await;
        owner.sees("Invited somebody").sees_no("Signed in");
        let other = world.organizer(&letter, Role::Admin).await;
        let theirs = other.gets(&urls::activity(letter.organization)).await;
        assert_eq!(theirs.status, 200);
        owner.goes(&urls::activity(letter.organization)).await;
        owner.follows("The Admin").await;
        owner.sees("Signed in").sees_no("Paused");

        // as a table: the same, and no cell a formula
        let file = owner.gets(&urls::activity_file(letter.organization)).await;
        assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
        let table = file.body.as_str();
        assert_eq!(table.matches("\r\n").count(), 1 + 7, "{table}");
        assert!(
            table.contains(r#""wording""#) && table.contains(r#""'=1+1, to"#),
            "{table}"
        );
        let narrowed = format!("{}?kind=people", urls::activity_file(letter.organization));
        let table = owner.gets(&narrowed).await.body;
        assert_eq!(table.matches("\r\n").count(), 2, "{table}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_came_to_nothing_leaves_no_line() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let mut second = world.organizer(&letter, Role::Admin).await;
        second.goes(&urls::pause_petition(letter.id)).await;
        presses_at(
            &mut owner,
            &urls::pause_petition(letter.id),
            "Pause signing",
        )
        .await;
        second.presses("Pause signing").await;
        // the last owner does not leave, and a role that moved is not given
        presses_at(&mut owner, &urls::leave(letter.organization), "Leave").await;
        assert_eq!(owner.status(), 409);
        assert_eq!(
            deeds(&world, &letter).await,
            ["signed-in", "signed-in", "paused"]
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_person_s_deeds_stand_in_every_organization_of_theirs() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::passphrase()).await;
        owner.types("current", PHRASE);
        owner.types("password", "otters keep a ledger");
        owner.types("again", "otters keep a ledger");
        owner.presses("Save the new passphrase").await;
        assert_eq!(deeds(&world, &letter).await, ["signed-in", "passphrase"]);
        world.mail("owner@opendocket.example.org").await;
    })
    .await;
}

/// Runs a statement; what the database says against it.
async fn refused(world: &World, statement: &'static str) -> bool {
    let run = move |tx: &mut Tx<'_>| {
        diesel::sql_query(statement).execute(&mut **tx)?;
        Ok::<_, Error>(())
    };
    world.app().db.write(run).await.is_err()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_line_is_rewritten_or_taken_out_before_its_time() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let owner = world.organizer(&letter, Role::Owner).await;
        assert!(refused(&world, "update activity set who = 'Nobody'").await);
        assert!(refused(&world, "delete from activity").await);
        if world.folder().is_none() {
            assert!(refused(&world, "truncate activity").await);
        }
        assert_eq!(deeds(&world, &letter).await, ["signed-in"]);

        // after 24 months and a day it goes by itself
        let (place, now) = (
            letter.organization,
            undersigned::base::Clock::system().now(),
        );
        world
            .write(move |tx| {
                let doer = |ago| Doer::operator(now.minus(days(ago)));
                doer(760).did(tx, place, Deed::EXPORTED, "old")?;
                doer(720).did(tx, place, Deed::EXPORTED, "young")
            })
            .await;
        drop(owner);
        world.later(days(0)).await;
        let what: Vec<String> = lines(&world, &letter)
            .await
            .into_iter()
            .map(|line| line.what)
            .collect();
        assert!(
            what.contains(&"young".to_owned()) && !what.contains(&"old".to_owned()),
            "{what:?}"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_owner_and_whoever_took_it_hears_of_a_list_once_a_day() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        world.organizer(&letter, Role::Owner).await;
        world.organizer(&letter, Role::Analyst).await;
        let mut exporter = world.organizer(&letter, Role::Exporter).await;
        for _ in 0..2 {
            exporter.takes_list(&letter).await;
            assert_eq!(exporter.status(), 200);
        }
        let told = |mails: Vec<Mail>| {
            let mut to: Vec<_> = mails
                .iter()
                .map(|mail| {
                    mail.says("The Exporter took a list")
                        .says("Open Docket Coalition");
                    mail.says("Purpose: checking signatures.");
                    mail.says("The file goes to: records team.");
                    mail.header("to").to_owned()
                })
                .collect();
            to.sort();
            to
        };
        let both = [
            "exporter@opendocket.example.org",
            "owner@opendocket.example.org",
        ];
        assert_eq!(told(world.mails().await), both);

        // and the day after
        world.later(days(1)).await;
        exporter.goes("/organize/sign-in").await;
        exporter.types("email", both[0]).types("password", PHRASE);
        exporter.presses("Sign in").await;
        exporter.takes_list(&letter).await;
        assert_eq!(told(world.mails().await), both);
    })
    .await;
}
