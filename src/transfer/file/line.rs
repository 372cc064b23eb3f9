//! One signature, column by column, for whichever file it goes into.

use crate::base::{Id, Time};
use crate::petition::{Founder, PledgeOption, SignerField, Visibility, Wording};
use crate::signature::SignatureState;
use crate::transfer::column::Column;
use crate::transfer::names::split;
use crate::transfer::preset::Preset;
use crate::transfer::replies::ReplyColumns;
use crate::transfer::store::{ExportedSigner, Signed};
use std::collections::HashMap;
use std::fmt::Display;

/// What every line of a list shares.
#[derive(Debug, Default)]
pub struct ListContext {
    /// The petition's place in addresses.
    pub slug: String,
    /// Whom the list is for.
    pub preset: Preset,
    /// Its columns and their heads, in order.
    pub columns: Vec<(Column, &'static str)>,
    /// The SHA-256 of each wording, written out.
    pub wordings: HashMap<Id<Wording>, String>,
    /// The founding organizations whose consents the list tells, in order.
    pub founders: Vec<Founder>,
    /// The promises there are to choose from, in the petition's own language.
    pub promises: HashMap<Id<PledgeOption>, String>,
    /// What was answered to the organizers' own questions.
    pub replies: ReplyColumns,
}

/// A file that takes cells, from left to right.
pub(in crate::transfer) trait Cells {
    /// What somebody wrote, or words of ours; none where there is nothing.
    fn text(&mut self, head: &str, text: Option<&str>);
    /// A key or a time: letters, digits and marks that no file minds.
    fn key(&mut self, head: &str, key: impl Display);
    /// Yes or no.
    fn yes(&mut self, head: &str, said: Option<bool>);
    /// Several names.
    fn names(&mut self, head: &str, names: &[&str]);
    /// What was answered to the organizers' own questions.
    fn answers(&mut self, head: &str, of: &ReplyColumns, stored: Option<&str>);
}

impl ListContext {
    /// Whether the list has this column.
    #[must_use]
    pub fn has(&self, column: Column) -> bool {
        self.columns.iter().any(|(one, _)| *one == column)
    }

    /// What was promised, in the words it has now.
    fn promise(&self, row: &Signed<'_>) -> Option<&str> {
        self.promises.get(&row.choice?).map(String::as_str)
    }

    /// The founding organizations that may write to this signer. Asks for no memory where there is one organization.
    fn names(&self, signer: Option<&ExportedSigner<'_>>) -> Vec<&str> {
        if self.founders.is_empty() {
            return Vec::new();
        }
        let given = signer.map(ExportedSigner::founders).unwrap_or_default();
        let told = self.founders.iter().filter(|one| given.contains(&one.id));
        told.map(|one| one.name.as_str()).collect()
    }

    /// Writes the cells of one signature. `reason` is what stands on the petition's page.
    pub(in crate::transfer) fn write(
        &self,
        to: &mut impl Cells,
        state: SignatureState,
        row: &Signed<'_>,
        reason: Option<&str>,
    ) {
        let signer = row.signer.as_ref();
        // What a column tells of somebody, if everybody may see so much of them.
        let shown = |least: Visibility| {
            let hides = self.preset.shows_only_the_public();
            signer.filter(|signer| !hides || signer.visibility >= least)
        };
        let field = |field: SignerField, least: Visibility| shown(least)?.fields[field];
        let place = || match shown(Visibility::Place) {
            // the page says role and employer or, of whoever hides the name, the place alone
            Some(signer)
                if signer.visibility == Visibility::Name && self.preset.shows_only_the_public() =>
            {
                None
            }
            Some(signer) => signer.fields[SignerField::Place],
            None => None,
        };
        let mut parts = None;
        for (column, head) in &self.columns {
            match column {
                Column::Email => to.text(head, signer.map(|signer| signer.email)),
                Column::FirstName | Column::LastName => {
                    let (first, last) = *parts.get_or_insert_with(|| {
                        split(signer.map_or("", |signer| signer.name), row.lang)
                    });
                    let part = if *column == Column::FirstName {
                        first
                    } else {
                        last
                    };
                    to.text(head, signer.map(|_| part));
                }
                Column::FullName => {
                    to.text(head, shown(Visibility::Name).map(|signer| signer.name));
                }
                Column::OptIn => {
                    let said = signer.map(|signer| signer.wants_updates);
                    let is_turned = self.preset == Preset::CiviCrm;
                    to.yes(head, said.map(|said| said != is_turned));
                }
                Column::OptInOrganizations => to.names(head, &self.names(signer)),
                Column::City => to.text(head, place()),
                Column::ZipCode => to.text(head, field(SignerField::Postcode, Visibility::Counted)),
                Column::Country => to.text(head, field(SignerField::Country, Visibility::Counted)),
                Column::Role => to.text(head, field(SignerField::Role, Visibility::Detail)),
                Column::Affiliation => {
                    to.text(head, field(SignerField::Affiliation, Visibility::Detail));
                }
                Column::Language => to.text(head, Some(row.lang)),
                Column::Source => to.text(head, row.source),
                Column::SignedAt => to.key(head, whole_second(row.signed_at)),
                Column::Status => to.text(head, Some(state.as_str())),
                Column::Visibility => {
                    to.text(head, signer.map(|signer| signer.visibility.as_str()));
                }
                Column::Reason => to.text(head, reason),
                Column::Promise => to.text(head, self.promise(row)),
                Column::Wording => {
                    to.text(head, self.wordings.get(&row.wording).map(String::as_str));
                }
                Column::Petition => to.text(head, Some(&self.slug)),
                Column::SignerRef => to.key(head, row.id),
                Column::Answers => {
                    to.answers(
                        head,
                        &self.replies,
                        signer.and_then(|signer| signer.replies),
                    );
                }
            }
        }
    }
}

/// Other tools read no fraction.
fn whole_second(at: Time) -> Time {
    Time::from_micros(at.seconds().saturating_mul(1_000_000))
}

/// Yes or no in a table.
pub(super) fn letter(said: Option<bool>) -> &'static str {
    match said {
        Some(true) => "Y",
        Some(false) => "N",
        None => "",
    }
}

/// The start of a text, at most so many bytes of it, to the end of a character.
pub(super) fn start(text: &str, most: usize) -> &str {
    text.get(..text.floor_char_boundary(most)).unwrap_or(text)
}
