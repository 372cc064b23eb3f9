//! Story: one mailbox confirms sixty-four times in the same moment, at two servers. It is counted
//! once (T02).

use crate::support::answer::Answer;
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use regex::Regex;
use std::collections::BTreeSet;
use tokio::task::JoinSet;
use undersigned::base::time::seconds;
use undersigned::petition::{Kind, Petition};

const AT_ONCE: usize = 64;
const ROUNDS: usize = 3;

/// Writings of one Gmail address: dots, what follows a plus, capitals, the older domain.
fn writing(round: usize, number: usize) -> String {
    let name = format!("samriver{round}");
    let mut local = String::new();
    for (at, letter) in name.chars().enumerate() {
        if at > 0 && at <= 6 && number >> (at - 1) & 1 == 1 {
            local.push('.');
        }
        local.push(if number.is_multiple_of(3) {
            letter.to_ascii_uppercase()
        } else {
            letter
        });
    }
    let tag = if number.is_multiple_of(2) {
        format!("+{number}")
    } else {
        String::new()
    };
    let domain = if number.is_multiple_of(5) {
        "googlemail.com"
    } else {
        "gmail.com"
    };
    format!("{local}{tag}@{domain}")
}

/// Everybody at once; their answers in the order of the visitors.
async fn together<Doing>(
    visitors: &[Visitor],
    mut does: impl FnMut(usize, Visitor) -> Doing,
) -> Vec<Answer>
where
    Doing: Future<Output = Answer> + Send + 'static,
{
    let mut all = JoinSet::new();
    for (at, visitor) in visitors.iter().enumerate() {
        let doing = does(at, visitor.clone());
        all.spawn(async move { (at, doing.await) });
    }
    let mut answers = all.join_all().await;
    answers.sort_by_key(|(at, _)| *at);
    answers.into_iter().map(|(_, answer)| answer).collect()
}

/// The page without what is its own: tokens, times of forms.
fn masked(body: &str) -> String {
    let own = Regex::new(r"[0-9]{10}\.[0-9a-f]{24}|[0-9a-hjkmnp-tv-z]{26}").unwrap();
    own.replace_all(body, "~").into_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_mailbox_in_sixty_four_writings() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        let other = world.another_instance().await;
        for round in 0..ROUNDS {
            let mut everybody = Vec::new();
            for number in 0..AT_ONCE {
                let somebody = world.visitor();
                everybody.push(if number.is_multiple_of(2) {
                    somebody
                } else {
                    somebody.through(other)
                });
            }
            let typed = together(&everybody, |number, somebody| {
                let form = format!(
                    "name=Sam+{number}x&email={}&updates=no",
                    writing(round, number).replace('+', "%2B")
                );
                async move { somebody.posts("/p/free-records/sign", form).await }
            })
            .await;
            let mut links = Vec::new();
            for (somebody, answer) in everybody.iter_mut().zip(&typed) {
                assert_eq!(answer.status, 303, "{}", answer.body);
                somebody.keeps(answer);
                let check = somebody.gets(answer.header("location")).await;
                links.push(world.link_behind(&check));
            }
            assert_eq!(world.pending(&petition).await, 64, "each is its own");
            confirm_all(&world, &petition, &everybody, &links, round).await;
        }
        comes_to_rest(&world).await;
    })
    .await;
}

async fn confirm_all(
    world: &World,
    petition: &Petition,
    everybody: &[Visitor],
    links: &[String],
    round: usize,
) {
    let open = |at: usize, somebody: Visitor| {
        let link = links[at].clone();
        async move { somebody.gets(&link).await }
    };
    let pages = together(everybody, open).await;
    world.meanwhile(seconds(5));
    let pressed = together(everybody, |at, somebody| {
        let press = pages[at]
            .page()
            .press("Confirm my signature")
            .expect("the button");
        async move { somebody.posts(&press.action, press.body()).await }
    })
    .await;
    for answer in &pressed {
        assert_eq!(answer.status, 303, "{}: {}", answer.asked, answer.body);
    }
    let number = i64::try_from(round + 1).unwrap();
    world.looks().await;
    let mut everybody = everybody.to_vec();
    for (somebody, answer) in everybody.iter_mut().zip(&pressed) {
        somebody.keeps(answer);
    }
    let told = together(&everybody, |_, somebody| async move {
        somebody.gets("/en/p/free-records/signed").await
    })
    .await;
    let first: Vec<_> = told
        .iter()
        .filter(|answer| {
            answer
                .page()
                .text()
                .contains(&format!("Signature {number}"))
        })
        .collect();
    assert_eq!(first.len(), 1, "exactly one was counted");
    let rest: Vec<&Answer> = told
        .iter()
        .filter(|one| one.body != first[0].body)
        .collect();
    assert_eq!(rest.len(), AT_ONCE - 1);
    assert!(rest[0].page().text().contains("You have already signed"));
    // the two servers read what changed each second, so the count on a page may be one look behind
    let kinds: BTreeSet<String> = rest
        .iter()
        .map(|answer| {
            assert_eq!(answer.status, 200);
            masked(&answer.page().find("main .thanks").expect("the panel"))
        })
        .collect();
    assert_eq!(
        kinds.len(),
        1,
        "sixty-three pages that say the same: {kinds:?}"
    );
    assert_eq!(world.counted(petition).await, number);
    assert_eq!(world.pending(petition).await, 0);
}

/// What the mail budget put off comes to its end; nobody here reads mail.
async fn comes_to_rest(world: &World) {
    world.mail_drains().await;
    let letters = world.unread();
    assert!(
        letters <= 3 * ROUNDS,
        "{letters} letters to {ROUNDS} mailboxes"
    );
    world.leaves_unread(letters);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_link_pressed_often_with_both_buttons() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        for round in 0..6 {
            let mut sam = world.visitor();
            let email = format!("sam{round}@example.org");
            sam.signs(&petition, "Sam", &email).await;
            sam.opens_mail().await;
            world.meanwhile(seconds(3));
            let (yes, no) = (
                sam.would_send("Confirm my signature"),
                sam.would_send("This was not me"),
            );
            let before = world.tally(&petition).await.counted;
            let fingers = vec![sam.clone(); 8];
            let pressed = together(&fingers, |at, finger| {
                let press = if at % 2 == round % 2 { &yes } else { &no }.clone();
                async move { finger.posts(&press.action, press.body()).await }
            })
            .await;
            assert!(pressed.iter().all(|answer| answer.status == 303));
            let told = sam.opens_link().await.text();
            let is_counted = told.contains("It is counted.");
            assert!(
                is_counted != told.contains("Thank you for telling us"),
                "{told}"
            );
            assert_eq!(
                world.counted(&petition).await - before,
                i64::from(is_counted)
            );
            if !is_counted {
                world.mail(&email).await.says("We have deleted it");
            }
        }
    })
    .await;
}
