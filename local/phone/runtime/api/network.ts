// Decides wx.request, uploadFile, downloadFile and connectSocket.
import type { PhoneParts } from '../phone-parts'
import { ApiError, asynchronous, requireText, type Options, type WxTable } from './define-api'
import type { TempFiles } from './temp-files'
import { tellOnce } from './unsupported'

/** An app writes into its own folder only. */
function requireOwn(path: string, { userPath }: TempFiles): string {
  if (!path.startsWith(`${userPath}/`)) throw new ApiError(`permission denied, open "${path}"`)
  return path
}

type Listener = (value: object) => void
interface Answer {
  statusCode: number
  header: Record<string, string>
  cookies: string[]
  bytes: Uint8Array<ArrayBuffer>
}
interface Sent {
  url: string
  method: string
  header: Record<string, string>
  body: BlobPart
}
interface Head {
  fail?: string
  status: number
  header: Record<string, string>
  cookies: string[]
}

/** 「wx.request」: the usual patience (ms). */
const TIMEOUT_MS = 60_000
const TIMED_OUT = 'timeout'
const ABORTED = 'abort'
const OFFLINE = 'errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED'

export function networkApi(phone: PhoneParts, files: TempFiles): WxTable {
  const start = (kind: string, options: unknown, run: (task: NetworkTask, options: Options) => Promise<object>) => {
    const task = new NetworkTask(kind, phone)
    const given = (options ?? {}) as Options
    // A task is given back, never a promise: without call-backs nobody hears how it ended.
    const answer = asynchronous(kind, () => run(task, given))(given)
    if (answer instanceof Promise) answer.catch(() => undefined)
    return task.handle
  }
  return {
    request: (options: unknown) =>
      start('request', options, async (task, given) => {
        const { bytes, ...answer } = await task.send(prepareRequest(given), given)
        return { ...answer, data: readData(bytes, given) }
      }),
    uploadFile: (options: unknown) =>
      start('uploadFile', options, async (task, given) => {
        const form = new FormData()
        for (const [name, value] of Object.entries((given['formData'] ?? {}) as Options))
          form.append(name, String(value))
        form.append(requireText(given, 'name'), await files.read(requireText(given, 'filePath')), 'file')
        const written = new Response(form)
        const type = written.headers.get('content-type') ?? ''
        const header = { ...lowerCase(given['header']), 'content-type': type }
        const sent = { url: requireText(given, 'url'), method: 'POST', header, body: await written.blob() }
        const { bytes, ...answer } = await task.send(sent, given)
        return { ...answer, data: new TextDecoder().decode(bytes) }
      }),
    downloadFile: (options: unknown) =>
      start('downloadFile', options, async (task, given) => {
        const sent = { url: requireText(given, 'url'), method: 'GET', header: lowerCase(given['header']), body: '' }
        const { bytes, statusCode, header } = await task.send(sent, given)
        const blob = new Blob([bytes], { type: header['content-type'] ?? '' })
        const { filePath } = given
        // Where the app says: then there is no temporary file (「wx.downloadFile」).
        if (typeof filePath === 'string') {
          files.write(requireOwn(filePath, files), blob)
          return { filePath, statusCode, header }
        }
        const name = new URL(sent.url).pathname.split('/').at(-1) || 'file'
        const tempFilePath = files.add(blob, name)
        return { tempFilePath, statusCode, header }
      }),
    connectSocket: (options: unknown) =>
      start('connectSocket', options, (task, given) => task.refuse(requireText(given, 'url'))),
  }
}

/** What an app may do with a request under way: 「RequestTask」, 「UploadTask」, 「DownloadTask」, 「SocketTask」. */
class NetworkTask {
  readonly handle: WxTable
  private readonly listeners = new Map<string, Set<Listener>>()
  private readonly ended = new AbortController()

  constructor(
    private readonly kind: string,
    private readonly phone: PhoneParts,
  ) {
    const nothing = () => undefined
    const stop = () => this.ended.abort(ABORTED)
    this.handle = { abort: stop, close: stop, send: nothing, readyState: 3 }
    for (const event of ['HeadersReceived', 'ChunkReceived', 'ProgressUpdate', 'Open', 'Message', 'Error', 'Close']) {
      this.handle[`on${event}`] = (listener: Listener) =>
        void this.listeners.set(event, (this.listeners.get(event) ?? new Set()).add(listener))
      this.handle[`off${event}`] = (listener?: Listener) =>
        void (listener ? this.listeners.get(event)?.delete(listener) : this.listeners.delete(event))
    }
  }

