//! Rule: a search finds the signers of one petition, the newest first, alike on both databases, whatever others hold.

use crate::support::signers::{sign, signer};
use crate::support::world::on_both;
use undersigned::base::time::minutes;
use undersigned::base::{Id, Search};
use undersigned::db::Conn;
use undersigned::petition::{Kind, Petition};
use undersigned::signature::SignatureState;
use undersigned::signature::store::search::index::{From, find};

/// Names found in this state, a page of twenty after the other, forwards; and from the last page back to the first.
fn names(
    conn: &mut Conn,
    petition: Id<Petition>,
    state: Option<SignatureState>,
    typed: &str,
) -> undersigned::db::Result<Vec<String>> {
    let search = Search::parse(typed).expect("a word");
    let mut all = Vec::new();
    let mut place = None::<String>;
    loop {
        let from = place.as_deref().map_or(From::Start, From::After);
        let page = find(conn, petition, state, &search, from, 20)?;
        let Some(last) = page.last() else { break };
        place = Some(last.place.clone());
        all.extend(page);
    }
    let mut back = Vec::new();
    let mut place = all.last().map(|last| last.place.clone());
    while let Some(here) = place.take() {
        let page = find(conn, petition, state, &search, From::Before(&here), 20)?;
        place = page.last().map(|last| last.place.clone());
        back.extend(page);
    }
    back.reverse();
    assert_eq!(all.get(..back.len()), Some(back.as_slice()), "backwards");
    let name = |one: &undersigned::signature::store::search::index::FoundSignature| {
        let signer = one.signed.signer.as_ref().expect("a signer");
        signer.name.clone()
    };
    Ok(all.iter().map(name).collect())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_others_hold_is_not_found() {
    on_both(|world| async move {
        let ours = world.petition(Kind::Letter).await.id;
        let theirs = world
            .petition_with(Kind::Petition, |plan| plan.organization = "Other".into())
            .await
            .id;
        let db = world.app().db.clone();
        let people = |first: &'static str, many: usize| {
            let one = move |n| signer(&format!("{first} Number{n:02}"));
            (0..many).map(one).collect::<Vec<_>>()
        };
        let at = world.now();
        sign(&db, ours, SignatureState::Counted, people("Álvaro", 50), at).await;
        sign(
            &db,
            theirs,
            SignatureState::Counted,
            people("Álvaro", 70),
            at,
        )
        .await;
        sign(
            &db,
            theirs,
            SignatureState::Counted,
            people("Zoë", 3),
            at.plus(minutes(1)),
        )
        .await;
        sign(
            &db,
            ours,
            SignatureState::Held,
            people("Alva", 3),
            at.plus(minutes(1)),
        )
        .await;
        let look = async |petition, state, typed: &'static str| {
            world
                .read(move |conn| names(conn, petition, state, typed))
                .await
        };
        let newest: Vec<String> = (0..50)
            .rev()
            .map(|n| format!("Álvaro Number{n:02}"))
            .collect();
        assert_eq!(
            look(ours, Some(SignatureState::Counted), "alvaro").await,
            newest
        );
        assert_eq!(
            look(ours, Some(SignatureState::Counted), "NUMB álv").await,
            newest
        );
        assert_eq!(look(ours, None, "alv").await.len(), 53, "held ones too");
        assert_eq!(
            look(ours, Some(SignatureState::Held), "alva").await,
            ["Alva Number02", "Alva Number01", "Alva Number00"]
        );
        assert!(look(ours, None, "zoe").await.is_empty(), "nobody of ours");
        assert_eq!(look(theirs, None, "zoe numb").await.len(), 3);
        assert!(
            look(ours, None, "varo").await.is_empty(),
            "by its beginning only"
        );
    })
    .await;
}
