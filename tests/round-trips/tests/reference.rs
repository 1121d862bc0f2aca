//! Layouts, flat forms and core signatures of random worlds against what wasmtime and its validator have for the same
//! types: nothing of ours is asked twice.

use std::collections::BTreeMap;
use wasmtime_environ::component::{
    CanonicalAbiInfo, ComponentTranslation, ComponentTypes, ComponentTypesBuilder, FlatType,
    InterfaceType, Translator, TypeDef, TypeFuncIndex, TypeMap, VariantInfo,
};
use wasmtime_environ::wasmparser::{Validator, WasmFeatures};
use wasmtime_environ::{ScopeVec, Tunables};
use witc_canonical_abi::{
    Cases, Convention, Entry, Field, Int, Kind, Plan, PlanId, Plans, PointerWidth, Scalar, Scheme,
    ValueType,
};
use witc_component::StringEncoding;
use witc_component::embed::dummy_module;
use witc_component::new::{Module, Options, component};
use witc_resolve::{Direction, Function, Loaded, Loader, WorldId, WorldItem, select_world};
use witc_round_trips::make;

const WIDTHS: [PointerWidth; 2] = [PointerWidth::Bits32, PointerWidth::Bits64];

fn load(wit: &str) -> (Loaded, WorldId) {
    let loaded = Loader::new().text("trip.wit", wit).load();
    assert!(!loaded.has_errors(), "{:#?}\n{wit}", loaded.diagnostics);
    let world = select_world(&loaded.resolve, &loaded.main, None).expect("there is one");
    (loaded, world)
}

/// A component of a module that imports and exports all of a world, with our core signatures.
fn stand_in(loaded: &Loaded, world: WorldId) -> Vec<u8> {
    let module = dummy_module(&loaded.resolve, world, Scheme::Legacy, Convention::Sync);
    let world = Some((&loaded.resolve, world, StringEncoding::default()));
    // Whether it is valid is for wasmtime's validator to say.
    let options = Options {
        validate: false,
        ..Options::default()
    };
    let component = component(
        Module {
            bytes: &module,
            world,
        },
        &[],
        &options,
    );
    component
        .unwrap_or_else(|errors| panic!("{errors:#?}"))
        .into_bytes()
        .into_owned()
}

/// A type of wasmtime beside the plan that we have for it.
struct Pairs<'x> {
    theirs: &'x ComponentTypes,
    ours: &'x Plans,
    found: Vec<(InterfaceType, PlanId)>,
}

