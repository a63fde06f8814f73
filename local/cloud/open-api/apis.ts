// Decides which open APIs are stood in for and what they answer; each answer has the shape of WeChat's own.
import { randomBytes, randomUUID } from 'node:crypto'
import { MAX_CHECKED_CHARACTERS, MAX_SCENE_CHARACTERS } from '../limits'
import type { OpenApiReply } from './envelope'
import type { MediaChecks } from './media-checks'
import { faultOf } from './message-fields'
import { drawCode } from './mini-program-code'
import type { Subscriptions } from './subscriptions'
import type { Verdicts } from './verdicts'
import type { Visits } from './visits'

export type OpenApi = (values: Record<string, unknown>) => OpenApiReply

export interface OpenApiServices {
  verdicts: Verdicts
  visits: Visits
  subscriptions: Subscriptions
  mediaChecks: MediaChecks
  /** The templates of the account by id, each with its fields; undefined: any id is one. */
  templates?: ReadonlyMap<string, readonly string[]>
}

/** WeChat's own error numbers. */
const BAD_FORMAT = 47001
const BAD_OPENID = 40003
const BAD_SCENE = 40129
const NOT_VISITED = 61010
const BAD_CODE_SCENE = 40169
const BAD_TEMPLATE = 40037
const BAD_VALUE = 47003
const OPENID = /^[\w-]+$/
/** WeChat cuts what it says of a field. */
const FAULT_LENGTH = 30

export function openApis({
  verdicts,
  visits,
  subscriptions,
  mediaChecks,
  templates,
}: OpenApiServices): Record<string, OpenApi> {
  const refuseCheck = (values: Record<string, unknown>): OpenApiReply | undefined => {
    if (Number(values['version']) !== 2) return fail(BAD_FORMAT, 'only version 2 is supported')
    if (![1, 2, 3, 4].includes(Number(values['scene']))) return fail(BAD_SCENE, 'invalid scene value')
    if (typeof values['openid'] !== 'string' || values['openid'] === '') return fail(BAD_OPENID, 'invalid openid')
    if (!visits.isRecent(values['openid'])) return fail(NOT_VISITED, 'code is expired: user has not visited recently')
    return undefined
  }

  return {
    'security.msgSecCheck'(values) {
      const content = values['content']
      if (typeof content !== 'string' || content === '') return fail(BAD_FORMAT, 'content is empty')
      if ([...content].length > MAX_CHECKED_CHARACTERS) return fail(BAD_FORMAT, 'content is too long')
      const refused = refuseCheck(values)
      if (refused) return refused
      const text = [content, values['title'], values['nickname'], values['signature']].filter(
        (part) => typeof part === 'string',
      )
      const { suggest, label } = verdicts.judgeText(text.join('\n'))
      const detail = [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }]
      return succeed({ detail, trace_id: randomUUID(), result: { suggest, label } })
    },

    'security.mediaCheckAsync'(values) {
      if (![1, 2].includes(Number(values['media_type']))) return fail(BAD_FORMAT, 'invalid media_type')
      if (typeof values['media_url'] !== 'string') return fail(BAD_FORMAT, 'invalid media_url')
      return refuseCheck(values) ?? succeed({ trace_id: mediaChecks.start(values['media_url']) })
    },

    'subscribeMessage.send'(values) {
      const { touser, template_id, page, data } = values
      if (typeof touser !== 'string' || !OPENID.test(touser)) return fail(BAD_OPENID, 'invalid openid')
      if (typeof template_id !== 'string' || template_id === '' || templates?.has(template_id) === false) {
        return fail(BAD_TEMPLATE, 'invalid template_id')
      }
      const message = { touser, templateId: template_id, page: typeof page === 'string' ? page : '', data }
      const fault = faultOf(data, templates?.get(template_id))
      if (fault !== undefined) {
        subscriptions.note(message, BAD_VALUE)
        return fail(BAD_VALUE, `argument invalid! ${fault.slice(0, FAULT_LENGTH)} rid: ${randomRid()}`)
      }
      const errcode = subscriptions.send(message)
      return errcode === 0 ? succeed({ msgid: Date.now() }) : fail(errcode, 'user refuse to accept the msg')
    },

    'wxacode.getUnlimited'(values) {
      const scene = values['scene']
      const odd =
        typeof scene !== 'string' || scene === '' || scene.length > MAX_SCENE_CHARACTERS || scene.includes('%')
      if (odd) return fail(BAD_CODE_SCENE, 'invalid length for scene, or the data is not json string')
      return { content: drawCode(scene), contentType: 'image/png' }
    },
  }
}

/** 67bc14e4-6895ab86-5831a1eb */
function randomRid(): string {
  return Array.from({ length: 3 }, () => randomBytes(4).toString('hex')).join('-')
}

function succeed(fields: Record<string, unknown>): OpenApiReply {
  return { json: { errcode: 0, errmsg: 'ok', ...fields } }
}

export function fail(errcode: number, errmsg: string): OpenApiReply {
  return { json: { errcode, errmsg } }
}
