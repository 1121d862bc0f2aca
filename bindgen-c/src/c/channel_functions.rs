//! The functions about the ends of streams and futures: declared in the header, and in the source each a call of a core
//! import.

use crate::c::code::Code;
use crate::c::context::Context;
use crate::c::docs::OwnershipNotes;
use crate::c::helpers::Disposal;
use crate::c::lvalue::Lvalue;
use crate::c::types::{CChannel, Types};
use crate::shared::comment::doc_comment;
use crate::shared::spelling::import_attribute;
use witc_bindgen_core::IndentedText;
use witc_canonical_abi::{Blocking, Channel, ChannelIntrinsic};

/// A function about an end.
struct ChannelFunction {
    intrinsic: ChannelIntrinsic,
    docs: String,
    prototype: String,
    /// The declaration of the core import; nothing for that which is declared with others.
    core: Option<String>,
    body: Vec<String>,
}

/// The words about a type of streams or futures.
struct Words<'x> {
    noun: &'static str,
    /// The types of its ends.
    reader: &'x str,
    writer: &'x str,
    /// The type of a status.
    status: String,
    /// The type of what it carries.
    payload: Option<&'x str>,
    /// The parameters for a buffer that is read into or written from, those of the core import, and the arguments for it.
    read: [String; 3],
    write: [String; 3],
}

impl<'x> Words<'x> {
    fn new(types: &'x Types<'_>, channel: &'x CChannel<'_>) -> Self {
        let (noun, count) = match channel.source.channel {
            Channel::Stream => ("stream", [", size_t amt", ", size_t", ", amt"]),
            Channel::Future => ("future", [""; 3]),
        };
        let payload = channel.payload.map(|ty| types[ty].name.as_str());
        let buffer = |constant: &str| {
            let pointer = match payload {
                Some(ty) => [
                    format!(", {constant}{ty} *buf"),
                    format!(", {constant}void *"),
                    ", buf".to_owned(),
                ],
                // There is nothing to read into or write from.
                None => [
                    "".to_owned(),
                    format!(", {constant}void *"),
                    ", NULL".to_owned(),
                ],
            };
            let [a, b, c] = pointer;
            [a + count[0], b + count[1], c + count[2]]
        };
        Self {
            noun,
            reader: &types[channel.ty].name,
            writer: &channel.writer,
            status: format!("{}_waitable_status_t", types.prefixes.world),
            payload,
            read: buffer(""),
            write: buffer("const "),
        }
    }
}

/// The functions, in the order of the header, with notes on whose the values in a buffer are.
fn functions<'x>(
    types: &'x Types<'_>,
    channel: &'x CChannel<'_>,
    notes: [&str; 2],
) -> Vec<ChannelFunction> {
    let words = Words::new(types, channel);
    let mut all = vec![new(channel, &words)];
    all.extend(copies(channel, &words, notes));
    all.extend(cancels(channel, &words));
    all.extend(drops(channel, &words));
    all
}

fn new(channel: &CChannel<'_>, words: &Words<'_>) -> ChannelFunction {
    let (name, import) = (&channel.functions.new, &channel.imports.new);
    let Words {
        noun,
        reader,
        writer,
        ..
    } = words;
    ChannelFunction {
        intrinsic: ChannelIntrinsic::New,
        docs: format!(
            "Makes a {noun}: gives the end that is read from, and sets `writer` to the other. Both are yours."
        ),
        prototype: format!("{reader} {name}({writer} *writer)"),
        core: Some(format!("uint64_t {import}(void);")),
        body: vec![
            format!("uint64_t ends = {import}();"),
            format!("*writer = ({writer}) (ends >> 32);"),
            format!("return ({reader}) ends;"),
        ],
    }
}

fn copies<'x>(
    channel: &'x CChannel<'_>,
    words: &Words<'_>,
    [read_note, write_note]: [&str; 2],
) -> [ChannelFunction; 2] {
    let Words {
        reader,
        writer,
        status,
        payload,
        ..
    } = words;
    let (read, write) = match (channel.source.channel, payload) {
        (Channel::Stream, Some(_)) => (
            "Reads up to `amt` values into `buf`",
            "Writes up to `amt` values of `buf`",
        ),
        (Channel::Stream, None) => ("Reads up to `amt` times", "Writes up to `amt` times"),
        (Channel::Future, Some(_)) => ("Reads the value into `buf`", "Writes the value in `buf`"),
        (Channel::Future, None) => ("Waits until it is written", "Writes"),
    };
    let (functions, imports) = (&channel.functions, &channel.imports);
    let copy =
        |intrinsic, names: [&'x String; 2], end: [&str; 2], buffer: &[String; 3], docs: String| {
            let ([name, import], [ty, end]) = (names, end);
            let [params, core, arguments] = buffer;
            ChannelFunction {
                intrinsic,
                docs,
                prototype: format!("{status} {name}({ty} {end}{params})"),
                core: Some(format!("uint32_t {import}(uint32_t{core});")),
                body: vec![format!("return {import}({end}{arguments});")],
            }
        };
    [
        copy(
            ChannelIntrinsic::Read(Blocking::Async),
            [&functions.read, &imports.read],
            [reader, "reader"],
            &words.read,
            format!("{read}.{read_note}"),
        ),
        copy(
            ChannelIntrinsic::Write(Blocking::Async),
            [&functions.write, &imports.write],
            [writer, "writer"],
            &words.write,
            format!("{write}.{write_note}"),
        ),
    ]
}

