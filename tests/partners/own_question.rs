//! Story: a partner asks in its own frame whether it may write. The yes is the partner's and nobody else's, and its signer takes it back
//! wherever any other is taken back.

use crate::signing::high_risk_routes::turns_dangerous;
use crate::support::mailbox::Mail;
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use serde_json::Value;
use std::io;
use undersigned::account::model::Role;
use undersigned::base::time::{minutes, seconds};
use undersigned::base::{Id, Token};
use undersigned::petition::consent::{Means, Purpose};
use undersigned::petition::{Kind, Petition};
use undersigned::signature::model::Asker;
use undersigned::signature::store::consents::{self, ToldConsent};
use undersigned::signature::store::read;
use undersigned::signature::{Signature, Signer};
use undersigned::transfer::{ExportRequest, write_all};
use undersigned::web::urls;

const SLLA: &str = "South Law Library Alliance";
const FRAME: &str = "/embed/open-letter?kind=form&lang=en&via=slla";
const QUESTION: &str = "May South Law Library Alliance email you? If you say yes, South Law Library Alliance gets your name and email address.";
const OURS: &str = "May Open Docket Coalition email you about this campaign?";

/// Adds the partner, whose form asks for itself.
pub async fn adds(owner: &mut Visitor, letter: &Petition) {
    owner.goes(&urls::new_partner(letter.id)).await;
    owner.types("name", SLLA).types("code", "slla");
    owner.types("sites", "https://slla.example.org");
    owner.types("asks", "1").presses("Add the partner").await;
    owner.sees(SLLA);
}

/// Signs in the partner's frame with this answer, confirms there by the code of the mail, and returns what its link shows before that.
pub async fn signs(world: &World, name: &str, email: &str, answer: &str) -> (Mail, String) {
    let mut signer = world.visitor();
    signer.goes(FRAME).await.sees(QUESTION).sees_no(OURS);
    world.meanwhile(seconds(20));
    signer.fills_in(name, email).types("updates", "");
    signer.types("partner_updates", answer);
    signer.presses("Sign the letter").await;
    assert_eq!(signer.status(), 200, "{}", signer.text());
    let mail = signer.reads_mail().await;
    let link = world.visitor().gets(&mail.link()).await.page().text();
    signer.types("code", &mail.code());
    signer.presses("Confirm my signature").await;
    signer.sees("Your email address is confirmed");
    (mail, link)
}

/// The signature behind the link of the mail.
fn signed(world: &World, mail: &Mail) -> Id<Signature> {
    let token = Token::parse(&mail.token()).expect("a token");
    world.app().links.open(&token)
}

async fn told(world: &World, id: Id<Signature>) -> (Signer, Vec<ToldConsent>) {
    let found = world.read(move |conn| {
        let signer = read::find(conn, id)?.and_then(|one| one.signer);
        Ok((signer.expect("a signer"), consents::of(conn, id)?))
    });
    found.await
}

/// What was answered about mail: to whom, the words, the answer, and how.
fn about_mail(told: &[ToldConsent]) -> Vec<(Option<&str>, &str, bool, Means)> {
    let mail = told
        .iter()
        .filter(|one| one.consent.purpose == Purpose::Updates);
    mail.map(|one| {
        let words = one.words.as_deref().expect("words");
        (
            one.asker.as_deref(),
            words,
            one.consent.is_yes,
            one.consent.means,
        )
    })
    .collect()
}

