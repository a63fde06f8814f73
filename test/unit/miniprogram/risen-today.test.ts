// Proves how the today pages say that a matter has risen: the new desk finds a door, nothing is shown where nothing is.
import type { TodayOfficer } from '@class-pact/core/contract'
import { CASE_DESK_WORDS } from '../../../miniprogram/domains/class/case-desks'
import { presentOfficer } from '../../../miniprogram/pages/today/parts/today-officer/present'

const today: TodayOfficer = {
  ...{ role: 'officer', now: Date.parse('2026-09-04T12:00:00+08:00'), schoolId: 'school', today: '2026-09-04' },
  ...{ office: 'discipline', classes: [], tasks: [], tasksTotal: 0 },
}

test('G21 given cases and letters that have risen to 政教处, then each is a door with its number', () => {
  const { doors } = presentOfficer({ ...today, cases: 2, letters: 1 })
  expect(doors.map(({ text, value }) => [text, value])).toEqual([
    ['处理', '2件'],
    ['家长来信', '1件'],
    ['待审', ''],
  ])
  expect(doors[0]?.url).toContain('schoolId=school')
  expect(CASE_DESK_WORDS.discipline).toBe('政教处')
})

test('G21 given nothing that has risen, then there is no door for it, and none for another office', () => {
  expect(presentOfficer(today).doors.map(({ key }) => key)).toEqual(['queue'])
  expect(presentOfficer({ ...today, office: 'weekly_duty', cases: 2 }).doors.map(({ key }) => key)).not.toContain(
    'cases',
  )
})
