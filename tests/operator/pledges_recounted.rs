//! Story: an operator recounts how many made each promise.

use crate::signing::pledges::{APPLY, TELL, option, pledge, taken};
use crate::support::world::on_both;
use undersigned::count::Parts;
use undersigned::count::store::parts;
use undersigned::signature::operator::check::differences;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn check_finds_a_wrong_count_of_a_promise() {
    on_both(|world| async move {
        let pledge = pledge(&world).await;
        taken(&world, &pledge, TELL).await;
        assert!(world.read(differences).await.is_empty());
        let (id, tell) = (pledge.id.cast(), option(&world, &pledge, TELL).await.cast());
        let apply = option(&world, &pledge, APPLY).await.cast();
        world
            .write(move |tx| {
                parts::add(tx, Parts::Promises, (id, tell), -1)?;
                parts::add(tx, Parts::Promises, (id, apply), 2)
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
                parts::add(tx, Parts::Promises, (id, tell), 1)?;
                parts::add(tx, Parts::Promises, (id, apply), -2)
            })
            .await;
    })
    .await;
}
