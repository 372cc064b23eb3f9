//! How long each text of a petition may be. The limits of the fields and of the bodies that carry them are read from here.

/// Most characters of a title; above [`TITLE_ADVISED`] the page says that it is long.
pub(crate) const TITLE: usize = 150;
/// What fits a card on a social network, and a glance.
pub(crate) const TITLE_ADVISED: usize = 80;
/// Most characters of an ask.
pub const ASK: usize = 300;
/// What fits a link preview.
pub(crate) const ASK_ADVISED: usize = 200;
/// Most characters of a target.
pub(crate) const TARGET: usize = 150;
/// Most characters of the text.
pub const BODY: usize = 40_000;
/// Most founding organizations.
pub const FOUNDERS: usize = 40;
/// Most characters of the name of one.
pub(crate) const FOUNDER: usize = 160;
/// Most characters of what a fixed goal means.
pub(crate) const REASON: usize = 160;
/// Most characters of the sentence on who an organization is.
pub(crate) const ABOUT: usize = 300;
/// Most characters of an organization's imprint.
pub(crate) const IMPRINT: usize = 2_000;
/// Most characters of an outcome.
pub(crate) const OUTCOME: usize = 10_000;
/// Most domains that are watched for.
pub(crate) const DOMAINS: usize = 20;
/// Most characters of one, or of an address there.
pub(crate) const DOMAIN: usize = 254;
