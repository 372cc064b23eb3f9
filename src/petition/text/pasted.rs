//! A text as it was pasted, made ready for the Markdown parser: what somebody writes on purpose stays Markdown, all else is
//! escaped.
//!
//! Markdown takes much of a plain letter for signs: an indented paragraph for program text, `1986. That was` for a list that
//! begins anew, `2*3*4` for italics, `[1]: https://..` for something to leave out. What is meant as a sign here: headings (`#`),
//! lists (`*`, `-`, `1.` followed by `2.`), quotes (`> `), rules (`---`), and within a line bold, italics, what is crossed out,
//! and links.

/// Most numbers of a list have three digits; four are a year.
const HIGHEST: u32 = 999;
/// Lists within lists, and quotes within quotes; what goes deeper is text.
const DEEPEST: usize = 4;

/// The text with a backslash before every sign that nobody meant.
#[must_use]
pub(crate) fn deliberate(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut out = Out::default();
    out.all(&lines, 0);
    out.text
}

/// What a line is, by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort<'a> {
    Blank,
    Heading(usize, &'a str),
    Rule,
    Quote(&'a str),
    Bullet(char, &'a str),
    Number(u32, &'a str),
    Text(&'a str),
}

/// A line with its distance from the margin.
#[derive(Debug, Clone, Copy)]
struct IndentedLine<'a> {
    indent: usize,
    sort: Sort<'a>,
}

impl<'a> IndentedLine<'a> {
    fn read(line: &'a str) -> Self {
        let body = line.trim_start_matches([' ', '\t']);
        let before = line.len().saturating_sub(body.len());
        let indent = line
            .chars()
            .take(before)
            .map(|c| if c == '\t' { 4 } else { 1 })
            .sum();
        let sort = sort(body.trim_end_matches([' ', '\t', '\r']));
        Self { indent, sort }
    }

    /// Whether a list whose signs stand this far from the margin ends here at the latest.
    fn ends(&self, indent: usize, is_after_blank: bool) -> bool {
        match self.sort {
            Sort::Heading(..) | Sort::Rule | Sort::Quote(_) => true,
            Sort::Text(_) => is_after_blank && self.indent <= indent,
            Sort::Blank | Sort::Bullet(..) | Sort::Number(..) => false,
        }
    }
}

fn sort(body: &str) -> Sort<'_> {
    if body.trim().is_empty() {
        return Sort::Blank;
    }
    if is_rule(body) {
        return Sort::Rule;
    }
    let after = |sign: &str| {
        let rest = body.strip_prefix(sign)?;
        let words = rest.trim_start_matches([' ', '\t']);
        (words.len() < rest.len() && !words.is_empty()).then_some(words)
    };
    if let Some(rest) = body.strip_prefix('>')
        && (rest.is_empty() || rest.starts_with([' ', '>']))
    {
        return Sort::Quote(rest.strip_prefix(' ').unwrap_or(rest));
    }
    for sign in ['*', '-'] {
        if let Some(words) = after(sign.encode_utf8(&mut [0; 4])) {
            return Sort::Bullet(sign, words);
        }
    }
    let signs = body.chars().take_while(|c| *c == '#').count();
    if (1..=6).contains(&signs)
        && let Some(words) = after(&"#".repeat(signs))
    {
        return Sort::Heading(signs, words);
    }
    let digits: String = body.chars().take_while(char::is_ascii_digit).collect();
    match (digits.parse::<u32>(), after(&format!("{digits}."))) {
        // `01.` keeps its nought.
        (Ok(number), Some(words)) if number <= HIGHEST && number.to_string() == digits => {
            Sort::Number(number, words)
        }
        _ => Sort::Text(body),
    }
}

/// `---`, `***`, `* * *`, and the line on which somebody is to write.
fn is_rule(body: &str) -> bool {
    let mut marks = body.chars().filter(|c| !matches!(c, ' ' | '\t'));
    let first = marks.next();
    first.is_some_and(|first| "-*_".contains(first) && marks.clone().all(|c| c == first))
        && marks.count() >= 2
}

/// A list that is open.
#[derive(Debug, Clone, Copy)]
struct Level {
    /// How far its signs stand from the margin in what was pasted.
    indent: usize,
    /// Where its words begin in what is written.
    words: usize,
    /// The number it goes on with; none for bullets.
    next: Option<u32>,
    /// Which of the two signs it is written with, so that two lists in a row stay two.
    is_other: bool,
}

impl Level {
    /// Numbers stand flush right at times: one column is no other level.
    fn is_at(&self, indent: usize) -> bool {
        self.indent.abs_diff(indent) <= 1
    }
}

#[derive(Default)]
struct Out {
    text: String,
    /// What stands before each line: the signs of the quotes it is in.
    before: String,
    levels: Vec<Level>,
    is_after_blank: bool,
    /// The sign of the list that began last.
    is_other: bool,
}

impl Out {
    fn line(&mut self, indent: usize, words: &str) {
        let line = format!("{}{}{words}", self.before, " ".repeat(indent));
        self.text.push_str(line.trim_end());
        self.text.push('\n');
        self.is_after_blank = words.is_empty();
    }

    /// What begins here goes on with nothing.
    fn apart(&mut self) {
        if !self.is_after_blank {
            self.line(0, "");
        }
    }

    fn all(&mut self, lines: &[&str], depth: usize) {
        let rows: Vec<IndentedLine<'_>> =
            lines.iter().map(|line| IndentedLine::read(line)).collect();
        let mut rest = rows.as_slice();
        self.is_after_blank = true;
        while let [row, later @ ..] = rest {
            rest = later;
            match row.sort {
                Sort::Blank => self.line(0, ""),
                Sort::Heading(level, words) => {
                    self.block(&format!("{} {}", "#".repeat(level), inline(words)));
                }
                Sort::Rule => self.block("***"),
                Sort::Quote(first) if depth < DEEPEST => {
                    let mut inner = vec![first];
                    while let [
                        IndentedLine {
                            sort: Sort::Quote(words),
                            ..
                        },
                        later @ ..,
                    ] = rest
                    {
                        inner.push(*words);
                        rest = later;
                    }
                    self.quote(&inner, depth);
                }
                Sort::Quote(words) => self.words(row.indent, &format!("> {words}")),
                Sort::Bullet(sign, words) => {
                    let is_meant = sign == '-' || goes_on(row, rest);
                    if !self.item(row, None, words, is_meant) {
                        self.words(row.indent, &format!("{sign} {words}"));
                    }
                }
                Sort::Number(number, words) => {
                    if !self.item(row, Some(number), words, goes_on(row, rest)) {
                        self.words(row.indent, &format!("{number}. {words}"));
                    }
                }
                Sort::Text(words) => self.words(row.indent, words),
            }
        }
        self.levels.clear();
    }

    /// A line that is a block of its own.
    fn block(&mut self, words: &str) {
        self.levels.clear();
        self.apart();
        self.line(0, words);
        self.apart();
    }

    fn quote(&mut self, inner: &[&str], depth: usize) {
        self.levels.clear();
        self.apart();
        self.before.push_str("> ");
        self.all(inner, depth + 1);
        let outer = self.before.len().saturating_sub(2);
        self.before.truncate(outer);
        self.is_after_blank = false;
        self.apart();
    }

    /// Takes a line as an item. False when it is text: nobody meant a list, or it stands too deep.
    fn item(
        &mut self,
        row: &IndentedLine<'_>,
        number: Option<u32>,
        words: &str,
        is_meant: bool,
    ) -> bool {
        let indent = row.indent;
        let mut levels = self.levels.clone();
        levels.retain(|level| level.indent <= indent + 1);
        let same = levels.pop_if(|level| level.is_at(indent));
        let open = same.filter(|level| level.next == number);
        let may_begin = is_meant
            && levels.len() < DEEPEST
            && (levels.is_empty() || number.is_none_or(|number| number == 1));
        if open.is_none() && !may_begin {
            return false;
        }
        self.levels = levels;
        let at = self.levels.last().map_or(0, |level| level.words);
        if open.is_none() {
            self.is_other = !self.is_other;
            if self.levels.is_empty() {
                self.apart();
            }
        }
        let is_other = open.map_or(self.is_other, |level| level.is_other);
        let sign = match (number, is_other) {
            (None, true) => "-".to_owned(),
            (None, false) => "*".to_owned(),
            (Some(number), true) => format!("{number}."),
            (Some(number), false) => format!("{number})"),
        };
        self.line(at, &format!("{sign} {}", written(words)));
        self.levels.push(Level {
            indent: open.map_or(indent, |level| level.indent),
            words: at + sign.len() + 1,
            next: number.map(|number| number + 1),
            is_other,
        });
        true
    }

    /// A line of text: of the item it stands in, or of no list.
    fn words(&mut self, indent: usize, words: &str) {
        if self.is_after_blank {
            self.levels.retain(|level| level.indent + 1 < indent);
        }
        let at = self.levels.last().map_or(0, |level| level.words);
        self.line(at, &written(words));
    }
}

/// Whether a list that would begin with this line goes on: another bullet, the next number.
fn goes_on(row: &IndentedLine<'_>, later: &[IndentedLine<'_>]) -> bool {
    let mut is_after_blank = false;
    for other in later {
        let is_beside = other.indent.abs_diff(row.indent) <= 1;
        match (row.sort, other.sort) {
            (Sort::Bullet(sign, _), Sort::Bullet(other, _)) if is_beside => return sign == other,
            (Sort::Number(number, _), Sort::Number(next, _)) if is_beside => {
                return next == number + 1;
            }
            _ if other.ends(row.indent, is_after_blank) => return false,
            _ => {}
        }
        is_after_blank = other.sort == Sort::Blank;
    }
    false
}

/// A line of text, whatever it begins with.
fn written(words: &str) -> String {
    let text = inline(words);
    let mut letters = words.chars();
    let first = letters.next().unwrap_or_default();
    let is_sign = match first {
        '#' | '>' | '-' | '+' | '=' => true,
        '*' => letters.next().is_none_or(char::is_whitespace),
        _ => false,
    };
    if is_sign {
        return format!("\\{text}");
    }
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    match text.strip_prefix(&digits) {
        Some(rest) if !digits.is_empty() && rest.starts_with(['.', ')']) => {
            format!("{digits}\\{rest}")
        }
        _ => text,
    }
}

/// What may stand behind a backslash that somebody wrote on purpose.
const ESCAPED: &str = "*_[]#~>-+.`<&!|";

/// What stands in one line, with a backslash before each sign that nobody meant.
fn inline(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 16);
    let mut rest = words;
    let mut last = None;
    while let Some(first) = rest.chars().next() {
        let (taken, written) = piece(first, rest, last);
        out.push_str(&written);
        let (head, tail) = rest.split_at_checked(taken).unwrap_or((rest, ""));
        last = head.chars().next_back();
        rest = tail;
    }
    out
}

