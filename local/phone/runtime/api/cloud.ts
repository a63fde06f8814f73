// Decides wx.cloud: calls and files go through the gateway, as the phone's owner.
import type { PhoneParts } from '../phone-parts'
import { ApiError, asynchronous, requireText, type Options, type WxTable } from './define-api'
import type { TempFiles } from './temp-files'
import { fail, tellOnce } from './unsupported'

interface TempUrl {
  fileID: string
  tempFileURL?: string
}

export function cloudApi({ settings, state, app }: PhoneParts, files: TempFiles): WxTable {
  const request = async (path: string, body: BodyInit, json: boolean): Promise<Record<string, unknown>> => {
    if (!state.online) throw new ApiError('errCode: -1 errMsg: request:fail network not available', { errCode: -1 })
    let response: Response
    try {
      response = await fetch(`/gateway/${path}`, {
        method: 'POST',
        body,
        ...(json && { headers: { 'content-type': 'application/json' } }),
      })
    } catch {
      throw new ApiError('errCode: -1 errMsg: request:fail the gateway does not answer', { errCode: -1 })
    }
    const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>
    const error = answer['error'] as { errCode?: number; errMsg?: string } | undefined
    if (error || !response.ok) {
      const { errCode = -1, errMsg = `gateway answered ${response.status}` } = error ?? {}
      throw new ApiError(`errCode: ${errCode} errMsg: ${errMsg}`, { errCode })
    }
    return answer
  }
  const post = (path: string, body: Options) => request(path, JSON.stringify(body), true)
  const define = (name: string, handler: (options: Options) => unknown) => asynchronous(`cloud.${name}`, handler)
  return {
    cloud: {
      init: () => undefined,
      callFunction: define('callFunction', async (options) => {
        const { openid } = settings
        const { result, requestID = '' } = await post('call', {
          openid,
          name: requireText(options, 'name'),
          data: options['data'] ?? {},
          appid: app.appId,
        })
        return { result, requestID }
      }),
      uploadFile: define('uploadFile', async (options) => {
        const path = encodeURIComponent(requireText(options, 'cloudPath'))
        const file = await files.read(requireText(options, 'filePath'))
        const { fileID } = await request(
          `upload?openid=${encodeURIComponent(settings.openid)}&path=${path}`,
          file,
          false,
        )
        return { fileID, statusCode: 200 }
      }),
      getTempFileURL: define('getTempFileURL', async (options) => {
        const { fileList } = await post('temp-url', { openid: settings.openid, fileList: options['fileList'] })
        return { fileList: (fileList as TempUrl[]).map(throughOwnOrigin) }
      }),
      downloadFile: define('downloadFile', async (options) => {
        const { fileList } = await post('temp-url', {
          openid: settings.openid,
          fileList: [requireText(options, 'fileID')],
        })
        const [entry] = (fileList as TempUrl[]).map(throughOwnOrigin)
        if (!entry?.tempFileURL) throw new ApiError('file does not exist', { errCode: -503003 })
        const response = await fetch(entry.tempFileURL)
        return { tempFilePath: files.add(await response.blob(), entry.fileID), statusCode: response.status }
      }),
      deleteFile: define('deleteFile', async (options) => {
        const { fileList } = await post('delete', { openid: settings.openid, fileList: options['fileList'] })
        return { fileList }
      }),
      database: () => {
        tellOnce('wx.cloud.database')
        return chain('database')
      },
    },
  }
}

/** What reads or writes of 「云开发 · 数据库」; everything else goes on to describe it. */
const ENDS = /^(get|add|update|set|remove|count|end)$/

/** A database that fails when it is asked: an app that only names one goes on. */
function chain(name: string): unknown {
  return new Proxy(() => chain(name), {
    get: (_, key) =>
      typeof key === 'symbol' || key === 'then'
        ? undefined
        : ENDS.test(key)
          ? (options: unknown) => fail(`${name}.${key}`, options)
          : chain(key),
  })
}

/** The cloud's files are reached through the phone's own server: a browser does not let a page read others. */
function throughOwnOrigin(entry: TempUrl): TempUrl {
  const { tempFileURL } = entry
  if (!tempFileURL) return entry
  const { pathname, search } = new URL(tempFileURL, window.location.origin)
  return pathname.startsWith('/cos/')
    ? { ...entry, tempFileURL: `${window.location.origin}${pathname}${search}` }
    : entry
}
