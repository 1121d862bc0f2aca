//! Paths of 2023 and what a world exported by default: `self.a`, `pkg.file.a`, `dependency.file.a`.

use super::rewriter::Rewriter;
use super::sign::Sign;
use crate::old_path::old_path;
use witc_diagnostics::Span;

impl Rewriter<'_> {
    /// `use pkg.a.{t}`, `include self.w`, `import a: self.a`, with the keyword at `at`.
    pub(super) fn old_path(&mut self, at: usize) {
        let Some(path) = old_path(&self.tokens, at, |at| self.word_at(at)) else {
            return;
        };
        let span = self.tokens[path.first]
            .span()
            .to(self.tokens[path.last].span());
        self.sign(Sign::Path, span);
        let ours = self.today(self.word_at(path.last));
        if !path.is_own {
            let package = self.word_at(path.first);
            self.unknown(
                span,
                format!("the namespace of the package `{package}` is not known"),
                format!("write `namespace:{package}/{ours}`"),
            );
            return;
        }
        // An import that has the name of its interface has no other name today.
        let same = path
            .name
            .filter(|&name| self.today(self.word_at(name)) == ours);
        let start = same.map_or(span, |name| self.tokens[name].span()).start;
        self.replace(Span::new(start, span.end), &ours);
    }

    /// `default export self.a`
    pub(super) fn default_export(&mut self, at: usize) {
        let span = self.tokens[at].span();
        self.sign(Sign::DefaultExport, span);
        let what = old_path(&self.tokens, at + 1, |at| self.word_at(at)).map_or_else(
            || "name".to_owned(),
            |path| self.today(self.word_at(path.last)),
        );
        self.unknown(
            span.to(self.tokens[at + 1].span()),
            "a world has no default export today",
            format!(
                "write `export {what};`, or, to export its functions without an interface, each of them: \
                 `export f: func();`"
            ),
        );
        // Without it the rest can be read.
        self.replace(Span::new(span.start, self.tokens[at + 1].start), "");
    }
}
