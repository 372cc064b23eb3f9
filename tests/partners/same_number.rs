//! Story: wherever a number of a petition stands, it is the same number.

use crate::support::signers::{sign, signer};
use crate::support::world::on_both;
use undersigned::petition::Kind;
use undersigned::signature::SignatureState;

/// Every address that says how many signed, and how it says 1,234 of 2,000.
const SURFACES: [(&str, &str); 19] = [
    ("/en/p/open-letter", "1,234"),
    ("/es/p/open-letter", "1234"),
    ("/", "1,234"),
    ("/es", "1234"),
    ("/en/p/open-letter/signers", "1,234"),
    ("/en/p/open-letter/check", "1,234"),
    ("/organizations/open-letter-desk", "1,234"),
    (
        "/p/open-letter/count.json",
        "\"signatures\":1234,\"goal\":2000",
    ),
    ("/p/open-letter/count.txt", "1234\n"),
    (
        "/p/open-letter.json",
        "\"goal\":2000,\"signature_count\":1234",
    ),
    (
        "/petitions/open-letter.json",
        "\"goal\":2000,\"signature_count\":1234",
    ),
    (
        "/p/open-letter/days.json",
        "\"change\":1234,\"signatures\":1234",
    ),
    (
        "/p/open-letter/hours.json",
        "\"change\":1234,\"signatures\":1234",
    ),
    (
        "/p/open-letter/events",
        "id: 1234\nevent: count\ndata: {\"signatures\":1234,\"goal\":2000}",
    ),
    ("/badge/open-letter.svg", "1,234 of 2,000"),
    ("/badge/open-letter.svg?lang=es", "1234 de 2000"),
    ("/badge/open-letter.svg?lang=pt-BR", "1.234 de 2.000"),
    ("/badge/open-letter.json", "\"message\":\"1,234 of 2,000\""),
    (
        "/badge/open-letter.json?lang=es",
        "\"label\":\"firmas\",\"message\":\"1234 de 2000\"",
    ),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_every_surface() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let db = world.app().db.get_ref().clone();
        let crowd = (0..1_234).map(|n| signer(&format!("Sam {n}"))).collect();
        let counted = SignatureState::Counted;
        sign(&db, letter.id, counted, crowd, world.now()).await;
        // those who are held, and those who wait, are in no number
        let held = (0..7).map(|n| signer(&format!("Held {n}"))).collect();
        sign(&db, letter.id, SignatureState::Held, held, world.now()).await;
        world.looks().await;
        for (path, said) in SURFACES {
            let answer = world.visitor().gets(path).await;
            assert_eq!(answer.status, 200, "{path}");
            assert!(answer.body.contains(said), "{path}: {}", answer.body);
        }
        let alias = world.visitor().gets("/petitions/open-letter.json").await;
        let facts = world.visitor().gets("/p/open-letter.json").await;
        assert_eq!(alias.body, facts.body);
    })
    .await;
}
