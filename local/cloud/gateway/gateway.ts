// Decides what the phone's `wx.cloud` gets: function calls in a user's name, files, subscriptions.
import { CloudError, describe } from '../errors'
import { InjectedFault } from '../faults'
import type { Functions } from '../functions/functions'
import { MAX_FILE_BYTES, MAX_TEMPLATES_PER_TAP } from '../limits'
import type { Subscriptions } from '../open-api/subscriptions'
import type { Visits } from '../open-api/visits'
import type { Rules } from '../rules/rules'
import { checkPath, describeDownload } from '../storage/actions'
import type { Addresses } from '../storage/addresses'
import { fileIdOf, pathOf, type FileStore } from '../storage/file-store'

export interface GatewayServices {
  functions: Functions
  files: FileStore
  visits: Visits
  subscriptions: Subscriptions
  rules: Rules
  addresses: Addresses
}

/** A security rule says no. */
const NO_AUTHORITY = -503002
const NO_FILE = -503003

/** The client's numbers for the cloud's words; -501001 (system error) for the rest. */
const CLIENT_CODES: Record<string, number> = {
  FUNCTION_NOT_FOUND: -501000,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT: -604001,
  INVALID_PARAM: -501007,
  STORAGE_REQUEST_FAIL: -503001,
  STORAGE_EXCEED_AUTHORITY: NO_AUTHORITY,
  EXCEED_AUTHORITY: NO_AUTHORITY,
}

export interface GatewayError {
  errCode: number
  errMsg: string
}

type Body = Record<string, unknown>

export class Gateway {
  constructor(private readonly services: GatewayServices) {}

  /** `POST /gateway/call {openid, name, data}` → `{result}`. */
  async call(body: Body): Promise<{ result: unknown }> {
    const openid = textOf(body, 'openid')
    const name = textOf(body, 'name')
    this.services.visits.record(openid)
    if (this.services.functions.find(name) && !this.services.rules.mayInvoke(openid, name)) {
      throw new CloudError('EXCEED_AUTHORITY', `the security rule of ${name} does not let a client call it`)
    }
    const reply = await this.services.functions.call(name, JSON.stringify(body['data'] ?? {}), openid, 'wx_client')
    return { result: JSON.parse(reply) as unknown }
  }

  /** `POST /gateway/upload?openid=..&path=..` with the file as body → `{fileID}`. */
  upload(openid: string, path: string, content: Buffer, contentType: string): { fileID: string } {
    if (content.length > MAX_FILE_BYTES) throw new CloudError('STORAGE_REQUEST_FAIL', 'file too large')
    this.services.visits.record(openid)
    if (!this.may('write', openid, checkPath(path))) {
      throw new CloudError('STORAGE_EXCEED_AUTHORITY', `the security rule does not let this client write ${path}`)
    }
    this.services.files.put(path, content, contentType, openid)
    return { fileID: fileIdOf(path) }
  }

  /** A file that is not there yet is its maker's. */
  private may(act: 'read' | 'write', openid: string, path: string): boolean {
    const { files, rules } = this.services
    return rules.mayTouch(act, openid, { openid: files.ownerOf(path) ?? openid, path })
  }

  /** `POST /gateway/temp-url {openid, fileList}`; entries are file ids or `{fileID, maxAge}`. */
  tempUrl(body: Body): { fileList: object[] } {
    const wanted = listOf(body, 'fileList').map((item) =>
      typeof item === 'string' ? { fileID: item } : (item as { fileID: string; maxAge?: number }),
    )
    const { files, addresses } = this.services
    return {
      fileList: wanted.map(({ fileID, maxAge }) => {
        const status = this.statusOf('read', body, fileID)
        if (status !== 0) return { fileID, tempFileURL: '', ...outcomeOf(status) }
        const { tempFileURL, maxAge: age } = describeDownload(files, addresses, fileID, maxAge)
        return { fileID, tempFileURL, maxAge: age, ...outcomeOf(status) }
      }),
    }
  }

  /** `POST /gateway/delete {openid, fileList}`. */
  remove(body: Body): { fileList: object[] } {
    return {
      fileList: listOf(body, 'fileList').map((fileID) => {
        const status = this.statusOf('write', body, String(fileID))
        if (status === 0) this.services.files.remove(pathOf(String(fileID)) ?? '')
        return { fileID, ...outcomeOf(status) }
      }),
    }
  }

  /** 0, or why this client may not do this to the file. */
  private statusOf(act: 'read' | 'write', { openid = '' }: Body, fileId: string): number {
    const path = pathOf(fileId)
    if (path === undefined || !this.services.files.has(path)) return NO_FILE
    return this.may(act, String(openid), path) ? 0 : NO_AUTHORITY
  }

  /** `POST /gateway/subscribe {openid, tmplIds}`: the user accepted one message of each template. */
  subscribe(body: Body): Record<string, string> {
    const tmplIds = listOf(body, 'tmplIds').map(String)
    if (tmplIds.length === 0 || tmplIds.length > MAX_TEMPLATES_PER_TAP) {
      throw new CloudError('INVALID_PARAM', `between 1 and ${MAX_TEMPLATES_PER_TAP} templates can be asked for`)
    }
    this.services.subscriptions.accept(textOf(body, 'openid'), tmplIds)
    return { errMsg: 'requestSubscribeMessage:ok', ...Object.fromEntries(tmplIds.map((id) => [id, 'accept'])) }
  }
}

function outcomeOf(status: number): { status: number; errMsg: string } {
  if (status === 0) return { status, errMsg: 'ok' }
  return { status, errMsg: status === NO_FILE ? 'storage file not exists' : 'storage permission denied' }
}

/** An error as `wx.cloud` shows it. */
export function clientError(error: unknown): GatewayError {
  if (error instanceof InjectedFault) return { errCode: error.errcode, errMsg: error.message }
  const code = error instanceof CloudError ? error.code : 'SYS_ERR'
  return { errCode: CLIENT_CODES[code] ?? -501001, errMsg: `cloud.callFunction:fail ${code}: ${describe(error)}` }
}

function textOf(body: Body, key: string): string {
  const value = body[key]
  if (typeof value !== 'string' || value === '') throw new CloudError('INVALID_PARAM', `${key} is missing`)
  return value
}

function listOf(body: Body, key: string): unknown[] {
  const value = body[key]
  if (!Array.isArray(value)) throw new CloudError('INVALID_PARAM', `${key} must be a list`)
  return value
}
