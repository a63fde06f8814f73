// Decides what of a pact hangs on the wall: the school's own lines, ours only where its paper has none (G15).
import type { Pact } from '@class-pact/core/contract'
import { RULES, isRuleId, linesOf, type RuleGroup, type RuleId } from '@class-pact/core/pact'
import { titleOf } from '@class-pact/core/pact-words'
import type { Handler } from '../../common/call/handlers'
import { refuse } from '../../common/call/results'
import { writePdf } from '../../common/files/write-pdf'
import { handOut, nameFile, schools } from '../school'
import { drawPact, type Chapter } from './draw-pact'
import { readPact, readPactInForce } from './store'

/** As on the page, and what families look for first. */
const CHAPTERS: readonly RuleGroup[] = ['时间', '内容', '成员', '照片', '请假', '处理']

export const printPact: Handler<'pact.print'> = async ({ schoolId, version }, session) => {
  const [pact, school] = await Promise.all([
    version === undefined ? readPactInForce(schoolId, session.now) : readPact(schoolId, version),
    schools.find(schoolId, { name: 1 }),
  ])
  if (!pact || !school) return refuse('FORBIDDEN')
  const title = pact.own?.title ?? '班级公约'
  const chapters = listChapters(pact)
  return handOut({
    ...{ session, schoolId, act: 'pact.print', detail: { version: pact.version } },
    name: nameFile([school.name, title], 'pdf'),
    rows: chapters.reduce((sum, { articles }) => sum + articles.length, 0),
    content: writePdf(
      drawPact({ school: school.name, title, principles: pact.own?.principles ?? [], pact }, chapters),
      title,
    ),
  })
}

/** Every article once: a line of the paper that says two rules stands where the first of them does. */
function listChapters(pact: Pact): Chapter[] {
  const printed = new Set<string>()
  const articlesOf = (rule: RuleId) => {
    const own = linesOf(pact.own, rule)
    if (own.length === 0) return [{ text: titleOf(rule, pact.rules[rule]) }]
    return own.flatMap(({ line, article }) => {
      const isNew = !printed.has(line)
      printed.add(line)
      return isNew ? [{ text: line, ...(article !== undefined && { from: article }) }] : []
    })
  }
  return CHAPTERS.map((title) => ({
    title,
    articles: Object.keys(RULES)
      .filter(isRuleId)
      .filter((rule) => rule in pact.rules && RULES[rule].group === title)
      .flatMap(articlesOf),
  })).filter(({ articles }) => articles.length > 0)
}
