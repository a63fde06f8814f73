// Decides what stands for power-assert: Node's assert, callable also after `import * as`, and content with a missing argument as it was then.
const assert = require('node:assert')

const strictEqual = (actual, expected, message) => assert.strictEqual(actual, expected, message)

module.exports = Object.assign((...given) => assert(...given), assert, { strictEqual, __esModule: true })
