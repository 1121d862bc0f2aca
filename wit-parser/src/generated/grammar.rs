//! The parser's tables and actions, generated from `grammar/grammar.lalrpop` by `cargo xtask grammar`: don't edit.

use crate::ast::*;
use crate::build::Builder;
use crate::generated::tokens::Kind;
#[allow(unused_extern_crates)]
extern crate lalrpop_util as __lalrpop_util;
#[allow(unused_imports)]
use self::__lalrpop_util::state_machine as __state_machine;
#[allow(unused_extern_crates)]
extern crate alloc;
#[rustfmt::skip]
#[allow(
    explicit_outlives_requirements,
    non_snake_case,
    non_camel_case_types,
    unused_mut,
    unused_variables,
    unused_imports,
    unused_parens,
    clippy::needless_lifetimes,
    clippy::type_complexity,
    clippy::needless_return,
    clippy::too_many_arguments,
    clippy::match_single_binding,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
mod __parse__Start {
    use crate::table::table;
    use crate::ast::*;
    use crate::build::Builder;
    use crate::generated::tokens::Kind;
    #[allow(unused_extern_crates)]
    extern crate lalrpop_util as __lalrpop_util;
    #[allow(unused_imports)]
    use self::__lalrpop_util::state_machine as __state_machine;
    #[allow(unused_extern_crates)]
    extern crate alloc;
    use super::__ToTriple;
    #[allow(dead_code)]
    pub(crate) enum __Symbol<'s> {
        Variant0(Kind),
        Variant1(Type<'s>),
        Variant2(Option<Type<'s>>),
        Variant3(Version<'s>),
        Variant4(Option<Version<'s>>),
        Variant5(Ident<'s>),
        Variant6(Option<Ident<'s>>),
        Variant7(u32),
        Variant8(()),
        Variant9(usize),
        Variant10(TypeKind<'s>),
    }
    fn __action(state: i16, integer: usize) -> i16 {
        __ACTION[(state as usize) * 71 + integer]
    }
    const __EOF_ACTION: &[i16] = &[
        0,
        -150,
        -147,
        -141,
        -139,
        -153,
        -145,
        -143,
        0,
        0,
        0,
        -142,
        0,
        -140,
        0,
        -146,
        -144,
        -152,
        0,
        -149,
        0,
        0,
        0,
        0,
        -155,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        -264,
        0,
        -151,
        0,
        -57,
        -148,
        0,
        0,
        -117,
        -97,
        -96,
        -157,
        -123,
        -154,
        -67,
        0,
        -121,
        0,
        -260,
        -259,
        -125,
        0,
        -58,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        -118,
        0,
        0,
        0,
        -124,
        -68,
        0,
        -122,
        -126,
        -61,
        0,
        -159,
        0,
        -170,
        -172,
        -168,
        -169,
        -187,
        -173,
        0,
        0,
        0,
        0,
        -178,
        -165,
        -166,
        -167,
        -164,
        -185,
        -171,
        0,
        -161,
        -162,
        -163,
        -160,
        0,
        -63,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        -69,
        0,
        -262,
        0,
        0,
        -261,
        0,
        -62,
        0,
        0,
        0,
        -55,
        0,
        0,
        -64,
        0,
        0,
        0,
        -202,
        0,
        0,
        0,
        0,
        0,
        0,
        -105,
        0,
        -156,
        -100,
        0,
        -70,
        -130,
        0,
        0,
        0,
        0,
        -79,
        -263,
        -254,
        0,
        -56,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        -65,
        0,
        -196,
        0,
        -199,
        -98,
        0,
        0,
        0,
        0,
        -190,
        -203,
        0,
        0,
        0,
        0,
        -193,
        0,
        -106,
        -101,
        0,
        0,
        -103,
        0,
        0,
        -131,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        -59,
        0,
        0,
        0,
        0,
        0,
        -184,
        -188,
        0,
        -174,
        -177,
        -183,
        -179,
        -186,
        -182,
        -66,
        -197,
        -200,
        0,
        -191,
        -204,
        -189,
        0,
        0,
        0,
        0,
        0,
        -194,
        0,
        -102,
        0,
        0,
        -99,
        -104,
        0,
        0,
        0,
        0,
        -132,
        -83,
        -80,
        0,
        0,
        -255,
        -60,
        0,
        0,
        0,
        0,
        0,
        -198,
        -201,
        -192,
        0,
        0,
        0,
        -240,
        -195,
        0,
        0,
        -81,
        0,
        -256,
        0,
        -175,
        -176,
        -180,
        -181,
        0,
        0,
        -241,
        0,
        0,
        0,
        -82,
        0,
        -257,
        0,
        0,
        -242,
        0,
        0,
        0,
    ];
    fn __goto(state: i16, nt: usize) -> i16 {
        match nt {
            15 => {
                match state {
                    8..=10 | 14 | 30 | 33 | 38 => 115,
                    _ => 95,
                }
            }
            16 => 184,
            17 => {
                match state {
                    1 | 59 => 8,
                    2 | 56 => 9,
                    5 | 51..=52 => 14,
                    17 | 87 => 30,
                    19 | 86 => 33,
                    24 | 84..=85 => 38,
                    _ => 10,
                }
            }
            18 => {
                match state {
                    4 | 13 => 12,
                    36 | 61 => 60,
                    6 | 15 | 57 | 70 => 109,
                    7 | 16 | 63 | 76 => 111,
                    _ => 101,
                }
            }
            26 => {
                match state {
                    59 => 246,
                    _ => 96,
                }
            }
            27 => {
                match state {
                    56 => 240,
                    _ => 99,
                }
            }
            28 => {
                match state {
                    51 => 232,
                    52 => 234,
                    _ => 107,
                }
            }
            29 => 208,
            30 => 288,
            31 => 305,
            32 => {
                match state {
                    27 => 181,
                    _ => 178,
                }
            }
            33 => 179,
            36 => {
                match state {
                    40 => 211,
                    64 => 257,
                    65 => 258,
                    _ => 192,
                }
            }
            38 => {
                match state {
                    11 | 74 | 93 => 126,
                    _ => 102,
                }
            }
            39 => {
                match state {
                    36 => 200,
                    61 => 248,
                    _ => 105,
                }
            }
            41 => {
                match state {
                    37 => 202,
                    _ => 195,
                }
            }
            42 => {
                match state {
                    22 | 73 => 37,
                    _ => 35,
                }
            }
            43 => 127,
            44 => {
                match state {
                    73 => 292,
                    _ => 172,
                }
            }
            46 => {
                match state {
                    62 => 74,
                    90 => 93,
                    _ => 11,
                }
            }
            47 => 61,
            48 => {
                match state {
                    57 => 70,
                    _ => 15,
                }
            }
            49 => 13,
            50 => {
                match state {
                    63 => 76,
                    _ => 16,
                }
            }
            52 => {
                match state {
                    15 | 70 => 133,
                    _ => 110,
                }
            }
            53 => {
                match state {
                    53 => 237,
                    54 => 238,
                    55 => 239,
                    69 => 282,
                    _ => 177,
                }
            }
            54 => 94,
            55 => {
                match state {
                    13 => 130,
                    _ => 106,
                }
            }
            56 => {
                match state {
                    65 => 259,
                    _ => 196,
                }
            }
            57 => {
                match state {
                    20 => 162,
                    29 => 182,
                    32 => 190,
                    42 => 217,
                    43 => 220,
                    44 => 221,
                    45 => 222,
                    46 => 223,
                    47 => 225,
                    48 => 227,
                    49 => 228,
                    50 => 231,
                    58 => 243,
                    66 => 263,
                    68 => 279,
                    77 => 300,
                    78 => 301,
                    80 => 310,
                    81 => 311,
                    82 => 312,
                    83 => 313,
                    88 => 322,
                    91 => 336,
                    92 => 337,
                    _ => 136,
                }
            }
            58 => {
                match state {
                    7 | 16 | 63 | 76 => 112,
                    _ => 103,
                }
            }
            60 => 229,
            61 => 230,
            62 => {
                match state {
                    7 | 16 | 63 | 76 => 113,
                    _ => 104,
                }
            }
            64 => {
                match state {
                    21 => 168,
                    23 => 174,
                    65 => 260,
                    _ => 41,
                }
            }
            65 => {
                match state {
                    71 => 287,
                    75 => 295,
                    89 => 323,
                    _ => 265,
                }
            }
            67 => 213,
            69 => {
                match state {
                    16 | 76 => 134,
                    _ => 114,
                }
            }
            _ => 0,
        }
    }
    #[allow(clippy::needless_raw_string_hashes)]
    const __TERMINAL: &[&str] = &[
        r###""=""###,
        r###"",""###,
        r###"":""###,
        r###"";""###,
        r###"".""###,
        r###""/""###,
        r###""@""###,
        r###""->""###,
        r###""(""###,
        r###"")""###,
        r###""{""###,
        r###""}""###,
        r###""<""###,
        r###"">""###,
        r###""as""###,
        r###""async""###,
        r###""bool""###,
        r###""borrow""###,
        r###""char""###,
        r###""constructor""###,
        r###""enum""###,
        r###""error-context""###,
        r###""export""###,
        r###""f32""###,
        r###""f64""###,
        r###""flags""###,
        r###""func""###,
        r###""future""###,
        r###""import""###,
        r###""include""###,
        r###""interface""###,
        r###""list""###,
        r###""map""###,
        r###""option""###,
        r###""own""###,
        r###""package""###,
        r###""record""###,
        r###""resource""###,
        r###""result""###,
        r###""s8""###,
        r###""s16""###,
        r###""s32""###,
        r###""s64""###,
        r###""static""###,
        r###""stream""###,
        r###""string""###,
        r###""tuple""###,
        r###""type""###,
        r###""u8""###,
        r###""u16""###,
        r###""u32""###,
        r###""u64""###,
        r###""use""###,
        r###""variant""###,
        r###""with""###,
        r###""world""###,
        r###""_""###,
        r###""get""###,
        r###""set""###,
        r###""identifier""###,
        r###""integer""###,
        r###""malformed number""###,
        r###""version""###,
        r###""text""###,
        r###""start of items""###,
        r###""start of interface items""###,
        r###""start of world items""###,
        r###""start of resource items""###,
        r###""start of fields""###,
        r###""start of cases""###,
        r###""start of labels""###,
    ];
    fn __expected_tokens(__state: i16) -> alloc::vec::Vec<alloc::string::String> {
        __TERMINAL
            .iter()
            .enumerate()
            .filter_map(|(index, terminal)| {
                let next_state = __action(__state, index);
                if next_state == 0 {
                    None
                } else {
                    Some(alloc::string::ToString::to_string(terminal))
                }
            })
            .collect()
    }
    fn __expected_tokens_from_states<'s, 'b>(
        __states: &[i16],
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> alloc::vec::Vec<alloc::string::String>
    where
        's: 'b,
    {
        __TERMINAL
            .iter()
            .enumerate()
            .filter_map(|(index, terminal)| {
                if __accepts(
                    None,
                    __states,
                    Some(index),
                    core::marker::PhantomData::<(&(), &())>,
                ) {
                    Some(alloc::string::ToString::to_string(terminal))
                } else {
                    None
                }
            })
            .collect()
    }
    struct __StateMachine<'s, 'b>
    where
        's: 'b,
    {
        b: &'b mut Builder<'s>,
        __phantom: core::marker::PhantomData<(&'s (), &'b ())>,
    }
    impl<'s, 'b> __state_machine::ParserDefinition for __StateMachine<'s, 'b>
    where
        's: 'b,
    {
        type Location = u32;
        type Error = std::convert::Infallible;
        type Token = Kind;
        type TokenIndex = usize;
        type Symbol = __Symbol<'s>;
        type Success = ();
        type StateIndex = i16;
        type Action = i16;
        type ReduceIndex = i16;
        type NonterminalIndex = usize;
        #[inline]
        fn start_location(&self) -> Self::Location {
            Default::default()
        }
        #[inline]
        fn start_state(&self) -> Self::StateIndex {
            0
        }
        #[inline]
        fn token_to_index(&self, token: &Self::Token) -> Option<usize> {
            __token_to_integer(token, core::marker::PhantomData::<(&(), &())>)
        }
        #[inline]
        fn action(&self, state: i16, integer: usize) -> i16 {
            __action(state, integer)
        }
        #[inline]
        fn error_action(&self, state: i16) -> i16 {
            __action(state, 71 - 1)
        }
        #[inline]
        fn eof_action(&self, state: i16) -> i16 {
            __EOF_ACTION[state as usize]
        }
        #[inline]
        fn goto(&self, state: i16, nt: usize) -> i16 {
            __goto(state, nt)
        }
        fn token_to_symbol(
            &self,
            token_index: usize,
            token: Self::Token,
        ) -> Self::Symbol {
            __token_to_symbol(
                token_index,
                token,
                core::marker::PhantomData::<(&(), &())>,
            )
        }
        fn expected_tokens(&self, state: i16) -> alloc::vec::Vec<alloc::string::String> {
            __expected_tokens(state)
        }
        fn expected_tokens_from_states(
            &self,
            states: &[i16],
        ) -> alloc::vec::Vec<alloc::string::String> {
            __expected_tokens_from_states(
                states,
                core::marker::PhantomData::<(&(), &())>,
            )
        }
        #[inline]
        fn uses_error_recovery(&self) -> bool {
            false
        }
        #[inline]
        fn error_recovery_symbol(
            &self,
            recovery: __state_machine::ErrorRecovery<Self>,
        ) -> Self::Symbol {
            panic!("error recovery not enabled for this grammar")
        }
        fn reduce(
            &mut self,
            action: i16,
            start_location: Option<&Self::Location>,
            states: &mut alloc::vec::Vec<i16>,
            symbols: &mut alloc::vec::Vec<__state_machine::SymbolTriple<Self>>,
        ) -> Option<__state_machine::ParseResult<Self>> {
            __reduce(
                self.b,
                action,
                start_location,
                states,
                symbols,
                core::marker::PhantomData::<(&(), &())>,
            )
        }
        fn simulate_reduce(
            &self,
            action: i16,
        ) -> __state_machine::SimulatedReduce<Self> {
            __simulate_reduce(action, core::marker::PhantomData::<(&(), &())>)
        }
    }
    #[inline(always)]
    fn __token_to_integer<'s, 'b>(
        __token: &Kind,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> Option<usize> {
        #[warn(unused_variables)]
        match __token {
            Kind::Equals if true => Some(0),
            Kind::Comma if true => Some(1),
            Kind::Colon if true => Some(2),
            Kind::Semicolon if true => Some(3),
            Kind::Dot if true => Some(4),
            Kind::Slash if true => Some(5),
            Kind::At if true => Some(6),
            Kind::Arrow if true => Some(7),
            Kind::LeftParen if true => Some(8),
            Kind::RightParen if true => Some(9),
            Kind::LeftBrace if true => Some(10),
            Kind::RightBrace if true => Some(11),
            Kind::Less if true => Some(12),
            Kind::Greater if true => Some(13),
            Kind::As if true => Some(14),
            Kind::Async if true => Some(15),
            Kind::Bool if true => Some(16),
            Kind::Borrow if true => Some(17),
            Kind::Char if true => Some(18),
            Kind::Constructor if true => Some(19),
            Kind::Enum if true => Some(20),
            Kind::ErrorContext if true => Some(21),
            Kind::Export if true => Some(22),
            Kind::F32 if true => Some(23),
            Kind::F64 if true => Some(24),
            Kind::Flags if true => Some(25),
            Kind::Func if true => Some(26),
            Kind::Future if true => Some(27),
            Kind::Import if true => Some(28),
            Kind::Include if true => Some(29),
            Kind::Interface if true => Some(30),
            Kind::List if true => Some(31),
            Kind::Map if true => Some(32),
            Kind::Option if true => Some(33),
            Kind::Own if true => Some(34),
            Kind::Package if true => Some(35),
            Kind::Record if true => Some(36),
            Kind::Resource if true => Some(37),
            Kind::Result if true => Some(38),
            Kind::S8 if true => Some(39),
            Kind::S16 if true => Some(40),
            Kind::S32 if true => Some(41),
            Kind::S64 if true => Some(42),
            Kind::Static if true => Some(43),
            Kind::Stream if true => Some(44),
            Kind::String if true => Some(45),
            Kind::Tuple if true => Some(46),
            Kind::Type if true => Some(47),
            Kind::U8 if true => Some(48),
            Kind::U16 if true => Some(49),
            Kind::U32 if true => Some(50),
            Kind::U64 if true => Some(51),
            Kind::Use if true => Some(52),
            Kind::Variant if true => Some(53),
            Kind::With if true => Some(54),
            Kind::World if true => Some(55),
            Kind::Underscore if true => Some(56),
            Kind::Get if true => Some(57),
            Kind::Set if true => Some(58),
            Kind::Ident if true => Some(59),
            Kind::Integer if true => Some(60),
            Kind::BadNumber if true => Some(61),
            Kind::Version if true => Some(62),
            Kind::Text if true => Some(63),
            Kind::StartItems if true => Some(64),
            Kind::StartInterfaceItems if true => Some(65),
            Kind::StartWorldItems if true => Some(66),
            Kind::StartResourceItems if true => Some(67),
            Kind::StartFields if true => Some(68),
            Kind::StartCases if true => Some(69),
            Kind::StartLabels if true => Some(70),
            _ => None,
        }
    }
    fn __token_to_symbol<'s, 'b>(
        __token_index: usize,
        __token: Kind,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> __Symbol<'s> {
        #[allow(clippy::manual_range_patterns)]
        match __token_index {
            0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17
            | 18 | 19 | 20 | 21 | 22 | 23 | 24 | 25 | 26 | 27 | 28 | 29 | 30 | 31 | 32
            | 33 | 34 | 35 | 36 | 37 | 38 | 39 | 40 | 41 | 42 | 43 | 44 | 45 | 46 | 47
            | 48 | 49 | 50 | 51 | 52 | 53 | 54 | 55 | 56 | 57 | 58 | 59 | 60 | 61 | 62
            | 63 | 64 | 65 | 66 | 67 | 68 | 69 | 70 => __Symbol::Variant0(__token),
            _ => unreachable!(),
        }
    }
    fn __simulate_reduce<'s, 'b>(
        __reduce_index: i16,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> __state_machine::SimulatedReduce<__StateMachine<'s, 'b>>
    where
        's: 'b,
    {
        let (states_to_pop, nonterminal_produced) = __REDUCED[__reduce_index as usize];
        if states_to_pop == u8::MAX {
            return __state_machine::SimulatedReduce::Accept;
        }
        __state_machine::SimulatedReduce::Reduce {
            states_to_pop: states_to_pop.into(),
            nonterminal_produced: nonterminal_produced.into(),
        }
    }
    pub struct StartParser {
        _priv: (),
    }
    impl Default for StartParser {
        fn default() -> Self {
            Self::new()
        }
    }
    impl StartParser {
        pub fn new() -> StartParser {
            StartParser { _priv: () }
        }
        #[allow(dead_code)]
        pub fn parse<
            's,
            'b,
            __TOKEN: __ToTriple<'s, 'b>,
            __TOKENS: IntoIterator<Item = __TOKEN>,
        >(
            &self,
            b: &'b mut Builder<'s>,
            __tokens0: __TOKENS,
        ) -> Result<
            (),
            __lalrpop_util::ParseError<u32, Kind, std::convert::Infallible>,
        > {
            let __tokens = __tokens0.into_iter();
            let mut __tokens = __tokens.map(|t| __ToTriple::to_triple(t));
            __state_machine::Parser::drive(
                __StateMachine {
                    b,
                    __phantom: core::marker::PhantomData::<(&(), &())>,
                },
                __tokens,
            )
        }
    }
    fn __accepts<'s, 'b>(
        __error_state: Option<i16>,
        __states: &[i16],
        __opt_integer: Option<usize>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> bool
    where
        's: 'b,
    {
        let mut __states = __states.to_vec();
        __states.extend(__error_state);
        loop {
            let mut __states_len = __states.len();
            let __top = __states[__states_len - 1];
            let __action = match __opt_integer {
                None => __EOF_ACTION[__top as usize],
                Some(__integer) => __action(__top, __integer),
            };
            if __action == 0 {
                return false;
            }
            if __action > 0 {
                return true;
            }
            let (__to_pop, __nt) = match __simulate_reduce(
                -(__action + 1),
                core::marker::PhantomData::<(&(), &())>,
            ) {
                __state_machine::SimulatedReduce::Reduce {
                    states_to_pop,
                    nonterminal_produced,
                } => (states_to_pop, nonterminal_produced),
                __state_machine::SimulatedReduce::Accept => return true,
            };
            __states_len -= __to_pop;
            __states.truncate(__states_len);
            let __top = __states[__states_len - 1];
            let __next_state = __goto(__top, __nt);
            __states.push(__next_state);
        }
    }
    fn __reduce<'s, 'b>(
        b: &'b mut Builder<'s>,
        __action: i16,
        __lookahead_start: Option<&u32>,
        __states: &mut alloc::vec::Vec<i16>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> Option<
        Result<(), __lalrpop_util::ParseError<u32, Kind, std::convert::Infallible>>,
    > {
        let (__pop_states, __nonterminal) = match __action {
            24 => {
                __reduce24(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            25 => {
                __reduce25(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            26 => {
                __reduce26(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            27 => {
                __reduce27(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            28 => {
                __reduce28(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            29 => {
                __reduce29(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            30 => {
                __reduce30(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            31 => {
                __reduce31(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            54 => {
                __reduce54(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            55 => {
                __reduce55(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            56 => {
                __reduce56(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            57 => {
                __reduce57(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            58 => {
                __reduce58(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            59 => {
                __reduce59(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            60 => {
                __reduce60(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            61 => {
                __reduce61(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            62 => {
                __reduce62(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            63 => {
                __reduce63(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            64 => {
                __reduce64(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            65 => {
                __reduce65(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            66 => {
                __reduce66(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            67 => {
                __reduce67(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            68 => {
                __reduce68(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            69 => {
                __reduce69(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            70 => {
                __reduce70(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            71 => {
                __reduce71(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            72 => {
                __reduce72(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            73 => {
                __reduce73(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            74 => {
                __reduce74(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            75 => {
                __reduce75(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            76 => {
                __reduce76(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            77 => {
                __reduce77(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            78 => {
                __reduce78(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            79 => {
                __reduce79(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            80 => {
                __reduce80(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            81 => {
                __reduce81(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            82 => {
                __reduce82(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            83 => {
                __reduce83(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            84 => {
                __reduce84(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            85 => {
                __reduce85(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            90 => {
                __reduce90(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            91 => {
                __reduce91(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            92 => {
                __reduce92(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            93 => {
                __reduce93(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            95 => {
                __reduce95(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            96 => {
                __reduce96(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            97 => {
                __reduce97(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            98 => {
                __reduce98(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            99 => {
                __reduce99(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            100 => {
                __reduce100(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            101 => {
                __reduce101(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            102 => {
                __reduce102(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            103 => {
                __reduce103(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            104 => {
                __reduce104(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            105 => {
                __reduce105(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            108 => {
                __reduce108(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            109 => {
                __reduce109(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            110 => {
                __reduce110(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            111 => {
                __reduce111(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            112 => {
                __reduce112(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            113 => {
                __reduce113(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            114 => {
                __reduce114(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            116 => {
                __reduce116(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            117 => {
                __reduce117(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            118 => {
                __reduce118(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            119 => {
                __reduce119(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            120 => {
                __reduce120(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            121 => {
                __reduce121(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            122 => {
                __reduce122(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            123 => {
                __reduce123(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            124 => {
                __reduce124(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            125 => {
                __reduce125(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            129 => {
                __reduce129(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            130 => {
                __reduce130(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            131 => {
                __reduce131(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            132 => {
                __reduce132(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            133 => {
                __reduce133(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            134 => {
                __reduce134(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            135 => {
                __reduce135(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            136 => {
                __reduce136(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            137 => {
                __reduce137(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            138 => {
                __reduce138(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            139 => {
                __reduce139(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            140 => {
                __reduce140(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            141 => {
                __reduce141(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            142 => {
                __reduce142(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            143 => {
                __reduce143(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            144 => {
                __reduce144(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            145 => {
                __reduce145(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            146 => {
                __reduce146(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            147 => {
                __reduce147(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            148 => {
                __reduce148(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            149 => {
                __reduce149(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            150 => {
                __reduce150(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            151 => {
                __reduce151(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            152 => {
                __reduce152(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            153 => {
                __reduce153(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            154 => {
                __reduce154(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            155 => {
                __reduce155(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            156 => {
                __reduce156(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            157 => {
                __reduce157(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            158 => {
                __reduce158(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            159 => {
                __reduce159(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            160 => {
                __reduce160(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            161 => {
                __reduce161(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            162 => {
                __reduce162(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            163 => {
                __reduce163(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            164 => {
                __reduce164(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            165 => {
                __reduce165(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            166 => {
                __reduce166(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            167 => {
                __reduce167(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            168 => {
                __reduce168(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            169 => {
                __reduce169(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            170 => {
                __reduce170(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            171 => {
                __reduce171(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            172 => {
                __reduce172(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            173 => {
                __reduce173(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            174 => {
                __reduce174(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            175 => {
                __reduce175(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            176 => {
                __reduce176(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            177 => {
                __reduce177(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            178 => {
                __reduce178(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            179 => {
                __reduce179(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            180 => {
                __reduce180(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            181 => {
                __reduce181(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            182 => {
                __reduce182(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            183 => {
                __reduce183(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            184 => {
                __reduce184(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            185 => {
                __reduce185(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            186 => {
                __reduce186(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            187 => {
                __reduce187(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            188 => {
                __reduce188(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            189 => {
                __reduce189(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            190 => {
                __reduce190(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            191 => {
                __reduce191(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            192 => {
                __reduce192(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            193 => {
                __reduce193(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            194 => {
                __reduce194(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            195 => {
                __reduce195(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            196 => {
                __reduce196(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            197 => {
                __reduce197(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            198 => {
                __reduce198(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            199 => {
                __reduce199(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            200 => {
                __reduce200(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            201 => {
                __reduce201(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            202 => {
                __reduce202(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            203 => {
                __reduce203(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            234 => {
                __reduce234(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            235 => {
                __reduce235(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            236 => {
                __reduce236(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            237 => {
                __reduce237(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            238 => {
                __reduce238(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            239 => {
                __reduce239(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            240 => {
                __reduce240(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            241 => {
                __reduce241(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            244 => {
                __reduce244(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            245 => {
                __reduce245(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            246 => {
                __reduce246(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            247 => {
                __reduce247(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            248 => {
                __reduce248(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            249 => {
                __reduce249(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            253 => {
                __reduce253(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            254 => {
                __reduce254(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            255 => {
                __reduce255(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            256 => {
                __reduce256(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            258 => {
                __reduce258(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            259 => {
                __reduce259(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            260 => {
                __reduce260(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            261 => {
                __reduce261(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            262 => {
                __reduce262(
                    b,
                    __lookahead_start,
                    __symbols,
                    core::marker::PhantomData::<(&(), &())>,
                )
            }
            263 => {
                let __sym0 = __pop_Variant8(__symbols);
                let __start = __sym0.0.clone();
                let __end = __sym0.2.clone();
                let __nt = super::__action0(b, __sym0);
                return Some(Ok(__nt));
            }
            _ => panic!("invalid action code {__action}"),
        };
        let __states_len = __states.len();
        __states.truncate(__states_len - __pop_states);
        let __state = *__states.last().unwrap();
        let __next_state = __goto(__state, __nonterminal);
        __states.push(__next_state);
        None
    }
    #[inline(never)]
    fn __symbol_type_mismatch() -> ! {
        panic!("symbol type mismatch")
    }
    fn __pop_Variant8<'s>(
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
    ) -> (u32, (), u32) {
        match __symbols.pop() {
            Some((__l, __Symbol::Variant8(__v), __r)) => (__l, __v, __r),
            _ => __symbol_type_mismatch(),
        }
    }
    fn __pop_Variant5<'s>(
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
    ) -> (u32, Ident<'s>, u32) {
        match __symbols.pop() {
            Some((__l, __Symbol::Variant5(__v), __r)) => (__l, __v, __r),
            _ => __symbol_type_mismatch(),
        }
    }
    fn __pop_Variant0<'s>(
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
    ) -> (u32, Kind, u32) {
        match __symbols.pop() {
            Some((__l, __Symbol::Variant0(__v), __r)) => (__l, __v, __r),
            _ => __symbol_type_mismatch(),
        }
    }
    fn __pop_Variant6<'s>(
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
    ) -> (u32, Option<Ident<'s>>, u32) {
        match __symbols.pop() {
            Some((__l, __Symbol::Variant6(__v), __r)) => (__l, __v, __r),
            _ => __symbol_type_mismatch(),
        }
    }
    fn __pop_Variant2<'s>(
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
    ) -> (u32, Option<Type<'s>>, u32) {
        match __symbols.pop() {
            Some((__l, __Symbol::Variant2(__v), __r)) => (__l, __v, __r),
            _ => __symbol_type_mismatch(),
        }
    }
    fn __pop_Variant4<'s>(
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
    ) -> (u32, Option<Version<'s>>, u32) {
        match __symbols.pop() {
            Some((__l, __Symbol::Variant4(__v), __r)) => (__l, __v, __r),
            _ => __symbol_type_mismatch(),
        }
    }
    fn __pop_Variant1<'s>(
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
    ) -> (u32, Type<'s>, u32) {
        match __symbols.pop() {
            Some((__l, __Symbol::Variant1(__v), __r)) => (__l, __v, __r),
            _ => __symbol_type_mismatch(),
        }
    }
    fn __pop_Variant10<'s>(
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
    ) -> (u32, TypeKind<'s>, u32) {
        match __symbols.pop() {
            Some((__l, __Symbol::Variant10(__v), __r)) => (__l, __v, __r),
            _ => __symbol_type_mismatch(),
        }
    }
    fn __pop_Variant3<'s>(
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
    ) -> (u32, Version<'s>, u32) {
        match __symbols.pop() {
            Some((__l, __Symbol::Variant3(__v), __r)) => (__l, __v, __r),
            _ => __symbol_type_mismatch(),
        }
    }
    fn __pop_Variant7<'s>(
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
    ) -> (u32, u32, u32) {
        match __symbols.pop() {
            Some((__l, __Symbol::Variant7(__v), __r)) => (__l, __v, __r),
            _ => __symbol_type_mismatch(),
        }
    }
    fn __pop_Variant9<'s>(
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
    ) -> (u32, usize, u32) {
        match __symbols.pop() {
            Some((__l, __Symbol::Variant9(__v), __r)) => (__l, __v, __r),
            _ => __symbol_type_mismatch(),
        }
    }
    fn __reduce24<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym4 = __pop_Variant0(__symbols);
        let __sym3 = __pop_Variant8(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym4.2.clone();
        let __nt = super::__action270(b, __sym0, __sym1, __sym2, __sym3, __sym4);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (5, 15)
    }
    fn __reduce25<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym2 = __pop_Variant3(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym2.2.clone();
        let __nt = super::__action271(b, __sym0, __sym1, __sym2);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (3, 16)
    }
    fn __reduce26<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym2.2.clone();
        let __nt = super::__action272(b, __sym0, __sym1, __sym2);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (3, 16)
    }
    fn __reduce27<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action230(b, __sym0);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (1, 16)
    }
    fn __reduce28<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action21(b, __sym0);
        __symbols.push((__start, __Symbol::Variant9(__nt), __end));
        (1, 17)
    }
    fn __reduce29<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant8(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action22(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant9(__nt), __end));
        (2, 17)
    }
    fn __reduce30<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __start = __lookahead_start
            .cloned()
            .or_else(|| __symbols.last().map(|s| s.2.clone()))
            .unwrap_or_default();
        let __end = __start.clone();
        let __nt = super::__action329(b, &__start, &__end);
        __symbols.push((__start, __Symbol::Variant9(__nt), __end));
        (0, 18)
    }
    fn __reduce31<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action330(b, __sym0);
        __symbols.push((__start, __Symbol::Variant9(__nt), __end));
        (1, 18)
    }
    fn __reduce54<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant1(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action339(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (4, 26)
    }
    fn __reduce55<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym4 = __pop_Variant0(__symbols);
        let __sym3 = __pop_Variant1(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym4.2.clone();
        let __nt = super::__action340(b, __sym0, __sym1, __sym2, __sym3, __sym4);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (5, 26)
    }
    fn __reduce56<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action341(b, __sym0);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (1, 26)
    }
    fn __reduce57<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action342(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (2, 26)
    }
    fn __reduce58<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym5 = __pop_Variant0(__symbols);
        let __sym4 = __pop_Variant1(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym5.2.clone();
        let __nt = super::__action343(b, __sym0, __sym1, __sym2, __sym3, __sym4, __sym5);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (6, 26)
    }
    fn __reduce59<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym6 = __pop_Variant0(__symbols);
        let __sym5 = __pop_Variant1(__symbols);
        let __sym4 = __pop_Variant0(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant9(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym6.2.clone();
        let __nt = super::__action344(
            b,
            __sym0,
            __sym1,
            __sym2,
            __sym3,
            __sym4,
            __sym5,
            __sym6,
        );
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (7, 26)
    }
    fn __reduce60<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym2.2.clone();
        let __nt = super::__action345(b, __sym0, __sym1, __sym2);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (3, 26)
    }
    fn __reduce61<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant9(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action346(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (4, 26)
    }
    fn __reduce62<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym2 = __pop_Variant1(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym2.2.clone();
        let __nt = super::__action380(b, __sym0, __sym1, __sym2);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (3, 27)
    }
    fn __reduce63<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant1(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action381(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (4, 27)
    }
    fn __reduce64<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym4 = __pop_Variant1(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym4.2.clone();
        let __nt = super::__action382(b, __sym0, __sym1, __sym2, __sym3, __sym4);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (5, 27)
    }
    fn __reduce65<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym5 = __pop_Variant1(__symbols);
        let __sym4 = __pop_Variant0(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant9(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym5.2.clone();
        let __nt = super::__action383(b, __sym0, __sym1, __sym2, __sym3, __sym4, __sym5);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (6, 27)
    }
    fn __reduce66<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action384(b, __sym0);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (1, 28)
    }
    fn __reduce67<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action385(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (2, 28)
    }
    fn __reduce68<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym2.2.clone();
        let __nt = super::__action386(b, __sym0, __sym1, __sym2);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (3, 28)
    }
    fn __reduce69<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant9(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action387(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (4, 28)
    }
    fn __reduce70<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym2 = __pop_Variant1(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym2.2.clone();
        let __nt = super::__action388(b, __sym0, __sym1, __sym2);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (3, 29)
    }
    fn __reduce71<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym4 = __pop_Variant1(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym4.2.clone();
        let __nt = super::__action389(b, __sym0, __sym1, __sym2, __sym3, __sym4);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (5, 29)
    }
    fn __reduce72<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym2.2.clone();
        let __nt = super::__action423(b, __sym0, __sym1, __sym2);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (3, 30)
    }
    fn __reduce73<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action424(b, __sym0);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (1, 30)
    }
    fn __reduce74<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym4 = __pop_Variant0(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym4.2.clone();
        let __nt = super::__action425(b, __sym0, __sym1, __sym2, __sym3, __sym4);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (5, 30)
    }
    fn __reduce75<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym2.2.clone();
        let __nt = super::__action426(b, __sym0, __sym1, __sym2);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (3, 30)
    }
    fn __reduce76<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym2.2.clone();
        let __nt = super::__action430(b, __sym0, __sym1, __sym2);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (3, 31)
    }
    fn __reduce77<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym4 = __pop_Variant0(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym4.2.clone();
        let __nt = super::__action431(b, __sym0, __sym1, __sym2, __sym3, __sym4);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (5, 31)
    }
    fn __reduce78<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action39(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (2, 32)
    }
    fn __reduce79<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant8(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action275(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (4, 32)
    }
    fn __reduce80<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym4 = __pop_Variant0(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym4.2.clone();
        let __nt = super::__action311(b, __sym0, __sym1, __sym2, __sym3, __sym4);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (5, 32)
    }
    fn __reduce81<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym5 = __pop_Variant0(__symbols);
        let __sym4 = __pop_Variant8(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym5.2.clone();
        let __nt = super::__action312(b, __sym0, __sym1, __sym2, __sym3, __sym4, __sym5);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (6, 32)
    }
    fn __reduce82<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant8(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action277(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (4, 32)
    }
    fn __reduce83<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action278(b, __sym0);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (1, 33)
    }
    fn __reduce84<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym4 = __pop_Variant3(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant9(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym4.2.clone();
        let __nt = super::__action279(b, __sym0, __sym1, __sym2, __sym3, __sym4);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (5, 33)
    }
    fn __reduce85<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym2 = __pop_Variant9(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym2.2.clone();
        let __nt = super::__action280(b, __sym0, __sym1, __sym2);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (3, 33)
    }
    fn __reduce90<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant2(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action236(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (2, 36)
    }
    fn __reduce91<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym2 = __pop_Variant2(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym2.2.clone();
        let __nt = super::__action237(b, __sym0, __sym1, __sym2);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (3, 36)
    }
    fn __reduce92<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant2(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action238(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (2, 36)
    }
    fn __reduce93<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant2(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action239(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (2, 36)
    }
    fn __reduce95<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action31(b, __sym0);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (1, 38)
    }
    fn __reduce96<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action32(b, __sym0);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (1, 38)
    }
    fn __reduce97<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym4 = __pop_Variant0(__symbols);
        let __sym3 = __pop_Variant8(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym4.2.clone();
        let __nt = super::__action282(b, __sym0, __sym1, __sym2, __sym3, __sym4);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (5, 38)
    }
    fn __reduce98<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym5 = __pop_Variant0(__symbols);
        let __sym4 = __pop_Variant0(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant8(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym5.2.clone();
        let __nt = super::__action307(b, __sym0, __sym1, __sym2, __sym3, __sym4, __sym5);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (6, 39)
    }
    fn __reduce99<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant8(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action308(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (4, 39)
    }
    fn __reduce100<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym4 = __pop_Variant0(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym4.2.clone();
        let __nt = super::__action313(b, __sym0, __sym1, __sym2, __sym3, __sym4);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (5, 39)
    }
    fn __reduce101<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym5 = __pop_Variant0(__symbols);
        let __sym4 = __pop_Variant8(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym5.2.clone();
        let __nt = super::__action314(b, __sym0, __sym1, __sym2, __sym3, __sym4, __sym5);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (6, 39)
    }
    fn __reduce102<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym4 = __pop_Variant0(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym4.2.clone();
        let __nt = super::__action325(b, __sym0, __sym1, __sym2, __sym3, __sym4);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (5, 39)
    }
    fn __reduce103<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym5 = __pop_Variant0(__symbols);
        let __sym4 = __pop_Variant8(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym5.2.clone();
        let __nt = super::__action326(b, __sym0, __sym1, __sym2, __sym3, __sym4, __sym5);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (6, 39)
    }
    fn __reduce104<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant8(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action317(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (4, 39)
    }
    fn __reduce105<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym4 = __pop_Variant0(__symbols);
        let __sym3 = __pop_Variant8(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant8(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym4.2.clone();
        let __nt = super::__action318(b, __sym0, __sym1, __sym2, __sym3, __sym4);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (5, 39)
    }
    fn __reduce108<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action286(b, __sym0);
        __symbols.push((__start, __Symbol::Variant9(__nt), __end));
        (1, 41)
    }
    fn __reduce109<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym2.2.clone();
        let __nt = super::__action287(b, __sym0, __sym1, __sym2);
        __symbols.push((__start, __Symbol::Variant9(__nt), __end));
        (3, 41)
    }
    fn __reduce110<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action288(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant9(__nt), __end));
        (2, 42)
    }
    fn __reduce111<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym2.2.clone();
        let __nt = super::__action289(b, __sym0, __sym1, __sym2);
        __symbols.push((__start, __Symbol::Variant9(__nt), __end));
        (3, 42)
    }
    fn __reduce112<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant8(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action247(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (2, 43)
    }
    fn __reduce113<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant3(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant9(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action248(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (4, 44)
    }
    fn __reduce114<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant9(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action249(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (2, 44)
    }
    fn __reduce116<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action156(b, __sym0);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (1, 46)
    }
    fn __reduce117<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant8(__symbols);
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action157(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (2, 46)
    }
    fn __reduce118<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action168(b, __sym0);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (1, 47)
    }
    fn __reduce119<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant8(__symbols);
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action169(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (2, 47)
    }
    fn __reduce120<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action160(b, __sym0);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (1, 48)
    }
    fn __reduce121<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant8(__symbols);
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action161(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (2, 48)
    }
    fn __reduce122<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action154(b, __sym0);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (1, 49)
    }
    fn __reduce123<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant8(__symbols);
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action155(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (2, 49)
    }
    fn __reduce124<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action158(b, __sym0);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (1, 50)
    }
    fn __reduce125<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant8(__symbols);
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action159(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (2, 50)
    }
    fn __reduce129<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant2(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action250(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (4, 52)
    }
    fn __reduce130<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym4 = __pop_Variant0(__symbols);
        let __sym3 = __pop_Variant8(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym4.2.clone();
        let __nt = super::__action291(b, __sym0, __sym1, __sym2, __sym3, __sym4);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (5, 52)
    }
    fn __reduce131<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym5 = __pop_Variant0(__symbols);
        let __sym4 = __pop_Variant8(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym5.2.clone();
        let __nt = super::__action292(b, __sym0, __sym1, __sym2, __sym3, __sym4, __sym5);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (6, 52)
    }
    fn __reduce132<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant1(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action368(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant2(__nt), __end));
        (4, 53)
    }
    fn __reduce133<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym4 = __pop_Variant1(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant8(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym4.2.clone();
        let __nt = super::__action369(b, __sym0, __sym1, __sym2, __sym3, __sym4);
        __symbols.push((__start, __Symbol::Variant2(__nt), __end));
        (5, 53)
    }
    fn __reduce134<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym5 = __pop_Variant1(__symbols);
        let __sym4 = __pop_Variant0(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant8(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym5.2.clone();
        let __nt = super::__action370(b, __sym0, __sym1, __sym2, __sym3, __sym4, __sym5);
        __symbols.push((__start, __Symbol::Variant2(__nt), __end));
        (6, 53)
    }
    fn __reduce135<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action371(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant2(__nt), __end));
        (2, 53)
    }
    fn __reduce136<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant8(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym2.2.clone();
        let __nt = super::__action372(b, __sym0, __sym1, __sym2);
        __symbols.push((__start, __Symbol::Variant2(__nt), __end));
        (3, 53)
    }
    fn __reduce137<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant8(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action373(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant2(__nt), __end));
        (4, 53)
    }
    fn __reduce138<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action323(b, __sym0);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (1, 54)
    }
    fn __reduce139<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant8(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action324(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (2, 54)
    }
    fn __reduce140<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action315(b, __sym0);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (1, 54)
    }
    fn __reduce141<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant8(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action316(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (2, 54)
    }
    fn __reduce142<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action327(b, __sym0);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (1, 54)
    }
    fn __reduce143<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant8(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action328(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (2, 54)
    }
    fn __reduce144<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action321(b, __sym0);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (1, 54)
    }
    fn __reduce145<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant8(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action322(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (2, 54)
    }
    fn __reduce146<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action353(b, __sym0);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (1, 54)
    }
    fn __reduce147<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant8(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action354(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (2, 54)
    }
    fn __reduce148<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant8(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym2.2.clone();
        let __nt = super::__action355(b, __sym0, __sym1, __sym2);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (3, 54)
    }
    fn __reduce149<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action347(b, __sym0);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (1, 54)
    }
    fn __reduce150<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant8(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action348(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (2, 54)
    }
    fn __reduce151<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant8(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym2.2.clone();
        let __nt = super::__action349(b, __sym0, __sym1, __sym2);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (3, 54)
    }
    fn __reduce152<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action359(b, __sym0);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (1, 54)
    }
    fn __reduce153<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant8(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action360(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (2, 54)
    }
    fn __reduce154<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant8(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym2.2.clone();
        let __nt = super::__action361(b, __sym0, __sym1, __sym2);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (3, 54)
    }
    fn __reduce155<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant8(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action253(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (4, 55)
    }
    fn __reduce156<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action9(b, __sym0);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (1, 55)
    }
    fn __reduce157<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym2.2.clone();
        let __nt = super::__action293(b, __sym0, __sym1, __sym2);
        __symbols.push((__start, __Symbol::Variant9(__nt), __end));
        (3, 56)
    }
    fn __reduce158<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action393(b, __sym0);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (1, 57)
    }
    fn __reduce159<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action394(b, __sym0);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (1, 57)
    }
    fn __reduce160<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action395(b, __sym0);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (1, 57)
    }
    fn __reduce161<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action396(b, __sym0);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (1, 57)
    }
    fn __reduce162<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action397(b, __sym0);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (1, 57)
    }
    fn __reduce163<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action398(b, __sym0);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (1, 57)
    }
    fn __reduce164<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action399(b, __sym0);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (1, 57)
    }
    fn __reduce165<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action400(b, __sym0);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (1, 57)
    }
    fn __reduce166<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action401(b, __sym0);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (1, 57)
    }
    fn __reduce167<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action402(b, __sym0);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (1, 57)
    }
    fn __reduce168<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action403(b, __sym0);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (1, 57)
    }
    fn __reduce169<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action404(b, __sym0);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (1, 57)
    }
    fn __reduce170<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action405(b, __sym0);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (1, 57)
    }
    fn __reduce171<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action406(b, __sym0);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (1, 57)
    }
    fn __reduce172<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action407(b, __sym0);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (1, 57)
    }
    fn __reduce173<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant1(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action408(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (4, 57)
    }
    fn __reduce174<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym5 = __pop_Variant0(__symbols);
        let __sym4 = __pop_Variant0(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant1(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym5.2.clone();
        let __nt = super::__action409(b, __sym0, __sym1, __sym2, __sym3, __sym4, __sym5);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (6, 57)
    }
    fn __reduce175<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym5 = __pop_Variant0(__symbols);
        let __sym4 = __pop_Variant1(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant1(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym5.2.clone();
        let __nt = super::__action410(b, __sym0, __sym1, __sym2, __sym3, __sym4, __sym5);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (6, 57)
    }
    fn __reduce176<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant1(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action411(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (4, 57)
    }
    fn __reduce177<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action412(b, __sym0);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (1, 57)
    }
    fn __reduce178<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant1(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action413(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (4, 57)
    }
    fn __reduce179<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym5 = __pop_Variant0(__symbols);
        let __sym4 = __pop_Variant1(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant1(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym5.2.clone();
        let __nt = super::__action414(b, __sym0, __sym1, __sym2, __sym3, __sym4, __sym5);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (6, 57)
    }
    fn __reduce180<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym5 = __pop_Variant0(__symbols);
        let __sym4 = __pop_Variant1(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym5.2.clone();
        let __nt = super::__action415(b, __sym0, __sym1, __sym2, __sym3, __sym4, __sym5);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (6, 57)
    }
    fn __reduce181<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant9(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action416(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (4, 57)
    }
    fn __reduce182<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action417(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (4, 57)
    }
    fn __reduce183<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action418(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (4, 57)
    }
    fn __reduce184<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action419(b, __sym0);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (1, 57)
    }
    fn __reduce185<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant1(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action420(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (4, 57)
    }
    fn __reduce186<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action421(b, __sym0);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (1, 57)
    }
    fn __reduce187<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant1(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action422(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant1(__nt), __end));
        (4, 57)
    }
    fn __reduce188<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym5 = __pop_Variant0(__symbols);
        let __sym4 = __pop_Variant1(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym5.2.clone();
        let __nt = super::__action294(b, __sym0, __sym1, __sym2, __sym3, __sym4, __sym5);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (6, 58)
    }
    fn __reduce189<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym4 = __pop_Variant0(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym4.2.clone();
        let __nt = super::__action356(b, __sym0, __sym1, __sym2, __sym3, __sym4);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (5, 58)
    }
    fn __reduce190<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym5 = __pop_Variant0(__symbols);
        let __sym4 = __pop_Variant8(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym5.2.clone();
        let __nt = super::__action357(b, __sym0, __sym1, __sym2, __sym3, __sym4, __sym5);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (6, 58)
    }
    fn __reduce191<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym6 = __pop_Variant0(__symbols);
        let __sym5 = __pop_Variant0(__symbols);
        let __sym4 = __pop_Variant8(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym6.2.clone();
        let __nt = super::__action358(
            b,
            __sym0,
            __sym1,
            __sym2,
            __sym3,
            __sym4,
            __sym5,
            __sym6,
        );
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (7, 58)
    }
    fn __reduce192<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym4 = __pop_Variant0(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym4.2.clone();
        let __nt = super::__action350(b, __sym0, __sym1, __sym2, __sym3, __sym4);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (5, 58)
    }
    fn __reduce193<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym5 = __pop_Variant0(__symbols);
        let __sym4 = __pop_Variant8(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym5.2.clone();
        let __nt = super::__action351(b, __sym0, __sym1, __sym2, __sym3, __sym4, __sym5);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (6, 58)
    }
    fn __reduce194<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym6 = __pop_Variant0(__symbols);
        let __sym5 = __pop_Variant0(__symbols);
        let __sym4 = __pop_Variant8(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym6.2.clone();
        let __nt = super::__action352(
            b,
            __sym0,
            __sym1,
            __sym2,
            __sym3,
            __sym4,
            __sym5,
            __sym6,
        );
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (7, 58)
    }
    fn __reduce195<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym4 = __pop_Variant0(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym4.2.clone();
        let __nt = super::__action362(b, __sym0, __sym1, __sym2, __sym3, __sym4);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (5, 58)
    }
    fn __reduce196<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym5 = __pop_Variant0(__symbols);
        let __sym4 = __pop_Variant8(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym5.2.clone();
        let __nt = super::__action363(b, __sym0, __sym1, __sym2, __sym3, __sym4, __sym5);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (6, 58)
    }
    fn __reduce197<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym6 = __pop_Variant0(__symbols);
        let __sym5 = __pop_Variant0(__symbols);
        let __sym4 = __pop_Variant8(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym6.2.clone();
        let __nt = super::__action364(
            b,
            __sym0,
            __sym1,
            __sym2,
            __sym3,
            __sym4,
            __sym5,
            __sym6,
        );
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (7, 58)
    }
    fn __reduce198<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym4 = __pop_Variant0(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym4.2.clone();
        let __nt = super::__action365(b, __sym0, __sym1, __sym2, __sym3, __sym4);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (5, 58)
    }
    fn __reduce199<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym5 = __pop_Variant0(__symbols);
        let __sym4 = __pop_Variant8(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym5.2.clone();
        let __nt = super::__action366(b, __sym0, __sym1, __sym2, __sym3, __sym4, __sym5);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (6, 58)
    }
    fn __reduce200<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym6 = __pop_Variant0(__symbols);
        let __sym5 = __pop_Variant0(__symbols);
        let __sym4 = __pop_Variant8(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym6.2.clone();
        let __nt = super::__action367(
            b,
            __sym0,
            __sym1,
            __sym2,
            __sym3,
            __sym4,
            __sym5,
            __sym6,
        );
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (7, 58)
    }
    fn __reduce201<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action390(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (4, 58)
    }
    fn __reduce202<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym4 = __pop_Variant0(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym4.2.clone();
        let __nt = super::__action391(b, __sym0, __sym1, __sym2, __sym3, __sym4);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (5, 58)
    }
    fn __reduce203<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym5 = __pop_Variant0(__symbols);
        let __sym4 = __pop_Variant8(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym5.2.clone();
        let __nt = super::__action392(b, __sym0, __sym1, __sym2, __sym3, __sym4, __sym5);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (6, 58)
    }
    fn __reduce234<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __start = __lookahead_start
            .cloned()
            .or_else(|| __symbols.last().map(|s| s.2.clone()))
            .unwrap_or_default();
        let __end = __start.clone();
        let __nt = super::__action101(b, &__start, &__end);
        __symbols.push((__start, __Symbol::Variant9(__nt), __end));
        (0, 60)
    }
    fn __reduce235<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action102(b, __sym0);
        __symbols.push((__start, __Symbol::Variant9(__nt), __end));
        (1, 60)
    }
    fn __reduce236<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action103(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant9(__nt), __end));
        (2, 60)
    }
    fn __reduce237<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant1(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action104(b, __sym0);
        __symbols.push((__start, __Symbol::Variant9(__nt), __end));
        (1, 61)
    }
    fn __reduce238<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym2 = __pop_Variant1(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym2.2.clone();
        let __nt = super::__action105(b, __sym0, __sym1, __sym2);
        __symbols.push((__start, __Symbol::Variant9(__nt), __end));
        (3, 61)
    }
    fn __reduce239<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym6 = __pop_Variant0(__symbols);
        let __sym5 = __pop_Variant0(__symbols);
        let __sym4 = __pop_Variant0(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant8(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym6.2.clone();
        let __nt = super::__action374(
            b,
            __sym0,
            __sym1,
            __sym2,
            __sym3,
            __sym4,
            __sym5,
            __sym6,
        );
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (7, 62)
    }
    fn __reduce240<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym7 = __pop_Variant0(__symbols);
        let __sym6 = __pop_Variant0(__symbols);
        let __sym5 = __pop_Variant8(__symbols);
        let __sym4 = __pop_Variant0(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant8(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym7.2.clone();
        let __nt = super::__action375(
            b,
            __sym0,
            __sym1,
            __sym2,
            __sym3,
            __sym4,
            __sym5,
            __sym6,
            __sym7,
        );
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (8, 62)
    }
    fn __reduce241<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym8 = __pop_Variant0(__symbols);
        let __sym7 = __pop_Variant0(__symbols);
        let __sym6 = __pop_Variant0(__symbols);
        let __sym5 = __pop_Variant8(__symbols);
        let __sym4 = __pop_Variant0(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant8(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym8.2.clone();
        let __nt = super::__action376(
            b,
            __sym0,
            __sym1,
            __sym2,
            __sym3,
            __sym4,
            __sym5,
            __sym6,
            __sym7,
            __sym8,
        );
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (9, 62)
    }
    fn __reduce244<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action304(b, __sym0);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (1, 64)
    }
    fn __reduce245<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant3(__symbols);
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant9(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action263(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (4, 64)
    }
    fn __reduce246<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym1 = __pop_Variant9(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym1.2.clone();
        let __nt = super::__action264(b, __sym0, __sym1);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (2, 64)
    }
    fn __reduce247<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action427(b, __sym0);
        __symbols.push((__start, __Symbol::Variant3(__nt), __end));
        (1, 65)
    }
    fn __reduce248<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action428(b, __sym0);
        __symbols.push((__start, __Symbol::Variant3(__nt), __end));
        (1, 65)
    }
    fn __reduce249<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action429(b, __sym0);
        __symbols.push((__start, __Symbol::Variant3(__nt), __end));
        (1, 65)
    }
    fn __reduce253<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action45(b, __sym0);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (1, 67)
    }
    fn __reduce254<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym2 = __pop_Variant0(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym2.2.clone();
        let __nt = super::__action377(b, __sym0, __sym1, __sym2);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (3, 67)
    }
    fn __reduce255<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant8(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action378(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (4, 67)
    }
    fn __reduce256<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym4 = __pop_Variant0(__symbols);
        let __sym3 = __pop_Variant0(__symbols);
        let __sym2 = __pop_Variant8(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant0(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym4.2.clone();
        let __nt = super::__action379(b, __sym0, __sym1, __sym2, __sym3, __sym4);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (5, 67)
    }
    fn __reduce258<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action34(b, __sym0);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (1, 69)
    }
    fn __reduce259<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym0 = __pop_Variant8(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym0.2.clone();
        let __nt = super::__action35(b, __sym0);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (1, 69)
    }
    fn __reduce260<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym2 = __pop_Variant8(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym2.2.clone();
        let __nt = super::__action266(b, __sym0, __sym1, __sym2);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (3, 69)
    }
    fn __reduce261<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym2 = __pop_Variant8(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym2.2.clone();
        let __nt = super::__action267(b, __sym0, __sym1, __sym2);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (3, 69)
    }
    fn __reduce262<'s, 'b>(
        b: &'b mut Builder<'s>,
        __lookahead_start: Option<&u32>,
        __symbols: &mut alloc::vec::Vec<(u32, __Symbol<'s>, u32)>,
        _: core::marker::PhantomData<(&'s (), &'b ())>,
    ) -> (usize, usize) {
        let __sym3 = __pop_Variant8(__symbols);
        let __sym2 = __pop_Variant8(__symbols);
        let __sym1 = __pop_Variant0(__symbols);
        let __sym0 = __pop_Variant9(__symbols);
        let __start = __sym0.0.clone();
        let __end = __sym3.2.clone();
        let __nt = super::__action268(b, __sym0, __sym1, __sym2, __sym3);
        __symbols.push((__start, __Symbol::Variant8(__nt), __end));
        (4, 69)
    }
    static __ACTION: [i16; 24637] = table(
        71,
        &[
            (&[313], &[(1, -239), (13, -239)]),
            (&[228], &[(1, -238), (13, -238)]),
            (&[271], &[(1, -188), (3, -188), (9, -188), (11, -188), (13, -188)]),
            (
                &[143],
                &[(1, -187), (3, -187), (9, -187), (11, -187), (12, 44), (13, -187)],
            ),
            (&[277], &[(1, -186), (3, -186), (9, -186), (11, -186), (13, -186)]),
            (
                &[154],
                &[(1, -185), (3, -185), (9, -185), (11, -185), (12, 49), (13, -185)],
            ),
            (&[270], &[(1, -184), (3, -184), (9, -184), (11, -184), (13, -184)]),
            (&[275], &[(1, -183), (3, -183), (9, -183), (11, -183), (13, -183)]),
            (&[278], &[(1, -182), (3, -182), (9, -182), (11, -182), (13, -182)]),
            (&[331], &[(1, -181), (3, -181), (9, -181), (11, -181), (13, -181)]),
            (&[330], &[(1, -180), (3, -180), (9, -180), (11, -180), (13, -180)]),
            (&[276], &[(1, -179), (3, -179), (9, -179), (11, -179), (13, -179)]),
            (
                &[149],
                &[(1, -178), (3, -178), (9, -178), (11, -178), (12, 48), (13, -178)],
            ),
            (&[274], &[(1, -177), (3, -177), (9, -177), (11, -177), (13, -177)]),
            (&[329], &[(1, -176), (3, -176), (9, -176), (11, -176), (13, -176)]),
            (&[328], &[(1, -175), (3, -175), (9, -175), (11, -175), (13, -175)]),
            (&[273], &[(1, -174), (3, -174), (9, -174), (11, -174), (13, -174)]),
            (&[144], &[(1, -173), (3, -173), (9, -173), (11, -173), (13, -173)]),
            (&[140], &[(1, -172), (3, -172), (9, -172), (11, -172), (13, -172)]),
            (&[155], &[(1, -171), (3, -171), (9, -171), (11, -171), (13, -171)]),
            (&[139], &[(1, -170), (3, -170), (9, -170), (11, -170), (13, -170)]),
            (&[142], &[(1, -169), (3, -169), (9, -169), (11, -169), (13, -169)]),
            (&[141], &[(1, -168), (3, -168), (9, -168), (11, -168), (13, -168)]),
            (&[152], &[(1, -167), (3, -167), (9, -167), (11, -167), (13, -167)]),
            (&[151], &[(1, -166), (3, -166), (9, -166), (11, -166), (13, -166)]),
            (&[150], &[(1, -165), (3, -165), (9, -165), (11, -165), (13, -165)]),
            (&[153], &[(1, -164), (3, -164), (9, -164), (11, -164), (13, -164)]),
            (&[159], &[(1, -163), (3, -163), (9, -163), (11, -163), (13, -163)]),
            (&[158], &[(1, -162), (3, -162), (9, -162), (11, -162), (13, -162)]),
            (&[157], &[(1, -161), (3, -161), (9, -161), (11, -161), (13, -161)]),
            (&[160], &[(1, -160), (3, -160), (9, -160), (11, -160), (13, -160)]),
            (&[137], &[(1, -159), (3, -159), (9, -159), (11, -159), (13, -159)]),
            (&[346], &[(1, -78), (11, -78)]),
            (&[341], &[(1, -77), (11, -77)]),
            (&[332], &[(1, -76), (11, -76), (14, 343)]),
            (&[345], &[(1, -75), (11, -75)]),
            (&[289], &[(1, -74), (11, -74), (14, 320)]),
            (&[335], &[(1, -73), (11, -73)]),
            (&[337], &[(1, -72), (9, -72)]),
            (&[301], &[(1, -71), (9, -71)]),
            (&[206], &[(1, -70), (11, -70)]),
            (&[176], &[(1, -69), (11, -69)]),
            (&[131], &[(1, -68), (11, -68)]),
            (&[108], &[(1, -67), (11, -67)]),
            (&[279], &[(1, -66), (11, -66)]),
            (&[231], &[(1, -65), (11, -65)]),
            (&[190], &[(1, -64), (11, -64)]),
            (&[162], &[(1, -63), (11, -63)]),
            (&[183], &[(1, -62), (8, 67), (11, -62)]),
            (&[135], &[(1, -61), (8, 43), (11, -61)]),
            (&[308], &[(1, -60), (11, -60)]),
            (&[264], &[(1, -59), (11, -59)]),
            (&[116], &[(1, -58), (8, 30), (11, -58)]),
            (&[98], &[(1, -57), (8, 19), (11, -57)]),
            (&[216], &[(1, -56), (11, -56)]),
            (&[187], &[(1, -55), (11, -55)]),
            (
                &[268],
                &[(3, -250), (4, -250), (9, -250), (10, -250), (14, -250), (54, -250)],
            ),
            (
                &[267],
                &[(3, -249), (4, -249), (9, -249), (10, -249), (14, -249), (54, -249)],
            ),
            (
                &[269],
                &[(3, -248), (4, -248), (9, -248), (10, -248), (14, -248), (54, -248)],
            ),
            (&[196], &[(3, -247), (4, -247), (6, 72), (14, -247), (54, -247)]),
            (&[287], &[(3, -246), (4, -246), (14, -246), (54, -246)]),
            (
                &[286],
                &[(3, -158), (4, -158), (5, -110), (6, -158), (14, -158), (54, -158)],
            ),
            (&[298], &[(3, -138), (7, 92)]),
            (&[254], &[(3, -137), (7, 89)]),
            (&[209], &[(3, -136), (7, 78)]),
            (&[336], &[(3, -135)]),
            (&[322], &[(3, -134)]),
            (&[300], &[(3, -133)]),
            (&[202], &[(3, -115), (5, 252), (6, 76), (10, -115)]),
            (&[295], &[(3, -114), (10, -114)]),
            (&[294], &[(3, -110), (5, -110), (6, -110), (10, -110)]),
            (&[239], &[(3, -94)]),
            (&[238], &[(3, -93)]),
            (&[282], &[(3, -92)]),
            (&[237], &[(3, -91)]),
            (&[259], &[(3, -86), (6, 90)]),
            (&[323], &[(3, -85)]),
            (
                &[213],
                &[
                    (6, -263),
                    (11, -263),
                    (20, -263),
                    (22, -263),
                    (25, -263),
                    (28, -263),
                    (29, -263),
                    (36, -263),
                    (37, -263),
                    (47, -263),
                    (52, -263),
                    (53, -263),
                ],
            ),
            (
                &[178],
                &[
                    (6, -262),
                    (11, -262),
                    (20, -262),
                    (22, -262),
                    (25, -262),
                    (28, -262),
                    (29, -262),
                    (36, -262),
                    (37, -262),
                    (47, -262),
                    (52, -262),
                    (53, -262),
                ],
            ),
            (
                &[181],
                &[
                    (6, -261),
                    (11, -261),
                    (20, -261),
                    (22, -261),
                    (25, -261),
                    (28, -261),
                    (29, -261),
                    (36, -261),
                    (37, -261),
                    (47, -261),
                    (52, -261),
                    (53, -261),
                ],
            ),
            (
                &[112],
                &[
                    (6, -260),
                    (11, -260),
                    (20, -260),
                    (22, -260),
                    (25, -260),
                    (28, -260),
                    (29, -260),
                    (36, -260),
                    (37, -260),
                    (47, -260),
                    (52, -260),
                    (53, -260),
                ],
            ),
            (
                &[113],
                &[
                    (6, -259),
                    (11, -259),
                    (20, -259),
                    (22, -259),
                    (25, -259),
                    (28, -259),
                    (29, -259),
                    (36, -259),
                    (37, -259),
                    (47, -259),
                    (52, -259),
                    (53, -259),
                ],
            ),
            (
                &[340],
                &[
                    (6, -257),
                    (11, -257),
                    (20, -257),
                    (22, -257),
                    (25, -257),
                    (28, -257),
                    (29, -257),
                    (36, -257),
                    (37, -257),
                    (47, -257),
                    (52, -257),
                    (53, -257),
                ],
            ),
            (
                &[326],
                &[
                    (6, -256),
                    (11, -256),
                    (20, -256),
                    (22, -256),
                    (25, -256),
                    (28, -256),
                    (29, -256),
                    (36, -256),
                    (37, -256),
                    (47, -256),
                    (52, -256),
                    (53, -256),
                ],
            ),
            (
                &[307],
                &[
                    (6, -255),
                    (11, -255),
                    (20, -255),
                    (22, -255),
                    (25, -255),
                    (28, -255),
                    (29, -255),
                    (36, -255),
                    (37, -255),
                    (47, -255),
                    (52, -255),
                    (53, -255),
                ],
            ),
            (
                &[214],
                &[
                    (6, -254),
                    (11, -254),
                    (20, -254),
                    (22, -254),
                    (25, -254),
                    (28, -254),
                    (29, -254),
                    (36, -254),
                    (37, -254),
                    (47, -254),
                    (52, -254),
                    (53, -254),
                ],
            ),
            (
                &[343],
                &[
                    (6, -242),
                    (11, -242),
                    (20, -242),
                    (22, -242),
                    (25, -242),
                    (28, -242),
                    (29, -242),
                    (36, -242),
                    (37, -242),
                    (47, -242),
                    (52, -242),
                    (53, -242),
                    (59, -242),
                ],
            ),
            (
                &[334],
                &[
                    (6, -241),
                    (11, -241),
                    (20, -241),
                    (22, -241),
                    (25, -241),
                    (28, -241),
                    (29, -241),
                    (36, -241),
                    (37, -241),
                    (47, -241),
                    (52, -241),
                    (53, -241),
                    (59, -241),
                ],
            ),
            (
                &[320],
                &[
                    (6, -240),
                    (11, -240),
                    (20, -240),
                    (22, -240),
                    (25, -240),
                    (28, -240),
                    (29, -240),
                    (36, -240),
                    (37, -240),
                    (47, -240),
                    (52, -240),
                    (53, -240),
                    (59, -240),
                ],
            ),
            (
                &[284],
                &[
                    (6, -204),
                    (11, -204),
                    (20, -204),
                    (22, -204),
                    (25, -204),
                    (28, -204),
                    (29, -204),
                    (36, -204),
                    (37, -204),
                    (47, -204),
                    (52, -204),
                    (53, -204),
                    (59, -204),
                ],
            ),
            (
                &[242],
                &[
                    (6, -203),
                    (11, -203),
                    (20, -203),
                    (22, -203),
                    (25, -203),
                    (28, -203),
                    (29, -203),
                    (36, -203),
                    (37, -203),
                    (47, -203),
                    (52, -203),
                    (53, -203),
                    (59, -203),
                ],
            ),
            (
                &[194],
                &[
                    (6, -202),
                    (11, -202),
                    (20, -202),
                    (22, -202),
                    (25, -202),
                    (28, -202),
                    (29, -202),
                    (36, -202),
                    (37, -202),
                    (47, -202),
                    (52, -202),
                    (53, -202),
                    (59, -202),
                ],
            ),
            (
                &[315],
                &[
                    (6, -201),
                    (11, -201),
                    (20, -201),
                    (22, -201),
                    (25, -201),
                    (28, -201),
                    (29, -201),
                    (36, -201),
                    (37, -201),
                    (47, -201),
                    (52, -201),
                    (53, -201),
                    (59, -201),
                ],
            ),
            (
                &[281],
                &[
                    (6, -200),
                    (11, -200),
                    (20, -200),
                    (22, -200),
                    (25, -200),
                    (28, -200),
                    (29, -200),
                    (36, -200),
                    (37, -200),
                    (47, -200),
                    (52, -200),
                    (53, -200),
                    (59, -200),
                ],
            ),
            (
                &[235],
                &[
                    (6, -199),
                    (11, -199),
                    (20, -199),
                    (22, -199),
                    (25, -199),
                    (28, -199),
                    (29, -199),
                    (36, -199),
                    (37, -199),
                    (47, -199),
                    (52, -199),
                    (53, -199),
                    (59, -199),
                ],
            ),
            (
                &[314],
                &[
                    (6, -198),
                    (11, -198),
                    (20, -198),
                    (22, -198),
                    (25, -198),
                    (28, -198),
                    (29, -198),
                    (36, -198),
                    (37, -198),
                    (47, -198),
                    (52, -198),
                    (53, -198),
                    (59, -198),
                ],
            ),
            (
                &[280],
                &[
                    (6, -197),
                    (11, -197),
                    (20, -197),
                    (22, -197),
                    (25, -197),
                    (28, -197),
                    (29, -197),
                    (36, -197),
                    (37, -197),
                    (47, -197),
                    (52, -197),
                    (53, -197),
                    (59, -197),
                ],
            ),
            (
                &[233],
                &[
                    (6, -196),
                    (11, -196),
                    (20, -196),
                    (22, -196),
                    (25, -196),
                    (28, -196),
                    (29, -196),
                    (36, -196),
                    (37, -196),
                    (47, -196),
                    (52, -196),
                    (53, -196),
                    (59, -196),
                ],
            ),
            (
                &[321],
                &[
                    (6, -195),
                    (11, -195),
                    (20, -195),
                    (22, -195),
                    (25, -195),
                    (28, -195),
                    (29, -195),
                    (36, -195),
                    (37, -195),
                    (47, -195),
                    (52, -195),
                    (53, -195),
                    (59, -195),
                ],
            ),
            (
                &[291],
                &[
                    (6, -194),
                    (11, -194),
                    (20, -194),
                    (22, -194),
                    (25, -194),
                    (28, -194),
                    (29, -194),
                    (36, -194),
                    (37, -194),
                    (47, -194),
                    (52, -194),
                    (53, -194),
                    (59, -194),
                ],
            ),
            (
                &[247],
                &[
                    (6, -193),
                    (11, -193),
                    (20, -193),
                    (22, -193),
                    (25, -193),
                    (28, -193),
                    (29, -193),
                    (36, -193),
                    (37, -193),
                    (47, -193),
                    (52, -193),
                    (53, -193),
                    (59, -193),
                ],
            ),
            (
                &[316],
                &[
                    (6, -192),
                    (11, -192),
                    (20, -192),
                    (22, -192),
                    (25, -192),
                    (28, -192),
                    (29, -192),
                    (36, -192),
                    (37, -192),
                    (47, -192),
                    (52, -192),
                    (53, -192),
                    (59, -192),
                ],
            ),
            (
                &[283],
                &[
                    (6, -191),
                    (11, -191),
                    (20, -191),
                    (22, -191),
                    (25, -191),
                    (28, -191),
                    (29, -191),
                    (36, -191),
                    (37, -191),
                    (47, -191),
                    (52, -191),
                    (53, -191),
                    (59, -191),
                ],
            ),
            (
                &[241],
                &[
                    (6, -190),
                    (11, -190),
                    (20, -190),
                    (22, -190),
                    (25, -190),
                    (28, -190),
                    (29, -190),
                    (36, -190),
                    (37, -190),
                    (47, -190),
                    (52, -190),
                    (53, -190),
                    (59, -190),
                ],
            ),
            (
                &[285],
                &[
                    (6, -189),
                    (11, -189),
                    (20, -189),
                    (22, -189),
                    (25, -189),
                    (28, -189),
                    (29, -189),
                    (36, -189),
                    (37, -189),
                    (47, -189),
                    (52, -189),
                    (53, -189),
                    (59, -189),
                ],
            ),
            (&[105], &[(6, -157), (30, -157), (35, -157), (52, -157), (55, -157)]),
            (&[203], &[(6, -156), (30, -156), (35, -156), (52, -156), (55, -156)]),
            (&[302], &[(6, -132), (11, -132), (19, -132), (59, -132)]),
            (&[256], &[(6, -131), (11, -131), (19, -131), (59, -131)]),
            (&[207], &[(6, -130), (11, -130), (19, -130), (59, -130)]),
            (
                &[134],
                &[
                    (6, -126),
                    (11, -126),
                    (20, -126),
                    (22, -126),
                    (25, -126),
                    (28, -126),
                    (29, -126),
                    (36, -126),
                    (37, -126),
                    (47, -126),
                    (52, -126),
                    (53, -126),
                ],
            ),
            (
                &[114],
                &[
                    (6, -125),
                    (11, -125),
                    (20, -125),
                    (22, -125),
                    (25, -125),
                    (28, -125),
                    (29, -125),
                    (36, -125),
                    (37, -125),
                    (47, -125),
                    (52, -125),
                    (53, -125),
                ],
            ),
            (&[130], &[(6, -124), (30, -124), (35, -124), (52, -124), (55, -124)]),
            (&[106], &[(6, -123), (30, -123), (35, -123), (52, -123), (55, -123)]),
            (&[133], &[(6, -122), (11, -122), (19, -122), (59, -122)]),
            (&[110], &[(6, -121), (11, -121), (19, -121), (59, -121)]),
            (
                &[248],
                &[(6, -120), (11, -120), (30, -120), (35, -120), (52, -120), (55, -120)],
            ),
            (
                &[200],
                &[(6, -119), (11, -119), (30, -119), (35, -119), (52, -119), (55, -119)],
            ),
            (
                &[126],
                &[
                    (6, -118),
                    (11, -118),
                    (20, -118),
                    (25, -118),
                    (36, -118),
                    (37, -118),
                    (47, -118),
                    (52, -118),
                    (53, -118),
                    (59, -118),
                ],
            ),
            (
                &[102],
                &[
                    (6, -117),
                    (11, -117),
                    (20, -117),
                    (25, -117),
                    (36, -117),
                    (37, -117),
                    (47, -117),
                    (52, -117),
                    (53, -117),
                    (59, -117),
                ],
            ),
            (
                &[249],
                &[(6, -106), (11, -106), (30, -106), (35, -106), (52, -106), (55, -106)],
            ),
            (
                &[201],
                &[(6, -105), (11, -105), (30, -105), (35, -105), (52, -105), (55, -105)],
            ),
            (
                &[297],
                &[(6, -104), (11, -104), (30, -104), (35, -104), (52, -104), (55, -104)],
            ),
            (
                &[253],
                &[(6, -103), (11, -103), (30, -103), (35, -103), (52, -103), (55, -103)],
            ),
            (
                &[293],
                &[(6, -102), (11, -102), (30, -102), (35, -102), (52, -102), (55, -102)],
            ),
            (
                &[250],
                &[(6, -101), (11, -101), (30, -101), (35, -101), (52, -101), (55, -101)],
            ),
            (
                &[204],
                &[(6, -100), (11, -100), (30, -100), (35, -100), (52, -100), (55, -100)],
            ),
            (&[296], &[(6, -99), (11, -99), (30, -99), (35, -99), (52, -99), (55, -99)]),
            (
                &[236],
                &[
                    (6, -98),
                    (11, -98),
                    (20, -98),
                    (25, -98),
                    (36, -98),
                    (37, -98),
                    (47, -98),
                    (52, -98),
                    (53, -98),
                    (59, -98),
                ],
            ),
            (
                &[103],
                &[
                    (6, -97),
                    (11, -97),
                    (20, -97),
                    (25, -97),
                    (36, -97),
                    (37, -97),
                    (47, -97),
                    (52, -97),
                    (53, -97),
                    (59, -97),
                ],
            ),
            (
                &[104],
                &[
                    (6, -96),
                    (11, -96),
                    (20, -96),
                    (25, -96),
                    (36, -96),
                    (37, -96),
                    (47, -96),
                    (52, -96),
                    (53, -96),
                    (59, -96),
                ],
            ),
            (
                &[303],
                &[
                    (6, -83),
                    (11, -83),
                    (20, -83),
                    (22, -83),
                    (25, -83),
                    (28, -83),
                    (29, -83),
                    (36, -83),
                    (37, -83),
                    (47, -83),
                    (52, -83),
                    (53, -83),
                ],
            ),
            (
                &[338],
                &[
                    (6, -82),
                    (11, -82),
                    (20, -82),
                    (22, -82),
                    (25, -82),
                    (28, -82),
                    (29, -82),
                    (36, -82),
                    (37, -82),
                    (47, -82),
                    (52, -82),
                    (53, -82),
                ],
            ),
            (
                &[324],
                &[
                    (6, -81),
                    (11, -81),
                    (20, -81),
                    (22, -81),
                    (25, -81),
                    (28, -81),
                    (29, -81),
                    (36, -81),
                    (37, -81),
                    (47, -81),
                    (52, -81),
                    (53, -81),
                ],
            ),
            (
                &[304],
                &[
                    (6, -80),
                    (11, -80),
                    (20, -80),
                    (22, -80),
                    (25, -80),
                    (28, -80),
                    (29, -80),
                    (36, -80),
                    (37, -80),
                    (47, -80),
                    (52, -80),
                    (53, -80),
                ],
            ),
            (
                &[212],
                &[
                    (6, -79),
                    (11, -79),
                    (20, -79),
                    (22, -79),
                    (25, -79),
                    (28, -79),
                    (29, -79),
                    (36, -79),
                    (37, -79),
                    (47, -79),
                    (52, -79),
                    (53, -79),
                ],
            ),
            (
                &[115],
                &[
                    (6, -30),
                    (19, -30),
                    (20, -30),
                    (22, -30),
                    (25, -30),
                    (28, -30),
                    (29, -30),
                    (30, -30),
                    (35, -30),
                    (36, -30),
                    (37, -30),
                    (47, -30),
                    (52, -30),
                    (53, -30),
                    (55, -30),
                    (59, -30),
                ],
            ),
            (
                &[95],
                &[
                    (6, -29),
                    (19, -29),
                    (20, -29),
                    (22, -29),
                    (25, -29),
                    (28, -29),
                    (29, -29),
                    (30, -29),
                    (35, -29),
                    (36, -29),
                    (37, -29),
                    (47, -29),
                    (52, -29),
                    (53, -29),
                    (55, -29),
                    (59, -29),
                ],
            ),
            (
                &[218],
                &[
                    (6, -25),
                    (19, -25),
                    (20, -25),
                    (22, -25),
                    (25, -25),
                    (28, -25),
                    (29, -25),
                    (30, -25),
                    (35, -25),
                    (36, -25),
                    (37, -25),
                    (47, -25),
                    (52, -25),
                    (53, -25),
                    (55, -25),
                    (59, -25),
                ],
            ),
            (&[186], &[(9, -28)]),
            (&[266], &[(9, -27)]),
            (&[265], &[(9, -26)]),
            (&[292], &[(10, -113)]),
            (
                &[83],
                &[
                    (13, -237),
                    (16, 138),
                    (17, 139),
                    (18, 140),
                    (21, 141),
                    (23, 142),
                    (24, 143),
                    (27, 144),
                    (31, 146),
                    (32, 147),
                    (33, 148),
                    (34, 149),
                    (38, 150),
                    (39, 154),
                    (40, 151),
                    (41, 152),
                    (42, 153),
                    (44, 155),
                    (45, 156),
                    (46, 157),
                    (48, 161),
                    (49, 158),
                    (50, 159),
                    (51, 160),
                    (59, 145),
                ],
            ),
            (
                &[49],
                &[
                    (13, -235),
                    (16, 138),
                    (17, 139),
                    (18, 140),
                    (21, 141),
                    (23, 142),
                    (24, 143),
                    (27, 144),
                    (31, 146),
                    (32, 147),
                    (33, 148),
                    (34, 149),
                    (38, 150),
                    (39, 154),
                    (40, 151),
                    (41, 152),
                    (42, 153),
                    (44, 155),
                    (45, 156),
                    (46, 157),
                    (48, 161),
                    (49, 158),
                    (50, 159),
                    (51, 160),
                    (59, 145),
                ],
            ),
            (&[245], &[(59, -112)]),
            (&[199], &[(59, -111)]),
            (&[94], &[]),
            (&[0], &[(64, 5), (65, 4), (66, 8), (67, 7), (68, 3), (69, 2), (70, 6)]),
            (&[71, 75, 89], &[(60, 268), (61, 269), (62, 270)]),
            (&[272], &[(60, 310)]),
            (&[97], &[(59, 118)]),
            (&[119], &[(59, 164)]),
            (&[120], &[(59, 165)]),
            (&[122], &[(59, 166)]),
            (&[123], &[(59, 167)]),
            (&[124], &[(59, 168)]),
            (&[21, 23, 28], &[(59, 170)]),
            (&[125], &[(59, 171)]),
            (&[128], &[(59, 172)]),
            (&[22, 73], &[(59, 174)]),
            (&[129], &[(59, 176)]),
            (&[26, 27], &[(59, 181)]),
            (&[31], &[(59, 186), (63, 187)]),
            (&[35, 37], &[(59, 198)]),
            (&[188], &[(59, 220)]),
            (&[189], &[(59, 225)]),
            (&[205], &[(59, 253)]),
            (&[67], &[(59, 267), (60, 268), (61, 269), (62, 270)]),
            (&[244], &[(59, 287)]),
            (&[251], &[(59, 295)]),
            (&[319], &[(59, 336)]),
            (&[327], &[(59, 342)]),
            (&[342], &[(59, 346)]),
            (&[344], &[(59, 347)]),
            (&[12], &[(30, 129), (35, 23), (52, 24), (55, 130)]),
            (&[60], &[(30, 129), (35, 74), (52, 24), (55, 130)]),
            (&[193], &[(26, 70)]),
            (
                &[101],
                &[
                    (20, 120),
                    (25, 121),
                    (36, 123),
                    (37, 124),
                    (47, 125),
                    (52, 22),
                    (53, 126),
                    (59, 122),
                ],
            ),
            (
                &[111],
                &[
                    (20, 120),
                    (22, 27),
                    (25, 121),
                    (28, 28),
                    (29, 29),
                    (36, 123),
                    (37, 124),
                    (47, 125),
                    (52, 22),
                    (53, 126),
                ],
            ),
            (&[109], &[(19, 26), (59, 133)]),
            (
                &[
                    18, 20, 29, 32, 42, 43, 44, 45, 46, 48, 50, 58, 66, 68, 77, 78, 80,
                    81, 82, 88, 91, 92,
                ],
                &[
                    (16, 138),
                    (17, 139),
                    (18, 140),
                    (21, 141),
                    (23, 142),
                    (24, 143),
                    (27, 144),
                    (31, 146),
                    (32, 147),
                    (33, 148),
                    (34, 149),
                    (38, 150),
                    (39, 154),
                    (40, 151),
                    (41, 152),
                    (42, 153),
                    (44, 155),
                    (45, 156),
                    (46, 157),
                    (48, 161),
                    (49, 158),
                    (50, 159),
                    (51, 160),
                    (59, 145),
                ],
            ),
            (
                &[47],
                &[
                    (16, 138),
                    (17, 139),
                    (18, 140),
                    (21, 141),
                    (23, 142),
                    (24, 143),
                    (27, 144),
                    (31, 146),
                    (32, 147),
                    (33, 148),
                    (34, 149),
                    (38, 150),
                    (39, 154),
                    (40, 151),
                    (41, 152),
                    (42, 153),
                    (44, 155),
                    (45, 156),
                    (46, 157),
                    (48, 161),
                    (49, 158),
                    (50, 159),
                    (51, 160),
                    (56, 227),
                    (59, 145),
                ],
            ),
            (&[34, 64], &[(15, 194), (26, 54), (57, 55), (58, 56)]),
            (&[40], &[(15, 194), (26, 54), (43, 65), (57, 55), (58, 56)]),
            (&[65], &[(15, 194), (26, 54), (30, 263), (57, 55), (58, 56), (59, 262)]),
            (&[306], &[(14, 328)]),
            (&[339], &[(14, 345)]),
            (&[219], &[(13, 271)]),
            (&[220], &[(13, 272)]),
            (&[223], &[(13, 275)]),
            (&[224], &[(13, 276)]),
            (&[227], &[(13, 278)]),
            (&[229], &[(13, 279)]),
            (&[309], &[(13, 329)]),
            (&[310], &[(13, 330)]),
            (&[311], &[(13, 331)]),
            (&[312], &[(13, 332)]),
            (&[145], &[(12, 45)]),
            (&[146], &[(12, 46)]),
            (&[147], &[(12, 47)]),
            (&[156], &[(12, 50)]),
            (&[138], &[(12, 189)]),
            (&[148], &[(12, 190)]),
            (&[72], &[(11, 291), (59, 290)]),
            (&[79], &[(11, 308), (59, 307)]),
            (&[317], &[(11, 334), (59, 333)]),
            (&[325], &[(11, 341), (59, 340)]),
            (&[127], &[(10, 37)]),
            (&[163], &[(10, 52)]),
            (&[164], &[(10, 53)]),
            (&[165], &[(10, 57)]),
            (&[170], &[(10, 60)]),
            (&[171], &[(10, 63)]),
            (&[175], &[(10, 64)]),
            (&[198], &[(10, 73)]),
            (&[215], &[(10, 80)]),
            (&[262], &[(10, 91)]),
            (&[136], &[(9, 188)]),
            (&[39], &[(9, 210), (59, 211)]),
            (&[182], &[(9, 217)]),
            (&[184], &[(9, 219)]),
            (&[217], &[(9, 265)]),
            (&[255], &[(9, 299), (59, 300)]),
            (&[263], &[(9, 309)]),
            (&[117], &[(8, 32)]),
            (&[25, 53, 54, 55, 69], &[(8, 40)]),
            (
                &[10],
                &[
                    (6, 98),
                    (19, -32),
                    (20, -32),
                    (22, -32),
                    (25, -32),
                    (28, -32),
                    (29, -32),
                    (30, -32),
                    (35, -32),
                    (36, -32),
                    (37, -32),
                    (47, -32),
                    (52, -32),
                    (53, -32),
                    (55, -32),
                    (59, -32),
                ],
            ),
            (&[6, 15], &[(6, 98), (19, -31), (59, -31)]),
            (
                &[7, 16],
                &[
                    (6, 98),
                    (20, -31),
                    (22, -31),
                    (25, -31),
                    (28, -31),
                    (29, -31),
                    (36, -31),
                    (37, -31),
                    (47, -31),
                    (52, -31),
                    (53, -31),
                ],
            ),
            (
                &[3, 11],
                &[
                    (6, 98),
                    (20, -31),
                    (25, -31),
                    (36, -31),
                    (37, -31),
                    (47, -31),
                    (52, -31),
                    (53, -31),
                    (59, -31),
                ],
            ),
            (&[4, 13], &[(6, 98), (30, -31), (35, -31), (52, -31), (55, -31)]),
            (&[1], &[(6, 98), (59, 99)]),
            (&[2], &[(6, 98), (59, 101)]),
            (&[5], &[(6, 98), (59, 109)]),
            (&[8], &[(6, 98), (59, 117)]),
            (&[9], &[(6, 98), (59, 119)]),
            (&[14], &[(6, 98), (59, 132)]),
            (&[17], &[(6, 98), (59, 136)]),
            (&[19], &[(6, 98), (59, 162)]),
            (&[24], &[(6, 98), (59, 177)]),
            (&[30], &[(6, 98), (59, 184)]),
            (&[33], &[(6, 98), (59, 192)]),
            (&[38], &[(6, 98), (59, 207)]),
            (&[36], &[(6, 98), (11, 202), (30, -31), (35, -31), (52, -31), (55, -31)]),
            (&[51], &[(6, 98), (11, 234), (59, 109)]),
            (&[52], &[(6, 98), (11, 236), (59, 109)]),
            (&[56], &[(6, 98), (11, 242), (59, 101)]),
            (&[57], &[(6, 98), (11, 243), (19, -31), (59, -31)]),
            (&[59], &[(6, 98), (11, 248), (59, 99)]),
            (&[61], &[(6, 98), (11, 250), (30, -31), (35, -31), (52, -31), (55, -31)]),
            (
                &[62],
                &[
                    (6, 98),
                    (11, 251),
                    (20, -31),
                    (25, -31),
                    (36, -31),
                    (37, -31),
                    (47, -31),
                    (52, -31),
                    (53, -31),
                    (59, -31),
                ],
            ),
            (
                &[63],
                &[
                    (6, 98),
                    (11, 254),
                    (20, -31),
                    (22, -31),
                    (25, -31),
                    (28, -31),
                    (29, -31),
                    (36, -31),
                    (37, -31),
                    (47, -31),
                    (52, -31),
                    (53, -31),
                ],
            ),
            (&[70], &[(6, 98), (11, 285), (19, -31), (59, -31)]),
            (
                &[74],
                &[
                    (6, 98),
                    (11, 294),
                    (20, -31),
                    (25, -31),
                    (36, -31),
                    (37, -31),
                    (47, -31),
                    (52, -31),
                    (53, -31),
                    (59, -31),
                ],
            ),
            (
                &[76],
                &[
                    (6, 98),
                    (11, 298),
                    (20, -31),
                    (22, -31),
                    (25, -31),
                    (28, -31),
                    (29, -31),
                    (36, -31),
                    (37, -31),
                    (47, -31),
                    (52, -31),
                    (53, -31),
                ],
            ),
            (&[84], &[(6, 98), (11, 315), (59, 177)]),
            (&[85], &[(6, 98), (11, 316), (59, 177)]),
            (&[86], &[(6, 98), (11, 317), (59, 162)]),
            (&[87], &[(6, 98), (11, 322), (59, 136)]),
            (
                &[90],
                &[
                    (6, 98),
                    (11, 325),
                    (20, -31),
                    (25, -31),
                    (36, -31),
                    (37, -31),
                    (47, -31),
                    (52, -31),
                    (53, -31),
                    (59, -31),
                ],
            ),
            (
                &[93],
                &[
                    (6, 98),
                    (11, 339),
                    (20, -31),
                    (25, -31),
                    (36, -31),
                    (37, -31),
                    (47, -31),
                    (52, -31),
                    (53, -31),
                    (59, -31),
                ],
            ),
            (&[195], &[(5, 245)]),
            (&[168], &[(4, 199)]),
            (&[166], &[(3, 195), (10, 58)]),
            (&[172], &[(3, 204), (10, -113)]),
            (&[174], &[(3, 205), (14, 206)]),
            (&[177], &[(3, 208)]),
            (&[179], &[(3, 213)]),
            (&[41], &[(3, 215), (54, 216)]),
            (&[192], &[(3, 237)]),
            (&[211], &[(3, 257)]),
            (&[243], &[(3, 286)]),
            (&[252], &[(3, 297)]),
            (&[257], &[(3, 303)]),
            (&[258], &[(3, 304)]),
            (&[260], &[(3, 305)]),
            (&[290], &[(3, 321)]),
            (&[318], &[(3, 335)]),
            (&[333], &[(3, 344)]),
            (&[100], &[(2, 21)]),
            (&[118], &[(2, 33)]),
            (&[121], &[(2, 35)]),
            (&[132], &[(2, 41)]),
            (&[161], &[(2, 51)]),
            (&[180], &[(2, 66), (3, -84)]),
            (&[191], &[(2, 69)]),
            (&[210], &[(2, 79)]),
            (&[299], &[(2, 93)]),
            (&[169], &[(2, 200), (3, -245), (4, -245), (14, -245), (54, -245)]),
            (&[261], &[(2, 200), (3, -245), (5, -109)]),
            (&[173], &[(2, 200)]),
            (&[197], &[(2, 246), (3, -109), (5, -109), (6, -109), (10, -109)]),
            (&[96], &[(1, 18)]),
            (&[99], &[(1, 20)]),
            (&[107], &[(1, 25)]),
            (&[222], &[(1, 81)]),
            (&[225], &[(1, 82), (13, 277)]),
            (&[226], &[(1, 83)]),
            (&[230], &[(1, 84), (13, -236)]),
            (&[232], &[(1, 85), (11, 281)]),
            (&[234], &[(1, 86), (11, 282)]),
            (&[240], &[(1, 87), (11, 284)]),
            (&[246], &[(1, 88), (11, 292)]),
            (&[208], &[(1, 256), (9, 255)]),
            (&[221], &[(1, 273), (13, 274)]),
            (&[288], &[(1, 318), (11, 319)]),
            (&[305], &[(1, 326), (11, 327)]),
            (&[167], &[(0, 59)]),
            (&[185], &[(0, 68)]),
        ],
    );
    static __REDUCED: [(u8, u8); 264usize] = [
        (3, 0),
        (3, 1),
        (0, 1),
        (2, 2),
        (2, 3),
        (0, 3),
        (2, 4),
        (2, 5),
        (0, 5),
        (2, 6),
        (2, 7),
        (0, 7),
        (0, 8),
        (0, 9),
        (0, 10),
        (1, 10),
        (0, 11),
        (1, 11),
        (0, 12),
        (1, 12),
        (0, 13),
        (1, 13),
        (0, 14),
        (1, 14),
        (5, 15),
        (3, 16),
        (3, 16),
        (1, 16),
        (1, 17),
        (2, 17),
        (0, 18),
        (1, 18),
        (4, 19),
        (5, 19),
        (1, 19),
        (2, 19),
        (0, 20),
        (1, 20),
        (2, 20),
        (0, 21),
        (1, 21),
        (2, 21),
        (0, 22),
        (1, 22),
        (2, 22),
        (0, 23),
        (1, 23),
        (2, 23),
        (0, 24),
        (1, 24),
        (2, 24),
        (0, 25),
        (1, 25),
        (2, 25),
        (4, 26),
        (5, 26),
        (1, 26),
        (2, 26),
        (6, 26),
        (7, 26),
        (3, 26),
        (4, 26),
        (3, 27),
        (4, 27),
        (5, 27),
        (6, 27),
        (1, 28),
        (2, 28),
        (3, 28),
        (4, 28),
        (3, 29),
        (5, 29),
        (3, 30),
        (1, 30),
        (5, 30),
        (3, 30),
        (3, 31),
        (5, 31),
        (2, 32),
        (4, 32),
        (5, 32),
        (6, 32),
        (4, 32),
        (1, 33),
        (5, 33),
        (3, 33),
        (0, 34),
        (1, 34),
        (3, 35),
        (4, 35),
        (2, 36),
        (3, 36),
        (2, 36),
        (2, 36),
        (1, 37),
        (1, 38),
        (1, 38),
        (5, 38),
        (6, 39),
        (4, 39),
        (5, 39),
        (6, 39),
        (5, 39),
        (6, 39),
        (4, 39),
        (5, 39),
        (1, 40),
        (2, 40),
        (1, 41),
        (3, 41),
        (2, 42),
        (3, 42),
        (2, 43),
        (4, 44),
        (2, 44),
        (3, 45),
        (1, 46),
        (2, 46),
        (1, 47),
        (2, 47),
        (1, 48),
        (2, 48),
        (1, 49),
        (2, 49),
        (1, 50),
        (2, 50),
        (1, 51),
        (2, 51),
        (3, 51),
        (4, 52),
        (5, 52),
        (6, 52),
        (4, 53),
        (5, 53),
        (6, 53),
        (2, 53),
        (3, 53),
        (4, 53),
        (1, 54),
        (2, 54),
        (1, 54),
        (2, 54),
        (1, 54),
        (2, 54),
        (1, 54),
        (2, 54),
        (1, 54),
        (2, 54),
        (3, 54),
        (1, 54),
        (2, 54),
        (3, 54),
        (1, 54),
        (2, 54),
        (3, 54),
        (4, 55),
        (1, 55),
        (3, 56),
        (1, 57),
        (1, 57),
        (1, 57),
        (1, 57),
        (1, 57),
        (1, 57),
        (1, 57),
        (1, 57),
        (1, 57),
        (1, 57),
        (1, 57),
        (1, 57),
        (1, 57),
        (1, 57),
        (1, 57),
        (4, 57),
        (6, 57),
        (6, 57),
        (4, 57),
        (1, 57),
        (4, 57),
        (6, 57),
        (6, 57),
        (4, 57),
        (4, 57),
        (4, 57),
        (1, 57),
        (4, 57),
        (1, 57),
        (4, 57),
        (6, 58),
        (5, 58),
        (6, 58),
        (7, 58),
        (5, 58),
        (6, 58),
        (7, 58),
        (5, 58),
        (6, 58),
        (7, 58),
        (5, 58),
        (6, 58),
        (7, 58),
        (4, 58),
        (5, 58),
        (6, 58),
        (1, 59),
        (1, 59),
        (1, 59),
        (1, 59),
        (1, 59),
        (1, 59),
        (1, 59),
        (1, 59),
        (1, 59),
        (1, 59),
        (1, 59),
        (1, 59),
        (1, 59),
        (1, 59),
        (1, 59),
        (4, 59),
        (6, 59),
        (6, 59),
        (4, 59),
        (1, 59),
        (4, 59),
        (6, 59),
        (6, 59),
        (4, 59),
        (4, 59),
        (4, 59),
        (1, 59),
        (4, 59),
        (1, 59),
        (4, 59),
        (0, 60),
        (1, 60),
        (2, 60),
        (1, 61),
        (3, 61),
        (7, 62),
        (8, 62),
        (9, 62),
        (3, 63),
        (1, 63),
        (1, 64),
        (4, 64),
        (2, 64),
        (1, 65),
        (1, 65),
        (1, 65),
        (1, 66),
        (1, 66),
        (1, 66),
        (1, 67),
        (3, 67),
        (4, 67),
        (5, 67),
        (3, 68),
        (1, 69),
        (1, 69),
        (3, 69),
        (3, 69),
        (4, 69),
        (255, 0),
    ];
}
#[allow(unused_imports)]
pub use self::__parse__Start::StartParser;
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action0<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action1<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
    (_, __1, _): (u32, (), u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action2<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
    (_, __1, _): (u32, (), u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action3<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
    (_, __1, _): (u32, (), u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action4<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
    (_, __1, _): (u32, (), u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action5<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
    (_, __1, _): (u32, (), u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action6<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
    (_, __1, _): (u32, (), u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action7<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
    (_, __1, _): (u32, (), u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action8<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, attributes, _): (u32, usize, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, (), u32),
    (_, _, _): (u32, Kind, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.package(l, r, attributes)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action9<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action10<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, attributes, _): (u32, usize, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, (), u32),
    (_, rename, _): (u32, Option<Ident<'s>>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.top_use(l, r, attributes, rename)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action11<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, attributes, _): (u32, usize, u32),
    (_, _, _): (u32, Kind, u32),
    (_, name, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, (), u32),
    (_, _, _): (u32, Kind, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.interface(l, r, attributes, name)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action12<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, attributes, _): (u32, usize, u32),
    (_, _, _): (u32, Kind, u32),
    (_, name, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, (), u32),
    (_, _, _): (u32, Kind, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.world(l, r, attributes, name)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action13<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, attributes, _): (u32, usize, u32),
    (_, _, _): (u32, (), u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, (), u32),
    (_, _, _): (u32, Kind, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.nested_package(l, r, attributes)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action14<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, (), u32),
    (_, r, _): (u32, u32, u32),
) {
    b.nested_decl(l, r)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action15<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, namespaces, _): (u32, usize, u32),
    (_, names, _): (u32, usize, u32),
    (_, version, _): (u32, Option<Version<'s>>, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.package_name(l, r, namespaces, names, version)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action16<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, Ident<'s>, u32)) {
    b.simple_path(__0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action17<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, namespaces, _): (u32, usize, u32),
    (_, names, _): (u32, usize, u32),
    (_, m, _): (u32, u32, u32),
    (_, version, _): (u32, Option<Version<'s>>, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.use_path(l, m, r, namespaces, names, version)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action18<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, usize, u32)) -> usize {
    __0
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action19<'s, 'b>(
    b: &'b mut Builder<'s>,
    __lookbehind: &u32,
    __lookahead: &u32,
) -> usize {
    0
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action20<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, usize, u32)) -> usize {
    __0
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action21<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) -> usize {
    1
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action22<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, before, _): (u32, usize, u32),
    (_, _, _): (u32, (), u32),
) -> usize {
    before + 1
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action23<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, _, _): (u32, Kind, u32),
    (_, name, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, (), u32),
    (_, _, _): (u32, Kind, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.attribute(l, r, name)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action24<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, key, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, version, _): (u32, Version<'s>, u32),
) {
    b.version_argument(key, version)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action25<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, key, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, name, _): (u32, Ident<'s>, u32),
) {
    b.name_argument(key, name)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action26<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, _, _): (u32, Kind, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.text_argument(l, r)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action27<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, _, _): (u32, (), u32),
    (_, r, _): (u32, u32, u32),
) -> Version<'s> {
    b.version(l, r)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action28<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, Kind, u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action29<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, Kind, u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action30<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, Kind, u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action31<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {
    b.interface_use()
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action32<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {
    b.interface_type()
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action33<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, attributes, _): (u32, usize, u32),
    (_, name, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, (), u32),
    (_, _, _): (u32, Kind, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.interface_func(l, r, attributes, name)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action34<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {
    b.world_use()
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action35<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {
    b.world_type()
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action36<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, attributes, _): (u32, usize, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, (), u32),
    (_, r, _): (u32, u32, u32),
) {
    b.import(l, r, attributes)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action37<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, attributes, _): (u32, usize, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, (), u32),
    (_, r, _): (u32, u32, u32),
) {
    b.export(l, r, attributes)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action38<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, attributes, _): (u32, usize, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, (), u32),
    (_, _, _): (u32, (), u32),
    (_, r, _): (u32, u32, u32),
) {
    b.include(l, r, attributes)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action39<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, (), u32),
    (_, __1, _): (u32, Kind, u32),
) {
    b.extern_path()
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action40<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, (), u32),
    (_, _, _): (u32, Kind, u32),
) {
    b.extern_named_path(__0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action41<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, (), u32),
    (_, _, _): (u32, Kind, u32),
) {
    b.extern_interface(__0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action42<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, (), u32),
    (_, _, _): (u32, Kind, u32),
) {
    b.extern_func(__0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action43<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, Ident<'s>, u32)) {
    b.simple_path(__0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action44<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, namespace, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, names, _): (u32, usize, u32),
    (_, m, _): (u32, u32, u32),
    (_, version, _): (u32, Option<Version<'s>>, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.simple_use_path(l, m, r, namespace, names, version)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action45<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, Kind, u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action46<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
    (_, __1, _): (u32, Kind, u32),
    (_, __2, _): (u32, (), u32),
    (_, __3, _): (u32, Kind, u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action47<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, name, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, rename, _): (u32, Ident<'s>, u32),
) {
    b.with_name(name, rename)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action48<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, attributes, _): (u32, usize, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, (), u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, (), u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, Kind, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.use_item(l, r, attributes)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action49<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, name, _): (u32, Ident<'s>, u32),
    (_, rename, _): (u32, Option<Ident<'s>>, u32),
) {
    b.use_name(name, rename)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action50<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, attributes, _): (u32, usize, u32),
    (_, m, _): (u32, u32, u32),
    (_, _, _): (u32, Kind, u32),
    (_, n, _): (u32, u32, u32),
    (_, result, _): (u32, Option<Type<'s>>, u32),
    (_, q, _): (u32, u32, u32),
    (_, _, _): (u32, Kind, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.constructor(l, r, attributes, (m, n, q), result)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action51<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, attributes, _): (u32, usize, u32),
    (_, name, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, (), u32),
    (_, _, _): (u32, Kind, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.method(l, r, attributes, name)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action52<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, attributes, _): (u32, usize, u32),
    (_, name, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, (), u32),
    (_, _, _): (u32, Kind, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.static_func(l, r, attributes, name)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action53<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, _, _): (u32, Kind, u32),
    (_, result, _): (u32, Option<Type<'s>>, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.func(l, r, None, result)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action54<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, _, _): (u32, Kind, u32),
    (_, m, _): (u32, u32, u32),
    (_, _, _): (u32, Kind, u32),
    (_, result, _): (u32, Option<Type<'s>>, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.func(l, r, Some(m), result)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action55<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, _, _): (u32, Kind, u32),
    (_, result, _): (u32, Option<Type<'s>>, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.getter(l, r, result)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action56<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, _, _): (u32, Kind, u32),
    (_, result, _): (u32, Option<Type<'s>>, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.setter(l, r, result)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action57<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, (), u32),
    (_, _, _): (u32, Kind, u32),
    (_, result, _): (u32, Option<Type<'s>>, u32),
) -> Option<Type<'s>> {
    result
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action58<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, name, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, ty, _): (u32, Type<'s>, u32),
) {
    b.param(name, ty)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action59<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, attributes, _): (u32, usize, u32),
    (_, _, _): (u32, Kind, u32),
    (_, name, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, ty, _): (u32, Type<'s>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.alias(l, r, attributes, name, ty)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action60<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, attributes, _): (u32, usize, u32),
    (_, _, _): (u32, Kind, u32),
    (_, name, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, (), u32),
    (_, _, _): (u32, Kind, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.record(l, r, attributes, name)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action61<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, attributes, _): (u32, usize, u32),
    (_, _, _): (u32, Kind, u32),
    (_, name, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, (), u32),
    (_, _, _): (u32, Kind, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.variant(l, r, attributes, name)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action62<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, attributes, _): (u32, usize, u32),
    (_, _, _): (u32, Kind, u32),
    (_, name, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, (), u32),
    (_, _, _): (u32, Kind, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.enum_(l, r, attributes, name)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action63<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, attributes, _): (u32, usize, u32),
    (_, _, _): (u32, Kind, u32),
    (_, name, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, (), u32),
    (_, _, _): (u32, Kind, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.flags(l, r, attributes, name)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action64<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, attributes, _): (u32, usize, u32),
    (_, _, _): (u32, Kind, u32),
    (_, name, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, (), u32),
    (_, r, _): (u32, u32, u32),
) {
    b.resource(l, r, attributes, name)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action65<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, Kind, u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action66<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
    (_, __1, _): (u32, (), u32),
    (_, __2, _): (u32, Kind, u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action67<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, attributes, _): (u32, usize, u32),
    (_, name, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, ty, _): (u32, Type<'s>, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.field(l, r, attributes, name, ty)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action68<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, attributes, _): (u32, usize, u32),
    (_, name, _): (u32, Ident<'s>, u32),
    (_, ty, _): (u32, Option<Type<'s>>, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.case(l, r, attributes, name, ty)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action69<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, attributes, _): (u32, usize, u32),
    (_, name, _): (u32, Ident<'s>, u32),
    (_, r, _): (u32, u32, u32),
) {
    b.label(l, r, attributes, name)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action70<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, kind, _): (u32, TypeKind<'s>, u32),
    (_, r, _): (u32, u32, u32),
) -> Type<'s> {
    b.ty(l, r, kind)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action71<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::Bool
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action72<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::U8
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action73<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::U16
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action74<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::U32
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action75<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::U64
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action76<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::S8
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action77<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::S16
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action78<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::S32
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action79<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::S64
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action80<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::F32
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action81<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::F64
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action82<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::Char
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action83<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::String
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action84<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::ErrorContext
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action85<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Ident<'s>, u32),
) -> TypeKind<'s> {
    b.named_type(__0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action86<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, Kind, u32),
    (_, __0, _): (u32, Type<'s>, u32),
    (_, _, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::List(b.inner(__0))
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action87<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, Kind, u32),
    (_, ty, _): (u32, Type<'s>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, l, _): (u32, u32, u32),
    (_, _, _): (u32, Kind, u32),
    (_, r, _): (u32, u32, u32),
    (_, _, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    b.fixed_length_list(ty, l, r)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action88<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, Kind, u32),
    (_, key, _): (u32, Type<'s>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, value, _): (u32, Type<'s>, u32),
    (_, _, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::Map(b.inner(key), b.inner(value))
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action89<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, Kind, u32),
    (_, __0, _): (u32, Type<'s>, u32),
    (_, _, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::Option(b.inner(__0))
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action90<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::Result(None, None)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action91<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, Kind, u32),
    (_, ok, _): (u32, Type<'s>, u32),
    (_, _, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::Result(Some(b.inner(ok)), None)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action92<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, Kind, u32),
    (_, ok, _): (u32, Type<'s>, u32),
    (_, _, _): (u32, Kind, u32),
    (_, err, _): (u32, Type<'s>, u32),
    (_, _, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::Result(Some(b.inner(ok)), Some(b.inner(err)))
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action93<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, Kind, u32),
    (_, err, _): (u32, Type<'s>, u32),
    (_, _, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::Result(None, Some(b.inner(err)))
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action94<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, Kind, u32),
    (_, __0, _): (u32, usize, u32),
    (_, _, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    b.tuple(__0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action95<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, Kind, u32),
    (_, __0, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::Own(b.resource_name(__0))
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action96<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, Kind, u32),
    (_, __0, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::Borrow(b.resource_name(__0))
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action97<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::Stream(None)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action98<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, Kind, u32),
    (_, __0, _): (u32, Type<'s>, u32),
    (_, _, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::Stream(Some(b.inner(__0)))
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action99<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::Future(None)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action100<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, _, _): (u32, Kind, u32),
    (_, _, _): (u32, Kind, u32),
    (_, __0, _): (u32, Type<'s>, u32),
    (_, _, _): (u32, Kind, u32),
) -> TypeKind<'s> {
    TypeKind::Future(Some(b.inner(__0)))
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action101<'s, 'b>(
    b: &'b mut Builder<'s>,
    __lookbehind: &u32,
    __lookahead: &u32,
) -> usize {
    0
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action102<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, usize, u32)) -> usize {
    __0
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action103<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, usize, u32),
    (_, _, _): (u32, Kind, u32),
) -> usize {
    __0
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action104<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, ty, _): (u32, Type<'s>, u32),
) -> usize {
    b.type_of_tuple(0, ty)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action105<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, before, _): (u32, usize, u32),
    (_, _, _): (u32, Kind, u32),
    (_, ty, _): (u32, Type<'s>, u32),
) -> usize {
    b.type_of_tuple(before, ty)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action106<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, l, _): (u32, u32, u32),
    (_, _, _): (u32, Kind, u32),
    (_, r, _): (u32, u32, u32),
) -> Ident<'s> {
    b.ident(l, r)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action107<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, name, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, Kind, u32),
) -> usize {
    b.part(0, name)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action108<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, before, _): (u32, usize, u32),
    (_, name, _): (u32, Ident<'s>, u32),
    (_, _, _): (u32, Kind, u32),
) -> usize {
    b.part(before, name)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action109<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, name, _): (u32, Ident<'s>, u32),
) -> usize {
    b.part(0, name)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action110<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, before, _): (u32, usize, u32),
    (_, _, _): (u32, Kind, u32),
    (_, name, _): (u32, Ident<'s>, u32),
) -> usize {
    b.part(before, name)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action111<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, before, _): (u32, usize, u32),
    (_, _, _): (u32, Kind, u32),
    (_, name, _): (u32, Ident<'s>, u32),
) -> usize {
    b.part(before, name)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action112<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Type<'s>, u32),
) -> Option<Type<'s>> {
    Some(__0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action113<'s, 'b>(
    b: &'b mut Builder<'s>,
    __lookbehind: &u32,
    __lookahead: &u32,
) -> Option<Type<'s>> {
    None
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action114<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, _, _): (u32, Kind, u32),
    (_, __0, _): (u32, Type<'s>, u32),
    (_, _, _): (u32, Kind, u32),
) -> Type<'s> {
    __0
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action115<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Type<'s>, u32),
) -> Option<Type<'s>> {
    Some(__0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action116<'s, 'b>(
    b: &'b mut Builder<'s>,
    __lookbehind: &u32,
    __lookahead: &u32,
) -> Option<Type<'s>> {
    None
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action117<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, _, _): (u32, Kind, u32),
    (_, __0, _): (u32, Type<'s>, u32),
) -> Type<'s> {
    __0
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action118<'s, 'b>(b: &'b mut Builder<'s>, __lookbehind: &u32, __lookahead: &u32) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action119<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action120<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, (), u32),
    (_, __1, _): (u32, Kind, u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action121<'s, 'b>(b: &'b mut Builder<'s>, __lookbehind: &u32, __lookahead: &u32) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action122<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action123<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, (), u32),
    (_, __1, _): (u32, Kind, u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action124<'s, 'b>(b: &'b mut Builder<'s>, __lookbehind: &u32, __lookahead: &u32) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action125<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action126<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, (), u32),
    (_, __1, _): (u32, Kind, u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action127<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Version<'s>, u32),
) -> Option<Version<'s>> {
    Some(__0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action128<'s, 'b>(
    b: &'b mut Builder<'s>,
    __lookbehind: &u32,
    __lookahead: &u32,
) -> Option<Version<'s>> {
    None
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action129<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, _, _): (u32, Kind, u32),
    (_, __0, _): (u32, Version<'s>, u32),
) -> Version<'s> {
    __0
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action130<'s, 'b>(b: &'b mut Builder<'s>, __lookbehind: &u32, __lookahead: &u32) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action131<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action132<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, Ident<'s>, u32),
) -> Option<Ident<'s>> {
    Some(__0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action133<'s, 'b>(
    b: &'b mut Builder<'s>,
    __lookbehind: &u32,
    __lookahead: &u32,
) -> Option<Ident<'s>> {
    None
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action134<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, _, _): (u32, Kind, u32),
    (_, __0, _): (u32, Ident<'s>, u32),
) -> Ident<'s> {
    __0
}
#[allow(unused_variables)]
#[allow(clippy::needless_lifetimes)]
fn __action135<'s, 'b>(
    b: &'b mut Builder<'s>,
    __lookbehind: &u32,
    __lookahead: &u32,
) -> u32 {
    *__lookbehind
}
#[allow(unused_variables)]
#[allow(clippy::needless_lifetimes)]
fn __action136<'s, 'b>(
    b: &'b mut Builder<'s>,
    __lookbehind: &u32,
    __lookahead: &u32,
) -> u32 {
    *__lookahead
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action137<'s, 'b>(b: &'b mut Builder<'s>, __lookbehind: &u32, __lookahead: &u32) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action138<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action139<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, (), u32),
    (_, __1, _): (u32, Kind, u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action140<'s, 'b>(b: &'b mut Builder<'s>, __lookbehind: &u32, __lookahead: &u32) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action141<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action142<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, (), u32),
    (_, __1, _): (u32, Kind, u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action143<'s, 'b>(b: &'b mut Builder<'s>, __lookbehind: &u32, __lookahead: &u32) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action144<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action145<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, (), u32),
    (_, __1, _): (u32, Kind, u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action146<'s, 'b>(b: &'b mut Builder<'s>, __lookbehind: &u32, __lookahead: &u32) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action147<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action148<'s, 'b>(b: &'b mut Builder<'s>, __lookbehind: &u32, __lookahead: &u32) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action149<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action150<'s, 'b>(b: &'b mut Builder<'s>, __lookbehind: &u32, __lookahead: &u32) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action151<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action152<'s, 'b>(b: &'b mut Builder<'s>, __lookbehind: &u32, __lookahead: &u32) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action153<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action154<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action155<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, (), u32),
    (_, __1, _): (u32, (), u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action156<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action157<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, (), u32),
    (_, __1, _): (u32, (), u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action158<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action159<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, (), u32),
    (_, __1, _): (u32, (), u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action160<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action161<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, (), u32),
    (_, __1, _): (u32, (), u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action162<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action163<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, (), u32),
    (_, __1, _): (u32, Kind, u32),
    (_, __2, _): (u32, (), u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action164<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action165<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, (), u32),
    (_, __1, _): (u32, Kind, u32),
    (_, __2, _): (u32, (), u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action166<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action167<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, (), u32),
    (_, __1, _): (u32, Kind, u32),
    (_, __2, _): (u32, (), u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action168<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action169<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, (), u32),
    (_, __1, _): (u32, (), u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action170<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action171<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, (), u32),
    (_, __1, _): (u32, Kind, u32),
    (_, __2, _): (u32, (), u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action172<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action173<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, (), u32),
    (_, __1, _): (u32, Kind, u32),
    (_, __2, _): (u32, (), u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action174<'s, 'b>(b: &'b mut Builder<'s>, (_, __0, _): (u32, (), u32)) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::extra_unused_type_parameters
)]
fn __action175<'s, 'b>(
    b: &'b mut Builder<'s>,
    (_, __0, _): (u32, (), u32),
    (_, __1, _): (u32, Kind, u32),
    (_, __2, _): (u32, (), u32),
) {}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action176<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Type<'s>, u32),
    __2: (u32, Kind, u32),
) -> Option<Type<'s>> {
    let __start0 = __0.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action114(b, __0, __1, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action112(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action177<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, Ident<'s>, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Type<'s>, u32),
    __5: (u32, Kind, u32),
    __6: (u32, u32, u32),
) {
    let __start0 = __3.0.clone();
    let __end0 = __5.2.clone();
    let __temp0 = __action176(b, __3, __4, __5);
    let __temp0 = (__start0, __temp0, __end0);
    __action68(b, __0, __1, __2, __temp0, __6)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action178<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, Ident<'s>, u32),
    __3: (u32, u32, u32),
) {
    let __start0 = __2.2.clone();
    let __end0 = __3.0.clone();
    let __temp0 = __action113(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action68(b, __0, __1, __2, __temp0, __3)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action179<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Type<'s>, u32),
) -> Option<Type<'s>> {
    let __start0 = __0.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action117(b, __0, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action115(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action180<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, (), u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Type<'s>, u32),
) -> Option<Type<'s>> {
    let __start0 = __3.0.clone();
    let __end0 = __4.2.clone();
    let __temp0 = __action179(b, __3, __4);
    let __temp0 = (__start0, __temp0, __end0);
    __action57(b, __0, __1, __2, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action181<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, (), u32),
    __2: (u32, Kind, u32),
) -> Option<Type<'s>> {
    let __start0 = __2.2.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action116(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action57(b, __0, __1, __2, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action182<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Version<'s>, u32),
) -> Option<Version<'s>> {
    let __start0 = __0.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action129(b, __0, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action127(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action183<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, Ident<'s>, u32),
    __2: (u32, Kind, u32),
    __3: (u32, usize, u32),
    __4: (u32, u32, u32),
    __5: (u32, Kind, u32),
    __6: (u32, Version<'s>, u32),
    __7: (u32, u32, u32),
) {
    let __start0 = __5.0.clone();
    let __end0 = __6.2.clone();
    let __temp0 = __action182(b, __5, __6);
    let __temp0 = (__start0, __temp0, __end0);
    __action44(b, __0, __1, __2, __3, __4, __temp0, __7)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action184<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, Ident<'s>, u32),
    __2: (u32, Kind, u32),
    __3: (u32, usize, u32),
    __4: (u32, u32, u32),
    __5: (u32, u32, u32),
) {
    let __start0 = __4.2.clone();
    let __end0 = __5.0.clone();
    let __temp0 = __action128(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action44(b, __0, __1, __2, __3, __4, __temp0, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action185<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, usize, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Version<'s>, u32),
    __5: (u32, u32, u32),
) {
    let __start0 = __3.0.clone();
    let __end0 = __4.2.clone();
    let __temp0 = __action182(b, __3, __4);
    let __temp0 = (__start0, __temp0, __end0);
    __action15(b, __0, __1, __2, __temp0, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action186<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, usize, u32),
    __3: (u32, u32, u32),
) {
    let __start0 = __2.2.clone();
    let __end0 = __3.0.clone();
    let __temp0 = __action128(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action15(b, __0, __1, __2, __temp0, __3)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action187<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, usize, u32),
    __3: (u32, u32, u32),
    __4: (u32, Kind, u32),
    __5: (u32, Version<'s>, u32),
    __6: (u32, u32, u32),
) {
    let __start0 = __4.0.clone();
    let __end0 = __5.2.clone();
    let __temp0 = __action182(b, __4, __5);
    let __temp0 = (__start0, __temp0, __end0);
    __action17(b, __0, __1, __2, __3, __temp0, __6)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action188<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, usize, u32),
    __3: (u32, u32, u32),
    __4: (u32, u32, u32),
) {
    let __start0 = __3.2.clone();
    let __end0 = __4.0.clone();
    let __temp0 = __action128(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action17(b, __0, __1, __2, __3, __temp0, __4)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action189<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Ident<'s>, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __5.2.clone();
    let __end0 = __5.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action23(b, __0, __1, __2, __3, __4, __5, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action190<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, Kind, u32),
) {
    let __start0 = __1.2.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action26(b, __0, __1, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action191<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, Ident<'s>, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Type<'s>, u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __5.2.clone();
    let __end0 = __5.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action177(b, __0, __1, __2, __3, __4, __5, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action192<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, Ident<'s>, u32),
) {
    let __start0 = __2.2.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action178(b, __0, __1, __2, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action193<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, Ident<'s>, u32),
    __2: (u32, Kind, u32),
    __3: (u32, usize, u32),
    __4: (u32, Kind, u32),
    __5: (u32, Version<'s>, u32),
) {
    let __start0 = __3.2.clone();
    let __end0 = __4.0.clone();
    let __start1 = __5.2.clone();
    let __end1 = __5.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    let __temp1 = __action135(b, &__start1, &__end1);
    let __temp1 = (__start1, __temp1, __end1);
    __action183(b, __0, __1, __2, __3, __temp0, __4, __5, __temp1)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action194<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, Ident<'s>, u32),
    __2: (u32, Kind, u32),
    __3: (u32, usize, u32),
) {
    let __start0 = __3.2.clone();
    let __end0 = __3.2.clone();
    let __start1 = __3.2.clone();
    let __end1 = __3.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    let __temp1 = __action135(b, &__start1, &__end1);
    let __temp1 = (__start1, __temp1, __end1);
    __action184(b, __0, __1, __2, __3, __temp0, __temp1)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action195<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, Ident<'s>, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Type<'s>, u32),
) {
    let __start0 = __4.2.clone();
    let __end0 = __4.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action67(b, __0, __1, __2, __3, __4, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action196<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Option<Type<'s>>, u32),
) {
    let __start0 = __2.2.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action53(b, __0, __1, __2, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action197<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Option<Type<'s>>, u32),
) {
    let __start0 = __1.2.clone();
    let __end0 = __2.0.clone();
    let __start1 = __3.2.clone();
    let __end1 = __3.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    let __temp1 = __action135(b, &__start1, &__end1);
    let __temp1 = (__start1, __temp1, __end1);
    __action54(b, __0, __1, __temp0, __2, __3, __temp1)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action198<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Option<Type<'s>>, u32),
) {
    let __start0 = __2.2.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action55(b, __0, __1, __2, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action199<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Option<Type<'s>>, u32),
) {
    let __start0 = __2.2.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action56(b, __0, __1, __2, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action200<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, Kind, u32),
) -> Ident<'s> {
    let __start0 = __1.2.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action106(b, __0, __1, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action201<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, Ident<'s>, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __5.2.clone();
    let __end0 = __5.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action33(b, __0, __1, __2, __3, __4, __5, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action202<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, Kind, u32),
    __3: (u32, (), u32),
    __4: (u32, Option<Ident<'s>>, u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __5.2.clone();
    let __end0 = __5.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action10(b, __0, __1, __2, __3, __4, __5, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action203<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Ident<'s>, u32),
    __4: (u32, Kind, u32),
    __5: (u32, (), u32),
    __6: (u32, Kind, u32),
) {
    let __start0 = __6.2.clone();
    let __end0 = __6.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action11(b, __0, __1, __2, __3, __4, __5, __6, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action204<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Ident<'s>, u32),
    __4: (u32, Kind, u32),
    __5: (u32, (), u32),
    __6: (u32, Kind, u32),
) {
    let __start0 = __6.2.clone();
    let __end0 = __6.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action12(b, __0, __1, __2, __3, __4, __5, __6, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action205<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, (), u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __5.2.clone();
    let __end0 = __5.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action13(b, __0, __1, __2, __3, __4, __5, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action206<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, Ident<'s>, u32),
) {
    let __start0 = __2.2.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action69(b, __0, __1, __2, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action207<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, Kind, u32),
    __2: (u32, (), u32),
) {
    let __start0 = __2.2.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action14(b, __0, __1, __2, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action208<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, usize, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Version<'s>, u32),
) {
    let __start0 = __4.2.clone();
    let __end0 = __4.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action185(b, __0, __1, __2, __3, __4, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action209<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, usize, u32),
) {
    let __start0 = __2.2.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action186(b, __0, __1, __2, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action210<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, u32, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Option<Type<'s>>, u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __3.2.clone();
    let __end0 = __4.0.clone();
    let __start1 = __4.2.clone();
    let __end1 = __5.0.clone();
    let __start2 = __5.2.clone();
    let __end2 = __5.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    let __temp1 = __action135(b, &__start1, &__end1);
    let __temp1 = (__start1, __temp1, __end1);
    let __temp2 = __action135(b, &__start2, &__end2);
    let __temp2 = (__start2, __temp2, __end2);
    __action50(b, __0, __1, __2, __3, __temp0, __4, __temp1, __5, __temp2)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action211<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, Ident<'s>, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __5.2.clone();
    let __end0 = __5.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action51(b, __0, __1, __2, __3, __4, __5, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action212<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, Ident<'s>, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Kind, u32),
    __5: (u32, (), u32),
    __6: (u32, Kind, u32),
) {
    let __start0 = __6.2.clone();
    let __end0 = __6.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action52(b, __0, __1, __2, __3, __4, __5, __6, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action213<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, Kind, u32),
    __3: (u32, (), u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __4.2.clone();
    let __end0 = __4.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action8(b, __0, __1, __2, __3, __4, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action214<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, TypeKind<'s>, u32),
) -> Type<'s> {
    let __start0 = __1.2.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action70(b, __0, __1, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action215<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Ident<'s>, u32),
    __4: (u32, Kind, u32),
    __5: (u32, Type<'s>, u32),
    __6: (u32, Kind, u32),
) {
    let __start0 = __6.2.clone();
    let __end0 = __6.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action59(b, __0, __1, __2, __3, __4, __5, __6, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action216<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Ident<'s>, u32),
    __4: (u32, Kind, u32),
    __5: (u32, (), u32),
    __6: (u32, Kind, u32),
) {
    let __start0 = __6.2.clone();
    let __end0 = __6.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action60(b, __0, __1, __2, __3, __4, __5, __6, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action217<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Ident<'s>, u32),
    __4: (u32, Kind, u32),
    __5: (u32, (), u32),
    __6: (u32, Kind, u32),
) {
    let __start0 = __6.2.clone();
    let __end0 = __6.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action61(b, __0, __1, __2, __3, __4, __5, __6, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action218<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Ident<'s>, u32),
    __4: (u32, Kind, u32),
    __5: (u32, (), u32),
    __6: (u32, Kind, u32),
) {
    let __start0 = __6.2.clone();
    let __end0 = __6.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action62(b, __0, __1, __2, __3, __4, __5, __6, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action219<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Ident<'s>, u32),
    __4: (u32, Kind, u32),
    __5: (u32, (), u32),
    __6: (u32, Kind, u32),
) {
    let __start0 = __6.2.clone();
    let __end0 = __6.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action63(b, __0, __1, __2, __3, __4, __5, __6, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action220<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Ident<'s>, u32),
    __4: (u32, (), u32),
) {
    let __start0 = __4.2.clone();
    let __end0 = __4.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action64(b, __0, __1, __2, __3, __4, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action221<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Type<'s>, u32),
    __3: (u32, Kind, u32),
    __4: (u32, u32, u32),
    __5: (u32, Kind, u32),
    __6: (u32, Kind, u32),
) -> TypeKind<'s> {
    let __start0 = __5.2.clone();
    let __end0 = __6.0.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action87(b, __0, __1, __2, __3, __4, __5, __temp0, __6)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action222<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, Kind, u32),
    __3: (u32, (), u32),
    __4: (u32, Kind, u32),
    __5: (u32, Kind, u32),
    __6: (u32, (), u32),
    __7: (u32, Kind, u32),
    __8: (u32, Kind, u32),
) {
    let __start0 = __8.2.clone();
    let __end0 = __8.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action48(b, __0, __1, __2, __3, __4, __5, __6, __7, __8, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action223<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, usize, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Version<'s>, u32),
) {
    let __start0 = __2.2.clone();
    let __end0 = __3.0.clone();
    let __start1 = __4.2.clone();
    let __end1 = __4.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    let __temp1 = __action135(b, &__start1, &__end1);
    let __temp1 = (__start1, __temp1, __end1);
    __action187(b, __0, __1, __2, __temp0, __3, __4, __temp1)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action224<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, usize, u32),
) {
    let __start0 = __2.2.clone();
    let __end0 = __2.2.clone();
    let __start1 = __2.2.clone();
    let __end1 = __2.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    let __temp1 = __action135(b, &__start1, &__end1);
    let __temp1 = (__start1, __temp1, __end1);
    __action188(b, __0, __1, __2, __temp0, __temp1)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action225<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, (), u32),
) -> Version<'s> {
    let __start0 = __1.2.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action27(b, __0, __1, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action226<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, Kind, u32),
    __3: (u32, (), u32),
) {
    let __start0 = __3.2.clone();
    let __end0 = __3.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action36(b, __0, __1, __2, __3, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action227<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, Kind, u32),
    __3: (u32, (), u32),
) {
    let __start0 = __3.2.clone();
    let __end0 = __3.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action37(b, __0, __1, __2, __3, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action228<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, u32, u32),
    __1: (u32, usize, u32),
    __2: (u32, Kind, u32),
    __3: (u32, (), u32),
    __4: (u32, (), u32),
) {
    let __start0 = __4.2.clone();
    let __end0 = __4.2.clone();
    let __temp0 = __action135(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action38(b, __0, __1, __2, __3, __4, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action229<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Ident<'s>, u32),
    __2: (u32, Kind, u32),
    __3: (u32, (), u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action189(b, __temp0, __0, __1, __2, __3, __4)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action230<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action190(b, __temp0, __0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action231<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Ident<'s>, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Type<'s>, u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action191(b, __temp0, __0, __1, __2, __3, __4)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action232<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Ident<'s>, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action192(b, __temp0, __0, __1)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action233<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Ident<'s>, u32),
    __1: (u32, Kind, u32),
    __2: (u32, usize, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Version<'s>, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action193(b, __temp0, __0, __1, __2, __3, __4)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action234<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Ident<'s>, u32),
    __1: (u32, Kind, u32),
    __2: (u32, usize, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action194(b, __temp0, __0, __1, __2)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action235<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Ident<'s>, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Type<'s>, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action195(b, __temp0, __0, __1, __2, __3)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action236<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Option<Type<'s>>, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action196(b, __temp0, __0, __1)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action237<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Option<Type<'s>>, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action197(b, __temp0, __0, __1, __2)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action238<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Option<Type<'s>>, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action198(b, __temp0, __0, __1)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action239<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Option<Type<'s>>, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action199(b, __temp0, __0, __1)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action240<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) -> Ident<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action200(b, __temp0, __0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action241<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Ident<'s>, u32),
    __2: (u32, Kind, u32),
    __3: (u32, (), u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action201(b, __temp0, __0, __1, __2, __3, __4)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action242<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, (), u32),
    __3: (u32, Option<Ident<'s>>, u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action202(b, __temp0, __0, __1, __2, __3, __4)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action243<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Ident<'s>, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action203(b, __temp0, __0, __1, __2, __3, __4, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action244<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Ident<'s>, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action204(b, __temp0, __0, __1, __2, __3, __4, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action245<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, (), u32),
    __2: (u32, Kind, u32),
    __3: (u32, (), u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action205(b, __temp0, __0, __1, __2, __3, __4)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action246<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Ident<'s>, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action206(b, __temp0, __0, __1)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action247<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, (), u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action207(b, __temp0, __0, __1)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action248<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, usize, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Version<'s>, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action208(b, __temp0, __0, __1, __2, __3)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action249<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, usize, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action209(b, __temp0, __0, __1)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action250<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Option<Type<'s>>, u32),
    __3: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __start1 = __0.2.clone();
    let __end1 = __1.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    let __temp1 = __action136(b, &__start1, &__end1);
    let __temp1 = (__start1, __temp1, __end1);
    __action210(b, __temp0, __0, __temp1, __1, __2, __3)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action251<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Ident<'s>, u32),
    __2: (u32, Kind, u32),
    __3: (u32, (), u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action211(b, __temp0, __0, __1, __2, __3, __4)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action252<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Ident<'s>, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action212(b, __temp0, __0, __1, __2, __3, __4, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action253<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, (), u32),
    __3: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action213(b, __temp0, __0, __1, __2, __3)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action254<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, TypeKind<'s>, u32),
) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action214(b, __temp0, __0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action255<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Ident<'s>, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Type<'s>, u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action215(b, __temp0, __0, __1, __2, __3, __4, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action256<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Ident<'s>, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action216(b, __temp0, __0, __1, __2, __3, __4, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action257<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Ident<'s>, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action217(b, __temp0, __0, __1, __2, __3, __4, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action258<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Ident<'s>, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action218(b, __temp0, __0, __1, __2, __3, __4, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action259<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Ident<'s>, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action219(b, __temp0, __0, __1, __2, __3, __4, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action260<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Ident<'s>, u32),
    __3: (u32, (), u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action220(b, __temp0, __0, __1, __2, __3)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action261<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Type<'s>, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Kind, u32),
    __5: (u32, Kind, u32),
) -> TypeKind<'s> {
    let __start0 = __3.2.clone();
    let __end0 = __4.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action221(b, __0, __1, __2, __3, __temp0, __4, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action262<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, (), u32),
    __3: (u32, Kind, u32),
    __4: (u32, Kind, u32),
    __5: (u32, (), u32),
    __6: (u32, Kind, u32),
    __7: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action222(b, __temp0, __0, __1, __2, __3, __4, __5, __6, __7)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action263<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, usize, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Version<'s>, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action223(b, __temp0, __0, __1, __2, __3)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action264<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, usize, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action224(b, __temp0, __0, __1)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action265<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, (), u32)) -> Version<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action225(b, __temp0, __0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action266<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, (), u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action226(b, __temp0, __0, __1, __2)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action267<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, (), u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action227(b, __temp0, __0, __1, __2)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action268<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, (), u32),
    __3: (u32, (), u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action136(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action228(b, __temp0, __0, __1, __2, __3)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action269<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
) -> Ident<'s> {
    let __start0 = __1.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action240(b, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action134(b, __0, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action270<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, (), u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __1.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action240(b, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action229(b, __0, __temp0, __2, __3, __4)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action271<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Version<'s>, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action240(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action24(b, __temp0, __1, __2)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action272<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __start1 = __2.0.clone();
    let __end1 = __2.2.clone();
    let __temp0 = __action240(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    let __temp1 = __action240(b, __2);
    let __temp1 = (__start1, __temp1, __end1);
    __action25(b, __temp0, __1, __temp1)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action273<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Type<'s>, u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __1.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action240(b, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action231(b, __0, __temp0, __2, __3, __4)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action274<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
) {
    let __start0 = __1.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action240(b, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action232(b, __0, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action275<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, (), u32),
    __3: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action240(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action40(b, __temp0, __1, __2, __3)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action276<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action240(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action41(b, __temp0, __1, __2, __3, __4, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action277<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, (), u32),
    __3: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action240(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action42(b, __temp0, __1, __2, __3)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action278<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action240(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action43(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action279<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, usize, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Version<'s>, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action240(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action233(b, __temp0, __1, __2, __3, __4)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action280<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, usize, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action240(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action234(b, __temp0, __1, __2)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action281<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Type<'s>, u32),
) {
    let __start0 = __1.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action240(b, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action235(b, __0, __temp0, __2, __3)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action282<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, (), u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __1.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action240(b, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action241(b, __0, __temp0, __2, __3, __4)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action283<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __2.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action240(b, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action243(b, __0, __1, __temp0, __3, __4, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action284<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __2.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action240(b, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action244(b, __0, __1, __temp0, __3, __4, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action285<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
) {
    let __start0 = __1.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action240(b, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action246(b, __0, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action286<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) -> usize {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action240(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action109(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action287<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
) -> usize {
    let __start0 = __2.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action240(b, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action110(b, __0, __1, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action288<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
) -> usize {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action240(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action107(b, __temp0, __1)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action289<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
) -> usize {
    let __start0 = __1.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action240(b, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action108(b, __0, __temp0, __2)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action290<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Type<'s>, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action240(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action58(b, __temp0, __1, __2)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action291<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, (), u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __1.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action240(b, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action251(b, __0, __temp0, __2, __3, __4)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action292<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __1.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action240(b, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action252(b, __0, __temp0, __2, __3, __4, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action293<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
) -> usize {
    let __start0 = __2.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action240(b, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action111(b, __0, __1, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action294<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Type<'s>, u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __2.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action240(b, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action255(b, __0, __1, __temp0, __3, __4, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action295<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __2.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action240(b, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action256(b, __0, __1, __temp0, __3, __4, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action296<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __2.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action240(b, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action257(b, __0, __1, __temp0, __3, __4, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action297<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __2.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action240(b, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action258(b, __0, __1, __temp0, __3, __4, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action298<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __2.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action240(b, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action259(b, __0, __1, __temp0, __3, __4, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action299<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, (), u32),
) {
    let __start0 = __2.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action240(b, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action260(b, __0, __1, __temp0, __3)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action300<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) -> TypeKind<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action240(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action85(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action301<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
) -> TypeKind<'s> {
    let __start0 = __2.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action240(b, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action95(b, __0, __1, __temp0, __3)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action302<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
) -> TypeKind<'s> {
    let __start0 = __2.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action240(b, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action96(b, __0, __1, __temp0, __3)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action303<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Option<Ident<'s>>, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action240(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action49(b, __temp0, __1)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action304<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action240(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action16(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action305<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __start1 = __2.0.clone();
    let __end1 = __2.2.clone();
    let __temp0 = __action240(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    let __temp1 = __action240(b, __2);
    let __temp1 = (__start1, __temp1, __end1);
    __action47(b, __temp0, __1, __temp1)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action306<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
) -> Option<Ident<'s>> {
    let __start0 = __0.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action269(b, __0, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action132(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action307<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, (), u32),
    __3: (u32, Kind, u32),
    __4: (u32, Kind, u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __3.0.clone();
    let __end0 = __4.2.clone();
    let __temp0 = __action306(b, __3, __4);
    let __temp0 = (__start0, __temp0, __end0);
    __action242(b, __0, __1, __2, __temp0, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action308<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, (), u32),
    __3: (u32, Kind, u32),
) {
    let __start0 = __2.2.clone();
    let __end0 = __3.0.clone();
    let __temp0 = __action133(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action242(b, __0, __1, __2, __temp0, __3)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action309<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
) {
    let __start0 = __1.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action306(b, __1, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action303(b, __0, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action310<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) {
    let __start0 = __0.2.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action133(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action303(b, __0, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action311<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __3.2.clone();
    let __end0 = __4.0.clone();
    let __temp0 = __action150(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action276(b, __0, __1, __2, __3, __temp0, __4)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action312<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __4.0.clone();
    let __end0 = __4.2.clone();
    let __temp0 = __action151(b, __4);
    let __temp0 = (__start0, __temp0, __end0);
    __action276(b, __0, __1, __2, __3, __temp0, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action313<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __3.2.clone();
    let __end0 = __4.0.clone();
    let __temp0 = __action150(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action283(b, __0, __1, __2, __3, __temp0, __4)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action314<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __4.0.clone();
    let __end0 = __4.2.clone();
    let __temp0 = __action151(b, __4);
    let __temp0 = (__start0, __temp0, __end0);
    __action283(b, __0, __1, __2, __3, __temp0, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action315<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) {
    let __start0 = __0.2.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action150(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action2(b, __0, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action316<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, (), u32),
) {
    let __start0 = __1.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action151(b, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action2(b, __0, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action317<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, (), u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
) {
    let __start0 = __2.2.clone();
    let __end0 = __3.0.clone();
    let __temp0 = __action130(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action245(b, __0, __1, __2, __temp0, __3)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action318<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, (), u32),
    __2: (u32, Kind, u32),
    __3: (u32, (), u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __3.0.clone();
    let __end0 = __3.2.clone();
    let __temp0 = __action131(b, __3);
    let __temp0 = (__start0, __temp0, __end0);
    __action245(b, __0, __1, __2, __temp0, __4)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action319<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
) {
    let __start0 = __0.2.clone();
    let __end0 = __1.0.clone();
    let __temp0 = __action146(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action66(b, __0, __temp0, __1)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action320<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, (), u32),
    __2: (u32, Kind, u32),
) {
    let __start0 = __1.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action147(b, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action66(b, __0, __temp0, __2)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action321<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) {
    let __start0 = __0.2.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action146(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action4(b, __0, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action322<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, (), u32),
) {
    let __start0 = __1.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action147(b, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action4(b, __0, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action323<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) {
    let __start0 = __0.2.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action152(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action1(b, __0, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action324<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, (), u32),
) {
    let __start0 = __1.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action153(b, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action1(b, __0, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action325<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __3.2.clone();
    let __end0 = __4.0.clone();
    let __temp0 = __action148(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action284(b, __0, __1, __2, __3, __temp0, __4)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action326<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __4.0.clone();
    let __end0 = __4.2.clone();
    let __temp0 = __action149(b, __4);
    let __temp0 = (__start0, __temp0, __end0);
    __action284(b, __0, __1, __2, __3, __temp0, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action327<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) {
    let __start0 = __0.2.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action148(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action3(b, __0, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action328<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, (), u32),
) {
    let __start0 = __1.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action149(b, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action3(b, __0, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action329<'s, 'b>(
    b: &'b mut Builder<'s>,
    __lookbehind: &u32,
    __lookahead: &u32,
) -> usize {
    let __start0 = __lookbehind.clone();
    let __end0 = __lookahead.clone();
    let __temp0 = __action19(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action18(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action330<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, usize, u32)) -> usize {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action20(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action18(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action331<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Type<'s>, u32),
    __3: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action19(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action273(b, __temp0, __0, __1, __2, __3)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action332<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Type<'s>, u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action20(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action273(b, __temp0, __1, __2, __3, __4)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action333<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action19(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action274(b, __temp0, __0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action334<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action20(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action274(b, __temp0, __1)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action335<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Type<'s>, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action19(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action281(b, __temp0, __0, __1, __2)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action336<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Type<'s>, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action20(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action281(b, __temp0, __1, __2, __3)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action337<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) {
    let __start0 = __0.0.clone();
    let __end0 = __0.0.clone();
    let __temp0 = __action19(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action285(b, __temp0, __0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action338<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action20(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action285(b, __temp0, __1)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action339<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Type<'s>, u32),
    __3: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __3.2.clone();
    let __temp0 = __action331(b, __0, __1, __2, __3);
    let __temp0 = (__start0, __temp0, __end0);
    __action164(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action340<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Type<'s>, u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __4.2.clone();
    let __temp0 = __action332(b, __0, __1, __2, __3, __4);
    let __temp0 = (__start0, __temp0, __end0);
    __action164(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action341<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action333(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action164(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action342<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action334(b, __0, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action164(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action343<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, (), u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Type<'s>, u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __2.0.clone();
    let __end0 = __5.2.clone();
    let __temp0 = __action331(b, __2, __3, __4, __5);
    let __temp0 = (__start0, __temp0, __end0);
    __action165(b, __0, __1, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action344<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, (), u32),
    __1: (u32, Kind, u32),
    __2: (u32, usize, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Kind, u32),
    __5: (u32, Type<'s>, u32),
    __6: (u32, Kind, u32),
) {
    let __start0 = __2.0.clone();
    let __end0 = __6.2.clone();
    let __temp0 = __action332(b, __2, __3, __4, __5, __6);
    let __temp0 = (__start0, __temp0, __end0);
    __action165(b, __0, __1, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action345<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, (), u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
) {
    let __start0 = __2.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action333(b, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action165(b, __0, __1, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action346<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, (), u32),
    __1: (u32, Kind, u32),
    __2: (u32, usize, u32),
    __3: (u32, Kind, u32),
) {
    let __start0 = __2.0.clone();
    let __end0 = __3.2.clone();
    let __temp0 = __action334(b, __2, __3);
    let __temp0 = (__start0, __temp0, __end0);
    __action165(b, __0, __1, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action347<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) {
    let __start0 = __0.2.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action140(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action6(b, __0, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action348<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, (), u32),
) {
    let __start0 = __1.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action141(b, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action6(b, __0, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action349<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, (), u32),
    __2: (u32, Kind, u32),
) {
    let __start0 = __1.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action142(b, __1, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action6(b, __0, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action350<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __3.2.clone();
    let __end0 = __4.0.clone();
    let __temp0 = __action140(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action296(b, __0, __1, __2, __3, __temp0, __4)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action351<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __4.0.clone();
    let __end0 = __4.2.clone();
    let __temp0 = __action141(b, __4);
    let __temp0 = (__start0, __temp0, __end0);
    __action296(b, __0, __1, __2, __3, __temp0, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action352<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
    __6: (u32, Kind, u32),
) {
    let __start0 = __4.0.clone();
    let __end0 = __5.2.clone();
    let __temp0 = __action142(b, __4, __5);
    let __temp0 = (__start0, __temp0, __end0);
    __action296(b, __0, __1, __2, __3, __temp0, __6)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action353<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) {
    let __start0 = __0.2.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action143(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action5(b, __0, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action354<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, (), u32),
) {
    let __start0 = __1.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action144(b, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action5(b, __0, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action355<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, (), u32),
    __2: (u32, Kind, u32),
) {
    let __start0 = __1.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action145(b, __1, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action5(b, __0, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action356<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __3.2.clone();
    let __end0 = __4.0.clone();
    let __temp0 = __action143(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action295(b, __0, __1, __2, __3, __temp0, __4)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action357<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __4.0.clone();
    let __end0 = __4.2.clone();
    let __temp0 = __action144(b, __4);
    let __temp0 = (__start0, __temp0, __end0);
    __action295(b, __0, __1, __2, __3, __temp0, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action358<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
    __6: (u32, Kind, u32),
) {
    let __start0 = __4.0.clone();
    let __end0 = __5.2.clone();
    let __temp0 = __action145(b, __4, __5);
    let __temp0 = (__start0, __temp0, __end0);
    __action295(b, __0, __1, __2, __3, __temp0, __6)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action359<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) {
    let __start0 = __0.2.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action137(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action7(b, __0, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action360<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, (), u32),
) {
    let __start0 = __1.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action138(b, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action7(b, __0, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action361<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, (), u32),
    __2: (u32, Kind, u32),
) {
    let __start0 = __1.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action139(b, __1, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action7(b, __0, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action362<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __3.2.clone();
    let __end0 = __4.0.clone();
    let __temp0 = __action137(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action297(b, __0, __1, __2, __3, __temp0, __4)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action363<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __4.0.clone();
    let __end0 = __4.2.clone();
    let __temp0 = __action138(b, __4);
    let __temp0 = (__start0, __temp0, __end0);
    __action297(b, __0, __1, __2, __3, __temp0, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action364<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
    __6: (u32, Kind, u32),
) {
    let __start0 = __4.0.clone();
    let __end0 = __5.2.clone();
    let __temp0 = __action139(b, __4, __5);
    let __temp0 = (__start0, __temp0, __end0);
    __action297(b, __0, __1, __2, __3, __temp0, __6)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action365<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __3.2.clone();
    let __end0 = __4.0.clone();
    let __temp0 = __action137(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action298(b, __0, __1, __2, __3, __temp0, __4)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action366<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __4.0.clone();
    let __end0 = __4.2.clone();
    let __temp0 = __action138(b, __4);
    let __temp0 = (__start0, __temp0, __end0);
    __action298(b, __0, __1, __2, __3, __temp0, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action367<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
    __6: (u32, Kind, u32),
) {
    let __start0 = __4.0.clone();
    let __end0 = __5.2.clone();
    let __temp0 = __action139(b, __4, __5);
    let __temp0 = (__start0, __temp0, __end0);
    __action298(b, __0, __1, __2, __3, __temp0, __6)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action368<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Type<'s>, u32),
) -> Option<Type<'s>> {
    let __start0 = __0.2.clone();
    let __end0 = __1.0.clone();
    let __temp0 = __action118(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action180(b, __0, __temp0, __1, __2, __3)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action369<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, (), u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Type<'s>, u32),
) -> Option<Type<'s>> {
    let __start0 = __1.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action119(b, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action180(b, __0, __temp0, __2, __3, __4)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action370<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, (), u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Kind, u32),
    __5: (u32, Type<'s>, u32),
) -> Option<Type<'s>> {
    let __start0 = __1.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action120(b, __1, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action180(b, __0, __temp0, __3, __4, __5)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action371<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
) -> Option<Type<'s>> {
    let __start0 = __0.2.clone();
    let __end0 = __1.0.clone();
    let __temp0 = __action118(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action181(b, __0, __temp0, __1)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action372<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, (), u32),
    __2: (u32, Kind, u32),
) -> Option<Type<'s>> {
    let __start0 = __1.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action119(b, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action181(b, __0, __temp0, __2)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action373<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, (), u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
) -> Option<Type<'s>> {
    let __start0 = __1.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action120(b, __1, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action181(b, __0, __temp0, __3)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action374<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, (), u32),
    __3: (u32, Kind, u32),
    __4: (u32, Kind, u32),
    __5: (u32, Kind, u32),
    __6: (u32, Kind, u32),
) {
    let __start0 = __4.2.clone();
    let __end0 = __5.0.clone();
    let __temp0 = __action121(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action262(b, __0, __1, __2, __3, __4, __temp0, __5, __6)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action375<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, (), u32),
    __3: (u32, Kind, u32),
    __4: (u32, Kind, u32),
    __5: (u32, (), u32),
    __6: (u32, Kind, u32),
    __7: (u32, Kind, u32),
) {
    let __start0 = __5.0.clone();
    let __end0 = __5.2.clone();
    let __temp0 = __action122(b, __5);
    let __temp0 = (__start0, __temp0, __end0);
    __action262(b, __0, __1, __2, __3, __4, __temp0, __6, __7)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action376<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, (), u32),
    __3: (u32, Kind, u32),
    __4: (u32, Kind, u32),
    __5: (u32, (), u32),
    __6: (u32, Kind, u32),
    __7: (u32, Kind, u32),
    __8: (u32, Kind, u32),
) {
    let __start0 = __5.0.clone();
    let __end0 = __6.2.clone();
    let __temp0 = __action123(b, __5, __6);
    let __temp0 = (__start0, __temp0, __end0);
    __action262(b, __0, __1, __2, __3, __4, __temp0, __7, __8)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action377<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
) {
    let __start0 = __1.2.clone();
    let __end0 = __2.0.clone();
    let __temp0 = __action124(b, &__start0, &__end0);
    let __temp0 = (__start0, __temp0, __end0);
    __action46(b, __0, __1, __temp0, __2)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action378<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, (), u32),
    __3: (u32, Kind, u32),
) {
    let __start0 = __2.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action125(b, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action46(b, __0, __1, __temp0, __3)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action379<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, (), u32),
    __3: (u32, Kind, u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __2.0.clone();
    let __end0 = __3.2.clone();
    let __temp0 = __action126(b, __2, __3);
    let __temp0 = (__start0, __temp0, __end0);
    __action46(b, __0, __1, __temp0, __4)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action380<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Type<'s>, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action335(b, __0, __1, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action162(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action381<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Type<'s>, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __3.2.clone();
    let __temp0 = __action336(b, __0, __1, __2, __3);
    let __temp0 = (__start0, __temp0, __end0);
    __action162(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action382<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, (), u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Type<'s>, u32),
) {
    let __start0 = __2.0.clone();
    let __end0 = __4.2.clone();
    let __temp0 = __action335(b, __2, __3, __4);
    let __temp0 = (__start0, __temp0, __end0);
    __action163(b, __0, __1, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action383<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, (), u32),
    __1: (u32, Kind, u32),
    __2: (u32, usize, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Kind, u32),
    __5: (u32, Type<'s>, u32),
) {
    let __start0 = __2.0.clone();
    let __end0 = __5.2.clone();
    let __temp0 = __action336(b, __2, __3, __4, __5);
    let __temp0 = (__start0, __temp0, __end0);
    __action163(b, __0, __1, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action384<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action337(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action166(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action385<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __1.2.clone();
    let __temp0 = __action338(b, __0, __1);
    let __temp0 = (__start0, __temp0, __end0);
    __action166(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action386<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, (), u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
) {
    let __start0 = __2.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action337(b, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action167(b, __0, __1, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action387<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, (), u32),
    __1: (u32, Kind, u32),
    __2: (u32, usize, u32),
    __3: (u32, Kind, u32),
) {
    let __start0 = __2.0.clone();
    let __end0 = __3.2.clone();
    let __temp0 = __action338(b, __2, __3);
    let __temp0 = (__start0, __temp0, __end0);
    __action167(b, __0, __1, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action388<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Type<'s>, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action290(b, __0, __1, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action174(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action389<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, (), u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Type<'s>, u32),
) {
    let __start0 = __2.0.clone();
    let __end0 = __4.2.clone();
    let __temp0 = __action290(b, __2, __3, __4);
    let __temp0 = (__start0, __temp0, __end0);
    __action175(b, __0, __1, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action390<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
) {
    let __start0 = __3.0.clone();
    let __end0 = __3.2.clone();
    let __temp0 = __action65(b, __3);
    let __temp0 = (__start0, __temp0, __end0);
    __action299(b, __0, __1, __2, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action391<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __3.0.clone();
    let __end0 = __4.2.clone();
    let __temp0 = __action319(b, __3, __4);
    let __temp0 = (__start0, __temp0, __end0);
    __action299(b, __0, __1, __2, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action392<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, usize, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, (), u32),
    __5: (u32, Kind, u32),
) {
    let __start0 = __3.0.clone();
    let __end0 = __5.2.clone();
    let __temp0 = __action320(b, __3, __4, __5);
    let __temp0 = (__start0, __temp0, __end0);
    __action299(b, __0, __1, __2, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action393<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action71(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action394<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action72(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action395<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action73(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action396<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action74(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action397<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action75(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action398<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action76(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action399<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action77(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action400<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action78(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action401<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action79(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action402<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action80(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action403<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action81(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action404<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action82(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action405<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action83(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action406<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action84(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action407<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action300(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action408<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Type<'s>, u32),
    __3: (u32, Kind, u32),
) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __3.2.clone();
    let __temp0 = __action86(b, __0, __1, __2, __3);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action409<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Type<'s>, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Kind, u32),
    __5: (u32, Kind, u32),
) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __5.2.clone();
    let __temp0 = __action261(b, __0, __1, __2, __3, __4, __5);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action410<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Type<'s>, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Type<'s>, u32),
    __5: (u32, Kind, u32),
) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __5.2.clone();
    let __temp0 = __action88(b, __0, __1, __2, __3, __4, __5);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action411<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Type<'s>, u32),
    __3: (u32, Kind, u32),
) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __3.2.clone();
    let __temp0 = __action89(b, __0, __1, __2, __3);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action412<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action90(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action413<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Type<'s>, u32),
    __3: (u32, Kind, u32),
) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __3.2.clone();
    let __temp0 = __action91(b, __0, __1, __2, __3);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action414<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Type<'s>, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Type<'s>, u32),
    __5: (u32, Kind, u32),
) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __5.2.clone();
    let __temp0 = __action92(b, __0, __1, __2, __3, __4, __5);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action415<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Type<'s>, u32),
    __5: (u32, Kind, u32),
) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __5.2.clone();
    let __temp0 = __action93(b, __0, __1, __2, __3, __4, __5);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action416<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, usize, u32),
    __3: (u32, Kind, u32),
) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __3.2.clone();
    let __temp0 = __action94(b, __0, __1, __2, __3);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action417<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __3.2.clone();
    let __temp0 = __action301(b, __0, __1, __2, __3);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action418<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __3.2.clone();
    let __temp0 = __action302(b, __0, __1, __2, __3);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action419<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action97(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action420<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Type<'s>, u32),
    __3: (u32, Kind, u32),
) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __3.2.clone();
    let __temp0 = __action98(b, __0, __1, __2, __3);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action421<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action99(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action422<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Type<'s>, u32),
    __3: (u32, Kind, u32),
) -> Type<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __3.2.clone();
    let __temp0 = __action100(b, __0, __1, __2, __3);
    let __temp0 = (__start0, __temp0, __end0);
    __action254(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action423<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action309(b, __0, __1, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action172(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action424<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action310(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action172(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action425<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, (), u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __2.0.clone();
    let __end0 = __4.2.clone();
    let __temp0 = __action309(b, __2, __3, __4);
    let __temp0 = (__start0, __temp0, __end0);
    __action173(b, __0, __1, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action426<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, (), u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
) {
    let __start0 = __2.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action310(b, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action173(b, __0, __1, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action427<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) -> Version<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action28(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action265(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action428<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) -> Version<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action29(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action265(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action429<'s, 'b>(b: &'b mut Builder<'s>, __0: (u32, Kind, u32)) -> Version<'s> {
    let __start0 = __0.0.clone();
    let __end0 = __0.2.clone();
    let __temp0 = __action30(b, __0);
    let __temp0 = (__start0, __temp0, __end0);
    __action265(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action430<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, Kind, u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
) {
    let __start0 = __0.0.clone();
    let __end0 = __2.2.clone();
    let __temp0 = __action305(b, __0, __1, __2);
    let __temp0 = (__start0, __temp0, __end0);
    __action170(b, __temp0)
}
#[allow(unused_variables)]
#[allow(
    clippy::too_many_arguments,
    clippy::needless_lifetimes,
    clippy::just_underscores_and_digits,
    clippy::clone_on_copy,
    clippy::unit_arg
)]
fn __action431<'s, 'b>(
    b: &'b mut Builder<'s>,
    __0: (u32, (), u32),
    __1: (u32, Kind, u32),
    __2: (u32, Kind, u32),
    __3: (u32, Kind, u32),
    __4: (u32, Kind, u32),
) {
    let __start0 = __2.0.clone();
    let __end0 = __4.2.clone();
    let __temp0 = __action305(b, __2, __3, __4);
    let __temp0 = (__start0, __temp0, __end0);
    __action171(b, __0, __1, __temp0)
}
#[allow(clippy::type_complexity, dead_code)]
pub trait __ToTriple<'s, 'b> {
    fn to_triple(
        self,
    ) -> Result<
        (u32, Kind, u32),
        __lalrpop_util::ParseError<u32, Kind, std::convert::Infallible>,
    >;
}
impl<'s, 'b> __ToTriple<'s, 'b> for (u32, Kind, u32) {
    fn to_triple(
        self,
    ) -> Result<
        (u32, Kind, u32),
        __lalrpop_util::ParseError<u32, Kind, std::convert::Infallible>,
    > {
        Ok(self)
    }
}
impl<'s, 'b> __ToTriple<'s, 'b> for Result<(u32, Kind, u32), std::convert::Infallible> {
    fn to_triple(
        self,
    ) -> Result<
        (u32, Kind, u32),
        __lalrpop_util::ParseError<u32, Kind, std::convert::Infallible>,
    > {
        self.map_err(|error| __lalrpop_util::ParseError::User {
            error,
        })
    }
}
