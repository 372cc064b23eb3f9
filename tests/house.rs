//! The rules of the house, as tests.
#![cfg(test)]
