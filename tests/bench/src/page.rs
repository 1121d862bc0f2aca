//! `docs/performance.md`: what all rows gave, goals first, with their charts.

use crate::chart::{THEMES, draw};
use crate::report::{Figure, Table};
use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

/// Where the charts are, from the page.
const CHARTS: &str = "performance";

/// The machine that the figures were taken on.
pub(crate) struct Machine {
    pub(crate) processor: String,
    pub(crate) threads: usize,
    pub(crate) rustc: String,
}

/// Writes the page and its charts into a folder.
///
/// # Errors
///
/// What can't be written.
pub(crate) fn write(folder: &Path, tables: &[Table], machine: &Machine) -> io::Result<()> {
    let charts = folder.join(CHARTS);
    fs::create_dir_all(&charts)?;
    for table in tables {
        // GitHub shows one of the two, as the reader's browser asks for.
        for theme in &THEMES {
            fs::write(
                charts.join(format!("{}-{}.svg", table.name, theme.name)),
                draw(table, theme),
            )?;
        }
    }
    fs::write(folder.join("performance.md"), page(tables, machine))
}

fn page(tables: &[Table], machine: &Machine) -> String {
    let Machine {
        processor,
        threads,
        rustc,
    } = machine;
    let mut page = format!(
        "# Performance\n\n\
         What witc takes beside what its peers take for the same work: wit-parser and wit-component 0.263.0, wit-bindgen \
         0.63.0. `cargo xtask bench --write` wrote this page; it builds both sides, runs them in turn on the machine at hand, \
         and takes half an hour. `cargo xtask bench load` runs one row.\n\n\
         A ratio is that of the medians; its spread is that of single rounds. Times are worth what the machine is worth that \
         they were taken on: {processor}, {threads} threads, {rustc}. What does not vary, instructions and bytes of code, \
         `cargo xtask test` holds to ceilings that are checked in.\n\n\
         ## Goals\n\n\
         | | is | goal | |\n|---|---|---|---|\n"
    );
    // Goals of all rows first: whether they are met is what a reader looks for.
    let goals = tables.iter().flat_map(|table| &table.figures);
    for (figure, goal, met) in
        goals.filter_map(|figure| Some((figure, figure.goal?, figure.is_met()?)))
    {
        let _ = writeln!(
            page,
            "| {} | {} | {} | {} |",
            figure.what,
            figure.in_words(figure.ratio()),
            figure.number(goal),
            if met { "met" } else { "**missed**" },
        );
    }
    for table in tables {
        section(&mut page, table);
    }
    page
}

fn section(page: &mut String, table: &Table) {
    let Table {
        name,
        title,
        method,
        figures,
    } = table;
    let _ = write!(
        page,
        "\n## {title}\n\n{method}\n\n\
         <picture>\n  <source media=\"(prefers-color-scheme: dark)\" srcset=\"{CHARTS}/{name}-dark.svg\">\n  \
         <img alt=\"{title}: bars, witc as a part of its peer\" src=\"{CHARTS}/{name}-light.svg\">\n</picture>\n\n\
         | | witc | peer | ratio | spread |\n|---|---|---|---|---|\n"
    );
    for figure in figures {
        let Figure {
            what,
            unit,
            ours,
            theirs,
            ..
        } = figure;
        let _ = writeln!(
            page,
            "| {what} | {} | {} | {} | {} |",
            unit.show(*ours),
            unit.show(*theirs),
            figure.in_words(figure.ratio()),
            figure.spread_text().unwrap_or_default(),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Unit;

    #[test]
    fn the_page_has_a_line_for_each_goal_and_each_figure() {
        let figures = vec![
            Figure::counted("one", Unit::Size, 30.0, 100.0).at_most(0.5),
            Figure::counted("two", Unit::Size, 60.0, 100.0).at_most(0.5),
            Figure::counted("three", Unit::Size, 70.0, 100.0),
        ];
        let tables = [Table {
            name: "t",
            title: "T",
            method: "How.".into(),
            figures,
        }];
        let machine = Machine {
            processor: "a processor".into(),
            threads: 2,
            rustc: "rustc 1".into(),
        };
        let folder = tempfile::tempdir().expect("a temporary folder");
        write(folder.path(), &tables, &machine).expect("writes");
        let page = fs::read_to_string(folder.path().join("performance.md")).expect("is there");
        for line in [
            "| one | 0.300 times as much | 0.500 | met |",
            "| two | 0.600 times as much | 0.500 | **missed** |",
            "| three | 70 bytes | 100 bytes | 0.700 times as much |  |",
        ] {
            assert!(page.lines().any(|found| found == line), "{line}\n{page}");
        }
        assert_eq!(
            fs::read_dir(folder.path().join(CHARTS))
                .expect("is there")
                .count(),
            2
        );
    }
}
