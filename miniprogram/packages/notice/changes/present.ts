// Decides how a version reads beside the one before it: old words struck, new ones underlined, both said aloud (N11).
import type { NoticeVersion } from '@class-pact/core/contract'
import { compareTexts, type Piece } from '@class-pact/core/notice'
import { formatClock, formatDay, formatStampTime } from '../../../services/format'

export interface PieceView extends Piece {
  key: number
}
export interface VersionView {
  /** 9月1日20:10，王老师修改 */
  head: string
  /** What was corrected, in the author's words. */
  note: string
  /** 已签的要重签, 只告诉家长 */
  effect: string
  /** Day, place and deadline that are others than before. */
  lines: { label: string; before: string; after: string }[]
  title: PieceView[]
  body: PieceView[]
  /** For who listens: 删去…；新增…。 */
  aloud: string
}

export function presentVersion(version: NoticeVersion, before: NoticeVersion | undefined): VersionView {
  const { at, by, note = '', asksAgain } = version
  const title = compareTexts((before ?? version).title, version.title)
  const body = compareTexts((before ?? version).body, version.body)
  const lines = before ? changedLines(before, version) : []
  return {
    head: before ? `${formatStampTime(at)}，${by ?? ''}修改` : `${formatStampTime(at)}发出`,
    note,
    effect: !before ? '' : asksAgain ? '签过的要重签' : '只告诉家长，不用重签',
    lines,
    title: withKeys(title),
    body: withKeys(body),
    aloud: before ? sayAloud([...title, ...body]) : '',
  }
}

const withKeys = (pieces: readonly Piece[]): PieceView[] => pieces.map((piece, key) => ({ ...piece, key }))

function changedLines(before: NoticeVersion, after: NoticeVersion): VersionView['lines'] {
  const lines = [
    { label: '时间', before: sayWhen(before), after: sayWhen(after) },
    { label: '地点', before: before.event?.place ?? '', after: after.event?.place ?? '' },
    { label: '截止', before: sayDeadline(before), after: sayDeadline(after) },
    { label: '照片', before: `${before.photos}张`, after: `${after.photos}张` },
  ]
  return lines.filter((line) => line.before !== line.after)
}

function sayWhen({ event }: NoticeVersion): string {
  if (!event) return ''
  const { day, from, to } = event
  const clock = from ? ` ${formatClock(from)}${to ? `至${formatClock(to)}` : '起'}` : ''
  return formatDay(day) + clock
}

const sayDeadline = ({ deadline }: NoticeVersion) => (deadline === undefined ? '' : formatStampTime(deadline))

/** 删去“7:30”，新增“7:50”；新增“请带雨衣。” */
function sayAloud(pieces: readonly Piece[]): string {
  const said = pieces.flatMap(({ kind, text }) => {
    const words = text.replace(/\s+/g, ' ').trim()
    if (kind === 'same' || !words) return []
    return kind === 'struck' ? `删去“${words}”` : `新增“${words}”`
  })
  return said.length > 0 ? `${said.join('，')}。` : '正文没有改动。'
}
