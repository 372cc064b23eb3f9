//! Story: somebody types in another's address. Nothing happens without the mailbox, what was typed
//! later changes nothing that was typed before, and "this was not me" ends it (T03).

use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use diesel::prelude::*;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use undersigned::base::time::{days, minutes};
use undersigned::db::schema::signature_details as d;
use undersigned::petition::{Kind, Petition};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn this_was_not_me() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut mallory = world.visitor();
        mallory.signs(&letter, "Not Sam", "sam@example.org").await;

        let mut sam = world.visitor();
        let mail = world.mail("sam@example.org").await;
        world.later(minutes(2)).await;
        sam.goes(&mail.link()).await.sees("Not Sam");
        let word = mail.word();
        sam.types("word", &word).presses("This was not me").await;
        sam.sees("Thank you for telling us")
            .sees("what was typed is deleted");
        assert_eq!(world.counted(&letter).await, 0);
        assert_eq!(world.pending(&letter).await, 0, "it is deleted");
        world
            .mail("sam@example.org")
            .await
            .says("We have deleted it");
        sam.goes(&mail.link())
            .await
            .sees("Thank you for telling us");

        // the code in the first letter is worth nothing any more, and no more letters come
        mallory.types("code", &mail.code());
        mallory.presses("Confirm my signature").await;
        assert_eq!(mallory.status(), 422);
        world.later(minutes(30)).await;
        mallory.signs(&letter, "Not Sam", "sam+1@example.org").await;
        mallory.sees("Check your email to finish.");
        world.mail_rests().await;
        assert_eq!(
            world.unread(),
            0,
            "nothing that others type is sent to this mailbox"
        );
        assert_eq!(world.counted(&letter).await, 0);

        // but its owner has roads of their own, whatever others typed: the form, in the browser that said so
        sam.signs(&letter, "Sam Rivers", "sam@example.org").await;
        let mail = sam.reads_mail().await;
        mail.says("Sam Rivers, please confirm your signature.");
        // and the link, from any other
        let mut phone = sam.on_another_device();
        phone.opens(&letter).await;
        phone.follows("Change or remove my signature").await;
        phone
            .types("email", "sam@example.org")
            .presses("Send me the link")
            .await;
        let mail = phone.reads_mail().await;
        mail.says("Sam Rivers, please confirm your signature.");
        world.later(minutes(1)).await;
        sam.goes(&mail.link()).await;
        sam.presses("Confirm my signature").await;
        assert_eq!(world.counted(&letter).await, 1);
        // after thirty days a form is a form again
        world.later(days(30)).await;
        mallory.signs(&letter, "Not Sam", "sam@example.org").await;
        world
            .mail("sam@example.org")
            .await
            .says("You have already signed");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_later_name_changes_nothing_before_it() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.opens(&letter).await;
        sam.fills_in("Sam", "sam@example.org")
            .types("role", "Clerk")
            .chooses("Yes");
        sam.types("public", "detail")
            .presses("Sign the letter")
            .await;
        let mail = sam.reads_mail().await;

        let mut mallory = world.visitor();
        mallory.opens(&letter).await;
        mallory
            .fills_in("Sam the Fool", "sam@example.org")
            .types("role", "Fool");
        mallory.presses("Sign the letter").await;
        assert_eq!(world.pending(&letter).await, 2, "each is its own");
        let second = world.mail("sam@example.org").await;
        second.says("Sam the Fool, please confirm your signature");
        mallory.goes(&mail.link()).await;
        mallory.sees_no("Fool");

        sam.goes(&mail.link()).await;
        sam.sees("Sam")
            .sees("Clerk")
            .sees("Publicly, with your name")
            .sees_no("Fool");
        sam.presses("Confirm my signature").await.sees("Sam Clerk");
        let mut phone = sam.on_another_device();
        world.later(minutes(1)).await;
        phone.goes(&second.link()).await;
        phone
            .presses("Confirm my signature")
            .await
            .sees("You have already signed");
        assert!(!phone.answer().body.contains("Fool"));
        world.later(minutes(10)).await;
        let told = world.mail("sam@example.org").await;
        told.says("You have already signed");
        assert!(!told.text().contains("Fool"));
        assert_eq!(
            details(&world).await,
            [("Sam".to_owned(), Some("Clerk".to_owned()))]
        );
        assert_eq!(world.counted(&letter).await, 1);
        world.later(minutes(1)).await;
        world.visitor().opens(&letter).await.sees("Sam Clerk");
    })
    .await;
}

