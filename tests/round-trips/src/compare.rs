//! Values of the host: which of them lend something, their handles, and whether two of them are the same.

use witc_runner::{Result, Type, Val};

/// Whether something is lent in values of a type.
pub(crate) fn lends(ty: &Type) -> bool {
    match ty {
        Type::Borrow(_) => true,
        Type::List(list) => lends(&list.ty()),
        Type::FixedLengthList(list) => lends(&list.ty()),
        Type::Map(map) => lends(&map.value()),
        Type::Option(option) => lends(&option.ty()),
        Type::Result(result) => result.ok().iter().chain(&result.err()).any(lends),
        Type::Tuple(tuple) => tuple.types().any(|ty| lends(&ty)),
        Type::Record(record) => record.fields().any(|field| lends(&field.ty)),
        Type::Variant(variant) => variant
            .cases()
            .any(|case| case.ty.as_ref().is_some_and(lends)),
        _ => false,
    }
}

/// A copy of a value in which handles are replaced.
pub(crate) fn map(value: &Val, replace: &mut Replace<'_>) -> Result<Val> {
    Ok(match value {
        Val::Resource(_) => replace(value)?,
        Val::List(values) => Val::List(map_all(values, replace)?),
        Val::FixedLengthList(values) => Val::FixedLengthList(map_all(values, replace)?),
        Val::Tuple(values) => Val::Tuple(map_all(values, replace)?),
        Val::Map(entries) => {
            let entries = entries
                .iter()
                .map(|(key, value)| Ok((key.clone(), map(value, replace)?)));
            Val::Map(entries.collect::<Result<_>>()?)
        }
        Val::Record(fields) => {
            let fields = fields
                .iter()
                .map(|(name, value)| Ok((name.clone(), map(value, replace)?)));
            Val::Record(fields.collect::<Result<_>>()?)
        }
        Val::Variant(name, value) => Val::Variant(name.clone(), map_payload(value, replace)?),
        Val::Option(value) => Val::Option(map_payload(value, replace)?),
        Val::Result(Ok(value)) => Val::Result(Ok(map_payload(value, replace)?)),
        Val::Result(Err(value)) => Val::Result(Err(map_payload(value, replace)?)),
        other => other.clone(),
    })
}

/// A function that says what takes the place of a handle.
pub(crate) type Replace<'r> = dyn FnMut(&Val) -> Result<Val> + 'r;

fn map_all(values: &[Val], replace: &mut Replace<'_>) -> Result<Vec<Val>> {
    values.iter().map(|value| map(value, replace)).collect()
}

fn map_payload(value: &Option<Box<Val>>, replace: &mut Replace<'_>) -> Result<Option<Box<Val>>> {
    value
        .as_ref()
        .map(|value| Ok(Box::new(map(value, replace)?)))
        .transpose()
}

/// Values with the numbers of their handles, which come in their order.
pub(crate) fn numbered(values: &[Val], numbers: &mut dyn Iterator<Item = u32>) -> Vec<Val> {
    let mut replace = |_: &Val| Ok(Val::U32(numbers.next().expect("each handle has a number")));
    values
        .iter()
        .map(|value| map(value, &mut replace).expect("nothing fails"))
        .collect()
}

pub(crate) fn compare(
    what: &str,
    actual: &[Val],
    expected: &[Val],
) -> std::result::Result<(), String> {
    if actual.len() == expected.len() && actual.iter().zip(expected).all(|(a, b)| same(a, b)) {
        return Ok(());
    }
    Err(format!(
        "{what} {}\nin place of {}",
        short(actual),
        short(expected)
    ))
}

/// Whether two values are one. All NaNs are: what a host or guest makes of their bits is its own affair. The entries of
/// maps are in any order.
fn same(a: &Val, b: &Val) -> bool {
    let all = |a: &[Val], b: &[Val]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b));
    let payload = |a: &Option<Box<Val>>, b: &Option<Box<Val>>| match (a, b) {
        (Some(a), Some(b)) => same(a, b),
        (a, b) => a.is_none() && b.is_none(),
    };
    match (a, b) {
        (Val::Float32(a), Val::Float32(b)) => {
            a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan())
        }
        (Val::Float64(a), Val::Float64(b)) => {
            a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan())
        }
        (Val::List(a), Val::List(b))
        | (Val::FixedLengthList(a), Val::FixedLengthList(b))
        | (Val::Tuple(a), Val::Tuple(b)) => all(a, b),
        (Val::Map(a), Val::Map(b)) => {
            let found =
                |(key, value): &(Val, Val)| b.iter().any(|(k, v)| same(key, k) && same(value, v));
            a.len() == b.len() && a.iter().all(found)
        }
        (Val::Record(a), Val::Record(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.0 == b.0 && same(&a.1, &b.1))
        }
        (Val::Variant(name, a), Val::Variant(other, b)) => name == other && payload(a, b),
        (Val::Option(a), Val::Option(b))
        | (Val::Result(Ok(a)), Val::Result(Ok(b)))
        | (Val::Result(Err(a)), Val::Result(Err(b))) => payload(a, b),
        (a, b) => a == b,
    }
}

/// The start of what values look like.
pub(crate) fn short(values: &[Val]) -> String {
    format!("{values:?}").chars().take(1500).collect()
}
