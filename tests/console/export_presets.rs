//! Story: an organizer takes a list for another tool, in its columns, and of those people alone who are asked for.

use crate::support::exports::LIST_USE;
use crate::support::questions::question;
use crate::support::signers::{sign, signer};
use crate::support::sources::source;
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::account::model::Role;
use undersigned::base::time::{days, seconds};
use undersigned::petition::rules::question::QuestionKind;
use undersigned::petition::source::{SourceKind, store as sources};
use undersigned::petition::{FieldMap, Kind, Petition, Replies, Reply, SignerField};
use undersigned::signature::{SignatureState, Signer};
use undersigned::web::urls;

/// An open letter with two signers: Lucía said yes to mail, Sam did not.
async fn letter(world: &World) -> Petition {
    let letter = world.petition(Kind::Letter).await;
    let people = vec![
        Signer {
            fields: FieldMap::default()
                .with(SignerField::Place, Some("Calder Bay".to_owned()))
                .with(SignerField::Postcode, Some("02138".to_owned())),
            wants_updates: true,
            ..signer("Lucía Fernández Prieto")
        },
        Signer {
            wants_updates: false,
            ..signer("=Sam Rivers")
        },
    ];
    sign(
        &world.app().db,
        letter.id,
        SignatureState::Counted,
        people,
        world.now(),
    )
    .await;
    world.meanwhile(seconds(2));
    letter
}

/// Takes a list with these fields beside what the page begins with.
async fn takes(who: &mut Visitor, letter: &Petition, fields: &[(&str, &str)]) -> String {
    who.goes(&urls::export(letter.id)).await;
    for (field, value) in LIST_USE.iter().chain(fields) {
        who.types(field, value);
    }
    who.presses("Download").await;
    who.answer().body.clone()
}

