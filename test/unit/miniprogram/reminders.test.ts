// Decides that nobody is asked to allow a message that nothing sends (screens.md 5).
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Template } from '@class-pact/core/contract'
import { installWx } from './fake-wx'

const ROOT = join(__dirname, '..', '..', '..')
const DOMAINS = join(ROOT, 'cloudfunctions', 'domains')
/** Templates of one panel (platform: requestSubscribeMessage). */
const PANEL_MOST = 5

const sent = new Set(
  readdirSync(DOMAINS).flatMap(
    (folder) =>
      jest.requireActual<{ manifest: { messages?: readonly Template[] } }>(join(DOMAINS, folder, 'manifest.ts'))
        .manifest.messages ?? [],
  ),
)

test('N10 the phone asks for the messages that some domain sends, and for no others', async () => {
  installWx()
  const { SENT_TEMPLATES, FAMILY_TEMPLATES, STAFF_TEMPLATES } = await import('../../../miniprogram/services/reminders')
  expect([...SENT_TEMPLATES].sort()).toEqual([...sent].sort())
  expect([...FAMILY_TEMPLATES, ...STAFF_TEMPLATES].sort()).toEqual([...SENT_TEMPLATES].sort())
  expect(SENT_TEMPLATES.length).toBeLessThanOrEqual(PANEL_MOST)
})

test('N10 only the one service opens WeChat’s panel', () => {
  const folder = join(ROOT, 'miniprogram')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const asking = files.filter((name) => readFileSync(join(folder, name), 'utf8').includes('requestSubscribeMessage'))
  expect(asking).toEqual([join('services', 'reminders.ts')])
})
