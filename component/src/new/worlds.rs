//! The worlds that a module carries: its type sections.

use crate::TYPE_SECTION_PREFIX;
use crate::decode::decode_type_section;
use crate::module::{CUSTOM, CoreModule, HEADER, Producers, custom_name, leb128};
use crate::world::{Added, World};
use witc_diagnostics::Diagnostic;

/// What components start with.
const COMPONENT: [u8; 8] = *b"\0asm\x0d\0\x01\0";

/// Adds the worlds of a module to that of the component, and what their sections say about tools to `producers`.
pub(super) fn read(
    module: &CoreModule<'_>,
    label: &str,
    world: &mut World,
    added: &mut Added,
    producers: &mut Producers,
) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let sections = module
        .custom_sections()
        .filter(|(_, name, _)| name.starts_with(TYPE_SECTION_PREFIX));
    for (_, name, data) in sections {
        for component in components(data) {
            match decode_type_section(component) {
                Ok((resolve, id, encoding)) => {
                    diagnostics.extend(world.add(&resolve, id, encoding, label, added));
                    read_producers(component, producers);
                }
                Err(mut diagnostic) => {
                    diagnostic.message = format!(
                        "the section `{name}` of {label} cannot be read: {}",
                        diagnostic.message
                    );
                    diagnostics.push(*diagnostic);
                }
            }
        }
    }
    diagnostics
}

/// The components in a section. Linkers concatenate sections of the same name, so that there may be several.
pub(crate) fn components(data: &[u8]) -> Vec<&[u8]> {
    let mut components = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < data.len() {
        if data[at..].starts_with(&COMPONENT) {
            if at > start {
                components.push(&data[start..at]);
                start = at;
            }
            at += COMPONENT.len();
            continue;
        }
        // What starts a component is no section: as a custom section its name would be longer than itself.
        match leb128(data, at + 1).map(|(size, contents)| contents.saturating_add(size as usize)) {
            Some(end) if end <= data.len() && start < at => at = end,
            _ => break,
        }
    }
    components.push(&data[start..]);
    components
}

/// Reads the producers of a component.
fn read_producers(component: &[u8], producers: &mut Producers) {
    let mut at = HEADER.len();
    while at < component.len() {
        let Some((size, start)) = leb128(component, at + 1) else {
            return;
        };
        let end = start.saturating_add(size as usize);
        let Some(contents) = component.get(start..end) else {
            return;
        };
        if component[at] == CUSTOM
            && let Some((Producers::SECTION, data)) = custom_name(contents)
        {
            producers.merge(&Producers::parse(data));
        }
        at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn concatenated_sections_are_told_apart() {
        let custom = |name: &str| {
            let mut section = vec![0, name.len() as u8 + 1, name.len() as u8];
            section.extend(name.as_bytes());
            section
        };
        let component = |names: &[&str]| {
            [
                COMPONENT.to_vec(),
                names.iter().flat_map(|name| custom(name)).collect(),
            ]
            .concat()
        };
        let (one, two, empty) = (component(&["a", "asm"]), component(&["b"]), component(&[]));
        for parts in [
            vec![&one],
            vec![&one, &two],
            vec![&two, &empty, &one],
            vec![&empty, &empty],
        ] {
            let data: Vec<u8> = parts.iter().flat_map(|part| part.iter().copied()).collect();
            assert_eq!(components(&data), parts);
        }
        // What is damaged stays one piece, for the decoder to say what is wrong.
        for damaged in [
            &b"\0asm"[..],
            b"",
            &one[..one.len() - 1],
            &[&COMPONENT[..], b"\0\xff\xff\xff\xff\x0f"].concat(),
        ] {
            assert_eq!(components(damaged), [damaged]);
        }
    }
}
