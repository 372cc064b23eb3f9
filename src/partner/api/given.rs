//! The body of a request: JSON whatever its type says, or a form where it is none, as some clients send it.

use crate::web::{Problem, read_body};
use actix_web::dev::Payload;
use actix_web::web::Query;
use actix_web::{FromRequest, HttpRequest};
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::collections::HashSet;
use std::fmt;
use std::future::Future;
use std::pin::Pin;

/// Most bytes of a body: the longest letter, each of its bytes written as six.
const MOST: usize = 512 * 1024;

/// What was sent: an object, empty where nothing was.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Given {
    /// Its bytes, as an idempotency key binds them.
    pub bytes: Vec<u8>,
    all: Map<String, Value>,
    at: String,
}

impl FromRequest for Given {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    /// 400 for what is neither JSON nor a form, or no object; 413 and 408 as every body.
    fn from_request(_: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let payload = payload.take();
        Box::pin(async move { Self::read(&read_body(payload, MOST).await?) })
    }
}

impl Given {
    fn read(bytes: &[u8]) -> Result<Self, Problem> {
        let whole = |all| Self {
            bytes: bytes.to_vec(),
            all,
            at: String::new(),
        };
        if bytes.is_empty() {
            return Ok(whole(Map::new()));
        }
        match serde_json::from_slice(bytes) {
            Ok(Once(Value::Object(all))) => Ok(whole(all)),
            Ok(Once(Value::Null)) => Ok(whole(Map::new())),
            Ok(_) => Err(Problem::invalid("The body must be a JSON object")),
            Err(error) => match form(bytes) {
                Some(all) => Ok(whole(all)),
                // what was sent stands in no error: it can be somebody's address
                None => Err(Problem::invalid(format!(
                    "The body is no JSON: see line {}, column {}",
                    error.line(),
                    error.column()
                ))),
            },
        }
    }

    /// As JSON again.
    pub fn written(&self) -> String {
        Value::Object(self.all.clone()).to_string()
    }

    /// Reads [`Given::written`] back.
    pub fn of(written: &str) -> Option<Self> {
        Self::read(written.as_bytes()).ok()
    }

    /// Whether it holds this, `null` too.
    pub fn has(&self, name: &str) -> bool {
        self.all.contains_key(name)
    }

    /// The same with this field of another object, where it has none of its own.
    #[must_use]
    pub fn or(mut self, other: &Self, name: &str) -> Self {
        if let Some(value) = other.all.get(name) {
            self.all.entry(name).or_insert_with(|| value.clone());
        }
        self
    }

