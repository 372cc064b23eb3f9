//! What was typed beside name and address, read the same way by the form and by a signer's own page.

use crate::petition::{FieldMap, FieldRule, SignerField, Visibility};
use crate::web::page::Errors;
use crate::words::Words;

/// Reads each field that is asked for. Who is to be shown by the place alone has to give it. What is wrong is added to the errors,
/// and nothing stands there then.
pub fn read(
    typed: &FieldMap<String>,
    asked: &FieldMap<FieldRule>,
    visibility: Visibility,
    w: &Words,
    errors: &mut Errors,
) -> FieldMap<Option<String>> {
    FieldMap::from_fn(|field| {
        let is_needed = field == SignerField::Place && visibility == Visibility::Place;
        let text = match asked[field] {
            FieldRule::Off => return None,
            FieldRule::Optional | FieldRule::Required => field.read(&typed[field]),
        };
        match text {
            Ok(None) if is_needed || asked[field] == FieldRule::Required => {
                errors.add(field.name(), w.say(field.missing()));
                None
            }
            Ok(text) => text,
            Err(invalid) => {
                errors.add(field.name(), w.say(invalid.key));
                None
            }
        }
    })
}
