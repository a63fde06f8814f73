// Decides where the program lies that reads codes: in its package, and beside a built function's code (scripts/build).
export const READER_WASM = require.resolve('zxing-wasm/reader/zxing_reader.wasm')
