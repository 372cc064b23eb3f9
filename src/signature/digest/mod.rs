//! What organizers are told of by mail without asking: once a day, in one letter, what happened since the last one and what waits for
//! them. Nobody who signed is named in it, and what somebody may not see in the console is not told.

pub(crate) mod due;
pub(crate) mod letter;

mod news;
