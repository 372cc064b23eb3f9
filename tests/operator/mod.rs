//! Stories of whoever runs it: commands, backups, settings, what is measured and logged.

pub mod backups;
pub mod commands;
pub mod drill;
pub mod full_disk;
pub mod headers;
pub mod https;
pub mod mail_tried;
pub mod measures;
pub mod nothing_personal_in_logs;
pub mod operator_events;
pub mod operator_mail;
pub mod operator_pages;
pub mod operator_reports;
pub mod operators;
pub mod passed_on;
pub mod pledges_recounted;
pub mod restores;
pub mod restores_refused;
pub mod scheduled_backups;
pub mod secrets_lost;
pub mod settings;
pub mod settings_file;
pub mod upgrades;
pub mod workers_watched;
