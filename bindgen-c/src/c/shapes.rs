//! The shapes of types: what the C type is made of for each kind of type in WIT.

use crate::c::interner::Interner;
use crate::c::structure::{Draft, Structure};
use crate::c::types::{Label, MapEntry, Member, Payload, Shape, Sum, TypeRef, VariantCase};
use crate::shared::keywords::local_scope;
use heck::{ToShoutySnakeCase, ToSnakeCase};
use witc_bindgen_core::ModuleId;
use witc_canonical_abi::{Bitcast, Int};
use witc_resolve::{Docs, Record, ResultType, Type, TypeDefKind, TypeId, Variant};

impl<'a> Interner<'a> {
    /// The outlines of a type. What it is made of is declared already.
    pub(crate) fn draft(&mut self, home: ModuleId, id: TypeId) -> Draft<'a> {
        let resolve = self.types.resolve;
        let structure = match &resolve.types[id].kind {
            // A resource has no type of its own in C, and neither has its alias.
            TypeDefKind::Alias(target) if resolve.is_resource(id) => {
                return Draft::Known(self.declared(home, *target));
            }
            TypeDefKind::Alias(target) => {
                return Draft::Nominal(Shape::Alias(self.declared(home, *target)));
            }
            TypeDefKind::Resource => return Draft::Resource,
            // `type h = borrow<r>;` declares nothing: the handles of a resource have one type each.
            TypeDefKind::Handle(handle) => return Draft::Handle(*handle),
            TypeDefKind::Record(record) => return Draft::Nominal(self.record(home, record)),
            TypeDefKind::Variant(variant) => {
                return Draft::Nominal(self.variant(home, id, variant));
            }
            TypeDefKind::Enum(cases) => {
                let int = Int::discriminant(cases.cases.len());
                return Draft::Nominal(Shape::Enum(int, self.labels(home, id, &cases.cases)));
            }
            TypeDefKind::Flags(flags) => {
                let int = Int::flags(flags.flags.len());
                return Draft::Nominal(Shape::Flags(int, self.labels(home, id, &flags.flags)));
            }
            TypeDefKind::Tuple(tuple) => {
                let types = tuple.types.iter();
                Structure::Tuple(types.map(|&ty| self.declared(home, ty)).collect())
            }
            TypeDefKind::Option(some) => Structure::Option(self.declared(home, *some)),
            TypeDefKind::Result(ResultType { ok, err }) => {
                let known = |ty: &Option<Type>| ty.map(|ty| self.declared(home, ty));
                let ok = known(ok);
                Structure::Result(ok, known(err))
            }
            TypeDefKind::List(element) => Structure::List(self.declared(home, *element)),
            TypeDefKind::FixedLengthList(element, length) => {
                Structure::FixedLengthList(self.declared(home, *element), *length)
            }
            TypeDefKind::Map(key, value) => {
                let key = self.declared(home, *key);
                Structure::Map(key, self.declared(home, *value))
            }
            TypeDefKind::Future(payload) => {
                Structure::Future(payload.map(|ty| self.declared(home, ty)))
            }
            TypeDefKind::Stream(payload) => {
                Structure::Stream(payload.map(|ty| self.declared(home, ty)))
            }
        };
        Draft::Structural(structure)
    }

    /// The shape of a type of this structure, whose functions have names that begin with `base`.
    pub(crate) fn structural_shape(
        &mut self,
        structure: &Structure,
        id: TypeId,
        base: &str,
    ) -> Shape<'a> {
        let payload = |case: usize, ty: TypeRef| Payload {
            ty,
            casts: self.casts(id, case),
        };
        match structure {
            Structure::Own(handle) | Structure::Borrow(handle) => Shape::Alias(handle.target),
            Structure::Tuple(types) => {
                let members = types.iter().enumerate().map(|(index, &ty)| Member {
                    name: format!("f{index}"),
                    ty,
                    docs: None,
                });
                Shape::Record(members.collect())
            }
            // Numbers of cases are those of the variants that the ABI makes of these (`despecialize`): `none` is 0 and
            // `some` 1, `ok` is 0 and `error` 1.
            Structure::Option(some) => Shape::Sum(Sum::Option(payload(1, *some))),
            Structure::Result(ok, err) => Shape::Sum(Sum::Result(
                ok.map(|ok| payload(0, ok)),
                err.map(|err| payload(1, err)),
            )),
            Structure::List(element) => Shape::List(*element),
            Structure::FixedLengthList(element, length) => {
                Shape::FixedLengthList(*element, *length)
            }
            Structure::Map(key, value) => Shape::Map(MapEntry {
                // WIT has no type for an entry, so that the map gives it a name.
                name: self.take_type(&format!("{base}_entry")) + "_t",
                key: *key,
                value: *value,
            }),
            Structure::Future(payload) => Shape::Future(*payload),
            Structure::Stream(payload) => Shape::Stream(*payload),
        }
    }

    fn record(&mut self, home: ModuleId, record: &'a Record) -> Shape<'a> {
        // Members need names that are no keywords, also not in C++, which may include the header.
        let mut scope = local_scope();
        let members = record.fields.iter().map(|field| Member {
            name: scope.take(field.name.to_snake_case()),
            ty: self.declared(home, field.ty),
            docs: Some(&field.docs),
        });
        Shape::Record(members.collect())
    }

    fn variant(&mut self, home: ModuleId, id: TypeId, variant: &'a Variant) -> Shape<'a> {
        let mut scope = local_scope();
        // The member is named before the macro: both may have to give way to names that were there first.
        let cases = variant.cases.iter().enumerate().map(|(index, case)| {
            let member = case.ty.map(|ty| {
                let name = scope.take(case.name.to_snake_case());
                let payload = Payload {
                    ty: self.declared(home, ty),
                    casts: self.casts(id, index),
                };
                (name, payload)
            });
            VariantCase {
                member,
                label: self.label(home, id, &case.name, &case.docs),
            }
        });
        let cases = cases.collect();
        Shape::Sum(Sum::Variant(Int::discriminant(variant.cases.len()), cases))
    }

    /// The conversions by which the slots of a type carry the payload of a case.
    fn casts(&self, id: TypeId, case: usize) -> &'a [Bitcast] {
        let plans = self.types.plans;
        plans[plans.of(Type::Id(id))].kind.casts(case)
    }

    fn labels(
        &mut self,
        home: ModuleId,
        id: TypeId,
        labels: &'a [witc_resolve::Label],
    ) -> Vec<Label<'a>> {
        labels
            .iter()
            .map(|label| self.label(home, id, &label.name, &label.docs))
            .collect()
    }

    /// The macro for a case or flag: `NS_PKG_IFACE_TYPE_CASE`.
    fn label(&mut self, home: ModuleId, id: TypeId, label: &str, docs: &'a Docs) -> Label<'a> {
        let prefix = self.types.prefixes.of(home).to_shouty_snake_case();
        let ty = self.types.resolve.types[id].name_or_empty();
        let (ty, label) = (ty.to_shouty_snake_case(), label.to_shouty_snake_case());
        Label {
            name: self.symbols.take(format!("{prefix}_{ty}_{label}")),
            docs,
        }
    }
}
