//! Who is signed in, and forms that are theirs alone.

pub(crate) mod actor;
pub(crate) mod address_reader;
pub(crate) mod familiar;
pub(crate) mod guard;
pub(crate) mod kept_form;
pub(crate) mod operator_actor;
pub(crate) mod organizer_form;
pub(crate) mod press;
pub(crate) mod proof;
pub(crate) mod proved_form;
pub(crate) mod return_to;
pub(crate) mod sign_in_entry;
pub(crate) mod sign_in_limits;
pub(crate) mod sign_in_parts;
pub(crate) mod visit;
