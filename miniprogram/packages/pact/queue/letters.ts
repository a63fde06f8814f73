// Decides how a held letter reads to whoever looks at it: the words that stopped it, what WeChat said (G02).
import type { HeldLetter, Instant } from '@class-pact/core/contract'
import { markText, type Piece } from '../../../domains/notice/marks'
import { formatClass } from '../../../services/format'
import { presentReason } from '../../../services/sentences'
import { sayAge, sayCheck } from './present'

export interface HeldLetterView {
  talkId: string
  letterId: string
  matter: Piece[]
  words: Piece[]
  who: string
  age: string
  check: string
  rules: { rule: string; pactVersion: number; sentence: string; cite: string }[]
  photos: { at: number; url: string; word: string; label: string }[]
  isMine: boolean
  label: string
}

const PHOTO_WORDS = { pass: '', pending: '检查中', doubted: '需人工看' } as const

export function presentLetters(letters: readonly HeldLetter[], now: Instant): HeldLetterView[] {
  return letters.map((letter) => {
    const { talkId, letterId, className, childName, matter, by, words, reasons, isMine } = letter
    return {
      ...{ talkId, letterId, isMine },
      matter: markText(matter, reasons, 'title'),
      words: markText(words, reasons, 'body'),
      who: [formatClass(className), childName, by].filter(Boolean).join('，'),
      age: sayAge(letter.heldAt, now),
      check: sayCheck(letter.check),
      rules: reasons.map((reason) => {
        const { sentence, cite, rule, pactVersion } = presentReason(reason, { now, isStaff: true })
        return { rule, pactVersion, sentence, cite }
      }),
      photos: letter.photos.map(({ url, state }, at) => {
        const word = PHOTO_WORDS[state]
        return { at, url, word, label: `看第${at + 1}张照片${word && `，微信检查：${word}`}` }
      }),
      label: `私聊，${matter}，${by}`,
    }
  })
}
