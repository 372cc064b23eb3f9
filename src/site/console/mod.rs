//! What whoever runs this site sees and does: how it stands, who works on it, mail, what visitors report, events. Numbers of every
//! organization, and no signer of any.

pub mod deal_with;
pub mod end_event;
pub mod events;
pub mod first_mail;
pub mod health;
pub mod mail;
pub mod organizations;
pub mod reports;
pub mod send_test;

mod copies;

mod event_list;
mod findings;
pub mod test_letter;
mod test_notice;

pub mod installation;