/// How many lines the list has, of all or of those alone who let the organizations write.
async fn listed(world: &World, letter: &Petition, only_opted_in: bool) -> usize {
    let (letter, now) = (letter.clone(), world.now());
    let list = world.read(move |conn| {
        let mut wanted = ExportRequest::whole(&letter);
        wanted.filter.only_opted_in = only_opted_in;
        let mut list = Vec::new();
        write_all(conn, &wanted, now, &mut list).expect("a list");
        Ok(list)
    });
    csv::Reader::from_reader(io::Cursor::new(list.await))
        .records()
        .count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_yes_is_the_partners_alone() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        adds(&mut owner, &letter).await;
        // elsewhere the organizations ask, by whatever link somebody comes
        let reader = world.visitor();
        for elsewhere in [
            "/en/p/open-letter?via=slla",
            "/embed/open-letter?kind=form&lang=en",
        ] {
            let body = reader.gets(elsewhere).await.page().text();
            assert!(body.contains(OURS) && !body.contains(SLLA), "{elsewhere}");
        }

        // an answer to another question is none to this one
        let mut sam = world.visitor();
        sam.goes(FRAME).await;
        world.meanwhile(seconds(20));
        sam.fills_in("Sam Okafor", "sam@example.org");
        sam.types("updates", "yes").presses("Sign the letter").await;
        assert_eq!(sam.status(), 422);
        let errors = sam.answer().page().errors();
        assert_eq!(errors[0].0, "partner_updates", "{errors:?}");

        let (mail, link) = signs(&world, "Sam Okafor", "sam@example.org", "yes").await;
        mail.says(&format!("Email updates: yes, from {SLLA}"));
        let line = format!("Email from {SLLA} Yes, about this campaign");
        assert!(
            link.contains(&line) && !link.contains("Email from Open"),
            "{link}"
        );
        let (signer, answers) = told(&world, signed(&world, &mail)).await;
        assert_eq!(
            about_mail(&answers),
            [(Some(SLLA), QUESTION, true, Means::Form)]
        );
        assert!(!signer.wants_updates, "nobody else was let write");
        assert!(matches!(answers[0].consent.asker, Asker::Partner(id)
                if signer.opted_in_partner == Some(id)));
        let lists = [false, true].map(|only| listed(&world, &letter, only));
        let [all, opted_in] = lists;
        assert_eq!((all.await, opted_in.await), (1, 0));

        let (mail, _) = signs(&world, "Kim Park", "kim@example.org", "no").await;
        mail.says("Email updates: no");
        let (signer, answers) = told(&world, signed(&world, &mail)).await;
        assert_eq!(signer.opted_in_partner, None);
        assert!(!about_mail(&answers)[0].2);

        // organizers see how many, and the name that was agreed to stays
        owner.goes(&urls::partner(letter.id, "slla")).await;
        owner.sees("Signers who said yes to mail from this partner: a few");
        owner.types("name", "Somebody Else").presses("Save").await;
        assert_eq!(owner.status(), 422);
        owner.sees("The name stays");
        owner
            .types("name", SLLA)
            .types("asks", "")
            .presses("Save")
            .await;
        owner.sees("Signers who said yes to mail from this partner: a few");
        owner.types("name", "Somebody Else").presses("Save").await;
        assert_eq!(owner.status(), 422, "nor once it asks no more");
        world.meanwhile(seconds(2));
        let mut lee = world.visitor();
        lee.goes(FRAME).await.sees(OURS).sees_no(QUESTION);
        lee.fills_in("Lee Diaz", "lee@example.org")
            .types("updates", "");
        lee.types("partner_updates", "yes");
        lee.presses("Sign the letter").await;
        assert_eq!(lee.status(), 422, "a frame from before asks anew");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_changed_on_the_own_page_and_stopped_by_the_link() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        adds(&mut owner, &letter).await;
        let (mail, _) = signs(&world, "Sam Okafor", "sam@example.org", "yes").await;
        let (mut sam, id, link) = (world.visitor(), signed(&world, &mail), mail.link());
        let own = urls::own(&world.app().links.own(id));
        let about = |field: &str, value: &str| (field.to_owned(), value.to_owned());
        let steps = [
            (about("updates", "yes"), (None, OURS, true)),
            (
                about("partner_updates", "no"),
                (Some(SLLA), QUESTION, false),
            ),
            (
                about("partner_updates", "yes"),
                (Some(SLLA), QUESTION, true),
            ),
        ];
        let mut expected = vec![(Some(SLLA), QUESTION, true, Means::Form)];
        for ((field, value), (who, words, is_yes)) in steps {
            world.later(minutes(1)).await;
            sam.goes(&own).await.sees(OURS).sees(QUESTION);
            sam.types(&field, &value).presses("Save changes").await;
            sam.sees("Saved");
            expected.push((who, words, is_yes, Means::OwnPage));
            let (signer, answers) = told(&world, id).await;
            assert_eq!(about_mail(&answers), expected);
            assert!(signer.wants_updates);
            assert_eq!(
                signer.opted_in_partner.is_some(),
                (field.as_str(), value.as_str()) != ("partner_updates", "no")
            );
        }
        let file = sam.gets(&format!("{own}/data.json")).await;
        let file: Value = serde_json::from_str(&file.body).expect("a file");
        assert_eq!(file["signer"]["opted_in_partner"], SLLA);
        assert_eq!(file["consents"][0]["organization"], SLLA);

        world.later(minutes(1)).await;
        sam.goes(&format!("{link}/unsubscribe")).await;
        sam.presses("Send me no updates").await;
        let (signer, answers) = told(&world, id).await;
        assert_eq!(
            (signer.wants_updates, signer.opted_in_partner),
            (false, None)
        );
        let last: Vec<_> = about_mail(&answers).split_off(expected.len());
        let last: Vec<_> = last.iter().map(|one| (one.0, one.2, one.3)).collect();
        assert_eq!(
            last,
            [
                (None, false, Means::StopLink),
                (Some(SLLA), false, Means::StopLink)
            ]
        );
        owner.goes(&urls::partner(letter.id, "slla")).await;
        owner.sees("Signers who said yes to mail from this partner: 0");

        // whoever said yes to the partner alone stops it by the same link
        let (mail, _) = signs(&world, "Kim Park", "kim@example.org", "yes").await;
        let (mut kim, id, link) = (world.visitor(), signed(&world, &mail), mail.link());
        kim.goes(&format!("{link}/unsubscribe")).await;
        kim.presses("Send me no updates").await;
        let (signer, answers) = told(&world, id).await;
        assert_eq!(signer.opted_in_partner, None);
        assert_eq!(about_mail(&answers).len(), 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_asked_instead_of_the_boxes_of_several() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| {
                plan.founders = ["Sanctuary Network", "Puente Claro"]
                    .map(str::to_owned)
                    .to_vec();
            })
            .await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        adds(&mut owner, &letter).await;
        let (mail, link) = signs(&world, "Sam Okafor", "sam@example.org", "yes").await;
        assert!(!link.contains("Puente Claro"), "{link}");
        let (mut sam, id) = (world.visitor(), signed(&world, &mail));
        sam.goes(&urls::own(&world.app().links.own(id))).await;
        sam.chooses("Puente Claro may email me about this campaign");
        sam.presses("Save changes").await;
        let (signer, answers) = told(&world, id).await;
        assert_eq!(signer.opted_in_to.len(), 1);
        assert!(signer.wants_updates && signer.opted_in_partner.is_some());
        let said: Vec<_> = about_mail(&answers)
            .iter()
            .map(|one| (one.0, one.2))
            .collect();
        assert_eq!(said, [(Some(SLLA), true), (Some("Puente Claro"), true)]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_forgotten_where_signing_becomes_dangerous() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        adds(&mut owner, &letter).await;
        let (mail, _) = signs(&world, "Sam Okafor", "sam@example.org", "yes").await;
        let sam = signed(&world, &mail);
        let mut kim = world.visitor();
        kim.goes(FRAME).await;
        world.meanwhile(seconds(20));
        kim.fills_in("Kim Park", "kim@example.org")
            .types("updates", "");
        kim.types("partner_updates", "yes");
        kim.presses("Sign the letter").await;
        let mail = kim.reads_mail().await;
        turns_dangerous(&world, &letter).await;
        world.looks().await;
        world.forgets().await;
        let mut kim = world.visitor();
        kim.goes(&mail.link()).await.sees_no(SLLA);
        kim.presses("Confirm my signature").await;
        kim.types("word", &mail.word());
        kim.presses("Confirm my signature").await;
        let kim = signed(&world, &mail);
        assert_eq!(world.counted(&letter).await, 2);
        for (id, told_yes) in [(sam, 1), (kim, 0)] {
            let (signer, answers) = told(&world, id).await;
            assert_eq!(
                (signer.opted_in_partner, signer.wants_updates),
                (None, false)
            );
            assert_eq!(about_mail(&answers).len(), told_yes);
            let own = urls::own(&world.app().links.own(id));
            let page = world.visitor().gets(&own).await;
            assert_eq!(page.page().find("#partner_updates"), None);
            let file = world.visitor().gets(&format!("{own}/data.json")).await;
            let file: Value = serde_json::from_str(&file.body).expect("a file");
            assert_eq!(file["signer"]["opted_in_partner"], Value::Null);
            let to = file["consents"].as_array().expect("a list").iter();
            let to: Vec<_> = to.map(|one| one["organization"].clone()).collect();
            let whose = [""; 1]
                .iter()
                .take(told_yes)
                .chain(["Open Docket Coalition"].iter());
            assert_eq!(to, whose.map(|one| Value::from(*one)).collect::<Vec<_>>());
        }
    })
    .await;
}
