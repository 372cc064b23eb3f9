//! A webhook as a program may manage it.

use crate::account::token::model::Reach;
use crate::account::token::scope::Scope;
use crate::base::Id;
use crate::partner::api::caller::Caller;
use crate::partner::api::paths;
use crate::partner::webhook::model::Webhook;
use crate::partner::webhook::store::webhooks;
use crate::web::Problem;

/// Whether it may manage any.
///
/// # Errors
/// 403 without the scope `webhooks:manage`.
pub(super) fn may_manage(caller: &Caller) -> Result<(), Problem> {
    caller.allow(Scope::WebhooksManage, Reach::Listed)
}

/// Whether a webhook is its organization's, and of one of its petitions where the token is limited to some.
pub(super) fn is_within(caller: &Caller, webhook: &Webhook) -> bool {
    let is_own = webhook.organization == caller.token.organization;
    is_own
        && match (&caller.token.petitions, webhook.petition) {
            (None, _) => true,
            (Some(limits), Some(petition)) => limits.contains(&petition.cast()),
            (Some(_), None) => false,
        }
}

/// The webhook with this key.
///
/// # Errors
/// 403 without the scope `webhooks:manage`; 404 when there is none, it is another organization's, or behind the token's limits.
pub(super) async fn webhook(caller: &Caller, id: &str) -> Result<Webhook, Problem> {
    may_manage(caller)?;
    let id: Id<Webhook> = paths::id(id, "webhook")?;
    let find = move |conn: &mut _| webhooks::find(conn, id);
    let found = caller.db.read(find).await?;
    let found = found.filter(|one| is_within(caller, one));
    found.ok_or_else(|| Problem::unknown("webhook"))
}
