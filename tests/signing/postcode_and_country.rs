//! Story: an organizer asks for postcode and country. Signers type them, see and change them on their own page; organizers find them
//! in the list and in the file; nobody else sees them.

use crate::support::world::on_both;
use undersigned::account::model::Role;
use undersigned::petition::{FieldRule, Kind, SignerField};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn are_for_the_organizers_only() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| {
                plan.settings.fields[SignerField::Postcode] = FieldRule::Required;
                plan.settings.fields[SignerField::Country] = FieldRule::Optional;
            })
            .await;
        let mut sam = world.visitor();
        sam.opens(&letter)
            .await
            .sees("Only the organizers see this");
        let page = sam.answer().page();
        for (name, autocomplete) in [("postcode", "postal-code"), ("country", "country-name")] {
            let input = format!("input[type=text][name={name}][autocomplete={autocomplete}]");
            assert!(page.find(&input).is_some(), "{input}");
        }
        sam.sees("Country (optional)")
            .sees_no("ZIP or postal code (optional)");
        sam.fills_in("Sam Rivers", "sam@example.org");
        sam.types("country", "Irland").types("public", "detail");
        sam.presses("Sign the letter").await;
        assert_eq!(sam.status(), 422);
        sam.sees("Enter your ZIP or postal code");
        let page = sam.answer().page();
        assert!(
            page.find("input[name=country][value=Irland]").is_some(),
            "nothing is lost"
        );
        sam.types("postcode", " d02 ax07 ")
            .types("public", "detail");
        sam.presses("Sign the letter").await;
        sam.sees("Sam Rivers").sees_no("d02");
        sam.opens_mail().await.presses("Confirm my signature").await;
        world.looks().await;

        sam.follows("See or change everything we keep about you")
            .await;
        let own = sam.path().to_owned();
        let kept = sam
            .answer()
            .page()
            .attribute("input[name=postcode]", "value");
        assert_eq!(kept.as_deref(), Some("d02 ax07"));
        sam.types("country", "Ireland").types("updates", "yes");
        sam.presses("Save changes").await.sees("Saved.");
        let data = sam.gets(&format!("{own}/data.json")).await.body;
        let data: serde_json::Value = serde_json::from_str(&data).expect("JSON");
        assert_eq!(data["signer"]["postcode"], "d02 ax07");
        assert_eq!(data["signer"]["country"], "Ireland");

        let everybody = [
            "/en/p/open-letter",
            "/en/p/open-letter/signers",
            "/p/open-letter.json",
        ];
        for path in everybody {
            let page = world.visitor().gets(path).await;
            assert_eq!(page.status, 200, "{path}");
            for kept in ["d02", "D02", "Ireland"] {
                assert!(!page.body.contains(kept), "{path} says {kept}");
            }
        }

        let mut anybody = world.visitor();
        anybody.goes("/en/p/open-letter/privacy").await;
        anybody.sees(
            "role, school or employer, town, ZIP or postal code and country if you gave them",
        );
        anybody.goes("/es/p/open-letter/privacy").await;
        anybody.sees("su código postal y su país si los indicó");

        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner
            .looks_for(&letter, "all", "d02")
            .await
            .sees("Sam Rivers");
        owner.sees("d02 ax07, Ireland");
        owner.takes_list(&letter).await;
        world.mail("owner@opendocket.example.org").await;
        let file = owner.answer().body.clone();
        let mut lines =
            csv::ReaderBuilder::new().from_reader(file.trim_start_matches('\u{feff}').as_bytes());
        let header = lines.headers().expect("a header").clone();
        let row = lines.records().next().expect("a row").expect("CSV");
        let cell =
            |name: &str| row.get(header.iter().position(|one| one == name).expect("a column"));
        assert_eq!(
            (cell("zip_code"), cell("country")),
            (Some("d02 ax07"), Some("Ireland"))
        );
    })
    .await;
}
