//! `undersigned secrets adopt`.

use super::Failed;
use super::work::print;
use crate::account::store::second_factor;
use crate::base::{Clock, Secrets};
use crate::db::{self, Db, known_secrets, put_in_force};
use crate::petition::endorsement::{self, store as endorsements};
use crate::serve::make_folder;
use crate::serve::settings::Settings;
use crate::signature::links::Links;
use crate::signature::operator::adopt::{Adopted, adopt as adopt_signatures};

/// Gives a database other secrets, for when its own are lost for good. All in one transaction or nothing; again after it was cut off.
pub(super) fn adopt(settings: &Settings) -> Result<(), Failed> {
    settings.database.must_exist()?;
    make_folder(&settings.data)?;
    let db = Db::open(&settings.database)?;
    let secrets = Secrets::load_or_make(&settings.secrets).map_err(|error| error.to_string())?;
    let own = secrets.fingerprint();
    let now = Clock::system().now();
    let links = Links::new(&secrets);
    let organizations = endorsement::link::Links::new(&secrets);
    let adopted = db
        .write_here(|tx| {
            if known_secrets(tx)?.is_some_and(|known| known == own) {
                return Ok(None);
            }
            let adopted = adopt_signatures(tx, &links)?;
            endorsements::remake_keys(tx, &organizations)?;
            put_in_force(tx, &own, now)?;
            Ok(Some((
                adopted,
                second_factor::unreadable(tx, &secrets, now)?,
            )))
        })
        .map_err(|error: db::Error| Failed::Work(format!("secrets adopt: {error}")))?;
    let Some((adopted, phones)) = adopted else {
        return print("the database knows these secrets already: nothing to do\n");
    };
    let Adopted {
        signatures,
        waiting,
        unmatched,
    } = adopted;
    print(&format!(
        "signatures: {signatures} recognise their address again, {unmatched} cannot (their details are deleted: these people could \
         sign once more)\nforms that wait: {waiting}\nevery link that is out in a letter is dead: whoever asks for one gets a new \
         one\nmailboxes that wanted no letters, and those that bounced, are not recognised any more\nsecond \
         factors: the phones of {phones} organizers give no right code any more; they come in with a recovery code and set their phone up \
         anew, and who has none asks for undersigned organizer drop-second-factor\nback up {} now, apart from the \
         database\n",
        settings.secrets.display()
    ))
}
