//! What can be signed: petitions, open letters and pledges, their text and its versions.

pub mod browse;
pub mod card;
pub mod consent;
pub mod lifecycle;
pub mod numbers;
pub mod organization;
pub mod update;

pub mod edit;
pub mod endorsement;
pub mod picture;
pub mod source;

pub mod dates;
pub mod guard;
pub mod page;

pub mod petition_log;

pub mod managed_petition;

pub mod cache;

mod public_petition;

pub mod wording;

pub mod store;

pub mod delivery;

pub mod model;

pub mod rules;

pub mod text;

pub use cache::{PetitionCache, PublicPetition};
pub use model::{Browse, Petition, PetitionState, PetitionText, Phase, Rewording, Wording};
pub use page::about::About;
pub use rules::exposure::Exposure;
pub use rules::founder::Founder;
pub use rules::framing::Framing;
pub use rules::kind::Kind;
pub use rules::listed::ListedDetails;
pub use rules::offer::VisibilityChoice;
pub use rules::promises::{PledgeOption, Promised, Promises};
pub use rules::question::FormQuestion;
pub use rules::questions::Questions;
pub use rules::replies::{Replies, Reply, TypedReplies};
pub use rules::retention_period::RetentionPeriod;
pub use rules::settings::{Guard, Settings};
pub use rules::signer_field::{FieldMap, FieldRule, SignerField};
pub use rules::visibility::Visibility;
pub use wording::rewording::Wordings;
