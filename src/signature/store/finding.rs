//! How a signer is found: every word of name, address, role, affiliation and place by its beginning.

use crate::base::Id;
use crate::base::texts::search::Whose;
use crate::petition::Petition;
use crate::signature::model::Signer;

/// What stands in the index for a signer of this petition.
#[must_use]
pub fn indexed(petition: Id<Petition>, signer: &Signer) -> String {
    let parts = [
        Some(signer.name.as_str()),
        Some(signer.email.as_str()),
        signer.role.as_deref(),
        signer.affiliation.as_deref(),
        signer.place.as_deref(),
    ];
    Whose::of(petition.as_bytes()).index(parts.into_iter().flatten())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::petition::Visibility;

    #[test]
    fn every_word_of_a_signer_is_indexed() {
        let signer = Signer {
            name: "Lucía O’Brien-Ruiz".to_owned(),
            email: "lucia.obrien@law.example.org".to_owned(),
            role: Some("Teacher/Librarian".to_owned()),
            affiliation: Some("Straße 7, Łódź".to_owned()),
            place: None,
            wants_updates: false,
            opted_in_to: Vec::new(),
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
