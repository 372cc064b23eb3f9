//! Story: each signer chooses how much others see; the organizers may allow less, never more. What
//! is shown is the same at every output.

use crate::support::petitions::rewrite;
use crate::support::world::{World, on_both};
use std::io;
use undersigned::petition::FieldRule;
use undersigned::petition::consent::Purpose;
use undersigned::petition::store::petitions;
use undersigned::petition::{Kind, Petition, Settings, SignerField};
use undersigned::signature::Visibility;
use undersigned::signature::store::consents;
use undersigned::transfer::{ExportRequest, write_all};

/// The organizers change their minds.
async fn now_allows(world: &World, petition: &Petition, change: fn(&mut Settings)) {
    let (id, now) = (petition.id, world.now());
    world
        .write(move |tx| {
            let mut petition = petitions::find(tx, id)?.expect("a petition");
            change(&mut petition.settings);
            rewrite(tx, &mut petition, now)
        })
        .await;
    world.looks().await;
}

/// The list as an organizer takes it: name, place and visibility of each line.
async fn exported(world: &World, petition: &Petition) -> Vec<[String; 3]> {
    let (id, now) = (petition.id, world.now());
    let list = world
        .read(move |conn| {
            let petition = petitions::find(conn, id)?.expect("a petition");
            let wanted = ExportRequest::whole(&petition);
            let mut list = Vec::new();
            write_all(conn, &wanted, now, &mut list).expect("a list");
            Ok(list)
        })
        .await;
    let mut reader = csv::Reader::from_reader(io::Cursor::new(list));
    let header = reader.headers().unwrap().clone();
    let at = |name: &str| header.iter().position(|known| known == name).unwrap();
    let cells = ["full_name", "city", "visibility"].map(at);
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        cells.map(|at| row[at].to_owned())
    });
    rows.collect()
}

/// Who signs the letter, what they choose, how the form says it, and what everybody sees of them.
const FOUR: [(&str, Visibility, &str, &str); 4] = [
    (
        "Sam Rivers",
        Visibility::Counted,
        "Just count me",
        "A supporter Name kept private",
    ),
    (
        "Kim Okafor",
        Visibility::Place,
        "Town",
        "A supporter in Ridgemont",
    ),
    ("Lucía Prieto", Visibility::Name, "Name", "Lucía Prieto"),
    (
        "Amara Osei",
        Visibility::Detail,
        "Name + details",
        "Amara Osei Law student, Harlow University, Ridgemont",
    ),
];

/// The choice of all that can be shown.
const DETAILS: &str = "Name + details";

