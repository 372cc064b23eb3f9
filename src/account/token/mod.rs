//! Tokens: what a program of an organization shows instead of signing in.
//!
//! A handler that serves programs takes [`TokenActor`](actor::TokenActor) and asks [`ApiToken::allow`](model::ApiToken::allow)
//! before it does anything.

pub mod actor;

pub mod add;
pub mod rotate;

pub mod look;

pub mod request_store;
pub mod store;

pub mod limit;

pub mod model;
pub mod request;

pub mod scope;
pub mod text;