/// How many bytes are taken, and what is written for them.
fn piece(first: char, rest: &str, last: Option<char>) -> (usize, String) {
    let length = first.len_utf8();
    match first {
        '\\' => match rest.chars().nth(1) {
            Some(next) if ESCAPED.contains(next) => (length + next.len_utf8(), format!("\\{next}")),
            _ => (length, "\\\\".to_owned()),
        },
        '&' => (length, "&amp;".to_owned()),
        '<' => match address(rest) {
            Some(address) => (address.len(), address.to_owned()),
            None => (length, "\\<".to_owned()),
        },
        '[' => match link(rest) {
            Some((text, to)) => (
                text.len() + to.len() + 4,
                format!("[{}]({})", inline(text), to.replace('&', "&amp;")),
            ),
            None => (length, "\\[".to_owned()),
        },
        '`' => (length, "\\`".to_owned()),
        '*' | '_' | '~' => {
            let count = rest.chars().take_while(|c| *c == first).count();
            let next = rest.chars().nth(count);
            let run = first.to_string();
            match is_sign(first, count, last, next) {
                true => (count, run.repeat(count)),
                false => (count, format!("\\{run}").repeat(count)),
            }
        }
        other => (length, other.to_string()),
    }
}

/// Whether so many stars, underscores or tildes between these two characters are a sign.
fn is_sign(mark: char, count: usize, last: Option<char>, next: Option<char>) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_within = is_letter(last) && is_letter(next);
    match mark {
        '~' => count == 2,
        '*' => {
            let is_unspaced = [last, next].into_iter().flatten().any(is_unspaced);
            count < 4 && (!is_within || is_unspaced)
        }
        _ => count < 4,
    }
}