    /// Whatever stands there.
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.all.get(name)
    }

    fn pointer(&self, name: &str) -> String {
        let name = name.replace('~', "~0").replace('/', "~1");
        format!("{}/{name}", self.at)
    }

    /// What is wrong at one of its fields.
    pub fn wrong(&self, name: &str, detail: impl Into<String>) -> Problem {
        let detail = detail.into();
        Problem::invalid(detail.clone()).at(self.pointer(name), detail)
    }

    /// Text, a number as its digits; `null` empties it. None where it does not stand there.
    ///
    /// # Errors
    /// 400 when it is anything else.
    pub fn text(&self, name: &str) -> Result<Option<String>, Problem> {
        match self.all.get(name) {
            None => Ok(None),
            Some(Value::Null) => Ok(Some(String::new())),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(Value::Number(number)) => Ok(Some(number.to_string())),
            Some(_) => Err(self.wrong(name, format!("{name} must be a string"))),
        }
    }

    /// Yes or no; none where it does not stand there.
    ///
    /// # Errors
    /// 400 when it is anything else.
    pub fn flag(&self, name: &str) -> Result<Option<bool>, Problem> {
        match self.all.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Bool(flag)) => Ok(Some(*flag)),
            Some(_) => Err(self.wrong(name, format!("{name} must be true or false"))),
        }
    }

    /// An object; none where it does not stand there.
    ///
    /// # Errors
    /// 400 when it is anything else.
    pub fn object(&self, name: &str) -> Result<Option<Self>, Problem> {
        match self.all.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Object(all)) => Ok(Some(Self {
                bytes: Vec::new(),
                all: all.clone(),
                at: self.pointer(name),
            })),
            Some(_) => Err(self.wrong(name, format!("{name} must be an object"))),
        }
    }

    /// Objects, one where it is no list; none where nothing stands there.
    ///
    /// # Errors
    /// 400 when it is anything else.
    pub fn objects(&self, name: &str) -> Result<Vec<Self>, Problem> {
        let Some(Value::Array(all)) = self.all.get(name) else {
            return Ok(self.object(name)?.into_iter().collect());
        };
        let at = self.pointer(name);
        let one = |(n, value): (usize, &Value)| match value {
            Value::Object(all) => Ok(Self {
                bytes: Vec::new(),
                all: all.clone(),
                at: format!("{at}/{n}"),
            }),
            _ => Err(self.wrong(name, format!("{name} must hold objects"))),
        };
        all.iter().enumerate().map(one).collect()
    }

    /// Texts, one where it is no list.
    ///
    /// # Errors
    /// 400 when it is anything else.
    pub fn texts(&self, name: &str) -> Result<Vec<String>, Problem> {
        let Some(Value::Array(all)) = self.all.get(name) else {
            let one = self.text(name)?.filter(|text| !text.is_empty());
            return Ok(one.into_iter().collect());
        };
        let one = |value: &Value| match value {
            Value::String(text) => Ok(text.clone()),
            _ => Err(self.wrong(name, format!("{name} must hold strings"))),
        };
        all.iter().map(one).collect()
    }

    /// The first of its fields that says something else than what is told; what stands in an object is merged, so that an empty one
    /// says nothing. `but` these.
    pub fn other_than<'a>(&'a self, told: &Value, but: &[&str]) -> Option<&'a str> {
        let mut all = self.all.iter();
        let other = all.find(|(name, value)| {
            !but.contains(&name.as_str()) && !is_said(value, told.get(name.as_str()))
        });
        other.map(|(name, _)| name.as_str())
    }

    /// The names of its fields.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.all.keys().map(String::as_str)
    }

    /// `_links.{relation}.href`.
    ///
    /// # Errors
    /// 400 when it is anything else than such a link.
    pub fn href_of(&self, relation: &str) -> Result<Option<String>, Problem> {
        let Some(links) = self.object("_links")? else {
            return Ok(None);
        };
        let Some(link) = links.object(relation)? else {
            return Ok(None);
        };
        match link.text("href")? {
            Some(href) => Ok(Some(href)),
            None => Err(link.wrong("href", "a link needs an href")),
        }
    }
}

/// Whether what is told says this already.
fn is_said(given: &Value, told: Option<&Value>) -> bool {
    match (given, told) {
        (Value::Object(fields), told) => fields
            .iter()
            .all(|(name, value)| is_said(value, told.and_then(|told| told.get(name)))),
        (given, told) => told == Some(given),
    }
}

/// A body that is a form: fields as strings. None where it does not look like one.
fn form(bytes: &[u8]) -> Option<Map<String, Value>> {
    let is_form = |byte: &u8| byte.is_ascii_graphic() && !b"{}\"<>\\".contains(byte);
    if !bytes.iter().all(is_form) || !bytes.contains(&b'=') {
        return None;
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let pairs = Query::<Vec<(String, String)>>::from_query(text).ok()?;
    let all = pairs
        .into_inner()
        .into_iter()
        .map(|(name, text)| (name, Value::String(text)));
    Some(all.collect())
}

/// JSON in which no name stands twice in an object: of two answers to one question neither is it.
struct Once(Value);

impl<'de> Deserialize<'de> for Once {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(OnceVisitor).map(Self)
    }
}

struct OnceVisitor;

impl<'de> Visitor<'de> for OnceVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Bool(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Number::from_f64(number).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::from(text))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::String(text))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let mut all = Vec::new();
        while let Some(Once(one)) = from.next_element()? {
            all.push(one);
        }
        Ok(Value::Array(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let mut seen = HashSet::new();
        let mut all = Map::new();
        while let Some(name) = from.next_key::<String>()? {
            if !seen.insert(name.clone()) {
                return Err(de::Error::custom("a name that stands there twice"));
            }
            let Once(value) = from.next_value()?;
            all.insert(name, value);
        }
        Ok(Value::Object(all))
    }
}
