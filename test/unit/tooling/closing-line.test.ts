// Decides that the closing line of `npm test` never looks green when something went wrong.
import { composeClosingLine, countRun } from '../../../scripts/closing-line.mjs'
import { readTestArguments } from '../../../scripts/test.mjs'

const result = (passed: number, failed: number, broken = 0) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numRuntimeErrorTestSuites: broken,
})

describe('the closing line', () => {
  test('given runs that went well, then it adds them up', () => {
    expect(composeClosingLine([countRun(result(3, 0), 0), countRun(result(4, 0), 0)])).toBe('7 passed, 0 failed')
  })

  test('given a failed test and a file that could not run, then both count as failed', () => {
    expect(composeClosingLine([countRun(result(3, 1, 1), 1)])).toBe('3 passed, 2 failed')
  })

  test('given a run that crashed without a result, then there is at least one failure', () => {
    expect(composeClosingLine([countRun(result(3, 0), 0), countRun(undefined, 134)])).toBe('3 passed, 1 failed')
  })

  test('given a run that ended badly though every test passed, then there is one failure', () => {
    expect(countRun(result(3, 0), 1)).toEqual({ passed: 3, failed: 1 })
  })

  test('given no run at all, then there is one failure', () => {
    expect(composeClosingLine([])).toBe('0 passed, 1 failed')
  })
})

describe('the arguments of npm test', () => {
  test('given none, then all projects run', () => {
    expect(readTestArguments([])).toEqual({ projects: ['unit', 'cloud', 'e2e'], rest: [] })
  })

  test('given a project and a pattern, then only that project runs and jest gets the pattern', () => {
    expect(readTestArguments(['unit', 'leave', '-t', 'L01'])).toEqual({
      projects: ['unit'],
      rest: ['leave', '-t', 'L01'],
    })
  })
})
