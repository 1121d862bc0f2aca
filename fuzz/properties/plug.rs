//! What holds for `plug` and any components: it makes one that can be read again and imports and exports no more than they
//! do, or it says why not.
//!
//! An input is components after each other with `//#` between them. The first is the socket.

use witc_binary::{Decoded, decode};
use witc_component::plug::{Component, plug};
use witc_resolve::WorldKey;

pub(crate) fn check(data: &[u8]) {
    let parts = split(data);
    let names: Vec<String> = (0..parts.len()).map(|number| number.to_string()).collect();
    let components = names
        .iter()
        .zip(parts)
        .map(|(name, bytes)| Component { name, bytes });
    let components: Vec<Component<'_>> = components.collect();
    match plug(components[0], &components[1..]) {
        Ok(plugged) => {
            let whole = world_names(&plugged.component).expect("what was made can be read");
            let socket = world_names(components[0].bytes).expect("it was read");
            assert_eq!(
                whole.exports, socket.exports,
                "it exports what the socket does"
            );
            let own = components.iter().filter_map(|part| world_names(part.bytes));
            let own: Vec<String> = own.flat_map(|names| names.imports).collect();
            assert!(whole.imports.iter().all(|import| own.contains(import)));
        }
        Err(diagnostics) => {
            assert!(!diagnostics.is_empty());
            assert!(diagnostics.iter().all(|found| !found.message.is_empty()));
        }
    }
}

fn split(data: &[u8]) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut rest = data;
    // More components show no more than three do.
    while parts.len() < 3
        && let Some(at) = rest.windows(3).position(|bytes| bytes == b"//#")
    {
        parts.push(&rest[..at]);
        rest = &rest[at + 3..];
    }
    parts.push(rest);
    parts
}

struct Names {
    imports: Vec<String>,
    exports: Vec<String>,
}

/// The names of what a component imports and exports.
fn world_names(bytes: &[u8]) -> Option<Names> {
    let Ok(Decoded::Component { resolve, world }) = decode(bytes) else {
        return None;
    };
    let world = &resolve.worlds[world];
    let name = |key: &WorldKey| resolve.extern_name(key);
    let mut names = Names {
        imports: world.imports.keys().map(name).collect(),
        exports: world.exports.keys().map(name).collect(),
    };
    names.imports.sort();
    names.exports.sort();
    Some(names)
}
