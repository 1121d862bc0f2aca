//! A chart of a table: a bar for each figure, as long as ours is of theirs, in a light and a dark drawing.

use crate::report::{Figure, Table};
use std::fmt::Write as _;

/// The colours of a drawing.
pub(crate) struct Theme {
    /// The end of the file's name.
    pub(crate) name: &'static str,
    background: &'static str,
    text: &'static str,
    faint: &'static str,
    /// A bar whose goal is met, or which has none and is no longer than theirs.
    good: &'static str,
    /// Any other bar.
    poor: &'static str,
}

pub(crate) const THEMES: [Theme; 2] = [
    Theme {
        name: "light",
        background: "#ffffff",
        text: "#1f2328",
        faint: "#d1d9e0",
        good: "#2a7f62",
        poor: "#b5542b",
    },
    Theme {
        name: "dark",
        background: "#0d1117",
        text: "#e6edf3",
        faint: "#3d444d",
        good: "#4cb391",
        poor: "#e08457",
    },
];

/// In units of the drawing.
const ROW: f64 = 24.0;
const LABELS: f64 = 400.0;
const BARS: f64 = 360.0;
const VALUES: f64 = 70.0;
const TOP: f64 = 34.0;
/// Where the longest bar ends, if it is not cut off: this many times theirs.
const MOST: f64 = 1.25;

/// The chart as SVG.
pub(crate) fn draw(table: &Table, theme: &Theme) -> String {
    let longest = table
        .figures
        .iter()
        .map(Figure::ratio)
        .fold(1.0, f64::max)
        // One bar that is far too long would leave nothing of the others.
        .min(MOST);
    let scale = BARS / longest;
    let width = LABELS + BARS + VALUES;
    let height = TOP + ROW * table.figures.len() as f64 + 12.0;
    let Theme {
        background,
        text,
        faint,
        ..
    } = theme;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" font-family=\"system-ui, sans-serif\" font-size=\"13\" role=\"img\">\n\
         <title>{}: witc as a part of its peer</title>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{background}\"/>\n",
        escaped(table.title),
    );
    let peer = LABELS + scale;
    let _ = writeln!(
        svg,
        "<text x=\"{peer:.1}\" y=\"20\" fill=\"{text}\" text-anchor=\"middle\">peer = 1</text>\n\
         <line x1=\"{peer:.1}\" y1=\"{TOP}\" x2=\"{peer:.1}\" y2=\"{:.1}\" stroke=\"{faint}\"/>",
        height - 8.0,
    );
    for (index, figure) in table.figures.iter().enumerate() {
        bar(&mut svg, figure, TOP + ROW * index as f64, scale, theme);
    }
    svg.push_str("</svg>\n");
    svg
}

fn bar(svg: &mut String, figure: &Figure, top: f64, scale: f64, theme: &Theme) {
    let ratio = figure.ratio();
    let length = (ratio * scale).min(BARS);
    let good = figure.is_met().unwrap_or(ratio <= 1.0);
    let (fill, text) = (if good { theme.good } else { theme.poor }, theme.text);
    let base = top + ROW * 0.65;
    let _ = writeln!(
        svg,
        "<text x=\"{:.1}\" y=\"{base:.1}\" fill=\"{text}\" text-anchor=\"end\">{}</text>\n\
         <rect x=\"{LABELS}\" y=\"{:.1}\" width=\"{length:.1}\" height=\"{:.1}\" rx=\"2\" fill=\"{fill}\"/>\n\
         <text x=\"{:.1}\" y=\"{base:.1}\" fill=\"{text}\">{ratio:.2}</text>",
        LABELS - 10.0,
        escaped(&figure.what),
        top + 4.0,
        ROW - 8.0,
        LABELS + length + 8.0,
    );
    // The goal is a notch across the bar.
    if let Some(goal) = figure.goal.filter(|goal| goal * scale <= BARS) {
        let x = LABELS + goal * scale;
        let _ = writeln!(
            svg,
            "<line x1=\"{x:.1}\" y1=\"{:.1}\" x2=\"{x:.1}\" y2=\"{:.1}\" stroke=\"{text}\" stroke-width=\"2\"/>",
            top + 2.0,
            top + ROW - 2.0,
        );
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Unit;

    fn table() -> Table {
        let figures = vec![
            Figure::counted("a & b", Unit::Size, 30.0, 100.0).at_most(0.5),
            Figure::counted("c", Unit::Size, 300.0, 100.0),
        ];
        Table {
            name: "t",
            title: "T",
            method: String::new(),
            figures,
        }
    }

    #[test]
    fn bars_are_as_long_as_ours_is_of_theirs_and_stay_inside() {
        let svg = draw(&table(), &THEMES[0]);
        let width = |ratio: f64| format!("width=\"{:.1}\"", ratio * BARS / MOST);
        assert!(svg.contains(&width(0.3)), "{svg}");
        assert!(svg.contains(&format!("width=\"{BARS:.1}\"")), "{svg}");
        assert!(svg.contains("a &amp; b") && svg.contains(">3.00<"), "{svg}");
    }

    #[test]
    fn what_misses_its_goal_or_is_larger_without_one_has_the_other_colour() {
        let svg = draw(&table(), &THEMES[1]);
        assert_eq!(svg.matches(THEMES[1].good).count(), 1);
        assert_eq!(svg.matches(THEMES[1].poor).count(), 1);
    }
}
