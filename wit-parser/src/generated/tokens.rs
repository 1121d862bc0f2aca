//! The lexer, generated from `grammar/tokens.rs` by `cargo xtask grammar`: don't edit.

use crate::lexer::{bad_word, block_comment, line_comment, string, word};
use crate::table::states;
/// A kind of token. It is as wide as a word because the parser's stack holds it: what is written in parts and read as a whole
/// makes processors wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
pub(crate) enum Kind {
    Equals,
    Comma,
    Colon,
    Semicolon,
    Dot,
    Slash,
    At,
    Arrow,
    LeftParen,
    RightParen,
    LeftBrace,
    RightBrace,
    Less,
    Greater,
    As,
    Async,
    Bool,
    Borrow,
    Char,
    Constructor,
    Enum,
    ErrorContext,
    Export,
    F32,
    F64,
    Flags,
    From,
    Func,
    Future,
    Import,
    Include,
    Interface,
    List,
    Map,
    Option,
    Own,
    Package,
    Record,
    Resource,
    Result,
    S8,
    S16,
    S32,
    S64,
    Static,
    Stream,
    String,
    Tuple,
    Type,
    U8,
    U16,
    U32,
    U64,
    Use,
    Variant,
    With,
    World,
    Underscore,
    Get,
    Set,
    Ident,
    BadIdent,
    Integer,
    Version,
    BadNumber,
    Text,
    LineComment,
    BlockComment,
    StartItems,
    StartInterfaceItems,
    StartWorldItems,
    StartResourceItems,
    StartFields,
    StartCases,
    StartLabels,
}
impl<'s> ::logos::Logos<'s> for Kind {
    type Error = ();
    type Extras = ();
    type Source = str;
    fn lex(
        lex: &mut ::logos::Lexer<'s, Self>,
    ) -> core::option::Option<
        core::result::Result<Self, <Self as ::logos::Logos<'s>>::Error>,
    > {
        use ::logos::internal::{
            LexerInternal, CallbackRetVal, CallbackResult, SkipRetVal, SkipResult,
        };
        use core::result::Result as _Result;
        use core::option::Option as _Option;
        use ::logos::Logos;
        type _Lexer<'s> = ::logos::Lexer<'s, Kind>;
        macro_rules! _fast_loop {
            ($lex:ident, $test:ident, $offset:ident) => {
                'fast_loop : { while let Some(arr) = $lex .read:: < & [u8; 8usize] >
                ($offset) { if $test (arr[0usize]) { $offset += 0usize; break 'fast_loop;
                } if $test (arr[1usize]) { $offset += 1usize; break 'fast_loop; } if
                $test (arr[2usize]) { $offset += 2usize; break 'fast_loop; } if $test
                (arr[3usize]) { $offset += 3usize; break 'fast_loop; } if $test
                (arr[4usize]) { $offset += 4usize; break 'fast_loop; } if $test
                (arr[5usize]) { $offset += 5usize; break 'fast_loop; } if $test
                (arr[6usize]) { $offset += 6usize; break 'fast_loop; } if $test
                (arr[7usize]) { $offset += 7usize; break 'fast_loop; } $offset += 8usize;
                } while let Some(byte) = $lex .read:: < u8 > ($offset) { if $test (byte)
                { break 'fast_loop; } $offset += 1; } }
            };
        }
        macro_rules! _take_action {
            ($lex:ident, $offset:ident, $context:ident, $state:ident) => {
                { let action = _get_action($lex, $offset, $context); match action {
                CallbackResult::Emit(tok) => { return Some(Ok(tok)); },
                CallbackResult::Skip => { $lex .trivia(); $offset = $lex .offset();
                $context = None; $state = LogosState::State54; continue; },
                CallbackResult::Error(err) => { return Some(Err(err)); },
                CallbackResult::DefaultError => { return Some(Err(_make_error($lex))); },
                } }
            };
        }
        const _TABLE_0: [u8; 256] = [
            0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 32u8, 32u8, 0u8, 0u8, 32u8, 0u8,
            0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8,
            0u8, 0u8, 32u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8,
            18u8, 0u8, 0u8, 31u8, 31u8, 31u8, 31u8, 31u8, 31u8, 31u8, 31u8, 31u8, 31u8,
            0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 26u8, 26u8, 26u8, 26u8, 26u8, 26u8, 26u8,
            26u8, 26u8, 26u8, 26u8, 26u8, 26u8, 26u8, 26u8, 26u8, 26u8, 26u8, 26u8, 26u8,
            26u8, 26u8, 26u8, 26u8, 26u8, 26u8, 0u8, 0u8, 0u8, 0u8, 2u8, 0u8, 19u8, 19u8,
            19u8, 19u8, 19u8, 19u8, 19u8, 19u8, 19u8, 19u8, 19u8, 19u8, 19u8, 19u8, 19u8,
            19u8, 19u8, 19u8, 19u8, 19u8, 19u8, 19u8, 19u8, 19u8, 19u8, 19u8, 0u8, 0u8,
            0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8,
            0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8,
            0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8,
            0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8,
            0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8,
            0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8,
            0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8,
            0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8,
            0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8, 0u8,
        ];
        #[inline]
        fn _make_error<'s>(lex: &mut _Lexer<'s>) -> <Kind as Logos<'s>>::Error {
            <Kind as Logos<'s>>::Error::default()
        }
        #[inline]
        fn _get_action<'s>(
            lex: &mut _Lexer<'s>,
            offset: usize,
            context: _Option<LogosLeaf>,
        ) -> CallbackResult<'s, Kind> {
            match context {
                None => {
                    lex.end_to_boundary(offset.max(lex.offset() + 1));
                    CallbackResult::Error(_make_error(lex))
                }
                Some(LogosLeaf::Leaf0) => CallbackResult::Skip,
                Some(LogosLeaf::Leaf1) => CallbackResult::Emit(Kind::Equals),
                Some(LogosLeaf::Leaf2) => CallbackResult::Emit(Kind::Comma),
                Some(LogosLeaf::Leaf3) => CallbackResult::Emit(Kind::Colon),
                Some(LogosLeaf::Leaf4) => CallbackResult::Emit(Kind::Semicolon),
                Some(LogosLeaf::Leaf5) => CallbackResult::Emit(Kind::Dot),
                Some(LogosLeaf::Leaf6) => CallbackResult::Emit(Kind::Slash),
                Some(LogosLeaf::Leaf7) => CallbackResult::Emit(Kind::At),
                Some(LogosLeaf::Leaf8) => CallbackResult::Emit(Kind::Arrow),
                Some(LogosLeaf::Leaf9) => CallbackResult::Emit(Kind::LeftParen),
                Some(LogosLeaf::Leaf10) => CallbackResult::Emit(Kind::RightParen),
                Some(LogosLeaf::Leaf11) => CallbackResult::Emit(Kind::LeftBrace),
                Some(LogosLeaf::Leaf12) => CallbackResult::Emit(Kind::RightBrace),
                Some(LogosLeaf::Leaf13) => CallbackResult::Emit(Kind::Less),
                Some(LogosLeaf::Leaf14) => CallbackResult::Emit(Kind::Greater),
                Some(LogosLeaf::Leaf15) => {
                    let cb_result = word(lex);
                    CallbackRetVal::<
                        's,
                        (),
                        Kind,
                    >::construct(cb_result, |()| Kind::Ident)
                }
                Some(LogosLeaf::Leaf16) => CallbackResult::Emit(Kind::Ident),
                Some(LogosLeaf::Leaf17) => {
                    let cb_result = bad_word(lex);
                    CallbackRetVal::<
                        's,
                        (),
                        Kind,
                    >::construct(cb_result, |()| Kind::BadIdent)
                }
                Some(LogosLeaf::Leaf18) => CallbackResult::Emit(Kind::BadIdent),
                Some(LogosLeaf::Leaf19) => CallbackResult::Emit(Kind::Integer),
                Some(LogosLeaf::Leaf20) => CallbackResult::Emit(Kind::Version),
                Some(LogosLeaf::Leaf21) => CallbackResult::Emit(Kind::BadNumber),
                Some(LogosLeaf::Leaf22) => {
                    let cb_result = string(lex);
                    CallbackRetVal::<'s, (), Kind>::construct(cb_result, |()| Kind::Text)
                }
                Some(LogosLeaf::Leaf23) => {
                    let cb_result = line_comment(lex);
                    CallbackRetVal::<
                        's,
                        (),
                        Kind,
                    >::construct(cb_result, |()| Kind::LineComment)
                }
                Some(LogosLeaf::Leaf24) => {
                    let cb_result = block_comment(lex);
                    CallbackRetVal::<
                        's,
                        (),
                        Kind,
                    >::construct(cb_result, |()| Kind::BlockComment)
                }
            }
        }
        #[derive(Clone, Copy)]
        enum LogosLeaf {
            Leaf0 = 0isize,
            Leaf1 = 1isize,
            Leaf2 = 2isize,
            Leaf3 = 3isize,
            Leaf4 = 4isize,
            Leaf5 = 5isize,
            Leaf6 = 6isize,
            Leaf7 = 7isize,
            Leaf8 = 8isize,
            Leaf9 = 9isize,
            Leaf10 = 10isize,
            Leaf11 = 11isize,
            Leaf12 = 12isize,
            Leaf13 = 13isize,
            Leaf14 = 14isize,
            Leaf15 = 15isize,
            Leaf16 = 16isize,
            Leaf17 = 17isize,
            Leaf18 = 18isize,
            Leaf19 = 19isize,
            Leaf20 = 20isize,
            Leaf21 = 21isize,
            Leaf22 = 22isize,
            Leaf23 = 23isize,
            Leaf24 = 24isize,
        }
        #[derive(Clone, Copy)]
        enum LogosState {
            State0,
            State1,
            State10,
            State11,
            State12,
            State13,
            State14,
            State15,
            State16,
            State17,
            State18,
            State19,
            State2,
            State20,
            State21,
            State22,
            State23,
            State24,
            State25,
            State26,
            State27,
            State28,
            State29,
            State3,
            State30,
            State31,
            State32,
            State33,
            State34,
            State35,
            State36,
            State37,
            State38,
            State39,
            State4,
            State40,
            State41,
            State42,
            State43,
            State44,
            State45,
            State46,
            State47,
            State48,
            State49,
            State5,
            State50,
            State51,
            State52,
            State53,
            State54,
            State55,
            State56,
            State57,
            State58,
            State59,
            State6,
            State60,
            State61,
            State62,
            State63,
            State64,
            State65,
            State66,
            State67,
            State68,
            State69,
            State7,
            State70,
            State8,
            State9,
        }
        let mut state = LogosState::State54;
        let mut offset = lex.offset();
        let mut context: _Option<LogosLeaf> = None;
        loop {
            match state {
                LogosState::State0 => {
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf17);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'-', b'-', LogosState::State2),
                                (b'0', b'9', LogosState::State10),
                                (b'A', b'Z', LogosState::State11),
                                (b'_', b'_', LogosState::State2),
                                (b'a', b'z', LogosState::State12),
                                (194, 223, LogosState::State3),
                                (224, 224, LogosState::State4),
                                (225, 236, LogosState::State5),
                                (237, 237, LogosState::State6),
                                (238, 239, LogosState::State5),
                                (240, 240, LogosState::State7),
                                (241, 243, LogosState::State8),
                                (244, 244, LogosState::State9),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State1 => {
                    #[inline]
                    fn loop_test(byte: u8) -> bool {
                        _TABLE_0[byte as usize] & 1u8 == 0
                    }
                    _fast_loop!(lex, loop_test, offset);
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf15);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'-', b'-', LogosState::State0),
                                (b'A', b'Z', LogosState::State2),
                                (b'_', b'_', LogosState::State2),
                                (194, 223, LogosState::State3),
                                (224, 224, LogosState::State4),
                                (225, 236, LogosState::State5),
                                (237, 237, LogosState::State6),
                                (238, 239, LogosState::State5),
                                (240, 240, LogosState::State7),
                                (241, 243, LogosState::State8),
                                (244, 244, LogosState::State9),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State2 => {
                    #[inline]
                    fn loop_test(byte: u8) -> bool {
                        _TABLE_0[byte as usize] & 2u8 == 0
                    }
                    _fast_loop!(lex, loop_test, offset);
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf17);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (194, 223, LogosState::State3),
                                (224, 224, LogosState::State4),
                                (225, 236, LogosState::State5),
                                (237, 237, LogosState::State6),
                                (238, 239, LogosState::State5),
                                (240, 240, LogosState::State7),
                                (241, 243, LogosState::State8),
                                (244, 244, LogosState::State9),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State3 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        if (matches!(byte, 128u8..= 191u8)) {
                            offset += 1;
                            state = LogosState::State2;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State4 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        if (matches!(byte, 160u8..= 191u8)) {
                            offset += 1;
                            state = LogosState::State3;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State5 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        if (matches!(byte, 128u8..= 191u8)) {
                            offset += 1;
                            state = LogosState::State3;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State6 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        if (matches!(byte, 128u8..= 159u8)) {
                            offset += 1;
                            state = LogosState::State3;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State7 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        if (matches!(byte, 144u8..= 191u8)) {
                            offset += 1;
                            state = LogosState::State5;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State8 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        if (matches!(byte, 128u8..= 191u8)) {
                            offset += 1;
                            state = LogosState::State5;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State9 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        if (matches!(byte, 128u8..= 143u8)) {
                            offset += 1;
                            state = LogosState::State5;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State10 => {
                    #[inline]
                    fn loop_test(byte: u8) -> bool {
                        _TABLE_0[byte as usize] & 4u8 == 0
                    }
                    _fast_loop!(lex, loop_test, offset);
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf15);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'-', b'-', LogosState::State0),
                                (b'A', b'Z', LogosState::State11),
                                (b'_', b'_', LogosState::State2),
                                (b'a', b'z', LogosState::State12),
                                (194, 223, LogosState::State3),
                                (224, 224, LogosState::State4),
                                (225, 236, LogosState::State5),
                                (237, 237, LogosState::State6),
                                (238, 239, LogosState::State5),
                                (240, 240, LogosState::State7),
                                (241, 243, LogosState::State8),
                                (244, 244, LogosState::State9),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State11 => {
                    #[inline]
                    fn loop_test(byte: u8) -> bool {
                        _TABLE_0[byte as usize] & 8u8 == 0
                    }
                    _fast_loop!(lex, loop_test, offset);
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf15);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'-', b'-', LogosState::State0),
                                (b'_', b'_', LogosState::State2),
                                (b'a', b'z', LogosState::State2),
                                (194, 223, LogosState::State3),
                                (224, 224, LogosState::State4),
                                (225, 236, LogosState::State5),
                                (237, 237, LogosState::State6),
                                (238, 239, LogosState::State5),
                                (240, 240, LogosState::State7),
                                (241, 243, LogosState::State8),
                                (244, 244, LogosState::State9),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State12 => {
                    #[inline]
                    fn loop_test(byte: u8) -> bool {
                        _TABLE_0[byte as usize] & 1u8 == 0
                    }
                    _fast_loop!(lex, loop_test, offset);
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf15);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'-', b'-', LogosState::State0),
                                (b'A', b'Z', LogosState::State2),
                                (b'_', b'_', LogosState::State2),
                                (194, 223, LogosState::State3),
                                (224, 224, LogosState::State4),
                                (225, 236, LogosState::State5),
                                (237, 237, LogosState::State6),
                                (238, 239, LogosState::State5),
                                (240, 240, LogosState::State7),
                                (241, 243, LogosState::State8),
                                (244, 244, LogosState::State9),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State13 => {
                    #[inline]
                    fn loop_test(byte: u8) -> bool {
                        _TABLE_0[byte as usize] & 8u8 == 0
                    }
                    _fast_loop!(lex, loop_test, offset);
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf15);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'-', b'-', LogosState::State0),
                                (b'_', b'_', LogosState::State2),
                                (b'a', b'z', LogosState::State2),
                                (194, 223, LogosState::State3),
                                (224, 224, LogosState::State4),
                                (225, 236, LogosState::State5),
                                (237, 237, LogosState::State6),
                                (238, 239, LogosState::State5),
                                (240, 240, LogosState::State7),
                                (241, 243, LogosState::State8),
                                (244, 244, LogosState::State9),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State14 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'-', b'-', LogosState::State25),
                                (b'0', b'9', LogosState::State25),
                                (b'A', b'Z', LogosState::State25),
                                (b'_', b'_', LogosState::State25),
                                (b'a', b'z', LogosState::State25),
                                (194, 223, LogosState::State26),
                                (224, 224, LogosState::State27),
                                (225, 236, LogosState::State28),
                                (237, 237, LogosState::State29),
                                (238, 239, LogosState::State28),
                                (240, 240, LogosState::State30),
                                (241, 243, LogosState::State31),
                                (244, 244, LogosState::State32),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State15 => {
                    #[inline]
                    fn loop_test(byte: u8) -> bool {
                        _TABLE_0[byte as usize] & 2u8 == 0
                    }
                    _fast_loop!(lex, loop_test, offset);
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf21);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'+', b'+', LogosState::State14),
                                (b'.', b'.', LogosState::State14),
                                (194, 223, LogosState::State18),
                                (224, 224, LogosState::State19),
                                (225, 236, LogosState::State20),
                                (237, 237, LogosState::State21),
                                (238, 239, LogosState::State20),
                                (240, 240, LogosState::State22),
                                (241, 243, LogosState::State23),
                                (244, 244, LogosState::State24),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State16 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'-', b'-', LogosState::State25),
                                (b'0', b'9', LogosState::State34),
                                (b'A', b'Z', LogosState::State25),
                                (b'_', b'_', LogosState::State25),
                                (b'a', b'z', LogosState::State25),
                                (194, 223, LogosState::State26),
                                (224, 224, LogosState::State27),
                                (225, 236, LogosState::State28),
                                (237, 237, LogosState::State29),
                                (238, 239, LogosState::State28),
                                (240, 240, LogosState::State30),
                                (241, 243, LogosState::State31),
                                (244, 244, LogosState::State32),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State17 => {
                    #[inline]
                    fn loop_test(byte: u8) -> bool {
                        _TABLE_0[byte as usize] & 4u8 == 0
                    }
                    _fast_loop!(lex, loop_test, offset);
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf19);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'+', b'+', LogosState::State14),
                                (b'-', b'-', LogosState::State15),
                                (b'.', b'.', LogosState::State16),
                                (b'A', b'Z', LogosState::State15),
                                (b'_', b'_', LogosState::State15),
                                (b'a', b'z', LogosState::State15),
                                (194, 223, LogosState::State18),
                                (224, 224, LogosState::State19),
                                (225, 236, LogosState::State20),
                                (237, 237, LogosState::State21),
                                (238, 239, LogosState::State20),
                                (240, 240, LogosState::State22),
                                (241, 243, LogosState::State23),
                                (244, 244, LogosState::State24),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State18 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        if (matches!(byte, 128u8..= 191u8)) {
                            offset += 1;
                            state = LogosState::State15;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State19 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        if (matches!(byte, 160u8..= 191u8)) {
                            offset += 1;
                            state = LogosState::State18;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State20 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        if (matches!(byte, 128u8..= 191u8)) {
                            offset += 1;
                            state = LogosState::State18;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State21 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        if (matches!(byte, 128u8..= 159u8)) {
                            offset += 1;
                            state = LogosState::State18;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State22 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        if (matches!(byte, 144u8..= 191u8)) {
                            offset += 1;
                            state = LogosState::State20;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State23 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        if (matches!(byte, 128u8..= 191u8)) {
                            offset += 1;
                            state = LogosState::State20;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State24 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        if (matches!(byte, 128u8..= 143u8)) {
                            offset += 1;
                            state = LogosState::State20;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State25 => {
                    #[inline]
                    fn loop_test(byte: u8) -> bool {
                        _TABLE_0[byte as usize] & 2u8 == 0
                    }
                    _fast_loop!(lex, loop_test, offset);
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf21);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'+', b'+', LogosState::State14),
                                (b'.', b'.', LogosState::State14),
                                (194, 223, LogosState::State26),
                                (224, 224, LogosState::State27),
                                (225, 236, LogosState::State28),
                                (237, 237, LogosState::State29),
                                (238, 239, LogosState::State28),
                                (240, 240, LogosState::State30),
                                (241, 243, LogosState::State31),
                                (244, 244, LogosState::State32),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State26 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        if (matches!(byte, 128u8..= 191u8)) {
                            offset += 1;
                            state = LogosState::State25;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State27 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        if (matches!(byte, 160u8..= 191u8)) {
                            offset += 1;
                            state = LogosState::State26;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State28 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        if (matches!(byte, 128u8..= 191u8)) {
                            offset += 1;
                            state = LogosState::State26;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State29 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        if (matches!(byte, 128u8..= 159u8)) {
                            offset += 1;
                            state = LogosState::State26;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State30 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        if (matches!(byte, 144u8..= 191u8)) {
                            offset += 1;
                            state = LogosState::State28;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State31 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        if (matches!(byte, 128u8..= 191u8)) {
                            offset += 1;
                            state = LogosState::State28;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State32 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        if (matches!(byte, 128u8..= 143u8)) {
                            offset += 1;
                            state = LogosState::State28;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State33 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'-', b'-', LogosState::State25),
                                (b'0', b'9', LogosState::State37),
                                (b'A', b'Z', LogosState::State25),
                                (b'_', b'_', LogosState::State25),
                                (b'a', b'z', LogosState::State25),
                                (194, 223, LogosState::State26),
                                (224, 224, LogosState::State27),
                                (225, 236, LogosState::State28),
                                (237, 237, LogosState::State29),
                                (238, 239, LogosState::State28),
                                (240, 240, LogosState::State30),
                                (241, 243, LogosState::State31),
                                (244, 244, LogosState::State32),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State34 => {
                    #[inline]
                    fn loop_test(byte: u8) -> bool {
                        _TABLE_0[byte as usize] & 4u8 == 0
                    }
                    _fast_loop!(lex, loop_test, offset);
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf21);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'+', b'+', LogosState::State14),
                                (b'-', b'-', LogosState::State25),
                                (b'.', b'.', LogosState::State33),
                                (b'A', b'Z', LogosState::State25),
                                (b'_', b'_', LogosState::State25),
                                (b'a', b'z', LogosState::State25),
                                (194, 223, LogosState::State26),
                                (224, 224, LogosState::State27),
                                (225, 236, LogosState::State28),
                                (237, 237, LogosState::State29),
                                (238, 239, LogosState::State28),
                                (240, 240, LogosState::State30),
                                (241, 243, LogosState::State31),
                                (244, 244, LogosState::State32),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State35 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'-', b'-', LogosState::State41),
                                (b'0', b'9', LogosState::State41),
                                (b'A', b'Z', LogosState::State41),
                                (b'_', b'_', LogosState::State25),
                                (b'a', b'z', LogosState::State41),
                                (194, 223, LogosState::State26),
                                (224, 224, LogosState::State27),
                                (225, 236, LogosState::State28),
                                (237, 237, LogosState::State29),
                                (238, 239, LogosState::State28),
                                (240, 240, LogosState::State30),
                                (241, 243, LogosState::State31),
                                (244, 244, LogosState::State32),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State36 => {
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf21);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'+', b'+', LogosState::State14),
                                (b'-', b'-', LogosState::State38),
                                (b'.', b'.', LogosState::State14),
                                (b'0', b'9', LogosState::State38),
                                (b'A', b'Z', LogosState::State38),
                                (b'_', b'_', LogosState::State25),
                                (b'a', b'z', LogosState::State38),
                                (194, 223, LogosState::State26),
                                (224, 224, LogosState::State27),
                                (225, 236, LogosState::State28),
                                (237, 237, LogosState::State29),
                                (238, 239, LogosState::State28),
                                (240, 240, LogosState::State30),
                                (241, 243, LogosState::State31),
                                (244, 244, LogosState::State32),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State37 => {
                    #[inline]
                    fn loop_test(byte: u8) -> bool {
                        _TABLE_0[byte as usize] & 4u8 == 0
                    }
                    _fast_loop!(lex, loop_test, offset);
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf20);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'+', b'+', LogosState::State35),
                                (b'-', b'-', LogosState::State36),
                                (b'.', b'.', LogosState::State14),
                                (b'A', b'Z', LogosState::State25),
                                (b'_', b'_', LogosState::State25),
                                (b'a', b'z', LogosState::State25),
                                (194, 223, LogosState::State26),
                                (224, 224, LogosState::State27),
                                (225, 236, LogosState::State28),
                                (237, 237, LogosState::State29),
                                (238, 239, LogosState::State28),
                                (240, 240, LogosState::State30),
                                (241, 243, LogosState::State31),
                                (244, 244, LogosState::State32),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State38 => {
                    #[inline]
                    fn loop_test(byte: u8) -> bool {
                        _TABLE_0[byte as usize] & 16u8 == 0
                    }
                    _fast_loop!(lex, loop_test, offset);
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf20);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'+', b'+', LogosState::State35),
                                (b'.', b'.', LogosState::State39),
                                (b'_', b'_', LogosState::State25),
                                (194, 223, LogosState::State26),
                                (224, 224, LogosState::State27),
                                (225, 236, LogosState::State28),
                                (237, 237, LogosState::State29),
                                (238, 239, LogosState::State28),
                                (240, 240, LogosState::State30),
                                (241, 243, LogosState::State31),
                                (244, 244, LogosState::State32),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State39 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'-', b'-', LogosState::State40),
                                (b'0', b'9', LogosState::State40),
                                (b'A', b'Z', LogosState::State40),
                                (b'_', b'_', LogosState::State25),
                                (b'a', b'z', LogosState::State40),
                                (194, 223, LogosState::State26),
                                (224, 224, LogosState::State27),
                                (225, 236, LogosState::State28),
                                (237, 237, LogosState::State29),
                                (238, 239, LogosState::State28),
                                (240, 240, LogosState::State30),
                                (241, 243, LogosState::State31),
                                (244, 244, LogosState::State32),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State40 => {
                    #[inline]
                    fn loop_test(byte: u8) -> bool {
                        _TABLE_0[byte as usize] & 16u8 == 0
                    }
                    _fast_loop!(lex, loop_test, offset);
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf20);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'+', b'+', LogosState::State35),
                                (b'.', b'.', LogosState::State39),
                                (b'_', b'_', LogosState::State25),
                                (194, 223, LogosState::State26),
                                (224, 224, LogosState::State27),
                                (225, 236, LogosState::State28),
                                (237, 237, LogosState::State29),
                                (238, 239, LogosState::State28),
                                (240, 240, LogosState::State30),
                                (241, 243, LogosState::State31),
                                (244, 244, LogosState::State32),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State41 => {
                    #[inline]
                    fn loop_test(byte: u8) -> bool {
                        _TABLE_0[byte as usize] & 16u8 == 0
                    }
                    _fast_loop!(lex, loop_test, offset);
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf20);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'+', b'+', LogosState::State14),
                                (b'.', b'.', LogosState::State42),
                                (b'_', b'_', LogosState::State25),
                                (194, 223, LogosState::State26),
                                (224, 224, LogosState::State27),
                                (225, 236, LogosState::State28),
                                (237, 237, LogosState::State29),
                                (238, 239, LogosState::State28),
                                (240, 240, LogosState::State30),
                                (241, 243, LogosState::State31),
                                (244, 244, LogosState::State32),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State42 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'-', b'-', LogosState::State43),
                                (b'0', b'9', LogosState::State43),
                                (b'A', b'Z', LogosState::State43),
                                (b'_', b'_', LogosState::State25),
                                (b'a', b'z', LogosState::State43),
                                (194, 223, LogosState::State26),
                                (224, 224, LogosState::State27),
                                (225, 236, LogosState::State28),
                                (237, 237, LogosState::State29),
                                (238, 239, LogosState::State28),
                                (240, 240, LogosState::State30),
                                (241, 243, LogosState::State31),
                                (244, 244, LogosState::State32),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State43 => {
                    #[inline]
                    fn loop_test(byte: u8) -> bool {
                        _TABLE_0[byte as usize] & 16u8 == 0
                    }
                    _fast_loop!(lex, loop_test, offset);
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf20);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'+', b'+', LogosState::State14),
                                (b'.', b'.', LogosState::State42),
                                (b'_', b'_', LogosState::State25),
                                (194, 223, LogosState::State26),
                                (224, 224, LogosState::State27),
                                (225, 236, LogosState::State28),
                                (237, 237, LogosState::State29),
                                (238, 239, LogosState::State28),
                                (240, 240, LogosState::State30),
                                (241, 243, LogosState::State31),
                                (244, 244, LogosState::State32),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State44 => {
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf24);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {} else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State45 => {
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf23);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {} else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State46 => {
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf8);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {} else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State47 => {
                    #[inline]
                    fn loop_test(byte: u8) -> bool {
                        _TABLE_0[byte as usize] & 8u8 == 0
                    }
                    _fast_loop!(lex, loop_test, offset);
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf16);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'-', b'-', LogosState::State49),
                                (b'_', b'_', LogosState::State2),
                                (b'a', b'z', LogosState::State2),
                                (194, 223, LogosState::State3),
                                (224, 224, LogosState::State4),
                                (225, 236, LogosState::State5),
                                (237, 237, LogosState::State6),
                                (238, 239, LogosState::State5),
                                (240, 240, LogosState::State7),
                                (241, 243, LogosState::State8),
                                (244, 244, LogosState::State9),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State48 => {
                    #[inline]
                    fn loop_test(byte: u8) -> bool {
                        _TABLE_0[byte as usize] & 1u8 == 0
                    }
                    _fast_loop!(lex, loop_test, offset);
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf16);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'-', b'-', LogosState::State49),
                                (b'A', b'Z', LogosState::State2),
                                (b'_', b'_', LogosState::State2),
                                (194, 223, LogosState::State3),
                                (224, 224, LogosState::State4),
                                (225, 236, LogosState::State5),
                                (237, 237, LogosState::State6),
                                (238, 239, LogosState::State5),
                                (240, 240, LogosState::State7),
                                (241, 243, LogosState::State8),
                                (244, 244, LogosState::State9),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State49 => {
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf17);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'-', b'-', LogosState::State2),
                                (b'0', b'9', LogosState::State50),
                                (b'A', b'Z', LogosState::State51),
                                (b'_', b'_', LogosState::State2),
                                (b'a', b'z', LogosState::State52),
                                (194, 223, LogosState::State3),
                                (224, 224, LogosState::State4),
                                (225, 236, LogosState::State5),
                                (237, 237, LogosState::State6),
                                (238, 239, LogosState::State5),
                                (240, 240, LogosState::State7),
                                (241, 243, LogosState::State8),
                                (244, 244, LogosState::State9),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State50 => {
                    #[inline]
                    fn loop_test(byte: u8) -> bool {
                        _TABLE_0[byte as usize] & 4u8 == 0
                    }
                    _fast_loop!(lex, loop_test, offset);
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf16);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'-', b'-', LogosState::State49),
                                (b'A', b'Z', LogosState::State51),
                                (b'_', b'_', LogosState::State2),
                                (b'a', b'z', LogosState::State52),
                                (194, 223, LogosState::State3),
                                (224, 224, LogosState::State4),
                                (225, 236, LogosState::State5),
                                (237, 237, LogosState::State6),
                                (238, 239, LogosState::State5),
                                (240, 240, LogosState::State7),
                                (241, 243, LogosState::State8),
                                (244, 244, LogosState::State9),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State51 => {
                    #[inline]
                    fn loop_test(byte: u8) -> bool {
                        _TABLE_0[byte as usize] & 8u8 == 0
                    }
                    _fast_loop!(lex, loop_test, offset);
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf16);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'-', b'-', LogosState::State49),
                                (b'_', b'_', LogosState::State2),
                                (b'a', b'z', LogosState::State2),
                                (194, 223, LogosState::State3),
                                (224, 224, LogosState::State4),
                                (225, 236, LogosState::State5),
                                (237, 237, LogosState::State6),
                                (238, 239, LogosState::State5),
                                (240, 240, LogosState::State7),
                                (241, 243, LogosState::State8),
                                (244, 244, LogosState::State9),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State52 => {
                    #[inline]
                    fn loop_test(byte: u8) -> bool {
                        _TABLE_0[byte as usize] & 1u8 == 0
                    }
                    _fast_loop!(lex, loop_test, offset);
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf16);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'-', b'-', LogosState::State49),
                                (b'A', b'Z', LogosState::State2),
                                (b'_', b'_', LogosState::State2),
                                (194, 223, LogosState::State3),
                                (224, 224, LogosState::State4),
                                (225, 236, LogosState::State5),
                                (237, 237, LogosState::State6),
                                (238, 239, LogosState::State5),
                                (240, 240, LogosState::State7),
                                (241, 243, LogosState::State8),
                                (244, 244, LogosState::State9),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State53 => {
                    #[inline]
                    fn loop_test(byte: u8) -> bool {
                        _TABLE_0[byte as usize] & 32u8 == 0
                    }
                    _fast_loop!(lex, loop_test, offset);
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf0);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {} else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State54 => {
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (9, 10, LogosState::State53),
                                (13, 13, LogosState::State53),
                                (32, 32, LogosState::State53),
                                (b'\"', b'\"', LogosState::State57),
                                (b'%', b'%', LogosState::State58),
                                (b'(', b'(', LogosState::State59),
                                (b')', b')', LogosState::State60),
                                (b',', b',', LogosState::State61),
                                (b'-', b'-', LogosState::State62),
                                (b'.', b'.', LogosState::State63),
                                (b'/', b'/', LogosState::State64),
                                (b'0', b'9', LogosState::State17),
                                (b':', b':', LogosState::State65),
                                (b';', b';', LogosState::State66),
                                (b'<', b'<', LogosState::State67),
                                (b'=', b'=', LogosState::State68),
                                (b'>', b'>', LogosState::State69),
                                (b'@', b'@', LogosState::State70),
                                (b'A', b'Z', LogosState::State13),
                                (b'_', b'_', LogosState::State2),
                                (b'a', b'z', LogosState::State1),
                                (b'{', b'{', LogosState::State55),
                                (b'}', b'}', LogosState::State56),
                                (194, 223, LogosState::State3),
                                (224, 224, LogosState::State4),
                                (225, 236, LogosState::State5),
                                (237, 237, LogosState::State6),
                                (238, 239, LogosState::State5),
                                (240, 240, LogosState::State7),
                                (241, 243, LogosState::State8),
                                (244, 244, LogosState::State9),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {
                        if lex.offset() == offset {
                            return None;
                        }
                    }
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State55 => {
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf11);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {} else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State56 => {
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf12);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {} else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State57 => {
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf22);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {} else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State58 => {
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf18);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'-', b'-', LogosState::State2),
                                (b'A', b'Z', LogosState::State47),
                                (b'_', b'_', LogosState::State2),
                                (b'a', b'z', LogosState::State48),
                                (194, 223, LogosState::State3),
                                (224, 224, LogosState::State4),
                                (225, 236, LogosState::State5),
                                (237, 237, LogosState::State6),
                                (238, 239, LogosState::State5),
                                (240, 240, LogosState::State7),
                                (241, 243, LogosState::State8),
                                (244, 244, LogosState::State9),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State59 => {
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf9);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {} else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State60 => {
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf10);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {} else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State61 => {
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf2);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {} else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State62 => {
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf17);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        const TABLE: [_Option<LogosState>; 256] = states(
                            &[
                                (b'-', b'-', LogosState::State2),
                                (b'0', b'9', LogosState::State2),
                                (b'>', b'>', LogosState::State46),
                                (b'A', b'Z', LogosState::State2),
                                (b'_', b'_', LogosState::State2),
                                (b'a', b'z', LogosState::State2),
                                (194, 223, LogosState::State3),
                                (224, 224, LogosState::State4),
                                (225, 236, LogosState::State5),
                                (237, 237, LogosState::State6),
                                (238, 239, LogosState::State5),
                                (240, 240, LogosState::State7),
                                (241, 243, LogosState::State8),
                                (244, 244, LogosState::State9),
                            ],
                        );
                        let next_state = TABLE[byte as usize];
                        if let Some(next_state) = next_state {
                            offset += 1;
                            state = next_state;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State63 => {
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf5);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {} else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State64 => {
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf6);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {
                        if (byte == b'*') {
                            offset += 1;
                            state = LogosState::State44;
                            continue;
                        }
                        if (byte == b'/') {
                            offset += 1;
                            state = LogosState::State45;
                            continue;
                        }
                    } else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State65 => {
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf3);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {} else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State66 => {
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf4);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {} else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State67 => {
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf13);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {} else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State68 => {
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf1);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {} else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State69 => {
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf14);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {} else {}
                    _take_action!(lex, offset, context, state)
                }
                LogosState::State70 => {
                    lex.end(offset);
                    context = Some(LogosLeaf::Leaf7);
                    let other = lex.read::<u8>(offset);
                    if let Some(byte) = other {} else {}
                    _take_action!(lex, offset, context, state)
                }
            }
        }
    }
}
