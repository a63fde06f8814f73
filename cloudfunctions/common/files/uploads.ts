// Decides how the places handed out for uploads are reached.
import { openCollection } from '../store/collection'
import type { UploadDoc } from './documents'

export const uploads = openCollection<UploadDoc>('uploads')
