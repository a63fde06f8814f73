// Decides the last line of `npm test`: how many tests passed and failed, whatever happened to the runs.

/**
 * Counts one run of jest. A file that could not run is one failure, and so is a run that left no result or ended badly
 * without naming a failed test: nothing that went wrong may look green.
 * @param result jest's `--json` result, or undefined when the run left none
 * @param exitCode jest's exit code
 */
export function countRun(result, exitCode) {
  const passed = result?.numPassedTests ?? 0
  const failed = (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0)
  return { passed, failed: failed === 0 && (!result || exitCode !== 0) ? 1 : failed }
}

/** The closing line over all runs; no run at all is a failure. */
export function composeClosingLine(counts) {
  const total = (key) => counts.reduce((sum, count) => sum + count[key], 0)
  return `${total('passed')} passed, ${counts.length === 0 ? 1 : total('failed')} failed`
}
