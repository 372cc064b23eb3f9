//! The document of the programs' interface, and whether JSON holds to what it says. Of JSON Schema it knows what the document uses: any other
//! keyword fails.

use regex::Regex;
use serde_json::{Map, Value};
use undersigned::base::{Id, Time};

/// The document.
pub struct Document(Value);

/// What can be asked.
#[derive(Debug, Clone)]
pub struct Operation {
    /// `GET`.
    pub method: String,
    /// Below `/api`.
    pub path: String,
    /// What the document says of it.
    pub said: Value,
}

/// Whether a field that no schema names may stand there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Others {
    /// In what is sent.
    PassedOver,
    /// In what is answered: a reader of the document would not know of it.
    Wrong,
}

/// Keywords that hold nothing.
const SAID: [&str; 3] = ["description", "examples", "$ref"];

impl Document {
    /// Reads it.
    pub fn read(text: &str) -> Self {
        Self(serde_json::from_str(text).expect("JSON"))
    }

    /// A part of it.
    pub fn part(&self, pointer: &str) -> &Value {
        self.0
            .pointer(pointer)
            .unwrap_or_else(|| panic!("{pointer}"))
    }

    /// What can be asked of the interface of Action Network: paths below `/api/v2`.
    pub fn osdi(&self) -> Vec<Operation> {
        let below = |mut of: Operation| {
            let path = of.path.strip_prefix("/v2")?;
            of.path = if path.is_empty() { "/" } else { path }.to_owned();
            Some(of)
        };
        self.operations().into_iter().filter_map(below).collect()
    }

    /// Everything that can be asked.
    pub fn operations(&self) -> Vec<Operation> {
        let mut all = Vec::new();
        for (path, methods) in self.part("/paths").as_object().unwrap() {
            for (method, said) in methods.as_object().unwrap() {
                all.push(Operation {
                    method: method.to_uppercase(),
                    path: path.clone(),
                    said: said.clone(),
                });
            }
        }
        all
    }

    /// What stands here, or where this leads.
    pub fn led<'a>(&'a self, here: &'a Value) -> &'a Value {
        match here.get("$ref").and_then(Value::as_str) {
            Some(to) => self.led(self.part(to.strip_prefix('#').expect("in the document"))),
            None => here,
        }
    }

    /// What is wrong with an answer of this status: that it is not documented, its type, its body.
    pub fn wrong_answer(&self, of: &Operation, status: u16, kind: &str, body: &str) -> Vec<String> {
        let Some(answer) = of.said["responses"].get(status.to_string()) else {
            return vec![format!("{status} is not documented")];
        };
        let contents = self.led(answer)["content"].as_object().unwrap();
        let Some(content) = contents.get(kind) else {
            return vec![format!("{status}: {kind:?} is not documented")];
        };
        match serde_json::from_str(body) {
            Ok(told) => self.wrong(&content["schema"], &told, Others::Wrong),
            Err(error) => vec![format!("{status}: no JSON: {error}")],
        }
    }

    /// What of this does not hold to a schema, each with its place.
    pub fn wrong(&self, schema: &Value, value: &Value, others: Others) -> Vec<String> {
        let mut found = Vec::new();
        Holding {
            document: self,
            others,
        }
        .look(schema, value, "", &mut found);
        found
    }
}

impl Operation {
    /// The requests that it has as examples: name and body.
    pub fn examples(&self) -> Vec<(String, Value)> {
        let all = self
            .said
            .pointer("/requestBody/content/application~1json/examples");
        let all = all.and_then(Value::as_object).cloned().unwrap_or_default();
        let one = |(name, example): (String, Value)| (name, example["value"].clone());
        all.into_iter().map(one).collect()
    }

    /// Whether it takes a body.
    pub fn takes_body(&self) -> bool {
        self.said.get("requestBody").is_some()
    }
}

struct Holding<'a> {
    document: &'a Document,
    others: Others,
}

