// Decides which albums one finds: a family's of their child's class, a teacher's, those that wait for a leader (3.14).
import type { Input } from '@class-pact/core/contract'
import { definePage } from '../../../services/define-page'
import { ROUTES, openPage } from '../../../services/routes'
import { currentIdentity, isLeader, isTeacher } from '../../../services/session'
import { presentAlbums, type AlbumRowView } from './present'

definePage({
  data: { rows: [] as AlbumRowView[], mayPost: false, title: '相册', emptyWords: '' },
  query: { childId: '', classId: '', schoolId: '' },
  reads: 'album.list',
  list: 'albums',
  loadsOnShow: true,
  actsAs(identity, { childId, classId, schoolId }) {
    const { role } = identity
    if (childId) return role === 'guardian' && identity.childId === childId
    if (schoolId) return isLeader(role) && identity.schoolId === schoolId
    return isTeacher(role) ? identity.classId === classId : isLeader(role)
  },
  ask({ childId, classId, schoolId }): Input<'album.list'> | undefined {
    if (childId) return { of: 'child', childId }
    if (schoolId) return { of: 'held', schoolId }
    return classId ? { of: 'class', classId } : undefined
  },
  present({ albums }) {
    const isHeld = this.query.schoolId !== ''
    return {
      title: isHeld ? '待看的相册' : '相册',
      emptyWords: isHeld ? '没有待看的相册' : '还没有相册',
      rows: presentAlbums(albums, Date.now()),
      mayPost: this.query.classId !== '' && isTeacher(currentIdentity()?.role),
    }
  },
  onAlbum(event: TapEvent) {
    openPage(ROUTES.album({ albumId: event.currentTarget.dataset['id'] as string }))
  },
  onPost() {
    openPage(ROUTES.albumPost({ classId: this.query.classId }))
  },
})
