//! A component whose core modules are still to be put in.

use crate::Binary;
use crate::new::part::CorePart;
use wasm_encoder::Encode;

/// A component but for the contents of its core modules.
pub(crate) struct Skeleton {
    /// The component, with an empty section for each core module.
    pub(super) binary: Vec<u8>,
    /// The contents of those sections, in order.
    pub(super) modules: Vec<Contents>,
}

/// The contents of a core module.
pub(super) enum Contents {
    /// That of a part.
    Part(CorePart),
    /// A generated module.
    Made(Vec<u8>),
}

impl Skeleton {
    /// The component, with the binaries of its parts where they belong.
    pub(crate) fn splice(self, mut parts: Vec<Binary<'_>>) -> Binary<'_> {
        const CORE_MODULE: u8 = 1;
        let skeleton = &self.binary;
        let mut component = Binary::default();
        let (mut copied, mut at) = (0, crate::module::HEADER.len());
        let mut modules = self.modules.into_iter();
        while at < skeleton.len() {
            // The encoder wrote the skeleton, so its sections can be read.
            let Some((size, start)) = crate::module::leb128(skeleton, at + 1) else {
                break;
            };
            if skeleton[at] == CORE_MODULE
                && let Some(module) = modules.next()
            {
                // The id of the section stays; its size is that of the module that follows.
                let mut before = skeleton[copied..=at].to_vec();
                let module = match module {
                    Contents::Part(part) => std::mem::take(&mut parts[part.0]),
                    Contents::Made(bytes) => {
                        let mut binary = Binary::default();
                        binary.push(bytes);
                        binary
                    }
                };
                module.len().encode(&mut before);
                component.push(before);
                component.append(module);
                copied = start;
            }
            at = start + size as usize;
        }
        component.push(skeleton[copied..].to_vec());
        component
    }
}
