//! Story: organizers say what happens next, a day and a line in each language for each step; whoever reads or signs sees what is done,
//! what comes next, and what comes later.

use crate::support::page::{Sending, encoded};
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::account::model::Role;
use undersigned::base::Time;
use undersigned::base::time::{days, hours, minutes};
use undersigned::petition::store::dated_steps;
use undersigned::petition::{Kind, Petition};
use undersigned::web::urls;

/// Writes these steps, a line each: day, English, Spanish.
pub async fn writes(owner: &mut Visitor, letter: &Petition, lines: &[[&str; 3]]) {
    owner.goes(&urls::dated_steps(letter.id)).await;
    for (n, [day, english, spanish]) in lines.iter().enumerate() {
        owner
            .types(&format!("day-{n}"), day)
            .types(&format!("words-en-{n}"), english)
            .types(&format!("words-es-{n}"), spanish);
    }
    owner.presses("Save").await;
}

pub async fn saves(owner: &mut Visitor, letter: &Petition, lines: &[[&str; 3]]) {
    writes(owner, letter, lines).await;
    assert!(owner.path().ends_with("saved=true"), "{}", owner.text());
}

/// The steps on a page, each with its mark: done, now, or nothing.
async fn seen(world: &World, path: &str) -> Vec<(&'static str, String)> {
    read(&world.visitor().goes(path).await.clone())
}

fn read(visitor: &Visitor) -> Vec<(&'static str, String)> {
    let page = visitor.answer().page();
    let of = |css: &str| page.all(css);
    let (done, now) = (of("ol.steps li.done"), of("ol.steps li.now"));
    let all = of("ol.steps li").into_iter();
    all.map(|step| match (done.contains(&step), now.contains(&step)) {
        (true, _) => ("done", step),
        (_, true) => ("now", step),
        _ => ("", step),
    })
    .collect()
}

/// The days of steps, with their marks.
fn marks(steps: &[(&'static str, String)]) -> Vec<String> {
    let short = |(mark, step): &(&str, String)| {
        let day = step
            .split_once(", 202")
            .map_or(step.as_str(), |(day, _)| day);
        format!("{mark} {day}").trim().to_owned()
    };
    steps.iter().map(short).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_sees_what_is_done_and_what_comes_next() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.closes_in = Some(days(20)))
            .await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::overview(letter.id)).await;
        owner.follows("What happens next").await;
        assert_eq!(owner.path(), urls::dated_steps(letter.id));
        let lines = owner.answer().page().attributes("input[type=date]", "name");
        assert_eq!(lines, ["day-0", "day-1", "day-2"], "a few empty lines");
        saves(
            &mut owner,
            &letter,
            &[
                [
                    "2027-01-14",
                    "We hand it to <both> boards.",
                    "La entregamos.",
                ],
                [
                    "2026-11-19",
                    "Four groups publish it.",
                    "Cuatro grupos la publican.",
                ],
                ["2026-11-24", "They have answered.", "Respondieron."],
            ],
        )
        .await;
        let lines = owner
            .answer()
            .page()
            .attributes("input[type=date]", "value");
        let sorted = ["2026-11-19", "2026-11-24", "2027-01-14", "", "", ""];
        assert_eq!(lines, sorted, "sorted, and saving offers more");

        // at once on this instance; the last day to sign stands among them
        let steps = seen(&world, "/en/p/open-letter").await;
        assert_eq!(
            steps,
            [
                (
                    "done",
                    "Past: November 19, 2026 Four groups publish it.".to_owned()
                ),
                (
                    "now",
                    "Next: November 24, 2026 They have answered.".to_owned()
                ),
                (
                    "",
                    "December 11, 2026 The last day to sign the letter.".to_owned()
                ),
                (
                    "",
                    "January 14, 2027 We hand it to <both> boards.".to_owned()
                ),
            ]
        );
        let spanish = seen(&world, "/es/p/open-letter").await;
        assert_eq!(
            spanish[1].1,
            "Próximo paso: 24 de noviembre de 2026 Respondieron."
        );
        let page = world.visitor().gets("/en/p/open-letter").await.page();
        let on = page.attributes("ol.steps time", "datetime");
        assert_eq!(on[0], "2026-11-19");

        // whoever signs sees what is theirs to do, then what lies ahead
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        let ahead = read(&sam);
        assert_eq!(
            marks(&ahead),
            [
                "now Today You confirm by email.",
                "November 24",
                "December 11",
                "January 14",
                "After that The organizers write to those who said yes to email."
            ]
        );
        sam.opens_mail().await.presses("Confirm my signature").await;
        let ahead = read(&sam);
        let said = ["now Next: November 24", "December 11", "January 14"];
        assert_eq!(marks(&ahead)[..3], said);

        // where the petition is it is still the day before: the 24th begins at five in London
        let day = Time::parse("2026-11-24T04:59:00Z").unwrap();
        world.later(day.since(world.now())).await;
        assert!(
            seen(&world, "/p/open-letter").await[1]
                .1
                .starts_with("Next:")
        );
        world.later(minutes(1)).await;
        assert!(
            seen(&world, "/p/open-letter").await[1]
                .1
                .starts_with("Today:")
        );
        world.later(hours(24)).await;
        let now = marks(&seen(&world, "/p/open-letter").await);
        assert_eq!(
            now[1..3],
            ["done Past: November 24", "now Next: December 11"]
        );

        // when it is over it goes on
        world.later(days(20)).await;
        let now = marks(&seen(&world, "/p/open-letter").await);
        assert_eq!(now[2..], ["done Past: December 11", "now Next: January 14"]);
        let wanted = [
            "2026-11-19",
            "Four groups published it.",
            "Cuatro grupos la publicaron.",
        ];
        // a session does not last that long
        let mut owner = world.organizer(&letter, Role::Editor).await;
        saves(&mut owner, &letter, &[wanted]).await;
        let steps = seen(&world, "/p/open-letter").await;
        assert!(
            steps[0].1.ends_with("Four groups published it."),
            "{steps:?}"
        );
        // and the last one that is taken out takes the block along
        let empty = ["", "", ""];
        saves(&mut owner, &letter, &[empty, empty, empty]).await;
        world
            .visitor()
            .opens(&letter)
            .await
            .sees_no("What happens next");
    })
    .await;
}

