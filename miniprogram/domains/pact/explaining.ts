// Decides what [为什么] says of a refusal: the words that decided, whether they are a guess, and what [误判] would keep.
import { limits, type MisjudgedKind, type MisjudgedVerdict, type Reason, type Span } from '@class-pact/core/contract'

/** What was being written, by the names of its fields. */
export interface Said {
  kind: MisjudgedKind
  texts: Readonly<Record<string, string>>
}

export interface Why {
  /** The words that decided, at most three. */
  words: string[]
  /** No rule stands on single words: the whole reads like what breaks it. */
  guessed: boolean
  /** What would be kept as an example: those words with what stands around them. */
  text: string
  kind: MisjudgedKind
  verdict: MisjudgedVerdict
}

const WORDS_MOST = 3
const WORD_LONGEST = 30

/** Undefined where no words decided: an hour, a number of posts. */
function explain({ verdict, spans, guessed }: Reason, { kind, texts }: Said): Why | undefined {
  if (verdict === 'allow' || verdict === 'queue') return undefined
  const seen = spans.filter(({ field, start, end }) => (texts[field] ?? '').slice(start, end).trim() !== '')
  const [first] = seen
  if (!first) return undefined
  const words = seen.map(({ field, start, end }) => cut((texts[field] ?? '').slice(start, end).trim()))
  return {
    words: [...new Set(words)].slice(0, WORDS_MOST),
    ...{ guessed: guessed === true, kind, verdict, text: around(texts[first.field] ?? '', first) },
  }
}

const cut = (words: string) => (words.length > WORD_LONGEST ? `${words.slice(0, WORD_LONGEST)}…` : words)

/** As much as may be kept, with the words in its middle. */
function around(text: string, { start, end }: Span): string {
  if (text.length <= limits.EXAMPLE_MAX) return text.trim()
  const spare = Math.max(0, limits.EXAMPLE_MAX - (end - start))
  const from = Math.max(0, Math.min(start - Math.floor(spare / 2), text.length - limits.EXAMPLE_MAX))
  return text.slice(from, from + limits.EXAMPLE_MAX).trim()
}

/** A card with the reason it speaks for explained, where words decided. */
export function withWhy<Card extends { rule: string }>(
  card: Card,
  reasons: readonly Reason[] | undefined,
  said: Said,
): Card & { why?: Why } {
  const reason = reasons?.find(({ rule }) => rule === card.rule)
  const why = reason && explain(reason, said)
  return why ? { ...card, why } : card
}