fn cancels<'x>(channel: &'x CChannel<'_>, words: &Words<'_>) -> [ChannelFunction; 2] {
    let (functions, imports) = (&channel.functions, &channel.imports);
    let cancel = |intrinsic, names: [&'x String; 2], [ty, end]: [&str; 2], what: &str| {
        let [name, import] = names;
        ChannelFunction {
            intrinsic,
            docs: format!(
                "Takes back a {what} that has not ended. The status says what was passed before."
            ),
            prototype: format!("{} {name}({ty} {end})", words.status),
            core: Some(format!("uint32_t {import}(uint32_t);")),
            body: vec![format!("return {import}({end});")],
        }
    };
    [
        cancel(
            ChannelIntrinsic::CancelRead(Blocking::Sync),
            [&functions.cancel_read, &imports.cancel_read],
            [words.reader, "reader"],
            "read",
        ),
        cancel(
            ChannelIntrinsic::CancelWrite(Blocking::Sync),
            [&functions.cancel_write, &imports.cancel_write],
            [words.writer, "writer"],
            "write",
        ),
    ]
}

fn drops(channel: &CChannel<'_>, words: &Words<'_>) -> [ChannelFunction; 2] {
    let (functions, imports) = (&channel.functions, &channel.imports);
    let drop = |intrinsic, names: [&String; 2], [ty, end]: [&str; 2], docs: &str| {
        let [name, import] = names;
        ChannelFunction {
            intrinsic,
            docs: docs.to_owned(),
            prototype: format!("void {name}({ty} {end})"),
            core: None,
            body: vec![format!("{import}({end});")],
        }
    };
    let write_first = match channel.source.channel {
        Channel::Stream => "Gives up an end for which no write is under way.",
        // The host traps otherwise.
        Channel::Future => {
            "Gives up an end that has written, or was told that the other end is gone."
        }
    };
    let import = &imports.drop_writable;
    [
        // Its core import is declared with the others that values are freed with.
        drop(
            ChannelIntrinsic::DropReadable,
            [&functions.drop_readable, &imports.drop_readable],
            [words.reader, "reader"],
            "Gives up an end for which no read is under way.",
        ),
        ChannelFunction {
            core: Some(format!("void {import}(uint32_t);")),
            ..drop(
                ChannelIntrinsic::DropWritable,
                [&functions.drop_writable, import],
                [words.writer, "writer"],
                write_first,
            )
        },
    ]
}

/// The parameters of the functions that give up the values in a buffer.
fn buffer_params(types: &Types<'_>, channel: &CChannel<'_>) -> String {
    let payload = channel.payload.map_or("void", |ty| &types[ty].name);
    match channel.source.channel {
        Channel::Stream => format!("{payload} *buf, size_t amt"),
        Channel::Future => format!("{payload} *buf"),
    }
}

/// Writes the declarations of the functions about a type of streams or futures.
pub(crate) fn declare_channel(
    notes: &OwnershipNotes<'_, '_>,
    channel: &CChannel<'_>,
    header: &mut IndentedText,
) {
    let types = notes.types;
    let mut declare = |docs: &str, declaration: String| {
        header.gap();
        doc_comment(header, &[docs.to_owned()]);
        header.lines(declaration + ";");
    };
    let name = &types[channel.ty].name;
    declare(
        &format!("The end of a `{name}` that is written to."),
        format!("typedef uint32_t {}", channel.writer),
    );
    let [read, write] = notes.passed_through(channel);
    for function in functions(types, channel, [&read, &write]) {
        declare(&function.docs, function.prototype);
    }
    let params = buffer_params(types, channel);
    if let Some(name) = &channel.buffers.free {
        let docs = "Frees values that were read, or not written: memory, and owned handles unless they are 0.";
        declare(docs, format!("void {name}({params})"));
    }
    if let Some(name) = &channel.buffers.release {
        let docs = "Frees the memory of values that were written: the handles in them have moved.";
        declare(docs, format!("void {name}({params})"));
    }
}

impl<'a> Context<'_, 'a> {
    /// Writes the declaration of the core import that drops an end that is read from, which values are freed with.
    pub(crate) fn declare_end_drop(&self, channel: &CChannel<'a>, source: &mut IndentedText) {
        let names = self.names();
        let import = channel
            .source
            .import(&names, ChannelIntrinsic::DropReadable);
        source.lines(import_attribute(&import));
        source.lines(format!("void {}(uint32_t);", channel.imports.drop_readable));
    }

    /// Writes the functions about a type of streams or futures.
    pub(crate) fn channel_functions(&mut self, channel: &CChannel<'a>, source: &mut IndentedText) {
        let names = self.names();
        for function in functions(self.types, channel, [""; 2]) {
            source.gap();
            if let Some(core) = function.core {
                let import = channel.source.import(&names, function.intrinsic);
                source.lines(import_attribute(&import));
                source.lines(core);
            }
            source.block(function.prototype, "", |source| {
                for line in function.body {
                    source.lines(line);
                }
            });
        }
        let (buffers, params) = (&channel.buffers, buffer_params(self.types, channel));
        let disposals = [
            (&buffers.free, Disposal::Free),
            (&buffers.release, Disposal::Release),
        ];
        for (name, disposal) in disposals {
            if let Some(name) = name {
                source.gap();
                let body = self.dispose_buffer(channel, disposal);
                source.block(format!("void {name}({params})"), "", |source| {
                    body.write(source);
                });
            }
        }
    }

    /// Statements that give up the values in a buffer.
    fn dispose_buffer(&mut self, channel: &CChannel<'a>, disposal: Disposal) -> Code {
        let Some(payload) = channel.payload else {
            return Code::default();
        };
        match channel.source.channel {
            Channel::Stream => {
                let body = self.dispose(disposal, payload, &Lvalue::value("buf[i]"));
                let mut code = Code::default();
                code.backwards("amt", body);
                code
            }
            Channel::Future => self.dispose(disposal, payload, &Lvalue::pointee("buf")),
        }
    }
}
