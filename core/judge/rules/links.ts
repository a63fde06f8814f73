// Decides whether a text leads to other sites (C11, C12).
import type { Verdict } from '../../wire'
import { clauseAround, findLinks, hostsOfCode, isAllowedHost, isPaymentCode, type Link } from '../text'
import { findingAt, type Finding, type JudgeRule } from '../finding'
import type { Subject } from '../subject'
/** A site that is warned of is not one that is recommended. */
const WARNED_OF =
  /(?:不要|请勿|勿|切勿|不得|禁止|别)(?:点|打开|进入|扫|相信|登录|访问|下载)|警惕|谨防|诈骗|假冒|仿冒|钓鱼|木马/

/** Links that are not warned of. */
export const leadsOut = (subject: Subject): Link[] => {
  const { text } = subject.text.plain
  return findLinks(text).filter(({ start }) => {
    const clause = clauseAround(text, start)
    return !WARNED_OF.test(text.slice(Math.max(0, clause.start - 12), start))
  })
}
/** In a private talk or a leave nobody else is bothered: the writer is told. */
const verdictOn = (subject: Subject) => (subject.isPublic ? 'refuse' : 'warn')

/** No links at all (C11). */
export const judgeAnyLink: JudgeRule = (subject) => findOut(subject, leadsOut(subject), () => true)

/** Only hosts the school accepts (C12). */
export const judgeUnknownLinks: JudgeRule<'C12'> = (subject, { hosts }) => {
  const allowed = [...hosts, ...(subject.context.linkAllowList ?? [])]
  const isUnknown = (host: string) => !isAllowedHost(host, allowed)
  return findOut(
    subject,
    leadsOut(subject).filter(({ host }) => isUnknown(host)),
    isUnknown,
  )
}

/** Links in the text, then photos whose codes lead out: nothing that is written beside a code takes it back. */
function findOut(subject: Subject, links: Link[], isOut: (host: string) => boolean): Finding | undefined {
  const verdict: Verdict = verdictOn(subject)
  const inText = findingAt(subject, verdict, links, { view: 'plain' })
  const photos = (subject.context.codes ?? []).filter(
    ({ text }) => !isTillHere(subject, text) && hostsOfCode(text).some(isOut),
  )
  if (photos.length === 0) return inText
  const spans = [...(inText?.spans ?? []), ...photos.map(({ field }) => ({ field, start: 0, end: 0 }))]
  return { verdict, spans, ...(!inText && { wayOut: ['replace_photo'] }), isProven: true }
}

/** A payment code is a matter of money where the pact has a rule on it (C36). */
const isTillHere = ({ pact, isStaff }: Subject, text: string) =>
  isStaff && pact.rules['C36'] !== undefined && isPaymentCode(text)
