//! Published reasons in memory, with as much of a name as their owners show: what pages say.

use crate::base::{Id, Lang};
use crate::db::{Changes, Conn, Result};
use crate::petition::{Petition, SignerField};
use crate::signature::model::{Seen, SignatureState, Visibility};
use crate::signature::reason::{Reason, store};
use crate::signature::store::read::{self, Signed};
use parking_lot::RwLock;
use std::collections::HashMap;
use std::sync::Arc;

/// How many are shown.
const SHOWN: usize = 5;
/// How many are read to find those: signatures that do not count just now are passed over.
const READ: i64 = 30;

/// A reason as everybody may read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeaturedReason {
    /// Its key.
    pub id: Id<Reason>,
    /// The words.
    pub words: String,
    /// Their language.
    pub lang: Lang,
    /// What its owner lets everybody see.
    seen: Seen,
    /// The role, which stands beside the name where that may have something beside it.
    role: Option<String>,
}

impl FeaturedReason {
    fn of(reason: Reason, signed: &Signed, most: Visibility) -> Self {
        let signer = signed.signer.as_ref();
        Self {
            id: reason.id,
            words: reason.words,
            lang: reason.lang,
            seen: signer.map(|signer| signer.seen(most)).unwrap_or_default(),
            role: signer.and_then(|signer| signer.fields[SignerField::Role].clone()),
        }
    }

    /// The first name, where it is shown.
    #[must_use]
    pub fn name(&self, most: Visibility) -> Option<String> {
        let name = self.seen.at_most(most).name?;
        Some(first_name(&name).to_owned())
    }

    /// The role, where it is shown.
    #[must_use]
    pub fn role(&self, most: Visibility) -> Option<&str> {
        let shown = self.seen.at_most(most).visibility;
        self.role.as_deref().filter(|_| shown == Visibility::Detail)
    }
}

/// The first word of a name in Latin letters; every other name is one piece, and so is one that
/// begins with a title.
fn first_name(name: &str) -> &str {
    let is_latin = name
        .chars()
        .all(|c| c.is_ascii() || ('\u{C0}'..='\u{24F}').contains(&c) || c == '’');
    match name.split_once(' ') {
        Some((first, _)) if is_latin && !first.ends_with('.') && first.len() > 1 => first,
        _ => name,
    }
}

/// What the featured reasons of a petition were made for: the versions of tally and reasons, and the most
/// that the organizers allow to be shown.
type Made = (i64, i64, Visibility);

/// The featured reasons of one petition.
#[derive(Default)]
struct Spoken {
    /// The version of its reasons.
    version: i64,
    made: Option<Made>,
    featured: Arc<Vec<FeaturedReason>>,
}

#[derive(Default)]
struct PetitionReasons {
    entry: HashMap<Id<Petition>, Spoken>,
}

/// Featured reasons of all petitions: cheap to clone, shared by all.
#[derive(Clone, Default)]
pub struct FeaturedReasons(Arc<RwLock<PetitionReasons>>, Changes);

impl FeaturedReasons {
    /// A petition's featured reasons, those published last first.
    #[must_use]
    pub fn of(&self, petition: Id<Petition>) -> Arc<Vec<FeaturedReason>> {
        let known = self.0.read();
        let entry = known.entry.get(&petition);
        entry
            .map(|entry| Arc::clone(&entry.featured))
            .unwrap_or_default()
    }

    /// Learns whose reasons changed.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn listen(&self, conn: &mut Conn) -> Result<()> {
        self.1.follow(conn, |conn, since| {
            let changed = store::changed_since(conn, since)?;
            let mut known = self.0.write();
            for one in changed {
                known.entry.entry(one.petition).or_default().version = one.version;
            }
            Ok(())
        })
    }

    /// Reads a petition's featured reasons anew where reasons, signatures or what may be shown have changed.
    ///
    /// # Errors
    /// A fault of the database; the featured reasons stay as they are.
    pub fn refresh(
        &self,
        conn: &mut Conn,
        petition: Id<Petition>,
        tally: i64,
        most: Visibility,
    ) -> Result<()> {
        let made = {
            let known = self.0.read();
            let Some(entry) = known.entry.get(&petition) else {
                return Ok(());
            };
            let now = (tally, entry.version, most);
            if entry.made == Some(now) {
                return Ok(());
            }
            now
        };
        let featured = Arc::new(read(conn, petition, most)?);
        if let Some(entry) = self.0.write().entry.get_mut(&petition) {
            entry.made = Some(made);
            entry.featured = featured;
        }
        Ok(())
    }
}

fn read(conn: &mut Conn, petition: Id<Petition>, most: Visibility) -> Result<Vec<FeaturedReason>> {
    let reasons = store::published(conn, petition, READ)?;
    let ids: Vec<_> = reasons.iter().map(|one| one.id.cast()).collect();
    let signed: HashMap<_, _> = read::by_ids(conn, &ids)?
        .into_iter()
        .filter(|one| one.signature.state == SignatureState::Counted)
        .map(|one| (one.signature.id, one))
        .collect();
    let featured = reasons.into_iter().filter_map(|reason| {
        let signed = signed.get(&reason.id.cast())?;
        Some(FeaturedReason::of(reason, signed, most))
    });
    Ok(featured.take(SHOWN).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_name_is_taken_only_where_there_is_one() {
        for (name, first) in [
            ("Lucía Fernández Prieto", "Lucía"),
            ("Sukarno", "Sukarno"),
            ("Dr. Ana Ruiz", "Dr. Ana Ruiz"),
            ("J.R.R. Tolkien", "J.R.R. Tolkien"),
            ("山田 太郎", "山田 太郎"),
            ("Nguyễn Thị Đào", "Nguyễn Thị Đào"),
            ("محمد علي", "محمد علي"),
            ("O’Brien Pat", "O’Brien"),
        ] {
            assert_eq!(first_name(name), first);
        }
    }
}
