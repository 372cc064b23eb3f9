//! GET /m/{token}/data.json: everything that is held of a signer, for them to take along.

use super::held_file::attachment;
use crate::signature::OwnLink;
use crate::web::Result;

/// The file, as an attachment that nobody keeps but who asked for it.
///
/// # Errors
/// 404 for a link that is nobody's, 410 when the details are erased, 429 over 60 a minute of this link, 503 while
/// the database is away.
pub async fn get(link: OwnLink) -> Result {
    let held = match link.held(link.mine().await?)? {
        Ok(held) => held,
        Err(answer) => return Ok(answer),
    };
    let shown = link.page_cache.petition_cache.behind(held.petition())?;
    attachment(&held, &shown, "my-signature", link.site.clock.now())
}
