// Decides what phones may do with files and functions: what storage-rules.json and function-rules.json say.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from '../errors'
import { readJson } from '../json-file'
import { readExpression, type RuleContext } from './expression'

type Rule = boolean | string
type Allows = (context: RuleContext) => boolean

/** What WeChat sets when nothing is said: everybody reads, the creator writes (「云开发 / 存储 / 权限设置」). */
const STORAGE_DEFAULT = { read: true, write: 'resource.openid == auth.openid' }
/** Whoever is signed in calls (「云函数安全规则」). */
const FUNCTIONS_DEFAULT = { '*': { invoke: 'auth != null' } }
/** All that a function's rule may say (「云函数安全规则 · 限制」). */
const INVOKE_RULES = ['auth != null', "auth.loginType != 'ANONYMOUS' && auth != null"]

/** Somebody in a mini program is signed in, always. */
const signIn = (openid: string): RuleContext['auth'] => (openid ? { openid, loginType: 'WECHAT' } : null)

export class Rules {
  private readonly storage: Record<'read' | 'write', Allows>
  private readonly functions: ReadonlyMap<string, Allows>

  /** @throws an Error with one clear sentence about a rule that CloudBase would not take or would not understand */
  constructor(databaseDir: string) {
    this.storage = readStorage(join(databaseDir, 'storage-rules.json'))
    this.functions = readFunctions(join(databaseDir, 'function-rules.json'))
  }

  /** @param openid '' for nobody */
  mayTouch(act: 'read' | 'write', openid: string, file: RuleContext['resource']): boolean {
    return this.storage[act]({ auth: signIn(openid), resource: file })
  }

  mayInvoke(openid: string, name: string): boolean {
    const rule = this.functions.get(name) ?? this.functions.get('*')
    return rule?.({ auth: signIn(openid), resource: { openid: '', path: '' } }) === true
  }
}

function readStorage(file: string): Record<'read' | 'write', Allows> {
  const { read = false, write = false, ...others } = readRules<Rule>(file, STORAGE_DEFAULT)
  const [odd] = Object.keys(others)
  if (odd !== undefined) throw new Error(`${file}: "${odd}" is neither read nor write.`)
  return { read: readRule(file, read), write: readRule(file, write) }
}

function readFunctions(file: string): ReadonlyMap<string, Allows> {
  const rules = readRules<{ invoke?: Rule }>(file, FUNCTIONS_DEFAULT)
  if (!rules['*']) throw new Error(`${file} needs a rule for "*".`)
  return new Map(
    Object.entries(rules).map(([name, { invoke }]) => {
      if (typeof invoke !== 'boolean' && !INVOKE_RULES.includes(invoke ?? ''))
        throw new Error(`${file}: ${name}.invoke must be true, false or one of ${INVOKE_RULES.join(', ')}.`)
      return [name, readRule(file, invoke ?? false)]
    }),
  )
}

function readRules<Value>(file: string, otherwise: Record<string, Value>): Record<string, Value> {
  return existsSync(file) ? (readJson(file) as Record<string, Value>) : otherwise
}

function readRule(file: string, rule: Rule): Allows {
  if (typeof rule === 'boolean') return () => rule
  try {
    return readExpression(rule)
  } catch (error) {
    throw new Error(`${file}: the rule ${rule} is ${describe(error)}.`, { cause: error })
  }
}
