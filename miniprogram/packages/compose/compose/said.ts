// Decides which texts of a notice a reason can point into, by the names the judge has for them.
import type { Form } from '../../../domains/notice/draft'
import type { Said } from '../../../domains/pact/explaining'

export const saidOf = ({ title, body }: Pick<Form, 'title' | 'body'>): Said => ({
  kind: 'notice',
  texts: { title, body },
})