impl Pairs<'_> {
    /// Adds the types of a function's parameters and result.
    fn function(&mut self, theirs: TypeFuncIndex, ours: &Function) {
        let (types, plans) = (self.theirs, self.ours);
        let theirs = &types[theirs];
        for (&theirs, ours) in types[theirs.params].types.iter().zip(&ours.params) {
            self.add(theirs, plans.of(ours.ty));
        }
        for (&theirs, ours) in types[theirs.results].types.iter().zip(ours.result) {
            self.add(theirs, plans.of(ours));
        }
    }

    /// Adds a type and all that it is made of; sizes and places in memory are compared.
    fn add(&mut self, theirs: InterfaceType, ours: PlanId) {
        let plan = &self.ours[ours];
        let abi = self.theirs.canonical_abi(&theirs);
        assert_eq!(ours_as_theirs(plan), *abi, "{plan:?}");
        self.found.push((theirs, ours));
        let types = self.theirs;
        match (theirs, &plan.kind) {
            (InterfaceType::Record(index), Kind::Record(fields)) => {
                let all = types[index].fields.iter().map(|field| field.ty);
                self.fields(all.collect(), fields);
            }
            (InterfaceType::Tuple(index), Kind::Tuple(fields)) => {
                self.fields(types[index].types.to_vec(), fields);
            }
            (InterfaceType::Variant(index), Kind::Variant(cases)) => {
                let all = types[index].cases.values().copied().collect();
                self.cases(&types[index].info, all, cases);
            }
            (InterfaceType::Option(index), Kind::Option(cases)) => {
                self.cases(&types[index].info, vec![None, Some(types[index].ty)], cases);
            }
            (InterfaceType::Result(index), Kind::Result(cases)) => {
                self.cases(
                    &types[index].info,
                    vec![types[index].ok, types[index].err],
                    cases,
                );
            }
            (InterfaceType::Enum(index), Kind::Enum(tag, _)) => {
                assert_eq!(tag.size(), u32::from(types[index].info.size));
            }
            (InterfaceType::Flags(index), Kind::Flags(int, _)) => {
                let expected = match types[index].names.len() {
                    0..=8 => Int::U8,
                    9..=16 => Int::U16,
                    _ => Int::U32,
                };
                assert_eq!(*int, expected);
            }
            (InterfaceType::List(index), Kind::List(element)) => {
                self.add(types[index].element, element.plan);
            }
            (InterfaceType::FixedLengthList(index), Kind::FixedLengthList(element, length)) => {
                assert_eq!(types[index].size, *length);
                self.add(types[index].element, element.plan);
            }
            (InterfaceType::Map(index), Kind::Map(entry)) => self.map(&types[index], entry),
            (theirs, ours) => assert!(same_leaf(theirs, ours), "{theirs:?} {ours:?}"),
        }
    }

    fn map(&mut self, map: &TypeMap, entry: &Entry) {
        let offset = entry.value.offset;
        assert_eq!(
            WIDTHS.map(|width| offset.at(width)),
            [map.value_offset32, map.value_offset64]
        );
        let (size, align) = (entry.layout.size, entry.layout.align);
        let abi = &map.entry_abi;
        assert_eq!(WIDTHS.map(|width| size.at(width)), [abi.size32, abi.size64]);
        assert_eq!(
            WIDTHS.map(|width| align.at(width)),
            [abi.align32, abi.align64]
        );
        self.add(map.key, entry.key.plan);
        self.add(map.value, entry.value.plan);
    }

    fn fields(&mut self, theirs: Vec<InterfaceType>, ours: &[Field]) {
        assert_eq!(theirs.len(), ours.len());
        let (mut end32, mut end64) = (0, 0);
        for (ty, field) in theirs.into_iter().zip(ours) {
            let abi = self.theirs.canonical_abi(&ty);
            let expected = [abi.next_field32(&mut end32), abi.next_field64(&mut end64)];
            assert_eq!(WIDTHS.map(|width| field.offset.at(width)), expected);
            self.add(ty, field.plan);
        }
    }

    fn cases(&mut self, info: &VariantInfo, theirs: Vec<Option<InterfaceType>>, ours: &Cases) {
        assert_eq!(ours.tag.size(), u32::from(info.size));
        let offset = WIDTHS.map(|width| ours.payload_offset.at(width));
        // Where nothing has a payload, there is no place for it.
        if theirs.iter().any(Option::is_some) {
            assert_eq!(offset, [info.payload_offset32, info.payload_offset64]);
        }
        assert_eq!(theirs.len(), ours.cases.len());
        for (theirs, ours) in theirs.into_iter().zip(&ours.cases) {
            assert_eq!(theirs.is_some(), ours.payload.is_some());
            if let (Some(theirs), Some(ours)) = (theirs, ours.payload) {
                self.add(theirs, ours.plan);
            }
        }
    }
}

fn ours_as_theirs(plan: &Plan) -> CanonicalAbiInfo {
    let (size, align) = (plan.layout.size, plan.layout.align);
    let [size32, size64] = WIDTHS.map(|width| size.at(width));
    let [align32, align64] = WIDTHS.map(|width| align.at(width));
    let flat_count = plan.flat.as_ref().map(|flat| flat.iter().count() as u8);
    CanonicalAbiInfo {
        size32,
        align32,
        size64,
        align64,
        flat_count,
    }
}

fn same_leaf(theirs: InterfaceType, ours: &Kind) -> bool {
    let scalar = match theirs {
        InterfaceType::Bool => Scalar::Bool,
        InterfaceType::S8 => Scalar::S8,
        InterfaceType::U8 => Scalar::U8,
        InterfaceType::S16 => Scalar::S16,
        InterfaceType::U16 => Scalar::U16,
        InterfaceType::S32 => Scalar::S32,
        InterfaceType::U32 => Scalar::U32,
        InterfaceType::S64 => Scalar::S64,
        InterfaceType::U64 => Scalar::U64,
        InterfaceType::Float32 => Scalar::F32,
        InterfaceType::Float64 => Scalar::F64,
        InterfaceType::Char => Scalar::Char,
        InterfaceType::String => return *ours == Kind::String,
        InterfaceType::Own(_) => return matches!(ours, Kind::Own(_)),
        InterfaceType::Borrow(_) => return matches!(ours, Kind::Borrow(_)),
        _ => return false,
    };
    *ours == Kind::Scalar(scalar)
}

fn value_type(theirs: FlatType) -> ValueType {
    match theirs {
        FlatType::I32 => ValueType::I32,
        FlatType::I64 => ValueType::I64,
        FlatType::F32 => ValueType::F32,
        FlatType::F64 => ValueType::F64,
    }
}

