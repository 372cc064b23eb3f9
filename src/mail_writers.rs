//! Which room writes which mail.

use crate::account;
use crate::db::{Conn, Error, Result, Tx};
use crate::mail::model::{Kind, OutboxMessage};
use crate::mail::{Mail, Renderer, SentMail};
use crate::partner::sign_in::mail as partner_letter;
use crate::petition::endorsement;
use crate::signature::digest;
use crate::signature::mails::write;
use crate::signature::store::pending;
use crate::site::console::test_letter;
use crate::site::report;

/// Knows which room writes which mail.
pub struct MailWriters {
    /// To signers.
    pub signers: write::SignerMailWriter,
    /// To whoever signs for an organization.
    pub organizations: endorsement::signing::mails::EndorsementMailWriter,
}

impl Renderer for MailWriters {
    fn render(&self, conn: &mut Conn, messages: &[OutboxMessage]) -> Result<Vec<Option<Mail>>> {
        let about = messages.iter().filter_map(|one| one.petition);
        let mut about = about.map(|campaign| campaign.cast());
        if about.any(|petition| self.signers.petition_cache.is_off(petition)) {
            // Its mails wait: how discreet they have to be cannot be read. The worker puts off no others.
            return Err(Error::Refused("a letter about a petition that is off"));
        }
        let mut mails = write::write_all(conn, &self.signers, messages)?;
        let (site, from) = (&self.signers.site, &self.signers.from);
        for (mail, message) in mails.iter_mut().zip(messages) {
            match message.kind {
                Kind::Invitation | Kind::Reset | Kind::Security => {
                    *mail = account::mails::write(conn, site, from, message)?;
                }
                Kind::Endorse => {
                    *mail = endorsement::signing::mails::write(conn, &self.organizations, message)?;
                }
                Kind::Partner => {
                    *mail = partner_letter::write(conn, site, from, message)?;
                }
                Kind::Report => {
                    let petition_cache = &self.signers.petition_cache;
                    *mail = report::mail::write(conn, site, from, petition_cache, message)?;
                }
                Kind::Test => {
                    *mail = test_letter::write(site, from, message);
                }
                Kind::Digest => {
                    let petition_cache = &self.signers.petition_cache;
                    *mail = digest::letter::write(conn, site, from, petition_cache, message)?;
                }
                Kind::Confirm
                | Kind::Already
                | Kind::Acknowledge
                | Kind::Own
                | Kind::Erased
                | Kind::Withdrawn
                | Kind::Changed => {}
            }
        }
        Ok(mails)
    }

    fn is_typed_by(
        &self,
        conn: &mut Conn,
        message: &OutboxMessage,
        browser: &[u8],
    ) -> Result<bool> {
        match message.kind {
            Kind::Confirm => {
                let id = message.subject.cast();
                pending::is_typed_by(conn, id, browser)
            }
            _ => Ok(false),
        }
    }

    fn sent(&self, tx: &mut Tx<'_>, sent: &[SentMail]) -> Result<()> {
        write::note_sent(tx, sent)?;
        endorsement::signing::mails::note_sent(tx, sent)
    }
}
