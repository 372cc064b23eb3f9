//! Story: a partner's page carries the form, and whoever reads it signs there.

use crate::signing::high_risk_routes::turns_dangerous;
use crate::support::answer::Answer;
use crate::support::page::Sending;
use crate::support::petitions::rewrite;
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use reqwest::Method;
use undersigned::account::model::Role;
use undersigned::base::Token;
use undersigned::base::time::{hours, minutes, seconds};
use undersigned::petition::rules::framing::Framing;
use undersigned::petition::store::petitions;
use undersigned::petition::{Kind, Petition, PetitionState};
use undersigned::web::urls;

const FRAME: &str = "/embed/open-letter?kind=form&lang=en&via=slla&accent=17603f";

/// What every answer below `/embed/` says, whatever its status: else a page around it shows a browser's error.
fn may_be_framed(answer: &Answer, ancestors: &str) {
    let said = |name: &str| answer.header(name).to_owned();
    let asked = &answer.asked;
    assert_eq!(
        said("cross-origin-embedder-policy"),
        "require-corp",
        "{asked}"
    );
    assert_eq!(
        said("cross-origin-resource-policy"),
        "cross-origin",
        "{asked}"
    );
    assert_eq!(said("access-control-allow-origin"), "*", "{asked}");
    assert_eq!(said("x-frame-options"), "", "{asked}");
    let policy = said("content-security-policy");
    assert!(
        policy.contains(&format!("frame-ancestors {ancestors};")),
        "{asked}: {policy}"
    );
    assert!(
        policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self';"),
        "{policy}"
    );
    assert!(answer.all("set-cookie").is_empty(), "{asked} sets a cookie");
}

/// Sends a form of a frame as a sandboxed frame does: by script, from nowhere.
pub(super) async fn sends(reader: &Visitor, sending: &Sending) -> Answer {
    let request = reader
        .asks(Method::POST, &sending.action)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("origin", "null")
        .header("sec-fetch-site", "cross-site");
    let answer = request
        .body(sending.body())
        .send()
        .await
        .expect("an answer");
    Answer::of(format!("POST {}", sending.action), answer).await
}

/// The form of a page behind this button, with these fields typed in.
pub(super) fn filled(answer: &Answer, button: &str, typed: &[(&str, &str)]) -> Sending {
    let sending = answer.page().press(button);
    let sending = sending.unwrap_or_else(|| panic!("no {button}: {}", answer.body));
    let put = |sending: Sending, (name, value): &(&str, &str)| sending.with(name, value);
    typed.iter().fold(sending, put)
}

const SAM: [(&str, &str); 4] = [
    ("name", "Sam Okafor"),
    ("email", "sam@example.org"),
    ("updates", "no"),
    ("public", "counted"),
];

