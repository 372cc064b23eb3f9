//! The fields that forms of links and partners share.

use crate::base::Line;
use crate::petition::source::SourceCode;
use crate::petition::source::model::NAME;
use crate::web::WrongFields;

/// The attributes of the field for a name.
pub(super) const NAME_LIMIT: &str = " maxlength=\"60\" dir=\"auto\" autocomplete=\"off\"";
/// The attributes of the field for a code.
pub(super) const CODE_LIMIT: &str = " maxlength=\"40\" dir=\"ltr\" autocomplete=\"off\" autocapitalize=\"none\" spellcheck=\"false\"";
/// The attributes of the field for the sites of a partner.
pub(super) const SITES_LIMIT: &str =
    " dir=\"ltr\" spellcheck=\"false\" autocapitalize=\"none\" autocomplete=\"off\"";

/// The name that was typed; there has to be one.
pub(super) fn name(typed: &str, wrong: &mut WrongFields) -> Option<String> {
    let name = Line::<NAME>::optional(typed);
    wrong
        .need("name", name, "error-source-name")
        .map(String::from)
}

/// The code that was typed; none where the field is empty.
pub(super) fn code(typed: &str, wrong: &mut WrongFields) -> Option<SourceCode> {
    let typed = Some(typed.trim()).filter(|typed| !typed.is_empty())?;
    wrong.take("code", SourceCode::parse(typed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::petition::source::code::CODE;

    #[test]
    fn fields_take_as_much_as_is_stored() {
        for (attributes, most) in [(NAME_LIMIT, NAME), (CODE_LIMIT, CODE)] {
            assert!(attributes.starts_with(&format!(" maxlength=\"{most}\" ")));
        }
    }
}
