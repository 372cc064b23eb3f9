//! Bodies that nobody reads to their end.
//!
//! A body sent in chunks has no length. When an answer is given before its end (too large, not
//! found, from another site), actix reads on and throws away until the client has had enough, an
//! hour if it likes (measured with 4.18: a stalled one is never closed). It closes the connection
//! instead while somebody still holds the receiving end, so we hold it as long as the connection.

use actix_web::HttpMessage;
use actix_web::dev::{Extensions, Payload, ServiceRequest};
use actix_web::http::header::TRANSFER_ENCODING;
use futures_util::{StreamExt, stream};
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

/// The receiving end of the body that came last on a connection.
#[derive(Default)]
struct UnreadBody(RefCell<Option<Rc<RefCell<Payload>>>>);

/// Gives a new connection its place for one.
pub(crate) fn on_connect(_: &dyn Any, connection: &mut Extensions) {
    connection.insert(UnreadBody::default());
}

/// Holds the body of this request if it comes in chunks; handlers read it as ever.
pub(crate) fn hold(req: &mut ServiceRequest) {
    if !req.headers().contains_key(TRANSFER_ENCODING) {
        return;
    }
    let body = Rc::new(RefCell::new(req.take_payload()));
    if let Some(held) = req.request().conn_data::<UnreadBody>() {
        held.0.replace(Some(Rc::clone(&body)));
    }
    let read = stream::poll_fn(move |cx| body.borrow_mut().poll_next_unpin(cx));
    req.set_payload(Payload::Stream {
        payload: Box::pin(read),
    });
}
