//! A world with everything named.

use crate::cpp::channels::Channels;
use crate::cpp::context::Context;
use crate::cpp::functions::Functions;
use crate::cpp::names::Names;

/// A world with everything named.
#[derive(Clone, Copy)]
pub(crate) struct NamedWorld<'x, 'a> {
    pub(crate) context: Context<'x, 'a>,
    pub(crate) names: &'x Names,
    pub(crate) functions: &'x Functions<'a>,
    pub(crate) channels: &'x Channels<'a>,
}
