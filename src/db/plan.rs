//! What an upgrade does to the schema, told before it is done.

use super::Conn;
use super::copies::copy::rows_of;
use super::opening::migrate::look;
use super::opening::open::Target;
use super::opening::standing::applied;
use super::opening::steps;
use std::collections::BTreeSet;
use std::fmt;
use std::time::Duration;

/// What a step does to a table that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Effect {
    /// Its description changes: whoever uses it waits for a moment.
    Describes,
    /// All of it is read: whoever writes to it waits.
    Reads,
    /// Rows of it are written anew: whoever writes to it waits.
    Writes,
}

/// A table that a step touches.
#[derive(Debug, Clone, PartialEq, Eq)]
struct TouchedTable {
    name: String,
    effect: Effect,
    /// None where they cannot be counted.
    rows: Option<i64>,
}

/// A step that would be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
struct StepPlan {
    name: String,
    touched: Vec<TouchedTable>,
}

/// What would be done to the schema at the next start. Shown as one line for each step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UpgradePlan {
    is_sqlite: bool,
    /// Whether nothing is in the database yet.
    is_new: bool,
    steps: Vec<StepPlan>,
}

impl UpgradePlan {
    /// Whether there is anything to do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Whether the database is yet to be made.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.is_new
    }

    /// A line for each step, the first first.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let line = |step: &StepPlan| {
            let name = &step.name;
            if step.touched.is_empty() {
                return format!("step {name}: makes new tables, nothing that is there is touched");
            }
            let touched: Vec<String> = step.touched.iter().map(TouchedTable::to_string).collect();
            let waits = match self.is_sqlite {
                true => "; who writes waits until it is done",
                false => "",
            };
            format!("step {name}: {}{waits}", touched.join(", "))
        };
        self.steps.iter().map(line).collect()
    }
}

impl fmt::Display for TouchedTable {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = &self.name;
        match self.effect {
            Effect::Describes => write!(to, "adds to {name}, locked for a moment")?,
            Effect::Reads => write!(to, "reads all of {name}, locked against writing meanwhile")?,
            Effect::Writes => write!(to, "writes {name} anew, locked against writing meanwhile")?,
        }
        match self.rows {
            Some(rows) => write!(to, " ({rows} rows)"),
            None => to.write_str(" (rows not counted)"),
        }
    }
}

/// Looks what the next start would do to the schema. Changes nothing. A PostgreSQL that does not answer yet is asked again for as long as
/// `wait`.
///
/// # Errors
/// One line for the operator.
pub fn upgrade_plan(target: &Target, wait: Duration) -> Result<UpgradePlan, String> {
    let is_sqlite = target.is_sqlite();
    let told =
        |error: &dyn fmt::Display| format!("cannot read the schema of the database: {error}");
    let plan = |applied: &[String], conn: Option<&mut Conn>| {
        let pending = steps::pending(is_sqlite, applied).map_err(|error| told(&error))?;
        Ok(UpgradePlan {
            is_sqlite,
            is_new: applied.is_empty(),
            steps: with_rows(pending, conn),
        })
    };
    if let Target::Sqlite(path) = target
        && !path.metadata().is_ok_and(|found| found.len() > 0)
    {
        return plan(&[], None);
    }
    let mut conn = look(target, wait)?;
    let applied = applied(&mut conn).map_err(|error| told(&error))?;
    plan(&applied.unwrap_or_default(), Some(&mut conn))
}

fn with_rows(pending: Vec<(String, String)>, mut conn: Option<&mut Conn>) -> Vec<StepPlan> {
    let mut made = BTreeSet::new();
    let step = |(name, sql): (String, String)| {
        let touched = touched(&sql, &mut made);
        let table = |(name, effect): (String, Effect)| TouchedTable {
            rows: conn.as_mut().and_then(|conn| rows_of(conn, &name)),
            name,
            effect,
        };
        StepPlan {
            name,
            touched: touched.into_iter().map(table).collect(),
        }
    };
    pending.into_iter().map(step).collect()
}

