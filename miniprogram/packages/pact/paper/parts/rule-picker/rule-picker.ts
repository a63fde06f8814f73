// Decides which rule a line of the paper stands for: all there are, tab by tab as on the pact's page.
import { RULES, isRuleId, type RuleGroup } from '@class-pact/core/pact'

const GROUPS: RuleGroup[] = ['时间', '内容', '成员', '照片', '请假', '处理']

const listGroup = (group: string) =>
  Object.keys(RULES)
    .filter(isRuleId)
    .filter((rule) => RULES[rule].group === group)
    .map((rule) => ({ rule, title: RULES[rule].title, effect: RULES[rule].effect }))

Component({
  options: { virtualHost: true },
  properties: {
    visible: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
    /** The line as it stands in the paper. */
    line: { type: String, value: '' },
  },
  data: {
    groups: GROUPS.map((value) => ({ value, label: value })),
    group: '内容' as string,
    rules: listGroup('内容'),
  },
  methods: {
    onGroup(event: ToldEvent<{ value: string }>) {
      const group = event.detail.value
      this.setData({ group, rules: listGroup(group) })
    },
    onRule(event: TapEvent) {
      this.triggerEvent('choose', { rule: event.currentTarget.dataset['rule'] as string })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
