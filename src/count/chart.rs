//! A chart as a page draws it: bars in a drawing that stretches, every word in HTML around it.

use super::days::{Calendar, Slot};
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

/// How long a bar lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// An hour, called by its beginning.
    Hour,
    /// A day, or several.
    Day,
}

/// How bars are called.
struct Names<'a> {
    w: &'a Words,
    zone: &'a str,
    unit: Unit,
}

impl Names<'_> {
    /// "3 November", "3 November, 9:00".
    fn short(&self, slot: &Slot) -> String {
        let day = self.w.day(slot.at, self.zone);
        match self.unit {
            Unit::Day => day,
            Unit::Hour => self
                .w
                .plain2("chart-hour", "day", day, "time", self.time(slot)),
        }
    }

    /// The same with its year, for days.
    fn long(&self, slot: &Slot) -> String {
        match self.unit {
            Unit::Day => self.w.date(slot.at, self.zone),
            Unit::Hour => self.short(slot),
        }
    }

    /// "1:00", and which of two where the clock shows it twice.
    fn time(&self, slot: &Slot) -> String {
        let time = self.w.time(slot.at, self.zone);
        match Calendar::of(self.zone).offset_if_twice(slot.at) {
            Some(offset) => format!("{time} (UTC{offset})"),
            None => time,
        }
    }
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
    /// Draws it. `is_running`: the last bar is not over yet.
    #[must_use]
    pub(crate) fn draw(
        w: &Words,
        zone: &str,
        (unit, slots): (Unit, &[Slot]),
        shows: Shows,
        is_running: bool,
    ) -> Self {
        let names = Names { w, zone, unit };
        let mut values = Vec::with_capacity(slots.len());
        let mut total = match shows {
            Shows::Total(before) => before,
            Shows::Change => 0,
        };
        for slot in slots {
            total += slot.change;
            values.push(match shows {
                Shows::Change => slot.change,
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
        let count = i64::try_from(slots.len()).unwrap_or(i64::MAX).max(1);
        let last = slots.len().saturating_sub(1);
        let bar = |(at, (slot, value)): (usize, (&Slot, &i64))| {
            let place = i64::try_from(at).unwrap_or(0);
            let height = value.max(&0) * HEIGHT * 10 / top;
            Bar {
                x: units((place * WIDTH * 10 + WIDTH) / count),
                y: units(HEIGHT * 10 - height),
                width: units(WIDTH * 8 / count),
                height: units(height),
                title: w.plain2("chart-bar", "day", names.short(slot), "n", *value),
                is_today: is_running && at == last,
            }
        };
        let bars = slots.iter().zip(&values).enumerate().map(bar).collect();
        let line = |(at, (slot, value)): (usize, (&Slot, &i64))| ChartRow {
            day: match is_running && at == last {
                true => format!("{} ({})", names.long(slot), names.so_far()),
                false => names.long(slot),
            },
            number: w.number(*value),
        };
        let rows = slots.iter().zip(&values).enumerate().map(line);
        let mut table: Vec<_> = rows.collect();
        table.reverse();
        Self {
            bars,
            scale: [top, top / 2, 0].map(|n| w.number(n)).to_vec(),
            days: labels(&names, slots, is_running),
            table,
            sentence: sentence(&names, slots, &values, shows),
        }
    }
}

impl Names<'_> {
    /// "today so far", "this hour so far".
    fn so_far(&self) -> &str {
        self.w.say(match self.unit {
            Unit::Day => "chart-today",
            Unit::Hour => "chart-this-hour",
        })
    }
}

/// Five bars at most, the first and the last among them.
fn labels(names: &Names<'_>, slots: &[Slot], is_running: bool) -> Vec<String> {
    let last = slots.len().saturating_sub(1);
    let parts = last.min(4);
    (0..=parts)
        .filter_map(|part| {
            let at = (last * part).checked_div(parts).unwrap_or(0);
            let slot = slots.get(at)?;
            Some(match at == last && is_running {
                true => names.so_far().to_owned(),
                false => names.short(slot),
            })
        })
        .collect()
}

fn sentence(names: &Names<'_>, slots: &[Slot], values: &[i64], shows: Shows) -> String {
    let w = names.w;
    let peak = slots.iter().zip(values).max_by_key(|(_, value)| **value);
    let Some((slot, most)) = peak else {
        return w.say("chart-empty").to_owned();
    };
    let on = names.short(slot);
    let says = match names.unit {
        Unit::Day => "chart-says",
        Unit::Hour => "chart-says-hours",
    };
    match shows {
        Shows::Change => w.plain3(
            says,
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
        let slots: Vec<_> = days.into_iter().map(Slot::from).collect();
        Chart::draw(&words, "UTC", (Unit::Day, &slots), shows, true)
    }

    #[test]
    fn hours_say_which_of_two_they_are() {
        let zone = "America/New_York";
        let at = |text: &str| Time::parse(text).unwrap();
        let hours = [4, 7, 2].into_iter().zip(0..).map(|(change, n)| Hour {
            hour: at("2026-11-01T05:00:00Z").hour() + n,
            change,
        });
        let hours: Vec<_> = hours.collect();
        let (first, last) = (at("2026-11-01T05:00:00Z"), at("2026-11-01T07:30:00Z"));
        let slots = Calendar::of(zone).hours(&hours, first, last);
        let words = Library::load().unwrap().words(Lang::EN);
        let chart = Chart::draw(&words, zone, (Unit::Hour, &slots), Shows::Change, true);
        let days: Vec<_> = chart
            .days
            .iter()
            .map(|day| day.replace('\u{202f}', " "))
            .collect();
        assert_eq!(
            days,
            [
                "November 1, 1:00 AM (UTC−04:00)",
                "November 1, 1:00 AM (UTC−05:00)",
                "this hour so far"
            ]
        );
        assert!(chart.sentence.contains("13") && chart.sentence.contains("UTC−05:00"));
        assert!(
            chart
                .table
                .first()
                .unwrap()
                .day
                .ends_with("(this hour so far)")
        );
        assert!(chart.bars.last().unwrap().is_today);
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
