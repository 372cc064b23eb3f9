//! Story: a mail scanner opens every link and presses every button. Nothing is confirmed and nothing
//! is deleted; then a person needs one press where they signed, and the word elsewhere (T05).

use crate::support::mailbox::Mail;
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use reqwest::Method;
use undersigned::base::time::{minutes, seconds};
use undersigned::petition::{Kind, Petition};
use undersigned::tally::Counts;

/// What a scanner does with the link of a message.
#[derive(Debug, Clone, Copy)]
enum Habit {
    Head,
    Get,
    GetThrice,
    GetWithAssets,
    PressBoth,
    Replay,
}

const HABITS: [Habit; 6] = [
    Habit::Head,
    Habit::Get,
    Habit::GetThrice,
    Habit::GetWithAssets,
    Habit::PressBoth,
    Habit::Replay,
];

async fn scans(world: &World, habit: Habit, link: &str) {
    let scanner = world.visitor();
    let look = async |method: Method| {
        let answer = scanner.asks(method, link).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        answer.text().await.unwrap()
    };
    match habit {
        Habit::Head => assert_eq!(look(Method::HEAD).await, ""),
        Habit::Get => drop(look(Method::GET).await),
        Habit::GetThrice => {
            for _ in 0..3 {
                look(Method::GET).await;
            }
        }
        Habit::GetWithAssets => {
            let page = crate::support::page::Page::of(&look(Method::GET).await);
            for (css, name) in [
                ("link[rel=stylesheet]", "href"),
                ("script", "src"),
                ("link[rel=icon]", "href"),
            ] {
                let path = page.attribute(css, name).expect(css);
                assert_eq!(scanner.gets(&path).await.status, 200, "{path}");
            }
        }
        Habit::PressBoth => {
            let mut browser = scanner.clone();
            browser.goes(link).await;
            for button in ["Confirm my signature", "This was not me"] {
                let press = browser.would_send(button);
                let answer = browser.posts(&press.action, press.body()).await;
                assert_eq!(answer.status, 422, "{button}: asked for the word first");
            }
        }
        Habit::Replay => {
            let mut browser = scanner.clone();
            browser.goes(link).await;
            let press = browser.would_send("Confirm my signature");
            world.meanwhile(seconds(2));
            for _ in 0..3 {
                let answer = browser.posts(&press.action, press.body()).await;
                assert_eq!(answer.status, 422);
            }
        }
    }
}

