//! How a signer is found: every word of name, address and what was asked beside them by its beginning, and what else is true by its mark.

use crate::base::Id;
use crate::base::texts::search::Whose;
use crate::petition::Petition;
use crate::signature::facet::SignatureFacts;
use crate::signature::model::Signer;

/// What stands in the index for a signer of this petition.
#[must_use]
pub(crate) fn indexed(
    petition: Id<Petition>,
    signer: &Signer,
    facts: SignatureFacts<'_>,
) -> String {
    let whose = Whose::of(petition.as_bytes());
    let typed = [signer.name.as_str(), signer.email.as_str()].into_iter();
    let fields = signer.fields.iter().filter_map(|(_, text)| text.as_deref());
    let mut index = whose.index(typed.chain(fields));
    for facet in facts.facets(signer) {
        index.push(' ');
        index.push_str(&whose.mark(&facet.mark()));
    }
    index
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;
    use crate::petition::{FieldMap, Replies, Reply, SignerField, Visibility};

    #[test]
    fn every_word_of_a_signer_is_indexed() {
        let mut replies = Replies::default();
        replies.put(3, Some(Reply::Options(vec![1, 2])));
        replies.put(4, Some(Reply::Tick(true)));
        replies.put(5, Some(Reply::Text("for the organizers".to_owned())));
        let signer = Signer {
            replies,
            name: "Lucía O’Brien-Ruiz".to_owned(),
            email: "lucia.obrien@law.example.org".to_owned(),
            fields: FieldMap::default()
                .with(SignerField::Role, Some("Teacher/Librarian".to_owned()))
                .with(SignerField::Affiliation, Some("Straße 7, Łódź".to_owned())),
            wants_updates: true,
            opted_in_to: Vec::new(),
            opted_in_partner: None,
            visibility: Visibility::Name,
        };
        let facts = SignatureFacts {
            lang: Lang::ES,
            source: Some("k7"),
            choice: None,
            tags: &["Press".to_owned()],
        };
        let indexed = indexed(Id::from_bytes([0xab; 16]), &signer, facts);
        assert_eq!(
            indexed
                .replace("abababababab", "")
                .replace("545454545454", "="),
            "lucia o brien ruiz lucia obrien law example org teacher librarian strasse 7 lodz \
             =l6573z =yz =nz =s6b37z =r00030001z =r00030002z =r00040000z =t5072657373z"
        );
    }
}
