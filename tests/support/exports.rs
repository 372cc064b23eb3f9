//! How a story takes a list.

use super::visitor::Visitor;
use super::world::World;
use actix_web::web::Data;
use std::path::Path;
use undersigned::petition::Petition;
use undersigned::transfer::{Column, Exporting};
use undersigned::web::urls;

/// What a list is taken for, and who gets it: without it there is none.
pub const LIST_USE: [(&str, &str); 2] = [("purpose", "checking"), ("recipient", "records team")];

/// The boxes of these columns, for a form that is posted.
pub fn boxes(columns: &[Column]) -> Vec<(String, String)> {
    let field = |column: &Column| (format!("column-{}", column.as_str()), "1".to_owned());
    columns.iter().map(field).collect()
}

/// The whole form: these fields, these columns, what for and to whom.
pub fn list_form(fields: &[(&str, &str)], columns: &[Column]) -> Vec<(String, String)> {
    let own = fields.iter().chain(&LIST_USE);
    let own = own.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    own.chain(boxes(columns)).collect()
}

/// The same, borrowed.
pub fn pairs(form: &[(String, String)]) -> Vec<(&str, &str)> {
    form.iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}

/// Where a world's lists are written.
pub fn lists_in(folder: &Path) -> Data<Exporting> {
    Data::new(Exporting::within(folder.join("exports")))
}

impl World {
    /// The keeper begins, as it does when the program starts.
    pub async fn starts_again(&self) {
        self.keeper().starts().await.expect("started");
    }
}

impl Visitor {
    /// On the page of exports: every column, what for and to whom; then the button.
    pub async fn takes_list(&mut self, petition: &Petition) -> &mut Self {
        self.goes(&urls::export(petition.id)).await;
        self.wants_every_column();
        self.presses("Download").await
    }

    /// The same without the button.
    pub fn wants_every_column(&mut self) -> &mut Self {
        for (field, value) in boxes(&Column::ALL) {
            self.types(&field, &value);
        }
        for (field, value) in LIST_USE {
            self.types(field, value);
        }
        self
    }
}
