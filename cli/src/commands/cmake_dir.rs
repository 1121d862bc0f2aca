//! `witc cmake-dir`: puts the files for CMake and Make where builds find them, and prints where that is.

use crate::failure::Failure;
use crate::output::{self, Output, print};
use crate::status::Status;
use std::path::PathBuf;

/// Print the folder with witc.cmake and witc.mk, for builds with CMake and Make
///
/// The files are part of witc. They are written to a folder of this version in the user's cache, unless they are there
/// already, or to the folder of `--out-dir`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct CmakeDir {
    /// The folder to write to, for builds that keep the files
    #[arg(long, value_name = "DIR")]
    out_dir: Option<PathBuf>,
}

const EXAMPLES: &str = "\
CMake:
  find_program(WITC witc REQUIRED)
  execute_process(COMMAND \"${WITC}\" cmake-dir OUTPUT_VARIABLE witc_dir
                  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  include(\"${witc_dir}/witc.cmake\")
  witc_generate(TARGET guest WORLD my-world)

Make:
  include $(shell witc cmake-dir)/witc.mk
  $(eval $(call witc_generate,c,my-world,wit,gen))";

impl CmakeDir {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// The files cannot be written, or the folder not be printed.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        let folder = match &self.out_dir {
            Some(folder) => folder.clone(),
            None => cache()?.join("witc").join(env!("CARGO_PKG_VERSION")),
        };
        let files = [
            ("witc.cmake", witc_bindgen_c::CMAKE),
            ("witc.mk", witc_bindgen_c::MAKE),
        ];
        let files: Vec<Output> = files
            .into_iter()
            .map(|(name, text)| Output {
                path: folder.join(name),
                contents: text.as_bytes().to_vec(),
            })
            // A file that is written again looks new to a build, which then starts anew.
            .filter(|file| !output::contents(&file.path).is_ok_and(|old| old == file.contents))
            .collect();
        if !files.is_empty() {
            output::write_folder(&folder, &files)?;
        }
        print(&format!("{}\n", folder.display()))?;
        Ok(Status::Success)
    }
}

/// The folder for what programs can make anew.
fn cache() -> Result<PathBuf, Failure> {
    let variable = |name: &str| {
        let value = std::env::var_os(name)?;
        Some(PathBuf::from(value)).filter(|path| path.is_absolute())
    };
    variable("XDG_CACHE_HOME")
        .or_else(|| variable("LOCALAPPDATA"))
        .or_else(|| Some(variable("HOME")?.join(".cache")))
        .ok_or_else(|| {
            Failure::new("no folder for caches is known: `HOME` is not set")
                .help("name a folder: `witc cmake-dir --out-dir build`")
        })
}
