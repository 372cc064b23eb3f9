//! Story: a large list is written while its maker waits, and nobody else gets it.

use crate::support::signers::{sign, signer};
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use undersigned::account::model::{Organizer, Role};
use undersigned::account::store::person;
use undersigned::base::time::{hours, seconds};
use undersigned::base::{Email, Id, Strictness};
use undersigned::db::schema::exports as e;
use undersigned::db::{Conn, Error};
use undersigned::petition::{Kind, Petition};
use undersigned::signature::SignatureState;
use undersigned::transfer::ExportOptions;
use undersigned::transfer::exporting::Instance;
use undersigned::transfer::job::model::{ExportJob, JobState};
use undersigned::transfer::job::store;
use undersigned::web::urls;

const TWO: [&str; 3] = ["Amara Osei", "Sam Rivers", "Lucía Prieto"];

/// A letter with three signers, in a world in which more than one is a large list.
async fn letter(world: &World) -> Petition {
    let letter = world.petition(Kind::Letter).await;
    let people = TWO.map(signer).into();
    sign(
        &world.app().db,
        letter.id,
        SignatureState::Counted,
        people,
        world.now(),
    )
    .await;
    world.meanwhile(seconds(2));
    world.app().exporting.set_at_once_lines(1);
    letter
}

async fn id_of(world: &World, role: Role) -> Id<Organizer> {
    let address = format!("{role:?}@opendocket.example.org").to_lowercase();
    let address = Email::parse(&address, Strictness::Testing).expect("an address");
    let found = world
        .read(move |conn| person::by_address(conn, &address))
        .await;
    found.expect("an organizer").organizer.id
}

async fn jobs(world: &World, letter: &Petition, who: Id<Organizer>) -> Vec<ExportJob> {
    let petition = letter.id;
    world.read(move |conn| store::of(conn, petition, who)).await
}

/// The newest list of this person, when it is written no more.
async fn done(world: &World, letter: &Petition, who: Id<Organizer>) -> ExportJob {
    let ends = async || {
        let all = jobs(world, letter, who).await;
        all.first()
            .is_some_and(|job| job.state != JobState::Running)
    };
    world.until("the list is written no more", ends).await;
    jobs(world, letter, who).await.remove(0)
}

fn files(world: &World) -> Vec<PathBuf> {
    let folder = world.app().exporting.folder().expect("a folder").to_owned();
    let all = std::fs::read_dir(folder).expect("the folder").flatten();
    let lists = all
        .map(|one| one.path())
        .filter(|path| path.extension().is_some());
    lists.collect()
}

async fn asks(who: &mut Visitor, letter: &Petition) {
    who.goes(&urls::export(letter.id)).await;
    who.wants_every_column();
    who.presses("Download").await;
}

