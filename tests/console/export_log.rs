//! Story: whoever takes a list says what for, and the owners read it.

use crate::support::signers::{sign, signer};
use crate::support::world::on_both;
use sha2::{Digest, Sha256};
use undersigned::account::model::Role;
use undersigned::account::store::activity::{LineFilter, page};
use undersigned::base::time::seconds;
use undersigned::petition::Kind;
use undersigned::signature::SignatureState;
use undersigned::web::urls;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn owners_read_how_many_lines_what_for_and_to_whom() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let people = vec![signer("Amara Osei"), signer("Sam Rivers")];
        sign(
            &world.app().db,
            letter.id,
            SignatureState::Counted,
            people,
            world.now(),
        )
        .await;
        world.meanwhile(seconds(2));
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let mut exporter = world.organizer(&letter, Role::Exporter).await;
        exporter.takes_list(&letter).await;
        assert_eq!(exporter.status(), 200);
        let sum: String = Sha256::digest(exporter.answer().body.as_bytes())
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();

        let told = world.mail("owner@opendocket.example.org").await;
        told.says("The Exporter took a list");
        told.says("It has 2 lines, of “");
        told.says("Purpose: checking signatures. The file goes to: records team.");
        assert!(!told.text().contains("Amara") && !told.text().contains("/organize/exports"));
        world.mail("exporter@opendocket.example.org").await;

        let place = letter.organization;
        let lines = world
            .read(move |conn| page(conn, place, LineFilter::default(), None, 50))
            .await;
        let line = lines
            .rows
            .iter()
            .find(|line| line.deed == "exported")
            .expect("a line");
        assert_eq!(line.after, format!("checking\n\nrecords team\n2\n{sum}"));
        owner.goes(&urls::activity(letter.organization)).await;
        owner.sees("2 lines. Purpose: checking signatures. Goes to: records team.");
        owner.sees(&sum);
    })
    .await;
}
