// Decides whether a text leads to other sites (C11, C12).
import { clauseAround, findLinks, isAllowedHost, type Link } from '../text'
import { findingAt, type JudgeRule } from '../finding'
import type { Subject } from '../subject'
/** A site that is warned of is not one that is recommended. */
const WARNED_OF =
  /(?:不要|请勿|勿|切勿|不得|禁止|别)(?:点|打开|进入|扫|相信|登录|访问|下载)|警惕|谨防|诈骗|假冒|仿冒|钓鱼|木马/

const leadsOut = (subject: Subject): Link[] => {
  const { text } = subject.text.plain
  return findLinks(text).filter(({ start }) => {
    const clause = clauseAround(text, start)
    return !WARNED_OF.test(text.slice(Math.max(0, clause.start - 12), start))
  })
}
/** In a private talk or a leave nobody else is bothered: the writer is told. */
const verdictOn = (subject: Subject) => (subject.isPublic ? 'refuse' : 'warn')

/** No links at all (C11). Pictures of codes count as links. */
export const judgeAnyLink: JudgeRule = (subject) => {
  const found = leadsOut(subject)
  if (found.length === 0 && hasCode(subject))
    return { verdict: verdictOn(subject), spans: [{ field: 'attachments', start: 0, end: 0 }] }
  return findingAt(subject, verdictOn(subject), found, { view: 'plain' })
}

/** Only hosts the school accepts (C12). */
export const judgeUnknownLinks: JudgeRule<'C12'> = (subject, { hosts }) => {
  const allowed = [...hosts, ...(subject.context.linkAllowList ?? [])]
  const found = leadsOut(subject).filter(({ host }) => !isAllowedHost(host, allowed))
  return findingAt(subject, verdictOn(subject), found, { view: 'plain' })
}

const hasCode = ({ context }: Subject) =>
  (context.attachments ?? []).some((kind) => /qr|二维码|code/i.test(String(kind)))