fn rows(body: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(body.trim_start_matches('\u{feff}').as_bytes());
    let cells = |row: csv::StringRecord| row.iter().map(str::to_owned).collect();
    reader
        .records()
        .map(|row| cells(row.expect("a row")))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_tool_gets_the_columns_it_knows() {
    on_both(|world| async move {
        world.leaves_unread(1);
        let letter = letter(&world).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        for (preset, head, lines) in [
            ("default", "email,first_name,last_name,full_name,opt_in,opt_in_organizations,city,zip_code", 2),
            ("action_network", "email,first_name,last_name,full_name,opt_in,opt_in_organizations,can2_user_city,zip_code", 1),
            ("nationbuilder", "email,first_name,last_name,full_name,email_opt_in,opt_in_organizations,city,zip", 2),
            ("civicrm", "Email,First Name,Last Name,No Bulk Emails (User Opt Out),Said Yes To,City,Postal Code", 2),
            ("mailchimp", "Email Address,First Name,Last Name,Full Name,Opt In,Opt In Organizations,City,Postal Code", 1),
            ("delivery", "name,place,role,affiliation,reason", 2),
        ] {
            let fields = [("preset", preset), ("column-city", "1"), ("column-zip_code", "1"), ("bom", "0")];
            let body = takes(&mut owner, &letter, &fields).await;
            assert_eq!(owner.status(), 200, "{preset}: {body}");
            assert_eq!(body.starts_with('\u{feff}'), preset != "default", "{preset}");
            let rows = rows(&body);
            assert_eq!(rows[0].join(","), head, "{preset}");
            assert_eq!(rows.len() - 1, lines, "{preset}");
            assert!(!body.contains("\"=Sam"), "{preset}: a formula");
            assert_eq!(body.matches("\r\n").count(), lines + 1, "{preset}");
            let has_address = body.contains('@');
            assert_eq!(has_address, preset != "delivery", "{preset}");
        }
        let body = takes(&mut owner, &letter, &[("preset", "mailchimp"), ("opted_in", "0")]).await;
        assert_eq!(rows(&body).len(), 3, "everybody, because they were asked for");
        let body = takes(&mut owner, &letter, &[("column-city", "1")]).await;
        assert_eq!(rows(&body)[1][1..4], ["Lucía", "Fernández Prieto", "Lucía Fernández Prieto"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_read_is_said_beside_its_field_and_nothing_is_lost() {
    on_both(|world| async move {
        let (letter, other) = (
            letter(&world).await,
            world
                .petition_with(Kind::Letter, |plan| {
                    plan.slug = "another-letter".to_owned();
                })
                .await,
        );
        world
            .asks(&other, vec![question(1, QuestionKind::One, "Which?")])
            .await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        for (field, value) in [
            ("preset", "salesforce"),
            ("format", "exe"),
            ("opted_in", "2"),
            ("language", "fr"),
            ("source", "nobodys"),
            ("answer", "q1=1"),
            ("since", "31.12.2026"),
            ("since", "2026-02-30"),
            ("purpose", "spam"),
            ("recipient", ""),
            ("founder", "0193b3a5-0000-7000-8000-000000000001"),
        ] {
            takes(&mut owner, &letter, &[("erased", "1"), (field, value)]).await;
            assert_eq!(owner.status(), 422, "{field}={value}");
            let page = owner.answer().page();
            assert_eq!(page.errors()[0].0, field, "{value}");
            let erased = "name=\"erased\" value=\"1\" checked";
            assert!(
                owner.answer().body.contains(erased),
                "{field}: nothing is lost"
            );
        }
        takes(&mut owner, &letter, &[("purpose", "other")]).await;
        assert_eq!(owner.answer().page().errors()[0].0, "purpose_other");
        let none = [
            ("column-email", "0"),
            ("column-opt_in", "0"),
            ("column-opt_in_organizations", "0"),
        ];
        let nationbuilder = [&none[..], &[("preset", "nationbuilder")]].concat();
        takes(&mut owner, &letter, &nationbuilder).await;
        assert_eq!(owner.answer().page().errors()[0].0, "columns");
        owner.sees("Tick opt_in");
        // with the address come the consents, whoever unticked them
        let body = takes(&mut owner, &letter, &none[1..]).await;
        assert!(rows(&body)[0].contains(&"opt_in".to_owned()));
        let posted = owner
            .posts(&urls::export(letter.id), "column-passphrase=1".to_owned())
            .await;
        assert!(
            [400, 403, 422].contains(&posted.status),
            "{}",
            posted.status
        );
        world.mail("owner@opendocket.example.org").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_is_narrowed_by_day_and_by_answer() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        world
            .asks(
                &letter,
                vec![question(1, QuestionKind::One, "Which meeting?")],
            )
            .await;
        let early = vec![signer("Early One")];
        sign(
            &world.app().db,
            letter.id,
            SignatureState::Counted,
            early,
            world.now(),
        )
        .await;
        world.meanwhile(days(2));
        let mut answers = Replies::default();
        answers.put(1, Some(Reply::Options(vec![2])));
        let late = vec![Signer {
            replies: answers,
            ..signer("Late One")
        }];
        sign(
            &world.app().db,
            letter.id,
            SignatureState::Counted,
            late,
            world.now(),
        )
        .await;
        world.meanwhile(seconds(2));
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let today: String = world.now().rfc3339().chars().take(10).collect();
        let body = takes(&mut owner, &letter, &[("since", &today)]).await;
        assert!(
            body.contains("Late One") && !body.contains("Early One"),
            "{body}"
        );
        let body = takes(&mut owner, &letter, &[("language", "es")]).await;
        assert_eq!(rows(&body).len(), 1, "nobody signed in Spanish");
        let body = takes(&mut owner, &letter, &[("language", "en")]).await;
        assert_eq!(rows(&body).len(), 3);
        let body = takes(&mut owner, &letter, &[("answer", "q1=2")]).await;
        assert!(
            body.contains("Late One") && !body.contains("Early One"),
            "{body}"
        );
        let body = takes(&mut owner, &letter, &[("answer", "q1=1")]).await;
        assert_eq!(rows(&body).len(), 1, "nobody answered so");
        // both came by one link, which is none of another's
        let (id, now) = (letter.id, world.now());
        world
            .write(move |tx| {
                sources::insert(tx, &source(id, "k7", SourceKind::Link, now))?;
                sources::insert(tx, &source(id, "table", SourceKind::Link, now))
            })
            .await;
        let body = takes(&mut owner, &letter, &[("source", "k7")]).await;
        assert_eq!(rows(&body).len(), 3);
        let body = takes(&mut owner, &letter, &[("source", "table")]).await;
        assert_eq!(rows(&body).len(), 1, "nobody came by it");
        world.mail("owner@opendocket.example.org").await;
    })
    .await;
}
