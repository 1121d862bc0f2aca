//! Names that the text of a file in an older dialect does not say.

/// What the text of a file in an older dialect does not say.
#[derive(Clone, Copy, Debug, Default)]
pub struct Names<'a> {
    /// What the interface shall be called that the file's items get if they stand in none: the name of the file.
    pub interface: Option<&'a str>,
    /// The package's name, if the file does not say it or without namespace: `a:b`.
    pub package: Option<&'a str>,
}
