// Decides whether school days come from the national calendar, the school's own changes, and never from a guess.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import esbuild from 'esbuild'
import { countDays, dayKind, halvesOf, mayBeSchoolDay, nextSchoolDay } from '@class-pact/core/calendar'

const national = { rest: [], school: [] }

describe('school days', () => {
  it('T06 given a holiday and its make-up day, when asked, then one rests and the other is school', () => {
    expect(dayKind('2026-10-01', national)).toBe('rest')
    expect(dayKind('2026-10-10', national)).toBe('school')
    expect(dayKind('2026-09-12', national)).toBe('rest')
  })
  it("T06 given the school's own changes, when asked, then they win over the national calendar", () => {
    const own = { rest: ['2026-09-09'], school: ['2026-10-01', '2027-03-01'] }
    expect(dayKind('2026-09-09', own)).toBe('rest')
    expect(dayKind('2026-10-01', own)).toBe('school')
    expect(dayKind('2027-03-01', own)).toBe('school')
  })
  it('T06 given a year nobody knows yet, when asked, then it is unknown and never a working day', () => {
    expect(dayKind('2027-03-02', national)).toBe('unknown')
    expect(dayKind('2027-03-06', national)).toBe('unknown')
    expect(mayBeSchoolDay('2027-03-06', national)).toBe(false)
  })
  it('T06 given New Year of an unknown year, when asked, then it rests: its date is law', () => {
    expect(dayKind('2027-01-01', national)).toBe('rest')
  })
  it('T06 given the eve of a long holiday, when asked for the next school day, then it is after the holiday', () => {
    expect(nextSchoolDay('2026-09-30', national)).toBe('2026-10-08')
    expect(nextSchoolDay('2026-12-31', national)).toBe('2027-01-04')
  })
  it('L03 given a leave over a holiday, when counted, then only school halves count', () => {
    const span = { from: '2026-09-30', fromHalf: 'pm', to: '2026-10-10', toHalf: 'am' } as const
    expect(countDays(span, national)).toBe(3)
    expect(halvesOf(span, national)[0]).toEqual({ day: '2026-09-30', half: 'pm' })
    expect(countDays({ from: '2026-09-09', fromHalf: 'pm', to: '2026-09-09', toHalf: 'am' }, national)).toBe(0)
    expect(countDays({ from: '2026-09-12', fromHalf: 'am', to: '2026-09-13', toHalf: 'pm' }, national)).toBe(0)
  })
  it.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Shanghai'])(
    'T06 given a machine in %s, when asked for three weeks of autumn 2026, then the days are the same as in Beijing',
    (zone) => {
      const root = join(__dirname, '../../../..')
      const { outputFiles } = esbuild.buildSync({
        stdin: {
          contents: `import { addDays, dayKind } from './core/calendar'
            for (let d = '2026-09-25'; d < '2026-10-13'; d = addDays(d, 1)) console.log(dayKind(d, { rest: [], school: [] })[0])`,
          resolveDir: root,
        },
        bundle: true,
        write: false,
        platform: 'node',
      })
      const out = execFileSync(process.execPath, ['-'], {
        input: outputFiles[0]?.text ?? '',
        env: { ...process.env, TZ: zone },
      })
      // 25–27 September: mid-autumn; 1–7 October: National Day; 10 October: made up.
      expect(out.toString().replace(/\n/g, '')).toBe('rrrsssrrrrrrrsssrs')
    },
  )
  it('T06 given words that are no day, when asked, then it is unknown', () => {
    expect(dayKind('明天', national)).toBe('unknown')
  })
})
