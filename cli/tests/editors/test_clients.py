"""`witc lsp` as the clients of three editors see it. pytest-lsp checks that answers are what each of them can take."""

import os
import pathlib

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

FOLDER = pathlib.Path(os.environ["WITC_FOLDER"]).resolve()
FILE = FOLDER / "wit" / "app.wit"
URI = FILE.as_uri()
TEXT = FILE.read_text()
DOCUMENT = types.TextDocumentIdentifier(uri=URI)


@pytest_lsp.fixture(
    params=["neovim", "visual_studio_code", "emacs"],
    config=ClientServerConfig(server_command=[os.environ["WITC"], "lsp"]),
)
async def client(request, lsp_client: LanguageClient):
    """A client with the file open."""
    folder = types.WorkspaceFolder(uri=FOLDER.as_uri(), name="test")
    params = types.InitializeParams(
        capabilities=client_capabilities(request.param),
        workspace_folders=[folder],
        initialization_options={"codeLenses": True, "inlayHints": True},
    )
    await lsp_client.initialize_session(params)
    item = types.TextDocumentItem(uri=URI, language_id="wit", version=1, text=TEXT)
    lsp_client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))
    await lsp_client.wait_for_notification("textDocument/publishDiagnostics")
    yield
    await lsp_client.shutdown_session()


def place(text: str, offset: int = 0) -> types.Position:
    """The position of a text in the file, and so many characters more."""
    at = TEXT.index(text) + offset
    before = TEXT[:at]
    return types.Position(line=before.count("\n"), character=at - (before.rfind("\n") + 1))


def whole() -> types.Range:
    """The range of the whole file."""
    return types.Range(start=types.Position(0, 0), end=types.Position(99, 0))


@pytest.mark.asyncio
async def test_diagnostics(client: LanguageClient):
    """Each change is followed by diagnostics."""
    assert not client.diagnostics[URI]
    for version, (old, new, count) in enumerate([("list<line>", "list<lin>", 1), ("u32", "u64", 0)], start=2):
        change = types.TextDocumentContentChangeWholeDocument(text=TEXT.replace(old, new))
        identifier = types.VersionedTextDocumentIdentifier(uri=URI, version=version)
        params = types.DidChangeTextDocumentParams(text_document=identifier, content_changes=[change])
        client.text_document_did_change(params)
        await client.wait_for_notification("textDocument/publishDiagnostics")
        assert len(client.diagnostics[URI]) == count


@pytest.mark.asyncio
async def test_reading(client: LanguageClient):
    """What is asked about a position."""
    name = dict(text_document=DOCUMENT, position=place("record line", 7))
    assert await client.text_document_hover_async(types.HoverParams(**name))
    assert await client.text_document_definition_async(types.DefinitionParams(**name))
    assert await client.text_document_type_definition_async(types.TypeDefinitionParams(**name))
    assert await client.text_document_implementation_async(types.ImplementationParams(**name))
    assert await client.text_document_document_highlight_async(types.DocumentHighlightParams(**name))
    context = types.ReferenceContext(include_declaration=True)
    references = await client.text_document_references_async(types.ReferenceParams(context=context, **name))
    assert len(references) == 3
    position = dict(text_document=DOCUMENT, position=place("line: line", 6))
    completion = await client.text_document_completion_async(types.CompletionParams(**position))
    assert {"line", "level", "u8"} <= {item.label for item in completion.items}


@pytest.mark.asyncio
async def test_whole_documents(client: LanguageClient):
    """What is asked about a document."""
    document = dict(text_document=DOCUMENT)
    assert await client.text_document_document_symbol_async(types.DocumentSymbolParams(**document))
    assert await client.text_document_folding_range_async(types.FoldingRangeParams(**document))
    assert await client.text_document_document_link_async(types.DocumentLinkParams(**document))
    assert await client.text_document_code_lens_async(types.CodeLensParams(**document))
    assert await client.text_document_inlay_hint_async(types.InlayHintParams(range=whole(), **document))
    tokens = await client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(**document))
    delta = types.SemanticTokensDeltaParams(previous_result_id=tokens.result_id, **document)
    assert not (await client.text_document_semantic_tokens_full_delta_async(delta)).edits
    within = types.SemanticTokensRangeParams(range=whole(), **document)
    assert (await client.text_document_semantic_tokens_range_async(within)).data == tokens.data
    positions = types.SelectionRangeParams(positions=[place("list<line>", 6)], **document)
    assert await client.text_document_selection_range_async(positions)
    assert await client.workspace_symbol_async(types.WorkspaceSymbolParams(query="line"))


@pytest.mark.asyncio
async def test_changes(client: LanguageClient):
    """What changes the document."""
    name = dict(text_document=DOCUMENT, position=place("record line", 7))
    assert await client.text_document_prepare_rename_async(types.PrepareRenameParams(**name))
    edit = await client.text_document_rename_async(types.RenameParams(new_name="row", **name))
    assert len(edit.changes[URI]) == 3
    options = types.FormattingOptions(tab_size=4, insert_spaces=True)
    formatting = types.DocumentFormattingParams(text_document=DOCUMENT, options=options)
    assert not await client.text_document_formatting_async(formatting)
    within = types.DocumentRangeFormattingParams(text_document=DOCUMENT, range=whole(), options=options)
    assert not await client.text_document_range_formatting_async(within)
    context = types.CodeActionContext(diagnostics=[])
    place_of_type = types.Range(start=place("lines = "), end=place("lines = "))
    actions = types.CodeActionParams(text_document=DOCUMENT, range=place_of_type, context=context)
    titles = {action.title for action in await client.text_document_code_action_async(actions)}
    assert "Replace `lines` by `list<line>`" in titles
