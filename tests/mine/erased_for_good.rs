//! Story: after an erasure no byte of the name or the address is left: not in a table, not in SQLite's
//! file, its log or its index, not in what PostgreSQL would dump; and all that is personal was in the
//! file its signer took along before.

use crate::support::world::on_both;
use undersigned::base::time::minutes;
use undersigned::petition::Kind;
use undersigned::petition::{FieldRule, SignerField};

/// Words that stand nowhere else.
const CANARIES: [&str; 9] = [
    "zwetschgenkanarie",
    "papageientaucher",
    "kormoranrolle",
    "austernfischerinstitut",
    "regenpfeiferstadt",
    "brachvogel-7719",
    "seeadlerland",
    "schnepfenquelle",
    "nachtigallgrund",
];

fn left(all: &str) -> Vec<&'static str> {
    CANARIES
        .into_iter()
        .filter(|one| all.contains(one))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_byte_of_a_signer_is_left() {
    for choice in ["Erase everything", "Erase my details but keep me counted"] {
        on_both(|world| async move {
            let letter = world
                .petition_with(Kind::Letter, |plan| {
                    for field in SignerField::ALL {
                        plan.settings.fields[field] = FieldRule::Optional;
                    }
                })
                .await;
            // others are there before and after
            for (name, email) in [
                ("Kim Okafor", "kim@example.org"),
                ("Lee", "lee@example.org"),
            ] {
                let mut one = world.visitor();
                one.signs(&letter, name, email).await;
                one.opens_mail().await.presses("Confirm my signature").await;
            }
            let [
                name,
                local,
                role,
                affiliation,
                place,
                postcode,
                country,
                source,
                why,
            ] = CANARIES;
            let email = format!("{local}@example.org");
            let mut sam = world.visitor();
            sam.opens(&letter).await.fills_in(name, &email);
            sam.types("role", role).types("affiliation", affiliation);
            sam.types("place", place).types("via", source);
            sam.types("postcode", postcode).types("country", country);
            sam.chooses("Name + details");
            sam.presses("Sign the letter").await;
            sam.opens_mail().await.presses("Confirm my signature").await;
            sam.types("reason", why).presses("Send my reason").await;
            sam.follows("See or change everything we keep about you")
                .await;
            let own = sam.path().to_owned();
            let word = sam.mail().word();
            // corrected once, so that there is an older version of everything
            sam.types("updates", "yes")
                .presses("Save changes")
                .await
                .sees("Saved.");
            world.later(minutes(11)).await;
            // typed in again and never confirmed
            let mut again = world.visitor();
            again.opens(&letter).await.fills_in(name, &email);
            again.presses("Sign the letter").await;
            world.mail_rests().await;
            let _ = again.reads_mail().await;

            // all that is personal is in the download
            let data = sam.gets(&format!("{own}/data.json")).await.body;
            let data: serde_json::Value = serde_json::from_str(&data).unwrap();
            let register = include_str!("../personal.txt").lines();
            for line in register.filter(|line| !line.starts_with('#')) {
                let Some((column, path)) = line.split_once(" signer ") else {
                    continue;
                };
                let told = path.split('.').try_fold(&data, |at, key| at.get(key));
                assert!(told.is_some(), "{column} is not at {path}");
            }
            let told = data.to_string().to_lowercase();
            assert_eq!(left(&told).len(), CANARIES.len(), "{told}");

            assert!(
                !left(&world.dump().await).is_empty(),
                "the canaries can be found"
            );
            sam.goes(&format!("{own}/erase")).await;
            sam.types("word", &word).presses(choice).await;
            assert_eq!(sam.status(), 410);
            let _ = sam.reads_mail().await;
            world.later(minutes(2)).await;
            let all = world.dump().await;
            // The word of a link counts whoever came by it, and says nothing of who.
            assert_eq!(left(&all), [source], "after “{choice}”");
            // the search finds the others still, and nothing of the one who left
            let mut anybody = world.visitor();
            anybody.opens(&letter).await.sees_no(name);
        })
        .await;
    }
}
