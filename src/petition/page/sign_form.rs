//! The form by which somebody signs, as it is shown: plain data, the use cases fill it.

use super::questions::QuestionInput;
use crate::base::Id;
use crate::petition::rules::founder::Founder;
use crate::petition::rules::listed::ListedDetails;
use crate::petition::rules::offer::VisibilityChoice;
use crate::petition::rules::promises::Promised;
use crate::petition::rules::replies::TypedReplies;
use crate::petition::rules::signer_field::{FieldMap, FieldRule, SignerField};
use crate::petition::rules::visibility::Visibility;
use crate::web::page::Errors;
use crate::words::Words;

/// The form: what it asks, what was typed in, what is wrong with it.
///
/// Field names: `promise` (the key of one), `name`, `email`, those of [`SignerField`], `updates` (`yes`/`no`) or `founder-{id}` (`1`), or `partner_updates`
/// (`yes`/`no`) in a partner's frame, `public` (a word of [`Visibility`]), `token`, and the honeypot.
#[derive(Clone, Debug, Default)]
pub struct SignForm<'a> {
    /// Where it posts to.
    pub action: String,
    /// Signed time of the form.
    pub token: String,
    /// Name of the field that only programs fill in.
    pub honeypot: String,
    /// Further hidden fields, such as the source.
    pub hidden: Vec<(&'static str, String)>,
    /// What is asked for beside name and address.
    pub asked: FieldMap<FieldRule>,
    /// The organizers' own name for affiliation.
    pub affiliation_label: Option<&'a str>,
    /// The petition's most common spellings of affiliations, at least three uses each.
    pub affiliations: Vec<String>,
    /// What a signer may choose to be shown.
    pub offer: VisibilityChoice,
    /// Who keeps the details and until when: a sentence, or nothing.
    pub keeps: String,
    /// Where it says how the details are used.
    pub privacy_href: String,
    /// Whether the form is only shown: a preview.
    pub is_disabled: bool,
    /// Who sees a name and who does not, where signing may be dangerous: the form says then which addresses and devices are safe.
    pub secrecy: Vec<String>,
    /// Whether the address typed in is one that the form warns of.
    pub is_watched: bool,
    /// What can be promised, where there is a choice.
    pub promises: Vec<PromiseTile>,
    /// As chosen; nothing is chosen beforehand.
    pub promise: String,
    /// As typed in.
    pub name: String,
    /// As typed in.
    pub email: String,
    /// As typed in.
    pub fields: FieldMap<String>,
    /// What organizers ask in words of their own.
    pub questions: Vec<QuestionInput>,
    /// As typed in: what the questions are filled with.
    pub replies: TypedReplies,
    /// The question about mail, or what stands over the boxes of several organizations.
    pub updates_label: String,
    /// The question of the partner in whose frame the form stands, asked instead; empty where the organizations ask.
    pub partner_label: String,
    /// A box for each founding organization, where there are several.
    pub founders: Vec<FounderBox>,
    /// The organizations that were ticked.
    pub ticked: Vec<Id<Founder>>,
    /// As chosen; nothing is chosen beforehand.
    pub updates: Option<bool>,
    /// As chosen; nothing is chosen beforehand.
    pub partner_updates: Option<bool>,
    /// As ticked or chosen.
    pub visibility: Visibility,
    /// What has to be put right; the field ids are the field names.
    pub errors: Errors,
}

/// One line beside name and address, as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldInput {
    /// The field's name and id.
    pub name: &'static str,
    /// What stands over it.
    pub label: String,
    /// As typed in.
    pub value: String,
    /// Further attributes, to be written as they are.
    pub attributes: String,
}

/// One promise to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseTile {
    /// What the form sends for it.
    pub key: String,
    /// What it says.
    pub promised: Promised,
    /// As chosen; never beforehand.
    pub is_chosen: bool,
}

/// The box by which an organization is let write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FounderBox {
    /// The field's name and id.
    pub field: String,
    /// The organization.
    pub name: String,
    /// What ticking it says.
    pub label: String,
    /// As ticked; never beforehand.
    pub is_ticked: bool,
}

impl SignForm<'_> {
    /// The inputs of what is listed beside a name, or of what organizers alone see: those that are asked for.
    pub(crate) fn inputs(&self, w: &Words, is_listed: &bool) -> Vec<FieldInput> {
        let own = |field: &SignerField| field.listed().is_some() == *is_listed;
        let asked = SignerField::ALL.into_iter().filter(own);
        let asked: Vec<_> = asked.filter(|field| self.asked.asks(*field)).collect();
        asked
            .into_iter()
            .map(|field| self.input(w, field))
            .collect()
    }

    fn input(&self, w: &Words, field: SignerField) -> FieldInput {
        let offers = match field {
            SignerField::Affiliation if !self.affiliations.is_empty() => " list=\"affiliations\"",
            _ => "",
        };
        let own = self
            .affiliation_label
            .filter(|_| field == SignerField::Affiliation);
        let label = own.unwrap_or_else(|| w.say(field.label()));
        let is_listed = field.listed().is_some();
        FieldInput {
            name: field.name(),
            // says "(optional)" itself where its neighbour is not
            label: match self.asked[field] == FieldRule::Optional && !self.is_optional(&is_listed) {
                true => format!("{label} {}", w.say("optional")),
                false => label.to_owned(),
            },
            value: self.fields[field].clone(),
            attributes: format!("{} enterkeyhint=\"next\"{offers}", field.attributes()),
        }
    }

    /// Whether all of one group may be left empty.
    pub(crate) fn is_optional(&self, is_listed: &bool) -> bool {
        let group = self.asked.iter();
        !group
            .filter(|(field, _)| field.listed().is_some() == *is_listed)
            .any(|(_, asked)| *asked == FieldRule::Required)
    }

    /// The one box, if there is one.
    pub(crate) fn tick(&self) -> Option<Visibility> {
        match self.offer {
            VisibilityChoice::Tick(level) => Some(level),
            _ => None,
        }
    }

    /// How every name is shown, if names are the point.
    pub(crate) fn always(&self) -> Option<Visibility> {
        match self.offer {
            VisibilityChoice::Always(level) => Some(level),
            _ => None,
        }
    }

    /// What can be chosen from, if there is more than one box.
    pub(crate) fn choices(&self) -> &[Visibility] {
        match &self.offer {
            VisibilityChoice::Choice(levels) => levels,
            _ => &[],
        }
    }

    /// Whether no name is ever shown.
    pub(crate) fn shows_nobody(&self) -> bool {
        self.offer == VisibilityChoice::Nothing
    }

    /// What is listed beside a name, as a sentence names it.
    pub(crate) fn listed_words(&self, w: &Words) -> String {
        ListedDetails::of(|field| self.asked.asks(field)).words(w)
    }

    /// What stands over what is listed.
    pub(crate) fn listed_key(&self) -> &'static str {
        match self.offer.most() {
            Visibility::Detail => "form-listed",
            _ => "form-about",
        }
    }
}
