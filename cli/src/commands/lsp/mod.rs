//! `witc lsp`: the language server, over standard input and output.
//!
//! One thread reads messages and answers what a text alone can tell; another one analyses packages, answers the rest, and
//! publishes diagnostics. The first never waits for the second.

mod analysis;
mod wire;

use crate::failure::Failure;
use crate::status::Status;
use analysis::{Job, Jobs};
use lsp_server::{Message, Request, Response};
use std::io::{self, BufReader};
use std::path::Path;
use wire::{Received, Wire};
use witc_language_server::{Answer, Front};

/// Run the language server, which editors start
///
/// Speaks the Language Server Protocol over standard input and output. It writes no files: all changes are edits that the
/// editor applies.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Lsp {
    /// Accepted because many editors pass it; there is no other way to connect
    #[arg(long)]
    stdio: bool,
}

const EXAMPLES: &str = "\
Settings, as initialization options or below `witc`:
  features         the features that are active, as in `witc check --features`
  allFeatures      whether every feature is active
  codeLenses       tell over each interface how many worlds use it
  inlayHints       tell what `include` and `use` bring in, and how large types are
  pullDiagnostics  wait until the editor asks for diagnostics

The page docs/editor.md has settings for VS Code, Zed, Neovim, Helix, Emacs,
Sublime Text and Kate.

Exit codes:
  0 the editor ended the server, 1 the editor went away, 2 witc could not run";

impl Lsp {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// Standard input or output cannot be used.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        let input = BufReader::new(io::stdin().lock());
        let wire = Wire::new(io::stdout());
        let jobs = Jobs::start(wire.clone());
        let code = serve(input, &wire, &jobs);
        // What the other thread still works on has nobody to go to.
        let code = code.map_err(|error| Failure::io("use", Path::new("standard input"), &error))?;
        Ok(match code {
            0 => Status::Success,
            _ => Status::InvalidInput,
        })
    }
}

/// Serves until the client ends the server or goes away; the exit code.
fn serve(mut input: impl io::BufRead, wire: &Wire, jobs: &Jobs) -> io::Result<u8> {
    let mut front = Front::new();
    loop {
        match wire::read(&mut input)? {
            Received::Message(Message::Request(request)) => take(&mut front, request, wire, jobs),
            Received::Message(Message::Notification(notification)) => {
                if notification.method == "$/cancelRequest" {
                    jobs.cancel(&notification.params);
                } else {
                    front.notify(&notification.method, notification.params);
                }
            }
            Received::Message(Message::Response(response)) => respond(&mut front, response),
            Received::Malformed(response) => wire.send_raw(&response),
            Received::End => return Ok(1),
        }
        for task in front.tasks() {
            jobs.send(Job::Task(task));
        }
        for message in front.outgoing() {
            wire.tell(message);
        }
        if let Some(code) = front.exit_code() {
            return Ok(code);
        }
        // The client is gone, and nobody reads what is written.
        if wire.is_broken() {
            return Ok(1);
        }
    }
}

fn take(front: &mut Front, request: Request, wire: &Wire, jobs: &Jobs) {
    match front.request(&request.method, request.params) {
        // The client ends the server as soon as it has this answer, and would never see those that come later.
        Answer::Now(result) if request.method == "shutdown" => {
            jobs.send(Job::Answer(request.id, result));
        }
        Answer::Now(result) => wire.answer(request.id, result),
        Answer::Later(question) => jobs.ask(request.id, question),
    }
}

fn respond(front: &mut Front, response: Response) {
    // The ids of the server's own requests are strings, which the library shows in quotes.
    let id = response.id.to_string();
    front.response(id.trim_matches('"'), response.response_result.ok());
}
