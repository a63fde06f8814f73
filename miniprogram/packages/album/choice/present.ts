// Decides how a family's choice about photos reads, child by child.

export type Shown = 'shown' | 'hidden'

export interface ChoiceView {
  childId: string
  name: string
  value: Shown
}

export const presentChoices = (children: { childId: string; childName: string; shown: boolean }[]): ChoiceView[] =>
  children.map(({ childId, childName, shown }) => ({ childId, name: childName, value: shown ? 'shown' : 'hidden' }))
