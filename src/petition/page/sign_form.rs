//! The form by which somebody signs, as it is shown: plain data, the use cases fill it.

use crate::base::Id;
use crate::petition::founder::Founder;
use crate::petition::promises::Promised;
use crate::petition::rules::listed::ListedDetails;
use crate::petition::rules::offer::VisibilityChoice;
use crate::petition::rules::settings::FieldRule;
use crate::petition::rules::visibility::Visibility;
use crate::web::page::Errors;
use crate::words::Words;

/// The form: what it asks, what was typed in, what is wrong with it.
///
/// Field names: `promise` (the key of one), `name`, `email`, `role`, `affiliation`, `place`, `updates` (`yes`/`no`) or `founder-{id}` (`1`), `public` (a word of [`Visibility`]),
/// `token`, and the honeypot.
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
    /// Whether the role is asked for.
    pub role_asked: FieldRule,
    /// Whether the affiliation is.
    pub affiliation_asked: FieldRule,
    /// The organizers' own name for affiliation.
    pub affiliation_label: Option<&'a str>,
    /// The petition's most common spellings of affiliations, at least three uses each.
    pub affiliations: Vec<String>,
    /// Whether the town or region is.
    pub place_asked: FieldRule,
    /// What a signer may choose to be shown.
    pub offer: VisibilityChoice,
    /// Who keeps the details and until when: a sentence, or nothing.
    pub keeps: String,
    /// Where it says how the details are used.
    pub privacy_href: String,
    /// Whether the form is only shown: a preview.
    pub is_disabled: bool,
    /// Whether signing may be dangerous: the form says which addresses are safe.
    pub is_high_risk: bool,
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
    pub role: String,
    /// As typed in.
    pub affiliation: String,
    /// As typed in.
    pub place: String,
    /// The question about mail, or what stands over the boxes of several organizations.
    pub updates_label: String,
    /// A box for each founding organization, where there are several.
    pub founders: Vec<FounderBox>,
    /// The organizations that were ticked.
    pub ticked: Vec<Id<Founder>>,
    /// As chosen; nothing is chosen beforehand.
    pub updates: Option<bool>,
    /// As ticked or chosen.
    pub visibility: Visibility,
    /// What has to be put right; the field ids are the field names.
    pub errors: Errors,
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
    /// What it says.
    pub label: String,
    /// As ticked; never beforehand.
    pub is_ticked: bool,
}

impl SignForm<'_> {
    /// The attributes of the field for affiliations. Spellings are offered where there are any.
    pub fn affiliation_attributes(&self) -> &'static str {
        if self.affiliations.is_empty() {
            " autocomplete=\"organization\" maxlength=\"160\" enterkeyhint=\"next\""
        } else {
            " autocomplete=\"organization\" maxlength=\"160\" enterkeyhint=\"next\" list=\"affiliations\""
        }
    }

    /// Whether the role is asked for.
    pub fn asks_role(&self) -> bool {
        self.role_asked != FieldRule::Off
    }

    /// Whether the affiliation is asked for.
    pub fn asks_affiliation(&self) -> bool {
        self.affiliation_asked != FieldRule::Off
    }

    /// Whether the town or region is asked for.
    pub fn asks_place(&self) -> bool {
        self.place_asked != FieldRule::Off
    }

    /// Whether all of it may be left empty.
    pub fn is_listing_optional(&self) -> bool {
        ![self.role_asked, self.affiliation_asked, self.place_asked].contains(&FieldRule::Required)
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

    /// Role, affiliation and place, those that are asked for, as a sentence names them.
    pub(crate) fn listed_words(&self, w: &Words) -> String {
        let listed = ListedDetails {
            role: self.asks_role(),
            affiliation: self.asks_affiliation(),
            place: self.asks_place(),
        };
        listed.words(w)
    }

    /// What stands over role, affiliation and place.
    pub(crate) fn listed_key(&self) -> &'static str {
        match self.offer.most() {
            Visibility::Detail => "form-listed",
            _ => "form-about",
        }
    }

    /// The label of the place field.
    pub fn place_label(&self, w: &Words) -> String {
        self.listed(w, w.say("form-place"), self.place_asked)
    }

    /// The label of the role field.
    pub fn role_label(&self, w: &Words) -> String {
        self.listed(w, w.say("form-role"), self.role_asked)
    }

    /// The label of the affiliation field.
    pub fn affiliation_label(&self, w: &Words) -> String {
        let label = self
            .affiliation_label
            .unwrap_or_else(|| w.say("form-affiliation"));
        self.listed(w, label, self.affiliation_asked)
    }

    /// A label, which says "(optional)" itself where its neighbour is not.
    pub(crate) fn listed(&self, w: &Words, label: &str, asked: FieldRule) -> String {
        if asked == FieldRule::Optional && !self.is_listing_optional() {
            format!("{label} {}", w.say("optional"))
        } else {
            label.to_owned()
        }
    }
}
