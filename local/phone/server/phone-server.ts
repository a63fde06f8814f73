// Decides what the phones' server answers: phones, the app's files, icons, the cloud behind it.
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, extname, join } from 'node:path'
import { WebSocketServer } from 'ws'
import { answerAppRequest, type RequestRules } from './app-requests'
import { mimeType } from './mime-types'
import { passOn } from './gateway-proxy'
import type { PhoneLine } from './phone-line'
import { readBody } from './read-body'

/** Answers a request, or leaves it to the next. */
export type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => boolean | Promise<boolean>

export interface ServerParts {
  port: number
  gatewayUrl: string | undefined
  /** HTML of a phone, or undefined when there is none. */
  renderPhone(id: string): string | undefined
  findLine(id: string): PhoneLine | undefined
  /** Text of `/phone-app.js` and `/phone-runtime.js`. */
  scripts(): { app: string; runtime: string }
  /** Disk path of a file of the mini program. */
  findAsset(path: string): string
  /** Answers `phone.*` control operations; others go to the cloud. */
  control(op: Record<string, unknown>): Promise<unknown>
  /** What answers the app's wx.request. */
  requests: RequestRules
  /** Tells the phones that the cloud's clock may have moved. */
  onClockMoved(): void
}

const { resolve } = createRequire(import.meta.url)
const iconFolder = join(dirname(resolve('tdesign-icons-svg/package.json')), 'src')
const fontFolder = dirname(resolve('@fontsource-variable/noto-sans-sc'))

/** Starts the server on loopback. */
export async function startPhoneServer(parts: ServerParts, routes: Route[]): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    answer(parts, routes, request, response).catch((error: Error) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
      response.end(error.message)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(parts.port, '127.0.0.1', resolve)
  })
  // Only now: a socket server would pass a failed listening on, and nobody listens to it there.
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket, request) => {
    const [, kind, id = ''] = (request.url ?? '').split('/')
    const line = parts.findLine(decodeURIComponent(id))
    if (line && kind === 'frame') line.attachPhone(socket)
    else if (line && kind === 'phone') line.attachClient(socket)
    else socket.close(1008, 'no such phone')
  })
  return { server, port: (server.address() as AddressInfo).port }
}

async function answer(
  parts: ServerParts,
  routes: Route[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const { pathname } = url
  for (const route of routes) if (await route(request, response, url)) return
  if (pathname.startsWith('/gateway/') || pathname.startsWith('/cos/'))
    return passOn(request, response, parts.gatewayUrl)
  if (pathname === '/request') return answerAppRequest(parts.requests, request, response)
  if (pathname === '/control') return answerControl(parts, request, response)
  if (pathname.startsWith('/frame/')) {
    const page = parts.renderPhone(decodeURIComponent(pathname.slice('/frame/'.length)))
    return page ? send(response, page, 'text/html') : refuse(response)
  }
  if (pathname === '/phone-app.js') return send(response, parts.scripts().app, 'text/javascript')
  if (pathname === '/phone-runtime.js') return send(response, parts.scripts().runtime, 'text/javascript')
  if (pathname.startsWith('/icons/')) return sendIcon(response, pathname.slice('/icons/'.length))
  if (pathname.startsWith('/fonts/')) return sendFont(response, pathname.slice('/fonts/'.length))
  if (pathname.startsWith('/app/'))
    return sendAsset(response, parts.findAsset(decodeURIComponent(pathname.slice('/app/'.length))))
  refuse(response)
}

async function answerControl(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request)
  const op = JSON.parse(body.toString() || '{}') as Record<string, unknown>
  if (String(op['op']).startsWith('phone.'))
    return send(response, JSON.stringify(await parts.control(op)), 'application/json')
  if (/^clock\.(set|advance)$/.test(String(op['op']))) response.on('finish', () => parts.onClockMoved())
  if (parts.gatewayUrl) passOn(request, response, parts.gatewayUrl, body)
  else response.writeHead(204).end()
}

/** Sends a text with its type. */
export function send(response: ServerResponse, text: string, type: string): void {
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(text)
}

function refuse(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('not found')
}

/** tdesign-icons-svg writes `view-box`, which only HTML parsers accept. */
function sendIcon(response: ServerResponse, name: string): void {
  const file = join(iconFolder, name)
  if (!/^[\w-]+\.svg$/.test(name) || !existsSync(file)) return refuse(response)
  response.writeHead(200, { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=3600' })
  response.end(readFileSync(file, 'utf8').replace('view-box=', 'viewBox='))
}

/** The web font for machines without Chinese: its sheet, and the slices of characters a page needs. */
function sendFont(response: ServerResponse, name: string): void {
  if (!/^(index\.css|files\/[\w-]+\.woff2)$/.test(name)) return refuse(response)
  const file = join(fontFolder, ...name.split('/'))
  if (!existsSync(file)) return refuse(response)
  const type = name.endsWith('.css') ? 'text/css' : mimeType('.woff2')
  response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=3600' })
  createReadStream(file).pipe(response)
}

function sendAsset(response: ServerResponse, file: string): void {
  const type = mimeType(extname(file))
  if (file.includes('..') || !type || !existsSync(file)) return refuse(response)
  // A picture may be edited while the phone runs.
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' })
  createReadStream(file).pipe(response)
}
