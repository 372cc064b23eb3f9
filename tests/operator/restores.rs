//! Story: a backup is restored. Who was erased, has withdrawn or wants no mail since then stays so, every number is right, and no mail
//! leaves until the operator says so.

use crate::support::operator::{start, told};
use crate::support::restored::{backed_up, elsewhere, key, loaded, read, restored, tell};
use crate::support::{Database, on_both};
use diesel::prelude::*;
use std::io::Write;
use undersigned::base::{Clock, Id, Time};
use undersigned::db::schema::{
    consents as c, endorsements as e, outbox as o, signature_details as d, signatures as s,
};
use undersigned::mail::store::mail_held_since;
use undersigned::petition::endorsement::Endorsement;
use undersigned::signature::Signature;

type Row = (Id<Signature>, String);

/// Counted signatures with their names, of people whose names stand once.
fn counted(database: &Database, many: i64) -> Vec<Row> {
    read(database, |conn| {
        let all = s::table
            .inner_join(d::table.on(d::signature_id.eq(s::id)))
            .filter(s::state.eq(0_i16))
            .filter(s::petition_id.eq_any(vec![biggest(conn)?]))
            .order(s::id.desc())
            .limit(many)
            .select((s::id, d::name));
        Ok(undersigned::both!(conn, |c| all.load::<Row>(c))?)
    })
}

fn biggest(
    conn: &mut undersigned::db::Conn,
) -> undersigned::db::Result<Id<undersigned::petition::Petition>> {
    Ok(s::table
        .select(s::petition_id)
        .order(s::id.desc())
        .first(conn)?)
}

/// State of a signature, and whether its details are there.
fn stands(database: &Database, id: Id<Signature>) -> (i16, bool) {
    read(database, |conn| {
        let state = s::table.find(id).select(s::state).first(conn)?;
        let details: i64 = d::table
            .filter(d::signature_id.eq(id))
            .count()
            .get_result(conn)?;
        Ok((state, details > 0))
    })
}

fn noted(database: &Database, lines: &[(&str, String)], at: Time) {
    let file = database.folder().join("data/gone.log");
    let mut log = std::fs::OpenOptions::new().append(true).open(file).unwrap();
    for (word, id) in lines {
        writeln!(log, "{} {word} {id}", at.micros()).unwrap();
    }
}

#[actix_web::test]
async fn who_was_erased_since_the_backup_stays_erased_and_no_mail_leaves() {
    on_both(|database| async move {
        loaded(&database);
        let people = counted(&database, 6);
        let ids: Vec<_> = people.iter().map(|(id, _)| *id).collect();
        let organization: Id<Endorsement> = read(&database, |conn| {
            let shown = e::table.filter(e::state.eq(2_i16)).select(e::id);
            Ok(shown.first(conn)?)
        });
        // done before the backup, and noted twice: it changes nothing
        noted(&database, &[("returned", ids[5].to_string())], Time::from_micros(5));
        backed_up(&database, "copy.db");
        let written = |word, at: usize| (word, ids[at].to_string());
        noted(
            &database,
            &[
                written("erased", 0),
                written("erased-counted", 1),
                written("withdrawn", 2),
                written("unsubscribed", 3),
                written("withdrawn", 4),
                written("returned", 4),
                ("organization-withdrawn", organization.to_string()),
                // of somebody who signed after the backup
                ("erased", Id::<()>::new(Clock::system().now()).to_string()),
            ],
            Clock::system().now(),
        );
        let before = told(database.folder(), &["check", "--database", database.url()]);
        let place = elsewhere(&database);
        let said = restored(&database, "copy.db", &place, &[]);
        assert!(
            said.contains(
                "done again since then from gone.log: erased 1, erased-counted 1, withdrawn 2, unsubscribed 1, returned 1, \
                 organization-withdrawn 1\n"
            ),
            "{said}"
        );
        assert!(said.contains("no mail leaves"), "{said}");
        let states: Vec<_> = ids.iter().map(|id| stands(&place, *id)).collect();
        assert_eq!(
            states,
            [(2, false), (0, false), (2, true), (0, true), (0, true), (0, true)],
            "counted is 0, withdrawn 2"
        );
        read(&place, |conn| {
            let gone = e::table.find(organization).select((e::state, e::contact_name));
            let gone: (i16, String) = gone.first(conn)?;
            assert_ne!(gone.0, 2);
            assert_eq!(gone.1, "");
            let no = c::table.filter(c::signature_id.eq(ids[3])).count();
            let _: i64 = no.get_result(conn)?;
            assert!(mail_held_since(conn)?.is_some());
            Ok(())
        });
        // two fewer count, and every number is what its rows say
        let folder = database.folder();
        let after = told(folder, &["check", "--database", place.url()]);
        let number = |said: &str| -> i64 {
            let rest = said.split("counted: ").nth(1).unwrap();
            rest.split(';').next().unwrap().parse().unwrap()
        };
        assert_eq!(number(&after), number(&before) - 2);

        // it serves, and says on whose word mail waits
        let server = start(folder, &["serve", "--database", place.url()], None);
        assert!(server.get("/en/p/not-at-corvane").starts_with("HTTP/1.1 200"));
        server.stop("INT");
        let released = told(folder, &["mail", "release", "--database", place.url()]);
        assert!(released.starts_with("mail goes out again: "), "{released}");
        let again = told(folder, &["mail", "release", "--database", place.url()]);
        assert_eq!(again, "mail is not held back: nothing to do\n");
        read(&place, |conn| {
            let held = mail_held_since(conn)?;
            assert_eq!(held, None);
            let waiting: i64 = o::table.filter(o::state.eq(0_i16)).count().get_result(conn)?;
            assert!(released.contains(&format!("{waiting} letters wait")), "{released}");
            Ok(())
        });
    })
    .await;
}