  /** @throws ApiError in WeChat's words */
  async send({ url, method, header, body }: Sent, options: Options): Promise<Answer> {
    if (!/^https?:\/\/[^/]/.test(url)) throw new ApiError(`invalid url "${url}"`, { errno: 600009 })
    if (!this.phone.state.online) throw new ApiError(OFFLINE, { errno: 600001 })
    const { ended } = this
    const timer = window.setTimeout(() => ended.abort(TIMED_OUT), Number(options['timeout'] ?? TIMEOUT_MS))
    try {
      ended.signal.throwIfAborted()
      const asked = JSON.stringify({ kind: this.kind, url, method, header })
      const answer = await fetch('/request', {
        method: 'POST',
        body: new Blob([`${asked}\n`, body]),
        signal: ended.signal,
      })
      return await this.read(answer, options)
    } catch (error) {
      if (ended.signal.aborted)
        throw new ApiError(String(ended.signal.reason), ended.signal.reason === TIMED_OUT ? { errno: 5 } : {})
      if (error instanceof ApiError && error.message.startsWith('url not in')) tellDomain(this.kind, url)
      throw error
    } finally {
      window.clearTimeout(timer)
    }
  }

  /** Web sockets are not supported: they fail as those to a host that is not on the list. */
  refuse(url: string): Promise<never> {
    tellDomain(this.kind, url)
    const fault = new ApiError('url not in domain list', { errno: 600002 })
    setTimeout(() => this.emit('Error', { errMsg: `${this.kind}:fail ${fault.message}` }))
    return Promise.reject(fault)
  }

  /** One line of JSON, then the body as it comes. */
  private async read({ body }: Response, options: Options): Promise<Answer> {
    let head: Head | undefined
    let bytes = new Uint8Array()
    const reader = body?.getReader()
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      let chunk = part.value
      bytes = join(bytes, chunk)
      if (!head) {
        const end = bytes.indexOf(LINE_FEED)
        if (end < 0) continue
        head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as Head
        if (head.fail !== undefined) throw new ApiError(head.fail)
        bytes = bytes.slice(end + 1)
        chunk = bytes
        this.emit('HeadersReceived', { statusCode: head.status, header: head.header, cookies: head.cookies })
      }
      if (options['enableChunked'] && chunk.length > 0) this.emit('ChunkReceived', { data: chunk.slice().buffer })
    }
    if (!head) throw new ApiError('the phone’s server does not answer')
    this.emit('ProgressUpdate', {
      progress: 100,
      totalBytesWritten: bytes.length,
      totalBytesExpectedToWrite: bytes.length,
    })
    return { statusCode: head.status, header: head.header, cookies: head.cookies, bytes }
  }

  private emit(event: string, value: object): void {
    for (const listener of [...(this.listeners.get(event) ?? [])]) listener(value)
  }
}

const LINE_FEED = 10

function join(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(first.length + second.length)
  joined.set(first)
  joined.set(second, first.length)
  return joined
}

function tellDomain(kind: string, url: string): void {
  const [, host = url] = /^\w+:\/\/([^/?#]*)/.exec(url) ?? []
  tellOnce(`wx.${kind}: ${host} 不在以下 ${kind} 合法域名列表中 (--answers, --hosts); it`)
}

function lowerCase(header: unknown): Record<string, string> {
  const entries = Object.entries((header ?? {}) as Options).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]))
}

/** 「wx.request」, data: GET puts it into the address, a form is encoded, all else is JSON. */
function prepareRequest(options: Options): Sent {
  const method = String(options['method'] ?? 'GET').toUpperCase()
  const header = { 'content-type': 'application/json', ...lowerCase(options['header']) }
  const url = requireText(options, 'url')
  const { data } = options
  if (data === undefined || data === null) return { url, method, header, body: '' }
  if (typeof data === 'string' || data instanceof ArrayBuffer) return { url, method, header, body: data }
  const query = () => new URLSearchParams(Object.entries(data).map(([name, value]) => [name, toText(value)])).toString()
  if (method === 'GET') {
    const [address = '', known] = url.split('?')
    return { url: `${address}?${[known, query()].filter(Boolean).join('&')}`, method, header, body: '' }
  }
  const isForm = header['content-type'].includes('x-www-form-urlencoded')
  return { url, method, header, body: isForm ? query() : JSON.stringify(data) }
}

function toText(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function readData(bytes: Uint8Array<ArrayBuffer>, options: Options): unknown {
  if (options['responseType'] === 'arraybuffer') return bytes.buffer
  const text = new TextDecoder().decode(bytes)
  if ((options['dataType'] ?? 'json') !== 'json') return text
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
