//! Every address of the program on one page: method, path, who may, limit, and the use case that
//! answers. `undersigned routes` prints this very table.

use actix_web::web::ServiceConfig;

/// Who may ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Anybody.
    Anyone,
    /// Whoever holds the token in the address.
    TokenHolder,
    /// Somebody signed in; what they may do is asked of `account::policy`.
    Organizer,
    /// This machine only.
    Loopback,
}

impl Who {
    /// As `undersigned routes` writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Anyone => "anyone",
            Self::TokenHolder => "token",
            Self::Organizer => "organizer",
            Self::Loopback => "loopback",
        }
    }
}

/// One line of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Route {
    /// `GET` (which answers `HEAD` too) or `POST`.
    pub method: &'static str,
    /// Pattern of the path.
    pub path: &'static str,
    /// Who may ask.
    pub who: Who,
    /// How often one source may, in words; `-` where nothing is counted.
    pub limit: &'static str,
}

macro_rules! method {
    (GET) => {
        actix_web::web::route()
            .guard(actix_web::guard::Any(actix_web::guard::Get()).or(actix_web::guard::Head()))
    };
    (POST) => {
        actix_web::web::post()
    };
}

macro_rules! routes {
    ($($path:literal: $($method:ident $who:ident $limit:literal => $handler:path),+;)*) => {
        /// The table.
        pub const TABLE: &[Route] = &[
            $($(Route { method: stringify!($method), path: $path, who: Who::$who, limit: $limit },)+)*
        ];

        /// Serves the table.
        pub fn configure(config: &mut ServiceConfig) {
            $(config.service(
                actix_web::web::resource($path)$(.route(method!($method).to($handler)))+
            );)*
        }
    };
}

// What is asked for most stands first: the router goes down the list.
routes! {}