/// Without any of the organizers' own there are those that the dates make, as long as they lie ahead; else nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_says_nothing_is_not_shown() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.opens(&letter).await.sees_no("What happens next");
        sam.signs(&letter, "Sam", "sam@example.org").await;
        sam.sees("What happens next Today You confirm by email. From now on");
        sam.opens_mail().await.presses("Confirm my signature").await;
        sam.sees("What happens next From now on");
        let pledge = world
            .petition_with(Kind::Pledge, |plan| {
                plan.organization = "Another".to_owned();
                plan.opens_in = Some(days(2));
                plan.closes_in = Some(days(9));
            })
            .await;
        let first = "Next: November 23, 2026 The first day to take the pledge.";
        let mut reader = world.visitor();
        reader.opens(&pledge).await.sees("What happens next");
        reader.sees(first);
        reader.sees("November 30, 2026 The last day to take the pledge. After that");
        world.later(days(2)).await;
        reader.opens(&pledge).await;
        reader.sees_no("The first day to take the pledge");
        reader.sees("Next: November 30, 2026");
        world.later(days(7)).await;
        reader.opens(&pledge).await.sees_no("What happens next");
    })
    .await;
}

/// The form with so many steps written into it.
fn many(sending: Sending, steps: usize) -> Sending {
    (0..steps).fold(sending, |sending, n| {
        sending
            .with(&format!("day-{n}"), "2027-01-14")
            .with(&format!("words-en-{n}"), &format!("Step number {n}"))
            .with(&format!("words-es-{n}"), &format!("Paso {n}"))
    })
}