/// Strangers use up what forms may send to a mailbox; the link to one's own signature is not theirs to use up.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn typed_three_times_leaves_its_owner_a_road() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        for number in 0..5 {
            let mut mallory = world.visitor();
            mallory
                .signs(&letter, &format!("Fool {number}"), "sam@example.org")
                .await;
            mallory.sees("Check your email to finish.");
        }
        world.mail_rests().await;
        assert_eq!(world.unread(), 3, "three in a week");
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam Rivers", "sam@example.org").await;
        world
            .visitor()
            .signs(&letter, "Fool 6", "sam@example.org")
            .await;
        world.mail_rests().await;
        assert_eq!(world.unread(), 3, "over the three");
        for _ in 0..3 {
            world.mail("sam@example.org").await;
        }
        sam.opens(&letter).await;
        sam.follows("Change or remove my signature").await;
        sam.types("email", "Sam@Example.org")
            .presses("Send me the link")
            .await;
        let mail = sam.reads_mail().await;
        // of all that wait it is the one that this browser typed
        mail.says("Sam Rivers, please confirm your signature.");
        world.later(minutes(1)).await;
        sam.on_another_device()
            .goes(&mail.link())
            .await
            .presses("Confirm my signature")
            .await;
        assert_eq!(world.counted(&letter).await, 1);
        // and from now on it is the link to the signature
        let mut phone = sam.on_another_device();
        phone
            .opens(&letter)
            .await
            .follows("Change or remove my signature")
            .await;
        phone
            .types("email", "sam@example.org")
            .presses("Send me the link")
            .await;
        let own = world.mail("sam@example.org").await;
        own.says("Sam Rivers, here is the link to your signature.");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn that_only_looks_like_it_is_another_mailbox() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let pairs = [
            ("strauss@example.org", "strauß@example.org"),
            ("fiona@example.org", "ﬁona@example.org"),
            ("kate@example.org", "\u{199}ate@example.org"),
            ("σίσυφος@example.org", "σίσυφοσ@example.org"),
        ];
        for (number, (own, other)) in pairs.into_iter().enumerate() {
            let mut sam = world.visitor();
            sam.signs(&letter, "Sam Rivers", own).await;
            let first = world.mail(own).await;
            sam.goes(&first.link()).await;
            sam.presses("Confirm my signature").await;
            let mut mallory = world.visitor();
            mallory.signs(&letter, "Mallory Fields", other).await;
            mallory.sees("Check your email to finish.");
            let second = world.mail(other).await;
            second.says("Mallory Fields, please confirm your signature.");
            assert!(!second.text().contains("Sam"), "{}", second.text());
            mallory.goes(&second.link()).await.sees_no("Sam Rivers");
            mallory.presses("Confirm my signature").await;
            let both = i64::try_from(number * 2 + 2).unwrap();
            assert_eq!(world.counted(&letter).await, both, "{own} and {other}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_another_writing_brings_no_letter_about_a_signature_to_it() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam Rivers", "Sam.Rivers@gmail.com")
            .await;
        let mail = sam.reads_mail().await;
        sam.goes(&mail.link()).await;
        sam.presses("Confirm my signature").await;
        world.later(minutes(11)).await;
        let mut mallory = world.visitor();
        // both ways to "you have already signed": typed after the confirmation, and confirmed after it
        mallory
            .signs(&letter, "Mallory", "samrivers+x@googlemail.com")
            .await;
        let told = world.mail("Sam.Rivers@gmail.com").await;
        told.says("You have already signed");
        let link = world.link_behind(mallory.answer());
        mallory
            .goes(&link)
            .await
            .presses("Confirm my signature")
            .await;
        world.later(minutes(11)).await;
        world
            .mail("Sam.Rivers@gmail.com")
            .await
            .says("You have already signed");
        world.mail_rests().await;
        assert_eq!(world.unread(), 0, "nothing to any other writing of it");
    })
    .await;
}

