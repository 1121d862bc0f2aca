//! The custom section with the type of the component, which tells the linker what the imports and exports of the module
//! stand for.

use crate::context::Context;
use witc_bindgen_core::IndentedText;
use witc_diagnostics::Diagnostic;
use witc_type_section::{TypeSection, type_section_name};

/// The sections of a world.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    /// The type of the world; without its exports where the `export!` macro brings those.
    bindings: Content,
    /// The type of the whole world, where the `export!` macro brings it: the bindings may be those of a library, of which
    /// not everything is used, and what nobody implements can't be exported.
    exports: Option<Content>,
}

#[derive(Clone, Debug)]
struct Content {
    name: String,
    bytes: Vec<u8>,
}

/// The static that others refer to so that the section is linked wherever they are: it is in the same object file.
const LINK: &str = "_COMPONENT_TYPE_LINK";

impl Section {
    /// Encodes the type of a world.
    ///
    /// # Errors
    ///
    /// See [`TypeSection::encode`].
    pub(crate) fn new(cx: &Context<'_>) -> Result<Self, Box<Diagnostic>> {
        // Names are unique to the world, its contents and the options: the linker joins sections of one name, and a section
        // of two types is none.
        let suffix = cx
            .options
            .type_section_suffix
            .as_deref()
            .unwrap_or_default();
        let identity = cx.identity();
        let encode = |resolve, more: &str| -> Result<Content, Box<Diagnostic>> {
            let version = env!("CARGO_PKG_VERSION");
            let section = TypeSection {
                processed_by: &[("witc-bindgen-rust", version)],
                ..TypeSection::default()
            };
            let bytes = section.encode(resolve, cx.world)?;
            let name = type_section_name(
                resolve,
                cx.world,
                &bytes,
                &format!(":{identity}{more}{suffix}"),
            );
            Ok(Content { name, bytes })
        };
        if !cx.options.pub_export_macro {
            return Ok(Self {
                bindings: encode(cx.resolve, "")?,
                exports: None,
            });
        }
        let mut imports = cx.resolve.clone();
        // Two types of one world would contradict each other.
        let world = &mut imports.worlds[cx.world];
        world.exports.clear();
        world.name = format!("{}-without-its-exports", world.name).into();
        Ok(Self {
            bindings: encode(&imports, "")?,
            exports: Some(encode(cx.resolve, ":exports")?),
        })
    }

    /// Writes the section of the bindings.
    pub(crate) fn write(&self, cx: &Context<'_>, source: &mut IndentedText) {
        self.bindings.write(source);
        if self.link(cx).is_some() {
            source.gap();
            source.lines(format!("#[doc(hidden)]\npub static {LINK}: u8 = 0;"));
        }
    }

    /// Writes the section of the `export!` macro.
    pub(crate) fn write_exports(&self, source: &mut IndentedText) {
        if let Some(exports) = &self.exports {
            source.block("const _: () =", ";", |source| exports.write(source));
        }
    }

    /// The static to refer to, unless the options do without.
    pub(crate) fn link(&self, cx: &Context<'_>) -> Option<&'static str> {
        (!cx.options.disable_custom_section_link_helpers).then_some(LINK)
    }
}

impl Content {
    fn write(&self, source: &mut IndentedText) {
        source.gap();
        source.lines("#[cfg(target_arch = \"wasm32\")]");
        source.lines(format!("#[unsafe(link_section = {:?})]", self.name));
        source.lines("#[doc(hidden)]\n#[used]");
        source.lines(format!(
            "pub static _COMPONENT_TYPE: [u8; {}] = *b\"\\",
            self.bytes.len()
        ));
        literal(&self.bytes, source);
    }
}

/// Writes the inside of a byte string, and its end.
fn literal(bytes: &[u8], source: &mut IndentedText) {
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
