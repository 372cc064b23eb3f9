//! The stories: one binary, one file per user story.
#![cfg(test)]
