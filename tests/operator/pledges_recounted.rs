//! Story: an operator recounts how many made each promise.

use crate::signing::pledges::{APPLY, TELL, option, pledge, taken};
use crate::support::world::on_both;
use undersigned::signature::operator::check::differences;
use undersigned::tally::choice_store;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn check_finds_a_wrong_count_of_a_promise() {
    on_both(|world| async move {
        let pledge = pledge(&world).await;
        taken(&world, &pledge, TELL).await;
        assert!(world.read(differences).await.is_empty());
        let (id, tell) = (pledge.id, option(&world, &pledge, TELL).await);
        let apply = option(&world, &pledge, APPLY).await;
        world
            .write(move |tx| {
                choice_store::add(tx, id, tell, -1)?;
                choice_store::add(tx, id, apply, 2)
            })
            .await;
        let found = world.read(differences).await;
        let mut found: Vec<_> = found
            .iter()
            .map(|one| (one.state, one.tally, one.rows))
            .collect();
        found.sort_unstable();
        let wrong = "counted by one promise";
        assert_eq!(found, [(wrong, 0, 1), (wrong, 2, 0)]);
        world
            .write(move |tx| {
                choice_store::add(tx, id, tell, 1)?;
                choice_store::add(tx, id, apply, -2)
            })
            .await;
    })
    .await;
}
