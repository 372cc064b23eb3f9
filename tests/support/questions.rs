//! Questions of organizers, written through the stores.

use super::petitions::rewrite;
use super::world::World;
use undersigned::base::Lang;
use undersigned::petition::rules::question::{QuestionKind, QuestionOption, QuestionTexts};
use undersigned::petition::store::{petitions, questions};
use undersigned::petition::{FormQuestion, Petition, PublicPetition, Questions};

/// A question of this number, with options `red`, `green` and `grey` where there is something to choose from.
pub fn question(number: i16, kind: QuestionKind, label: &str) -> FormQuestion {
    let texts = QuestionTexts {
        label: label.to_owned(),
        hint: String::new(),
        purpose: "To plan the meeting.".to_owned(),
    };
    let option = |(number, words): (i16, &str)| QuestionOption {
        number,
        removed_at: None,
        words: vec![(Lang::EN, words.to_owned())],
    };
    let options = (1_i16..).zip(["red", "green", "grey"]).map(option);
    FormQuestion {
        number,
        position: number,
        removed_at: None,
        kind,
        is_required: false,
        texts: vec![(Lang::EN, texts)],
        options: match kind.has_options() {
            true => options.collect(),
            false => Vec::new(),
        },
    }
}

impl World {
    /// Puts these on the form of a petition.
    pub async fn asks(&self, petition: &Petition, all: Vec<FormQuestion>) {
        let (id, now) = (petition.id, self.now());
        let shown = self.write(move |tx| {
            let mut petition = petitions::find(tx, id)?.expect("the petition");
            rewrite(tx, &mut petition, now)?;
            for question in &all {
                questions::save(tx, id, question)?;
            }
            PublicPetition::load(tx, petition)
        });
        self.app().page_cache.petition_cache.put(shown.await);
        self.looks().await;
    }

    /// The questions of a petition, as they are stored.
    pub async fn questions(&self, petition: &Petition) -> Questions {
        let id = petition.id;
        self.read(move |conn| questions::of(conn, id)).await
    }
}
