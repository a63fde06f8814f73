// Decides what a parameter of a rule can be: its usual value, how far a school may move it, what is read from a pact.

/**
 * A number. `usual`: its value where a pact names none. `floor`: the least that a stored pact may say, where that is
 * less than a school may choose today.
 */
interface NumberBound {
  kind: 'number'
  least: number
  most: number
  whole: boolean
  usual: number
  floor?: number
}
/** A time `HH:MM`, compared as text, which sorts as time does; without a usual value it may be missing, as a break may. */
interface ClockBound {
  kind: 'clock'
  earliest: string
  latest: string
  usual?: string
}
interface WordBound<Word extends string = string> {
  kind: 'word'
  words: readonly Word[]
  usual: Word
}
interface HostsBound {
  kind: 'hosts'
  most: number
  usual: readonly string[]
}

export type Bound = NumberBound | ClockBound | WordBound | HostsBound

/** The parameters of one rule, in the order they are shown. */
export type Bounds = Readonly<Record<string, Bound>>

/** What a rule gets for a parameter. */
export type ValueOf<Of> = Of extends NumberBound
  ? number
  : Of extends WordBound<infer Word>
    ? Word
    : Of extends HostsBound
      ? readonly string[]
      : Of extends { kind: 'clock'; usual: string }
        ? string
        : string | undefined

/** A whole number. */
export const whole = (least: number, most: number, usual: number): NumberBound => ({
  ...{ kind: 'number', least, most, whole: true, usual },
})
/** A part of one. */
export const share = (usual: number): NumberBound => ({ kind: 'number', least: 0, most: 1, whole: false, usual })
/** A time of the day. */
export const clock = (earliest: string, latest: string, usual: string) => ({
  ...({ kind: 'clock', earliest, latest, usual } as const),
})
/** A time of the day that need not be there. */
export const mayBeClock = (earliest: string, latest: string): ClockBound => ({ kind: 'clock', earliest, latest })
/** One of a closed list. */
export const word = <Word extends string>(words: readonly Word[], usual: NoInfer<Word>): WordBound<Word> => ({
  ...{ kind: 'word', words, usual },
})
/** A list of hosts, `most` of them: a longer one is no list that anybody reads. */
export const hosts = (most: number): HostsBound => ({ kind: 'hosts', most, usual: [] })

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/
/** Also the end of a day, 24:00. */
const STORED_CLOCK = /^(?:[01]\d|2[0-4]):[0-5]\d$/
const HOST = /^(?=.{4,80}$)(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/

/** Whether a value is one that a school may choose. */
export function fitsBound(bound: Bound, value: unknown): boolean {
  switch (bound.kind) {
    case 'number':
      return (
        typeof value === 'number' &&
        value >= bound.least &&
        value <= bound.most &&
        (!bound.whole || Number.isInteger(value))
      )
    case 'clock':
      return typeof value === 'string' && CLOCK.test(value) && value >= bound.earliest && value <= bound.latest
    case 'word':
      return typeof value === 'string' && bound.words.includes(value)
    case 'hosts':
      return Array.isArray(value) && value.length <= bound.most && value.every(isHost)
  }
}

/** Whether this is a host a school may accept: a name with a dot, in small letters, nothing before or behind it. */
export function isHost(value: unknown): boolean {
  return typeof value === 'string' && HOST.test(value)
}

/**
 * What a stored pact says, though no school may choose it any more: a value of the right kind counts, of a wrong kind
 * the usual one. Pacts are immutable, bounds are not.
 */
export function readBound(bound: Bound, value: unknown): unknown {
  switch (bound.kind) {
    case 'number': {
      const least = bound.floor ?? bound.least
      return typeof value === 'number' && Number.isFinite(value) && value >= least ? value : bound.usual
    }
    case 'clock':
      return typeof value === 'string' && STORED_CLOCK.test(value) ? value : bound.usual
    case 'word':
      return fitsBound(bound, value) ? value : bound.usual
    case 'hosts':
      return Array.isArray(value) ? value.filter((host) => typeof host === 'string') : bound.usual
  }
}
