// Decides how a script speaks to the person who ran it: progress on the error stream.
import { pathToFileURL } from 'node:url'

/** One line of progress. Never on standard output: that belongs to `--json` and to the closing line of the tests. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** A failure the user can do something about: its message is a whole sentence, and no stack is shown for it. */
export class Stop extends Error {}

/** Is this module the script that was started (and not one that another imports)? */
export function isStarted(moduleUrl) {
  return process.argv[1] !== undefined && moduleUrl === pathToFileURL(process.argv[1]).href
}

/** Runs a script's main function; a {@link Stop} ends the process with its sentence and exit code 1. */
export async function runMain(main) {
  try {
    const code = await main(process.argv.slice(2))
    if (typeof code === 'number') process.exitCode = code
  } catch (error) {
    say(error instanceof Stop ? error.message : String(error?.stack ?? error))
    process.exitCode = 1
  }
}
