//! A core module as its sections: ranges of its bytes, none of them parsed.

use super::malformed::Malformed;
use std::ops::Range;

/// The first bytes of every core module: the magic number, then version 1 of the layer of modules.
pub(crate) const HEADER: [u8; 8] = *b"\0asm\x01\0\0\0";

/// The id of custom sections.
pub(crate) const CUSTOM: u8 = 0;

/// A section of a module.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    /// Its id.
    pub(crate) id: u8,
    /// Where it stands, id and size included.
    pub(crate) whole: Range<usize>,
    /// Where its contents stand.
    pub(crate) contents: Range<usize>,
}

/// The sections of a module, in order.
pub(crate) fn split(bytes: &[u8]) -> Result<Vec<Section>, Malformed> {
    check_header(bytes)?;
    let mut sections = Vec::new();
    let mut at = HEADER.len();
    while at < bytes.len() {
        let id = bytes[at];
        let (size, start) = leb128(bytes, at + 1).ok_or(Malformed {
            at,
            what: "a section's size",
        })?;
        // The file may be damaged, so its sizes are checked before they are used.
        let end = start
            .checked_add(size as usize)
            .filter(|&end| end <= bytes.len());
        let end = end.ok_or(Malformed {
            at,
            what: "a section that is longer than the file",
        })?;
        sections.push(Section {
            id,
            whole: at..end,
            contents: start..end,
        });
        at = end;
    }
    Ok(sections)
}

/// Whether the bytes start as a component does.
pub(crate) fn is_component(bytes: &[u8]) -> bool {
    // The last two bytes are the layer: 0 for modules, 1 for components (Binary.md, "Component Definitions").
    // The version is left open, so that a component of any version gets the right message.
    bytes.len() >= HEADER.len() && bytes.starts_with(b"\0asm") && bytes[6..8] == [1, 0]
}

fn check_header(bytes: &[u8]) -> Result<(), Malformed> {
    match bytes {
        _ if bytes.starts_with(&HEADER) => Ok(()),
        _ if is_component(bytes) => Err(Malformed {
            at: 4,
            what: Malformed::COMPONENT,
        }),
        _ if bytes.starts_with(b"\0asm") => Err(Malformed {
            at: 4,
            what: "an unknown version of WebAssembly",
        }),
        _ => Err(Malformed {
            at: 0,
            what: "something that is not WebAssembly",
        }),
    }
}

/// The name of a custom section with these contents, and what follows it.
pub(crate) fn custom_name(contents: &[u8]) -> Option<(&str, &[u8])> {
    let (len, start) = leb128(contents, 0)?;
    let rest = contents.get(start..)?;
    let (name, data) = rest.split_at_checked(len as usize)?;
    Some((std::str::from_utf8(name).ok()?, data))
}

/// The unsigned number at `at`, and the position after it.
pub(crate) fn leb128(bytes: &[u8], mut at: usize) -> Option<(u32, usize)> {
    let mut value = 0u64;
    // Five groups of seven bits hold any number of 32 bits, padded ones too.
    for shift in (0..35).step_by(7) {
        let byte = *bytes.get(at)?;
        at += 1;
        value |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some((u32::try_from(value).ok()?, at));
        }
    }
    None
}
