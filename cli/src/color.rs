//! `--color`: when the output has colors.

/// When to show colors. The values are those of wasm-tools.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
pub(crate) enum Color {
    // On a terminal, unless the environment forbids it (`NO_COLOR` and the like).
    #[default]
    Auto,
    Never,
    Always,
    // With escape sequences, even on consoles that have another way to set colors.
    AlwaysAnsi,
}

impl Color {
    /// Applies the choice to standard output and standard error.
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
