//! Lists: which page is asked for, and how it is answered. What is asked for in another way is clamped and never refused: clients send what
//! they send.

use super::caller::Caller;
use super::filter::model::{Filter, Known};
use super::filter::parse;
use super::told::curies;
use crate::web::{Problem, urls};
use actix_web::dev::Payload;
use actix_web::web::Query;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json};
use std::future::{Ready, ready};

/// Things on a page, where nobody asks for fewer, and at most: clients compare it with what came.
pub(super) const PER_PAGE: i64 = 25;
/// The last page that can be asked for.
const LAST_PAGE: i64 = 1_000_000_000;

/// What stands behind the `?`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedPage {
    /// From 1 on.
    pub page: i64,
    /// From 1 to [`PER_PAGE`].
    pub per_page: i64,
    /// As it was written; empty: everything.
    pub filter: String,
}

impl FromRequest for AskedPage {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self::of(req.query_string())))
    }
}

impl AskedPage {
    /// Of what is said twice the last counts.
    fn of(query: &str) -> Self {
        let pairs = Query::<Vec<(String, String)>>::from_query(query);
        let pairs = pairs.map(Query::into_inner).unwrap_or_default();
        let mut asked = Self {
            page: 1,
            per_page: PER_PAGE,
            filter: String::new(),
        };
        let number = |value: &str, most: i64| {
            let value: i64 = value.trim().parse().ok()?;
            Some(value.clamp(1, most))
        };
        for (name, value) in pairs {
            match name.as_str() {
                "page" => asked.page = number(&value, LAST_PAGE).unwrap_or(1),
                "per_page" => asked.per_page = number(&value, PER_PAGE).unwrap_or(PER_PAGE),
                "filter" => asked.filter = value,
                _ => {}
            }
        }
        asked
    }

    /// How many things come before this page.
    pub fn before(&self) -> i64 {
        (self.page - 1).saturating_mul(self.per_page)
    }

    /// The filter, if there is one.
    ///
    /// # Errors
    /// 400 when it cannot be read.
    pub fn filter(&self, known: Known) -> Result<Option<Filter>, Problem> {
        if self.filter.trim().is_empty() {
            return Ok(None);
        }
        let filter = parse::read(&self.filter, known);
        filter
            .map(Some)
            .map_err(|error| Problem::invalid(error.to_string()))
    }

    fn address(&self, page: i64) -> String {
        let mut address = format!("?page={page}&per_page={}", self.per_page);
        if !self.filter.is_empty() {
            let filter = utf8_percent_encode(&self.filter, NON_ALPHANUMERIC);
            address.push_str(&format!("&filter={filter}"));
        }
        address
    }
}

/// A page of things, each with its address in `_links.self`.
pub(super) struct Listing {
    /// `osdi:petitions` and the like.
    pub relation: &'static str,
    /// Where the list is.
    pub path: String,
    /// How many there are on all pages.
    pub total: i64,
    /// Those of this page.
    pub items: Vec<Value>,
}

impl Listing {
    /// The answer. A page behind the last is empty and no error: that is how clients find the end.
    pub fn answer(self, caller: &Caller, asked: &AskedPage) -> HttpResponse {
        let at =
            |page| json!({"href": caller.url(&format!("{}{}", self.path, asked.address(page)))});
        let pages = self
            .total
            .max(0)
            .unsigned_abs()
            .div_ceil(asked.per_page.unsigned_abs());
        let pages = i64::try_from(pages).unwrap_or(i64::MAX);
        let hrefs = self.items.iter().map(|item| {
            let own = item.pointer("/_links/self/href");
            json!({"href": own})
        });
        let mut links = Map::new();
        links.insert("self".to_owned(), at(asked.page));
        if asked.page < pages && !self.items.is_empty() {
            links.insert("next".to_owned(), at(asked.page + 1));
        }
        if asked.page > 1 {
            links.insert("previous".to_owned(), at(asked.page - 1));
        }
        links.insert(self.relation.to_owned(), hrefs.collect());
        links.insert("curies".to_owned(), curies(caller));
        caller.answer(&json!({
            "page": asked.page,
            "per_page": asked.per_page,
            "total_pages": pages,
            "total_records": self.total,
            "_links": links,
            "_embedded": {self.relation: self.items},
        }))
    }
}

/// A list with nothing in it: for what clients look for and this site does not have.
pub(super) fn nothing(
    caller: &Caller,
    asked: &AskedPage,
    word: &str,
    relation: &'static str,
) -> HttpResponse {
    Listing {
        relation,
        path: urls::api_collection(word),
        total: 0,
        items: Vec::new(),
    }
    .answer(caller, asked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_clients_send_is_clamped_and_never_refused() {
        let of = |query: &str| {
            let asked = AskedPage::of(query);
            (asked.page, asked.per_page, asked.filter)
        };
        let plain = (1, PER_PAGE, String::new());
        for same in [
            "",
            "page=",
            "page=abc&per_page=x",
            "page=0",
            "page=-3&per_page=1e9",
            "per_page=1000",
            "perPage=3",
            "%",
            "per_page=25filter%3DNone",
        ] {
            assert_eq!(of(same), plain, "{same}");
        }
        assert_eq!(of("page=3&per_page=10").0, 3);
        assert_eq!(of("per_page=0").1, 1);
        assert_eq!(of("page=99999999999").0, LAST_PAGE);
        assert_eq!(of("page=2&page=5").0, 5);
        assert_eq!(of("filter=family_name+eq+%27a%27").2, "family_name eq 'a'");
        let asked = AskedPage::of("page=2&filter=family_name+eq+%27a%2Bb%27");
        assert_eq!(
            AskedPage::of(asked.address(2).trim_start_matches('?')),
            asked
        );
        assert_eq!(
            AskedPage::of("page=1000000000").before(),
            (LAST_PAGE - 1) * PER_PAGE
        );
    }
}