/// A backup of one kind becomes a database of the other.
#[actix_web::test]
async fn a_backup_that_only_the_holder_of_the_key_reads_is_restored_with_it() {
    on_both(|database| async move {
        loaded(&database);
        let folder = database.folder();
        let public = key(&folder.join("key"));
        let backup = [
            "backup",
            "copy.db.age",
            "--database",
            database.url(),
            "--backup-recipient",
            &public,
        ];
        told(folder, &backup);
        let written = std::fs::read(folder.join("copy.db.age")).unwrap();
        assert!(written.starts_with(b"age-encryption.org/v1\n"));
        assert!(!folder.join("data/backup-unencrypted.db").exists());
        let place = elsewhere(&database);
        let said = restored(&database, "copy.db.age", &place, &["--identity", "key"]);
        let checked = told(folder, &["check", "--database", database.url()]);
        assert_eq!(told(folder, &["check", "--database", place.url()]), checked);
        assert!(said.contains("as of 20"), "{said}");
        // into the file as well, whatever it was made from
        let file = Database::sqlite();
        restored(&database, "copy.db.age", &file, &["--identity", "key"]);
        assert_eq!(told(folder, &["check", "--database", file.url()]), checked);
    })
    .await;
}

/// The secrets are lost with the machine: the list is there again, and links are made anew.
#[actix_web::test]
async fn a_backup_is_restored_where_its_secrets_are_lost() {
    on_both(|database| async move {
        loaded(&database);
        let folder = database.folder();
        backed_up(&database, "copy.db");
        std::fs::remove_dir_all(folder.join("data")).unwrap();
        let place = elsewhere(&database);
        let said = restored(
            &database,
            "copy.db",
            &place,
            &["--secrets-lost", "--gone-log-lost"],
        );
        assert!(said.contains("undersigned secrets adopt"), "{said}");
        told(folder, &["secrets", "adopt", "--database", place.url()]);
        start(folder, &["serve", "--database", place.url()], None).stop("INT");
    })
    .await;
}

/// What the schema of the backup lacks is added on the way, and the backup itself stays as it is.
#[actix_web::test]
async fn a_backup_of_an_older_program_is_brought_up_to_date() {
    on_both(|database| async move {
        loaded(&database);
        let folder = database.folder();
        backed_up(&database, "copy.db");
        tell(
            &format!("sqlite:{}", folder.join("copy.db").display()),
            "drop table schema_floors; drop table mail_holds; drop table backup_runs; drop table copy_moments; \
             delete from __diesel_schema_migrations where version = '0009'",
        );
        let bytes = std::fs::read(folder.join("copy.db")).unwrap();
        let place = elsewhere(&database);
        let said = restored(&database, "copy.db", &place, &[]);
        assert!(said.contains("of an unknown moment"), "{said}");
        told(folder, &["check", "--database", place.url()]);
        assert!(std::fs::read(folder.join("copy.db")).unwrap() == bytes);
    })
    .await;
}

/// Whoever gives the file itself to `--database`: what waits in it may have been sent long ago.
#[actix_web::test]
async fn a_backup_that_is_put_into_service_is_silent_too() {
    on_both(|database| async move {
        loaded(&database);
        let folder = database.folder();
        backed_up(&database, "copy.db");
        let url = "sqlite:copy.db";
        told(folder, &["check", "--database", url]);
        start(folder, &["serve", "--database", url], None).stop("INT");
        let released = told(folder, &["mail", "release", "--database", url]);
        assert!(released.starts_with("mail goes out again"), "{released}");
        // once it serves it is a database like any other
        start(folder, &["serve", "--database", url], None).stop("INT");
        let again = told(folder, &["mail", "release", "--database", url]);
        assert_eq!(again, "mail is not held back: nothing to do\n");
        // and none to restore from
        let refused =
            crate::support::restored::restore(&database, "copy.db", &elsewhere(&database), &[]);
        assert_eq!(refused.status.code(), Some(2));
    })
    .await;
}
