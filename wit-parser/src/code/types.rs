//! Codes of types and functions: 03xx.

codes! {
    DUPLICATE_NAME = 301 "W0301", "types or functions of the same name";
    TYPE_CYCLE = 302 "W0302", "a type that holds itself";
    EMPTY_TYPE = 303 "W0303", "a type with nothing in it";
    DUPLICATE_MEMBER = 304 "W0304", "fields, cases or flags of the same name";
    TOO_MANY_FLAGS = 305 "W0305", "more than 32 flags";
    NOT_A_RESOURCE = 306 "W0306", "a handle of what is not a resource";
    MAP_KEY = 307 "W0307", "a map whose keys can't be keys";
    LIST_LENGTH = 308 "W0308", "a fixed-length list of a length that can't be";
    ASYNC_PAYLOAD = 309 "W0309", "a stream or future of what can't be sent";
    DUPLICATE_PARAM = 310 "W0310", "parameters of the same name";
    BORROW_IN_RESULT = 311 "W0311", "a borrowed handle in a result";
    CONSTRUCTOR_RESULT = 312 "W0312", "a constructor that does not make its resource";
    GETTER_SHAPE = 313 "W0313", "a getter with parameters or without a result";
    SETTER_SHAPE = 314 "W0314", "a setter that does not take one value";
    SETTER_WITHOUT_GETTER = 315 "W0315", "a setter without a getter";
    MAP_OF_HANDLES = 316 "W0316", "a map whose values hold handles";
}
