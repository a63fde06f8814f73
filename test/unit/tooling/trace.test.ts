// Decides that a place in a function's log leads to its source, and that nothing else of the log is changed.
import { traceSources } from '../../../scripts/trace.mjs'

/** The eleventh column of the first line comes from the third column of the third line of the source. */
const MAP = {
  file: 'index.js',
  version: 3,
  sources: ['../../../cloudfunctions/api/index.ts'],
  sourcesContent: [],
  names: [],
  mappings: 'UAEE',
  sourceRoot: '',
}
const nameSource = (source: string) => source.replace('../../../', '')

test('given a failure in the log of the cloud, when it is traced, then file, line and column of the source stand there', () => {
  const log = '{"name":"TypeError","at":["at Ot (/var/user/index.js:1:11)","at async /var/user/index.js:1:12"]}\n'
  expect(traceSources(log, MAP, nameSource)).toBe(
    '{"name":"TypeError","at":["at Ot (cloudfunctions/api/index.ts:3:3)","at async cloudfunctions/api/index.ts:3:3"]}\n',
  )
})

test('given places that are not of the code that was built, when they are traced, then they stay as they are', () => {
  const log = 'at node:internal/process/task_queues:95:5\nat n (/var/user/index.js:1:2)\n'
  expect(traceSources(log, MAP, nameSource)).toBe(log)
})
