// Decides which form tests ask with: three questions to a class, answered by one sheet.
import type { Input, NoticeDraft, NoticeForm } from '@class-pact/core/contract'
import { aNotice } from './given-school'

/** Wednesday evening, when `MORNING` is Tuesday. */
export const FORM_DEADLINE = Date.parse('2026-09-02T18:00:00+08:00')

export const A_FORM: NoticeForm = {
  questions: [
    {
      ...{ id: 'come', type: 'single', label: '孩子是否参加', required: true, other: true },
      choices: [
        { id: 'yes', label: '参加' },
        { id: 'no', label: '不参加' },
      ],
    },
    { id: 'adults', type: 'number', label: '几位大人来', required: false, min: 0, max: 5, unit: '位' },
    { id: 'words', type: 'text', label: '想对老师说', required: false, max: 100 },
  ],
  per: 'child',
}

export function aFormNotice(changes: Partial<NoticeDraft> = {}): NoticeDraft & { form: NoticeForm } {
  const draft = aNotice({ title: '活动报名', replyMode: 'form', deadline: FORM_DEADLINE, ...changes })
  return { ...draft, form: changes.form ?? A_FORM }
}

export const A_SHEET: Input<'slip.answer'>['answers'] = [
  { question: 'come', choices: ['yes'] },
  { question: 'adults', number: 2 },
  { question: 'words', text: '谢谢老师' },
]
