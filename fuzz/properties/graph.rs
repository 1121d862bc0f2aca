//! What holds for `graph` and any component or package: it draws it in each format, or says why not.

use witc_graph::{Graph, of_component, of_packages};
use witc_resolve::Loader;

pub(crate) fn check(data: &[u8]) {
    if data.starts_with(b"\0asm") {
        match of_component("input", data) {
            Ok(graph) => draw(&graph),
            Err(diagnostic) => assert!(!diagnostic.message.is_empty()),
        }
    } else if let Ok(text) = std::str::from_utf8(data) {
        let loaded = Loader::new().text("package.wit", text.to_owned()).load();
        if loaded.has_errors() {
            return;
        }
        let resolve = &loaded.resolve;
        draw(&of_packages(resolve, &loaded.main, None));
        for world in resolve.worlds.ids().take(4) {
            draw(&of_packages(resolve, &loaded.main, Some(world)));
        }
    }
}

fn draw(graph: &Graph) {
    let (nodes, edges) = (graph.nodes.len(), graph.edges.len());
    for edge in &graph.edges {
        assert!(edge.from < nodes && edge.to < nodes && edge.from != edge.to);
    }
    let svg = graph.svg();
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
    assert_eq!(
        svg.matches("<polygon ").count(),
        edges,
        "each arrow has a head"
    );
    // A number that is none: names in text may be anything, coordinates may not.
    assert!(!svg.contains("\"NaN\"") && !svg.contains("\"inf\""));
    assert!(graph.mermaid().lines().count() > nodes + edges);
    assert!(graph.dot().lines().count() > nodes + edges);
}