/// The tables that a step touches and that no step of the plan has made, each with the most that is done to it.
fn touched(sql: &str, made: &mut BTreeSet<String>) -> Vec<(String, Effect)> {
    let mut found: Vec<(String, Effect)> = Vec::new();
    let mut in_trigger = false;
    for statement in plain(sql).split(';') {
        let words: Vec<&str> = statement.split_whitespace().collect();
        let behind = |word: &str| {
            let at = words.iter().position(|one| *one == word)?;
            let name = words.get(at + 1)?;
            name.split('(').next().map(str::to_owned)
        };
        if in_trigger {
            in_trigger = words.first() != Some(&"end");
            continue;
        }
        let meant = match words.as_slice() {
            ["create", "virtual", "table", ..] | ["create", "table", ..] => {
                made.extend(behind("table"));
                None
            }
            ["create", "trigger", ..] => {
                in_trigger = words.contains(&"begin") && words.last() != Some(&"end");
                behind("on").map(|name| (name, Effect::Describes))
            }
            ["create", "index" | "unique", ..] => behind("on").map(|name| (name, Effect::Reads)),
            ["alter", "table", name, "add", "column", ..] => {
                Some(((*name).to_owned(), Effect::Describes))
            }
            ["alter" | "drop", "table", name, ..] => Some(((*name).to_owned(), Effect::Writes)),
            ["update", name, ..] => Some(((*name).to_owned(), Effect::Writes)),
            ["insert", "into", ..] => behind("into").map(|name| (name, Effect::Writes)),
            ["delete", "from", name, ..] => Some(((*name).to_owned(), Effect::Writes)),
            _ => None,
        };
        let Some((name, effect)) = meant.filter(|(name, _)| !made.contains(name)) else {
            continue;
        };
        match found.iter_mut().find(|(known, _)| *known == name) {
            Some((_, most)) => *most = (*most).max(effect),
            None => found.push((name, effect)),
        }
    }
    found
}

/// SQL in lower case, without comments and bodies of functions.
fn plain(sql: &str) -> String {
    let lines = sql.lines().map(|line| match line.split_once("--") {
        Some((before, _)) => before,
        None => line,
    });
    let text = lines.collect::<Vec<_>>().join("\n").to_lowercase();
    let outside = text.split("$$").step_by(2);
    outside.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn effects(sql: &str) -> Vec<(String, Effect)> {
        touched(sql, &mut BTreeSet::new())
    }

    #[test]
    fn what_a_step_does_to_what_is_there_is_told_and_what_it_makes_is_not() {
        let named = |name: &str, effect| vec![(name.to_owned(), effect)];
        assert_eq!(
            effects("create table a (b text); create index c on a (b);"),
            []
        );
        for (sql, effect) in [
            ("alter table a add column b text;", Effect::Describes),
            (
                "ALTER TABLE a ADD COLUMN b text; -- create index on c (d);",
                Effect::Describes,
            ),
            ("create unique index b on a(c);", Effect::Reads),
            (
                "alter table a add column b text; update a set b = '';",
                Effect::Writes,
            ),
            ("alter table a drop column b;", Effect::Writes),
            (
                "create trigger t before update on a for each row execute function f();",
                Effect::Describes,
            ),
            (
                "create trigger t after update on a begin update b set c = 1; update d set e = 2; end;",
                Effect::Describes,
            ),
        ] {
            assert_eq!(effects(sql), named("a", effect), "{sql}");
        }
        assert_eq!(
            effects("create function f() as $$ begin; update a set b = 1; end $$;"),
            []
        );
    }

    /// A first start makes everything, and nothing waits.
    #[test]
    fn all_steps_in_order_touch_only_what_they_made() {
        for is_sqlite in [true, false] {
            let all = with_rows(steps::pending(is_sqlite, &[]).unwrap(), None);
            assert!(all.len() >= 9);
            for step in all {
                assert_eq!(step.touched, [], "{}", step.name);
            }
        }
    }
}