async fn stored(world: &World, letter: &Petition) -> usize {
    let id = letter.id;
    world
        .read(move |conn| dated_steps::of(conn, id))
        .await
        .len()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mistake_is_told_at_its_field_and_nothing_is_lost() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let lines = [
            ["", "No day", "Sin fecha"],
            ["2027-02-30", "No such day", "No hay tal día"],
            ["2027-01-14", "One language only", ""],
        ];
        writes(&mut owner, &letter, &lines).await;
        assert_eq!(owner.status(), 422);
        let page = owner.answer().page();
        let told = [
            ("day-0", "Step 1: Choose the day"),
            ("day-1", "Step 2: Enter a date"),
            ("words-es-2", "Step 3 (Español): Say what happens"),
        ];
        let wrong = page.errors();
        assert_eq!(wrong.len(), told.len(), "{wrong:?}");
        for ((field, said), (at, part)) in wrong.iter().zip(told) {
            assert!(field == at && said.contains(part), "{field}: {said}");
        }
        assert!(page.text().starts_with("Error:"));
        for (n, [_, english, spanish]) in lines.iter().enumerate() {
            let kept = |name: &str| page.attribute(&format!("input[name=\"{name}\"]"), "value");
            assert_eq!(kept(&format!("words-en-{n}")).as_deref(), Some(*english));
            assert_eq!(kept(&format!("words-es-{n}")).as_deref(), Some(*spanish));
        }
        for typed in ["See https://example.org", "a\u{202e}b", &"x".repeat(161)] {
            writes(&mut owner, &letter, &[["2027-01-14", typed, "Algo"]]).await;
            assert_eq!(owner.status(), 422, "{typed}");
            assert_eq!(owner.answer().page().errors()[0].0, "words-en-0");
        }
        assert_eq!(stored(&world, &letter).await, 0);

        // twelve are many; two hundred come back whole, in one sentence
        owner.goes(&urls::dated_steps(letter.id)).await;
        owner.sends(many(owner.would_send("Save"), 200)).await;
        assert_eq!(owner.status(), 422);
        let page = owner.answer().page();
        assert_eq!(page.errors().len(), 1);
        assert!(
            page.errors()[0].1.contains("12 steps at most"),
            "{:?}",
            page.errors()
        );
        let kept = page.attribute("input[name=\"words-es-199\"]", "value");
        assert_eq!(kept.as_deref(), Some("Paso 199"), "nothing is lost");
        assert_eq!(stored(&world, &letter).await, 0);
        owner.goes(&urls::dated_steps(letter.id)).await;
        owner.sends(many(owner.would_send("Save"), 12)).await;
        assert!(owner.path().ends_with("saved=true"), "{}", owner.text());
        let lines = owner.answer().page().attributes("input[type=date]", "name");
        assert_eq!(lines.len(), 12, "no more is offered");
        assert_eq!(stored(&world, &letter).await, 12);

        // what is no field of it
        for field in ["hours-0", "day-200", "words-english-0"] {
            owner.goes(&urls::dated_steps(letter.id)).await;
            let sending = owner.would_send("Save").with(field, "x");
            owner.sends(sending).await;
            assert_eq!(owner.status(), 422, "{field}");
        }
        assert_eq!(stored(&world, &letter).await, 12);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_who_write_at_once_and_those_who_may_not() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let mut editor = world.organizer(&letter, Role::Editor).await;
        editor.goes(&urls::dated_steps(letter.id)).await;
        saves(&mut owner, &letter, &[["2027-01-14", "Ours", "Nuestro"]]).await;
        editor
            .types("day-0", "2027-02-01")
            .types("words-en-0", "Theirs")
            .types("words-es-0", "Suyo");
        editor.presses("Save").await;
        assert_eq!(editor.status(), 409);
        editor.sees("Somebody else saved while you were writing");
        let value = editor.answer().page().attribute("#words-en-0", "value");
        assert_eq!(value.as_deref(), Some("Theirs"));
        world.visitor().opens(&letter).await.sees("Ours");
        editor.presses("Save").await;
        world.visitor().opens(&letter).await.sees("Theirs");

        // both press at the same moment: one is written, the other hears of it
        for visitor in [&mut owner, &mut editor] {
            visitor.goes(&urls::dated_steps(letter.id)).await;
        }
        let ours = owner.would_send("Save").with("words-en-0", "Ours at once");
        let theirs = editor
            .would_send("Save")
            .with("words-en-0", "Theirs at once");
        tokio::join!(owner.sends(ours), editor.sends(theirs));
        let mut both = [(owner.status(), "Ours"), (editor.status(), "Theirs")];
        both.sort_unstable();
        let [(written, whose), (refused, _)] = both;
        assert_eq!((written, refused), (200, 409));
        let won = format!("{whose} at once");
        world.visitor().opens(&letter).await.sees(&won);
        saves(&mut owner, &letter, &[["2027-02-01", "Theirs", "Suyo"]]).await;

        // another instance shows it within a moment
        let other = world.another_instance().await;
        let mut reader = world.visitor().through(other);
        reader.opens(&letter).await.sees("Theirs");
        saves(
            &mut owner,
            &letter,
            &[["2027-02-01", "Ours again", "Nuestro"]],
        )
        .await;
        world
            .until("the other shows it", async || {
                let page = reader.gets("/en/p/open-letter").await;
                page.body.contains("Ours again")
            })
            .await;

        let path = urls::dated_steps(letter.id);
        let mut moderator = world.organizer(&letter, Role::Moderator).await;
        assert_eq!(moderator.goes(&path).await.status(), 403);
        let body = encoded(&[("revision", "1"), ("day-0", "2027-01-14")]);
        assert_eq!(moderator.posts(&path, body).await.status, 403);
        let stranger = world.visitor().gets(&path).await;
        assert!(
            stranger.status == 303 || stranger.status == 401,
            "{}",
            stranger.status
        );
        owner.goes(&urls::remove_petition(letter.id)).await;
        owner.presses("Take it down").await;
        assert_eq!(owner.gets(&path).await.status, 409, "{}", owner.text());
    })
    .await;
}
