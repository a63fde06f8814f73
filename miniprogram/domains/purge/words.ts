// Decides how what is purged is called, and how long it is kept: the same list the cloud purges by (G23).
import { PURGE_KINDS, PURGE_MONTHS, type PurgeKind } from '@class-pact/core/purge'

export const PURGE_WORDS: Record<PurgeKind, string> = {
  notices: '通知和教职工回执',
  slips: '回执单、签名和填表',
  leaves: '假条和证明',
  rolls: '点名和晨检',
  talks: '私聊和家长接待',
  albums: '相册照片',
  joining: '邀请、申请和换微信号',
  messages: '微信提醒记录',
  registers: '有人名的台账和问卷',
  incidents: '突发情况',
  cases: '提醒和禁言、反映、误判、证据',
  graduates: '毕业和离校孩子的名单',
}

/** A month count, and everything that is kept so long. */
export interface Keeping {
  until: string
  what: string
}

const sayMonths = (months: number): string => (months % 12 === 0 ? `${months / 12}年` : `${months}个月`)

/** The shortest first. */
export function listKeeping(): Keeping[] {
  const months = [...new Set(PURGE_KINDS.map((kind) => PURGE_MONTHS[kind]))].sort((a, b) => a - b)
  return months.map((count) => ({
    until: `学年结束后${sayMonths(count)}`,
    what: PURGE_KINDS.filter((kind) => PURGE_MONTHS[kind] === count)
      .map((kind) => PURGE_WORDS[kind])
      .join('、'),
  }))
}
