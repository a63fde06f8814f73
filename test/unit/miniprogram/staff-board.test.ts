// Proves what the slip board says of each child and when it lets itself be closed.
import type { Board, BoardRow } from '@class-pact/core/contract'
import { presentBoard } from '../../../miniprogram/packages/notice/board/present'
import { readPaperCode } from '../../../miniprogram/domains/notice/paper'
import { whyNotNoted } from '../../../miniprogram/packages/notice/board/scanned'
import { OTHER, completeForm, toldOptions } from '../../../miniprogram/packages/notice/board/parts/follow-up/form'

const at = (beijing: string) => Date.parse(`${beijing}+08:00`)
const NOW = at('2026-09-02T16:10:00')

const row = (no: string, name: string, patch: Partial<BoardRow>): BoardRow => ({
  childId: `c${no}`,
  no,
  name,
  state: 'unread',
  followUps: [],
  ...patch,
})
const rows = [
  row('12', '韩梅梅', { state: 'read', at: at('2026-09-01T20:15:00') }),
  row('16', '李雷', { state: 'unbound' }),
  row('17', '李欣妍', { state: 'not_reminded' }),
  row('18', '林沐阳', {
    state: 'followed',
    at: at('2026-09-02T15:21:00'),
    followUps: [{ way: 'phone', told: '林沐阳妈妈', at: at('2026-09-02T15:21:00'), by: '王老师' }],
  }),
  row('39', '张小明', { state: 'signed', at: at('2026-09-01T19:02:00'), signer: '张小明妈妈' }),
]
const board = (patch: Partial<Board> = {}): Board => ({
  noticeId: 'n',
  classId: 'k',
  className: '三（2）班',
  title: '秋游通知',
  kind: 'outing',
  replyMode: 'sign',
  important: true,
  state: 'published',
  publishedAt: at('2026-09-01T16:30:00'),
  counts: { total: 5, signed: 1, followed: 1, read: 1, missing: 3 },
  rows,
  canAct: true,
  ...patch,
})

