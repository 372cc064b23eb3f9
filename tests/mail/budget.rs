//! Story: somebody wants to bury a mailbox under our letters: one address in many writings, over
//! many petitions, from many networks. At most five letters a day leave, and nobody can tell (T04).

use crate::support::world::{World, on_both};
use std::collections::BTreeSet;
use undersigned::base::time::{days, minutes};
use undersigned::petition::Kind;

const PETITIONS: usize = 12;
const EACH: usize = 25;

/// Writings of one mailbox that no two people share.
fn writing(number: usize) -> String {
    let mut local = "v.i.c.t.i.m".to_owned();
    for at in (0..5).rev() {
        if number >> at & 1 == 0 {
            local.remove(at * 2 + 1);
        }
    }
    match number % 4 {
        0 => format!("{local}+{number}@gmail.com"),
        1 => format!("{}@GMAIL.com", local.to_uppercase()),
        2 => format!("{local}@googlemail.com"),
        _ => format!("{local}@gmail.com."),
    }
}

/// What a submission is answered with, without what is random in it.
async fn submits(world: &World, slug: &str, email: &str) -> String {
    let somebody = world.visitor();
    let form = format!(
        "name=Somebody&email={}&updates=no",
        email.replace('+', "%2B")
    );
    let answer = somebody.posts(&format!("/p/{slug}/sign"), form).await;
    // the cookie is as long as what was typed
    let cookie = regex::Regex::new("form=[0-9]+;").unwrap();
    let masked = crate::signing::same_answers::masked(&answer, email);
    cookie.replace_all(&masked, "form=;").into_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn at_most_five_letters_a_day_and_twenty_a_month() {
    on_both(|world| async move {
        let mut slugs = Vec::new();
        for number in 0..PETITIONS {
            let slug = format!("petition-{number}");
            let named = slug.clone();
            world
                .petition_with(Kind::Petition, move |plan| plan.slug = named)
                .await;
            slugs.push(slug);
        }
        let unlimited = submits(&world, &slugs[0], "somebody.else@example.org").await;
        world.mail("somebody.else@example.org").await;
        let mut answers = BTreeSet::new();
        for number in 0..EACH {
            for slug in &slugs {
                answers.insert(submits(&world, slug, &writing(number)).await);
            }
        }
        assert_eq!(answers.len(), 1, "nobody learns that it was too much");
        assert_eq!(answers.first(), Some(&unlimited));
        world.mail_rests().await;
        assert_eq!(world.unread(), 5, "five, over all petitions");
        for _ in 0..8 {
            world.later(minutes(30)).await;
            world.mail_rests().await;
        }
        assert_eq!(world.unread(), 5, "and no more of what was typed today");

        let mut day = 1;
        while day <= 6 {
            world.later(days(1)).await;
            for slug in &slugs {
                submits(&world, slug, &writing(day)).await;
            }
            world.mail_rests().await;
            day += 1;
            assert_eq!(world.unread(), (5 * day).min(20), "on day {day}");
        }
        world.mail_drains().await;
        assert_eq!(world.unread(), 20, "twenty in a month");
        world.leaves_unread(20);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_for_one_petition_in_a_week() {
    on_both(|world| async move {
        world.petition(Kind::Petition).await;
        for number in 0..20 {
            submits(&world, "free-records", &writing(number)).await;
        }
        world.mail_rests().await;
        assert_eq!(world.unread(), 3, "nobody waits for another's form");
        for day in 1..7 {
            world.later(days(1)).await;
            submits(&world, "free-records", &writing(1)).await;
            world.mail_rests().await;
            assert_eq!(world.unread(), 3, "on day {day}");
        }
        world.later(days(1)).await;
        for _ in 0..5 {
            submits(&world, "free-records", &writing(1)).await;
        }
        world.mail_rests().await;
        assert_eq!(world.unread(), 6, "three more in the next week");
        world.leaves_unread(6);
    })
    .await;
}
