// Decides what a sentence of a refusal is made of: what it may know, and the ways out it offers.
import type { PhoneErrorCode } from './cloud'
import type { Way } from './way-outs'

/** What a sentence may need to know; what is missing is said without it. */
export interface Facts {
  /** Children, posts, photos: the number of the sentence. */
  count?: number
  total?: number
  /** No seat can be asked for either. */
  closed?: boolean
  /** Parameters of the rule in force. */
  params?: Record<string, unknown>
  /** A field, a notice, a class. */
  what?: string
  /** The post a sentence is about. */
  post?: 'head_teacher' | 'principal'
  /** It cannot be sent at all, not only later or after a look. */
  refused?: boolean
  /** A person looks at it first. */
  held?: boolean
  /** 明早7:00, 9月8日 */
  until?: string
  /** Staff may send at night with a reason; guardians call. */
  isStaff?: boolean
}
export interface RuleCopy {
  sentence: (facts: Facts) => string
  ways: (facts: Facts) => Way[]
}

/** The same ways out, whatever the facts. */
export const plainRule = (sentence: string | ((facts: Facts) => string), ...ways: Way[]): RuleCopy => ({
  sentence: typeof sentence === 'string' ? () => sentence : sentence,
  ways: () => ways,
})

/** What a domain says when the cloud says no. */
export interface DomainSentences {
  /** Codes whose sentence is a rule's. */
  rules?: Partial<Record<PhoneErrorCode, string>>
  /** Codes with a sentence of their own. */
  codes?: Partial<Record<PhoneErrorCode, RuleCopy>>
  /** Fields of its inputs, where one can say more than that something is wrong. */
  fields?: Record<string, string>
}
