//! Webhooks of a story.

use super::receiver::{Posted, Receiver};
use super::world::World;
use standardwebhooks::Webhook as Published;
use undersigned::account::model::Role;
use undersigned::account::occurrence::{OccurrenceKind, OccurrenceKinds};
use undersigned::account::store::activity::Doer;
use undersigned::account::store::member;
use undersigned::base::{Id, Time};
use undersigned::partner::webhook::manage::{self, NewWebhook};
use undersigned::partner::webhook::model::{Webhook, WebhookDelivery, WebhookFormat};
use undersigned::partner::webhook::store::{deliveries, webhooks};
use undersigned::partner::webhook::target::WebhookUrl;
use undersigned::petition::Petition;

/// Every event there is to choose.
pub fn all_kinds() -> OccurrenceKinds {
    OccurrenceKinds::of(OccurrenceKind::chosen_from())
}

impl World {
    /// A webhook of the petition's organization that leads to this receiver; its key, and its secret as it is shown.
    pub async fn has_webhook(
        &self,
        petition: &Petition,
        receiver: &Receiver,
        kinds: &[OccurrenceKind],
        format: WebhookFormat,
    ) -> (Id<Webhook>, String) {
        self.has_webhook_of(petition, receiver, kinds, (format, None))
            .await
    }

    /// The same that a member of this role made; none: whoever runs the site.
    pub async fn has_webhook_of(
        &self,
        petition: &Petition,
        receiver: &Receiver,
        kinds: &[OccurrenceKind],
        (format, maker): (WebhookFormat, Option<Role>),
    ) -> (Id<Webhook>, String) {
        let place = petition.organization;
        let members = self.read(move |conn| member::all(conn, place, 100)).await;
        let maker = members.iter().find(|one| Some(one.role) == maker);
        let new = NewWebhook {
            organization: petition.organization,
            petition: None,
            url: WebhookUrl::parse(&receiver.url(), true).expect("an address"),
            kinds: match kinds {
                [] => all_kinds(),
                some => OccurrenceKinds::of(some.iter().copied()),
            },
            format,
            allows_private: true,
            made_by: maker.map(|one| one.id),
        };
        let (secrets, doer) = (self.app().site.secrets.clone(), Doer::operator(self.now()));
        self.write(move |tx| {
            let (webhook, secret) = manage::add(tx, &secrets, &new, &doer)?;
            Ok((webhook.id, secret.text()))
        })
        .await
    }

    /// The webhook as it stands.
    pub async fn webhook(&self, id: Id<Webhook>) -> Webhook {
        self.read(move |conn| webhooks::find(conn, id))
            .await
            .expect("a webhook")
    }

    /// What was and is to be sent to it, the oldest first.
    pub async fn deliveries(&self, id: Id<Webhook>) -> Vec<WebhookDelivery> {
        let read = self.read(move |conn| deliveries::newest(conn, id, None, None, 10_000));
        let mut all = read.await;
        all.reverse();
        all
    }

    /// Waits until the receiver has got so many.
    pub async fn are_posted(&self, receiver: &Receiver, many: usize) -> Vec<Posted> {
        self.until(&format!("{many} messages"), async || {
            receiver.posted().len() >= many
        })
        .await;
        let posted = receiver.posted();
        assert_eq!(posted.len(), many, "{:?}", kinds_of(&posted));
        posted
    }

    /// Waits until nothing is under way: what was got is written down too.
    pub async fn is_recorded(&self, id: Id<Webhook>, attempts: i16) {
        self.until("the attempts are written down", async || {
            let all = self.deliveries(id).await;
            all.iter().map(|one| one.attempts).sum::<i16>() >= attempts
        })
        .await;
    }
}

/// What they are.
pub fn kinds_of(posted: &[Posted]) -> Vec<String> {
    posted.iter().map(Posted::kind).collect()
}

/// The published package says that it was signed with this secret at this time.
pub fn is_signed(posted: &Posted, secret: &str, at: Time) {
    assert_eq!(posted.header("webhook-timestamp"), at.seconds().to_string());
    let id = posted.header("webhook-id");
    assert!(id.starts_with("msg_") && !id.contains('.'), "{id}");
    let published = Published::new(secret).expect("a secret");
    let right = published
        .sign(id, at.seconds(), &posted.body)
        .expect("a signature");
    let signed = posted.header("webhook-signature");
    assert!(signed.split(' ').any(|one| one == right), "{signed}");
}
