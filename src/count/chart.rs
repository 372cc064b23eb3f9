//! A chart as a page draws it: bars in a drawing that stretches, every word in HTML around it.

use super::days::Day;
use crate::words::Words;

/// Width of the drawing.
const WIDTH: i64 = 1000;
/// Height of the drawing.
const HEIGHT: i64 = 200;

/// One bar, in the units of the drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// From the start.
    pub x: String,
    /// From above.
    pub y: String,
    /// How wide.
    pub width: String,
    /// How high.
    pub height: String,
    /// "3 November: 96".
    pub title: String,
    /// Whether its day is not over.
    pub is_today: bool,
}

/// One line of the table beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartRow {
    /// The day, already written.
    pub day: String,
    /// Its number, already written.
    pub number: String,
}

/// Bars, the scale beside them, the days under them, the numbers as a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chart {
    /// In the order of time.
    pub bars: Vec<Bar>,
    /// Top, middle and bottom of the scale, already written.
    pub scale: Vec<String>,
    /// Days under it, evenly spread, already written.
    pub days: Vec<String>,
    /// The newest first.
    pub table: Vec<ChartRow>,
    /// What it shows, in a sentence; the sentence of an empty chart when it shows nothing.
    pub sentence: String,
}

/// What the bars stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    /// The change of each day.
    Change,
    /// The whole number at the end of each day; before the first it was this.
    Total(i64),
}

/// A round number at or above `most`: the top of the scale.
fn top(most: i64) -> i64 {
    let mut step = 1_i64;
    while step < i64::MAX / 100 {
        for times in [2, 4, 6, 10] {
            if step * times >= most {
                return step * times;
            }
        }
        step *= 10;
    }
    most
}

/// Tenths of a unit, written as the drawing reads them.
fn units(tenths: i64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

impl Chart {
    /// Draws it. `is_running`: the last day is not over yet.
    #[must_use]
    pub(crate) fn draw(
        w: &Words,
        zone: &str,
        days: &[Day],
        shows: Shows,
        is_running: bool,
    ) -> Self {
        let mut values = Vec::with_capacity(days.len());
        let mut total = match shows {
            Shows::Total(before) => before,
            Shows::Change => 0,
        };
        for day in days {
            total += day.change;
            values.push(match shows {
                Shows::Change => day.change,
                Shows::Total(_) => total,
            });
        }
        let most = values.iter().copied().max().unwrap_or(0);
        if most <= 0 {
            return Self {
                sentence: w.say("chart-empty").to_owned(),
                ..Self::default()
            };
        }
        let top = top(most);
        let count = i64::try_from(days.len()).unwrap_or(i64::MAX).max(1);
        let last = days.len().saturating_sub(1);
        let bar = |(at, (day, value)): (usize, (&Day, &i64))| {
            let place = i64::try_from(at).unwrap_or(0);
            let height = value.max(&0) * HEIGHT * 10 / top;
            let title = w.day(day.noon, zone);
            Bar {
                x: units((place * WIDTH * 10 + WIDTH) / count),
                y: units(HEIGHT * 10 - height),
                width: units(WIDTH * 8 / count),
                height: units(height),
                title: w.plain2("chart-bar", "day", title, "n", *value),
                is_today: is_running && at == last,
            }
        };
        let bars = days.iter().zip(&values).enumerate().map(bar).collect();
        let line = |(day, value): (&Day, &i64)| ChartRow {
            day: w.date(day.noon, zone),
            number: w.number(*value),
        };
        Self {
            bars,
            scale: [top, top / 2, 0].map(|n| w.number(n)).to_vec(),
            days: labels(w, zone, days, is_running),
            table: days.iter().zip(&values).rev().map(line).collect(),
            sentence: sentence(w, zone, days, &values, shows),
        }
    }
}

/// Five days at most, the first and the last among them.
fn labels(w: &Words, zone: &str, days: &[Day], is_running: bool) -> Vec<String> {
    let last = days.len().saturating_sub(1);
    let parts = last.min(4);
    (0..=parts)
        .filter_map(|part| {
            let at = (last * part).checked_div(parts).unwrap_or(0);
            let day = days.get(at)?;
            Some(match at == last && is_running {
                true => w.say("chart-today").to_owned(),
                false => w.day(day.noon, zone),
            })
        })
        .collect()
}

fn sentence(w: &Words, zone: &str, days: &[Day], values: &[i64], shows: Shows) -> String {
    let peak = days.iter().zip(values).max_by_key(|(_, value)| **value);
    let Some((day, most)) = peak else {
        return w.say("chart-empty").to_owned();
    };
    let on = w.day(day.noon, zone);
    match shows {
        Shows::Change => w.plain3(
            "chart-says",
            "n",
            values.iter().sum::<i64>(),
            "most",
            *most,
            "day",
            on,
        ),
        Shows::Total(_) => w.plain1("chart-says-total", "n", *most),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Lang, Time};
    use crate::count::days::Calendar;
    use crate::count::store::tallies::Hour;
    use crate::words::Library;
    use jiff::civil::date;

    fn drawn(changes: &[i64], shows: Shows) -> Chart {
        let first = Time::parse("2026-11-03T12:00:00Z").unwrap().hour();
        let hours: Vec<Hour> = (0..)
            .zip(changes)
            .map(|(day, change)| Hour {
                hour: first + day * 24,
                change: *change,
            })
            .collect();
        let last = date(2026, 11, 2 + i8::try_from(changes.len()).unwrap());
        let days = Calendar::of("UTC").days(&hours, date(2026, 11, 3), last);
        let words = Library::load().unwrap().words(Lang::EN);
        Chart::draw(&words, "UTC", &days, shows, true)
    }

    #[test]
    fn bars_fit_the_drawing_and_say_their_day() {
        let chart = drawn(&[96, 214, -4, 90], Shows::Change);
        assert_eq!(chart.scale, ["400", "200", "0"]);
        let [first, second, third, today] = chart.bars.as_slice() else {
            panic!("four bars")
        };
        assert_eq!(first.title, "November 3: 96");
        assert_eq!(
            (second.y.as_str(), second.height.as_str()),
            ("93.0", "107.0")
        );
        assert_eq!(third.height, "0.0", "a day of losses draws nothing");
        assert!(today.is_today && !third.is_today);
        assert_eq!(chart.table.first().unwrap().number, "90");
        assert!(chart.sentence.contains("214") && chart.sentence.contains("November 4"));
    }

    #[test]
    fn the_running_total_goes_on_from_what_was_before() {
        let chart = drawn(&[5, 0, 10], Shows::Total(100));
        let numbers: Vec<_> = chart
            .table
            .iter()
            .map(|line| line.number.as_str())
            .collect();
        assert_eq!(numbers, ["115", "105", "105"]);
    }

    #[test]
    fn a_chart_of_nothing_is_a_sentence() {
        let chart = drawn(&[0, 0], Shows::Change);
        assert!(chart.bars.is_empty() && chart.sentence.contains("first confirmed"));
    }

    #[test]
    fn the_scale_is_round() {
        for (most, expected) in [
            (1, 2),
            (3, 4),
            (5, 6),
            (7, 10),
            (11, 20),
            (498, 600),
            (61_000, 100_000),
        ] {
            assert_eq!(top(most), expected, "{most}");
        }
    }
}
