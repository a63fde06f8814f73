// Decides that tests which run what was built find it built, once for all projects of one run.
import { build } from './build.mjs'

/** Marks, for this process and the ones it starts, that everything is built already. */
export const BUILT = 'CLASS_PACT_BUILT'

export default async function buildOnce() {
  if (process.env[BUILT]) return
  await build()
  process.env[BUILT] = '1'
}
