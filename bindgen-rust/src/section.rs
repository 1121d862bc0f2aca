//! The custom section with the type of the component, which tells the linker what the imports and exports of the module
//! stand for.

use crate::Options;
use crate::context::Context;
use witc_bindgen_core::Source;

/// What the section holds.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    /// The type of the world, encoded; without its exports where the `export!` macro brings those.
    pub(crate) world: Vec<u8>,
    /// The type of the whole world, where the `export!` macro brings it.
    pub(crate) whole: Option<Vec<u8>>,
}

/// The function that others refer to so that the section is linked wherever they are.
const LINK: &str = "_link_component_type";

impl Section {
    /// Writes the section of the bindings.
    pub(crate) fn write(&self, cx: &Context<'_>, source: &mut Source) {
        bytes(cx, &self.world, "", source);
        if self.link(cx).is_some() {
            source.gap();
            source.lines("#[doc(hidden)]\n#[inline(never)]");
            source.lines(format!("pub fn {LINK}() {{}}"));
        }
    }

    /// Writes the section of the `export!` macro.
    pub(crate) fn write_whole(&self, cx: &Context<'_>, source: &mut Source) {
        if let Some(whole) = &self.whole {
            source.block("const _: () =", ";", |source| bytes(cx, whole, ":exports", source));
        }
    }

    /// The function to refer to, unless the options do without.
    pub(crate) fn link(&self, cx: &Context<'_>) -> Option<&'static str> {
        (!cx.options.disable_custom_section_link_helpers).then_some(LINK)
    }
}

/// Writes a section. Its name is unique to the world, its contents and the options: the linker joins sections of one name,
/// and a section of two types is none.
fn bytes(cx: &Context<'_>, bytes: &[u8], suffix: &str, source: &mut Source) {
    let options: &Options = cx.options;
    let more = options.type_section_suffix.as_deref().unwrap_or_default();
    let name = format!("component-type:witc:{}:{}{suffix}{more}", cx.modules.world.name, crate::identity(cx));
    source.gap();
    source.lines("#[cfg(target_arch = \"wasm32\")]");
    source.lines(format!("#[unsafe(link_section = {name:?})]"));
    source.lines("#[doc(hidden)]\n#[used]");
    source.lines(format!("pub static _COMPONENT_TYPE: [u8; {}] = *b\"\\", bytes.len()));
    let mut line = String::new();
    for &byte in bytes {
        match byte {
            b'"' => line.push_str("\\\""),
            b'\\' => line.push_str("\\\\"),
            0 => line.push_str("\\0"),
            // A space at the start of a line would be skipped.
            b' ' if line.is_empty() => line.push_str("\\x20"),
            b' '..=b'~' => line.push(char::from(byte)),
            _ => line.push_str(&format!("\\x{byte:02x}")),
        }
        if line.len() >= 100 {
            source.verbatim(&line);
            source.verbatim("\\\n");
            line.clear();
        }
    }
    source.verbatim(&line);
    source.verbatim("\";\n");
}
