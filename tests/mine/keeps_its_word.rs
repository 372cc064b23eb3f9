//! Story: a petition says until when it keeps the details of those who signed, and keeps its word: not a day less, not a
//! day more. What is left is the number.

use crate::support::signers::{sign, signer};
use crate::support::upload::{shown, talkative_png};
use crate::support::world::{World, on_both};
use diesel::prelude::*;
use undersigned::account::model::Role;
use undersigned::base::time::{days, minutes};
use undersigned::base::{Email, Secrets, Strictness, Time};
use undersigned::count::Counts;
use undersigned::db::schema::{outbox as o, signatures as g, suppressions as s};
use undersigned::petition::store::retention_runs::{self, RetentionRun};
use undersigned::petition::{
    FieldRule, Kind, Petition, PetitionState, RetentionPeriod, SignerField,
};
use undersigned::signature::links::Links;
use undersigned::signature::{SignatureState as Signed, Signer};
use undersigned::web::urls;

/// Words that stand nowhere else: those of the signer, of whoever signs for an organization, of others.
const CANARIES: [&str; 10] = [
    "zwetschgenkanarie",
    "papageientaucher",
    "kormoranrolle",
    "austernfischerinstitut",
    "regenpfeiferstadt",
    "nachtigallgrund",
    "paz contreras",
    "@puente.example.org",
    "wiedehopfherr",
    "eisvogelfrau",
];

/// What came with the signer and counts whoever came by it.
const SOURCE: &str = "schnepfenquelle";

fn left(all: &str) -> Vec<&'static str> {
    let there = CANARIES.into_iter().chain([SOURCE]);
    there.filter(|one| all.contains(one)).collect()
}

/// Rows that know this mailbox by a keyed hash: of signatures, letters, mailboxes that are left alone.
async fn keyed(world: &World, petition: &Petition, email: &str) -> [i64; 3] {
    let links = Links::new(&Secrets::for_test());
    let email = Email::parse(email, Strictness::Testing).unwrap();
    let (k2, mailbox) = (
        links.address_keys(petition.id, &email).k2.to_vec(),
        links.mailbox(&email).to_vec(),
    );
    world
        .read(move |conn| {
            Ok([
                g::table
                    .filter(g::email_k2.eq(k2))
                    .count()
                    .get_result(conn)?,
                o::table
                    .filter(o::address_key.eq(&mailbox))
                    .count()
                    .get_result(conn)?,
                s::table
                    .filter(s::address_key.eq(&mailbox))
                    .count()
                    .get_result(conn)?,
            ])
        })
        .await
}

async fn until(world: &World, moment: &str) {
    let moment = Time::parse(moment).unwrap();
    world.later(moment.since(world.now())).await;
}

async fn forgetting(world: &World, petition: &Petition) -> Option<RetentionRun> {
    let id = petition.id;
    world.read(move |conn| retention_runs::find(conn, id)).await
}

