-- Neovim does each ability of `witc lsp` once. It runs without a screen, and fails with what went wrong.

local failures = {}

local function check(name, condition, detail)
  if condition then
    print("ok: " .. name)
  else
    table.insert(failures, name .. ": " .. vim.inspect(detail))
  end
end

local buffer = vim.api.nvim_get_current_buf()
local folder = vim.fn.getcwd()
local capabilities = vim.lsp.protocol.make_client_capabilities()
local id = vim.lsp.start_client({
  cmd = { vim.env.WITC, "lsp" },
  root_dir = folder,
  capabilities = capabilities,
  init_options = { codeLenses = true, inlayHints = true },
  workspace_folders = { { uri = vim.uri_from_fname(folder), name = "test" } },
})
vim.lsp.buf_attach_client(buffer, id)
local client
vim.wait(20000, function()
  client = vim.lsp.get_client_by_id(id)
  return client ~= nil and client.initialized
end, 10)

local function request(method, params)
  local response, why = client.request_sync(method, params, 20000, buffer)
  if response == nil or response.err then
    return nil, response and response.err or why
  end
  return response.result
end

-- The position of a text in the buffer, after so many more characters.
local function at(text, offset)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local start = line:find(text, 1, true)
    if start then
      local position = { line = number - 1, character = start - 1 + (offset or 0) }
      return { textDocument = { uri = vim.uri_from_bufnr(buffer) }, position = position }
    end
  end
  error("no " .. text)
end

local function document(more)
  return vim.tbl_extend("force", { textDocument = { uri = vim.uri_from_bufnr(buffer) } }, more or {})
end

local function diagnostics()
  return vim.diagnostic.get(buffer)
end

local hover = request("textDocument/hover", at("record line", 7))
check("hover", hover and hover.contents.value:find("A line of the log", 1, true), hover)

local definition = request("textDocument/definition", at("level as"))
check("definition", definition and definition[1].uri:find("deps.wit", 1, true), definition)
vim.lsp.util.jump_to_location(definition[1], client.offset_encoding)
check("definition opens the file", vim.api.nvim_buf_get_name(0):find("deps.wit", 1, true))
vim.api.nvim_set_current_buf(buffer)

local types = request("textDocument/typeDefinition", at("how-bad"))
check("type definition", types and #types == 1, types)

local worlds = request("textDocument/implementation", at("interface log", 10))
check("implementation", worlds and #worlds == 1, worlds)

local references = request("textDocument/references",
  vim.tbl_extend("force", at("record line", 7), { context = { includeDeclaration = true } }))
check("references", references and #references == 3, references)

local highlights = request("textDocument/documentHighlight", at("record line", 7))
check("highlight", highlights and #highlights == 3, highlights)

local symbols = request("textDocument/documentSymbol", document())
check("document symbols", symbols and symbols[2].name == "log", symbols)

local found = request("workspace/symbol", { query = "line" })
check("workspace symbols", found and #found >= 2, found)

local folds = request("textDocument/foldingRange", document())
check("folding", folds and #folds >= 3, folds)

local selection = request("textDocument/selectionRange", document({ positions = { at("list<line>", 6).position } }))
check("selection range", selection and selection[1].parent, selection)

local tokens = request("textDocument/semanticTokens/full", document())
check("semantic tokens", tokens and #tokens.data > 100 and #tokens.data % 5 == 0, tokens)

local links = request("textDocument/documentLink", document())
check("document links", links and #links == 1, links)

local lenses = request("textDocument/codeLens", document())
check("code lens", lenses and lenses[1].command.title == "imported by 1, exported by 0", lenses)

local whole = { start = { line = 0, character = 0 }, ["end"] = { line = 99, character = 0 } }
local hints = request("textDocument/inlayHint", document({ range = whole }))
check("inlay hints", hints and #hints >= 2, hints)

local prepared = request("textDocument/prepareRename", at("record line", 7))
check("prepare rename", prepared and prepared.placeholder == "line", prepared)

local edit = request("textDocument/rename", vim.tbl_extend("force", at("record line", 7), { newName = "row" }))
vim.lsp.util.apply_workspace_edit(edit, client.offset_encoding)
local text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n")
check("rename", text:find("record row {", 1, true) and text:find("list<row>", 1, true), text)

local completion = request("textDocument/completion", at("line: row", 6))
local labels = vim.tbl_map(function(item) return item.label end, completion.items)
check("completion", vim.tbl_contains(labels, "row") and vim.tbl_contains(labels, "level"), labels)

-- A mistake, its diagnostic, and its fix.
local line = at("write: func").position.line
vim.api.nvim_buf_set_lines(buffer, line, line + 1, false, { "    write: func(line: row)" })
vim.wait(20000, function() return #diagnostics() > 0 end, 10)
check("diagnostics", #diagnostics() == 1, diagnostics())
local range = { start = { line = line, character = 0 }, ["end"] = { line = line, character = 26 } }
local actions = request("textDocument/codeAction", document({ range = range, context = { diagnostics = {} } }))
local fix = vim.tbl_filter(function(action) return action.kind == "quickfix" end, actions)[1]
check("code action", fix ~= nil, actions)
vim.lsp.util.apply_workspace_edit(fix.edit, client.offset_encoding)
vim.wait(20000, function() return #diagnostics() == 0 end, 10)
check("diagnostics go", #diagnostics() == 0, diagnostics())

vim.api.nvim_buf_set_lines(buffer, line, line + 1, false, { "  write:func( line:row ) ;" })
vim.lsp.buf.formatting_sync({}, 20000)
local formatted = vim.api.nvim_buf_get_lines(buffer, line, line + 1, false)[1]
check("formatting", formatted == "    write: func(line: row);", formatted)

vim.lsp.stop_client(id)
vim.wait(20000, function() return client.is_stopped() end, 10)
check("shutdown", client.is_stopped())

if #failures > 0 then
  print(table.concat(failures, "\n"))
  vim.cmd("cquit 1")
end
vim.cmd("qall!")
