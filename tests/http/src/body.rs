//! Bodies that arrive in pieces.

use bytes::Bytes;
use futures::stream::{self, StreamExt as _};
use http::HeaderMap;
use http_body::Frame;
use http_body_util::{BodyExt as _, StreamBody};
use wasmtime_wasi_http::{Error, WasiBody};

/// A body, of which the pieces are not there before they are asked for.
pub type Body = WasiBody;

/// A piece of a body.
#[derive(Clone, Debug)]
pub enum Piece {
    /// Bytes.
    Data(Bytes),
    /// Trailers, as the last piece.
    Trailers(HeaderMap),
    /// The connection breaks: no piece comes after this one.
    Broken,
}

/// A body of these pieces.
#[must_use]
pub fn body<P>(pieces: P) -> Body
where
    P: IntoIterator<Item = Piece>,
    P::IntoIter: Send + 'static,
{
    let frames = stream::iter(pieces).then(|piece| async {
        // As from a network, a piece is not there at once: whoever reads has to wait.
        tokio::task::yield_now().await;
        match piece {
            Piece::Data(bytes) => Ok(Frame::data(bytes)),
            Piece::Trailers(trailers) => Ok(Frame::trailers(trailers)),
            Piece::Broken => Err(Error::ConnectionTerminated),
        }
    });
    StreamBody::new(frames).boxed_unsync()
}
