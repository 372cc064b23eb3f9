//! Story: an address that no letter can reach is not taken in behind "check your email": what a keyboard put in the place of a plain
//! sign is asked about, and what the relay cannot carry is said. What is taken in can be written to.

use crate::support::smtp::Behaviour;
use crate::support::visitor::Visitor;
use crate::support::world::on_both;
use undersigned::petition::Kind;

fn refuses(visitor: &Visitor, sentence: &str) {
    assert_eq!(visitor.status(), 422);
    visitor.sees(sentence);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_keyboard_put_there_is_asked_about_at_every_form() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        for (typed, meant) in [
            (
                "o\u{2019}brien@example.org",
                "Did you mean o'brien@example.org?",
            ),
            (
                "sam\u{2013}rao@example.org",
                "Did you mean sam-rao@example.org?",
            ),
            ("ｓａｍ@example.org", "Did you mean sam@example.org?"),
        ] {
            let mut sam = world.visitor();
            sam.signs(&letter, "Sam Rivers", typed).await;
            refuses(&sam, meant);
            sam.goes("/en/p/open-letter/my-signature").await;
            sam.types("email", typed).presses("Send me the link").await;
            refuses(&sam, meant);
            sam.signs(&letter, "Sam Rivers", "sam@example.org").await;
            sam.types("email", typed).presses("Send it there").await;
            refuses(&sam, meant);
            world.mail("sam@example.org").await;
            world.later(undersigned::base::time::days(8)).await;
        }
        let mut sam = world.visitor();
        sam.signs(&letter, "Brien", "o'brien@example.org").await;
        world.mail("o'brien@example.org").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_relay_cannot_carry_is_said_once_it_is_known() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        world.smtp().switch(Behaviour::AsciiOnly);
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        // by then the relay has said what it takes
        world.mail("sam@example.org").await;
        let mut jose = world.visitor();
        jose.signs(&letter, "José", "josé@example.org").await;
        refuses(&jose, "Enter an address with plain letters before the @");
        assert_eq!(world.pending(&letter).await, 1);
        // a domain in another script is carried in ASCII
        jose.signs(&letter, "José", "jose@münchen.example").await;
        world.mail("jose@xn--mnchen-3ya.example").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn other_scripts_are_written_to_where_the_relay_takes_them() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        for address in ["josé@example.org", "चम्पा@example.org", "用户@example.org"] {
            let mut one = world.visitor();
            one.signs(&letter, "Sam Rivers", address).await;
            let mail = world.mail(address).await;
            mail.says("please confirm your signature");
        }
    })
    .await;
}
