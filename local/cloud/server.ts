// Decides which address leads to which room of the cloud; one HTTP server, on the loopback address only.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Admin } from './admin'
import { CloudError, describe } from './errors'
import { clientError, type Gateway } from './gateway/gateway'
import type { Addresses } from './storage/addresses'
import type { FileStore } from './storage/file-store'

export interface Rooms {
  admin: Admin
  gateway: Gateway
  control: Record<string, (args: Record<string, unknown>) => unknown>
  files: FileStore
  addresses: Addresses
}

export const LOOPBACK = '127.0.0.1'
const ORIGIN_OF_THIS_MACHINE = /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/** Starts listening. @throws an Error with one clear sentence when the port is taken */
export async function listen(rooms: Rooms, port: number): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    handle(rooms, request, response).catch((error: unknown) => {
      sendJson(response, 500, { error: describe(error) })
    })
  })
  // Never closed from here: whoever is about to use a connection would find it gone.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      reject(taken ? new Error(`Port ${port} is already in use; choose another one with --port.`) : error)
    })
    server.listen(port, LOOPBACK, resolve)
  })
  return { server, port: (server.address() as AddressInfo).port }
}

async function handle(rooms: Rooms, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${LOOPBACK}`)
  allowOrigin(request, response)
  if (request.method === 'OPTIONS') return void response.writeHead(204).end()
  const body = await readBody(request)
  const contentType = request.headers['content-type'] ?? 'application/octet-stream'
  if (url.pathname.startsWith('/cos/')) return handleFile(rooms, request, response, url, body)
  if (request.method !== 'POST')
    return sendJson(response, 404, { error: `nothing here: ${request.method} ${url.pathname}` })
  if (url.pathname === '/admin') {
    const reply = await rooms.admin.answer(body, contentType)
    return void response.writeHead(200, { 'content-type': reply.contentType }).end(reply.body)
  }
  if (url.pathname === '/control') return handleControl(rooms, response, body)
  if (url.pathname.startsWith('/gateway/')) return handleGateway(rooms, response, url, body, contentType)
  sendJson(response, 404, { error: `nothing here: ${url.pathname}` })
}

async function handleGateway(
  rooms: Rooms,
  response: ServerResponse,
  url: URL,
  body: Buffer,
  contentType: string,
): Promise<void> {
  const { gateway } = rooms
  const query = (name: string) => url.searchParams.get(name) ?? ''
  try {
    const json = () => JSON.parse(body.toString() || '{}') as Record<string, unknown>
    const route = url.pathname.slice('/gateway/'.length)
    if (route === 'call') return sendJson(response, 200, await gateway.call(json()))
    if (route === 'upload')
      return sendJson(response, 200, gateway.upload(query('openid'), query('path'), body, contentType))
    if (route === 'temp-url') return sendJson(response, 200, gateway.tempUrl(json()))
    if (route === 'delete') return sendJson(response, 200, gateway.remove(json()))
    if (route === 'subscribe') return sendJson(response, 200, gateway.subscribe(json()))
    sendJson(response, 404, { error: { errCode: -1, errMsg: `nothing here: ${url.pathname}` } })
  } catch (error) {
    sendJson(response, 200, { error: clientError(error) })
  }
}

async function handleControl(rooms: Rooms, response: ServerResponse, body: Buffer): Promise<void> {
  try {
    const { op, ...args } = JSON.parse(body.toString() || '{}') as Record<string, unknown>
    const operation = rooms.control[String(op)]
    if (!operation) return sendJson(response, 404, { error: `no such operation: ${String(op)}` })
    sendJson(response, 200, await operation(args))
  } catch (error) {
    sendJson(response, 400, { error: describe(error), code: error instanceof CloudError ? error.code : undefined })
  }
}

function handleFile(rooms: Rooms, request: IncomingMessage, response: ServerResponse, url: URL, body: Buffer): void {
  const path = decodeURIComponent(url.pathname.slice('/cos/'.length))
  if (request.method === 'PUT') {
    if (!rooms.addresses.mayWrite(path, String(request.headers['signature']))) return refuseFile(response)
    rooms.files.put(path, body, request.headers['content-type'] ?? 'application/octet-stream')
    return void response.writeHead(200).end()
  }
  if (!rooms.addresses.mayRead(path, url.searchParams)) return refuseFile(response)
  const file = rooms.files.get(path)
  if (!file)
    return void response
      .writeHead(404, { 'content-type': 'application/xml' })
      .end('<Error><Code>NoSuchKey</Code></Error>')
  response.writeHead(200, { 'content-type': file.type, 'content-length': file.content.length })
  response.end(request.method === 'HEAD' ? undefined : file.content)
}

/** COS's word for an address that is not signed, or not any more. */
function refuseFile(response: ServerResponse): void {
  response
    .writeHead(403, { 'content-type': 'application/xml' })
    .end('<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>')
}

/** The desk's page is served from another port of this machine. */
function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers
  if (origin === undefined || !ORIGIN_OF_THIS_MACHINE.test(origin)) return
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-allow-headers', 'content-type')
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, OPTIONS')
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value ?? {}))
}
