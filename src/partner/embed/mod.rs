//! A petition in a frame of another site: form, progress, counter or button, in the site's own look, without cookies.

pub mod change_address;
pub mod enter_code;
pub mod files;
pub mod resend;
pub mod show;
pub mod sign;

pub mod embedded;

pub mod asked;
pub mod frame_cache;
mod page_with_gaps;
pub mod pages;

pub mod model;

pub mod look;
