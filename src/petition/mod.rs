//! What can be signed: petitions, open letters and pledges, their text and its versions.

pub mod numbers;

pub mod card;

pub mod consent;
pub mod endorsement;
pub mod lifecycle;
pub mod update;

pub mod edit;
pub mod guard;
pub mod page;

pub mod dates;
pub mod desk;

pub mod cache;

pub mod wording;

pub mod store;

pub mod founder;
pub mod model;
pub mod promises;

pub mod rules;

pub mod kind;
pub mod text;

pub use cache::{PetitionCache, PublicPetition};
pub use founder::Founder;
pub use kind::Kind;
pub use model::{Browse, Petition, PetitionState, PetitionText, Phase, Rewording, Wording};
pub use page::about::About;
pub use promises::{PledgeOption, Promised, Promises};
pub use rules::listed::ListedDetails;
pub use rules::offer::VisibilityChoice;
pub use rules::retention_period::RetentionPeriod;
pub use rules::settings::{Guard, Settings};
pub use rules::signer_field::{FieldMap, FieldRule, SignerField};
pub use rules::visibility::Visibility;
pub use wording::rewording::Wordings;
