// Proves how a pact's versions and the choices of a principal read.
import type { Pact, PactHistory, PactImpact } from '@class-pact/core/contract'
import { VARIANTS, VARIANT_IDS, chooseOption, createPact } from '@class-pact/core/pact'
import {
  draftOf,
  presentAdoption,
  presentChoices,
  presentImpact,
} from '../../../miniprogram/packages/pact/preset/present'
import { VARIANT_WORDS } from '../../../miniprogram/packages/pact/preset/words'
import {
  isNews,
  listChanges,
  listVersions,
  nextVersion,
  noteVersion,
  presentPact,
  versionBefore,
} from '../../../miniprogram/packages/pact/rules/present'
import { listNews, noteSeen } from '../../../miniprogram/domains/pact/news'

const NOW = Date.parse('2026-09-07T10:00:00+08:00')
const base = createPact('s1', 3, 'primary', '2026-09-01') as Pact
const choiceOf = (view: ReturnType<typeof presentChoices>, id: string) =>
  view.choices.find((choice) => choice.id === id)?.options ?? []

describe('the pact page', () => {
  const history: PactHistory = {
    today: '2026-09-07',
    inForce: 3,
    versions: [
      { version: 4, preset: 'primary', effectiveFrom: '2026-09-08' },
      { version: 3, preset: 'primary', effectiveFrom: '2026-09-01' },
      { version: 2, preset: 'primary', effectiveFrom: '2026-03-01' },
    ],
  }
  test('G15 given a version adopted for tomorrow, then everybody reads that it comes, and the older ones stay', () => {
    expect(presentPact(base)).toEqual({ version: 3, since: '第3版，2026年9月1日起' })
    expect(noteVersion(3, history)).toBe('第4版将从9月8日起执行')
    expect(listVersions(3, history)).toEqual([
      { version: 4, since: '第4版，2026年9月8日起', state: '将执行' },
      { version: 2, since: '第2版，2026年3月1日起', state: '旧版' },
    ])
  })
  test('G15 given a version that is not in force, then it says which one is', () => {
    expect(noteVersion(2, history)).toBe('现在执行的是第3版')
    expect(noteVersion(4, history)).toBe('现在执行的还是第3版')
    expect(noteVersion(4, { ...history, today: '2026-09-08', inForce: 4 })).toBe('')
  })
  test('G15 given two versions, then what changed reads in plain words with the hours in force', () => {
    const next: Pact = {
      ...base,
      version: 4,
      rules: { ...base.rules, T12: { perWeek: 3 }, T01: { from: '21:00', to: '07:00' }, C11: {} },
    }
    const { C12, ...rest } = next.rules
    expect(C12).toBeDefined()
    expect(listChanges(base, { ...next, rules: rest }).map(({ word, text, sub }) => [word, text, sub])).toEqual([
      ['新增', '不放网址。', ''],
      ['改为', '老师晚上9点到早上7点不发。', '原来：老师晚上8点到早上7点不发。'],
      ['改为', '通知少而清楚，每周最多三份。', '原来：通知少而清楚，每周最多五份。'],
      ['不再有', '只放学校认可的网址，现在还没有。', ''],
    ])
  })
  test('G15 given versions, then a version is held against the one it took over from', () => {
    const before = (version: number, effectiveFrom: string) => versionBefore({ version, effectiveFrom }, history)
    expect([before(4, '2026-09-08'), before(3, '2026-09-01'), before(2, '2026-03-01')]).toEqual([3, 2, undefined])
    expect([nextVersion(3, history), nextVersion(2, history), isNews(4, history), isNews(3, history)]).toEqual([
      4,
      0,
      true,
      false,
    ])
  })
  test('G15 given a new version, then 今天 says so until it has been looked at, and again for the next', () => {
    const stored = new Map<string, unknown>()
    Object.assign(globalThis, {
      wx: {
        getStorageSync: (key: string) => stored.get(key) ?? '',
        setStorageSync: (key: string, value: unknown) => stored.set(key, value),
      },
    })
    const news = (version: number) => [{ schoolId: 's1', version, effectiveFrom: '2026-09-08' }]
    expect(listNews(news(4), NOW)).toEqual([{ schoolId: 's1', version: 4, text: '公约有新版本，9月8日起执行' }])
    expect(listNews(news(4), NOW + 86_400_000)[0]?.text).toBe('公约有新版本，9月8日起已执行')
    noteSeen('s1', 4)
    expect(listNews(news(4), NOW)).toEqual([])
    noteSeen('s1', 2)
    expect(listNews(news(4), NOW)).toEqual([])
    expect(listNews(news(5), NOW)).toHaveLength(1)
  })
  test('G15 given a version overtaken before it began, then it is not announced', () => {
    const overtaken = {
      ...history,
      versions: [{ version: 5, preset: 'strict', effectiveFrom: '2026-09-08' }, ...history.versions],
    }
    expect(noteVersion(3, overtaken)).toBe('第5版将从9月8日起执行')
    expect(listVersions(3, overtaken).map(({ state }) => state)).toEqual(['将执行', '未执行', '旧版'])
  })
})

