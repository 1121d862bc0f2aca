//! Types and functions in WIT, with a link on each name.

use crate::document::Inline;
use crate::item::{Item, used_type};
use std::collections::HashMap;
use witc_resolve::{Accessor, Function, Handle, InterfaceId, Resolve, Type, TypeDefKind, TypeId};

/// As many pieces a type has at most. In binaries, types without names may share their parts, so that written out they are
/// exponentially long.
const MOST: usize = 2_000;

/// A writer of WIT.
pub(crate) struct Speller<'a> {
    resolve: &'a Resolve,
    pub(crate) out: Vec<Inline>,
}

impl<'a> Speller<'a> {
    pub(crate) fn new(resolve: &'a Resolve) -> Self {
        Self {
            resolve,
            out: Vec::new(),
        }
    }

    /// Adds text of the language.
    pub(crate) fn plain(&mut self, text: &str) {
        match self.out.last_mut() {
            // Fewer and longer pieces make smaller pages.
            Some(last) if last.target.is_none() && last.style == Inline::code("").style => {
                last.text.push_str(text);
            }
            Some(_) | None => self.out.push(Inline::code(text)),
        }
    }

    /// Adds a keyword.
    pub(crate) fn keyword(&mut self, text: &str) {
        self.out.push(Inline::keyword(text));
    }

    /// Adds a name with a link.
    pub(crate) fn link(&mut self, text: &str, item: Item) {
        self.out.push(Inline::code(text).to(item));
    }

    /// Adds a type as it is written where it is used.
    pub(crate) fn ty(&mut self, ty: Type) {
        let Some(id) = ty.id() else {
            return self.keyword(ty.keyword());
        };
        let def = &self.resolve.types[id];
        if let Some(name) = def.name() {
            return self.link(name, Item::Type(id));
        }
        if self.out.len() > MOST {
            return self.plain("…");
        }
        self.kind(&def.kind);
    }

    /// Adds a type that is made of others on the spot.
    pub(crate) fn kind(&mut self, kind: &TypeDefKind) {
        let word = kind.describe();
        match kind {
            TypeDefKind::Alias(ty) => self.ty(*ty),
            // In WIT the bare name of a resource means a handle that owns it.
            TypeDefKind::Handle(Handle::Own(id)) => self.ty(Type::Id(*id)),
            TypeDefKind::Handle(Handle::Borrow(id)) => self.generic(word, &[Some(Type::Id(*id))]),
            TypeDefKind::Tuple(tuple) => {
                let types: Vec<_> = tuple.types.iter().map(|&ty| Some(ty)).collect();
                self.generic(word, &types);
            }
            TypeDefKind::Option(ty) | TypeDefKind::List(ty) => self.generic(word, &[Some(*ty)]),
            TypeDefKind::FixedLengthList(ty, length) => {
                self.keyword("list");
                self.plain("<");
                self.ty(*ty);
                self.plain(&format!(", {length}>"));
            }
            TypeDefKind::Map(key, value) => self.generic(word, &[Some(*key), Some(*value)]),
            TypeDefKind::Result(result) => match (result.ok, result.err) {
                (None, None) => self.keyword(word),
                (ok, None) => self.generic(word, &[ok]),
                (ok, err) => self.generic(word, &[ok, err]),
            },
            TypeDefKind::Future(ty) | TypeDefKind::Stream(ty) => match ty {
                Some(ty) => self.generic(word, &[Some(*ty)]),
                None => self.keyword(word),
            },
            TypeDefKind::Record(_)
            | TypeDefKind::Variant(_)
            | TypeDefKind::Enum(_)
            | TypeDefKind::Flags(_)
            | TypeDefKind::Resource => self.keyword(word),
        }
    }

    fn generic(&mut self, word: &str, types: &[Option<Type>]) {
        self.keyword(word);
        self.plain("<");
        for (index, ty) in types.iter().enumerate() {
            if index > 0 {
                self.plain(", ");
            }
            match ty {
                Some(ty) => self.ty(*ty),
                None => self.plain("_"),
            }
        }
        self.plain(">");
    }