impl Holding<'_> {
    fn look(&self, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
        let schema = schema.as_object().expect("a schema is an object");
        let mut note = |what: String| found.push(format!("{at}: {what}"));
        for (keyword, rule) in schema {
            let holds = match keyword.as_str() {
                said if SAID.contains(&said) => true,
                "type" => {
                    let one = rule
                        .as_array()
                        .cloned()
                        .unwrap_or_else(|| vec![rule.clone()]);
                    one.iter().any(|kind| is_a(kind.as_str().unwrap(), value))
                }
                "enum" => rule.as_array().unwrap().contains(value),
                "const" => rule == value,
                "format" => value
                    .as_str()
                    .is_none_or(|text| has_format(rule.as_str().unwrap(), text)),
                "pattern" => value
                    .as_str()
                    .is_none_or(|text| Regex::new(rule.as_str().unwrap()).unwrap().is_match(text)),
                "minLength" => value
                    .as_str()
                    .is_none_or(|text| size(rule) <= text.chars().count()),
                "maxLength" => value
                    .as_str()
                    .is_none_or(|text| text.chars().count() <= size(rule)),
                "minimum" => value
                    .as_f64()
                    .is_none_or(|number| rule.as_f64().unwrap() <= number),
                "maximum" => value
                    .as_f64()
                    .is_none_or(|number| number <= rule.as_f64().unwrap()),
                "minItems" => value.as_array().is_none_or(|all| size(rule) <= all.len()),
                "maxItems" => value.as_array().is_none_or(|all| all.len() <= size(rule)),
                "minProperties" => value.as_object().is_none_or(|all| size(rule) <= all.len()),
                "maxProperties" => value.as_object().is_none_or(|all| all.len() <= size(rule)),
                "required" => {
                    let names = rule
                        .as_array()
                        .unwrap()
                        .iter()
                        .map(|name| name.as_str().unwrap());
                    value
                        .as_object()
                        .is_none_or(|all| names.into_iter().all(|name| all.contains_key(name)))
                }
                "allOf" => {
                    let holds =
                        |one: &Value| self.document.wrong(one, value, self.others).is_empty();
                    rule.as_array().unwrap().iter().all(holds)
                }
                "anyOf" => {
                    let holds =
                        |one: &Value| self.document.wrong(one, value, self.others).is_empty();
                    rule.as_array().unwrap().iter().any(holds)
                }
                // looked at below
                "properties" | "patternProperties" | "additionalProperties" | "items" => true,
                other => panic!("{at}: nobody has written what {other} means"),
            };
            if !holds {
                note(format!("{keyword} {rule} does not hold: {value}"));
            }
        }
        if let Some(to) = schema.get("$ref") {
            let pointer = to
                .as_str()
                .unwrap()
                .strip_prefix('#')
                .expect("in the document");
            self.look(self.document.part(pointer), value, at, found);
        }
        if let (Some(of), Some(all)) = (schema.get("items"), value.as_array()) {
            for (n, one) in all.iter().enumerate() {
                self.look(of, one, &format!("{at}/{n}"), found);
            }
        }
        if let Some(all) = value.as_object() {
            self.fields(schema, all, at, found);
        }
    }

    fn fields(
        &self,
        schema: &Map<String, Value>,
        all: &Map<String, Value>,
        at: &str,
        found: &mut Vec<String>,
    ) {
        let named = schema.get("properties").and_then(Value::as_object);
        let patterns = schema.get("patternProperties").and_then(Value::as_object);
        let by_pattern = |name: &str| {
            let mut all = patterns.into_iter().flatten();
            let found = all.find(|(pattern, _)| Regex::new(pattern).unwrap().is_match(name));
            found.map(|(_, of)| of)
        };
        let more = schema.get("additionalProperties");
        for (name, one) in all {
            let at = format!("{at}/{name}");
            let own = named.and_then(|named| named.get(name));
            match (own.or_else(|| by_pattern(name)).or(more), named) {
                (Some(of), _) => self.look(of, one, &at, found),
                (None, Some(_)) if self.others == Others::Wrong => {
                    found.push(format!("{at}: no field of the document"))
                }
                (None, _) => {}
            }
        }
    }
}

fn size(rule: &Value) -> usize {
    usize::try_from(rule.as_u64().unwrap()).unwrap()
}

fn is_a(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("no type: {other}"),
    }
}

fn has_format(format: &str, text: &str) -> bool {
    match format {
        "uuid" => Id::<Document>::parse(text).is_ok(),
        "date-time" => {
            text.ends_with('Z')
                && text
                    .parse::<jiff::Timestamp>()
                    .map(|at| Time::from_micros(at.as_microsecond()).rfc3339())
                    .ok()
                    .as_deref()
                    == Some(text)
        }
        "uri" => text.split_once("://").is_some_and(|(scheme, rest)| {
            scheme == "https" && !rest.is_empty() && !text.contains(' ')
        }),
        "email" => text
            .split_once('@')
            .is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.')),
        // as the document says at its beginning
        "line" | "name" => !text.contains(char::is_control),
        "text" => !text.contains(|one: char| one.is_control() && one != '\n'),
        other => panic!("no format: {other}"),
    }
}

#[test]
fn what_does_not_hold_is_named_with_its_place() {
    let document = Document::read(
        r##"{"components": {"schemas": {"One": {"type": "object", "properties": {"n": {"type": ["integer", "null"], "minimum": 1},
        "all": {"type": "array", "maxItems": 2, "items": {"type": "string", "pattern": "^a"}}, "id": {"type": "string", "format": "uuid"}}, "required": ["n"]}}}}"##,
    );
    let schema =
        serde_json::json!({"anyOf": [{"type": "string"}, {"$ref": "#/components/schemas/One"}]});
    let one = serde_json::json!({"$ref": "#/components/schemas/One"});
    let wrong = |text: &str, others| {
        let value = serde_json::from_str(text).unwrap();
        let found = document.wrong(&one, &value, others);
        assert_eq!(
            found.is_empty(),
            document.wrong(&schema, &value, others).is_empty(),
            "{text}"
        );
        found
            .iter()
            .map(|one| one.split(':').next().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let id = r#"{"n": 1, "all": ["a"], "id": "0193b3a5-0000-7000-8000-000000000000"}"#;
    assert!(wrong(id, Others::Wrong).is_empty());
    assert!(wrong(r#"{"n": null, "more": 1}"#, Others::PassedOver).is_empty());
    for (text, places) in [
        (r#"{"n": null, "more": 1}"#, vec!["/more"]),
        ("{}", vec![""]),
        ("7", vec![""]),
        (r#"{"n": 0}"#, vec!["/n"]),
        (r#"{"n": 1.5}"#, vec!["/n"]),
        (
            r#"{"n": 1, "all": ["a", "b", 7], "id": "x"}"#,
            vec!["/all", "/all/1", "/all/2", "/id"],
        ),
    ] {
        assert_eq!(wrong(text, Others::Wrong), places, "{text}");
    }
}