fn others(many: usize) -> Vec<Signer> {
    (0..many)
        .map(|n| signer(&format!("Eisvogelfrau {n}")))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn to_the_day() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| {
                plan.settings.fields[SignerField::Place] = FieldRule::Optional;
                plan.closes_in = Some(days(10));
            })
            .await;
        let open = world
            .petition_with(Kind::Pledge, |plan| {
                plan.settings.keeps_for = RetentionPeriod::from(1)
            })
            .await;
        let mut kim = world.visitor();
        kim.opens(&open).await;
        kim.sees("Open Docket Coalition keeps your details until one month after this closes.");
        kim.signs(&open, "Kim Okafor", "kim@example.org").await;
        kim.opens_mail().await.presses("Confirm my signature").await;
        kim.follows("See or change everything we keep about you")
            .await;
        kim.sees("one month after this closes");
        let kims = kim.path().to_owned();

        let [name, local, role, affiliation, place, why, ..] = CANARIES;
        let mut sam = world.visitor();
        sam.opens(&letter).await;
        sam.sees("Open Docket Coalition keeps your details until June 1, 2027.");
        sam.fills_in(name, &format!("{local}@example.org"));
        sam.types("role", role).types("affiliation", affiliation);
        sam.types("place", place).types("via", SOURCE);
        sam.chooses("Name + details");
        sam.presses("Sign the letter").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        let confirmed = sam.mail().link();
        sam.types("reason", why).presses("Send my reason").await;
        sam.follows("See or change everything we keep about you")
            .await;
        sam.sees("Your details are kept until").sees("June 1, 2027");
        let own = sam.path().to_owned();
        let data = sam.gets(&format!("{own}/data.json")).await.json();
        assert_eq!(data["petition"]["details_kept_until"], "2027-06-01");
        assert_eq!(data["petition"]["details_kept_for_months"], 6);

        // one has erased the details before and is counted on, one has taken everything back
        let gone = ["kept", "taken"].map(|who| format!("{who}@example.org"));
        for (choice, email) in ["Erase my details but keep me counted", "Erase everything"]
            .into_iter()
            .zip(&gone)
        {
            let mut one = world.visitor();
            one.signs(&letter, "Lee", email).await;
            one.opens_mail().await.presses("Confirm my signature").await;
            one.follows("See or change everything we keep about you")
                .await;
            let path = one.path().to_owned();
            let word = one.mail().word();
            one.goes(&format!("{path}/erase")).await;
            one.types("word", &word).presses(choice).await;
            let _ = one.reads_mail().await;
        }
        // more than one step holds, and some who do not count
        let (db, at) = (&world.app().db, world.now());
        sign(db, letter.id, Signed::Counted, others(300), at).await;
        let (held, removed) = (
            vec![signer("Wiedehopfherr A")],
            vec![signer("Wiedehopfherr B")],
        );
        sign(db, letter.id, Signed::Held, held, at).await;
        sign(db, letter.id, Signed::Removed, removed, at).await;
        let (mut paz, mut reader) = shown(
            &world,
            &letter,
            "Puente Claro",
            Some(&talkative_png(40, 20)),
        )
        .await;
        let mut other = world.visitor();
        other.goes("/en/p/open-letter/organizations/sign").await;
        other.sees("keeps your details until June 1, 2027");
        reader.goes(&urls::overview(letter.id)).await;
        reader.sees("Details are kept until June 1, 2027.");
        reader.sees_no("Export the list before that");
        let before = Counts {
            counted: 302,
            held: 1,
            withdrawn: 1,
            removed: 1,
        };
        world.looks().await;
        assert_eq!(world.tally(&letter).await, before);

        let mut anybody = world.visitor();
        let privacy = "/en/p/open-letter/privacy";
        anybody
            .goes(privacy)
            .await
            .sees("are kept until June 1, 2027, 6 months after the last day to sign");
        anybody.goes("/es/p/open-letter/privacy").await;
        anybody.sees("se conservan hasta el 1 de junio de 2027, 6 meses después");
        anybody.goes("/en/p/our-pledge/privacy").await;
        anybody.sees("until one month after this closes");

        // closed, and kept to the last minute of the day in New York
        until(&world, "2027-05-19T03:00:00Z").await;
        anybody
            .goes(privacy)
            .await
            .sees("This is closed.")
            .sees("June 1, 2027");
        let mut early = world.organizer(&letter, Role::Analyst).await;
        early.goes(&urls::overview(letter.id)).await;
        early
            .sees("November")
            .sees("Details are kept until June 1, 2027.");
        until(&world, "2027-05-20T04:00:00Z").await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::overview(letter.id)).await;
        owner.sees("Everything that says who signed is deleted after June 1, 2027.");
        // Sam loses the link and asks for it: the letter knows the mailbox
        let address = format!("{local}@example.org");
        anybody.goes("/en/p/open-letter/my-signature").await;
        anybody
            .types("email", &address)
            .presses("Send me the link")
            .await;
        let _ = world.mail(&address).await;
        until(&world, "2027-06-02T03:59:59Z").await;
        assert_eq!(keyed(&world, &letter, &address).await, [1, 1, 0]);
        let erased = keyed(&world, &letter, &gone[0]).await;
        assert_eq!(erased, [1, 0, 1], "counted on, and left alone");
        let all = world.dump().await;
        assert_eq!(left(&all).len(), CANARIES.len() + 1, "not a day earlier");
        assert_eq!(world.visitor().gets(&own).await.status, 200);
        anybody
            .goes("/en/p/open-letter/signers?q=zwetschgenkanarie")
            .await;
        anybody.sees(name);
        assert_eq!(forgetting(&world, &letter).await, None);

        world.later(minutes(1)).await;
        assert_eq!(left(&world.dump().await), [SOURCE]);
        for email in [&address, &gone[0], &gone[1]] {
            assert_eq!(keyed(&world, &letter, email).await, [0; 3], "{email}");
        }
        let done = RetentionRun {
            signatures: 304,
            organizations: 1,
            done_at: Some(world.now()),
        };
        assert_eq!(forgetting(&world, &letter).await, Some(done));
        assert_eq!(world.tally(&letter).await, before, "the number stays");
        assert_eq!(world.counted(&letter).await, before.counted);
        for (path, status) in [
            ("/en/p/open-letter", 200),
            ("/en/p/open-letter/signers", 200),
            ("/en/p/open-letter/signers?q=harlow", 200),
            ("/p/open-letter.json", 200),
            ("/p/open-letter/feed.atom", 200),
            (own.as_str(), 410),
            (confirmed.as_str(), 410),
        ] {
            let answer = world.visitor().gets(path).await;
            assert_eq!(answer.status, status, "{path}");
            assert_eq!(left(&answer.body.to_lowercase()), [""; 0], "{path}");
        }
        anybody
            .goes("/en/p/open-letter/signers")
            .await
            .sees("Puente Claro");
        // whoever signed for the organization can still take its name back
        let link = paz.path().to_owned();
        paz.goes(&link).await;
        paz.sees("Puente Claro").sees_no("Paz Contreras");
        paz.follows("Withdraw it").await;
        let word = paz.mail().word();
        paz.types("word", &word)
            .presses("Withdraw and delete")
            .await;
        anybody.goes("/en/p/open-letter/signers").await;
        anybody.sees_no("Puente Claro");
        let mut exporter = world.organizer(&letter, Role::Exporter).await;
        exporter.goes(&urls::overview(letter.id)).await;
        exporter
            .sees("The last details of 304 signatures were deleted on June 2, 2027, as promised.");
        exporter.sees_no("Export the list before that");

        // what is still open loses nothing, however long
        world.later(days(400)).await;
        world.visitor().goes(&kims).await.sees("kim@example.org");
        assert_eq!(forgetting(&world, &open).await, None);
        assert_eq!(forgetting(&world, &letter).await, Some(done), "done once");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn by_several_at_once_and_once_only() {
    on_both(|world| async move {
        let months = |months| RetentionPeriod::from(months);
        let closed = world
            .petition_with(Kind::Letter, |plan| plan.closes_in = Some(days(1)))
            .await;
        shown(&world, &closed, "Puente Claro", None).await;
        let removed = world
            .petition_with(Kind::Petition, |plan| {
                plan.state = PetitionState::Removed;
                plan.settings.keeps_for = months(3);
            })
            .await;
        let paused = world
            .petition_with(Kind::Pledge, |plan| {
                plan.state = PetitionState::Paused;
                plan.settings.keeps_for = months(1);
            })
            .await;
        let (db, at) = (&world.app().db, world.now());
        sign(db, closed.id, Signed::Counted, others(600), at).await;
        sign(
            db,
            removed.id,
            Signed::Counted,
            vec![signer("Wiedehopfherr")],
            at,
        )
        .await;
        sign(
            db,
            paused.id,
            Signed::Counted,
            vec![signer("Regenpfeiferstadt")],
            at,
        )
        .await;
        world.later(days(100)).await;
        let there = |all: String| left(&all);
        assert_eq!(
            there(world.dump().await),
            [
                "regenpfeiferstadt",
                "paz contreras",
                "@puente.example.org",
                "eisvogelfrau"
            ]
        );
        world.meanwhile(days(100));
        // two instances, and the round that tidies beside them
        tokio::join!(
            world.forgets(),
            world.tidies(),
            world.forgets(),
            world.tidies()
        );
        assert_eq!(there(world.dump().await), ["regenpfeiferstadt"]);
        let done = RetentionRun {
            signatures: 600,
            organizations: 1,
            done_at: Some(world.now()),
        };
        assert_eq!(
            forgetting(&world, &closed).await,
            Some(done),
            "each counted once"
        );
        assert_eq!(world.tally(&closed).await.counted, 600);
        assert_eq!(forgetting(&world, &paused).await, None);
    })
    .await;
}
