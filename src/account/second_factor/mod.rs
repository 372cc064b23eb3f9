//! The second factor of somebody's account: set up, turned off, new recovery codes, asked for.

pub mod ask;
pub mod drop_second_factor;
pub mod renew_codes;
pub mod set_up;
pub mod state;
pub mod turn_off;

mod codes_page;
