// Decides what `wx` is: every API of this phone, mocks in front of them.
import type { ApiNames } from '../../api-names'
import type { PhoneParts } from '../phone-parts'
import { BUILT_IN_TAGS } from '../../built-in-tags'
import { BUILT_INS } from '../components/all'
import { OPEN_TYPES } from '../components/button'
import { allProperties } from '../engine/built-in'
import { accountApi } from './account'
import { animationApi } from './animation'
import { cloudApi } from './cloud'
import type { WxFunction, WxTable } from './define-api'
import { filesApi } from './files'
import { legacyCanvasApi } from './legacy-canvas'
import { mediaApi } from './media'
import { networkApi } from './network'
import { panelsApi } from './panels'
import { routingApi } from './routing'
import { sharingApi } from './sharing'
import { storageApi } from './storage'
import { systemApi } from './system'
import type { TempFiles } from './temp-files'
import { Unsupported } from './unsupported'
import { viewQueriesApi } from './view-queries'

/** `wx`, and the mocks the automator lays over it. */
export interface Wx {
  table: WxTable
  mocks: Map<string, WxFunction>
  /** The API without mocks. */
  originals: WxTable
}

/**
 * Builds `wx`.
 * @param names every name WeChat documents: those the phone lacks fail when they are called
 */
export function createWx(phone: PhoneParts, files: TempFiles, names: ApiNames): Wx {
  const unsupported = new Unsupported(names)
  const deprecated = new Set(names.deprecated)
  const mocks = new Map<string, WxFunction>()
  const originals: WxTable = {
    ...routingApi(phone),
    ...storageApi(phone),
    ...panelsApi(phone),
    ...systemApi(phone),
    ...cloudApi(phone, files),
    ...mediaApi(phone, files),
    ...filesApi(files),
    ...accountApi(phone),
    ...animationApi(),
    ...sharingApi(),
    ...viewQueriesApi(phone),
    ...networkApi(phone, files),
    ...legacyCanvasApi(unsupported),
  }
  originals['canIUse'] = (schema: string) => canIUse(schema, originals)
  const table = new Proxy(originals, {
    get(target, key) {
      if (typeof key !== 'string') return undefined
      if (deprecated.has(key)) phone.score.hearInterface(key)
      return mocks.get(key) ?? target[key] ?? unsupported.get(key)
    },
    has: (target, key) => key in target || (typeof key === 'string' && unsupported.has(key)),
  })
  return { table, mocks, originals }
}

/** `button.open-type.share`: the component, its attribute, and a value where the phone knows them all. */
function hasAttribute(tag: string, [attribute, option]: string[]): boolean {
  if (attribute === undefined) return true
  const property = attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const builtIn = BUILT_INS.find((known) => known.tag === tag)
  const isEvent = attribute.startsWith('bind')
  if (!builtIn || !(isEvent || property in allProperties(builtIn))) return false
  return tag === 'button' && property === 'openType' && option !== undefined ? option in OPEN_TYPES : true
}

/** `api`, `api.object.x`, `component` or `component.attribute.value`: what the phone has. */
function canIUse(schema: string, originals: WxTable): boolean {
  const [name = '', ...rest] = schema.split('.')
  if (BUILT_IN_TAGS.has(name)) return hasAttribute(name, rest)
  const found = originals[name]
  const [next] = rest
  if (found && typeof found === 'object' && next) return next in found
  return found !== undefined
}
