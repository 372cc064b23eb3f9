//! How a signer is found: every word of name, address and what was asked beside them by its beginning.

use crate::base::Id;
use crate::base::texts::search::Whose;
use crate::petition::Petition;
use crate::signature::model::Signer;

/// What stands in the index for a signer of this petition.
#[must_use]
pub(crate) fn indexed(petition: Id<Petition>, signer: &Signer) -> String {
    let typed = [signer.name.as_str(), signer.email.as_str()].into_iter();
    let fields = signer.fields.iter().filter_map(|(_, text)| text.as_deref());
    Whose::of(petition.as_bytes()).index(typed.chain(fields))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::petition::{FieldMap, Replies, SignerField, Visibility};

    #[test]
    fn every_word_of_a_signer_is_indexed() {
        let signer = Signer {
            replies: Replies::default(),
            name: "Lucía O’Brien-Ruiz".to_owned(),
            email: "lucia.obrien@law.example.org".to_owned(),
            fields: FieldMap::default()
                .with(SignerField::Role, Some("Teacher/Librarian".to_owned()))
                .with(SignerField::Affiliation, Some("Straße 7, Łódź".to_owned())),
            wants_updates: false,
            opted_in_to: Vec::new(),
            opted_in_partner: None,
            visibility: Visibility::Counted,
        };
        let indexed = indexed(Id::from_bytes([0xab; 16]), &signer);
        assert!(
            indexed
                .split(' ')
                .all(|word| word.starts_with("abababababab"))
        );
        assert_eq!(
            indexed.replace("abababababab", ""),
            "lucia o brien ruiz lucia obrien law example org teacher librarian strasse 7 lodz"
        );
    }
}
