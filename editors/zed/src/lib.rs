//! WIT in Zed: finds the program `witc`, and starts its language server with the user's settings.

use zed_extension_api::settings::LspSettings;
use zed_extension_api::{self as zed, Command, LanguageServerId, Result, Worktree, serde_json};

struct Wit;

impl zed::Extension for Wit {
    fn new() -> Self {
        Self
    }

    fn language_server_command(
        &mut self,
        server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Command> {
        let settings = LspSettings::for_worktree(server.as_ref(), worktree)?;
        let binary = settings.binary;
        // The user's choice comes first, so that a build of one's own can be tried.
        let chosen = binary.as_ref().and_then(|binary| binary.path.clone());
        let path = chosen.or_else(|| worktree.which("witc"));
        let command = path.ok_or("`witc` is not in PATH: install it, or set `lsp.witc.binary.path`")?;
        let arguments = binary.and_then(|binary| binary.arguments);
        Ok(Command {
            command,
            args: arguments.unwrap_or_else(|| vec!["lsp".to_owned()]),
            env: worktree.shell_env(),
        })
    }

    fn language_server_initialization_options(
        &mut self,
        server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<serde_json::Value>> {
        let settings = LspSettings::for_worktree(server.as_ref(), worktree)?;
        Ok(settings.initialization_options.or(settings.settings))
    }

    fn language_server_workspace_configuration(
        &mut self,
        server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<serde_json::Value>> {
        let settings = LspSettings::for_worktree(server.as_ref(), worktree)?;
        Ok(settings.settings)
    }
}

zed::register_extension!(Wit);