/// What a world imports, by the path of each function.
fn imports(loaded: &Loaded, world: WorldId) -> BTreeMap<(String, String), &Function> {
    let resolve = &loaded.resolve;
    let mut all = BTreeMap::new();
    for (direction, key, item) in resolve.externs(world) {
        let name = resolve.extern_name(key);
        match item {
            _ if direction == Direction::Export => {}
            WorldItem::Interface(interface) => {
                let functions = resolve.functions_of(interface.id);
                all.extend(
                    functions.map(|function| ((name.clone(), function.name.to_string()), function)),
                );
            }
            WorldItem::Function(id) => {
                all.insert((String::new(), name), &resolve.functions[*id]);
            }
            WorldItem::Type(_) => {}
        }
    }
    all
}

/// The imported functions of a component that wasmtime read, by the path of each.
fn functions_of_wasmtime(
    translation: &ComponentTranslation,
    types: &ComponentTypes,
) -> Vec<((String, String), TypeFuncIndex)> {
    let mut functions = Vec::new();
    for (name, item) in translation.component.import_types.values() {
        let found = match item.ty {
            TypeDef::ComponentInstance(index) => {
                let items = types[index].exports.iter();
                items
                    .map(|(function, item)| ((name.clone(), function.clone()), item.ty))
                    .collect()
            }
            ty => vec![((String::new(), name.clone()), ty)],
        };
        for (path, ty) in found {
            if let TypeDef::ComponentFunc(index) = ty {
                functions.push((path, index));
            }
        }
    }
    functions
}

/// Compares the flat forms of a type; whether it has any: too many values have none.
fn same_flat_form(types: &ComponentTypesBuilder, theirs: InterfaceType, ours: &Plan) -> bool {
    let Some(expected) = types.flat_types(&theirs) else {
        assert_eq!(ours.flat, None);
        return false;
    };
    let actual = ours.flat.as_ref().expect("it is not too many values");
    let at = |width| actual.iter().map(|ty| ty.at(width)).collect::<Vec<_>>();
    let expected = [expected.memory32, expected.memory64]
        .map(|flat| flat.iter().map(|&ty| value_type(ty)).collect::<Vec<_>>());
    assert_eq!(WIDTHS.map(at), expected, "{ours:?}");
    true
}

#[test]
fn layouts_and_flat_forms_are_those_of_wasmtime() {
    let mut compared = 0;
    let mut flat = 0;
    for seed in 0..150 {
        let (loaded, world) = load(&make::world(seed).to_string());
        let bytes = stand_in(&loaded, world);
        let plans = Plans::new(&loaded.resolve);
        let mut validator = Validator::new_with_features(WasmFeatures::all());
        let mut types = ComponentTypesBuilder::new(&validator);
        let (scope, tunables) = (ScopeVec::new(), Tunables::default_host());
        let translator = Translator::new(&tunables, &mut validator, &mut types, &scope);
        let (translation, _) = translator
            .translate(&bytes)
            .unwrap_or_else(|error| panic!("{seed}: {error}"));
        let functions = imports(&loaded, world);
        let (_, theirs) = types.resources_mut_and_types();
        let mut pairs = Pairs {
            theirs,
            ours: &plans,
            found: Vec::new(),
        };
        let mut seen = 0;
        for (path, index) in functions_of_wasmtime(&translation, theirs) {
            pairs.function(index, functions[&path]);
            seen += 1;
        }
        assert_eq!(seen, functions.len(), "seed {seed}");
        let found = pairs.found;
        compared += found.len();
        for (theirs, ours) in found {
            flat += usize::from(same_flat_form(&types, theirs, &plans[ours]));
        }
    }
    assert!(
        compared > 10_000 && flat > 5_000,
        "{compared} types, {flat} of them flat"
    );
}

/// The validator takes `canon lower` and `canon lift` with our core signatures.
#[test]
fn core_signatures_are_those_of_the_validator() {
    let valid = |bytes: &[u8]| {
        let mut validator = Validator::new_with_features(WasmFeatures::all());
        validator
            .validate_all(bytes)
            .map(drop)
            .map_err(|error| error.to_string())
    };
    let mut rejected = 0;
    for seed in 150..400 {
        let (loaded, world) = load(&make::world(seed).to_string());
        let bytes = stand_in(&loaded, world);
        valid(&bytes).unwrap_or_else(|error| panic!("seed {seed}: {error}"));
        // It does look: with `f64` where `i64` has to be, which only values have, it takes none of them.
        let text = wasmprinter::print_bytes(&bytes).expect("is a component");
        let other = wat::parse_str(text.replace(" i64", " f64")).expect("is well-formed");
        if seed % 25 == 0 && other != bytes {
            valid(&other).expect_err("has other types");
            rejected += 1;
        }
    }
    assert!(rejected > 5, "{rejected} worlds have values of 64 bits");
}
