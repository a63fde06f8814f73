// Decides how tests of drafts ask: what a paper becomes, in as few words as a test needs.
import { draftPact, type Clause } from '@class-pact/core/draft'

/** The kinds of a paper's clauses, in order. */
export const kindsOf = (paper: string) => draftPact(paper).map(({ kind }) => kind)

/** The ids a paper states, in order, each with its parameters where it states any. */
export const rulesOf = (paper: string) =>
  draftPact(paper)
    .flatMap(({ rules }) => rules)
    .map(({ id, params }) => (Object.keys(params).length > 0 ? { [id]: params } : id))

export const clauseOf = (paper: string, words: string): Clause => {
  const found = draftPact(paper).find(({ line }) => line.includes(words))
  if (!found) throw new Error(`no clause says ${words}`)
  return found
}
