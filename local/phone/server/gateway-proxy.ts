// Decides how the phones reach the cloud: through their own origin, passed on unchanged.
import { request, type IncomingMessage, type ServerResponse } from 'node:http'

/** Passes a request on to the cloud. */
export function passOn(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  gatewayUrl: string | undefined,
  body?: Buffer,
): void {
  if (!gatewayUrl) {
    incoming.resume()
    outgoing
      .writeHead(503, { 'content-type': 'application/json' })
      .end(JSON.stringify({ error: { errCode: -1, errMsg: 'no cloud is connected' } }))
    return
  }
  const target = new URL(incoming.url ?? '/', gatewayUrl)
  const onward = request(
    target,
    { method: incoming.method ?? 'GET', headers: { ...incoming.headers, host: target.host } },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    },
  )
  onward.on('error', () => {
    if (!outgoing.headersSent) outgoing.writeHead(502, { 'content-type': 'application/json' })
    outgoing.end(JSON.stringify({ error: { errCode: -1, errMsg: 'the cloud does not answer' } }))
  })
  if (body) onward.end(body)
  else incoming.pipe(onward)
}
