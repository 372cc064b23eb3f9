//! Story: a book of names that no font has, of names that are tricks, of thousands that are pinned; and one whose maker may not have it any
//! more.

use crate::support::books::{asks_for_book, book, files, id_of, written};
use crate::support::pdf;
use crate::support::signers::{sign, signer};
use crate::support::world::on_both;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use std::io::ErrorKind;
use undersigned::account::model::Role;
use undersigned::base::Lang;
use undersigned::db::schema::{register_entries as e, signature_details as d};
use undersigned::db::{Conn, Error};
use undersigned::petition::Kind;
use undersigned::signature::SignatureState;
use undersigned::transfer::book::options::{BookGrouping, BookOrder, BookRequest, Paper};
use undersigned::transfer::book::write::write_book;
use undersigned::transfer::job::model::JobState;
use undersigned::transfer::write::ExportError;
use undersigned::web::urls;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn names_that_no_font_has_never_fail_a_book() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let pile = format!("Zoe{} Pile", "\u{301}".repeat(200));
        let names = [
            "=HYPERLINK(\"http://evil.example\") Ann",
            "Two\nLines",
            pile.as_str(),
            "محمد علي",
            "王小明",
            "\u{202e}Reversed",
            "Łucja Żak",
            "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "👩‍👩‍👧 Family",
        ];
        let people = names.map(signer).into();
        sign(&world.app().db, letter.id, SignatureState::Counted, people, world.now()).await;
        world.looks().await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let (job, file) = book(&world, &letter, (&mut owner, Role::Owner), &[]).await;
        pdf::is_whole(&file);
        let figures = job.book.expect("figures");
        assert_eq!(job.lines, Some(9));
        assert_eq!(figures.missing_names, 4, "{figures:?}");
        owner.goes(&urls::export_job(job.id)).await;
        owner.sees("4 names have letters that the built-in fonts do not have.");
        // copied and read aloud they are what they are
        let read = pdf::text(&file);

        // a page of text has what runs to the left in the order of the eye
        let arabic: String = "محمد علي".chars().rev().collect();
        for name in [arabic.as_str(), "王小明", "Łucja Żak"] {
            assert!(read.contains(name), "{name} in {read}");
        }
        owner.goes(&urls::signer_book_page(letter.id, "")).await;
        assert_eq!(owner.answer().page().all("ol.signers li").len(), 9);
        owner.sees("王小明");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_thousand_pinned_names_stand_each_once() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let people = (0..3_000).map(|n| signer(&format!("Kim Number{n:04}")));
        let people = people.collect();
        sign(
            &world.app().db,
            letter.id,
            SignatureState::Counted,
            people,
            world.now(),
        )
        .await;
        world
            .write(|tx| {
                let details = diesel::update(d::table).set(d::is_first.eq(true));
                details.execute(&mut **tx)?;
                let all = diesel::update(e::table).set(e::is_first.eq(true));
                Ok(all.execute(&mut **tx)?)
            })
            .await;
        world.looks().await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        // too many for a page: the PDF is offered alone
        owner.goes(&urls::signer_book(letter.id)).await;
        assert!(!owner.text().contains("Open the page to print"));
        owner.goes(&urls::signer_book_page(letter.id, "")).await;
        assert_eq!(owner.path(), urls::signer_book(letter.id));
        let (job, file) = book(&world, &letter, (&mut owner, Role::Owner), &[]).await;
        pdf::is_whole(&file);
        let text = pdf::text(&file);
        assert_eq!(text.matches("Kim Number").count(), 3_000);
        assert!(text.contains("Kim Number0000") && text.contains("Kim Number2999"));
        let pages = pdf::pages(&file);
        assert_eq!(job.book.map(|book| book.pages), i64::try_from(pages).ok());
        assert!(
            (94..110).contains(&pages),
            "two columns of sixteen: {pages}"
        );
        assert!(text.contains(&format!("Page {pages} of {pages}")));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_loses_the_right_meanwhile_gets_no_book() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let people = vec![signer("Amara Osei")];
        sign(
            &world.app().db,
            letter.id,
            SignatureState::Counted,
            people,
            world.now(),
        )
        .await;
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
        asks_for_book(&mut exporter, &letter, &[]).await;
        assert_eq!(exporter.status(), 404, "she sees nothing any more");
        let job = written(&world, &letter, who).await;
        assert_eq!((job.state, job.sha256), (JobState::NotAllowed, None));
        world
            .until("its file is gone", async || files(&world).is_empty())
            .await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_that_fills_in_the_middle_ends_it_with_a_sentence() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let people = (0..100).map(|n| signer(&format!("Kim Number{n:04}")));
        let people = people.collect();
        sign(
            &world.app().db,
            letter.id,
            SignatureState::Counted,
            people,
            world.now(),
        )
        .await;
        world.looks().await;
        let request = BookRequest {
            petition: letter.id,
            lang: Lang::EN,
            paper: Paper::A4,
            order: BookOrder::Name,
            grouping: BookGrouping::Nothing,
            has_page_breaks: false,
            is_redacted: false,
        };
        let (words, now) = (world.app().site.words(Lang::EN), world.now());
        let db = world.app().db.clone();
        let written = tokio::task::spawn_blocking(move || {
            let mut conn = db.open_reader().expect("a connection");
            let scratch = tempfile::tempdir().expect("a folder");
            let full = std::fs::File::options().write(true).open("/dev/full");
            let mut full = full.expect("a full disk");
            let of = (&*words, "https://sign.example.org/p/free-records");
            let to = (&mut full, scratch.path(), "book");
            write_book(&mut conn, &request, of, now, to, |_| Ok(())).err()
        });
        let refused = written.await.expect("no panic").expect("no book");
        let is_full =
            matches!(&refused, ExportError::Out(error) if error.kind() == ErrorKind::StorageFull);
        assert!(is_full, "{refused:?}");
    })
    .await;
}
