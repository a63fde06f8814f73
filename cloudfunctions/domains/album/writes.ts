// Decides the action on albums whose title the judge reads, and whose photos are made small.
import { albumWritingRows } from '@class-pact/core/album/contract'
import { serve } from '../../common/call/handlers'
import { findAlbumClass } from './find-class'
import { publishAlbum } from './publish-album'

export const actions = serve(albumWritingRows, { albumClass: findAlbumClass }, { 'album.publish': publishAlbum })
