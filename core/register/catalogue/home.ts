// Decides the registers of contact with families (section H): S3, and what S1 and S2 ask beside it.
import { HOME_BOOK } from './home-book'
import { HOME_COMMITTEE } from './home-committee'
import { HOME_CONTACTS } from './home-contacts'
import { HOME_LESSONS } from './home-lessons'
import { HOME_MEETINGS } from './home-meetings'

export const HOME = { ...HOME_CONTACTS, ...HOME_BOOK, ...HOME_MEETINGS, ...HOME_LESSONS, ...HOME_COMMITTEE }
