//! POST /p/{slug}/check/forget: "Not you? Forget this here", for whoever sits at somebody else's browser next.

use crate::signature::FormSender;
use crate::web::answers::answer::see_other;
use crate::web::{AppCookie, CheckedForm, Error, Fields, Result, urls};
use serde::Deserialize;

/// A button without fields.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ForgetForm {}

impl Fields for ForgetForm {}

/// Takes away what this browser remembers of forms and confirmations. What was sent stays as it is, and its mail is on its way.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down.
pub async fn post(sender: FormSender, _form: CheckedForm<ForgetForm>) -> Result {
    let here = urls::check_mail(sender.reader.interface(), &sender.shown.petition.slug);
    let mut response = see_other(&here);
    for jar in [AppCookie::Form, AppCookie::Signed, AppCookie::Pend] {
        let cookie = jar.clear(&sender.site);
        response.add_cookie(&cookie).map_err(|_| Error::FAULT)?;
    }
    Ok(response)
}
