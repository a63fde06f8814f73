// Decides how `POST /admin` is answered: one endpoint for database, storage, functions and open API.
import { randomUUID } from 'node:crypto'
import { databaseActions, type DatabaseAction, type Params, type Reply } from './database/actions'
import type { CloudDatabase } from './database/database'
import { CloudError, describe, refuseUnsupported } from './errors'
import { InjectedFault, type Faults } from './faults'
import type { Functions } from './functions/functions'
import type { Invocation, Invocations } from './invocations'
import { fail, type OpenApi } from './open-api/apis'
import { readForm, readRequest, writeOpenData, writeReply, type OpenApiReply } from './open-api/envelope'
import { storageActions } from './storage/actions'
import type { Addresses } from './storage/addresses'
import type { FileStore } from './storage/file-store'

export interface AdminServices {
  database: CloudDatabase
  files: FileStore
  functions: Functions
  invocations: Invocations
  faults: Faults
  openApis: Record<string, OpenApi>
  now: () => number
  addresses: Addresses
  log: (line: string) => void
}

export interface AdminResponse {
  contentType: string
  body: string | Buffer
}

/** WeChat's system errors, in CommOpenApiResp.errorCode. */
const API_NOT_FOUND = -604100
const NO_PERMISSION = -604101
/** What work of an environment that is gone hears: its cloud is not there any more. */
const NO_ANSWER = new Promise<never>(() => undefined)

export class Admin {
  private readonly database: Record<string, DatabaseAction>
  private readonly storage: Record<string, (params: Params) => Reply>

  constructor(private readonly services: AdminServices) {
    this.database = databaseActions(services.database, services.now)
    this.storage = storageActions(services.files, services.addresses)
  }

  /** Answers one request; never rejects. */
  async answer(body: Buffer, contentType: string): Promise<AdminResponse> {
    const requestId = randomUUID()
    try {
      if (contentType.startsWith('multipart/')) return await this.answerOpenApi(readForm(body, contentType))
      const params = JSON.parse(body.toString()) as Params
      return asJson({ requestId, ...(await this.dispatch(params)) })
    } catch (error) {
      if (!(error instanceof CloudError))
        this.services.log(`admin: ${error instanceof Error ? (error.stack ?? '') : String(error)}`)
      const code = error instanceof CloudError ? error.code : 'SYS_ERR'
      return asJson({ requestId, code, message: describe(error) })
    }
  }

  private dispatch(params: Params): Promise<Reply> {
    const action = String(params['action'])
    const [group = '', name = ''] = action.split('.')
    if (this.services.invocations.isForeign(params['wxCloudApiToken'])) return NO_ANSWER
    const invocation = this.services.invocations.find(params['wxCloudApiToken'])
    const count = this.services.invocations.countOf(invocation)
    if (group === 'database') {
      count.database[name] = (count.database[name] ?? 0) + 1
      const targets = ['database:*', `database:${name}`, `database:${name}:${String(params['collectionName'])}`]
      return this.services.faults.around(targets, () => this.runDatabase(name, params, invocation))
    }
    count.others[action] = (count.others[action] ?? 0) + 1
    if (group === 'storage') {
      return this.services.faults.around(['storage:*', `storage:${name}`], () => this.runStorage(name, params))
    }
    if (action === 'functions.invokeFunction') return this.invoke(params, invocation)
    throw refuseUnsupported(`the action ${action}`)
  }

  private async runDatabase(name: string, params: Params, invocation: Invocation | undefined): Promise<Reply> {
    const action = this.database[name]
    if (!action) throw refuseUnsupported(`the action database.${name}`)
    try {
      return await action(params, this.services.invocations.counted(invocation))
    } catch (error) {
      if (error instanceof CloudError) throw error
      throw new CloudError('DATABASE_REQUEST_FAILED', describe(error))
    }
  }

  private runStorage(name: string, params: Params): Reply {
    const action = this.storage[name]
    if (!action) throw refuseUnsupported(`the action storage.${name}`)
    return action(params)
  }

  private async invoke(params: Params, caller: Invocation | undefined): Promise<Reply> {
    const data =
      typeof params['request_data'] === 'string' && params['request_data'] !== '' ? params['request_data'] : '{}'
    const source = `${caller?.source ?? 'wx_unknown'},scf` as const
    const name = String(params['function_name'])
    return { data: { response_data: await this.services.functions.call(name, data, caller?.openid ?? '', source) } }
  }

  private async answerOpenApi(form: Map<string, Buffer>): Promise<AdminResponse> {
    const name = form.get('apiName')?.toString() ?? ''
    const request = readRequest(form.get('requestData') ?? Buffer.alloc(0))
    if (request.kind === 'openData')
      return asProtobuf({ content: openData(request.cloudIds), contentType: 'application/octet-stream' })
    const token = form.get('wxCloudApiToken')?.toString()
    if (this.services.invocations.isForeign(token)) return NO_ANSWER
    const invocation = this.services.invocations.find(token)
    const count = this.services.invocations.countOf(invocation)
    count.others[`openapi.${name}`] = (count.others[`openapi.${name}`] ?? 0) + 1
    const allowed = invocation && this.services.functions.find(invocation.functionName)?.openapi.has(name)
    if (invocation && !allowed) return asProtobuf({ systemError: NO_PERMISSION })
    const api = this.services.openApis[name]
    if (!api) return asProtobuf({ systemError: API_NOT_FOUND })
    try {
      return asProtobuf(await this.services.faults.around(['openapi:*', `openapi:${name}`], () => api(request.values)))
    } catch (error) {
      if (error instanceof InjectedFault) return asProtobuf(fail(error.errcode, error.message))
      throw error
    }
  }
}

/** A phone number that is nobody's, marked as the stand-in's. */
function openData(cloudIds: string[]): Buffer {
  const data = { phoneNumber: '13000000000', purePhoneNumber: '13000000000', countryCode: '86' }
  return writeOpenData(cloudIds.map((cloudId) => ({ cloudId, json: JSON.stringify({ cloudID: cloudId, data }) })))
}

function asJson(value: unknown): AdminResponse {
  return { contentType: 'application/json; charset=utf-8', body: JSON.stringify(value) }
}

function asProtobuf(reply: OpenApiReply): AdminResponse {
  return { contentType: 'application/octet-stream', body: writeReply(reply) }
}