describe('the page to change it', () => {
  test('V1 V14 given any choice, then it has words, and 建议 stands on exactly one option of each', () => {
    for (const id of VARIANT_IDS)
      expect(Object.keys(VARIANT_WORDS[id].options).sort()).toEqual(VARIANTS[id].map((option) => option.id).sort())
    for (const kind of ['kindergarten', 'primary'] as const) {
      const { choices } = presentChoices(base, { rules: {} }, kind, NOW)
      expect(choices.map(({ options }) => options.filter(({ suggested }) => suggested).length)).toEqual(
        choices.map(() => 1),
      )
    }
  })
  test('V1 given another evening, then it is taken instead, and the version may be adopted', () => {
    const before = presentChoices(base, { rules: {} }, 'primary', NOW)
    expect(before).toMatchObject({ version: 4, changed: false, preset: '' })
    expect(choiceOf(before, 'V1').filter(({ on }) => on)).toMatchObject([{ value: 'evening_20', suggested: true }])
    const rules = chooseOption(base, 'V1', 'evening_21')
    const after = presentChoices(base, { rules }, 'primary', NOW)
    expect(after.changed).toBe(true)
    expect(choiceOf(after, 'V1').filter(({ on }) => on)).toMatchObject([{ value: 'evening_21', suggested: false }])
    const back = { ...rules, ...chooseOption(draftOf(base, { rules }, NOW), 'V1', 'evening_20') }
    expect(presentChoices(base, { rules: back }, 'primary', NOW).changed).toBe(false)
  })
  test('G15 given another preset, then its choices are shown', () => {
    const view = presentChoices(base, { preset: 'strict', rules: {} }, 'primary', NOW)
    expect(view).toMatchObject({ preset: 'strict', changed: true })
    expect(choiceOf(view, 'V14').find(({ on }) => on)?.value).toBe('three')
  })
  test('G15 given what would have happened, then it reads as a sentence', () => {
    const none: PactImpact = {
      ...{ days: 30, posts: 38, cut: false, queued: 0, held: 0, refused: 0, allowed: 0, teachers: 0 },
    }
    expect(presentImpact({ ...none, queued: 12, teachers: 4 })).toBe('按过去30天：12份通知会改到次日，涉及4位老师')
    expect(presentImpact({ ...none, held: 2, refused: 1, allowed: 3, teachers: 2 })).toBe(
      '按过去30天：2份会先审核，1份不能发，3份不用再等，涉及2位老师',
    )
    expect(presentImpact(none)).toBe('按过去30天：38份通知都不受影响')
    expect(presentImpact({ ...none, posts: 500, cut: true, queued: 1, teachers: 1 })).toBe(
      '按过去30天的最近500份通知：1份通知会改到次日，涉及1位老师',
    )
    expect(presentAdoption(4, '2026-09-08')).toBe('第4版9月8日起执行')
  })
})
