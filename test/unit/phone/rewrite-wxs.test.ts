// Decides that only real `.constructor` members of WXS are renamed.
import { rewriteWxs, WXS_TYPE_NAME } from '../../../local/phone/compile/rewrite-wxs'

it.each([
  ['a.constructor === "Array"', `a.${WXS_TYPE_NAME} === "Array"`],
  ['f(x)[0] . constructor', `f(x)[0] .${WXS_TYPE_NAME}`],
  ['"a.constructor"', '"a.constructor"'],
  ["'it\\'s .constructor'", "'it\\'s .constructor'"],
  ['// a.constructor\nb.constructor', `// a.constructor\nb.${WXS_TYPE_NAME}`],
  ['/* .constructor */ a.constructors', '/* .constructor */ a.constructors'],
])('rewrites %s', (source, expected) => {
  expect(rewriteWxs(source)).toBe(expected)
})
