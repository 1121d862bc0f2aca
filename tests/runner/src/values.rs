//! Values to try a type with: its edges, and enough in between.

use crate::{Type, Val};

/// Values of a type, the edges of what it can hold among them. Types of other types combine theirs so that each occurs
/// at least once.
///
/// # Panics
///
/// For handles, futures and streams, of which no value can be made up.
#[must_use]
pub fn samples(ty: &Type) -> Vec<Val> {
    at_depth(ty, 0)
}

/// The samples of a type that is nested in `depth` others. The deeper, the fewer and shorter: else they would grow
/// beyond all bounds.
fn at_depth(ty: &Type, depth: usize) -> Vec<Val> {
    let inside = |ty: &Type| at_depth(ty, depth + 1);
    match ty {
        Type::Bool => vec![Val::Bool(false), Val::Bool(true)],
        Type::S8 => [0, 1, -1, i8::MIN, i8::MAX].map(Val::S8).to_vec(),
        Type::U8 => [0, 1, 127, 128, u8::MAX].map(Val::U8).to_vec(),
        Type::S16 => [0, 1, -1, i16::MIN, i16::MAX].map(Val::S16).to_vec(),
        Type::U16 => [0, 1, 0x1234, u16::MAX].map(Val::U16).to_vec(),
        Type::S32 => [0, 1, -1, i32::MIN, i32::MAX].map(Val::S32).to_vec(),
        Type::U32 => [0, 1, 0x1234_5678, u32::MAX].map(Val::U32).to_vec(),
        Type::S64 => [0, 1, -1, i64::MIN, i64::MAX].map(Val::S64).to_vec(),
        Type::U64 => [0, 1, 0x1234_5678_9abc_def0, u64::MAX]
            .map(Val::U64)
            .to_vec(),
        Type::Float32 => floats_32(),
        Type::Float64 => floats_64(),
        // On both sides of the surrogates, which are no characters.
        Type::Char => ['a', '\0', 'é', '\u{D7FF}', '\u{E000}', '\u{10FFFF}']
            .map(Val::Char)
            .to_vec(),
        Type::String => strings(depth),
        Type::List(list) => lists(&inside(&list.ty()), depth)
            .into_iter()
            .map(Val::List)
            .collect(),
        Type::FixedLengthList(list) => fixed_length_lists(&inside(&list.ty()), list.len() as usize),
        Type::Map(map) => maps(&inside(&map.key()), &inside(&map.value())),
        Type::Record(record) => {
            let fields = record.fields();
            records(fields.map(|field| (field.name.to_owned(), inside(&field.ty))))
        }
        Type::Tuple(tuple) => {
            let columns: Vec<Vec<Val>> = tuple.types().map(|ty| inside(&ty)).collect();
            let columns: Vec<&[Val]> = columns.iter().map(Vec::as_slice).collect();
            rows(&columns).map(Val::Tuple).collect()
        }
        Type::Variant(variant) => variant
            .cases()
            .flat_map(|case| with_payloads(case.name, case.ty.as_ref(), depth))
            .collect(),
        Type::Enum(names) => names.names().map(str::to_owned).map(Val::Enum).collect(),
        Type::Flags(flags) => flag_sets(&flags.names().map(str::to_owned).collect::<Vec<_>>()),
        Type::Option(option) => {
            let some = inside(&option.ty())
                .into_iter()
                .map(|value| Val::Option(Some(Box::new(value))));
            std::iter::once(Val::Option(None)).chain(some).collect()
        }
        Type::Result(result) => {
            let ok = payloads(result.ok().as_ref(), depth).into_iter().map(Ok);
            let err = payloads(result.err().as_ref(), depth).into_iter().map(Err);
            ok.chain(err).map(Val::Result).collect()
        }
        Type::Own(_) | Type::Borrow(_) | Type::Future(_) | Type::Stream(_) | Type::ErrorContext => {
            panic!("no value of this type can be made up")
        }
    }
}

/// Rows of arguments for a function with parameters of these types; each sample of each type is in one of them.
#[must_use]
pub fn arguments(params: &[Type]) -> Vec<Vec<Val>> {
    let columns: Vec<Vec<Val>> = params.iter().map(samples).collect();
    let columns: Vec<&[Val]> = columns.iter().map(Vec::as_slice).collect();
    rows(&columns).collect()
}

