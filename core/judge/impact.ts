// Decides what a new version would have done to posts that have been: each is judged under both pacts, at its own time.
import type { Instant, Verdict } from '../wire'
import type { Pact, PactImpact } from '../pact/contract'
import { judge } from './ours'
import type { JudgeContext, Judgement, Post } from './types'

export interface PastPost {
  author: string
  post: Post
  context: JudgeContext
  at: Instant
}

export type Impact = Pick<PactImpact, 'posts' | 'queued' | 'held' | 'refused' | 'allowed' | 'teachers'>
type Fate = 'allowed' | 'queued' | 'held' | 'refused'

/** A warning stops nothing; a deflected post does not go out either. */
const FATES: Record<Verdict, Fate> = {
  allow: 'allowed',
  warn: 'allowed',
  queue: 'queued',
  hold: 'held',
  deflect: 'refused',
  refuse: 'refused',
}

/** Counts the posts whose fate changes, by what becomes of them, and their authors. */
export function comparePacts(before: Pact, after: Pact, posts: readonly PastPost[]): Impact {
  const impact: Impact = { posts: posts.length, queued: 0, held: 0, refused: 0, allowed: 0, teachers: 0 }
  const authors = new Set<string>()
  for (const { author, post, context, at } of posts) {
    const fate = changeOf(judge(post, context, before, at), judge(post, context, after, at))
    if (!fate) continue
    impact[fate]++
    authors.add(author)
  }
  return { ...impact, teachers: authors.size }
}

/** What becomes of the post instead; undefined: the same as before. Waiting longer counts as waiting. */
function changeOf(before: Judgement, after: Judgement): Fate | undefined {
  const fate = FATES[after.verdict]
  if (fate !== FATES[before.verdict]) return fate
  return fate === 'queued' && (after.releaseAt ?? 0) > (before.releaseAt ?? 0) ? fate : undefined
}
