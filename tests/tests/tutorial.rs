//! The tutorial, step by step, as a new user does it: a plugin project, witc under the name `wit-bindgen`, a component, and
//! a host on wasmtime with bindings of its own.

use std::fs;
use std::path::{Path, PathBuf};
use wasmtime::component::{Component, Linker};
use wasmtime::{Engine, Store};
use wasmtime_wasi::{ResourceTable, WasiCtx, WasiCtxBuilder, WasiCtxView, WasiView};
use witc_tests::{cargo, root, run, scratch};

const WORLD: &str = "\
package example:plugin;

world example-plugin {
    export length: func(s: string) -> u32;
}
";

const LIB: &str = r#"wit_bindgen::generate!({
    world: "example-plugin",
});

struct ExamplePlugin;

impl Guest for ExamplePlugin {
    fn length(s: String) -> u32 {
        s.len() as u32
    }
}

export!(ExamplePlugin);
"#;

mod host {
    //! The host's side, from the same text as [`super::WORLD`].

    wasmtime::component::bindgen!({
        world: "example-plugin",
        inline: "
            package example:plugin;

            world example-plugin {
                export length: func(s: string) -> u32;
            }
        ",
    });
}

struct State {
    wasi: WasiCtx,
    table: ResourceTable,
}

impl WasiView for State {
    fn ctx(&mut self) -> WasiCtxView<'_> {
        WasiCtxView {
            ctx: &mut self.wasi,
            table: &mut self.table,
        }
    }
}

/// Makes the project of the plugin and builds it; gives the component.
fn plugin(folder: &Path, edition: &str) -> PathBuf {
    fs::create_dir_all(folder.join("wit")).expect("there is room");
    fs::write(folder.join("wit/world.wit"), WORLD).expect("there is room");
    let mut init = cargo();
    init.args([
        "init",
        "--lib",
        "--quiet",
        "--vcs",
        "none",
        "--name",
        "example-plugin",
    ])
    .current_dir(folder);
    run(init);
    let guest = root().join("guest");
    let manifest = format!(
        "[package]\nname = \"example-plugin\"\nversion = \"0.1.0\"\nedition = \"{edition}\"\n\n\
         [lib]\ncrate-type = [\"cdylib\"]\n\n\
         [dependencies]\nwit-bindgen = {{ package = \"witc\", path = {guest:?} }}\n"
    );
    // In place of what `cargo init` wrote: the tutorial has its reader edit it.
    fs::write(folder.join("Cargo.toml"), manifest).expect("there is room");
    fs::write(folder.join("src/lib.rs"), LIB).expect("there is room");
    let mut build = cargo();
    // What is compiled once need not be compiled by the next run; a user's own build folder is inside the project.
    build
        .args(["build", "--quiet", "--target", "wasm32-wasip2"])
        .current_dir(folder);
    let target = scratch("tutorial");
    run_with_target(build, &target);
    target.join("wasm32-wasip2/debug/example_plugin.wasm")
}

fn run_with_target(mut command: std::process::Command, target: &Path) {
    command.env("CARGO_TARGET_DIR", target);
    run(command);
}

/// The tutorial's `main`; what it prints last.
fn host(component: &Path) -> wasmtime::Result<String> {
    let engine = Engine::default();
    let mut linker = Linker::new(&engine);
    wasmtime_wasi::p2::add_to_linker_sync(&mut linker)?;
    let state = State {
        wasi: WasiCtxBuilder::new().build(),
        table: ResourceTable::new(),
    };
    let mut store = Store::new(&engine, state);
    let component = Component::from_file(&engine, component)?;
    let plugin = host::ExamplePlugin::instantiate(&mut store, &component, &linker)?;
    let result = plugin.call_length(&mut store, "supercalifragilisticexpialidocious")?;
    Ok(format!("length: {result}"))
}

#[test]
fn the_tutorial_ends_at_34() {
    // Between the two, exported symbols and `unsafe extern` are written in another way.
    for edition in ["2021", "2024"] {
        let folder = tempfile::tempdir().expect("there is room");
        let component = plugin(&folder.path().join("part-1/plugin"), edition);
        assert_eq!(
            host(&component).expect("the host runs it"),
            "length: 34",
            "edition {edition}"
        );
    }
}
