//! A picture without its colours: where everything stands.

/// The width of a character.
pub(crate) const CHAR: f64 = 7.9;
/// The height of a line.
pub(crate) const LINE: f64 = 18.0;
/// The height of the word that says what a box stands for.
pub(crate) const CAPTION: f64 = 14.0;
/// Between the border of a box and its text.
pub(crate) const PAD: f64 = 12.0;
/// Around the picture.
pub(crate) const MARGIN: f64 = 24.0;
/// Above the boxes, for the title.
pub(crate) const HEAD: f64 = 40.0;

/// A rectangle by its left upper corner and size.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Rect {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// A box with its text in lines.
#[derive(Clone, Debug)]
pub(crate) struct Placed {
    pub(crate) rect: Rect,
    pub(crate) title: Vec<String>,
    pub(crate) lines: Vec<String>,
}

/// An arrow: level where it is in a column, bent between two points of different columns, in turn.
#[derive(Clone, Debug)]
pub(crate) struct Arrow {
    pub(crate) points: Vec<(f64, f64)>,
    pub(crate) label: Option<(Rect, Vec<String>)>,
    pub(crate) types_alone: bool,
}

/// A picture without its colours.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) boxes: Vec<Placed>,
    pub(crate) arrows: Vec<Arrow>,
}
