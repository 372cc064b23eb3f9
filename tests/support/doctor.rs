//! What the doctor says, run as an operator runs it.

use super::operator::run;
use std::path::Path;

/// What it found: exit code, and a line for each thing, the verdict first.
pub struct Found {
    pub code: Option<i32>,
    pub said: String,
}

impl Found {
    /// The lines about this.
    pub fn about(&self, about: &str) -> Vec<(&str, &str)> {
        let lines = self.said.lines().filter_map(|line| {
            let (verdict, rest) = line.split_once(' ')?;
            let (of, sentence) = rest.trim_start().split_once(": ")?;
            (of == about).then_some((verdict, sentence))
        });
        lines.collect()
    }

    /// Among the lines about this is one with this verdict that says so.
    pub fn says(&self, verdict: &str, about: &str, part: &str) {
        let is_it = |(found, sentence): &(&str, &str)| *found == verdict && sentence.contains(part);
        let is_there = self.about(about).iter().any(is_it);
        assert!(is_there, "{verdict} {about}: {part} in\n{}", self.said);
        let code = i32::from(self.said.lines().any(|line| line.starts_with("wrong")));
        assert_eq!(self.code, Some(code), "{}", self.said);
    }
}

/// Has it look, in this folder, with these arguments.
pub fn looks(folder: &Path, arguments: &[&str]) -> Found {
    let output = run(folder, &[&["doctor"], arguments].concat());
    let why = String::from_utf8_lossy(&output.stderr);
    assert_eq!(why, "", "{arguments:?}");
    Found {
        code: output.status.code(),
        said: String::from_utf8(output.stdout).unwrap(),
    }
}
