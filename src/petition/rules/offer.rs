//! What a form offers a signer: how much of them others see, and no more than the organizers allow.

use super::settings::Settings;
use super::signer_field::SignerField;
use super::visibility::Visibility;

/// What the form offers a signer, beside being counted only.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum VisibilityChoice {
    /// Nothing: no name is ever shown.
    #[default]
    Nothing,
    /// One box, unticked: this, or counted only.
    Tick(Visibility),
    /// One of these, the least public first; [`Visibility::Counted`] is among them. Asked wherever a role, an employer or a place may
    /// stand beside the name: who fears an employer decides before signing.
    Choice(Vec<Visibility>),
    /// Names are the point: the form says so, and nothing is asked.
    Always(Visibility),
}

impl VisibilityChoice {
    /// The most that can be chosen.
    #[must_use]
    pub fn most(&self) -> Visibility {
        match self {
            Self::Nothing => Visibility::Counted,
            Self::Tick(level) | Self::Always(level) => *level,
            Self::Choice(levels) => levels.last().copied().unwrap_or_default(),
        }
    }

    /// What a form asks for that sent this word. What the form did not offer, and no word at all,
    /// is counted only: nobody is shown by mistake.
    #[must_use]
    pub fn read(&self, word: &str) -> Visibility {
        Visibility::parse(word).unwrap_or_default().min(self.most())
    }
}

impl Settings {
    /// What a signer can choose under these settings: no more than the organizers allow, and
    /// nothing that the form does not ask for.
    #[must_use]
    pub fn offer(&self) -> VisibilityChoice {
        let asks_place = self.fields.asks(SignerField::Place);
        let asks_detail = self.listed().is_any();
        let is_offered = |level: &Visibility| match level {
            Visibility::Counted | Visibility::Name => true,
            Visibility::Place => asks_place,
            Visibility::Detail => asks_detail,
        };
        let levels: Vec<Visibility> = Visibility::ALL
            .into_iter()
            .filter(|level| *level <= self.most_public && is_offered(level))
            .collect();
        let top = levels.last().copied().unwrap_or_default();
        if top == Visibility::Counted {
            VisibilityChoice::Nothing
        } else if self.names_public && top.is_named() {
            VisibilityChoice::Always(top)
        } else if top.is_named() && (asks_place || top == Visibility::Detail) {
            VisibilityChoice::Choice(levels)
        } else {
            VisibilityChoice::Tick(top)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::petition::rules::signer_field::{FieldMap, FieldRule};

    fn settings(most_public: Visibility, affiliation: FieldRule, place: FieldRule) -> Settings {
        Settings {
            most_public,
            fields: FieldMap::default()
                .with(SignerField::Affiliation, affiliation)
                .with(SignerField::Place, place),
            ..Settings::default()
        }
    }

    #[test]
    fn the_form_offers_what_is_asked_and_allowed() {
        use FieldRule::{Off, Optional};
        use Visibility::{Counted, Detail, Name, Place};
        let offer = |most, affiliation, place| settings(most, affiliation, place).offer();
        assert_eq!(offer(Detail, Off, Off), VisibilityChoice::Tick(Name));
        let three = VisibilityChoice::Choice(vec![Counted, Name, Detail]);
        assert_eq!(offer(Detail, Optional, Off), three);
        assert_eq!(offer(Name, Optional, Off), VisibilityChoice::Tick(Name));
        assert_eq!(offer(Place, Optional, Off), VisibilityChoice::Nothing);
        assert_eq!(
            offer(Place, Optional, Optional),
            VisibilityChoice::Tick(Place)
        );
        assert_eq!(
            offer(Counted, Optional, Optional),
            VisibilityChoice::Nothing
        );
        let all = VisibilityChoice::Choice(vec![Counted, Place, Name, Detail]);
        assert_eq!(offer(Detail, Off, Optional), all);
        let mut point = settings(Detail, Optional, Off);
        point.names_public = true;
        assert_eq!(point.offer(), VisibilityChoice::Always(Detail));
        point.most_public = Counted;
        assert_eq!(
            point.offer(),
            VisibilityChoice::Nothing,
            "forbidden is forbidden"
        );
    }

    #[test]
    fn a_word_is_never_read_as_more_than_was_offered() {
        let offer = VisibilityChoice::Tick(Visibility::Name);
        assert_eq!(offer.read("detail"), Visibility::Name);
        assert_eq!(offer.read("name"), Visibility::Name);
        for word in ["", "1", "NAME", "counted", "yes"] {
            assert_eq!(offer.read(word), Visibility::Counted, "{word}");
        }
    }
}
