//! `--color`: whether what is printed has colors.

/// When to show colors, in the words of wasm-tools.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
pub(crate) enum Color {
    // Where they can be seen, and nobody asked for none (`NO_COLOR` and the like).
    #[default]
    Auto,
    Never,
    Always,
    // As escape sequences, even for consoles that know another way.
    AlwaysAnsi,
}

impl Color {
    /// Makes it so, for standard output and standard error.
    pub(crate) fn choose(self) {
        let choice = match self {
            Self::Auto => anstream::ColorChoice::Auto,
            Self::Never => anstream::ColorChoice::Never,
            Self::Always => anstream::ColorChoice::Always,
            Self::AlwaysAnsi => anstream::ColorChoice::AlwaysAnsi,
        };
        choice.write_global();
    }
}
