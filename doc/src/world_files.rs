//! The files of `witc markdown`: those that `wit-bindgen markdown` writes.

use crate::html::blocks::Writer;
use crate::output::{Output, dead_links};
use crate::{markdown, world as page};
use std::collections::HashSet;
use witc_resolve::{Resolve, WorldId};

/// Writes the documentation of a world: `WORLD.md` and `WORLD.html`, or, with `html_in_md`, only `WORLD.md` with the HTML
/// in it.
#[must_use]
pub fn world(resolve: &Resolve, id: WorldId, html_in_md: bool) -> Output {
    let name = file_name(&resolve.worlds[id].name);
    let (site, document) = page::document(resolve, id);
    let mut writer = Writer {
        site: &site,
        page: 0,
        dead: Vec::new(),
    };
    let html = writer.blocks(&document.blocks).into_bytes();
    let main = resolve.worlds[id]
        .package
        .into_iter()
        .collect::<HashSet<_>>();
    let diagnostics = dead_links(resolve, &main, &writer.dead);
    let files = if html_in_md {
        vec![(format!("{name}.md"), html)]
    } else {
        let text = markdown::write(&site, 0, &document, &mut Vec::new());
        vec![
            (format!("{name}.md"), text.into_bytes()),
            (format!("{name}.html"), html),
        ]
    };
    Output { files, diagnostics }
}

/// The name of the files of a world: its own, but for those that mean a device on Windows, whatever their extension.
fn file_name(world: &str) -> String {
    let lower = world.to_lowercase();
    let is_numbered = |start: &str| {
        let rest = lower.strip_prefix(start);
        rest.is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|it| it.is_ascii_digit()))
    };
    let is_device = ["con", "prn", "aux", "nul"].contains(&lower.as_str());
    if is_device || is_numbered("com") || is_numbered("lpt") {
        format!("world-{world}")
    } else {
        world.to_owned()
    }
}
