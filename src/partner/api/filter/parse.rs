//! Reads a filter: comparisons joined by `and`, which binds tighter, and `or`; parentheses. What follows a comparison is text in quotes, and
//! not every client doubles a quote inside it, so that one closes only where something may follow.

use super::model::{
    Comparison, FieldKind, Filter, FilterError, Known, LONGEST, MOST, SYSTEMS, Value,
};
use crate::base::Time;

/// Parentheses within each other.
const DEEPEST: usize = 8;
/// Characters that are told of a field nobody knows.
const NAMED: usize = 40;

/// Reads it.
///
/// # Errors
/// Why it cannot be.
pub(in crate::partner::api) fn read(text: &str, known: Known) -> Result<Filter, FilterError> {
    if text.chars().count() > LONGEST {
        return Err(FilterError::TooLong);
    }
    let mut reader = Reader {
        text,
        at: 0,
        known,
        comparisons: 0,
    };
    let filter = reader.any(0)?;
    reader.skip_spaces();
    match reader.rest().is_empty() {
        true => Ok(filter),
        false => Err(reader.expected("and, or, or the end")),
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    known: Known,
    comparisons: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn expected(&self, what: &'static str) -> FilterError {
        let before = self.text.get(..self.at).unwrap_or_default();
        FilterError::Syntax(before.chars().count() + 1, what)
    }

    fn skip_spaces(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    /// The letters that come next; they stay where they are.
    fn next_word(&mut self) -> &'a str {
        self.skip_spaces();
        let is_of_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.' || c == ':';
        let rest = self.rest();
        let end = rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    }

    fn took_word(&mut self, word: &str) -> bool {
        let is_it = self.next_word().eq_ignore_ascii_case(word);
        if is_it {
            self.at += word.len();
        }
        is_it
    }

    fn any(&mut self, depth: usize) -> Result<Filter, FilterError> {
        let mut parts = vec![self.all(depth)?];
        while self.took_word("or") {
            parts.push(self.all(depth)?);
        }
        Ok(one_or(parts, Filter::Any))
    }

    fn all(&mut self, depth: usize) -> Result<Filter, FilterError> {
        let mut parts = vec![self.one(depth)?];
        while self.took_word("and") {
            parts.push(self.one(depth)?);
        }
        Ok(one_or(parts, Filter::All))
    }

    fn one(&mut self, depth: usize) -> Result<Filter, FilterError> {
        self.skip_spaces();
        if !self.rest().starts_with('(') {
            return self.comparison();
        }
        if depth == DEEPEST {
            return Err(FilterError::TooLong);
        }
        self.at += 1;
        let inside = self.any(depth + 1)?;
        self.skip_spaces();
        if !self.rest().starts_with(')') {
            return Err(self.expected(")"));
        }
        self.at += 1;
        Ok(inside)
    }

    fn comparison(&mut self) -> Result<Filter, FilterError> {
        self.comparisons += 1;
        if self.comparisons > MOST {
            return Err(FilterError::TooLong);
        }
        let name = self.next_word();
        if name.is_empty() {
            return Err(self.expected("a field"));
        }
        let Some((field, kind)) = self.known.iter().find(|(known, _)| *known == name) else {
            let all: Vec<&str> = self.known.iter().map(|(name, _)| *name).collect();
            let name = name.chars().take(NAMED).collect();
            return Err(FilterError::UnknownField(name, all.join(", ")));
        };
        self.at += name.len();
        let word = self.next_word();
        let comparison = Comparison::parse(&word.to_ascii_lowercase());
        let comparison = comparison.ok_or_else(|| self.expected("eq, ne, lt, le, gt or ge"))?;
        self.at += word.len();
        let typed = self.quoted()?;
        let value = match kind {
            FieldKind::Time => Value::time(time(&typed).ok_or(FilterError::Date(field))?),
            FieldKind::Text => Value::text(&typed),
            FieldKind::Identifier => identifier(&typed),
        };
        Ok(Filter::Is {
            field,
            comparison,
            value,
        })
    }

    /// Text in quotes. Two quotes are one of it; so is one behind which nothing of a filter follows.
    fn quoted(&mut self) -> Result<String, FilterError> {
        self.skip_spaces();
        if !self.rest().starts_with('\'') {
            return Err(self.expected("text in single quotes"));
        }
        self.at += 1;
        let mut typed = String::new();
        loop {
            let Some(next) = self.rest().chars().next() else {
                return Err(self.expected("a closing quote"));
            };
            self.at += next.len_utf8();
            if next != '\'' {
                typed.push(next);
            } else if self.rest().starts_with('\'') {
                self.at += 1;
                typed.push('\'');
            } else if closes_before(self.rest()) {
                return Ok(typed);
            } else {
                typed.push('\'');
            }
        }
    }
}

/// Whether a quote before this text is the closing one.
fn closes_before(rest: &str) -> bool {
    let trimmed = rest.trim_start();
    let begins = |word: &str| {
        let head = rest.get(..word.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(word))
    };
    trimmed.is_empty() || trimmed.starts_with(')') || begins(" and ") || begins(" or ")
}

fn one_or(mut parts: Vec<Filter>, of: impl Fn(Vec<Filter>) -> Filter) -> Filter {
    match (parts.len(), parts.pop()) {
        (1, Some(only)) => only,
        (_, last) => {
            parts.extend(last);
            of(parts)
        }
    }
}

/// A day, or a moment with an offset, or one of UTC. A `+` that was not encoded arrives as a space.
pub(super) fn time(typed: &str) -> Option<Time> {
    let typed = typed.trim();
    let mended = typed.replacen(' ', "+", usize::from(typed.contains('T')));
    let micros = |at: jiff::Timestamp| Time::from_micros(at.as_microsecond());
    if let Ok(at) = mended.parse::<jiff::Timestamp>() {
        return Some(micros(at));
    }
    let of_utc = |at: jiff::civil::DateTime| at.to_zoned(jiff::tz::TimeZone::UTC).ok();
    let civil = typed.parse::<jiff::civil::DateTime>().ok();
    civil.and_then(of_utc).map(|at| micros(at.timestamp()))
}

/// The id alone, where it stands with one of the systems of this site; what others have given is whole.
fn identifier(typed: &str) -> Value {
    let small = typed.to_lowercase();
    let id = SYSTEMS.iter().find_map(|system| small.strip_prefix(system));
    Value::text(id.unwrap_or(&small))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: Known = &[
        ("created_date", FieldKind::Time),
        ("family_name", FieldKind::Text),
        ("email_address", FieldKind::Text),
        ("identifier", FieldKind::Identifier),
    ];

    fn read(text: &str) -> Result<Filter, FilterError> {
        super::read(text, KNOWN)
    }

    fn means(text: &str, name: &str) -> bool {
        let has = |field: &str| match field {
            "family_name" => vec![Value::text(name)],
            "created_date" => vec![Value::time(time("2026-03-25T12:00:00Z").unwrap())],
            _ => Vec::new(),
        };
        read(text).unwrap().means(&has)
    }

    #[test]
    fn text_is_compared_without_case_and_with_its_quotes() {
        assert!(means("family_name eq 'O''Neill'", "O'Neill"));
        assert!(means("family_name eq 'O'Neill'", "o'neill"));
        assert!(means(
            "family_name eq 'O'Neill' and family_name ne 'x'",
            "O'Neill"
        ));
        assert!(means("(family_name eq 'O'Neill')", "O'Neill"));
        assert!(means("family_name EQ 'zoë' OR family_name eq 'b'", "ZOË"));
        assert!(means("family_name eq ' and '", " and "));
        assert!(!means("family_name eq 'a' or family_name eq 'b'", "c"));
        assert!(means("family_name gt 'a'", "b") && !means("family_name lt 'a'", "b"));
        // no such field: it is none of them, and no other
        assert!(means("email_address ne 'x'", "b") && !means("email_address eq 'x'", "b"));
    }

    #[test]
    fn and_binds_tighter_than_or() {
        assert!(means(
            "family_name eq 'a' or family_name eq 'b' and family_name eq 'c'",
            "a"
        ));
        assert!(!means(
            "(family_name eq 'a' or family_name eq 'b') and family_name eq 'c'",
            "a"
        ));
        let only = read("email_address eq 'A@b.org' and created_date gt '2026-01-01'").unwrap();
        assert_eq!(only.only("email_address"), Some("a@b.org"));
        assert_eq!(
            read("email_address eq 'a' or family_name eq 'b'")
                .unwrap()
                .only("email_address"),
            None
        );
        assert_eq!(only.fields(), ["email_address", "created_date"]);
    }

    #[test]
    fn dates_are_read_in_the_forms_that_clients_send() {
        for same in [
            "2014-03-25T05:00:00Z",
            "2014-03-25T00:00:00-05",
            "2014-03-25T00:00:00-05:00",
            "2014-03-25T05:00:00",
            "2014-03-25T07:00:00+02:00",
            "2014-03-25T07:00:00 02:00",
            "2014-03-25T05:00:00.000Z",
        ] {
            let read = time(same).map(Time::rfc3339);
            assert_eq!(read.as_deref(), Some("2014-03-25T05:00:00Z"), "{same}");
        }
        assert_eq!(
            time("2014-03-25").map(Time::rfc3339).as_deref(),
            Some("2014-03-25T00:00:00Z")
        );
        assert!(means(
            "created_date ge '2026-03-25' and created_date lt '2026-03-26'",
            "x"
        ));
        for none in ["", "yesterday", "2014-13-01", "25.03.2014", "1395705600"] {
            assert_eq!(time(none), None, "{none}");
        }
    }

    #[test]
    fn what_cannot_be_read_says_where_and_why() {
        let says = |text: &str| read(text).unwrap_err().to_string();
        assert_eq!(
            says("shoe eq '1'"),
            "this cannot be filtered by \"shoe\"; it can be by created_date, family_name, email_address, identifier"
        );
        assert_eq!(
            says("family_name is 'a'"),
            "the filter cannot be read at character 13: eq, ne, lt, le, gt or ge expected"
        );
        assert_eq!(
            says("family_name eq a"),
            "the filter cannot be read at character 16: text in single quotes expected"
        );
        assert!(says("family_name eq 'a").ends_with("a closing quote expected"));
        assert!(says("").ends_with("character 1: a field expected"));
        assert!(says("(family_name eq 'a'").ends_with(") expected"));
        assert!(says("family_name eq 'a') x").ends_with("the end expected"));
        assert_eq!(
            says("created_date gt 'soon'"),
            "created_date is compared with a date: 2026-03-25 or 2026-03-25T09:00:00Z"
        );
        assert_eq!(says(&"(".repeat(100)), "the filter is too long");
        assert_eq!(
            says(&"family_name eq 'a' or ".repeat(90)),
            "the filter is too long"
        );
        assert_eq!(says(&"x".repeat(2_001)), "the filter is too long");
    }

    #[test]
    fn identifiers_are_taken_with_their_system_and_without() {
        let value = Value::text("0197-a");
        for written in ["action_network:0197-A", "0197-a", "Undersigned:0197-a"] {
            let Filter::Is { value: read, .. } =
                read(&format!("identifier eq '{written}'")).unwrap()
            else {
                panic!("one comparison")
            };
            assert_eq!(read, value);
        }
    }
}
