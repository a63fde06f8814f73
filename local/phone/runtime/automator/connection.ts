// Decides how the phone answers requests: one WebSocket to the server that served it.
import { view } from '../engine/view-queue'
import { taskTime } from '../score/task-time'
import type { MethodTable, Parameters } from './methods'

interface Request {
  client: number
  id: string
  method: string
  params?: Parameters
}

/** Requests that stand for something a person does; the others look, or touch with a finger, which says so itself. */
const DOES =
  /^(Tool\.native|App\.call|Phone\.(set|open|share)|(Page|Element)\.(setData|callMethod|callFunction)|Element\.(trigger|dispatch))/

/** The phone's end of the line. */
export class Connection {
  private readonly socket: WebSocket
  private readonly opened: Promise<void>

  constructor(
    id: string,
    private readonly methods: MethodTable,
  ) {
    this.socket = new WebSocket(`ws://${window.location.host}/frame/${encodeURIComponent(id)}`)
    this.opened = new Promise((resolve) => this.socket.addEventListener('open', () => resolve()))
    this.socket.addEventListener('message', ({ data }) => void this.answer(JSON.parse(String(data)) as Request))
  }

  /** Adds methods once the parts they need are there. */
  add(methods: MethodTable): void {
    Object.assign(this.methods, methods)
  }

  /** Tells every automator client. */
  send(method: string, params: unknown): void {
    void this.opened.then(() => this.socket.send(JSON.stringify({ method, params: toPlain(params) })))
  }

  private async answer({ client, id, method, params = {} }: Request): Promise<void> {
    const reply = (body: object) => this.socket.send(JSON.stringify({ client, id, ...body }))
    try {
      const run = this.methods[method]
      if (!run) throw new Error(`${method} is not supported`)
      // Whoever asks sees what was done before.
      await new Promise<void>((resolve) => view.whenDrawn(resolve))
      if (DOES.test(method)) taskTime.act()
      reply({ result: toPlain((await run(params)) ?? {}) })
    } catch (error) {
      reply({
        error: {
          message: error instanceof Error ? error.message : String((error as { errMsg?: string })?.errMsg ?? error),
        },
      })
    }
  }
}

/** What travels is JSON; what JSON cannot hold is named instead. */
function toPlain(value: unknown): unknown {
  const seen = new Set<unknown>()
  const text = JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'function') return undefined
    if (inner instanceof Error) return { name: inner.name, message: inner.message, stack: inner.stack }
    if (inner instanceof Node || inner instanceof Window) return '[object]'
    if (typeof inner === 'object' && inner !== null) {
      if (seen.has(inner)) return '[circular]'
      seen.add(inner)
    }
    return inner
  })
  return text === undefined ? undefined : (JSON.parse(text) as unknown)
}
