// Decides what a security rule's expression means: the part of CloudBase's language that its documents describe.
// (「云存储 / 安全规则」: auth, resource, ==, !=, &&, ||, !, and /…/.test(…) compared with true or false.)

export interface RuleContext {
  /** null: not signed in. */
  auth: { openid: string; loginType: string } | null
  resource: { openid: string; path: string }
}

type Value = string | boolean | null | undefined
type Evaluate = (context: RuleContext) => Value

const TOKEN = /\s*(?:(&&|\|\||==|!=|[!().])|('[^']*'|"[^"]*")|([A-Za-z_]\w*)|(\/(?:[^/\\]|\\.)+\/))/y

const VARIABLES: Record<string, Evaluate> = {
  true: () => true,
  false: () => false,
  null: () => null,
  auth: ({ auth }) => (auth ? 'auth' : null),
  'auth.openid': ({ auth }) => auth?.openid,
  // A mini program's user has none (「云存储 / 安全规则」, Auth).
  'auth.uid': () => undefined,
  'auth.loginType': ({ auth }) => auth?.loginType,
  'resource.openid': ({ resource }) => resource.openid,
  'resource.path': ({ resource }) => resource.path,
}

/** @throws an Error that names what is not of the language */
export function readExpression(text: string): (context: RuleContext) => boolean {
  const tokens = cut(text)
  const fail = (): never => {
    throw new Error(`not understood near "${tokens.slice(0, 3).join(' ') || 'the end'}"`)
  }
  const take = (token: string) => tokens[0] === token && tokens.shift() !== undefined
  const expect = (token: string) => take(token) || fail()

  const either = (): Evaluate => {
    let left = both()
    while (take('||')) {
      const [one, other] = [left, both()]
      left = (context) => one(context) === true || other(context) === true
    }
    return left
  }
  const both = (): Evaluate => {
    let left = equal()
    while (take('&&')) {
      const [one, other] = [left, equal()]
      left = (context) => one(context) === true && other(context) === true
    }
    return left
  }
  const equal = (): Evaluate => {
    const isTest = tokens[0]?.startsWith('/') === true
    const left = single()
    if (take('==')) return compare(left, single(), true)
    if (take('!=')) return compare(left, single(), false)
    // Documented: the result of test has to be compared.
    return isTest ? fail() : left
  }
  const single = (): Evaluate => {
    if (take('!')) {
      const inner = single()
      return (context) => inner(context) !== true
    }
    if (take('(')) {
      const inner = either()
      expect(')')
      return inner
    }
    const token = tokens.shift() ?? fail()
    if (/^['"]/.test(token)) return () => token.slice(1, -1)
    if (token.startsWith('/')) return test(new RegExp(token.slice(1, -1)))
    const name = take('.') ? `${token}.${tokens.shift() ?? ''}` : token
    return VARIABLES[name] ?? fail()
  }
  const test = (pattern: RegExp): Evaluate => {
    for (const token of ['.', 'test', '(']) expect(token)
    const argument = single()
    expect(')')
    return (context) => pattern.test(String(argument(context)))
  }

  const whole = either()
  if (tokens.length > 0) fail()
  return (context) => whole(context) === true
}

/** What is missing equals nothing, not even what is missing too. */
function compare(left: Evaluate, right: Evaluate, equal: boolean): Evaluate {
  return (context) => {
    const [one, other] = [left(context), right(context)]
    return (one !== undefined && one === other) === equal
  }
}

function cut(text: string): string[] {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const from = TOKEN.lastIndex
    const found = TOKEN.exec(text)
    if (!found) throw new Error(`not understood at "${text.slice(from)}"`)
    tokens.push(found[0].trim())
  }
  return tokens
}
