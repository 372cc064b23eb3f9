//! How long each text of a petition may be. The limits of the fields and of the bodies that carry them are read from here.

/// Most characters of a title; above [`TITLE_ADVISED`] the page says that it is long.
pub const TITLE: usize = 150;
/// What fits a card on a social network, and a glance.
pub const TITLE_ADVISED: usize = 80;
/// Most characters of an ask.
pub const ASK: usize = 300;
/// What fits a link preview.
pub const ASK_ADVISED: usize = 200;
/// Most characters of a target.
pub const TARGET: usize = 150;
/// Most characters of the text.
pub const BODY: usize = 40_000;
/// Most founding organizations.
pub const FOUNDERS: usize = 40;
/// Most characters of the name of one.
pub const FOUNDER: usize = 160;
/// Most characters of what a fixed goal means.
pub const REASON: usize = 160;
/// Most characters of an outcome.
pub const OUTCOME: usize = 10_000;
/// Most domains that are watched for.
pub const DOMAINS: usize = 20;
/// Most characters of one, or of an address there.
pub const DOMAIN: usize = 254;
