//! A form of buttons only.

use crate::web::Fields;
use serde::Deserialize;

/// Nothing is typed into it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PressFields {}

impl Fields for PressFields {}
