// Decides nothing: proves that built functions name their source when they break, and carry all that was learnt.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { LEARNT } from '../../core/judge/reader/learnt'
import { startCloudProcess, type CloudProcess } from './cloud-process'

const ROOT = join(__dirname, '..', '..')
/** A place in a stack trace: file and line. */
const PLACE = /\(?([^ ()]+):(\d+):\d+\)?$/
/** How often the log is looked at again: it arrives on a stream of its own. */
const LOOK_AGAIN_MS = 20

let cloud: CloudProcess
beforeAll(async () => {
  cloud = await startCloudProcess({ now: '2026-09-09T10:00:00+08:00' })
})
afterAll(() => cloud.stop())

/** The first line of the log that this function wrote about itself. */
async function readFailure(): Promise<{ name: string; at: string[] }> {
  for (;;) {
    const line = cloud
      .logged()
      .tail.split('\n')
      .slice(0, -1)
      .find((each) => each.startsWith('{"action"'))
    if (line !== undefined) return JSON.parse(line) as { name: string; at: string[] }
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  }
}

test('given a document that no action writes, when a function breaks on it, then its log names file and line of the source', async () => {
  const child = {
    _id: 'child',
    schoolId: 'school',
    classId: 'class',
    name: '林小满',
    guardians: { openid: 'o-mother' },
  }
  await cloud.control('data.put', { documents: { people: [{ _id: 'o-mother' }], children: [child] } })

  const call = { action: 'session.read', requestId: 'request-000001', input: {} }
  const { result } = await cloud.call('o-mother', 'api', call)

  expect(result).toEqual({ ok: false, error: { code: 'TRY_AGAIN' } })
  const failure = await readFailure()
  expect(failure.name).toBe('TypeError')
  expect(JSON.stringify(failure)).not.toContain(child.name)
  const [, file = '', line = ''] = PLACE.exec(failure.at[0] ?? '') ?? []
  expect(file).toBe(join(ROOT, 'cloudfunctions', 'domains', 'person', 'find-person.ts'))
  expect(readFileSync(file, 'utf8').split('\n')[Number(line) - 1]).toContain('guardians.find')
  expect(failure.at.join()).toContain(join('domains', 'session', 'read-session.ts'))
  expect(failure.at.join()).not.toContain(join('dist', 'cloudfunctions'))
})

test('given what the reader learnt, when it was packed beside the function that judges, then nothing of it is lost', () => {
  const packed = readFileSync(join(ROOT, 'dist', 'cloudfunctions', 'writer', 'learnt-judge.deflated'))
  expect(JSON.parse(inflateRawSync(packed).toString())).toEqual(LEARNT)
})

test('C10 given the package that judges on the phone of those who write, then it weighs at most 400 KB', () => {
  const judge = join(ROOT, 'dist', 'phone', 'compose', 'node_modules', '@class-pact', 'judge', 'dist', 'index.js')
  expect(statSync(judge).size).toBeLessThanOrEqual(400 * 1024)
})
