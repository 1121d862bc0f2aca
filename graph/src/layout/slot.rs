//! Slots: the things in a column.

/// Something in a column: a box, the label of an arrow, or a bend.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    pub(super) column: usize,
    pub(super) width: f64,
    pub(super) height: f64,
    /// Its middle.
    pub(super) y: f64,
    pub(super) left: Vec<usize>,
    pub(super) right: Vec<usize>,
}

impl Slot {
    pub(super) fn new(column: usize, width: f64, height: f64) -> Self {
        Self {
            column,
            width,
            height,
            y: 0.0,
            left: Vec::new(),
            right: Vec::new(),
        }
    }
}
