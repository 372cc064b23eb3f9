//! Story: "check your email" asks who else should sign, and a phone's share button sends the address of the page. Whoever opens it
//! elsewhere sees nothing of the signer and moves nothing; so does whoever sits at the same machine next.

use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::base::time::{hours, minutes};
use undersigned::petition::{Kind, Petition};

const CHECK: &str = "/en/p/open-letter/check";

async fn signs(world: &World, letter: &Petition, name: &str, email: &str) -> Visitor {
    let mut visitor = world.visitor();
    visitor.opens(letter).await;
    visitor.types("role", "Clerk").types("public", "detail");
    visitor.fills_in(name, email);
    visitor.presses("Sign the letter").await;
    visitor
}

/// A browser without cookies opens what stands in the signer's address bar.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_friend_opens_the_address() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let sam = signs(&world, &letter, "Sam Rivers", "sam@example.org").await;
        assert_eq!(sam.path(), CHECK, "no key stands in the address");
        sam.sees("Sam Rivers").sees("sam@example.org");
        assert_eq!(sam.answer().header("cache-control"), "no-store");
        assert!(
            sam.answer()
                .all("vary")
                .iter()
                .any(|by| by.contains("Cookie"))
        );

        let mut friend = world.visitor();
        friend.goes(sam.path()).await;
        assert_eq!(friend.status(), 200);
        friend
            .sees("Check your email to finish.")
            .sees("If you have just sent the form")
            .sees_no("Sam Rivers")
            .sees_no("sam@example.org")
            .sees_no("Clerk");
        assert!(!friend.answer().body.contains("via="), "nobody's link");

        // what the signer's buttons send does nothing from another browser
        let mut forms = vec![
            sam.would_send("Send it again"),
            sam.would_send("Send it there")
                .with("email", "friend@example.org"),
            sam.would_send("Send my reason").with("reason", "Because."),
        ];
        let code = sam.clone().reads_mail().await.code();
        forms.push(sam.would_send("Confirm my signature").with("code", &code));
        for form in forms {
            let answer = friend.posts(&form.action, form.body()).await;
            assert_eq!(answer.status, 409, "{}", answer.asked);
            assert!(!answer.body.contains("sam@example.org"));
        }
        // another's cookie under the signer's form is as good as none
        let mut kim = signs(&world, &letter, "Kim", "kim@example.org").await;
        let form = sam
            .would_send("Send it there")
            .with("email", "kim@example.org");
        assert_eq!(kim.posts(&form.action, form.body()).await.status, 409);
        kim.reads_mail().await;
        world.mail_rests().await;
        assert_eq!(world.unread(), 0);
        assert_eq!(world.counted(&letter).await, 0);
        assert_eq!(world.pending(&letter).await, 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_page_forgets_after_an_hour_and_at_a_press() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = signs(&world, &letter, "Sam", "sam@example.org").await;
        sam.reads_mail().await;
        let again = sam.would_send("Send it again");
        let mut library = sam.clone();
        library.presses("Not you? Forget this here").await;
        library
            .sees_no("sam@example.org")
            .sees("Confirm with address and code");
        library.goes(CHECK).await.sees_no("sam@example.org");
        let late = library.posts(&again.action, again.body()).await;
        assert_eq!(late.status, 409);

        world.later(minutes(59)).await;
        sam.goes(CHECK).await.sees("sam@example.org");
        world.later(minutes(1)).await;
        sam.goes(CHECK)
            .await
            .sees_no("sam@example.org")
            .sees_no("Sam");
        let late = sam.posts(&again.action, again.body()).await;
        assert_eq!(late.status, 409);
        assert_eq!(world.pending(&letter).await, 1, "the form waits as it did");
        world.mail_rests().await;
        assert_eq!(world.unread(), 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_people_one_after_the_other_at_one_machine() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = signs(&world, &letter, "Sam", "sam@example.org").await;
        sam.reads_mail().await;
        let mut kim = sam.clone();
        kim.opens(&letter).await.sees_no("sam@example.org");
        kim.fills_in("Kim", "kim@example.org")
            .presses("Sign the letter")
            .await;
        kim.sees("kim@example.org").sees_no("sam@example.org");
        kim.reads_mail().await;
        // the first one's tab stands open behind it
        let back = sam
            .would_send("Send it there")
            .with("email", "third@example.org");
        let answer = kim.posts(&back.action, back.body()).await;
        assert_eq!(answer.status, 409);
        assert!(
            answer
                .body
                .contains("Another form was sent from this browser"),
            "{}",
            answer.body
        );
        assert_eq!(world.pending(&letter).await, 2, "nobody moved anybody");
        world.mail_rests().await;
        assert_eq!(world.unread(), 0);
    })
    .await;
}

