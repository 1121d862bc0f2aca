//! The bytes of a component as a tree of its items; what core modules have in them is skipped.

use crate::error::{damaged, not_a_component, too_complex};
use wasmparser::{
    CanonicalFunction, Chunk, ComponentAlias, ComponentExport, ComponentImport, ComponentInstance,
    ComponentType, Encoding, Parser, Payload,
};
use witc_type_section::Result;

/// How deep components may be nested.
// The tree is walked, and dropped, by recursion.
const MAX_DEPTH: usize = 100;

/// A component: what defines something in its index spaces, in order, and its custom sections.
#[derive(Debug, Default)]
pub struct ParsedComponent<'a> {
    /// The items that define something in its index spaces, in order.
    pub items: Vec<ParsedItem<'a>>,
    /// The names and contents of its custom sections.
    pub customs: Vec<(&'a str, &'a [u8])>,
    /// The sizes of the core modules in it.
    pub modules: Vec<u64>,
}

/// An item that has to do with the types of imports and exports.
#[derive(Debug)]
pub enum ParsedItem<'a> {
    /// A type.
    Type(ComponentType<'a>),
    /// An import.
    Import(ComponentImport<'a>),
    /// An item of an instance or of a component around this one.
    Alias(ComponentAlias<'a>),
    /// An instance of a component, or one that is put together of items.
    Instance(ComponentInstance<'a>),
    /// `canon lift` to a function of the type with this index.
    Lift(u32),
    /// An export.
    Export(ComponentExport<'a>),
    /// A component in this one.
    Component(ParsedComponent<'a>),
}

/// Reads a component.
///
/// # Errors
///
/// If the bytes are no component, or one that is nested too deep.
pub fn parse(bytes: &[u8]) -> Result<ParsedComponent<'_>> {
    // Components that are open wait on a list of their own, with the parsers to go on with, instead of the
    // stack.
    let mut open = vec![ParsedComponent::default()];
    let mut parsers = Vec::new();
    let mut parser = Parser::new(0);
    let mut rest = bytes;
    loop {
        let (consumed, payload) = match parser.parse(rest, true).map_err(|error| damaged(&error))? {
            Chunk::Parsed { consumed, payload } => (consumed, payload),
            // The parser knows that all bytes are there, so it asks for more only if something is cut off.
            Chunk::NeedMoreData(_) => return Err(not_a_component("the bytes end too early")),
        };
        rest = &rest[consumed..];
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "all other payloads are sections, and make no component"
        )]
        match payload {
            Payload::ModuleSection {
                unchecked_range, ..
            } => {
                // Most of a component is code, and its size is all that anyone asks for.
                let size = unchecked_range.end - unchecked_range.start;
                if let Some(component) = open.last_mut() {
                    component.modules.push(size);
                }
                rest = usize::try_from(size)
                    .ok()
                    .and_then(|size| rest.get(size..))
                    .ok_or_else(|| not_a_component("the bytes end in the middle of a module"))?;
            }
            Payload::ComponentSection { parser: inner, .. } => {
                if open.len() > MAX_DEPTH {
                    return Err(too_complex("components in it are nested too deep"));
                }
                open.push(ParsedComponent::default());
                parsers.push(std::mem::replace(&mut parser, inner));
            }
            Payload::End(_) => {
                let Some(done) = open.pop() else {
                    return Err(not_a_component("it has an end that closes nothing"));
                };
                // The outermost component has nothing around it, and ends the parse.
                let (Some(outer), Some(parent)) = (open.last_mut(), parsers.pop()) else {
                    return Ok(done);
                };
                outer.items.push(ParsedItem::Component(done));
                parser = parent;
            }
            payload => {
                if let Some(component) = open.last_mut() {
                    section(component, payload)?;
                }
            }
        }
    }
}

/// Adds the items of a section.
fn section<'a>(component: &mut ParsedComponent<'a>, payload: Payload<'a>) -> Result<()> {
    fn all<'a, T: wasmparser::FromReader<'a>>(
        component: &mut ParsedComponent<'a>,
        section: wasmparser::SectionLimited<'a, T>,
        item: impl Fn(T) -> Option<ParsedItem<'a>>,
    ) -> Result<()> {
        for entry in section {
            component
                .items
                .extend(item(entry.map_err(|error| damaged(&error))?));
        }
        Ok(())
    }
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "core instances and types, and start functions, define nothing that a world knows"
    )]
    match payload {
        Payload::Version {
            encoding: Encoding::Module,
            ..
        } => Err(not_a_component(
            "it is a core module, and `witc component new` makes a component of one that was built for it",
        )),
        Payload::ComponentTypeSection(types) => {
            all(component, types, |ty| Some(ParsedItem::Type(ty)))
        }
        Payload::ComponentImportSection(imports) => all(component, imports, |import| {
            Some(ParsedItem::Import(import))
        }),
        Payload::ComponentAliasSection(aliases) => {
            all(component, aliases, |alias| Some(ParsedItem::Alias(alias)))
        }
        Payload::ComponentInstanceSection(instances) => all(component, instances, |instance| {
            Some(ParsedItem::Instance(instance))
        }),
        Payload::ComponentExportSection(exports) => all(component, exports, |export| {
            Some(ParsedItem::Export(export))
        }),
        Payload::ComponentCanonicalSection(functions) => all(component, functions, lift),
        Payload::CustomSection(section) => {
            component.customs.push((section.name(), section.data()));
            Ok(())
        }
        _ => Ok(()),
    }
}

/// The function that `canon lift` makes; the other canonical functions are for core modules.
fn lift<'a>(function: CanonicalFunction) -> Option<ParsedItem<'a>> {
    if let CanonicalFunction::Lift { type_index, .. } = function {
        Some(ParsedItem::Lift(type_index))
    } else {
        None
    }
}
