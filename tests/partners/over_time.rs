//! Story: a newspaper draws how a petition grew.

use crate::signing::high_risk_routes::turns_dangerous;
use crate::support::signers::{sign, signer};
use crate::support::world::{World, on_both};
use undersigned::base::time::{days, hours};
use undersigned::petition::{Kind, Petition};
use undersigned::signature::SignatureState;

const DAYS: &str = "/p/open-letter/days.json";
const HOURS: &str = "/p/open-letter/hours.json";

async fn crowd(world: &World, letter: &Petition, name: &str, many: usize) {
    let db = world.app().db.get_ref().clone();
    let crowd = (0..many).map(|n| signer(&format!("{name} {n}")));
    let counted = SignatureState::Counted;
    sign(&db, letter.id, counted, crowd.collect(), world.now()).await;
    world.looks().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn by_the_day_and_from_a_thousand_on_by_the_hour() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let reader = world.visitor();
        let none = reader.gets(DAYS).await.json();
        assert_eq!(none["parts"], serde_json::json!([]), "nobody has signed");
        crowd(&world, &letter, "Early", 30).await;
        world.later(days(2)).await;
        crowd(&world, &letter, "Late", 12).await;
        let told = reader.gets(DAYS).await;
        assert!(!told.body.contains("Early"), "no names");
        let told = told.json();
        assert_eq!(
            (&told["slug"], &told["by"]),
            (&"open-letter".into(), &"day".into())
        );
        let parts = told["parts"].as_array().unwrap();
        let numbers: Vec<_> = parts
            .iter()
            .map(|part| {
                (
                    part["change"].as_i64().unwrap(),
                    part["signatures"].as_i64().unwrap(),
                )
            })
            .collect();
        assert_eq!(
            numbers,
            [(30, 30), (0, 30), (12, 42)],
            "days without anybody too"
        );
        let day = parts[0]["at"].as_str().unwrap();
        assert!(day.len() == 10 && day.starts_with("20"), "{day}");

        let few = reader.gets(HOURS).await;
        assert_eq!(few.status, 404, "an hour of few might tell who it was");
        assert!(
            few.json()["detail"].as_str().unwrap().contains("by day"),
            "{}",
            few.body
        );
        world.later(hours(3)).await;
        crowd(&world, &letter, "Many", 960).await;
        let told = reader.gets(HOURS).await.json();
        let last = told["parts"].as_array().unwrap().last().unwrap().clone();
        assert_eq!(
            (&last["change"], &last["signatures"]),
            (&960.into(), &1_002.into())
        );
        assert!(last["at"].as_str().unwrap().ends_with(":00:00Z"), "{last}");
        assert_eq!(
            told["parts"].as_array().unwrap().len(),
            3,
            "hours in which it moved"
        );
        // the older ones are in the number and not in the list
        world.later(days(32)).await;
        crowd(&world, &letter, "Last", 1).await;
        let told = reader.gets(HOURS).await.json();
        assert_eq!(told["parts"].as_array().unwrap().len(), 1);
        assert_eq!(told["parts"][0]["signatures"], 1_003);

        turns_dangerous(&world, &letter).await;
        world.looks().await;
        for path in [DAYS, HOURS] {
            assert_eq!(
                reader.gets(path).await.status,
                404,
                "{path} tells when somebody signed"
            );
        }
    })
    .await;
}
