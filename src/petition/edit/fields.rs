//! Which fields stand on which page of the editor, and one page of the form put over the rest of it.

use super::form::PetitionForm;
use super::part::EditPart;
use crate::base::Lang;
use crate::petition::store::petition_versions::PageFields;
use crate::web::Named;

impl PetitionForm {
    /// The fields of one page and what stands in them. `own` is the petition's language: beside its text stand the promises in every
    /// language, since a line is the same promise in each.
    #[must_use]
    pub(crate) fn fields(&self, part: EditPart, own: Lang) -> PageFields {
        let tick = |is_on: bool| String::from(if is_on { "1" } else { "" });
        let mut fields: PageFields = Vec::new();
        let mut put = |name: &str, value: &str| fields.push((name.to_owned(), value.to_owned()));
        match part {
            EditPart::Text(lang) => {
                for text in &self.texts {
                    let mut put =
                        |name: &str, value: &str| put(&format!("{name}-{}", text.lang), value);
                    if text.lang == lang {
                        put("title", &text.title);
                        put("target", &text.target);
                        put("ask", &text.ask);
                        put("body", &text.body);
                        put("reason", &text.goal_reason);
                        put("published", &tick(text.is_published));
                    }
                    if text.lang == lang || lang == own {
                        put("promises", &text.promises);
                    }
                }
            }
            EditPart::Form => {
                put("kind", &self.kind);
                if let Some(voice) = &self.voice {
                    put("voice", voice);
                }
                put("founders", &self.founders);
                for (field, asked) in self.fields.iter() {
                    put(field.name(), asked);
                }
                put("most_public", &self.most_public);
                put("names_public", &tick(self.names_public));
                put("organizations_sign", &tick(self.organizations_sign));
            }
            EditPart::Dates => {
                put("slug", &self.slug);
                put("goal", &self.goal);
                put("opens_on", &self.opens_on);
                put("opens_time", &self.opens_time);
                put("closes_on", &self.closes_on);
                put("closes_time", &self.closes_time);
                put("time_zone", &self.time_zone);
                if let Some(months) = &self.keeps_for {
                    put("keeps_for", months);
                }
            }
            EditPart::Protection => {
                put("discreet", &tick(self.is_discreet));
                put("framing", &self.framing);
                put("high_risk", &tick(self.is_high_risk));
                put("listed_in_high_risk", &tick(self.is_listed_in_high_risk));
                put("watched_domains", &self.watched_domains);
            }
            // their forms are their own
            EditPart::Steps
            | EditPart::ShareTexts
            | EditPart::Outcome
            | EditPart::NewQuestion
            | EditPart::Question(..) => {}
        }
        fields
    }

    /// Puts these fields in the place of what stands there; those it does not have are left out.
    pub(crate) fn put_all(&mut self, fields: &[(String, String)]) {
        for (name, value) in fields {
            self.put(name, value.clone());
        }
    }

    /// Whether nothing is typed in beside the fields of this page.
    #[must_use]
    pub(crate) fn is_only(&self, part: EditPart, own: Lang) -> bool {
        let mut rest = self.clone();
        let empty = |(name, _): (String, String)| (name, String::new());
        let fields = self.fields(part, own).into_iter().map(empty);
        rest.put_all(&fields.collect::<PageFields>());
        rest.parts().all(|part| {
            rest.fields(part, own)
                .iter()
                .all(|(_, value)| value.is_empty())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::petition::edit::form::TypedText;

    fn typed() -> PetitionForm {
        let text = |lang: Lang| TypedText {
            title: format!("Title {lang}"),
            promises: format!("Promise {lang}"),
            ..TypedText::blank(lang)
        };
        PetitionForm {
            slug: "a-slug".to_owned(),
            names_public: true,
            texts: vec![text(Lang::EN), text(Lang::ES)],
            ..PetitionForm::default()
        }
    }

    #[test]
    fn a_page_writes_its_own_fields_alone() {
        let mut there = typed();
        let mut sent = PetitionForm::default();
        sent.put("title-es", "Otro".to_owned());
        assert!(sent.is_only(EditPart::Text(Lang::ES), Lang::EN));
        there.put_all(&sent.fields(EditPart::Text(Lang::ES), Lang::EN));
        let [english, spanish] = there.texts.as_slice() else {
            panic!("two languages")
        };
        assert_eq!(
            (english.title.as_str(), spanish.title.as_str()),
            ("Title en", "Otro")
        );
        assert_eq!(english.promises, "Promise en");
        assert_eq!(there.slug, "a-slug");
        assert!(there.names_public);
        there.put_all(&PetitionForm::default().fields(EditPart::Form, Lang::EN));
        assert!(!there.names_public, "a box that is not ticked");
    }

    #[test]
    fn a_field_of_another_page_is_seen() {
        let typed = typed();
        for part in [EditPart::Text(Lang::EN), EditPart::Form, EditPart::Dates] {
            assert!(!typed.is_only(part, Lang::EN), "{part}");
        }
    }

    #[test]
    fn the_own_text_holds_the_promises_of_all() {
        let names = |part| -> Vec<String> {
            let fields = typed().fields(part, Lang::EN).into_iter();
            fields
                .map(|(name, _)| name)
                .filter(|name| name.starts_with("promises"))
                .collect()
        };
        assert_eq!(
            names(EditPart::Text(Lang::EN)),
            ["promises-en", "promises-es"]
        );
        assert_eq!(names(EditPart::Text(Lang::ES)), ["promises-es"]);
    }
}
