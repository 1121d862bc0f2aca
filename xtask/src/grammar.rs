//! `cargo xtask grammar`: writes the lexer and the grammar that `witc-parser` has checked in.
//!
//! Their generators would cost every guest's build ten seconds and more; their output costs it nothing.

mod shorten;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{fs, io};
use syn::visit_mut::VisitMut;

/// Where the sources and the output are.
fn parser_crate() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../wit-parser")
}

/// The generated files, as paths within `wit-parser`, with what they should contain.
pub(crate) fn generate() -> Result<Vec<(&'static str, String)>, Box<dyn Error>> {
    let root = parser_crate();
    Ok(vec![
        (
            "src/generated/tokens.rs",
            tokens(&root.join("grammar/tokens.rs"))?,
        ),
        (
            "src/generated/grammar.rs",
            grammar(&root.join("grammar/grammar.lalrpop"))?,
        ),
    ])
}

/// Writes the generated files and says which of them changed.
pub(crate) fn run() -> Result<(), Box<dyn Error>> {
    for (path, text) in generate()? {
        let file = parser_crate().join(path);
        // A file that does not change keeps its time, so that cargo builds nothing anew.
        if fs::read_to_string(&file).ok().as_ref() == Some(&text) {
            println!("wit-parser/{path} is up to date");
        } else {
            fs::write(&file, text)?;
            println!("wit-parser/{path} written");
        }
    }
    Ok(())
}

fn head(about: &str, source: &str) -> String {
    format!("//! {about}, generated from `{source}` by `cargo xtask grammar`: don't edit.\n\n")
}

fn tokens(source: &Path) -> Result<String, Box<dyn Error>> {
    let mut file = syn::parse_file(&fs::read_to_string(source)?)?;
    // The doc comment of the source is about the source; the output gets its own.
    file.attrs.clear();
    let mut items = vec![
        syn::parse_quote!(
            use crate::lexer::{bad_word, block_comment, line_comment, string, word};
        ),
        syn::parse_quote!(
            use crate::table::states;
        ),
    ];
    for item in file.items {
        let source = quote::quote!(#item);
        items.push(syn::parse2(logos_codegen::strip_attributes(
            source.clone(),
        ))?);
        items.extend(syn::parse2::<syn::File>(logos_codegen::generate(source))?.items);
    }
    file.items = items;
    ShortTables.visit_file_mut(&mut file);
    Ok(head("The lexer", "grammar/tokens.rs") + &prettyplease::unparse(&file))
}

/// Writes the tables that say which state follows a byte as ranges of bytes: a guest's build has less to compile.
struct ShortTables;

impl VisitMut for ShortTables {
    fn visit_item_const_mut(&mut self, item: &mut syn::ItemConst) {
        if let syn::Expr::Array(table) = &*item.expr
            // A table by bytes has 256 entries; other arrays stay as they are.
            && table.elems.len() == 256
            && let Some(ranges) = ranges(&table.elems.iter().collect::<Vec<_>>())
        {
            *item.expr = syn::parse_quote!(states(&[#(#ranges),*]));
        }
    }
}

/// The runs of equal states in a table, which has `None` or `Some(state)` for each byte.
fn ranges(table: &[&syn::Expr]) -> Option<Vec<syn::Expr>> {
    let mut ranges = Vec::new();
    let mut first = 0_usize;
    for run in table.chunk_by(|a, b| a == b) {
        let last = first + run.len() - 1;
        match run[0] {
            syn::Expr::Path(none) if none.path.is_ident("None") => {}
            syn::Expr::Call(some) => {
                let (from, to, state) = (byte(first), byte(last), &some.args);
                ranges.push(syn::parse_quote!((#from, #to, #state)));
            }
            // Some other table, which is left as it is.
            _ => return None,
        }
        first = last + 1;
    }
    Some(ranges)
}

/// A byte as a literal: the character, where it is one that can be seen.
fn byte(byte: usize) -> syn::Lit {
    let literal = match u8::try_from(byte) {
        Ok(byte) if byte.is_ascii_graphic() => format!("b'{}'", byte.escape_ascii()),
        _ => byte.to_string(),
    };
    syn::parse_str(&literal).expect("is a literal")
}

fn grammar(source: &Path) -> Result<String, Box<dyn Error>> {
    // lalrpop reads and writes files only.
    let folder = std::env::temp_dir().join(format!("witc-grammar-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let result = grammar_in(source, &folder);
    // Also after a failure, which is passed on after this.
    fs::remove_dir_all(&folder)?;
    Ok(head("The parser's tables and actions", "grammar/grammar.lalrpop") + &result?)
}

fn grammar_in(source: &Path, folder: &Path) -> Result<String, Box<dyn Error>> {
    let input = folder.join("grammar.lalrpop");
    // The head of the grammar is a doc comment, which is none of lalrpop's business.
    let text: String = fs::read_to_string(source)?
        .lines()
        .skip_while(|line| line.starts_with("//!"))
        .map(|line| line.to_owned() + "\n")
        .collect();
    fs::write(&input, text)?;
    lalrpop::Configuration::new()
        .never_use_colors()
        .log_quiet()
        .set_features([])
        .emit_whitespace(false)
        .set_in_dir(folder)
        .set_out_dir(folder)
        .process()
        .map_err(|error| io::Error::other(format!("lalrpop: {error}")))?;
    let mut file = syn::parse_file(&fs::read_to_string(folder.join("grammar.rs"))?)?;
    shorten::shorten(&mut file)?;
    Ok(prettyplease::unparse(&file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generated_files_are_fresh() {
        for (path, text) in generate().expect("the generators run") {
            let found =
                fs::read_to_string(parser_crate().join(path)).expect("the generated file exists");
            assert!(
                found == text,
                "wit-parser/{path} is stale: run `cargo xtask grammar`"
            );
        }
    }
}