async fn everybody_signs(world: &World, petition: &Petition) -> Vec<(Visitor, Mail)> {
    let mut all = Vec::new();
    for (number, habit) in HABITS.iter().cycle().take(2 * HABITS.len()).enumerate() {
        let mut signer = world.visitor();
        signer
            .signs(petition, "Sam", &format!("s{number}@example.org"))
            .await;
        let mail = signer.reads_mail().await;
        scans(world, *habit, &mail.link()).await;
        all.push((signer, mail));
    }
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_confirmed_and_people_still_get_through() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        let signers = everybody_signs(&world, &petition).await;
        let all = i64::try_from(signers.len()).unwrap();
        assert_eq!(
            world.rows(&petition).await,
            Counts::default(),
            "0 confirmations"
        );
        assert_eq!(world.pending(&petition).await, all, "0 rejections");

        world.later(minutes(2)).await;
        for (number, (mut signer, mail)) in signers.into_iter().enumerate() {
            if number < HABITS.len() {
                signer
                    .opens_link()
                    .await
                    .presses("Confirm my signature")
                    .await;
            } else {
                let mut phone = signer.on_another_device();
                phone
                    .opens_link()
                    .await
                    .presses("Confirm my signature")
                    .await;
                assert_eq!(phone.status(), 422, "the word is asked for");
                phone
                    .chooses(&mail.word())
                    .presses("Confirm my signature")
                    .await;
                signer = phone;
            }
            signer.sees(&format!("You are signature {}", number + 1));
        }
        assert_eq!(world.counted(&petition).await, all);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_that_presses_within_twenty_seconds_without_looking_twice() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        let mut sam = world.visitor();
        sam.signs(&petition, "Sam", "sam@example.org").await;
        let mail = sam.reads_mail().await;
        let mut scanner = world.visitor();
        world.meanwhile(seconds(14));
        scanner
            .goes(&mail.link())
            .await
            .presses("Confirm my signature")
            .await;
        assert_eq!(scanner.status(), 422, "17 seconds after the mail");
        assert_eq!(world.rows(&petition).await, Counts::default());
        // a person opens it for the first time 21 seconds after the mail: one press
        let mut kim = world.visitor();
        kim.signs(&petition, "Kim", "kim@example.org").await;
        kim.reads_mail().await;
        world.meanwhile(seconds(18));
        let mut phone = kim.on_another_device();
        phone
            .opens_link()
            .await
            .presses("Confirm my signature")
            .await;
        phone.sees("You are signature 1");
        assert_eq!(world.counted(&petition).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_that_goes_through_a_whole_mailbox_at_night() {
    on_both(|world| async move {
        let mut links = Vec::new();
        for slug in ["one-thing", "other-thing", "third-thing"] {
            let petition = world
                .petition_with(Kind::Petition, |plan| plan.slug = slug.to_owned())
                .await;
            let mut sam = world.visitor();
            sam.signs(&petition, "Sam", "sam@example.org").await;
            links.push((petition, sam.reads_mail().await.link()));
        }
        world.later(minutes(300)).await;
        let mut scanner = world.visitor();
        for (_, link) in &links {
            scanner.goes(link).await;
        }
        scanner.presses("Confirm my signature").await;
        assert_eq!(scanner.status(), 422, "several links within ten seconds");
        for (petition, _) in &links {
            assert_eq!(world.counted(petition).await, 0);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_wrong_word_twice_leads_to_the_code() {
    on_both(|world| async move {
        let petition = world
            .petition_with(Kind::Petition, |plan| {
                plan.settings.guard = undersigned::petition::Guard::Word;
            })
            .await;
        let mut sam = world.visitor();
        sam.signs(&petition, "Sam", "sam@example.org").await;
        let mail = sam.reads_mail().await;
        world.later(minutes(5)).await;
        let mut phone = sam.on_another_device();
        phone
            .opens_link()
            .await
            .presses("Confirm my signature")
            .await;
        phone.sees("Which word is in the message?");
        let words = phone.answer().page().all("fieldset label");
        assert_eq!(words.len(), 5, "{words:?}");
        let wrong = words.iter().find(|word| **word != mail.word()).unwrap();
        phone.chooses(wrong).presses("Confirm my signature").await;
        phone.sees("This is not the word from the message");
        phone.chooses(wrong).presses("Confirm my signature").await;
        phone.sees("Two words did not match").sees_no("Which word");

        phone
            .types("word", "0")
            .types("code", "2222-2222")
            .presses("Confirm my signature")
            .await;
        assert_eq!(phone.status(), 422);
        phone.sees("This code does not match");
        assert_eq!(world.counted(&petition).await, 0);
        phone
            .types("code", &mail.code())
            .presses("Confirm my signature")
            .await;
        phone.sees("You are signature 1");
        assert_eq!(world.counted(&petition).await, 1);
        let suspects = world
            .read(|conn| {
                use diesel::prelude::*;
                use undersigned::db::schema::signatures as g;
                Ok(g::table.select(g::is_suspect).load::<bool>(conn)?)
            })
            .await;
        assert_eq!(
            suspects,
            [true],
            "moderators see that a machine may have been at it"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_left_open_over_night() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        let mut sam = world.visitor();
        sam.signs(&petition, "Sam", "sam@example.org").await;
        sam.opens_mail().await;
        world.later(minutes(61)).await;
        sam.presses("Confirm my signature").await;
        assert_eq!(sam.status(), 422);
        sam.sees("The page was open for too long.");
        assert_eq!(world.counted(&petition).await, 0);
        sam.presses("Confirm my signature")
            .await
            .sees("You are signature 1");
        assert_eq!(world.counted(&petition).await, 1);
    })
    .await;
}
