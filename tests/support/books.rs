//! How a story has a book of signers made.

use super::visitor::Visitor;
use super::world::World;
use std::path::PathBuf;
use undersigned::account::model::{Organizer, Role};
use undersigned::account::store::person;
use undersigned::base::{Email, Id, Strictness};
use undersigned::petition::Petition;
use undersigned::transfer::job::model::{ExportJob, JobState};
use undersigned::transfer::job::store;
use undersigned::web::urls;

/// The key of the colleague of this role.
pub async fn id_of(world: &World, role: Role) -> Id<Organizer> {
    let address = format!("{role:?}@opendocket.example.org").to_lowercase();
    let address = Email::parse(&address, Strictness::Testing).expect("an address");
    let found = world
        .read(move |conn| person::by_address(conn, &address))
        .await;
    found.expect("an organizer").organizer.id
}

/// Files of lists and books that are there.
pub fn files(world: &World) -> Vec<PathBuf> {
    let folder = world.app().exporting.folder().expect("a folder").to_owned();
    let all = std::fs::read_dir(folder).expect("the folder").flatten();
    let lists = all
        .map(|one| one.path())
        .filter(|path| path.extension().is_some());
    lists.collect()
}

/// The newest book of this person, when it is written no more.
pub async fn written(world: &World, letter: &Petition, who: Id<Organizer>) -> ExportJob {
    let petition = letter.id;
    let all = async || world.read(move |conn| store::of(conn, petition, who)).await;
    let ends = async || {
        let all = all().await;
        all.first()
            .is_some_and(|job| job.state != JobState::Running)
    };
    world.until("the book is written no more", ends).await;
    all().await.remove(0)
}

/// Asks for a book that is so.
pub async fn asks_for_book(owner: &mut Visitor, letter: &Petition, fields: &[(&str, &str)]) {
    owner.goes(&urls::signer_book(letter.id)).await;
    owner.types("recipient", "The council");
    for (field, value) in fields {
        owner.types(field, value);
    }
    owner.presses("Make the PDF").await;
}

/// The job and the file of a book that is so.
pub async fn book(
    world: &World,
    letter: &Petition,
    (owner, role): (&mut Visitor, Role),
    fields: &[(&str, &str)],
) -> (ExportJob, Vec<u8>) {
    asks_for_book(owner, letter, fields).await;
    assert_eq!(owner.status(), 200, "{}", owner.text());
    let job = written(world, letter, id_of(world, role).await).await;
    assert_eq!(job.state, JobState::Ready);
    let name = format!("{}.list", job.id);
    let file = files(world)
        .into_iter()
        .find(|path| path.ends_with(&name))
        .expect("its file");
    (job, std::fs::read(file).expect("read"))
}