describe('the slip board', () => {
  it('N06 given three children nobody reached, they stand under 未办 in roll order and the board cannot be closed', () => {
    const view = presentBoard(board(), NOW)
    expect(view.figure).toBe('2/5')
    expect(view.rows.open.map(({ name, sub }) => [name, sub])).toEqual([
      ['韩梅梅', '已读未签，昨天20:15'],
      ['李雷', '未绑定'],
      ['李欣妍', '收不到提醒'],
    ])
    expect(view.canClose).toBe(false)
    expect(view.note).toBe('还有3个孩子没通知到，不能办结。')
  })

  it('N06 given a signature and a call, one bears the pill and the other says who called', () => {
    const { rows: shown } = presentBoard(board(), NOW)
    expect(shown.done.map(({ sub, end, endText }) => [sub, end, endText])).toEqual([
      ['妈妈 昨天19:02', 'stamp', '已签'],
    ])
    expect(shown.all[3]).toMatchObject({ sub: '电话，王老师 今天15:21', end: 'word', endText: '已告知' })
  })

  it('N10 given nobody was reminded yet, three can be; given one reminder, it says when and offers no second', () => {
    expect(presentBoard(board(), NOW).remind).toEqual({ shown: true, on: true, text: '提醒未签3人' })
    const reminded = presentBoard(board({ remindedAt: at('2026-09-02T16:00:00') }), NOW)
    expect(reminded.remind).toEqual({ shown: true, on: false, text: '已提醒16:00' })
  })

  it('N06 given everybody reached, the board can be closed and nobody is left to remind', () => {
    const view = presentBoard(
      board({ rows: rows.slice(3), counts: { total: 2, signed: 1, followed: 1, read: 0, missing: 0 } }),
      NOW,
    )
    expect(view).toMatchObject({ canClose: true, note: '', remind: { shown: false } })
  })

  it('N05 given a notice that only wants to be read, having read it is enough', () => {
    const view = presentBoard(
      board({
        replyMode: 'read',
        important: false,
        rows: rows.slice(0, 2),
        counts: { total: 2, signed: 0, followed: 0, read: 1, missing: 2 },
      }),
      NOW,
    )
    expect(view.figure).toBe('1/2')
    expect(view.rows.done[0]).toMatchObject({ name: '韩梅梅', endText: '已读' })
    expect(view.remind.shown).toBe(false)
  })

  it('X04 given calls and papers, the board counts them by their way, and who signed afterwards in none', () => {
    expect(presentBoard(board(), NOW).ways).toBe('跟进：电话1')
    const told = { told: '家长', at: NOW, by: '王老师' }
    const more = [
      row('20', '陈晨', { state: 'followed', at: NOW, followUps: [{ ...told, way: 'paper' }] }),
      row('21', '孙悦', { state: 'signed', at: NOW, followUps: [{ ...told, way: 'paper' }] }),
    ]
    expect(presentBoard(board({ rows: [...rows, ...more] }), NOW).ways).toBe('跟进：电话1，纸质1')
    expect(presentBoard(board({ rows: rows.slice(0, 3) }), NOW).ways).toBe('')
  })

  it('N06 given three reasons for three children, each can be shown alone and says what helps', () => {
    const { reasons } = presentBoard(board(), NOW)
    expect(reasons.map(({ label }) => label)).toEqual(['全部3', '未绑定家长1', '收不到提醒1', '已读未签1'])
    expect(reasons[1]?.hint).toContain('打印纸质回执单')
    expect(presentBoard(board({ rows: rows.slice(0, 2) }), NOW).reasons).toEqual([])
  })

  it('N06 given an entry that was taken back, its history says who noted what, who corrected it, and when', () => {
    const entry = { way: 'paper', told: '奶奶', at: at('2026-09-02T15:00:00'), by: '王老师' } as const
    const taken = { ...entry, at: at('2026-09-02T15:30:00'), by: '李老师', takesBack: true, result: '认错了孩子' }
    const [shown] = presentBoard(board({ rows: [row('16', '李雷', { followUps: [entry, taken] })] }), NOW).rows.all
    expect(shown?.history).toEqual([
      '今天15:00，纸质，告知奶奶，王老师记',
      '今天15:30，更正：没有纸质告知奶奶，李老师记，认错了孩子',
    ])
  })

  it('X04 N11 given a scanned paper, it is noted only where it still counts', () => {
    const all = presentBoard(board(), NOW).rows.all
    const scan = (no: string, more = {}) => {
      const found = all.find((each) => each.no === no)
      if (!found) throw new Error(no)
      return whyNotNoted({ row: found, closed: undefined, isOld: false, canAct: true, ...more })
    }
    expect(scan('16')).toBe('')
    expect(scan('39')).toBe('张小明的家长已经签过，这张没有再记。')
    expect(scan('18')).toBe('林沐阳已经记过：今天15:21，电话，告知林沐阳妈妈，王老师记。这次没有再记。')
    expect(scan('16', { isOld: true })).toContain('请打印新的')
    expect(scan('16', { canAct: false })).toContain('不再登记')
    expect(readPaperCode(`paper=${'a'.repeat(24)}.${'b'.repeat(10)}`)).toBe(`${'a'.repeat(24)}.${'b'.repeat(10)}`)
    for (const other of ['paper=', 'token=abcdefgh', `https://a.b/?paper=${'a'.repeat(24)}.${'b'.repeat(10)}`])
      expect(readPaperCode(other)).toBeUndefined()
  })

  it('N06 given a closed board, nothing can be done any more', () => {
    expect(presentBoard(board({ state: 'closed' }), NOW)).toMatchObject({ state: '三（2）班，已办结', canAct: false })
  })
})

describe('the form after a call', () => {
  it('N06 given a family with two numbers, each is a chip and 其他 comes last', () => {
    expect(toldOptions(['李雷妈妈', '李雷奶奶', '李雷妈妈']).map(({ value }) => value)).toEqual([
      '李雷妈妈',
      '李雷奶奶',
      OTHER,
    ])
  })

  it('N06 given nobody named, nothing is sent; given a name, an empty result is left out', () => {
    expect(completeForm('phone', '  ', NOW, '')).toBeUndefined()
    expect(completeForm('paper', ' 李雷妈妈 ', NOW, ' ')).toEqual({ way: 'paper', told: '李雷妈妈', at: NOW })
  })
})