/// Letters of writing that has no spaces between words, or puts its endings right behind them: there a star within
/// a word is meant.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{E00}'..='\u{EFF}'
        | '\u{1000}'..='\u{109F}'
        | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}'
        | '\u{3400}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7AF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// `<https://example.org>` at the beginning.
fn address(rest: &str) -> Option<&str> {
    let inner = rest.strip_prefix('<')?;
    let (to, _) = inner.split_once('>')?;
    let is_one = ["http://", "https://"]
        .iter()
        .any(|scheme| to.starts_with(scheme))
        && !to.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '*' | '_'));
    is_one.then(|| rest.get(..to.len() + 2)).flatten()
}

/// The text and the address of `[text](address)` at the beginning.
fn link(rest: &str) -> Option<(&str, &str)> {
    let inner = rest.strip_prefix('[')?;
    let text = until(inner, '[', ']')?;
    let to = until(inner.get(text.len()..)?.strip_prefix("](")?, '(', ')')?;
    let is_address = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '\\');
    (!text.is_empty() && !to.is_empty() && !to.contains(is_address)).then_some((text, to))
}

/// What stands before the sign that closes.
fn until(text: &str, opens: char, closes: char) -> Option<&str> {
    let mut open = 0_usize;
    for (at, c) in text.char_indices() {
        if c == opens {
            open += 1;
        } else if c == closes {
            match open.checked_sub(1) {
                Some(fewer) => open = fewer,
                None => return text.get(..at),
            }
        }
    }
    None
}
