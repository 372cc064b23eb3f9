//! Pictures that somebody sends: read within limits, of nothing but their pixels, and given out again under a name that their own
//! bytes are.

pub mod limits;
pub mod name;
pub mod reading;
pub mod served;

pub(crate) mod plain;
pub(crate) mod profile;

#[cfg(test)]
mod tests;
