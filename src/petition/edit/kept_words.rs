//! What the pages of the editor say beside their forms: what is typed and not saved, and earlier versions.

/// What is kept of a page beside what is saved: the same on each page of the editor.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeptWords {
    /// What is typed into the page elsewhere, and not saved.
    pub copies: Vec<CopyLine>,
    /// Where a copy is thrown away.
    pub discard_action: String,
    /// Where earlier versions of the page are, and how many there are.
    pub versions: Option<(String, usize)>,
    /// The key under which the page keeps what is typed.
    pub copy: String,
    /// The revision of the version that stands in the form; empty for none.
    pub restored: String,
}

/// What somebody typed into the page and did not save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyLine {
    /// Whose, and when, in a sentence.
    pub said: String,
    /// Where it is shown.
    pub href: String,
    /// Its key, to throw it away; none of a colleague's.
    pub id: Option<String>,
}
