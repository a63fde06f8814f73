// Decides what the demo keeps of its classroom equipment: two devices, the lessons they served in, three faults.
import { instantOf } from '@class-pact/core/calendar'
import type { Diary, Place } from './diary'
import { FAULTS, LESSONS } from './entry-texts'
import { WRITERS } from './offices'
import type { Said, Wanted } from './write-entry'

/** They came so many school days ago, and were signed over two days later. */
const CAME = 32
const SUBJECTS = { wang: '语文', zhao: '数学', liu: '英语' }
const DEVICES = { wang: '触控一体机', zhao: '电子白板' }

export function listEquipment(diary: Diary): Wanted[] {
  const { three, five, day } = diary
  const [ofThree, ofFive] = [deviceOf(three), deviceOf(five)]
  const devices = [ofThree, ofFive].flatMap((device): Wanted[] => {
    const { place, subject } = device
    const [came, over] = [day(CAME), day(CAME - 2)]
    const file = { name: subject.name, no: device.no, model: '86英寸', year: 2025, papers: ['manual', 'card'] }
    return [
      {
        ...{ id: `device-${place.head}`, register: 'device-file', on: came, itsClass: place },
        parts: { fill: { by: WRITERS.equipment, at: instantOf(came, '10:30'), said: file } },
      },
      {
        ...{ id: `handover-${place.head}`, register: 'device-handover', on: over, itsClass: place, subject },
        parts: {
          fill: { by: WRITERS.equipment, at: instantOf(over, '11:00'), said: { given: ['remote', 'pen', 'log'] } },
          sign: { by: WRITERS[place.head], at: instantOf(over, '12:40') },
        },
      },
    ]
  })
  const lessons = LESSONS.map(({ by, ago, lesson, kind, source }, index): Wanted => {
    const { place, subject } = by === 'zhao' ? ofFive : ofThree
    const on = day(ago)
    const said = { lesson, subject: SUBJECTS[by], kind, source }
    return {
      ...{ id: `lesson-${index + 1}`, register: 'lesson-log-points', on, itsClass: place, subject },
      parts: { fill: { by: WRITERS[by], at: instantOf(on, `${9 + lesson}:50`.padStart(5, '0')), said } },
    }
  })
  return [...devices, ...lessons, ...listFaults(diary, ofThree, ofFive)]
}

type Device = ReturnType<typeof deviceOf>

function deviceOf(place: Place) {
  const no = place.head === 'wang' ? 'BBT-302' : 'BBT-501'
  const subject = { kind: 'device' as const, id: `demo-entry-device-${place.head}`, name: DEVICES[place.head] }
  return { place, no, subject }
}

/** One is mended and accepted, one is mended and waits for whoever reported it, one has just been reported. */
function listFaults({ day }: Diary, ofThree: Device, ofFive: Device): Wanted[] {
  const part = (by: keyof typeof WRITERS, ago: number, clock: string, said: Said) => ({
    ...{ by: WRITERS[by], at: instantOf(day(ago), clock), said },
  })
  const repair = { result: 'mended', cause: 'wear', what: '换了触控板的排线，校准过。' }
  const fault = (id: string, { place, subject }: Device, ago: number, parts: Wanted['parts']): Wanted => ({
    ...{ id: `fault-${id}`, register: 'device-repair', on: day(ago), itsClass: place, subject, parts },
  })
  return [
    fault('mended', ofFive, 12, {
      fill: part('zhao', 12, '10:20', FAULTS.mended),
      repair: part('equipment', 11, '15:30', { result: 'mended', cause: 'wear', what: '换了一只音箱。' }),
      accept: part('zhao', 10, '09:10', { works: 'yes' }),
    }),
    fault('waits', ofThree, 3, {
      fill: part('liu', 3, '11:40', FAULTS.waits),
      repair: part('equipment', 1, '14:20', repair),
    }),
    fault('fresh', ofThree, 1, { fill: part('wang', 1, '08:30', FAULTS.fresh) }),
  ]
}