async fn details(world: &World) -> Vec<(String, Option<String>)> {
    world
        .read(|conn| Ok(d::table.select((d::name, d::role)).load(conn)?))
        .await
}

/// What is done with one address, in any order.
#[derive(Debug, Clone)]
enum Act {
    Submit,
    Confirm(usize),
    Reject(usize),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let one = prop_oneof![
        3 => Just(Act::Submit),
        2 => (0..6_usize).prop_map(Act::Confirm),
        1 => (0..6_usize).prop_map(Act::Reject),
    ];
    prop::collection::vec(one, 3..12)
}

/// A name that was typed in, and how its link ended.
struct Typed {
    name: String,
    link: String,
    is_rejected: bool,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_the_order_what_is_counted_is_what_the_page_showed() {
    on_both(|world| async move {
        let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
        let mut runner = TestRunner::new_with_rng(ProptestConfig::default(), rng);
        for round in 0..12 {
            let acts = acts().new_tree(&mut runner).unwrap().current();
            let petition = world
                .petition_with(Kind::Petition, |plan| plan.slug = format!("round-{round}"))
                .await;
            let email = format!("sam{round}@example.org");
            let counted = plays(&world, &petition, &email, &acts).await;
            let names = details(&world).await;
            let names = names
                .iter()
                .filter(|(name, _)| name.ends_with(&format!(" of {round}")));
            let names: Vec<_> = names.map(|(name, _)| name.clone()).collect();
            assert_eq!(
                names,
                counted.clone().into_iter().collect::<Vec<_>>(),
                "{acts:?}"
            );
            let number = i64::from(counted.is_some());
            assert_eq!(world.counted(&petition).await, number, "{acts:?}");
        }
        settles(&world).await;
    })
    .await;
}

/// Plays the acts; the name that must be counted at the end.
async fn plays(world: &World, petition: &Petition, email: &str, acts: &[Act]) -> Option<String> {
    let mut typed: Vec<Typed> = Vec::new();
    let mut counted = None;
    let mut sam = world.visitor();
    for act in acts {
        match act {
            Act::Submit => {
                let round = petition.slug.as_str().trim_start_matches("round-");
                let name = format!("Name {} of {round}", letters(typed.len()));
                world.visitor().signs(petition, &name, email).await;
                let link = format!("/c/{}", world.newest_token(petition).await);
                typed.push(Typed {
                    name,
                    link,
                    is_rejected: false,
                });
            }
            Act::Confirm(at) => {
                let Some(one) = typed.get(*at) else { continue };
                let shown = settles_with(world, &mut sam, one, "Confirm my signature").await;
                if shown && counted.is_none() {
                    counted = Some(one.name.clone());
                }
            }
            Act::Reject(at) => {
                let Some(one) = typed.get_mut(*at) else {
                    continue;
                };
                let was_open = settles_with(world, &mut sam, one, "This was not me").await;
                one.is_rejected |= was_open;
            }
        }
    }
    for one in &typed {
        sam.goes(&one.link).await;
        if one.is_rejected {
            sam.sees("Thank you for telling us");
        }
    }
    counted
}

/// Opens a link and presses, the word given if it is asked for. False when it was settled before.
async fn settles_with(world: &World, sam: &mut Visitor, one: &Typed, button: &str) -> bool {
    world.later(minutes(2)).await;
    sam.goes(&one.link).await;
    if !sam.answer().page().buttons().contains(&button.to_owned()) {
        return false;
    }
    sam.sees(&one.name);
    sam.presses(button).await;
    if sam.status() == 422 {
        let word = world.word_of(&one.link);
        sam.types("word", &word).presses(button).await;
    }
    assert_eq!(sam.status(), 200);
    true
}

fn letters(number: usize) -> char {
    char::from(b'A' + u8::try_from(number).unwrap())
}

/// Lets what the mail budget put off come to its end; nobody in this story reads mail.
async fn settles(world: &World) {
    world.mail_drains().await;
    world.leaves_unread(world.unread());
}