/// One that is being written, as far as anybody knows.
async fn running(world: &World, letter: &Petition, who: Id<Organizer>) -> ExportJob {
    let now = world.now();
    let job = ExportJob {
        id: Id::new(now),
        petition: letter.id,
        organizer: who,
        instance: world.app().exporting.instance(now).expect("an instance"),
        options: ExportOptions {
            purpose: "checking".to_owned(),
            recipient: "records team".to_owned(),
            ..ExportOptions::minimal()
        },
        state: JobState::Running,
        lines_read: 1,
        lines_of: 3,
        lines: None,
        bytes: None,
        sha256: None,
        book: None,
        file_name: "open-letter.csv".to_owned(),
        started_at: now,
        moved_at: now,
        finished_at: None,
        expires_at: now.plus(hours(24)),
    };
    let row = job.clone();
    assert!(world.write(move |tx| store::begin(tx, &row)).await);
    job
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_large_list_is_waited_for_and_taken_by_its_maker_alone() {
    on_both(|world| async move {
        let letter = letter(&world).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let mut exporter = world.organizer(&letter, Role::Exporter).await;
        asks(&mut owner, &letter).await;
        assert_eq!(owner.status(), 200, "{}", owner.text());
        let page = owner.path().to_owned();
        assert!(page.starts_with("/organize/exports/"), "{page}");
        let job = done(&world, &letter, id_of(&world, Role::Owner).await).await;
        assert_eq!((job.state, job.lines), (JobState::Ready, Some(3)));
        let [file] = files(&world).try_into().expect("one file");
        let mode = std::fs::metadata(&file)
            .expect("a file")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
        let told = world.mail("owner@opendocket.example.org").await;
        told.says("It has 3 lines");

        owner.goes(&page).await.sees("Ready");
        owner.presses("Download").await;
        assert_eq!(owner.status(), 200);
        let body = owner.answer().body.clone();
        for name in TWO {
            assert!(body.contains(name), "{body}");
        }
        assert_eq!(exporter.goes(&page).await.status(), 404, "somebody else's");
        let guard = exporter
            .goes(&urls::export(letter.id))
            .await
            .answer()
            .page();
        let guard = guard
            .attribute("input[name=guard]", "value")
            .expect("a guard");
        for act in [urls::export_file(job.id), urls::export_again(job.id)] {
            let forged = exporter.posts(&act, format!("guard={guard}")).await;
            assert_eq!(forged.status, 404, "{act}");
        }
        owner
            .goes(&urls::export(letter.id))
            .await
            .sees("Lists of the last 24 hours");

        world.later(hours(25)).await;
        assert_eq!(files(&world), Vec::<PathBuf>::new());
        assert_eq!(jobs(&world, &letter, job.organizer).await.len(), 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_who_ask_at_once_each_get_their_own() {
    on_both(|world| async move {
        let letter = letter(&world).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let mut exporter = world.organizer(&letter, Role::Exporter).await;
        tokio::join!(asks(&mut owner, &letter), asks(&mut exporter, &letter));
        assert_ne!(owner.path(), exporter.path());
        for role in [Role::Owner, Role::Exporter] {
            let job = done(&world, &letter, id_of(&world, role).await).await;
            assert_eq!(
                (job.state, job.lines),
                (JobState::Ready, Some(3)),
                "{role:?}"
            );
        }
        assert_eq!(files(&world).len(), 2);
        // each list is told to the owner, and to whoever took it
        assert_eq!(world.mails().await.len(), 3);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_loses_the_right_meanwhile_gets_nothing() {
    on_both(|world| async move {
        let letter = letter(&world).await;
        let mut exporter = world.organizer(&letter, Role::Exporter).await;
        let who = id_of(&world, Role::Exporter).await;
        // the moment it is begun, a colleague removes her
        world
            .write(|tx| {
                let gone = "delete from memberships where organizer_id = new.organizer_id;";
                match &mut **tx {
                    Conn::Sqlite(c) => c.batch_execute(&format!(
                        "create trigger meanwhile after insert on exports begin {gone} end"
                    )),
                    Conn::Postgres(c) => c.batch_execute(&format!(
                        "create function meanwhile() returns trigger language plpgsql as \
                         $$ begin {gone} return new; end $$; create trigger meanwhile after \
                         insert on exports for each row execute function meanwhile()"
                    )),
                }?;
                Ok::<_, Error>(())
            })
            .await;
        asks(&mut exporter, &letter).await;
        assert_eq!(exporter.status(), 404, "she sees nothing any more");
        let job = done(&world, &letter, who).await;
        assert_eq!((job.state, job.sha256), (JobState::NotAllowed, None));
        world
            .until("its file is gone", async || files(&world).is_empty())
            .await;
        assert_eq!(world.mails().await.len(), 0, "no list left");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_stop_broke_off_is_said_and_written_again() {
    on_both(|world| async move {
        let letter = letter(&world).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let who = id_of(&world, Role::Owner).await;
        let job = running(&world, &letter, who).await;
        let folder = world.app().exporting.folder().expect("a folder").to_owned();
        std::fs::write(folder.join(format!("{}.part", job.id)), "half of it").expect("a file");

        // one at once for a petition and person
        asks(&mut owner, &letter).await;
        assert_eq!(owner.status(), 409);
        owner.sees("A list is being written already.");
        owner
            .goes(&urls::export_job(job.id))
            .await
            .sees("1 of 3 signatures");
        owner.follows("Refresh").await.sees("Being written");
        assert_eq!(
            world.app().exporting.instance(world.now()).ok(),
            Some(job.instance)
        );

        world.starts_again().await;
        assert_eq!(files(&world), Vec::<PathBuf>::new());
        owner
            .goes(&urls::export_job(job.id))
            .await
            .sees("Broken off");
        owner.presses("Write it again").await;
        let again = done(&world, &letter, who).await;
        assert_ne!(again.id, job.id);
        assert_eq!(again.state, JobState::Ready);
        world.mail("owner@opendocket.example.org").await;

        // another server of the site has it
        let elsewhere = Id::<Instance>::new(world.now());
        world
            .write(move |tx| {
                let set = e::instance_id.eq(elsewhere);
                let moved = diesel::update(e::table.find(again.id)).set(set);
                Ok(moved.execute(&mut **tx)?)
            })
            .await;
        owner
            .goes(&urls::export_job(again.id))
            .await
            .sees("Another server of this site");
        let guard = owner
            .answer()
            .page()
            .attribute("input[name=guard]", "value");
        let guard = guard.unwrap_or_default();
        let refused = owner
            .posts(&urls::export_file(again.id), format!("guard={guard}"))
            .await;
        assert!([403, 409].contains(&refused.status), "{}", refused.status);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_folder_that_takes_no_file_is_said_in_a_sentence() {
    on_both(|world| async move {
        let letter = letter(&world).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let folder = world.app().exporting.folder().expect("a folder").to_owned();
        std::fs::remove_dir_all(&folder).expect("gone");
        std::fs::write(&folder, "no folder").expect("a file");
        for lines in [1, 20_000] {
            world.app().exporting.set_at_once_lines(lines);
            asks(&mut owner, &letter).await;
            assert_eq!(owner.status(), 503, "{lines}");
            owner.sees("The disk takes no more");
            let recipient = owner
                .answer()
                .page()
                .attribute("input[name=recipient]", "value");
            assert_eq!(
                recipient.as_deref(),
                Some("records team"),
                "nothing is lost"
            );
        }
        assert_eq!(world.mails().await.len(), 0, "no list left");
    })
    .await;
}
