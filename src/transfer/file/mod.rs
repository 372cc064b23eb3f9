//! How a signature is written: as a line of a table that spreadsheets and CRMs read, as a row of a workbook, or as a line of JSON that
//! loses nothing.

pub mod csv;
pub mod ndjson;
pub mod xlsx;

pub mod line;

#[cfg(test)]
mod tests;
