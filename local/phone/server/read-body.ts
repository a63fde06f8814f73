// Decides how a request's body is read.
import type { IncomingMessage } from 'node:http'

/** The whole body. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** The body as JSON; an empty one is an empty object. */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  return JSON.parse((await readBody(request)).toString() || '{}') as unknown
}