fn floats_32() -> Vec<Val> {
    let edges = [
        f32::MIN_POSITIVE,
        f32::MIN,
        f32::MAX,
        f32::INFINITY,
        f32::NEG_INFINITY,
        f32::NAN,
    ];
    [0.0, -0.0, 1.5, -2.25]
        .into_iter()
        .chain(edges)
        .map(Val::Float32)
        .collect()
}

fn floats_64() -> Vec<Val> {
    let edges = [
        f64::MIN_POSITIVE,
        f64::MIN,
        f64::MAX,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NAN,
    ];
    [0.0, -0.0, 1.5, -2.25]
        .into_iter()
        .chain(edges)
        .map(Val::Float64)
        .collect()
}

/// Records with these fields, each with values for it.
fn records(fields: impl Iterator<Item = (String, Vec<Val>)>) -> Vec<Val> {
    let fields: Vec<_> = fields.collect();
    let columns: Vec<&[Val]> = fields.iter().map(|(_, values)| values.as_slice()).collect();
    let name = |values: Vec<Val>| {
        fields
            .iter()
            .map(|(name, _)| name.clone())
            .zip(values)
            .collect()
    };
    rows(&columns)
        .map(|values| Val::Record(name(values)))
        .collect()
}

fn strings(depth: usize) -> Vec<Val> {
    // Long at the top only: nested in lists it would be megabytes.
    let long: String = "0123456789abcdef".repeat(if depth < 2 { 1000 } else { 2 });
    let texts = ["", "a", "two words", "\0", "ä€🦀", "\u{10FFFF}", &long];
    texts
        .into_iter()
        .map(|text| Val::String(text.to_owned()))
        .collect()
}

/// None, one, all, and many.
fn lists(items: &[Val], depth: usize) -> Vec<Vec<Val>> {
    match depth {
        0 => vec![
            Vec::new(),
            cycle(items, 0, 1),
            items.to_vec(),
            cycle(items, 1, 100),
        ],
        1 => vec![Vec::new(), cycle(items, 0, 1), items.to_vec()],
        _ => vec![Vec::new(), cycle(items, 0, 1), cycle(items, 1, 2)],
    }
}

/// Lists that have each item in each place once.
fn fixed_length_lists(items: &[Val], length: usize) -> Vec<Val> {
    let rows = (0..items.len()).map(|row| cycle(items, row, length));
    rows.map(Val::FixedLengthList).collect()
}

fn maps(keys: &[Val], values: &[Val]) -> Vec<Val> {
    // One entry for each key, since keys must differ; values may come again.
    let all = (0..keys.len()).map(|row| (keys[row].clone(), values[row % values.len()].clone()));
    let last = (
        keys[keys.len() - 1].clone(),
        values[values.len() - 1].clone(),
    );
    vec![
        Val::Map(Vec::new()),
        Val::Map(vec![last]),
        Val::Map(all.collect()),
    ]
}

/// A case of a variant with each of its payloads.
fn with_payloads(case: &str, ty: Option<&Type>, depth: usize) -> Vec<Val> {
    payloads(ty, depth)
        .into_iter()
        .map(|value| Val::Variant(case.to_owned(), value))
        .collect()
}

fn payloads(ty: Option<&Type>, depth: usize) -> Vec<Option<Box<Val>>> {
    match ty {
        None => vec![None],
        Some(ty) => at_depth(ty, depth + 1)
            .into_iter()
            .map(|value| Some(Box::new(value)))
            .collect(),
    }
}

/// None, each alone, all.
fn flag_sets(names: &[String]) -> Vec<Val> {
    let alone = names.iter().map(|name| vec![name.clone()]);
    let sets = std::iter::once(Vec::new())
        .chain(alone)
        .chain([names.to_vec()]);
    sets.map(Val::Flags).collect()
}

/// Rows that take one value of each column: as many as the longest column has values, the others starting over.
fn rows<'a>(columns: &'a [&'a [Val]]) -> impl Iterator<Item = Vec<Val>> + 'a {
    let count = columns.iter().map(|column| column.len()).max().unwrap_or(1);
    (0..count).map(move |row| {
        // Columns are shifted against each other, so that the first values do not all meet.
        let pick = |(shift, column): (usize, &&[Val])| column[(row + shift) % column.len()].clone();
        columns.iter().enumerate().map(pick).collect()
    })
}

fn cycle(items: &[Val], start: usize, count: usize) -> Vec<Val> {
    items
        .iter()
        .cycle()
        .skip(start)
        .take(count)
        .cloned()
        .collect()
}
