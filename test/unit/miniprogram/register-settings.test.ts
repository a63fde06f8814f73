// Proves how leaders read and set a school's registers: sets, variants, numbers within bounds, one of their own.
import type { RegisterLine, RegisterSettings } from '@class-pact/core/contract'
import { REGISTERS, REGISTER_PRESETS, REGISTER_VARIANTS } from '@class-pact/core/register'
import { PRESET_WORDS, VARIANT_WORDS, valueWord } from '../../../miniprogram/domains/register/setting-words'
import {
  draftOf,
  findMissing,
  newDraft,
  sayTimes,
  stepTimes,
  toDefinition,
} from '../../../miniprogram/packages/register/own/definition'
import { presentSetting } from '../../../miniprogram/packages/register/setting/present'
import { fillValues, readValues, stepValue } from '../../../miniprogram/packages/register/setting/values'
import { choosePreset, chooseVariant, presentSettings } from '../../../miniprogram/packages/register/settings/present'

const line = (register: string, title: string, patch: Partial<RegisterLine> = {}): RegisterLine => ({
  ...{ register, title, area: 'home', articles: ['S3 篇1 二.2'], about: 'child', fills: ['head_teacher', 'teacher'] },
  ...{ period: 'month', asks: ['方式', '谈了什么'], steps: [], on: false, values: [] },
  ...patch,
})
const times = { key: 'times', value: 4, usual: 4, least: 1, most: 30, unit: '次' }
const before = { key: 'before', value: '16:30', usual: '16:30', least: '12:00', most: '20:00' }
const settings = (patch: Partial<RegisterSettings> = {}): RegisterSettings => ({
  ...{ schoolId: 's', version: 0, now: Date.parse('2026-09-01T08:00:00+08:00') },
  lines: [
    line('contacts', '联系家长', { values: [times] }),
    line('home-visits', '家访', { on: true }),
    line('class-log', '班级日志', { area: 'head', values: [before] }),
  ],
  presets: [{ id: 'primary', registers: ['contacts', 'home-visits', 'class-log'], fits: false }],
  variants: [
    {
      id: 'V15',
      options: [
        { id: 'monthly', registers: ['contacts'] },
        { id: 'visits_calls', registers: ['home-visits'] },
      ],
      chosen: 'visits_calls',
    },
  ],
  ...patch,
})

describe('given a school that begins', () => {
  it('3.24 when a set is chosen, then it says what it switches on, and only what is off is switched', () => {
    const view = presentSettings(settings(), 'home', 'primary')
    expect(view.presets).toMatchObject([{ title: '小学常用3项', sub: '3项：联系家长、家访、班级日志', on: true }])
    expect(view.adopt).toBe('打开这2项')
    expect(choosePreset(settings(), 'primary')).toEqual([
      { register: 'contacts', on: true },
      { register: 'class-log', on: true },
    ])
  })

  it('3.24 when an area is looked at, then its registers stand there with their article, and how many are on', () => {
    const view = presentSettings(settings(), 'home', '')
    expect(view.lines.map(({ title, on }) => [title, on])).toEqual([
      ['联系家长', false],
      ['家访', true],
    ])
    expect(view.lines[0]?.sub).toBe('依据：家校联系制度 篇1 二.2')
    expect(view.areas.map(({ label }) => label)).toEqual(['家校联系 1', '班主任', '班级考核', '班班通', '本校'])
    expect(view.sum).toBe('现在记1项')
  })

  it('V15 when another option is taken, then its registers go on and those of the others off', () => {
    const [variant] = presentSettings(settings(), 'home', '').variants
    expect(variant?.options.map(({ on, suggested }) => [on, suggested])).toEqual([
      [false, true],
      [true, false],
    ])
    expect(chooseVariant(settings(), 'V15', 'monthly')).toEqual([
      { register: 'contacts', on: true },
      { register: 'home-visits', on: false },
    ])
    const unusual = (patch: Partial<RegisterLine>) => {
      const set = settings()
      const [first, ...others] = set.lines
      const [variant] = set.variants
      const numbers = [{ register: 'contacts', key: 'times', value: 4 }]
      return {
        ...set,
        lines: first ? [{ ...first, ...patch }, ...others] : [],
        variants: variant ? [{ ...variant, options: variant.options.map((each) => ({ ...each, numbers })) }] : [],
      }
    }
    // Its numbers are taken with it; another number of the school's own stays.
    const values = [
      { ...times, value: 2 },
      { ...times, key: 'days', value: 9 },
    ]
    const taken = [
      {
        ...{ register: 'contacts', on: true },
        values: [
          { key: 'times', value: 4 },
          { key: 'days', value: 9 },
        ],
      },
      { register: 'home-visits', on: false },
    ]
    expect(chooseVariant(unusual({ values }), 'V15', 'monthly')).toEqual(taken)
    expect(chooseVariant(unusual({ values, on: true }), 'V15', 'monthly')).toEqual(taken)
    expect(chooseVariant(unusual({ on: true }), 'V15', 'monthly')).toEqual(taken.slice(1))
    expect(presentSettings(settings(), 'head', '').variants).toEqual([])
    // Also with another number than the paper's.
    const unnamed = settings().variants.map(({ id, options }) => ({ id, options }))
    const [shown] = presentSettings(settings({ variants: unnamed }), 'home', '').variants
    expect(shown?.options.map(({ on }) => on)).toEqual([false, true])
  })

  it('V15 V17 V20 every set, every option and every number of the catalogue has Chinese words', () => {
    expect(REGISTER_PRESETS.filter(({ id }) => !PRESET_WORDS[id])).toEqual([])
    for (const [id, options] of Object.entries(REGISTER_VARIANTS)) {
      const words = VARIANT_WORDS[id]
      expect(Object.keys(words?.options ?? {}).sort()).toEqual(options.map((option) => option.id).sort())
      expect(words?.options[words.suggested ?? '']).toBeTruthy()
    }
    const unnamed = Object.entries(REGISTERS).flatMap(([id, { parameters = {} }]) =>
      Object.keys(parameters).flatMap((key) => (valueWord(id, key) ? [] : [`${id}.${key}`])),
    )
    expect(unnamed).toEqual([])
  })
})

