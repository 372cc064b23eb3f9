//! Who organizes: organizations, organizers, their sessions and what each may do.

pub mod model;
