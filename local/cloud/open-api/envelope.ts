// Decides how an open API call is wrapped on the wire: a multipart form around a protobuf message.
import protobuf from 'protobufjs/minimal.js'
import { CloudError } from '../errors'

const LENGTH_DELIMITED = 2
const VARINT = 0

/** CommApiData: the kind of call, the parameters, or the inner call of getOpenData. */
const REQUEST = { apiType: 1, openapiData: 2, svrkitData: 4 }
const API_TYPE_SVRKIT = 2

export type OpenApiRequest = { kind: 'api'; values: Record<string, unknown> } | { kind: 'openData'; cloudIds: string[] }

/** What an open API answers: JSON with `errcode`, or a file. */
export type OpenApiReply =
  { json: Record<string, unknown> } | { content: Buffer; contentType: string } | { systemError: number }

/** The fields of a multipart form by name. @throws INVALID_PARAM when it is not one */
export function readForm(body: Buffer, contentType: string): Map<string, Buffer> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  if (boundary === undefined) throw new CloudError('INVALID_PARAM', 'multipart form without a boundary')
  const mark = Buffer.from(`--${boundary}`)
  const fields = new Map<string, Buffer>()
  for (let at = body.indexOf(mark); at >= 0;) {
    const next = body.indexOf(mark, at + mark.length)
    if (next < 0) break
    const part = body.subarray(at + mark.length + 2, next - 2)
    const head = part.indexOf('\r\n\r\n')
    const name = /name="([^"]+)"/.exec(part.subarray(0, head).toString())?.[1]
    if (name !== undefined) fields.set(name, part.subarray(head + 4))
    at = next
  }
  return fields
}

export function readRequest(message: Buffer): OpenApiRequest {
  const fields = readMessage(message)
  if (fields.number(REQUEST.apiType) === API_TYPE_SVRKIT) {
    const inner = readMessage(readMessage(fields.bytes(REQUEST.svrkitData)).bytes(2))
    return { kind: 'openData', cloudIds: inner.all(2).map(String) }
  }
  const values: Record<string, unknown> = {}
  for (const item of readMessage(fields.bytes(REQUEST.openapiData)).all(1)) {
    const pair = readMessage(item)
    values[pair.bytes(1).toString()] = readJson(pair.bytes(2))
  }
  return { kind: 'api', values }
}

/** CommOpenApiResp. */
export function writeReply(reply: OpenApiReply): Buffer {
  const writer = protobuf.Writer.create()
  const content =
    'json' in reply ? Buffer.from(JSON.stringify(reply.json)) : 'content' in reply ? reply.content : Buffer.alloc(0)
  writer.uint32(tag(1, LENGTH_DELIMITED)).bytes(content)
  writer.uint32(tag(2, LENGTH_DELIMITED)).string('contentType' in reply ? reply.contentType : 'application/json')
  writer.uint32(tag(3, VARINT)).int32('systemError' in reply ? reply.systemError : 0)
  writer.uint32(tag(4, VARINT)).uint32(200)
  writer.uint32(tag(6, VARINT)).int32(0)
  return Buffer.from(writer.finish())
}

/** The reply of getOpenData: for every cloud id its open data as JSON. */
export function writeOpenData(entries: { cloudId: string; json: string }[]): Buffer {
  const writer = protobuf.Writer.create()
  for (const { cloudId, json } of entries) {
    writer.uint32(tag(1, LENGTH_DELIMITED)).fork()
    writer.uint32(tag(1, LENGTH_DELIMITED)).string(cloudId)
    writer.uint32(tag(2, LENGTH_DELIMITED)).string(json)
    writer.ldelim()
  }
  return Buffer.from(writer.finish())
}

function tag(field: number, wire: number): number {
  return (field << 3) | wire
}

interface Message {
  number(field: number): number
  bytes(field: number): Buffer
  all(field: number): Buffer[]
}

function readMessage(bytes: Buffer): Message {
  const reader = protobuf.Reader.create(bytes)
  const numbers = new Map<number, number>()
  const chunks = new Map<number, Buffer[]>()
  while (reader.pos < reader.len) {
    const header = reader.uint32()
    const [field, wire] = [header >>> 3, header & 7]
    if (wire === LENGTH_DELIMITED) chunks.set(field, [...(chunks.get(field) ?? []), Buffer.from(reader.bytes())])
    else if (wire === VARINT) numbers.set(field, reader.int32())
    else reader.skipType(wire)
  }
  return {
    number: (field) => numbers.get(field) ?? 0,
    bytes: (field) => chunks.get(field)?.[0] ?? Buffer.alloc(0),
    all: (field) => chunks.get(field) ?? [],
  }
}

/** Values are JSON texts; a plain text stands for itself. */
function readJson(bytes: Buffer): unknown {
  const text = bytes.toString()
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
