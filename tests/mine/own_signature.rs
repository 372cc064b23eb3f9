//! Story: "Change or remove my signature". Who has signed asks for a link, sees everything that is
//! held, puts it right, chooses again, takes it along, withdraws, or is erased.

use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::base::time::{days, hours, minutes};
use undersigned::count::Counts;
use undersigned::petition::FieldRule;
use undersigned::petition::{Kind, Petition, SignerField};

const REMOVE: &str = "Change or remove my signature";

pub async fn letter(world: &World) -> Petition {
    world
        .petition_with(Kind::Letter, |plan| {
            plan.settings.fields[SignerField::Place] = FieldRule::Optional;
        })
        .await
}

/// Sam has signed with everything the letter asks, by name and detail.
pub async fn signed(world: &World, letter: &Petition) -> Visitor {
    let mut sam = world.visitor();
    sam.opens(letter)
        .await
        .fills_in("Sam Rivers", "sam@example.org");
    sam.types("role", "Law student")
        .types("affiliation", "Harlow University");
    sam.types("place", "Ridgemont").types("updates", "yes");
    sam.chooses("Name + details");
    sam.presses("Sign the letter").await;
    sam.opens_mail().await.presses("Confirm my signature").await;
    world.looks().await;
    sam
}

/// Asks for the link on the petition's page and opens it.
pub async fn asks(sam: &mut Visitor, letter: &Petition) -> String {
    sam.opens(letter).await.follows(REMOVE).await;
    sam.types("email", "sam@example.org")
        .presses("Send me the link")
        .await;
    sam.sees("If this address has signed, a message with the link is on its way.");
    let mail = sam.reads_mail().await;
    mail.says("Sam Rivers, here is the link to your signature.");
    sam.goes(&mail.link()).await;
    assert_eq!(sam.status(), 200);
    mail.link()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn is_seen_put_right_chosen_again_and_taken_along() {
    on_both(|world| async move {
        let letter = letter(&world).await;
        let mut sam = signed(&world, &letter).await;
        world.later(days(2)).await;
        let own = asks(&mut sam, &letter).await;
        for held in [
            "sam@example.org",
            "Harlow University",
            "Law student",
            "Ridgemont",
            "English",
            "May Open Docket Coalition email you about this campaign?",
            "Please confirm",
            "The link to this page",
        ] {
            let is_there = sam.answer().body.contains(held) || sam.text().contains(held);
            assert!(is_there, "{held}");
        }
        // put right, chosen again, taken back
        sam.types("name", "Samuel Rivers")
            .types("affiliation", "")
            .types("updates", "no");
        sam.types("place", "Calder Bay");
        sam.chooses("Show my name on the letter’s page and in the letter we deliver");
        sam.presses("Save changes").await.sees("Saved.");
        assert!(sam.answer().body.contains("Samuel Rivers"));
        let mut anybody = world.visitor();
        anybody.opens(&letter).await.sees("Samuel Rivers");
        anybody
            .sees_no("Sam Rivers")
            .sees_no("Law student")
            .sees_no("Harlow");
        sam.chooses(
            "Show only my town (“A supporter in Calder Bay”), on the letter’s page and in the letter we deliver",
        );
        sam.types("place", "").presses("Save changes").await;
        assert_eq!(sam.status(), 422);
        sam.sees("Enter your town or region");
        sam.types("place", "Calder Bay")
            .presses("Save changes")
            .await
            .sees("Saved.");
        anybody
            .opens(&letter)
            .await
            .sees("A supporter in Calder Bay")
            .sees_no("Samuel");
        assert_eq!(world.counted(&letter).await, 1, "counted all the while");
        // a wrong name comes back with everything typed
        sam.types("name", "https://spam.example")
            .presses("Save changes")
            .await;
        assert_eq!(sam.status(), 422);
        sam.sees("Enter your name without a web address");
        // taken along
        let file = sam.gets(&format!("{own}/data.json")).await;
        assert_eq!(file.status, 200);
        assert!(file.header("content-disposition").starts_with("attachment"));
        assert_eq!(file.header("cache-control"), "no-store");
        let data: serde_json::Value = serde_json::from_str(&file.body).expect("JSON");
        assert_eq!(data["signer"]["name"], "Samuel Rivers");
        assert_eq!(data["signer"]["email"], "sam@example.org");
        assert_eq!(data["signer"]["affiliation"], serde_json::Value::Null);
        assert_eq!(data["signer"]["visibility"], "place");
        assert_eq!(data["signer"]["wants_updates"], false);
        let consents = data["consents"].as_array().expect("a history");
        let said: Vec<_> = consents
            .iter()
            .map(|one| {
                let text = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
                (
                    text("purpose"),
                    one["answer"].as_bool().unwrap(),
                    text("means"),
                )
            })
            .collect();
        let count = |purpose: &str, answer: bool, means: &str| {
            let wanted = (purpose.to_owned(), answer, means.to_owned());
            said.iter().filter(|one| **one == wanted).count()
        };
        assert_eq!(count("updates", true, "form"), 1, "{said:?}");
        assert_eq!(count("updates", false, "own-page"), 1, "{said:?}");
        assert_eq!(count("listing", true, "form"), 1, "{said:?}");
        assert_eq!(
            count("listing", true, "own-page"),
            2,
            "name, then place: {said:?}"
        );
        assert_eq!(said.len(), 5, "what did not change is not said again");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn is_withdrawn_and_counted_again_from_its_own_page() {
    on_both(|world| async move {
        let letter = letter(&world).await;
        let mut sam = signed(&world, &letter).await;
        let own = asks(&mut sam, &letter).await;
        sam.follows("Withdraw my signature")
            .await
            .presses("Withdraw my signature")
            .await;
        sam.sees("Your signature is withdrawn");
        assert_eq!(world.counted(&letter).await, 0);
        sam.reads_mail()
            .await
            .says("is withdrawn and no longer counted");
        let mut anybody = world.visitor();
        anybody.opens(&letter).await.sees_no("Sam Rivers");
        sam.goes(&own).await.sees("Withdrawn.");
        world.later(hours(2)).await;
        sam.goes(&own)
            .await
            .presses("I changed my mind: count me again")
            .await;
        assert_eq!(world.counted(&letter).await, 1);
        anybody.opens(&letter).await.sees("Sam Rivers");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn is_erased_and_the_count_goes_down() {
    on_both(|world| async move {
        let letter = letter(&world).await;
        let mut sam = signed(&world, &letter).await;
        let own = asks(&mut sam, &letter).await;
        sam.follows("Erase my details")
            .await
            .sees("Erase your details?")
            .sees("Sam Rivers");
        assert_eq!(world.counted(&letter).await, 1, "looking changes nothing");
        let word = sam.mail().word();
        sam.types("word", &word);
        let press = sam.would_send("Erase everything");
        sam.presses("Erase everything").await;
        assert_eq!(sam.status(), 410);
        sam.sees("The details are erased")
            .sees("It does not count.");
        assert_eq!(world.counted(&letter).await, 0);
        let withdrawn = Counts {
            withdrawn: 1,
            ..Counts::default()
        };
        assert_eq!(world.tally(&letter).await, withdrawn);
        let mut anybody = world.visitor();
        anybody
            .opens(&letter)
            .await
            .sees_no("Sam")
            .sees_no("Ridgemont");
        // every door of it is gone, and pressed twice it is the same
        for path in ["", "/data.json", "/withdraw", "/erase"] {
            assert_eq!(
                sam.gets(&format!("{own}{path}")).await.status,
                410,
                "{path}"
            );
        }
        let again = sam.posts(&press.action, press.body()).await;
        assert_eq!(again.status, 303);
        assert_eq!(world.tally(&letter).await, withdrawn);
        // one last letter says so, without the name
        let last = sam.reads_mail().await;
        last.says("your address and everything else you gave us are erased");
        assert!(!last.text().contains("Sam"), "{}", last.text());
        // Whoever asks for the link hears the same, and nothing comes.
        let mut other = world.visitor();
        other.opens(&letter).await.follows(REMOVE).await;
        other
            .types("email", "sam@example.org")
            .presses("Send me the link")
            .await;
        other.sees("If this address has signed");
        world.mail_rests().await;
        assert_eq!(world.unread(), 0);
        // Signing again begins anew: one confirmation, and no second one within a year.
        world.later(minutes(11)).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam Rivers", "sam@example.org").await;
        sam.reads_mail().await.says("please confirm your signature");
        world.later(days(8)).await;
        sam.signs(&letter, "Sam Rivers", "sam@example.org").await;
        sam.sees("Check your email to finish.");
        world.mail_rests().await;
        assert_eq!(world.unread(), 0, "one a year");
        world.later(days(366)).await;
        sam.signs(&letter, "Sam Rivers", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        assert_eq!(world.counted(&letter).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn is_erased_and_goes_on_counting() {
    on_both(|world| async move {
        let letter = letter(&world).await;
        let mut sam = signed(&world, &letter).await;
        let own = asks(&mut sam, &letter).await;
        sam.follows("Erase my details").await;
        let word = sam.mail().word();
        sam.types("word", &word);
        sam.presses("Erase my details but keep me counted").await;
        assert_eq!(sam.status(), 410);
        sam.sees("It still counts, without a name.");
        assert_eq!(world.counted(&letter).await, 1);
        assert_eq!(sam.gets(&own).await.status, 410);
        sam.reads_mail().await.says("are erased");
        let mut anybody = world.visitor();
        anybody
            .opens(&letter)
            .await
            .sees("Name kept private")
            .sees_no("Sam");
        // nobody counts twice
        world.later(minutes(11)).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam Rivers", "sam@example.org").await;
        sam.sees("Check your email to finish.");
        world.mail_rests().await;
        assert_eq!(world.unread(), 0, "there is nothing to say and no link");
        assert_eq!(world.counted(&letter).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_that_is_wrong_old_or_somebody_elses_changes_nothing() {
    on_both(|world| async move {
        let letter = letter(&world).await;
        let mut sam = signed(&world, &letter).await;
        let confirm = sam.mail().token();
        let own = asks(&mut sam, &letter).await;
        let stale = sam.would_send("Save changes");
        let eve = world.visitor();
        for token in [
            confirm.as_str(),
            "0000000000000000000000000z",
            "short",
            "..%2f..%2fetc",
        ] {
            for path in ["", "/data.json", "/withdraw", "/erase"] {
                let asked = format!("/m/{token}{path}");
                assert_eq!(eve.gets(&asked).await.status, 404, "{asked}");
            }
            for path in ["", "/withdraw", "/erase"] {
                let asked = format!("/m/{token}{path}");
                let body = match path {
                    "/erase" => "choice=all".to_owned(),
                    _ => String::new(),
                };
                let answer = eve.posts(&asked, body).await;
                assert!(
                    [404, 409].contains(&answer.status),
                    "{asked}: {}",
                    answer.status
                );
            }
        }
        let token = own.strip_prefix("/m/").unwrap();
        assert_eq!(
            eve.gets(&format!("/c/{token}")).await.status,
            404,
            "another door"
        );
        // a choice there is not, fields there are not, a form of another page, a form of yesterday
        let erase = format!("{own}/erase");
        assert_eq!(
            eve.posts(&erase, "choice=some".to_owned()).await.status,
            422
        );
        assert_eq!(
            eve.posts(&own, "state=removed".to_owned()).await.status,
            422
        );
        let other = stale.clone().with("token", "1.2");
        assert_eq!(eve.posts(&own, other.body()).await.status, 409);
        world.later(hours(2)).await;
        assert_eq!(eve.posts(&stale.action, stale.body()).await.status, 409);
        assert_eq!(
            eve.posts(&erase, "choice=all&token=1.2".to_owned())
                .await
                .status,
            409
        );
        assert_eq!(world.counted(&letter).await, 1);
        sam.goes(&own).await;
        assert!(sam.answer().body.contains("Sam Rivers"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_learns_from_the_form_who_has_signed() {
    on_both(|world| async move {
        let letter = letter(&world).await;
        let _sam = signed(&world, &letter).await;
        let mut waiting = world.visitor();
        waiting.signs(&letter, "Kim", "kim@example.org").await;
        let _ = waiting.reads_mail().await;
        world.later(minutes(11)).await;
        let mut answers = Vec::new();
        for email in ["sam@example.org", "kim@example.org", "nobody@example.org"] {
            let mut asks = world.visitor();
            asks.goes("/en/p/open-letter/my-signature").await;
            let sent = asks.types("email", email).would_send("Send me the link");
            let answer = asks.posts(&sent.action, sent.body()).await;
            let to = answer.header("location").to_owned();
            let page = asks.gets(&to).await;
            answers.push((answer.status, to, page.body.clone()));
        }
        assert!(
            answers.windows(2).all(|two| two[0] == two[1]),
            "{answers:?}"
        );
        let mail = world.mail("sam@example.org").await;
        mail.says("here is the link to your signature");
        let mail = world.mail("kim@example.org").await;
        mail.says("Kim, please confirm your signature");
        world.mail_rests().await;
        assert_eq!(world.unread(), 0, "nobody else hears anything");
        let mut wrong = world.visitor();
        wrong.goes("/es/p/open-letter/my-signature").await;
        wrong
            .types("email", "sam")
            .presses("Enviarme el enlace")
            .await;
        assert_eq!(wrong.status(), 422);
        wrong.sees("Escriba una dirección como nombre@example.org");
        assert_eq!(wrong.gets("/p/no-such/my-signature").await.status, 404);
    })
    .await;
}

/// Two of one family with one mailbox: each signature's link goes to the address it was made with.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_household_gets_a_link_for_each_of_its_signatures() {
    on_both(|world| async move {
        let letter = letter(&world).await;
        for (name, email) in [
            ("Sam Rivers", "rivers@example.org"),
            ("Kim Rivers", "rivers+kim@example.org"),
        ] {
            let mut one = world.visitor();
            one.signs(&letter, name, email).await;
            one.opens_mail().await.presses("Confirm my signature").await;
            world.later(minutes(11)).await;
        }
        let mut asks = world.visitor();
        asks.goes("/en/p/open-letter/my-signature").await;
        asks.types("email", "rivers@example.org")
            .presses("Send me the link")
            .await;
        for (name, email) in [
            ("Sam Rivers", "rivers@example.org"),
            ("Kim Rivers", "rivers+kim@example.org"),
        ] {
            let mail = world.mail(email).await;
            mail.says(&format!("{name}, here is the link to your signature."));
            let mut one = world.visitor();
            one.goes(&mail.link()).await;
            assert!(one.answer().body.contains(name), "its own and no other");
            let other = if name.starts_with("Sam") {
                "Kim Rivers"
            } else {
                "Sam Rivers"
            };
            assert!(!one.answer().body.contains(other));
        }
        world.mail_rests().await;
        assert_eq!(world.unread(), 0);
    })
    .await;
}