/// The page is written from what the browser remembers: it says nothing of what the mailbox did.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_does_not_tell_what_the_mailbox_did() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mallory = signs(&world, &letter, "Sam", "sam@example.org").await;
        let link = world.mail("sam@example.org").await.link();
        let before = mallory.gets(CHECK).await.page().text();
        let mut sam = world.visitor();
        world.later(minutes(1)).await;
        sam.goes(&link).await.presses("Confirm my signature").await;
        assert_eq!(world.counted(&letter).await, 1);
        let resend = mallory.would_send("Send it again");
        assert_eq!(
            mallory.posts(&resend.action, resend.body()).await.status,
            303
        );
        let other = mallory
            .would_send("Send it there")
            .with("email", "other@example.org");
        assert_eq!(mallory.posts(&other.action, other.body()).await.status, 303);
        world.mail_drains().await;
        assert_eq!(world.unread(), 0, "what is settled is not moved");
        let after = mallory.gets(CHECK).await.page().text();
        let number = |text: &str| text.replace(" 1 ", " 0 ");
        assert_eq!(
            number(&before).len(),
            number(&after).len(),
            "{before}\n{after}"
        );
        assert_eq!(world.counted(&letter).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_from_before_leads_to_the_page() {
    on_both(|world| async move {
        world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.goes("/en/p/open-letter/check/0123456789abcdefghjkmnpqrs")
            .await;
        assert_eq!((sam.status(), sam.path()), (200, CHECK));
    })
    .await;
}

/// Cookies are switched off, or the letter is read at another machine: address and code confirm.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn address_and_code_without_a_cookie() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = signs(&world, &letter, "Sam", "sam@example.org").await;
        let mut mallory = signs(&world, &letter, "Sam the Fool", "sam@example.org").await;
        let code = sam.reads_mail().await.code();
        mallory.goes(CHECK).await;

        let mut tablet = world.visitor();
        tablet.goes(CHECK).await;
        for (email, typed, told) in [
            ("sam at example", code.as_str(), "Enter an email address"),
            ("sam@example.org", "", "This code does not match"),
            ("sam@example.org", "2222-2222", "This code does not match"),
            (
                "nobody@example.org",
                code.as_str(),
                "This code does not match",
            ),
        ] {
            tablet.types("email", email).types("code", typed);
            tablet.presses("Confirm my signature").await;
            assert_eq!(tablet.status(), 422, "{email} {typed}");
            tablet.sees(told);
            let kept = tablet
                .answer()
                .page()
                .attribute("input[name=email]", "value");
            assert_eq!(kept.as_deref(), Some(email));
        }
        tablet
            .types("email", "SAM@Example.org")
            .types("code", &code);
        tablet.presses("Confirm my signature").await;
        assert_eq!(tablet.status(), 200);
        assert_eq!(world.counted(&letter).await, 1);
        // the same once more says the same
        tablet.goes(CHECK).await;
        tablet
            .types("email", "sam@example.org")
            .types("code", &code);
        tablet.presses("Confirm my signature").await;
        assert_eq!(tablet.status(), 200);
        assert_eq!(world.counted(&letter).await, 1);
        world.mail_drains().await;
        world.leaves_unread(world.unread());
    })
    .await;
}

/// Whoever guesses codes uses up their own tries and those at a mailbox, never those of the form.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stranger_guesses_codes() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = signs(&world, &letter, "Sam", "sam@example.org").await;
        let code = sam.reads_mail().await.code();
        let guess = |email: &str| format!("email={email}&code=2222-2222");
        let stranger = world.visitor();
        for _ in 0..10 {
            let told = stranger.posts("/en/p/open-letter/check/code", guess("sam@example.org"));
            assert!(told.await.body.contains("This code does not match"));
        }
        for email in ["sam@example.org", "nobody@example.org"] {
            let told = stranger
                .posts("/en/p/open-letter/check/code", guess(email))
                .await;
            assert_eq!(told.status, 422);
            assert!(told.body.contains("Too many codes were tried"), "{email}");
        }
        // from many networks
        for _ in 0..60 {
            let somebody = world.visitor();
            somebody
                .posts("/en/p/open-letter/check/code", guess("sam@example.org"))
                .await;
        }
        for email in ["sam@example.org", "sam%2Bx@example.org"] {
            let told = world
                .visitor()
                .posts("/en/p/open-letter/check/code", guess(email))
                .await;
            assert!(told.body.contains("Too many codes were tried"), "{email}");
        }
        let elsewhere = world.visitor();
        let told = elsewhere
            .posts("/en/p/open-letter/check/code", guess("kim@example.org"))
            .await;
        assert!(told.body.contains("This code does not match"));
        sam.types("code", &code)
            .presses("Confirm my signature")
            .await;
        assert_eq!(sam.status(), 200, "the owner's own road is not used up");
        assert_eq!(world.counted(&letter).await, 1);
    })
    .await;
}

/// The buttons of one form are pressed without end.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_program_presses_the_buttons() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = signs(&world, &letter, "Sam", "sam@example.org").await;
        let why = sam.would_send("Send my reason").with("reason", "Because.");
        for _ in 0..30 {
            assert_eq!(sam.posts(&why.action, why.body()).await.status, 303);
        }
        assert_eq!(sam.posts(&why.action, why.body()).await.status, 429);
        world.later(hours(1)).await;
        sam.reads_mail().await;
    })
    .await;
}
