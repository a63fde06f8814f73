// Decides what an action receives: its input, every word of it judged by the house and checked by WeChat (C04).
import {
  findWords,
  type ActionError,
  type Checked,
  type FoundWords,
  type Instant,
  type ParsedOf,
  type Role,
  type Row,
  type WordsKind,
} from '@class-pact/core/contract'
import { judgeNote, judgeWords, type JudgedNote, type JudgedWords, type Law } from '@class-pact/core/judge'
import { ruleOfLabel } from '../wechat/check-reasons'
import type { CheckResult } from '../store/documents'
import { checkText, worstOf, type Scene } from '../wechat/text-check'
import { refuse, type Refusal } from './results'

/** Which of WeChat's scenes the words belong to. */
const SCENE_OF: Record<WordsKind, Scene> = { name: 'profile', note: 'comment', post: 'forum' }

interface Asked<Each extends Row> {
  input: Checked<ParsedOf<Each>>
  check: CheckResult
}

/**
 * What WeChat says of all words of an input: one check for all words of a scene, and nearly every action has words of one.
 * Never throws: no answer is `unavailable`.
 */
export async function askAbout<Each extends Row>(
  row: Each,
  input: ParsedOf<Each>,
  openid: string,
): Promise<Asked<Each> & { stopped?: FoundWords[] }> {
  const found = findWords(row.input, input)
  const scenes = [...new Set(found.map(({ kind }) => SCENE_OF[kind]))]
  const results = await Promise.all(
    scenes.map(async (scene) => {
      const spoken = found.filter(({ kind }) => SCENE_OF[kind] === scene)
      const texts = spoken.map(({ text }) => text)
      return { spoken, result: await checkText(openid, texts, scene) }
    }),
  )
  const stops = row.mustPass ? ['risky', 'review'] : ['risky']
  const stopped = results.find(({ result }) => stops.includes(result.suggest))?.spoken
  // The one place where words become checked ones.
  return { input: input as Checked<ParsedOf<Each>>, check: worstOf(results.map(({ result }) => result)), stopped }
}

/** Who says the words of an input. */
export interface Speaker {
  openid: string
  role: Role
  /** Of a family, where the pact judges what it writes. */
  law?: Law
  ownChild: string
}

/**
 * The input of an action, all its words judged and checked; refused or risky ones end the call, and nothing is done. What
 * the house doubts counts as what WeChat doubts.
 */
export async function checkInput<Each extends Row>(
  row: Each,
  input: ParsedOf<Each>,
  speaker: Speaker,
  now: Instant,
): Promise<({ ok: true } & Asked<Each>) | Refusal> {
  const spoken = row.quotes ? [] : findWords(row.input, input)
  const { openid } = speaker
  const judged = spoken.map((each) => ({ ...each, ...judgeSpoken(each, speaker, now) }))
  const stops = judged.find(({ says }) => says === 'refuse' || (row.mustPass && says === 'doubt'))
  if (stops) return refuse('POST_REFUSED', { rule: stops.rule, field: stops.field, ...citing(stops) })
  const { stopped, ...asked } = await askAbout(row, input, openid)
  if (!stopped) {
    const isUnanswered = row.mustPass && asked.check.suggest === 'unavailable'
    if (isUnanswered) return refuse('TRY_AGAIN')
    const isDoubted = judged.some(({ says }) => says === 'doubt')
    const check = isDoubted ? worstOf([asked.check, { suggest: 'review', traceIds: [] }]) : asked.check
    return { ok: true, ...asked, check }
  }
  return refuse('POST_REFUSED', { rule: ruleOfLabel(asked.check), field: await findStopped(stopped, openid) })
}

/** By what no school may allow, and where a family writes to its school also by the pact in force. */
function judgeSpoken(
  { text, kind }: FoundWords,
  { role, law, ownChild }: Speaker,
  now: Instant,
): JudgedWords | JudgedNote {
  const judged = judgeWords(text, role)
  if (judged.says === 'refuse' || !law || kind !== 'note') return judged
  const noted = judgeNote(text, ownChild, law, now)
  return noted.says === 'pass' ? judged : noted
}

/** The reasons at the field where the words stand. */
function citing(stops: FoundWords & Partial<JudgedNote>): Pick<ActionError, 'cite' | 'reasons' | 'wayOut'> {
  const { field, reasons: [first, ...others] = [] } = stops
  if (!first) return {}
  const reasons = [first, ...others].map((reason) => ({
    ...reason,
    spans: reason.spans.map((span) => ({ ...span, field })),
  }))
  return { cite: first.cite, reasons, wayOut: first.wayOut }
}

/** WeChat judges a text as a whole: of several fields each is asked for alone, so that the sentence stands at the right one. */
async function findStopped(spoken: FoundWords[], openid: string): Promise<string | undefined> {
  if (spoken.length < 2) return spoken[0]?.field
  const alone = await Promise.all(spoken.map(({ text, kind }) => checkText(openid, [text], SCENE_OF[kind])))
  const worst = worstOf(alone).suggest
  return spoken[alone.findIndex(({ suggest }) => suggest === worst)]?.field
}
