//! Asking a service, and watching what it answers.

use crate::host::{Host, State};
use crate::network::Echo;
use crate::{Body, ErrorCode, HttpError, Program, Request};
use bytes::Bytes;
use futures::channel::oneshot;
use futures::stream::{self, StreamExt as _, TryStreamExt as _};
use http::response::Parts;
use http::{HeaderMap, StatusCode};
use http_body_util::BodyExt as _;
use std::ops::ControlFlow;
use wasmtime::Result;
use wasmtime::component::Accessor;
use wasmtime_wasi::WasiCtxBuilder;
use wasmtime_wasi_http::p3::{self, bindings};

/// How often the guest gets to run on after its last answer. What it still has to do takes a few turns for each request.
const TURNS: usize = 1000;

/// An instance of a service.
pub struct Service {
    host: Host,
    exports: bindings::Service,
}

/// A part of a response, as its client sees it.
#[derive(Debug)]
pub enum Seen<'a> {
    /// The status and the headers.
    Head(&'a Parts),
    /// A piece of the body.
    Data(&'a Bytes),
    /// What comes after the body.
    Trailers(&'a HeaderMap),
}

/// How an exchange has ended.
#[derive(Debug)]
pub struct Done {
    /// How it has ended for the client.
    pub end: End,
    /// The word of the service about the body of the request.
    pub received: Result<(), HttpError>,
}

/// How an exchange has ended for the client.
#[derive(Debug)]
pub enum End {
    /// The client has the whole response.
    Complete,
    /// The client left before the response was complete.
    Left,
    /// The service has answered with an error in place of a response.
    Refused(ErrorCode),
    /// The body of the response ended with an error.
    Broken(HttpError),
}

/// A response that the client has read to its end.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, in the pieces in which it came.
    pub pieces: Vec<Bytes>,
    /// What came after the body, if anything did.
    pub trailers: Option<HeaderMap>,
    /// How it has ended.
    pub done: Done,
}

impl Answer {
    /// The whole body.
    #[must_use]
    pub fn body(&self) -> Vec<u8> {
        self.pieces.concat()
    }
}

impl Program {
    /// Makes an instance of a component that exports `wasi:http/handler@0.3.x`.
    ///
    /// # Errors
    ///
    /// That it exports no such interface, or imports what the host has not.
    pub fn service(&self) -> Result<Service> {
        // What a guest prints before it traps says why.
        let wasi = WasiCtxBuilder::new().inherit_stderr().build();
        let mut host = self.host(wasi)?;
        let exports = host.run(async |store| {
            bindings::Service::instantiate_async(store, &self.component, &self.linker).await
        })?;
        Ok(Service { host, exports })
    }
}

impl Service {
    /// Sends a request, and shows what comes back as it comes, until `client` breaks off.
    ///
    /// # Errors
    ///
    /// A trap, or that it takes too long.
    pub fn exchange(
        &mut self,
        request: Request,
        mut client: impl FnMut(Seen<'_>) -> ControlFlow<()>,
    ) -> Result<Done> {
        let Self { host, exports } = self;
        host.run(async |store| {
            store
                .run_concurrent(async |store| exchange(exports, store, request, &mut client).await)
                .await?
        })
    }

    /// Sends a request, and reads all that comes back.
    ///
    /// # Errors
    ///
    /// As of [`Service::exchange`].
    pub fn answer(&mut self, request: Request) -> Result<Answer> {
        let Self { host, exports } = self;
        host.run(async |store| {
            store
                .run_concurrent(async |store| answer(exports, store, request).await)
                .await?
        })
    }

    /// Sends requests, this many at the same time, and reads all that comes back.
    ///
    /// # Errors
    ///
    /// As of [`Service::exchange`].
    pub fn answer_all(
        &mut self,
        requests: impl IntoIterator<Item = Request>,
        at_once: usize,
    ) -> Result<Vec<Answer>> {
        let Self { host, exports } = self;
        host.run(async |store| {
            let all = async |store: &Accessor<State>| {
                let answers = requests.into_iter();
                let answers = answers.map(|request| answer(exports, store, request));
                stream::iter(answers).buffered(at_once).try_collect().await
            };
            store.run_concurrent(all).await?
        })
    }

    /// Lets the guest end what it has to do after its answers, and tells how many things the host then still keeps for it.
    ///
    /// # Errors
    ///
    /// As of [`Service::exchange`].
    pub fn settle(&mut self) -> Result<usize> {
        self.host.run(async |store| {
            let turns = async |_: &Accessor<State>| {
                for _ in 0..TURNS {
                    tokio::task::yield_now().await;
                }
            };
            store.run_concurrent(turns).await
        })?;
        Ok(self.host.kept())
    }
}

/// Sends a request, and collects what comes back.
async fn answer(
    exports: &bindings::Service,
    store: &Accessor<State>,
    request: Request,
) -> Result<Answer> {
    let (mut status, mut headers) = (StatusCode::default(), HeaderMap::new());
    let (mut pieces, mut last) = (Vec::new(), None);
    let done = exchange(exports, store, request, &mut |seen| {
        match seen {
            Seen::Head(head) => (status, headers) = (head.status, head.headers.clone()),
            Seen::Data(piece) => pieces.push(piece.clone()),
            Seen::Trailers(trailers) => last = Some(trailers.clone()),
        }
        ControlFlow::Continue(())
    })
    .await?;
    Ok(Answer {
        status,
        headers,
        pieces,
        trailers: last,
        done,
    })
}

async fn exchange(
    exports: &bindings::Service,
    store: &Accessor<State>,
    request: Request,
    client: &mut dyn FnMut(Seen<'_>) -> ControlFlow<()>,
) -> Result<Done> {
    let mut network = Echo;
    let (request, received) = p3::Request::from_http(&mut network, request);
    // Both at once: a service may read the request while its response is read.
    let (end, received) = futures::try_join!(respond(exports, store, request, client), async {
        Ok(received.await)
    })?;
    Ok(Done { end, received })
}

async fn respond(
    exports: &bindings::Service,
    store: &Accessor<State>,
    request: p3::Request,
    client: &mut dyn FnMut(Seen<'_>) -> ControlFlow<()>,
) -> Result<End> {
    let response = match exports.handle(store, request).await? {
        Ok(response) => response,
        Err(code) => return Ok(End::Refused(code)),
    };
    let (tell, told) = oneshot::channel();
    // What a server would say about the connection: the service is told when its response has been sent, not before.
    let sent = async { told.await.unwrap_or(Err(HttpError::ConnectionTerminated)) };
    let response = store.with(|store| response.into_http(store, sent))?;
    let end = read(response, client).await;
    let word = match end {
        End::Complete => Ok(()),
        End::Left | End::Refused(_) | End::Broken(_) => Err(HttpError::ConnectionTerminated),
    };
    // An error is ignored: a service need not wait for it.
    let _ = tell.send(word);
    Ok(end)
}

/// Reads a response, and drops what the client does not read.
async fn read(
    response: http::Response<Body>,
    client: &mut dyn FnMut(Seen<'_>) -> ControlFlow<()>,
) -> End {
    let (head, mut body) = response.into_parts();
    if client(Seen::Head(&head)).is_break() {
        return End::Left;
    }
    while let Some(frame) = body.frame().await {
        let frame = match frame {
            Ok(frame) => frame,
            Err(error) => return End::Broken(error),
        };
        let seen = match (frame.data_ref(), frame.trailers_ref()) {
            (Some(data), _) => Seen::Data(data),
            (None, Some(trailers)) => Seen::Trailers(trailers),
            // There are no other frames today.
            (None, None) => continue,
        };
        if client(seen).is_break() {
            return End::Left;
        }
    }
    End::Complete
}
