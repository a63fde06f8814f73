// Decides what an action receives: its input, every word of it checked by WeChat; risky ones end the call and name their field (C04).
import {
  ACTIONS,
  findWords,
  type ActionName,
  type CheckedInput,
  type FoundWords,
  type ParsedInput,
  type WordsKind,
} from '@class-pact/core/contract'
import { ruleOfLabel } from '../notice/check-reasons'
import type { CheckResult } from '../store/documents'
import { checkText, worstOf, type Scene } from '../wechat/text-check'
import { refuse, type Refusal } from './results'

/** Which of WeChat's scenes the words belong to. */
const SCENE_OF: Record<WordsKind, Scene> = { name: 'profile', note: 'comment', post: 'forum' }

export type CheckedCall<Name extends ActionName> = { ok: true; input: CheckedInput<Name>; check: CheckResult } | Refusal

/** One check for all words of a scene; nearly every action has words of one. Never throws: no answer is `unavailable`. */
export async function checkInput<Name extends ActionName>(
  name: Name,
  input: ParsedInput<Name>,
  openid: string,
): Promise<CheckedCall<Name>> {
  const action: (typeof ACTIONS)[ActionName] = ACTIONS[name]
  const found = findWords(action.input, input)
  const scenes = [...new Set(found.map(({ kind }) => SCENE_OF[kind]))]
  const results = await Promise.all(
    scenes.map(async (scene) => {
      const spoken = found.filter(({ kind }) => SCENE_OF[kind] === scene)
      const texts = spoken.map(({ text }) => text)
      return { spoken, result: await checkText(openid, texts, scene) }
    }),
  )
  const risky = results.find(({ result }) => result.suggest === 'risky')
  if (risky && !('judgesRisky' in action)) {
    const field = await findRisky(risky.spoken, openid)
    return refuse('POST_REFUSED', { rule: ruleOfLabel(risky.result), field })
  }
  // The one place where words become checked ones.
  return { ok: true, input: input as CheckedInput<Name>, check: worstOf(results.map(({ result }) => result)) }
}

/** WeChat condemns a text as a whole: of several fields each is asked for alone, so that the sentence stands at the right one. */
async function findRisky(spoken: FoundWords[], openid: string): Promise<string | undefined> {
  if (spoken.length < 2) return spoken[0]?.field
  const alone = await Promise.all(spoken.map(({ text, kind }) => checkText(openid, [text], SCENE_OF[kind])))
  return spoken[
    Math.max(
      0,
      alone.findIndex(({ suggest }) => suggest === 'risky'),
    )
  ]?.field
}
