//! Graphs as SVG.

use crate::layout::layout;
use crate::layout::{Arrow, CAPTION, LINE, Layout, PAD, Placed};
use crate::model::Graph;
use std::fmt::Write as _;

/// The colours, for light and dark backgrounds.
const STYLE: &str = "\
text { font-family: ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; font-size: 13px; fill: #1f2328 }
.head { font-size: 15px; font-weight: bold }
.title { font-weight: bold }
.kind { font-size: 10px; fill: #57606a }
.label { font-size: 11.5px }
.ground { fill: #ffffff }
rect.tag { fill: #ffffff; stroke: #c8ced6 }
path { fill: none; stroke: #57606a; stroke-width: 1.4 }
path.types { stroke-dasharray: 5 4 }
polygon { fill: #57606a }
.component { fill: #e3edfd; stroke: #2563c4 }
.world { fill: #ece5fb; stroke: #6d3fc0 }
.interface { fill: #f3f4f6; stroke: #6b7280 }
.import { fill: #fdf0dc; stroke: #b26a00 }
.export { fill: #e0f4e6; stroke: #1d7f46 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 }
  .kind { fill: #9aa5b1 }
  .ground { fill: #0d1117 }
  rect.tag { fill: #0d1117; stroke: #3d444d }
  path { stroke: #9aa5b1 }
  polygon { fill: #9aa5b1 }
  .component { fill: #14233d; stroke: #5b93ea }
  .world { fill: #251b3d; stroke: #a583ea }
  .interface { fill: #1c2128; stroke: #8b949e }
  .import { fill: #33260f; stroke: #d99b3f }
  .export { fill: #10291a; stroke: #4db276 }
}
";

impl Graph {
    /// The graph as a drawing, for light and dark backgrounds.
    #[must_use]
    pub fn svg(&self) -> String {
        draw(self, &layout(self))
    }
}

/// Draws a graph.
fn draw(graph: &Graph, layout: &Layout) -> String {
    let (width, height) = (layout.width.ceil(), layout.height.ceil());
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n\
         <rect class=\"ground\" width=\"{width}\" height=\"{height}\"/>\n",
        title = escape(&graph.title)
    );
    text(&mut out, "head", 24.0, 36.0, &graph.title);
    layout
        .arrows
        .iter()
        // Later shapes cover earlier ones: labels lie over arrows, and boxes over both.
        .for_each(|arrow| draw_arrow(&mut out, arrow));
    for arrow in &layout.arrows {
        draw_label(&mut out, arrow);
    }
    for (placed, node) in layout.boxes.iter().zip(&graph.nodes) {
        draw_box(&mut out, placed, node.kind.word());
    }
    out.push_str("</svg>\n");
    out
}

fn draw_box(out: &mut String, placed: &Placed, kind: &str) {
    let rect = placed.rect;
    let _ = writeln!(
        out,
        "<rect class=\"{kind}\" x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" rx=\"7\"/>",
        rect.x, rect.y, rect.width, rect.height
    );
    let x = rect.x + PAD;
    let mut y = rect.y + PAD + CAPTION - 5.0;
    text(out, "kind", x, y, kind);
    for (class, line) in placed
        .title
        .iter()
        .map(|line| ("title", line))
        .chain(placed.lines.iter().map(|line| ("line", line)))
    {
        y += LINE;
        text(out, class, x, y, line);
    }
}

fn draw_arrow(out: &mut String, arrow: &Arrow) {
    let Some((&(x, y), rest)) = arrow.points.split_first() else {
        return;
    };
    let mut path = format!("M{x:.1} {y:.1}");
    let mut last = (x, y);
    for (index, &(x, y)) in rest.iter().enumerate() {
        // Level lines and bends alternate, starting with a level line: see `Arrow`.
        if index.is_multiple_of(2) {
            let _ = write!(path, "L{x:.1} {y:.1}");
        } else {
            // Control points level with the ends let the curve leave and arrive level.
            let middle = f64::midpoint(last.0, x);
            let _ = write!(
                path,
                "C{middle:.1} {:.1} {middle:.1} {y:.1} {x:.1} {y:.1}",
                last.1
            );
        }
        last = (x, y);
    }
    let class = if arrow.types_alone {
        " class=\"types\""
    } else {
        ""
    };
    let _ = writeln!(out, "<path{class} d=\"{path}\"/>");
    // The head is drawn against the direction in which the arrow arrives: only arrows that close a circle arrive from the right.
    let before = arrow
        .points
        .iter()
        .rev()
        // The last points may be the same, if a box fills its column.
        .find(|point| (point.0 - last.0).abs() > 0.01);
    let back = if before.is_some_and(|before| before.0 > last.0) {
        9.0
    } else {
        -9.0
    };
    let (x, y) = last;
    let _ = writeln!(
        out,
        "<polygon points=\"{x:.1},{y:.1} {:.1},{:.1} {:.1},{:.1}\"/>",
        x + back,
        y - 4.0,
        x + back,
        y + 4.0
    );
}

fn draw_label(out: &mut String, arrow: &Arrow) {
    let Some((rect, lines)) = &arrow.label else {
        return;
    };
    let _ = writeln!(
        out,
        "<rect class=\"tag\" x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" rx=\"5\"/>",
        rect.x, rect.y, rect.width, rect.height
    );
    for (index, line) in lines.iter().enumerate() {
        text(
            out,
            "label",
            rect.x + PAD / 2.0,
            rect.y + 15.0 + index as f64 * LINE * 0.9,
            line,
        );
    }
}

fn text(out: &mut String, class: &str, x: f64, y: f64, text: &str) {
    let _ = writeln!(
        out,
        // Spaces at the start of a line are its indent.
        "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" xml:space=\"preserve\">{}</text>",
        escape(text)
    );
}

/// Text as XML has it; what XML can't hold is left out.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // All text is content of elements, so that quotes need no escape.
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
