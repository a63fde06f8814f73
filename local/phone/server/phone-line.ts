// Decides how automator clients and the server reach a phone: the phone's page holds one WebSocket.
import type { WebSocket } from 'ws'

interface Reply {
  client?: number
  id?: string
  method?: string
  params?: unknown
  result?: unknown
  error?: { message: string }
}
interface Waiting {
  resolve(result: unknown): void
  reject(error: Error): void
}

/** The server's own requests carry this client number. */
const SERVER = 0

/** The line to one phone. */
export class PhoneLine {
  private phone: WebSocket | undefined
  private readonly clients = new Map<number, WebSocket>()
  private readonly waiting = new Map<string, Waiting>()
  private readonly readyListeners: (() => void)[] = []
  private lastClient = SERVER
  private lastId = 0
  private isReady = false

  /** Requests the server answers itself, such as screenshots. */
  constructor(private readonly own: Record<string, () => Promise<unknown>>) {}

  /** The phone's page called in; an earlier page is gone. */
  attachPhone(socket: WebSocket): void {
    this.phone?.close()
    this.phone = socket
    this.isReady = false
    socket.on('message', (data) => this.hear(JSON.parse(String(data)) as Reply))
    socket.on('close', () => {
      if (this.phone !== socket) return
      this.phone = undefined
      for (const { reject } of this.waiting.values()) reject(new Error('the phone was closed'))
      this.waiting.clear()
    })
  }

  attachClient(socket: WebSocket): void {
    const number = (this.lastClient += 1)
    this.clients.set(number, socket)
    socket.on('close', () => this.clients.delete(number))
    socket.on('message', (data) => {
      const request = JSON.parse(String(data)) as { id: string; method: string }
      const own = this.own[request.method]
      if (!own) return this.forward(number, request)
      own().then(
        (result) => socket.send(JSON.stringify({ id: request.id, result })),
        (error: Error) => socket.send(JSON.stringify({ id: request.id, error: { message: error.message } })),
      )
    })
  }

  /** Asks the phone something and waits. */
  request(method: string, params: object = {}): Promise<unknown> {
    const id = String((this.lastId += 1))
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.forward(SERVER, { id, method, params })
    })
  }

  /** Resolves when the phone's first page is shown. */
  whenReady(): Promise<void> {
    return this.isReady ? Promise.resolve() : new Promise((resolve) => this.readyListeners.push(resolve))
  }

  get isConnected(): boolean {
    return this.phone !== undefined
  }

  /** Waits for the next start, before a reload. */
  forgetReady(): void {
    this.isReady = false
  }

  close(): void {
    for (const socket of [...this.clients.values(), this.phone]) socket?.close()
  }

  private forward(client: number, request: { id: string; method: string; params?: object }): void {
    if (this.phone) this.phone.send(JSON.stringify({ client, ...request }))
    else this.hear({ client, id: request.id, error: { message: 'the phone is not on: open it on the desk first' } })
  }

  private hear({ client, id, method, params, result, error }: Reply): void {
    if (method === 'Phone.ready') {
      this.isReady = true
      for (const listener of this.readyListeners.splice(0)) listener()
    } else if (method) {
      for (const socket of this.clients.values()) socket.send(JSON.stringify({ method, params }))
    } else if (client === SERVER && id) {
      const waiting = this.waiting.get(id)
      this.waiting.delete(id)
      if (error) waiting?.reject(new Error(error.message))
      else waiting?.resolve(result)
    } else if (client) this.clients.get(client)?.send(JSON.stringify(error ? { id, error } : { id, result }))
  }
}
