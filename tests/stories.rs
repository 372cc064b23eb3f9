//! The stories: one binary, one file per user story, each told on both databases.
#![cfg(test)]

mod account;
mod confirming;
mod console;
mod database;
mod lifecycle;
mod mail;
mod mine;
mod operator;
mod organizations;
mod partners;
mod programs;
mod public;
mod signing;
mod support;
mod webhooks;
