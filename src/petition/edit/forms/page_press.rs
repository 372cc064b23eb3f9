//! What the form of every page of the editor says beside its own fields: which button was pressed, and what the page keeps and takes up.

/// As it was sent, or as the page is shown first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PagePress {
    /// The key under which the open page keeps what is typed.
    pub copy: String,
    /// The revision of the version that is taken up again; empty for none.
    pub restored: String,
    /// Where to go when it is saved: `preview`, `publish`, or nothing; `keep`: it is not to be saved, only kept; `keep-on`: the same without a
    /// press, while somebody types.
    pub then: String,
}

impl PagePress {
    /// Puts a field in its place; gives back the value of any that is none of these.
    pub(crate) fn put(&mut self, name: &str, value: String) -> Option<String> {
        match name {
            "copy" => self.copy = value,
            "restored" => self.restored = value,
            "then" => self.then = value,
            _ => return Some(value),
        }
        None
    }
}
