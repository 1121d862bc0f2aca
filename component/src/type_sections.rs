//! The type sections that a core module carries.

use crate::module::{CoreModule, leb128};
use witc_type_section::TYPE_SECTION_PREFIX;

/// The first bytes of a component.
const COMPONENT: [u8; 8] = *b"\0asm\x0d\0\x01\0";

/// The type sections of a module: the name of the custom section that each is in, and its content.
pub(crate) fn type_sections<'a>(
    module: &CoreModule<'a>,
) -> impl Iterator<Item = (&'a str, &'a [u8])> {
    module
        .custom_sections()
        .filter(|(_, name, _)| name.starts_with(TYPE_SECTION_PREFIX))
        .flat_map(|(_, name, data)| components(data).into_iter().map(move |it| (name, it)))
}

/// The components in a section. Linkers concatenate sections of the same name, so that there may be several.
fn components(data: &[u8]) -> Vec<&[u8]> {
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
        // The header of a component cannot be mistaken for a section: read as one, it would be a custom section whose
        // name is longer than the section itself.
        match leb128(data, at + 1).map(|(size, contents)| contents.saturating_add(size as usize)) {
            Some(end) if end <= data.len() && start < at => at = end,
            // Damaged data is not split any further: the decoder says what is wrong with it.
            _ => break,
        }
    }
    components.push(&data[start..]);
    components
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
        // Damaged data stays one piece, for the decoder to say what is wrong with it.
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
