// Decides how a warning of sickness reads, where its rule is from, and what is to be checked (screens.md 4).
import { beijingDay } from '@class-pact/core/calendar'
import type { Instant, OutbreakSymptom, ReportedTo, SicknessWarning } from '@class-pact/core/contract'
import { formatClass, formatDate, formatMoment } from '../../services/format'
import { SYMPTOM_WORDS } from '../roll/words'

/** So many in one day are named for the day, fewer for three (the national rule). */
const IN_A_DAY = 3

export const REPORTED_TO_WORDS: Record<ReportedTo, string> = {
  disease_control: '疾控中心',
  health_centre: '社区卫生服务中心或卫生院',
  bureau: '教育局',
}

/** The rule, word for word. */
export const SICKNESS_SOURCE = {
  title: '《学校和托幼机构传染病疫情报告工作规范（试行）》（卫办疾控发〔2006〕65号）',
  quote:
    '在同一宿舍或者同一班级，1天内有3例或者连续3天内有多个学生（5例以上）患病，并有相似症状（如发热、皮疹、腹泻、呕吐、黄疸等）或者有共同用餐、饮水史时，学校疫情报告人应当在24小时内报出相关信息。',
}

const CHECKS: Record<OutbreakSymptom, string> = {
  fever: '体温是多少，从哪天开始，有没有去医院',
  cough: '咳嗽从哪天开始，有没有发热，有没有去医院',
  stomach: '有没有呕吐、腹泻，前两天一起吃过、喝过什么',
  rash: '皮疹在哪里，有没有发热，有没有去医院',
}

/** What is asked before it is reported. */
export const listChecks = (symptom: OutbreakSymptom): string[] => [
  `逐个打电话问家长：${CHECKS[symptom]}`,
  '医院怎么说，有没有诊断',
  '同宿舍、同车、同桌有没有同样的情况',
  '教室开窗通风，接触过的用品先消毒',
]

/** 三（2）班今天3人发热; 三（2）班3天内5人发热 */
export function sayWarning({ className, symptom, today, children, lastDay }: SicknessWarning, now: Instant): string {
  const day = lastDay === beijingDay(now) ? '今天' : formatDate(lastDay)
  const many = today >= IN_A_DAY ? `${day}${today}人` : `${day === '今天' ? '' : `${day}前`}3天内${children}人`
  return `${formatClass(className)}${many}${SYMPTOM_WORDS[symptom]}`
}

/** What is still to be done, and since when: 请核实，24小时内上报 */
export function sayNext(warning: SicknessWarning, now: Instant): string {
  const { verified, reported, closed, overdue, since } = warning
  if (reported) return `${formatMoment(reported.at, now)}已上报`
  if (closed) return '不是聚集生病，已结束'
  const late = overdue ? `${formatMoment(since, now)}起，已过24小时，还没有上报` : '24小时内上报'
  if (!verified) return overdue ? `请核实。${late}` : `请核实，${late}`
  return verified.holds ? `已核实，${overdue ? late : `请${late}`}` : `${verified.by}核实：不是聚集生病，请学校确认`
}

export interface WarningCell {
  warningId: string
  text: string
  sub: string
  label: string
}

export const presentWarnings = (warnings: readonly SicknessWarning[], now: Instant): WarningCell[] =>
  warnings.map((warning) => {
    const [text, sub] = [sayWarning(warning, now), sayNext(warning, now)]
    return { warningId: warning.warningId, text, sub, label: `${text}，${sub}` }
  })
