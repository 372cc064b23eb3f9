//! Undersigned hosts petitions, open letters and pledges. This file is the map: every module in
//! floor order, the highest first; a module may use only those below it (`tests/house.rs`).

pub mod cli;

pub mod demo;

pub mod serve;

pub mod signals;

pub mod routes;

pub mod mail_writers;

pub mod tasks;

pub mod partner;

pub mod transfer;

pub mod signature;
pub mod site;

pub mod petition;

pub mod count;

pub mod account;

pub mod mail;

pub mod web;

pub mod words;

pub mod db;

pub mod base;
