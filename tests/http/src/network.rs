//! The network that guests see: whatever they send comes back.

use wasmtime_wasi_http::{Error, RequestOptions, WasiBody, WasiHttpHooks};

/// The end of an exchange: what has become of what was sent.
type Sent = Box<dyn Future<Output = Result<(), Error>> + Send>;

/// A network with one server, which answers each request with the headers and the body of the request.
pub(crate) struct Echo;

impl WasiHttpHooks for Echo {
    fn send_request(
        &mut self,
        request: http::Request<WasiBody>,
        _: Option<RequestOptions>,
        received: Sent,
    ) -> Box<dyn Future<Output = Result<(http::Response<WasiBody>, Sent), Error>> + Send> {
        let (head, body) = request.into_parts();
        let mut response = http::Response::new(body);
        *response.headers_mut() = head.headers;
        // The request has been sent as soon as the guest has received the response, whose body it is.
        Box::new(async { Ok((response, received)) })
    }
}