async fn signs(world: &World, reader: &Visitor, email: &str) -> Answer {
    let frame = reader.gets(FRAME).await;
    world.meanwhile(seconds(20));
    let form = filled(
        &frame,
        "Sign the letter",
        &[SAM[0], ("email", email), SAM[2], SAM[3]],
    );
    sends(reader, &form).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn they_sign_confirm_by_code_and_nothing_is_set() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let reader = world.visitor();
        let frame = reader.gets(FRAME).await;
        assert_eq!(frame.status, 200);
        may_be_framed(&frame, "*");
        assert_eq!(frame.header("cache-control"), "public, max-age=60");
        let tag = frame.header("etag").to_owned();
        let again = reader.asks(Method::GET, FRAME).header("if-none-match", tag);
        let again = Answer::of("304".to_owned(), again.send().await.unwrap()).await;
        assert_eq!(again.status, 304);
        may_be_framed(&again, "*");

        let wrong = filled(&frame, "Sign the letter", &[SAM[0]]);
        let wrong = sends(&reader, &wrong).await;
        assert_eq!(wrong.status, 422);
        may_be_framed(&wrong, "*");
        assert_eq!(
            wrong.page().attribute("#name", "value").as_deref(),
            Some("Sam Okafor")
        );

        let check = signs(&world, &reader, "sam@example.org").await;
        assert_eq!(check.status, 200, "{}", check.body);
        may_be_framed(&check, "*");
        assert_eq!(check.header("cache-control"), "no-store");
        assert!(check.body.contains("Check your email to finish"));
        assert!(
            !check.asked.contains("sam@"),
            "nothing of them in an address"
        );
        let mail = world.mail("sam@example.org").await;
        let more = filled(&check, "Send it again", &[]);
        let more = sends(&reader, &more).await;
        assert!(more.body.contains("up to three times"), "{}", more.body);
        world.later(minutes(11)).await;
        let mail_again = world.mail("sam@example.org").await;
        assert_eq!(mail.code(), mail_again.code());
        let bad = filled(&more, "Confirm my signature", &[("code", "aaaa-2222")]);
        let bad = sends(&reader, &bad).await;
        assert_eq!(bad.status, 422);
        assert_eq!(world.counted(&letter).await, 0);
        let right = filled(&bad, "Confirm my signature", &[("code", &mail.code())]);
        let done = sends(&reader, &right).await;
        assert_eq!(
            (done.status, world.counted(&letter).await),
            (200, 1),
            "{}",
            done.body
        );
        let says = |answer: &Answer| {
            assert!(
                answer.body.contains("Your email address is confirmed"),
                "{}",
                answer.body
            );
            assert!(
                !answer.body.contains("You have signed"),
                "not true of everybody who knows the code"
            );
        };
        says(&done);
        may_be_framed(&done, "*");
        let count = reader.gets("/embed/open-letter?kind=counter").await;
        assert!(count.body.contains("data-n=\"1\""), "{}", count.body);
        // who has withdrawn since, and types the code once more, is told nothing that is not so
        let mut sam = world.visitor();
        let id = world
            .app()
            .links
            .open(&Token::parse(&mail.token()).expect("a token"));
        sam.goes(&urls::own(&world.app().links.own(id))).await;
        sam.follows("Withdraw my signature")
            .await
            .presses("Withdraw my signature")
            .await;
        assert_eq!(world.counted(&letter).await, 0);
        world.mail("sam@example.org").await;
        let once_more = sends(&reader, &right).await;
        assert_eq!(once_more.status, 200, "{}", once_more.body);
        says(&once_more);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_address_takes_the_place_of_the_first() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let reader = world.visitor();
        let check = signs(&world, &reader, "sma@example.org").await;
        let first = world.mail("sma@example.org").await;
        let bad = filled(&check, "Send it there", &[("email", "sam")]);
        assert_eq!(sends(&reader, &bad).await.status, 422);
        let other = filled(&check, "Send it there", &[("email", "sam@example.org")]);
        let moved = sends(&reader, &other).await;
        assert!(moved.body.contains("sam@example.org"), "{}", moved.body);
        let mail = world.mail("sam@example.org").await;
        let old = filled(&moved, "Confirm my signature", &[("code", &first.code())]);
        assert_eq!(
            sends(&reader, &old).await.status,
            422,
            "the first code is dead"
        );
        let right = filled(&moved, "Confirm my signature", &[("code", &mail.code())]);
        assert_eq!(sends(&reader, &right).await.status, 200);
        assert_eq!(world.counted(&letter).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_sealed_opens_within_an_hour_and_under_its_own_petition() {
    on_both(|world| async move {
        world.petition(Kind::Letter).await;
        world
            .petition_with(Kind::Letter, |plan| plan.slug = "other-letter".to_owned())
            .await;
        let reader = world.visitor();
        let check = signs(&world, &reader, "sam@example.org").await;
        let mail = world.mail("sam@example.org").await;
        let code = filled(&check, "Confirm my signature", &[("code", &mail.code())]);
        let mut elsewhere = code.clone();
        elsewhere.action = elsewhere.action.replace("open-letter", "other-letter");
        let forged = code.clone().with("form", "AAAA");
        for sending in [&elsewhere, &forged] {
            let answer = sends(&reader, sending).await;
            assert_eq!(answer.status, 409, "{}", answer.body);
            may_be_framed(&answer, "*");
            assert!(
                answer.body.contains("link in our message"),
                "{}",
                answer.body
            );
        }
        world.later(minutes(61)).await;
        assert_eq!(sends(&reader, &code).await.status, 409, "an hour later");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_that_is_not_ours_or_a_day_old_is_asked_for_once_more() {
    on_both(|world| async move {
        world.petition(Kind::Letter).await;
        let reader = world.visitor();
        let frame = reader.gets(FRAME).await;
        let page = reader.gets("/en/p/open-letter").await;
        let of_the_page = page.page().attribute("input[name=token]", "value").unwrap();
        let form = filled(&frame, "Sign the letter", &SAM);
        let with = |token: &str| form.clone().with("token", token);
        for token in ["", "1.00", &of_the_page] {
            let answer = sends(&reader, &with(token)).await;
            assert_eq!(answer.status, 409, "{token:?}");
            assert!(
                answer.body.contains("press the button once more"),
                "{}",
                answer.body
            );
            assert!(answer.body.contains("Sam Okafor"), "nothing is lost");
        }
        world.later(hours(25)).await;
        let old = sends(&reader, &form).await;
        assert_eq!(old.status, 409);
        world.meanwhile(seconds(20));
        let answer = sends(&reader, &filled(&old, "Sign the letter", &[])).await;
        assert_eq!(answer.status, 200, "once more is enough: {}", answer.body);
        world.mail("sam@example.org").await;
    })
    .await;
}

async fn changes(
    world: &World,
    letter: &Petition,
    change: impl FnOnce(&mut Petition) + Send + 'static,
) {
    let (id, now) = (letter.id, world.now());
    world
        .write(move |tx| {
            let mut petition = petitions::find(tx, id)?.expect("it is there");
            change(&mut petition);
            rewrite(tx, &mut petition, now)
        })
        .await;
    world.looks().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_signed_has_a_frame_of_its_own() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let reader = world.visitor();
        let form = filled(&reader.gets(FRAME).await, "Sign the letter", &SAM);
        changes(&world, &letter, |petition| {
            petition.state = PetitionState::Paused
        })
        .await;
        let paused = reader.gets(FRAME).await;
        assert_eq!(paused.status, 200);
        assert!(paused.body.contains("Signing is paused") && !paused.body.contains("<form"));
        let sent = sends(&reader, &form).await;
        assert_eq!(sent.status, 409);
        assert!(sent.body.contains("Signing is paused"));
        changes(&world, &letter, |petition| {
            petition.state = PetitionState::Closed;
            petition.closed_at = Some(petition.updated_at);
        })
        .await;
        let closed = reader.gets(FRAME).await;
        assert!(
            closed.body.contains("This letter is closed"),
            "{}",
            closed.body
        );
        for kind in ["progress", "counter", "button"] {
            let answer = reader
                .gets(&format!("/embed/open-letter?kind={kind}"))
                .await;
            assert_eq!(answer.status, 200);
            assert!(
                !answer.body.contains("Sign the letter</a>"),
                "{kind}: {}",
                answer.body
            );
            may_be_framed(&answer, "*");
        }
        let unknown = reader.gets("/embed/nobody").await;
        assert_eq!(unknown.status, 404);
        may_be_framed(&unknown, "*");
        assert!(
            unknown.body.contains("target=\"_blank\""),
            "its link leads out of the frame"
        );
        let capitals = reader.gets("/embed/Open-Letter?kind=counter").await;
        assert_eq!(
            capitals.header("location"),
            "/embed/open-letter?kind=counter"
        );
        may_be_framed(&capitals, "*");
        changes(&world, &letter, |petition| {
            petition.state = PetitionState::Removed
        })
        .await;
        let gone = reader.gets(FRAME).await;
        assert_eq!(gone.status, 410);
        may_be_framed(&gone, "*");
        assert!(
            gone.body.len() < 3_000,
            "on a thousand pages: {} bytes",
            gone.body.len()
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_where_organizers_let_it() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let reader = world.visitor();
        changes(&world, &letter, |petition| {
            petition.settings.framing = Framing::Partners
        })
        .await;
        may_be_framed(&reader.gets(FRAME).await, "'self'");
        changes(&world, &letter, |petition| {
            petition.settings.framing = Framing::Nobody
        })
        .await;
        for kind in ["form", "progress", "counter", "button"] {
            let answer = reader
                .gets(&format!("/embed/open-letter?kind={kind}"))
                .await;
            assert_eq!(answer.status, 404, "{kind}");
        }
        changes(&world, &letter, |petition| {
            petition.settings.framing = Framing::Everybody
        })
        .await;
        assert_eq!(reader.gets(FRAME).await.status, 200);
        turns_dangerous(&world, &letter).await;
        world.looks().await;
        assert_eq!(reader.gets(FRAME).await.status, 404);
    })
    .await;
}

/// No page that does something stands in a frame but these (T20).
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_else_can_be_framed() {
    use crate::support::everything::Everything;
    on_both(|world| async move {
        let everything = Everything::of(&world).await;
        for route in Everything::routes("GET") {
            let path = everything.path(route);
            let answer = world.visitor().gets(&path).await;
            let is_page = answer.header("content-type").starts_with("text/html");
            let policy = answer.header("content-security-policy");
            if is_page && !path.starts_with("/embed/") {
                assert!(
                    policy.contains("frame-ancestors 'none'"),
                    "{path}: {policy}"
                );
            }
        }
    })
    .await;
}

/// What a signature of a frame is: that of anybody, with its source.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_signature_of_a_frame_says_whose_it_is() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        signs(&world, &world.visitor(), "sam@example.org").await;
        let mut sam = world.visitor();
        sam.is_at("sam@example.org");
        sam.reads_mail().await;
        world.later(minutes(5)).await;
        sam.opens_link().await.presses("Confirm my signature").await;
        sam.sees("Thank you");
        assert_eq!(world.counted(&letter).await, 1);
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::overview(letter.id)).await.sees("slla");
    })
    .await;
}
