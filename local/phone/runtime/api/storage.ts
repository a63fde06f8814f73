// Decides the phone's key-value storage: one store for each phone and run.
import type { PhoneParts } from '../phone-parts'
import { ApiError, asynchronousAll, requireText, type Options, type WxTable } from './define-api'

/** 「wx.setStorage」: one key holds at most 1 MB, the whole store 10 MB. */
const KEY_LIMIT = 1024 * 1024
const STORE_LIMIT_KB = 10240

export function storageApi({ settings }: PhoneParts): WxTable {
  const prefix = `${settings.run}:${settings.id}:`
  const keys = () =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))
  const read = (key: string) => {
    const text = localStorage.getItem(prefix + key)
    return text === null ? undefined : (JSON.parse(text) as { value: unknown })
  }
  const write = (key: string, value: unknown) => {
    const text = JSON.stringify({ value })
    if (text.length > KEY_LIMIT) throw new ApiError('exceed max size')
    localStorage.setItem(prefix + key, text)
  }
  const remove = (key: string) => localStorage.removeItem(prefix + key)
  const info = () => {
    const size = keys().reduce((sum, key) => sum + (localStorage.getItem(prefix + key)?.length ?? 0), 0)
    return { keys: keys(), currentSize: Math.ceil(size / 1024), limitSize: STORE_LIMIT_KB }
  }
  const clear = () => keys().forEach(remove)
  return {
    getStorageSync: (key: string) => read(key)?.value ?? '',
    setStorageSync: write,
    removeStorageSync: remove,
    clearStorageSync: clear,
    getStorageInfoSync: info,
    ...asynchronousAll({
      getStorage: (options) => {
        const found = read(requireText(options, 'key'))
        if (!found) throw new ApiError('data not found')
        return { data: found.value }
      },
      setStorage: (options: Options) => write(requireText(options, 'key'), options['data']),
      removeStorage: (options) => remove(requireText(options, 'key')),
      clearStorage: clear,
      getStorageInfo: info,
    }),
  }
}