    /// Adds a function: `f: func(a: u32) -> string`.
    pub(crate) fn function(&mut self, function: &Function) {
        let is_constructor = function.kind.is_constructor();
        if !is_constructor {
            self.plain(&format!("{}: ", function.item_name()));
        }
        if function.kind.is_static() {
            self.keyword("static");
            self.plain(" ");
        }
        if function.is_async {
            self.keyword("async");
            self.plain(" ");
        }
        self.keyword(match (is_constructor, function.accessor) {
            (true, _) => "constructor",
            (_, None) => "func",
            (_, Some(Accessor::Get)) => "get",
            (_, Some(Accessor::Set)) => "set",
        });
        let params = function.written_params();
        // Long lines are broken, as the formatter does.
        let is_long = params.len() > 3;
        self.plain(if is_long { "(\n" } else { "(" });
        for (index, param) in params.iter().enumerate() {
            if is_long {
                self.plain("    ");
            } else if index > 0 {
                self.plain(", ");
            }
            self.plain(&format!("{}: ", param.name));
            self.ty(param.ty);
            if is_long {
                self.plain(",\n");
            }
        }
        self.plain(")");
        // Only a constructor that may fail has a result in WIT; otherwise it is the resource, and goes without saying.
        if let Some(result) = function.result
            && !(is_constructor && self.is_handle(result))
        {
            self.plain(" -> ");
            self.ty(result);
        }
    }

    fn is_handle(&self, ty: Type) -> bool {
        ty.id()
            .is_some_and(|id| self.resolve.types[id].kind.as_handle().is_some())
    }

    /// Adds the definition of a type, with its members.
    pub(crate) fn definition(&mut self, id: TypeId) {
        let def = &self.resolve.types[id];
        let name = def.name_or_empty();
        let word = def.kind.describe();
        match &def.kind {
            TypeDefKind::Record(record) => {
                self.block(word, name, record.fields.len(), |this, index| {
                    let field = &record.fields[index];
                    this.link(&field.name, Item::Member(id, index));
                    this.plain(": ");
                    this.ty(field.ty);
                });
            }
            TypeDefKind::Variant(variant) => {
                self.block(word, name, variant.cases.len(), |this, index| {
                    let case = &variant.cases[index];
                    this.link(&case.name, Item::Member(id, index));
                    if let Some(ty) = case.ty {
                        this.plain("(");
                        this.ty(ty);
                        this.plain(")");
                    }
                });
            }
            TypeDefKind::Enum(cases) => {
                self.block(word, name, cases.cases.len(), |this, index| {
                    this.link(&cases.cases[index].name, Item::Member(id, index));
                });
            }
            TypeDefKind::Flags(flags) => {
                self.block(word, name, flags.flags.len(), |this, index| {
                    this.link(&flags.flags[index].name, Item::Member(id, index));
                });
            }
            TypeDefKind::Resource => {
                self.keyword(word);
                self.plain(&format!(" {name}"));
            }
            TypeDefKind::Alias(_)
            | TypeDefKind::Handle(_)
            | TypeDefKind::Tuple(_)
            | TypeDefKind::Option(_)
            | TypeDefKind::Result(_)
            | TypeDefKind::List(_)
            | TypeDefKind::FixedLengthList(..)
            | TypeDefKind::Map(..)
            | TypeDefKind::Future(_)
            | TypeDefKind::Stream(_) => {
                self.keyword("type");
                self.plain(&format!(" {name} = "));
                self.kind(&def.kind);
            }
        }
    }

    fn block(
        &mut self,
        word: &str,
        name: &str,
        count: usize,
        mut member: impl FnMut(&mut Self, usize),
    ) {
        self.keyword(word);
        self.plain(&format!(" {name} {{\n"));
        for index in 0..count {
            self.plain("    ");
            member(self, index);
            self.plain(",\n");
        }
        self.plain("}");
    }
}

/// A type as it is used, in pieces.
pub(crate) fn type_pieces(resolve: &Resolve, ty: Type) -> Vec<Inline> {
    let mut speller = Speller::new(resolve);
    speller.ty(ty);
    speller.out
}

/// Types that an interface takes from others, by the interface, in order: `use wasi:io/streams.{input-stream}`.
pub(crate) fn uses(
    resolve: &Resolve,
    types: impl Iterator<Item = TypeId>,
) -> Vec<(InterfaceId, Vec<(TypeId, TypeId)>)> {
    let mut uses: Vec<(InterfaceId, Vec<(TypeId, TypeId)>)> = Vec::new();
    let mut positions = HashMap::new();
    for id in types {
        let Some(target) = used_type(resolve, id) else {
            continue;
        };
        let Some(owner) = resolve.types[target].owner.interface() else {
            continue;
        };
        let position = *positions.entry(owner).or_insert_with(|| {
            uses.push((owner, Vec::new()));
            uses.len() - 1
        });
        uses[position].1.push((id, target));
    }
    uses
}
