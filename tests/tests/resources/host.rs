//! The host of the guest: it has files, and functions that take them, lend them and give them back.

use crate::values::{joined, list, string, text};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use witc_runner::{Guest, Program, Result, Val, number, own};

const FILES: &str = "fixture:resources/files";

/// The files that are alive, by their numbers.
#[derive(Clone, Default)]
pub(crate) struct Files(Arc<Mutex<(u32, BTreeMap<u32, String>)>>);

impl Files {
    pub(crate) fn add(&self, name: &str) -> u32 {
        let mut files = self.0.lock().unwrap();
        files.0 += 1;
        let number = files.0;
        files.1.insert(number, name.to_owned());
        number
    }

    pub(crate) fn name(&self, number: u32) -> String {
        self.0
            .lock()
            .unwrap()
            .1
            .get(&number)
            .expect("a file that is used is alive")
            .clone()
    }

    pub(crate) fn remove(&self, number: u32) {
        assert!(
            self.0.lock().unwrap().1.remove(&number).is_some(),
            "a file is dropped once"
        );
    }

    pub(crate) fn alive(&self) -> Vec<String> {
        self.0.lock().unwrap().1.values().cloned().collect()
    }
}

/// The guest on a host that has files.
pub(crate) fn guest(component: &[u8]) -> (Guest, Files) {
    let mut program = Program::new(component).expect("is a component");
    let files = Files::default();
    implement(&mut program, &files).expect("each import is implemented once");
    (
        program.instantiate().expect("all imports are implemented"),
        files,
    )
}

fn implement(program: &mut Program, files: &Files) -> Result<()> {
    let all = files.clone();
    program.resource(FILES, "file", move |number| all.remove(number))?;
    let all = files.clone();
    program.import(
        Some(FILES),
        "[constructor]file",
        move |store, args, results| {
            results[0] = own(store, all.add(string(&args[0])))?;
            Ok(())
        },
    )?;
    let all = files.clone();
    program.import(
        Some(FILES),
        "[static]file.open",
        move |store, args, results| {
            results[0] = Val::Result(match string(&args[0]) {
                "" => Err(Some(Box::new(text("no name")))),
                name => Ok(Some(Box::new(own(store, all.add(name))?))),
            });
            Ok(())
        },
    )?;
    let all = files.clone();
    program.import(
        Some(FILES),
        "[method]file.name",
        move |store, args, results| {
            results[0] = text(&all.name(number(store, &args[0])?));
            Ok(())
        },
    )?;
    let all = files.clone();
    program.import(
        Some(FILES),
        "[method]file.append",
        move |mut store, args, results| {
            let (this, other) = (number(&mut store, &args[0])?, number(&mut store, &args[1])?);
            let said = format!(
                "{} {} {}",
                all.name(this),
                all.name(other),
                string(&args[2])
            );
            // `other` was given away, so the host drops it; `this` was lent.
            all.remove(other);
            results[0] = text(&format!("{said} {}", joined(&args[3])));
            Ok(())
        },
    )?;
    implement_functions(program, files)
}

fn implement_functions(program: &mut Program, files: &Files) -> Result<()> {
    program.import(Some(FILES), "pass", |_, args, results| {
        let batch = Some(Box::new(args[0].clone()));
        let nothing = matches!(&args[0], Val::Variant(case, _) if case == "none");
        results[0] = Val::Result(if nothing { Err(batch) } else { Ok(batch) });
        Ok(())
    })?;
    let all = files.clone();
    program.import(Some(FILES), "store", move |store, args, results| {
        let file = number(store, &args[1])?;
        let said = format!(
            "{} {} {}",
            string(&args[0]),
            all.name(file),
            string(&args[2])
        );
        all.remove(file);
        results[0] = text(&format!("{said} {}", joined(&args[3])));
        Ok(())
    })?;
    let all = files.clone();
    program.import(Some(FILES), "names", move |mut store, args, results| {
        let names = list(&args[0])
            .iter()
            .map(|file| Ok(text(&all.name(number(&mut store, file)?))));
        results[0] = Val::List(names.collect::<Result<_>>()?);
        Ok(())
    })?;
    let all = files.clone();
    program.import(Some(FILES), "close", move |mut store, args, results| {
        for file in list(&args[0]) {
            all.remove(number(&mut store, file)?);
        }
        results[0] = Val::U32(list(&args[0]).len() as u32);
        Ok(())
    })?;
    let all = files.clone();
    program.import(Some(FILES), "copies", move |mut store, args, results| {
        let name = all.name(number(&mut store, &args[0])?);
        let Val::U32(count) = args[1] else {
            panic!("a count")
        };
        let copies = (0..count).map(|copy| {
            // Names of their own tell in `alive` which of them is left over.
            let name = format!("{name} {copy}");
            Ok(Val::Tuple(vec![
                text(&name),
                own(&mut store, all.add(&name))?,
            ]))
        });
        results[0] = Val::List(copies.collect::<Result<_>>()?);
        Ok(())
    })
}