/// The one box where the name alone can be shown.
const NAME_ALONE: &str = "Show my name on the letter’s page and in the letter we deliver";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn is_the_signers_choice_at_every_output() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| {
                plan.settings.fields[SignerField::Place] = FieldRule::Optional;
            })
            .await;
        for (name, _, label, line) in FOUR {
            let mut signer = world.visitor();
            signer.opens(&letter).await;
            let email = format!("{}@example.org", name.split(' ').next().unwrap());
            let email = email.to_lowercase().replace('í', "i");
            signer.fills_in(name, &email);
            signer.types("role", "Law student");
            signer.types("affiliation", "Harlow University");
            signer.types("place", "Ridgemont").chooses(label);
            let own = match name {
                "Sam Rivers" => "A supporter Counted, name not shown",
                "Kim Okafor" => "A supporter in Ridgemont Counted, name not shown",
                _ => line,
            };
            signer.presses("Sign the letter").await.sees(own);
            let listed = match name {
                "Sam Rivers" => "You will be counted, but your name will not be shown.".to_owned(),
                "Kim Okafor" => "We will list you as: A supporter in Ridgemont".to_owned(),
                "Lucía Prieto" => "We will list you as: Lucía Prieto".to_owned(),
                _ => "We will list you as: Amara Osei, Law student, Harlow University, Ridgemont"
                    .to_owned(),
            };
            signer.opens_mail().await;
            signer.mail().says(&listed);
            // The confirm page tells all that was typed, and how much of it is shown.
            signer
                .sees(name)
                .sees("Law student, Harlow University, Ridgemont");
            signer.sees(match name {
                "Sam Rivers" => "How you are listed Counted, but your name is not shown",
                "Kim Okafor" => "How you are listed Publicly, as a supporter in Ridgemont",
                "Lucía Prieto" => "How you are listed Publicly, with your name alone",
                _ => "How you are listed Publicly, with your name and the details you see here",
            });
            signer.presses("Confirm my signature").await.sees(own);
        }
        world.looks().await;
        let mut visitor = world.visitor();
        visitor.opens(&letter).await;
        for (name, visibility, _, line) in FOUR {
            visitor.sees(line);
            if !visibility.is_named() {
                visitor.sees_no(name);
            }
        }
        let text = visitor.text();
        assert_eq!(text.matches("Harlow University").count(), 1, "{text}");
        let expected = FOUR.map(|(name, visibility, _, _)| {
            [name, "Ridgemont", visibility.as_str()].map(str::to_owned)
        });
        assert_eq!(exported(&world, &letter).await, expected);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn is_never_more_than_the_organizers_allow() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut amara = world.visitor();
        amara
            .opens(&letter)
            .await
            .fills_in("Amara Osei", "amara@example.org");
        amara
            .types("affiliation", "Harlow University")
            .chooses(DETAILS);
        amara.presses("Sign the letter").await;
        amara
            .opens_mail()
            .await
            .presses("Confirm my signature")
            .await;
        // Sam has sent the form and not yet confirmed when the organizers change their mind.
        let mut sam = world.visitor();
        sam.opens(&letter)
            .await
            .fills_in("Sam Rivers", "sam@example.org");
        sam.types("affiliation", "Merton").chooses(DETAILS);
        sam.presses("Sign the letter").await;
        let mut kim = world.visitor();
        kim.opens(&letter)
            .await
            .fills_in("Kim Okafor", "kim@example.org");
        kim.types("affiliation", "Calder Bay").chooses(DETAILS);

        now_allows(&world, &letter, |settings| {
            settings.most_public = Visibility::Name;
        })
        .await;
        let mut visitor = world.visitor();
        visitor
            .opens(&letter)
            .await
            .sees("Amara Osei")
            .sees_no("Harlow");
        visitor
            .sees(NAME_ALONE)
            .sees_no("role and school or employer");
        sam.opens_mail()
            .await
            .sees("Publicly, with your name alone");
        sam.presses("Confirm my signature").await.sees_no("Merton");
        // Kim's form is from before.
        kim.presses("Sign the letter").await;
        kim.opens_mail().await.presses("Confirm my signature").await;

        now_allows(&world, &letter, |settings| {
            settings.most_public = Visibility::Detail;
        })
        .await;
        visitor
            .opens(&letter)
            .await
            .sees("Amara Osei Harlow University");
        visitor.sees("Sam Rivers").sees_no("Merton");
        visitor.sees("Kim Okafor").sees_no("Calder Bay");

        now_allows(&world, &letter, |settings| {
            settings.most_public = Visibility::Counted;
        })
        .await;
        visitor.opens(&letter).await.sees("No names are shown here");
        for name in ["Amara", "Sam", "Kim"] {
            visitor.sees_no(name);
        }
        for [_, _, visibility] in exported(&world, &letter).await {
            assert_eq!(visibility, "counted");
        }
        // What the form does not offer is not taken.
        let mut eve = world.visitor();
        eve.opens(&letter)
            .await
            .fills_in("Eve Adams", "eve@example.org");
        eve.types("public", "detail")
            .presses("Sign the letter")
            .await;
        eve.sees_no("Eve Adams");
        eve.opens_mail().await.presses("Confirm my signature").await;
        now_allows(&world, &letter, |settings| {
            settings.most_public = Visibility::Detail;
        })
        .await;
        visitor.opens(&letter).await.sees_no("Eve Adams");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn needs_a_place_to_be_shown_by_it() {
    on_both(|world| async move {
        let pledge = world
            .petition_with(Kind::Pledge, |plan| {
                plan.settings.fields[SignerField::Place] = FieldRule::Optional;
                plan.settings.most_public = Visibility::Place;
            })
            .await;
        let box_label = "Show only my town (“A supporter in Calder Bay”) on the pledge’s page";
        let mut kim = world.visitor();
        kim.opens(&pledge).await.sees("About you (optional)");
        kim.fills_in("Kim Okafor", "kim@example.org")
            .chooses(box_label);
        kim.presses("Take the pledge").await;
        assert_eq!(kim.status(), 422);
        let errors = kim.answer().page().errors();
        let missing = ("place".to_owned(), "Enter your town or region".to_owned());
        assert_eq!(errors, [missing]);
        let kept = kim
            .answer()
            .page()
            .attribute("input[name=public]", "checked");
        assert!(kept.is_some(), "what was ticked stays ticked");
        kim.types("place", &"x".repeat(81))
            .presses("Take the pledge")
            .await;
        kim.sees("Shorten this line");
        kim.types("place", " Ridgemont\u{200b} ")
            .presses("Take the pledge")
            .await;
        kim.sees("A supporter in Ridgemont");
        kim.opens_mail().await.presses("Confirm my signature").await;
        let mut sam = world.visitor();
        sam.signs(&pledge, "Sam Rivers", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        world.looks().await;
        let mut visitor = world.visitor();
        visitor
            .opens(&pledge)
            .await
            .sees("A supporter in Ridgemont");
        visitor
            .sees_no("Kim")
            .sees_no("Sam")
            .sees("Name kept private");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn is_told_before_signing_where_names_are_the_point() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.settings.names_public = true)
            .await;
        let mut amara = world.visitor();
        amara.opens(&letter).await;
        amara.sees("This letter is about names. Yours will be public, with your role and school or employer, here");
        assert_eq!(amara.answer().page().option(DETAILS), None, "no box");
        amara.fills_in("Amara Osei", "amara@example.org");
        amara.presses("Sign the letter").await.sees("Amara Osei");
        amara.opens_mail().await.presses("Confirm my signature").await;
        // A form without the sentence, from before or from elsewhere, shows nobody.
        let mut sam = world.visitor();
        sam.opens(&letter).await.fills_in("Sam Rivers", "sam@example.org");
        sam.types("public", "").presses("Sign the letter").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        world.looks().await;
        let mut visitor = world.visitor();
        visitor.opens(&letter).await.sees("Amara Osei").sees_no("Sam");
        let listing = world
            .read(|conn| {
                use diesel::prelude::*;
                use undersigned::db::schema::signature_details as d;
                let amara = d::table
                    .filter(d::name.eq("Amara Osei"))
                    .select(d::signature_id)
                    .first(conn)?;
                let all = consents::of(conn, amara)?;
                let listing = all.iter().find(|one| one.consent.purpose == Purpose::Listing);
                Ok(listing.and_then(|one| one.words.clone()).expect("its words"))
            })
            .await;
        assert!(listing.starts_with("This letter is about names"), "{listing}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_is_not_turned_by_what_organizers_allow_later() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut amara = world.visitor();
        amara
            .opens(&letter)
            .await
            .fills_in("Amara Osie", "amara@example.org");
        amara.chooses(DETAILS).presses("Sign the letter").await;
        amara
            .opens_mail()
            .await
            .presses("Confirm my signature")
            .await;
        let mut sam = world.visitor();
        sam.opens(&letter)
            .await
            .fills_in("Sam Rivers", "sam@example.org");
        sam.chooses(DETAILS).presses("Sign the letter").await;
        sam.reads_mail().await;

        now_allows(&world, &letter, |settings| {
            settings.most_public = Visibility::Counted;
        })
        .await;
        // Sam said yes, and is not written down as having said no; nor is Sam shown.
        sam.opens_link().await.presses("Confirm my signature").await;
        let listed = |data: &serde_json::Value| -> Vec<bool> {
            let all = data["consents"].as_array().expect("a history").iter();
            all.filter(|one| one["purpose"] == "listing")
                .map(|one| one["answer"].as_bool().expect("an answer"))
                .collect()
        };
        for (signer, visibility) in [(&mut sam, "counted"), (&mut amara, "detail")] {
            signer
                .follows("See or change everything we keep about you")
                .await;
            let own = signer.path().to_owned();
            let data = signer.gets(&format!("{own}/data.json")).await.json();
            assert_eq!(listed(&data), [true], "{data}");
            assert_eq!(data["signer"]["visibility"], visibility);
        }
        // Amara puts a letter right while no names are shown: nothing was asked about them, and nothing is answered.
        amara
            .types("name", "Amara Osei")
            .presses("Save changes")
            .await
            .sees("Saved.");
        let own = amara
            .path()
            .split('?')
            .next()
            .unwrap_or_default()
            .to_owned();
        let data = amara.gets(&format!("{own}/data.json")).await.json();
        assert_eq!(listed(&data), [true]);

        now_allows(&world, &letter, |settings| {
            settings.most_public = Visibility::Detail;
        })
        .await;
        let mut visitor = world.visitor();
        visitor
            .opens(&letter)
            .await
            .sees("Amara Osei")
            .sees_no("Sam Rivers");
    })
    .await;
}
