// Decides what answers an app's wx.request: prepared answers, then addresses of this machine that were allowed.
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBody } from './read-body'

/** A prepared answer; `fail` is what follows `request:fail `. */
export interface PreparedAnswer {
  status?: number
  header?: Record<string, string>
  data?: unknown
  fail?: string
}

export interface RequestRules {
  /** `GET https://example.com/list*` → answer; without a method it holds for all. */
  answers?: Record<string, PreparedAnswer>
  /** `127.0.0.1:3000`, or `localhost` for every port of it. */
  hosts?: readonly string[]
}

/** What the phone asks: one line of JSON, then the body. */
interface Asked {
  kind: string
  url: string
  method: string
  header: Record<string, string>
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])
const REDIRECTS_MAX = 5

/** @throws Error when a host is not this machine */
export function checkHosts(hosts: readonly string[]): readonly string[] {
  for (const host of hosts)
    if (!LOOPBACK.has(host.replace(/:\d+$/, '')))
      throw new Error(`--hosts takes addresses of this machine such as 127.0.0.1:3000, not "${host}".`)
  return hosts
}

/** @throws Error when the file holds no table of answers */
export function readAnswers(file: string): Record<string, PreparedAnswer> {
  const table = JSON.parse(readFileSync(file, 'utf8')) as unknown
  if (typeof table !== 'object' || table === null || Array.isArray(table))
    throw new Error(`${file} holds no table such as {"GET https://example.com/list*": {"data": []}}.`)
  return table as Record<string, PreparedAnswer>
}

/** Answers in the same form: one line of JSON with `fail`, or with status and header, then the body as it comes. */
export async function answerAppRequest(
  rules: RequestRules,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request)
  const end = body.indexOf('\n')
  const asked = JSON.parse(body.subarray(0, end).toString()) as Asked
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' })
  const begin = (head: object) => response.write(`${JSON.stringify(head)}\n`)
  const prepared = findAnswer(rules.answers ?? {}, asked)
  if (prepared) {
    const { status = 200, header = {}, data = '', fail } = prepared
    begin(fail === undefined ? { status, header, cookies: [] } : { fail })
    return void response.end(fail === undefined ? (typeof data === 'string' ? data : JSON.stringify(data)) : '')
  }
  const ended = new AbortController()
  response.once('close', () => ended.abort())
  try {
    const answer = await ask(rules, asked, body.subarray(end + 1), ended.signal)
    if (!answer) return (begin({ fail: 'url not in domain list' }), void response.end())
    const { status, headers } = answer
    begin({ status, header: Object.fromEntries(headers), cookies: headers.getSetCookie() })
    for await (const chunk of answer.body ?? []) response.write(chunk)
  } catch {
    begin({ fail: 'errcode:-102 cronet_error_code:-102 error_msg:net::ERR_CONNECTION_REFUSED' })
  }
  response.end()
}

function findAnswer(answers: Record<string, PreparedAnswer>, { method, url }: Asked): PreparedAnswer | undefined {
  const fits = (key: string) => {
    const [, wanted, pattern = ''] = /^(?:([A-Z]+) )?(.*)$/s.exec(key) ?? []
    const source = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    return (!wanted || wanted === method) && new RegExp(`^${source.join('.*')}$`, 's').test(url)
  }
  return Object.entries(answers).find(([key]) => fits(key))?.[1]
}

/** Asks an allowed address; nothing comes back from others, also not by being sent on to them. */
async function ask(
  { hosts = [] }: RequestRules,
  { url, method, header }: Asked,
  body: Buffer,
  signal: AbortSignal,
): Promise<Response | undefined> {
  let target = new URL(url)
  for (let hops = 0; hops <= REDIRECTS_MAX; hops += 1) {
    const isAllowed = hosts.some((host) => host === target.host || host === target.hostname)
    if (!isAllowed || !LOOPBACK.has(target.hostname)) return undefined
    const init = { method, headers: header, redirect: 'manual' as const, signal }
    const answer = await fetch(target, { ...init, ...(body.length > 0 && method !== 'GET' && { body }) })
    const next = answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : null
    if (next === null) return answer
    target = new URL(next, target)
  }
  return undefined
}
