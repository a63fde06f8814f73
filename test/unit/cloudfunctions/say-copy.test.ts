// Proves that a readable copy has every part of the data, in words, and leaves out none that a domain adds (M12, G23).
import { sayCopy, type WholeCopy } from '../../../cloudfunctions/domains/person/say-copy'
import { drawCopy } from '../../../cloudfunctions/domains/person/draw-copy'

const AT = Date.parse('2026-09-02T10:05:00+08:00')
const COPY: WholeCopy = {
  ...{ exportedAt: AT, consent: { at: AT, version: 1 }, identities: [], credits: {}, applications: [], cases: [] },
  ...{ reports: [], deliveries: [], shortened: true, leaves: [] },
  signed: [
    {
      ...{ noticeId: 'n', className: '三（2）班', childName: '王梓涵', title: '秋游通知', version: 1, signedAt: AT },
      ...{ card: '王梓涵妈妈', signature: 'https://x' },
    },
  ],
  attendance: [{ childName: '王梓涵', className: '三（2）班', day: '2026-09-02', half: 'am', mark: 'late' }],
}

test('M12 given a copy, then every part stands under its words, and an empty one is there too', () => {
  const sections = sayCopy(COPY)
  expect(sections.map(({ title }) => title)).toContain('请假')
  expect(sections.flatMap(({ lines }) => lines)).toEqual(
    expect.arrayContaining([
      '2026-09-02 10:05，《秋游通知》，三（2）班，王梓涵，王梓涵妈妈，手写签名',
      '2026-09-02上午，三（2）班，王梓涵，迟到',
    ]),
  )
})

test('M12 given a part that has no words yet, then it stands as it is kept', () => {
  const more = { ...COPY, toys: ['小熊'] } as WholeCopy
  expect(sayCopy(more).pop()).toEqual({ title: 'toys', lines: ['["小熊"]'] })
})

test('M12 given many lines, then they go on over pages', () => {
  const lines = Array.from({ length: 200 }, (_, index) => `第${index}行`)
  expect(drawCopy('我的家校约数据', '', [{ title: '签收', lines }])).toHaveLength(5)
})
