// Decides what the pool and its workers say to each other.

export interface WorkerSettings {
  /** Shared memory of the cloud's clock. */
  clock: SharedArrayBuffer
  functionsDir: string
  /** Load the SDK before the first invocation. */
  preload: boolean
  /** Stack traces name the source, where a function's code says at its end where its source map lies. */
  sourceMaps: boolean
}

/** The worker drops the function it has loaded: the next invocation is as cold as the first, only the SDK is there. */
export interface ForgetMessage {
  forget: true
}

export interface InvokeMessage {
  id: string
  directory: string
  event: unknown
  context: unknown
  /** The environment of this invocation: who calls, from where. */
  env: Record<string, string>
}

/** The function's code is loaded and its work begins; from here on its time limit counts. */
export interface StartedMessage {
  started: string
}

export interface ReplyMessage {
  id: string
  /** JSON text. */
  result?: string
  error?: string
}
