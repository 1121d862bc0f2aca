//! `witc-http COMPONENT [PATH] [--body TEXT]`: sends one request to a service, and prints the answer as it comes.

use bytes::Bytes;
use http::{HeaderMap, Method};
use std::ops::ControlFlow;
use std::process::ExitCode;
use witc_http::{End, Error, Piece, Program, Request, Result, Seen, body};

const USAGE: &str = "usage: witc-http COMPONENT [PATH] [--body TEXT]";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let (component, path, text) = match args[..] {
        [component] => (component, "/", None),
        [component, "--body", text] => (component, "/", Some(text)),
        [component, path] => (component, path, None),
        [component, path, "--body", text] => (component, path, Some(text)),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match ask(component, path, text) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:?}");
            ExitCode::FAILURE
        }
    }
}

/// Sends the request and prints what comes back.
fn ask(component: &str, path: &str, text: Option<&str>) -> Result<()> {
    let bytes =
        std::fs::read(component).map_err(|error| Error::msg(format!("{component}: {error}")))?;
    let request = request(path, text)?;
    let mut service = Program::new(&bytes)?.service()?;
    let done = service.exchange(request, |seen| {
        match seen {
            Seen::Head(head) => {
                println!("{}", head.status);
                print_fields("", &head.headers);
            }
            Seen::Data(data) => println!("body: {:?}", String::from_utf8_lossy(data)),
            Seen::Trailers(trailers) => print_fields("trailer: ", trailers),
        }
        ControlFlow::Continue(())
    })?;
    match done.end {
        End::Complete | End::Left => Ok(()),
        End::Refused(code) => Err(Error::msg(format!("no response, but {code:?}"))),
        End::Broken(error) => Err(Error::msg(format!("the body broke off: {error}"))),
    }
}

/// A GET of a path, or a POST with a body, word by word.
fn request(path: &str, text: Option<&str>) -> Result<Request> {
    let words = text.unwrap_or_default().split_inclusive(' ');
    let pieces: Vec<Piece> = words
        .map(|word| Piece::Data(Bytes::copy_from_slice(word.as_bytes())))
        .collect();
    let method = if text.is_some() {
        Method::POST
    } else {
        Method::GET
    };
    let request = http::Request::builder()
        .method(method)
        .uri(format!("http://localhost{path}"));
    Ok(request.body(body(pieces))?)
}

fn print_fields(before: &str, fields: &HeaderMap) {
    for (name, value) in fields {
        println!(
            "{before}{name}: {}",
            String::from_utf8_lossy(value.as_bytes())
        );
    }
}
