// Decides where the posts to learn from and to measure with come from: test/data/posts, one register a file.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'test', 'data', 'posts')
const rosters = JSON.parse(readFileSync(join(folder, 'rosters.json'), 'utf8'))

/** Nobody learns from these: they measure. */
const isFrozen = (file) => file.startsWith('frozen')

/** Every file with its posts, rosters written out. `expect` is ok, or the rule that is broken; `also` holds other fair answers. */
export const readPosts = ({ frozen = false } = {}) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl') && isFrozen(file) === frozen)
    .sort()
    .map((file) => ({ file, posts: readFile(file) }))

const readFile = (file) =>
  readFileSync(join(folder, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map((post) => ({ ...post, roster: rosters[post.roster] ?? [] }))

/** Tells whether the weights are as old as the posts; line ends are a matter of the machine. */
export function hashPosts() {
  const hash = createHash('sha256')
  for (const { posts } of readPosts()) hash.update(JSON.stringify(posts))
  return hash.digest('hex').slice(0, 16)
}
