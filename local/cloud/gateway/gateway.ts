// Decides what the phone's `wx.cloud` gets: function calls in a user's name, files, and the acceptance of subscription messages.
import { CloudError, describe } from '../errors'
import { InjectedFault } from '../faults'
import type { Functions } from '../functions/functions'
import { MAX_FILE_BYTES, MAX_TEMPLATES_PER_TAP } from '../limits'
import type { Subscriptions } from '../open-api/subscriptions'
import type { Visits } from '../open-api/visits'
import { checkPath, describeDownload } from '../storage/actions'
import { fileIdOf, pathOf, type FileStore } from '../storage/file-store'

export interface GatewayServices {
  functions: Functions
  files: FileStore
  visits: Visits
  subscriptions: Subscriptions
  base: () => string
}

/** The client's numbers for the cloud's words; -501001 (system error) for the rest. */
const CLIENT_CODES: Record<string, number> = {
  FUNCTION_NOT_FOUND: -501000,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT: -604001,
  INVALID_PARAM: -501007,
  STORAGE_REQUEST_FAIL: -503001,
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
    this.services.visits.record(openid)
    const reply = await this.services.functions.call(
      textOf(body, 'name'),
      JSON.stringify(body['data'] ?? {}),
      openid,
      'wx_client',
    )
    return { result: JSON.parse(reply) as unknown }
  }

  /** `POST /gateway/upload?openid=..&path=..` with the file as body → `{fileID}`. */
  upload(openid: string, path: string, content: Buffer, contentType: string): { fileID: string } {
    if (content.length > MAX_FILE_BYTES) throw new CloudError('STORAGE_REQUEST_FAIL', 'file too large')
    this.services.visits.record(openid)
    this.services.files.put(checkPath(path), content, contentType)
    return { fileID: fileIdOf(path) }
  }

  /** `POST /gateway/temp-url {fileList}`; entries are file ids or `{fileID, maxAge}`. */
  tempUrl(body: Body): { fileList: object[] } {
    const wanted = listOf(body, 'fileList').map((item) =>
      typeof item === 'string' ? { fileID: item } : (item as { fileID: string }),
    )
    return {
      fileList: wanted.map(({ fileID }) => {
        const { code, tempFileURL, maxAge } = describeDownload(this.services.files, this.services.base(), fileID)
        const found = code === 'SUCCESS'
        return {
          fileID,
          tempFileURL,
          maxAge,
          status: found ? 0 : -503003,
          errMsg: found ? 'ok' : 'storage file not exists',
        }
      }),
    }
  }

  /** `POST /gateway/delete {fileList}`. */
  remove(body: Body): { fileList: object[] } {
    return {
      fileList: listOf(body, 'fileList').map((fileID) => {
        const path = pathOf(String(fileID))
        const found = path !== undefined && this.services.files.remove(path)
        return { fileID, status: found ? 0 : -503003, errMsg: found ? 'ok' : 'storage file not exists' }
      }),
    }
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
