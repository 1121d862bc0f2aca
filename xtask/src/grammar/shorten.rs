//! Makes lalrpop's output shorter without changing what it does: every guest compiles it.
//!
//! Four things cost most of the time that the compiler takes for it, and none of them is needed: a table with an entry
//! for each token in each state, a function of two thousand lines that a table replaces, the reductions of rules that are
//! inlined wherever they occur, and checks that the next line repeats.

use quote::ToTokens;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use syn::{Arm, Expr, File, Item, ItemConst, ItemFn, Stmt, parse_quote};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Shortens a parser with one start symbol.
pub(super) fn shorten(file: &mut File) -> Result<()> {
    let module = file.items.iter_mut().find_map(|item| match item {
        Item::Mod(module) if module.ident == "__parse__Start" => module.content.as_mut(),
        _ => None,
    });
    let items = &mut module.ok_or("lalrpop's module is not where it was")?.1;
    items.insert(
        0,
        parse_quote!(
            use crate::table::table;
        ),
    );
    let action = take_table(items, "__ACTION")?;
    let eof = find_table(items, "__EOF_ACTION")?;
    let width = action.len() / eof.len();
    let live: BTreeSet<i64> = action
        .iter()
        .chain(&eof)
        .map(|action| -action - 1)
        .collect();
    items.push(sparse(&action, width));
    items.push(syn::parse2(simulated(items)?)?);
    for item in items.iter_mut() {
        let Item::Fn(function) = item else { continue };
        match function.sig.ident.to_string().as_str() {
            // Inlined it is one comparison, and the token stays in a register.
            "__token_to_integer" => function.attrs.push(parse_quote!(#[inline(always)])),
            "__reduce" => keep_arms(function, &live)?,
            "__simulate_reduce" => {
                function.block = parse_quote!({
                    let (states_to_pop, nonterminal_produced) = __REDUCED[__reduce_index as usize];
                    if states_to_pop == u8::MAX {
                        return __state_machine::SimulatedReduce::Accept;
                    }
                    __state_machine::SimulatedReduce::Reduce {
                        states_to_pop: states_to_pop.into(),
                        nonterminal_produced: nonterminal_produced.into(),
                    }
                });
            }
            _ => remove_checks(function),
        }
    }
    items.retain(|item| reduction(item).is_none_or(|number| live.contains(&number)));
    remove_unused_actions(file);
    Ok(())
}

/// The entries of a table of numbers.
fn entries(table: &ItemConst) -> Option<Vec<i64>> {
    let Expr::Reference(reference) = &*table.expr else {
        return None;
    };
    let Expr::Array(array) = &*reference.expr else {
        return None;
    };
    let number = |entry: &Expr| {
        entry
            .to_token_stream()
            .to_string()
            .replace(' ', "")
            .parse()
            .ok()
    };
    array.elems.iter().map(number).collect()
}

fn find_table(items: &[Item], name: &str) -> Result<Vec<i64>> {
    let table = items.iter().find_map(|item| match item {
        Item::Const(table) if table.ident == name => entries(table),
        _ => None,
    });
    table.ok_or_else(|| format!("lalrpop's table {name} is not where it was").into())
}

fn take_table(items: &mut Vec<Item>, name: &str) -> Result<Vec<i64>> {
    let table = find_table(items, name)?;
    items.retain(|item| !matches!(item, Item::Const(table) if table.ident == name));
    Ok(table)
}

/// The table of actions by its rows, those that are alike written once, and without the entries for errors.
fn sparse(action: &[i64], width: usize) -> Item {
    let mut rows: BTreeMap<&[i64], Vec<u16>> = BTreeMap::new();
    for (state, row) in (0..).zip(action.chunks(width)) {
        rows.entry(row).or_default().push(state);
    }
    let rows = rows.iter().map(|(row, states)| {
        let columns = (0_u8..).zip(row.iter()).filter(|(_, action)| **action != 0);
        let columns = columns.map(|(column, action)| {
            let action = proc_macro2::Literal::i64_unsuffixed(*action);
            let column = proc_macro2::Literal::u8_unsuffixed(column);
            quote::quote!((#column, #action))
        });
        let states = states
            .iter()
            .map(|state| proc_macro2::Literal::u16_unsuffixed(*state));
        quote::quote!((&[#(#states),*], &[#(#columns),*]))
    });
    let (length, width) = (
        proc_macro2::Literal::usize_unsuffixed(action.len()),
        proc_macro2::Literal::usize_unsuffixed(width),
    );
    parse_quote! {
        static __ACTION: [i16; #length] = table(#width, &[#(#rows),*]);
    }
}

/// For each reduction the number of states that it takes off the stack and the nonterminal that it makes.
fn simulated(items: &[Item]) -> Result<proc_macro2::TokenStream> {
    let function = items.iter().find_map(|item| match item {
        Item::Fn(function) if function.sig.ident == "__simulate_reduce" => Some(function),
        _ => None,
    });
    let function = function.ok_or("lalrpop's function that simulates is not where it was")?;
    let mut pairs = Vec::new();
    for arm in arms(function).ok_or("lalrpop's function that simulates is no match")? {
        let Expr::Lit(_) = pattern(arm)? else {
            continue;
        };
        let text = arm.body.to_token_stream().to_string();
        let digits = |name: &str| -> Option<u8> {
            let rest = text.split_once(name)?.1.trim_start_matches([' ', ':']);
            let end = rest.find(|c: char| !c.is_ascii_digit())?;
            rest[..end].parse().ok()
        };
        let pair = match (digits("states_to_pop"), digits("nonterminal_produced")) {
            (Some(pop), Some(nonterminal)) => (pop, nonterminal),
            _ if text.contains("Accept") => (u8::MAX, 0),
            _ => return Err("a simulated reduction is not what it was".into()),
        };
        pairs.push(pair);
    }
    let length = pairs.len();
    let pairs = pairs.iter().map(|(pop, nonterminal)| {
        let (pop, nonterminal) = (
            proc_macro2::Literal::u8_unsuffixed(*pop),
            proc_macro2::Literal::u8_unsuffixed(*nonterminal),
        );
        quote::quote!((#pop, #nonterminal))
    });
    Ok(quote::quote!(static __REDUCED: [(u8, u8); #length] = [#(#pairs),*];))
}

/// The arms of the first match in a function.
fn arms(function: &ItemFn) -> Option<&Vec<Arm>> {
    function.block.stmts.iter().find_map(|statement| {
        let expression = match statement {
            Stmt::Expr(expression, _) => expression,
            Stmt::Local(local) => &local.init.as_ref()?.expr,
            _ => return None,
        };
        match expression {
            Expr::Match(found) => Some(&found.arms),
            _ => None,
        }
    })
}

fn pattern(arm: &Arm) -> Result<Expr> {
    Ok(syn::parse2(arm.pat.to_token_stream()).unwrap_or(parse_quote!(())))
}

/// Leaves only the arms of the reductions that a table refers to.
fn keep_arms(function: &mut ItemFn, live: &BTreeSet<i64>) -> Result<()> {
    for statement in &mut function.block.stmts {
        let Stmt::Local(local) = statement else {
            continue;
        };
        let Some(init) = &mut local.init else {
            continue;
        };
        let Expr::Match(found) = &mut *init.expr else {
            continue;
        };
        found.arms.retain(|arm| {
            let number = arm.pat.to_token_stream().to_string().parse::<i64>();
            number.map_or(true, |number| live.contains(&number))
        });
        return Ok(());
    }
    Err("lalrpop's function that reduces is not what it was".into())
}

/// The number of the reduction that an item is.
fn reduction(item: &Item) -> Option<i64> {
    let Item::Fn(function) = item else {
        return None;
    };
    let name = function.sig.ident.to_string();
    name.strip_prefix("__reduce")?.parse().ok()
}

/// What takes values off the stack fails as well if there are none; said once, it is less to compile.
fn remove_checks(function: &mut ItemFn) {
    function.block.stmts.retain(
        |statement| !matches!(statement, Stmt::Macro(check) if check.mac.path.is_ident("assert")),
    );
}

/// Removes the actions that nothing calls any more.
fn remove_unused_actions(file: &mut File) {
    let is_action = |name: &str| name.starts_with("__action") && name.len() > "__action".len();
    let names = |tokens: proc_macro2::TokenStream| {
        let text = tokens.to_string();
        let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        let found: BTreeSet<String> = words
            .filter(|word| is_action(word))
            .map(str::to_owned)
            .collect();
        found
    };
    let mut calls = BTreeMap::new();
    let mut todo = Vec::new();
    for item in &file.items {
        match item {
            Item::Fn(function) if is_action(&function.sig.ident.to_string()) => {
                calls.insert(
                    function.sig.ident.to_string(),
                    names(function.block.to_token_stream()),
                );
            }
            _ => todo.extend(names(item.to_token_stream())),
        }
    }
    let mut used = BTreeSet::new();
    while let Some(name) = todo.pop() {
        if used.insert(name.clone()) {
            todo.extend(calls.get(&name).into_iter().flatten().cloned());
        }
    }
    file.items.retain(|item| match item {
        Item::Fn(function) => {
            let name = function.sig.ident.to_string();
            !is_action(&name) || used.contains(&name)
        }
        _ => true,
    });
}
