// Decides how a day's health reads: how many with what, in which classes; names only on a tap (S2 第二条1).
import type { AttendanceHealth } from '@class-pact/core/contract'
import { SYMPTOM_WORDS } from '../../../domains/roll/words'
import { formatClass, formatDay } from '../../../services/format'

export interface HealthView {
  dayText: string
  note: string
  symptoms: {
    key: string
    title: string
    classes: { key: string; name: string; value: string; children: { key: string; no: string; text: string }[] }[]
  }[]
  untaken: string
}

export function presentHealth({ day, rest, symptoms, untaken }: AttendanceHealth): HealthView {
  return {
    dayText: formatDay(day),
    note: rest ? '今天不上课' : '',
    symptoms: symptoms.map(({ symptom, children, classes }) => ({
      key: symptom,
      title: `${SYMPTOM_WORDS[symptom]}，${children}人`,
      classes: classes.map(({ classId, className, children: each }) => ({
        ...{ key: `${symptom}.${classId}`, name: formatClass(className), value: `${each.length}人` },
        children: each.map(({ childId, no, name, away }) => ({
          ...{ key: childId, no, text: `${name}，${away ? '病假' : '在校'}` },
        })),
      })),
    })),
    untaken:
      untaken.length > 0 && !rest
        ? `还没有晨检：${untaken.map(({ className }) => formatClass(className)).join('、')}`
        : '',
  }
}
