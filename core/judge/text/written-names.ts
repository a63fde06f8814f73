// Decides which letters and torn characters stand for a child of the roster: 张 / 小明, zhang xiaoming, ZXM.
import { soundAt } from './sounds'
import type { RosterName } from './names'
import type { Range, View } from './view'

interface Spelled {
  name: string
  /** zhangxiaoming */
  syllables: string
  /** zxm */
  initials: string
}

/** Shorter names break across lines by chance: 请打开张 / 明天 …. */
const TORN_LEAST = 3
/** Pinyin of two short syllables is a word of its own (li an, an an). */
const SYLLABLES_LEAST = 6
const INITIALS_LEAST = 2

/** Abbreviations that classes use: three letters are a child's only where nothing else is called so. */
const ABBREVIATIONS = new Set(
  'app ppt pdf wps doc gps vip ktv dna usb ufo nba cba abc xyz diy html wifi wechat qq uv pm am ok pk ng bgm led mp lol cctv bmi ct cpr dvd cd kg km cm mm ml ph'.split(
    ' ',
  ),
)

const spelledNames = new WeakMap<readonly RosterName[], Spelled[]>()

function spell(roster: readonly RosterName[]): Spelled[] {
  const known = spelledNames.get(roster)
  if (known) return known
  const spelled = roster.flatMap(({ name }) => {
    const written = typeof name === 'string' ? name.normalize('NFKC').replace(/[\s·•.]/g, '') : ''
    const sounds = [...written].map((_, at) => soundAt(written, at))
    if (sounds.length < 2 || !sounds.every((sound) => typeof sound === 'string')) {
      return written.length < 2 ? [] : [{ name: written, syllables: '', initials: '' }]
    }
    return [{ name: written, syllables: sounds.join(''), initials: sounds.map((sound) => sound.charAt(0)).join('') }]
  })
  spelledNames.set(roster, spelled)
  return spelled
}

interface Replaced {
  start: number
  end: number
  name: string
}

/** The same text with every name of the roster as it is on it; all characters still know where they were written. */
export function readNames(view: View, roster: readonly RosterName[]): View {
  const hasLetters = /[a-z]/.test(view.text)
  const hasLines = view.text.includes('\n')
  if (roster.length === 0 || !(hasLetters || hasLines)) return view
  const names = spell(roster)
  const gaps = hasLines ? lineGapsOf(view.text) : []
  const found = [
    ...names.flatMap(({ name }) => tornNames(view.text, name, gaps)),
    ...(hasLetters ? spelledIn(view.text, names) : []),
  ].sort((one, other) => one.start - other.start)
  return found.length === 0 ? view : replaceNames(view, found)
}

/** The ends of lines with the blanks around them: found once, however many names there are. */
function lineGapsOf(text: string): Range[] {
  return [...text.matchAll(/[^\S\n]*\n\s*/g)].map(({ index, 0: gap }) => ({ start: index, end: index + gap.length }))
}

/** 张⏎小明: the characters of a name with one line end between two of them. */
function tornNames(text: string, name: string, gaps: readonly Range[]): Replaced[] {
  if (name.length < TORN_LEAST) return []
  const found: Replaced[] = []
  for (let at = 1; at < name.length; at++) {
    const [head, tail] = [name.slice(0, at), name.slice(at)]
    for (const gap of gaps) {
      const start = gap.start - head.length
      if (start >= 0 && text.startsWith(head, start) && text.startsWith(tail, gap.end)) {
        found.push({ start, end: gap.end + tail.length, name })
      }
    }
  }
  return found
}

/** Letters in up to four groups: zhang xiao ming, zhang-xiaoming, z.x.m, zxm. */
const LETTERS = /[a-z]+(?:[ .·'-]{1,2}[a-z]+){0,3}(?![a-z0-9/@:]|\.[a-z])/g
/** What is said after initials that are somebody's. */
const AFTER_INITIALS =
  /^\s*(?:同学|小朋友|这|那|今|昨|又|还|老|总|经常|一直|再|在|把|被|没|不|上课|打|推|抢|骂|偷|咬|欺负|的(?:作业|成绩|家长|妈|爸)|考|[、,和跟])/

function spelledIn(text: string, names: readonly Spelled[]): Replaced[] {
  return [...text.matchAll(LETTERS)].flatMap((match): Replaced[] => {
    const [written] = match
    const letters = written.replace(/[^a-z]/g, '')
    const [start, end] = [match.index, match.index + written.length]
    if (/[a-z0-9./@:]/.test(text.charAt(start - 1))) return []
    const whole = names.filter(({ syllables }) => syllables === letters)
    if (letters.length >= SYLLABLES_LEAST && whole[0]) return [{ start, end, name: whole[0].name }]
    if (letters.length < INITIALS_LEAST || ABBREVIATIONS.has(letters)) return []
    const meant = names.filter(({ initials }) => initials === letters)
    const needsSuffix = letters.length < TORN_LEAST
    const after = text.slice(end, end + 8)
    const isPerson = needsSuffix ? /^\s*(?:同学|小朋友)/.test(after) : AFTER_INITIALS.test(after)
    return meant[0] && isPerson ? [{ start, end, name: meant[0].name }] : []
  })
}

function replaceNames(view: View, found: readonly Replaced[]): View {
  const starts: number[] = []
  const ends: number[] = []
  let text = ''
  let at = 0
  const copy = (until: number) => {
    text += view.text.slice(at, until)
    starts.push(...view.starts.slice(at, until))
    ends.push(...view.ends.slice(at, until))
  }
  for (const { start, end, name } of found) {
    if (start < at) continue
    copy(start)
    text += name
    for (let i = 0; i < name.length; i++) {
      starts.push(view.starts[start] ?? 0)
      ends.push(view.ends[end - 1] ?? 0)
    }
    at = end
  }
  copy(view.text.length)
  return { text, starts, ends }
}