describe('given one register', () => {
  const log = line('class-log', '班级日志', {
    ...{ area: 'head', about: 'class', articles: ['S2 第二条8'], period: 'day', values: [before, times] },
    steps: [{ title: '签阅', by: ['principal'] }],
  })

  it('3.24 then it says what it asks, of whom and how often, and who signs', () => {
    const view = presentSetting({ ...log, on: true, since: '2026-09-01' }, fillValues(log.values))
    expect(view.facts.map(({ label, text }) => `${label}：${text}`)).toEqual([
      ...['记什么：方式、谈了什么', '关于：班级', '谁填：班主任、任课教师', '多久：每个上学日', '签阅：校长'],
    ])
    expect(view).toMatchObject({ state: '从9月1日起记', changed: false, act: '保存' })
    expect(view.values.map(({ label, range }) => `${label}：${range}`)).toEqual([
      ...['几点前填好：12:00到20:00', '至少几次：1到30次'],
    ])
  })

  it('H01 when a number is stepped or typed, then it stays in its bounds, and one outside them is named', () => {
    expect([stepValue(times, '4', 1), stepValue(times, '30', 1), stepValue(times, '1', -1)]).toEqual(['5', '30', '1'])
    expect(readValues(log, { before: '17:00', times: '6' })).toEqual({
      ok: true,
      values: [
        { key: 'before', value: '17:00' },
        { key: 'times', value: 6 },
      ],
    })
    expect(readValues(log, { before: '21:00', times: '6' })).toMatchObject({ ok: false, key: 'before' })
    expect(readValues(log, { before: '17:00', times: '31' })).toEqual({
      ...{ ok: false, key: 'times', sentence: '“至少几次”要填1到30次之间的整数。' },
    })
    expect(readValues(log, { before: '17:00', times: '' })).toMatchObject({ ok: false, key: 'times' })
  })

  it('3.24 when a number was changed, then it can be saved, and what is usual is still said', () => {
    const view = presentSetting({ ...log, on: true }, { before: '16:30', times: '6' })
    expect(view.changed).toBe(true)
    expect(view.values[1]).toMatchObject({ value: '6', usual: '平常4次' })
  })
})

describe('given a school that writes its own', () => {
  it('3.24 then the sentence says how often, and never more than twenty times', () => {
    expect(sayTimes({ ...newDraft(), times: 2 })).toBe('每个班级每周2次')
    expect(sayTimes({ ...newDraft(), about: 'school', period: 'month' })).toBe('全校每月1次')
    expect([stepTimes({ times: 20 }, 1), stepTimes({ times: 1 }, -1)]).toEqual([20, 1])
  })

  it('3.24 then what is missing is said, and what is empty is not sent', () => {
    const draft = newDraft()
    expect(findMissing(draft)).toBe('还没有写台账的名字。')
    expect(findMissing({ ...draft, title: '课间巡查' })).toBe('还没有加题目。')
    const question = { id: 'q1', type: 'text' as const, label: ' 看到什么 ', required: true }
    const titled = { ...draft, title: '课间巡查' }
    expect(findMissing({ ...titled, questions: [{ ...question, label: '' }] })).toBe('有的题目或选项还没有写完。')
    const whole = { ...draft, title: ' 课间巡查 ', questions: [question], period: 'event' as const, times: 3 }
    expect(findMissing(whole)).toBe('')
    expect(toDefinition(whole)).toEqual({
      ...{ title: '课间巡查', about: 'class', fills: 'head_teacher', period: 'event', times: 1 },
      questions: [{ id: 'q1', type: 'text', label: '看到什么', required: true }],
    })
  })

  it('3.24 when it is changed, then it begins with what stands', () => {
    const own = { ...toDefinition({ ...newDraft(), title: '巡查', article: '第3条' }), signs: 'principal' as const }
    expect(draftOf({ own })).toMatchObject({ title: '巡查', article: '第3条', signs: 'principal' })
    expect(draftOf({})).toEqual(newDraft())
  })
})
