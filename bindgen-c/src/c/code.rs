//! Statements of C, as data: what is generated is asked whether it is empty, and nested, before it is text.

use witc_bindgen_core::IndentedText;

/// Statements, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Code {
    statements: Vec<Statement>,
}

#[derive(Clone, Debug)]
enum Statement {
    /// A statement of one line, with its semicolon.
    Line(String),
    /// At least one of the two branches has a statement.
    If {
        condition: String,
        then: Code,
        otherwise: Code,
    },
    /// A loop over the elements of an array by the index `i`, from the last.
    Backwards { length: String, body: Code },
    Switch {
        subject: String,
        cases: Vec<(usize, Code)>,
        bodies: Bodies,
    },
}

/// The way in which the cases of a `switch` are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bodies {
    /// As they are.
    Plain,
    /// In braces: there are declarations among the statements.
    Braced,
}

impl Code {
    /// Whether there is nothing to do.
    pub(crate) fn is_empty(&self) -> bool {
        self.statements.is_empty()
    }

    /// Adds a statement of one line.
    pub(crate) fn line(&mut self, line: impl Into<String>) {
        self.statements.push(Statement::Line(line.into()));
    }

    /// Adds an error for the compiler of C: for what no plan asks for today, so that it is never left out without a word.
    pub(crate) fn refuse(&mut self, why: &str) {
        self.line(format!("#error \"{why}\""));
    }

    /// Adds statements.
    pub(crate) fn append(&mut self, more: Self) {
        self.statements.extend(more.statements);
    }

    /// Adds an `if` with the branches that have statements; nothing if neither has.
    pub(crate) fn branch(&mut self, condition: impl Into<String>, then: Self, otherwise: Self) {
        if !(then.is_empty() && otherwise.is_empty()) {
            self.statements.push(Statement::If {
                condition: condition.into(),
                then,
                otherwise,
            });
        }
    }

    /// Adds a loop over `length` elements by the index `i`, unless it would do nothing.
    pub(crate) fn backwards(&mut self, length: impl Into<String>, body: Self) {
        if !body.is_empty() {
            self.statements.push(Statement::Backwards {
                length: length.into(),
                body,
            });
        }
    }

    /// Adds a `switch` over the cases that have something to do.
    pub(crate) fn switch(
        &mut self,
        subject: impl Into<String>,
        cases: Vec<(usize, Self)>,
        bodies: Bodies,
    ) {
        self.statements.push(Statement::Switch {
            subject: subject.into(),
            cases,
            bodies,
        });
    }

    /// Writes the statements.
    pub(crate) fn write(&self, source: &mut IndentedText) {
        for statement in &self.statements {
            statement.write(source);
        }
    }

    /// The statement, if it is the only one and fits a line.
    fn only_line(&self) -> Option<&str> {
        match &self.statements[..] {
            [Statement::Line(line)] => Some(line),
            [] | [_] | [_, _, ..] => None,
        }
    }
}

impl FromIterator<Self> for Code {
    fn from_iter<I: IntoIterator<Item = Self>>(parts: I) -> Self {
        let statements = parts.into_iter().flat_map(|part| part.statements);
        Self {
            statements: statements.collect(),
        }
    }
}

/// A statement of one line.
impl From<String> for Code {
    fn from(line: String) -> Self {
        Self {
            statements: vec![Statement::Line(line)],
        }
    }
}

impl Statement {
    fn write(&self, source: &mut IndentedText) {
        match self {
            Self::Line(line) => source.lines(line),
            Self::If {
                condition,
                then,
                otherwise,
            } => write_branches(condition, then, otherwise, source),
            Self::Backwards { length, body } => {
                // The test comes before the step down: `size_t` has no number below 0 at which a loop could end.
                let head = format!("for (size_t i = {length}; i-- > 0;)");
                match body.only_line() {
                    Some(line) => source.lines(format!("{head} {line}")),
                    None => source.block(head, "", |source| body.write(source)),
                }
            }
            Self::Switch {
                subject,
                cases,
                bodies,
            } => {
                source.lines(format!("switch ({subject}) {{"));
                for (value, body) in cases {
                    write_case(*value, body, *bodies, source);
                }
                source.lines("}");
            }
        }
    }
}

fn write_branches(condition: &str, then: &Code, otherwise: &Code, source: &mut IndentedText) {
    // An `if` without statements in its first branch would be a block that a reader takes for a mistake.
    if then.is_empty() {
        source.block(format!("if (!{condition})"), "", |source| {
            otherwise.write(source);
        });
        return;
    }
    source.open(format!("if ({condition})"));
    then.write(source);
    if otherwise.is_empty() {
        source.close("");
    } else {
        source.close(" else {");
        // `close` has ended the block already, so that `else {` stands on the line of its brace.
        let mut nested = IndentedText::at(source.depth() + 1);
        otherwise.write(&mut nested);
        source.append(&nested);
        source.lines("}");
    }
}

/// Labels stand as far out as the `switch` itself.
fn write_case(value: usize, body: &Code, bodies: Bodies, source: &mut IndentedText) {
    let label = format!("case {value}:");
    let write_body = |source: &mut IndentedText| {
        body.write(source);
        source.lines("break;");
    };
    match bodies {
        Bodies::Braced => source.block(label, "", write_body),
        Bodies::Plain => {
            source.lines(label);
            // A label opens no block for `source` to indent.
            let mut nested = IndentedText::at(source.depth() + 1);
            write_body(&mut nested);
            source.append(&nested);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Bodies, Code};
    use witc_bindgen_core::IndentedText;

    fn text(code: &Code) -> String {
        let mut source = IndentedText::new();
        code.write(&mut source);
        source.finish()
    }

    fn line(text: &str) -> Code {
        Code::from(text.to_owned())
    }

    #[test]
    fn branches_that_do_nothing_are_left_out() {
        let branch = |then: &str, otherwise: &str| {
            let part = |text: &str| {
                if text.is_empty() {
                    Code::default()
                } else {
                    line(text)
                }
            };
            let mut code = Code::default();
            code.branch("x", part(then), part(otherwise));
            text(&code)
        };
        assert_eq!(branch("", ""), "");
        assert_eq!(branch("a;", ""), "if (x) {\n    a;\n}\n");
        assert_eq!(branch("", "b;"), "if (!x) {\n    b;\n}\n");
        assert_eq!(
            branch("a;", "b;"),
            "if (x) {\n    a;\n} else {\n    b;\n}\n"
        );
    }

    #[test]
    fn loops_and_cases() {
        let mut code = Code::default();
        code.backwards("n", Code::default());
        code.backwards("n", line("a;"));
        code.backwards("n", [line("a;"), line("b;")].into_iter().collect());
        code.switch("tag", vec![(1, line("a;"))], Bodies::Plain);
        code.switch("tag", vec![(2, line("b;"))], Bodies::Braced);
        assert_eq!(
            text(&code),
            "for (size_t i = n; i-- > 0;) a;\n\
             for (size_t i = n; i-- > 0;) {\n    a;\n    b;\n}\n\
             switch (tag) {\ncase 1:\n    a;\n    break;\n}\n\
             switch (tag) {\ncase 2: {\n    b;\n    break;\n}\n}\n"
        );
    }
}
