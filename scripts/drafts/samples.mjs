// Decides what the reader of papers learns from: clauses of read papers under their headings, sayings, the catalogue.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a clause can be besides a rule, and any rule on hours as one. */
export const OTHER_CLASSES = ['duty', 'principle', 'form', 'none', 'not_enforced', 'unknown', 'hours']
const HOURS = /^T0[1-7]$/
const NO_CONTEXT = { heading: '' }
/** A clause as it stands in a paper teaches more than a sentence by itself. */
const WEIGHT_OF_PAPERS = 2

const linesOf = (folder, file) => readFileSync(join(folder, file), 'utf8').trim().split('\n')
const bareOf = (text) => text.replace(/[^\u4e00-\u9fffa-z0-9]/g, '')

/** A paper's sentences as they are cut, with their headings. */
function sentencesOf(core, paper) {
  const sentences = []
  class Recorder extends core.Sentences {
    read(text, context, item) {
      if (!item) sentences.push({ text, context })
      return super.read(text, context, item)
    }
  }
  core.draftPact(paper, new Recorder())
  return sentences
}

/** Labelled clauses of one paper with the headings they stand under. */
function clausesOf(core, paper, gold) {
  const sentences = sentencesOf(core, paper).map((sentence) => ({ ...sentence, bare: bareOf(sentence.text) }))
  let from = 0
  return gold.map((clause) => {
    const text = core.fold(clause.line).text.replace(/\n/g, '')
    const bare = bareOf(text)
    const fits = ({ bare: other }) => other !== '' && bare !== '' && (other.includes(bare) || bare.includes(other))
    const found = sentences.findIndex((sentence, at) => at >= from && fits(sentence))
    if (found !== -1) from = found
    const words = text.slice(core.readNumbering(text)?.length ?? 0)
    return { ...clause, text: words, context: found === -1 ? NO_CONTEXT : sentences[found].context }
  })
}

const labelsOf = ({ kind, rules = [] }) => {
  const ids = rules.map(({ id }) => id)
  return [...ids, ...(ids.some((id) => HOURS.test(id)) ? ['hours'] : []), ...(ids.length === 0 ? [kind] : [])]
}

/** All samples by hand. */
export function readSamples(core, folder) {
  const files = readdirSync(folder).sort()
  const papers = files
    .filter((file) => file.startsWith('dev-') && file.endsWith('.jsonl'))
    .flatMap((file) => {
      const gold = linesOf(folder, file).map((line) => JSON.parse(line))
      const paper = readFileSync(join(folder, file.replace('.jsonl', '.txt')), 'utf8')
      return clausesOf(core, paper, gold).map(({ text, context, kind, rules, or = [] }) => ({
        ...{ hand: file[4], file, text, context, weight: WEIGHT_OF_PAPERS },
        ...{ labels: labelsOf({ kind, rules }), open: or.flatMap((id) => (HOURS.test(id) ? [id, 'hours'] : [id])) },
      }))
    })
  const sayings = files
    .filter((file) => /^sayings-.*\.jsonl$/.test(file))
    .flatMap((file) =>
      linesOf(folder, file).map((line) => {
        const { line: words, kind = 'none', rules = [] } = JSON.parse(line)
        return {
          hand: file,
          text: core.fold(words).text,
          context: NO_CONTEXT,
          labels: labelsOf({ kind, rules }),
          open: [],
        }
      }),
    )
  const own = linesOf(folder, 'sayings.txt').map((line) => {
    const id = line.split(' ', 1)[0]
    const labels = id === '-' ? [] : labelsOf({ rules: [{ id }] })
    return { hand: 'own', text: core.fold(line.slice(id.length + 1)).text, context: NO_CONTEXT, labels, open: [] }
  })
  const catalogue = Object.entries(core.RULES).flatMap(([id, { title, sources }]) =>
    [title, ...sources.map(({ quote }) => quote)].map((text) => ({
      ...{ hand: 'catalogue', text: core.fold(text).text, context: NO_CONTEXT, labels: labelsOf({ rules: [{ id }] }) },
      // A quotation often says more than one rule.
      open: Object.keys(core.RULES).filter((other) => other !== id),
    })),
  )
  return [...papers, ...sayings, ...own, ...catalogue]
}
